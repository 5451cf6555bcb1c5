/* Who and what is busy when: a tiny plan by hand, to the minute, and on many plans the sums that
 * other rooms know already. */
#include <glib.h>
#include <string.h>

#include "model/plan/problem.h"
#include "model/results/results.h"
#include "model/store/plan-json.h"
#include "model/year/year-scratch.h"
#include "tests/busy-plan.h"
#include "tests/random-plan.h"

#define RANDOM_PLANS 120
#define DAY_VISITS_MAX 1024

typedef struct {
  Plan plan;
  Timetable timetable;
  Year year, other;
  Load load;
  Results results;
  YearVisit visits[DAY_VISITS_MAX];
  YearScratch scratch;
} World;

static void world_free(World *world) {
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

static void world_compute(World *world, bool with_deal) {
  timetable_fill(&world->plan, &world->timetable);
  memset(&world->year, 0, sizeof world->year);
  load_compute_plan(&world->plan, &world->timetable, with_deal, &world->year, &world->load,
                    &world->scratch);
}

/* --- by hand ------------------------------------------------------------------------------ */

enum { WEDNESDAY = 2, WEDNESDAYS = 65, RUSH_WEDNESDAYS = 8, EXPERIENCED = 0, LEARNER = 1 };

/* Sold on Monday 2026-01-05, open on Wednesdays from 22:00 to 02:30, 456 days: 65 Wednesdays, 8 in
 * the first 56 days. Each Wednesday two regulars want a solo at 22:00, which the learner may not
 * give alone: one is served, one refused. The one voucher is wanted on day 0, so on Wednesday, day
 * 2: a duo by both of them, at 23:15. */
static void plan_fill_by_hand(Plan *plan) {
  plan_example(plan);
  plan->uncertainty_count = plan->one_off_costs_count = plan->closures_count = 0;
  plan->hours_count = 1;
  plan->hours[0] = (WeeklyHours){WEDNESDAY, 1320, 1590};
  plan->rooms_count = 2;
  plan->staff_count = 2;
  for (int i = 0; i < 2; i++) {
    plan->staff[i].accompanied_only = i == LEARNER;
    plan->staff[i].from_date = plan->staff[i].to_date = DATE_NONE;
    plan->staff[i].shifts_count = 1;
    plan->staff[i].shifts[0] = plan->hours[0];
  }
  PlanService *solo = &plan->services[0], *duo = &plan->services[1];
  solo->minutes = 30;
  solo->staff_rest_minutes = 10;
  solo->room_turnover_minutes = 0;
  solo->rooms_needed = solo->staff_needed = solo->people = 1;
  solo->start_minutes_count = 1;
  solo->start_minutes[0] = 1320;
  duo->minutes = 100;
  duo->staff_rest_minutes = 20;
  duo->room_turnover_minutes = 5;
  duo->rooms_needed = 1;
  duo->staff_needed = duo->people = 2;
  duo->start_minutes_count = 1;
  duo->start_minutes[0] = 1395;
  plan->regulars.service_mix_per_100k[0] = 100000;
  plan->regulars.service_mix_per_100k[1] = 0;
  plan->regulars.level_per_100k = 100000;
  plan->regulars.flexibility_minutes = 0;
  plan->regulars.patience_open_days = 0;
  for (int i = 0; i < 12; i++)
    plan->regulars.season_per_100k[i] = 100000;
  plan->regulars.wanted_milli_visits[WEDNESDAY] = 2000;
  PlanDeal *deal = &plan->deal;
  deal->sale_date = date_from_ymd(2026, 1, 5);
  deal->sale_days = 1;
  deal->promotion_end_date = deal->sale_date + 30;
  deal->service_index = 1;
  deal->vouchers_sold = 1;
  deal->used_per_100k = 100000;
  deal->refund_before_use_per_100k = 0;
  deal->no_show_per_100k = 0;
  deal->visits_per_voucher = 1;
  deal->curve = (RedemptionCurve){.w1_per_100k = 100000, .a_milli_weeks = 1, .b_milli_weeks = 1};
  deal->allowed_begin_minute = 0;
  deal->allowed_end_minute = 2880;
  for (int i = 0; i < 7; i++) {
    deal->allowed_weekdays[i] = true;
    deal->weekday_quota[i] = PLAN_NONE;
  }
  deal->daily_limit_per_100k = PLAN_NONE;
  plan->clients.existing_per_100k = plan->clients.return_per_100k = 0;
}

static void assert_sane(const Plan *plan) {
  Problems problems;
  plan_check(plan, &problems);
  for (int i = 0; i < problems.count; i++)
    g_test_message("%s at %s", problem_name(problems.problem[i].code), problems.problem[i].path);
  g_assert_cmpint(problems.blocking_count, ==, 0);
}

/* Only these hours of Wednesday, all others 0. */
static void assert_hours(const int32_t hours[7][HOURS_A_DAY_MAX], int at_22, int at_23, int at_0,
                         int at_1, int at_2) {
  for (int weekday = 0; weekday < 7; weekday++)
    for (int hour = 0; hour < HOURS_A_DAY_MAX; hour++) {
      int expected = hour == 22   ? at_22
                     : hour == 23 ? at_23
                     : hour == 0  ? at_0
                     : hour == 1  ? at_1
                     : hour == 2  ? at_2
                                  : 0;
      g_assert_cmpint(hours[weekday][hour], ==, weekday == WEDNESDAY ? expected : 0);
    }
}

static void assert_span_by_hand(const LoadOfSpan *span, int days, int wednesdays) {
  g_assert_cmpint(span->days, ==, days);
  /* 30 + 10 minutes each; the duo 23:15–01:15 for two people; both on shift 22:00–02:30. */
  assert_hours(span->staff_minutes[VISIT_REGULAR], 40 * wednesdays, 0, 0, 0, 0);
  assert_hours(span->staff_minutes[VISIT_DEAL], 0, 2 * 45, 2 * 60, 2 * 15, 0);
  assert_hours(span->staff_minutes[VISIT_RETURNING], 0, 0, 0, 0, 0);
  assert_hours(span->shift_minutes, 120 * wednesdays, 120 * wednesdays, 120 * wednesdays,
               120 * wednesdays, 60 * wednesdays);
  assert_hours(span->refused, wednesdays, 0, 0, 0, 0);
  for (int weekday = 0; weekday < 7; weekday++) {
    g_assert_cmpint(span->wanted[weekday], ==, weekday == WEDNESDAY ? 2 * wednesdays : 0);
    g_assert_cmpint(span->wanted_refused[weekday], ==, weekday == WEDNESDAY ? wednesdays : 0);
  }
  g_assert_cmpint(span->room_minutes[0][VISIT_REGULAR], ==, 30 * wednesdays);
  g_assert_cmpint(span->room_minutes[0][VISIT_DEAL], ==, 105);
  g_assert_cmpint(span->room_minutes[1][VISIT_REGULAR], ==, 0);
  for (int i = 0; i < ROOMS_MAX; i++)
    g_assert_cmpint(span->room_open_minutes[i], ==, i < 2 ? 270 * wednesdays : 0);
  g_assert_cmpint(span->person_minutes[EXPERIENCED][VISIT_REGULAR], ==, 40 * wednesdays);
  g_assert_cmpint(span->person_minutes[EXPERIENCED][VISIT_DEAL], ==, 120);
  g_assert_cmpint(span->person_minutes[LEARNER][VISIT_REGULAR], ==, 0);
  g_assert_cmpint(span->person_minutes[LEARNER][VISIT_DEAL], ==, 120);
  for (int i = 0; i < STAFF_MAX; i++)
    g_assert_cmpint(span->person_shift_minutes[i], ==, i < 2 ? 270 * wednesdays : 0);
  g_assert_cmpint(span->person_visits[EXPERIENCED], ==, wednesdays + 1);
  g_assert_cmpint(span->person_visits[LEARNER], ==, 1);
  g_assert_cmpint(span->accompanied_visits[EXPERIENCED], ==, 0);
  g_assert_cmpint(span->accompanied_visits[LEARNER], ==, 1);
  g_assert_cmpint(span->visits, ==, wednesdays + 1);
  g_assert_cmpint(span->visits_with_accompanied, ==, 1);
}

static void test_by_hand(void) {
  g_autoptr(World) world = g_new0(World, 1);
  plan_fill_by_hand(&world->plan);
  assert_sane(&world->plan);
  world_compute(world, true);
  assert_span_by_hand(&world->load.span[LOAD_RUSH], 56, RUSH_WEDNESDAYS);
  assert_span_by_hand(&world->load.span[LOAD_WHOLE], 456, WEDNESDAYS);
}

static void test_figures_by_hand(void) {
  g_autoptr(World) world = g_new0(World, 1);
  plan_fill_by_hand(&world->plan);
  results_compute(&world->plan, &world->results, &world->scratch);
  const LoadFigures *rush = &world->results.load_figures[LOAD_RUSH];
  const LoadFigures *whole = &world->results.load_figures[LOAD_WHOLE];
  g_assert_cmpint(rush->idle_without_minutes, ==, 8 * (2 * 270 - 40));
  g_assert_cmpint(rush->idle_filled_minutes, ==, 240);
  g_assert_cmpint(rush->idle_filled_per_100k, ==, 6000); /* 240 ÷ 4,000 */
  g_assert_cmpint(whole->idle_without_minutes, ==, 65 * (2 * 270 - 40));
  g_assert_cmpint(whole->idle_filled_per_100k, ==, 738);   /* 240 ÷ 32,500 = .0073846 */
  g_assert_cmpint(rush->staff_use_per_100k[0], ==, 7407);  /* 320 ÷ 4,320 */
  g_assert_cmpint(rush->staff_use_per_100k[1], ==, 12963); /* 560 ÷ 4,320 */
  g_assert_cmpint(rush->room_use_per_100k[0], ==, 5556);   /* 240 ÷ 4,320 */
  g_assert_cmpint(rush->room_use_per_100k[1], ==, 7986);   /* 345 ÷ 4,320 */
  /* Every Wednesday 40 of the 120 minutes there are at 22:00. */
  g_assert_cmpint(whole->busiest_weekday, ==, WEDNESDAY);
  g_assert_cmpint(whole->busiest_hour, ==, 22);
  g_assert_cmpint(whole->busiest_use_per_100k, ==, 33333);
  g_assert_cmpint(rush->refused_visits[0], ==, 8);
  g_assert_cmpint(rush->refused_visits[1], ==, 8);
  g_assert_cmpint(rush->refused_per_100k[1], ==, 50000);
  g_assert_cmpint(whole->most_refused_weekday, ==, WEDNESDAY);
  g_assert_cmpint(whole->most_refused_visits, ==, 65);
  g_assert_cmpint(whole->visits_with_accompanied, ==, 1);
  /* 65 solos over 65 × 9 hours on shift, and the duo. */
  int64_t solos = 65 * world->plan.services[0].list_price_cents, hours = 65 * 9;
  int64_t duo = world->results.earnings_with.line_cents[EARN_DEAL_REVENUE] +
                world->results.earnings_with.line_cents[EARN_EXTRAS_REVENUE];
  g_assert_cmpint(world->results.revenue_per_hour_without_cents, ==, (solos + hours / 2) / hours);
  g_assert_cmpint(world->results.revenue_per_hour_cents, ==, (solos + duo + hours / 2) / hours);
  g_assert_cmpint(duo, >, 0);
  const ResultKey *key = result_key_find("load.rush.idle_filled_per_100k");
  g_assert_cmpint(result_get(&world->results, key), ==, 6000);
}

static void test_day_by_hand(void) {
  g_autoptr(World) world = g_new0(World, 1);
  YearVisit *visits = world->visits;
  plan_fill_by_hand(&world->plan);
  timetable_fill(&world->plan, &world->timetable);
  for (int most = 4; most >= 0; most--) {
    int count = day_visits_find(&world->plan, &world->timetable, true, 2, visits, most,
                                &world->year, &world->scratch);
    g_assert_cmpint(count, ==, MIN(most, 2));
    if (most > 0) {
      g_assert_cmpint(visits[0].kind, ==, VISIT_REGULAR);
      g_assert_cmpint(visits[0].start_slot, ==, 0);
      g_assert_cmphex(visits[0].rooms, ==, 1);
      g_assert_cmphex(visits[0].staff, ==, 1 << EXPERIENCED);
    }
    if (most > 1) {
      g_assert_cmpint(visits[1].kind, ==, VISIT_DEAL);
      g_assert_cmpint(visits[1].start_slot, ==, 5);
      g_assert_cmpint(visits[1].day, ==, 2);
      g_assert_cmphex(visits[1].rooms, ==, 1);
      g_assert_cmphex(visits[1].staff, ==, 1 << EXPERIENCED | 1 << LEARNER);
    }
  }
  g_assert_cmpint(day_visits_find(&world->plan, &world->timetable, true, 3, visits, 4, &world->year,
                                  &world->scratch),
                  ==, 0);
}

/* A room of seats: no staff, its rooms' time is what there is. */
static void test_seats_by_hand(void) {
  g_autoptr(World) world = g_new0(World, 1);
  plan_fill_by_hand(&world->plan);
  for (int i = 0; i < 2; i++)
    world->plan.services[i].staff_needed = 0;
  world->plan.services[1].rooms_needed = 2;
  assert_sane(&world->plan);
  world_compute(world, true);
  const LoadOfSpan *whole = &world->load.span[LOAD_WHOLE];
  /* Two solos of 30 minutes in two rooms, nobody refused; the duo 23:15–01:00 in both. */
  assert_hours(whole->staff_minutes[VISIT_REGULAR], 60 * WEDNESDAYS, 0, 0, 0, 0);
  assert_hours(whole->staff_minutes[VISIT_DEAL], 0, 2 * 45, 2 * 60, 0, 0);
  assert_hours(whole->shift_minutes, 120 * WEDNESDAYS, 120 * WEDNESDAYS, 120 * WEDNESDAYS,
               120 * WEDNESDAYS, 60 * WEDNESDAYS);
  assert_hours(whole->refused, 0, 0, 0, 0, 0);
  g_assert_cmpint(whole->person_shift_minutes[0], ==, 270 * WEDNESDAYS);
  g_assert_cmpint(whole->person_minutes[0][VISIT_REGULAR], ==, 0);
}

/* --- sums --------------------------------------------------------------------------------- */

static int64_t hours_sum(const int32_t hours[7][HOURS_A_DAY_MAX]) {
  int64_t sum = 0;
  for (int weekday = 0; weekday < 7; weekday++)
    for (int hour = 0; hour < HOURS_A_DAY_MAX; hour++)
      sum += hours[weekday][hour];
  return sum;
}

/* What the year itself says of the days of a span. */
typedef struct {
  int64_t staff_minutes[VISIT_KIND_COUNT], room_minutes, worked_minutes, refused, visits;
  int64_t shift_minutes;
} SpanSums;

static SpanSums sums_of_year(const World *world, int days) {
  SpanSums sums = {0};
  const Year *year = &world->year;
  for (int i = 0; i < days; i++) {
    const YearDay *day = &year->day[i];
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      sums.staff_minutes[kind] += day->staff_minutes[kind];
      sums.visits += day->visits[kind];
    }
    sums.visits += day->deal_no_shows;
    sums.room_minutes += day->room_minutes;
    sums.refused += day->refused[VISIT_REGULAR] + day->refused[VISIT_RETURNING];
    sums.shift_minutes += world->timetable.day[i].shift_minutes;
  }
  for (int period = 0; period * PAY_PERIOD_DAYS < days; period++)
    for (int i = 0; i < STAFF_MAX; i++)
      sums.worked_minutes += year->staff_worked_minutes[period][i];
  return sums;
}

