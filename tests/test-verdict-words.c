/* The verdict of the simulated years in words: every form, every condition that decides, the
 * reasons by weight, and that what is said is what the structs say. */
#include <string.h>

#include "model/store/plan-json.h"
#include "model/year/year-scratch.h"
#include "tests/books-said.h"
#include "tests/made-up-years.h"
#include "tests/sample-decisions.h"
#include "tests/sample-risk.h"
#include "ui/words/decide-words.h"
#include "ui/words/term-words.h"

#define NBSP "\u00a0"

typedef struct {
  Plan plan;
  Results results;
  Decisions decisions;
  Risk risk;
  Study study;
} Fixture;

/* The example, in 10,000 years of 1,000 that asks were looked at in: all its conditions hold. */
static void set_up(Fixture *fixture, gconstpointer unused) {
  Standing *standing = &fixture->decisions.asks.standing;

  plan_example(&fixture->plan);
  fixture->results.has_calendar = true;
  fixture->decisions.seed = 1;
  fixture->decisions.done = 1u << DECIDE_ASKS;
  *standing = (Standing){.years = 1000, .all_hold = true, .form = VERDICT_AS_ADVERTISING};
  for (int i = 0; i < CONDITION_COUNT; i++)
    standing->condition[i] = (ConditionStanding){
        .applies = i != CONDITION_RESULT, .holds = true, .allowed_per_100k = 10000};
  standing->result.mean_milli = -522000000;
  standing->clients_kept.mean_milli = 81400;
  standing->has_clients_kept = true;
  standing->cost_per_client_kept_cents = 6413;
  fixture->study = (Study){
      .plan = &fixture->plan, .results = &fixture->results, .decisions = &fixture->decisions};
  fixture->plan.clients.usual_advertising_cents_per_new_client = 7000;
}

static void tear_down(Fixture *fixture, gconstpointer unused) {}

static Standing *standing_of(Fixture *fixture) {
  return &fixture->decisions.asks.standing;
}

static void break_by(Standing *standing, Condition condition, int32_t broken_per_100k) {
  standing->condition[condition].holds = false;
  standing->condition[condition].broken_per_100k = broken_per_100k;
  standing->all_hold = false;
  standing->form = VERDICT_NO;
}

static void goal_earn(Fixture *fixture) {
  fixture->plan.conditions.goal = GOAL_EARN;
  standing_of(fixture)->condition[CONDITION_RESULT].applies = true;
  standing_of(fixture)->condition[CONDITION_COST_PER_CLIENT_KEPT].applies = false;
}

/* What stands in writing: a cap and new clients only, and then all holds. */
static Ask *ask_for(Fixture *fixture, int32_t cap) {
  Asks *asks = &fixture->decisions.asks;

  asks->is_needed = true;
  asks->ask_count = 1;
  asks->ask[0] = (Ask){.term_count = 2, .standing = asks->standing};
  asks->ask[0].term[0] = (Term){.kind = TERM_CAP, .amount = cap};
  asks->ask[0].term[1] = (Term){.kind = TERM_NEW_CLIENTS_ONLY};
  for (int i = 0; i < CONDITION_COUNT; i++) {
    asks->ask[0].standing.condition[i].holds = true;
    asks->ask[0].standing.condition[i].broken_per_100k = 4000;
  }
  asks->ask[0].standing.all_hold = true;
  asks->ask[0].standing.form = VERDICT_AS_ADVERTISING;
  return &asks->ask[0];
}

/* Takes the text. */
static void check(Language language, char *text, const char *expected) {
  g_autofree char *taken = text;

  g_assert_cmpstr(taken, ==, expected);
}

static void check_title(const Fixture *fixture, const char *english, const char *french) {
  check(LANGUAGE_EN, verdict_title(LANGUAGE_EN, &fixture->study), english);
  check(LANGUAGE_FR, verdict_title(LANGUAGE_FR, &fixture->study), french);
}

static void check_reason(const Fixture *fixture, int k, const char *english) {
  check(LANGUAGE_EN, verdict_reason(LANGUAGE_EN, &fixture->study, k), english);
}

