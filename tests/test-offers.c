/* Contracts side by side, against years run and subtracted one by one. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/decide/offers.h"
#include "model/store/plan-json.h"
#include "model/tax/voucher.h"

#define SEED 9
/* Years are made up from few: 1,000 of each plan would take long. */
#define YEARS_RUN 8

/* Of one setup after another, and over again, each time round a little different. */
typedef struct {
  TrialScratch *scratch;
  TrialRun run[YEARS_RUN];
} MadeUp;

static void year_make_up(const MadeUp *made_up, const RiskSetup *setup, int year, TrialRun *out) {
  *out = made_up->run[year % YEARS_RUN];
  out->value[RISK_RESULT_CENTS] += year * (setup->plan.deal.vouchers_sold - 120);
  out->value[RISK_LOWEST_CENTS] -= year;
  out->value[RISK_REFUSED_EXTRA] += year / 100;
  out->value[RISK_WAIT_P95_DAYS] += year / 200;
}

static bool run_made_up(void *data, const RiskSetup *setup, RiskSample sample, int begin, int end,
                        TrialRun *out) {
  MadeUp *made_up = data;
  for (int i = 0; i < YEARS_RUN; i++)
    trial_run_one(setup, sample, i, &made_up->run[i], made_up->scratch);
  for (int year = begin; year < end; year++)
    year_make_up(made_up, setup, year, &out[year - begin]);
  return true;
}

typedef struct {
  Plan plan[OFFERS_MAX];
  Offers offers;
  DecideScratch *scratch;
  MadeUp made_up;
  TrialRunner runner;
} World;

static World *world_new(void) {
  World *world = g_new0(World, 1);
  /* calloc: most of a scratch is never touched. */
  world->scratch = calloc(1, sizeof *world->scratch);
  world->made_up.scratch = calloc(1, sizeof *world->made_up.scratch);
  world->runner = (TrialRunner){run_made_up, &world->made_up, SEED};
  for (int i = 0; i < OFFERS_MAX; i++) {
    plan_example(&world->plan[i]);
    world->plan[i].deal.vouchers_sold = 100 + 60 * i;
    world->plan[i].deal.commission_per_100k -= 4000 * i;
    g_snprintf(world->plan[i].name, sizeof world->plan[i].name, "Offer %d", i + 1);
  }
  /* One of another place: nothing is shared with the first. */
  world->plan[3].business.opening_cash_cents += 55500;
  world->plan[3].regulars.level_per_100k = 80000;
  return world;
}

