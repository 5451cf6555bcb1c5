/* Room: plan. Knows: slots. Must not know: how a year is booked.
 *
 * Rules across hours, shifts, rooms, staff, services and regular clients. */
#include <string.h>

#include "model/base/slots.h"
#include "model/plan/plan-check.h"

#define MINUTES_A_WEEK (7 * 1440)
#define RATE_WHOLE 100000

/* Whether two stretches of the week share a minute; a stretch may run on into the next Monday. */
static bool hours_overlap(const WeeklyHours *a, const WeeklyHours *b) {
  int a_begin = a->weekday * 1440 + a->begin_minute;
  int b_begin = b->weekday * 1440 + b->begin_minute;

  for (int week = -1; week <= 1; week++) {
    int begin = b_begin + week * MINUTES_A_WEEK;

    if (begin < a_begin + a->end_minute - a->begin_minute &&
        a_begin < begin + b->end_minute - b->begin_minute) {
      return true;
    }
  }
  return false;
}

/* end_pattern and begin_pattern: where the second minute and the first one of the list stand. */
static void check_weekly(Checker *checker, const WeeklyHours *hours, int count,
                         const char *begin_pattern, const char *end_pattern, int person) {
  for (int i = 0; i < count; i++) {
    Where where = {begin_pattern, {person, i}};

    if (person < 0) {
      where.index[0] = i;
    }
    if (hours[i].end_minute <= hours[i].begin_minute) {
      where.pattern = end_pattern;
      checker_tell(checker, PROBLEM_END_BEFORE_BEGIN, &where,
                   VALUES(hours[i].begin_minute, hours[i].end_minute));
      continue;
    }
    for (int k = 0; k < i; k++) {
      if (hours_overlap(&hours[k], &hours[i])) {
        checker_tell(checker, PROBLEM_HOURS_OVERLAP, &where, VALUES(hours[i].weekday));
        break;
      }
    }
  }
}

static void check_span(Checker *checker, int32_t from_date, int32_t to_date, const char *pattern,
                       int index) {
  if (from_date != DATE_NONE && to_date != DATE_NONE && to_date < from_date) {
    checker_tell(checker, PROBLEM_END_BEFORE_BEGIN, AT(pattern, {index}),
                 VALUES(from_date, to_date));
  }
}

static void check_day_lengths(Checker *checker) {
  const Plan *plan = checker->plan;

  for (int weekday = 0; weekday < 7; weekday++) {
    int first = INT32_MAX;
    int last = 0;
    int last_index = 0;

    for (int i = 0; i < plan->hours_count; i++) {
      if (plan->hours[i].weekday == weekday) {
        first = plan->hours[i].begin_minute < first ? plan->hours[i].begin_minute : first;
        if (plan->hours[i].end_minute > last) {
          last = plan->hours[i].end_minute;
          last_index = i;
        }
      }
    }
    if (last > first && last - first > SLOTS_MAX * SLOT_MINUTES) {
      checker_tell(checker, PROBLEM_DAY_TOO_LONG, AT("hours[].end_minute", {last_index}),
                   VALUES(weekday, last - first));
    }
  }
}

void check_calendar(Checker *checker) {
  const Plan *plan = checker->plan;

  check_weekly(checker, plan->hours, plan->hours_count, "hours[].begin_minute",
               "hours[].end_minute", -1);
  check_day_lengths(checker);
  for (int i = 0; i < plan->closures_count; i++) {
    check_span(checker, plan->closures[i].from_date, plan->closures[i].to_date,
               "closures[].to_date", i);
  }
  for (int i = 0; i < plan->rooms_count; i++) {
    check_span(checker, plan->rooms[i].from_date, plan->rooms[i].to_date, "rooms[].to_date", i);
  }
  for (int i = 0; i < plan->staff_count; i++) {
    const PlanStaff *person = &plan->staff[i];

    check_span(checker, person->from_date, person->to_date, "staff[].to_date", i);
    check_weekly(checker, person->shifts, person->shifts_count, "staff[].shifts[].begin_minute",
                 "staff[].shifts[].end_minute", i);
  }
  if (plan->rooms_count > 0 && plan->hours_count == 0) {
    checker_tell(checker, PROBLEM_NO_OPEN_DAY, AT("hours"), NULL);
  }
}

/* The slots of a day that stretches of one weekday cover whole. Two that follow each other may
 * share a slot: 10:00 to 12:10, then 12:10 to 18:00. */
