/* How many deal visits a day: Littlewood's rule beside every number tried, plans on which it can be
 * told by hand. The days that are played: test-quota-days.c. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "model/decide/quota.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"

#define RANDOM_RULES 2000

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

/* --- the rule ------------------------------------------------------------------------------ */

/* domain §12.3: R1 80, R2 11.50, 16 slots. */
static const struct {
  double mean;
  int32_t protect, quota;
} VECTORS[] = {{4, 6, 10}, {6, 9, 7}, {9, 12, 4}, {12, 16, 0}};

static void test_poisson_vectors(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(VECTORS); i++)
    g_assert_cmpint(littlewood_protect_poisson(80, 11.5, VECTORS[i].mean), ==, VECTORS[i].protect);
  g_assert_cmpint(littlewood_protect_poisson(80, 80, 4), ==, 0);
  g_assert_cmpint(littlewood_protect_poisson(80, 0, 4), ==, INT32_MAX);
  g_assert_cmpint(littlewood_protect_poisson(80, 1, 0), ==, 0);
}

static double poisson_at(double mean, int k) {
  return exp(k * log(mean) - mean - lgamma(k + 1));
}

/* Expected margin of so many deal slots: every demand, one by one. */
static double margin_of(double r1, double r2, int slots, int deal_slots, double mean) {
  double margin = r2 * deal_slots, rest = 1;
  for (int k = 0; k < slots - deal_slots; k++) {
    margin += r1 * k * poisson_at(mean, k);
    rest -= poisson_at(mean, k);
  }
  return margin + r1 * (slots - deal_slots) * rest;
}

static int best_of_all(double r1, double r2, int slots, double mean) {
  int best = 0;
  for (int q = 1; q <= slots; q++)
    if (margin_of(r1, r2, slots, q, mean) > margin_of(r1, r2, slots, best, mean) + 1e-9)
      best = q;
  return best;
}

static int best_by_rule(double r1, double r2, int slots, double mean) {
  return MAX(slots - littlewood_protect_poisson(r1, r2, mean), 0);
}

/* Draws rules; how many the rule, its protection `off` by so many, gets wrong. */
static int count_wrong_rules(int off) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(1972);
  int wrong = 0;
  for (int i = 0; i < RANDOM_RULES; i++) {
    double r1 = g_rand_double_range(luck, 1, 100), r2 = g_rand_double_range(luck, 0.01, 1.1) * r1;
    double mean = g_rand_double_range(luck, 0.1, 30);
    int slots = g_rand_int_range(luck, 1, 40);
    int answer = CLAMP(best_by_rule(r1, r2, slots, mean) - off, 0, slots);
    wrong += answer != best_of_all(r1, r2, slots, mean);
    double above = 1;
    for (int k = 0; k <= slots; k++)
      above -= poisson_at(mean, k);
    g_assert_cmpfloat_with_epsilon(littlewood_above_poisson(mean, slots), above, 1e-11);
  }
  return wrong;
}

static void test_rule_beside_every_number(void) {
  g_assert_cmpint(count_wrong_rules(0), ==, 0);
  g_assert_cmpint(count_wrong_rules(1), >, RANDOM_RULES / 2);
}

static void test_continuous_vectors(void) {
  const Demand normal = {false, 50, 30}, busy = {false, 60, 30}, uniform = {true, 30, 102};
  g_assert_cmpint(littlewood_deal_slots(50, 5, 100, &normal), ==, 12);
  g_assert_cmpfloat_with_epsilon(littlewood_margin(50, 5, 100, 12, &normal), 2486.7232, 5e-5);
  g_assert_cmpfloat_with_epsilon(littlewood_margin(50, 5, 100, 11, &normal), 2486.7081, 5e-5);
  g_assert_cmpint(littlewood_deal_slots(50, 5, 100, &busy), ==, 2);
  g_assert_cmpint(littlewood_deal_slots(50, 5, 100, &uniform), ==, 5);
  g_assert_cmpint(littlewood_deal_slots(50, 50, 100, &normal), ==, 100);
  g_assert_cmpint(littlewood_deal_slots(50, 0, 100, &normal), ==, 0);
  const Demand sure = {false, 40, 0};
  g_assert_cmpint(littlewood_deal_slots(50, 5, 100, &sure), ==, 60);
}