static void test_yes(Fixture *fixture, gconstpointer unused) {
  Standing *standing = standing_of(fixture);

  standing->form = VERDICT_YES;
  standing->result.mean_milli = 341000000;
  check_title(fixture,
              "Yes: your conditions hold, and on average the deal leaves you about $3,400 more "
              "than no deal",
              "Oui" NBSP ": vos conditions tiennent et, en moyenne, l’offre vous laisse environ "
              "3" NBSP "400" NBSP "$ de plus que sans elle");
  standing->result.mean_milli = -20;
  check_title(fixture, "Yes: all your conditions hold",
              "Oui" NBSP ": toutes vos conditions tiennent");
  g_assert_cmpstr(verdict_badge(LANGUAGE_EN, &fixture->study), ==, "YES");
  check(LANGUAGE_EN, verdict_basis(LANGUAGE_EN, &fixture->study),
        "From 1,000 simulated years, seed 1.");
}

static void test_advertising(Fixture *fixture, gconstpointer unused) {
  check_title(fixture, "Yes, as advertising: it costs about $5,200 for about 81 clients kept",
              "Oui, comme publicité" NBSP ": elle coûte environ 5" NBSP "200" NBSP
              "$ pour environ 81 clients fidélisés");
  check_reason(fixture, 0,
               "A client kept costs about $64 on average; with your usual advertising, $70.");
  check_reason(fixture, 1, "None of your other conditions breaks in 1,000 simulated years.");
  check_reason(fixture, 2, "The result is about -$5,200 on average.");
  check_reason(fixture, 3, NULL);
  g_assert_cmpstr(verdict_badge(LANGUAGE_EN, &fixture->study), ==, "AD");
  g_assert_cmpstr(verdict_badge(LANGUAGE_FR, &fixture->study), ==, "PUB");
}

static void test_if(Fixture *fixture, gconstpointer unused) {
  Standing *standing = standing_of(fixture);
  Ask *ask;

  break_by(standing, CONDITION_WEEKLY_SHARE, 97200);
  ask = ask_for(fixture, 170);
  check_title(fixture,
              "Yes, as advertising, if the contract says: 170 vouchers at most; new clients only",
              "Oui, comme publicité, si le contrat dit" NBSP
              ": 170 bons au plus; nouveaux clients seulement");
  ask->standing.form = VERDICT_YES;
  check(LANGUAGE_EN, verdict_title(LANGUAGE_EN, &fixture->study),
        "Yes, if the contract says: 170 vouchers at most; new clients only");
  g_assert_cmpstr(verdict_badge(LANGUAGE_EN, &fixture->study), ==, "YES, IF");
  g_assert_cmpstr(verdict_badge(LANGUAGE_FR, &fixture->study), ==, "OUI, SI");
  check_reason(fixture, 0,
               "In 97 of 100 simulated years the fullest week has more than 50% deal clients; you "
               "accept 10. With these terms: 4 of 100.");
  check_reason(fixture, 1,
               "With these terms, a client kept costs about $64 on average; with your usual "
               "advertising, $70.");
  check_reason(fixture, 2,
               "With these terms the result is about -$5,200 on average; as the contract stands, "
               "about -$5,200.");
  check(LANGUAGE_EN, verdict_basis(LANGUAGE_EN, &fixture->study),
        "From 1,000 simulated years, seed 1; with the terms, from 1,000. The five figures but "
        "the cap are of the contract as it stands.");
  ask->standing.condition[CONDITION_WAIT].broken_per_100k = 9500;
  ask->standing.condition[CONDITION_WAIT].error_per_100k = 900;
  check(LANGUAGE_EN, verdict_basis(LANGUAGE_EN, &fixture->study),
        "From 1,000 simulated years, seed 1; with the terms, from 1,000. The five figures but "
        "the cap are of the contract as it stands. It is close: another seed could say otherwise.");
}

/* Where the cost is why terms are asked, both costs stand side by side. */
static void test_if_cost(Fixture *fixture, gconstpointer unused) {
  Standing *standing = standing_of(fixture);

  ask_for(fixture, 340);
  break_by(standing, CONDITION_COST_PER_CLIENT_KEPT, 60000);
  standing->cost_per_client_kept_cents = 8247;
  check_reason(fixture, 0,
               "A client kept costs about $82 on average; with your usual advertising, $70. With "
               "these terms: about $64.");
  fixture->decisions.asks.ask[0].standing.result.mean_milli = 1000; /* the reason of the no stays */
  check_reason(fixture, 0,
               "A client kept costs about $82 on average; with your usual advertising, $70. With "
               "these terms, on average the deal earns: its clients cost nothing.");
}

