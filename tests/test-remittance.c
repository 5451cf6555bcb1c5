/* What the tax offices get, and when (domain §5.4): periods, due dates, refunds, instalments, the
 * Quick Method; and on random plans, that not a cent of tax is lost. */
#include <glib.h>

#include "model/tax/quick-method.h"
#include "model/cash/remittance.h"
#include "model/results/results.h"
#include "model/year/year-scratch.h"
#include "tests/cash-world.h"
#include "tests/money-plan.h"

#define RANDOM_PLANS 500

static const Remittance *return_at(const World *world, int year, int month, int day) {
  int32_t date = date_from_ymd(year, month, day);
  for (int i = 0; i < world->cash.remittance_count; i++)
    if (world->cash.remittance[i].kind == REMITTANCE_RETURN &&
        world->cash.remittance[i].due_date == date)
      return &world->cash.remittance[i];
  g_error("no return due on %d-%02d-%02d", year, month, day);
}

static int instalment_count(const World *world) {
  int count = 0;
  for (int i = 0; i < world->cash.remittance_count; i++)
    count += world->cash.remittance[i].kind == REMITTANCE_INSTALMENT;
  return count;
}

/* 80.00 + 4.00 + 7.98; supplies 2.00 + 0.10 + 0.20. Net tax 3.90 + 7.78 a visit. */
static void test_quarterly(void) {
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
  /* Five quarters and the one that the horizon of 2027-05-05 cuts. */
  g_assert_cmpint(world->cash.remittance_count, ==, 6);
  const Remittance *first = &world->cash.remittance[0];
  g_assert_cmpint(first->period_begin_date, ==, world->plan.deal.sale_date);
  g_assert_cmpint(first->period_end_date, ==, date_from_ymd(2026, 3, 31));
  g_assert_cmpint(first->collected_cents[0], ==, 3 * 400);
  g_assert_cmpint(first->collected_cents[1], ==, 3 * 798);
  g_assert_cmpint(first->credits_cents[0], ==, 3 * 10);
  g_assert_cmpint(first->credits_cents[1], ==, 3 * 20);
  g_assert_cmpint(first->paid_cents[0], ==, 3 * 390);
  g_assert_cmpint(first->paid_cents[1], ==, 3 * 778);
  g_assert_cmpint(first->component_begin, ==, 0);
  g_assert_cmpint(first->component_end, ==, 2);
  g_assert_cmpint(return_at(world, 2027, 7, 31)->period_begin_date, ==, date_from_ymd(2027, 4, 1));
}

static void test_monthly(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.reporting_period = REPORTING_MONTHLY;
  add_regular(world, 2026, 2, 28, 1);
  add_regular(world, 2026, 3, 2, 2);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 3, 31), ==, -1168);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 4, 30), ==, -2 * 1168);
  g_assert_cmpint(world->cash.remittance_count, ==, 16);
}

/* Sales of the cut period are known to be owed, after the horizon. */
static void test_cut_period(void) {
  g_autoptr(World) world = world_new();
  add_regular(world, 2027, 5, 5, 3);
  world_compute(world);
  const Remittance *last = return_at(world, 2027, 7, 31);
  g_assert_cmpint(remittance_paid_cents(last), ==, 3 * 1168);
  g_assert_cmpint(last->paid_date, ==, last->due_date);
  g_assert_cmpint(sum_of(world, CASH_TAXES), ==, 0);
  g_assert_cmpint(world->cash.day[world->cash.days - 1].tax_set_aside_cents, ==, 3 * 1168);
}

/* Fiscal years that end in every month: periods follow each other without a gap, end on last days
 * of months whose number from the year's end is a multiple of the period's, and are due at the end
 * of the month after (a year: the third, or April 30). */
