/* The Quick Method (domain §5.4): rates by province and date, what an invoice leaves, no credits.
 */
#include <glib.h>

#include "model/base/calendar.h"
#include "model/tax/quick-method.h"
#include "model/tax/voucher.h"
#include "model/store/plan-json.h"

static PlanBusiness business_in(TaxRegime regime) {
  return (PlanBusiness){.tax_regime = regime, .gst_registered = true, .quick_method = true};
}

static int32_t rate_of(TaxRegime regime, int component, int32_t date) {
  PlanBusiness business = business_in(regime);
  QuickMethod method;
  return quick_method_find(&business, date, &method) ? method.rate_per_100k[component] : -1;
}

static void test_rates(void) {
  static const struct {
    TaxRegime regime;
    int year, month, day, rate; /* −1: none */
  } wanted[] = {
      {REGIME_QC, 2026, 2, 4, 3600},   {REGIME_QC, 2013, 1, 1, 3600},
      {REGIME_QC, 2012, 12, 31, -1},   {REGIME_ON, 2026, 2, 4, 8800},
      {REGIME_ON, 2010, 7, 1, 8800},   {REGIME_ON, 2010, 6, 30, -1},
      {REGIME_NS, 2025, 3, 31, 10000}, {REGIME_NS, 2025, 4, 1, 9400},
      {REGIME_NB, 2016, 6, 30, 8800},  {REGIME_NB, 2016, 7, 1, 10000},
      {REGIME_NL, 2026, 2, 4, 10000},  {REGIME_PE, 2016, 9, 30, 9400},
      {REGIME_PE, 2016, 10, 1, 10000}, {REGIME_AB, 2026, 2, 4, 3600},
      {REGIME_YT, 2026, 2, 4, 3600},   {REGIME_NT, 2026, 2, 4, 3600},
      {REGIME_NU, 2026, 2, 4, 3600},   {REGIME_BC, 2026, 2, 4, 3600},
      {REGIME_SK, 2026, 2, 4, 3600},   {REGIME_MB, 2026, 2, 4, 3600},
      {REGIME_EXEMPT, 2026, 2, 4, -1}, {REGIME_CUSTOM, 2026, 2, 4, -1},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
    int32_t date = date_from_ymd(wanted[i].year, wanted[i].month, wanted[i].day);
    g_assert_cmpint(rate_of(wanted[i].regime, 0, date), ==, wanted[i].rate);
  }
  g_assert_cmpint(rate_of(REGIME_QC, 1, date_from_ymd(2026, 2, 4)), ==, 6600);
}

/* 1 % of the first 30,000 with GST or HST, of the first 31,421 with QST; nothing of a PST. */
static void test_credit(void) {
  PlanBusiness business = business_in(REGIME_QC);
  QuickMethod method;
  g_assert_true(quick_method_find(&business, date_from_ymd(2026, 2, 4), &method));
  g_assert_cmpint(method.credit_per_100k, ==, 1000);
  g_assert_cmpint(method.credit_sales_cents[0], ==, 3000000);
  g_assert_cmpint(method.credit_sales_cents[1], ==, 3142100);
  business.tax_regime = REGIME_SK;
  business.provincial_tax_applies = true;
  g_assert_true(quick_method_find(&business, date_from_ymd(2026, 2, 4), &method));
  g_assert_cmpint(method.credit_sales_cents[0], ==, 3000000);
  g_assert_cmpint(method.rate_per_100k[1], ==, 0);
  g_assert_cmpint(method.credit_sales_cents[1], ==, 0);
}

