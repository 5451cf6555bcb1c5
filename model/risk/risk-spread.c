/* Room: risk. What many values say: mean, percentiles, chances, each with its sampling error; bins.
 * Knows: numbers. Must not know: plans, years. Sums are exact, so that bytes depend on the values
 * alone; the only floating point is a square root, which every machine rounds alike. */
#include <assert.h>
#include <math.h>

#include "model/base/money.h"
#include "model/risk/risk-private.h"

#define BUCKET_BITS 8
#define BUCKETS (1 << BUCKET_BITS)
#define INSERTION_MOST 24
#define PER_MILLE 1000
#define OUTER_PER_MILLE 5 /* P0.5 and P99.5 */

const int RISK_PERCENTILES[RISK_PERCENTILE_COUNT] = {5, 10, 25, 50, 75, 90, 95};

/* --- selection ----------------------------------------------------------------------------- */

static void values_sort_few(int64_t *values, int count) {
  for (int i = 1; i < count; i++) {
    int64_t value = values[i];
    int place = i;
    for (; place > 0 && values[place - 1] > value; place--)
      values[place] = values[place - 1];
    values[place] = value;
  }
}

/* Equal parts of the span of some values. */
typedef struct {
  uint64_t lowest;
  int shift;
} Buckets;

static inline int bucket_of(const Buckets *buckets, int64_t value) {
  return (int)(((uint64_t)value - buckets->lowest) >> buckets->shift);
}

/* False when all are alike. */
static bool buckets_lay_out(const int64_t *values, int count, Buckets *buckets) {
  int64_t lowest = values[0], highest = values[0];
  for (int i = 1; i < count; i++) {
    lowest = values[i] < lowest ? values[i] : lowest;
    highest = values[i] > highest ? values[i] : highest;
  }
  if (lowest == highest)
    return false;
  int bits = 64 - __builtin_clzll((uint64_t)highest - (uint64_t)lowest);
  *buckets = (Buckets){(uint64_t)lowest, bits > BUCKET_BITS ? bits - BUCKET_BITS : 0};
  return true;
}

/* Moves values into their buckets; begin: of each, and the end of the last. */
static void buckets_fill(const Buckets *buckets, int64_t *values, int count,
                         int begin[BUCKETS + 1]) {
  int next[BUCKETS] = {0};
  for (int i = 0; i < count; i++)
    next[bucket_of(buckets, values[i])]++;
  begin[0] = 0;
  for (int i = 0; i < BUCKETS; i++) {
    begin[i + 1] = begin[i] + next[i];
    next[i] = begin[i];
  }
  for (int i = 0; i < BUCKETS; i++)
    while (next[i] < begin[i + 1]) {
      int64_t value = values[next[i]];
      for (int own; (own = bucket_of(buckets, value)) != i;) {
        int64_t other = values[next[own]];
        values[next[own]++] = value;
        value = other;
      }
      values[next[i]++] = value;
    }
}

/* Each step looks at 7 bits more at least: at most 10 steps deep whatever the values. `first` is
 * the place of values[0] among all. */
static void select_from(int64_t *values, int first, int count, const int *places, int place_count) {
  if (count <= INSERTION_MOST) {
    values_sort_few(values, count);
    return;
  }
  Buckets buckets;
  if (!buckets_lay_out(values, count, &buckets))
    return;
  int begin[BUCKETS + 1];
  buckets_fill(&buckets, values, count, begin);
  for (int i = 0, end; i < place_count; i = end) {
    int bucket = bucket_of(&buckets, values[places[i] - first]);
    for (end = i + 1; end < place_count && places[end] - first < begin[bucket + 1];)
      end++;
    select_from(values + begin[bucket], first + begin[bucket], begin[bucket + 1] - begin[bucket],
                places + i, end - i);
  }
}

void values_select(int64_t *values, int count, const int *places, int place_count) {
  select_from(values, 0, count, places, place_count);
}

int percentile_place(int count, int per_mille) {
  int place = (int)(((int64_t)count * per_mille + PER_MILLE - 1) / PER_MILLE) - 1;
  return place < 0 ? 0 : place;
}

/* --- mean and percentiles ------------------------------------------------------------------ */

int64_t mean_milli(int64_t sum, int count) {
  __int128 thousandths = (__int128)sum * PER_MILLE;
  __int128 magnitude = thousandths < 0 ? -thousandths : thousandths;
  int64_t rounded = (int64_t)((magnitude * 2 + count) / (2 * (__int128)count));
  return thousandths < 0 ? -rounded : rounded;
}

/* One standard error of the mean: √(Σ(x − mean)² ÷ (n − 1) ÷ n); 0 of a single value. */
static int64_t mean_error_milli(const int64_t *values, int64_t sum, int count) {
  if (count < 2)
    return 0;
  __int128 squares = 0;
  for (int i = 0; i < count; i++)
    squares += (__int128)values[i] * values[i];
  double spread = (double)(squares * count - (__int128)sum * sum);
  double n = count;
  return (int64_t)(PER_MILLE * sqrt(spread / (n * n * (n - 1))) + 0.5);
}

