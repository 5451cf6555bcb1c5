/* Room: engine. The bank, day by day (domain §10.1). Allocates nothing. */
#pragma once

#include <stdint.h>

#include "model/engine/year.h"

/* Signed as they touch the bank: takings positive, payments negative. Taxes are inside takings and
 * payments and leave through CASH_TAXES. What is owed on the sale's morning is in the opening
 * balance; what falls due after the horizon (the last pay, instalments, a hold-back, the last
 * taxes) is not in it: cash is not the result, see earnings.h.
 * Without rooms there are no regulars: the account is of the campaign alone, without fixed costs
 * and draw.
 *
 * When: takings and supplies on the visit day. The site: by weight on its dates, or on the 15th and
 * the month's last day for what was used; its hold-back and its card fees with it; nothing from
 * site_stops_paying_date on. Pay on the last day of each 14; contributions on the 15th of the next
 * month. Fixed costs and the owner's draw on the 1st. Phone help on its first days. The fixed fee
 * on the sale's last day. Refunds: before use with the last instalment, after use on the visit day,
 * of the unserved the day after the promotion. Taxes: at the end of the month after the period, of
 * the third for a year (a sole proprietor's calendar year: April 30); a refund 30 days later; an
 * annual filer whose year's net tax reaches 3,000 pays each fiscal quarter's own net tax at the end
 * of the month after it. */
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
  CASH_LINE_COUNT
} CashLine;

typedef struct {
  int64_t line_cents[CASH_LINE_COUNT];
  int64_t balance_cents;        /* at the end of the day */
  int64_t not_yet_earned_cents; /* received from the site (net) less earned net; ≥ 0 */
  int64_t tax_set_aside_cents;  /* collected − credits − remitted */
} CashDay;

typedef struct {
  int days;
  int64_t opening_cents;
  CashDay day[HORIZON_DAYS_MAX];
  int64_t lowest_cents;
  int32_t lowest_day_index; /* first day of the lowest balance */
  int32_t days_under_floor;
  int64_t closing_cents;
  int64_t tax_collected_cents; /* whole horizon */
  int64_t tax_credits_cents;
  int64_t tax_remitted_cents; /* net of refunds received; = −Σ CASH_TAXES */
  int64_t highest_not_yet_earned_cents;
  int32_t highest_not_yet_earned_day_index;
} Cash;

const char *cash_line_name(CashLine line); /* "regular_takings"; stable */

void cash_compute(const Plan *plan, const Timetable *timetable, const Year *year, bool with_deal,
                  Cash *cash);
