/* See naive-days.h. */
#include "tests/naive-days.h"

#include <stdlib.h>
#include <string.h>

#define MINUTES 2880

static bool minute_within(const WeeklyHours *hours, int count, int weekday, int minute) {
  for (int i = 0; i < count; i++)
    if (hours[i].weekday == weekday && hours[i].begin_minute <= minute &&
        minute < hours[i].end_minute)
      return true;
  return false;
}

/* A quarter of an hour counts when all its minutes do. */
static bool quarter_within(const WeeklyHours *hours, int count, int weekday, int begin_minute) {
  for (int minute = begin_minute; minute < begin_minute + SLOT_MINUTES; minute++)
    if (!minute_within(hours, count, weekday, minute))
      return false;
  return true;
}

void naive_days_init(NaiveDays *days, const Plan *plan, NaiveYearFault fault) {
  memset(days, 0, sizeof *days);
  days->plan = plan;
  days->fault = fault;
  days->days_count = plan_horizon_days(plan);
  for (int weekday = 0; weekday < 7; weekday++) {
    int opening = 0;
    while (opening < MINUTES && !minute_within(plan->hours, plan->hours_count, weekday, opening))
      opening++;
    days->opening_minute[weekday] = opening < MINUTES ? opening : -1;
    for (int slot = 0; opening < MINUTES && slot < SLOTS_MAX; slot++) {
      int minute = opening + slot * SLOT_MINUTES;
      bool open = quarter_within(plan->hours, plan->hours_count, weekday, minute);
      if (fault == NAIVE_YEAR_CUTS_EVENINGS && minute + SLOT_MINUTES > 1440)
        open = false;
      days->slot_open[weekday][slot] = open;
      for (int person = 0; person < plan->staff_count; person++)
        days->on_shift[weekday][person][slot] =
            open && quarter_within(plan->staff[person].shifts, plan->staff[person].shifts_count,
                                   weekday, minute);
    }
  }
}

int naive_days_weekday(const NaiveDays *days, int day) {
  return date_weekday(days->plan->deal.sale_date + day);
}

static bool is_between(int32_t date, int32_t from_date, int32_t to_date) {
  return (from_date == DATE_NONE || date >= from_date) && (to_date == DATE_NONE || date <= to_date);
}

bool naive_days_is_open(const NaiveDays *days, int day) {
  const Plan *plan = days->plan;
  for (int i = 0; i < plan->closures_count; i++)
    if (is_between(plan->deal.sale_date + day, plan->closures[i].from_date,
                   plan->closures[i].to_date) &&
        days->fault != NAIVE_YEAR_FORGETS_CLOSURES)
      return false;
  for (int slot = 0; slot < SLOTS_MAX; slot++)
    if (days->slot_open[naive_days_weekday(days, day)][slot])
      return true;
  return false;
}

int naive_days_next_open(const NaiveDays *days, int day) {
  while (day < days->days_count && !naive_days_is_open(days, day))
    day++;
  return day < days->days_count ? day : days->days_count;
}

int naive_days_minute(const NaiveDays *days, int day, int slot) {
  return days->opening_minute[naive_days_weekday(days, day)] + slot * SLOT_MINUTES;
}

static int quarters(int minutes) {
  return (minutes + SLOT_MINUTES - 1) / SLOT_MINUTES;
}

static int room_quarters(const NaiveDays *days, const PlanService *service) {
  bool ready_at_once = service->rooms_needed == 0 || days->fault == NAIVE_YEAR_FORGETS_TURNOVER;
  return quarters(service->minutes + (ready_at_once ? 0 : service->room_turnover_minutes));
}

static int person_quarters(const NaiveDays *days, const PlanService *service) {
  bool no_rest = days->fault == NAIVE_YEAR_FORGETS_REST;
  return quarters(service->minutes + (no_rest ? 0 : service->staff_rest_minutes));
}

/* Are so many quarters from `slot` all set (or all not set)? */
static bool all_are(const bool quarter[SLOTS_MAX], int slot, int count, bool set) {
  for (int i = slot; i < slot + count; i++)
    if (i >= SLOTS_MAX || quarter[i] != set)
      return false;
  return true;
}

/* A class begins in the quarter that holds its minute. */
static bool is_own_start(const PlanService *service, int minute) {
  for (int i = 0; i < service->start_minutes_count; i++)
    if (minute <= service->start_minutes[i] && service->start_minutes[i] < minute + SLOT_MINUTES)
      return true;
  return service->start_minutes_count == 0;
}

bool naive_days_is_start(const NaiveDays *days, int day, const PlanService *service, int slot) {
  return naive_days_is_open(days, day) &&
         all_are(days->slot_open[naive_days_weekday(days, day)], slot, room_quarters(days, service),
                 true) &&
         is_own_start(service, naive_days_minute(days, day, slot));
}

static bool room_exists(const NaiveDays *days, int day, int room) {
  const PlanRoom *there = &days->plan->rooms[room];
  return is_between(days->plan->deal.sale_date + day, there->from_date, there->to_date);
}

static bool person_exists(const NaiveDays *days, int day, int person) {
  const PlanStaff *there = &days->plan->staff[person];
  return is_between(days->plan->deal.sale_date + day, there->from_date, there->to_date);
}

static bool room_is_free(const NaiveDays *days, int day, const PlanService *service, int slot,
                         int room) {
  return room_exists(days, day, room) &&
         all_are(days->room_taken[day][room], slot, room_quarters(days, service), false);
}

static bool person_is_free(const NaiveDays *days, int day, const PlanService *service, int slot,
                           int person) {
  int count = person_quarters(days, service);
  return person_exists(days, day, person) &&
         all_are(days->on_shift[naive_days_weekday(days, day)][person], slot, count, true) &&
         all_are(days->person_taken[day][person], slot, count, false);
}

