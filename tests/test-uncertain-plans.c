/* Uncertain inputs: whatever ranges the validator takes, every plan drawn from them makes sense and
 * has a year. `-m slow` draws more. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/presets.h"
#include "model/plan/problem.h"
#include "model/plan/range.h"
#include "model/results/results.h"
#include "model/store/plan-json.h"
#include "model/year/year-scratch.h"

#define RANGES_MOST 6
#define DRAWS 6
#define PLANS 200
#define PLANS_SLOW 1500
#define VOUCHERS_MOST 2000 /* a year of 100,000 takes long */

typedef struct {
  Plan plan, drawn;
  Results results;
  YearScratch scratch;
  Problems problems;
} World;

/* Every number of a plan that could have a range. */
typedef struct {
  GPtrArray *paths;
} Numbers;

static bool visit_number(const FieldStop *stop, void *data) {
  Numbers *numbers = data;
  char path[PLAN_PATH_SIZE];
  if (!stop->field || (stop->field->type != FIELD_INT32 && stop->field->type != FIELD_CENTS) ||
      g_str_has_prefix(stop->field->path, "uncertainty"))
    return true;
  field_stop_path(stop, path);
  g_ptr_array_add(numbers->paths, g_strdup(path));
  return true;
}

static GPtrArray *paths_of(const Plan *plan) {
  Numbers numbers = {g_ptr_array_new_with_free_func(g_free)};
  plan_walk(plan, visit_number, &numbers);
  return numbers.paths;
}

static const Problem *find(const Problems *problems, ProblemCode code) {
  for (int i = 0; i < problems->count; i++)
    if (problems->problem[i].code == code)
      return &problems->problem[i];
  return NULL;
}

static gint64 between(GRand *luck, gint64 low, gint64 high) {
  return low + (gint64)(g_rand_double(luck) * (double)(high - low + 1));
}

/* Around the value the plan has, or anywhere its field may be; often to an end. */
static void draw_range(GRand *luck, Plan *plan, const char *path) {
  const Field *field = field_find(path);
  gint64 value = plan_get(plan, path), most = field->maximum;
  if (g_str_equal(path, "deal.vouchers_sold"))
    most = VOUCHERS_MOST;
  bool near = value != field_none(field) && g_rand_int_range(luck, 0, 3) > 0;
  gint64 low = near ? MAX(field->minimum, value / 2) : field->minimum;
  gint64 high = near ? MIN(most, value * 2 + 1) : most;
  Uncertainty *range = &plan->uncertainty[plan->uncertainty_count++];
  memset(range, 0, sizeof *range);
  g_strlcpy(range->path, path, sizeof range->path);
  low = MIN(low, high);
  range->low = g_rand_boolean(luck) ? low : between(luck, low, high);
  range->high = g_rand_boolean(luck) ? high : between(luck, range->low, high);
  range->likely = value == field_none(field) ? between(luck, range->low, range->high)
                                             : CLAMP(value, range->low, range->high);
}

/* Each value at an end of its range or between. */
static void draw_plan(GRand *luck, const Plan *plan, Plan *drawn) {
  *drawn = *plan;
  drawn->uncertainty_count = 0;
  for (int i = 0; i < plan->uncertainty_count; i++) {
    Uncertainty range = range_of_input(plan, i);
    int which = g_rand_int_range(luck, 0, 4);
    gint64 value = which == 0   ? range.low
                   : which == 1 ? range.high
                                : between(luck, range.low, range.high);
    g_assert_true(plan_set(drawn, range.path, value));
  }
}

/* Refunds of more than are left unused are cut by the year itself. */
static bool makes_sense(World *world) {
  plan_check(&world->drawn, &world->problems);
  const Problem *refunds = find(&world->problems, PROBLEM_REFUNDS_ABOVE_UNUSED);
  return world->problems.blocking_count == (refunds ? 1 : 0);
}

static void draw_base(GRand *luck, Plan *plan) {
  int which = g_rand_int_range(luck, -2, PRESET_COUNT);
  if (which < 0)
    plan_example(plan);
  else
    preset_fill((Preset)which, date_from_ymd(2026, g_rand_int_range(luck, 1, 13), 15), plan);
  if (g_rand_int_range(luck, 0, 6) == 0)
    plan->rooms_count = 0;
  plan->uncertainty_count = 0;
}

static void test_shipped_ranges(void) {
  g_autofree World *world = g_new0(World, 1);
  for (int which = -1; which < PRESET_COUNT; which++) {
    if (which < 0)
      plan_example(&world->plan);
    else
      preset_fill((Preset)which, date_from_ymd(2026, 2, 4), &world->plan);
    plan_check(&world->plan, &world->problems);
    g_assert_cmpint(world->problems.blocking_count, ==, 0);
    g_assert_cmpint(world->plan.uncertainty_count, >, 3);
  }
}

