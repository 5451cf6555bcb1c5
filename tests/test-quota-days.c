/* The days that are played for a quota, beside a slow calendar under other luck. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "model/decide/quota.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "model/tax/voucher.h"
#include "tests/naive-booking.h"

#define RANDOM_DAYS 3
#define TWIN_DAYS 120
#define STANDARD_ERRORS 4.5

typedef struct {
  Plan plan;
  QuotaScratch *scratch;
  Quota quota;
} World;

static World *world_new(void) {
  World *world = g_new0(World, 1);
  world->scratch = calloc(1, sizeof *world->scratch);
  plan_example(&world->plan);
  return world;
}

static void world_free(World *world) {
  free(world->scratch);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

static const Quota *world_compute(World *world) {
  Problems problems;
  plan_check(&world->plan, &problems);
  for (int i = 0; i < problems.blocking_count; i++)
    g_error("%s: %s", problems.problem[i].path, problem_name(problems.problem[i].code));
  quota_compute(&world->plan, world->scratch, &world->quota);
  return &world->quota;
}

/* Short days of up to three rooms and four people, massages and duos. Rest and turnover are alike
 * and shifts are the opening hours, so that a start that fits the rooms fits the people. */
static void small_day_draw(GRand *luck, Plan *plan) {
  int quarters = g_rand_int_range(luck, 8, 15), rest = g_rand_boolean(luck) ? 15 : 0;
  plan->rooms_count = g_rand_int_range(luck, 1, 4);
  plan->staff_count = g_rand_int_range(luck, 2, 5);
  for (int i = 0; i < plan->hours_count; i++)
    plan->hours[i].end_minute = 600 + 15 * quarters;
  for (int i = 0; i < plan->staff_count; i++) {
    plan->staff[i].accompanied_only = i == plan->staff_count - 1 && i > 0;
    plan->staff[i].shifts_count = 6;
    for (int weekday = 0; weekday < 6; weekday++)
      plan->staff[i].shifts[weekday] = (WeeklyHours){weekday, 600, 600 + 15 * quarters};
  }
  for (int i = 0; i < 2; i++) {
    plan->services[i].minutes = 15 * g_rand_int_range(luck, 2, 4);
    plan->services[i].room_turnover_minutes = plan->services[i].staff_rest_minutes = rest;
  }
  plan->deal.service_index = g_rand_int_range(luck, 0, 2);
  plan->regulars.flexibility_minutes = 15 * g_rand_int_range(luck, 0, 5);
  plan->regulars.service_mix_per_100k[0] = 70000;
  plan->regulars.service_mix_per_100k[1] = 30000;
  plan->regulars.wanted_milli_visits[0] = g_rand_int_range(luck, 1000, 7000);
  for (int hour = 0; hour < 24; hour++)
    plan->regulars.start_weight_by_hour[hour] = hour == 11 ? 3 : 1;
  for (int i = 0; i < 12; i++)
    plan->regulars.season_per_100k[i] = 100000;
  plan->uncertainty_count = 0;
}

static double poisson_at(double mean, int k) {
  return exp(k * log(mean) - mean - lgamma(k + 1));
}

static int poisson_draw(GRand *luck, double mean) {
  double u = g_rand_double(luck);
  int k = 0;
  for (u -= poisson_at(mean, 0); u > 0; u -= poisson_at(mean, k))
    k++;
  return k;
}

/* A start among those there are, an hour from 11 three times as likely. */
static int start_draw(GRand *luck, const Plan *plan, uint64_t starts) {
  int weight_of_all = 0;
  for (int pass = 0;; pass++) {
    int at = pass == 0 ? -1 : g_rand_int_range(luck, 0, weight_of_all);
    for (int slot = 0; slot < SLOTS_MAX; slot++) {
      if (!(starts >> slot & 1))
        continue;
      int weight = plan->regulars.start_weight_by_hour[(600 + 15 * slot) / 60];
      if (pass == 0)
        weight_of_all += weight;
      else if ((at -= weight) < 0)
        return slot;
    }
  }
}

typedef struct {
  double sum, squares, deal_visits;
} TwinSum;

typedef enum { TWIN_RIGHT, TWIN_REGULARS_FIRST, TWIN_FORGETS_FLEXIBILITY } TwinFault;