static void test_fiscal_years(void) {
  static const int months[REPORTING_COUNT] = {1, 3, 12};
  g_autoptr(World) world = world_new();
  PlanBusiness *business = &world->plan.business;
  for (int k = 0; k < 12 * REPORTING_COUNT * 2; k++) {
    business->fiscal_year_end_month = k % 12 + 1;
    business->reporting_period = (ReportingPeriod)(k / 12 % REPORTING_COUNT);
    business->legal_form = k < 12 * REPORTING_COUNT ? LEGAL_SOLE_PROPRIETOR : LEGAL_CORPORATION;
    world_compute(world);
    int32_t begin_date = world->plan.deal.sale_date;
    for (int i = 0; i < world->cash.remittance_count; i++) {
      const Remittance *period = &world->cash.remittance[i];
      int32_t end_date = period->period_end_date;
      g_assert_cmpint(period->period_begin_date, ==, begin_date);
      g_assert_cmpint(end_date, ==, date_month_end(end_date));
      int from_year_end = (date_month(end_date) - business->fiscal_year_end_month + 12) % 12;
      g_assert_cmpint(from_year_end % months[business->reporting_period], ==, 0);
      g_assert_cmpint(end_date - begin_date, <, 31 * months[business->reporting_period]);
      int later = business->reporting_period == REPORTING_ANNUAL ? 3 : 1;
      if (later == 3 && business->legal_form == LEGAL_SOLE_PROPRIETOR && date_month(end_date) == 12)
        later = 4;
      int month = date_month(end_date) - 1 + later;
      int year = date_year(end_date) + month / 12;
      month = month % 12 + 1;
      g_assert_cmpint(period->due_date, ==,
                      date_from_ymd(year, month, date_days_in_month(year, month)));
      begin_date = end_date + 1;
    }
    int32_t horizon_end_date = world->plan.deal.sale_date + world->cash.days;
    g_assert_cmpint(begin_date, >=, horizon_end_date);
    g_assert_cmpint(world->cash.remittance[world->cash.remittance_count - 1].period_begin_date, <,
                    horizon_end_date);
  }
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

static void test_annual(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.reporting_period = REPORTING_ANNUAL;
  add_regular(world, 2026, 5, 1, 200);
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 3, 31), ==, -200 * 1168);
  g_assert_cmpint(instalment_count(world), ==, 0);
  world->plan.business.legal_form = LEGAL_SOLE_PROPRIETOR;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 4, 30), ==, -200 * 1168);
  g_assert_cmpint(sum_of(world, CASH_TAXES), ==, -200 * 1168);
}

/* 400 visits: QST 3,112.00 in four parts; GST 1,560.00 stays under 3,000 and goes with the return,
 * although both together pass it. */
static void test_instalments(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.reporting_period = REPORTING_ANNUAL;
  add_regular(world, 2026, 5, 1, 400);
  world_compute(world);
  g_assert_cmpint(instalment_count(world), ==, 4);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 4, 30), ==, -77800);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 7, 31), ==, -77800);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 10, 31), ==, -77800);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 1, 31), ==, -77800);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 3, 31), ==, -156000);
  const Remittance *first = &world->cash.remittance[0], *filed = return_at(world, 2027, 3, 31);
  g_assert_cmpint(first->kind, ==, REMITTANCE_INSTALMENT);
  g_assert_cmpint(first->period_begin_date, ==, world->plan.deal.sale_date);
  g_assert_cmpint(first->period_end_date, ==, date_from_ymd(2026, 3, 31));
  g_assert_cmpint(first->paid_cents[0], ==, 0);
  g_assert_cmpint(filed->instalments_cents[1], ==, 311200);
  g_assert_cmpint(filed->paid_cents[1], ==, 0);
  g_assert_cmpint(world->cash.day[world->cash.days - 1].tax_set_aside_cents, ==, 0);
}

/* One custom tax of 10 %, nothing else: 375 × 8.00 reaches 3,000.00, a cent less does not. What
 * does not divide goes to the last quarter. */
