/* The bank by hand: each kind of flow alone, on a year written here, on the date and to the cent
 * that domain §10.1 and §5.4 ask for. */
#include <glib.h>
#include <string.h>

#include "model/engine/cash.h"
#include "model/engine/earnings.h"
#include "model/store/plan-json.h"

typedef struct {
  Plan plan;
  Timetable timetable;
  Year year;
  Cash cash;
} World;

static void world_free(World *world) {
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

/* The example's business and contract, with nothing that happens yet: no fixed costs, no phone. */
static World *world_new(void) {
  World *world = g_new0(World, 1);
  plan_example(&world->plan);
  PlanBusiness *business = &world->plan.business;
  business->opening_cash_cents = business->fixed_costs_monthly_cents = 0;
  business->owner_draw_monthly_cents = business->cash_floor_cents = 0;
  world->plan.phone.extra_days = 0;
  timetable_fill(&world->plan, &world->timetable);
  world->year.days = world->timetable.days;
  return world;
}

static void world_compute(World *world) {
  timetable_fill(&world->plan, &world->timetable);
  cash_compute(&world->plan, &world->timetable, &world->year, true, &world->cash);
}

static int day_of(const World *world, int year, int month, int day) {
  return date_from_ymd(year, month, day) - world->plan.deal.sale_date;
}

static int64_t on(const World *world, CashLine line, int year, int month, int day) {
  return world->cash.day[day_of(world, year, month, day)].line_cents[line];
}

static int64_t sum_of(const World *world, CashLine line) {
  int64_t sum_cents = 0;
  for (int i = 0; i < world->cash.days; i++)
    sum_cents += world->cash.day[i].line_cents[line];
  return sum_cents;
}

static void add_deal_visits(World *world, int day, int visits) {
  world->year.day[day].visits[VISIT_DEAL] += visits;
  world->year.day[day].deal_last += visits;
  world->year.vouchers_wanted += visits;
  world->year.vouchers_served += visits;
}

/* 444 × (80 − 40 − 2 − 3.99…) = 35,520 − 20,419.56 in thirds, 5, 30 and 60 business days later. */
static void test_instalments(void) {
  g_autoptr(World) world = world_new();
  world->year.vouchers_sold = 444;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 11), ==, 503348);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 3, 18), ==, 503348);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 4, 29), ==, 503348);
  g_assert_cmpint(sum_of(world, CASH_SITE_PAYOUTS), ==, 1510044);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 88800 + 177156);
}

/* domain §10.3: 100 at 50; 1,062.81, 531.41, 531.40; two given back cost 42.51 of the last. */
static void test_campaign_of_100(void) {
  g_autoptr(World) world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->price_cents = 5000;
  deal->refund_before_use_per_100k = 2000;
  deal->instalments[0].weight = 2;
  world->year.vouchers_sold = 100;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 11), ==, 106281);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 3, 18), ==, 53141);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 4, 29), ==, 53140);
  g_assert_cmpint(on(world, CASH_REFUNDS, 2026, 4, 29), ==, -4251);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 12500 + 24938 - 250 - 499);
  /* Nothing used: all received and not given back is owed. */
  g_assert_cmpint(world->cash.day[world->cash.days - 1].not_yet_earned_cents, ==, 212562 - 4251);
}

static void test_hold_back_and_default(void) {
  g_autoptr(World) world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->hold_back_per_100k = 10000;
  deal->hold_back_days = 30;
  world->year.vouchers_sold = 444;
  world_compute(world);
  /* 10 % of 15,100.44 thirty days after April 29. */
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 5, 29), ==, 151004);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 11), ==, 453013);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 4, 29), ==, 453014);
  deal->site_stops_paying_date = date_from_ymd(2026, 4, 29);
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_SITE_PAYOUTS), ==, 453013 * 2);
}

/* Used on the 7th and on the 24th: paid on the 15th and on the last of February. */
static void test_redeemed(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.payout_basis = PAYOUT_REDEEMED;
  world->year.vouchers_sold = 444;
  add_deal_visits(world, 3, 10);
  add_deal_visits(world, 20, 1);
  world_compute(world);
  /* 10 × 40 less the tax of 400: 20 + 39.90. */
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 15), ==, 34010);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 28), ==, 3401);
  g_assert_cmpint(sum_of(world, CASH_SITE_PAYOUTS), ==, 37411);
  g_assert_cmpint(world->cash.highest_not_yet_earned_cents, ==, 0);
}

