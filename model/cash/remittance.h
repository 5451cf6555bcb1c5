/* Room: cash. Knows: what each day collected and what came back, the calendar of the tax offices
 * (domain §5.4). Must not know: visits, the site, the rest of the bank. */
#pragma once

#include "model/cash/cash.h"

#define MONTHS_A_YEAR 12
#define MONTHS_A_QUARTER 3

/* Last day of the fiscal period of `months` months (1, 3 or 12, counted from the fiscal year's
 * begin) that holds a date. A year that ends in May: the quarter of 2026-02-04 ends 2026-02-28. */
int32_t fiscal_period_end(const PlanBusiness *business, int32_t date, int months);
/* When the return of a reporting period is due: end of the month after; of a year, of the third
 * month after, or April 30 for a sole proprietor's calendar year (who files by June 15). */
int32_t remittance_due_date(const PlanBusiness *business, int32_t period_end_date);
/* The same of a provincial sales tax, with the month after the period whatever its length: the 20th
 * in Manitoba, its last day in British Columbia and, for returns filed and paid electronically, in
 * Saskatchewan (that ministry's page "File your PST return"; by mail the 20th). A day off is not
 * looked at. */
int32_t remittance_pst_due_date(const PlanBusiness *business, int32_t period_end_date);
/* A return or instalment of a provincial sales tax alone. */
bool remittance_is_pst(const PlanBusiness *business, const Remittance *remittance);
/* Quick Method: whether the 1 % credit of the fiscal year that holds a date was used up before the
 * sale: that year began before it, and taxes were collected already. */
bool remittance_is_credit_used(const PlanBusiness *business, int32_t sale_date, int32_t date);
/* What leaves the bank for one, both taxes; < 0 comes in. */
int64_t remittance_paid_cents(const Remittance *remittance);

/* Fills cash->remittance from the taxes of cash->day, which are all written; see cash.h for its
 * rules. Posts nothing to the days. */
void remittances_fill(const PlanBusiness *business, int32_t sale_date, Cash *cash);
