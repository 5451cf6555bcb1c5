/* "Before you sign": each code fine, asked and refused where it can be, and the field that settles
 * it. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "model/tax/quick-method.h"
#include "model/year/year-scratch.h"
#include "model/ledger/signing.h"
#include "model/plan/fields.h"
#include "model/store/plan-json.h"
#include "tests/books-plan.h"

typedef struct {
  Plan plan;
  Results results;
  SignCheck checks[SIGN_COUNT];
} World;

static void world_check(World *world) {
  YearScratch *scratch = calloc(1, sizeof *scratch);
  results_compute(&world->plan, &world->results, scratch);
  free(scratch);
  g_autoptr(Books) books = books_new(&world->plan, &world->results);
  signing_check(books, world->checks);
}

/* The example with everything settled: contract at hand, numbers on file, money enough. */
static World *world_new(void) {
  World *world = g_new0(World, 1);
  Plan *plan = &world->plan;
  plan_example(plan);
  g_assert_true(plan_set_provenance(plan, "deal", PROVENANCE_CONTRACT, "signed"));
  for (int i = 0; i < plan->provenance_count; i++)
    if (g_str_has_prefix(plan->provenance[i].path, "deal."))
      plan->provenance[i].kind = PROVENANCE_CONTRACT;
  g_strlcpy(plan->business.gst_number, "123456789 RT0001", PLAN_TEXT_SIZE);
  g_strlcpy(plan->business.qst_number, "1234567890 TQ0001", PLAN_TEXT_SIZE);
  plan->business.opening_cash_cents = 9000000;
  plan->business.legal_form = LEGAL_SOLE_PROPRIETOR;
  return world;
}

static void assert_state(World *world, SignCode code, SignState state, const char *path) {
  world_check(world);
  const SignCheck *check = &world->checks[code];
  g_assert_cmpint(check->code, ==, code);
  if (check->state != state)
    g_error("%s is %d for %d", sign_code_name(code), check->state, state);
  g_assert_cmpstr(check->path, ==, path);
}

static void test_all_fine(void) {
  g_autofree World *world = world_new();
  world_check(world);
  for (int code = 0; code < SIGN_COUNT; code++) {
    if (world->checks[code].state != SIGN_FINE)
      g_error("%s is not fine", sign_code_name((SignCode)code));
    g_assert_cmpstr(world->checks[code].path, ==, "");
  }
}

static void test_wording(void) {
  g_autofree World *world = world_new();
  Plan *plan = &world->plan;
  const char *path = "deal.price_tax_wording";
  assert_state(world, SIGN_WORDING, SIGN_FINE, "");
  /* 80.00 extra or included: 10.42 a voucher. */
  g_assert_cmpint(world->checks[SIGN_WORDING].values[0], ==, 1042);
  g_assert_true(plan_set_provenance(plan, path, PROVENANCE_GUESS, ""));
  assert_state(world, SIGN_WORDING, SIGN_REFUSE, path);
  plan->deal.price_tax_wording = WORDING_NOT_CHECKED;
  assert_state(world, SIGN_WORDING, SIGN_ASK, path);
  plan->deal.price_tax_wording = WORDING_INCLUDED;
  assert_state(world, SIGN_WORDING, SIGN_FINE, "");
  plan->deal.price_tax_wording = WORDING_NOT_CHECKED;
  plan->deal.tax_treatment = TREATMENT_LIST_PRICE;
  assert_state(world, SIGN_WORDING, SIGN_FINE, "");
}