static void test_instalment_threshold(void) {
  g_autoptr(World) world = world_new();
  PlanBusiness *business = &world->plan.business;
  business->reporting_period = REPORTING_ANNUAL;
  business->tax_regime = REGIME_CUSTOM;
  business->custom_taxes[0] = (CustomTax){.rate_per_100k = 10000};
  business->custom_taxes_count = 1;
  add_regular(world, 2026, 5, 1, 375);
  world_compute(world);
  g_assert_cmpint(instalment_count(world), ==, 4);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 10, 31), ==, -75000);
  world->plan.services[0].list_price_cents = 7999; /* still 8.00 of tax */
  business->custom_taxes[0].rate_per_100k = 9999;
  world_compute(world);
  g_assert_cmpint(instalment_count(world), ==, 4);
  add_regular(world, 2026, 5, 1, -375);
  add_regular(world, 2026, 5, 1, 374);
  world_compute(world);
  g_assert_cmpint(instalment_count(world), ==, 0);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 3, 31), ==, -374 * 800);
  add_regular(world, 2026, 5, 1, 3);
  world->plan.services[0].list_price_cents = 8030;
  business->custom_taxes[0].rate_per_100k = 10000;
  world_compute(world);
  /* 3,027.31: 756.83 three times and 756.82. */
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 4, 30), ==, -75683);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 1, 31), ==, -75682);
}

/* The year that the horizon of 2027-05-05 cuts: its two quarters known share what is known. */
static void test_instalments_of_cut_year(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.reporting_period = REPORTING_ANNUAL;
  add_regular(world, 2027, 4, 10, 1000);
  world_compute(world);
  g_assert_cmpint(instalment_count(world), ==, 2);
  g_assert_cmpint(on(world, CASH_TAXES, 2027, 4, 30), ==, -500 * 1168);
  const Remittance *filed = return_at(world, 2028, 3, 31);
  g_assert_cmpint(filed->instalments_cents[0], ==, 390000);
  g_assert_cmpint(remittance_paid_cents(filed), ==, 0);
  g_assert_cmpint(world->cash.day[world->cash.days - 1].tax_set_aside_cents, ==, 500 * 1168);
}

/* Credits of 444 commissions and no sale: back thirty days after April 30. Of the year: after the
 * horizon. */
static void test_refund(void) {
  g_autoptr(World) world = world_new();
  world->year.vouchers_sold = 444;
  world_compute(world);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 5, 30), ==, 265956);
  g_assert_cmpint(sum_of(world, CASH_TAXES), ==, 265956);
  /* By date: the refund of the first quarter comes before the second quarter's return. */
  g_assert_cmpint(world->cash.remittance[0].due_date, ==, date_from_ymd(2026, 4, 30));
  g_assert_cmpint(world->cash.remittance[0].paid_date, ==, date_from_ymd(2026, 5, 30));
  world->plan.business.reporting_period = REPORTING_ANNUAL;
  world->plan.business.legal_form = LEGAL_SOLE_PROPRIETOR;
  world_compute(world);
  g_assert_cmpint(sum_of(world, CASH_TAXES), ==, 0);
  g_assert_cmpint(return_at(world, 2027, 4, 30)->paid_date, ==, date_from_ymd(2027, 5, 30));
  g_assert_cmpint(world->cash.day[world->cash.days - 1].tax_set_aside_cents, ==, -265956);
}

/* Monthly returns due on 30 and 31 of the month, refunds thirty days later: in order of the bank.
 */
static void test_order(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.reporting_period = REPORTING_MONTHLY;
  world->year.vouchers_sold = 444;
  add_regular(world, 2026, 3, 2, 10);
  world_compute(world);
  const Remittance *remittance = world->cash.remittance;
  g_assert_cmpint(remittance[0].period_end_date, ==, date_from_ymd(2026, 2, 28));
  g_assert_cmpint(remittance[0].paid_date, ==, date_from_ymd(2026, 4, 30));
  g_assert_cmpint(remittance[1].period_end_date, ==, date_from_ymd(2026, 3, 31));
  g_assert_cmpint(remittance[1].paid_date, ==, date_from_ymd(2026, 4, 30));
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 4, 30), ==, 265956 - 11680);
}

/* A province has its own dates, whatever the period, and no instalments: 20,000.00 a year would
 * bring Canada's. */
