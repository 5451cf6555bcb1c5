/* Room: results. Knows: cash, earnings, registration. Must not know: luck, conditions, words. */
#include "model/results/accounts.h"

#include "model/tax/voucher.h"

void account_register(const YearPair *years, bool with_deal, Registration *registration) {
  registration_find(years->plan, with_deal ? years->with : years->without, years->without,
                    registration);
  if (!registration->is_watched || !registration->is_passed)
    registration->passed_date = registration->registered_from_date = DATE_NONE;
}

static void take_off_replaced(const Plan *plan, const Year *with, Earnings *earnings) {
  int64_t existing = 0;
  for (int i = 0; i < with->days; i++)
    existing += with->day[i].deal_existing;
  int64_t lost_cents = voucher_mean_margin_cents(plan) * existing;
  earnings->line_cents[EARN_REGULAR_REVENUE] -= lost_cents;
  earnings->total_cents -= lost_cents;
}

void account_compute(const YearPair *years, bool with_deal, const Registration *registration,
                     Earnings *earnings, Cash *cash) {
  const Year *year = with_deal ? years->with : years->without;
  Plan copy;
  const Plan *plan = registration_apply(years->plan, registration, &copy);
  earnings_compute(plan, years->timetable, year, with_deal, earnings);
  cash_compute(plan, years->timetable, year, with_deal, cash);
  earnings_add_tax_kept(earnings, cash->tax_kept_cents);
  if (with_deal && plan->rooms_count == 0)
    take_off_replaced(plan, year, earnings);
}
