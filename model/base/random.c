/* Room: base. Knows: libc. Must not know: what is drawn. */
#include "model/base/random.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

#define PI 3.14159265358979323846

uint64_t random_key(const RandomStream *stream, uint32_t purpose) {
  uint64_t stream_word = (uint64_t)stream->run << 32 | purpose;
  return random_mix(stream->seed ^ (stream_word + 1) * UINT64_C(0x9E3779B97F4A7C15));
}

uint64_t random_bits(const RandomStream *stream, uint32_t purpose, uint32_t item, uint32_t k) {
  return random_bits_of_key(random_key(stream, purpose), item, k);
}

double random_unit_from_bits(uint64_t bits) {
  return (double)(bits >> 11) * 0x1p-53;
}

double random_unit(const RandomStream *stream, uint32_t purpose, uint32_t item, uint32_t k) {
  return random_unit_from_bits(random_bits(stream, purpose, item, k));
}

void poisson_init(Poisson *poisson, double mean) {
  assert(mean >= 0 && mean <= POISSON_MEAN_MAX);
  /* exp(−745) is already nothing: all probabilities are carried times exp(mean − 700). */
  double shift = mean > 700 ? mean - 700 : 0;
  poisson->mean = mean;
  poisson->whole = exp(shift);
  /* At mean + 12 sigma + 40 less than 2^-53 is left, whatever the mean. */
  poisson->most = (int32_t)(mean + 12 * sqrt(mean) + 40);
  poisson->probability = exp(shift - mean);
  poisson->cumulative[0] = poisson->probability;
  poisson->kept = 1;
}

/* The value after k, whose probability and cumulated share these become. */
static inline void poisson_step(const Poisson *poisson, int32_t k, double *probability,
                                double *cumulative) {
  *probability *= poisson->mean / (k + 1);
  *cumulative += *probability;
}

int32_t poisson_quantile(Poisson *poisson, double u) {
  assert(u >= 0 && u < 1);
  double target = u * poisson->whole;
  double sum = poisson->cumulative[poisson->kept - 1];
  while (sum <= target && poisson->kept < POISSON_KEPT_MAX) {
    poisson_step(poisson, poisson->kept - 1, &poisson->probability, &sum);
    poisson->cumulative[poisson->kept++] = sum;
  }
  /* They rise: as many as are not above the target come before the answer. */
  int64_t before = 0;
  for (int32_t k = 0; k < poisson->kept; k++)
    before += poisson->cumulative[k] <= target;
  if (before == poisson->kept) { /* beyond what is kept */
    double probability = poisson->probability;
    before--;
    for (; sum <= target && before < poisson->most; before++)
      poisson_step(poisson, (int32_t)before, &probability, &sum);
  }
  return before < poisson->most ? (int32_t)before : poisson->most;
}

int32_t quantile_poisson(double mean, double u) {
  Poisson poisson;
  poisson_init(&poisson, mean);
  return poisson_quantile(&poisson, u);
}

int32_t quantile_geometric(double mean, double u, int32_t most) {
  assert(mean >= 0 && most >= 0);
  assert(u >= 0 && u < 1);
  double ratio = mean / (1 + mean);
  double tail = ratio; /* P(more than k) */
  int32_t k = 0;
  while (k < most && tail >= 1 - u) {
    tail *= ratio;
    k++;
  }
  return k;
}

double quantile_exponential(double mean, double u) {
  assert(mean >= 0);
  assert(u >= 0 && u < 1);
  return -mean * log(1 - u);
}

/* Beta(a, 6 − a) for a in 1..5: Γ(a)Γ(6 − a)/Γ(6). By the reflection formula it is
 * (1−a)(2−a)(3−a)(4−a)(5−a) · π/sin(πa) / 5!, where the factor that vanishes is paired with the
 * sine that vanishes with it. */
static double beta_of_sum_6(double a) {
  int nearest = (int)(a + 0.5);
  double angle = PI * (a - nearest);
  double value = fabs(angle) < 1e-8 ? 1 : angle / sin(angle);
  for (int j = 1; j <= 5; j++)
    if (j != nearest)
      value *= fabs(j - a) / j;
    else
      value /= j;
  return value;
}

/* The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method; quick
 * for x below (a + 1)/(a + b + 2). */
static double incomplete_beta_fraction(double a, double b, double x) {
  const double tiny = 1e-300;
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  d = 1 / (fabs(d) < tiny ? tiny : d);
  double fraction = d;
  for (int m = 1; m <= 200; m++) {
    double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    for (int half = 0; half < 2; half++) {
      double term = half == 0 ? even : odd;
      d = 1 + term * d;
      c = 1 + term / c;
      d = 1 / (fabs(d) < tiny ? tiny : d);
      c = fabs(c) < tiny ? tiny : c;
      fraction *= d * c;
    }
    if (fabs(d * c - 1) < 1e-15)
      break;
  }
  return fraction;
}

double quantile_pert(double low, double likely, double high, double u) {
  assert(low <= likely && likely <= high);
  assert(u >= 0 && u < 1);
  double width = high - low;
  if (!(width > 0))
    return low;
  double a = 1 + 4 * (likely - low) / width;
  double b = 6 - a;
  double beta = beta_of_sum_6(a);
  double begin = 0, end = 1;
  double x = a / 6;
  /* Newton from the mean; a step out of what is still possible becomes a halving. */
  for (int i = 0; i < 100; i++) {
    double front = exp(a * log(x) + b * log(1 - x)) / beta;
    bool low_side = x < (a + 1) / 8;
    double below = low_side ? front * incomplete_beta_fraction(a, b, x) / a
                            : 1 - front * incomplete_beta_fraction(b, a, 1 - x) / b;
    if (below < u)
      begin = x;
    else
      end = x;
    double step = (below - u) * x * (1 - x) / front; /* front / (x(1 − x)) is the density */
    if (fabs(step) < 1e-9 * x * (1 - x)) /* what remains is of the order of its square */
      return low + width * (x - step);
    bool inside = x - step > begin && x - step < end;
    x = inside ? x - step : begin + (end - begin) / 2;
  }
  return low + width * x;
}
