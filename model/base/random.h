/* Room: base. Knows: libc. Must not know: what is drawn.
 *
 * Counter-based luck: a draw is a hash of (seed, run, purpose, item, k) and nothing else, so that
 * voucher i has the same luck whatever the number sold, whatever the thread, whatever the order. */
#pragma once

#include <stdint.h>

typedef struct {
  uint64_t seed;
  uint32_t run;
} RandomStream;

/* 64 well-mixed bits. */
uint64_t random_bits(const RandomStream *stream, uint32_t purpose, uint32_t item, uint32_t k);

/* The same in two steps, for many draws of one purpose:
 * random_bits(s, p, i, k) == random_bits_of_key(random_key(s, p), i, k). */
uint64_t random_key(const RandomStream *stream, uint32_t purpose);

/* A bijection in which each input bit turns each output bit about one time in two
 * (constants: P. Evensen, "moremur"). */
static inline uint64_t random_mix(uint64_t x) {
  x ^= x >> 27;
  x *= UINT64_C(0x3C79AC492BA7B653);
  x ^= x >> 33;
  x *= UINT64_C(0x1C69B3F74AC4AE35);
  x ^= x >> 27;
  return x;
}

/* The odd factor here and in random_key keep small seeds, runs, items and k from cancelling each
 * other. */
static inline uint64_t random_bits_of_key(uint64_t key, uint32_t item, uint32_t k) {
  return random_mix(key + (((uint64_t)item << 32 | k) + 1) * UINT64_C(0xD1B54A32D192ED03));
}

/* Uniform in [0, 1), 53 bits. */
double random_unit(const RandomStream *stream, uint32_t purpose, uint32_t item, uint32_t k);
double random_unit_from_bits(uint64_t bits);

/* Quantiles: the value of each distribution at probability u in [0, 1). Same bytes on gcc and
 * clang (built without contraction). */
int32_t quantile_poisson(double mean, double u);                 /* mean 0..POISSON_MEAN_MAX */
int32_t quantile_geometric(double mean, double u, int32_t most); /* 0, 1, 2 … at most `most` */
double quantile_exponential(double mean, double u);
double quantile_pert(double low, double likely, double high, double u);

#define POISSON_MEAN_MAX 1000
#define POISSON_MOST 1420 /* beyond any draw of that mean: 1000 + 12 sigma + 40 */
#define POISSON_KEPT_MAX 60

/* The Poisson distribution of one mean, for many u: what was added up once is kept, for the values
 * that are asked for and below 60. quantile_poisson(m, u) == poisson_quantile(&p, u) after
 * poisson_init(&p, m). */
typedef struct {
  double mean;
  double whole;       /* what all probabilities add up to */
  double probability; /* of the last kept */
  int32_t most;
  int32_t kept;                        /* ≥ 1 */
  double cumulative[POISSON_KEPT_MAX]; /* of 0, 1 … kept − 1 */
} Poisson;

void poisson_init(Poisson *poisson, double mean);
int32_t poisson_quantile(Poisson *poisson, double u);
