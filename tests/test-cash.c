/* The bank by hand: each kind of flow alone, on a year written here, on the date and to the cent
 * that domain §10.1 and §5.4 ask for. */
#include <glib.h>

#include "model/cash/earnings.h"
#include "tests/cash-world.h"

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

/* Nothing weighs, or there is no instalment: all of it on the sale's last day. */
static void test_instalments_without_weight(void) {
  g_autoptr(World) world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->sale_days = 3;
  world->year.vouchers_sold = 444;
  for (int i = 0; i < deal->instalments_count; i++)
    deal->instalments[i].weight = 0;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 6), ==, 1510044);
  deal->instalments_count = 0;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 6), ==, 1510044);
  g_assert_cmpint(sum_of(world, CASH_SITE_PAYOUTS), ==, 1510044);
}

/* 18.00 a visit of each kind, none of those who did not come; a pay day hands on its own too. The
 * 456th day is the eighth of its period. */
static void test_tips(void) {
  g_autoptr(World) world = world_new();
  world->plan.clients.tips_cents_per_visit = 1800;
  add_regular(world, 2026, 2, 4, 2);
  add_deal_visits(world, 12, 3);
  world->year.day[12].deal_no_shows = 5;
  world->year.day[13].visits[VISIT_RETURNING] = 1;
  world->year.day[455].visits[VISIT_RETURNING] = 1;
  world_compute(world);
  g_assert_cmpint(world->cash.day[0].line_cents[CASH_TIPS], ==, 3600);
  g_assert_cmpint(world->cash.day[12].line_cents[CASH_TIPS], ==, 5400);
  g_assert_cmpint(world->cash.day[13].line_cents[CASH_TIPS], ==, 1800 - 10800);
  g_assert_cmpint(sum_of(world, CASH_TIPS), ==, 1800);
  cash_compute(&world->plan, &world->timetable, &world->year, false, &world->cash);
  g_assert_cmpint(world->cash.day[12].line_cents[CASH_TIPS], ==, 0);
  world_compute(world);
  int64_t taxes_cents = world->cash.tax_collected_cents;
  Earnings with_tips, without;
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &with_tips);
  world->plan.clients.tips_cents_per_visit = 0;
  world_compute(world);
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &without);
  g_assert_cmpint(world->cash.tax_collected_cents, ==, taxes_cents);
  g_assert_cmpint(with_tips.total_cents, ==, without.total_cents);
}

/* What a day collects, by tax, and of what. Price 80.00, list 160.00, own share 40.00. */
static void assert_taxed(World *world, int day, int64_t sales_cents, int64_t gst_cents,
                         int64_t qst_cents) {
  world_compute(world);
  const CashDay *cash = &world->cash.day[day];
  g_assert_cmpint(cash->taxed_sales_cents, ==, sales_cents);
  g_assert_cmpint(cash->tax_collected_cents[0], ==, gst_cents);
  g_assert_cmpint(cash->tax_collected_cents[1], ==, qst_cents);
}

static void test_taxes_by_component(void) {
  g_autoptr(World) world = world_new();
  PlanDeal *deal = &world->plan.deal;
  world->year.vouchers_sold = 10;
  add_deal_visits(world, 20, 2);
  world->year.day[20].extras = 1;
  assert_taxed(world, 20, 2 * 8000 + 2000, 400 + 500, 798 + 998);
  g_assert_cmpint(world->cash.day[0].tax_credits_cents[0], ==, 2000);
  g_assert_cmpint(world->cash.day[0].tax_credits_cents[1], ==, 3990);
  g_assert_cmpint(world->cash.collected_by_tax_cents[1], ==, 798 + 998);
  /* Each of two supplies of 4.00 and goods of 10.00: 0.20 and 0.40; 0.50 and 1.00. */
  g_assert_cmpint(world->cash.credits_by_tax_cents[1], ==, 3990 + 2 * 40 + 100);
  deal->price_tax_wording = WORDING_INCLUDED;
  assert_taxed(world, 20, 6958 + 8958, 348 + 448, 694 + 894);
  deal->price_tax_wording = WORDING_EXTRA;
  deal->tax_treatment = TREATMENT_LIST_PRICE;
  assert_taxed(world, 20, 2 * 16000 + 2000, 800 + 900, 1596 + 1796);
  deal->tax_treatment = TREATMENT_SITE_PRINCIPAL;
  assert_taxed(world, 20, 2000, 100, 200);
  assert_taxed(world, 0, 40000, 2000, 3990);
  deal->tax_treatment = TREATMENT_AT_SALE;
  assert_taxed(world, 20, 2000, 100, 200);
  assert_taxed(world, 0, 80000, 4000, 7980);
  /* One of two given back after use takes its invoice with it: in F that of the sale. */
  deal->refund_after_use_per_100k = 50000;
  assert_taxed(world, 20, 2000 - 8000, 100 - 400, 200 - 798);
  deal->tax_treatment = TREATMENT_GIFT_CERTIFICATE;
  assert_taxed(world, 20, 8000 + 2000, 500, 998);
}

