/* See random-plan.h. */
#include "tests/random-plan.h"

#include <string.h>

#include "model/base/calendar.h"
#include "tests/naive-booking.h"

int random_between(GRand *luck, int least, int most) {
  return g_rand_int_range(luck, least, most + 1);
}

bool random_chance(GRand *luck, int percent) {
  return random_between(luck, 1, 100) <= percent;
}

/* Openings at odd minutes, noon closures, evenings past midnight, days off. At most 16 h a day. */
static void draw_hours(GRand *luck, Plan *plan, bool odd_minutes) {
  for (int weekday = 0; weekday < 7; weekday++) {
    if (random_chance(luck, 15))
      continue;
    int step = odd_minutes ? 1 : 15;
    int begin = random_between(luck, 0, random_chance(luck, 20) ? 1425 / step : 720 / step) * step;
    int most = random_chance(luck, 60) ? 480 : 960;
    int length = random_chance(luck, 10) ? 960 : random_between(luck, 1, most / step) * step;
    int end = MIN(begin + length, 2880);
    WeeklyHours *rows = &plan->hours[plan->hours_count];
    int gap_begin = begin + (end - begin) / 2 / step * step, gap_end = gap_begin + 3 * step;
    bool two_rows = random_chance(luck, 30) && gap_begin > begin && gap_end < end && gap_end < 1440;
    if (two_rows) {
      bool swapped = random_chance(luck, 30);
      rows[swapped] = (WeeklyHours){weekday, begin, gap_begin};
      rows[!swapped] = (WeeklyHours){weekday, gap_end, end};
    } else {
      rows[0] = (WeeklyHours){weekday, begin, end};
    }
    plan->hours_count += two_rows ? 2 : 1;
  }
}

static void draw_span(GRand *luck, const Plan *plan, int first_day, int32_t *from_date,
                      int32_t *to_date) {
  int32_t first_date = plan->deal.sale_date + first_day;
  *from_date =
      random_chance(luck, 70) ? DATE_NONE : first_date + random_between(luck, -5, NAIVE_DAYS / 2);
  *to_date = random_chance(luck, 70)
                 ? DATE_NONE
                 : first_date + random_between(luck, NAIVE_DAYS / 2, NAIVE_DAYS);
}

static void draw_shifts(GRand *luck, const Plan *plan, PlanStaff *person, bool odd_minutes) {
  for (int i = 0; i < plan->hours_count && person->shifts_count < SHIFTS_MAX; i++) {
    WeeklyHours shift = plan->hours[i];
    if (random_chance(luck, 20))
      continue;
    if (random_chance(luck, 50)) { /* begins or ends at another time than the house */
      int step = odd_minutes ? 1 : 15;
      int later_begin = random_between(luck, -8, 8) * 3 * step;
      int later_end = random_between(luck, -8, 8) * 3 * step;
      shift.begin_minute = CLAMP(shift.begin_minute + later_begin, 0, 1439);
      shift.end_minute = CLAMP(shift.end_minute + later_end, 1, 2880);
    }
    bool overlaps = false;
    for (int j = 0; j < person->shifts_count; j++)
      overlaps = overlaps || (person->shifts[j].weekday == shift.weekday &&
                              person->shifts[j].begin_minute < shift.end_minute &&
                              shift.begin_minute < person->shifts[j].end_minute);
    if (shift.begin_minute < shift.end_minute && !overlaps)
      person->shifts[person->shifts_count++] = shift;
  }
}

static void draw_service(GRand *luck, const Plan *plan, PlanService *service,
                         bool may_have_starts) {
  service->minutes =
      random_chance(luck, 70) ? 15 * random_between(luck, 1, 6) : random_between(luck, 1, 120);
  service->room_turnover_minutes = random_chance(luck, 30) ? 0 : random_between(luck, 0, 30);
  service->staff_rest_minutes = random_chance(luck, 40) ? 0 : random_between(luck, 0, 30);
  int most = random_chance(luck, 75) ? 2 : 4;
  service->rooms_needed = random_between(luck, 0, MIN(most, plan->rooms_count));
  service->staff_needed = random_between(luck, 0, MIN(most + 1, plan->staff_count));
  service->people = random_between(luck, 1, 2);
  if (service->rooms_needed == 0 && service->staff_needed == 0)
    service->room_turnover_minutes = service->staff_rest_minutes = 0;
  if (!may_have_starts || plan->hours_count == 0 || random_chance(luck, 70))
    return;
  service->start_minutes_count = random_between(luck, 1, 4);
  for (int i = 0; i < service->start_minutes_count; i++) {
    const WeeklyHours *row = &plan->hours[random_between(luck, 0, plan->hours_count - 1)];
    int last = MIN(row->end_minute, 1439);
    int minute = row->begin_minute + 15 * random_between(luck, 0, 12);
    service->start_minutes[i] = MIN(minute, MAX(last / 15 * 15, row->begin_minute));
  }
}

int random_plan_draw(GRand *luck, Plan *plan) {
  memset(plan, 0, sizeof *plan);
  plan->deal.sale_date =
      date_from_ymd(2026, random_between(luck, 1, 12), random_between(luck, 1, 28));
  plan->deal.sale_days = random_between(luck, 1, 3);
  plan->deal.promotion_end_date = plan->deal.sale_date + random_between(luck, 60, 500);
  plan->deal.allowed_end_minute = 1440;
  for (int weekday = 0; weekday < 7; weekday++) {
    plan->deal.allowed_weekdays[weekday] = random_chance(luck, 80);
    plan->deal.weekday_quota[weekday] = PLAN_NONE;
  }
  plan->deal.blackout_dates_count = random_between(luck, 0, 3);
  for (int i = 0; i < plan->deal.blackout_dates_count; i++)
    plan->deal.blackout_dates[i] = plan->deal.sale_date + random_between(luck, 0, NAIVE_DAYS);
  plan->deal.daily_limit_per_100k = PLAN_NONE;
  int first_day = random_chance(luck, 70) ? 0 : random_between(luck, 0, 456 - NAIVE_DAYS);
  bool odd_minutes = random_chance(luck, 30);
  draw_hours(luck, plan, odd_minutes);
  plan->closures_count = random_between(luck, 0, 2);
  for (int i = 0; i < plan->closures_count; i++) {
    int32_t from_date = plan->deal.sale_date + first_day + random_between(luck, 0, NAIVE_DAYS);
    plan->closures[i] = (DateSpan){from_date, from_date + random_between(luck, 0, 3)};
  }
  plan->rooms_count = random_between(luck, 1, NAIVE_ROOMS);
  for (int i = 0; i < plan->rooms_count; i++)
    draw_span(luck, plan, first_day, &plan->rooms[i].from_date, &plan->rooms[i].to_date);
  plan->staff_count = random_between(luck, 1, NAIVE_STAFF);
  for (int i = 0; i < plan->staff_count; i++) {
    PlanStaff *person = &plan->staff[i];
    person->accompanied_only = random_chance(luck, 35);
    draw_span(luck, plan, first_day, &person->from_date, &person->to_date);
    draw_shifts(luck, plan, person, odd_minutes);
  }
  plan->services_count = random_between(luck, 1, 4);
  for (int i = 0; i < plan->services_count; i++)
    draw_service(luck, plan, &plan->services[i], !odd_minutes);
  return first_day;
}
