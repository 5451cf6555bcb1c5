/* One voucher: the example by hand, published cases, and sums on random plans. */
#include <glib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "model/base/money.h"
#include "model/tax/voucher.h"
#include "model/store/plan-json.h"
#include "tests/money-plan.h"

#define RANDOM_PLANS 2000

static Plan *example_new(void) {
  Plan *plan = g_new0(Plan, 1);
  plan_example(plan);
  return plan;
}

static void assert_steps(const Waterfall *waterfall, const int64_t *steps) {
  for (int i = 0; i < STEP_COUNT; i++)
    if (waterfall->step_cents[i] != steps[i])
      g_error("%s is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT,
              waterfall_step_name((WaterfallStep)i), waterfall->step_cents[i], steps[i]);
}

/* List 160, price 80, commission 40, two therapists at 20.75, contributions 20 %, supplies 4, two
 * visits of five buy extras of 20 that cost half. */
static void test_example_by_hand(void) {
  g_autofree Plan *plan = example_new();
  VoucherResult result;
  voucher_compute(plan, &result);
  int64_t extra[STEP_COUNT] = {16000, -8000, 8000, 0, 0, -4000, 0, 0, -4150, -830, -400, 400, -980};
  /* B: 80 includes 3.48 and 6.94. */
  int64_t included[STEP_COUNT] = {16000, -8000, 8000, -1042, 0,   -4000, 0,
                                  0,     -4150, -830, -400,  400, -2022};
  assert_steps(&result.used, extra);
  assert_steps(&result.used_extra, extra);
  assert_steps(&result.used_included, included);
  g_assert_cmpint(result.wording_difference_cents, ==, 1042);
  g_assert_cmpint(result.client_pays_at_counter_cents, ==, 1198);
  g_assert_cmpint(result.left_used_cents, ==, -980);
  g_assert_cmpint(result.unused_kept_cents, ==, 4000);
  /* Massage 80 − 36 − 7.20 − 2 = 34.80; duo twice that; 85 % and 15 %. */
  g_assert_cmpint(voucher_service_margin_cents(plan, 0), ==, 3480);
  g_assert_cmpint(result.margin_regular_cents, ==, 6960);
  g_assert_cmpint(result.margin_mean_regular_cents, ==, 4002);
  g_assert_cmpint(result.left_existing_cents, ==, -980 - 4002);
  g_assert_cmpint(result.left_returning_cents, ==, 4002);
  g_assert_cmpint(result.guaranteed_anyway_cents, ==, 0);
}

/* 16.60 an hour × 75 minutes × 2 = 41.50: the whole pay; at 10.00, 25.00 of it. */
static void test_guaranteed_anyway(void) {
  g_autofree Plan *plan = example_new();
  VoucherResult result;
  for (int i = 0; i < plan->staff_count; i++)
    plan->staff[i].guarantee_cents_per_hour = 1660;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.guaranteed_anyway_cents, ==, 4150);
  for (int i = 0; i < plan->staff_count; i++)
    plan->staff[i].guarantee_cents_per_hour = 1000;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.guaranteed_anyway_cents, ==, 2500);
}

static void test_unused(void) {
  g_autofree Plan *plan = example_new();
  VoucherResult result;
  plan->deal.breakage_policy = BREAKAGE_NONE;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.left_unused_cents, ==, 0);
  plan->deal.breakage_policy = BREAKAGE_WHEN_REMOTE;
  plan->deal.breakage_date = DATE_NONE;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.left_unused_cents, ==, 0);
  plan->deal.breakage_date = plan->deal.promotion_end_date + 30;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.left_unused_cents, ==, 4000);
  plan->deal.breakage_policy = BREAKAGE_PROPORTIONAL;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.left_unused_cents, ==, 4000);
  plan->deal.payout_basis = PAYOUT_REDEEMED;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.left_unused_cents, ==, 0);
  g_assert_cmpint(result.unused_kept_cents, ==, 0);
}

/* Not registered: the commission's tax 2.00 + 3.99 and that of supplies and goods do not come back:
 * 4.00 → 4.60, extras 40 % × (20 − 11.50) = 3.40. */
