/* Other worlds: the plans they are made of, what is told of their years, and where they do not
 * apply. The years are made up, so that a hand can say what must come out. */
#include <glib.h>

#include "model/decide/what-if.h"
#include "model/phone/phone.h"
#include "model/plan/fields.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/made-up-years.h"

static Plan plan;
static DecideScratch *scratch;
static MadeUpYears years;

/* Everything differs by what a world can change: vouchers, rooms, people, month of the sale. */
static int64_t weight_of(const Plan *of) {
  return of->deal.vouchers_sold + 1000 * of->rooms_count + 100 * of->staff_count +
         7 * date_month(of->deal.sale_date);
}

static void fill_year(const Plan *of, int year, TrialRun *out) {
  int64_t luck = year * 37 % 250; /* each of 0 … 249 once */
  out->value[RISK_RESULT_CENTS] = weight_of(of) * 100 - luck * luck;
  out->value[RISK_CLOSING_CENTS] = weight_of(of) * 1000 + luck;
  out->value[RISK_PEOPLE_RETURNING] = 10 + luck % 3;
  out->value[RISK_REFUSED_EXTRA] = weight_of(of) + luck;
  out->value[RISK_WAIT_P95_DAYS] = 250 - luck;
  out->value[RISK_UNSERVED] = luck / 10;
  out->value[RISK_LOWEST_CENTS] = luck * 100;
  out->applies = 1 << CONDITION_WAIT;
  out->broken = (uint16_t)((luck < 20) << CONDITION_WAIT);
}

static TrialRunner begin(void) {
  plan_example(&plan);
  years = (MadeUpYears){.fill = fill_year, .asked = g_renew(Plan, years.asked, MADE_UP_ASKED_MAX)};
  trials_forget(scratch);
  return made_up_runner(&years);
}

