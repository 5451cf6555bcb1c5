/* Room: cash. The bank, day by day (domain §10.1). Allocates nothing. */
#pragma once

#include <stdint.h>

#include "model/tax/tax.h"
#include "model/year/year.h"

/* Signed as they touch the bank: takings positive, payments negative. Taxes are inside takings and
 * payments and leave through CASH_TAXES. What is owed on the sale's morning is in the opening
 * balance; what falls due after the horizon (the last pay, instalments, a hold-back, the last
 * taxes) is not in it: cash is not the result, see earnings.h.
 * Without rooms there are no regulars: the account is of the campaign alone, without fixed costs
 * and draw. Day d is sale_date + d; what is dated outside 0 … days − 1 is left out, and so are its
 * taxes.
 *
 * Visits, on their day, at the rates of that day:
 * - REGULAR_TAKINGS, RETURNING_TAKINGS: the list price with its taxes, one invoice a visit; with
 *   the incentive the price is lower. DEAL_COUNTER: what the client adds, by treatment.
 * - SUPPLIES: of each visit, and the goods of extras. None for a no-show.
 * - A forfeited visit brings nothing; its price, tax-included, collects tax (D, F: not again).
 * - REFUNDS after use: the share of the served vouchers, rounded on their running count, on the day
 *   of a voucher's last visit: the price and what was added at the counter. The business pays; the
 *   site keeps its commission. Its taxes are taken back that day.
 * - TIPS: tips_cents_per_visit of each served visit, of all kinds. Handed on on the period's pay
 *   day, that day's own too; those of the period the horizon cuts are still held.
 *
 * The site, paid for vouchers sold. One statement on the sale's last day, at the rates and the
 * registration of that day; its credits and, in D and F, its taxes collected are of that day
 * (the card fees' too).
 * - SITE_PAYOUTS: payout less hold-back by money_split over the instalments' weights on their dates
 *   (site-dates.h); without any weight, whole on the sale's last day. The hold-back (a share of the
 *   payout, half up) on site_hold_back_date. CARD_FEES: the fee of one voucher before tax × sold,
 * each tax rounded once on their sum, split likewise.
 * - REFUNDS before use: on the last instalment's date, the payout of a statement of so many
 *   vouchers, with its credits and taxes taken back that day. Card fees are not given back.
 * - REFUNDS of the unserved, the day after the promotion: the price (D: own share with its tax; F:
 *   the price with its tax; these taxes are taken back that day). Commission and fees stay.
 * The site, paid for vouchers used. A statement on the 15th and on the month's last day for what
 * was used or forfeited since the last one, and on the eve of a day on which a tax rate or the
 * registration changes, so that a use and its statement are taxed alike. Payout, card fee, credits
 * and taxes on its date; no statement, no taxes, after the horizon. Hold-back of each statement,
 * half up: on site_hold_back_date, or with the last statement of the horizon when that is later. No
 * refunds before use nor of the unserved: the site has the money.
 * From site_stops_paying_date on the site pays nothing: what it owes, hold-back too, is simply not
 * received, and a later statement has no payout and no card fee. Statements count with their taxes
 * all the same. Refunds before use and of the unserved are then the business's own: paid to the
 * client on the same dates and in the same amounts.
 *
 * Costs: PAY on the last day of each 14 (the self-employed with their taxes), CONTRIBUTIONS on the
 * 15th of the next month. FIXED_COSTS and OWNER_DRAW on each 1st. PHONE on its first days. ONE_OFF
 * on its date; the site's fixed fee on the sale's last day. Credits on the day of payment.
 *
 * TAXES, on remittance.paid_date of each of `remittance`. Returns are for whole reporting periods
 * of the fiscal calendar; the first begins on the sale's day, or on the first day of registration
 * when that is later, the last is cut by the horizon: it counts what is known of it, also what its
 * instalments will have paid, and is paid after the horizon. A return without any tax is listed.
 * - Due at the end of the month after the period, of the third for a year (a sole proprietor's
 *   calendar year: April 30). The office's taxes are paid together; a sum that is negative is a
 *   refund, received 30 days after the due date.
 * - A provincial sales tax has its own office, without instalments and whatever the period: due at
 *   the end of the month after it in British Columbia and, filed and paid electronically, in
 *   Saskatchewan; on the 20th of that month in Manitoba. The plan's reporting period stands for
 *   that office's too (assumed), and the collector's commission is left out.
 * - Taxes were rounded as collected and paid: a return only adds.
 * - An annual filer pays instalments of a tax whose net of the fiscal year, as far as the plan
 *   knows it, reaches 3,000.00 (ETA s. 237: tax by tax): that net in equal parts (money_part), one
 *   for each fiscal quarter of the year that the plan touches, at the end of the month after the
 *   quarter; the return then pays the rest, nothing. The law asks for a quarter of last year's or
 *   of this year's net tax; last year's is not in a plan.
 * - Quick Method, where it exists: no credits; a tax is remitted at its rate on the period's
 *   taxed_sales with that tax (each stretch of one rate rounded once), less 1 % of the first sales
 *   of the fiscal year; the rest of what was collected is kept. The fiscal year that began before
 *   the sale, registered, has no such credit left: earlier sales, which the plan does not know,
 *   are taken to have used it (prudent; 300 + 314.21 at most). A
 *   provincial sales tax is remitted whole. What is kept leaves the reserve on the period's last
 *   day, of the cut period on the horizon's last day, so that the reserve left at the end is what
 *   the remittances after the horizon pay.
 *
 * Taxes by component are by index of the regime's set (tax_set_for_sales): GST, HST or the first
 * custom tax 0; QST, a provincial sales tax or the second custom tax 1. taxed_sales_cents: net of
 * each invoice that collected taxes: full-price visits, the counter (C: the list price), forfeits,
 * the site's statements in D (the own share) and F (the price); refunds subtract theirs. */
