/* Room: results. Both years of a plan in money, the business registered as each makes it: once for
 * the plan year (results.h) and for every risk year. */
#pragma once

#include <stdbool.h>

#include "model/cash/cash.h"
#include "model/cash/earnings.h"
#include "model/cash/registration.h"

/* Borrowed pointers. */
typedef struct {
  const Plan *plan; /* as described; registration_apply gives the one each year is computed with */
  const Timetable *timetable;
  const Year *with, *without;
} YearPair;

/* What one year makes of a small supplier; both dates DATE_NONE when it does not pass. */
void account_register(const YearPair *years, bool with_deal, Registration *registration);

/* One of the two years, its taxes kept under the Quick Method counted. Without rooms there are no
 * regulars whose visits a voucher could replace: the margin of the visits that existing clients do
 * not make is taken off EARN_REGULAR_REVENUE (not off cash). */
void account_compute(const YearPair *years, bool with_deal, const Registration *registration,
                     Earnings *earnings, Cash *cash);