/* Are a load's sums those of its year? Both spans end with a pay period or the year. */
static bool load_agrees(const World *world) {
  bool agrees = true;
  for (int s = 0; s < LOAD_SPAN_COUNT; s++) {
    const LoadOfSpan *span = &world->load.span[s];
    SpanSums sums = sums_of_year(world, span->days), seen = {0};
    int64_t wanted_refused = 0, there = hours_sum(span->shift_minutes);
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      agrees = agrees && hours_sum(span->staff_minutes[kind]) == sums.staff_minutes[kind];
      for (int i = 0; i < ROOMS_MAX; i++)
        seen.room_minutes += span->room_minutes[i][kind];
      for (int i = 0; i < STAFF_MAX; i++)
        seen.worked_minutes += span->person_minutes[i][kind];
    }
    for (int i = 0; i < STAFF_MAX; i++)
      seen.shift_minutes += span->person_shift_minutes[i];
    for (int weekday = 0; weekday < 7; weekday++)
      wanted_refused += span->wanted_refused[weekday];
    for (int weekday = 0; weekday < 7; weekday++)
      for (int hour = 0; hour < HOURS_A_DAY_MAX; hour++)
        agrees = agrees && span->staff_minutes[VISIT_REGULAR][weekday][hour] +
                                   span->staff_minutes[VISIT_RETURNING][weekday][hour] +
                                   span->staff_minutes[VISIT_DEAL][weekday][hour] <=
                               span->shift_minutes[weekday][hour];
    bool staffed = true, tables = false;
    for (int i = 0; i < world->plan.services_count; i++) {
      staffed = staffed && world->plan.services[i].staff_needed > 0;
      tables = tables || world->plan.services[i].staff_needed == 0;
    }
    agrees = agrees && seen.room_minutes == sums.room_minutes;
    agrees = agrees && seen.worked_minutes == sums.worked_minutes;
    agrees = agrees && seen.shift_minutes == sums.shift_minutes;
    agrees = agrees && (tables || there == sums.shift_minutes);
    agrees = agrees && wanted_refused == sums.refused && hours_sum(span->refused) == sums.refused;
    agrees = agrees && span->visits == sums.visits;
  }
  return agrees;
}

