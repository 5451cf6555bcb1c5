/* See naive-booking.h: obvious first, slow always. */
#include "tests/naive-booking.h"

#include <stdlib.h>
#include <string.h>

#define QUARTER 15
#define QUARTERS_A_DAY 64

static bool date_is_within(int32_t date, int32_t from_date, int32_t to_date) {
  return (from_date == DATE_NONE || date >= from_date) && (to_date == DATE_NONE || date <= to_date);
}

static bool is_closed_by_closure(const Plan *plan, int32_t date) {
  for (int i = 0; i < plan->closures_count; i++)
    if (date_is_within(date, plan->closures[i].from_date, plan->closures[i].to_date))
      return true;
  return false;
}

/* Marks the minutes of one day that its rows cover. */
static void mark_hours(bool minutes[NAIVE_MINUTES], const WeeklyHours *rows, int count,
                       int weekday) {
  for (int i = 0; i < count; i++)
    for (int minute = rows[i].begin_minute; minute < rows[i].end_minute; minute++)
      if (rows[i].weekday == weekday)
        minutes[minute] = true;
}

void naive_init(NaiveBooking *naive, const Plan *plan, int first_day, NaiveFault fault) {
  memset(naive, 0, sizeof *naive);
  naive->plan = plan;
  naive->first_day = first_day;
  naive->fault = fault;
  for (int day = 0; day < NAIVE_DAYS; day++) {
    int32_t date = plan->deal.sale_date + first_day + day;
    int weekday = date_weekday(date);
    if (!is_closed_by_closure(plan, date))
      mark_hours(naive->open[day], plan->hours, plan->hours_count, weekday);
    for (int i = 0; i < plan->staff_count; i++) {
      const PlanStaff *person = &plan->staff[i];
      if (date_is_within(date, person->from_date, person->to_date))
        mark_hours(naive->on_shift[day][i], person->shifts, person->shifts_count, weekday);
    }
  }
}

bool naive_is_open(const NaiveBooking *naive, int day, int minute) {
  return naive->open[day - naive->first_day][minute];
}

bool naive_is_on_shift(const NaiveBooking *naive, int person, int day, int minute) {
  return naive->on_shift[day - naive->first_day][person][minute];
}

bool naive_room_exists(const NaiveBooking *naive, int room, int day) {
  const PlanRoom *r = &naive->plan->rooms[room];
  return date_is_within(naive->plan->deal.sale_date + day, r->from_date, r->to_date);
}

int naive_opening_minute(const NaiveBooking *naive, int day) {
  for (int minute = 0; minute < NAIVE_MINUTES; minute++)
    if (naive_is_open(naive, day, minute))
      return minute;
  return -1;
}

static int whole_quarters(int minutes) {
  while (minutes % QUARTER != 0)
    minutes++;
  return minutes;
}

int naive_room_minutes(const PlanService *service) {
  return whole_quarters(service->minutes + service->room_turnover_minutes);
}

int naive_staff_minutes(const PlanService *service) {
  return whole_quarters(service->minutes + service->staff_rest_minutes);
}

/* How long a room is held in the twin's eyes. */
static int room_minutes(const NaiveBooking *naive, const PlanService *service) {
  return naive->fault == NAIVE_FORGETS_TURNOVER ? whole_quarters(service->minutes)
                                                : naive_room_minutes(service);
}

/* A day ends 64 quarters after its opening, and no minute is before midnight of the second day. */
static bool is_open_all_along(const NaiveBooking *naive, int day, int begin, int end) {
  int last = naive_opening_minute(naive, day) + QUARTERS_A_DAY * QUARTER;
  if (end > last || end > NAIVE_MINUTES)
    return false;
  for (int minute = begin; minute < end; minute++)
    if (!naive_is_open(naive, day, minute))
      return false;
  return true;
}

static bool room_is_free(const NaiveBooking *naive, int room, int day, int begin, int end) {
  if (!naive_room_exists(naive, room, day))
    return false;
  for (int minute = begin; minute < end; minute++)
    if (naive->room_taken[day - naive->first_day][room][minute])
      return false;
  return true;
}

static bool person_is_free(const NaiveBooking *naive, int person, int day, int begin, int end) {
  for (int minute = begin; minute < end; minute++)
    if (!naive_is_on_shift(naive, person, day, minute) ||
        naive->person_taken[day - naive->first_day][person][minute])
      return false;
  return true;
}

static bool is_in(uint32_t group, int person) {
  return (group >> person & 1) == 1;
}

static int count_accompanied(const NaiveBooking *naive, uint32_t group) {
  int count = 0;
  for (int person = 0; person < naive->plan->staff_count; person++)
    count += is_in(group, person) && naive->plan->staff[person].accompanied_only &&
             naive->fault != NAIVE_FORGETS_ACCOMPANIED;
  return count;
}

static int count_people(uint32_t group) {
  int count = 0;
  for (int person = 0; person < NAIVE_STAFF; person++)
    count += is_in(group, person);
  return count;
}

/* Is a better than b? The one with more who may only serve accompanied; else the one that has the
 * first person, in plan order, who is not in both. */
