/* Years of one plan held against those of another: the same bytes whether the years without the
 * deal are shared or played again, whatever was changed; means and quantiles against naive ones. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/decide/trial.h"
#include "model/plan/fields.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"

#define SEED 11
#define YEARS 3

typedef struct {
  Plan plan, other;
  Trial base, like, alone;
  TrialScratch *scratch;
  TrialRunner runner;
} World;

static World *world_new(void) {
  World *world = g_new0(World, 1);
  /* calloc: most of a scratch is never touched. */
  world->scratch = calloc(1, sizeof *world->scratch);
  world->runner = (TrialRunner){trial_run_here, world->scratch, SEED};
  plan_example(&world->plan);
  world->plan.regulars.level_per_100k = 50000;
  world->plan.deal.vouchers_sold = 100;
  world->other = world->plan;
  return world;
}

static void world_free(World *world) {
  free(world->scratch);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

static void base_run(World *world) {
  trial_begin(&world->base, &world->plan, RISK_ALL, &world->runner);
  g_assert_true(trial_run_to(&world->base, YEARS, &world->runner));
}

static bool is_shared(const World *world) {
  return world->like.setup.without != NULL;
}

static bool without_is_same(const RiskWithout *a, const RiskWithout *b) {
  return a->is_reusable == b->is_reusable && a->result_cents == b->result_cents &&
         a->lowest_cents == b->lowest_cents && a->booked_minutes == b->booked_minutes &&
         a->refused == b->refused && a->left_for_good == b->left_for_good;
}

static bool run_is_same(const TrialRun *a, const TrialRun *b) {
  return memcmp(a->value, b->value, sizeof a->value) == 0 && a->applies == b->applies &&
         a->broken == b->broken && without_is_same(&a->without, &b->without);
}

/* The other plan's years, with and without the base's. */
static bool other_is_same(World *world) {
  trial_begin(&world->alone, &world->other, RISK_ALL, &world->runner);
  trial_begin_like(&world->like, &world->other, &world->base, &world->runner);
  g_assert_true(trial_run_to(&world->alone, YEARS, &world->runner));
  g_assert_true(trial_run_to(&world->like, YEARS, &world->runner));
  for (int i = 0; i < YEARS; i++)
    if (!run_is_same(&world->alone.run[i], &world->like.run[i]))
      return false;
  return true;
}

/* --- years that are shared ------------------------------------------------------------------- */

static void test_deal_changes(void) {
  g_autoptr(World) world = world_new();
  base_run(world);
  static const struct {
    const char *path;
    int64_t value;
  } changes[] = {
      {"deal.vouchers_sold", 700},      {"deal.vouchers_sold", 0},
      {"deal.price_cents", 3000},       {"deal.commission_per_100k", 20000},
      {"deal.weekday_quota[5]", 0},     {"deal.tax_treatment", TREATMENT_LIST_PRICE},
      {"deal.visits_per_voucher", 3},   {"deal_pay.flat_cents", 900},
      {"clients.return_per_100k", 900}, {"phone.people", 3},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
    world->other = world->plan;
    g_assert_true(plan_set(&world->other, changes[i].path, changes[i].value));
    g_assert_true(other_is_same(world));
    g_assert_true(is_shared(world));
  }
  /* Its ranges are its own, wherever they stand among the others. */
  world->other = world->plan;
  for (int i = 0; i < world->other.uncertainty_count; i++)
    if (strcmp(world->other.uncertainty[i].path, "deal.vouchers_sold") == 0)
      world->other.uncertainty[i] = world->plan.uncertainty[--world->other.uncertainty_count];
  g_assert_cmpint(world->other.uncertainty_count, <, world->plan.uncertainty_count);
  g_assert_true(other_is_same(world));
  g_assert_true(is_shared(world));
}

/* Another value for every number of the plan, one at a time. */
typedef struct {
  World *world;
  int changed, shared;
} Walk;

static bool field_change(const FieldStop *stop, void *data) {
  Walk *walk = data;
  World *world = walk->world;
  char path[PLAN_PATH_SIZE];
  if (stop->field == NULL || stop->field->type == FIELD_TEXT)
    return true;
  field_stop_path(stop, path);
  if (g_str_has_prefix(path, "provenance") || g_str_has_prefix(path, "accounts"))
    return true;
  world->other = world->plan;
  int64_t value = plan_get(&world->plan, path);
  if (value == field_none(stop->field))
    value = stop->field->minimum;
  int64_t more = value + MAX(1, value / 3), less = value - MAX(1, value / 3);
  plan_set(&world->other, path, more <= stop->field->maximum ? more : less);
  Problems problems;
  plan_check(&world->other, &problems);
  if (problems.blocking_count > 0)
    return true;
  bool is_same = other_is_same(world);
  if (!is_same)
    g_test_message("%s", path);
  g_assert_true(is_same);
  walk->changed++;
  walk->shared += is_shared(world);
  return true;
}

static void test_every_field(void) {
  g_autoptr(World) world = world_new();
  Walk walk = {.world = world};
  base_run(world);
  plan_walk(&world->plan, field_change, &walk);
  g_test_message("%d fields changed, %d share years", walk.changed, walk.shared);
  g_assert_cmpint(walk.changed, >, 100);
  g_assert_cmpint(walk.shared, >, 30);
  g_assert_cmpint(walk.shared, <, walk.changed);
}

/* Who watches the threshold plays all years: the days without the deal count in both. */
static void test_small_supplier(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.gst_registered = false;
  world->plan.regulars.level_per_100k = 15000;
  world->other = world->plan;
  world->other.deal.vouchers_sold = 400;
  base_run(world);
  g_assert_false(world->base.run[0].without.is_reusable);
  g_assert_true(other_is_same(world));
}

static void test_what_is_not_shared(void) {
  g_autoptr(World) world = world_new();
  base_run(world);
  static const char *const paths[] = {"deal.sale_date", "deal.promotion_end_date",
                                      "regulars.level_per_100k", "clients.tips_cents_per_visit",
                                      "business.opening_cash_cents"};
  for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
    world->other = world->plan;
    plan_set(&world->other, paths[i], plan_get(&world->plan, paths[i]) + 7);
    g_assert_true(other_is_same(world));
    g_assert_false(is_shared(world));
  }
  world->other = world->plan;
  world->runner.seed = SEED + 1;
  g_assert_true(other_is_same(world));
  g_assert_false(is_shared(world));
}

