/* The year: what must hold in any plan, what the plan year promises, what luck promises. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "model/year/redemption.h"
#include "model/tax/voucher.h"
#include "model/year/year-scratch.h"
#include "model/store/plan-json.h"
#include "tests/year-dump.h"

#define RANDOM_PLANS 150
/* SHA-256 of the example's plan year (tests/year-dump.h), with the deal. It changes only when §7,
 * the example or the order of draws is meant to. */
#define EXAMPLE_CHECKSUM "97aa7ed3372642e603aced47e34bd43bed7bd392f77ccba496bc877f20d6d2e1"

typedef struct {
  Plan plan;
  Timetable timetable;
  Year year;
  YearScratch scratch;
} World;

static void world_free(World *world) {
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

static World *world_new_example(void) {
  World *world = g_new0(World, 1);
  plan_example(&world->plan);
  return world;
}

/* run < 0: the plan year. */
static void world_compute(World *world, int run, bool with_deal) {
  timetable_fill(&world->plan, &world->timetable);
  if (run < 0) {
    year_compute_plan(&world->plan, &world->timetable, with_deal, &world->year, &world->scratch);
    return;
  }
  RandomStream stream = {.seed = 7, .run = (uint32_t)run};
  year_compute_run(&world->plan, &world->timetable, with_deal, &stream, &world->year,
                   &world->scratch);
}

static char *year_to_text(const Year *year) {
  char *text = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&text, &size);
  g_assert_nonnull(file);
  year_dump(file, year);
  fclose(file);
  return text;
}

/* The sum over the days of one int32_t member of YearDay. */
static int64_t days_sum(const Year *year, size_t offset) {
  int64_t sum = 0;
  for (int i = 0; i < year->days; i++)
    sum += *(const int32_t *)(const void *)((const char *)&year->day[i] + offset);
  return sum;
}
#define DAYS_SUM(year, member) days_sum(year, G_STRUCT_OFFSET(YearDay, member))

/* --- random plans ------------------------------------------------------------------------- */

static int32_t pick(GRand *random, int32_t begin, int32_t end) {
  return g_rand_int_range(random, begin, end);
}

static bool chance(GRand *random, double probability) {
  return g_rand_double(random) < probability;
}

static void hours_randomize(GRand *random, Plan *plan) {
  plan->hours_count = 0;
  for (int weekday = 0; weekday < 7; weekday++) {
    if (chance(random, 0.2))
      continue;
    int32_t begin = 15 * pick(random, 24, 80) + (chance(random, 0.2) ? 5 : 0);
    int32_t end = begin + 15 * pick(random, 8, 60);
    int32_t pause = chance(random, 0.3) ? begin + 60 : 0;
    if (pause) {
      plan->hours[plan->hours_count++] = (WeeklyHours){weekday, begin, pause};
      begin = pause + 30;
    }
    plan->hours[plan->hours_count++] = (WeeklyHours){weekday, begin, end};
  }
  if (plan->hours_count == 0)
    plan->hours[plan->hours_count++] = (WeeklyHours){2, 600, 1200};
  plan->closures_count = pick(random, 0, 3);
  for (int i = 0; i < plan->closures_count; i++) {
    int32_t from = plan->deal.sale_date + pick(random, -10, 400);
    plan->closures[i] = (DateSpan){from, from + pick(random, 0, 30)};
  }
}

static void places_randomize(GRand *random, Plan *plan) {
  plan->rooms_count = pick(random, 1, 6);
  for (int i = 0; i < plan->rooms_count; i++) {
    plan->rooms[i].from_date = chance(random, 0.2) ? plan->deal.sale_date + 50 : DATE_NONE;
    plan->rooms[i].to_date = chance(random, 0.2) ? plan->deal.sale_date + 300 : DATE_NONE;
  }
  plan->staff_count = pick(random, 1, 7);
  for (int i = 0; i < plan->staff_count; i++) {
    PlanStaff *person = &plan->staff[i];
    *person = (PlanStaff){.accompanied_only = i > 0 && chance(random, 0.3),
                          .from_date = chance(random, 0.2) ? plan->deal.sale_date + 30 : DATE_NONE,
                          .to_date = DATE_NONE};
    for (int j = 0; j < plan->hours_count; j++)
      if (chance(random, 0.8)) {
        WeeklyHours shift = plan->hours[j];
        shift.begin_minute += chance(random, 0.3) ? 15 * pick(random, -2, 4) : 0;
        person->shifts[person->shifts_count++] = shift;
      }
  }
}