static void test_provincial_dates(void) {
  static const struct {
    TaxRegime regime;
    ReportingPeriod period;
    int year, month, day;
  } cases[] = {
      {REGIME_BC, REPORTING_ANNUAL, 2027, 1, 31},    {REGIME_SK, REPORTING_ANNUAL, 2027, 1, 31},
      {REGIME_MB, REPORTING_ANNUAL, 2027, 1, 20},    {REGIME_BC, REPORTING_QUARTERLY, 2026, 4, 30},
      {REGIME_SK, REPORTING_QUARTERLY, 2026, 4, 30}, {REGIME_MB, REPORTING_QUARTERLY, 2026, 4, 20},
      {REGIME_MB, REPORTING_MONTHLY, 2026, 3, 20},
  };
  g_autoptr(World) world = world_new();
  PlanBusiness *business = &world->plan.business;
  business->provincial_tax_applies = true;
  add_regular(world, 2026, 2, 4, 4000);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    business->tax_regime = cases[i].regime;
    business->reporting_period = cases[i].period;
    world_compute(world);
    const Remittance *province = NULL;
    for (int k = world->cash.remittance_count - 1; k >= 0; k--)
      if (remittance_is_pst(business, &world->cash.remittance[k])) {
        province = &world->cash.remittance[k];
        g_assert_cmpint(province->kind, ==, REMITTANCE_RETURN);
      }
    g_assert_nonnull(province);
    g_assert_cmpint(province->due_date, ==,
                    date_from_ymd(cases[i].year, cases[i].month, cases[i].day));
    g_assert_cmpint(province->paid_date, ==, province->due_date);
    g_assert_cmpint(province->paid_cents[1], ==, cases[i].regime == REGIME_SK ? 1920000 : 2240000);
    g_assert_cmpint(instalment_count(world) > 0, ==, cases[i].period == REPORTING_ANNUAL);
  }
}

/* British Columbia: 7 % to the province apart, without credits: the service's supplies of 2.00 bear
 * GST alone. */
static void test_provincial_apart(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.tax_regime = REGIME_BC;
  world->plan.business.provincial_tax_applies = true;
  add_regular(world, 2026, 2, 4, 100);
  world->year.vouchers_sold = 444;
  world_compute(world);
  g_assert_cmpint(world->cash.remittance_count, ==, 12);
  const Remittance *province = &world->cash.remittance[0], *canada = &world->cash.remittance[1];
  g_assert_cmpint(province->component_begin, ==, 1);
  g_assert_cmpint(province->paid_date, ==, date_from_ymd(2026, 4, 30));
  g_assert_cmpint(province->collected_cents[0], ==, 0);
  g_assert_cmpint(province->collected_cents[1], ==, 56000);
  g_assert_cmpint(province->credits_cents[1], ==, 0);
  g_assert_cmpint(province->paid_cents[1], ==, 56000);
  /* 400.00 − 10.00 − 888.00: a refund does not wait for, nor pay, the other office. */
  g_assert_cmpint(canada->component_end, ==, 1);
  g_assert_cmpint(canada->paid_date, ==, date_from_ymd(2026, 5, 30));
  g_assert_cmpint(canada->paid_cents[0], ==, 40000 - 1000 - 88800);
  g_assert_cmpint(canada->collected_cents[1], ==, 0);
  world->plan.business.provincial_tax_applies = false;
  world_compute(world);
  g_assert_cmpint(world->cash.remittance_count, ==, 6);
  g_assert_cmpint(world->cash.collected_by_tax_cents[1], ==, 0);
}

static void test_registered_later(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.gst_registered_from_date = date_from_ymd(2026, 5, 10);
  add_regular(world, 2026, 5, 9, 1);
  add_regular(world, 2026, 5, 10, 1);
  world->year.vouchers_sold = 444;
  world_compute(world);
  g_assert_cmpint(world->cash.remittance_count, ==, 5);
  g_assert_cmpint(world->cash.remittance[0].period_begin_date, ==, date_from_ymd(2026, 5, 10));
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 7, 31), ==, -1168);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 30);
  world->plan.business.gst_registered = false;
  world_compute(world);
  g_assert_cmpint(world->cash.remittance_count, ==, 0);
  world->plan.business.gst_registered = true;
  world->plan.business.tax_regime = REGIME_EXEMPT;
  world_compute(world);
  g_assert_cmpint(world->cash.remittance_count, ==, 0);
}

