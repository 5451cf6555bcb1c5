/* The facts on which a verdict turns: both sides of each, and no nearer one is left out. The years
 * are made up: every input pulls its own way. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/decide/asks.h"
#include "model/plan/fields.h"
#include "model/plan/problem.h"
#include "model/plan/range.h"
#include "model/store/plan-json.h"
#include "tests/made-up-years.h"
#include "tests/random-plan.h"

#define WORLDS 25
#define WORLDS_SLOW 100
#define INPUTS 4
#define SAMPLES 8

static const char *const paths[INPUTS] = {"deal.vouchers_sold", "deal.used_per_100k",
                                          "clients.existing_per_100k", "clients.return_per_100k"};

/* A year is lost when the weighted inputs, each in ranges of the example, come under 0. */
static struct {
  double weight[INPUTS], wait_weight[INPUTS];
  double begin, wait_begin, luck;
} world;

static Plan plan;
static DecideScratch *scratch;
static Trial *trial;
static Facts facts;
static int order[INPUTS + 1][TRIAL_YEARS];

static void orders_shuffle(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(1);
  for (int which = 0; which <= INPUTS; which++)
    for (int i = 0; i < TRIAL_YEARS; i++) {
      int other = random_between(luck, 0, i);
      order[which][i] = order[which][other];
      order[which][other] = i;
    }
}

static double luck_of(int which, int year) {
  return (order[which][year % TRIAL_YEARS] + 0.5) / TRIAL_YEARS;
}

/* As drawn that year, from the likely value, in widths of the example's range. */
static double pull(const Plan *of, int input, int year) {
  static const double likely[INPUTS] = {444, 80000, 20000, 15000},
                      width[INPUTS] = {300, 27000, 50000, 28000};
  double value = (double)plan_get(of, paths[input]);
  for (int i = 0; i < of->uncertainty_count; i++) {
    const Uncertainty *range = &of->uncertainty[i];
    if (g_str_equal(range->path, paths[input]))
      value = (double)range->low + (double)(range->high - range->low) * luck_of(input, year);
  }
  return (value - likely[input]) / width[input];
}

static void fill_year(const Plan *of, int year, TrialRun *out) {
  double gain = world.begin + world.luck * (luck_of(INPUTS, year) - 0.5), wait = world.wait_begin;
  for (int i = 0; i < INPUTS; i++) {
    gain += world.weight[i] * pull(of, i, year);
    wait += world.wait_weight[i] * pull(of, i, year);
  }
  out->value[RISK_RESULT_CENTS] = (int64_t)(1000 * gain);
  out->applies = 1u << CONDITION_RESULT | 1u << CONDITION_WAIT;
  out->broken =
      (uint16_t)((gain < 0 ? 1u : 0u) << CONDITION_RESULT | (wait < 0 ? 1u : 0u) << CONDITION_WAIT);
}

static MadeUpYears years = {.fill = fill_year};

static void begin(void) {
  plan_example(&plan);
  plan.conditions.goal = GOAL_EARN;
  memset(&world, 0, sizeof world);
  world.begin = world.wait_begin = 10;
}

static void find(void) {
  TrialRunner runner = made_up_runner(&years);
  trials_forget(scratch);
  g_assert_true(facts_find(&plan, RISK_ALL, NULL, 0, &runner, scratch, &facts));
}

/* --- looking from outside ------------------------------------------------------------------ */

/* With the input known; path NULL: as it is. */
static bool holds(const char *path, int64_t value) {
  TrialRunner runner = made_up_runner(&years);
  trials_forget(scratch);
  Plan known = plan;
  Standing standing;
  known.uncertainty_count = 0;
  for (int i = 0; i < plan.uncertainty_count; i++)
    if (g_strcmp0(plan.uncertainty[i].path, path) != 0)
      known.uncertainty[known.uncertainty_count++] = plan.uncertainty[i];
  if (path)
    g_assert_true(plan_set(&known, path, value));
  trial_begin(trial, &known, RISK_ALL, &runner);
  g_assert_true(trial_run_to(trial, TRIAL_YEARS, &runner));
  standing_of_trial(trial, TRIAL_YEARS, &standing);
  return standing.all_hold;
}

static double share_of_range(const char *path, int64_t distance) {
  for (int i = 0; i < plan.uncertainty_count; i++)
    if (g_str_equal(plan.uncertainty[i].path, path)) {
      Uncertainty range = range_of_input(&plan, i);
      return (double)distance / (double)(range.high - range.low);
    }
  return 0;
}

