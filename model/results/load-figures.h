/* Room: results. What the owner asks of her rooms and people, from the load of the plan years with
 * and without the deal. Must not know: how visits are placed, words. */
#pragma once

#include <stdint.h>

#include "model/year/load.h"

/* Of one span. Minutes are those of load.h: booked, and the time there is. A share whose whole is 0
 * is 0. */
typedef struct {
  int64_t idle_without_minutes;  /* without the deal: the time there is less the booked */
  int64_t idle_filled_minutes;   /* booked with the deal less without; may be below 0 */
  int32_t idle_filled_per_100k;  /* of the idle without */
  int32_t staff_use_per_100k[2]; /* without, with the deal: people's time over their shifts */
  int32_t room_use_per_100k[2];  /* the same of the rooms, over the hours they are open */
  int32_t busiest_weekday;       /* of the hour with the highest share booked; −1: none booked */
  int32_t busiest_hour;          /* clock hour, −1 likewise */
  int32_t busiest_use_per_100k;
  int32_t refused_visits[2];       /* regular and returning, without and with the deal */
  int32_t refused_per_100k[2];     /* of those wanted and not replaced */
  int32_t most_refused_weekday;    /* with the deal; −1: nobody is refused */
  int32_t most_refused_visits;     /* of that weekday */
  int32_t visits_with_accompanied; /* with the deal: given by a group with one who serves only
                                      accompanied */
} LoadFigures;

void load_figures_fill(const LoadOfSpan *with, const LoadOfSpan *without, LoadFigures *figures);

/* Revenue for each hour there is, booked or not (domain §7, revenue per available treatment-hour);
 * half up, 0 when there is none. */
int64_t load_revenue_per_hour_cents(const LoadOfSpan *whole, int64_t revenue_cents);
