/* Tests of base/random: the hash (uniform, avalanche, nothing shared between purposes, items, runs
 * and seeds), the quantiles against their distributions, and pinned bytes. All with fixed seeds:
 * the thresholds are 5 standard deviations and more, and a weak hash and wrong quantiles are shown
 * to pass them. */
#include "model/base/random.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#define SEED UINT64_C(20260204)

typedef uint64_t BitsFunction(const RandomStream *stream, uint32_t purpose, uint32_t item,
                              uint32_t k);

/* The fault: all inputs in one linear sum, as a counter turned into bits by one multiplication. */
static uint64_t bits_weak(const RandomStream *stream, uint32_t purpose, uint32_t item, uint32_t k) {
  uint64_t sum = stream->seed + stream->run + purpose + ((uint64_t)item << 20) + k;
  return sum * UINT64_C(0x9E3779B97F4A7C15);
}

/* The five inputs as numbers, so that tests can walk along any of them. */
typedef enum { INPUT_SEED, INPUT_RUN, INPUT_PURPOSE, INPUT_ITEM, INPUT_K, INPUT_COUNT } Input;

typedef struct {
  uint64_t value[INPUT_COUNT];
} Inputs;

static uint64_t bits_of(BitsFunction *function, const Inputs *inputs) {
  RandomStream stream = {inputs->value[INPUT_SEED], (uint32_t)inputs->value[INPUT_RUN]};
  return function(&stream, (uint32_t)inputs->value[INPUT_PURPOSE],
                  (uint32_t)inputs->value[INPUT_ITEM], (uint32_t)inputs->value[INPUT_K]);
}

/* How many standard deviations chi-square lies from its mean, cells equally likely. */
static double chi_square_deviation(const int *counts, int cells) {
  double total = 0, chi = 0;
  for (int i = 0; i < cells; i++)
    total += counts[i];
  for (int i = 0; i < cells; i++) {
    double difference = counts[i] - total / cells;
    chi += difference * difference / (total / cells);
  }
  return (chi - (cells - 1)) / sqrt(2.0 * (cells - 1));
}

/* Walks along one input; the four bits at `shift` of each two neighbours fall in 16 × 16 cells. The
 * worst deviation of all inputs and shifts. */
static double worst_pair_deviation(BitsFunction *function) {
  double worst = 0;
  for (int input = 0; input < INPUT_COUNT; input++)
    for (int shift = 0; shift <= 60; shift += 12) {
      int counts[256] = {0};
      Inputs inputs = {{SEED, 3, 5, 0, 0}};
      for (int i = 0; i < 40000; i++) {
        uint64_t here = bits_of(function, &inputs) >> shift & 15;
        inputs.value[input]++;
        counts[here << 4 | (bits_of(function, &inputs) >> shift & 15)]++;
        inputs.value[input]++;
      }
      worst = fmax(worst, fabs(chi_square_deviation(counts, 256)));
    }
  return worst;
}

static void test_uniform(void) {
  g_assert_cmpfloat(worst_pair_deviation(random_bits), <, 5);
  g_assert_cmpfloat(worst_pair_deviation(bits_weak), >, 50);
}

/* Turning one bit of one input turns each of the 64 output bits one time in two: the worst distance
 * from one half over all 192 × 64 pairs, in standard deviations. */
static double worst_avalanche(BitsFunction *function) {
  enum { SAMPLES = 1024 };
  double worst = 0;
  for (int input = 0; input < INPUT_COUNT; input++)
    for (int bit = 0; bit < (input == INPUT_SEED ? 64 : 32); bit++) {
      int turned[64] = {0};
      for (uint64_t sample = 0; sample < SAMPLES; sample++) {
        Inputs inputs = {{SEED + sample % 7, sample % 11, sample % 13, sample, sample % 3}};
        uint64_t before = bits_of(function, &inputs);
        inputs.value[input] ^= UINT64_C(1) << bit;
        uint64_t changed = before ^ bits_of(function, &inputs);
        for (int out = 0; out < 64; out++)
          turned[out] += (int)(changed >> out & 1);
      }
      for (int out = 0; out < 64; out++)
        worst = fmax(worst, fabs(turned[out] - SAMPLES / 2.0) / (sqrt(SAMPLES) / 2));
    }
  return worst;
}

