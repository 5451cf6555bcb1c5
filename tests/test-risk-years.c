/* Runs of one plan: their draws, their luck, and what is kept of them, against the years and the
 * accounts computed one by one. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/money.h"
#include "model/plan/problem.h"
#include "model/plan/range.h"
#include "model/risk/risk.h"
#include "model/store/plan-json.h"
#include "model/tax/voucher.h"
#include "tests/money-plan.h"

#define SEED 7
#define RANDOM_PLANS 40

typedef struct {
  Plan plan;
  RiskSetup setup;
  RiskRun run;
  RiskScratch *scratch;
} World;

static World *world_new(void) {
  World *world = g_new0(World, 1);
  /* calloc: most of a scratch is never touched. */
  world->scratch = calloc(1, sizeof *world->scratch);
  plan_example(&world->plan);
  return world;
}

static void world_free(World *world) {
  free(world->scratch);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

static void world_setup(World *world) {
  risk_setup(&world->setup, &world->plan, SEED);
}

/* What is not written stays 0, so that runs can be compared whole. */
static const RiskRun *world_run(World *world, RiskSample sample, uint32_t run) {
  memset(&world->run, 0, sizeof world->run);
  risk_run(&world->setup, sample, run, &world->run, world->scratch);
  return &world->run;
}

static void range_add(Plan *plan, const char *path, int64_t low, int64_t likely, int64_t high) {
  g_assert_cmpint(plan->uncertainty_count, <, UNCERTAINTY_MAX);
  Uncertainty *range = &plan->uncertainty[plan->uncertainty_count++];
  *range = (Uncertainty){.low = low, .likely = likely, .high = high};
  g_strlcpy(range->path, path, sizeof range->path);
}

/* --- names --------------------------------------------------------------------------------- */

static void test_names(void) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (int i = 0; i < RISK_QUANTITY_COUNT; i++) {
    const char *name = risk_quantity_name((RiskQuantity)i), *unit = risk_quantity_unit(i);
    g_assert_true(g_hash_table_add(seen, (char *)name));
    g_assert_true(strcmp(unit, "days") == 0 || g_str_has_suffix(name, unit));
  }
}

/* --- draws --------------------------------------------------------------------------------- */

#define DRAWS 20000

typedef struct {
  double mean, error;
  int64_t lowest, highest;
} Drawn;

static Drawn draws_measure(World *world, const char *path) {
  g_autofree Plan *plan = g_new(Plan, 1);
  Drawn drawn = {.lowest = INT64_MAX, .highest = INT64_MIN};
  double sum = 0, squares = 0;
  world_setup(world);
  for (uint32_t run = 0; run < DRAWS; run++) {
    risk_draw_plan(&world->setup, run, plan);
    int64_t value = plan_get(plan, path);
    sum += (double)value;
    squares += (double)value * (double)value;
    drawn.lowest = MIN(drawn.lowest, value);
    drawn.highest = MAX(drawn.highest, value);
  }
  drawn.mean = sum / DRAWS;
  drawn.error = sqrt((squares / DRAWS - drawn.mean * drawn.mean) / DRAWS);
  return drawn;
}

static bool is_near(const Drawn *drawn, double mean) {
  return fabs(drawn->mean - mean) <= 4 * drawn->error;
}

/* The mean of PERT is (low + 4 likely + high) ÷ 6, not "likely". */
static void test_draws(void) {
  g_autoptr(World) world = world_new();
  world->plan.uncertainty_count = 0;
  range_add(&world->plan, "clients.existing_per_100k", 10000, 20000, 60000);
  Drawn drawn = draws_measure(world, "clients.existing_per_100k");
  g_assert_true(is_near(&drawn, 25000));
  g_assert_false(is_near(&drawn, 20000));
  g_assert_cmpint(drawn.lowest, >=, 10000);
  g_assert_cmpint(drawn.lowest, <, 10500);
  g_assert_cmpint(drawn.highest, >, 53000);
  g_assert_cmpint(drawn.highest, <=, 60000);
}

/* Who types another value takes the range along, there and back; never past what the field takes.
 */
