/* One voucher under every treatment (domain §5.2, §5.4): a voucher of 50 on a list price of 100,
 * the site keeping 25, worked out by hand for each kind of province. */
#include <glib.h>

#include "model/base/calendar.h"
#include "model/tax/treatments.h"
#include "model/tax/voucher.h"

static Plan *plan_new(TaxRegime regime) {
  Plan *plan = g_new0(Plan, 1);
  plan_init(plan);
  plan->business.tax_regime = regime;
  plan->business.provincial_tax_applies = false;
  plan->business.gst_registered = true;
  plan->business.gst_registered_from_date = DATE_NONE;
  plan->deal.list_price_cents = 10000;
  plan->deal.price_cents = 5000;
  plan->deal.price_tax_wording = WORDING_EXTRA;
  plan->deal.commission_per_100k = 50000;
  plan->deal.commission_tax = COMMISSION_TAX_ADDED;
  plan->deal.sale_date = date_from_ymd(2026, 2, 4);
  return plan;
}

typedef struct {
  int64_t base, first, second, adds, revenue, remitted, kept, commission, left;
} Figures;

static void assert_outcome(const Treatments *treatments, TreatmentCase which,
                           const Figures *wanted) {
  const TreatmentOutcome *outcome = &treatments->outcome[which];
  g_test_message("%s", treatment_case_name(which));
  g_assert_true(outcome->applies);
  g_assert_cmpint(outcome->base_cents, ==, wanted->base);
  g_assert_cmpint(outcome->tax_cents[0], ==, wanted->first);
  g_assert_cmpint(outcome->tax_cents[1], ==, wanted->second);
  g_assert_cmpint(outcome->tax_total_cents, ==, wanted->first + wanted->second);
  g_assert_cmpint(outcome->client_adds_cents, ==, wanted->adds);
  g_assert_cmpint(outcome->revenue_cents, ==, wanted->revenue);
  g_assert_cmpint(outcome->remitted_on_sale_cents, ==, wanted->remitted);
  g_assert_cmpint(outcome->tax_kept_cents, ==, wanted->kept);
  g_assert_cmpint(outcome->commission_cents, ==, wanted->commission);
  g_assert_cmpint(outcome->contribution_cents, ==, wanted->left);
}

/* Best: the highest figure of the last column. */
static void assert_all(const Plan *plan, const Figures wanted[TREATMENT_CASE_COUNT]) {
  Treatments treatments;
  int64_t best_cents = INT64_MIN;
  treatments_compute(plan, &treatments);
  for (int i = 0; i < TREATMENT_CASE_COUNT; i++)
    best_cents = MAX(best_cents, wanted[i].left);
  for (int i = 0; i < TREATMENT_CASE_COUNT; i++) {
    assert_outcome(&treatments, (TreatmentCase)i, &wanted[i]);
    g_assert_cmpint(treatments.outcome[i].cost_against_best_cents, ==, best_cents - wanted[i].left);
  }
}

/* §5.2's table; §5.4: the Quick Method is 1.77 worse in A and 2.03 in B. */
static void test_quebec(void) {
  g_autofree Plan *plan = plan_new(REGIME_QC);
  static const Figures wanted[TREATMENT_CASE_COUNT] = {
      [CASE_A] = {5000, 250, 499, 749, 5000, 749, 0, 2500, 2500},
      [CASE_B] = {4349, 217, 434, 0, 4349, 651, 0, 2500, 1849},
      [CASE_C] = {10000, 500, 998, 1498, 5000, 1498, 0, 2500, 2500},
      [CASE_D] = {2500, 125, 249, 0, 2500, 374, 0, 0, 2500},
      [CASE_E] = {0, 0, 0, 0, 5000, 0, 0, 2874, 2126},
      [CASE_F_EXTRA] = {5000, 250, 499, 0, 5000, 749, 0, 2500, 2500},
      [CASE_F_INCLUDED] = {4349, 217, 434, 0, 4349, 651, 0, 2500, 1849},
      [CASE_G_EXTRA] = {5000, 250, 499, 749, 5000, 189 + 363, 197, 2874, 2500 - 177},
      [CASE_G_INCLUDED] = {4349, 217, 434, 0, 4349, 164 + 316, 171, 2874, 1849 - 203},
  };
  assert_all(plan, wanted);
}