static bool group_is_better(const NaiveBooking *naive, uint32_t a, uint32_t b) {
  int accompanied_a = count_accompanied(naive, a), accompanied_b = count_accompanied(naive, b);
  if (accompanied_a != accompanied_b)
    return accompanied_a > accompanied_b;
  for (int person = 0; person < naive->plan->staff_count; person++)
    if (is_in(a, person) != is_in(b, person))
      return is_in(a, person);
  return false;
}

/* Every group there is; the best of those allowed and free. False when there is none. */
static bool choose_people(const NaiveBooking *naive, const PlanService *service, int day, int begin,
                          uint32_t *chosen) {
  int end = begin + naive_staff_minutes(service);
  bool free_person[NAIVE_STAFF];
  if (service->staff_needed > 0 && !is_open_all_along(naive, day, begin, end))
    return false;
  for (int person = 0; person < naive->plan->staff_count; person++)
    free_person[person] =
        service->staff_needed > 0 && person_is_free(naive, person, day, begin, end);
  bool found = false;
  for (uint32_t group = 0; group < 1u << naive->plan->staff_count; group++) {
    bool all_free = true;
    for (int person = 0; person < naive->plan->staff_count; person++)
      all_free = all_free && (!is_in(group, person) || free_person[person]);
    int people = count_people(group), accompanied = count_accompanied(naive, group);
    if (!all_free || people != service->staff_needed || accompanied > people - accompanied)
      continue;
    if (!found || group_is_better(naive, group, *chosen))
      *chosen = group;
    found = true;
  }
  return found;
}

/* The first rooms in plan order. */
static bool choose_rooms(const NaiveBooking *naive, const PlanService *service, int day, int begin,
                         uint64_t *chosen) {
  int end = begin + room_minutes(naive, service);
  int missing = service->rooms_needed;
  *chosen = 0;
  if (missing > 0 && !is_open_all_along(naive, day, begin, end))
    return false;
  for (int room = 0; room < naive->plan->rooms_count && missing > 0; room++)
    if (room_is_free(naive, room, day, begin, end)) {
      *chosen |= UINT64_C(1) << room;
      missing--;
    }
  return missing == 0;
}

static bool is_a_start(const PlanService *service, int minute) {
  if (service->start_minutes_count == 0)
    return true;
  for (int i = 0; i < service->start_minutes_count; i++)
    if (service->start_minutes[i] == minute)
      return true;
  return false;
}

static bool visit_fits(const NaiveBooking *naive, const PlanService *service, int day, int begin,
                       uint64_t *rooms, uint32_t *staff) {
  return is_a_start(service, begin) &&
         is_open_all_along(naive, day, begin, begin + whole_quarters(service->minutes)) &&
         choose_rooms(naive, service, day, begin, rooms) &&
         choose_people(naive, service, day, begin, staff);
}

uint64_t naive_starts(const NaiveBooking *naive, int day, int service_index) {
  const PlanService *service = &naive->plan->services[service_index];
  int opening = naive_opening_minute(naive, day);
  uint64_t starts = 0, rooms;
  uint32_t staff;
  for (int slot = 0; opening >= 0 && slot < QUARTERS_A_DAY; slot++)
    if (visit_fits(naive, service, day, opening + slot * QUARTER, &rooms, &staff))
      starts |= UINT64_C(1) << slot;
  return starts;
}

static int nearest_start(const NaiveBooking *naive, uint64_t starts, int wanted_slot) {
  int best = -1;
  for (int slot = 0; slot < QUARTERS_A_DAY; slot++) {
    if ((starts >> slot & 1) == 0)
      continue;
    int distance = abs(slot - wanted_slot), best_distance = abs(best - wanted_slot);
    bool tie_wins = naive->fault == NAIVE_TIES_LATER && distance == best_distance;
    if (best < 0 || distance < best_distance || tie_wins)
      best = slot;
  }
  return best;
}

bool naive_place(NaiveBooking *naive, int day, int service_index, int wanted_slot, uint64_t allowed,
                 Placement *placement) {
  const PlanService *service = &naive->plan->services[service_index];
  int slot = nearest_start(naive, naive_starts(naive, day, service_index) & allowed, wanted_slot);
  if (slot < 0)
    return false;
  int begin = naive_opening_minute(naive, day) + slot * QUARTER;
  *placement = (Placement){.day = (int16_t)day, .start_slot = (int16_t)slot};
  if (!visit_fits(naive, service, day, begin, &placement->rooms, &placement->staff))
    abort();
  for (int room = 0; room < naive->plan->rooms_count; room++)
    for (int m = begin; m < begin + room_minutes(naive, service); m++)
      if ((placement->rooms >> room & 1) == 1)
        naive->room_taken[day - naive->first_day][room][m] = true;
  for (int person = 0; person < naive->plan->staff_count; person++)
    for (int m = begin; m < begin + naive_staff_minutes(service); m++)
      if (is_in(placement->staff, person))
        naive->person_taken[day - naive->first_day][person][m] = true;
  return true;
}
