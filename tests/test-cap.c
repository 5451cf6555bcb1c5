/* The cap against brute force: every multiple of CAP_STEP in every year under the same luck. Few
 * years of a small clientele, so that all can be looked at. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/money.h"
#include "model/decide/cap-private.h"
#include "model/plan/fields.h"
#include "model/store/plan-json.h"

#define SEED 5
#define YEARS 20
#define NUMBERS_MAX 64

typedef struct {
  Plan plan;
  Cap cap;
  DecideScratch *scratch;
  TrialScratch *trial;
  TrialRunner runner;
  int runs, runs_most; /* of the counting runner; runs_most 0: no end */
} World;

static bool run_counted(void *data, const RiskSetup *setup, RiskSample sample, int begin, int end,
                        TrialRun *out) {
  World *world = data;
  world->runs += end - begin;
  if (world->runs_most > 0 && world->runs > world->runs_most)
    return false;
  return trial_run_here(world->trial, setup, sample, begin, end, out);
}

static World *world_new(void) {
  World *world = g_new0(World, 1);
  /* calloc: most of a scratch is never touched. */
  world->scratch = calloc(1, sizeof *world->scratch);
  world->trial = calloc(1, sizeof *world->trial);
  world->runner = (TrialRunner){run_counted, world, SEED};
  plan_example(&world->plan);
  world->plan.regulars.level_per_100k = 40000;
  world->plan.business.opening_cash_cents += 12000000;
  world->plan.deal.vouchers_sold = 20;
  return world;
}

static void world_free(World *world) {
  free(world->scratch);
  free(world->trial);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

/* --- brute force --------------------------------------------------------------------------- */

/* Of one number of vouchers. */
typedef struct {
  int32_t broken[CONDITION_COUNT];
  bool goal_holds;
} Number;

typedef struct {
  int number_count;
  Number number[NUMBERS_MAX]; /* of CAP_STEP, 2 CAP_STEP … */
  bool applies[CONDITION_COUNT];
} Brute;

static Condition goal_of(const Plan *plan) {
  return plan->conditions.goal == GOAL_EARN ? CONDITION_RESULT : CONDITION_COST_PER_CLIENT_KEPT;
}

/* Nothing shared, nothing left out. */
static void number_count(World *world, int32_t vouchers, Brute *brute) {
  g_autofree RiskSetup *setup = g_new0(RiskSetup, 1);
  g_autofree TrialRun *run = g_new0(TrialRun, YEARS);
  Number *number = &brute->number[brute->number_count++];
  int applies[CONDITION_COUNT] = {0};
  int64_t result = 0, kept = 0;
  *number = (Number){0};
  cap_plan_of(&world->plan, vouchers, &world->scratch->plan);
  risk_setup(setup, &world->scratch->plan, SEED);
  trial_run_here(world->trial, setup, RISK_ALL, 0, YEARS, run);
  for (int i = 0; i < YEARS; i++) {
    result += run[i].value[RISK_RESULT_CENTS];
    kept += run[i].value[RISK_PEOPLE_RETURNING];
    for (int condition = 0; condition < CONDITION_COUNT; condition++) {
      number->broken[condition] += run[i].broken >> condition & 1;
      applies[condition] += run[i].applies >> condition & 1;
    }
  }
  for (int i = 0; i < CONDITION_COUNT; i++)
    brute->applies[i] = 2 * applies[i] >= YEARS;
  number->goal_holds = result >= 0;
  if (world->plan.conditions.goal == GOAL_ADVERTISE && kept > 0 && result < 0)
    number->goal_holds = money_scale_half_up(-result, 1, kept) <=
                         world->plan.clients.usual_advertising_cents_per_new_client;
}

static void brute_fill(World *world, int32_t most, Brute *brute) {
  memset(brute, 0, sizeof *brute);
  g_assert_cmpint(most / CAP_STEP, <=, NUMBERS_MAX);
  for (int32_t vouchers = CAP_STEP; vouchers <= most; vouchers += CAP_STEP)
    number_count(world, vouchers, brute);
}

typedef enum { RIGHT, STRICTLY_LESS, ONE_STEP_OFF } BruteFault;

static bool brute_holds(const Plan *plan, const Brute *brute, int number, Condition condition,
                        BruteFault fault) {
  if (condition == CONDITION_COST_PER_CLIENT_KEPT)
    return brute->number[number].goal_holds;
  int64_t allowed_per_100k = condition == CONDITION_RESULT
                                 ? plan->conditions.loss_probability_max_per_100k
                                 : 100000 - plan->conditions.confidence_per_100k;
  int64_t broken = brute->number[number].broken[condition] * INT64_C(100000);
  return fault == STRICTLY_LESS ? broken < allowed_per_100k * YEARS
                                : broken <= allowed_per_100k * YEARS;
}

/* The goal: the largest number that meets it, at most so many; else the last before one that does
 * not. */
static int brute_alone(const Plan *plan, const Brute *brute, Condition condition, int most,
                       BruteFault fault) {
  int last = 0;
  for (int i = 1; i <= most; i++) {
    bool holds = brute_holds(plan, brute, i - 1, condition, fault);
    if (holds)
      last = i;
    else if (condition != goal_of(plan))
      break;
  }
  return last + (fault == ONE_STEP_OFF && last > 1 ? -1 : 0);
}

/* "": the cap is that of brute force; else what is not. */
static const char *brute_difference(const Plan *plan, const Brute *brute, const Cap *cap,
                                    BruteFault fault) {
  const Condition goal = goal_of(plan);
  int lowest = brute->number_count;
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const CapAlone *alone = &cap->alone[i];
    if (alone->applies != brute->applies[i])
      return "applies";
    if (!alone->applies)
      continue;
    int last = brute_alone(plan, brute, (Condition)i, brute->number_count, fault);
    g_test_message("%s: %d, brute %d", condition_name((Condition)i), alone->vouchers,
                   last * CAP_STEP);
    if (alone->found != (last > 0) || alone->vouchers != last * CAP_STEP ||
        alone->is_bound != (last == brute->number_count))
      return condition_name((Condition)i);
    if ((Condition)i != goal && last < lowest)
      lowest = last;
  }
  int last = brute_alone(plan, brute, goal, lowest, fault), first = last;
  while (first > 1 && brute_holds(plan, brute, first - 2, goal, fault))
    first--;
  if (cap->found != (last > 0) || cap->vouchers != last * CAP_STEP)
    return "vouchers";
  return cap->at_least == (first > 1 ? first * CAP_STEP : 0) ? "" : "at_least";
}