/* Each on sales with its own tax only: 3.6 % × 52.50, 6.6 % × 54.99 (not × 57.49). */
static void test_remitted(void) {
  PlanBusiness business = business_in(REGIME_QC);
  QuickMethod method;
  g_assert_true(quick_method_find(&business, date_from_ymd(2026, 2, 4), &method));
  g_assert_cmpint(quick_method_cents(&method, 0, 5000, 250), ==, 189);
  g_assert_cmpint(quick_method_cents(&method, 1, 5000, 499), ==, 363);
  g_assert_cmpint(quick_method_cents(&method, 0, 4349, 217), ==, 164);
  g_assert_cmpint(quick_method_cents(&method, 1, 4349, 434), ==, 316);
  /* Half a cent up: 3.6 % × 1.25 = 0.045, 6.6 % × 2.50 = 0.165. */
  g_assert_cmpint(quick_method_cents(&method, 0, 119, 6), ==, 5);
  g_assert_cmpint(quick_method_cents(&method, 1, 227, 23), ==, 17);
  g_assert_cmpint(quick_method_cents(&method, 1, -227, -23), ==, -17);
  business.tax_regime = REGIME_SK;
  business.provincial_tax_applies = true;
  g_assert_true(quick_method_find(&business, date_from_ymd(2026, 2, 4), &method));
  g_assert_cmpint(quick_method_cents(&method, 1, 5000, 300), ==, 300);
}

static void test_kept(void) {
  PlanBusiness business = business_in(REGIME_QC);
  int32_t date = date_from_ymd(2026, 2, 4);
  TaxSet set = tax_set_collected(&business, date);
  TaxedAmount invoice = tax_add(&set, 5000);
  g_assert_cmpint(quick_method_kept_cents(&business, date, &invoice), ==, 197);
  business.gst_registered_from_date = date + 1;
  g_assert_cmpint(quick_method_kept_cents(&business, date, &invoice), ==, 0);
  business.gst_registered_from_date = DATE_NONE;
  business.quick_method = false;
  g_assert_cmpint(quick_method_kept_cents(&business, date, &invoice), ==, 0);
}

/* What comes back of a cost of 100 and of a commission of 25. */
static void assert_recovered(const PlanBusiness *business, int32_t date, int64_t first_cents,
                             int64_t second_cents, int64_t commission_cents) {
  PlanDeal deal = {.price_cents = 5000, .commission_per_100k = 50000, .visits_per_voucher = 1};
  PaidCost cost = tax_paid_cost(business, date, 10000, 0);
  Commission commission = tax_commission(business, &deal, date, 1);
  g_assert_cmpint(cost.paid_cents, ==, 11498);
  g_assert_cmpint(cost.recoverable_tax_cents[0], ==, first_cents);
  g_assert_cmpint(cost.recoverable_tax_cents[1], ==, second_cents);
  g_assert_cmpint(cost.recoverable_cents, ==, first_cents + second_cents);
  g_assert_cmpint(cost.cost_cents, ==, 11498 - first_cents - second_cents);
  g_assert_cmpint(commission.recoverable_cents, ==, commission_cents);
  g_assert_cmpint(commission.cost_cents, ==, 2874 - commission_cents);
}

static void test_credits(void) {
  int32_t date = date_from_ymd(2026, 2, 4);
  PlanBusiness business = business_in(REGIME_QC);
  g_assert_true(tax_is_collected(&business, date));
  g_assert_false(tax_is_credited(&business, date));
  assert_recovered(&business, date, 0, 0, 0);
  business.quick_method = false;
  g_assert_true(tax_is_credited(&business, date));
  assert_recovered(&business, date, 500, 998, 374);
  /* From the first day of the registration. */
  business.gst_registered_from_date = date + 1;
  g_assert_false(tax_is_collected(&business, date));
  g_assert_false(tax_is_credited(&business, date));
  g_assert_true(tax_is_credited(&business, date + 1));
  g_assert_cmpint(tax_next_change(&business, date), ==, date + 1);
  g_assert_cmpint(tax_next_change(&business, date + 1), ==, INT32_MAX);
  assert_recovered(&business, date, 0, 0, 0);
  assert_recovered(&business, date + 1, 500, 998, 374);
  /* Chosen where it does not exist: the regular method. */
  business = business_in(REGIME_CUSTOM);
  g_assert_true(tax_is_credited(&business, date));
  business = business_in(REGIME_QC);
  g_assert_true(tax_is_credited(&business, date_from_ymd(2012, 12, 31)));
  business.tax_regime = REGIME_EXEMPT;
  g_assert_false(tax_is_credited(&business, date));
}