/* Three visits, one buys extras: 11.98 twice and 11.98 + 20 × 1.14975 = 34.98 (taxes of 100: 5.00 +
 * 9.98). Supplies 4.60 each, goods 11.50. */
static void test_counter(void) {
  g_autoptr(World) world = world_new();
  world->year.vouchers_sold = 444;
  add_deal_visits(world, 10, 3);
  world->year.day[10].extras = 1;
  world_compute(world);
  const int64_t *line = world->cash.day[10].line_cents;
  g_assert_cmpint(line[CASH_DEAL_COUNTER], ==, 2 * 1198 + 2000 + 500 + 998);
  g_assert_cmpint(line[CASH_SUPPLIES], ==, -3 * 460 - 1150);
  g_assert_cmpint(world->cash.tax_collected_cents, ==, 2 * 1198 + 1498);
  world->plan.deal.price_tax_wording = WORDING_INCLUDED;
  world_compute(world);
  /* B: nothing to add but the extras with their taxes; 10.42 a voucher is collected all the same.
   */
  int64_t extras_tax_cents = (348 + 100) + (694 + 200) - 1042;
  g_assert_cmpint(world->cash.day[10].line_cents[CASH_DEAL_COUNTER], ==, 2000 + extras_tax_cents);
  g_assert_cmpint(world->cash.tax_collected_cents, ==, 3 * 1042 + extras_tax_cents);
}

/* Received 15,100.44 by April 29; 111 of 444 used before, 222 after. */
static void test_not_yet_earned(void) {
  g_autoptr(World) world = world_new();
  world->year.vouchers_sold = 444;
  add_deal_visits(world, day_of(world, 2026, 4, 1), 111);
  add_deal_visits(world, day_of(world, 2026, 6, 1), 222);
  world_compute(world);
  const CashDay *day = world->cash.day;
  g_assert_cmpint(day[6].not_yet_earned_cents, ==, 0);
  g_assert_cmpint(day[7].not_yet_earned_cents, ==, 503348);
  g_assert_cmpint(day[day_of(world, 2026, 3, 31)].not_yet_earned_cents, ==, 1006696);
  g_assert_cmpint(day[day_of(world, 2026, 4, 1)].not_yet_earned_cents, ==, 1006696 - 377511);
  g_assert_cmpint(day[day_of(world, 2026, 4, 29)].not_yet_earned_cents, ==, 1510044 - 377511);
  g_assert_cmpint(day[day_of(world, 2026, 6, 1)].not_yet_earned_cents, ==, 377511);
  g_assert_cmpint(world->cash.highest_not_yet_earned_cents, ==, 1510044 - 377511);
  g_assert_cmpint(world->cash.highest_not_yet_earned_day_index, ==, day_of(world, 2026, 4, 29));
}

static void add_regular(World *world, int year, int month, int day, int visits) {
  world->year.day[day_of(world, year, month, day)].service_visits[VISIT_REGULAR][0] +=
      (int16_t)visits;
}

/* 80.00 + 4.00 + 7.98; supplies 2.00 + 0.10 + 0.20. Net tax 11.68 a visit. */
static void test_quarterly_taxes(void) {
  g_autoptr(World) world = world_new();
  add_regular(world, 2026, 2, 4, 1);
  add_regular(world, 2026, 3, 31, 2);
  add_regular(world, 2026, 4, 1, 5);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_REGULAR_TAKINGS, 2026, 2, 4), ==, 9198);
  g_assert_cmpint(on(world, CASH_SUPPLIES, 2026, 2, 4), ==, -230);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 4, 30), ==, -3 * 1168);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 7, 31), ==, -5 * 1168);
  g_assert_cmpint(sum_of(world, CASH_TAXES), ==, -8 * 1168);
  g_assert_cmpint(world->cash.day[day_of(world, 2026, 4, 29)].tax_set_aside_cents, ==, 8 * 1168);
  g_assert_cmpint(world->cash.day[day_of(world, 2026, 4, 30)].tax_set_aside_cents, ==, 5 * 1168);
}

static void test_monthly_taxes(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.reporting_period = REPORTING_MONTHLY;
  add_regular(world, 2026, 2, 28, 1);
  add_regular(world, 2026, 3, 2, 2);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 3, 31), ==, -1168);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 4, 30), ==, -2 * 1168);
}