static void test_every_drawn_plan_makes_sense(void) {
  g_autofree World *world = g_new0(World, 1);
  g_autoptr(GRand) luck = g_rand_new_with_seed(11);
  g_autoptr(GHashTable) accepted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  int plans = g_test_slow() ? PLANS_SLOW : PLANS, taken = 0, too_wide = 0, years = 0;
  while (taken < plans) {
    draw_base(luck, &world->plan);
    g_autoptr(GPtrArray) paths = paths_of(&world->plan);
    for (int i = g_rand_int_range(luck, 1, RANGES_MOST + 1); i > 0; i--)
      draw_range(luck, &world->plan,
                 g_ptr_array_index(paths, (guint)g_rand_int_range(luck, 0, (gint32)paths->len)));
    /* Those that may not have a range lose it. */
    const Problem *problem;
    while (plan_check(&world->plan, &world->problems),
           (problem = find(&world->problems, PROBLEM_CANNOT_BE_UNCERTAIN)) ||
               (problem = find(&world->problems, PROBLEM_UNCERTAIN_TWICE))) {
      int entry = atoi(problem->path + strlen("uncertainty["));
      world->plan.uncertainty[entry] = world->plan.uncertainty[--world->plan.uncertainty_count];
    }
    too_wide += find(&world->problems, PROBLEM_RANGE_TOO_WIDE) != NULL;
    if (world->problems.blocking_count > 0 || world->plan.uncertainty_count == 0)
      continue;
    taken++;
    for (int i = 0; i < world->plan.uncertainty_count; i++)
      g_hash_table_add(accepted, g_strdup(field_find(world->plan.uncertainty[i].path)->path));
    for (int draw = 0; draw < DRAWS; draw++) {
      draw_plan(luck, &world->plan, &world->drawn);
      bool sense = makes_sense(world);
      for (int i = 0; !sense && i < world->plan.uncertainty_count; i++)
        g_test_message("range %s", world->plan.uncertainty[i].path);
      if (!sense)
        g_test_message("%s at %s", problem_name(world->problems.problem[0].code),
                       world->problems.problem[0].path);
      g_assert_true(sense);
      results_compute(&world->drawn, &world->results, &world->scratch);
      years++;
    }
  }
  g_test_message("%d plans, %d too wide, %d years, %u fields with a range", taken, too_wide, years,
                 g_hash_table_size(accepted));
  g_assert_cmpint(too_wide, >, 0);
  g_assert_cmpuint(g_hash_table_size(accepted), >, 55);
}

/* What may not be uncertain would indeed make plans without sense. */
static void test_refused_ranges_make_no_sense(void) {
  static const struct {
    const char *path;
    gint64 low, high;
  } ranges[] = {
      {"hours[1].end_minute", 300, 1200},     {"staff[0].shifts[1].begin_minute", 600, 1400},
      {"services[1].minutes", 60, 700},       {"services[1].rooms_needed", 1, 10},
      {"services[1].staff_needed", 1, 10},    {"regulars.service_mix_per_100k[0]", 0, 100000},
      {"deal.curve.w1_per_100k", 0, 100000},  {"deal.price_cents", 0, 20000},
      {"deal.list_price_cents", 5000, 20000}, {"deal.service_index", 0, 5},
      {"deal.allowed_end_minute", 500, 1300}, {"deal.daily_limit_per_100k", 0, 0},
  };
  g_autofree World *world = g_new0(World, 1);
  g_autoptr(GRand) luck = g_rand_new_with_seed(12);
  for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++) {
    int senseless = 0;
    plan_example(&world->plan);
    world->plan.uncertainty_count = 1;
    Uncertainty *range = &world->plan.uncertainty[0];
    g_strlcpy(range->path, ranges[i].path, sizeof range->path);
    range->low = ranges[i].low;
    range->high = ranges[i].high;
    range->likely = CLAMP(plan_get(&world->plan, range->path), range->low, range->high);
    plan_check(&world->plan, &world->problems);
    g_test_message("%s", ranges[i].path);
    g_assert_nonnull(find(&world->problems, PROBLEM_CANNOT_BE_UNCERTAIN));
    for (int draw = 0; draw < 40; draw++) {
      draw_plan(luck, &world->plan, &world->drawn);
      senseless += !makes_sense(world);
    }
    g_assert_cmpint(senseless, >, 0);
  }
}

/* Too wide is told beside a range that leads to it, and not where the plan itself is at fault. */
static void test_too_wide(void) {
  g_autofree World *world = g_new0(World, 1);
  plan_example(&world->plan);
  for (int i = 0; i < 7; i++)
    world->plan.regulars.wanted_milli_visits[i] = 300000;
  world->plan.uncertainty[5].low = 50000; /* regulars.level_per_100k */
  world->plan.uncertainty[5].likely = world->plan.uncertainty[5].high = 90000;
  world->plan.regulars.season_per_100k[11] = 170000;
  plan_check(&world->plan, &world->problems);
  const Problem *problem = find(&world->problems, PROBLEM_ABOVE_MAXIMUM);
  g_assert_nonnull(problem);
  g_assert_null(find(&world->problems, PROBLEM_RANGE_TOO_WIDE));
  world->plan.regulars.level_per_100k = 90000;
  plan_check(&world->plan, &world->problems);
  g_assert_cmpint(world->problems.blocking_count, ==, 0);
  world->plan.uncertainty[5].high = 110000;
  plan_check(&world->plan, &world->problems);
  problem = find(&world->problems, PROBLEM_RANGE_TOO_WIDE);
  g_assert_nonnull(problem);
  g_assert_cmpstr(problem->path, ==, "uncertainty[5].high");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/uncertain-plans/shipped-ranges", test_shipped_ranges);
  g_test_add_func("/uncertain-plans/every-drawn-plan-makes-sense",
                  test_every_drawn_plan_makes_sense);
  g_test_add_func("/uncertain-plans/refused-ranges-make-no-sense",
                  test_refused_ranges_make_no_sense);
  g_test_add_func("/uncertain-plans/too-wide", test_too_wide);
  return g_test_run();
}