static void tests_check(const World *world, const Brute *brute) {
  const Cap *cap = &world->cap;
  g_assert_cmpint(cap->test_count, >=, 1);
  for (int i = 0; i < cap->test_count; i++) {
    const CapTest *test = &cap->test[i];
    const Number *number = &brute->number[test->vouchers / CAP_STEP - 1];
    g_assert_true(i == 0 || test->vouchers > test[-1].vouchers);
    g_assert_cmpint(test->years, ==, YEARS);
    for (int condition = 0; condition < CONDITION_COUNT; condition++)
      if (condition > CONDITION_COST_PER_CLIENT_KEPT)
        g_assert_cmpint(test->broken_count[condition], ==, number->broken[condition]);
  }
}

static bool find_cap(World *world) {
  world->runs = 0;
  return cap_find_in(&world->plan, RISK_ALL, YEARS, &world->runner, world->scratch, &world->cap);
}

/* The cap of the world, the same as by brute force. */
static void check_cap_filling(World *world, Brute *brute) {
  const Cap *cap = &world->cap;
  g_assert_true(find_cap(world));
  g_test_message("%d years run, %d looked at by brute force", world->runs,
                 cap->most / CAP_STEP * YEARS);
  brute_fill(world, cap->most, brute);
  g_assert_cmpstr(brute_difference(&world->plan, brute, cap, RIGHT), ==, "");
  tests_check(world, brute);
}

static void check_cap(World *world) {
  g_autofree Brute *brute = g_new(Brute, 1);
  check_cap_filling(world, brute);
}

