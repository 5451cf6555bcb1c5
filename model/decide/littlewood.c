/* Room: decide. Littlewood's rule (1972): accept a deal visit while what it leaves is at least what
 * a regular visit leaves × the chance that the place would be asked for. Knows: base. Must not
 * know: plans, calendars. Floating point: distributions. */
#include <assert.h>
#include <math.h>

#include "model/base/random.h"
#include "model/decide/quota.h"

int32_t littlewood_protect_poisson(double r1, double r2, double mean) {
  assert(r1 > 0);
  if (r2 <= 0)
    return INT32_MAX;
  if (r2 >= r1)
    return 0;
  /* The smallest y with P(D ≤ y) ≥ 1 − r2 ÷ r1. */
  return quantile_poisson(mean, 1 - r2 / r1);
}

double littlewood_above_poisson(double mean, int32_t most) {
  if (most < 0)
    return 1;
  Poisson poisson;
  poisson_init(&poisson, mean);
  double probability = poisson.probability, sum = probability;
  for (int32_t k = 1; k <= most && k <= poisson.most; k++) {
    probability *= mean / k;
    sum += probability;
  }
  return sum < poisson.whole ? 1 - sum / poisson.whole : 0;
}

/* P(D > most). */
static double demand_above(const Demand *demand, double most) {
  if (!demand->is_uniform)
    return demand->b > 0 ? 0.5 * erfc((most - demand->a) / demand->b / sqrt(2)) : most < demand->a;
  if (most <= demand->a)
    return 1;
  return most >= demand->b ? 0 : (demand->b - most) / (demand->b - demand->a);
}

/* Mean of what of the demand is above `most`. */
static double demand_lost(const Demand *demand, double most) {
  if (demand->is_uniform) {
    if (most <= demand->a)
      return (demand->a + demand->b) / 2 - most;
    return most >= demand->b
               ? 0
               : (demand->b - most) * (demand->b - most) / (2 * (demand->b - demand->a));
  }
  if (!(demand->b > 0))
    return most < demand->a ? demand->a - most : 0;
  const double z = (most - demand->a) / demand->b;
  const double density = exp(-z * z / 2) / sqrt(2 * acos(-1.0));
  return demand->b * density - (most - demand->a) * demand_above(demand, most);
}

double littlewood_margin(double r1, double r2, int32_t slots, int32_t deal_slots,
                         const Demand *demand) {
  double mean = demand->is_uniform ? (demand->a + demand->b) / 2 : demand->a;
  return r2 * deal_slots + r1 * (mean - demand_lost(demand, slots - deal_slots));
}

int32_t littlewood_deal_slots(double r1, double r2, int32_t slots, const Demand *demand) {
  assert(r1 > 0 && slots >= 0);
  if (r2 <= 0)
    return 0;
  int32_t protect = 0;
  while (protect < slots && demand_above(demand, protect) > r2 / r1)
    protect++;
  int32_t fewer = slots - protect, more = protect > 0 ? fewer + 1 : fewer;
  return littlewood_margin(r1, r2, slots, more, demand) >
                 littlewood_margin(r1, r2, slots, fewer, demand)
             ? more
             : fewer;
}