/* 50 × 13 ÷ 113 = 5.75; 8.8 % × 56.50 = 4.97; 8.8 % × 50 = 4.40. */
static void test_ontario(void) {
  g_autofree Plan *plan = plan_new(REGIME_ON);
  static const Figures wanted[TREATMENT_CASE_COUNT] = {
      [CASE_A] = {5000, 650, 0, 650, 5000, 650, 0, 2500, 2500},
      [CASE_B] = {4425, 575, 0, 0, 4425, 575, 0, 2500, 1925},
      [CASE_C] = {10000, 1300, 0, 1300, 5000, 1300, 0, 2500, 2500},
      [CASE_D] = {2500, 325, 0, 0, 2500, 325, 0, 0, 2500},
      [CASE_E] = {0, 0, 0, 0, 5000, 0, 0, 2825, 2175},
      [CASE_F_EXTRA] = {5000, 650, 0, 0, 5000, 650, 0, 2500, 2500},
      [CASE_F_INCLUDED] = {4425, 575, 0, 0, 4425, 575, 0, 2500, 1925},
      [CASE_G_EXTRA] = {5000, 650, 0, 650, 5000, 497, 153, 2825, 2328},
      [CASE_G_INCLUDED] = {4425, 575, 0, 0, 4425, 440, 135, 2825, 1735},
  };
  assert_all(plan, wanted);
}

/* 50 × 5 ÷ 105 = 2.38; 3.6 % × 52.50 = 1.89; 3.6 % × 50 = 1.80. So is a province whose own tax the
 * service does not bear: a massage in BC and MB, and here SK. */
static void test_gst_alone(void) {
  static const TaxRegime regimes[] = {REGIME_AB, REGIME_BC, REGIME_SK, REGIME_MB};
  static const Figures wanted[TREATMENT_CASE_COUNT] = {
      [CASE_A] = {5000, 250, 0, 250, 5000, 250, 0, 2500, 2500},
      [CASE_B] = {4762, 238, 0, 0, 4762, 238, 0, 2500, 2262},
      [CASE_C] = {10000, 500, 0, 500, 5000, 500, 0, 2500, 2500},
      [CASE_D] = {2500, 125, 0, 0, 2500, 125, 0, 0, 2500},
      [CASE_E] = {0, 0, 0, 0, 5000, 0, 0, 2625, 2375},
      [CASE_F_EXTRA] = {5000, 250, 0, 0, 5000, 250, 0, 2500, 2500},
      [CASE_F_INCLUDED] = {4762, 238, 0, 0, 4762, 238, 0, 2500, 2262},
      [CASE_G_EXTRA] = {5000, 250, 0, 250, 5000, 189, 61, 2625, 2436},
      [CASE_G_INCLUDED] = {4762, 238, 0, 0, 4762, 180, 58, 2625, 2195},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(regimes); i++) {
    g_autofree Plan *plan = plan_new(regimes[i]);
    assert_all(plan, wanted);
  }
}

/* 50 × 5 ÷ 112 = 2.23 and 50 × 7 ÷ 112 = 3.13. The commission bears no provincial tax; the Quick
 * Method is GST's alone, the provincial tax is remitted whole: 3.6 % × 46.87 = 1.69. */
static void test_british_columbia(void) {
  g_autofree Plan *plan = plan_new(REGIME_BC);
  plan->business.provincial_tax_applies = true;
  static const Figures wanted[TREATMENT_CASE_COUNT] = {
      [CASE_A] = {5000, 250, 350, 600, 5000, 600, 0, 2500, 2500},
      [CASE_B] = {4464, 223, 313, 0, 4464, 536, 0, 2500, 1964},
      [CASE_C] = {10000, 500, 700, 1200, 5000, 1200, 0, 2500, 2500},
      [CASE_D] = {2500, 125, 175, 0, 2500, 300, 0, 0, 2500},
      [CASE_E] = {0, 0, 0, 0, 5000, 0, 0, 2625, 2375},
      [CASE_F_EXTRA] = {5000, 250, 350, 0, 5000, 600, 0, 2500, 2500},
      [CASE_F_INCLUDED] = {4464, 223, 313, 0, 4464, 536, 0, 2500, 1964},
      [CASE_G_EXTRA] = {5000, 250, 350, 600, 5000, 189 + 350, 61, 2625, 2436},
      [CASE_G_INCLUDED] = {4464, 223, 313, 0, 4464, 169 + 313, 54, 2625, 1893},
  };
  assert_all(plan, wanted);
}

