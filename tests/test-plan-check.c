/* The validator: every code from a plan one step away from the example, what must be clean, and
 * plans of any values. */
#include <glib.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/presets.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/any-plan.h"
#include "tests/plan-check-cases.h"

static Plan plan;
static Problems problems, again;

static const Problem *find(ProblemCode code, const char *path) {
  for (int i = 0; i < problems.count; i++) {
    if (problems.problem[i].code == code &&
        (!path || strcmp(problems.problem[i].path, path) == 0)) {
      return &problems.problem[i];
    }
  }
  return NULL;
}

static void print_problems(void) {
  for (int i = 0; i < problems.count; i++) {
    const Problem *problem = &problems.problem[i];

    g_test_message("%s at %s: %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, problem_name(problem->code),
                   problem->path, problem->values[0], problem->values[1]);
  }
}

static void assert_clean(void) {
  plan_check(&plan, &problems);
  print_problems();
  g_assert_cmpint(problems.count, ==, 0);
  g_assert_cmpint(problems.blocking_count, ==, 0);
}

static void test_clean(void) {
  plan_example(&plan);
  assert_clean();
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    for (int month = 1; month <= 12; month++) {
      preset_fill((Preset)preset, date_from_ymd(2026, month, 28), &plan);
      assert_clean();
    }
  }
}

static void take_steps(const char *steps) {
  g_auto(GStrv) step = g_strsplit(steps, " ", -1);

  for (int i = 0; step[i]; i++) {
    char *equal = strchr(step[i], '=');
    const char *why = NULL;

    *equal = '\0';
    if (!plan_set_from_text(&plan, step[i], equal + 1, &why)) {
      g_error("%s: %s", step[i], why);
    }
  }
}

static bool produced[PROBLEM_CODE_COUNT];

static void assert_told(const Step *step) {
  plan_check(&plan, &problems);
  const Problem *problem = find(step->code, step->path);

  g_test_message("%s by %s", problem_name(step->code), step->steps);
  print_problems();
  g_assert_nonnull(problem);
  g_assert_true(step->code < WARNING_FIRST || problems.blocking_count == 0);
  for (int i = 0; i < PROBLEM_VALUES_MAX; i++) {
    g_assert_cmpint(problem->values[i], ==, step->values[i]);
  }
  produced[step->code] = true;
}

static void take_small_steps(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(STEPS); i++) {
    plan_example(&plan);
    take_steps(STEPS[i].steps);
    assert_told(&STEPS[i]);
  }
}

/* What takes more than fields that are set. */
static void take_larger_steps(void) {
  plan_example(&plan);
  plan_set(&plan, "deal.tax_treatment", 17);
  assert_told(&(Step){PROBLEM_NOT_A_CHOICE, "", "deal.tax_treatment", {17}});

  plan_example(&plan);
  plan.services_count = 0;
  assert_told(&(Step){PROBLEM_NO_SERVICE, "", "services", {0}});

  plan_example(&plan);
  plan.hours_count = 0;
  assert_told(&(Step){PROBLEM_NO_OPEN_DAY, "", "hours", {0}});

  plan_example(&plan);
  memset(plan.deal.allowed_weekdays, 0, sizeof plan.deal.allowed_weekdays);
  assert_told(&(Step){PROBLEM_NO_ALLOWED_WEEKDAY, "", "deal.allowed_weekdays", {0}});

  plan_example(&plan);
  memset(plan.regulars.start_weight_by_hour, 0, sizeof plan.regulars.start_weight_by_hour);
  assert_told(&(Step){PROBLEM_WEIGHTS_ZERO, "", "regulars.start_weight_by_hour", {0}});

  plan_example(&plan);
  memset(plan.name, 'x', sizeof plan.name);
  assert_told(&(Step){PROBLEM_ABOVE_MAXIMUM, "", "name", {PLAN_TEXT_SIZE, PLAN_TEXT_SIZE - 1}});

  plan_example(&plan);
  plan.staff[2].shifts_count = -1;
  assert_told(&(Step){PROBLEM_BELOW_MINIMUM, "", "staff[2].shifts", {-1, 0}});

  plan_example(&plan);
  plan.rooms_count = ROOMS_MAX + 1;
  assert_told(&(Step){PROBLEM_ABOVE_MAXIMUM, "", "rooms", {ROOMS_MAX + 1, ROOMS_MAX}});
}

