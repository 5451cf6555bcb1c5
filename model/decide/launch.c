/* Room: decide. The same deal sold in another month (domain §12.9). Knows: trial, calendar. Must
 * not know: words. */
#include <string.h>

#include "model/decide/what-if-private.h"

static int32_t moved(int32_t date, int months) {
  return date == DATE_NONE ? DATE_NONE : date_add_months(date, months);
}

void launch_plan_of(const Plan *plan, int months_later, Plan *out) {
  PlanDeal *deal = &out->deal;
  *out = *plan;
  if (months_later == 0)
    return;
  deal->sale_date = moved(deal->sale_date, months_later);
  deal->promotion_end_date = moved(deal->promotion_end_date, months_later);
  deal->site_stops_paying_date = moved(deal->site_stops_paying_date, months_later);
  deal->breakage_date = moved(deal->breakage_date, months_later);
  for (int i = 0; i < deal->blackout_dates_count; i++)
    deal->blackout_dates[i] = moved(deal->blackout_dates[i], months_later);
  for (int i = 0; i < out->one_off_costs_count; i++)
    out->one_off_costs[i].date = moved(out->one_off_costs[i].date, months_later);
  /* Two dates of one month's end may have become one. */
  if (deal->promotion_end_date < plan_sale_last_date(out))
    deal->promotion_end_date = plan_sale_last_date(out);
  if (deal->breakage_date != DATE_NONE && deal->breakage_date <= deal->promotion_end_date &&
      plan->deal.breakage_date > plan->deal.promotion_end_date)
    deal->breakage_date = deal->promotion_end_date + 1;
}

bool launch_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                    DecideScratch *scratch, WhatIf out[LAUNCH_MONTHS]) {
  memset(out, 0, LAUNCH_MONTHS * sizeof out[0]);
  if (!what_if_begin(plan, sample, runner, scratch))
    return false;
  what_if_tell(&scratch->base, &scratch->base, &out[0]);
  if (plan->rooms_count == 0)
    return true;
  for (int months = 1; months < LAUNCH_MONTHS; months++) {
    launch_plan_of(plan, months, &scratch->plan);
    if (!what_if_run(&scratch->plan, runner, scratch, &out[months]))
      return false;
  }
  return true;
}