/* 50 × 5 ÷ 111 = 2.25 and 50 × 6 ÷ 111 = 2.70; 3.6 % × 47.30 = 1.70. */
static void test_saskatchewan(void) {
  g_autofree Plan *plan = plan_new(REGIME_SK);
  plan->business.provincial_tax_applies = true;
  static const Figures wanted[TREATMENT_CASE_COUNT] = {
      [CASE_A] = {5000, 250, 300, 550, 5000, 550, 0, 2500, 2500},
      [CASE_B] = {4505, 225, 270, 0, 4505, 495, 0, 2500, 2005},
      [CASE_C] = {10000, 500, 600, 1100, 5000, 1100, 0, 2500, 2500},
      [CASE_D] = {2500, 125, 150, 0, 2500, 275, 0, 0, 2500},
      [CASE_E] = {0, 0, 0, 0, 5000, 0, 0, 2625, 2375},
      [CASE_F_EXTRA] = {5000, 250, 300, 0, 5000, 550, 0, 2500, 2500},
      [CASE_F_INCLUDED] = {4505, 225, 270, 0, 4505, 495, 0, 2500, 2005},
      [CASE_G_EXTRA] = {5000, 250, 300, 550, 5000, 189 + 300, 61, 2625, 2436},
      [CASE_G_INCLUDED] = {4505, 225, 270, 0, 4505, 170 + 270, 55, 2625, 1935},
  };
  assert_all(plan, wanted);
}

static int64_t left_of(const Plan *plan, TreatmentCase which) {
  Treatments treatments;
  treatments_compute(plan, &treatments);
  return treatments.outcome[which].contribution_cents;
}

/* Included: 25.00 → 21.74 + 1.09 + 2.17. None: nothing to lose. */
static void test_commission_wordings(void) {
  static const struct {
    CommissionTax tax;
    int64_t a, b, d, e, g_extra;
  } wanted[] = {
      {COMMISSION_TAX_ADDED, 2500, 1849, 2500, 2126, 2323},
      {COMMISSION_TAX_INCLUDED, 5000 - 2174, 4349 - 2174, 2500, 2500, 5000 + 197 - 2500},
      {COMMISSION_TAX_NONE, 2500, 1849, 2500, 2500, 5000 + 197 - 2500},
  };
  g_autofree Plan *plan = plan_new(REGIME_QC);
  for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
    plan->deal.commission_tax = wanted[i].tax;
    g_assert_cmpint(left_of(plan, CASE_A), ==, wanted[i].a);
    g_assert_cmpint(left_of(plan, CASE_B), ==, wanted[i].b);
    g_assert_cmpint(left_of(plan, CASE_D), ==, wanted[i].d);
    g_assert_cmpint(left_of(plan, CASE_E), ==, wanted[i].e);
    g_assert_cmpint(left_of(plan, CASE_G_EXTRA), ==, wanted[i].g_extra);
  }
}

static void test_stacked_2011(void) {
  g_autofree Plan *plan = plan_new(REGIME_QC);
  plan->deal.sale_date = date_from_ymd(2011, 6, 1);
  Treatments treatments;
  treatments_compute(plan, &treatments);
  assert_outcome(&treatments, CASE_A, &(Figures){5000, 250, 446, 696, 5000, 696, 0, 2500, 2500});
  assert_outcome(&treatments, CASE_B, &(Figures){4389, 219, 392, 0, 4389, 611, 0, 2500, 1889});
  /* 25 + 1.25 + 8.5 % × 26.25 = 28.48. */
  assert_outcome(&treatments, CASE_E, &(Figures){0, 0, 0, 0, 5000, 0, 0, 2848, 2152});
  g_assert_false(treatments.outcome[CASE_G_EXTRA].applies);
  g_assert_false(treatments.outcome[CASE_G_INCLUDED].applies);
  g_assert_cmpint(treatments.outcome[CASE_G_EXTRA].contribution_cents, ==, 0);
}

/* 15 % to 2025-03-31, then 14 %; New Brunswick stays at 15 %. */
static void test_harmonized_east(void) {
  g_autofree Plan *plan = plan_new(REGIME_NS);
  Treatments treatments;
  plan->deal.sale_date = date_from_ymd(2025, 3, 31);
  treatments_compute(plan, &treatments);
  assert_outcome(&treatments, CASE_A, &(Figures){5000, 750, 0, 750, 5000, 750, 0, 2500, 2500});
  assert_outcome(&treatments, CASE_G_EXTRA,
                 &(Figures){5000, 750, 0, 750, 5000, 575, 175, 2875, 2300});
  plan->deal.sale_date++;
  treatments_compute(plan, &treatments);
  assert_outcome(&treatments, CASE_A, &(Figures){5000, 700, 0, 700, 5000, 700, 0, 2500, 2500});
  assert_outcome(&treatments, CASE_B, &(Figures){4386, 614, 0, 0, 4386, 614, 0, 2500, 1886});
  assert_outcome(&treatments, CASE_G_EXTRA,
                 &(Figures){5000, 700, 0, 700, 5000, 536, 164, 2850, 2314});
  plan->business.tax_regime = REGIME_NB;
  treatments_compute(plan, &treatments);
  assert_outcome(&treatments, CASE_B, &(Figures){4348, 652, 0, 0, 4348, 652, 0, 2500, 1848});
}