static void test_every_code(void) {
  take_small_steps();
  take_larger_steps();
  for (int code = 0; code < PROBLEM_CODE_COUNT; code++) {
    g_assert_nonnull(problem_name((ProblemCode)code));
    if (!produced[code]) {
      g_error("no test produces %s", problem_name((ProblemCode)code));
    }
  }
}

static void test_edges(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(STEPS_TO_CLEAN); i++) {
    plan_example(&plan);
    take_steps(STEPS_TO_CLEAN[i]);
    g_test_message("%s", STEPS_TO_CLEAN[i]);
    assert_clean();
  }
  for (gsize i = 0; i < G_N_ELEMENTS(STEPS_TO_POSSIBLE); i++) {
    plan_example(&plan);
    take_steps(STEPS_TO_POSSIBLE[i]);
    g_test_message("%s", STEPS_TO_POSSIBLE[i]);
    plan_check(&plan, &problems);
    print_problems();
    g_assert_cmpint(problems.blocking_count, ==, 0);
    g_assert_cmpint(problems.count, >, 0);
  }
}

/* Every rate that is a share of something stays within the whole. */
static void test_rates(void) {
  int rates = 0;

  for (int i = 0; i < field_count(); i++) {
    const Field *field = field_at(i);

    if (field->unit != UNIT_PER_100K || field->list || field->maximum != 100000) {
      continue;
    }
    plan_example(&plan);
    g_assert_true(plan_set(&plan, field->path, -1));
    assert_told(&(Step){PROBLEM_BELOW_MINIMUM, "-1", field->path, {-1, 0}});
    g_assert_true(plan_set(&plan, field->path, 100001));
    assert_told(&(Step){PROBLEM_ABOVE_MAXIMUM, "100001", field->path, {100001, 100000}});
    rates++;
  }
  g_assert_cmpint(rates, >, 20);
}

/* Nothing of the calendar is asked where there is no room. */
static void test_no_rooms(void) {
  plan_example(&plan);
  plan.rooms_count = plan.hours_count = plan.staff_count = 0;
  plan.provenance_count = 0;
  assert_clean();
}

/* Problems first, each sort by where its field stands; told once; the counts are right. */
static void assert_in_order(void) {
  int blocking = 0;
  gsize last = 0;

  g_assert_cmpint(problems.count, >=, 0);
  g_assert_cmpint(problems.count, <=, PROBLEMS_MAX);
  for (int i = 0; i < problems.count; i++) {
    const Problem *problem = &problems.problem[i];
    FieldPlace place;
    void *elements = NULL;

    if (problem->code < WARNING_FIRST) {
      g_assert_cmpint(blocking, ==, i);
      blocking++;
    } else if (i == blocking) {
      last = 0;
    }
    if (field_find(problem->path)) {
      g_assert_true(field_place(&plan, problem->path, false, &place));
      elements = place.value;
    } else {
      g_assert_nonnull(field_list_place(&plan, problem->path, &elements, NULL));
    }
    gsize offset = (gsize)((char *)elements - (char *)&plan);

    g_assert_cmpuint(offset, >=, last);
    last = offset;
    for (int k = 0; k < i; k++) {
      g_assert_false(problems.problem[k].code == problem->code &&
                     strcmp(problems.problem[k].path, problem->path) == 0);
    }
  }
  g_assert_cmpint(problems.blocking_count, ==, blocking);
}

typedef struct {
  GRand *luck;
  int wanted; /* the value of this number is changed */
  bool near;  /* to one of its bounds or inside them */
} Mutation;

static bool visit_mutation(const FieldStop *stop, void *data) {
  Mutation *mutation = data;

  if (mutation->wanted-- != 0) {
    return true;
  }
  if (!stop->field) {
    gint32 count = g_rand_int_range(mutation->luck, -2, stop->list->capacity + 3);

    if (stop->list->count_offset != SIZE_MAX) {
      memcpy((char *)stop->value - stop->list->offset + stop->list->count_offset, &count,
             sizeof count);
    }
  } else if (stop->field->type == FIELD_TEXT) {
    memset(stop->value, g_rand_int_range(mutation->luck, 0, 3) * 60, (gsize)stop->field->maximum);
  } else if (stop->field->type == FIELD_CHOICE && !mutation->near) {
    field_put(&(FieldPlace){stop->field, stop->value}, (gint32)g_rand_int(mutation->luck));
  } else {
    gint64 number = any_number(mutation->luck, stop->field);

    if (mutation->near) {
      number = CLAMP(number, stop->field->minimum, stop->field->maximum);
    }
    field_put(&(FieldPlace){stop->field, stop->value}, number);
  }
  return false;
}

