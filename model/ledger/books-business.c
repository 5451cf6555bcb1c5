/* Room: ledger, private to the books. The rest of the business: opening, monthly costs, the
 * campaign's own costs. Must not know: visits, pay, the tax offices. */
#include "model/base/money.h"
#include "model/ledger/books-private.h"

/* Without a calendar there are no regulars to bear them: only the campaign is looked at. */
static void post_monthly(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  const PlanBusiness *business = &plan->business;
  int64_t taxable_cents = money_share_half_up(business->fixed_costs_monthly_cents,
                                              business->fixed_costs_taxable_per_100k);
  if (plan->rooms_count == 0)
    return;
  for (int32_t date = keeper->sale_date; date <= keeper->last_date; date++) {
    if (date != date_month_begin(date))
      continue;
    post_cost(keeper->journal, plan, ENTRY_FIXED_COSTS, date, ACCOUNT_FIXED_COSTS, taxable_cents,
              business->fixed_costs_monthly_cents - taxable_cents, 1, false);
    post_owner_draw(keeper->journal, date, business->owner_draw_monthly_cents);
  }
}

/* A cost dated before the sale is in the opening balance. */
static void post_campaign(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  for (int day = 0; day < plan->phone.extra_days && day < keeper->days; day++)
    post_cost(keeper->journal, plan, ENTRY_PHONE, keeper->sale_date + day, ACCOUNT_PHONE, 0,
              phone_help_cents(plan), 1, true);
  for (int i = 0; i < plan->one_off_costs_count; i++) {
    const OneOffCost *one_off = &plan->one_off_costs[i];
    if (one_off->date >= keeper->sale_date && one_off->date <= keeper->last_date)
      post_cost(keeper->journal, plan, ENTRY_ONE_OFF, one_off->date, ACCOUNT_ADVERTISING,
                one_off->taxable ? one_off->cents : 0, one_off->taxable ? 0 : one_off->cents, 1,
                true);
  }
  post_fixed_fee(keeper->journal, plan, plan_sale_last_date(plan));
}

void bookkeeper_post_business(const Bookkeeper *keeper) {
  post_opening(keeper->journal, keeper->sale_date, keeper->cash->opening_cents);
  post_monthly(keeper);
  post_campaign(keeper);
}
