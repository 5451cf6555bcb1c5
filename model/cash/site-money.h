/* Room: cash, for cash and what explains it. Of the money that the site pays for vouchers sold,
 * what ceases to be owed to their buyers, and why (domain §10.1). */
#pragma once

#include "model/year/timetable.h"
#include "model/year/year.h"

typedef enum {
  SETTLED_USED,     /* used or forfeited: earned */
  SETTLED_REFUNDED, /* given back before use, on the last instalment's date */
  SETTLED_UNSERVED, /* not served and paid back, the day after the promotion */
  SETTLED_BROKEN,   /* judged never to be used (breakage.h) */
  SETTLED_BY_COUNT
} SettledBy;

/* Paid for vouchers sold: every voucher that leaves the books takes its share, by price, of what
 * the site's statement pays less its card fees, rounded on the running total of all gone, so that
 * nothing is left when the last one is gone. Through a day of the horizon; adds to by_cents and,
 * where day_cents is given, to each day's own. Paid for vouchers used: nothing, it is earned when
 * it comes. */
void site_settled_add(const Plan *plan, const Timetable *timetable, const Year *year,
                      int last_day_index, int64_t by_cents[SETTLED_BY_COUNT], int64_t *day_cents);