static void test_treatment(void) {
  g_autofree World *world = world_new();
  PlanDeal *deal = &world->plan.deal;
  const char *path = "deal.tax_treatment";
  deal->tax_treatment = TREATMENT_LIST_PRICE;
  assert_state(world, SIGN_LIST_PRICE_TAX, SIGN_ASK, path);
  g_assert_cmpint(world->checks[SIGN_LIST_PRICE_TAX].values[0], ==, 800 + 1596);
  g_assert_cmpint(world->checks[SIGN_LIST_PRICE_TAX].values[1], ==, 400 + 798);
  deal->tax_treatment = TREATMENT_SITE_PRINCIPAL;
  assert_state(world, SIGN_SITE_PRINCIPAL, SIGN_FINE, "");
  g_assert_true(plan_set_provenance(&world->plan, path, PROVENANCE_MINE, ""));
  assert_state(world, SIGN_SITE_PRINCIPAL, SIGN_ASK, path);
  g_assert_true(plan_set_provenance(&world->plan, path, PROVENANCE_GUESS, ""));
  assert_state(world, SIGN_SITE_PRINCIPAL, SIGN_REFUSE, path);
  deal->tax_treatment = TREATMENT_LIST_PRICE;
  assert_state(world, SIGN_LIST_PRICE_TAX, SIGN_REFUSE, path);
  assert_state(world, SIGN_SITE_PRINCIPAL, SIGN_FINE, "");
}

static void test_registration(void) {
  g_autofree World *world = world_new();
  world->plan.business.gst_registered = false;
  assert_state(world, SIGN_REGISTRATION, SIGN_REFUSE, "business.gst_registered");
  g_assert_true(world->results.registration.is_passed_before);
  g_assert_cmpint(world->checks[SIGN_REGISTRATION].values[2], ==, DATE_NONE);
  g_assert_cmpint(world->checks[SIGN_WORDING].values[0], ==, 1042);
  g_assert_cmpint(world->checks[SIGN_WORDING].values[1], ==, DATE_NONE);
  /* The deal alone takes a small place past it, and the wording is worth as much from then on. */
  int32_t level_per_100k = world->plan.regulars.level_per_100k;
  world->plan.regulars.level_per_100k = 3000;
  world->plan.deal.price_tax_wording = WORDING_NOT_CHECKED;
  assert_state(world, SIGN_WORDING, SIGN_ASK, "deal.price_tax_wording");
  g_assert_cmpint(world->checks[SIGN_WORDING].values[0], ==, 1042);
  g_assert_cmpint(world->checks[SIGN_WORDING].values[1], ==,
                  world->results.registration.registered_from_date);
  g_assert_cmpint(world->results.voucher.wording_difference_cents, ==, 0);
  world->plan.deal.price_tax_wording = WORDING_EXTRA;
  assert_state(world, SIGN_REGISTRATION, SIGN_REFUSE, "business.gst_registered");
  g_assert_cmpint(world->checks[SIGN_REGISTRATION].values[0], >, SMALL_SUPPLIER_LIMIT_CENTS);
  g_assert_cmpint(world->checks[SIGN_REGISTRATION].values[1], ==, SMALL_SUPPLIER_LIMIT_CENTS);
  g_assert_cmpint(world->checks[SIGN_REGISTRATION].values[2], ==,
                  world->results.registration.registered_from_date);
  world->plan.regulars.level_per_100k = level_per_100k;
  /* Nobody but a few: far from it. */
  world->plan.regulars.level_per_100k = 0;
  world->plan.deal.vouchers_sold = 10;
  assert_state(world, SIGN_REGISTRATION, SIGN_FINE, "");
  /* Her associates alone sell for 28,000 a year. */
  world->plan.business.other_taxable_sales_12_months_cents = 2800000;
  assert_state(world, SIGN_REGISTRATION, SIGN_ASK, "business.gst_registered");
}

static void test_tax_numbers(void) {
  g_autofree World *world = world_new();
  PlanBusiness *business = &world->plan.business;
  business->qst_number[0] = '\0';
  assert_state(world, SIGN_TAX_NUMBERS, SIGN_ASK, "business.qst_number");
  world->plan.deal.tax_treatment = TREATMENT_SITE_PRINCIPAL;
  business->gst_number[0] = '\0';
  assert_state(world, SIGN_TAX_NUMBERS, SIGN_REFUSE, "business.gst_number");
  g_assert_cmpint(world->checks[SIGN_TAX_NUMBERS].values[0], ==, 2);
  business->tax_regime = REGIME_ON;
  g_strlcpy(business->gst_number, "123456789 RT0001", PLAN_TEXT_SIZE);
  assert_state(world, SIGN_TAX_NUMBERS, SIGN_FINE, "");
}