static void test_range_goes_with_its_value(void) {
  g_autoptr(World) world = world_new();
  world->plan.uncertainty_count = 0;
  range_add(&world->plan, "deal.vouchers_sold", 300, 444, 600);
  range_add(&world->plan, "clients.existing_per_100k", 10000, 20000, 60000);
  range_add(&world->plan, "business.opening_cash_cents", -2000, 0, 3000);
  world->plan.deal.vouchers_sold = 1600;
  world->plan.clients.existing_per_100k = 50000;
  world->plan.business.opening_cash_cents = -500;
  static const int64_t expected[3][3] = {
      {1081, 1600, 2162}, {25000, 50000, 100000}, {-2500, -500, 2500}};
  for (int i = 0; i < 3; i++) {
    Uncertainty range = range_of_input(&world->plan, i);
    g_assert_cmpint(range.low, ==, expected[i][0]);
    g_assert_cmpint(range.likely, ==, expected[i][1]);
    g_assert_cmpint(range.high, ==, expected[i][2]);
  }
  Drawn drawn = draws_measure(world, "deal.vouchers_sold");
  g_assert_true(is_near(&drawn, (1081 + 4 * 1600 + 2162) / 6.0));
  g_assert_cmpint(drawn.lowest, >=, 1081);
  world->plan.deal.vouchers_sold = 0;
  g_assert_cmpint(range_of_input(&world->plan, 0).high, ==, 0);
  world->plan.deal.vouchers_sold = 444;
  g_assert_cmpint(range_of_input(&world->plan, 0).high, ==, 600);
}

/* Rounded half up, so that the ends have their share, and never passed. */
static void test_draws_reach_both_ends(void) {
  g_autoptr(World) world = world_new();
  world->plan.uncertainty_count = 0;
  world->plan.deal.patience_days = 6;
  range_add(&world->plan, "deal.patience_days", 5, 6, 8);
  Drawn drawn = draws_measure(world, "deal.patience_days");
  g_assert_cmpint(drawn.lowest, ==, 5);
  g_assert_cmpint(drawn.highest, ==, 8);
  g_assert_cmpfloat_with_epsilon(drawn.mean, 37.0 / 6, 0.02);
  /* A range of one value. */
  world->plan.uncertainty[0].low = world->plan.uncertainty[0].high = 6;
  drawn = draws_measure(world, "deal.patience_days");
  g_assert_cmpint(drawn.lowest, ==, 6);
  g_assert_cmpint(drawn.highest, ==, 6);
}

/* How many of the first runs draw a plan of the same inputs, the ranges added apart. */
static int draws_alike(const RiskSetup *a, const RiskSetup *b, const char *left_out) {
  g_autofree Plan *one = g_new(Plan, 1), *other = g_new(Plan, 1);
  int alike = 0;
  for (uint32_t run = 0; run < 200; run++) {
    risk_draw_plan(a, run, one);
    risk_draw_plan(b, run, other);
    plan_set(other, left_out, plan_get(one, left_out));
    memcpy(other->uncertainty, one->uncertainty, sizeof one->uncertainty);
    other->uncertainty_count = one->uncertainty_count;
    alike += memcmp(one, other, sizeof *one) == 0;
  }
  return alike;
}

static void test_one_range_more(void) {
  g_autoptr(World) world = world_new();
  g_autofree RiskSetup *more = g_new0(RiskSetup, 1);
  Plan *plan = &world->plan;
  world_setup(world);
  /* At the beginning, the others in reverse order. */
  Uncertainty own[UNCERTAINTY_MAX];
  memcpy(own, plan->uncertainty, sizeof own);
  int count = plan->uncertainty_count;
  plan->uncertainty_count = 0;
  range_add(plan, "deal.no_show_per_100k", 0, 4000, 9000);
  for (int i = 0; i < count; i++)
    plan->uncertainty[plan->uncertainty_count++] = own[count - 1 - i];
  risk_setup(more, plan, SEED);
  g_assert_cmpint(draws_alike(&world->setup, more, "deal.no_show_per_100k"), ==, 200);
  /* Another seed, another luck. */
  risk_setup(more, plan, SEED + 1);
  g_assert_cmpint(draws_alike(&world->setup, more, "deal.no_show_per_100k"), ==, 0);
}