static bool year_is_the_plan_year(World *world, bool with_deal) {
  memset(&world->other, 0, sizeof world->other);
  year_compute_plan(&world->plan, &world->timetable, with_deal, &world->other, &world->scratch);
  return memcmp(&world->year, &world->other, sizeof world->year) == 0;
}

static void test_sums(void) {
  g_autoptr(World) world = g_new0(World, 1);
  g_autoptr(GRand) luck = g_rand_new_with_seed(5);
  for (int i = 0; i < RANDOM_PLANS; i++) {
    busy_plan_draw(luck, &world->plan);
    if (i == 0)
      plan_example(&world->plan);
    for (int with_deal = 0; with_deal < 2; with_deal++) {
      world_compute(world, with_deal);
      g_assert_true(load_agrees(world));
      g_assert_true(year_is_the_plan_year(world, with_deal));
      const LoadOfSpan *whole = &world->load.span[LOAD_WHOLE];
      int64_t wanted = 0;
      for (int weekday = 0; weekday < 7; weekday++)
        wanted += whole->wanted[weekday];
      g_assert_cmpint(wanted, ==,
                      world->year.regulars_wanted + world->year.returns_wanted -
                          world->year.replaced);
    }
  }
}

/* A minute, a room's minute, a person's, or a refusal too many is seen. */
static void test_a_minute_more_is_seen(void) {
  g_autoptr(World) world = g_new0(World, 1);
  plan_example(&world->plan);
  world_compute(world, true);
  LoadOfSpan *rush = &world->load.span[LOAD_RUSH];
  int32_t *places[] = {&rush->staff_minutes[VISIT_DEAL][4][15],
                       &rush->shift_minutes[4][15],
                       &rush->room_minutes[1][VISIT_REGULAR],
                       &rush->person_minutes[0][VISIT_DEAL],
                       &rush->person_shift_minutes[2],
                       &rush->refused[4][15],
                       &rush->wanted_refused[4],
                       &rush->visits};
  for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
    g_assert_true(load_agrees(world));
    ++*places[i];
    g_assert_false(load_agrees(world));
    --*places[i];
  }
}