/* The error of a cap: of its condition with one standard deviation of years more or less. */
static void check_error(const World *world, const Brute *brute) {
  Condition binding = world->cap.binding;
  g_autofree Brute *shifted = g_memdup2(brute, sizeof *brute);
  int32_t vouchers[2];
  int allowed = YEARS / 10, deviation = (int)(sqrt(allowed * 0.9) + 0.5);
  for (int side = 0; side < 2; side++) {
    for (int i = 0; i < brute->number_count; i++)
      shifted->number[i].broken[binding] =
          brute->number[i].broken[binding] + (side == 0 ? deviation : -deviation);
    vouchers[side] =
        CAP_STEP * brute_alone(&world->plan, shifted, binding, brute->number_count, RIGHT);
  }
  int32_t half = (vouchers[1] - vouchers[0]) / 2;
  g_test_message("error %d, brute %d", world->cap.error_vouchers, half);
  g_assert_cmpint(ABS(world->cap.error_vouchers - half), <=, CAP_STEP);
}

/* --- plans --------------------------------------------------------------------------------- */

static void test_advertise(void) {
  g_autoptr(World) world = world_new();
  g_autofree Brute *brute = g_new(Brute, 1);
  const Cap *cap = &world->cap;
  check_cap_filling(world, brute);
  check_error(world, brute);
  g_assert_true(cap->found);
  g_assert_cmpint(cap->binding, ==, CONDITION_WEEKLY_SHARE);
  g_assert_cmpint(cap->vouchers, ==, cap->alone[CONDITION_WEEKLY_SHARE].vouchers);
  g_assert_cmpint(cap->at_least, >, 0);
  g_assert_cmpint(cap->most, ==, 200);
  g_assert_false(cap->most_is_contract);
  g_assert_cmpint(cap->error_vouchers, >, 0);
  g_assert_cmpint(cap->error_vouchers, <, 40);
}

/* A full house: met between two numbers, of which the larger binds. */
static void test_goal_binds(void) {
  g_autoptr(World) world = world_new();
  world->plan.regulars.level_per_100k = 100000;
  world->plan.deal.vouchers_sold = 30;
  world->plan.conditions.weekly_share_max_per_100k = 90000;
  check_cap(world);
  g_assert_cmpint(world->cap.binding, ==, CONDITION_COST_PER_CLIENT_KEPT);
  g_assert_cmpint(world->cap.at_least, >, CAP_STEP);
  g_assert_cmpint(world->cap.vouchers, >, world->cap.at_least + 10 * CAP_STEP);
  g_assert_cmpint(world->cap.error_vouchers, >, 0);
}

/* The lowest balance there is without the deal. */
static int64_t lowest_without_cents(World *world) {
  g_autofree Trial *trial = g_new(Trial, 1);
  int64_t lowest_cents = INT64_MAX;
  trial_begin(trial, &world->plan, RISK_ALL, &world->runner);
  g_assert_true(trial_run_to(trial, YEARS, &world->runner));
  for (int i = 0; i < YEARS; i++)
    lowest_cents = MIN(lowest_cents, trial->run[i].value[RISK_LOWEST_WITHOUT_CENTS]);
  return lowest_cents;
}

static void test_floor_binds(void) {
  g_autoptr(World) world = world_new();
  world->plan.conditions.weekly_share_max_per_100k = 90000;
  world->plan.deal.price_cents = 1000;
  world->plan.clients.usual_advertising_cents_per_new_client = 1000000;
  world->plan.business.cash_floor_cents = lowest_without_cents(world) - 100000;
  check_cap(world);
  g_assert_cmpint(world->cap.binding, ==, CONDITION_CASH_FLOOR);
}

static void test_places_bind(void) {
  g_autoptr(World) world = world_new();
  world->plan.conditions.weekly_share_max_per_100k = 90000;
  world->plan.clients.usual_advertising_cents_per_new_client = 1000000;
  for (int i = 0; i < 7; i++)
    world->plan.deal.weekday_quota[i] = 1;
  check_cap(world);
  g_assert_cmpint(world->cap.binding, ==, CONDITION_WAIT);
  world->plan.conditions.wait_share_per_100k = 0;
  world->plan.regulars.level_per_100k = 100000;
  world->plan.conditions.extra_refused_max_per_100k = 200;
  for (int i = 0; i < 7; i++)
    world->plan.deal.weekday_quota[i] = PLAN_NONE;
  check_cap(world);
  g_assert_cmpint(world->cap.binding, ==, CONDITION_REFUSED);
}

