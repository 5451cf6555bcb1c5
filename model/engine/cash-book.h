/* Room: engine, private to cash. One bank account while it is being written. */
#pragma once

#include "model/engine/cash.h"
#include "model/engine/day-rates.h"

typedef struct {
  const Plan *plan;
  const Timetable *timetable;
  const Year *year;
  bool with_deal;
  int days;
  int32_t sale_date;
  Cash *cash;
  int64_t collected_cents[HORIZON_DAYS_MAX]; /* taxes of the day's invoices */
  int64_t credits_cents[HORIZON_DAYS_MAX];
  int64_t settled_cents[HORIZON_DAYS_MAX]; /* the site's money that ceases to be owed that day */
} CashBook;

static inline bool cash_has_day(const CashBook *book, int64_t day) {
  return (uint64_t)day < (uint64_t)book->days;
}

/* Adds to a line; nothing when the day is outside the horizon. */
static inline void cash_post(CashBook *book, int64_t day, CashLine line, int64_t cents) {
  if (cash_has_day(book, day))
    book->cash->day[day].line_cents[line] += cents;
}

static inline void cash_collect_tax(CashBook *book, int64_t day, int64_t cents) {
  if (cash_has_day(book, day))
    book->collected_cents[day] += cents;
}

/* Pays a cost with its taxes; the recoverable part is a credit of that day. */
static inline void cash_pay(CashBook *book, int64_t day, CashLine line, const PaidCost *cost,
                            int64_t count) {
  cash_post(book, day, line, -cost->paid_cents * count);
  if (cash_has_day(book, day))
    book->credits_cents[day] += cost->recoverable_cents * count;
}

void cash_post_visits(CashBook *book); /* cash-visits.c: takings, counter, supplies, late refunds */
void cash_post_site(CashBook *book);   /* cash-site.c: instalments, fees, what is earned of them */
void cash_post_costs(CashBook *book);  /* cash-costs.c: pay, fixed costs, phone, one-off */
void cash_post_taxes(CashBook *book);  /* cash-taxes.c: last, when the others are written */
