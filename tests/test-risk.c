/* What many runs say, against naive twins: sorted copies, textbook formulas, samples whose truth is
 * known. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/random.h"
#include "model/risk/risk-private.h"

#define SETS 300
#define SET_MOST 3000

/* --- values of many kinds ------------------------------------------------------------------ */

typedef enum { FEW_VALUES, ALIKE, NARROW, WIDE, HEAVY_TAIL, KIND_COUNT } Kind;

static int64_t value_draw(GRand *luck, Kind kind) {
  switch (kind) {
  case FEW_VALUES:
    return g_rand_int_range(luck, -2, 3);
  case ALIKE:
    return -7;
  case NARROW:
    return g_rand_int_range(luck, -200, 900);
  case WIDE:
    return (int64_t)(g_rand_double_range(luck, -1e12, 1e12));
  case HEAVY_TAIL:
    return (int64_t)(exp(g_rand_double_range(luck, 0, 25)) * (g_rand_boolean(luck) ? 1 : -1));
  case KIND_COUNT:
    break;
  }
  g_assert_not_reached();
}

/* One in four sets has no more than 30. */
static int values_draw(GRand *luck, int64_t *values) {
  int count = g_rand_int_range(luck, 1, g_rand_int_range(luck, 0, 4) == 0 ? 31 : SET_MOST + 1);
  Kind kind = (Kind)g_rand_int_range(luck, 0, KIND_COUNT);
  for (int i = 0; i < count; i++)
    values[i] = value_draw(luck, kind);
  return count;
}

static int values_compare(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

static int64_t *values_sorted(const int64_t *values, int count) {
  int64_t *sorted = g_memdup2(values, sizeof *values * (size_t)count);
  qsort(sorted, (size_t)count, sizeof *sorted, values_compare);
  return sorted;
}

static void each_set(void (*check)(int64_t *values, const int64_t *sorted, int count)) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(20);
  g_autofree int64_t *values = g_new(int64_t, SET_MOST);
  for (int set = 0; set < SETS; set++) {
    int count = values_draw(luck, values);
    g_autofree int64_t *sorted = values_sorted(values, count);
    check(values, sorted, count);
  }
}

/* --- selection ----------------------------------------------------------------------------- */

static void check_selection(int64_t *values, const int64_t *sorted, int count) {
  int places[] = {0, count / 7, count / 7, count / 2, count - 1};
  values_select(values, count, places, G_N_ELEMENTS(places));
  for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
    g_assert_cmpint(values[places[i]], ==, sorted[places[i]]);
    for (int j = 0; j < places[i]; j++)
      g_assert_cmpint(values[j], <=, values[places[i]]);
  }
  qsort(values, (size_t)count, sizeof *values, values_compare);
  g_assert_cmpmem(values, sizeof *values * (size_t)count, sorted, sizeof *sorted * (size_t)count);
}

static void test_selection(void) {
  each_set(check_selection);
}

/* --- mean and percentiles ------------------------------------------------------------------ */

/* The lowest value that at least `percent` of all do not pass. */
static int64_t naive_percentile(const int64_t *sorted, int count, int percent) {
  for (int i = 0; i < count; i++) {
    int not_above = i + 1;
    while (not_above < count && sorted[not_above] == sorted[i])
      not_above++;
    if (not_above * 100 >= count * percent)
      return sorted[i];
  }
  g_assert_not_reached();
}

static int64_t naive_of_rank(const int64_t *sorted, int count, double rank) {
  return sorted[(int)CLAMP(rank, 1, count) - 1];
}

static RiskSpread naive_spread(const int64_t *sorted, int count) {
  RiskSpread spread = {.lowest = sorted[0], .highest = sorted[count - 1]};
  long double mean = 0, squares = 0;
  for (int i = 0; i < count; i++)
    mean += (long double)sorted[i] / count;
  for (int i = 0; i < count; i++)
    squares += (sorted[i] - mean) * (sorted[i] - mean);
  spread.mean_milli = llroundl(mean * 1000);
  if (count > 1)
    spread.mean_error_milli = llroundl(1000 * sqrtl(squares / (count - 1) / count));
  for (int i = 0; i < RISK_PERCENTILE_COUNT; i++) {
    int percent = RISK_PERCENTILES[i];
    double rank = (double)count * percent / 100;
    double error = sqrt((double)count * percent * (100 - percent)) / 100;
    int64_t low = naive_of_rank(sorted, count, floor(rank - error));
    int64_t high = naive_of_rank(sorted, count, ceil(rank + error));
    spread.percentile[i] = naive_percentile(sorted, count, percent);
    spread.percentile_error[i] = (high - low + 1) / 2;
  }
  return spread;
}