/* Of a business that registers with the sale. Québec, services. 8,000.00: GST 3.6 % × 8,400.00 =
 * 302.40 less 84.00; QST 6.6 % × 8,798.00 = 580.67 less 87.98. Then 24,000.00: what is left of
 * 30,000 and of 31,421 brings 1 %. */
static void test_quick_method(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.quick_method = true;
  world->plan.business.gst_registered_from_date = world->plan.deal.sale_date;
  add_regular(world, 2026, 3, 2, 100);
  add_regular(world, 2026, 5, 1, 300);
  add_regular(world, 2026, 8, 1, 10);
  add_regular(world, 2027, 1, 4, 10);
  world_compute(world);
  const Remittance *remittance = world->cash.remittance;
  g_assert_cmpint(remittance[0].paid_cents[0], ==, 30240 - 8400);
  g_assert_cmpint(remittance[0].paid_cents[1], ==, 58067 - 8798);
  g_assert_cmpint(remittance[0].kept_cents[0], ==, 40000 - 21840);
  g_assert_cmpint(remittance[0].credits_cents[0], ==, 0);
  g_assert_cmpint(remittance[1].paid_cents[0], ==, 90720 - 21600);
  g_assert_cmpint(remittance[1].paid_cents[1], ==, 174200 - 22623);
  g_assert_cmpint(remittance[2].paid_cents[0], ==, 3024);
  g_assert_cmpint(remittance[2].paid_cents[1], ==, 5807);
  g_assert_cmpint(remittance[4].paid_cents[0], ==, 3024 - 840);
  g_assert_cmpint(remittance[4].paid_cents[1], ==, 5807 - 880);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 0);
  g_assert_cmpint(on(world, CASH_TAXES, 2026, 4, 30), ==, -21840 - 49269);
  /* Held until the quarter ends, then what is kept is hers. */
  g_assert_cmpint(world->cash.day[day_of(world, 2026, 3, 30)].tax_set_aside_cents, ==, 119800);
  g_assert_cmpint(world->cash.day[day_of(world, 2026, 3, 31)].tax_set_aside_cents, ==, 71109);
  g_assert_cmpint(world->cash.day[day_of(world, 2026, 4, 30)].tax_set_aside_cents, ==, 0);
}

/* Registered before the sale: earlier sales of that fiscal year have used its 1 %, unless it begins
 * with the sale; the next year's is whole. */
static void test_quick_method_credit_used(void) {
  g_autoptr(World) world = world_new();
  PlanBusiness *business = &world->plan.business;
  business->quick_method = true;
  add_regular(world, 2026, 3, 2, 100);
  add_regular(world, 2027, 1, 4, 10);
  world_compute(world);
  const Remittance *remittance = world->cash.remittance;
  g_assert_cmpint(remittance[0].paid_cents[0], ==, 30240);
  g_assert_cmpint(remittance[0].paid_cents[1], ==, 58067);
  g_assert_cmpint(remittance[4].paid_cents[0], ==, 3024 - 840);
  g_assert_cmpint(remittance[4].paid_cents[1], ==, 5807 - 880);
  business->gst_registered_from_date = world->plan.deal.sale_date - 1;
  world_compute(world);
  g_assert_cmpint(remittance[0].paid_cents[0], ==, 30240);
  business->gst_registered_from_date = DATE_NONE;
  business->fiscal_year_end_month = 2;
  world_compute(world);
  g_assert_cmpint(remittance[1].paid_cents[0], ==, 30240 - 8400);
  world->plan.deal.sale_date = date_from_ymd(2026, 3, 1);
  world_compute(world);
  g_assert_cmpint(world->cash.remittance[0].period_begin_date, ==, date_from_ymd(2026, 3, 1));
  g_assert_false(
      remittance_is_credit_used(business, world->plan.deal.sale_date, world->plan.deal.sale_date));
}

