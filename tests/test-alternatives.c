/* Other ways to the same clients, each counted again by hand. The years are made up. */
#include <glib.h>
#include <string.h>

#include "model/base/money.h"
#include "model/decide/what-if.h"
#include "model/plan/fields.h"
#include "model/plan/presets.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/made-up-years.h"

static Plan plan;
static DecideScratch *scratch;
static MadeUpYears years;
static int64_t cost_of_year_cents; /* of a voucher sold by the site; her own costs a fifth */

static void fill_year(const Plan *of, int year, TrialRun *out) {
  bool own = of->deal.commission_per_100k == 0;
  int64_t luck = year % 2 ? 700 : -700;
  out->value[RISK_RESULT_CENTS] =
      -of->deal.vouchers_sold * (own ? cost_of_year_cents / 5 : cost_of_year_cents) + luck;
  out->value[RISK_PEOPLE_RETURNING] = of->deal.vouchers_sold / 10 + year % 2;
}

static TrialRunner begin(void) {
  plan_example(&plan);
  plan.alternatives = (PlanAlternatives){.own_offer_buyers = 120,
                                         .own_offer_discount_per_100k = 25000,
                                         .web_weekly_milli_hours = 11000,
                                         .web_months_before_result = 5,
                                         .web_new_clients_monthly = 6,
                                         .web_cents_per_hour = 3000};
  cost_of_year_cents = 500;
  years = (MadeUpYears){.fill = fill_year, .asked = g_renew(Plan, years.asked, MADE_UP_ASKED_MAX)};
  trials_forget(scratch);
  return made_up_runner(&years);
}

/* Whether that is told: the cost of a client recomputed, half up. */
static bool is_told(const Alternative *told, int64_t cost_cents, int32_t clients_milli,
                    int months) {
  int64_t each = cost_cents < 0 ? 0 : (cost_cents * 1000 * 2 + clients_milli) / clients_milli / 2;
  return told->applies && told->has_clients && told->cost_cents == cost_cents &&
         told->clients_milli == clients_milli && told->months_before_result == months &&
         told->cost_per_client_kept_cents == each;
}

static void check(const Alternative *told, int64_t cost_cents, int32_t clients_milli, int months) {
  Alternative fault = *told;
  g_assert_true(is_told(told, cost_cents, clients_milli, months));
  fault.cost_per_client_kept_cents++;
  g_assert_false(is_told(&fault, cost_cents, clients_milli, months));
  fault = *told;
  fault.clients_milli += 1;
  g_assert_false(is_told(&fault, cost_cents, clients_milli, months));
  fault = *told;
  fault.cost_cents = -fault.cost_cents;
  g_assert_false(is_told(&fault, cost_cents, clients_milli, months));
}

/* The mean of the luck is 0, of the clients 44.5 and 12.5. */
static void test_four(void) {
  TrialRunner runner = begin();
  Alternative out[ALTERNATIVE_COUNT];
  g_assert_true(alternatives_compute(&plan, RISK_ALL, &runner, scratch, out));
  check(&out[ALTERNATIVE_DEAL], 444 * 500, 44500, 0);
  check(&out[ALTERNATIVE_OWN_OFFER], 120 * 100, 12500, 0);
  check(&out[ALTERNATIVE_ADVERTISING], 271450, 44500, 0); /* 61.00 × 44.5 */
  /* 11 h × 52 × 30.00; seven months of six. */
  check(&out[ALTERNATIVE_WEB], 11 * 52 * 3000, 42000, 5);
  g_assert_cmpint(years.asked_count, ==, 2);
  for (int i = 0; i < 2; i++)
    g_assert_cmpint(years.asked_years[i], ==, TRIAL_YEARS_SURE);
}

/* A deal that earns costs nothing. */
static void test_earns(void) {
  TrialRunner runner = begin();
  Alternative out[ALTERNATIVE_COUNT];
  cost_of_year_cents = -500;
  g_assert_true(alternatives_compute(&plan, RISK_ALL, &runner, scratch, out));
  check(&out[ALTERNATIVE_DEAL], -444 * 500, 44500, 0);
  check(&out[ALTERNATIVE_OWN_OFFER], -120 * 100, 12500, 0);
}

