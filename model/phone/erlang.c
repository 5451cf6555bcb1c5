/* Room: phone. See erlang.h.
 *
 * The number of calls in the house, k, is summed outwards from where it is likeliest, each weight
 * from its neighbour's: nothing overflows, and what is left out is far below what a double can
 * tell.
 *
 * Answered within t: one who finds j callers waiting is answered after j + 1 departures at rates
 * cμ + jθ … cμ. With β = cμ/θ their sum T has e^(−θT) ~ Beta(β, j + 1), a product of independent
 * Beta(β + i, 1). She is still there with probability e^(−θT), so
 *   P(answered within t) = β / (β + j + 1) × I(1 − v; j + 1, β + 1),  v = e^(−θt),
 * and that regularised incomplete beta is P(N > j) of a negative binomial N with β + 1 and v
 * (Abramowitz & Stegun 26.5.26), cumulated below term by term. */
#include "model/phone/erlang.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>

#define NEGLIGIBLE 1e-25

/* Rates per hour. */
typedef struct {
  double calls, served, lost; /* x, μ of one person, θ of one who waits */
  int64_t people;
} Rates;

static Rates rates_of(const ErlangHour *hour) {
  assert(hour->calls_per_hour >= 0 && hour->people >= 0);
  assert(hour->handle_minutes > 0 && hour->patience_minutes > 0);
  return (Rates){hour->calls_per_hour, 60 / hour->handle_minutes, 60 / hour->patience_minutes,
                 hour->people};
}

/* With k in the house. */
static double departures(const Rates *rates, int64_t k) {
  if (k <= rates->people)
    return (double)k * rates->served;
  return (double)rates->people * rates->served + (double)(k - rates->people) * rates->lost;
}

static int64_t likeliest(const Rates *rates) {
  double spare = (double)rates->people * rates->served - rates->calls;
  if (spare > 0)
    return (int64_t)(rates->calls / rates->served);
  return rates->people + (int64_t)(-spare / rates->lost);
}

/* Sums of weights w(k) relative to the likeliest, m; queue(k) = max(0, k − c). */
typedef struct {
  int64_t likeliest, lowest, highest; /* m, and the range beyond which nothing counts */
  double lowest_weight;
  double all, queue, busy;
  double offset, queue_offset, product; /* Σ w d, Σ w e, Σ w d e; d = k − m, e = queue(k, m) */
} Sums;

static void add_weight(const Rates *rates, Sums *sums, int64_t k, double weight) {
  int64_t people = rates->people;
  int64_t queue = k > people ? k - people : 0;
  int64_t of_likeliest = sums->likeliest > people ? sums->likeliest - people : 0;
  double d = (double)(k - sums->likeliest), e = (double)(queue - of_likeliest);
  sums->all += weight;
  sums->queue += weight * (double)queue;
  sums->busy += weight * (double)(k - queue);
  sums->offset += weight * d;
  sums->queue_offset += weight * e;
  sums->product += weight * d * e;
}

static Sums sum_up(const Rates *rates) {
  Sums sums = {.likeliest = likeliest(rates)};
  double weight = 1;
  int64_t k = sums.likeliest;
  for (; weight > NEGLIGIBLE; k++) {
    add_weight(rates, &sums, k, weight);
    weight *= rates->calls / departures(rates, k + 1);
  }
  sums.highest = k - 1;
  k = sums.likeliest;
  weight = sums.lowest_weight = 1;
  while (k > 0) {
    weight *= departures(rates, k) / rates->calls;
    if (weight <= NEGLIGIBLE)
      break;
    add_weight(rates, &sums, --k, weight);
    sums.lowest_weight = weight;
  }
  sums.lowest = k;
  return sums;
}

/* P(N ≤ j), j upwards. The first term may be far below the least double: terms are kept times
 * 2^(SHIFT × levels). */
#define SHIFT 900
typedef struct {
  double beta_one, miss; /* β + 1, 1 − v */
  double term, until;    /* P(N = next), P(N < next) */
  int levels;
  int64_t next;
} Departed;