/* A fiscal year that ends in May: quarters end in August, November, February and May. */
static void test_fiscal_quarters(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.fiscal_year_end_month = 5;
  add_regular(world, 2026, 2, 28, 1);
  add_regular(world, 2026, 3, 2, 2);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 3, 31), ==, -1168);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 6, 30), ==, -2 * 1168);
}

static void test_annual_taxes(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.reporting_period = REPORTING_ANNUAL;
  add_regular(world, 2026, 5, 1, 200);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 3, 31), ==, -200 * 1168);
  world->plan.business.legal_form = LEGAL_SOLE_PROPRIETOR;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 4, 30), ==, -200 * 1168);
  g_assert_cmpint(sum_of(world, CASH_TAXES), ==, -200 * 1168);
  /* 3,000 or more: the second quarter's own at the end of July, the rest with the return. */
  add_regular(world, 2026, 5, 1, 60);
  add_regular(world, 2026, 12, 1, 10);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 7, 31), ==, -260 * 1168);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 1, 31), ==, -10 * 1168);
  g_assert_cmpint(sum_of(world, CASH_TAXES), ==, -270 * 1168);
  /* A quarter of credits is no instalment: it comes back with the return, after the
   * horizon. */
  add_regular(world, 2026, 5, 1, 300);
  world->year.vouchers_sold = 444;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 4, 30), ==, 0);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 7, 31), ==, -560 * 1168);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 4, 30), ==, 0);
  g_assert_cmpint(world->cash.day[world->cash.days - 1].tax_set_aside_cents, ==, -265956);
}

/* Credits of 444 commissions and no sale: back thirty days after April 30. */
static void test_tax_refund(void) {
  g_autoptr(World) world = world_new();
  world->year.vouchers_sold = 444;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 5, 30), ==, 265956);
  g_assert_cmpint(sum_of(world, CASH_TAXES), ==, 265956);
}

static void test_not_registered(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.gst_registered = false;
  world->year.vouchers_sold = 444;
  add_regular(world, 2026, 2, 4, 1);
  add_deal_visits(world, 10, 1);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_REGULAR_TAKINGS, 2026, 2, 4), ==, 8000);
  g_assert_cmpint(sum_of(world, CASH_DEAL_COUNTER), ==, 0);
  g_assert_cmpint(sum_of(world, CASH_TAXES), ==, 0);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 0);
}

/* 1,000.00 for two weeks: February 17; 200.00 on March 15. The last, cut period is paid after the
 * horizon. */
static void test_pay(void) {
  g_autoptr(World) world = world_new();
  world->year.staff_visit_pay_cents[0][0] = 100000;
  world->year.staff_visit_pay_cents[world->timetable.days / 14][0] = 70000;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_PAY, 2026, 2, 17), ==, -100000);
  g_assert_cmpint(on(world, CASH_CONTRIBUTIONS, 2026, 3, 15), ==, -20000);
  g_assert_cmpint(sum_of(world, CASH_PAY), ==, -100000);
  g_assert_cmpint(sum_of(world, CASH_CONTRIBUTIONS), ==, -20000);
  Earnings earnings;
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_PAY], ==, -170000);
}

/* 75 minutes worked are 20.75 at 16.60: 20.00 is topped up in Québec, not in Ontario. */
static void test_minimum_wage(void) {
  g_autoptr(World) world = world_new();
  world->year.staff_visit_pay_cents[0][0] = 2000;
  world->year.staff_worked_minutes[0][0] = 75;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_PAY), ==, -2075);
  world->plan.business.tax_regime = REGIME_ON;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_PAY), ==, -2000);
}

/* Therapist 1 is on shift 80 hours in two weeks: at least 800.00 at 10.00 an hour. */
static void test_guarantee(void) {
  g_autoptr(World) world = world_new();
  world->plan.staff[0].guarantee_cents_per_hour = 1000;
  world->year.staff_visit_pay_cents[0][0] = 79999;
  world->year.staff_visit_pay_cents[1][0] = 80001;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_PAY, 2026, 2, 17), ==, -80000);
  g_assert_cmpint(on(world, CASH_PAY, 2026, 3, 3), ==, -80001);
}

/* No guarantee, no contributions, no top-up; her own 5 % and 9.975 % come back. */
static void test_self_employed(void) {
  g_autoptr(World) world = world_new();
  world->plan.staff[0].employment = EMPLOYMENT_SELF_EMPLOYED;
  world->year.staff_visit_pay_cents[0][0] = 10000;
  world->year.staff_worked_minutes[0][0] = 6000;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_PAY), ==, -10000);
  g_assert_cmpint(sum_of(world, CASH_CONTRIBUTIONS), ==, 0);
  world->plan.staff[0].gst_registered = true;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_PAY), ==, -11498);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 1498);
}

