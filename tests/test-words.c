/* Everything the program says: present in both languages, no placeholder left, cards that fit. */
#include <string.h>

#include "model/plan/presets.h"
#include "tests/sample-results.h"
#include "tests/varied-plans.h"
#include "ui/words/words.h"

#define NBSP "\u00a0"

/* A text people read: not empty, UTF-8, nothing of printf left, French typography in French. */
static void check_text(Language language, const char *text) {
  g_assert_nonnull(text);
  g_assert_cmpstr(text, !=, "");
  g_assert_true(g_utf8_validate(text, -1, NULL));
  g_assert_false(g_regex_match_simple("%(\\d+\\$)?[0-9]*[sd]|\\(null\\)|\uFFFD", text, 0, 0));
  if (language == LANGUAGE_FR) {
    g_assert_false(g_regex_match_simple("'|[^\u00a0\\n]:(\\s|$)|[0-9] [%$]|\\s[;!?]", text, 0, 0));
  }
}

/* Takes both texts; in French the words differ, unless they are the same in both languages. */
static void check_pair(char *english, char *french, const char *const *same) {
  check_text(LANGUAGE_EN, english);
  check_text(LANGUAGE_FR, french);
  if (strcmp(english, french) == 0 && !(same && g_strv_contains(same, english))) {
    g_test_message("not translated: %s", english);
    g_test_fail();
  }
  g_free(english);
  g_free(french);
}

static const char *const same_in_both[] = {"Commission", "Services", "Source",       "Québec",
                                           "Ontario",    "Alberta",  "Saskatchewan", "Manitoba",
                                           "Yukon",      "Nunavut",  "Clients",      NULL};

static void check_field_path(const char *path) {
  g_assert_cmpstr(field_label(LANGUAGE_EN, path), !=, path);
  check_pair(g_strdup(field_label(LANGUAGE_EN, path)), g_strdup(field_label(LANGUAGE_FR, path)),
             same_in_both);
  if (field_question(LANGUAGE_EN, path)) {
    check_pair(g_strdup(field_question(LANGUAGE_EN, path)),
               g_strdup(field_question(LANGUAGE_FR, path)), NULL);
    g_assert_true(g_str_has_suffix(field_question(LANGUAGE_FR, path), "?"));
  }
  if (field_hint(LANGUAGE_EN, path)) {
    check_pair(g_strdup(field_hint(LANGUAGE_EN, path)), g_strdup(field_hint(LANGUAGE_FR, path)),
               NULL);
  }
}

static void test_fields(void) {
  for (int i = 0; i < field_count(); i++) {
    check_field_path(field_at(i)->path);
  }
  for (int i = 0; i < field_list_count(); i++) {
    check_field_path(field_list_at(i)->path);
  }
  g_assert_cmpstr(field_label(LANGUAGE_EN, "staff[12].shifts[3].weekday"), ==, "Weekday");
  g_assert_cmpstr(field_label(LANGUAGE_FR, "deal.price_cents"), ==, "Prix promotionnel");
}

static void test_choices(void) {
  for (int i = 0; i < field_count(); i++) {
    const Field *field = field_at(i);

    if (field->type != FIELD_CHOICE) {
      continue;
    }
    for (int choice = 0; field->choices[choice]; choice++) {
      const char *english = choice_label(LANGUAGE_EN, field, choice);

      g_assert_cmpstr(english, !=, "not set");
      for (int other = 0; other < choice; other++) {
        g_assert_cmpstr(english, !=, choice_label(LANGUAGE_EN, field, other));
      }
      check_pair(g_strdup(english), g_strdup(choice_label(LANGUAGE_FR, field, choice)),
                 same_in_both);
    }
    g_assert_cmpstr(choice_label(LANGUAGE_EN, field, -1), ==, "not set");
    g_assert_cmpstr(choice_label(LANGUAGE_EN, field, 99), ==, "not set");
  }
}

/* A label of every value of an enum: own, and translated. */
#define CHECK_LABELS(label, Type, count)                                                           \
  for (int i = 0; i < (count); i++) {                                                              \
    for (int other = 0; other < i; other++) {                                                      \
      g_assert_cmpstr(label(LANGUAGE_EN, (Type)i), !=, label(LANGUAGE_EN, (Type)other));           \
      g_assert_cmpstr(label(LANGUAGE_FR, (Type)i), !=, label(LANGUAGE_FR, (Type)other));           \
    }                                                                                              \
    check_pair(g_strdup(label(LANGUAGE_EN, (Type)i)), g_strdup(label(LANGUAGE_FR, (Type)i)),       \
               same_in_both);                                                                      \
  }