/* The fault: years of another luck. */
static void test_wrong_years_are_seen(void) {
  g_autoptr(World) world = world_new();
  world->other.deal.vouchers_sold = 150;
  base_run(world);
  RiskWithout first = world->base.without[0];
  world->base.without[0] = world->base.without[1];
  g_assert_false(other_is_same(world));
  world->base.without[0] = first;
  g_assert_true(other_is_same(world));
}

/* The fault: regular requests of another luck. */
static void test_wrong_regulars_are_seen(void) {
  g_autoptr(World) world = world_new();
  world->other.deal.vouchers_sold = 150;
  base_run(world);
  g_assert_true(world->base.regulars[0].is_kept);
  RegularsKept *first = g_memdup2(&world->base.regulars[0], sizeof *first);
  world->base.regulars[0] = world->base.regulars[1];
  g_assert_false(other_is_same(world));
  world->base.regulars[0] = *first;
  g_assert_true(other_is_same(world));
  g_free(first);
}

/* More than fit are drawn again. */
static void test_regulars_that_do_not_fit(void) {
  g_autoptr(World) world = world_new();
  for (int weekday = 0; weekday < 7; weekday++)
    world->plan.regulars.wanted_milli_visits[weekday] *= 8;
  world->other = world->plan;
  world->other.deal.vouchers_sold = 20;
  base_run(world);
  g_assert_false(world->base.regulars[0].is_kept);
  g_assert_true(other_is_same(world));
  g_assert_true(is_shared(world));
}

/* --- years that stay ------------------------------------------------------------------------- */

static bool kept_is_same(World *world) {
  for (int i = 0; i < world->base.count; i++)
    if (!run_is_same(&world->base.run[i], &world->alone.run[i]))
      return false;
  return true;
}