/* --- a day -------------------------------------------------------------------------------- */

static bool in_order(const YearVisit *visits, int count) {
  for (int i = 1; i < count; i++)
    if (visits[i].start_slot < visits[i - 1].start_slot ||
        (visits[i].start_slot == visits[i - 1].start_slot && visits[i].rooms != 0 &&
         visits[i - 1].rooms != 0 &&
         __builtin_ctzll(visits[i].rooms) < __builtin_ctzll(visits[i - 1].rooms)))
      return false;
  return true;
}

static void test_days(void) {
  g_autoptr(World) world = g_new0(World, 1);
  g_autoptr(GRand) luck = g_rand_new_with_seed(6);
  int unordered = 0;
  for (int i = 0; i < 12; i++) {
    busy_plan_draw(luck, &world->plan);
    if (i == 0)
      plan_example(&world->plan);
    world_compute(world, true);
    for (int k = 0; k < 25; k++) {
      int day = random_between(luck, 0, world->timetable.days - 1);
      int count = day_visits_find(&world->plan, &world->timetable, true, day, world->visits,
                                  DAY_VISITS_MAX, &world->other, &world->scratch);
      int32_t seen[VISIT_KIND_COUNT] = {0}, no_shows = 0;
      g_assert_true(in_order(world->visits, count));
      for (int v = 0; v < count; v++) {
        g_assert_cmpint(world->visits[v].day, ==, day);
        seen[world->visits[v].kind] += !world->visits[v].no_show;
        no_shows += world->visits[v].no_show;
      }
      const YearDay *said = &world->year.day[day];
      g_assert_cmpmem(seen, sizeof seen, said->visits, sizeof said->visits);
      g_assert_cmpint(no_shows, ==, said->deal_no_shows);
      YearVisit swapped = world->visits[0];
      world->visits[0] = world->visits[MAX(count - 1, 0)];
      world->visits[MAX(count - 1, 0)] = swapped;
      unordered += !in_order(world->visits, count);
    }
  }
  g_assert_cmpint(unordered, >, 50);
}