static void test_avalanche(void) {
  g_assert_cmpfloat(worst_avalanche(random_bits), <, 6);
  g_assert_cmpfloat(worst_avalanche(bits_weak), >, 20);
}

/* Two purposes share no luck: their units are not correlated, for the same items; nor are those of
 * two runs, or of the items of one purpose and the k of another. */
static void test_independence(void) {
  enum { DRAWS = 100000 };
  double sums[4] = {0};
  for (uint32_t i = 0; i < DRAWS; i++) {
    RandomStream stream = {SEED, 8}, next_run = {SEED, 9}, next_seed = {SEED + 1, 8};
    double one = random_unit(&stream, 1, i, 0) - 0.5;
    sums[0] += one * (random_unit(&stream, 2, i, 0) - 0.5);
    sums[1] += one * (random_unit(&next_run, 1, i, 0) - 0.5);
    sums[2] += one * (random_unit(&next_seed, 1, i, 0) - 0.5);
    sums[3] += one * (random_unit(&stream, 1, 0, i + 1) - 0.5);
  }
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat(fabs(sums[i] / DRAWS * 12) * sqrt(DRAWS), <, 5);
}

/* 2^18 draws of neighbouring inputs are all different. */
static int compare_bits(const void *a, const void *b) {
  uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
  return (left > right) - (left < right);
}

static void test_no_repeats(void) {
  enum { SIDE = 8, DRAWS = SIDE * SIDE * SIDE * SIDE * SIDE * SIDE };
  g_autofree uint64_t *draws = g_new(uint64_t, DRAWS);
  for (uint32_t i = 0; i < DRAWS; i++) {
    RandomStream stream = {i & 7, i >> 3 & 7};
    draws[i] = random_bits(&stream, i >> 6 & 7, i >> 9 & 63, i >> 15 & 7);
  }
  qsort(draws, DRAWS, sizeof *draws, compare_bits);
  for (int i = 1; i < DRAWS; i++)
    g_assert_cmphex(draws[i - 1], !=, draws[i]);
}

static uint64_t bytes_of(double value) {
  uint64_t bytes;
  memcpy(&bytes, &value, sizeof bytes);
  return bytes;
}

static void test_unit(void) {
  g_assert_cmphex(bytes_of(random_unit_from_bits(0)), ==, bytes_of(0));
  g_assert_cmphex(bytes_of(random_unit_from_bits(UINT64_MAX)), ==, bytes_of(1 - 0x1p-53));
  g_assert_cmphex(bytes_of(random_unit_from_bits(UINT64_C(1) << 63)), ==, bytes_of(0.5));
}

typedef int32_t PoissonFunction(double mean, double u);

/* The fault: e^−mean taken at once is 0 for a mean above 745. */
static int32_t poisson_underflowing(double mean, double u) {
  double probability = exp(-mean), cumulative = probability;
  int32_t k = 0;
  for (; cumulative <= u && k < 3000; cumulative += probability)
    probability *= mean / ++k;
  return k;
}

/* F(k) in long double, added from the first term; x87 and binary128 reach e^−11000. */
static long double poisson_cumulative(double mean, int32_t k) {
  long double probability = expl(-(long double)mean), sum = 0;
  for (int32_t i = 0; i <= k; i++) {
    sum += probability;
    probability *= (long double)mean / (i + 1);
  }
  return sum;
}

/* The quantile is the first k with F(k) > u; within 1e-13 of a step either side is right. */
static int count_wrong_poisson(PoissonFunction *quantile, double mean) {
  GRand *luck = g_rand_new_with_seed(6);
  int wrong = 0;
  for (int i = 0; i < 300; i++) {
    double u = g_rand_double(luck);
    if (i % 3 == 0)
      u = u * u * u * u;
    else if (i % 3 == 1)
      u = 1 - u * u * u * u * 0.999;
    int32_t k = quantile(mean, u);
    wrong += poisson_cumulative(mean, k) <= (long double)u - 1e-13L;
    wrong += k > 0 && poisson_cumulative(mean, k - 1) > (long double)u + 1e-13L;
  }
  g_rand_free(luck);
  return wrong;
}