/* The number beside the verdict is the one it asks for, with whatever the cap as it stands is. */
static void test_cap_asked(Fixture *fixture, gconstpointer unused) {
  Figure cap = {0};

  break_by(standing_of(fixture), CONDITION_WEEKLY_SHARE, 97200);
  ask_for(fixture, 174);
  fixture->decisions.done |= 1u << DECIDE_CAP;
  fixture->decisions.cap = (Cap){.binding = CONDITION_WEEKLY_SHARE};
  figure_fill(LANGUAGE_EN, &fixture->study, 1, &cap);
  g_assert_cmpstr(cap.value, ==, "170");
  g_assert_cmpstr(cap.note, ==, "with the terms above");
  figure_clear(&cap);
  fixture->decisions.asks.ask[0].term[0] = fixture->decisions.asks.ask[0].term[1];
  figure_fill(LANGUAGE_EN, &fixture->study, 1, &cap);
  g_assert_cmpstr(cap.value, ==, "none");
  g_assert_cmpstr(cap.note, ==, "without the terms above");
  figure_clear(&cap);
}

/* Figures are means, as titles and answers are; the middle is only explained. */
static void test_means(Fixture *fixture, gconstpointer unused) {
  RiskSpread *spread = fixture->risk.sample[RISK_ALL].spread;
  g_autofree char *explained = NULL;
  Figure result = {0}, refused = {0};

  sample_risk_fill(RISK_SHAPE_USUAL, &fixture->plan, &fixture->results, &fixture->risk);
  fixture->study.risk = &fixture->risk;
  spread[RISK_RESULT_CENTS].mean_milli = INT64_C(-680000000);
  spread[RISK_RESULT_CENTS].percentile[RISK_P50] = -650000;
  spread[RISK_REFUSED_EXTRA].mean_milli = 130000;
  spread[RISK_REFUSED_EXTRA].percentile[RISK_P50] = 120;
  figure_fill(LANGUAGE_EN, &fixture->study, 0, &result);
  figure_fill(LANGUAGE_EN, &fixture->study, 2, &refused);
  explained = explain_figure(LANGUAGE_EN, &fixture->study, 0);
  g_assert_cmpstr(result.value, ==, "about" NBSP "-$6,800");
  g_assert_cmpstr(refused.value, ==, "about" NBSP "130");
  g_assert_nonnull(
      strstr(explained, "On average of the simulated years the result is about -$6,800"));
  g_assert_nonnull(strstr(explained, "in half of them it is above about -$6,500"));
  figure_clear(&result);
  figure_clear(&refused);
}

/* What the site never pays is told beside the verdict, which does not count it. */
static void test_unpaid(Fixture *fixture, gconstpointer unused) {
  g_autofree char *none = verdict_reasons(LANGUAGE_EN, &fixture->study);
  g_autofree char *told = NULL;

  g_assert_null(strstr(none, "stops paying"));
  fixture->results.cash_with.site_unpaid_cents = 1006700;
  fixture->plan.deal.site_stops_paying_date = date_from_ymd(2026, 3, 1);
  told = verdict_reasons(LANGUAGE_EN, &fixture->study);
  g_assert_true(g_str_has_suffix(told, " The site stops paying on March 1, 2026: $10,067.00 never "
                                       "comes, and the verdict does not count it."));
}

/* What holds is no reason of a no. */
static void test_no_names_what_breaks(Fixture *fixture, gconstpointer unused) {
  g_autofree char *reasons = NULL;

  break_by(standing_of(fixture), CONDITION_WAIT, 97200);
  standing_of(fixture)->condition[CONDITION_CASH_FLOOR].broken_per_100k = 4000; /* it holds */
  fixture->decisions.asks.is_needed = true;
  fixture->decisions.asks.hopeless = CONDITION_WAIT;
  check_reason(fixture, 0,
               "In 97 of 100 simulated years more than 5% of deal clients get no place within 21 "
               "days; you accept 10.");
  check_reason(fixture, 1, NULL);
  reasons = verdict_reasons(LANGUAGE_EN, &fixture->study);
  g_assert_null(strstr(reasons, "balance"));
  g_assert_null(strstr(reasons, "client kept"));
}