/* 2.5 % of 80.00 with 5 % and 9.975 %, of ten: 20.00 + 1.00 + 2.00; the taxes come back. */
static void test_taxed_card_fee(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.card_fee_per_100k = 2500;
  world->plan.deal.card_fee_taxed = true;
  world->year.vouchers_sold = 10;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_CARD_FEES), ==, -2300);
  g_assert_cmpint(world->cash.credits_by_tax_cents[0], ==, 2000 + 100);
  g_assert_cmpint(world->cash.credits_by_tax_cents[1], ==, 3990 + 200);
  /* 444 × 1.20 on one statement: 532.80 + 26.64 + 53.15, where 0.12 a voucher made 53.28. */
  world->plan.deal.card_fee_per_100k = 1500;
  world->year.vouchers_sold = 444;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_CARD_FEES), ==, -53280 - 2664 - 5315);
  world->plan.deal.card_fee_per_100k = 2500;
  world->year.vouchers_sold = 10;
  world->plan.deal.card_fee_taxed = false;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_CARD_FEES), ==, -2000);
  g_assert_cmpint(world->cash.credits_by_tax_cents[1], ==, 3990);
}

/* Paid for vouchers used, in F included, registered from February 20: what was used before is
 * stated on the eve and bears no tax, in cash as in earnings. */
static void test_registered_between_use_and_statement(void) {
  g_autoptr(World) world = world_new();
  Plan *plan = &world->plan;
  plan->deal.payout_basis = PAYOUT_REDEEMED;
  plan->deal.tax_treatment = TREATMENT_AT_SALE;
  plan->deal.price_tax_wording = WORDING_INCLUDED;
  plan->deal.card_fee_per_100k = 2500;
  plan->deal.card_fee_taxed = true;
  plan->services[0].supplies_cents = plan->services[1].supplies_cents = 0;
  plan->business.gst_registered_from_date = date_from_ymd(2026, 2, 20);
  world->year.vouchers_sold = 10;
  add_deal_visits(world, day_of(world, 2026, 2, 18), 1);
  add_deal_visits(world, day_of(world, 2026, 2, 21), 1);
  world_compute(world);
  /* 80.00 − 45.99 of commission − 2.30 of fee. */
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 19), ==, 8000 - 4599);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 28), ==, 8000 - 4599);
  g_assert_cmpint(on(world, CASH_CARD_FEES, 2026, 2, 19), ==, -230);
  g_assert_cmpint(world->cash.tax_collected_cents, ==, 348 + 694);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 599 + 30);
  Earnings earnings;
  earnings_compute(plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_DEAL_REVENUE], ==, 8000 + 6958);
  g_assert_cmpint(earnings.line_cents[EARN_UNRECOVERABLE_TAX], ==, -599);
  g_assert_cmpint(earnings.line_cents[EARN_CARD_FEES], ==, -230 - 200);
  g_assert_cmpint(earnings.total_cents, ==,
                  world->cash.closing_cents -
                      world->cash.day[world->cash.days - 1].tax_set_aside_cents);
}

/* Used on the horizon's last day: earned with the commission of a statement still to come. */
static void test_used_after_the_last_statement(void) {
  g_autoptr(World) world = world_new();
  Plan *plan = &world->plan;
  plan->deal.payout_basis = PAYOUT_REDEEMED;
  plan->business.gst_registered = false;
  world->year.vouchers_sold = 1;
  add_deal_visits(world, world->timetable.days - 1, 1);
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_SITE_PAYOUTS), ==, 0);
  Earnings earnings;
  earnings_compute(plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_DEAL_REVENUE], ==, 8000);
  g_assert_cmpint(earnings.line_cents[EARN_COMMISSION], ==, -4000);
  g_assert_cmpint(earnings.line_cents[EARN_UNRECOVERABLE_TAX], ==, -599 - 60);
}