/* Means may differ by what a long double loses; all else not at all. */
static bool spreads_agree(const RiskSpread *a, const RiskSpread *b) {
  RiskSpread exact = *a;
  exact.mean_milli = b->mean_milli;
  exact.mean_error_milli = b->mean_error_milli;
  return llabs(a->mean_milli - b->mean_milli) <= 1 &&
         llabs(a->mean_error_milli - b->mean_error_milli) <= 1 + b->mean_error_milli / 1000000000 &&
         memcmp(&exact, b, sizeof exact) == 0;
}

static void check_spread(int64_t *values, const int64_t *sorted, int count) {
  RiskSpread naive = naive_spread(sorted, count);
  RiskSpread spread = spread_of(values, count);
  g_assert_true(spreads_agree(&spread, &naive));
}

static void test_spread(void) {
  each_set(check_spread);
}

/* A percentile read one place too high, an error not halved, the variance divided by n: seen. */
static void test_spread_faults(void) {
  int64_t values[20], sorted[20];
  for (int i = 0; i < 20; i++)
    values[i] = sorted[i] = (int64_t)i * i;
  RiskSpread naive = naive_spread(sorted, 20), spread = spread_of(values, 20);
  g_assert_true(spreads_agree(&spread, &naive));
  spread.percentile[RISK_P50] = sorted[10];
  g_assert_false(spreads_agree(&spread, &naive));
  spread = spread_of(values, 20);
  spread.percentile_error[RISK_P25] *= 2;
  g_assert_false(spreads_agree(&spread, &naive));
  spread = spread_of(values, 20);
  spread.mean_error_milli = (int64_t)((double)spread.mean_error_milli * sqrt(19.0 / 20.0));
  g_assert_false(spreads_agree(&spread, &naive));
}

/* 1 … 10: the median is the 5th, as documented, not the mean of two. */
static void test_spread_by_hand(void) {
  int64_t values[] = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
  RiskSpread spread = spread_of(values, 10);
  g_assert_cmpint(spread.mean_milli, ==, 5500);
  g_assert_cmpint(spread.mean_error_milli, ==, 957); /* √(82.5 ÷ 9 ÷ 10) */
  g_assert_cmpint(spread.percentile[RISK_P5], ==, 1);
  g_assert_cmpint(spread.percentile[RISK_P25], ==, 3);
  g_assert_cmpint(spread.percentile[RISK_P50], ==, 5);
  g_assert_cmpint(spread.percentile[RISK_P75], ==, 8);
  g_assert_cmpint(spread.percentile[RISK_P95], ==, 10);
  g_assert_cmpint(spread.percentile_error[RISK_P50], ==, 2); /* from 3.42 to 6.58: 3 … 7 */
}

/* --- do the errors tell the truth? --------------------------------------------------------- */

#define REPEATS 2000
#define REPEAT_RUNS 1000
#define EXPONENTIAL_MEAN 1000000.0
#define CHANCE 0.1

/* How often, of REPEATS samples of a known distribution, the truth lies within `errors` standard
 * errors of what one sample says. */
typedef struct {
  double percentile[RISK_PERCENTILE_COUNT], mean, chance;
} Coverage;

static Coverage coverage_measure(double errors) {
  Coverage coverage = {0};
  g_autofree int64_t *values = g_new(int64_t, REPEAT_RUNS);
  for (uint32_t repeat = 0; repeat < REPEATS; repeat++) {
    const RandomStream stream = {5, repeat};
    int hits = 0;
    for (uint32_t i = 0; i < REPEAT_RUNS; i++) {
      double u = random_unit(&stream, 1, i, 0);
      values[i] = (int64_t)quantile_exponential(EXPONENTIAL_MEAN, u);
      hits += random_unit(&stream, 2, i, 0) < CHANCE;
    }
    RiskSpread spread = spread_of(values, REPEAT_RUNS);
    RiskChance chance = risk_chance_of(hits, REPEAT_RUNS);
    for (int i = 0; i < RISK_PERCENTILE_COUNT; i++) {
      double truth = quantile_exponential(EXPONENTIAL_MEAN, RISK_PERCENTILES[i] / 100.0);
      coverage.percentile[i] +=
          fabs((double)spread.percentile[i] - truth) <= errors * (double)spread.percentile_error[i];
    }
    coverage.mean += fabs((double)spread.mean_milli / 1000 - EXPONENTIAL_MEAN) <=
                     errors * (double)spread.mean_error_milli / 1000;
    coverage.chance +=
        fabs(chance.share_per_100k - CHANCE * 100000) <= errors * chance.error_per_100k;
  }
  for (int i = 0; i < RISK_PERCENTILE_COUNT; i++)
    coverage.percentile[i] /= REPEATS;
  coverage.mean /= REPEATS;
  coverage.chance /= REPEATS;
  return coverage;
}