/* The density added up in small steps. */
static double margin_in_steps(double r1, double r2, int slots, int deal_slots,
                              const Demand *demand) {
  double low = demand->is_uniform ? demand->a : demand->a - 9 * demand->b;
  double high = demand->is_uniform ? demand->b : demand->a + 9 * demand->b;
  double sum = 0, whole = 0, left = slots - deal_slots;
  const int steps = 4000;
  for (int i = 0; i < steps; i++) {
    double d = low + (high - low) * (i + 0.5) / steps, z = (d - demand->a) / demand->b;
    double weight = demand->is_uniform ? 1 : exp(-z * z / 2);
    sum += weight * (d < left ? d : left);
    whole += weight;
  }
  return r2 * deal_slots + r1 * sum / whole;
}

static void test_continuous_beside_every_number(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(12);
  for (int i = 0; i < 25; i++) {
    double r1 = g_rand_double_range(luck, 10, 100), r2 = r1 * g_rand_double_range(luck, 0.02, 0.98);
    Demand demand = {i % 2 == 0, g_rand_double_range(luck, 10, 40), 0};
    demand.b = demand.is_uniform ? demand.a + g_rand_double_range(luck, 5, 40)
                                 : g_rand_double_range(luck, 2, 15);
    int slots = g_rand_int_range(luck, 20, 60), best = 0;
    int answer = littlewood_deal_slots(r1, r2, slots, &demand);
    for (int q = 0; q <= slots; q++) {
      double margin = littlewood_margin(r1, r2, slots, q, &demand);
      g_assert_cmpfloat_with_epsilon(margin, margin_in_steps(r1, r2, slots, q, &demand),
                                     1e-4 * r1 * slots);
      if (margin > littlewood_margin(r1, r2, slots, best, &demand))
        best = q;
    }
    g_assert_cmpint(answer, ==, best);
  }
}

/* --- the plan ------------------------------------------------------------------------------ */

/* Sixteen tables and one sitting a day: nothing to pay, nothing but the price, no taxes. A table is
 * a table: both methods must say what the rule does. */
static void tables_plan(Plan *plan, double mean) {
  plan->rooms_count = 16;
  for (int i = 1; i < plan->rooms_count; i++)
    plan->rooms[i] = plan->rooms[0];
  plan->business.gst_registered = false;
  plan->services_count = plan->regulars.service_mix_per_100k_count = 1;
  plan->regulars.service_mix_per_100k[0] = 100000;
  PlanService *table = &plan->services[0];
  *table = (PlanService){.name = "Table",
                         .minutes = 90,
                         .rooms_needed = 1,
                         .people = 2,
                         .list_price_cents = 8000,
                         .start_minutes = {1080},
                         .start_minutes_count = 1};
  plan->deal.service_index = 0;
  plan->deal.list_price_cents = 8000;
  plan->deal.price_cents = 2300;
  plan->deal.commission_tax = COMMISSION_TAX_NONE;
  plan->clients.existing_per_100k = plan->clients.return_per_100k = plan->clients.extras_cents = 0;
  plan->uncertainty_count = 0;
  for (int i = 0; i < 6; i++)
    plan->regulars.wanted_milli_visits[i] = (int32_t)(1000 * mean);
  for (int i = 0; i < 12; i++)
    plan->regulars.season_per_100k[i] = 100000;
}

/* One in a hundred thousand asks for a longer table, which has another time: days are played. */
static void tables_make_differ(Plan *plan) {
  plan->services[1] = plan->services[0];
  plan->services[1].minutes = 105;
  plan->services_count = plan->regulars.service_mix_per_100k_count = 2;
  plan->regulars.service_mix_per_100k[0] = 99999;
  plan->regulars.service_mix_per_100k[1] = 1;
}

static void test_both_methods_agree(void) {
  for (int differ = 0; differ < 2; differ++)
    for (size_t i = 0; i < G_N_ELEMENTS(VECTORS); i++) {
      g_autoptr(World) world = world_new();
      tables_plan(&world->plan, VECTORS[i].mean);
      if (differ)
        tables_make_differ(&world->plan);
      const Quota *quota = world_compute(world);
      g_assert_true(quota->applies);
      g_assert_cmpint(quota->is_simulated, ==, differ);
      g_assert_cmpint(quota->regular_cents, ==, 8000);
      g_assert_cmpint(quota->deal_cents, ==, 1150);
      for (int weekday = 0; weekday < 6; weekday++) {
        const QuotaDay *day = &quota->day[weekday];
        g_assert_true(day->is_open);
        g_assert_cmpint(day->slots, ==, 16);
        g_assert_cmpint(day->wanted_milli, ==, (int)(1000 * VECTORS[i].mean));
        g_assert_cmpint(day->before, ==, VECTORS[i].quota);
        if (!differ)
          g_assert_cmpint(
              day->short_per_100k, ==,
              (int)floor(1e5 * littlewood_above_poisson(VECTORS[i].mean, 16 - VECTORS[i].quota) +
                         0.5));
      }
      g_assert_false(quota->day[6].is_open);
      g_assert_cmpint(quota->day[6].before, ==, 0);
    }
}