static void test_cap_of_the_contract(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.contract_cap = 450;
  world_setup(world);
  int64_t lowest = INT64_MAX, highest = 0;
  for (uint32_t run = 0; run < 40; run++) {
    int64_t sold = world_run(world, RISK_ALL, run)->value[RISK_SOLD];
    lowest = MIN(lowest, sold);
    highest = MAX(highest, sold);
  }
  g_assert_cmpint(highest, ==, 450);
  g_assert_cmpint(lowest, <, 420);
  /* Where fewer are allowed than any draw wants, that is what is sold; also without a range. */
  world->plan.deal.contract_cap = 100;
  world_setup(world);
  g_assert_cmpint(world_run(world, RISK_ALL, 0)->value[RISK_SOLD], ==, 100);
  g_assert_cmpint(world_run(world, RISK_LUCK, 0)->value[RISK_SOLD], ==, 100);
  world->plan.uncertainty_count = 0;
  world_setup(world);
  g_assert_cmpint(world_run(world, RISK_ALL, 0)->value[RISK_SOLD], ==, 100);
}

/* No drawn input moves the calendar, which is made once. */
static void test_one_calendar(void) {
  g_autoptr(World) world = world_new();
  g_autofree Plan *plan = g_new(Plan, 1);
  g_autofree Timetable *timetable = g_new0(Timetable, 1);
  Problems problems;
  for (int i = 0; i < field_count(); i++) {
    const Field *field = field_at(i);
    if (world->plan.uncertainty_count == UNCERTAINTY_MAX || strstr(field->path, "[]") ||
        field->type == FIELD_TEXT)
      continue;
    int64_t value = plan_get(&world->plan, field->path);
    range_add(&world->plan, field->path, MAX(field->minimum, value / 2), value, value);
    plan_check(&world->plan, &problems);
    world->plan.uncertainty_count -= problems.blocking_count > 0;
  }
  g_assert_cmpint(world->plan.uncertainty_count, >=, 20);
  world_setup(world);
  for (uint32_t run = 0; run < 20; run++) {
    risk_draw_plan(&world->setup, run, plan);
    plan_check(plan, &problems);
    g_assert_cmpint(problems.blocking_count, ==, 0);
    timetable_fill(plan, timetable);
    g_assert_cmpint(timetable->promotion_days, ==, world->setup.timetable.promotion_days);
    g_assert_cmpmem(timetable->day, sizeof timetable->day[0] * (size_t)timetable->days,
                    world->setup.timetable.day,
                    sizeof timetable->day[0] * (size_t)world->setup.timetable.days);
  }
}

/* --- the naive run ------------------------------------------------------------------------- */

/* Earnings and bank of one year, its registration found as results.h says. */
static Earnings naive_account(const Plan *plan, const Timetable *timetable, const Year *year,
                              const Year *without, bool with_deal, Cash *cash) {
  g_autofree Plan *copy = g_new(Plan, 1);
  Registration registration;
  Earnings earnings;
  registration_find(plan, year, without, &registration);
  const Plan *applied = registration_apply(plan, &registration, copy);
  earnings_compute(applied, timetable, year, with_deal, &earnings);
  cash_compute(applied, timetable, year, with_deal, cash);
  earnings_add_tax_kept(&earnings, cash->tax_kept_cents);
  for (int i = 0; with_deal && plan->rooms_count == 0 && i < year->days; i++)
    earnings.total_cents -= voucher_mean_margin_cents(applied) * year->day[i].deal_existing;
  return earnings;
}

static void naive_counts(const Year *with, const Year *without, int64_t *value) {
  value[RISK_SOLD] = with->vouchers_sold;
  value[RISK_USED] = with->vouchers_wanted;
  value[RISK_SERVED] = with->vouchers_served;
  value[RISK_UNSERVED] = with->vouchers_unserved;
  value[RISK_REGULARS_WANTED] = with->regulars_wanted;
  value[RISK_REGULARS_SERVED] = with->regulars_served;
  value[RISK_REFUSED] = with->regulars_refused + with->returns_refused;
  value[RISK_REFUSED_WITHOUT] = without->regulars_refused;
  value[RISK_REFUSED_EXTRA] = value[RISK_REFUSED] - without->regulars_refused;
  value[RISK_RETURN_VISITS] = with->returns_served;
  value[RISK_REPLACED] = with->replaced;
  value[RISK_PEOPLE_RETURNING] = with->people_returning;
  value[RISK_LEFT_FOR_GOOD] = with->regulars_left_for_good - without->regulars_left_for_good;
  value[RISK_WAIT_P50_DAYS] = with->wait_p50_days;
  value[RISK_WAIT_P95_DAYS] = with->wait_p95_days;
  value[RISK_WAIT_MAX_DAYS] = with->wait_max_days;
  value[RISK_BUSIEST_DEAL_WEEK] = with->busiest_deal_week_visits;
}