static void test_poisson(void) {
  static const double means[] = {0.001, 0.3, 1, 6.5, 15, 120, 500, 699.9, 700.1, 745.5, 1000};
  for (size_t i = 0; i < G_N_ELEMENTS(means); i++)
    g_assert_cmpint(count_wrong_poisson(quantile_poisson, means[i]), ==, 0);
  g_assert_cmpint(count_wrong_poisson(poisson_underflowing, 1000), >, 0);
  g_assert_cmpint(quantile_poisson(0, 0), ==, 0);
  g_assert_cmpint(quantile_poisson(0, 1 - 0x1p-53), ==, 0);
  g_assert_cmpint(quantile_poisson(1000, 0), ==, 0);
  for (double mean = 0.01; mean <= 1000; mean *= 1.3) { /* the last draw before 1 ends too */
    int32_t last = quantile_poisson(mean, 1 - 0x1p-53);
    g_assert_cmpint(last, >, mean);
    g_assert_cmpint(last, <=, (int32_t)(mean + 12 * sqrt(mean) + 40));
  }
  /* One that keeps what it added up says the same, in whatever order it is asked. */
  for (size_t i = 0; i < G_N_ELEMENTS(means); i++) {
    Poisson poisson;
    poisson_init(&poisson, means[i]);
    for (uint32_t k = 0; k < 500; k++) {
      double u = random_unit(&(RandomStream){.seed = 3}, 1, (uint32_t)i, k);
      g_assert_cmpint(poisson_quantile(&poisson, u), ==, quantile_poisson(means[i], u));
    }
  }
}

typedef double Quantile(double u);

/* Mean and variance by the midpoint rule over u, which has no sampling error. */
static void measure(Quantile *quantile, double *mean, double *variance) {
  enum { STEPS = 20000 };
  double sum = 0, squares = 0;
  for (int i = 0; i < STEPS; i++) {
    double value = quantile((i + 0.5) / STEPS);
    sum += value;
    squares += value * value;
  }
  *mean = sum / STEPS;
  *variance = squares / STEPS - *mean * *mean;
}

static double geometric_6(double u) {
  return quantile_geometric(6, u, 100000);
}

static double exponential_9(double u) {
  return quantile_exponential(9, u);
}

static void test_geometric(void) {
  double mean, variance;
  measure(geometric_6, &mean, &variance);
  g_assert_cmpfloat(fabs(mean - 6), <, 0.01);
  g_assert_cmpfloat(fabs(variance - 42), <, 0.5); /* m(1 + m) */
  for (int32_t k = 0; k < 50; k++) {              /* F(k) = 1 − (6/7)^(k+1) */
    double step = 1 - pow(6.0 / 7, k + 1);
    g_assert_cmpint(quantile_geometric(6, step - 1e-12, 60), ==, k);
    g_assert_cmpint(quantile_geometric(6, step + 1e-12, 60), ==, k + 1);
  }
  g_assert_cmpint(quantile_geometric(6, 1 - 0x1p-53, 60), ==, 60);
  g_assert_cmpint(quantile_geometric(0, 1 - 0x1p-53, 60), ==, 0);
  g_assert_cmpint(quantile_geometric(1e9, 0.5, 0), ==, 0);
}

static void test_exponential(void) {
  double mean, variance;
  measure(exponential_9, &mean, &variance);
  g_assert_cmpfloat(fabs(mean - 9), <, 0.01);
  g_assert_cmpfloat(fabs(variance - 81), <, 0.5);
  g_assert_cmpfloat(fabs(quantile_exponential(9, 0)), <, 1e-300);
  g_assert_cmpfloat(fabs(quantile_exponential(1, 0.5) - G_LN2), <, 1e-15);
  g_assert_true(isfinite(quantile_exponential(9, 1 - 0x1p-53)));
}

/* Beta(a, 6 − a) with whole a is a sum of binomial terms. */
static double beta_cumulative(int a, double x) {
  static const double choose_5[6] = {1, 5, 10, 10, 5, 1};
  double sum = 0;
  for (int j = a; j <= 5; j++)
    sum += choose_5[j] * pow(x, j) * pow(1 - x, 5 - j);
  return sum;
}