static void test_does_not_apply(void) {
  TrialRunner runner = begin();
  Alternative out[ALTERNATIVE_COUNT];
  memset(&plan.alternatives, 0, sizeof plan.alternatives);
  plan.clients.usual_advertising_cents_per_new_client = 0;
  g_assert_true(alternatives_compute(&plan, RISK_ALL, &runner, scratch, out));
  for (int i = 0; i < ALTERNATIVE_COUNT; i++)
    g_assert_cmpint(out[i].applies, ==, i == ALTERNATIVE_DEAL);
  g_assert_cmpint(years.asked_count, ==, 1);
  /* A gift cannot be computed. */
  begin();
  plan.alternatives.own_offer_discount_per_100k = 100000;
  /* No month of the first year is left. */
  plan.alternatives.web_months_before_result = 12;
  trials_forget(scratch);
  runner = made_up_runner(&years);
  g_assert_true(alternatives_compute(&plan, RISK_ALL, &runner, scratch, out));
  g_assert_false(out[ALTERNATIVE_OWN_OFFER].applies);
  g_assert_true(out[ALTERNATIVE_WEB].applies);
  g_assert_false(out[ALTERNATIVE_WEB].has_clients);
  g_assert_cmpint(out[ALTERNATIVE_WEB].cost_cents, ==, 11 * 52 * 3000);
}

static void fill_nobody(const Plan *of, int year, TrialRun *out) {
  (void)of;
  out->value[RISK_RESULT_CENTS] = -year;
}

/* A campaign nobody comes back from keeps nobody; advertising still has its price. */
static void test_keeps_nobody(void) {
  TrialRunner runner = begin();
  Alternative out[ALTERNATIVE_COUNT];
  years.fill = fill_nobody;
  g_assert_true(alternatives_compute(&plan, RISK_LUCK, &runner, scratch, out));
  g_assert_true(out[ALTERNATIVE_DEAL].applies && !out[ALTERNATIVE_DEAL].has_clients);
  g_assert_cmpint(out[ALTERNATIVE_DEAL].cost_cents, ==, 500); /* of 0 … 999: 499.5 */
  g_assert_true(out[ALTERNATIVE_ADVERTISING].has_clients);
  g_assert_cmpint(out[ALTERNATIVE_ADVERTISING].cost_per_client_kept_cents, ==, 6100);
  g_assert_cmpint(out[ALTERNATIVE_ADVERTISING].cost_cents, ==, 0);
}

/* --- the own offer ------------------------------------------------------------------------- */

/* Fields in which her own offer may differ from the deal. */
static bool may_differ(const char *path) {
  static const char *const MAY[] = {
      "deal.vouchers_sold",
      "deal.contract_cap",
      "deal.price_cents",
      "deal.tax_treatment",
      "deal.price_tax_wording",
      "deal.commission_per_100k",
      "deal.card_fee_per_100k",
      "deal.fixed_fee_cents",
      "deal.hold_back_per_100k",
      "deal.payout_basis",
      "deal.site_stops_paying_date",
      "deal.used_per_100k",
      "deal.refund_before_use_per_100k",
      "clients.existing_per_100k",
      "clients.halo_clients",
      "phone.buyers_calling_per_100k",
      "phone.extra_people",
      "phone.extra_days",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(MAY); i++)
    if (strcmp(path, MAY[i]) == 0)
      return true;
  return g_str_has_prefix(path, "one_off_costs") || g_str_has_prefix(path, "uncertainty");
}

static bool visit_same(const FieldStop *stop, void *data) {
  Plan *other = data;
  char path[PLAN_PATH_SIZE];
  field_stop_path(stop, path);
  if (!stop->field || stop->field->type == FIELD_TEXT || may_differ(path))
    return true;
  g_test_message("%s", path);
  g_assert_cmpint(plan_get(other, path), ==, plan_get(&plan, path));
  return true;
}