static void services_randomize(GRand *random, Plan *plan) {
  int32_t left = 100000;
  plan->services_count = pick(random, 1, 5);
  for (int i = 0; i < plan->services_count; i++) {
    PlanService *service = &plan->services[i];
    *service = (PlanService){.minutes = pick(random, 10, 150),
                             .room_turnover_minutes = pick(random, 0, 30),
                             .staff_rest_minutes = pick(random, 0, 30),
                             .rooms_needed = pick(random, 0, 1 + MIN(plan->rooms_count, 2)),
                             .staff_needed = pick(random, 0, 1 + MIN(plan->staff_count, 4)),
                             .people = pick(random, 1, 4),
                             .list_price_cents = pick(random, 5000, 20000),
                             .pay_rule = PAY_PERCENT_OF_LIST,
                             .pay_per_100k = 33333};
    if (chance(random, 0.2)) {
      service->start_minutes_count = 2;
      service->start_minutes[0] = 780;
      service->start_minutes[1] = 1080;
    }
    bool last = i == plan->services_count - 1;
    int32_t share = last ? left : pick(random, 0, left + 1);
    plan->regulars.service_mix_per_100k[i] = share;
    left -= share;
  }
  plan->regulars.service_mix_per_100k_count = plan->services_count;
}

static void deal_randomize(GRand *random, Plan *plan) {
  PlanDeal *deal = &plan->deal;
  deal->service_index = pick(random, 0, plan->services_count);
  deal->vouchers_sold = pick(random, 0, 600);
  deal->promotion_end_date = deal->sale_date + pick(random, 1, 500);
  deal->visits_per_voucher = chance(random, 0.3) ? pick(random, 1, 6) : 1;
  deal->gap_days = pick(random, 0, 20);
  deal->lead_mean_milli_days = pick(random, 1000, 15000);
  deal->patience_days = chance(random, 0.1) ? 0 : pick(random, 0, 40);
  deal->no_show_per_100k = chance(random, 0.3) ? pick(random, 0, 100001) : 5000;
  deal->no_show_rule = chance(random, 0.5) ? NO_SHOW_FORFEIT : NO_SHOW_REBOOK;
  deal->daily_limit_per_100k = chance(random, 0.3) ? pick(random, 0, 100000) : PLAN_NONE;
  deal->allowed_begin_minute = chance(random, 0.3) ? 800 : 0;
  deal->allowed_end_minute = chance(random, 0.3) ? 1100 : 2880;
  deal->blackout_dates_count = pick(random, 0, 5);
  for (int i = 0; i < deal->blackout_dates_count; i++)
    deal->blackout_dates[i] = deal->sale_date + pick(random, 0, 100);
  for (int i = 0; i < 7; i++) {
    deal->allowed_weekdays[i] = chance(random, 0.8);
    deal->weekday_quota[i] = chance(random, 0.3) ? pick(random, 0, 6) : PLAN_NONE;
  }
}

static void plan_randomize(GRand *random, Plan *plan) {
  hours_randomize(random, plan);
  places_randomize(random, plan);
  services_randomize(random, plan);
  deal_randomize(random, plan);
  plan->deal_pay = (PlanDealPay){.rule = PAY_FLAT, .flat_cents = 777};
  plan->regulars.level_per_100k = pick(random, 0, 200001);
  plan->regulars.flexibility_minutes = 5 * pick(random, 0, 40);
  plan->regulars.patience_open_days = pick(random, 0, 4);
  plan->regulars.lead_mean_milli_days = pick(random, 0, 15000);
  plan->clients.return_visits_per_year_milli = pick(random, 0, 60000);
  plan->clients.return_per_100k = pick(random, 0, 100001);
  plan->clients.existing_per_100k = pick(random, 0, 100001);
  for (int i = 0; i < 24; i++)
    plan->regulars.start_weight_by_hour[i] = pick(random, 0, 4);
}