typedef double PertFunction(double low, double likely, double high, double u);

/* The fault: the triangular distribution of the same three numbers. */
static double quantile_triangular(double low, double likely, double high, double u) {
  double turn = (likely - low) / (high - low);
  return u < turn ? low + sqrt(u * (high - low) * (likely - low))
                  : high - sqrt((1 - u) * (high - low) * (high - likely));
}

static double worst_pert_error(PertFunction *quantile) {
  double worst = 0;
  for (int a = 1; a <= 5; a++)
    for (int i = 1; i < 2000; i++) {
      double u = i / 2000.0;
      double x = (quantile(-50, -50 + 25.0 * (a - 1), 50, u) + 50) / 100;
      worst = fmax(worst, fabs(beta_cumulative(a, x) - u));
    }
  return worst;
}

static double pert_uneven(double u) {
  return quantile_pert(2, 3.7, 19, u);
}

static void test_pert(void) {
  g_assert_cmpfloat(worst_pert_error(quantile_pert), <, 2e-14);
  g_assert_cmpfloat(worst_pert_error(quantile_triangular), >, 0.01);
  double mean, variance, expected = (2 + 4 * 3.7 + 19) / 6;
  measure(pert_uneven, &mean, &variance);
  g_assert_cmpfloat(fabs(mean - expected), <, 1e-3);
  g_assert_cmpfloat(fabs(variance - (expected - 2) * (19 - expected) / 7), <, 1e-2);
  g_assert_cmphex(bytes_of(quantile_pert(5, 5, 5, 0.3)), ==, bytes_of(5));
  double before = 2;
  for (int i = 0; i < 5000; i++) { /* inside its ends, and never falling */
    double value = pert_uneven(i / 5000.0);
    g_assert_cmpfloat(value, >=, before - 1e-12);
    before = value;
  }
  for (int a = 0; a <= 2; a++) {
    g_assert_cmpfloat(quantile_pert(0, a, 2, 0), <, 1e-3);
    g_assert_cmpfloat(quantile_pert(0, a, 2, 1 - 0x1p-53), >, 1.99);
    g_assert_cmpfloat(quantile_pert(0, a, 2, 1 - 0x1p-53), <=, 2);
  }
}

/* The bytes of every saved figure rest on these: they change only with a decision. */
static void test_pinned(void) {
  RandomStream stream = {1, 0}, other = {SEED, 4000000000u};
  g_assert_cmphex(random_bits(&stream, 0, 0, 0), ==, UINT64_C(0x278ea254ddcfd335));
  g_assert_cmphex(random_bits(&stream, 12, 443, 2), ==, UINT64_C(0x637c4dfbc781883f));
  g_assert_cmphex(random_bits(&other, 7, UINT32_MAX, UINT32_MAX), ==, UINT64_C(0x9a8e04f760916af9));
  g_assert_cmphex(bytes_of(random_unit(&stream, 1, 2, 3)), ==, UINT64_C(0x3feaa6845a4d6538));
  g_assert_cmphex(bytes_of(quantile_exponential(91.25, 0.7)), ==, UINT64_C(0x405b7733805a6749));
  g_assert_cmphex(bytes_of(quantile_pert(0.1, 0.2, 0.5, 0.9)), ==, UINT64_C(0x3fd558fbe4be7736));
  g_assert_cmpint(quantile_poisson(13.7, 0.9), ==, 19);
  g_assert_cmpint(quantile_geometric(5.5, 0.9, 60), ==, 13);
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/random/uniform", test_uniform);
  g_test_add_func("/random/avalanche", test_avalanche);
  g_test_add_func("/random/independence", test_independence);
  g_test_add_func("/random/no-repeats", test_no_repeats);
  g_test_add_func("/random/unit", test_unit);
  g_test_add_func("/random/poisson", test_poisson);
  g_test_add_func("/random/geometric", test_geometric);
  g_test_add_func("/random/exponential", test_exponential);
  g_test_add_func("/random/pert", test_pert);
  g_test_add_func("/random/pinned", test_pinned);
  return g_test_run();
}
