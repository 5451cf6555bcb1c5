/* Room: cash. Unused vouchers that cease to be owed; see breakage.h. */
#include "model/cash/breakage.h"

#include "model/base/money.h"
#include "model/cash/day-rates.h"

int32_t vouchers_idle(const Plan *plan, const Year *year) {
  return year->vouchers_sold - year->vouchers_wanted - refunded_before_use(plan, year);
}

int64_t price_used_through(const Plan *plan, const Year *year, int day_index) {
  int64_t used_cents = 0;
  for (int i = 0; i <= day_index; i++)
    used_cents += used_price_cents(plan, &year->day[i]);
  return used_cents;
}

int breakage_day(const Plan *plan, const Year *year) {
  const PlanDeal *deal = &plan->deal;
  bool decided = deal->payout_basis == PAYOUT_SOLD &&
                 deal->breakage_policy == BREAKAGE_WHEN_REMOTE &&
                 deal->breakage_date != DATE_NONE && deal->breakage_date > deal->promotion_end_date;
  int64_t day = decided ? (int64_t)deal->breakage_date - deal->sale_date : -1;
  return day < year->days ? (int)day : -1;
}

bool breaks_with_use(const PlanDeal *deal) {
  return deal->payout_basis == PAYOUT_SOLD && deal->breakage_policy == BREAKAGE_PROPORTIONAL;
}

int32_t vouchers_broken(const Plan *plan, const Year *year, int day_index) {
  int day = breakage_day(plan, year);
  if (day >= 0)
    return day_index >= day ? vouchers_idle(plan, year) : 0;
  int64_t all_cents = price_used_through(plan, year, year->days - 1);
  if (!breaks_with_use(&plan->deal) || all_cents == 0)
    return 0;
  return (int32_t)money_scale_half_up(vouchers_idle(plan, year),
                                      price_used_through(plan, year, day_index), all_cents);
}