static int open_minutes(const NaiveDays *days, int day) {
  int minutes = 0;
  for (int slot = 0; naive_days_is_open(days, day) && slot < SLOTS_MAX; slot++)
    if (days->slot_open[naive_days_weekday(days, day)][slot])
      minutes += SLOT_MINUTES;
  return minutes;
}

int naive_days_room_minutes(const NaiveDays *days, int day) {
  int minutes = 0;
  for (int room = 0; room < days->plan->rooms_count; room++)
    if (room_exists(days, day, room))
      minutes += open_minutes(days, day);
  return minutes;
}

int naive_days_shift_minutes(const NaiveDays *days, int day) {
  int minutes = 0;
  for (int person = 0; naive_days_is_open(days, day) && person < days->plan->staff_count; person++)
    for (int slot = 0; slot < SLOTS_MAX; slot++)
      if (person_exists(days, day, person) &&
          days->on_shift[naive_days_weekday(days, day)][person][slot])
        minutes += SLOT_MINUTES;
  return minutes;
}

/* The first rooms of the plan that are free; false when there are too few. */
static bool find_rooms(const NaiveDays *days, int day, const PlanService *service, int slot,
                       uint64_t *rooms) {
  int found = 0;
  *rooms = 0;
  for (int room = 0; room < days->plan->rooms_count && found < service->rooms_needed; room++)
    if (room_is_free(days, day, service, slot, room)) {
      *rooms |= UINT64_C(1) << room;
      found++;
    }
  return found == service->rooms_needed;
}

/* The group's people of one sort, as a number that is smaller the earlier they stand in the plan.
 */
static uint32_t lateness(const NaiveDays *days, uint32_t group, bool accompanied) {
  uint32_t late = 0;
  for (int person = 0; person < days->plan->staff_count; person++) {
    bool of_sort = days->plan->staff[person].accompanied_only == accompanied;
    late = late * 2 + (of_sort && !(group >> person & 1));
  }
  return late;
}

static int people_of(const NaiveDays *days, uint32_t group, bool accompanied) {
  int count = 0;
  for (int person = 0; person < days->plan->staff_count; person++)
    if ((group >> person & 1) && days->plan->staff[person].accompanied_only == accompanied)
      count++;
  return count;
}

/* Of two groups: more who serve only accompanied, then the earlier experienced ones in the plan,
 * then the earlier accompanied ones. */
static bool group_is_better(const NaiveDays *days, uint32_t group, uint32_t than) {
  if (days->fault == NAIVE_YEAR_LEAVES_ALONE)
    return group < than;
  int more = people_of(days, group, true) - people_of(days, than, true);
  if (more != 0)
    return more > 0;
  if (lateness(days, group, false) != lateness(days, than, false))
    return lateness(days, group, false) < lateness(days, than, false);
  return lateness(days, group, true) < lateness(days, than, true);
}

static bool find_people(const NaiveDays *days, int day, const PlanService *service, int slot,
                        uint32_t *staff) {
  uint32_t free_people = 0;
  bool found = false;
  for (int person = 0; person < days->plan->staff_count; person++)
    if (service->staff_needed > 0 && person_is_free(days, day, service, slot, person))
      free_people |= UINT32_C(1) << person;
  for (uint32_t group = 0; group < UINT32_C(1) << days->plan->staff_count; group++) {
    int experienced = people_of(days, group, false), accompanied = people_of(days, group, true);
    bool may_work = accompanied <= experienced || days->fault == NAIVE_YEAR_LEAVES_ALONE;
    if ((group & ~free_people) == 0 && experienced + accompanied == service->staff_needed &&
        may_work && (!found || group_is_better(days, group, *staff))) {
      *staff = group;
      found = true;
    }
  }
  return found;
}

static void take(NaiveDays *days, int day, const PlanService *service, const NaivePlace *place) {
  for (int room = 0; room < days->plan->rooms_count; room++)
    for (int i = 0; (place->rooms >> room & 1) && i < room_quarters(days, service); i++)
      days->room_taken[day][room][place->slot + i] = true;
  for (int person = 0; person < days->plan->staff_count; person++)
    for (int i = 0; (place->staff >> person & 1) && i < person_quarters(days, service); i++)
      days->person_taken[day][person][place->slot + i] = true;
}

bool naive_days_place(NaiveDays *days, int day, const PlanService *service, int wanted_minute,
                      int first_minute, int last_minute, NaivePlace *place) {
  int nearest = INT32_MAX, meant_minute = wanted_minute;
  if (days->fault == NAIVE_YEAR_SHIFTS_STARTS)
    meant_minute -=
        ((wanted_minute - naive_days_minute(days, day, 0)) % SLOT_MINUTES + SLOT_MINUTES) %
        SLOT_MINUTES;
  for (int slot = 0; slot < SLOTS_MAX; slot++) {
    int minute = naive_days_minute(days, day, slot);
    int distance = abs(minute - meant_minute);
    bool nearer =
        distance < nearest || (distance == nearest && days->fault == NAIVE_YEAR_TIES_LATER);
    NaivePlace here = {.slot = slot};
    if (minute >= first_minute && minute <= last_minute && nearer &&
        naive_days_is_start(days, day, service, slot) &&
        find_rooms(days, day, service, slot, &here.rooms) &&
        find_people(days, day, service, slot, &here.staff)) {
      nearest = distance;
      *place = here;
    }
  }
  if (nearest == INT32_MAX)
    return false;
  take(days, day, service, place);
  return true;
}