static uint64_t near_mask(const Plan *plan, int slot, TwinFault fault) {
  int slots = fault == TWIN_FORGETS_FLEXIBILITY ? 0 : plan->regulars.flexibility_minutes / 15;
  return slots_range(MAX(slot - slots, 0), MIN(slot + slots + 1, SLOTS_MAX));
}

/* The first day of the calendar, emptied. */
static void twin_day(GRand *luck, const Plan *plan, NaiveBooking *naive, int deal_visits,
                     TwinFault fault, TwinSum *twin) {
  uint64_t starts[2];
  double cents = 0;
  Placement placement;
  memset(naive->room_taken[0], 0, sizeof naive->room_taken[0]);
  memset(naive->person_taken[0], 0, sizeof naive->person_taken[0]);
  for (int i = 0; i < 2; i++)
    starts[i] = naive_starts(naive, naive->first_day, i);
  for (int turn = 0; turn < 2; turn++) {
    bool is_deal = (turn == 0) == (fault != TWIN_REGULARS_FIRST);
    int count =
        is_deal ? deal_visits : poisson_draw(luck, plan->regulars.wanted_milli_visits[0] / 1000.);
    for (int i = 0; i < count; i++) {
      int service = is_deal ? plan->deal.service_index : g_rand_double(luck) < 0.3;
      int slot = start_draw(luck, plan, starts[service]);
      uint64_t allowed = is_deal ? UINT64_MAX : near_mask(plan, slot, fault);
      if (!naive_place(naive, naive->first_day, service, slot, allowed, &placement))
        continue;
      if (is_deal)
        twin->deal_visits++;
      else
        cents += (double)voucher_service_margin_cents(plan, service);
    }
  }
  twin->sum += cents;
  twin->squares += cents * cents;
}

/* How many of the numbers of deal visits of a Monday leave another margin than the twin's. */
static int count_disagreements(World *world, NaiveBooking *naive, TwinFault fault) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(77);
  const QuotaWeekday *weekday = &world->scratch->weekday[0];
  int monday = 0, wrong = 0;
  while (date_weekday(world->plan.deal.sale_date + monday) != 0)
    monday++;
  naive_init(naive, &world->plan, monday, NAIVE_RIGHT);
  for (int q = 0; q <= world->quota.day[0].slots; q += 2) {
    TwinSum twin = {0};
    g_assert_true(weekday->played[q].is_played);
    for (int i = 0; i < TWIN_DAYS; i++)
      twin_day(luck, &world->plan, naive, q, fault, &twin);
    double mean = twin.sum / TWIN_DAYS;
    double variance = twin.squares / TWIN_DAYS - mean * mean;
    double error = sqrt(variance * (1. / TWIN_DAYS + 1. / weekday->played_days)) + 1;
    double played = (double)weekday->played[q].regular_cents / weekday->played_days;
    wrong += fabs(played - mean) > STANDARD_ERRORS * error;
    wrong += fabs((double)weekday->played[q].deal_visits / weekday->played_days -
                  twin.deal_visits / TWIN_DAYS) > 0.2;
  }
  return wrong;
}

static void test_twin(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(3);
  g_autofree NaiveBooking *naive = g_new(NaiveBooking, 1);
  int regulars_first = 0, forgets = 0;
  for (int i = 0; i < RANDOM_DAYS; i++) {
    g_autoptr(World) world = world_new();
    small_day_draw(luck, &world->plan);
    const Quota *quota = world_compute(world);
    if (!quota->is_simulated)
      continue;
    g_assert_cmpint(count_disagreements(world, naive, TWIN_RIGHT), ==, 0);
    if (regulars_first == 0)
      regulars_first += count_disagreements(world, naive, TWIN_REGULARS_FIRST);
    if (forgets == 0 && world->plan.regulars.flexibility_minutes > 0)
      forgets += count_disagreements(world, naive, TWIN_FORGETS_FLEXIBILITY);
    /* Of the numbers played, the best. */
    const QuotaWeekday *weekday = &world->scratch->weekday[0];
    int best = 0;
    for (int q = 1; q <= quota->day[0].slots; q++)
      if (weekday->played[q].regular_cents + weekday->played[q].deal_visits * quota->deal_cents >
          weekday->played[best].regular_cents +
              weekday->played[best].deal_visits * quota->deal_cents)
        best = q;
    g_assert_cmpint(quota->day[0].before, ==, best);
  }
  g_assert_cmpint(regulars_first, >, 0);
  g_assert_cmpint(forgets, >, 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/quota-days/twin", test_twin);
  return g_test_run();
}