/* Of the period that the horizon cuts, on its last day. */
static void test_quick_method_of_cut_period(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.quick_method = true;
  add_regular(world, 2027, 5, 1, 100);
  world_compute(world);
  g_assert_cmpint(world->cash.tax_kept_cents, ==, 119800 - 71109);
  g_assert_cmpint(world->cash.day[world->cash.days - 2].tax_set_aside_cents, ==, 119800);
  g_assert_cmpint(world->cash.day[world->cash.days - 1].tax_set_aside_cents, ==, 71109);
}

/* domain §5.4, C8 of the deal: 50.00 used in A is 1.89 + 3.63, less 0.53 + 0.55. Commission's taxes
 * do not come back. */
static void test_quick_method_of_deal(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.quick_method = true;
  world->plan.deal.price_cents = 5000;
  world->year.vouchers_sold = 1;
  world->plan.business.gst_registered_from_date = world->plan.deal.sale_date;
  add_deal_visits(world, 10, 1);
  world_compute(world);
  g_assert_cmpint(world->cash.remittance[0].paid_cents[0], ==, 189 - 53);
  g_assert_cmpint(world->cash.remittance[0].paid_cents[1], ==, 363 - 55);
  g_assert_cmpint(world->cash.tax_credits_cents, ==, 0);
  g_assert_cmpint(world->cash.tax_kept_cents, ==, 749 - 136 - 308);
}

/* Nova Scotia, 15 % then 14 % from 2025-04-01, in one quarter of a year that ends in February: each
 * at its own quick rate. */
static void test_quick_method_across_rates(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.quick_method = true;
  world->plan.business.tax_regime = REGIME_NS;
  world->plan.business.fiscal_year_end_month = 2;
  world->plan.deal.sale_date = date_from_ymd(2025, 3, 4);
  world->plan.deal.promotion_end_date = date_from_ymd(2026, 3, 4);
  world->plan.business.gst_registered_from_date = world->plan.deal.sale_date;
  add_regular(world, 2025, 3, 20, 10);
  add_regular(world, 2025, 4, 20, 10);
  world_compute(world);
  /* 10 % of 920.00, 9.4 % of 912.00; 1 % of each, in a year that the plan sees whole. */
  g_assert_cmpint(world->cash.remittance[0].paid_cents[0], ==, 9200 + 8573 - 920 - 912);
}

/* The provincial tax is remitted whole; custom taxes have no Quick Method. */
static void test_quick_method_elsewhere(void) {
  g_autoptr(World) world = world_new();
  PlanBusiness *business = &world->plan.business;
  business->quick_method = true;
  business->tax_regime = REGIME_BC;
  business->provincial_tax_applies = true;
  add_regular(world, 2026, 2, 4, 10);
  world_compute(world);
  g_assert_cmpint(world->cash.remittance[0].paid_cents[0], ==, 3024);
  g_assert_cmpint(world->cash.remittance[1].paid_cents[1], ==, 5600);
  g_assert_cmpint(world->cash.remittance[1].kept_cents[1], ==, 0);
  business->tax_regime = REGIME_CUSTOM;
  business->custom_taxes[0] = (CustomTax){.rate_per_100k = 10000, .recoverable = true};
  business->custom_taxes_count = 1;
  world_compute(world);
  g_assert_cmpint(world->cash.remittance[0].paid_cents[0], ==, 10 * (800 - 20));
  g_assert_cmpint(world->cash.tax_kept_cents, ==, 0);
}

/* Instalments under the Quick Method: of what is remitted. */
static void test_quick_method_instalments(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.quick_method = true;
  world->plan.business.reporting_period = REPORTING_ANNUAL;
  world->plan.business.gst_registered_from_date = world->plan.deal.sale_date;
  add_regular(world, 2026, 5, 1, 700);
  world_compute(world);
  /* 56,000.00: GST 2,116.80 − 300.00 under 3,000; QST 6.6 % × 61,586.00 = 4,064.68 − 314.21. */
  g_assert_cmpint(instalment_count(world), ==, 4);
  const Remittance *filed = return_at(world, 2027, 3, 31);
  g_assert_cmpint(filed->instalments_cents[1], ==, 406468 - 31421);
  g_assert_cmpint(filed->paid_cents[0], ==, 211680 - 30000);
  g_assert_cmpint(filed->paid_cents[1], ==, 0);
}

