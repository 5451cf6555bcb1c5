/* Room: cash, private to cash. Pay, contributions, fixed costs, the campaign's own costs. */
#include "model/base/money.h"
#include "model/cash/cash-book.h"
#include "model/cash/pay.h"

#define CONTRIBUTIONS_DAY 15

static void post_pay(CashBook *book) {
  int periods = pay_period_count(book->timetable);
  for (int period = 0; period < periods; period++) {
    int day = (period + 1) * PAY_PERIOD_DAYS - 1;
    if (day >= book->days)
      break;
    PayPeriod pay = pay_period(book->plan, book->timetable, book->year, period);
    int32_t date = book->sale_date + day;
    int32_t contributions_date = date_month_end(date) + CONTRIBUTIONS_DAY;
    cash_post(book, day, CASH_PAY, -pay.employees_cents);
    cash_post(book, (int64_t)contributions_date - book->sale_date, CASH_CONTRIBUTIONS,
              -pay.contributions_cents);
    if (pay.self_employed_cents == 0)
      continue;
    PaidCost self_employed =
        tax_paid_cost(&book->plan->business, date, pay.self_employed_taxed_cents,
                      pay.self_employed_cents - pay.self_employed_taxed_cents);
    cash_pay(book, day, CASH_PAY, &self_employed, 1);
  }
}

static void post_monthly(CashBook *book) {
  const PlanBusiness *business = &book->plan->business;
  int64_t taxable_cents = money_share_half_up(business->fixed_costs_monthly_cents,
                                              business->fixed_costs_taxable_per_100k);
  int32_t end_date = book->sale_date + book->days;
  int32_t first_date = date_month_begin(book->sale_date);
  if (first_date < book->sale_date)
    first_date = date_add_months(first_date, 1);
  for (int32_t date = first_date; date < end_date; date = date_add_months(date, 1)) {
    PaidCost cost = tax_paid_cost(business, date, taxable_cents,
                                  business->fixed_costs_monthly_cents - taxable_cents);
    cash_pay(book, date - book->sale_date, CASH_FIXED_COSTS, &cost, 1);
    cash_post(book, date - book->sale_date, CASH_OWNER_DRAW, -business->owner_draw_monthly_cents);
  }
}

static void post_campaign(CashBook *book) {
  const Plan *plan = book->plan;
  for (int day = 0; day < plan->phone.extra_days; day++)
    cash_post(book, day, CASH_PHONE, -phone_help_cents(plan));
  for (int i = 0; i < plan->one_off_costs_count; i++) {
    const OneOffCost *one_off = &plan->one_off_costs[i];
    PaidCost cost =
        tax_paid_cost(&plan->business, one_off->date, one_off->taxable ? one_off->cents : 0,
                      one_off->taxable ? 0 : one_off->cents);
    cash_pay(book, (int64_t)one_off->date - book->sale_date, CASH_ONE_OFF, &cost, 1);
  }
  Commission fee = site_fixed_fee(plan);
  int32_t fee_date = plan_sale_last_date(plan);
  int64_t fee_day = (int64_t)fee_date - book->sale_date;
  cash_post(book, fee_day, CASH_ONE_OFF, -fee.invoice.total_cents);
  cash_post_statement_taxes(book, fee_day, fee_date, &fee, 1);
}

void cash_post_costs(CashBook *book) {
  post_pay(book);
  /* Without a calendar there are no regulars to bear them: only the campaign is looked at. */
  if (book->plan->rooms_count > 0)
    post_monthly(book);
  if (book->with_deal)
    post_campaign(book);
}