static void world_free(World *world) {
  free(world->scratch);
  free(world->made_up.scratch);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

/* The plans in an order: "0123". */
static void compare(World *world, const char *order) {
  const Plan *plans[OFFERS_MAX];
  int count = (int)strlen(order);
  for (int i = 0; i < count; i++)
    plans[i] = &world->plan[order[i] - '0'];
  g_assert_true(
      offers_compare(plans, count, RISK_ALL, &world->runner, world->scratch, &world->offers));
  g_assert_cmpint(world->offers.offer_count, ==, count);
  g_assert_cmpint(world->offers.years, ==, TRIAL_YEARS_SURE);
}

/* --- by hand --------------------------------------------------------------------------------- */

static TrialRun *years_run(World *world, const Plan *plan) {
  g_autofree RiskSetup *setup = g_new0(RiskSetup, 1);
  TrialRun *runs = g_new(TrialRun, TRIAL_YEARS_SURE);
  risk_setup(setup, plan, SEED);
  g_assert_true(run_made_up(&world->made_up, setup, RISK_ALL, 0, TRIAL_YEARS_SURE, runs));
  return runs;
}

static int values_compare(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

/* In order, from 1: the 50th of 1,000 is the lowest 5 %. */
static int64_t value_in_order(const TrialRun *runs, RiskQuantity quantity, int place) {
  g_autofree int64_t *values = g_new(int64_t, TRIAL_YEARS_SURE);
  for (int i = 0; i < TRIAL_YEARS_SURE; i++)
    values[i] = runs[i].value[quantity];
  qsort(values, TRIAL_YEARS_SURE, sizeof *values, values_compare);
  return values[place - 1];
}

/* The fault: as if their luck were not the same. */
static void difference_by_hand(const TrialRun *runs, const TrialRun *first, bool fault,
                               double *mean, double *error) {
  double sum = 0, squares = 0;
  for (int i = 0; i < TRIAL_YEARS_SURE; i++) {
    const TrialRun *other = &first[fault ? (i + 1) % TRIAL_YEARS_SURE : i];
    double less = (double)(runs[i].value[RISK_RESULT_CENTS] - other->value[RISK_RESULT_CENTS]);
    sum += less;
    squares += less * less;
  }
  *mean = sum / TRIAL_YEARS_SURE;
  *error = sqrt((squares / TRIAL_YEARS_SURE - *mean * *mean) / (TRIAL_YEARS_SURE - 1));
}

static bool is_paired(const Offer *offer, const TrialRun *runs, const TrialRun *first, bool fault) {
  double mean, error;
  difference_by_hand(runs, first, fault, &mean, &error);
  return fabs((double)offer->less_first.mean_milli / 1000 - mean) < 0.01 &&
         fabs((double)offer->less_first.error_milli / 1000 - error) < 0.01 + error / 1e6;
}

static void check_offer(const Offer *offer, const Plan *plan, const TrialRun *runs) {
  VoucherResult voucher;
  int losses = 0;
  for (int i = 0; i < TRIAL_YEARS_SURE; i++)
    losses += runs[i].value[RISK_RESULT_CENTS] < 0;
  voucher_compute(plan, &voucher);
  g_assert_cmpstr(offer->name, ==, plan->name);
  g_assert_cmpint(offer->vouchers, ==, plan->deal.vouchers_sold);
  g_assert_cmpint(offer->left_used_cents, ==, voucher.left_used_cents);
  g_assert_cmpint(offer->standing.years, ==, TRIAL_YEARS_SURE);
  g_assert_cmpint(offer->result_p5_cents, ==, value_in_order(runs, RISK_RESULT_CENTS, 50));
  g_assert_cmpint(offer->result_p50_cents, ==, value_in_order(runs, RISK_RESULT_CENTS, 500));
  g_assert_cmpint(offer->result_p95_cents, ==, value_in_order(runs, RISK_RESULT_CENTS, 950));
  g_assert_cmpint(offer->loss_per_100k, ==, losses * 100);
  g_assert_cmpint(offer->refused_extra_p50, ==, value_in_order(runs, RISK_REFUSED_EXTRA, 500));
  g_assert_cmpint(offer->lowest_p10_cents, ==, value_in_order(runs, RISK_LOWEST_CENTS, 100));
  g_assert_cmpint(offer->lowest_p50_cents, ==, value_in_order(runs, RISK_LOWEST_CENTS, 500));
  g_assert_cmpint(offer->wait_p95_p50_days, ==, value_in_order(runs, RISK_WAIT_P95_DAYS, 500));
}

static void test_by_hand(void) {
  g_autoptr(World) world = world_new();
  compare(world, "0123");
  g_autofree TrialRun *first = years_run(world, &world->plan[0]);
  for (int i = 0; i < OFFERS_MAX; i++) {
    g_autofree TrialRun *runs = years_run(world, &world->plan[i]);
    const Offer *offer = &world->offers.offer[i];
    check_offer(offer, &world->plan[i], runs);
    g_assert_true(is_paired(offer, runs, first, false));
    g_assert_true(i == 0 || !is_paired(offer, runs, first, true));
  }
}

/* --- what must hold -------------------------------------------------------------------------- */

static void test_the_same_twice(void) {
  g_autoptr(World) world = world_new();
  compare(world, "11");
  for (int i = 0; i < 2; i++) {
    g_assert_cmpint(world->offers.offer[i].less_first.mean_milli, ==, 0);
    g_assert_cmpint(world->offers.offer[i].less_first.error_milli, ==, 0);
  }
}

/* All but the difference from the first. */
static void test_order(void) {
  g_autoptr(World) world = world_new();
  g_autofree Offers *before = g_new(Offers, 1);
  compare(world, "0123");
  *before = world->offers;
  compare(world, "3021");
  /* Each less the other. */
  TrialMean one = before->offer[3].less_first, other = world->offers.offer[1].less_first;
  g_assert_cmpint(one.mean_milli, ==, -other.mean_milli);
  g_assert_cmpint(one.error_milli, ==, other.error_milli);
  static const int place_of[OFFERS_MAX] = {1, 3, 2, 0};
  for (int i = 0; i < OFFERS_MAX; i++) {
    Offer *a = &before->offer[i], *b = &world->offers.offer[place_of[i]];
    a->less_first = b->less_first = (TrialMean){0, 0};
    g_assert_cmpmem(a, sizeof *a, b, sizeof *b);
  }
}

static bool run_never(void *data, const RiskSetup *setup, RiskSample sample, int begin, int end,
                      TrialRun *out) {
  (void)data, (void)setup, (void)sample, (void)begin, (void)end, (void)out;
  return false;
}

static void test_cancelled(void) {
  g_autoptr(World) world = world_new();
  const Plan *plans[] = {&world->plan[0]};
  world->runner.run = run_never;
  g_assert_false(
      offers_compare(plans, 1, RISK_ALL, &world->runner, world->scratch, &world->offers));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/offers/by-hand", test_by_hand);
  g_test_add_func("/offers/the-same-twice", test_the_same_twice);
  g_test_add_func("/offers/order", test_order);
  g_test_add_func("/offers/cancelled", test_cancelled);
  return g_test_run();
}