static uint64_t slots_covered(const WeeklyHours *hours, int count, int weekday,
                              const OpenDay *day) {
  int covered_minutes[SLOTS_MAX] = {0};
  uint64_t mask = 0;

  for (int i = 0; i < count; i++) {
    if (hours[i].weekday != weekday) {
      continue;
    }
    int begin = hours[i].begin_minute - day->opening_minute;
    int end = hours[i].end_minute - day->opening_minute;

    for (int slot = begin > 0 ? begin / SLOT_MINUTES : 0;
         slot < day->slots_count && slot * SLOT_MINUTES < end; slot++) {
      int slot_begin = slot * SLOT_MINUTES;
      int slot_end = slot_begin + SLOT_MINUTES;

      covered_minutes[slot] +=
          (end < slot_end ? end : slot_end) - (begin > slot_begin ? begin : slot_begin);
    }
  }
  for (int slot = 0; slot < day->slots_count; slot++) {
    if (covered_minutes[slot] >= SLOT_MINUTES) {
      mask |= UINT64_C(1) << slot;
    }
  }
  return mask;
}

OpenDay open_day(const Plan *plan, int weekday) {
  OpenDay day = {.opening_minute = INT32_MAX};
  int closing = 0;

  for (int i = 0; i < plan->hours_count; i++) {
    if (plan->hours[i].weekday == weekday) {
      int begin = plan->hours[i].begin_minute;
      int end = plan->hours[i].end_minute;

      day.opening_minute = begin < day.opening_minute ? begin : day.opening_minute;
      closing = end > closing ? end : closing;
    }
  }
  if (closing <= day.opening_minute) {
    return (OpenDay){0};
  }
  day.slots_count = (closing - day.opening_minute) / SLOT_MINUTES;
  day.slots_count = day.slots_count < SLOTS_MAX ? day.slots_count : SLOTS_MAX;
  day.open_slots = slots_covered(plan->hours, plan->hours_count, weekday, &day);
  return day;
}

int staff_together(int experienced, int accompanied_only) {
  return experienced + (accompanied_only < experienced ? accompanied_only : experienced);
}

uint64_t staff_starts(const Plan *plan, const PlanService *service, int weekday, const OpenDay *day,
                      uint32_t people) {
  int length = slots_from_minutes(service->minutes + service->staff_rest_minutes);
  uint64_t person_starts[STAFF_MAX] = {0};
  uint64_t starts = 0;

  if (length > SLOTS_MAX) {
    return 0;
  }
  for (int i = 0; i < plan->staff_count; i++) {
    if (people >> i & 1) {
      const PlanStaff *person = &plan->staff[i];
      uint64_t on_shift = slots_covered(person->shifts, person->shifts_count, weekday, day);

      person_starts[i] = slots_starts(on_shift & day->open_slots, length);
    }
  }
  for (int slot = 0; slot < day->slots_count; slot++) {
    int experienced = 0;
    int accompanied = 0;

    for (int i = 0; i < plan->staff_count; i++) {
      int free = (int)(person_starts[i] >> slot & 1);

      experienced += plan->staff[i].accompanied_only ? 0 : free;
      accompanied += plan->staff[i].accompanied_only ? free : 0;
    }
    if (staff_together(experienced, accompanied) >= service->staff_needed) {
      starts |= UINT64_C(1) << slot;
    }
  }
  return starts;
}

/* The longest time without a break in which the place is open. */
static int longest_open_minutes(const Plan *plan) {
  int longest = 0;

  for (int weekday = 0; weekday < 7; weekday++) {
    OpenDay day = open_day(plan, weekday);

    while (longest < SLOTS_MAX && slots_starts(day.open_slots, longest + 1) != 0) {
      longest++;
    }
  }
  return longest * SLOT_MINUTES;
}

/* Whether some weekday is open for the whole visit from a start on. */
static bool start_is_possible(const Plan *plan, int start_minute, int length_slots) {
  for (int weekday = 0; weekday < 7; weekday++) {
    OpenDay day = open_day(plan, weekday);
    int from = start_minute - day.opening_minute;

    if (from >= 0 && from < day.slots_count * SLOT_MINUTES &&
        (slots_starts(day.open_slots, length_slots) >> (from / SLOT_MINUTES) & 1)) {
      return true;
    }
  }
  return false;
}