/* One standard error holds 68 times in 100; places are whole numbers, hence the room. */
static bool is_one_error(double covered) {
  return covered > 0.62 && covered < 0.76;
}

static bool coverage_is_honest(const Coverage *coverage, bool tell) {
  bool honest = is_one_error(coverage->mean) && is_one_error(coverage->chance);
  if (tell)
    g_test_message("within one error: mean %.3f, chance %.3f", coverage->mean, coverage->chance);
  for (int i = 0; i < RISK_PERCENTILE_COUNT; i++) {
    honest &= is_one_error(coverage->percentile[i]);
    if (tell)
      g_test_message("P%d %.3f", RISK_PERCENTILES[i], coverage->percentile[i]);
  }
  return honest;
}

static void test_coverage(void) {
  Coverage coverage = coverage_measure(1);
  g_assert_true(coverage_is_honest(&coverage, true));
  /* An error a third too small or too large would be seen. */
  coverage = coverage_measure(0.67);
  g_assert_false(coverage_is_honest(&coverage, false));
  coverage = coverage_measure(1.5);
  g_assert_false(coverage_is_honest(&coverage, false));
}

/* None of 250: 1 in 252, not surely never; the same from the other side. */
static void test_chance_at_the_ends(void) {
  RiskChance never = risk_chance_of(0, 250), always = risk_chance_of(250, 250),
             half = risk_chance_of(125, 250);
  g_assert_cmpint(never.share_per_100k, ==, 0);
  g_assert_cmpint(never.error_per_100k, ==, 395);
  g_assert_cmpint(always.share_per_100k, ==, 100000);
  g_assert_cmpint(always.error_per_100k, ==, never.error_per_100k);
  g_assert_cmpint(half.share_per_100k, ==, 50000);
  g_assert_cmpint(half.error_per_100k, ==, 3143);
  g_assert_cmpint(risk_chance_of(1, 3).share_per_100k, ==, 33333);
}

/* --- bins ---------------------------------------------------------------------------------- */

static bool is_1_2_5(int64_t width) {
  while (width % 10 == 0)
    width /= 10;
  return width == 1 || width == 2 || width == 5;
}

static int64_t narrower(int64_t width) {
  int64_t ten = 1;
  while (width >= 10 * ten)
    ten *= 10;
  return width / ten == 5 ? 2 * ten : width / ten == 2 ? ten : ten / 2;
}

static int64_t floor_multiple(int64_t value, int64_t width) {
  int64_t rest = value % width;
  return value - rest - (rest < 0 ? width : 0);
}

static void check_bins(int64_t *values, const int64_t *sorted, int count) {
  RiskHistogram bins = histogram_of(values, count);
  int64_t low = sorted[MAX((count * 5 + 999) / 1000, 1) - 1];
  int64_t high = sorted[MAX((count * 995 + 999) / 1000, 1) - 1];
  g_assert_cmpint(bins.bin_count, >=, 1);
  g_assert_cmpint(bins.bin_count, <=, RISK_BINS);
  g_assert_true(is_1_2_5(bins.width));
  g_assert_cmpint(bins.begin, ==, floor_multiple(low, bins.width)); /* zero is on an edge */
  g_assert_cmpint(bins.begin + bins.width * bins.bin_count, ==,
                  floor_multiple(high, bins.width) + bins.width);
  int64_t finer = narrower(bins.width);
  if (finer > 0)
    g_assert_cmpint((floor_multiple(high, finer) - floor_multiple(low, finer)) / finer, >=,
                    RISK_BINS);
  for (int bin = 0; bin < bins.bin_count; bin++) {
    int64_t begin = bin == 0 ? INT64_MIN : bins.begin + bin * bins.width;
    int64_t end = bin == bins.bin_count - 1 ? INT64_MAX : bins.begin + (bin + 1) * bins.width;
    int inside = 0;
    for (int i = 0; i < count; i++)
      inside += sorted[i] >= begin && sorted[i] < end;
    g_assert_cmpint(bins.count[bin], ==, inside);
  }
}

