/* Room: cash, for cash, earnings and the ledger. What one visit brings and costs on a day, with
 * the taxes in force that day; recomputed only where a rate or the registration changes. */
#pragma once

#include <stdint.h>

#include "model/tax/tax.h"
#include "model/tax/voucher.h"
#include "model/year/year.h"

typedef struct {
  int32_t until_date;                  /* valid before it */
  TaxSet set;                          /* of the day's sales; empty when nothing is collected */
  TaxedAmount full[SERVICES_MAX];      /* a full-price visit */
  TaxedAmount incentive[SERVICES_MAX]; /* the same less the incentive */
  PaidCost supplies[SERVICES_MAX];     /* of one visit */
  int64_t extras_net_cents;
  PaidCost extras; /* goods of one visit that buys extras */
  /* A deal visit: [0] one that is not its voucher's last, [1] the last; [0] without, [1] with
   * extras. What the site's statement taxed (D, F) keeps the taxes of that statement: of the sale
   * where the site pays for vouchers sold. */
  CounterInvoice counter[2][2];
  /* A visit's price kept although nobody came, [1] the last: deemed tax-included (ETA s. 182); in D
   * and F taxed with the statement, so that the invoice is empty. */
  TaxedAmount forfeited[2];
  int64_t forfeited_revenue_cents[2];
  /* A whole voucher given back after use: what the client gets, and the invoices taken back with
   * it, taxed by refund_set. All its visits at the rates of the last one's day. */
  int64_t refund_cents;
  TaxSet refund_set;
  TaxedAmount refund;
} DayRates;

/* Before the first day: until_date in the past. */
void day_rates_init(DayRates *rates);
/* Makes the rates those of a date; dates only rise. */
void day_rates_refresh(DayRates *rates, const Plan *plan, int32_t date);

/* The deal visits of a day by [last][with extras]. Which visits of a voucher of several buy extras
 * is not told by the year: those that are no voucher's last come first. */
typedef struct {
  int32_t visits[2][2];
} DealVisits;
DealVisits deal_visits_of(const YearDay *day);

/* What a day's served visits and forfeited vouchers use up of the sold price, as worded. */
int64_t used_price_cents(const Plan *plan, const YearDay *day);

/* Visits forfeited on a day by [last]: each forfeited voucher loses its last one. */
typedef struct {
  int32_t visits[2];
} ForfeitedVisits;
ForfeitedVisits forfeited_visits_of(const Plan *plan, const YearDay *day);
/* Vouchers refunded before use: out of those nobody asked to use. */
int32_t refunded_before_use(const Plan *plan, const Year *year);
/* Vouchers refunded after use on a day that takes the served ones from `before` to `after`: the
 * rounded share of all so far, less that of the day before. */
int64_t refunded_after_use(const Plan *plan, int32_t before, int32_t after);
/* Vouchers asked for in time, not served and paid back (if_not_served); the site pays its own. */
int32_t refunded_unserved(const Plan *plan, const Year *year);

/* What one of them is given back, and of it the invoice that was taxed at the sale (D, F; else
 * empty). */
typedef struct {
  int64_t paid_cents;
  TaxedAmount invoice;
} UnservedRefund;
UnservedRefund unserved_refund(const Plan *plan);

/* Phone help of one of its days. */
int64_t phone_help_cents(const Plan *plan);
/* The site's fixed fee, before tax in the plan; it bears tax where the commission does. */
Commission site_fixed_fee(const Plan *plan);

/* The card fee of a price on the site's statement of a date. */
PaidCost site_card_fee(const Plan *plan, int32_t date, int64_t price_cents);
/* The card fees of `vouchers` on the site's one statement of their sale: the fee of one before tax,
 * times so many; each tax rounded once on their sum. 444 at 2.00: 888.00 + 44.40 + 88.58. */
PaidCost site_sold_card_fee(const Plan *plan, int32_t date, int vouchers);
/* Paid for vouchers used: the statement of a date for what was used since the last one. */
typedef struct {
  Commission commission;
  PaidCost card_fee;
} UsedStatement;
UsedStatement site_used_statement(const Plan *plan, int32_t date, int64_t used_price_cents);
/* The first such statement on or after a date: the 15th, the month's last day, or the eve of a
 * change of rates or of registration, so that a use and its statement are taxed alike. */
int32_t site_next_statement_date(const Plan *plan, int32_t date);
