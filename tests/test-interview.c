/* From the answers of a first deal to its plan. */
#include <glib.h>
#include <string.h>

#include "model/interview/interview.h"
#include "model/plan/fields.h"

#define SALE date_from_ymd(2026, 2, 4)

static Plan plan, other;

static int check(const Interview *interview) {
  static InterviewProblem problems[INTERVIEW_PROBLEMS_MAX];

  return interview_check(interview, problems);
}

static Interview begin(Preset preset) {
  Interview interview;

  interview_init(&interview, preset, SALE);
  return interview;
}

static void answer(Interview *interview, InterviewQuestion question, int64_t value) {
  interview->answer[question] = (InterviewAnswer){true, value};
}

/* Nothing known: the preset, but for the wording, with ranges at least as wide. */
static void test_nothing_known(void) {
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    Interview interview = begin((Preset)preset);

    g_assert_cmpint(check(&interview), ==, 0);
    interview_apply(&interview, &plan);
    preset_fill((Preset)preset, SALE, &other);
    g_assert_cmpint(plan.deal.price_tax_wording, ==, WORDING_NOT_CHECKED);
    for (int i = 0; i < other.uncertainty_count; i++) {
      g_assert_cmpstr(plan.uncertainty[i].path, ==, other.uncertainty[i].path);
      g_assert_cmpint(plan.uncertainty[i].low, <=, other.uncertainty[i].low);
      g_assert_cmpint(plan.uncertainty[i].likely, ==, other.uncertainty[i].likely);
      g_assert_cmpint(plan.uncertainty[i].high, >=, other.uncertainty[i].high);
    }
    g_assert_cmpint(plan.uncertainty_count, >, other.uncertainty_count);
    plan.deal.price_tax_wording = other.deal.price_tax_wording;
    memcpy(plan.uncertainty, other.uncertainty, sizeof plan.uncertainty);
    plan.uncertainty_count = other.uncertainty_count;
    char path[PLAN_PATH_SIZE];

    if (plan_first_difference(&plan, &other, path, sizeof path)) {
      g_test_message("%s", path);
      g_test_fail();
    }
  }
}

/* What may change with the answer to a question, by the beginning of its path. */
static bool may_change(InterviewQuestion question, const char *path) {
  static const struct {
    InterviewQuestion question;
    const char *beginnings[6];
  } more[] = {
      {QUESTION_SERVICE, {"name", "services[", NULL}},
      {QUESTION_LIST_PRICE, {"services[", "deal.price_cents", NULL}},
      {QUESTION_PEOPLE, {"services[", NULL}},
      {QUESTION_MINUTES, {"services[", NULL}},
      {QUESTION_SUPPLIES, {"services[", NULL}},
      {QUESTION_GUARANTEE, {"staff[", "services[", "deal_pay", NULL}},
      {QUESTION_WAGE, {"staff[", NULL}},
      {QUESTION_PAY_SHARE, {"services[", NULL}},
      {QUESTION_FRIDAY_NO, {"regulars.wanted_milli_visits", NULL}},
  };
  const char *own = interview_question(question)->path;

  if (g_str_has_prefix(path, "provenance") || g_str_has_prefix(path, "uncertainty") ||
      (own && g_str_has_prefix(path, own))) {
    return true;
  }
  if (question >= QUESTION_MONDAY && question <= QUESTION_SUNDAY) {
    return g_str_has_prefix(path, "hours") || g_str_has_prefix(path, "staff[") ||
           strstr(path, "start_minutes") != NULL;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(more); i++) {
    for (int k = 0; more[i].question == question && more[i].beginnings[k]; k++) {
      if (g_str_has_prefix(path, more[i].beginnings[k])) {
        return true;
      }
    }
  }
  return false;
}

static InterviewQuestion asked;
static int changed_count;

static bool visit_value(const FieldStop *stop, void *data) {
  char path[PLAN_PATH_SIZE];
  FieldPlace place;

  field_stop_path(stop, path);
  if (!stop->field || g_str_has_prefix(path, "provenance") ||
      g_str_has_prefix(path, "uncertainty")) {
    return true;
  }
  bool is_there = field_place(&other, path, false, &place);
  FieldPlace mine = {stop->field, stop->value};
  bool is_same =
      is_there && (stop->field->type == FIELD_TEXT ? strcmp(stop->value, place.value) == 0
                                                   : field_get(&mine) == field_get(&place));

  if (!is_same) {
    changed_count++;
    if (!may_change(asked, path)) {
      g_test_message("question %d changed %s", asked, path);
      g_test_fail();
    }
  }
  return true;
}

