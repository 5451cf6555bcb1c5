/* Room: ledger, private to the books. One business year while it is being written. */
#pragma once

#include "model/cash/breakage.h"
#include "model/cash/day-rates.h"
#include "model/cash/pay.h"
#include "model/cash/remittance.h"
#include "model/cash/site-dates.h"
#include "model/ledger/books.h"
#include "model/ledger/posting.h"

struct Books {
  Plan plan; /* as computed */
  Results results;
  Journal *projected, *model;
};

typedef struct {
  const Plan *plan;
  const Year *year;
  const Timetable *timetable;
  const Cash *cash;
  Journal *journal;
  bool is_settled; /* what falls due after the horizon is written too */
  int days;
  int32_t sale_date, last_date; /* first and last day of the horizon */
} Bookkeeper;

/* What all visits of a day release of what their sale deferred. */
int64_t day_deferred_cents(const Plan *plan, const YearDay *day);

/* Whether what falls on a date is written. */
static inline bool keeper_writes(const Bookkeeper *keeper, int32_t date) {
  return keeper->is_settled || date <= keeper->last_date;
}

void bookkeeper_post_visits(const Bookkeeper *keeper);   /* books-visits.c */
void bookkeeper_post_site(const Bookkeeper *keeper);     /* books-site.c */
void bookkeeper_post_pay(const Bookkeeper *keeper);      /* books-pay.c */
void bookkeeper_post_business(const Bookkeeper *keeper); /* books-business.c: the rest */
/* books-taxes.c: last, since it reads what the others wrote. */
void bookkeeper_post_taxes(const Bookkeeper *keeper);
void books_post_model(Books *books); /* books-model.c */