static void test_contract_binds(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.contract_cap = 105;
  world->plan.conditions.weekly_share_max_per_100k = 90000;
  check_cap(world);
  g_assert_cmpint(world->cap.vouchers, ==, 100);
  g_assert_cmpint(world->cap.binding, ==, CONDITION_COUNT);
  g_assert_true(world->cap.most_is_contract);
  g_assert_cmpint(world->cap.error_vouchers, ==, 0);
  /* Less than a step. */
  world->plan.deal.contract_cap = 4;
  check_cap(world);
  g_assert_cmpint(world->cap.most, ==, CAP_STEP);
}

static void test_nothing_binds(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.vouchers_sold = 12;
  world->plan.conditions.weekly_share_max_per_100k = 90000;
  world->plan.clients.usual_advertising_cents_per_new_client = 1000000;
  check_cap(world);
  g_assert_cmpint(world->cap.vouchers, ==, 120);
  g_assert_cmpint(world->cap.binding, ==, CONDITION_COUNT);
  for (int i = 0; i < CONDITION_COUNT; i++)
    g_assert_true(!world->cap.alone[i].applies || world->cap.alone[i].is_bound);
  world->plan.deal.vouchers_sold = 0;
  check_cap(world);
}

static void test_earn(void) {
  g_autoptr(World) world = world_new();
  world->plan.conditions.goal = GOAL_EARN;
  world->plan.deal.commission_per_100k = 10000;
  world->plan.conditions.weekly_share_max_per_100k = 65000;
  check_cap(world);
  g_assert_true(world->cap.found);
  g_assert_true(world->cap.alone[CONDITION_RESULT].applies);
  g_assert_false(world->cap.alone[CONDITION_COST_PER_CLIENT_KEPT].applies);
}

static void test_no_number_works(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.price_cents = 2000;
  world->plan.clients.usual_advertising_cents_per_new_client = 0;
  check_cap(world);
  g_assert_false(world->cap.found);
  g_assert_cmpint(world->cap.binding, ==, CONDITION_COST_PER_CLIENT_KEPT);
  world->plan.conditions.weekly_share_max_per_100k = 0;
  check_cap(world);
  g_assert_false(world->cap.found);
  /* The goal is met, but only where a week has too many of them. */
  world->plan.deal.vouchers_sold = 25;
  world->plan.deal.price_cents = 8000;
  world->plan.deal.fixed_fee_cents = 80000;
  world->plan.clients.usual_advertising_cents_per_new_client = 6100;
  world->plan.conditions.weekly_share_max_per_100k = 50000;
  check_cap(world);
  g_assert_false(world->cap.found);
  g_assert_true(world->cap.alone[CONDITION_WEEKLY_SHARE].found);
  g_assert_true(world->cap.alone[CONDITION_COST_PER_CLIENT_KEPT].found);
  g_assert_cmpint(world->cap.binding, ==, CONDITION_WEEKLY_SHARE);
}

static void test_without_rooms(void) {
  g_autoptr(World) world = world_new();
  world->plan.rooms_count = 0;
  world->plan.deal.vouchers_sold = 25;
  for (int goal = 0; goal < GOAL_COUNT; goal++) {
    world->plan.conditions.goal = (Goal)goal;
    check_cap(world);
    for (int i = CONDITION_WAIT; i < CONDITION_COUNT; i++)
      g_assert_false(world->cap.alone[i].applies);
  }
}

/* --- plans drawn ----------------------------------------------------------------------------- */

typedef struct {
  const char *path;
  int32_t least, most;
} Range;

static const Range ranges[] = {
    {"regulars.level_per_100k", 10000, 110000},
    {"deal.vouchers_sold", 5, 40},
    {"deal.price_cents", 1500, 12000},
    {"deal.commission_per_100k", 0, 60000},
    {"business.opening_cash_cents", 1000000, 20000000},
    {"clients.usual_advertising_cents_per_new_client", 0, 20000},
    {"conditions.goal", 0, GOAL_COUNT - 1},
    {"conditions.confidence_per_100k", 50000, 100000},
    {"conditions.wait_days_max", 1, 30},
    {"conditions.extra_refused_max_per_100k", 0, 5000},
    {"conditions.weekly_share_max_per_100k", 30000, 90000},
    {"conditions.loss_probability_max_per_100k", 0, 90000},
};