/* What she has and what she must obtain stand in sentences of their own. */
static void test_if_reasons(Fixture *fixture, gconstpointer unused) {
  g_autofree char *reasons = NULL, *already = NULL;

  break_by(standing_of(fixture), CONDITION_WEEKLY_SHARE, 97200);
  ask_for(fixture, 170)->standing.form = VERDICT_YES;
  fixture->plan.deal.contract_cap = 600;
  reasons = verdict_reasons(LANGUAGE_EN, &fixture->study);
  already = terms_already_text(LANGUAGE_EN, &fixture->plan);
  g_assert_true(g_str_has_prefix(reasons, "Without this in writing: no. In 97 of 100"));
  g_assert_nonnull(already);
  g_assert_true(g_str_has_suffix(reasons, already));
  g_assert_null(strstr(already, "170"));
}

/* Each condition alone, met by no term: named with its number and what she accepts. */
static void test_hopeless(Fixture *fixture, gconstpointer unused) {
  static const struct {
    Condition condition;
    const char *english;
  } cases[] = {
      {CONDITION_RESULT, "No: in 97 of 100 simulated years the deal loses money; you accept 10"},
      {CONDITION_COST_PER_CLIENT_KEPT,
       "No: a client kept costs about $180 on average; with your usual advertising, $70"},
      {CONDITION_WAIT, "No: in 97 of 100 simulated years more than 5% of deal clients get no place "
                       "within 21 days; you accept 10"},
      {CONDITION_REFUSED, "No: in 97 of 100 simulated years more than 5% of your regulars are "
                          "refused because of the deal; you accept 10"},
      {CONDITION_WEEKLY_SHARE, "No: in 97 of 100 simulated years the fullest week has more than "
                               "50% deal clients; you accept 10"},
      {CONDITION_CASH_FLOOR, "No: in 97 of 100 simulated years the balance falls under your "
                             "minimum of $3,000; you accept 10"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    Asks *asks = &fixture->decisions.asks;
    g_autofree char *french = NULL;

    set_up(fixture, NULL);
    if (cases[i].condition == CONDITION_RESULT)
      goal_earn(fixture);
    break_by(&asks->standing, cases[i].condition, 97200);
    if (cases[i].condition == CONDITION_COST_PER_CLIENT_KEPT)
      asks->standing.cost_per_client_kept_cents = 18400;
    asks->is_needed = true;
    asks->hopeless = cases[i].condition;
    check(LANGUAGE_EN, verdict_title(LANGUAGE_EN, &fixture->study), cases[i].english);
    french = verdict_title(LANGUAGE_FR, &fixture->study);
    g_assert_cmpint(g_utf8_strlen(french, -1), <=, 130);
    g_assert_true(is_well_written(LANGUAGE_FR, french));
    g_assert_cmpstr(verdict_badge(LANGUAGE_FR, &fixture->study), ==, "NON");
    {
      g_autofree char *reasons = verdict_reasons(LANGUAGE_EN, &fixture->study);

      g_assert_nonnull(strstr(reasons, "No change of the contract that was tried"));
    }
  }
}

/* Of several broken ones the title names what no term meets; the reasons go on with the others by
 * how far they are past what she accepts. */
static void test_order(Fixture *fixture, gconstpointer unused) {
  Asks *asks = &fixture->decisions.asks;

  break_by(&asks->standing, CONDITION_WAIT, 20000);
  break_by(&asks->standing, CONDITION_REFUSED, 60000);
  break_by(&asks->standing, CONDITION_CASH_FLOOR, 30000);
  asks->is_needed = true;
  asks->hopeless = CONDITION_WAIT;
  check_reason(fixture, 0,
               "In 20 of 100 simulated years more than 5% of deal clients get no place within 21 "
               "days; you accept 10.");
  check_reason(fixture, 1,
               "In 60 of 100 simulated years more than 5% of your regulars are refused because of "
               "the deal; you accept 10.");
  check_reason(fixture, 2,
               "In 30 of 100 simulated years the balance falls under your minimum of $3,000; you "
               "accept 10.");
  asks->hopeless = CONDITION_COUNT;
  check_reason(fixture, 0,
               "In 60 of 100 simulated years more than 5% of your regulars are refused because of "
               "the deal; you accept 10.");
}

/* How many years of how many: never a number that hides which side of the limit it is. */
static void test_years(Fixture *fixture, gconstpointer unused) {
  static const struct {
    int32_t broken;
    const char *english, *french;
  } cases[] = {
      {10300, "In 10.3 of 100 simulated years", "Dans 10,3 années simulées sur 100"},
      {10020, "In 10.02 of 100 simulated years", "Dans 10,02 années simulées sur 100"},
      {9960, "In 9.96 of 100 simulated years", "Dans 9,96 années simulées sur 100"},
      {10000, "In 10 of 100 simulated years", "Dans 10 années simulées sur 100"},
      {1000, "In 1 of 100 simulated years", "Dans 1 année simulée sur 100"},
      {300, "In 3 of 1,000 simulated years", "Dans 3 années simulées sur 1" NBSP "000"},
      {1, "In 1 of 1,000 simulated years", "Dans 1 année simulée sur 1" NBSP "000"},
      {0, "In none of 1,000 simulated years", "Dans 0 des 1" NBSP "000 années simulées"},
      {98800, "In 99 of 100 simulated years", "Dans 99 années simulées sur 100"},
      {99800, "In 998 of 1,000 simulated years", "Dans 998 années simulées sur 1" NBSP "000"},
      {99999, "In 999 of 1,000 simulated years", "Dans 999 années simulées sur 1" NBSP "000"},
      {100000, "In all of 1,000 simulated years", "Dans toutes les 1" NBSP "000 années simulées"},
  };

  goal_earn(fixture);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *en = NULL, *fr = NULL;

    standing_of(fixture)->condition[CONDITION_RESULT].broken_per_100k = cases[i].broken;
    en = verdict_reason(LANGUAGE_EN, &fixture->study, 0);
    fr = verdict_reason(LANGUAGE_FR, &fixture->study, 0);
    g_assert_true(g_str_has_prefix(en, cases[i].english));
    g_assert_true(g_str_has_prefix(fr, cases[i].french));
  }
}