static void test_kept(void) {
  g_autoptr(World) world = world_new();
  Trial *base = &world->base;
  /* Like one that has nothing yet, like another, and by itself: always the same. */
  trial_begin(&world->alone, &world->plan, RISK_ALL, &world->runner);
  g_assert_true(trial_run_to(&world->alone, YEARS + 1, &world->runner));
  trial_keep(base, &world->plan, RISK_ALL, YEARS, &world->like, &world->runner);
  g_assert_cmpint(base->count, ==, 0);
  g_assert_true(trial_run_to(base, YEARS, &world->runner));
  g_assert_true(kept_is_same(world));
  trial_keep(base, &world->plan, RISK_ALL, YEARS - 1, &world->like, &world->runner);
  g_assert_cmpint(base->count, ==, YEARS - 1);
  world->other.deal.vouchers_sold = 300;
  trial_begin(&world->like, &world->other, RISK_ALL, &world->runner);
  g_assert_true(trial_run_to(&world->like, YEARS + 1, &world->runner));
  trial_keep(base, &world->plan, RISK_ALL, 0, &world->like, &world->runner);
  g_assert_true(base->setup.without != NULL && base->setup.regulars != NULL);
  g_assert_true(trial_run_to(base, YEARS + 1, &world->runner));
  g_assert_true(kept_is_same(world));
}

/* Another plan, sample or luck: all anew. */
static void test_kept_of_another(void) {
  g_autoptr(World) world = world_new();
  Trial *base = &world->base;
  base_run(world);
  trial_keep(base, &world->plan, RISK_LUCK, YEARS, &world->like, &world->runner);
  g_assert_cmpint(base->count, ==, 0);
  base_run(world);
  world->other.uncertainty[2].high++;
  trial_keep(base, &world->other, RISK_ALL, YEARS, &world->like, &world->runner);
  g_assert_cmpint(base->count, ==, 0);
  base_run(world);
  world->runner.seed++;
  trial_keep(base, &world->plan, RISK_ALL, YEARS, &world->like, &world->runner);
  g_assert_cmpint(base->count, ==, 0);
}

/* What it borrowed is another's by now: it must not be read. */
static void test_kept_borrows_anew(void) {
  g_autoptr(World) world = world_new();
  trial_begin(&world->alone, &world->plan, RISK_ALL, &world->runner);
  g_assert_true(trial_run_to(&world->alone, YEARS, &world->runner));
  trial_begin(&world->like, &world->plan, RISK_ALL, &world->runner);
  g_assert_true(trial_run_to(&world->like, YEARS, &world->runner));
  trial_keep(&world->base, &world->plan, RISK_ALL, YEARS, &world->like, &world->runner);
  g_assert_true(trial_run_to(&world->base, 1, &world->runner));
  world->other.regulars.level_per_100k = 90000;
  trial_begin(&world->like, &world->other, RISK_ALL, &world->runner);
  g_assert_true(trial_run_to(&world->like, YEARS, &world->runner));
  trial_keep(&world->base, &world->plan, RISK_ALL, YEARS, &world->like, &world->runner);
  g_assert_cmpint(world->base.count, ==, 1);
  g_assert_true(trial_run_to(&world->base, YEARS, &world->runner));
  g_assert_true(kept_is_same(world));
}

/* --- years in any order ---------------------------------------------------------------------- */

static void test_any_years(void) {
  g_autoptr(World) world = world_new();
  static const uint16_t years[] = {2, 0, 7, 1};
  TrialRun out[G_N_ELEMENTS(years)];
  trial_begin(&world->alone, &world->plan, RISK_ALL, &world->runner);
  g_assert_true(trial_run_to(&world->alone, 8, &world->runner));
  base_run(world);
  g_assert_true(trial_run_years(&world->base, years, G_N_ELEMENTS(years), &world->runner, out));
  for (size_t i = 0; i < G_N_ELEMENTS(years); i++)
    g_assert_true(run_is_same(&out[i], &world->alone.run[years[i]]));
  g_assert_true(trial_run_to(&world->base, 5, &world->runner));
  for (int i = 0; i < 5; i++)
    g_assert_true(run_is_same(&world->base.run[i], &world->alone.run[i]));
}

