/* Room: ledger. Knows: journal. Must not know: plans, sentences.
 *
 * What is read off a journal. Dates are inclusive. */
#pragma once

#include "model/ledger/journal.h"

/* Debit less credit of each account through a date. */
typedef struct {
  int64_t balance_cents[ACCOUNT_COUNT]; /* debit positive */
  int64_t debit_cents, credit_cents;    /* totals of the two columns; equal */
} TrialBalance;
void trial_balance_fill(Journal *journal, int32_t through_date, TrialBalance *balance);

/* Revenue and expense accounts between two dates; revenue positive, expense negative, so that the
 * sum is the income. Before income tax. The deal's: entries of the deal, and 5100 of any pay day.
 */
typedef struct {
  int64_t deal_cents[ACCOUNT_COUNT];
  int64_t rest_cents[ACCOUNT_COUNT];
  int64_t deal_total_cents, rest_total_cents;
} Income;
void income_fill(Journal *journal, int32_t from_date, int32_t through_date, Income *income);

/* One calendar month of deferred revenue (2200), as it moves: closing = opening + the rest. */
typedef struct {
  int32_t begin_date;
  int64_t opening_cents;
  int64_t sold_cents;
  int64_t used_cents;     /* ≤ 0, forfeited too */
  int64_t refunded_cents; /* ≤ 0 */
  int64_t breakage_cents; /* ≤ 0 */
  int64_t closing_cents;
} DeferredMonth;

/* One calendar month of what is held for the tax offices, all taxes. */
typedef struct {
  int32_t begin_date;
  int64_t opening_cents;
  int64_t collected_cents;
  int64_t credits_cents;  /* ≤ 0 */
  int64_t kept_cents;     /* ≤ 0, Quick Method */
  int64_t remitted_cents; /* ≤ 0 paid, > 0 refunded */
  int64_t closing_cents;  /* < 0: a refund to come */
} ReserveMonth;

/* Months from that of from_date to that of through_date; returns how many. Those beyond MONTHS_MAX
 * are left out. */
int deferred_months_fill(Journal *journal, int32_t from_date, int32_t through_date,
                         DeferredMonth months[MONTHS_MAX]);
int reserve_months_fill(Journal *journal, int32_t from_date, int32_t through_date,
                        ReserveMonth months[MONTHS_MAX]);