/* A cost that rounds to the usual one is told to the cent. */
static void test_cost_beside(Fixture *fixture, gconstpointer unused) {
  Standing *standing = standing_of(fixture);

  break_by(standing, CONDITION_COST_PER_CLIENT_KEPT, 60000);
  standing->cost_per_client_kept_cents = 7040;
  check_reason(fixture, 0,
               "A client kept costs $70.40 on average; with your usual advertising, $70.");
  standing->has_clients_kept = false;
  check_reason(fixture, 0, "On average no client is kept.");
}

/* Years without terms yet: looked for where somebody looks, else only that it is so. */
static void test_looking(Fixture *fixture, gconstpointer unused) {
  g_autofree char *title = NULL, *reasons = NULL, *alone = NULL, *basis = NULL;

  sample_risk_fill(RISK_SHAPE_FIRST, &fixture->plan, &fixture->results, &fixture->risk);
  fixture->study.risk = &fixture->risk;
  fixture->decisions.done = 0;
  title = verdict_title(LANGUAGE_EN, &fixture->study);
  reasons = verdict_reasons(LANGUAGE_EN, &fixture->study);
  basis = verdict_basis(LANGUAGE_EN, &fixture->study);
  g_assert_true(g_str_has_prefix(title, "No, as the contract stands: in "));
  g_assert_true(g_str_has_suffix(reasons, "Looking for terms that would change it…"));
  g_assert_cmpstr(basis, ==, "Provisional: from 250 simulated years of 10,000 so far, seed 1.");
  fixture->study.decisions = NULL;
  alone = verdict_reasons(LANGUAGE_EN, &fixture->study);
  g_assert_null(strstr(alone, "Looking"));
}