static void test_not_registered(void) {
  g_autofree Plan *plan = example_new();
  VoucherResult result;
  plan->business.gst_registered = false;
  voucher_compute(plan, &result);
  int64_t steps[STEP_COUNT] = {16000, -8000, 8000, 0,    0,   -4000, -599,
                               0,     -4150, -830, -460, 340, -1699};
  assert_steps(&result.used, steps);
  g_assert_cmpint(result.wording_difference_cents, ==, 0);
}

/* 2.5 % of the whole price, then of the own share; with its tax when not registered. */
static void test_card_fee(void) {
  g_autofree Plan *plan = example_new();
  VoucherResult result;
  plan->deal.card_fee_per_100k = 2500;
  plan->deal.card_fee_taxed = true;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.used.step_cents[STEP_CARD_FEE], ==, -200);
  plan->deal.card_fee_base = CARD_FEE_ON_OWN_SHARE;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.used.step_cents[STEP_CARD_FEE], ==, -100);
  plan->business.gst_registered = false;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.used.step_cents[STEP_CARD_FEE], ==, -115);
}

/* Three visits for 100.00: pay, supplies and extras three times, 33.33, 33.33, 33.34. */
static void test_three_visits(void) {
  g_autofree Plan *plan = example_new();
  VoucherResult result;
  plan->deal.visits_per_voucher = 3;
  plan->deal.list_price_cents = 48000;
  plan->deal.price_cents = 10000;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.used.step_cents[STEP_PAY], ==, -3 * 4150);
  g_assert_cmpint(result.used.step_cents[STEP_SUPPLIES], ==, -1200);
  g_assert_cmpint(result.used.step_cents[STEP_EXTRAS], ==, 1200);
  /* 1.67 + 3.32 on 33.33 twice, 1.67 + 3.33 on 33.34. */
  g_assert_cmpint(result.client_pays_at_counter_cents, ==, 499 + 499 + 500);
  g_assert_cmpint(voucher_part(&plan->deal, 1).price_cents, ==, 3333);
  g_assert_cmpint(voucher_part(&plan->deal, 2).price_cents, ==, 3334);
}

static void test_pay_rules(void) {
  g_autofree Plan *plan = example_new();
  plan->deal_pay = (PlanDealPay){.rule = PAY_PERCENT_OF_LIST, .per_100k = 45000};
  g_assert_cmpint(voucher_visit_pay_cents(plan, 1, true), ==, 7200);
  plan->deal_pay.rule = PAY_PERCENT_OF_PRICE;
  g_assert_cmpint(voucher_visit_pay_cents(plan, 1, true), ==, 3600);
  plan->deal_pay.rule = PAY_PERCENT_OF_OWN_SHARE;
  g_assert_cmpint(voucher_visit_pay_cents(plan, 1, true), ==, 1800);
  plan->deal_pay.rule = PAY_HOURLY;
  g_assert_cmpint(voucher_visit_pay_cents(plan, 1, true), ==, 0);
  plan->deal_pay.rule = PAY_SAME;
  g_assert_cmpint(voucher_visit_pay_cents(plan, 1, true), ==, 7200);
  /* Before tax: of 69.58, and of 69.58 − 40. */
  plan->deal.price_tax_wording = WORDING_NOT_CHECKED;
  plan->deal_pay.rule = PAY_PERCENT_OF_PRICE;
  g_assert_cmpint(voucher_visit_pay_cents(plan, 1, true), ==, 3131);
  VoucherResult result;
  voucher_compute(plan, &result);
  g_assert_cmpint(result.used_extra.step_cents[STEP_PAY], ==, -3600);
  g_assert_cmpint(result.used_included.step_cents[STEP_PAY], ==, -3131);
  plan->deal_pay.rule = PAY_PERCENT_OF_OWN_SHARE;
  g_assert_cmpint(voucher_visit_pay_cents(plan, 1, true), ==, 1331);
  g_assert_cmpint(voucher_visit_pay_cents(plan, 0, false), ==, 3600);
  plan->services[0].pay_rule = PAY_FLAT;
  plan->services[0].pay_flat_cents = 2500;
  g_assert_cmpint(voucher_visit_pay_cents(plan, 0, false), ==, 2500);
  plan->services[0].staff_needed = 0;
  g_assert_cmpint(voucher_visit_pay_cents(plan, 0, false), ==, 0);
}

/* Contributions are due on the employees' part only: three of five. */
static void test_self_employed(void) {
  g_autofree Plan *plan = example_new();
  plan->staff[0].employment = plan->staff[1].employment = EMPLOYMENT_SELF_EMPLOYED;
  g_assert_cmpint(voucher_contributions_cents(plan, 4150), ==, 498);
}