static void test_quick_method(void) {
  g_autofree World *world = world_new();
  PlanBusiness *business = &world->plan.business;
  business->quick_method = true;
  world_check(world);
  QuickComparison comparison;
  g_autoptr(Books) books = books_new(&world->plan, &world->results);
  books_quick_comparison(books, &comparison);
  const SignCheck *check = &world->checks[SIGN_QUICK_METHOD];
  g_assert_cmpint(check->values[0], ==, comparison.sales_cents);
  g_assert_cmpint(check->values[2], ==, comparison.gain_cents);
  business->other_taxable_sales_12_months_cents = QUICK_METHOD_LIMIT_CENTS;
  assert_state(world, SIGN_QUICK_METHOD, SIGN_REFUSE, "business.quick_method");
  business->quick_method = false;
  assert_state(world, SIGN_QUICK_METHOD, SIGN_FINE, "");
  /* Under the limit, and worth it: little is bought with tax. */
  business->quick_method = true;
  business->other_taxable_sales_12_months_cents = 0;
  business->fixed_costs_taxable_per_100k = 0;
  world->plan.deal.vouchers_sold = 10;
  world->plan.regulars.level_per_100k = 40000;
  assert_state(world, SIGN_QUICK_METHOD, SIGN_FINE, "");
  g_assert_cmpint(check->values[2], >, 0);
  /* Nearly all of it bears tax: the credits are worth more. */
  business->fixed_costs_monthly_cents = 5000000;
  business->fixed_costs_taxable_per_100k = 100000;
  assert_state(world, SIGN_QUICK_METHOD, SIGN_ASK, "business.quick_method");
  g_assert_cmpint(check->values[2], <, 0);
}

static void test_commission_tax(void) {
  g_autofree World *world = world_new();
  PlanDeal *deal = &world->plan.deal;
  const char *path = "deal.commission_tax";
  deal->commission_tax = COMMISSION_TAX_NONE;
  assert_state(world, SIGN_COMMISSION_TAX, SIGN_ASK, path);
  g_assert_cmpint(world->checks[SIGN_COMMISSION_TAX].values[0], ==, 200 + 399);
  g_assert_true(plan_set_provenance(&world->plan, path, PROVENANCE_GUESS, ""));
  assert_state(world, SIGN_COMMISSION_TAX, SIGN_REFUSE, path);
  deal->commission_per_100k = 0;
  assert_state(world, SIGN_COMMISSION_TAX, SIGN_FINE, "");
}

static void test_breakage(void) {
  g_autofree World *world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->breakage_policy = BREAKAGE_PROPORTIONAL;
  assert_state(world, SIGN_BREAKAGE, SIGN_REFUSE, "deal.breakage_date");
  g_assert_cmpint(world->checks[SIGN_BREAKAGE].values[0], >, 0);
  g_assert_cmpint(world->checks[SIGN_BREAKAGE].values[1], ==, DATE_NONE);
  deal->breakage_policy = BREAKAGE_WHEN_REMOTE;
  deal->breakage_date = deal->promotion_end_date + 30;
  assert_state(world, SIGN_BREAKAGE, SIGN_ASK, "deal.breakage_date");
  deal->payout_basis = PAYOUT_REDEEMED;
  assert_state(world, SIGN_BREAKAGE, SIGN_FINE, "");
}

static void test_rules_of_the_deal(void) {
  g_autofree World *world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->no_show_rule = NO_SHOW_FORFEIT;
  deal->visits_per_voucher = 3;
  deal->gap_days = 7;
  assert_state(world, SIGN_FORFEIT, SIGN_REFUSE, "deal.no_show_rule");
  assert_state(world, SIGN_SUCCESSIVE, SIGN_ASK, "deal.visits_per_voucher");
  g_assert_cmpint(world->checks[SIGN_SUCCESSIVE].values[0], ==, 3);
  world->plan.business.tax_regime = REGIME_ON;
  assert_state(world, SIGN_FORFEIT, SIGN_ASK, "deal.no_show_rule");
  assert_state(world, SIGN_SUCCESSIVE, SIGN_FINE, "");
}