/* F included, sold at 15 % in Nova Scotia and used at 14 %: the tax is that of the sale. */
static void test_rate_change_after_sale(void) {
  g_autoptr(World) world = world_new();
  Plan *plan = &world->plan;
  plan->business.tax_regime = REGIME_NS;
  plan->deal.sale_date = date_from_ymd(2025, 2, 4);
  plan->deal.promotion_end_date = date_from_ymd(2026, 2, 4);
  plan->deal.tax_treatment = TREATMENT_AT_SALE;
  plan->deal.price_tax_wording = WORDING_INCLUDED;
  plan->deal.refund_after_use_per_100k = 50000;
  world->year.vouchers_sold = 2;
  add_deal_visits(world, day_of(world, 2025, 5, 5), 2);
  world_compute(world);
  /* 80.00 − 15/115. */
  g_assert_cmpint(world->cash.tax_collected_cents, ==, 2 * 1043 - 1043);
  Earnings earnings;
  earnings_compute(plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.line_cents[EARN_DEAL_REVENUE], ==, 2 * 6957);
  g_assert_cmpint(earnings.line_cents[EARN_REFUNDS], ==, -6957);
}

/* Paid for vouchers used, without a wait after the promotion: the share held of the last statement
 * comes with it, not before. */
static void test_hold_back_of_last_statement(void) {
  g_autoptr(World) world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->payout_basis = PAYOUT_REDEEMED;
  deal->hold_back_per_100k = 10000;
  deal->hold_back_days = 0;
  world->year.vouchers_sold = 10;
  add_deal_visits(world, 3, 1);
  add_deal_visits(world, world->timetable.promotion_days - 1, 1);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 2, 15), ==, 3401 - 340);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2027, 2, 4), ==, 0);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2027, 2, 15), ==, 3401 + 340);
  deal->site_stops_paying_date = date_from_ymd(2027, 2, 15);
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_SITE_PAYOUTS), ==, 3401 - 340);
  /* Its invoice counts all the same. */
  g_assert_cmpint(world->cash.credits_by_tax_cents[0], ==, 2 * (200 + 20));
}

/* The site stops before it would take back two vouchers: the client is paid all the same. */
static void test_refund_after_the_site_stopped(void) {
  g_autoptr(World) world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->refund_before_use_per_100k = 20000;
  deal->site_stops_paying_date = date_from_ymd(2026, 3, 1);
  world->year.vouchers_sold = 10;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_SITE_PAYOUTS), ==, 11337);
  g_assert_cmpint(on(world, CASH_REFUNDS, 2026, 4, 29), ==, -2 * 3401);
  g_assert_cmpint(world->cash.credits_by_tax_cents[0], ==, 2000 - 400);
  g_assert_cmpint(world->cash.day[world->cash.days - 1].not_yet_earned_cents, ==, 11337 - 6802);
  g_assert_cmpint(world->cash.site_unpaid_cents, ==, 34010 - 11337);
  deal->site_stops_paying_date = DATE_NONE;
  world_compute(world);
  g_assert_cmpint(world->cash.site_unpaid_cents, ==, 0);
}

/* Paid for vouchers used: what was held back of the first statement, and the second one whole. */
static void test_unpaid_when_used(void) {
  g_autoptr(World) world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->payout_basis = PAYOUT_REDEEMED;
  deal->hold_back_per_100k = 10000;
  deal->site_stops_paying_date = date_from_ymd(2026, 3, 1);
  world->year.vouchers_sold = 10;
  add_deal_visits(world, 3, 1);
  add_deal_visits(world, 40, 1);
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_SITE_PAYOUTS), ==, 3401 - 340);
  g_assert_cmpint(world->cash.site_unpaid_cents, ==, 340 + 3401);
}

/* 10 sold at a net 33.01 each with a fee of 1.00 (2.5 % of its own share), 2 used, 1 given back;
 * the 7 left are owed until they are judged never to be used, on their date or with each use. */