/* Not a cent lost: tax by tax, what is paid over all remittances is what the days collected, less
 * credits and what is kept; each return follows from its own days; those of the horizon are in the
 * bank. */
static bool remittances_agree(const PlanBusiness *business, int32_t sale_date, const Cash *cash) {
  int64_t bank_cents = 0, paid_cents = 0, kept_cents = 0;
  int64_t due_cents[TAX_COMPONENTS_MAX], instalments_cents[TAX_COMPONENTS_MAX] = {0};
  bool agree = cash->remittance_count <= REMITTANCES_MAX;
  for (int c = 0; c < TAX_COMPONENTS_MAX; c++)
    due_cents[c] = cash->collected_by_tax_cents[c] - cash->credits_by_tax_cents[c];
  for (int i = 0; i < cash->remittance_count; i++) {
    const Remittance *remittance = &cash->remittance[i];
    bool filed = remittance->kind == REMITTANCE_RETURN;
    int64_t here_cents = 0;
    agree &= i == 0 || remittance->paid_date >= cash->remittance[i - 1].paid_date;
    for (int c = 0; c < TAX_COMPONENTS_MAX; c++) {
      agree &= remittance->paid_cents[c] ==
               (filed ? remittance->collected_cents[c] - remittance->credits_cents[c] -
                            remittance->kept_cents[c] - remittance->instalments_cents[c]
                      : remittance->paid_cents[c]);
      instalments_cents[c] += filed ? -remittance->instalments_cents[c] : remittance->paid_cents[c];
      due_cents[c] -= remittance->paid_cents[c] + remittance->kept_cents[c];
      kept_cents += remittance->kept_cents[c];
      here_cents += remittance->paid_cents[c];
    }
    agree &= remittance->paid_date == remittance->due_date + (filed && here_cents < 0 ? 30 : 0);
    paid_cents += here_cents;
    if (remittance->paid_date < sale_date + cash->days)
      bank_cents += here_cents;
  }
  for (int c = 0; c < TAX_COMPONENTS_MAX; c++)
    agree &= due_cents[c] == 0 && instalments_cents[c] == 0;
  for (int i = 0; i < cash->days; i++)
    bank_cents += cash->day[i].line_cents[CASH_TAXES];
  return agree && bank_cents == 0 && kept_cents == cash->tax_kept_cents &&
         (business->quick_method || kept_cents == 0) &&
         paid_cents == cash->tax_collected_cents - cash->tax_credits_cents - kept_cents;
}

/* Each return again from the days, and the periods of an office without gap or overlap. */
static void assert_periods(int32_t sale_date, int32_t from_date, const Cash *cash) {
  int32_t next_date[TAX_COMPONENTS_MAX] = {from_date, from_date};
  for (int32_t end_date = from_date; end_date < from_date + 1500; end_date++)
    for (int i = 0; i < cash->remittance_count; i++) {
      const Remittance *filed = &cash->remittance[i];
      if (filed->kind != REMITTANCE_RETURN || filed->period_end_date != end_date)
        continue;
      for (int c = filed->component_begin; c < filed->component_end; c++) {
        int64_t collected_cents = 0, credits_cents = 0;
        g_assert_cmpint(filed->period_begin_date, ==, next_date[c]);
        int begin = next_date[c] == from_date ? 0 : next_date[c] - sale_date;
        for (int day = begin; day < cash->days && day <= end_date - sale_date; day++) {
          collected_cents += cash->day[day].tax_collected_cents[c];
          credits_cents += cash->day[day].tax_credits_cents[c];
        }
        g_assert_cmpint(filed->collected_cents[c], ==, collected_cents);
        g_assert_cmpint(filed->credits_cents[c], ==, credits_cents);
        next_date[c] = end_date + 1;
      }
    }
}

