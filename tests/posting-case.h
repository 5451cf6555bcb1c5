/* The campaign of domain §10.3 on any contract, written with the posting functions alone, and a
 * journal as text to compare with what was worked out by hand. */
#pragma once

#include "model/ledger/posting.h"

/* Sold at 50 against a list price of 100 on 2026-02-04 in Québec, A, commission 50 % + tax, list
 * price and offers registered; everything else at its default. */
void case_plan_init(Plan *plan);

typedef struct {
  int sold, refunded; /* refunded before use, at the last instalment */
  /* Out of the others; what is left of them after these is judged remote. */
  int used, used_with_extras, used_late, forfeited, unserved;
  int refunded_after; /* of the used */
  int64_t extras_cents;
  bool site_stops;                                  /* after the first instalment */
  bool is_undecided;                                /* the remote ones stay on the books */
  int64_t kept_cents[TAX_COMPONENTS_MAX];           /* Quick Method */
  void (*also)(Journal *journal, const Plan *plan); /* before the return */
} Campaign;

/* 100 sold, 80 used, 2 refunded. */
Campaign case_campaign(void);
/* Instalments 50/25/25 on days 7, 42 and 84; uses on day 30, unserved on 365, late use on 370,
 * breakage on 400, the return on 401. */
void case_campaign_post(Journal *journal, const Plan *plan, const Campaign *campaign);

/* The journal's entries by date, debits / credits, in an array that ends with NULL:
 * "redemption 80 | 1000 599.20, 2200 4000.00 / 2100 200.00, 2110 399.20, 4010 4000.00". */
bool case_has_entries(Journal *journal, const char *const *expected);
void case_assert_entries(Journal *journal, const char *const *expected);

/* Debit less credit. */
int64_t case_balance_cents(Journal *journal, Account account);
/* Every asset and liability but the bank is at zero, and the bank holds what was earned less the
 * owner's part (equity). */
bool case_is_closed(Journal *journal);
/* Each entry balances, has no line of 0 and has its lines in order; dates rise. */
void case_assert_sound(Journal *journal);
/* The campaign, with an event in it, closes; the bank holds bank_cents. */
void case_assert_closes(const Plan *plan, const Campaign *campaign, int64_t bank_cents);
