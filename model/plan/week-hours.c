/* Room: plan. See week-hours.h. */
#include "model/plan/week-hours.h"

#include <string.h>

#define MINUTES_A_DAY 1440
/* Of any list of hours, cut in two everywhere. */
#define STRETCHES_MAX (2 * HOURS_MAX + 1)

_Static_assert(SHIFTS_MAX <= HOURS_MAX, "room for both");

typedef struct {
  WeeklyHours hours[STRETCHES_MAX];
  int count;
} Week;

/* Keeps the order of the week; an empty stretch is none. */
static void week_add(Week *week, WeeklyHours more) {
  int at = week->count;

  if (more.begin_minute >= more.end_minute || week->count == STRETCHES_MAX) {
    return;
  }
  while (at > 0 && (week->hours[at - 1].weekday > more.weekday ||
                    (week->hours[at - 1].weekday == more.weekday &&
                     week->hours[at - 1].begin_minute > more.begin_minute))) {
    week->hours[at] = week->hours[at - 1];
    at--;
  }
  week->hours[at] = more;
  week->count++;
}

static bool week_take(const Week *week, WeeklyHours *hours, int32_t *count, int capacity) {
  if (week->count > capacity) {
    return false;
  }
  for (int i = 0; i < week->count; i++) {
    if (week->hours[i].begin_minute >= MINUTES_A_DAY) {
      return false;
    }
  }
  memset(hours, 0, (size_t)capacity * sizeof *hours);
  memcpy(hours, week->hours, (size_t)week->count * sizeof *hours);
  *count = week->count;
  return true;
}

bool week_hours_cover(const WeeklyHours *hours, int count, int weekday, int begin_minute,
                      int end_minute) {
  int covered = begin_minute;
  bool moved = true;

  while (covered < end_minute && moved) {
    moved = false;
    for (int i = 0; i < count; i++) {
      if (hours[i].weekday == weekday && hours[i].begin_minute <= covered &&
          hours[i].end_minute > covered) {
        covered = hours[i].end_minute;
        moved = true;
      }
    }
  }
  return covered >= end_minute;
}

bool week_hours_paint(WeeklyHours *hours, int32_t *count, int capacity, int weekday,
                      int begin_minute, int end_minute, bool open) {
  Week week = {.count = 0};
  WeeklyHours whole = {weekday, begin_minute, end_minute};

  for (int i = 0; i < *count && i < HOURS_MAX; i++) {
    WeeklyHours each = hours[i];
    bool touches = each.weekday == weekday && each.begin_minute <= end_minute &&
                   each.end_minute >= begin_minute;

    if (!touches) {
      week_add(&week, each);
    } else if (open) {
      whole.begin_minute =
          each.begin_minute < whole.begin_minute ? each.begin_minute : whole.begin_minute;
      whole.end_minute = each.end_minute > whole.end_minute ? each.end_minute : whole.end_minute;
    } else {
      week_add(&week,
               (WeeklyHours){weekday, each.begin_minute,
                             each.end_minute < begin_minute ? each.end_minute : begin_minute});
      week_add(&week, (WeeklyHours){weekday,
                                    each.begin_minute > end_minute ? each.begin_minute : end_minute,
                                    each.end_minute});
    }
  }
  if (open) {
    week_add(&week, whole);
  }
  return week_take(&week, hours, count, capacity);
}

bool week_hours_copy_day(WeeklyHours *hours, int32_t *count, int capacity, int weekday,
                         unsigned weekdays) {
  Week week = {.count = 0};

  for (int i = 0; i < *count && i < HOURS_MAX; i++) {
    WeeklyHours each = hours[i];

    if (each.weekday < 0 || each.weekday > 6 || each.weekday == weekday ||
        !(weekdays >> each.weekday & 1)) {
      week_add(&week, each);
    }
    for (int day = 0; each.weekday == weekday && day < 7; day++) {
      if (day != weekday && weekdays >> day & 1) {
        if (week.count == STRETCHES_MAX) {
          return false;
        }
        week_add(&week, (WeeklyHours){day, each.begin_minute, each.end_minute});
      }
    }
  }
  return week_take(&week, hours, count, capacity);
}

unsigned week_hours_days(const WeeklyHours *hours, int count) {
  unsigned days = 0;

  for (int i = 0; i < count; i++) {
    if (hours[i].weekday >= 0 && hours[i].weekday < 7) {
      days |= 1U << hours[i].weekday;
    }
  }
  return days;
}