/* Another answer than the fallback. */
static int64_t another_answer(const Interview *interview, InterviewQuestion question) {
  const QuestionFacts *facts = interview_question(question);

  if (facts->kind == ANSWER_CHOICE) {
    int64_t taken = interview_fallback(interview, question);

    return facts->choices[0] == taken ? facts->choices[1] : facts->choices[0];
  }
  if (question == QUESTION_CAP) {
    return 250;
  }
  int64_t taken = interview_fallback(interview, question);
  int64_t value = taken + (facts->kind == ANSWER_MONEY      ? 700
                           : facts->kind == ANSWER_COUNT_OF ? 3
                           : facts->kind == ANSWER_MILLI    ? 2000
                                                            : 7000);

  return value <= facts->maximum ? value : taken - 7000;
}

/* Each answer changes something of its own, and only that, and says that it is hers. */
static void test_each_answer(void) {
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    for (int question = 0; question < QUESTION_COUNT; question++) {
      Interview interview = begin((Preset)preset);

      asked = (InterviewQuestion)question;
      if (!interview_asks(&interview, asked)) {
        continue;
      }
      interview_apply(&interview, &other);
      if (asked == QUESTION_SERVICE) {
        interview.answer[asked].known = true;
        g_strlcpy(interview.service_name, "Hot stones", sizeof interview.service_name);
      } else {
        answer(&interview, asked, another_answer(&interview, asked));
      }
      interview_apply(&interview, &plan);
      changed_count = 0;
      plan_walk(&plan, visit_value, NULL);
      g_test_message("preset %d question %d: %d", preset, question, changed_count);
      g_assert_cmpint(changed_count, >, 0);
      const char *path = interview_question(asked)->path;

      if (path && asked != QUESTION_SERVICE && !strchr(path, '[')) {
        const Provenance *said = plan_provenance(&plan, path);

        g_assert_cmpint(said->kind, ==, interview_question(asked)->provenance);
      }
    }
  }
}

static void test_wanted_from_served(void) {
  Interview interview = begin(PRESET_SPA);

  answer(&interview, QUESTION_MONDAY + 3, 8000);
  answer(&interview, QUESTION_MONDAY + 4, 12000);
  answer(&interview, QUESTION_MONDAY + 5, 15000);
  answer(&interview, QUESTION_FRIDAY_NO, 20000);
  interview_apply(&interview, &plan);
  g_assert_cmpint(plan.regulars.wanted_milli_visits[3], ==, 8000);
  g_assert_cmpint(plan.regulars.wanted_milli_visits[4], ==, 15000);
  g_assert_cmpint(plan.regulars.wanted_milli_visits[5], ==, 18750);
}

static void test_days_open_and_close(void) {
  Interview interview = begin(PRESET_SPA);

  answer(&interview, QUESTION_MONDAY, 0);
  answer(&interview, QUESTION_SUNDAY, 5000);
  interview_apply(&interview, &plan);
  g_assert_cmpint(plan.hours_count, ==, 6);
  g_assert_cmpint(plan.hours[0].weekday, ==, 1);
  g_assert_cmpint(plan.hours[5].weekday, ==, 6);
  for (int i = 0; i < plan.staff_count; i++) {
    int on_saturday = 0, on_sunday = 0;

    for (int k = 0; k < plan.staff[i].shifts_count; k++) {
      g_assert_cmpint(plan.staff[i].shifts[k].weekday, !=, 0);
      on_saturday += plan.staff[i].shifts[k].weekday == 5;
      on_sunday += plan.staff[i].shifts[k].weekday == 6;
    }
    g_assert_cmpint(on_saturday, ==, on_sunday);
  }
  g_assert_cmpint(check(&interview), ==, 0);
}

/* Months answered are 80, 100 or 120 of a normal one; those left alone the preset's to the percent.
 */
static bool season_is(const Interview *interview, const int32_t expected[12]) {
  interview_apply(interview, &plan);
  return memcmp(plan.regulars.season_per_100k, expected, 12 * sizeof *expected) == 0;
}

