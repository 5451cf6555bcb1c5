/* Room: cash. When the site pays; see site-dates.h. */
#include "model/cash/site-dates.h"

#define STATEMENT_DAY 15

int32_t site_instalment_date(const Plan *plan, int index) {
  const Instalment *instalment = &plan->deal.instalments[index];
  int32_t last_date = plan_sale_last_date(plan);
  return instalment->business_days ? date_add_business_days(last_date, instalment->after_days)
                                   : last_date + instalment->after_days;
}

int32_t site_last_instalment_date(const Plan *plan) {
  int32_t date = plan_sale_last_date(plan);
  for (int i = 0; i < plan->deal.instalments_count; i++)
    if (site_instalment_date(plan, i) > date)
      date = site_instalment_date(plan, i);
  return date;
}

int32_t site_hold_back_date(const Plan *plan) {
  int32_t from_date = plan->deal.payout_basis == PAYOUT_REDEEMED ? plan->deal.promotion_end_date
                                                                 : site_last_instalment_date(plan);
  return from_date + plan->deal.hold_back_days;
}

int32_t site_month_statement_date(int32_t date) {
  int32_t middle_date = date_month_begin(date) + STATEMENT_DAY - 1;
  return date <= middle_date ? middle_date : date_month_end(date);
}

bool site_is_statement_date(int32_t date) {
  return date == site_month_statement_date(date);
}

bool site_pays(const PlanDeal *deal, int32_t date) {
  return deal->site_stops_paying_date == DATE_NONE || date < deal->site_stops_paying_date;
}
