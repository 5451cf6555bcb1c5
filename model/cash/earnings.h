/* Room: cash. Earned-basis result over the horizon (domain §12.1): what the deal changes.
 * Before income tax. Unused and unserved vouchers count 0 and stand beside it. */
#pragma once

#include <stdint.h>

#include "model/year/year.h"

typedef enum {
  EARN_REGULAR_REVENUE,
  EARN_RETURNING_REVENUE,
  EARN_DEAL_REVENUE,
  EARN_EXTRAS_REVENUE,
  EARN_COMMISSION, /* of served vouchers; costs are negative from here */
  EARN_UNRECOVERABLE_TAX,
  EARN_CARD_FEES,
  EARN_PAY,
  EARN_CONTRIBUTIONS,
  EARN_SUPPLIES,
  EARN_EXTRAS_COST,
  EARN_PHONE,
  EARN_ONE_OFF,
  EARN_INCENTIVES,
  EARN_REFUNDS,
  EARN_TAX_KEPT,      /* Quick Method: collected and not remitted; positive */
  EARN_LOST_FOR_GOOD, /* visits a year × margin for the rest of the horizon */
  EARN_LINE_COUNT
} EarnLine;

typedef struct {
  int64_t line_cents[EARN_LINE_COUNT]; /* signed */
  int64_t total_cents;                 /* their sum */
} Earnings;

const char *earn_line_name(EarnLine line); /* "regular_revenue"; stable */

/* The accounts of the horizon from a Year; with the deal's own lines when with_deal. Fixed costs
 * and the owner's draw are the same in both and left out. Tips are nobody's revenue.
 *
 * DEAL_REVENUE: at the rates of the day of use; D and F at those of the site's statement that
 * taxed the voucher (paid for vouchers sold: the sale's last day).
 * COMMISSION and CARD_FEES: paid for vouchers sold, the share that used (or forfeited) vouchers
 * bear of the sale's statement, unused and unserved ones counting 0; paid for vouchers used, the
 * statements as cash.h dates them, and for what was used after the last of them the next one.
 * PAY counts the last period although it is paid after the horizon.
 * UNRECOVERABLE_TAX: of all costs, each at the rates and the registration of its date; 0 when
 * registered all along, but under the Quick Method.
 * REFUNDS: after use the price before tax, the site keeping its commission; of the unserved paid
 * back, the price less the own share. TAX_KEPT: 0 until earnings_add_tax_kept. LOST_FOR_GOOD: mean
 * full-price margin × visits a year × (days left, the day of the refusal one of them) / 365,
 * rounded once. A site that stops paying is a matter of cash, not counted here. */
void earnings_compute(const Plan *plan, const Timetable *timetable, const Year *year,
                      bool with_deal, Earnings *earnings);
/* Counts what the Quick Method leaves of the taxes: cash.tax_kept_cents of the same year. */
void earnings_add_tax_kept(Earnings *earnings, int64_t kept_cents);
