/* See sample-load.h. */
#include "tests/sample-load.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "model/base/slots.h"
#include "model/year/redemption.h"
#include "model/year/year-scratch.h"

#define BEGIN_HOUR 10
#define HOURS 10

typedef struct {
  int rooms, staff, accompanied;
  int minutes, turnover, staff_needed;
  int waits; /* longest */
  int32_t vouchers, unserved;
} LoadShape;

static LoadShape load_shape_of(ResultsShape shape) {
  switch (shape) {
  case SHAPE_QUIET:
    return (LoadShape){3, 5, 0, 90, 15, 2, 0, 40, 0};
  case SHAPE_DROWNED:
    return (LoadShape){3, 5, 2, 90, 15, 2, 240, 1241, 371};
  case SHAPE_HUGE:
    return (LoadShape){64, 32, 5, 45, 0, 1, 821, 2000000, 99999};
  case SHAPE_SHORT:
    return (LoadShape){1, 1, 0, 60, 0, 1, 3, 2, 1};
  case SHAPE_TABLES:
    return (LoadShape){20, 0, 0, 75, 15, 0, 9, 200, 0};
  case SHAPE_EXAMPLE:
  case SHAPE_SPA:
  case SHAPE_NO_CALENDAR:
  case SHAPE_COUNT:
    break;
  }
  return (LoadShape){3, 5, 1, 90, 15, 2, 10, 355, 3};
}

static void fill_place(const LoadShape *shape, Plan *plan) {
  plan->rooms_count = shape->rooms;
  for (int i = 0; i < shape->rooms; i++)
    g_snprintf(plan->rooms[i].name, sizeof plan->rooms[i].name,
               shape->staff > 0 ? "Room %d" : "Chair %d", i + 1);
  plan->staff_count = shape->staff;
  for (int i = 0; i < shape->staff; i++) {
    PlanStaff *person = &plan->staff[i];
    person->accompanied_only = i >= shape->staff - shape->accompanied;
    g_snprintf(person->name, sizeof person->name, "Therapist %d", i + 1);
  }
  plan->services_count = 1;
  plan->services[0] = (PlanService){.minutes = shape->minutes,
                                    .room_turnover_minutes = shape->turnover,
                                    .rooms_needed = 1,
                                    .staff_needed = shape->staff_needed,
                                    .people = 2};
  g_strlcpy(plan->services[0].name, "Duo massage", sizeof plan->services[0].name);
  plan->conditions.wait_days_max = 14;
  plan->deal.curve = redemption_preset(CURVE_FRONT_LOADED);
}

static void fill_hours_of_places(const LoadShape *shape, Results *results) {
  for (int i = 0; i < results->days; i++) {
    TimetableDay *day = &results->timetable.day[i];
    if (!day->open)
      continue;
    day->opening_minute = BEGIN_HOUR * 60;
    day->open_slots = slots_range(0, day->slots_count);
    day->room_slots = shape->rooms >= 64 ? UINT64_MAX : (UINT64_C(1) << shape->rooms) - 1;
  }
}

/* So many vouchers, fewer and fewer the longer they wait. */
static void fill_waits(const LoadShape *shape, Year *year) {
  int32_t left = shape->vouchers, so_far = 0;
  for (int day = 0; day < shape->waits; day++) {
    int32_t here = left / 2;
    year->wait_histogram[day] = here;
    left -= here;
  }
  year->wait_histogram[shape->waits] = left;
  for (int day = 0; day <= shape->waits; day++) {
    int32_t before = so_far;
    so_far += year->wait_histogram[day];
    if (before * INT64_C(2) < shape->vouchers && so_far * INT64_C(2) >= shape->vouchers)
      year->wait_p50_days = day;
    if (before * INT64_C(20) < shape->vouchers * INT64_C(19) &&
        so_far * INT64_C(20) >= shape->vouchers * INT64_C(19))
      year->wait_p95_days = day;
    year->wait_max_days = year->wait_histogram[day] > 0 ? day : year->wait_max_days;
  }
  year->vouchers_unserved = shape->unserved;
  year->vouchers_served = shape->vouchers;
  year->vouchers_wanted = shape->vouchers + shape->unserved;
}

