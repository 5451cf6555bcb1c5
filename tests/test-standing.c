/* Which conditions hold, and the verdict that follows: counted by hand from the years, and the same
 * from the years the owner is told. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/decide/standing.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"

#define SEED 3
#define YEARS 24
#define MADE_UP_YEARS 200

typedef struct {
  Trial trial;
  TrialScratch *scratch;
  TrialRunner runner;
  Standing standing;
} World;

static World *world_new(void) {
  World *world = g_new0(World, 1);
  /* calloc: most of a scratch is never touched. */
  world->scratch = calloc(1, sizeof *world->scratch);
  world->runner = (TrialRunner){trial_run_here, world->scratch, SEED};
  return world;
}

static void world_free(World *world) {
  free(world->scratch);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

/* --- by hand ------------------------------------------------------------------------------- */

typedef struct {
  int applies[CONDITION_COUNT], broken[CONDITION_COUNT];
  int64_t result, kept;
} Counts;

static void years_count(const Trial *trial, int years, Counts *counts) {
  *counts = (Counts){0};
  for (int i = 0; i < years; i++) {
    const TrialRun *run = &trial->run[i];
    counts->result += run->value[RISK_RESULT_CENTS];
    counts->kept += run->value[RISK_PEOPLE_RETURNING];
    for (int condition = 0; condition < CONDITION_COUNT; condition++) {
      bool broken = (run->broken & (1 << condition)) != 0;
      if (condition == CONDITION_RESULT)
        broken = run->value[RISK_RESULT_CENTS] < 0;
      counts->applies[condition] += (run->applies & (1 << condition)) != 0;
      counts->broken[condition] += broken;
    }
  }
}

/* The fault: as many as are allowed are one too many. */
static bool by_hand_holds(const Plan *plan, const Counts *counts, int years, int condition,
                          bool fault) {
  double broken = (double)counts->broken[condition] / years;
  double allowed = 1 - plan->conditions.confidence_per_100k / 1e5;
  if (condition == CONDITION_RESULT)
    allowed = plan->conditions.loss_probability_max_per_100k / 1e5;
  if (condition != CONDITION_COST_PER_CLIENT_KEPT)
    return fault ? broken < allowed - 1e-9 : broken <= allowed + 1e-9;
  int64_t usual_cents = plan->clients.usual_advertising_cents_per_new_client;
  if (counts->result >= 0)
    return true;
  return counts->kept > 0 && lround((double)-counts->result / (double)counts->kept) <= usual_cents;
}

/* "": the standing is what a hand counts. */
static const char *difference(const Plan *plan, const Counts *counts, int years,
                              const Standing *standing, bool fault) {
  bool all_hold = true;
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const ConditionStanding *of = &standing->condition[i];
    bool applies = 2 * counts->applies[i] >= years;
    bool holds = by_hand_holds(plan, counts, years, i, fault);
    all_hold &= !applies || holds;
    if (of->applies != applies || of->holds != holds ||
        of->broken_per_100k != lround(1e5 * counts->broken[i] / years))
      return condition_name((Condition)i);
  }
  VerdictForm form = VERDICT_YES;
  if (!all_hold)
    form = VERDICT_NO;
  else if (plan->conditions.goal == GOAL_ADVERTISE && counts->result < 0)
    form = VERDICT_AS_ADVERTISING;
  if (standing->all_hold != all_hold || standing->form != form)
    return "form";
  bool left_out = plan->rooms_count > 0 && 2 * counts->applies[CONDITION_CASH_FLOOR] < years;
  if (standing->floor_left_out != left_out)
    return "floor";
  bool has_kept = counts->kept * 1000 / years > 0;
  int64_t cost_cents =
      has_kept && counts->result < 0 ? lround((double)-counts->result / (double)counts->kept) : 0;
  if (standing->has_clients_kept != has_kept ||
      ABS(standing->cost_per_client_kept_cents - cost_cents) > 1)
    return "cost";
  return standing->years == years ? "" : "years";
}

/* --- years that are made up ------------------------------------------------------------------ */

static void plan_draw(GRand *luck, Plan *plan) {
  plan_example(plan);
  plan->conditions.goal = g_rand_int_range(luck, 0, GOAL_COUNT);
  plan->conditions.confidence_per_100k = 5000 * g_rand_int_range(luck, 10, 21);
  plan->conditions.loss_probability_max_per_100k = 5000 * g_rand_int_range(luck, 0, 11);
  plan->clients.usual_advertising_cents_per_new_client = g_rand_int_range(luck, 0, 9000);
}

/* Often exactly as many broken as are allowed. */
static void years_draw(GRand *luck, Trial *trial) {
  double share = 0.05 * g_rand_int_range(luck, 0, 11);
  int loss = g_rand_int_range(luck, -400000, 400000);
  bool floor_applies = g_rand_boolean(luck);
  trial->count = MADE_UP_YEARS;
  memset(trial->run, 0, sizeof trial->run[0] * MADE_UP_YEARS);
  for (int i = 0; i < MADE_UP_YEARS; i++) {
    TrialRun *run = &trial->run[i];
    run->value[RISK_RESULT_CENTS] = g_rand_int_range(luck, -200000, 200000) + loss;
    run->value[RISK_PEOPLE_RETURNING] = g_rand_int_range(luck, 0, 90);
    run->applies = (1 << CONDITION_COUNT) - 1;
    run->applies &= (uint16_t) ~(1 << (trial->setup.plan.conditions.goal == GOAL_EARN
                                           ? CONDITION_COST_PER_CLIENT_KEPT
                                           : CONDITION_RESULT));
    if (!floor_applies || i % 7 == 0)
      run->applies &= (uint16_t) ~(1 << CONDITION_CASH_FLOOR);
    bool broken = i < (int)(share * MADE_UP_YEARS + 0.5);
    for (int condition = CONDITION_WAIT; broken && condition < CONDITION_COUNT; condition++)
      if (condition != CONDITION_WAIT || i % 2 == 0)
        run->broken |= (uint16_t)(1 << condition & run->applies);
  }
}