static const char *fact_wrong(const Fact *fact, bool now) {
  if (fact->value != plan_get(&plan, fact->path))
    return "the value";
  if (fact->stands_above != (fact->other_at < fact->turns_at))
    return "the side";
  if (fabs(share_of_range(fact->path, fact->other_at - fact->turns_at)) > 1.0 / FACT_STEPS)
    return "too wide a step";
  if (holds(fact->path, fact->turns_at) != now)
    return "does not stand where it turns";
  if (holds(fact->path, fact->other_at) == now)
    return "stands past where it turns";
  return NULL;
}

/* Whether some input that is not told turns the verdict nearer than `farthest` ranges. */
static bool is_left_out(const Facts *told, double farthest, bool now) {
  for (int i = 0; i < plan.uncertainty_count; i++) {
    Uncertainty range = range_of_input(&plan, i);
    const Field *field = field_find(range.path);
    bool is_told = false;
    for (int k = 0; k < told->fact_count; k++)
      is_told |= g_str_equal(told->fact[k].path, range.path);
    int64_t width = range.high - range.low;
    /* Where knowing it alone is another verdict, the turn is not between it and the end. */
    if (is_told || holds(range.path, range.likely) != now)
      continue;
    for (int sample = -SAMPLES; sample <= SAMPLES; sample++) {
      int64_t value = range.likely + (int64_t)(farthest * 0.95 * (double)width * sample / SAMPLES);
      bool is_asked = value >= range.low - width / 2 && value <= range.high + width / 2 &&
                      value >= field->minimum && value <= field->maximum;
      if (is_asked && holds(range.path, value) != now)
        return true;
    }
  }
  return false;
}

static const char *facts_wrong(const Facts *told) {
  bool now = holds(NULL, 0);
  double distance[FACTS_MAX] = {0};
  for (int i = 0; i < told->fact_count; i++) {
    const Fact *fact = &told->fact[i];
    const char *wrong = fact_wrong(fact, now);
    if (wrong)
      return wrong;
    distance[i] = fabs(share_of_range(fact->path, fact->other_at - fact->value));
    if (i > 0 && distance[i] < distance[i - 1])
      return "the order";
  }
  double farthest = told->fact_count == FACTS_MAX ? distance[FACTS_MAX - 1] : 2;
  /* A yes between two noes can be narrower than what is looked at. */
  return now && is_left_out(told, farthest, now) ? "one is left out" : NULL;
}

/* --- facts --------------------------------------------------------------------------------- */

/* The wait alone: broken when fewer than 12% come back. */
static void test_one_fact(void) {
  begin();
  world.wait_weight[3] = 1;
  world.wait_begin = 3.0 / 28;
  plan.uncertainty_count = 3; /* how many come back is sure */
  plan.uncertainty[3] = (Uncertainty){.low = 13000, .likely = 15000, .high = 30000};
  g_strlcpy(plan.uncertainty[3].path, paths[3], sizeof plan.uncertainty[3].path);
  plan.uncertainty_count = 4;
  find();
  g_assert_cmpint(facts.fact_count, ==, 1);
  const Fact *fact = &facts.fact[0];
  g_assert_cmpstr(fact->path, ==, "clients.return_per_100k");
  g_assert_cmpint(fact->value, ==, 15000);
  g_assert_true(fact->stands_above);
  g_assert_cmpint(fact->turns_at, ==, 12000);
  g_assert_cmpint(fact->other_at, ==, 11800);
  g_assert_cmpstr(facts_wrong(&facts), ==, NULL);
}

/* Now it is no: with more who come back it would be yes. */
static void test_no_turns_to_yes(void) {
  begin();
  world.weight[3] = 10;
  world.begin = -1;
  find();
  g_assert_cmpint(facts.fact_count, ==, 1);
  g_assert_false(facts.fact[0].stands_above);
  g_assert_cmpint(facts.fact[0].other_at, ==, 18000);
  g_assert_cmpint(facts.fact[0].turns_at, ==, 17500);
  g_assert_cmpstr(facts_wrong(&facts), ==, NULL);
}

/* It is no because of the doubt: known to be as she says, it is yes. */
static void test_doubt_alone(void) {
  begin();
  world.weight[2] = -1;
  world.begin = 0.2; /* existing clients up to 30%, of 10 … 20 … 60 */
  find();
  g_assert_cmpint(facts.fact_count, ==, 1);
  g_assert_true(facts.fact[0].stands_above);
  g_assert_cmpint(facts.fact[0].value, ==, 20000);
  g_assert_cmpint(facts.fact[0].other_at, ==, 30000);
  g_assert_cmpint(facts.fact[0].turns_at, ==, 31000);
}