/* --- what must hold ----------------------------------------------------------------------- */

static void year_check_counts(const Plan *plan, const Year *year) {
  g_assert_cmpint(year->regulars_wanted, ==,
                  year->regulars_served + year->regulars_refused + year->replaced);
  g_assert_cmpint(year->returns_wanted, ==, year->returns_served + year->returns_refused);
  g_assert_cmpint(year->vouchers_wanted, <=, year->vouchers_sold);
  g_assert_cmpint(year->vouchers_wanted, ==, year->vouchers_served + year->vouchers_unserved);
  g_assert_cmpint(year->regulars_left_for_good, <=, year->regulars_refused);
  g_assert_cmpint(year->people_returning, <=, year->new_clients_people);
  g_assert_cmpint(DAYS_SUM(year, visits[VISIT_DEAL]) + DAYS_SUM(year, deal_forfeited_visits) +
                      year->visits_owed,
                  ==, (int64_t)year->vouchers_served * plan->deal.visits_per_voucher);
  int32_t existing = (int32_t)DAYS_SUM(year, deal_existing);
  int32_t people = plan->services[plan->deal.service_index].people;
  int32_t first_served = year->new_clients_people / people + existing;
  g_assert_cmpint(year->new_clients_people % people, ==, 0);
  g_assert_cmpint(first_served, <=, year->vouchers_served);
  g_assert_cmpint(year->vouchers_served - first_served, <=, year->vouchers_forfeited);
  g_assert_cmpint(DAYS_SUM(year, incentives), <=, year->people_returning);

  int64_t first_given = 0;
  for (int i = 0; i < year->days; i++)
    first_given += year->wait_histogram[i];
  g_assert_cmpint(first_given, >=, year->vouchers_served);
  g_assert_cmpint(first_given, <=, year->vouchers_wanted);
  g_assert_cmpint(year->wait_p50_days, <=, year->wait_p95_days);
  g_assert_cmpint(year->wait_p95_days, <=, year->wait_max_days);
}

static void year_check_day(const World *world, int index) {
  const Plan *plan = &world->plan;
  const PlanDeal *deal = &plan->deal;
  const TimetableDay *open = &world->timetable.day[index];
  const YearDay *day = &world->year.day[index];
  int32_t deals = day->visits[VISIT_DEAL] + day->deal_no_shows;
  int weekday = date_weekday(deal->sale_date + index);

  if (!open->deal_allowed || index >= world->timetable.promotion_days)
    g_assert_cmpint(deals, ==, 0);
  if (!open->open)
    g_assert_cmpint(day->visits[VISIT_REGULAR] + day->visits[VISIT_RETURNING] + deals, ==, 0);
  if (deal->weekday_quota[weekday] != PLAN_NONE)
    g_assert_cmpint(deals, <=, deal->weekday_quota[weekday]);
  const PlanService *service = &plan->services[deal->service_index];
  if (deal->daily_limit_per_100k != PLAN_NONE && service->staff_needed > 0)
    g_assert_cmpint((int64_t)day->staff_minutes[VISIT_DEAL] * 100000, <=,
                    (int64_t)open->shift_minutes * deal->daily_limit_per_100k);
  g_assert_cmpint(day->people[VISIT_DEAL], ==, day->visits[VISIT_DEAL] * service->people);
  g_assert_cmpint(day->room_minutes, <=,
                  __builtin_popcountll(open->room_slots) * __builtin_popcountll(open->open_slots) *
                      SLOT_MINUTES);
  for (int kind = VISIT_REGULAR; kind <= VISIT_RETURNING; kind++) {
    int32_t visits = 0, people = 0;
    for (int s = 0; s < plan->services_count; s++) {
      visits += day->service_visits[kind][s];
      people += day->service_visits[kind][s] * plan->services[s].people;
    }
    g_assert_cmpint(visits, ==, day->visits[kind]);
    g_assert_cmpint(people, ==, day->people[kind]);
  }
}