static void test_bins(void) {
  each_set(check_bins);
}

/* --- all of it ----------------------------------------------------------------------------- */

typedef struct {
  RiskSetup setup;
  Risk risk;
  RiskRun *runs;
  int64_t *work;
} World;

static World *world_new(int count) {
  World *world = g_new0(World, 1);
  world->runs = g_new0(RiskRun, count);
  world->work = g_new0(int64_t, count);
  world->setup.timetable.days = 24; /* three weeks and a piece */
  return world;
}

static void world_free(World *world) {
  g_free(world->runs);
  g_free(world->work);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

#define RUNS 500

static void runs_draw(World *world) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(3);
  for (int i = 0; i < RUNS; i++) {
    RiskRun *run = &world->runs[i];
    for (int quantity = 0; quantity < RISK_QUANTITY_COUNT; quantity++)
      run->value[quantity] = g_rand_int_range(luck, -1000, 1000) * (quantity + 1);
    for (int week = 0; week < 4; week++) {
      run->week_balance_cents[week] = g_rand_int_range(luck, -100000, 100000);
      run->week_staff_minutes[week] = g_rand_int_range(luck, 0, 5000);
      run->week_refused[week] = (int16_t)g_rand_int_range(luck, 0, 9);
    }
    run->applies = (uint16_t)g_rand_int_range(luck, 0, 1 << CONDITION_COUNT);
    run->broken = run->applies & (uint16_t)g_rand_int_range(luck, 0, 1 << CONDITION_COUNT);
  }
}

static int64_t naive_band(const int64_t *column, int count, int percent) {
  g_autofree int64_t *sorted = values_sorted(column, count);
  return naive_percentile(sorted, count, percent);
}

static void check_week(const World *world, int count, int week) {
  static const int percents[RISK_BAND_COUNT] = {5, 25, 50, 75, 95};
  const RiskOfSample *of = &world->risk.sample[RISK_LUCK];
  g_autofree int64_t *balance = g_new(int64_t, count), *minutes = g_new(int64_t, count);
  double refused = 0;
  for (int i = 0; i < count; i++) {
    balance[i] = world->runs[i].week_balance_cents[week];
    minutes[i] = world->runs[i].week_staff_minutes[week];
    refused += world->runs[i].week_refused[week];
  }
  for (int band = 0; band < RISK_BAND_COUNT; band++) {
    g_assert_cmpint(of->week_balance_cents[band][week], ==,
                    naive_band(balance, count, percents[band]));
    g_assert_cmpint(of->week_staff_minutes[band][week], ==,
                    naive_band(minutes, count, percents[band]));
  }
  g_assert_cmpfloat_with_epsilon(of->week_refused_milli[week], refused / count * 1000, 0.51);
}

static void check_chances(const World *world, int count) {
  const RiskOfSample *of = &world->risk.sample[RISK_LUCK];
  int losses = 0, any = 0, broken[CONDITION_COUNT] = {0}, looked_at[CONDITION_COUNT] = {0};
  for (int i = 0; i < count; i++) {
    losses += world->runs[i].value[RISK_RESULT_CENTS] < 0;
    for (int j = 0; j < CONDITION_COUNT; j++) {
      broken[j] += (world->runs[i].broken & 1 << j) != 0;
      looked_at[j] += (world->runs[i].applies & 1 << j) != 0;
    }
  }
  /* Of those that are told. */
  for (int i = 0; i < count; i++) {
    bool breaks = false;
    for (int j = 0; j < CONDITION_COUNT; j++)
      breaks |= 2 * looked_at[j] >= count && (world->runs[i].broken & 1 << j) != 0;
    any += breaks;
  }
  g_assert_cmpint(of->loss.share_per_100k, ==, risk_chance_of(losses, count).share_per_100k);
  g_assert_cmpint(of->breaks_any.share_per_100k, ==, risk_chance_of(any, count).share_per_100k);
  for (int j = 0; j < CONDITION_COUNT; j++) {
    g_assert_cmpint(of->breaks[j].share_per_100k, ==,
                    risk_chance_of(broken[j], count).share_per_100k);
    g_assert_true(of->breaks[j].applies == (2 * looked_at[j] >= count));
  }
}