/* 10.00 for 75 minutes are 8.00 an hour: too little where a period has little else; where a few
 * such visits stand among many that pay more, no pay day must make up for them. By the hour there
 * is nothing to make up with. */
static void test_minimum_wage(void) {
  g_autofree World *world = world_new();
  Plan *plan = &world->plan;
  plan->deal_pay.rule = PAY_FLAT;
  plan->deal_pay.flat_cents = 1000;
  assert_state(world, SIGN_MINIMUM_WAGE, SIGN_REFUSE, "deal_pay.flat_cents");
  const SignCheck *check = &world->checks[SIGN_MINIMUM_WAGE];
  g_assert_cmpint(check->values[0], ==, 800);
  g_assert_cmpint(check->values[1], ==, MINIMUM_WAGE_QC_CENTS_PER_HOUR);
  plan->deal.vouchers_sold = 30;
  assert_state(world, SIGN_MINIMUM_WAGE, SIGN_ASK, "deal_pay.flat_cents");
  plan->deal_pay.rule = PAY_HOURLY;
  assert_state(world, SIGN_MINIMUM_WAGE, SIGN_REFUSE, "staff[0].guarantee_cents_per_hour");
}

static void test_payout_terms(void) {
  g_autofree World *world = world_new();
  Plan *plan = &world->plan;
  g_assert_true(plan_set_provenance(plan, "deal.instalments", PROVENANCE_MINE, ""));
  for (int i = 0; i < plan->provenance_count; i++)
    if (g_str_has_prefix(plan->provenance[i].path, "deal.instalments"))
      plan->provenance[i].kind = PROVENANCE_MINE;
  assert_state(world, SIGN_PAYOUT_TERMS, SIGN_ASK, "deal.instalments[0].after_days");
  g_assert_true(plan_set_provenance(plan, "deal.payout_basis", PROVENANCE_GUESS, ""));
  assert_state(world, SIGN_PAYOUT_TERMS, SIGN_REFUSE, "deal.payout_basis");
  g_assert_true(plan_set_provenance(plan, "deal.payout_basis", PROVENANCE_CONTRACT, ""));
  plan->deal.payout_basis = PAYOUT_REDEEMED;
  assert_state(world, SIGN_PAYOUT_TERMS, SIGN_FINE, "");
}

/* The lowest of the cut-offs decides; what she draws by then settles what is missing, if it is
 * enough. */
static void test_reserve(void) {
  g_autofree World *world = world_new();
  PlanBusiness *business = &world->plan.business;
  const char *draw = "business.owner_draw_monthly_cents";
  assert_state(world, SIGN_RESERVE, SIGN_FINE, "");
  const SignCheck *check = &world->checks[SIGN_RESERVE];
  int64_t left_cents = check->values[0] - check->values[1];
  business->opening_cash_cents -= left_cents;
  assert_state(world, SIGN_RESERVE, SIGN_ASK, draw);
  g_assert_cmpint(check->values[0], ==, check->values[1]);
  business->opening_cash_cents--;
  assert_state(world, SIGN_RESERVE, SIGN_REFUSE, draw);
  int32_t months = 0;
  for (int32_t date = world->plan.deal.sale_date; date <= check->values[2]; date++)
    months += date == date_month_begin(date);
  business->opening_cash_cents -= months * business->owner_draw_monthly_cents - 1;
  assert_state(world, SIGN_RESERVE, SIGN_REFUSE, draw);
  business->opening_cash_cents--;
  assert_state(world, SIGN_RESERVE, SIGN_REFUSE, "business.opening_cash_cents");
}

