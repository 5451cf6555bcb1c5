/* Room: year. Knows: the plan. Must not know: bookings, money. */
#include "model/year/timetable.h"

#include <assert.h>
#include <string.h>

#define WEEKDAYS 7

static int minutes_min(int a, int b) {
  return a < b ? a : b;
}

static int minutes_max(int a, int b) {
  return a > b ? a : b;
}

/* The slots of a day that intervals of one weekday cover whole. A slot may be covered by two that
 * follow each other: 10:00–12:10, then 12:10–18:00. */
static uint64_t slots_covered(const WeeklyHours *hours, int count, int weekday,
                              const TimetableDay *day) {
  int covered_minutes[SLOTS_MAX] = {0};
  for (int i = 0; i < count; i++) {
    if (hours[i].weekday != weekday)
      continue;
    int begin = minutes_max(hours[i].begin_minute - day->opening_minute, 0);
    int end =
        minutes_min(hours[i].end_minute - day->opening_minute, day->slots_count * SLOT_MINUTES);
    for (int slot = begin / SLOT_MINUTES; slot * SLOT_MINUTES < end; slot++) {
      int slot_begin = slot * SLOT_MINUTES;
      covered_minutes[slot] +=
          minutes_min(end, slot_begin + SLOT_MINUTES) - minutes_max(begin, slot_begin);
    }
  }
  uint64_t mask = 0;
  for (int slot = 0; slot < day->slots_count; slot++)
    if (covered_minutes[slot] >= SLOT_MINUTES)
      mask |= UINT64_C(1) << slot;
  return mask;
}

/* An ordinary week: everybody and every room there, no closure. */
static void weekday_fill(const Plan *plan, int weekday, TimetableDay *day) {
  int opening = INT16_MAX, closing = 0;
  memset(day, 0, sizeof *day);
  for (int i = 0; i < plan->hours_count; i++) {
    if (plan->hours[i].weekday != weekday)
      continue;
    opening = minutes_min(opening, plan->hours[i].begin_minute);
    closing = minutes_max(closing, plan->hours[i].end_minute);
  }
  if (closing <= opening)
    return;
  day->opening_minute = (int16_t)opening;
  day->slots_count = (int16_t)minutes_min((closing - opening) / SLOT_MINUTES, SLOTS_MAX);
  assert(day->slots_count >= 0 && day->slots_count <= SLOTS_MAX);
  day->open_slots = slots_covered(plan->hours, plan->hours_count, weekday, day);
  day->open = day->open_slots != 0;
  if (!day->open)
    return;
  for (int i = 0; i < plan->staff_count; i++)
    day->shift_slots[i] =
        slots_covered(plan->staff[i].shifts, plan->staff[i].shifts_count, weekday, day) &
        day->open_slots;
}

static bool date_in_span(int32_t date, int32_t from_date, int32_t to_date) {
  return (from_date == DATE_NONE || date >= from_date) && (to_date == DATE_NONE || date <= to_date);
}

static bool date_is_closed(const Plan *plan, int32_t date) {
  for (int i = 0; i < plan->closures_count; i++)
    if (date_in_span(date, plan->closures[i].from_date, plan->closures[i].to_date))
      return true;
  return false;
}

static bool date_is_blacked_out(const Plan *plan, int32_t date) {
  for (int i = 0; i < plan->deal.blackout_dates_count; i++)
    if (plan->deal.blackout_dates[i] == date)
      return true;
  return false;
}

/* What of an ordinary weekday holds on one date. */
static void day_fit_to_date(const Plan *plan, int32_t date, TimetableDay *day) {
  for (int i = 0; i < plan->rooms_count; i++)
    if (date_in_span(date, plan->rooms[i].from_date, plan->rooms[i].to_date))
      day->room_slots |= UINT64_C(1) << i;
  for (int i = 0; i < plan->staff_count; i++) {
    if (!date_in_span(date, plan->staff[i].from_date, plan->staff[i].to_date))
      day->shift_slots[i] = 0;
    day->shift_minutes += __builtin_popcountll(day->shift_slots[i]) * SLOT_MINUTES;
  }
}

void timetable_fill(const Plan *plan, Timetable *timetable) {
  TimetableDay week[WEEKDAYS];
  for (int weekday = 0; weekday < WEEKDAYS; weekday++)
    weekday_fill(plan, weekday, &week[weekday]);

  const PlanDeal *deal = &plan->deal;
  timetable->days = plan_horizon_days(plan);
  assert(timetable->days >= 0 && timetable->days <= HORIZON_DAYS_MAX);
  timetable->promotion_days =
      minutes_max(0, minutes_min(deal->promotion_end_date - deal->sale_date + 1, timetable->days));
  for (int i = 0; i < timetable->days; i++) {
    int32_t date = deal->sale_date + i;
    int weekday = date_weekday(date);
    TimetableDay *day = &timetable->day[i];
    if (date_is_closed(plan, date)) {
      memset(day, 0, sizeof *day);
      continue;
    }
    *day = week[weekday];
    if (!day->open)
      continue;
    day_fit_to_date(plan, date, day);
    day->deal_allowed = i < timetable->promotion_days && deal->allowed_weekdays[weekday] &&
                        !date_is_blacked_out(plan, date);
  }
  int32_t next = timetable->days;
  for (int i = timetable->days - 1; i >= 0; i--) {
    if (timetable->day[i].open)
      next = i;
    timetable->open_index[i] = next;
  }
}

uint64_t timetable_service_starts(const TimetableDay *day, const PlanService *service) {
  /* No room needed: nothing to turn over. */
  int length = slots_from_minutes(service->minutes +
                                  (service->rooms_needed > 0 ? service->room_turnover_minutes : 0));
  uint64_t starts = slots_starts(day->open_slots, length > 0 ? length : 1);
  if (service->start_minutes_count == 0)
    return starts;
  uint64_t own = 0;
  for (int i = 0; i < service->start_minutes_count; i++) {
    int minute = service->start_minutes[i] - day->opening_minute;
    if (minute >= 0 && minute < day->slots_count * SLOT_MINUTES)
      own |= UINT64_C(1) << (minute / SLOT_MINUTES);
  }
  return starts & own;
}