/* Minutes worked fit in the shifts, and pay is a sum of visits' pay. */
static void year_check_staff(const World *world) {
  const Plan *plan = &world->plan;
  const Year *year = &world->year;
  for (int person = 0; person < plan->staff_count; person++)
    for (int period = 0; period < PAY_PERIODS_MAX; period++) {
      int32_t shift = 0;
      for (int i = period * PAY_PERIOD_DAYS; i < (period + 1) * PAY_PERIOD_DAYS && i < year->days;
           i++)
        shift += __builtin_popcountll(world->timetable.day[i].shift_slots[person]) * SLOT_MINUTES;
      g_assert_cmpint(year->staff_worked_minutes[period][person], <=, shift);
    }
  int64_t expected = 0, paid = 0;
  const PlanService *service = &plan->services[plan->deal.service_index];
  if (service->staff_needed > 0)
    expected += (DAYS_SUM(year, visits[VISIT_DEAL]) + DAYS_SUM(year, deal_no_shows)) *
                voucher_visit_pay_cents(plan, plan->deal.service_index, true);
  for (int i = 0; i < year->days; i++)
    for (int s = 0; s < plan->services_count; s++)
      if (plan->services[s].staff_needed > 0)
        expected += (year->day[i].service_visits[VISIT_REGULAR][s] +
                     year->day[i].service_visits[VISIT_RETURNING][s]) *
                    voucher_visit_pay_cents(plan, s, false);
  for (int period = 0; period < PAY_PERIODS_MAX; period++)
    for (int person = 0; person < STAFF_MAX; person++)
      paid += year->staff_visit_pay_cents[period][person];
  g_assert_cmpint(paid, ==, expected);
}

static void year_check(const World *world) {
  g_assert_cmpint(world->year.days, ==, world->timetable.days);
  year_check_counts(&world->plan, &world->year);
  for (int i = 0; i < world->year.days; i++)
    year_check_day(world, i);
  year_check_staff(world);
}

static void test_invariants(void) {
  g_autoptr(World) world = world_new_example();
  g_autoptr(GRand) random = g_rand_new_with_seed(20260204);
  int64_t visits = 0, refused = 0, unserved = 0, owed = 0, forfeited = 0;
  for (int i = 0; i < RANDOM_PLANS; i++) {
    plan_example(&world->plan);
    plan_randomize(random, &world->plan);
    for (int run = -1; run < 1; run++) {
      world_compute(world, run, true);
      year_check(world);
      visits += DAYS_SUM(&world->year, visits[VISIT_DEAL]);
      refused += world->year.regulars_refused;
      unserved += world->year.vouchers_unserved;
      owed += world->year.visits_owed;
      forfeited += world->year.vouchers_forfeited;
    }
  }
  /* The plans do reach every corner. */
  g_assert_cmpint(MIN(visits, MIN(refused, MIN(unserved, MIN(owed, forfeited)))), >, 1000);
}

/* --- with and without, again and again ---------------------------------------------------- */

static void test_without_is_zero_vouchers(void) {
  g_autoptr(World) world = world_new_example();
  for (int run = -1; run < 3; run++) {
    world->plan.deal.vouchers_sold = 444;
    world_compute(world, run, false);
    g_autofree char *without = year_to_text(&world->year);
    world->plan.deal.vouchers_sold = 0;
    world_compute(world, run, true);
    g_autofree char *zero = year_to_text(&world->year);
    g_assert_true(g_str_equal(without, zero));
  }
}

static void test_scratch_keeps_nothing(void) {
  g_autoptr(World) world = world_new_example();
  g_autoptr(GRand) random = g_rand_new_with_seed(3);
  world_compute(world, -1, true);
  g_autofree char *first = year_to_text(&world->year);
  for (int i = 0; i < 5; i++) {
    plan_randomize(random, &world->plan);
    world_compute(world, i, true);
  }
  memset(&world->scratch, 0x5a, sizeof world->scratch);
  memset(&world->year, 0x5a, sizeof world->year);
  plan_example(&world->plan);
  world_compute(world, -1, true);
  g_autofree char *again = year_to_text(&world->year);
  g_assert_true(g_str_equal(first, again));
}