static void test_floor_left_out(Fixture *fixture, gconstpointer unused) {
  g_autofree char *reasons = NULL;

  standing_of(fixture)->condition[CONDITION_CASH_FLOOR].applies = false;
  standing_of(fixture)->floor_left_out = true;
  reasons = verdict_reasons(LANGUAGE_EN, &fixture->study);
  g_assert_true(g_str_has_suffix(reasons, "left out of the verdict."));
}

/* Only the money is judged, and it is said so; a no of the money needs no rooms. */
static void test_without_rooms(Fixture *fixture, gconstpointer unused) {
  static const char *const only = "Only the money is judged: the plan has no rooms, so nothing is "
                                  "known of waiting, refusals and the bank.";
  g_autofree char *yes = NULL, *none = NULL;

  fixture->results.has_calendar = false;
  for (int i = 0; i < CONDITION_COUNT; i++)
    standing_of(fixture)->condition[i].applies = i == CONDITION_COST_PER_CLIENT_KEPT;
  check_title(fixture,
              "Yes, as advertising: it costs about $5,200 for about 81 clients kept (by its money "
              "alone)",
              "Oui, comme publicité" NBSP ": elle coûte environ 5" NBSP "200" NBSP
              "$ pour environ 81 clients fidélisés (d’après l’argent seulement)");
  g_assert_cmpstr(verdict_badge(LANGUAGE_EN, &fixture->study), ==, "AD");
  yes = verdict_reasons(LANGUAGE_EN, &fixture->study);
  g_assert_true(g_str_has_suffix(yes, only));
  standing_of(fixture)->form = VERDICT_YES;
  standing_of(fixture)->result.mean_milli = 341000000;
  check(LANGUAGE_EN, verdict_title(LANGUAGE_EN, &fixture->study),
        "Yes: on average the deal leaves you about $3,400 more than no deal (by its money alone)");
  break_by(standing_of(fixture), CONDITION_COST_PER_CLIENT_KEPT, 100000);
  standing_of(fixture)->result.mean_milli = -522000000;
  standing_of(fixture)->cost_per_client_kept_cents = 9000;
  check(LANGUAGE_EN, verdict_title(LANGUAGE_EN, &fixture->study),
        "No: a client kept costs about $90 on average; with your usual "
        "advertising, $70");

  fixture->study.decisions = NULL;
  check_title(fixture, "No verdict yet: no rooms and no simulated years",
              "Pas encore de verdict" NBSP ": ni salles ni années simulées");
  g_assert_cmpstr(verdict_badge(LANGUAGE_EN, &fixture->study), ==, "?");
  g_assert_cmpint(verdict_form_told(&fixture->study), ==, VERDICT_COUNT);
  check_reason(fixture, 0, NULL);
  none = verdict_reasons(LANGUAGE_EN, &fixture->study);
  g_assert_nonnull(strstr(none, "One used voucher leaves you $0.00."));
}

/* Few letters, without numbers but those of the terms. */
static void test_short(Fixture *fixture, gconstpointer unused) {
  Standing *standing = standing_of(fixture);

  check(LANGUAGE_EN, verdict_title_short(LANGUAGE_EN, &fixture->study), "Yes, as advertising");
  break_by(standing, CONDITION_WEEKLY_SHARE, 97200);
  check(LANGUAGE_EN, verdict_title_short(LANGUAGE_EN, &fixture->study),
        "No: deal clients fill too much of a week");
  ask_for(fixture, 170);
  check(LANGUAGE_EN, verdict_title_short(LANGUAGE_EN, &fixture->study),
        "Yes, as advertising, if: 170 vouchers at most; …");
  check(LANGUAGE_FR, verdict_title_short(LANGUAGE_FR, &fixture->study),
        "Oui, comme publicité, si" NBSP ": 170 bons au plus; …");
}

/* --- what is said is what the structs say ----------------------------------------------------- */

static const char *first_words(const WholeVerdict *whole) {
  switch (whole->form) {
  case VERDICT_YES:
    return whole->if_contract ? "Yes, if the contract says: " : "Yes: ";
  case VERDICT_AS_ADVERTISING:
    return whole->if_contract ? "Yes, as advertising" : "Yes, as advertising: it costs ";
  case VERDICT_NO:
  case VERDICT_COUNT:
    break;
  }
  return whole->is_final ? "No: " : "No, as the contract stands: ";
}