/* 7,500 of which 4,500 bear 225.00 + 448.88; 15 firsts of the month from March 2026 to May 2027. */
static void test_fixed_costs_and_draw(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.fixed_costs_monthly_cents = 750000;
  world->plan.business.owner_draw_monthly_cents = 250000;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_FIXED_COSTS, 2026, 3, 1), ==, -817388);
  g_assert_cmpint(on(world, CASH_OWNER_DRAW, 2026, 3, 1), ==, -250000);
  g_assert_cmpint(sum_of(world, CASH_FIXED_COSTS), ==, -15 * 817388);
  g_assert_cmpint(sum_of(world, CASH_OWNER_DRAW), ==, -15 * 250000);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 15 * 67388);
  world->plan.deal.sale_date = date_from_ymd(2026, 3, 1);
  world_compute(world);
  g_assert_cmpint(world->cash.day[0].line_cents[CASH_OWNER_DRAW], ==, -250000);
}

static void test_campaign_costs(void) {
  g_autoptr(World) world = world_new();
  Plan *plan = &world->plan;
  plan->phone.extra_days = 3;
  plan->one_off_costs_count = 3;
  plan->one_off_costs[0] = (OneOffCost){"Flyers", 10000, date_from_ymd(2026, 2, 9), true};
  plan->one_off_costs[1] = (OneOffCost){"Fee", 10000, date_from_ymd(2026, 2, 10), false};
  plan->one_off_costs[2] = (OneOffCost){"Paid already", 10000, date_from_ymd(2026, 2, 3), false};
  plan->deal.fixed_fee_cents = 20000;
  world_compute(world);
  /* 12 h × 18.00, three days. */
  for (int i = 0; i < 4; i++)
    g_assert_cmpint(world->cash.day[i].line_cents[CASH_PHONE], ==, i < 3 ? -21600 : 0);
  g_assert_cmpint(on(world, CASH_ONE_OFF, 2026, 2, 9), ==, -11498);
  g_assert_cmpint(on(world, CASH_ONE_OFF, 2026, 2, 10), ==, -10000);
  g_assert_cmpint(on(world, CASH_ONE_OFF, 2026, 2, 4), ==, -22995);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 1498 + 2995);
  cash_compute(plan, &world->timetable, &world->year, false, &world->cash);
  g_assert_cmpint(sum_of(world, CASH_ONE_OFF) + sum_of(world, CASH_PHONE), ==, 0);
}

/* One return visit of two has the price cut of 10.00: 70.00 + 3.50 + 6.98. */
static void test_incentive(void) {
  g_autoptr(World) world = world_new();
  YearDay *day = &world->year.day[30];
  day->service_visits[VISIT_RETURNING][0] = 2;
  day->incentive_service_visits[0] = 1;
  world_compute(world);
  g_assert_cmpint(world->cash.day[30].line_cents[CASH_RETURNING_TAKINGS], ==, 9198 + 8048);
  Earnings earnings;
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_RETURNING_REVENUE], ==, 16000);
  g_assert_cmpint(earnings.line_cents[EARN_INCENTIVES], ==, -1000);
}

/* Half of the served ask their money back, 80.00 + 11.98 each; the tax comes back too. */
static void test_refund_after_use(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.refund_after_use_per_100k = 50000;
  world->year.vouchers_sold = 444;
  add_deal_visits(world, 10, 1);
  add_deal_visits(world, 11, 3);
  world_compute(world);
  g_assert_cmpint(world->cash.day[10].line_cents[CASH_REFUNDS], ==, -9198);
  g_assert_cmpint(world->cash.day[11].line_cents[CASH_REFUNDS], ==, -9198);
  g_assert_cmpint(world->cash.tax_collected_cents, ==, 2 * 1198);
  Earnings earnings;
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_REFUNDS], ==, -16000);
}

/* The whole price the day after the promotion, of which the own share was never income. */
static void test_unserved(void) {
  g_autoptr(World) world = world_new();
  world->year.vouchers_sold = 444;
  world->year.vouchers_wanted = world->year.vouchers_unserved = 5;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_REFUNDS), ==, 0);
  world->plan.deal.if_not_served = UNSERVED_REFUND;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_REFUNDS, 2027, 2, 5), ==, -40000);
  Earnings earnings;
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_REFUNDS], ==, -20000);
}