static int32_t naive_minutes(const YearDay *day) {
  return day->staff_minutes[0] + day->staff_minutes[1] + day->staff_minutes[2];
}

static void naive_weeks(const Timetable *timetable, const Year *with, const Year *without,
                        const Cash *cash, RiskRun *run) {
  int64_t filled = 0, idle = 0;
  int32_t on_shift[WEEKS_MAX] = {0};
  for (int i = 0; i < timetable->days; i++) {
    const YearDay *day = &with->day[i];
    filled += naive_minutes(day) - naive_minutes(&without->day[i]);
    idle += timetable->day[i].shift_minutes - naive_minutes(&without->day[i]);
    on_shift[i / 7] += timetable->day[i].shift_minutes;
    run->week_staff_minutes[i / 7] += naive_minutes(day);
    run->week_refused[i / 7] += (int16_t)(day->refused[0] + day->refused[1]);
    run->week_balance_cents[i / 7] = cash->day[i].balance_cents;
    if (with->days - 1 == i || i % 7 == 6) {
      double load =
          on_shift[i / 7] == 0 ? 0 : 1e5 * run->week_staff_minutes[i / 7] / on_shift[i / 7];
      run->value[RISK_BUSIEST_LOAD_PER_100K] =
          MAX(run->value[RISK_BUSIEST_LOAD_PER_100K], (int64_t)(load + 0.5));
    }
  }
  run->value[RISK_IDLE_FILLED_PER_100K] = idle <= 0 ? 0 : lround(1e5 * filled / idle);
}

/* The luck alone, with nothing shared between the two years. */
static void naive_run(const Plan *plan, uint32_t number, RiskRun *run, YearScratch *scratch) {
  g_autofree Timetable *timetable = g_new0(Timetable, 1);
  g_autofree Year *with = g_new0(Year, 1), *without = g_new0(Year, 1);
  g_autofree Cash *cash = g_new0(Cash, 1);
  const RandomStream stream = {SEED, number};
  Verdict verdict;
  memset(run, 0, sizeof *run);
  timetable_fill(plan, timetable);
  year_compute_run(plan, timetable, true, &stream, with, scratch);
  year_compute_run(plan, timetable, false, &stream, without, scratch);
  naive_counts(with, without, run->value);
  VerdictMoney money = {0};
  money.result_cents -= naive_account(plan, timetable, without, without, false, cash).total_cents;
  money.lowest_without_cents = cash->lowest_cents;
  money.result_cents += naive_account(plan, timetable, with, without, true, cash).total_cents;
  money.lowest_with_cents = cash->lowest_cents;
  naive_weeks(timetable, with, without, cash, run);
  if (plan->rooms_count == 0)
    run->value[RISK_BUSIEST_LOAD_PER_100K] = run->value[RISK_IDLE_FILLED_PER_100K] = 0;
  run->value[RISK_RESULT_CENTS] = money.result_cents;
  run->value[RISK_LOWEST_CENTS] = cash->lowest_cents;
  run->value[RISK_LOWEST_WITHOUT_CENTS] = money.lowest_without_cents;
  run->value[RISK_LOWEST_DAY] = cash->lowest_day_index;
  run->value[RISK_CLOSING_CENTS] = cash->closing_cents;
  if (money.result_cents < 0 && with->people_returning > 0)
    run->value[RISK_COST_PER_CLIENT_CENTS] =
        lround((double)-money.result_cents / with->people_returning);
  verdict_fill(plan, with, without, &money, &verdict);
  run->value[RISK_REFUSED_EXTRA_PER_100K] = verdict.condition[CONDITION_REFUSED].value;
  run->value[RISK_WITHIN_WAIT_PER_100K] = verdict.condition[CONDITION_WAIT].value;
  run->value[RISK_WEEKLY_SHARE_PER_100K] = verdict.condition[CONDITION_WEEKLY_SHARE].value;
  for (int i = 0; i < CONDITION_COUNT; i++)
    if (verdict.condition[i].applies) {
      run->applies |= (uint16_t)(1 << i);
      run->broken |= (uint16_t)(!verdict.condition[i].holds << i);
    }
}