/* Without rooms there are no hours, but the deal's visits are there. */
static void test_without_calendar(void) {
  g_autoptr(World) world = g_new0(World, 1);
  plan_example(&world->plan);
  world->plan.rooms_count = 0;
  world_compute(world, true);
  Load empty = {.span = {[LOAD_RUSH] = {.days = 56}, [LOAD_WHOLE] = {.days = 456}}};
  g_assert_cmpmem(&world->load, sizeof world->load, &empty, sizeof empty);
  results_compute(&world->plan, &world->results, &world->scratch);
  g_assert_cmpint(world->results.revenue_per_hour_cents, ==, 0);
  g_assert_cmpint(world->results.load_figures[LOAD_WHOLE].idle_filled_per_100k, ==, 0);
  g_assert_cmpint(world->results.load_figures[LOAD_WHOLE].busiest_weekday, ==, -1);
  g_assert_cmpint(world->results.load_figures[LOAD_WHOLE].most_refused_weekday, ==, -1);
  int visits = 0;
  for (int day = 0; day < 60; day++)
    visits += day_visits_find(&world->plan, &world->timetable, true, day, world->visits,
                              DAY_VISITS_MAX, &world->other, &world->scratch);
  g_assert_cmpint(visits, >, 150);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/load/by-hand", test_by_hand);
  g_test_add_func("/load/figures-by-hand", test_figures_by_hand);
  g_test_add_func("/load/day-by-hand", test_day_by_hand);
  g_test_add_func("/load/seats-by-hand", test_seats_by_hand);
  g_test_add_func("/load/sums", test_sums);
  g_test_add_func("/load/a-minute-more-is-seen", test_a_minute_more_is_seen);
  g_test_add_func("/load/days", test_days);
  g_test_add_func("/load/without-calendar", test_without_calendar);
  return g_test_run();
}