static void test_example_is_pinned(void) {
  g_autoptr(World) world = world_new_example();
  world_compute(world, -1, true);
  g_autofree char *text = year_to_text(&world->year);
  g_autofree char *checksum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
  g_assert_cmpstr(checksum, ==, EXAMPLE_CHECKSUM);
}

/* --- luck --------------------------------------------------------------------------------- */

/* The first request of each used voucher of a risk year, by voucher; order 0 where not used. */
static void vouchers_draw(World *world, int32_t sold, YearRequest *requests) {
  world->plan.deal.vouchers_sold = sold;
  timetable_fill(&world->plan, &world->timetable);
  year_prepare(&world->scratch, &world->plan, &world->timetable, true,
               &(RandomStream){.seed = 11, .run = 5}, NULL);
  year_begin(&world->scratch, true, &world->year);
  vouchers_request(&world->scratch);
  memset(requests, 0, (size_t)sold * sizeof *requests);
  const YearQueue *queue = &world->scratch.queue;
  for (int day = 0; day < queue->days; day++)
    for (int32_t i = queue->head[day]; i != REQUEST_NONE; i = queue->request[i].next) {
      requests[queue->request[i].item] = queue->request[i];
      requests[queue->request[i].item].next = day;
    }
}

static void test_one_more_voucher_changes_no_draw(void) {
  g_autoptr(World) world = world_new_example();
  g_autofree YearRequest *fewer = g_new0(YearRequest, 1600);
  g_autofree YearRequest *more = g_new0(YearRequest, 1600);
  int used = 0;
  vouchers_draw(world, 1600, more);
  for (int32_t sold = 0; sold < 1600; sold += 1 + sold / 3) {
    vouchers_draw(world, sold, fewer);
    g_assert_cmpmem(fewer, (size_t)sold * sizeof *fewer, more, (size_t)sold * sizeof *more);
  }
  for (int i = 0; i < 1600; i++)
    used += more[i].order != 0;
  g_assert_cmpint(used, >, 1200);
  g_assert_cmpint(used, <, 1360);
}

/* Without rooms nobody competes: one more voucher can only add. */
static void test_one_more_voucher_only_adds(void) {
  g_autoptr(World) world = world_new_example();
  g_autofree Year *before = g_new0(Year, 1);
  world->plan.rooms_count = 0;
  for (int32_t sold = 440; sold < 460; sold++) {
    world->plan.deal.vouchers_sold = sold;
    world_compute(world, 0, true);
    if (sold > 440)
      for (int i = 0; i < world->year.days; i++) {
        const YearDay *a = &before->day[i], *b = &world->year.day[i];
        g_assert_cmpint(a->visits[VISIT_DEAL], <=, b->visits[VISIT_DEAL]);
        g_assert_cmpint(a->visits[VISIT_RETURNING], <=, b->visits[VISIT_RETURNING]);
        g_assert_cmpint(a->deal_existing, <=, b->deal_existing);
      }
    *before = world->year;
  }
}

static void test_runs_differ(void) {
  g_autoptr(World) world = world_new_example();
  world_compute(world, 0, true);
  g_autofree char *first = year_to_text(&world->year);
  world_compute(world, 1, true);
  g_autofree char *second = year_to_text(&world->year);
  g_assert_false(g_str_equal(first, second));
}

/* --- the plan year's rules ---------------------------------------------------------------- */

/* round half up of count × share. */
static int32_t rounded_share(int32_t count, int32_t share_per_100k) {
  return (int32_t)(((int64_t)count * share_per_100k + 50000) / 100000);
}