/* The example in A: of 4.00 + 7.98 remitted are 3.02 and 5.81 (3.6 % × 84.00, 6.6 % × 87.98), 3.15
 * is kept; 5.99 on the commission and 0.60 on supplies do not come back. Extras of 20: of 1.00 +
 * 2.00 remitted are 0.76 and 1.45; 40 % × (20 + 0.79 − 11.50). */
static void test_waterfall(void) {
  g_autofree Plan *plan = g_new0(Plan, 1);
  VoucherResult result;
  plan_example(plan);
  plan->business.quick_method = true;
  voucher_compute(plan, &result);
  static const int64_t steps[STEP_COUNT] = {
      [STEP_LIST_PRICE] = 16000, [STEP_DISCOUNT] = -8000,     [STEP_PRICE_PAID] = 8000,
      [STEP_TAX_KEPT] = 315,     [STEP_COMMISSION] = -4000,   [STEP_COMMISSION_TAX] = -599,
      [STEP_PAY] = -4150,        [STEP_CONTRIBUTIONS] = -830, [STEP_SUPPLIES] = -460,
      [STEP_EXTRAS] = 372,       [STEP_LEFT] = -1352,
  };
  for (int i = 0; i < STEP_COUNT; i++)
    g_assert_cmpint(result.used.step_cents[i], ==, steps[i]);
  /* Massage of 80: 11.98 collected, 3.02 + 5.81 remitted; 80 + 3.15 − 36 − 7.20 − 2.30. */
  g_assert_cmpint(voucher_service_margin_cents(plan, 0), ==, 3765);
  /* Never used: nothing was collected. */
  g_assert_cmpint(result.unused_kept_cents, ==, 8000 - 4599);
  /* 2.5 % of 80 with its tax, 2.00 + 0.10 + 0.20. */
  plan->deal.card_fee_per_100k = 2500;
  plan->deal.card_fee_taxed = true;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.used.step_cents[STEP_CARD_FEE], ==, -230);
  plan->deal.card_fee_taxed = false;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.used.step_cents[STEP_CARD_FEE], ==, -200);
}

/* Taxed on the site's statement, used or not: what is kept stays with an unused one too. */
static void test_waterfall_taxed_when_sold(void) {
  g_autofree Plan *plan = g_new0(Plan, 1);
  VoucherResult result;
  plan_example(plan);
  plan->business.quick_method = true;
  plan->deal.tax_treatment = TREATMENT_AT_SALE;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.used_extra.step_cents[STEP_TAX_KEPT], ==, 315);
  g_assert_cmpint(result.unused_kept_cents, ==, 8000 + 315 - 4599);
  /* On the own share of 40: 2.00 + 3.99 − 1.51 − 2.90. */
  plan->deal.tax_treatment = TREATMENT_SITE_PRINCIPAL;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.used.step_cents[STEP_TAX_KEPT], ==, 158);
  g_assert_cmpint(result.unused_kept_cents, ==, 4000 + 158);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/quick-method/rates", test_rates);
  g_test_add_func("/quick-method/1 % credit", test_credit);
  g_test_add_func("/quick-method/remitted", test_remitted);
  g_test_add_func("/quick-method/kept", test_kept);
  g_test_add_func("/quick-method/credits by date", test_credits);
  g_test_add_func("/quick-method/waterfall", test_waterfall);
  g_test_add_func("/quick-method/waterfall, taxed when sold", test_waterfall_taxed_when_sold);
  return g_test_run();
}
