/* Room: cash. When a small supplier must register (domain §5.4; ETA s. 148): more than 30,000 of
 * taxable sales, counted on the full price, in four calendar quarters: from the end of the month
 * after the quarter; in one quarter alone: from the sale that passes it. A voucher counts when it
 * is used. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/year/year.h"

#define SMALL_SUPPLIER_LIMIT_CENTS 3000000

typedef struct {
  bool is_watched; /* not registered, in a regime with a threshold; else nothing below is valid */
  bool is_passed;  /* in the horizon, or before it (then on the sale date) */
  bool is_passed_before; /* by the sales before the sale date: since when, the plan cannot know */
  bool is_one_quarter;   /* passed within one quarter alone */
  int32_t passed_date;   /* day of the sale that passes; of four quarters: the quarter's last day,
                            which may be after a horizon that ends within it */
  int32_t registered_from_date; /* may be after the horizon; both dates DATE_NONE when not passed */
  int64_t highest_quarter_cents;
  int64_t highest_four_quarters_cents; /* up to passing when passed */
} Registration;

/* Sales of the plan's days, day by day; before the sale date, the mean day of the year without the
 * deal stands for the past; a quarter of other_taxable_sales_12_months counts in every quarter.
 * `without` may be the same as `year`. A plan that registers by its own choice later is watched up
 * to that day. Example: 601 vouchers of 50 used in one quarter, nothing else: passed by the 601st;
 * 600 are exactly 30,000.00 and do not pass. */
void registration_find(const Plan *plan, const Year *year, const Year *without,
                       Registration *registration);
/* The plan to compute with: `plan` itself, or, when the threshold is passed in it, *copy,
 * registered from that date. */
const Plan *registration_apply(const Plan *plan, const Registration *registration, Plan *copy);