static void test_labels(void) {
  CHECK_LABELS(waterfall_step_label, WaterfallStep, STEP_COUNT)
  CHECK_LABELS(cash_line_label, CashLine, CASH_LINE_COUNT)
  CHECK_LABELS(earn_line_label, EarnLine, EARN_LINE_COUNT)
  CHECK_LABELS(visit_kind_label, VisitKind, VISIT_KIND_COUNT)
  CHECK_LABELS(condition_label, Condition, CONDITION_COUNT)
  CHECK_LABELS(tax_kind_label, TaxKind, TAX_KIND_COUNT)
  CHECK_LABELS(provenance_label, ProvenanceKind, PROVENANCE_COUNT)
  CHECK_LABELS(account_label, Account, ACCOUNT_COUNT)
  CHECK_LABELS(entry_kind_label, EntryKind, ENTRY_KIND_COUNT)
  CHECK_LABELS(treatment_case_label, TreatmentCase, TREATMENT_CASE_COUNT)
  CHECK_LABELS(sign_state_label, SignState, SIGN_STATE_COUNT)
  CHECK_LABELS(journal_mark, JournalKind, JOURNAL_KIND_COUNT)
}

static void test_problems(void) {
  static const char *const paths[] = {"deal.price_cents",        "deal.commission_per_100k",
                                      "deal.promotion_end_date", "hours[2].end_minute",
                                      "deal.vouchers_sold",      "rooms",
                                      "deal.weekday_quota[4]"};

  for (int code = 0; code < PROBLEM_CODE_COUNT; code++) {
    for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
      Problem problem = {.code = (ProblemCode)code, .values = {3, 20000, 4}};
      char *english, *french;

      g_strlcpy(problem.path, paths[i], sizeof problem.path);
      english = problem_text(LANGUAGE_EN, &problem);
      french = problem_text(LANGUAGE_FR, &problem);
      g_assert_cmpint(g_utf8_strlen(english, -1), <=, 160);
      g_assert_cmpint(g_utf8_strlen(french, -1), <=, 200);
      check_pair(english, french, NULL);
    }
  }
  for (NumberProblem problem = NUMBER_EMPTY; problem <= NUMBER_TOO_LARGE; problem++) {
    check_pair(number_problem_text(LANGUAGE_EN, problem), number_problem_text(LANGUAGE_FR, problem),
               NULL);
  }
}

static void check_value(Language language, const char *path, int64_t value, const char *expected) {
  g_autofree char *text = value_text(language, path, value);

  g_assert_cmpstr(text, ==, expected);
}

static void test_values(void) {
  check_value(LANGUAGE_EN, "deal.price_cents", 8000, "$80.00");
  check_value(LANGUAGE_FR, "deal.price_cents", 8000, "80,00" NBSP "$");
  check_value(LANGUAGE_EN, "deal.commission_per_100k", 47500, "47.5%");
  check_value(LANGUAGE_FR, "deal.commission_per_100k", 47500, "47,5" NBSP "%");
  check_value(LANGUAGE_EN, "deal.contract_cap", PLAN_NONE, "no limit");
  check_value(LANGUAGE_FR, "deal.contract_cap", PLAN_NONE, "sans limite");
  check_value(LANGUAGE_EN, "deal.lead_mean_milli_days", 1000, "1 day");
  check_value(LANGUAGE_EN, "deal.lead_mean_milli_days", 1500, "1.5 days");
  check_value(LANGUAGE_FR, "deal.lead_mean_milli_days", 1500, "1,5 jour");
  check_value(LANGUAGE_FR, "deal.lead_mean_milli_days", 2000, "2 jours");
  check_value(LANGUAGE_EN, "phone.handle_milli_minutes", 4500, "4.5 min");
  check_value(LANGUAGE_EN, "business.fiscal_year_end_month", 12, "December");
  check_value(LANGUAGE_FR, "business.fiscal_year_end_month", 12, "décembre");
  check_value(LANGUAGE_EN, "hours[0].weekday", 4, "Friday");
  check_value(LANGUAGE_EN, "business.gst_registered", 1, "yes");
  check_value(LANGUAGE_FR, "business.gst_registered", 0, "non");
  check_value(LANGUAGE_FR, "deal.sale_date", 20488, "4 février 2026");
  check_value(LANGUAGE_FR, "deal.price_tax_wording", WORDING_EXTRA, "taxes en sus");
}