/* The places a percentile and its error are read from. */
typedef struct {
  int at, low, high;
} PercentilePlaces;

static int place_of_rank(double rank, int count) {
  if (rank < 1)
    return 0;
  return rank > count ? count - 1 : (int)rank - 1;
}

static PercentilePlaces percentile_places(int count, int percent) {
  double rank = (double)count * percent / 100;
  double error = sqrt((double)count * percent * (100 - percent)) / 100;
  return (PercentilePlaces){percentile_place(count, percent * 10),
                            place_of_rank(floor(rank - error), count),
                            place_of_rank(ceil(rank + error), count)};
}

static void places_sort(int *places, int count) {
  for (int i = 1; i < count; i++)
    for (int j = i; j > 0 && places[j - 1] > places[j]; j--) {
      int place = places[j];
      places[j] = places[j - 1];
      places[j - 1] = place;
    }
}

static void percentiles_fill(int64_t *values, int count, RiskSpread *spread) {
  PercentilePlaces percentile[RISK_PERCENTILE_COUNT];
  int places[3 * RISK_PERCENTILE_COUNT + 2];
  int place_count = 0;
  for (int i = 0; i < RISK_PERCENTILE_COUNT; i++) {
    percentile[i] = percentile_places(count, RISK_PERCENTILES[i]);
    places[place_count++] = percentile[i].at;
    places[place_count++] = percentile[i].low;
    places[place_count++] = percentile[i].high;
  }
  places[place_count++] = 0;
  places[place_count++] = count - 1;
  places_sort(places, place_count);
  values_select(values, count, places, place_count);
  for (int i = 0; i < RISK_PERCENTILE_COUNT; i++) {
    spread->percentile[i] = values[percentile[i].at];
    int64_t apart = values[percentile[i].high] - values[percentile[i].low];
    spread->percentile_error[i] = apart / 2 + apart % 2;
  }
  spread->lowest = values[0];
  spread->highest = values[count - 1];
}

RiskSpread spread_of(int64_t *values, int count) {
  assert(count >= 1);
  RiskSpread spread;
  int64_t sum = 0;
  for (int i = 0; i < count; i++)
    sum = money_add(sum, values[i]);
  spread.mean_milli = mean_milli(sum, count);
  spread.mean_error_milli = mean_error_milli(values, sum, count);
  percentiles_fill(values, count, &spread);
  return spread;
}

/* --- chances ------------------------------------------------------------------------------- */

/* The spread of what is known of a chance after so many runs, all chances alike before them: of
 * the beta distribution of hits + 1 and misses + 1. */
RiskChance risk_chance_of(int hits, int count) {
  assert(count >= 1 && hits >= 0 && hits <= count);
  double share = (hits + 1.0) / (count + 2.0);
  double error = sqrt(share * (1 - share) / (count + 3.0));
  return (RiskChance){
      .applies = true,
      .share_per_100k = (int32_t)money_scale_half_up(hits, RATE_ONE_PER_100K, count),
      .error_per_100k = (int32_t)(error * RATE_ONE_PER_100K + 0.5),
  };
}

/* --- bins ---------------------------------------------------------------------------------- */

static int64_t divide_down(int64_t value, int64_t by) {
  return value / by - (value % by < 0);
}

/* The first of 1, 2, 5, 10, 20 … with which no more than RISK_BINS reach over both ends. */
static int64_t bin_width(int64_t low, int64_t high) {
  static const int steps[] = {2, 5, 10};
  for (int64_t ten = 1;; ten *= 10) {
    int64_t width = ten;
    for (int i = 0; i < 3; i++) {
      if (divide_down(high, width) - divide_down(low, width) < RISK_BINS)
        return width;
      width = ten * steps[i];
    }
    assert(ten <= INT64_MAX / 100);
  }
}

RiskHistogram histogram_of(int64_t *values, int count) {
  assert(count >= 1);
  int places[] = {percentile_place(count, OUTER_PER_MILLE),
                  percentile_place(count, PER_MILLE - OUTER_PER_MILLE)};
  values_select(values, count, places, 2);
  int64_t low = values[places[0]], high = values[places[1]];
  int64_t width = bin_width(low, high);
  int64_t first = divide_down(low, width);
  RiskHistogram histogram = {.begin = first * width,
                             .width = width,
                             .bin_count = (int)(divide_down(high, width) - first + 1)};
  for (int i = 0; i < count; i++) {
    int64_t bin = divide_down(values[i], width) - first;
    int64_t last = histogram.bin_count - 1;
    histogram.count[bin < 0 ? 0 : bin > last ? last : bin]++;
  }
  return histogram;
}