static JsonObject *published_case(JsonParser *parser, const char *id) {
  g_autoptr(GError) error = NULL;
  json_parser_load_from_file(parser, TESTS_DATA "/published.json", &error);
  g_assert_no_error(error);
  JsonArray *cases =
      json_object_get_array_member(json_node_get_object(json_parser_get_root(parser)), "cases");
  for (guint i = 0; i < json_array_get_length(cases); i++) {
    JsonObject *one = json_array_get_object_element(cases, i);
    if (g_str_equal(json_object_get_string_member(one, "id"), id))
      return one;
  }
  g_assert_not_reached();
}

static double number_of(const char *text) {
  return g_ascii_strtod(text, NULL);
}

static int64_t cents_of(const char *text) {
  return (int64_t)floor(number_of(text) * 100 + 0.5);
}

/* A plan with nothing but one therapist, the voucher and her share, taxes left out. */
static Plan *bare_plan_new(int64_t list_cents, int64_t price_cents, double commission, PayRule rule,
                           double share) {
  Plan *plan = example_new();
  plan->business.gst_registered = false;
  plan->business.contributions_per_100k = 0;
  plan->services[1].staff_needed = 1;
  plan->services[1].supplies_cents = 0;
  plan->clients.extras_share_per_100k = 0;
  plan->deal.commission_tax = COMMISSION_TAX_NONE;
  plan->deal.list_price_cents = plan->services[1].list_price_cents = list_cents;
  plan->deal.price_cents = price_cents;
  plan->deal.commission_per_100k = (int32_t)floor(commission * 100000 + 0.5);
  plan->deal_pay = (PlanDealPay){.rule = rule, .per_100k = (int32_t)floor(share * 100000 + 0.5)};
  return plan;
}

static void test_published_massage(void) {
  g_autoptr(JsonParser) parser = json_parser_new();
  JsonObject *one = published_case(parser, "massage-2010");
  JsonObject *inputs = json_object_get_object_member(one, "inputs");
  JsonObject *published = json_object_get_object_member(one, "published");
  int64_t list_cents = cents_of(json_object_get_string_member(inputs, "list"));
  double discount = number_of(json_object_get_string_member(inputs, "discount"));
  g_autofree Plan *plan = bare_plan_new(
      list_cents, (int64_t)floor((double)list_cents * (1 - discount) + 0.5),
      number_of(json_object_get_string_member(inputs, "commission")), PAY_PERCENT_OF_PRICE,
      number_of(json_object_get_string_member(inputs, "therapist_share_of_price")));
  VoucherResult result;
  voucher_compute(plan, &result);
  const int64_t *step = result.used.step_cents;
  g_assert_cmpint(-step[STEP_PAY], ==,
                  cents_of(json_object_get_string_member(published, "therapist")));
  g_assert_cmpint(-step[STEP_COMMISSION], ==,
                  cents_of(json_object_get_string_member(published, "site")));
  g_assert_cmpint(step[STEP_LEFT], ==, cents_of(json_object_get_string_member(published, "left")));
}

static void test_published_pay_on_net(void) {
  g_autoptr(JsonParser) parser = json_parser_new();
  JsonObject *one = published_case(parser, "massage-pay-on-net-2011");
  JsonObject *inputs = json_object_get_object_member(one, "inputs");
  JsonObject *published = json_object_get_object_member(one, "published");
  JsonArray *shares = json_object_get_array_member(inputs, "therapist_share_of_own_share");
  JsonArray *pays = json_object_get_array_member(published, "therapist");
  g_assert_cmpint(json_array_get_length(shares), ==, 2);
  for (guint i = 0; i < json_array_get_length(shares); i++) {
    g_autofree Plan *plan = bare_plan_new(
        cents_of(json_object_get_string_member(inputs, "list")),
        cents_of(json_object_get_string_member(inputs, "price")),
        number_of(json_object_get_string_member(inputs, "commission")), PAY_PERCENT_OF_OWN_SHARE,
        number_of(json_array_get_string_element(shares, i)));
    VoucherResult result;
    voucher_compute(plan, &result);
    g_assert_cmpint(-result.used.step_cents[STEP_PAY], ==,
                    cents_of(json_array_get_string_element(pays, i)));
  }
}