static void test_schedule(void) {
  const WeeklyHours hours[] = {{0, 600, 1200}, {1, 600, 720},   {1, 780, 1200}, {2, 600, 1200},
                               {3, 600, 1200}, {4, 1200, 1560}, {6, 600, 1200}};
  const bool five[7] = {true, true, true, true, true, false, false};
  const bool three[7] = {true, false, true, false, false, true, true};
  const bool none[7] = {false};
  g_autofree char *week = week_hours_text(LANGUAGE_EN, hours, G_N_ELEMENTS(hours));
  g_autofree char *never = week_hours_text(LANGUAGE_FR, hours, 0);
  g_autofree char *weekdays = weekdays_text(LANGUAGE_EN, five);
  g_autofree char *some = weekdays_text(LANGUAGE_FR, three);
  g_autofree char *no_day = weekdays_text(LANGUAGE_EN, none);

  g_assert_cmpstr(week, ==,
                  "Mon 10:00–20:00; Tue 10:00–12:00, 13:00–20:00; Wed, Thu 10:00–20:00; "
                  "Fri 20:00–2:00; Sun 10:00–20:00");
  g_assert_cmpstr(never, ==, "jamais");
  g_assert_cmpstr(weekdays, ==, "Mon–Fri");
  g_assert_cmpstr(some, ==, "lun., mer., sam., dim.");
  g_assert_cmpstr(no_day, ==, "no day");
}