static void test_plan_year_without_calendar(void) {
  g_autoptr(World) world = world_new_example();
  Plan *plan = &world->plan;
  const Year *year = &world->year;
  plan->rooms_count = 0;
  for (int32_t sold = 0; sold <= 3000; sold += 123) {
    plan->deal.vouchers_sold = sold;
    plan->deal.no_show_per_100k = 0;
    world_compute(world, -1, true);
    int32_t used = rounded_share(sold, plan->deal.used_per_100k);
    int32_t existing = rounded_share(used, plan->clients.existing_per_100k);
    g_assert_cmpint(year->vouchers_wanted, ==, used);
    g_assert_cmpint(year->vouchers_served, ==, used);
    g_assert_cmpint(year->vouchers_unserved, ==, 0);
    g_assert_cmpint(year->wait_max_days, ==, 0);
    g_assert_cmpint(year->regulars_wanted, ==, 0);
    g_assert_cmpint(year->returns_refused, ==, 0);
    g_assert_cmpint(DAYS_SUM(year, deal_existing), ==, existing);
    g_assert_cmpint(DAYS_SUM(year, deal_last), ==, used);
    g_assert_cmpint(year->new_clients_people, ==, 2 * (used - existing));
    g_assert_cmpint(DAYS_SUM(year, extras), ==,
                    rounded_share(used, plan->clients.extras_share_per_100k));
    g_assert_cmpint(year->people_returning, ==,
                    rounded_share(2 * (used - existing), plan->clients.return_per_100k));
  }
}

static void test_plan_year_regulars(void) {
  g_autoptr(World) world = world_new_example();
  const Plan *plan = &world->plan;
  world_compute(world, -1, false);
  double expected = 0;
  for (int i = 0; i < world->year.days; i++) {
    int32_t date = plan->deal.sale_date + i;
    expected += plan->regulars.wanted_milli_visits[date_weekday(date)] / 1000.0 *
                plan->regulars.season_per_100k[date_month(date) - 1] / 100000.0;
  }
  g_assert_cmpfloat_with_epsilon(world->year.regulars_wanted, expected, 0.5);
  g_assert_cmpint(
      world->year.regulars_left_for_good, ==,
      rounded_share(world->year.regulars_refused, plan->regulars.leave_for_good_per_100k));
}

/* The days of a whole curve at once are the curve. */
static void test_shares_by_day(void) {
  static const int lengths[] = {1, 2, 7, 45, 366, HORIZON_DAYS_MAX};
  double shares[HORIZON_DAYS_MAX];
  for (int preset = 0; preset < CURVE_COUNT; preset++)
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
      RedemptionCurve curve = redemption_preset((CurvePreset)preset);
      redemption_shares_by_day(&curve, lengths[i], shares);
      for (int day = 0; day < lengths[i]; day++)
        g_assert_cmpfloat_with_epsilon(
            shares[day], redemption_share(&curve, (day + 1) / 7.0, lengths[i] / 7.0), 1e-12);
    }
}

static void test_nobody_comes(void) {
  g_autoptr(World) world = world_new_example();
  world->plan.regulars.level_per_100k = 0;
  for (int run = -1; run < 2; run++) {
    world_compute(world, run, false);
    for (int i = 0; i < world->year.days; i++)
      g_assert_cmpint(world->year.day[i].room_minutes, ==, 0);
    g_assert_cmpint(world->year.regulars_wanted, ==, 0);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/year/invariants", test_invariants);
  g_test_add_func("/year/without-is-zero-vouchers", test_without_is_zero_vouchers);
  g_test_add_func("/year/scratch-keeps-nothing", test_scratch_keeps_nothing);
  g_test_add_func("/year/example-is-pinned", test_example_is_pinned);
  g_test_add_func("/year/one-more-voucher-changes-no-draw", test_one_more_voucher_changes_no_draw);
  g_test_add_func("/year/one-more-voucher-only-adds", test_one_more_voucher_only_adds);
  g_test_add_func("/year/runs-differ", test_runs_differ);
  g_test_add_func("/year/plan-year-without-calendar", test_plan_year_without_calendar);
  g_test_add_func("/year/plan-year-regulars", test_plan_year_regulars);
  g_test_add_func("/year/shares-by-day", test_shares_by_day);
  g_test_add_func("/year/nobody-comes", test_nobody_comes);
  return g_test_run();
}