static void test_season(void) {
  Interview interview = begin(PRESET_SPA);
  int32_t expected[12];

  preset_fill(PRESET_SPA, SALE, &other);
  memcpy(expected, other.regulars.season_per_100k, sizeof expected);
  g_assert_cmpint(expected[0], ==, 85000);
  g_assert_true(season_is(&interview, expected));
  answer(&interview, QUESTION_JANUARY, SEASON_QUIET);
  answer(&interview, QUESTION_JANUARY + 6, SEASON_NORMAL);
  answer(&interview, QUESTION_DECEMBER, SEASON_BUSY);
  expected[0] = 80000;
  expected[6] = 100000;
  expected[11] = 120000;
  g_assert_true(season_is(&interview, expected));
  g_assert_cmpint(plan_provenance(&plan, "regulars.season_per_100k[6]")->kind, ==, PROVENANCE_MINE);
  g_assert_cmpint(plan_provenance(&plan, "regulars.season_per_100k[5]")->kind, !=, PROVENANCE_MINE);
  g_assert_cmpint(check(&interview), ==, 0);
  /* The fault that would be the easiest to make: one month beside. */
  interview.answer[QUESTION_JANUARY + 5] = interview.answer[QUESTION_JANUARY + 6];
  interview.answer[QUESTION_JANUARY + 6].known = false;
  g_assert_false(season_is(&interview, expected));
  static const struct {
    int64_t season;
    InterviewSeason called;
  } called[] = {{0, SEASON_QUIET},       {90000, SEASON_QUIET}, {90001, SEASON_NORMAL},
                {109999, SEASON_NORMAL}, {110000, SEASON_BUSY}, {300000, SEASON_BUSY}};

  for (gsize i = 0; i < G_N_ELEMENTS(called); i++) {
    g_assert_cmpint(interview_season(called[i].season), ==, called[i].called);
  }
}

static const Uncertainty *range_of(const char *path) {
  for (int i = 0; i < plan.uncertainty_count; i++) {
    if (strcmp(plan.uncertainty[i].path, path) == 0) {
      return &plan.uncertainty[i];
    }
  }
  return NULL;
}

/* How people book is uncertain until she says it. */
static void test_unknown_bookings_are_uncertain(void) {
  Interview interview = begin(PRESET_SPA);

  interview_apply(&interview, &plan);
  for (int i = QUESTION_LEAD; i <= QUESTION_PATIENCE; i++) {
    const Uncertainty *range = range_of(interview_question((InterviewQuestion)i)->path);

    g_assert_nonnull(range);
    g_assert_cmpint(range->low, ==, range->likely / 2);
    g_assert_cmpint(range->high, >, range->likely);
    answer(&interview, (InterviewQuestion)i, 5);
  }
  interview_apply(&interview, &plan);
  for (int i = QUESTION_LEAD; i <= QUESTION_PATIENCE; i++) {
    g_assert_null(range_of(interview_question((InterviewQuestion)i)->path));
  }
}

static void test_price_and_discount(void) {
  Interview interview = begin(PRESET_SPA);

  answer(&interview, QUESTION_LIST_PRICE, 12000);
  interview_apply(&interview, &plan);
  g_assert_cmpint(plan.deal.price_cents, ==, 6000);
  answer(&interview, QUESTION_DISCOUNT, 40000);
  interview_apply(&interview, &plan);
  g_assert_cmpint(plan.deal.price_cents, ==, 7200);
  answer(&interview, QUESTION_PRICE, 4900);
  interview_apply(&interview, &plan);
  g_assert_cmpint(plan.deal.price_cents, ==, 4900);
}

