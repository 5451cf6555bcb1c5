/* Room: plan. Knows: base. Must not know: entries, sentences.
 *
 * The chart of accounts (domain §10.2): the numbers a plan may map to the owner's own. */
#pragma once

#include <stdbool.h>

#include "model/plan/plan.h"

typedef enum {
  ACCOUNT_BANK,               /* 1000 */
  ACCOUNT_RECEIVABLE,         /* 1100, from the platform */
  ACCOUNT_ITC,                /* 1150, GST/HST credits to claim */
  ACCOUNT_ITR,                /* 1160, QST credits to claim */
  ACCOUNT_PREPAID_COMMISSION, /* 1200, with card fees, of vouchers not used yet */
  ACCOUNT_GST,                /* 2100, GST or HST collected */
  ACCOUNT_QST,                /* 2110 */
  ACCOUNT_PST,                /* 2120 */
  ACCOUNT_DEFERRED,           /* 2200, vouchers sold and not used */
  ACCOUNT_WAGES,              /* 2300, wages and contributions payable */
  ACCOUNT_GIFT_CARDS,         /* 2400, the owner's own; the plan posts nothing there */
  ACCOUNT_TIPS,               /* 2450, received for the staff */
  ACCOUNT_EQUITY,             /* 3000 */
  ACCOUNT_SERVICE,            /* 4000, full-price visits */
  ACCOUNT_DEAL,               /* 4010 */
  ACCOUNT_EXTRAS,             /* 4020 */
  ACCOUNT_TAX_KEPT,           /* 4080, what the Quick Method leaves; ours, not in §10.2 */
  ACCOUNT_BREAKAGE,           /* 4090 */
  ACCOUNT_RETURNS,            /* 4095, revenue taken back */
  ACCOUNT_REGULAR_LABOUR,     /* 5000 */
  ACCOUNT_DEAL_LABOUR,        /* 5100, of deal visits and of the return visits they bring */
  ACCOUNT_SUPPLIES,           /* 5110 */
  ACCOUNT_PHONE,              /* 5120 */
  ACCOUNT_COMMISSION,         /* 5200 */
  ACCOUNT_CARD_FEES,          /* 5210 */
  ACCOUNT_ADVERTISING,        /* 5300, and one-off costs */
  ACCOUNT_INCENTIVES,         /* 5310 */
  ACCOUNT_FIXED_COSTS,        /* 5400 */
  ACCOUNT_BAD_DEBT,           /* 5900 */
  ACCOUNT_COUNT
} Account;

typedef enum {
  ACCOUNT_ASSET,
  ACCOUNT_LIABILITY,
  ACCOUNT_OWNERS_EQUITY,
  ACCOUNT_REVENUE,
  ACCOUNT_EXPENSE
} AccountType;

/* "1000"; in rising order. Borrowed, for ever. */
const char *account_number(Account account);
AccountType account_type(Account account);
/* The account of one of our numbers; ACCOUNT_COUNT when there is none. */
Account account_find(const char *number);
/* The owner's number for it when the plan maps it, else ours. Borrowed from the plan or for ever.
 * {"2100" → "2310"}: account_owner_number(plan, ACCOUNT_GST) = "2310". */
const char *account_owner_number(const Plan *plan, Account account);
/* Asset and liability accounts other than the bank, which end at zero once everything is settled
 * and no voucher is owed. */
bool account_is_clearing(Account account);