/* Nothing but a cost a visit: 1.00 − 1.50 a cupcake, 4.00 − 12.00 a wash. */
static void test_published_costs(void) {
  static const struct {
    const char *id, *published;
    bool all_sold;
  } cases[] = {{"cupcake-2010", "promotion_cost", false},
               {"car-wash-2011", "result_if_all_used", true}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(JsonParser) parser = json_parser_new();
    JsonObject *one = published_case(parser, cases[i].id);
    JsonObject *inputs = json_object_get_object_member(one, "inputs");
    JsonObject *published = json_object_get_object_member(one, "published");
    int64_t list_cents = cents_of(json_object_get_string_member(inputs, "list"));
    int64_t price_cents = cases[i].all_sold
                              ? cents_of(json_object_get_string_member(inputs, "price"))
                              : list_cents / 2;
    int64_t sold = json_object_get_int_member(inputs, "vouchers_sold");
    g_autofree Plan *plan = bare_plan_new(
        list_cents, price_cents, number_of(json_object_get_string_member(inputs, "commission")),
        PAY_HOURLY, 0);
    VoucherResult result;
    plan->services[1].supplies_cents = cents_of(json_object_get_string_member(inputs, "cost"));
    plan->business.tax_regime = REGIME_CUSTOM; /* no tax at all */
    voucher_compute(plan, &result);
    g_assert_cmpint(ABS(result.left_used_cents * sold), ==,
                    ABS(cents_of(json_object_get_string_member(published, cases[i].published))));
    if (cases[i].all_sold)
      g_assert_cmpint(result.unused_kept_cents * sold, ==,
                      cents_of(json_object_get_string_member(published, "own_share")));
  }
}

static void assert_sums(const Waterfall *waterfall) {
  int64_t sum_cents = 0;
  for (int i = 0; i < STEP_COUNT; i++) {
    if (i > 0 && waterfall_is_total((WaterfallStep)i))
      g_assert_cmpint(waterfall->step_cents[i], ==, sum_cents);
    else
      sum_cents += waterfall->step_cents[i];
  }
}

static void test_random_plans(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(6);
  g_autofree Plan *plan = g_new0(Plan, 1);
  for (int i = 0; i < RANDOM_PLANS; i++) {
    VoucherResult result;
    money_plan_draw(luck, plan);
    voucher_compute(plan, &result);
    assert_sums(&result.used);
    assert_sums(&result.used_extra);
    assert_sums(&result.used_included);
    const Waterfall *same =
        plan->deal.price_tax_wording == WORDING_EXTRA ? &result.used_extra : &result.used_included;
    assert_steps(&result.used, same->step_cents);
    /* The wording costs the taxes inside, less what they change the pay and the kept tax by. */
    int64_t inside_cents = -result.used_included.step_cents[STEP_TAX_INSIDE];
    int64_t pay_cents = 0;
    for (int step = STEP_PAY; step <= STEP_CONTRIBUTIONS; step++)
      pay_cents += result.used_included.step_cents[step] - result.used_extra.step_cents[step];
    int64_t kept_cents = result.used_included.step_cents[STEP_TAX_KEPT] -
                         result.used_extra.step_cents[STEP_TAX_KEPT];
    g_assert_cmpint(inside_cents, >=, 0);
    g_assert_cmpint(result.wording_difference_cents, ==, inside_cents - pay_cents - kept_cents);
    if (plan->deal_pay.rule == PAY_FLAT)
      g_assert_cmpint(pay_cents, ==, 0);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/voucher/example by hand", test_example_by_hand);
  g_test_add_func("/voucher/guaranteed anyway", test_guaranteed_anyway);
  g_test_add_func("/voucher/unused", test_unused);
  g_test_add_func("/voucher/not registered", test_not_registered);
  g_test_add_func("/voucher/card fee", test_card_fee);
  g_test_add_func("/voucher/three visits", test_three_visits);
  g_test_add_func("/voucher/pay rules", test_pay_rules);
  g_test_add_func("/voucher/self-employed", test_self_employed);
  g_test_add_func("/voucher/published massage", test_published_massage);
  g_test_add_func("/voucher/published pay on own share", test_published_pay_on_net);
  g_test_add_func("/voucher/published costs", test_published_costs);
  g_test_add_func("/voucher/random plans", test_random_plans);
  return g_test_run();
}
