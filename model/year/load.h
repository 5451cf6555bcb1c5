/* Room: year. Who and what is busy when: a year's visits looked at by weekday and hour, room and
 * person. Knows: year, timetable. Must not know: words, money. Allocates nothing.
 *
 * A visit's time is that of its staff, rest included, or of its rooms where no staff is needed; a
 * no-show's too, for which everything was held. Beside it stands the time there is: the shifts when
 * a service needs staff, and the rooms' open time when one needs none; so in no hour is more booked
 * than there is. Weekday and hour are those of the day a visit belongs to: of an evening past
 * midnight, 01:00 stays with its day, in [weekday][1].
 *
 * A plan without rooms has no calendar and no hours: its load is all 0 but the days. */
#pragma once

#include "model/year/year.h"

#define HOURS_A_DAY_MAX 24

/* First weeks of the campaign, where the rush is, beside the whole horizon. */
#define LOAD_RUSH_DAYS 56
typedef enum { LOAD_RUSH, LOAD_WHOLE, LOAD_SPAN_COUNT } LoadSpan;

typedef struct {
  int32_t days; /* of the span: LOAD_RUSH_DAYS or fewer; the horizon */
  int32_t staff_minutes[VISIT_KIND_COUNT][7][HOURS_A_DAY_MAX];
  int32_t shift_minutes[7][HOURS_A_DAY_MAX]; /* the time there is */
  /* Regular and returning requests refused, by the weekday and hour wanted. */
  int32_t refused[7][HOURS_A_DAY_MAX];
  /* Regular and returning requests by wanted weekday: all handled (replaced ones left out), and
   * those refused. */
  int32_t wanted[7], wanted_refused[7];
  int32_t room_minutes[ROOMS_MAX][VISIT_KIND_COUNT]; /* turnover included */
  int32_t room_open_minutes[ROOMS_MAX];              /* the room exists and the place is open */
  int32_t person_minutes[STAFF_MAX][VISIT_KIND_COUNT];
  int32_t person_shift_minutes[STAFF_MAX];
  int32_t person_visits[STAFF_MAX];
  int32_t accompanied_visits[STAFF_MAX];   /* of those who serve only accompanied, else 0 */
  int32_t visits, visits_with_accompanied; /* given; by a group with one of those */
} LoadOfSpan;

typedef struct {
  LoadOfSpan span[LOAD_SPAN_COUNT];
} Load;

/* Plan years: fills year as year_compute_plan does and looks at it on the way. */
void load_compute_plan(const Plan *plan, const Timetable *timetable, bool with_deal, Year *year,
                       Load *load, YearScratch *scratch);

/* The visits of one day of the plan year, by start, then first room, then first person; how many
 * are written, at most `most`: the first ones. Fills year too. */
int day_visits_find(const Plan *plan, const Timetable *timetable, bool with_deal, int day,
                    YearVisit *visits, int most, Year *year, YearScratch *scratch);
