/* Room: year. The plan's calendar unrolled over the horizon: which day is open, how long, who is
 * on shift, which starts a visit may have. Computed once per plan, read by every year. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/base/slots.h"
#include "model/plan/plan.h"

typedef struct {
  bool open;              /* at least one slot */
  bool deal_allowed;      /* weekday, blackout, promotion not over */
  int16_t opening_minute; /* of slot 0 */
  int16_t slots_count;
  uint64_t open_slots;
  uint64_t room_slots;             /* rooms that exist this day, bit per room */
  uint64_t shift_slots[STAFF_MAX]; /* per person, slots on shift and open */
  int32_t shift_minutes;           /* of all: their shift_slots × 15 */
} TimetableDay;

typedef struct {
  int days;           /* horizon */
  int promotion_days; /* days 0 … promotion_days − 1 may take deal visits */
  TimetableDay day[HORIZON_DAYS_MAX];
  int32_t open_index[HORIZON_DAYS_MAX]; /* the day itself when open, else the next open; days when
                                           none */
} Timetable;

void timetable_fill(const Plan *plan, Timetable *timetable);

/* The starts a service may have on an empty day: those whose room time (minutes + turnover; the
 * minutes alone where no room is needed) lies within opening hours; only the slots of its own
 * starts when it has some. */
uint64_t timetable_service_starts(const TimetableDay *day, const PlanService *service);