typedef enum {
  CASH_REGULAR_TAKINGS,
  CASH_RETURNING_TAKINGS,
  CASH_DEAL_COUNTER,
  CASH_SITE_PAYOUTS,
  CASH_PAY,
  CASH_CONTRIBUTIONS,
  CASH_SUPPLIES,
  CASH_FIXED_COSTS,
  CASH_OWNER_DRAW,
  CASH_PHONE,
  CASH_ONE_OFF,
  CASH_CARD_FEES,
  CASH_REFUNDS,
  CASH_TAXES,
  CASH_TIPS, /* received with visits, handed on with the pay */
  CASH_LINE_COUNT
} CashLine;

typedef struct {
  int64_t line_cents[CASH_LINE_COUNT];
  int64_t balance_cents; /* at the end of the day */
  /* Received from the site (payouts less card fees), less the share of the sold vouchers that were
   * used, forfeited, given back or judged never to be used (site-money.h); ≥ 0. 0 once the books
   * defer nothing (2200). */
  int64_t not_yet_earned_cents;
  int64_t tax_set_aside_cents; /* collected − credits − kept − remitted so far */
  /* Of the day's invoices and costs, by component of the regime's taxes. */
  int64_t tax_collected_cents[TAX_COMPONENTS_MAX];
  int64_t tax_credits_cents[TAX_COMPONENTS_MAX];
  int64_t taxed_sales_cents; /* before tax, of the invoices that collected it */
} CashDay;

/* Of a day's balance, what is not the owner's: not earned yet, or tax held for its office. A tax
 * that is to come back is not in the bank and takes nothing off. */
static inline int64_t cash_not_yours_cents(const CashDay *day) {
  return day->not_yet_earned_cents + (day->tax_set_aside_cents > 0 ? day->tax_set_aside_cents : 0);
}

/* What of that is no longer in the bank. */
static inline int64_t cash_spent_cents(const CashDay *day) {
  int64_t there_cents = day->balance_cents > 0 ? day->balance_cents : 0;
  int64_t missing_cents = cash_not_yours_cents(day) - there_cents;

  return missing_cents > 0 ? missing_cents : 0;
}

typedef enum { REMITTANCE_RETURN, REMITTANCE_INSTALMENT } RemittanceKind;

/* One payment to, or refund from, one tax office. GST and QST of Québec go to one office together,
 * a provincial sales tax to its own. */
typedef struct {
  RemittanceKind kind;
  int component_begin, component_end; /* of the office's taxes, half-open */
  int32_t period_begin_date;          /* of the period; for an instalment its fiscal quarter */
  int32_t period_end_date;            /* its last day; may be past the horizon */
  int32_t due_date;                   /* of the return or the instalment */
  int32_t paid_date;                  /* the same, or later for a refund; may be past the horizon */
  /* A return: of the period, by component, 0 for those of the other office. An instalment has
   * paid_cents alone. */
  int64_t collected_cents[TAX_COMPONENTS_MAX];
  int64_t credits_cents[TAX_COMPONENTS_MAX];
  int64_t kept_cents[TAX_COMPONENTS_MAX]; /* Quick Method: collected less what its rates leave */
  int64_t instalments_cents[TAX_COMPONENTS_MAX]; /* paid for the period */
  int64_t paid_cents[TAX_COMPONENTS_MAX]; /* leaves the bank: collected − credits − kept −
                                             instalments; < 0 received */
} Remittance;

/* 822 days: 28 months, 4 fiscal years with 4 instalments each; two offices. */
#define REMITTANCES_MAX 96

typedef struct {
  int days;
  int64_t opening_cents;
  int64_t lowest_cents;
  int32_t lowest_day_index; /* first day of the lowest balance */
  int32_t days_under_floor;
  int64_t closing_cents;
  /* Whole horizon. Over `remittance`, Σ paid = collected − credits − kept. */
  int64_t tax_collected_cents, collected_by_tax_cents[TAX_COMPONENTS_MAX];
  int64_t tax_credits_cents, credits_by_tax_cents[TAX_COMPONENTS_MAX];
  int64_t tax_remitted_cents; /* within it, net of refunds received; = −Σ CASH_TAXES */
  int64_t tax_kept_cents;     /* Quick Method; 0 otherwise */
  int64_t site_unpaid_cents;  /* what the site still owes when it stops paying, the plan's deal with
                                 a site_stops_paying_date; also what would fall due after it */
  int64_t highest_not_yet_earned_cents;
  int32_t highest_not_yet_earned_day_index;
  int32_t remittance_count;
  CashDay day[HORIZON_DAYS_MAX];          /* only 0 … days − 1 are written */
  Remittance remittance[REMITTANCES_MAX]; /* by paid_date; only remittance_count are written */
} Cash;

const char *cash_line_name(CashLine line);             /* "regular_takings"; stable */
const char *remittance_kind_name(RemittanceKind kind); /* "return", "instalment"; stable */

void cash_compute(const Plan *plan, const Timetable *timetable, const Year *year, bool with_deal,
                  Cash *cash);
