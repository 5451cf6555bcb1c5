/* Room: engine, private to cash. Reporting periods, due dates, remittances and refunds (domain
 * §5.4). Days before the sale are no part of the first period: they are in the opening balance. */
#include "model/engine/cash-book.h"

#define REFUND_DAYS 30
#define ANNUAL_INSTALMENTS_FROM_CENTS 300000
#define MONTHS_A_YEAR 12
#define MONTHS_A_QUARTER 3

/* Last day of the period of `months` months, counted in fiscal years, that holds date. */
static int32_t period_end(const PlanBusiness *business, int32_t date, int months) {
  int into_year =
      (date_month(date) - business->fiscal_year_end_month - 1 + 2 * MONTHS_A_YEAR) % MONTHS_A_YEAR;
  int32_t last_month = date_add_months(date_month_begin(date), months - 1 - into_year % months);
  return date_month_end(last_month);
}

static int32_t end_of_month_after(int32_t date, int months) {
  return date_month_end(date_add_months(date_month_begin(date), months));
}

static int32_t due_date(const PlanBusiness *business, int32_t end_date) {
  if (business->reporting_period != REPORTING_ANNUAL)
    return end_of_month_after(end_date, 1);
  bool april = business->legal_form == LEGAL_SOLE_PROPRIETOR &&
               business->fiscal_year_end_month == MONTHS_A_YEAR;
  return end_of_month_after(end_date, april ? 4 : 3);
}

static int64_t net_tax_cents(const CashBook *book, int32_t begin_date, int32_t end_date) {
  int64_t begin = (int64_t)begin_date - book->sale_date;
  int64_t end = (int64_t)end_date - book->sale_date + 1;
  int64_t net_cents = 0;
  for (int64_t day = begin > 0 ? begin : 0; day < end && day < book->days; day++)
    net_cents += book->collected_cents[day] - book->credits_cents[day];
  return net_cents;
}

static void remit(CashBook *book, int32_t date, int64_t net_cents) {
  cash_post(book, (int64_t)date - book->sale_date, CASH_TAXES, -net_cents);
}

/* An annual filer's instalments of one fiscal year: each quarter's own net tax. Returns their sum,
 * also of those due after the horizon. */
static int64_t remit_instalments(CashBook *book, int32_t begin_date, int32_t end_date) {
  if (net_tax_cents(book, begin_date, end_date) < ANNUAL_INSTALMENTS_FROM_CENTS)
    return 0;
  int64_t paid_cents = 0;
  for (int32_t date = begin_date; date <= end_date;) {
    int32_t quarter_end = period_end(&book->plan->business, date, MONTHS_A_QUARTER);
    int64_t net_cents = net_tax_cents(book, date, quarter_end);
    if (net_cents > 0) {
      remit(book, end_of_month_after(quarter_end, 1), net_cents);
      paid_cents += net_cents;
    }
    date = quarter_end + 1;
  }
  return paid_cents;
}

void cash_post_taxes(CashBook *book) {
  static const int period_months[REPORTING_COUNT] = {
      [REPORTING_MONTHLY] = 1,
      [REPORTING_QUARTERLY] = MONTHS_A_QUARTER,
      [REPORTING_ANNUAL] = MONTHS_A_YEAR,
  };
  const PlanBusiness *business = &book->plan->business;
  int32_t horizon_end_date = book->sale_date + book->days;
  for (int32_t date = book->sale_date; date < horizon_end_date;) {
    int32_t end_date = period_end(business, date, period_months[business->reporting_period]);
    int64_t net_cents = net_tax_cents(book, date, end_date);
    if (business->reporting_period == REPORTING_ANNUAL)
      net_cents -= remit_instalments(book, date, end_date);
    int32_t paid_date = due_date(business, end_date) + (net_cents < 0 ? REFUND_DAYS : 0);
    if (end_date < horizon_end_date)
      remit(book, paid_date, net_cents);
    date = end_date + 1;
  }
}