/* One therapist gives no duo; who receives one client at a time with one does. */
static void test_wrong_answers(void) {
  static const struct {
    Preset preset;
    InterviewQuestion question;
    int64_t value;
    InterviewQuestion told_at;
  } wrong[] = {
      {PRESET_SPA, QUESTION_PRICE, 20000, QUESTION_PRICE},
      {PRESET_SPA, QUESTION_COMMISSION, 120000, QUESTION_COMMISSION},
      {PRESET_HAIR, QUESTION_VOUCHERS, 0, QUESTION_VOUCHERS},
      {PRESET_HAIR, QUESTION_VOUCHERS, 100001, QUESTION_VOUCHERS},
      {PRESET_SPA, QUESTION_STAFF, 1, QUESTION_STAFF},
      {PRESET_SPA, QUESTION_PEOPLE, 8, QUESTION_STAFF},
      {PRESET_RESTAURANT, QUESTION_MINUTES, 400, QUESTION_MINUTES},
      {PRESET_CLASS, QUESTION_MINUTES, 1000, QUESTION_MINUTES},
      {PRESET_SPA, QUESTION_FRIDAY_NO, 90000, QUESTION_FRIDAY_NO},
      {PRESET_ONE_OFF, QUESTION_USED, -1, QUESTION_USED},
  };
  InterviewProblem problems[INTERVIEW_PROBLEMS_MAX];

  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    Interview interview = begin(wrong[i].preset);

    answer(&interview, wrong[i].question, wrong[i].value);
    g_test_message("row %d", (int)i);
    g_assert_cmpint(interview_check(&interview, problems), >, 0);
    g_assert_cmpint(problems[0].question, ==, wrong[i].told_at);
  }
  Interview alone = begin(PRESET_SPA);

  answer(&alone, QUESTION_STAFF, 1);
  answer(&alone, QUESTION_PEOPLE, 1);
  g_assert_cmpint(check(&alone), ==, 0);
  Interview closed = begin(PRESET_SPA);

  for (int i = 0; i < 7; i++) {
    answer(&closed, (InterviewQuestion)(QUESTION_MONDAY + i), 0);
  }
  g_assert_cmpint(interview_check(&closed, problems), >, 0);
  g_assert_cmpint(problems[0].question, ==, QUESTION_MONDAY);
}

static int64_t random_answer(GRand *random, InterviewQuestion question) {
  const QuestionFacts *facts = interview_question(question);
  double part = g_rand_double(random);

  if (g_rand_int_range(random, 0, 12) == 0) {
    return g_rand_boolean(random) ? INT64_MAX : INT64_MIN + 1;
  }
  /* Small values are the usual ones. */
  return facts->minimum +
         (int64_t)((double)(facts->maximum - facts->minimum) * part * part * part * part);
}

/* Whatever she answers: a plan that can be computed, or problems at questions that are asked. */
static void test_random_answers(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(6);
  static InterviewProblem problems[INTERVIEW_PROBLEMS_MAX];
  static Problems found;
  int sensible = 0;

  for (int round = 0; round < 4000; round++) {
    Interview interview = begin((Preset)(round % PRESET_COUNT));
    int every = g_rand_int_range(random, 1, 12);

    for (int i = 1; i < QUESTION_COUNT; i++) {
      if (g_rand_int_range(random, 0, every) == 0) {
        answer(&interview, (InterviewQuestion)i, random_answer(random, (InterviewQuestion)i));
      }
    }
    int count = interview_check(&interview, problems);

    for (int i = 0; i < count; i++) {
      g_assert_true(interview_asks(&interview, problems[i].question));
    }
    interview_apply(&interview, &plan);
    for (int i = 1; i < QUESTION_COUNT; i++) {
      if (interview_asks(&interview, (InterviewQuestion)i)) {
        interview_fallback(&interview, (InterviewQuestion)i);
      }
    }
    plan_check(&plan, &found);
    if (count == 0) {
      g_assert_cmpint(found.blocking_count, ==, 0);
      sensible++;
    }
  }
  g_test_message("%d sensible plans", sensible);
  g_assert_cmpint(sensible, >, 500);
}

/* The sources shown are the preset's own. */
static void test_sources(void) {
  Interview interview = begin(PRESET_SPA);
  const Provenance *source = interview_source(&interview, QUESTION_COMMISSION, &plan);

  g_assert_nonnull(source);
  g_assert_cmpint(source->kind, ==, PROVENANCE_PRESET);
  g_assert_nonnull(interview_source(&interview, QUESTION_PAY_SHARE, &plan));
  g_assert_null(interview_source(&interview, QUESTION_CASH, &plan));
  for (int i = 1; i < QUESTION_COUNT; i++) {
    interview_source(&interview, (InterviewQuestion)i, &plan);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/interview/nothing-known", test_nothing_known);
  g_test_add_func("/interview/each-answer", test_each_answer);
  g_test_add_func("/interview/wanted-from-served", test_wanted_from_served);
  g_test_add_func("/interview/days-open-and-close", test_days_open_and_close);
  g_test_add_func("/interview/season", test_season);
  g_test_add_func("/interview/unknown-bookings", test_unknown_bookings_are_uncertain);
  g_test_add_func("/interview/price-and-discount", test_price_and_discount);
  g_test_add_func("/interview/wrong-answers", test_wrong_answers);
  g_test_add_func("/interview/random-answers", test_random_answers);
  g_test_add_func("/interview/sources", test_sources);
  return g_test_run();
}