/* Left −9.80, or −49.82 where a regular uses it: −17.80; of two people 12 % return, for four visits
 * a year of 40.02 less 10.00. */
static void test_worth_by_hand(void) {
  g_autoptr(World) world = world_new();
  const Quota *quota = world_compute(world);
  g_assert_true(quota->applies);
  g_assert_true(quota->is_simulated);
  g_assert_cmpint(quota->regular_cents, ==, 4002);
  g_assert_cmpint(quota->deal_cents, ==, -1780 + 3602);
  g_assert_cmpint(quota->day[0].slots, ==, 4);
  g_assert_false(quota->day[6].is_open);
  /* Nobody buys: nothing is moved. */
  world->plan.deal.vouchers_sold = 0;
  quota = world_compute(world);
  g_assert_cmpint(quota->moving_cents, ==, 0);
  for (int i = 0; i < 7; i++)
    g_assert_cmpint(quota->day[i].after, ==, 0);
  /* So few that any day will do: extras of 4.00 and the same returners are lost with those of the
   * last four weeks, one in eight. */
  world->plan.deal.vouchers_sold = 4;
  world->plan.deal.patience_days = 28;
  world->plan.regulars.level_per_100k = 10000;
  quota = world_compute(world);
  double late =
      1 - world->scratch->tables.wanted_share[world->scratch->timetable.promotion_days - 29];
  g_assert_cmpfloat_with_epsilon(late, 0.129, 0.003);
  g_assert_cmpint(quota->moving_cents, ==, (int)floor(4002 * late + 0.5));
  /* Paid back: a used one's worth, and the site's share. */
  world->plan.deal.if_not_served = UNSERVED_REFUND;
  quota = world_compute(world);
  g_assert_cmpint(quota->moving_cents, ==, (int)floor((1822 + 4000) * late + 0.5));
}

static int64_t held(const World *world) {
  int64_t visits = 0;
  for (int i = 0; i < 7; i++)
    visits += (int64_t)world->quota.day[i].after * world->scratch->weekday[i].days;
  return visits;
}

/* What is sold finds its place: with each no-show's second one. */
static void test_what_is_sold_fits(void) {
  static const int sold[] = {200, 444, 800, 1600};
  g_autoptr(World) world = world_new();
  int64_t before_cents = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(sold); i++) {
    world->plan.deal.vouchers_sold = sold[i];
    world_compute(world);
    g_assert_cmpint(held(world), >=, (int64_t)ceil(sold[i] * 0.8 * 1.05));
    g_assert_cmpint(world->quota.moving_cents, >=, before_cents);
    g_assert_cmpint(world->quota.moving_cents, <=, 4002);
    before_cents = world->quota.moving_cents;
  }
}

static void test_limits(void) {
  g_autoptr(World) world = world_new();
  world_compute(world);
  const Quota free_quota = world->quota;
  world->plan.deal.allowed_weekdays[4] = false;
  world->plan.deal.weekday_quota[3] = 1; /* what is asked for is looked at without it */
  const Quota *quota = world_compute(world);
  g_assert_false(quota->day[4].is_open);
  g_assert_cmpint(quota->day[4].slots, ==, 0);
  g_assert_cmpint(quota->day[4].after, ==, 0);
  g_assert_cmpint(quota->day[4].wanted_milli, ==, free_quota.day[4].wanted_milli);
  g_assert_cmpint(quota->day[3].before, ==, free_quota.day[3].before);
  /* Mornings only, until one: one pair after the other, and no time for a third. */
  world->plan.deal.allowed_end_minute = 780;
  quota = world_compute(world);
  g_assert_cmpint(quota->day[3].slots, <, free_quota.day[3].slots);
  /* A tenth of the 40 h of five people: 4 h, of which a duo takes 2.5. */
  world->plan.deal.allowed_end_minute = 1440;
  world->plan.deal.daily_limit_per_100k = 10000;
  quota = world_compute(world);
  g_assert_cmpint(quota->day[3].slots, ==, 1);
  world->plan.deal.daily_limit_per_100k = PLAN_NONE;
  /* Most Thursdays of the promotion come after two of five have left. */
  world->plan.staff[2].to_date = world->plan.staff[3].to_date = world->plan.deal.sale_date + 20;
  quota = world_compute(world);
  g_assert_cmpint(quota->day[3].slots, <, free_quota.day[3].slots);
  world->plan.rooms_count = 0;
  quota = world_compute(world);
  g_assert_false(quota->applies);
}