static void test_provincial_tax(void) {
  static const TaxRegime provinces[] = {REGIME_BC, REGIME_SK, REGIME_MB};
  const char *path = "business.provincial_tax_applies";
  g_autofree World *world = world_new();
  PlanBusiness *business = &world->plan.business;
  assert_state(world, SIGN_PROVINCIAL_TAX, SIGN_FINE, "");
  for (gsize i = 0; i < G_N_ELEMENTS(provinces); i++) {
    business->tax_regime = provinces[i];
    business->provincial_tax_applies = i == 0;
    assert_state(world, SIGN_PROVINCIAL_TAX, SIGN_ASK, path);
    g_assert_cmpint(world->checks[SIGN_PROVINCIAL_TAX].values[0], ==, i == 1 ? 6000 : 7000);
    g_assert_cmpint(world->checks[SIGN_PROVINCIAL_TAX].values[1], ==, i == 0);
  }
  g_assert_true(plan_set_provenance(&world->plan, path, PROVENANCE_MINE, ""));
  assert_state(world, SIGN_PROVINCIAL_TAX, SIGN_FINE, "");
  business->tax_regime = REGIME_ON;
  g_assert_true(plan_set_provenance(&world->plan, path, PROVENANCE_GUESS, ""));
  assert_state(world, SIGN_PROVINCIAL_TAX, SIGN_FINE, "");
}

static void test_owner_draw(void) {
  g_autofree World *world = world_new();
  PlanBusiness *business = &world->plan.business;
  g_assert_cmpint(business->owner_draw_monthly_cents, >, 0);
  assert_state(world, SIGN_OWNER_DRAW, SIGN_FINE, "");
  business->legal_form = LEGAL_CORPORATION;
  assert_state(world, SIGN_OWNER_DRAW, SIGN_ASK, "business.owner_draw_monthly_cents");
  g_assert_cmpint(world->checks[SIGN_OWNER_DRAW].values[0], ==, business->owner_draw_monthly_cents);
  business->owner_draw_monthly_cents = 0;
  assert_state(world, SIGN_OWNER_DRAW, SIGN_FINE, "");
}

/* Whatever the plan: every code in its place, and a field that exists beside each that is not fine.
 */
static void check_any(const BooksPlan *drawn, int number) {
  SignCheck checks[SIGN_COUNT];
  g_autoptr(Books) books = books_new(&drawn->plan, &drawn->results);
  g_autofree Plan *plan = g_memdup2(&drawn->plan, sizeof *plan);
  signing_check(books, checks);
  for (int code = 0; code < SIGN_COUNT; code++) {
    g_assert_cmpint(checks[code].code, ==, code);
    g_assert_cmpint(checks[code].path[0] != '\0', ==, checks[code].state != SIGN_FINE);
    FieldPlace place;
    g_assert_false(code == SIGN_SUCCESSIVE && checks[code].state == SIGN_REFUSE);
    if (checks[code].path[0] != '\0')
      g_assert_true(field_place(plan, checks[code].path, false, &place));
  }
}

static void test_any_plan(void) {
  books_plans_each(60, check_any);
}

static void test_names(void) {
  for (int code = 0; code < SIGN_COUNT; code++)
    for (int other = 0; other < code; other++)
      g_assert_cmpstr(sign_code_name((SignCode)code), !=, sign_code_name((SignCode)other));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/signing/all fine", test_all_fine);
  g_test_add_func("/signing/wording", test_wording);
  g_test_add_func("/signing/treatment", test_treatment);
  g_test_add_func("/signing/registration", test_registration);
  g_test_add_func("/signing/tax numbers", test_tax_numbers);
  g_test_add_func("/signing/quick method", test_quick_method);
  g_test_add_func("/signing/commission tax", test_commission_tax);
  g_test_add_func("/signing/breakage", test_breakage);
  g_test_add_func("/signing/rules of the deal", test_rules_of_the_deal);
  g_test_add_func("/signing/minimum wage", test_minimum_wage);
  g_test_add_func("/signing/payout terms", test_payout_terms);
  g_test_add_func("/signing/reserve", test_reserve);
  g_test_add_func("/signing/provincial tax", test_provincial_tax);
  g_test_add_func("/signing/owner draw", test_owner_draw);
  g_test_add_func("/signing/any plan", test_any_plan);
  g_test_add_func("/signing/names", test_names);
  return g_test_run();
}