/* An evening may go on past midnight; nobody’s clock says 26:00. */
static void test_clock(void) {
  static const struct {
    int begin, end;
    const char *english, *french;
  } cases[] = {
      {1020, 1200, "17:00 to 20:00", "17" NBSP "h" NBSP "00 à 20" NBSP "h" NBSP "00"},
      {1380, 1440, "23:00 to 24:00", "23" NBSP "h" NBSP "00 à 24" NBSP "h" NBSP "00"},
      {1380, 1530, "23:00 to 1:30", "23" NBSP "h" NBSP "00 à 1" NBSP "h" NBSP "30"},
      {1440, 1500, "0:00 to 1:00 after midnight",
       "0" NBSP "h" NBSP "00 à 1" NBSP "h" NBSP "00 après minuit"},
      {1560, 1620, "2:00 to 3:00 after midnight",
       "2" NBSP "h" NBSP "00 à 3" NBSP "h" NBSP "00 après minuit"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *english = say_clock_span(LANGUAGE_EN, cases[i].begin, cases[i].end);
    g_autofree char *french = say_clock_span(LANGUAGE_FR, cases[i].begin, cases[i].end);

    g_assert_cmpstr(english, ==, cases[i].english);
    g_assert_cmpstr(french, ==, cases[i].french);
  }
  {
    g_autofree char *late = say_clock(LANGUAGE_EN, 1530);
    g_autofree char *calls = say_milli(LANGUAGE_EN, 2338750);
    g_autofree char *less = say_milli(LANGUAGE_EN, -250);

    g_assert_cmpstr(late, ==, "1:30");
    g_assert_cmpstr(calls, ==, "2,338.75");
    g_assert_cmpstr(less, ==, "-0.25");
  }
}

static void test_hours(void) {
  static const struct {
    int64_t minutes;
    const char *english, *french;
  } cases[] = {
      {0, "0\u00a0h", "0\u00a0h"},
      {90, "1.5\u00a0h", "1,5\u00a0h"},
      {60000, "1,000\u00a0h", "1\u00a0000\u00a0h"},
      {139878, "2,331.3\u00a0h", "2\u00a0331,3\u00a0h"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *english = say_hours(LANGUAGE_EN, cases[i].minutes);
    g_autofree char *french = say_hours(LANGUAGE_FR, cases[i].minutes);

    g_assert_cmpstr(english, ==, cases[i].english);
    g_assert_cmpstr(french, ==, cases[i].french);
  }
}

static void test_names(void) {
  g_assert_cmpstr(say_name(LANGUAGE_FR, "Therapist 12"), ==, "Massothérapeute 12");
  g_assert_cmpstr(say_name(LANGUAGE_FR, "Room 1"), ==, "Salle 1");
  g_assert_cmpstr(say_name(LANGUAGE_FR, "Duo massage"), ==, "Massage en duo");
  g_assert_cmpstr(say_name(LANGUAGE_EN, "Room 1"), ==, "Room 1");
  /* The owner's own words stay, even where the program says the same word elsewhere. */
  g_assert_cmpstr(say_name(LANGUAGE_FR, "Commission"), ==, "Commission");
  g_assert_cmpstr(say_name(LANGUAGE_FR, "Pay"), ==, "Pay");
  g_assert_cmpstr(say_name(LANGUAGE_FR, "Rooms 1"), ==, "Rooms 1");
  g_assert_cmpstr(say_name(LANGUAGE_FR, "Room"), ==, "Room");
  g_assert_cmpstr(say_name(LANGUAGE_FR, "Table 3"), ==, "Table 3");
  g_assert_cmpstr(say_name(LANGUAGE_FR, "Table for two"), ==, "Table pour deux");
  g_assert_cmpstr(say_name(LANGUAGE_FR, ""), ==, "");
  g_assert_cmpstr(say_name(LANGUAGE_FR, " 3"), ==, " 3");
}

static void check_error(Language language, GQuark domain, int code, const char *message,
                        const char *expected) {
  g_autoptr(GError) error = g_error_new_literal(domain, code, message);
  g_autofree char *text = error_text(language, error);

  g_assert_cmpstr(text, ==, expected);
}

static void test_errors(void) {
  GQuark other = g_quark_from_static_string("test");

  check_error(LANGUAGE_FR, other, 0, "The file is empty.", "Le fichier est vide.");
  check_error(LANGUAGE_FR, G_FILE_ERROR, G_FILE_ERROR_NOENT, "Datei nicht gefunden",
              "Ce fichier n’existe pas.");
  check_error(LANGUAGE_FR, G_FILE_ERROR, G_FILE_ERROR_LOOP, "Zu viele Verweise",
              "Le fichier n’a pas pu être lu ou écrit.");
  check_error(LANGUAGE_EN, other, 0, "not JSON: line 3, column 7: a value is due",
              "This is not readable JSON (line 3, column 7: a value is due).");
  check_error(LANGUAGE_FR, other, 0, "not JSON: line 3, column 7: a value is due",
              "Ce n’est pas du JSON lisible (ligne 3, colonne 7).");
  check_error(LANGUAGE_FR, other, 0, "not a plan: deal.price_cents: a whole number is due",
              "Ce n’est pas un plan d’Aubaine (deal.price_cents).");
}

/* The five cards: within their width, whatever the plan. */
static void check_figures(Language language, const Plan *plan, const Results *results,
                          int value_most) {
  const Study study = {.plan = plan, .results = results};
  for (int i = 0; i < FIGURE_COUNT; i++) {
    Figure figure = {0};

    figure_fill(language, &study, i, &figure);
    check_text(language, figure.label);
    check_text(language, figure.value);
    check_text(language, figure.note);
    g_assert_cmpint(g_utf8_strlen(figure.label, -1), <=, 30);
    g_assert_cmpint(g_utf8_strlen(figure.value, -1), <=, value_most);
    g_assert_cmpint(g_utf8_strlen(figure.note, -1), <=, 32);
    figure_clear(&figure);
    g_assert_null(figure.label);
    figure_clear(&figure);
  }
}

/* The terms of an explanation, read back, add up to its answer. */
static void check_sum(const char *explanation) {
  g_auto(GStrv) lines = g_strsplit(explanation, "\n", -1);
  int64_t sum = 0, cents = 0;

  for (int i = 0; lines[i]; i++) {
    bool answer = g_str_has_prefix(lines[i], "= ");
    g_auto(GStrv) parts = g_strsplit(lines[i] + (answer ? 2 : 0), "  ", 2);
    const char *amount = parts[0][0] == '+' ? parts[0] + 1 : parts[0];

    g_assert_cmpint(money_parse(amount, &cents, NULL), ==, NUMBER_OK);
    if (answer) {
      g_assert_cmpint(sum, ==, cents);
      return;
    }
    sum += cents;
  }
  g_assert_not_reached();
}

static void check_sentences(Language language, const Plan *plan, const Results *results) {
  char *(*const findings[])(Language, const Plan *, const Results *) = {
      finding_waterfall, finding_bookings, finding_heat, finding_cash};
  const Study study = {.plan = plan, .results = results};
  g_autofree char *title = verdict_title(language, &study);
  g_autofree char *reasons = verdict_reasons(language, &study);
  g_autofree char *basis = verdict_basis(language, &study);

  check_text(language, title);
  check_text(language, reasons);
  check_text(language, basis);
  g_assert_cmpint(g_utf8_strlen(title, -1), <=, 130);
  for (gsize i = 0; i < G_N_ELEMENTS(findings); i++) {
    g_autofree char *finding = findings[i](language, plan, results);

    check_text(language, finding);
    g_assert_cmpint(g_utf8_strlen(finding, -1), <=, 120);
  }
  for (int i = 0; i < FIGURE_COUNT; i++) {
    g_autofree char *explanation = explain_figure(language, &study, i);

    check_text(language, explanation);
  }
}

static void check_varied(const VariedPlan *varied) {
  for (Language language = 0; language < LANGUAGE_COUNT; language++) {
    check_figures(language, &varied->plan, &varied->results, 11);
    check_sentences(language, &varied->plan, &varied->results);
    for (int i = 0; i < FIGURE_COUNT; i++) {
      if (i == 0 || (i == 3 && varied->results.has_calendar)) { /* the others are no sums */
        const Study study = {.plan = &varied->plan, .results = &varied->results};
        g_autofree char *explanation = explain_figure(language, &study, i);

        check_sum(explanation);
      }
    }
  }
}

static void test_varied(void) {
  varied_plans_each(g_test_quick() ? 60 : 600, check_varied);
}

static void test_samples(void) {
  g_autofree Plan *plan = g_new0(Plan, 1);
  g_autofree Results *results = g_new0(Results, 1);

  for (int shape = 0; shape < SHAPE_COUNT; shape++) {
    sample_results_fill((ResultsShape)shape, plan, results);
    for (Language language = 0; language < LANGUAGE_COUNT; language++) {
      check_figures(language, plan, results, 18);
      check_sentences(language, plan, results);
    }
  }
}

/* Names and sources of a preset that stay as they are in French. */
static const char *const same_names[] = {"Restaurant", "Massage", "Table 1", "Place 1", NULL};

static void check_preset_name(const char *name) {
  if (!name[0] || strstr(name, "Dholakia") || g_str_has_prefix(name, "Table ") ||
      g_str_has_prefix(name, "Place ")) { /* published works keep their titles */
    return;
  }
  check_pair(g_strdup(say_name(LANGUAGE_EN, name)), g_strdup(say_name(LANGUAGE_FR, name)),
             same_names);
}

static void test_presets(void) {
  g_autofree Plan *plan = g_new0(Plan, 1);

  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill((Preset)preset, 20488, plan);
    check_preset_name(plan->name);
    check_preset_name(plan->business.name);
    for (int i = 0; i < plan->rooms_count; i++) {
      check_preset_name(plan->rooms[i].name);
    }
    for (int i = 0; i < plan->staff_count; i++) {
      check_preset_name(plan->staff[i].name);
    }
    for (int i = 0; i < plan->services_count; i++) {
      check_preset_name(plan->services[i].name);
    }
    for (int i = 0; i < plan->provenance_count; i++) {
      check_preset_name(plan->provenance[i].source);
    }
  }
  for (int i = 0; i < published_figure_count(); i++) {
    check_preset_name(published_figure_at(i)->who);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/words/fields", test_fields);
  g_test_add_func("/words/choices", test_choices);
  g_test_add_func("/words/labels", test_labels);
  g_test_add_func("/words/problems", test_problems);
  g_test_add_func("/words/values", test_values);
  g_test_add_func("/words/schedule", test_schedule);
  g_test_add_func("/words/hours", test_hours);
  g_test_add_func("/words/clock", test_clock);
  g_test_add_func("/words/names", test_names);
  g_test_add_func("/words/errors", test_errors);
  g_test_add_func("/words/presets", test_presets);
  g_test_add_func("/words/varied", test_varied);
  g_test_add_func("/words/samples", test_samples);
  return g_test_run();
}