/* A day's time over its hours, most at the end of the afternoon. */
static void add_day(const LoadShape *shape, const Results *results, const YearDay *given, int index,
                    LoadOfSpan *span) {
  static const int share[HOURS] = {6, 8, 9, 8, 10, 11, 12, 13, 13, 10};
  const TimetableDay *day = &results->timetable.day[index];
  int weekday = date_weekday(results->sale_date + index);
  int32_t refused = given->refused[VISIT_REGULAR];
  if (!day->open)
    return;
  int there = shape->staff > 0 ? day->shift_minutes : shape->rooms * HOURS * 60;
  for (int hour = 0; hour < HOURS; hour++) {
    int clock = BEGIN_HOUR + hour;
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      int32_t minutes = shape->staff > 0 ? given->staff_minutes[kind] : given->visits[kind] * 75;
      span->staff_minutes[kind][weekday][clock] += minutes * share[hour] / 130;
    }
    span->shift_minutes[weekday][clock] += there / HOURS;
  }
  for (int i = 0; i < refused; i++)
    span->refused[weekday][BEGIN_HOUR + 6 + i % 4]++;
  span->wanted[weekday] += given->visits[VISIT_REGULAR] + given->visits[VISIT_RETURNING] + refused;
  span->wanted_refused[weekday] += refused;
}

static void add_use(const LoadShape *shape, int days, LoadOfSpan *span) {
  for (int i = 0; i < shape->rooms; i++) {
    span->room_open_minutes[i] = days * HOURS * 60;
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
      span->room_minutes[i][kind] = days * 60 * (4 - kind) / (1 + i % 5);
  }
  for (int i = 0; i < shape->staff; i++) {
    bool accompanied = i >= shape->staff - shape->accompanied;
    span->person_shift_minutes[i] = days * 7 * 60;
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
      span->person_minutes[i][kind] = days * 60 * (3 - kind) / (1 + i % 4);
    span->person_visits[i] = days * 2;
    span->accompanied_visits[i] = accompanied ? days : 0;
    span->visits_with_accompanied += accompanied ? days : 0;
  }
}

static void fill_load(const LoadShape *shape, const Results *results, const Year *year,
                      Load *load) {
  for (int i = 0; i < LOAD_SPAN_COUNT; i++) {
    LoadOfSpan *span = &load->span[i];
    span->days = i == LOAD_RUSH ? MIN(LOAD_RUSH_DAYS, results->days) : results->days;
    for (int day = 0; day < span->days; day++)
      add_day(shape, results, &year->day[day], day, span);
    add_use(shape, span->days, span);
  }
}

void sample_load_fill(ResultsShape sample, Plan *plan, Results *results) {
  LoadShape shape = load_shape_of(sample);
  fill_place(&shape, plan);
  fill_hours_of_places(&shape, results);
  fill_waits(&shape, &results->with);
  fill_load(&shape, results, &results->with, &results->load);
  fill_load(&shape, results, &results->without, &results->load_without);
  for (int i = 0; i < LOAD_SPAN_COUNT; i++)
    load_figures_fill(&results->load.span[i], &results->load_without.span[i],
                      &results->load_figures[i]);
}

/* Rooms one after the other filled with visits of all kinds, some two rooms wide. */
static int make_visits(const LoadShape *shape, int day, YearVisit *visits) {
  int count = 0, length = (shape->minutes + shape->turnover + 14) / 15;
  for (int slot = 0; slot + length <= HOURS * 4; slot++)
    for (int room = 0; room < shape->rooms && count < SAMPLE_VISITS_MAX; room++) {
      if ((slot + room) % (length + room % 3) != 0)
        continue;
      YearVisit *visit = &visits[count++];
      *visit = (YearVisit){.day = (int16_t)day, .start_slot = (int16_t)slot};
      visit->kind = (uint8_t)((slot + room) % VISIT_KIND_COUNT);
      visit->no_show = visit->kind == VISIT_DEAL && slot % 5 == 0;
      visit->rooms = UINT64_C(1) << room;
      for (int i = 0; i < shape->staff_needed; i++)
        visit->staff |= UINT32_C(1) << ((room * 2 + i) % shape->staff);
    }
  return count;
}

void sample_day_fill(ResultsShape sample, YearVisit visits[SAMPLE_VISITS_MAX], Study *study) {
  if (sample == SHAPE_NO_CALENDAR)
    return;
  study->day_index = 9;
  while (!study->results->timetable.day[study->day_index].open)
    study->day_index++;
  study->day_visits = visits;
  if (sample == SHAPE_EXAMPLE) {
    g_autofree YearScratch *scratch = g_new0(YearScratch, 1);
    g_autofree Year *year = g_new0(Year, 1);
    study->day_visit_count =
        day_visits_find(study->plan, &study->results->timetable, true, study->day_index, visits,
                        SAMPLE_VISITS_MAX, year, scratch);
    return;
  }
  LoadShape shape = load_shape_of(sample);
  study->day_visit_count = make_visits(&shape, study->day_index, visits);
}