static void check_study(const Study *study) {
  for (Language language = 0; language < LANGUAGE_COUNT; language++) {
    g_autofree char *title = verdict_title(language, study);
    g_autofree char *shorter = verdict_title_short(language, study);
    g_autofree char *reasons = verdict_reasons(language, study);
    g_autofree char *basis = verdict_basis(language, study);

    g_assert_true(is_well_written(language, title));
    g_assert_cmpint(g_utf8_strlen(title, -1), <=, 130);
    g_assert_true(is_well_written(language, shorter));
    g_assert_cmpint(g_utf8_strlen(shorter, -1), <=, VERDICT_SHORT_LETTERS_MAX);
    g_assert_true(is_well_written(language, reasons));
    g_assert_true(is_well_written(language, basis));
    for (int k = 0; k < REASONS_MAX; k++) {
      g_autofree char *reason = verdict_reason(language, study, k);

      if (reason)
        g_assert_true(is_well_written(language, reason));
      for (int other = 0; other < k && reason; other++) {
        g_autofree char *before = verdict_reason(language, study, other);

        g_assert_cmpstr(reason, !=, before);
      }
    }
    for (int i = 0; i < FIGURE_COUNT; i++) {
      g_autofree char *explanation = explain_figure(language, study, i);
      Figure figure = {0};

      figure_fill(language, study, i, &figure);
      g_assert_true(is_well_written(language, explanation));
      g_assert_true(is_well_written(language, figure.value));
      g_assert_true(is_well_written(language, figure.note));
      g_assert_cmpint(g_utf8_strlen(figure.note, -1), <=, 32);
      g_assert_cmpint(g_utf8_strlen(figure.label, -1), <=, 30);
      g_assert_cmpint(g_utf8_strlen(figure.value, -1), <=, 15);
      figure_clear(&figure);
    }
  }
}

static void check_form(const Study *study) {
  g_autofree char *title = verdict_title(LANGUAGE_EN, study);
  Standing standing;
  WholeVerdict whole;

  if (study->risk)
    standing_of_risk(study->plan, study->risk, &standing);
  else
    standing = study->decisions->asks.standing;
  verdict_of_decisions(study->decisions, &standing, &whole);
  g_assert_true(g_str_has_prefix(title, first_words(&whole)));
  g_assert_cmpint(verdict_form_told(study), ==, whole.form);
  g_assert_true(g_str_has_suffix(verdict_badge(LANGUAGE_EN, study), ", IF") == whole.if_contract);
}

static void test_all_shapes(Fixture *fixture, gconstpointer unused) {
  g_autofree YearScratch *scratch = g_new0(YearScratch, 1);

  for (int goal = 0; goal < 2 * GOAL_COUNT; goal++) {
    plan_example(&fixture->plan);
    if (goal >= GOAL_COUNT)
      fixture->plan.rooms_count = 0;
    fixture->plan.conditions.goal = (Goal)(goal % GOAL_COUNT);
    results_compute(&fixture->plan, &fixture->results, scratch);
    for (int risk = -1; risk < RISK_SHAPE_COUNT; risk++) {
      fixture->study.risk = risk < 0 ? NULL : &fixture->risk;
      if (risk >= 0)
        sample_risk_fill((RiskShape)risk, &fixture->plan, &fixture->results, &fixture->risk);
      for (int shape = 0; shape < DECIDE_SHAPE_COUNT; shape++) {
        sample_decisions_fill(&fixture->plan, &fixture->results, shape, &fixture->decisions);
        check_study(&fixture->study);
        if (risk >= 0 || shape != DECIDE_SHAPE_FIRST)
          check_form(&fixture->study);
      }
    }
  }
}

/* --- decided, of years made up ---------------------------------------------------------------- */

/* A week with too many deal clients in 97 years of 100 where more than 200 may be sold, else in 4;
 * a voucher costs $10, one in five comes back. */
static void fill_crowded(const Plan *plan, int year, TrialRun *out) {
  int32_t most = plan->deal.vouchers_sold;

  if (plan->deal.contract_cap != PLAN_NONE)
    most = MIN(most, plan->deal.contract_cap);
  out->applies = 1u << CONDITION_WEEKLY_SHARE | 1u << CONDITION_COST_PER_CLIENT_KEPT;
  out->broken = year * 37 % 100 < (most > 200 ? 97 : 4) ? 1u << CONDITION_WEEKLY_SHARE : 0;
  out->value[RISK_RESULT_CENTS] = -1000 * (int64_t)most;
  out->value[RISK_PEOPLE_RETURNING] = most / 5;
}