static void test_made_up_years(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(8);
  Counts counts;
  int forms[VERDICT_COUNT] = {0}, faults = 0;
  for (int i = 0; i < 600; i++) {
    const Plan *plan = &world->trial.setup.plan;
    plan_draw(luck, &world->trial.setup.plan);
    years_draw(luck, &world->trial);
    int years = i % 3 == 0 ? MADE_UP_YEARS / 2 : MADE_UP_YEARS;
    standing_of_trial(&world->trial, years, &world->standing);
    years_count(&world->trial, years, &counts);
    g_assert_cmpstr(difference(plan, &counts, years, &world->standing, false), ==, "");
    faults += *difference(plan, &counts, years, &world->standing, true) != '\0';
    forms[world->standing.form]++;
  }
  g_assert_cmpint(faults, >, 30); /* "less" for "at most" is seen */
  for (int i = 0; i < VERDICT_COUNT; i++)
    g_assert_cmpint(forms[i], >, 20);
}

/* One year more that breaks it, and it breaks. */
static void test_on_the_limit(void) {
  g_autoptr(World) world = world_new();
  plan_example(&world->trial.setup.plan);
  world->trial.setup.plan.conditions.confidence_per_100k = 90000;
  world->trial.count = MADE_UP_YEARS;
  for (int i = 0; i < MADE_UP_YEARS; i++)
    world->trial.run[i] = (TrialRun){.applies = 1 << CONDITION_WAIT,
                                     .broken = (uint16_t)((i < 20) << CONDITION_WAIT)};
  const ConditionStanding *wait = &world->standing.condition[CONDITION_WAIT];
  standing_of_trial(&world->trial, MADE_UP_YEARS, &world->standing);
  g_assert_true(wait->holds);
  g_assert_cmpint(wait->broken_per_100k, ==, 10000);
  g_assert_cmpint(wait->allowed_per_100k, ==, 10000);
  world->trial.run[20].broken = 1 << CONDITION_WAIT;
  standing_of_trial(&world->trial, MADE_UP_YEARS, &world->standing);
  g_assert_false(wait->holds);
  g_assert_cmpint(world->standing.form, ==, VERDICT_NO);
}

/* --- years that are run ---------------------------------------------------------------------- */

/* The years of a plan as the owner is told them. */
static void risk_fill(World *world, Risk *risk) {
  g_autofree RiskRun *runs = g_new0(RiskRun, YEARS);
  g_autofree int64_t *work = g_new(int64_t, YEARS);
  const RiskSetup *setup = &world->trial.setup;
  risk_begin(setup, true, YEARS, risk);
  for (uint32_t i = 0; i < YEARS; i++)
    risk_run(setup, RISK_ALL, i, &runs[i], &world->scratch->risk);
  risk_sum_up(setup, RISK_ALL, runs, YEARS, work, risk);
}

static bool mean_is_near(TrialMean a, TrialMean b) {
  return ABS(a.mean_milli - b.mean_milli) <= 1 && ABS(a.error_milli - b.error_milli) <= 1;
}

static void check_same(const Standing *a, const Standing *b) {
  g_assert_cmpint(a->years, ==, b->years);
  g_assert_cmpmem(a->condition, sizeof a->condition, b->condition, sizeof b->condition);
  g_assert_cmpint(a->form, ==, b->form);
  g_assert_true(a->all_hold == b->all_hold && a->floor_left_out == b->floor_left_out);
  g_assert_true(mean_is_near(a->result, b->result));
  g_assert_true(mean_is_near(a->clients_kept, b->clients_kept));
  g_assert_cmpint(a->cost_per_client_kept_cents, ==, b->cost_per_client_kept_cents);
}

static void test_same_of_risk(void) {
  g_autoptr(World) world = world_new();
  g_autofree Risk *risk = g_new0(Risk, 1);
  g_autofree Plan *plan = g_new(Plan, 1);
  Standing of_risk;
  Counts counts;
  for (int i = 0; i < 8; i++) {
    plan_example(plan);
    plan->conditions.goal = i % 2 == 0 ? GOAL_EARN : GOAL_ADVERTISE;
    plan->deal.vouchers_sold = 100 + 150 * i;
    plan->rooms_count = i == 5 ? 0 : plan->rooms_count;
    plan->business.opening_cash_cents -= i == 3 ? 1200000 : 0;
    trial_begin(&world->trial, plan, RISK_ALL, &world->runner);
    g_assert_true(trial_run_to(&world->trial, YEARS, &world->runner));
    standing_of_trial(&world->trial, YEARS, &world->standing);
    years_count(&world->trial, YEARS, &counts);
    g_assert_cmpstr(difference(plan, &counts, YEARS, &world->standing, false), ==, "");
    risk_fill(world, risk);
    standing_of_risk(plan, risk, &of_risk);
    check_same(&world->standing, &of_risk);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/standing/made-up-years", test_made_up_years);
  g_test_add_func("/standing/on-the-limit", test_on_the_limit);
  g_test_add_func("/standing/same-of-risk", test_same_of_risk);
  return g_test_run();
}
