/* Room: ledger. Knows: books, journal. Must not know: sentences.
 *
 * The plan year by calendar month as it is earned, whenever it is paid, with the bank beside it. */
#pragma once

#include "model/ledger/books.h"

typedef enum {
  EARNED_SOLD, /* vouchers */
  EARNED_DEAL_VISITS,
  EARNED_VISITS, /* of everybody */
  EARNED_REVENUE,
  EARNED_COMMISSION, /* ≤ 0, with card fees */
  EARNED_PAY,        /* ≤ 0, with contributions */
  EARNED_OTHER,      /* ≤ 0 */
  EARNED_INCOME,     /* the four before it; before income tax */
  EARNED_COLLECTED,  /* taxes */
  EARNED_CREDITS,    /* taxes, ≤ 0 */
  EARNED_OPENING,    /* in the bank */
  EARNED_CASH,       /* in less out */
  EARNED_CLOSING,    /* opening + cash, both of the journal */
  EARNED_BANK,       /* the closing of the cash account, which is computed apart */
  EARNED_COUNT
} EarnedColumn;

/* Counts, and cents. */
typedef struct {
  int32_t begin_date;
  int64_t number[EARNED_COUNT];
} EarnedMonth;

/* The months of the results, none without a calendar; returns how many. */
int books_earned_months(const Books *books, EarnedMonth months[MONTHS_MAX]);