static void test_broken_are_not_owed(void) {
  g_autoptr(World) world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->card_fee_per_100k = 2500;
  deal->card_fee_base = CARD_FEE_ON_OWN_SHARE;
  deal->refund_before_use_per_100k = 10000;
  world->year.vouchers_sold = 10;
  add_deal_visits(world, 100, 1);
  add_deal_visits(world, 200, 1);
  world_compute(world);
  const CashDay *last = &world->cash.day[world->cash.days - 1];
  g_assert_cmpint(last->not_yet_earned_cents, ==, 7 * 3301);
  deal->breakage_policy = BREAKAGE_WHEN_REMOTE;
  deal->breakage_date = date_from_ymd(2027, 3, 1);
  world_compute(world);
  int remote_day = day_of(world, 2027, 3, 1);
  g_assert_cmpint(world->cash.day[remote_day - 1].not_yet_earned_cents, ==, 7 * 3301);
  g_assert_cmpint(world->cash.day[remote_day].not_yet_earned_cents, ==, 0);
  g_assert_cmpint(last->not_yet_earned_cents, ==, 0);
  deal->breakage_policy = BREAKAGE_PROPORTIONAL;
  world_compute(world);
  g_assert_cmpint(world->cash.day[99].not_yet_earned_cents, ==, 9 * 3301);
  g_assert_cmpint(world->cash.day[100].not_yet_earned_cents, ==, 33010 - 18156);
  g_assert_cmpint(last->not_yet_earned_cents, ==, 0);
}

/* A horizon of one day or none; what falls due later is left out. */
static void test_short_horizons(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.opening_cash_cents = 12345;
  world->plan.clients.tips_cents_per_visit = 100;
  world->year.vouchers_sold = 10;
  add_regular(world, 2026, 2, 4, 1);
  for (int days = 0; days < 2; days++) {
    world->timetable.days = days;
    cash_compute(&world->plan, &world->timetable, &world->year, true, &world->cash);
    g_assert_cmpint(world->cash.days, ==, days);
    g_assert_cmpint(world->cash.closing_cents, ==, 12345 + days * (9198 - 230 + 100));
    g_assert_cmpint(world->cash.lowest_cents, ==, world->cash.closing_cents);
    g_assert_cmpint(world->cash.lowest_day_index, ==, 0);
    g_assert_cmpint(world->cash.remittance_count, ==, days);
    g_assert_cmpint(world->cash.tax_collected_cents, ==, days * 1198);
  }
  Earnings earnings;
  world->timetable.days = 0;
  world->plan.deal.payout_basis = PAYOUT_REDEEMED;
  earnings_compute(&world->plan, &world->timetable, &world->year, true, &earnings);
  g_assert_cmpint(earnings.total_cents, ==, 0);
}

/* Sold on January 31: a statement, a month and a period end that day. */
static void test_sale_on_last_of_month(void) {
  g_autoptr(World) world = world_new();
  Plan *plan = &world->plan;
  plan->deal.sale_date = date_from_ymd(2026, 1, 31);
  plan->business.reporting_period = REPORTING_MONTHLY;
  plan->business.owner_draw_monthly_cents = 100;
  plan->deal.payout_basis = PAYOUT_REDEEMED;
  world->year.vouchers_sold = 10;
  add_deal_visits(world, 0, 1);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_SITE_PAYOUTS, 2026, 1, 31), ==, 3401);
  g_assert_cmpint(on(world, CASH_OWNER_DRAW, 2026, 1, 31), ==, 0);
  g_assert_cmpint(on(world, CASH_OWNER_DRAW, 2026, 2, 1), ==, -100);
  /* 11.98 less the commission's 5.99 and the supplies' 0.60. */
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 2, 28), ==, -(1198 - 599 - 60));
  g_assert_cmpint(world->cash.remittance[0].period_end_date, ==, plan->deal.sale_date);
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
  g_test_add_func("/cash/instalments without weight", test_instalments_without_weight);
  g_test_add_func("/cash/tips", test_tips);
  g_test_add_func("/cash/taxes by component", test_taxes_by_component);
  g_test_add_func("/cash/unpaid when used", test_unpaid_when_used);
  g_test_add_func("/cash/broken are not owed", test_broken_are_not_owed);
  g_test_add_func("/cash/taxed card fee", test_taxed_card_fee);
  g_test_add_func("/cash/registered between use and statement",
                  test_registered_between_use_and_statement);
  g_test_add_func("/cash/used after the last statement", test_used_after_the_last_statement);
  g_test_add_func("/cash/rate change after the sale", test_rate_change_after_sale);
  g_test_add_func("/cash/hold-back of the last statement", test_hold_back_of_last_statement);
  g_test_add_func("/cash/refund after the site stopped", test_refund_after_the_site_stopped);
  g_test_add_func("/cash/short horizons", test_short_horizons);
  g_test_add_func("/cash/sale on the last of a month", test_sale_on_last_of_month);
  g_test_add_func("/cash/lowest", test_lowest);
  return g_test_run();
}