/* 80.00 kept of a no-show is 69.58 + 3.48 + 6.94, also in A. */
static void test_forfeit(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.no_show_rule = NO_SHOW_FORFEIT;
  world->year.vouchers_sold = 444;
  world->year.day[10].deal_no_shows = world->year.day[10].deal_forfeited_visits = 1;
  world_compute(world);
  g_assert_cmpint(world->cash.tax_collected_cents, ==, 1042);
  g_assert_cmpint(sum_of(world, CASH_SUPPLIES), ==, 0);
  Earnings earnings;
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_DEAL_REVENUE], ==, 6958);
  g_assert_cmpint(earnings.line_cents[EARN_COMMISSION], ==, -4000);
}

/* 3 refused on day 91 leave for good: 5 visits a year × 40.02 × 365 days left. */
static void test_lost_for_good(void) {
  g_autoptr(World) world = world_new();
  world->year.day[91].leave_for_good = 3;
  Earnings earnings;
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_LOST_FOR_GOOD], ==, -3 * 5 * 4002);
}

/* 1.5 % of the whole price, with the instalments: 444 × 1.20. */
static void test_card_fees(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.card_fee_per_100k = 1500;
  world->year.vouchers_sold = 444;
  add_deal_visits(world, 10, 2);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_CARD_FEES, 2026, 2, 11), ==, -17760);
  g_assert_cmpint(sum_of(world, CASH_CARD_FEES), ==, -53280);
  Earnings earnings;
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_CARD_FEES], ==, -240);
}

static void test_lowest(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.opening_cash_cents = 50000;
  world->plan.business.cash_floor_cents = 30000;
  world->plan.business.owner_draw_monthly_cents = 30000;
  add_regular(world, 2026, 3, 11, 10);
  world_compute(world);
  const Cash *cash = &world->cash;
  g_assert_cmpint(cash->day[0].balance_cents, ==, 50000);
  g_assert_cmpint(cash->day[day_of(world, 2026, 3, 1)].balance_cents, ==, 20000);
  g_assert_cmpint(cash->day[day_of(world, 2026, 3, 11)].balance_cents, ==, 20000 + 10 * 8968);
  g_assert_cmpint(cash->lowest_cents, ==, cash->closing_cents);
  g_assert_cmpint(cash->lowest_day_index, ==, day_of(world, 2027, 5, 1));
  g_assert_cmpint(cash->closing_cents, ==, 50000 - 15 * 30000 + 10 * (8968 - 1168));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cash/instalments", test_instalments);
  g_test_add_func("/cash/campaign of 100", test_campaign_of_100);
  g_test_add_func("/cash/hold-back, site stops paying", test_hold_back_and_default);
  g_test_add_func("/cash/paid when redeemed", test_redeemed);
  g_test_add_func("/cash/counter", test_counter);
  g_test_add_func("/cash/not yet earned", test_not_yet_earned);
  g_test_add_func("/cash/quarterly taxes", test_quarterly_taxes);
  g_test_add_func("/cash/monthly taxes", test_monthly_taxes);
  g_test_add_func("/cash/fiscal quarters", test_fiscal_quarters);
  g_test_add_func("/cash/annual taxes", test_annual_taxes);
  g_test_add_func("/cash/tax refund", test_tax_refund);
  g_test_add_func("/cash/not registered", test_not_registered);
  g_test_add_func("/cash/pay", test_pay);
  g_test_add_func("/cash/minimum wage", test_minimum_wage);
  g_test_add_func("/cash/guarantee", test_guarantee);
  g_test_add_func("/cash/self-employed", test_self_employed);
  g_test_add_func("/cash/fixed costs and draw", test_fixed_costs_and_draw);
  g_test_add_func("/cash/campaign costs", test_campaign_costs);
  g_test_add_func("/cash/incentive", test_incentive);
  g_test_add_func("/cash/refund after use", test_refund_after_use);
  g_test_add_func("/cash/unserved", test_unserved);
  g_test_add_func("/cash/forfeit", test_forfeit);
  g_test_add_func("/cash/lost for good", test_lost_for_good);
  g_test_add_func("/cash/card fees", test_card_fees);
  g_test_add_func("/cash/lowest", test_lowest);
  return g_test_run();
}