/* More regulars never take more deals; a better deal never fewer. */
static void test_monotone(void) {
  g_autoptr(World) world = world_new();
  Quota last = {0};
  for (int level = 40000; level <= 200000; level += 20000) {
    world->plan.regulars.level_per_100k = level;
    world->plan.uncertainty_count = 0;
    const Quota *quota = world_compute(world);
    for (int i = 0; i < 7 && level > 40000; i++)
      g_assert_cmpint(quota->day[i].before, <=, last.day[i].before);
    last = *quota;
  }
  world->plan.regulars.level_per_100k = 100000;
  for (int price_cents = 6000; price_cents <= 15000; price_cents += 1000) {
    world->plan.deal.price_cents = price_cents;
    const Quota *quota = world_compute(world);
    for (int i = 0; i < 7 && price_cents > 6000; i++)
      g_assert_cmpint(quota->day[i].before, >=, last.day[i].before);
    last = *quota;
  }
  g_assert_cmpint(last.day[4].before, >, 5);
}

static void test_same_bytes(void) {
  g_autoptr(World) world = world_new(), other = world_new();
  world_compute(world);
  tables_plan(&other->plan, 5);
  world_compute(other);
  other->plan = world->plan;
  world_compute(other);
  g_assert_cmpmem(&world->quota, sizeof world->quota, &other->quota, sizeof other->quota);
}

/* Two hundred slots or so: coarse steps find what every number would. */
static void test_many_rooms(void) {
  g_autoptr(World) world = world_new();
  tables_plan(&world->plan, 100);
  tables_make_differ(&world->plan);
  for (int i = 1; i < 7; i++)
    world->plan.deal.allowed_weekdays[i] = false;
  world->plan.rooms_count = 64;
  for (int i = 1; i < 64; i++)
    world->plan.rooms[i] = world->plan.rooms[0];
  for (int i = 0; i < 2; i++) {
    world->plan.services[i].start_minutes_count = 3;
    world->plan.services[i].start_minutes[1] = 960;
    world->plan.services[i].start_minutes[2] = 840;
  }
  const Quota *quota = world_compute(world);
  g_assert_cmpint(quota->day[0].slots, ==, 192);
  const QuotaWeekday *weekday = &world->scratch->weekday[0];
  int played = 0;
  for (int q = 0; q <= 192; q++) {
    if (!weekday->played[q].is_played)
      continue;
    played++;
    g_assert_cmpint(weekday->played[q].regular_cents + weekday->played[q].deal_visits * 1150, <=,
                    weekday->played[quota->day[0].before].regular_cents +
                        weekday->played[quota->day[0].before].deal_visits * 1150);
  }
  g_assert_cmpint(played, <, 100);
  /* All three sittings alike and nobody moves: about a third of them each, as three rules. */
  g_assert_cmpint(ABS(quota->day[0].before - 3 * best_by_rule(8000, 1150, 64, 100 / 3.)), <=, 6);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/quota/Poisson vectors", test_poisson_vectors);
  g_test_add_func("/quota/rule beside every number", test_rule_beside_every_number);
  g_test_add_func("/quota/continuous vectors", test_continuous_vectors);
  g_test_add_func("/quota/continuous beside every number", test_continuous_beside_every_number);
  g_test_add_func("/quota/both methods agree", test_both_methods_agree);
  g_test_add_func("/quota/worth by hand", test_worth_by_hand);
  g_test_add_func("/quota/what is sold fits", test_what_is_sold_fits);
  g_test_add_func("/quota/limits", test_limits);
  g_test_add_func("/quota/monotone", test_monotone);
  g_test_add_func("/quota/same bytes", test_same_bytes);
  g_test_add_func("/quota/many rooms", test_many_rooms);
  return g_test_run();
}