static void test_sum_up(void) {
  g_autoptr(World) world = world_new(RUNS);
  runs_draw(world);
  risk_begin(&world->setup, true, RUNS, &world->risk);
  g_assert_cmpint(world->risk.week_count, ==, 4);
  g_assert_true(risk_told(&world->risk) == &world->risk.sample[RISK_LUCK]);
  for (int count = 250; count <= RUNS; count += 250) {
    risk_sum_up(&world->setup, RISK_LUCK, world->runs, count, world->work, &world->risk);
    const RiskOfSample *of = &world->risk.sample[RISK_LUCK];
    g_assert_cmpint(of->years, ==, count);
    for (int quantity = 0; quantity < RISK_QUANTITY_COUNT; quantity++) {
      for (int i = 0; i < count; i++)
        world->work[i] = world->runs[i].value[quantity];
      g_autofree int64_t *sorted = values_sorted(world->work, count);
      RiskSpread naive = naive_spread(sorted, count);
      g_assert_true(spreads_agree(&of->spread[quantity], &naive));
    }
    for (int week = 0; week < 4; week++)
      check_week(world, count, week);
    check_chances(world, count);
    int binned = 0;
    for (int bin = 0; bin < of->result.bin_count; bin++)
      binned += of->result.count[bin];
    g_assert_cmpint(binned, ==, count);
  }
  world->risk.sample[RISK_ALL].years = 1;
  g_assert_true(risk_told(&world->risk) == &world->risk.sample[RISK_ALL]);
}

/* Which run holds which value changes nothing. */
static void test_order_of_runs(void) {
  g_autoptr(World) world = world_new(RUNS);
  g_autofree Risk *first = g_new(Risk, 1);
  runs_draw(world);
  risk_begin(&world->setup, true, RUNS, &world->risk);
  risk_sum_up(&world->setup, RISK_ALL, world->runs, RUNS, world->work, &world->risk);
  *first = world->risk;
  for (int i = 0; i < RUNS / 2; i++) {
    RiskRun run = world->runs[i];
    world->runs[i] = world->runs[RUNS - 1 - i];
    world->runs[RUNS - 1 - i] = run;
  }
  risk_sum_up(&world->setup, RISK_ALL, world->runs, RUNS, world->work, &world->risk);
  g_assert_cmpmem(first, sizeof *first, &world->risk, sizeof world->risk);
}

static void test_batches(void) {
  g_assert_cmpint(risk_next_batch_end(0, 10000), ==, 250);
  g_assert_cmpint(risk_next_batch_end(250, 10000), ==, 1000);
  g_assert_cmpint(risk_next_batch_end(1000, 10000), ==, 4000);
  g_assert_cmpint(risk_next_batch_end(4000, 10000), ==, 10000);
  g_assert_cmpint(risk_next_batch_end(10000, 10000), ==, 0);
  g_assert_cmpint(risk_next_batch_end(0, 100), ==, 100);
  g_assert_cmpint(risk_next_batch_end(100, 100), ==, 0);
  g_assert_cmpint(risk_next_batch_end(250, 600), ==, 600);
  g_assert_cmpint(risk_next_batch_end(0, 250), ==, 250);
  g_assert_cmpint(risk_next_batch_end(250, 250), ==, 0);
}

/* "likely" is not the mean. */
static void test_inputs(void) {
  g_autoptr(World) world = world_new(1);
  Uncertainty *range = world->setup.plan.uncertainty;
  world->setup.plan.uncertainty_count = 2;
  range[0] = (Uncertainty){"clients.existing_per_100k", 10000, 20000, 60000};
  range[1] = (Uncertainty){"deal.gap_days", -3, 0, 0};
  risk_begin(&world->setup, true, 1, &world->risk);
  g_assert_cmpint(world->risk.input_count, ==, 2);
  g_assert_cmpint(world->risk.input[0].mean, ==, 25000);
  g_assert_cmpint(world->risk.input[1].mean, ==, -1); /* −0.5, away from zero */
  g_assert_cmpstr(world->risk.input[0].path, ==, "clients.existing_per_100k");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/risk/selection", test_selection);
  g_test_add_func("/risk/spread", test_spread);
  g_test_add_func("/risk/spread-faults", test_spread_faults);
  g_test_add_func("/risk/spread-by-hand", test_spread_by_hand);
  g_test_add_func("/risk/errors-tell-the-truth", test_coverage);
  g_test_add_func("/risk/chance-at-the-ends", test_chance_at_the_ends);
  g_test_add_func("/risk/bins", test_bins);
  g_test_add_func("/risk/sum-up", test_sum_up);
  g_test_add_func("/risk/order-of-runs", test_order_of_runs);
  g_test_add_func("/risk/batches", test_batches);
  g_test_add_func("/risk/inputs", test_inputs);
  return g_test_run();
}