/* Blocking problems are those listed before the first warning, whatever the plan holds. */
static void test_mutations(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(13);
  int clean = 0;

  for (int i = 0; i < 2000; i++) {
    if (i % 7 == 0) {
      any_plan_draw(luck, 1 + i % 40, &plan);
    } else if (i % 2 == 0) {
      plan_example(&plan);
    } else {
      preset_fill((Preset)(i / 2 % PRESET_COUNT), date_from_ymd(2026, 2, 4), &plan);
    }
    for (int k = g_rand_int_range(luck, 1, 6); k > 0; k--) {
      plan_walk(
          &plan, visit_mutation,
          &(Mutation){luck, g_rand_int_range(luck, 0, 500), g_rand_int_range(luck, 0, 3) > 0});
    }
    plan_check(&plan, &problems);
    plan_check(&plan, &again);
    g_assert_cmpmem(&problems, sizeof problems, &again, sizeof again);
    /* A count out of range leaves no place to look up; those plans need only not crash. */
    bool counted = true;

    for (int k = 0; k < problems.count; k++) {
      counted = counted && !field_list_find(problems.problem[k].path);
    }
    if (counted) {
      assert_in_order();
    }
    clean += problems.blocking_count == 0 ? 1 : 0;
  }
  g_test_message("%d of 2000 can be computed", clean);
  g_assert_cmpint(clean, >, 200);
  g_assert_cmpint(clean, <, 1800);
}

/* A problem stands before a warning even where its field stands after. */
static void test_problems_first(void) {
  plan_example(&plan);
  take_steps("deal.list_price_cents=16001 deal.allowed_end_minute=1");
  plan_check(&plan, &problems);
  assert_in_order();
  g_assert_cmpint(problems.count, ==, 2);
  g_assert_cmpint(problems.problem[0].code, ==, PROBLEM_LIMITS_EXCLUDE_ALL);
  g_assert_cmpint(problems.problem[1].code, ==, WARNING_LIST_PRICE_ABOVE_SERVICE);
}

/* A list that is full keeps those whose fields stand first, in whatever order they are found. */
static void test_full_list(void) {
  any_plan_fill_lists(G_MAXINT, &plan);
  plan_check(&plan, &problems);
  g_assert_cmpint(problems.count, ==, PROBLEMS_MAX);
  g_assert_cmpint(problems.blocking_count, ==, PROBLEMS_MAX);
  g_assert_cmpstr(problems.problem[0].path, ==, "name");
  assert_in_order();

  plan_example(&plan);
  plan.hours_count = 0;
  plan.staff[0].shifts_count = SHIFTS_MAX;
  for (int i = 0; i < SHIFTS_MAX; i++) {
    plan.staff[0].shifts[i] = plan.staff[0].shifts[0];
  }
  for (plan.staff_count = 1; plan.staff_count < 6; plan.staff_count++) {
    plan.staff[plan.staff_count] = plan.staff[0];
  }
  plan_check(&plan, &problems);
  g_assert_cmpint(problems.count, ==, PROBLEMS_MAX);
  g_assert_cmpint(problems.blocking_count, ==, PROBLEMS_MAX);
  g_assert_cmpint(problems.problem[0].code, ==, PROBLEM_NO_OPEN_DAY);
  g_assert_cmpstr(problems.problem[PROBLEMS_MAX - 1].path, ==, "staff[4].shifts[11].begin_minute");
  assert_in_order();
}

static void test_speed(void) {
  plan_example(&plan);
  gint64 begin = g_get_monotonic_time();

  for (int i = 0; i < 1000; i++) {
    plan_check(&plan, &problems);
  }
  g_test_message("the example is checked in %.1f us",
                 (double)(g_get_monotonic_time() - begin) / 1000);
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/plan-check/clean", test_clean);
  g_test_add_func("/plan-check/every-code", test_every_code);
  g_test_add_func("/plan-check/edges", test_edges);
  g_test_add_func("/plan-check/rates", test_rates);
  g_test_add_func("/plan-check/no-rooms", test_no_rooms);
  g_test_add_func("/plan-check/mutations", test_mutations);
  g_test_add_func("/plan-check/problems-first", test_problems_first);
  g_test_add_func("/plan-check/full-list", test_full_list);
  g_test_add_func("/plan-check/speed", test_speed);
  return g_test_run();
}