static bool run_never(void *data, const RiskSetup *setup, RiskSample sample, int begin, int end,
                      TrialRun *out) {
  (void)data, (void)setup, (void)sample, (void)begin, (void)end, (void)out;
  return false;
}

static void test_cancelled(void) {
  g_autoptr(World) world = world_new();
  base_run(world);
  world->runner.run = run_never;
  g_assert_true(trial_run_to(&world->base, YEARS, &world->runner));
  g_assert_false(trial_run_to(&world->base, YEARS + 1, &world->runner));
  g_assert_cmpint(world->base.count, ==, YEARS);
}

/* --- what years say -------------------------------------------------------------------------- */

static int values_compare(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

static void trials_make_up(GRand *luck, World *world, int count) {
  world->base.count = count;
  world->like.count = count + 3;
  for (int i = 0; i < count + 3; i++) {
    world->base.run[i].value[RISK_RESULT_CENTS] = g_rand_int_range(luck, -900000, 400000);
    world->like.run[i].value[RISK_RESULT_CENTS] = g_rand_int_range(luck, -20, 20);
  }
}

static TrialMean naive_mean(const int64_t *values, int count) {
  long double mean = 0, squares = 0;
  for (int i = 0; i < count; i++)
    mean += (long double)values[i] / count;
  for (int i = 0; i < count; i++)
    squares += (values[i] - mean) * (values[i] - mean);
  return (TrialMean){llroundl(mean * 1000),
                     count < 2 ? 0 : llroundl(1000 * sqrtl(squares / (count - 1) / count))};
}

static void check_mean(TrialMean mean, TrialMean naive) {
  g_assert_cmpint(ABS(mean.mean_milli - naive.mean_milli), <=, 1);
  g_assert_cmpint(ABS(mean.error_milli - naive.error_milli), <=, 1);
}

static void test_means_and_quantiles(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(2);
  const RiskQuantity quantity = RISK_RESULT_CENTS;
  int64_t own[200], less[200];
  for (int count = 1; count < 200; count += 9) {
    trials_make_up(luck, world, count);
    for (int i = 0; i < count; i++) {
      own[i] = world->base.run[i].value[quantity];
      less[i] = own[i] - world->like.run[i].value[quantity];
    }
    check_mean(trial_mean(&world->base, quantity), naive_mean(own, count));
    check_mean(trial_mean_of_first(&world->base, (count + 1) / 2, quantity),
               naive_mean(own, (count + 1) / 2));
    check_mean(trial_mean_difference(&world->base, &world->like, quantity),
               naive_mean(less, count));
    qsort(own, (size_t)count, sizeof own[0], values_compare);
    for (int q = 0; q <= 100; q += 5) {
      int place = MAX(1, (count * q + 99) / 100);
      g_assert_cmpint(trial_quantile(&world->base, quantity, q * 1000), ==, own[place - 1]);
    }
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/trial/deal-changes", test_deal_changes);
  g_test_add_func("/trial/every-field", test_every_field);
  g_test_add_func("/trial/small-supplier", test_small_supplier);
  g_test_add_func("/trial/what-is-not-shared", test_what_is_not_shared);
  g_test_add_func("/trial/wrong-years-are-seen", test_wrong_years_are_seen);
  g_test_add_func("/trial/wrong-regulars-are-seen", test_wrong_regulars_are_seen);
  g_test_add_func("/trial/regulars-that-do-not-fit", test_regulars_that_do_not_fit);
  g_test_add_func("/trial/kept", test_kept);
  g_test_add_func("/trial/kept-of-another", test_kept_of_another);
  g_test_add_func("/trial/kept-borrows-anew", test_kept_borrows_anew);
  g_test_add_func("/trial/any-years", test_any_years);
  g_test_add_func("/trial/cancelled", test_cancelled);
  g_test_add_func("/trial/means-and-quantiles", test_means_and_quantiles);
  return g_test_run();
}