/* H: a single-purpose voucher of the European Union, 20 % inside, due when sold. */
static void test_single_purpose_voucher(void) {
  g_autofree Plan *plan = plan_new(REGIME_CUSTOM);
  plan->business.custom_taxes_count = 1;
  plan->business.custom_taxes[0] = (CustomTax){.rate_per_100k = 20000, .recoverable = true};
  plan->deal.tax_treatment = TREATMENT_AT_SALE;
  plan->deal.price_tax_wording = WORDING_INCLUDED;
  Treatments treatments;
  treatments_compute(plan, &treatments);
  assert_outcome(&treatments, CASE_F_INCLUDED,
                 &(Figures){4167, 833, 0, 0, 4167, 833, 0, 2500, 1667});
  g_assert_true(treatments.outcome[CASE_F_INCLUDED].is_plan);
  g_assert_false(treatments.outcome[CASE_G_EXTRA].applies);
}

/* H: a state of the United States that taxes the price paid, 8.875 %; the site's service bears no
 * sales tax there. */
static void test_price_paid_state(void) {
  g_autofree Plan *plan = plan_new(REGIME_CUSTOM);
  plan->business.custom_taxes_count = 1;
  plan->business.custom_taxes[0] = (CustomTax){.rate_per_100k = 8875};
  plan->deal.commission_tax = COMMISSION_TAX_NONE;
  Treatments treatments;
  treatments_compute(plan, &treatments);
  assert_outcome(&treatments, CASE_A, &(Figures){5000, 444, 0, 444, 5000, 444, 0, 2500, 2500});
  g_assert_true(treatments.outcome[CASE_A].is_plan);
}

/* Nothing is collected, nothing comes back: the wording is worth nothing. */
static void test_exempt(void) {
  g_autofree Plan *plan = plan_new(REGIME_EXEMPT);
  Treatments treatments;
  treatments_compute(plan, &treatments);
  g_assert_cmpint(treatments.set.count, ==, 0);
  assert_outcome(&treatments, CASE_E, &(Figures){0, 0, 0, 0, 5000, 0, 0, 2874, 2126});
  assert_outcome(&treatments, CASE_A, &(Figures){0, 0, 0, 0, 5000, 0, 0, 2874, 2126});
  assert_outcome(&treatments, CASE_B, &(Figures){0, 0, 0, 0, 5000, 0, 0, 2874, 2126});
  g_assert_true(treatments.outcome[CASE_E].is_plan);
}

static int case_of(const Plan *plan) {
  Treatments treatments;
  int of_plan = -1;
  treatments_compute(plan, &treatments);
  for (int i = 0; i < TREATMENT_CASE_COUNT; i++) {
    if (!treatments.outcome[i].is_plan)
      continue;
    g_assert_cmpint(of_plan, ==, -1);
    of_plan = i;
  }
  return of_plan;
}

static void test_case_of_the_plan(void) {
  static const struct {
    TaxTreatment treatment;
    TaxWording wording;
    int regular, quick;
  } wanted[] = {
      {TREATMENT_GIFT_CERTIFICATE, WORDING_EXTRA, CASE_A, CASE_G_EXTRA},
      {TREATMENT_GIFT_CERTIFICATE, WORDING_INCLUDED, CASE_B, CASE_G_INCLUDED},
      {TREATMENT_GIFT_CERTIFICATE, WORDING_NOT_CHECKED, CASE_B, CASE_G_INCLUDED},
      {TREATMENT_LIST_PRICE, WORDING_EXTRA, CASE_C, -1},
      {TREATMENT_SITE_PRINCIPAL, WORDING_EXTRA, CASE_D, -1},
      {TREATMENT_AT_SALE, WORDING_EXTRA, CASE_F_EXTRA, -1},
      {TREATMENT_AT_SALE, WORDING_NOT_CHECKED, CASE_F_INCLUDED, -1},
  };
  g_autofree Plan *plan = plan_new(REGIME_QC);
  for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
    plan->deal.tax_treatment = wanted[i].treatment;
    plan->deal.price_tax_wording = wanted[i].wording;
    plan->business.gst_registered = true;
    g_assert_cmpint(case_of(plan), ==, wanted[i].regular);
    plan->business.quick_method = true;
    g_assert_cmpint(case_of(plan), ==, wanted[i].quick);
    plan->business.quick_method = false;
    plan->business.gst_registered = false;
    g_assert_cmpint(case_of(plan), ==, CASE_E);
  }
  plan->business.gst_registered = true;
  plan->business.gst_registered_from_date = plan->deal.sale_date + 1;
  g_assert_cmpint(case_of(plan), ==, CASE_E);
  plan->business.gst_registered_from_date = plan->deal.sale_date;
  g_assert_cmpint(case_of(plan), ==, CASE_F_INCLUDED);
}