/* What must be told of made-up years of a plan; the first thing told otherwise, NULL when none. */
static const char *told_otherwise(const WhatIf *told, const Plan *other, const Plan *base) {
  const int64_t more = weight_of(other) - weight_of(base);
  const ConditionStanding *wait = &told->standing.condition[CONDITION_WAIT];
  const struct {
    const char *what;
    int64_t told, expected;
  } numbers[] = {
      {"applies", told->applies, true},
      {"years", told->standing.years, TRIAL_YEARS},
      /* The luck is the same of both: no error at all. */
      {"less base", told->less_base.mean_milli, more * 100 * 1000},
      {"error", told->less_base.error_milli, 0},
      {"closing", told->closing_less_base.mean_milli, more * 1000 * 1000},
      {"vouchers", told->vouchers, other->deal.vouchers_sold},
      {"sale date", told->sale_date, other->deal.sale_date},
      /* The 125th and the 25th of 250. */
      {"refused", told->refused_extra, weight_of(other) + 124},
      {"wait", told->wait_p95_days, 125},
      {"unserved", told->unserved, 12},
      {"lowest", told->lowest_p10_cents, 24 * 100},
      /* 20 years of 250. */
      {"broken", wait->broken_per_100k, 8000},
      {"holds", wait->holds, true},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
    if (numbers[i].told != numbers[i].expected)
      return numbers[i].what;
  return NULL;
}

static void check_told(const WhatIf *told, const Plan *other, const Plan *base) {
  g_assert_cmpstr(told_otherwise(told, other, base), ==, NULL);
}

/* Each number told one too high, or held against another plan, is noticed. */
static void test_faults(void) {
  TrialRunner runner = begin();
  WhatIf out[OVERSELL_COUNT], fault;
  g_assert_true(oversell_compute(&plan, RISK_ALL, &runner, scratch, out));
  const Plan *other = &years.asked[1];
  g_assert_cmpstr(told_otherwise(&out[0], other, &plan), ==, NULL);
#define FAULT(what, member)                                                                        \
  fault = out[0];                                                                                  \
  fault.member += 1;                                                                               \
  g_assert_cmpstr(told_otherwise(&fault, other, &plan), ==, what)
  FAULT("less base", less_base.mean_milli);
  FAULT("error", less_base.error_milli);
  FAULT("closing", closing_less_base.mean_milli);
  FAULT("vouchers", vouchers);
  FAULT("sale date", sale_date);
  FAULT("refused", refused_extra);
  FAULT("wait", wait_p95_days);
  FAULT("unserved", unserved);
  FAULT("lowest", lowest_p10_cents);
  FAULT("broken", standing.condition[CONDITION_WAIT].broken_per_100k);
#undef FAULT
  g_assert_cmpstr(told_otherwise(&out[1], other, &plan), ==, "less base");
  g_assert_cmpstr(told_otherwise(&out[0], other, other), ==, "less base");
}

/* --- oversell ------------------------------------------------------------------------------ */

static void check_oversold(const Plan *other, int vouchers, int contract_cap) {
  g_assert_cmpint(other->deal.vouchers_sold, ==, vouchers);
  g_assert_cmpint(other->deal.contract_cap, ==, contract_cap);
  for (int i = 0; i < other->uncertainty_count; i++)
    g_assert_cmpstr(other->uncertainty[i].path, !=, "deal.vouchers_sold");
}

static void test_oversell(void) {
  TrialRunner runner = begin();
  WhatIf out[OVERSELL_COUNT];
  plan.deal.contract_cap = 900;
  g_assert_true(oversell_compute(&plan, RISK_ALL, &runner, scratch, out));
  g_assert_cmpint(years.asked_count, ==, 4);
  g_assert_cmpint(years.asked[0].deal.vouchers_sold, ==, 444);
  g_assert_cmpint(years.asked[0].uncertainty_count, ==, plan.uncertainty_count);
  check_oversold(&years.asked[1], 888, 900);
  check_oversold(&years.asked[2], 1332, PLAN_NONE);
  check_oversold(&years.asked[3], 4440, PLAN_NONE);
  for (int i = 0; i < OVERSELL_COUNT; i++) {
    check_told(&out[i], &years.asked[i + 1], &plan);
    g_assert_cmpint(years.asked_sample[i], ==, RISK_ALL);
    g_assert_cmpint(years.asked_years[i], ==, TRIAL_YEARS);
  }
}

static void test_oversell_limits(void) {
  TrialRunner runner = begin();
  WhatIf out[OVERSELL_COUNT];
  /* A contract that would have allowed it loses its cap too where there is no limit. */
  plan.deal.contract_cap = 50000;
  oversell_plan_of(&plan, OVERSELL_TIMES[2], &scratch->plan);
  check_oversold(&scratch->plan, 4440, PLAN_NONE);
  plan.deal.vouchers_sold = 40000;
  oversell_plan_of(&plan, 3, &scratch->plan);
  check_oversold(&scratch->plan, VOUCHERS_MAX, PLAN_NONE);
  plan.deal.vouchers_sold = 0;
  g_assert_true(oversell_compute(&plan, RISK_LUCK, &runner, scratch, out));
  for (int i = 0; i < OVERSELL_COUNT; i++)
    g_assert_false(out[i].applies);
  /* More visits than can be computed: many visits a voucher. */
  plan_example(&plan);
  plan.deal.vouchers_sold = 20000;
  plan.deal.visits_per_voucher = 20;
  plan.deal.gap_days = 1;
  plan.deal.no_show_per_100k = 90000;
  plan.uncertainty_count = 0;
  Problems problems;
  plan_check(&plan, &problems);
  g_assert_cmpint(problems.blocking_count, ==, 0);
  g_assert_true(oversell_compute(&plan, RISK_LUCK, &runner, scratch, out));
  g_assert_false(out[2].applies);
  g_assert_cmpint(out[2].standing.years, ==, 0);
}

/* --- launch -------------------------------------------------------------------------------- */

static int32_t day(const char *text) {
  int32_t date;
  g_assert_true(date_parse_iso(text, &date));
  return date;
}

/* date + months = then. */
static const struct {
  const char *date;
  int months;
  const char *then;
} SHIFTS[] = {
    {"2026-02-04", 1, "2026-03-04"},  {"2026-01-31", 1, "2026-02-28"},
    {"2026-01-31", 2, "2026-03-31"},  {"2026-01-30", 3, "2026-04-30"},
    {"2026-12-31", 2, "2027-02-28"},  {"2027-12-31", 2, "2028-02-29"},
    {"2026-08-31", 11, "2027-07-31"}, {"2026-10-31", 1, "2026-11-30"},
};

static void test_launch_dates(void) {
  begin();
  for (gsize i = 0; i < G_N_ELEMENTS(SHIFTS); i++) {
    int32_t date = day(SHIFTS[i].date), then = day(SHIFTS[i].then);
    plan.deal.sale_date = date;
    plan.deal.promotion_end_date = date + 366;
    plan.deal.site_stops_paying_date = date;
    plan.deal.blackout_dates_count = plan.one_off_costs_count = 2;
    plan.deal.blackout_dates[0] = plan.one_off_costs[1].date = date;
    plan.deal.blackout_dates[1] = plan.one_off_costs[0].date = day("2026-05-15");
    plan.closures_count = 1;
    plan.closures[0] = (DateSpan){date, date};
    plan.staff[0].from_date = plan.rooms[0].to_date = date;
    plan.deal.breakage_date = DATE_NONE;
    launch_plan_of(&plan, SHIFTS[i].months, &scratch->plan);
    const PlanDeal *deal = &scratch->plan.deal;
    g_assert_cmpint(deal->sale_date, ==, then);
    g_assert_cmpint(deal->site_stops_paying_date, ==, then);
    g_assert_cmpint(deal->blackout_dates[0], ==, then);
    g_assert_cmpint(scratch->plan.one_off_costs[1].date, ==, then);
    g_assert_cmpint(date_month(deal->blackout_dates[1]), ==, (4 + SHIFTS[i].months) % 12 + 1);
    g_assert_cmpint(date_month(scratch->plan.one_off_costs[0].date), ==,
                    (4 + SHIFTS[i].months) % 12 + 1);
    g_assert_cmpint(deal->breakage_date, ==, DATE_NONE);
    /* The place's own dates stay. */
    g_assert_cmpint(scratch->plan.closures[0].from_date, ==, date);
    g_assert_cmpint(scratch->plan.staff[0].from_date, ==, date);
    g_assert_cmpint(scratch->plan.rooms[0].to_date, ==, date);
  }
}

/* Ends of months that fall together keep their order. */
static void test_launch_order(void) {
  begin();
  plan.deal.sale_date = day("2026-01-30");
  plan.deal.sale_days = 2;
  plan.deal.promotion_end_date = day("2026-01-31");
  plan.deal.breakage_policy = BREAKAGE_WHEN_REMOTE;
  plan.deal.breakage_date = day("2026-02-01");
  launch_plan_of(&plan, 1, &scratch->plan);
  g_assert_cmpint(scratch->plan.deal.sale_date, ==, day("2026-02-28"));
  g_assert_cmpint(scratch->plan.deal.promotion_end_date, ==, day("2026-03-01"));
  g_assert_cmpint(scratch->plan.deal.breakage_date, ==, day("2026-03-02"));
  launch_plan_of(&plan, 0, &scratch->plan);
  g_assert_cmpmem(&scratch->plan, sizeof plan, &plan, sizeof plan);
}

static void test_launch(void) {
  TrialRunner runner = begin();
  WhatIf out[LAUNCH_MONTHS];
  g_assert_true(launch_compute(&plan, RISK_ALL, &runner, scratch, out));
  g_assert_cmpint(years.asked_count, ==, LAUNCH_MONTHS);
  for (int i = 0; i < LAUNCH_MONTHS; i++) {
    launch_plan_of(&plan, i, &scratch->plan);
    check_told(&out[i], &scratch->plan, &plan);
    g_assert_cmpint(years.asked[i].deal.sale_date, ==, date_add_months(plan.deal.sale_date, i));
  }
  g_assert_cmpint(out[0].less_base.mean_milli, ==, 0);
}

static void test_launch_limits(void) {
  TrialRunner runner = begin();
  WhatIf out[LAUNCH_MONTHS];
  /* The last day that a plan knows is 2099-12-31. */
  plan.deal.sale_date = day("2098-06-01");
  plan.deal.promotion_end_date = day("2099-06-01");
  g_assert_true(launch_compute(&plan, RISK_ALL, &runner, scratch, out));
  for (int i = 0; i < LAUNCH_MONTHS; i++)
    g_assert_cmpint(out[i].applies, ==, i <= 6);
  plan_example(&plan);
  plan.rooms_count = 0;
  g_assert_true(launch_compute(&plan, RISK_ALL, &runner, scratch, out));
  for (int i = 0; i < LAUNCH_MONTHS; i++)
    g_assert_cmpint(out[i].applies, ==, i == 0);
}

/* --- one more ------------------------------------------------------------------------------ */

static void test_one_more(void) {
  TrialRunner runner = begin();
  WhatIf out[ONE_MORE_COUNT];
  plan.staff[3].guarantee_cents_per_hour = 1234;
  plan.rooms[2].from_date = day("2026-03-01");
  g_assert_true(one_more_compute(&plan, RISK_ALL, &runner, scratch, out));
  g_assert_cmpint(years.asked_count, ==, 3);
  const Plan *room = &years.asked[1], *person = &years.asked[2];
  g_assert_cmpint(room->rooms_count, ==, 4);
  g_assert_cmpint(room->staff_count, ==, 5);
  g_assert_cmpmem(&room->rooms[3], sizeof room->rooms[3], &plan.rooms[2], sizeof plan.rooms[2]);
  g_assert_cmpint(person->rooms_count, ==, 3);
  g_assert_cmpint(person->staff_count, ==, 6);
  /* The fifth may serve only accompanied: the fourth is copied. */
  g_assert_cmpmem(&person->staff[5], sizeof person->staff[5], &plan.staff[3], sizeof plan.staff[3]);
  g_assert_cmpmem(&person->staff[4], sizeof person->staff[4], &plan.staff[4], sizeof plan.staff[4]);
  check_told(&out[ONE_MORE_ROOM], room, &plan);
  check_told(&out[ONE_MORE_PERSON], person, &plan);
}

static void test_one_more_limits(void) {
  TrialRunner runner = begin();
  WhatIf out[ONE_MORE_COUNT];
  while (plan.rooms_count < ROOMS_MAX)
    plan.rooms[plan.rooms_count++] = plan.rooms[0];
  for (int i = 0; i < plan.staff_count; i++)
    plan.staff[i].accompanied_only = true;
  g_assert_true(one_more_compute(&plan, RISK_ALL, &runner, scratch, out));
  g_assert_false(out[ONE_MORE_ROOM].applies || out[ONE_MORE_PERSON].applies);
  g_assert_cmpint(years.calls, ==, 0);
  plan.rooms_count = 0;
  plan.staff[0].accompanied_only = false;
  g_assert_true(one_more_compute(&plan, RISK_ALL, &runner, scratch, out));
  g_assert_false(out[ONE_MORE_ROOM].applies || out[ONE_MORE_PERSON].applies);
  plan_example(&plan);
  while (plan.staff_count < STAFF_MAX)
    plan.staff[plan.staff_count++] = plan.staff[0];
  g_assert_true(one_more_compute(&plan, RISK_ALL, &runner, scratch, out));
  g_assert_true(out[ONE_MORE_ROOM].applies && !out[ONE_MORE_PERSON].applies);
}

/* A place with one room and too many who want it, really simulated: another room refuses fewer. */
static void test_one_more_for_real(void) {
  begin();
  g_autofree TrialScratch *of_thread = g_new0(TrialScratch, 1);
  const TrialRunner runner = {trial_run_here, of_thread, 1};
  WhatIf out[ONE_MORE_COUNT];
  plan.rooms_count = 1;
  plan.staff_count = 2;
  plan.deal.vouchers_sold = 150;
  plan.uncertainty_count = 0;
  for (int i = 0; i < 7; i++)
    plan.regulars.wanted_milli_visits[i] = 3000;
  trials_forget(scratch);
  g_assert_true(one_more_compute(&plan, RISK_LUCK, &runner, scratch, out));
  int64_t refused = trial_quantile(&scratch->base, RISK_REFUSED_EXTRA, 50000);
  g_assert_true(out[ONE_MORE_ROOM].applies && out[ONE_MORE_PERSON].applies);
  g_test_message("refused %d, with one room more %d", (int)refused,
                 out[ONE_MORE_ROOM].refused_extra);
  g_assert_cmpint(out[ONE_MORE_ROOM].refused_extra, <, refused);
  g_assert_cmpint(out[ONE_MORE_ROOM].closing_less_base.mean_milli, >, 0);
}

/* 50, 30 and 20 of 444 call in three days of 12 h: 36 h of one more who answers. */
static void test_phone_line(void) {
  begin();
  OneMoreLine line;
  Phone now, then;
  one_more_line_compute(&plan, &line);
  phone_compute(&plan, &now);
  plan.phone.people++;
  phone_compute(&plan, &then);
  g_assert_true(line.applies);
  g_assert_cmpint(line.lost_now_milli, ==, now.lost_milli);
  g_assert_cmpint(line.lost_then_milli, ==, then.lost_milli);
  g_assert_cmpint(line.lost_then_milli, <, line.lost_now_milli / 2);
  g_assert_cmpint(line.cost_cents, ==, 3 * 12 * 1800);
  plan.phone.buyers_calling_per_100k = 0;
  one_more_line_compute(&plan, &line);
  g_assert_false(line.applies);
  plan.phone.buyers_calling_per_100k = 100000;
  plan.phone.people = (int32_t)field_find("phone.people")->maximum;
  one_more_line_compute(&plan, &line);
  g_assert_false(line.applies);
}

/* --- all ----------------------------------------------------------------------------------- */

/* Cancelled at whatever call, the answer is no. */
static void test_cancelled(void) {
  for (int calls = 1; calls < 3; calls++) {
    TrialRunner runner = begin();
    WhatIf out[LAUNCH_MONTHS];
    years.asked = (g_free(years.asked), NULL);
    years.cancel_after = calls;
    g_assert_false(oversell_compute(&plan, RISK_ALL, &runner, scratch, out));
    years.calls = 0;
    trials_forget(scratch);
    g_assert_false(one_more_compute(&plan, RISK_ALL, &runner, scratch, out));
    years.calls = 0;
    trials_forget(scratch);
    g_assert_false(launch_compute(&plan, RISK_ALL, &runner, scratch, out));
  }
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  scratch = g_new0(DecideScratch, 1);
  g_test_add_func("/what-if/faults", test_faults);
  g_test_add_func("/what-if/oversell", test_oversell);
  g_test_add_func("/what-if/oversell-limits", test_oversell_limits);
  g_test_add_func("/what-if/launch-dates", test_launch_dates);
  g_test_add_func("/what-if/launch-order", test_launch_order);
  g_test_add_func("/what-if/launch", test_launch);
  g_test_add_func("/what-if/launch-limits", test_launch_limits);
  g_test_add_func("/what-if/one-more", test_one_more);
  g_test_add_func("/what-if/one-more-limits", test_one_more_limits);
  g_test_add_func("/what-if/one-more-for-real", test_one_more_for_real);
  g_test_add_func("/what-if/phone-line", test_phone_line);
  g_test_add_func("/what-if/cancelled", test_cancelled);
  int failed = g_test_run();
  g_free(scratch);
  g_free(years.asked);
  return failed;
}