/* The first value in which two runs differ, told; "" when none. */
static const char *runs_difference(const RiskRun *a, const RiskRun *b) {
  for (int i = 0; i < RISK_QUANTITY_COUNT; i++)
    if (a->value[i] != b->value[i]) {
      g_test_message("%s: %" G_GINT64_FORMAT ", naive %" G_GINT64_FORMAT, risk_quantity_name(i),
                     a->value[i], b->value[i]);
      return risk_quantity_name((RiskQuantity)i);
    }
  return memcmp(a, b, sizeof *a) == 0 ? "" : "weeks or conditions";
}

static void check_naive(World *world) {
  RiskRun naive;
  world_setup(world);
  for (uint32_t number = 0; number < 2; number++) {
    naive_run(&world->plan, number, &naive, &world->scratch->year);
    g_assert_cmpstr(runs_difference(world_run(world, RISK_LUCK, number), &naive), ==, "");
  }
}

static void test_naive_runs(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(11);
  check_naive(world);
  world->plan.rooms_count = 0;
  check_naive(world);
  for (int i = 0; i < RANDOM_PLANS; i++) {
    money_plan_draw(luck, &world->plan);
    if (i % 8 == 7)
      world->plan.rooms_count = 0;
    check_naive(world);
  }
}

/* One cent, one week, one condition, and the luck of another run are seen. */
static void test_naive_faults(void) {
  g_autoptr(World) world = world_new();
  RiskRun naive;
  world_setup(world);
  world_run(world, RISK_LUCK, 0);
  for (int i = 0; i < RISK_QUANTITY_COUNT; i++) {
    naive_run(&world->plan, 0, &naive, &world->scratch->year);
    naive.value[i]++;
    g_assert_cmpstr(runs_difference(&world->run, &naive), ==, risk_quantity_name(i));
  }
  naive_run(&world->plan, 0, &naive, &world->scratch->year);
  naive.week_balance_cents[65]++;
  g_assert_cmpstr(runs_difference(&world->run, &naive), !=, "");
  naive_run(&world->plan, 0, &naive, &world->scratch->year);
  naive.broken ^= 1 << CONDITION_WAIT;
  g_assert_cmpstr(runs_difference(&world->run, &naive), !=, "");
  naive_run(&world->plan, 1, &naive, &world->scratch->year);
  g_assert_cmpstr(runs_difference(&world->run, &naive), !=, "");
}

/* --- the same bytes ------------------------------------------------------------------------ */

/* In any order, with a scratch that other plans have used. */
static void test_order_and_scratch(void) {
  enum { RUNS = 12 };
  g_autoptr(World) world = world_new();
  g_autoptr(World) used = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(5);
  g_autofree RiskRun *runs = g_new0(RiskRun, RUNS);
  world_setup(world);
  for (uint32_t i = 0; i < RUNS; i++)
    runs[i] = *world_run(world, RISK_ALL, i);
  money_plan_draw(luck, &used->plan);
  used->plan.deal.vouchers_sold = 5000;
  world_setup(used);
  world_run(used, RISK_ALL, 1);
  used->plan = world->plan;
  world_setup(used);
  for (uint32_t i = RUNS; i-- > 0;) {
    world_run(used, RISK_LUCK, i);
    g_assert_cmpmem(world_run(used, RISK_ALL, i), sizeof *runs, &runs[i], sizeof *runs);
  }
  g_assert_cmpint(memcmp(&runs[0], &runs[1], sizeof *runs), !=, 0);
}

static void test_without_ranges(void) {
  g_autoptr(World) world = world_new();
  world->plan.uncertainty_count = 0;
  world_setup(world);
  for (uint32_t i = 0; i < 5; i++) {
    RiskRun all = *world_run(world, RISK_ALL, i);
    g_assert_cmpmem(&all, sizeof all, world_run(world, RISK_LUCK, i), sizeof all);
  }
}

/* --- what must hold ------------------------------------------------------------------------ */

/* Both years meet the same regulars, whatever was drawn. */
static void test_shared_luck(void) {
  g_autoptr(World) world = world_new();
  world_setup(world);
  int64_t first = 0;
  for (uint32_t i = 0; i < 20; i++) {
    const RiskRun *run = world_run(world, RISK_ALL, i);
    first = i == 0 ? run->value[RISK_REGULARS_WANTED] : first;
    g_assert_true(i == 0 || run->value[RISK_REGULARS_WANTED] != first);
    g_assert_cmpint(world->scratch->with.regulars_wanted, ==,
                    world->scratch->without.regulars_wanted);
  }
}