/* Nobody comes back, whatever the contract says. */
static void fill_hopeless(const Plan *plan, int year, TrialRun *out) {
  out->applies = 1u << CONDITION_COST_PER_CLIENT_KEPT;
  out->value[RISK_RESULT_CENTS] = -100000;
}

static void fill_earning(const Plan *plan, int year, TrialRun *out) {
  out->applies = 1u << CONDITION_WAIT | 1u << CONDITION_COST_PER_CLIENT_KEPT;
  out->value[RISK_RESULT_CENTS] = 340000;
  out->value[RISK_PEOPLE_RETURNING] = 40;
}

static void test_decided(Fixture *fixture, gconstpointer unused) {
  static const struct {
    void (*fill)(const Plan *plan, int year, TrialRun *out);
    const char *begins;
  } cases[] = {
      {fill_crowded, "Yes, as advertising"},
      {fill_hopeless, "No: on average no client is kept"},
      {fill_earning, "Yes: your conditions hold, and on average the deal leaves you about $3,400"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree DecideScratch *scratch = g_new0(DecideScratch, 1); /* it keeps years of its own */
    MadeUpYears years = {.fill = cases[i].fill};
    TrialRunner runner = made_up_runner(&years);
    g_autofree char *title = NULL;
    Figure cap = {0};

    decisions_begin(&fixture->plan, 1, true, &fixture->decisions);
    g_assert_true(
        decisions_compute(&fixture->decisions, DECIDE_QUOTA, &fixture->plan, &runner, scratch));
    g_assert_true(
        decisions_compute(&fixture->decisions, DECIDE_CAP, &fixture->plan, &runner, scratch));
    g_assert_true(
        decisions_compute(&fixture->decisions, DECIDE_ASKS, &fixture->plan, &runner, scratch));
    title = verdict_title(LANGUAGE_EN, &fixture->study);
    g_test_message("%s", title);
    g_assert_true(g_str_has_prefix(title, cases[i].begins));
    check_study(&fixture->study);
    check_form(&fixture->study);
    figure_fill(LANGUAGE_EN, &fixture->study, 1, &cap);
    if (cases[i].fill == fill_crowded) {
      g_assert_nonnull(strstr(title, "if the contract says: "));
      g_assert_nonnull(strstr(title, "200 vouchers at most"));
      g_assert_cmpstr(cap.value, ==, "200");
      g_assert_cmpstr(cap.note, ==, "with the terms above");
    }
    if (cases[i].fill == fill_hopeless)
      g_assert_cmpstr(cap.value, ==, "none");
    figure_clear(&cap);
  }
}

int main(int argc, char **argv) {
  static const struct {
    const char *path;
    void (*test)(Fixture *fixture, gconstpointer unused);
  } tests[] = {
      {"/verdict-words/yes", test_yes},
      {"/verdict-words/advertising", test_advertising},
      {"/verdict-words/if", test_if},
      {"/verdict-words/if-cost", test_if_cost},
      {"/verdict-words/cap-asked", test_cap_asked},
      {"/verdict-words/means", test_means},
      {"/verdict-words/unpaid", test_unpaid},
      {"/verdict-words/no-names-what-breaks", test_no_names_what_breaks},
      {"/verdict-words/if-reasons", test_if_reasons},
      {"/verdict-words/hopeless", test_hopeless},
      {"/verdict-words/order", test_order},
      {"/verdict-words/years", test_years},
      {"/verdict-words/cost-beside", test_cost_beside},
      {"/verdict-words/looking", test_looking},
      {"/verdict-words/floor-left-out", test_floor_left_out},
      {"/verdict-words/without-rooms", test_without_rooms},
      {"/verdict-words/short", test_short},
      {"/verdict-words/all-shapes", test_all_shapes},
      {"/verdict-words/decided", test_decided},
  };

  g_test_init(&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
    g_test_add(tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run();
}
