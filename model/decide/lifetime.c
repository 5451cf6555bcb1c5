/* Room: decide. What a client is worth in the long run (break-even.h). Knows: the plan's clients.
 * Must not know: years, the calendar. */
#include <assert.h>
#include <string.h>

#include "model/base/money.h"
#include "model/decide/break-even.h"
#include "model/tax/voucher.h"

#define MILLI 1000

int64_t lifetime_value_cents(int64_t yearly_margin_cents, int32_t retention_per_100k,
                             int32_t discount_per_100k) {
  int64_t leaving = (int64_t)RATE_ONE_PER_100K + discount_per_100k - retention_per_100k;
  assert(leaving > 0);
  return money_scale_half_up(yearly_margin_cents, retention_per_100k, leaving);
}

bool lifetime_break_even_retention(int64_t yearly_margin_cents, int64_t acquisition_cents,
                                   int32_t discount_per_100k, int32_t *retention_per_100k) {
  if (acquisition_cents <= 0) {
    *retention_per_100k = 0;
    return true;
  }
  if (yearly_margin_cents <= 0)
    return false;
  int64_t retention =
      money_scale_half_up(acquisition_cents, (int64_t)RATE_ONE_PER_100K + discount_per_100k,
                          yearly_margin_cents + acquisition_cents);
  if (retention > RATE_ONE_PER_100K)
    return false;
  *retention_per_100k = (int32_t)retention;
  return true;
}

void lifetime_compute(const Plan *plan, bool has_cost, int64_t cost_per_client_kept_cents,
                      Lifetime *out) {
  const PlanClients *clients = &plan->clients;
  memset(out, 0, sizeof *out);
  out->yearly_margin_cents = money_scale_half_up(voucher_mean_margin_cents(plan),
                                                 clients->return_visits_per_year_milli, MILLI);
  out->is_endless =
      clients->yearly_retention_per_100k >= RATE_ONE_PER_100K + clients->discount_rate_per_100k;
  if (!out->is_endless)
    out->lifetime_cents =
        lifetime_value_cents(out->yearly_margin_cents, clients->yearly_retention_per_100k,
                             clients->discount_rate_per_100k);
  out->usual_cost_cents = clients->usual_advertising_cents_per_new_client;
  out->has_cost = has_cost;
  if (!has_cost)
    return;
  out->cost_cents = cost_per_client_kept_cents;
  out->retention_found =
      lifetime_break_even_retention(out->yearly_margin_cents, out->cost_cents,
                                    clients->discount_rate_per_100k, &out->retention_per_100k);
}
