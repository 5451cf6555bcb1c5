/* Room: cash. What staff are paid for one pay period (domain §10.1): each employee the largest of
 * her guaranteed hours, her visits, and in Québec the minimum wage for the minutes she worked.
 * Knows: year. Must not know: the bank. */
#pragma once

#include <stdint.h>

#include "model/year/year.h"

typedef struct {
  int64_t employees_cents;
  int64_t topped_up_cents;           /* of it, what their visits and guarantees leave under the
                                        minimum wage */
  int64_t contributions_cents;       /* employer's, on the above, rounded once a period */
  int64_t self_employed_cents;       /* before their own taxes, all of them */
  int64_t self_employed_taxed_cents; /* of it, to those who charge tax */
} PayPeriod;

/* Periods that begin inside the horizon; the last may be cut by it. */
int pay_period_count(const Timetable *timetable);
/* 0 ≤ period < pay_period_count. Without rooms a plan may pay people it does not name: employees
 * beyond staff_count. */
PayPeriod pay_period(const Plan *plan, const Timetable *timetable, const Year *year, int period);