/* Nobody buys: what the campaign costs, to the cent, whatever the luck. */
static void test_nobody_buys(void) {
  g_autoptr(World) world = world_new();
  world->plan.uncertainty_count = 0;
  range_add(&world->plan, "regulars.level_per_100k", 50000, 100000, 200000);
  world->plan.deal.vouchers_sold = 0;
  world_setup(world);
  for (uint32_t i = 0; i < 20; i++) {
    const RiskRun *run = world_run(world, RISK_ALL, i);
    g_assert_cmpint(run->value[RISK_RESULT_CENTS], ==, -64800); /* 3 days × 12 h × 18.00 */
    g_assert_cmpint(run->value[RISK_REFUSED_EXTRA], ==, 0);
    g_assert_cmpint(run->value[RISK_LEFT_FOR_GOOD], ==, 0);
    g_assert_cmpint(run->value[RISK_IDLE_FILLED_PER_100K], ==, 0);
  }
}

/* A place that never refuses: nothing is left of §7 but expected numbers, and the mean of the luck
 * is the plan year. */
static bool mean_is_plan_year(World *world, const Plan *of_plan) {
  enum { RUNS = 200 };
  g_autofree Results *results = g_new0(Results, 1);
  double sum = 0, squares = 0;
  world_setup(world);
  results_compute(of_plan, results, &world->scratch->year);
  for (uint32_t i = 0; i < RUNS; i++) {
    const RiskRun *run = world_run(world, RISK_LUCK, i);
    g_assert_cmpint(run->value[RISK_REFUSED], ==, 0);
    g_assert_cmpint(run->value[RISK_UNSERVED], ==, 0);
    double cents = (double)run->value[RISK_RESULT_CENTS];
    sum += cents;
    squares += cents * cents;
  }
  double mean = sum / RUNS, error = sqrt((squares / RUNS - mean * mean) / RUNS);
  double plan_year = (double)results->headline.deal_against_none_cents;
  g_test_message("mean %.0f +- %.0f, plan year %.0f", mean, error, plan_year);
  return fabs(mean - plan_year) <= 4 * error;
}

static void test_endless_place(void) {
  g_autoptr(World) world = world_new();
  Plan *plan = &world->plan;
  while (plan->rooms_count < 24)
    plan->rooms[plan->rooms_count++] = plan->rooms[0];
  plan->staff[0].accompanied_only = false;
  for (int i = 0; i < STAFF_MAX; i++) {
    plan->staff[i] = plan->staff[0];
    plan->staff[i].shifts_count = plan->hours_count;
    memcpy(plan->staff[i].shifts, plan->hours, sizeof plan->hours[0] * (size_t)plan->hours_count);
  }
  plan->staff_count = STAFF_MAX;
  plan->deal.no_show_per_100k = 0;
  g_assert_true(mean_is_plan_year(world, plan));
  /* The plan year of a few clients more would be seen. */
  g_autofree Plan *other = g_memdup2(plan, sizeof *plan);
  other->clients.return_per_100k += 3000;
  g_assert_false(mean_is_plan_year(world, other));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/risk-years/names", test_names);
  g_test_add_func("/risk-years/draws", test_draws);
  g_test_add_func("/risk-years/draws-reach-both-ends", test_draws_reach_both_ends);
  g_test_add_func("/risk-years/range-goes-with-its-value", test_range_goes_with_its_value);
  g_test_add_func("/risk-years/one-range-more", test_one_range_more);
  g_test_add_func("/risk-years/cap-of-the-contract", test_cap_of_the_contract);
  g_test_add_func("/risk-years/one-calendar", test_one_calendar);
  g_test_add_func("/risk-years/naive-runs", test_naive_runs);
  g_test_add_func("/risk-years/naive-faults", test_naive_faults);
  g_test_add_func("/risk-years/order-and-scratch", test_order_and_scratch);
  g_test_add_func("/risk-years/without-ranges", test_without_ranges);
  g_test_add_func("/risk-years/shared-luck", test_shared_luck);
  g_test_add_func("/risk-years/nobody-buys", test_nobody_buys);
  g_test_add_func("/risk-years/endless-place", test_endless_place);
  return g_test_run();
}