static void test_random_plans(void) {
  g_autofree Results *results = g_new0(Results, 1);
  g_autofree YearScratch *scratch = g_new0(YearScratch, 1);
  g_autofree Plan *plan = g_new0(Plan, 1), *copy = g_new0(Plan, 1);
  g_autoptr(GRand) luck = g_rand_new_with_seed(17);
  int kept = 0, refunds = 0, instalments = 0, apart = 0;
  for (int i = 0; i < RANDOM_PLANS; i++) {
    money_plan_draw(luck, plan);
    results_compute(plan, results, scratch);
    const Plan *applied = registration_apply(plan, &results->registration, copy);
    const PlanBusiness *business = &applied->business;
    int32_t sale_date = plan->deal.sale_date;
    Cash *cash = &results->cash_with;
    g_assert_true(remittances_agree(business, sale_date, cash));
    g_assert_cmpint(results->earnings_with.line_cents[EARN_TAX_KEPT], ==, cash->tax_kept_cents);
    assert_periods(sale_date, MAX(sale_date, business->gst_registered_from_date), cash);
    g_assert_true(
        remittances_agree(&registration_apply(plan, &results->registration_without, copy)->business,
                          sale_date, &results->cash_without));
    kept += cash->tax_kept_cents > 0;
    for (int k = 0; k < cash->remittance_count; k++) {
      refunds += remittance_paid_cents(&cash->remittance[k]) < 0;
      instalments += cash->remittance[k].kind == REMITTANCE_INSTALMENT;
      apart += cash->remittance[k].component_begin > 0;
    }
    if (cash->remittance_count == 0)
      continue;
    /* The check can fail: one cent anywhere. */
    Remittance *any = &cash->remittance[i % cash->remittance_count];
    any->paid_cents[i % TAX_COMPONENTS_MAX]++;
    g_assert_false(remittances_agree(business, sale_date, cash));
    any->paid_cents[i % TAX_COMPONENTS_MAX]--;
    cash->day[i % cash->days].line_cents[CASH_TAXES]++;
    g_assert_false(remittances_agree(business, sale_date, cash));
  }
  g_assert_cmpint(kept, >, 20);
  g_assert_cmpint(refunds, >, 100);
  g_assert_cmpint(instalments, >, 100);
  g_assert_cmpint(apart, >, 20);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/remittance/quarterly", test_quarterly);
  g_test_add_func("/remittance/monthly", test_monthly);
  g_test_add_func("/remittance/cut period", test_cut_period);
  g_test_add_func("/remittance/fiscal years", test_fiscal_years);
  g_test_add_func("/remittance/fiscal quarters", test_fiscal_quarters);
  g_test_add_func("/remittance/annual", test_annual);
  g_test_add_func("/remittance/instalments", test_instalments);
  g_test_add_func("/remittance/instalment threshold", test_instalment_threshold);
  g_test_add_func("/remittance/instalments of a cut year", test_instalments_of_cut_year);
  g_test_add_func("/remittance/refund", test_refund);
  g_test_add_func("/remittance/order", test_order);
  g_test_add_func("/remittance/provincial tax apart", test_provincial_apart);
  g_test_add_func("/remittance/registered later", test_registered_later);
  g_test_add_func("/remittance/quick method", test_quick_method);
  g_test_add_func("/remittance/provincial dates", test_provincial_dates);
  g_test_add_func("/remittance/quick method, credit used", test_quick_method_credit_used);
  g_test_add_func("/remittance/quick method of a cut period", test_quick_method_of_cut_period);
  g_test_add_func("/remittance/quick method of the deal", test_quick_method_of_deal);
  g_test_add_func("/remittance/quick method across rates", test_quick_method_across_rates);
  g_test_add_func("/remittance/quick method elsewhere", test_quick_method_elsewhere);
  g_test_add_func("/remittance/quick method instalments", test_quick_method_instalments);
  g_test_add_func("/remittance/random plans", test_random_plans);
  return g_test_run();
}