static void test_own_offer(void) {
  begin();
  Plan *own = &scratch->plan;
  plan.deal.commission_per_100k = 45000;
  plan.deal.card_fee_per_100k = 2500;
  plan.deal.fixed_fee_cents = 10000;
  plan.deal.contract_cap = 50;
  plan.deal.hold_back_per_100k = 10000;
  plan.deal.refund_before_use_per_100k = 2000;
  plan.deal.tax_treatment = TREATMENT_LIST_PRICE;
  plan.deal.price_tax_wording = WORDING_NOT_CHECKED;
  plan.deal.site_stops_paying_date = plan.deal.sale_date + 10;
  plan.clients.halo_clients = 9;
  plan.one_off_costs_count = 1;
  plan.one_off_costs[0] = (OneOffCost){.cents = 5000, .date = plan.deal.sale_date};
  own_offer_plan_of(&plan, own);
  plan_walk(&plan, visit_same, own);
  g_assert_cmpint(own->deal.vouchers_sold, ==, 120);
  g_assert_cmpint(own->deal.contract_cap, ==, PLAN_NONE);
  g_assert_cmpint(own->deal.price_cents, ==, 12000); /* 160.00 less a quarter */
  g_assert_cmpint(own->deal.commission_per_100k, ==, 0);
  g_assert_cmpint(own->deal.card_fee_per_100k, ==, 0);
  g_assert_cmpint(own->deal.fixed_fee_cents, ==, 0);
  g_assert_cmpint(own->deal.hold_back_per_100k, ==, 0);
  g_assert_cmpint(own->deal.refund_before_use_per_100k, ==, 0);
  g_assert_cmpint(own->deal.used_per_100k, ==, RATE_ONE_PER_100K);
  g_assert_cmpint(own->deal.payout_basis, ==, PAYOUT_REDEEMED);
  g_assert_cmpint(own->deal.tax_treatment, ==, TREATMENT_GIFT_CERTIFICATE);
  g_assert_cmpint(own->deal.price_tax_wording, ==, WORDING_EXTRA);
  g_assert_cmpint(own->deal.site_stops_paying_date, ==, DATE_NONE);
  g_assert_cmpint(own->phone.buyers_calling_per_100k, ==, 0);
  g_assert_cmpint(own->phone.extra_people * own->phone.extra_days, ==, 0);
  g_assert_cmpint(own->one_off_costs_count, ==, 0);
  g_assert_cmpint(own->clients.halo_clients, ==, 0);
  g_assert_cmpint(own->clients.existing_per_100k, ==, 78000);
  plan.clients.existing_per_100k = 90000;
  own_offer_plan_of(&plan, own);
  g_assert_cmpint(own->clients.existing_per_100k, ==, 90000);
}

/* What the site's deal leaves in doubt is none of her own offer's; all else stays in doubt. */
static void test_own_offer_ranges(void) {
  static const char *const PATHS[] = {"deal.vouchers_sold",      "one_off_costs[0].cents",
                                      "clients.return_per_100k", "phone.handle_milli_minutes",
                                      "deal.used_per_100k",      "regulars.level_per_100k"};
  begin();
  plan.one_off_costs_count = 1;
  plan.one_off_costs[0] = (OneOffCost){.cents = 5000, .date = plan.deal.sale_date};
  plan.uncertainty_count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(PATHS); i++) {
    Uncertainty *range = &plan.uncertainty[plan.uncertainty_count++];
    int64_t value = plan_get(&plan, PATHS[i]);
    *range = (Uncertainty){.low = value * 9 / 10, .likely = value, .high = value};
    g_strlcpy(range->path, PATHS[i], sizeof range->path);
  }
  own_offer_plan_of(&plan, &scratch->plan);
  g_assert_cmpint(scratch->plan.uncertainty_count, ==, 2);
  g_assert_cmpstr(scratch->plan.uncertainty[0].path, ==, "clients.return_per_100k");
  g_assert_cmpstr(scratch->plan.uncertainty[1].path, ==, "regulars.level_per_100k");
}

/* Of every preset, with rooms or without, the own offer is a plan that makes sense. */
static void test_own_offer_of_presets(void) {
  Problems problems;
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill((Preset)preset, date_from_ymd(2026, 2, 4), &plan);
    plan.alternatives.own_offer_buyers = 80;
    plan.alternatives.own_offer_discount_per_100k = 30000;
    own_offer_plan_of(&plan, &scratch->plan);
    plan_check(&scratch->plan, &problems);
    g_assert_cmpint(problems.blocking_count, ==, 0);
  }
}

static void test_cancelled(void) {
  for (int calls = 1; calls >= 0; calls--) {
    TrialRunner runner = begin();
    Alternative out[ALTERNATIVE_COUNT];
    years.cancel_after = 1;
    years.calls = calls;
    g_assert_false(alternatives_compute(&plan, RISK_ALL, &runner, scratch, out));
  }
}

static void test_names(void) {
  g_assert_cmpstr(alternative_name(ALTERNATIVE_DEAL), ==, "deal");
  g_assert_cmpstr(alternative_name(ALTERNATIVE_WEB), ==, "web");
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  scratch = g_new0(DecideScratch, 1);
  g_test_add_func("/alternatives/four", test_four);
  g_test_add_func("/alternatives/earns", test_earns);
  g_test_add_func("/alternatives/does-not-apply", test_does_not_apply);
  g_test_add_func("/alternatives/keeps-nobody", test_keeps_nobody);
  g_test_add_func("/alternatives/own-offer", test_own_offer);
  g_test_add_func("/alternatives/own-offer-ranges", test_own_offer_ranges);
  g_test_add_func("/alternatives/own-offer-of-presets", test_own_offer_of_presets);
  g_test_add_func("/alternatives/cancelled", test_cancelled);
  g_test_add_func("/alternatives/names", test_names);
  int failed = g_test_run();
  g_free(scratch);
  g_free(years.asked);
  return failed;
}
