/* Room: decide. One thing a contract can say, and the plan in which it does. Must not know: what it
 * is worth, words. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/plan/plan.h"

/* In the order in which they are easiest to obtain. */
typedef enum {
  TERM_CAP,              /* amount: vouchers at most */
  TERM_QUOTA,            /* quota[7]: deal visits a day; PLAN_NONE: as the plan says */
  TERM_NO_WEEKDAY,       /* amount: weekday without deal visits */
  TERM_TAXES_EXTRA,      /* the offer says taxes extra */
  TERM_NEW_CLIENTS_ONLY, /* nobody who was a client already buys: the others are left */
  TERM_PAYOUT_SOON,      /* all paid within TERM_PAYOUT_DAYS of the sale, nothing held back */
  TERM_NO_FIXED_FEE,
  TERM_NO_CARD_FEE,
  TERM_COMMISSION, /* amount: the site's share, per 100k */
  TERM_PRICE,      /* amount: what the client pays, cents */
  TERM_COUNT
} TermKind;

#define TERM_PAYOUT_DAYS 15

typedef struct {
  TermKind kind;
  int64_t amount;
  int32_t quota[7];
} Term;

const char *term_name(TermKind kind); /* "new_clients_only"; stable */
/* Whether the plan does not say so already, and it would be tighter for the site (a cap under what
 * may be sold, a commission under the present one). */
bool term_changes(const Term *term, const Plan *plan);
/* The plan keeps making sense (no blocking problem) if it did: days that would leave none to the
 * deal are not taken. Never looser than the plan: a quota of 5 where it says 4 stays 4. A range of
 * a value that is now fixed is taken out; one of the vouchers sold stays: the contract stops the
 * sale, not the demand. */
void term_apply(const Term *term, Plan *plan);
/* A term about nothing else: its quota all PLAN_NONE. */
Term term_of(TermKind kind, int64_t amount);
/* The field of the plan that a term is about ("deal.commission_per_100k"). Static. */
const char *term_path(TermKind kind);

bool term_weekday_is_open(const Plan *plan, int weekday);
/* Open, and the plan has the deal on it. Never without rooms: there is no calendar. */
bool term_weekday_takes_deals(const Plan *plan, int weekday);
/* Where regulars want most, of those that take deals; −1: none does. */
int term_busiest_weekday(const Plan *plan);
/* The most that the plan's years can sell: the high end of the range, at most the contract's cap.
 */
int32_t term_sold_most(const Plan *plan);