/* The service fits in a day; the hours of its classes do too. */
static void check_starts(Checker *checker, int index) {
  const PlanService *service = &checker->plan->services[index];
  int turnover = service->rooms_needed > 0 ? service->room_turnover_minutes : 0;
  int length_slots = slots_from_minutes(service->minutes + turnover);

  for (int i = 0; i < service->start_minutes_count; i++) {
    if (!start_is_possible(checker->plan, service->start_minutes[i], length_slots)) {
      checker_tell(checker, PROBLEM_START_OUTSIDE_HOURS,
                   AT("services[].start_minutes[]", {index, i}), VALUES(service->start_minutes[i]));
    }
  }
}

static void check_service(Checker *checker, int index, int longest_minutes) {
  const Plan *plan = checker->plan;
  const PlanService *service = &plan->services[index];
  int experienced = 0;
  int after = service->rooms_needed > 0 ? service->room_turnover_minutes : 0;

  for (int i = 0; i < plan->staff_count; i++) {
    experienced += plan->staff[i].accompanied_only ? 0 : 1;
  }
  int together = staff_together(experienced, plan->staff_count - experienced);

  if (service->staff_needed > 0 && service->staff_rest_minutes > after) {
    after = service->staff_rest_minutes;
  }
  if (slots_from_minutes(service->minutes + after) * SLOT_MINUTES > longest_minutes &&
      longest_minutes > 0) {
    checker_tell(checker, PROBLEM_SERVICE_LONGER_THAN_DAY, AT("services[].minutes", {index}),
                 VALUES(service->minutes + after, longest_minutes));
  } else if (longest_minutes > 0) {
    check_starts(checker, index);
  }
  if (service->rooms_needed > plan->rooms_count) {
    checker_tell(checker, PROBLEM_NOT_ENOUGH_ROOMS, AT("services[].rooms_needed", {index}),
                 VALUES(service->rooms_needed, plan->rooms_count));
  }
  if (service->staff_needed > together) {
    checker_tell(checker, PROBLEM_NOT_ENOUGH_STAFF, AT("services[].staff_needed", {index}),
                 VALUES(service->staff_needed, together));
  }
}

void check_services(Checker *checker) {
  const Plan *plan = checker->plan;

  if (plan->services_count == 0) {
    checker_tell(checker, PROBLEM_NO_SERVICE, AT("services"), NULL);
  }
  /* Without rooms there is no calendar to fit into. */
  if (plan->rooms_count > 0) {
    int longest_minutes = longest_open_minutes(plan);

    for (int i = 0; i < plan->services_count; i++) {
      check_service(checker, i, longest_minutes);
    }
  }
}

void check_regulars(Checker *checker) {
  const Plan *plan = checker->plan;
  const PlanRegulars *regulars = &plan->regulars;
  int64_t mix = 0;
  int64_t weights = 0;
  int64_t busiest = 0;

  for (int i = 0; i < regulars->service_mix_per_100k_count; i++) {
    mix += regulars->service_mix_per_100k[i];
  }
  for (int i = 0; i < 24; i++) {
    weights += regulars->start_weight_by_hour[i];
  }
  for (int i = 0; i < 12; i++) {
    busiest = regulars->season_per_100k[i] > busiest ? regulars->season_per_100k[i] : busiest;
  }
  if (regulars->service_mix_per_100k_count > plan->services_count) {
    checker_tell(checker, PROBLEM_INDEX_PAST_LIST, AT("regulars.service_mix_per_100k"),
                 VALUES(regulars->service_mix_per_100k_count - 1, plan->services_count));
  } else if (mix != RATE_WHOLE && plan->services_count > 0) {
    checker_tell(checker, PROBLEM_MIX_NOT_WHOLE, AT("regulars.service_mix_per_100k"), VALUES(mix));
  }
  if (weights == 0 && plan->rooms_count > 0) {
    checker_tell(checker, PROBLEM_WEIGHTS_ZERO, AT("regulars.start_weight_by_hour"), NULL);
  }
  for (int i = 0; i < 7; i++) {
    /* 500 000 × 10 × 3 stays far inside int64. */
    int64_t most = (int64_t)regulars->wanted_milli_visits[i] * busiest / RATE_WHOLE *
                   regulars->level_per_100k / RATE_WHOLE;

    if (most > REGULARS_A_DAY_MAX * 1000) {
      checker_tell(checker, PROBLEM_ABOVE_MAXIMUM, AT("regulars.wanted_milli_visits[]", {i}),
                   VALUES(most, REGULARS_A_DAY_MAX * 1000));
    }
  }
}