static void plan_draw(GRand *luck, Plan *plan) {
  for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++)
    g_assert_true(plan_set(plan, ranges[i].path,
                           g_rand_int_range(luck, ranges[i].least, ranges[i].most + 1)));
  for (int i = 0; i < 7; i++)
    if (g_rand_int_range(luck, 0, 3) == 0)
      plan->deal.weekday_quota[i] = g_rand_int_range(luck, 0, 4);
  if (g_rand_int_range(luck, 0, 10) == 0)
    plan->rooms_count = 0;
}

static void test_drawn_plans(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(3);
  if (!g_test_slow()) {
    g_test_skip("many numbers; -m slow");
    return;
  }
  for (int i = 0; i < 20; i++) {
    g_autoptr(World) world = world_new();
    plan_draw(luck, &world->plan);
    check_cap(world);
  }
}

/* --- what must hold ------------------------------------------------------------------------- */

static void test_faults_are_seen(void) {
  g_autoptr(World) world = world_new();
  g_autofree Brute *brute = g_new(Brute, 1);
  check_cap_filling(world, brute);
  /* 2 of 20 years may break it: at the last number that holds, exactly as many do. */
  Cap *cap = &world->cap;
  int last = cap->vouchers / CAP_STEP - 1;
  brute->number[last].broken[CONDITION_WEEKLY_SHARE] = YEARS / 10;
  g_assert_cmpstr(brute_difference(&world->plan, brute, cap, RIGHT), ==, "");
  g_assert_cmpstr(brute_difference(&world->plan, brute, cap, STRICTLY_LESS), !=, "");
  g_assert_cmpstr(brute_difference(&world->plan, brute, cap, ONE_STEP_OFF), !=, "");
  brute->number[last].broken[CONDITION_WEEKLY_SHARE]++;
  g_assert_cmpstr(brute_difference(&world->plan, brute, cap, RIGHT), !=, "");
}

/* The same whatever was computed with the scratch before, and without ranges. */
static void test_same_again(void) {
  g_autoptr(World) world = world_new();
  g_autofree Cap *again = g_new(Cap, 1);
  g_assert_true(find_cap(world));
  Plan *other = g_memdup2(&world->plan, sizeof *other);
  other->deal.vouchers_sold = 100;
  g_assert_true(cap_find_in(other, RISK_LUCK, YEARS, &world->runner, world->scratch, again));
  g_assert_true(cap_find_in(&world->plan, RISK_ALL, YEARS, &world->runner, world->scratch, again));
  g_assert_cmpmem(again, sizeof *again, &world->cap, sizeof world->cap);
  g_free(other);
}

static void test_cancelled(void) {
  g_autoptr(World) world = world_new();
  g_assert_true(find_cap(world));
  int whole = world->runs;
  for (int most = 1; most < whole; most += whole / 7) {
    world->runs = 0;
    world->runs_most = most;
    g_assert_false(
        cap_find_in(&world->plan, RISK_ALL, YEARS, &world->runner, world->scratch, &world->cap));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cap/advertise", test_advertise);
  g_test_add_func("/cap/goal-binds", test_goal_binds);
  g_test_add_func("/cap/floor-binds", test_floor_binds);
  g_test_add_func("/cap/places-bind", test_places_bind);
  g_test_add_func("/cap/contract-binds", test_contract_binds);
  g_test_add_func("/cap/nothing-binds", test_nothing_binds);
  g_test_add_func("/cap/earn", test_earn);
  g_test_add_func("/cap/no-number-works", test_no_number_works);
  g_test_add_func("/cap/without-rooms", test_without_rooms);
  g_test_add_func("/cap/drawn-plans", test_drawn_plans);
  g_test_add_func("/cap/faults-are-seen", test_faults_are_seen);
  g_test_add_func("/cap/same-again", test_same_again);
  g_test_add_func("/cap/cancelled", test_cancelled);
  return g_test_run();
}