/* The site buys from one who is not registered: her share, no commission. */
static void test_not_registered_site_principal(void) {
  g_autofree Plan *plan = plan_new(REGIME_QC);
  plan->business.gst_registered = false;
  plan->deal.tax_treatment = TREATMENT_SITE_PRINCIPAL;
  Treatments treatments;
  treatments_compute(plan, &treatments);
  assert_outcome(&treatments, CASE_E, &(Figures){0, 0, 0, 0, 2500, 0, 0, 0, 2500});
}

/* The case the plan is computed as leaves what the waterfall leaves before pay. */
static void test_waterfall_agrees(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(11);
  for (int i = 0; i < 4000; i++) {
    g_autofree Plan *plan = plan_new((TaxRegime)g_rand_int_range(luck, 0, REGIME_CUSTOM + 1));
    plan->business.provincial_tax_applies = g_rand_boolean(luck);
    plan->business.gst_registered = g_rand_int_range(luck, 0, 4) > 0;
    plan->business.quick_method = g_rand_boolean(luck);
    plan->business.custom_taxes_count = 1;
    plan->business.custom_taxes[0] = (CustomTax){.rate_per_100k = 8875, .recoverable = true};
    plan->deal.sale_date = date_from_ymd(g_rand_int_range(luck, 2013, 2027), 5, 1);
    plan->deal.tax_treatment = (TaxTreatment)g_rand_int_range(luck, 0, TREATMENT_COUNT);
    plan->deal.price_tax_wording = (TaxWording)g_rand_int_range(luck, 0, WORDING_COUNT);
    plan->deal.commission_tax = (CommissionTax)g_rand_int_range(luck, 0, COMMISSION_TAX_COUNT);
    plan->deal.commission_per_100k = g_rand_int_range(luck, 0, 90000);
    plan->deal.price_cents = g_rand_int_range(luck, 100, 40000);
    plan->deal.list_price_cents = 2 * plan->deal.price_cents;
    plan->deal.visits_per_voucher = 1;
    plan->services_count = 1;
    Treatments treatments;
    VoucherResult voucher;
    treatments_compute(plan, &treatments);
    voucher_compute(plan, &voucher);
    const int64_t *step = voucher.used.step_cents;
    int64_t left_cents = step[STEP_PRICE_PAID] + step[STEP_TAX_INSIDE] + step[STEP_TAX_KEPT] +
                         step[STEP_COMMISSION] + step[STEP_COMMISSION_TAX];
    int which = case_of(plan);
    if (which >= 0)
      g_assert_cmpint(treatments.outcome[which].contribution_cents, ==, left_cents);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/treatments/Quebec", test_quebec);
  g_test_add_func("/treatments/Ontario", test_ontario);
  g_test_add_func("/treatments/GST alone", test_gst_alone);
  g_test_add_func("/treatments/British Columbia taxed", test_british_columbia);
  g_test_add_func("/treatments/Saskatchewan taxed", test_saskatchewan);
  g_test_add_func("/treatments/commission wordings", test_commission_wordings);
  g_test_add_func("/treatments/stacked taxes of 2011", test_stacked_2011);
  g_test_add_func("/treatments/NS before and after, NB", test_harmonized_east);
  g_test_add_func("/treatments/single-purpose voucher", test_single_purpose_voucher);
  g_test_add_func("/treatments/price-paid state", test_price_paid_state);
  g_test_add_func("/treatments/exempt", test_exempt);
  g_test_add_func("/treatments/case of the plan", test_case_of_the_plan);
  g_test_add_func("/treatments/not registered, site is principal",
                  test_not_registered_site_principal);
  g_test_add_func("/treatments/waterfall agrees", test_waterfall_agrees);
  return g_test_run();
}