static void test_none(void) {
  begin();
  find();
  g_assert_cmpint(facts.fact_count, ==, 0);
}

/* Vouchers without a range: from half to double, and no more than the contract. */
static void test_vouchers_and_terms(void) {
  TrialRunner runner = made_up_runner(&years);
  trials_forget(scratch);
  begin();
  plan.uncertainty_count = 0;
  world.weight[0] = -1;
  world.begin = 100.0 / 300; /* up to 544 */
  find();
  g_assert_cmpint(facts.fact_count, ==, 1);
  g_assert_cmpstr(facts.fact[0].path, ==, "deal.vouchers_sold");
  g_assert_false(facts.fact[0].stands_above);
  g_assert_cmpint(facts.fact[0].turns_at, ==, 544);
  g_assert_cmpint(facts.fact[0].other_at, ==, 554);
  const Term cap = term_of(TERM_CAP, 500);
  g_assert_true(facts_find(&plan, RISK_ALL, &cap, 1, &runner, scratch, &facts));
  g_assert_cmpint(facts.fact_count, ==, 0);
}

static void draw_world(GRand *luck) {
  begin();
  for (int i = 0; i < INPUTS; i++) {
    world.weight[i] = g_rand_double_range(luck, -1, 1);
    world.wait_weight[i] = g_rand_double_range(luck, -1, 1);
  }
  world.begin = g_rand_double_range(luck, -0.5, 3);
  world.wait_begin = g_rand_double_range(luck, 0, 4);
  world.luck = g_rand_double_range(luck, 0, 1);
  plan.clients.existing_per_100k = random_between(luck, 15000, 40000);
}

static void test_any_world(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(3);
  int told = 0, of_yes = 0;
  for (int i = 0; i < (g_test_slow() ? WORLDS_SLOW : WORLDS); i++) {
    draw_world(luck);
    find();
    const char *wrong = facts_wrong(&facts);
    if (wrong)
      g_test_message("world %d: %s", i, wrong);
    g_assert_cmpstr(wrong, ==, NULL);
    told += facts.fact_count;
    of_yes += facts.fact_count > 0 && holds(NULL, 0);
    /* Each deliberate fault is noticed. */
    if (facts.fact_count == 0)
      continue;
    Facts other = facts;
    other.fact[0].turns_at = facts.fact[0].other_at;
    g_assert_cmpstr(facts_wrong(&other), !=, NULL);
    other = facts;
    other.fact[0].stands_above ^= true;
    g_assert_cmpstr(facts_wrong(&other), ==, "the side");
  }
  g_assert_cmpint(told, >, WORLDS / 4);
  g_assert_cmpint(of_yes, >, WORLDS / 8);
}

static void test_fault_is_noticed(void) {
  begin();
  world.weight[1] = 3;
  world.weight[3] = 3;
  world.begin = 2.4;
  find();
  g_assert_cmpint(facts.fact_count, ==, 2);
  g_assert_cmpstr(facts_wrong(&facts), ==, NULL);
  Facts wrong = facts;
  wrong.fact_count = 1;
  g_assert_cmpstr(facts_wrong(&wrong), ==, "one is left out");
  wrong = facts;
  wrong.fact[0] = facts.fact[1];
  wrong.fact[1] = facts.fact[0];
  g_assert_cmpstr(facts_wrong(&wrong), ==, "the order");
}

static void test_cancel(void) {
  begin();
  world.weight[3] = 10;
  world.begin = -1;
  for (int after = 1; after < 20; after += 3) {
    MadeUpYears cut = {.fill = fill_year, .cancel_after = after};
    TrialRunner runner = made_up_runner(&cut);
    trials_forget(scratch);
    g_assert_false(facts_find(&plan, RISK_ALL, NULL, 0, &runner, scratch, &facts));
    g_assert_cmpint(cut.calls, ==, after);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  scratch = calloc(1, sizeof *scratch);
  trial = calloc(1, sizeof *trial);
  orders_shuffle();
  g_test_add_func("/facts/one", test_one_fact);
  g_test_add_func("/facts/no-turns-to-yes", test_no_turns_to_yes);
  g_test_add_func("/facts/doubt-alone", test_doubt_alone);
  g_test_add_func("/facts/none", test_none);
  g_test_add_func("/facts/vouchers-and-terms", test_vouchers_and_terms);
  g_test_add_func("/facts/any-world", test_any_world);
  g_test_add_func("/facts/fault-is-noticed", test_fault_is_noticed);
  g_test_add_func("/facts/cancel", test_cancel);
  int failed = g_test_run();
  free(scratch);
  free(trial);
  return failed;
}
