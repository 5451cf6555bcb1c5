/* Room: ledger. Knows: engine, posting. Must not know: sentences, files, screens.
 *
 * The books of one plan: the projected journal of its plan year with the deal (the whole business),
 * the model entries, the statements. Computed anew for each plan and results; about a millisecond
 * for the example. */
#pragma once

#include "model/results/results.h"
#include "model/tax/treatments.h"
#include "model/ledger/journal.h"
#include "model/ledger/statement.h"

#define CUT_OFFS_MAX 4

/* At a fiscal year end inside the horizon, and at the horizon itself (is_horizon). */
typedef struct {
  int32_t date;
  bool is_horizon;
  int32_t
      vouchers_outstanding; /* sold, not used up, not refunded; after breakage those still owed */
  int64_t deferred_cents;   /* 2200 */
  int64_t prepaid_cents;    /* 1200 */
  int64_t receivable_cents; /* 1100 */
  int64_t tax_cents;        /* owed to the tax offices; < 0 to come back */
  int64_t wages_cents;      /* 2300 */
  int64_t tips_cents;       /* 2450 */
  int64_t not_yet_earned_cents; /* received and not earned, as in Cash */
  int64_t bank_cents;
} CutOff;

/* Sales taxes over the horizon both ways (domain §5.4), the plan being registered throughout. */
typedef struct {
  bool is_possible;    /* the method exists there and sales with tax stay under its limit */
  bool exists;         /* the method exists there */
  int64_t sales_cents; /* yearly, with GST: the highest fiscal year or 12 months looked at */
  int64_t collected_cents;
  int64_t credits_cents;      /* regular method */
  int64_t regular_cents;      /* net tax by the regular method */
  int64_t quick_cents;        /* by the Quick Method, its 1 % credit taken off */
  int64_t quick_credit_cents; /* the 1 % credit alone */
  int64_t gain_cents;         /* regular − quick: > 0 the Quick Method leaves more */
  int64_t deal_gain_cents;    /* the same of the deal's own sales and costs */
} QuickComparison;

typedef struct Books Books;

/* The deal's part of a pay day is the pay of its visits and of the return visits they bring, at
 * most the whole; guarantees and top-ups to the minimum wage are the rest's. Of a period that a
 * fiscal year end or the horizon cuts, the pay of visits is accrued as they are given and what tops
 * it up by days; contributions and the self-employed's tax follow. What the Quick Method leaves is
 * income at the end of its period, the deal's in proportion to the taxes its sales collected.
 * Unused vouchers, when they become income with use, do so in proportion to the uses of the plan
 * year. What is used before the site's statement is booked as sold on its day, and taken back when
 * the statement books the whole sale. One entry a day for each kind, service and price.
 *
 * Copies what it needs of plan and results. The plan has no blocking problem. Free: books_free. */
Books *books_new(const Plan *plan, const Results *results);
/* The same with what falls due after the horizon posted too: last pay, contributions, payouts,
 * remittances. */
Books *books_new_settled(const Plan *plan, const Results *results);
void books_free(Books *books); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Books, books_free)

/* All borrowed from books. */
const Plan *books_plan(const Books *books); /* as computed: registration applied */
const Results *books_results(const Books *books);
Journal *books_projected(const Books *books); /* with remittances; what leaves the house has none */
/* One example of each kind of event, on the plan's own terms and dates: a sale of all vouchers, one
 * used, one used late, one with extras, a refund of each kind, … Only kinds that can happen. */
Journal *books_model(const Books *books);
int32_t books_first_date(const Books *books);
int32_t books_last_date(const Books *books); /* last day of the horizon */
int books_cut_offs(const Books *books, CutOff cut_offs[CUT_OFFS_MAX]);
void books_quick_comparison(const Books *books, QuickComparison *comparison);