static Departed departed_begin(const Rates *rates, double within_hours) {
  double all_stay = ((double)rates->people * rates->served + rates->lost) * within_hours;
  double level = SHIFT * 0.69314718055994530942;
  int levels = (int)(all_stay / level);
  return (Departed){.beta_one = (double)rates->people * rates->served / rates->lost + 1,
                    .miss = -expm1(-rates->lost * within_hours),
                    .term = exp(levels * level - all_stay),
                    .levels = levels};
}

/* P(N ≤ next), and on to the one after. */
static double departed_next(Departed *departed) {
  if (departed->levels == 0)
    departed->until += departed->term;
  double ratio =
      departed->miss * (departed->beta_one + (double)departed->next) / (double)(departed->next + 1);
  departed->next++;
  departed->term *= ratio;
  /* Ratios fall, so no more than term / (1 − ratio) is left to come. */
  if (departed->until > 0.5 && departed->term < 1e-17 * (1 - ratio))
    departed->until = 1;
  if (departed->levels > 0 && departed->term > 0x1p450) {
    departed->term *= 0x1p-900;
    departed->levels--;
  }
  return departed->until;
}

static double within_share(const Rates *rates, const Sums *sums, double within_hours) {
  double beta = (double)rates->people * rates->served / rates->lost;
  double weight = sums->lowest_weight, within = 0;
  Departed departed = departed_begin(rates, within_hours);
  int64_t k = sums->lowest;
  for (; k <= sums->highest && k < rates->people; k++) {
    within += weight;
    weight *= rates->calls / departures(rates, k + 1);
  }
  for (; k <= sums->highest; k++) {
    int64_t j = k - rates->people;
    double until = 0;
    while (departed.next <= j && until < 1)
      until = departed_next(&departed);
    if (until >= 1)
      break;
    within += weight * beta / (beta + (double)j + 1) * (1 - until);
    weight *= rates->calls / departures(rates, k + 1);
  }
  return within / sums->all;
}

void erlang_compute(const ErlangHour *hour, double within_seconds, ErlangAnswer *answer) {
  Rates rates = rates_of(hour);
  assert(within_seconds >= 0);
  if (!(rates.calls > 0)) {
    *answer = (ErlangAnswer){.within_share = 1};
    return;
  }
  if (rates.people == 0) {
    *answer = (ErlangAnswer){.lost_share = 1, .waiting_mean_callers = rates.calls / rates.lost};
    return;
  }
  Sums sums = sum_up(&rates);
  double queue = sums.queue / sums.all;
  *answer = (ErlangAnswer){
      .lost_share = fmin(rates.lost * queue / rates.calls, 1),
      .within_share = fmin(within_share(&rates, &sums, within_seconds / 3600), 1),
      .waiting_mean_callers = queue,
      .busy_share = fmin(sums.busy / sums.all / (double)rates.people, 1),
  };
}

/* Lost per hour, θ E[queue], and its slope in x: θ Cov(queue, k) / x, since w(k) goes as x^k. */
static double lost_per_hour(const Rates *rates, double *slope) {
  Sums sums = sum_up(rates);
  double covariance =
      sums.product / sums.all - (sums.offset / sums.all) * (sums.queue_offset / sums.all);
  *slope = rates->lost * covariance / rates->calls;
  return rates->lost * sums.queue / sums.all;
}

double erlang_attempts_per_hour(const ErlangHour *hour, double again_share) {
  Rates rates = rates_of(hour);
  double first = rates.calls, low = first, high = first / (1 - again_share);
  assert(again_share >= 0 && again_share < 1);
  if (!(first > 0) || !(again_share > 0))
    return first;
  if (rates.people == 0)
    return high;
  /* Newton's steps, halving the range instead where one would leave it. */
  for (int step = 0; step < 100; step++) {
    double slope, lost = lost_per_hour(&rates, &slope), now = rates.calls;
    double over = now - first - again_share * lost;
    if (over > 0)
      high = now;
    else
      low = now;
    double next = now - over / (1 - again_share * slope);
    if (!(next >= low && next <= high))
      next = low + (high - low) / 2;
    rates.calls = next;
    if (fabs(next - now) <= 1e-12 * now)
      break;
  }
  return rates.calls;
}
