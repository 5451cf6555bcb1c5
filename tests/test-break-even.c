/* Where the deal compared with no deal is nothing: made-up years of which every value can be tried,
 * and real ones evaluated again. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/money.h"
#include "model/decide/break-even.h"
#include "model/decide/cap.h"
#include "model/plan/fields.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/made-up-years.h"

#define RANDOM_LINES 60
/* What five lines of the example may run, in years of luck: two seconds on one thread. */
#define EVALUATIONS_MOST 60

typedef struct {
  Plan plan;
  DecideScratch *scratch;
  BreakEven out;
} World;

static World *world_new(void) {
  World *world = g_new0(World, 1);
  world->scratch = calloc(1, sizeof *world->scratch);
  plan_example(&world->plan);
  return world;
}

static void world_free(World *world) {
  free(world->scratch);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

/* --- made-up years ------------------------------------------------------------------------- */

typedef enum { SHAPE_LINE, SHAPE_STEPS, SHAPE_ROUGH, SHAPE_HILL, SHAPE_COUNT } Shape;

/* The result in cents of a value: rises or falls by `slope` thousandths a unit from nothing at
 * `zero`. Steps: of 13 units. Rough: up to 50 cents more or less, by chance. Hill: as far above
 * nothing at `zero` as it falls on both sides by `width` away. */
static struct {
  BreakEvenOf of;
  Shape shape;
  int64_t zero, slope, width;
} made_up;

static int64_t made_up_result(int64_t value) {
  int64_t from_zero = value - made_up.zero;
  switch (made_up.shape) {
  case SHAPE_STEPS:
    from_zero = (value / 13 - made_up.zero / 13) * 13;
    return money_scale_half_up(from_zero, made_up.slope, 1000);
  case SHAPE_ROUGH:
    return money_scale_half_up(from_zero, made_up.slope, 1000) +
           (int64_t)(random_bits(&(RandomStream){7, 7}, 7, (uint32_t)value, 0) % 101) - 50;
  case SHAPE_HILL:
    return money_scale_half_up(made_up.width - llabs(from_zero), llabs(made_up.slope), 1000);
  case SHAPE_LINE:
  case SHAPE_COUNT:
  default:
    return money_scale_half_up(from_zero, made_up.slope, 1000);
  }
}

/* Half of the years 10 cents better, half as much worse. */
static void made_up_fill(const Plan *plan, int year, TrialRun *out) {
  out->value[RISK_RESULT_CENTS] =
      made_up_result(plan_get(plan, break_even_path(made_up.of))) + (year % 2 == 0 ? 10 : -10);
}

static bool made_up_find_again(World *world, MadeUpYears *years) {
  years->fill = made_up_fill;
  const TrialRunner runner = made_up_runner(years);
  return break_even_find(&world->plan, made_up.of, &runner, world->scratch, &world->out);
}

/* The plan's years that are there are of other made-up ones. */
static bool made_up_find(World *world, MadeUpYears *years) {
  trials_forget(world->scratch);
  return made_up_find_again(world, years);
}

/* Everything a line promises of itself, its points held against what each value really gives. */
static bool line_is_right(const BreakEven *out) {
  bool has_now = false, has_change = false;
  double nearest = INFINITY;
  for (int i = 0; i < out->point_count; i++) {
    const BreakEvenPoint *point = &out->point[i];
    if (point->result_cents != made_up_result(point->value))
      return false;
    has_now |= point->value == out->now && point->result_cents == out->now_result_cents;
    if (i == 0)
      continue;
    if (point[-1].value >= point->value)
      return false;
    if ((point[-1].result_cents >= 0) == (point->result_cents >= 0))
      continue;
    has_change = true;
    double part =
        (double)point[-1].result_cents / (double)(point[-1].result_cents - point->result_cents);
    double crossing = (double)point[-1].value + part * (double)(point->value - point[-1].value);
    nearest = fmin(nearest, fabs(crossing - (double)out->now));
  }
  if (!has_now || has_change != out->found)
    return false;
  if (!out->found)
    return true;
  int side = out->earns_above ? -1 : 1;
  return made_up_result(out->value) >= 0 && made_up_result(out->value + side) < 0 &&
         (double)llabs(out->value - out->now) <= nearest + 1;
}

static void test_every_shape(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(5);
  int found = 0, faults = 0;
  for (int i = 0; i < RANDOM_LINES; i++) {
    MadeUpYears years = {0};
    made_up.of = (BreakEvenOf)(i % BREAK_EVEN_COUNT);
    made_up.shape = (Shape)(i / BREAK_EVEN_COUNT % SHAPE_COUNT);
    made_up.zero = g_rand_int_range(luck, 2, made_up.of == BREAK_EVEN_VOUCHERS ? 4000 : 15000);
    made_up.slope = g_rand_int_range(luck, 50, 90000) * (g_rand_boolean(luck) ? 1 : -1);
    made_up.width = g_rand_int_range(luck, 1, 3000);
    g_assert_true(made_up_find(world, &years));
    g_assert_cmpint(years.calls, <=, BREAK_EVEN_POINTS + 30);
    g_assert_true(line_is_right(&world->out));
    if (!world->out.found)
      continue;
    found++;
    BreakEven wrong = world->out;
    wrong.value += 1;
    faults += !line_is_right(&wrong);
    wrong = world->out;
    wrong.value -= 1;
    faults += !line_is_right(&wrong);
    wrong = world->out;
    wrong.earns_above = !wrong.earns_above;
    faults += !line_is_right(&wrong);
    wrong = world->out;
    wrong.point[0].result_cents += 1;
    faults += !line_is_right(&wrong);
  }
  g_assert_cmpint(found, >, RANDOM_LINES / 2);
  /* Steps and roughness hide a unit more or less now and then. */
  g_assert_cmpint(faults, >=, 3 * found);
}

/* A line crosses once: every value is tried. */
static void test_beside_every_value(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(6);
  for (int i = 0; i < RANDOM_LINES; i++) {
    MadeUpYears years = {0};
    made_up.of = (BreakEvenOf)(i % BREAK_EVEN_COUNT);
    made_up.shape = SHAPE_LINE;
    made_up.zero = g_rand_int_range(luck, -2000, made_up.of == BREAK_EVEN_VOUCHERS ? 6000 : 20000);
    made_up.slope = g_rand_int_range(luck, 10, 90000) * (g_rand_boolean(luck) ? 1 : -1);
    g_assert_true(made_up_find(world, &years));
    int64_t begin = world->out.point[0].value;
    int64_t end = world->out.point[world->out.point_count - 1].value, first = INT64_MIN;
    for (int64_t value = begin; value < end && first == INT64_MIN; value++)
      if ((made_up_result(value) >= 0) != (made_up_result(value + 1) >= 0))
        first = made_up.slope > 0 ? value + 1 : value;
    g_assert_cmpint(world->out.found, ==, first != INT64_MIN);
    if (world->out.found) {
      g_assert_cmpint(world->out.value, ==, first);
      g_assert_cmpint(world->out.earns_above, ==, made_up.slope > 0);
      g_assert_cmpint(years.calls, <=, 14);
    }
  }
}

static void test_none(void) {
  g_autoptr(World) world = world_new();
  made_up.shape = SHAPE_LINE;
  for (int i = 0; i < 2 * BREAK_EVEN_COUNT; i++) {
    MadeUpYears years = {0};
    made_up.of = (BreakEvenOf)(i / 2);
    made_up.zero = -1000000;
    made_up.slope = i % 2 == 0 ? 1000 : -1000;
    g_assert_true(made_up_find(world, &years));
    g_assert_false(world->out.found);
    g_assert_true(line_is_right(&world->out));
  }
}

/* MineThatData 2010: who repeats brings 10.00, who does not has cost 3.00: 3 of 13. */
static void test_repeats(void) {
  g_autoptr(World) world = world_new();
  MadeUpYears years = {0};
  made_up.of = BREAK_EVEN_RETURN;
  made_up.shape = SHAPE_LINE;
  made_up.zero = 23077; /* 3/13, rounded to the side that earns */
  made_up.slope = 13;
  g_assert_true(made_up_find(world, &years));
  g_assert_true(world->out.found);
  g_assert_cmpint(llabs(world->out.value - 23077), <=, 39); /* half a cent of 1,300 */
}

/* --- the values looked at ------------------------------------------------------------------ */

static void assert_ends(World *world, BreakEvenOf of, int64_t begin, int64_t end) {
  MadeUpYears years = {0};
  made_up.of = of;
  g_assert_true(made_up_find(world, &years));
  g_assert_cmpint(world->out.point[0].value, ==, begin);
  g_assert_cmpint(world->out.point[world->out.point_count - 1].value, ==, end);
  for (int i = 0; i < world->out.point_count; i++) {
    g_autofree Plan *plan = g_new(Plan, 1);
    Problems problems;
    *plan = world->plan;
    plan->uncertainty_count = 0;
    plan_set(plan, break_even_path(of), world->out.point[i].value);
    plan_check(plan, &problems);
    g_assert_cmpint(problems.blocking_count, ==, 0);
  }
}

static void test_ends(void) {
  g_autoptr(World) world = world_new();
  PlanDeal *deal = &world->plan.deal;
  made_up.shape = SHAPE_LINE;
  made_up.zero = 300;
  made_up.slope = 1000;
  assert_ends(world, BREAK_EVEN_RETURN, 0, 100000);
  assert_ends(world, BREAK_EVEN_VOUCHERS, 0, 444 * CAP_TIMES_LIKELY);
  assert_ends(world, BREAK_EVEN_PRICE, 1, 16000);
  assert_ends(world, BREAK_EVEN_COMMISSION, 0, 100000);
  assert_ends(world, BREAK_EVEN_EXTRAS, 0, 16000);
  deal->contract_cap = 500;
  assert_ends(world, BREAK_EVEN_VOUCHERS, 0, 500);
  deal->contract_cap = 400; /* fewer than the site would sell */
  assert_ends(world, BREAK_EVEN_VOUCHERS, 0, 400);
  /* A cent a visit at least. */
  deal->visits_per_voucher = 5;
  deal->gap_days = 7;
  assert_ends(world, BREAK_EVEN_PRICE, 5, 16000);
  world->plan.clients.extras_cents = 50000;
  assert_ends(world, BREAK_EVEN_EXTRAS, 0, 50000);
}

/* --- years --------------------------------------------------------------------------------- */

static void test_cancelled(void) {
  g_autoptr(World) world = world_new();
  MadeUpYears years = {0};
  made_up.of = BREAK_EVEN_EXTRAS;
  made_up.shape = SHAPE_LINE;
  made_up.zero = 5000;
  made_up.slope = 1000;
  g_assert_true(made_up_find(world, &years));
  int calls = years.calls;
  for (int i = 1; i < calls; i++) {
    g_autoptr(World) other = world_new();
    years = (MadeUpYears){.cancel_after = i};
    g_assert_false(made_up_find(other, &years));
  }
}

/* The plan's own years are run once for all lines, again for another plan. */
static void test_shared_years(void) {
  g_autoptr(World) world = world_new();
  made_up.shape = SHAPE_ROUGH;
  made_up.of = BREAK_EVEN_EXTRAS;
  made_up.zero = 5000;
  made_up.slope = 1000;
  for (int i = 0; i < 4; i++) {
    g_autoptr(World) alone = world_new();
    MadeUpYears shared = {0}, own = {0};
    if (i == 2)
      world->plan.clients.extras_cents++;
    alone->plan = world->plan;
    g_assert_true(made_up_find_again(world, &shared));
    g_assert_true(made_up_find_again(alone, &own));
    g_assert_cmpmem(&world->out, sizeof world->out, &alone->out, sizeof alone->out);
    g_assert_cmpint(shared.calls, ==, own.calls - (i % 2 == 1));
  }
}

/* Without rooms a year is quick; the arithmetic is the same. */
static int64_t mean_of_years(const Plan *plan) {
  static TrialScratch *scratch;
  g_autofree RiskSetup *setup = g_new(RiskSetup, 1);
  int64_t sum = 0;
  if (!scratch)
    scratch = calloc(1, sizeof *scratch);
  risk_setup(setup, plan, 3);
  for (int i = 0; i < TRIAL_YEARS_OF_LUCK; i++) {
    TrialRun run;
    trial_run_one(setup, RISK_LUCK, i, &run, scratch);
    sum += run.value[RISK_RESULT_CENTS];
  }
  return money_scale_half_up(sum, 1, TRIAL_YEARS_OF_LUCK);
}

static int evaluations;

static bool run_and_count(void *scratch, const RiskSetup *setup, RiskSample sample, int begin,
                          int end, TrialRun *out) {
  evaluations += end - begin;
  return trial_run_here(scratch, setup, sample, begin, end, out);
}

static void test_real_years(void) {
  g_autoptr(World) world = world_new();
  TrialScratch *years = calloc(1, sizeof *years);
  g_autofree Plan *plan = g_new(Plan, 1);
  const TrialRunner runner = {run_and_count, years, 3};
  int found = 0;
  world->plan.rooms_count = 0;
  evaluations = 0;
  for (int of = 0; of < BREAK_EVEN_COUNT; of++) {
    BreakEven *out = &world->out;
    g_assert_true(break_even_find(&world->plan, (BreakEvenOf)of, &runner, world->scratch, out));
    g_assert_cmpint(out->now_result_cents, ==, mean_of_years(&world->plan));
    if (!out->found)
      continue;
    found++;
    *plan = world->plan;
    plan_set(plan, break_even_path((BreakEvenOf)of), out->value);
    g_assert_cmpint(mean_of_years(plan), >=, 0);
    plan_set(plan, break_even_path((BreakEvenOf)of), out->value + (out->earns_above ? -1 : 1));
    g_assert_cmpint(mean_of_years(plan), <, 0);
  }
  g_assert_cmpint(found, >=, 4);
  g_assert_cmpint(evaluations, <=, EVALUATIONS_MOST * TRIAL_YEARS_OF_LUCK);
  free(years);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/break-even/every shape", test_every_shape);
  g_test_add_func("/break-even/beside every value", test_beside_every_value);
  g_test_add_func("/break-even/none", test_none);
  g_test_add_func("/break-even/repeats", test_repeats);
  g_test_add_func("/break-even/ends", test_ends);
  g_test_add_func("/break-even/cancelled", test_cancelled);
  g_test_add_func("/break-even/shared years", test_shared_years);
  g_test_add_func("/break-even/real years", test_real_years);
  return g_test_run();
}
