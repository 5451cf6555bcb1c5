/* Room: cash, private to cash. One bank account while it is being written. */
#pragma once

#include "model/cash/cash.h"
#include "model/cash/day-rates.h"

typedef struct {
  const Plan *plan;
  const Timetable *timetable;
  const Year *year;
  bool with_deal;
  int days;
  int32_t sale_date;
  Cash *cash;
  int64_t settled_cents[HORIZON_DAYS_MAX]; /* the site's money that ceases to be owed that day */
  int64_t kept_cents[HORIZON_DAYS_MAX];    /* of the taxes of a period, on its last day */
} CashBook;

static inline bool cash_has_day(const CashBook *book, int64_t day) {
  return (uint64_t)day < (uint64_t)book->days;
}

/* Adds to a line; nothing when the day is outside the horizon. */
static inline void cash_post(CashBook *book, int64_t day, CashLine line, int64_t cents) {
  if (cash_has_day(book, day))
    book->cash->day[day].line_cents[line] += cents;
}

/* The taxes that `count` equal invoices collect; with a negative count, those taken back. An
 * invoice of an empty set is no taxed sale. */
static inline void cash_collect(CashBook *book, int64_t day_index, const TaxSet *set,
                                const TaxedAmount *invoice, int64_t count) {
  if (set->count == 0 || count == 0 || !cash_has_day(book, day_index))
    return;
  CashDay *day = &book->cash->day[day_index];
  day->taxed_sales_cents += invoice->net_cents * count;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    day->tax_collected_cents[i] += invoice->tax_cents[i] * count;
}

/* Credits for the taxes of a cost that is paid elsewhere. */
static inline void cash_credit(CashBook *book, int64_t day, const PaidCost *cost, int64_t count) {
  if (cash_has_day(book, day))
    for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
      book->cash->day[day].tax_credits_cents[i] += cost->recoverable_tax_cents[i] * count;
}

/* Pays a cost with its taxes; the recoverable part is a credit of that day. */
static inline void cash_pay(CashBook *book, int64_t day, CashLine line, const PaidCost *cost,
                            int64_t count) {
  cash_post(book, day, line, -cost->paid_cents * count);
  cash_credit(book, day, cost, count);
}

/* The taxes of a statement of the site: credits for its commission and, where it bears the taxes of
 * the vouchers, those. Count −1: given back. */
void cash_post_statement_taxes(CashBook *book, int64_t day, int32_t statement_date,
                               const Commission *statement, int count); /* cash-site.c */

void cash_post_visits(CashBook *book); /* cash-visits.c: takings, counter, supplies, late refunds */
void cash_post_site(CashBook *book);   /* cash-site.c: instalments, fees, what is earned of them */
void cash_post_costs(CashBook *book);  /* cash-costs.c: pay, fixed costs, phone, one-off */
