/* Room: ledger. Knows: plan, results. Must not know: sentences.
 *
 * "Before you sign": what an accountant would refuse or ask, as ticks. */
#pragma once

#include "model/ledger/books.h"

/* Beside each: what its values are; 0 where the code does not concern the plan. */
typedef enum {
  SIGN_WORDING,        /* A without the voucher's text (contract provenance); not checked. What the
                          wording costs a voucher once taxes are collected, before pay, cents; from
                          when, where that is after the sale, else DATE_NONE */
  SIGN_LIST_PRICE_TAX, /* C. Tax on the list price, tax on the price paid, cents */
  SIGN_SITE_PRINCIPAL, /* D or F without the contract saying so */
  SIGN_REGISTRATION,   /* not registered and over the threshold. Highest four quarters, the limit,
                          cents; registered from (DATE_NONE: not passed or, refused, before the sale)
                        */
  SIGN_TAX_NUMBERS,  /* registered without numbers on file: the site's invoices need them. How many
                        are missing */
  SIGN_QUICK_METHOD, /* chosen where it cannot be, or where it costs. Yearly sales, the limit, what
                        it leaves more than the regular method, cents */
  SIGN_COMMISSION_TAX, /* no tax on the commission of a Canadian site. What it would be of one
                          voucher's, cents */
  SIGN_BREAKAGE,       /* income of unused vouchers without a dated decision. That income inside the
                          horizon, cents; the date or DATE_NONE */
  SIGN_FORFEIT,        /* no-shows lose the voucher. Vouchers lost in the plan year */
  SIGN_MINIMUM_WAGE,   /* deal pay under it once preparation is counted; asked where the other
                          visits of each pay period make up for it. An hour's pay, the minimum,
                          cents */
  SIGN_PAYOUT_TERMS,   /* payout basis and dates not from the contract */
  SIGN_SUCCESSIVE,     /* several visits a voucher: only asked. How many */
  SIGN_RESERVE,        /* bank at a year end or the horizon under what is not hers: her draws or,
                          where they are too small, her cash settle it. The worst: bank, not hers,
                          cents; its date */
  SIGN_PROVINCIAL_TAX, /* BC, SK, MB, and nobody said whether the service bears their tax. Its rate,
                          per 100k; 1 where it is counted */
  SIGN_OWNER_DRAW,     /* a corporation has no draws: wages, dividends or an advance. A month's,
                          cents */
  SIGN_COUNT
} SignCode;

typedef enum {
  SIGN_FINE,
  SIGN_ASK,    /* confirm with the accountant */
  SIGN_REFUSE, /* an accountant would refuse it */
  SIGN_STATE_COUNT
} SignState;

typedef struct {
  SignCode code;
  SignState state;
  char path[PLAN_PATH_SIZE]; /* the field that settles it; empty when fine */
  int64_t values[3];         /* as each code says, in its order */
} SignCheck;

const char *sign_code_name(SignCode code); /* "wording"; stable */
/* All SIGN_COUNT of them, in order; those that do not concern this plan are fine. Too near a limit
 * (within a tenth of it) is asked, past it refused. About 0.1 ms. */
void signing_check(const Books *books, SignCheck checks[SIGN_COUNT]);
