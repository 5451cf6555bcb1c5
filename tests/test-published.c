/* Worked cases that others published (tests/data/published.json, domain §15): each as its source
 * counts, and as Aubaine does through its own functions; where the two differ, by how much and why.
 */
#include <glib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/money.h"
#include "model/decide/break-even.h"
#include "model/decide/quota.h"
#include "model/phone/erlang.h"
#include "model/results/results.h"
#include "model/store/plan-json.h"
#include "model/tax/tax.h"
#include "model/tax/voucher.h"
#include "model/year/year-scratch.h"

/* --- the file ------------------------------------------------------------------------------ */

typedef struct {
  const char *id;
  JsonObject *inputs, *published;
  double tolerance;
} Case;

/* A number, or a text that is one. */
static double number_of(JsonNode *node) {
  if (json_node_get_value_type(node) == G_TYPE_STRING) {
    char *end = NULL;
    double value = g_ascii_strtod(json_node_get_string(node), &end);
    g_assert_cmpstr(end, ==, "");
    return value;
  }
  return json_node_get_double(node);
}

static double number_in(JsonObject *object, const char *name) {
  g_assert_true(json_object_has_member(object, name));
  return number_of(json_object_get_member(object, name));
}

static double input(const Case *one, const char *name) {
  return number_in(one->inputs, name);
}

static const char *input_text(const Case *one, const char *name) {
  g_assert_true(json_object_has_member(one->inputs, name));
  return json_object_get_string_member(one->inputs, name);
}

/* "ticket / 3.3": what stands on both sides of the stroke. */
static double input_ratio(const Case *one, const char *name, double numerator) {
  g_auto(GStrv) parts = g_strsplit(input_text(one, name), " / ", 2);
  g_assert_cmpint(g_strv_length(parts), ==, 2);
  return (numerator > 0 ? numerator : g_ascii_strtod(parts[0], NULL)) /
         g_ascii_strtod(parts[1], NULL);
}

static int64_t cents_of(double amount) {
  return (int64_t)floor(amount * 100 + 0.5);
}

static bool is_published(const Case *one, const char *name, double value) {
  return fabs(value - number_in(one->published, name)) <= one->tolerance + 1e-9;
}

static void assert_published(const Case *one, const char *name, double value) {
  if (!is_published(one, name, value))
    g_error("%s: %s is %.6f, not %.6f", one->id, name, value, number_in(one->published, name));
}

static void assert_amount(double value, double expected) {
  g_assert_cmpfloat_with_epsilon(value, expected, 0.005);
}

/* --- plans --------------------------------------------------------------------------------- */

/* The example with nothing but the voucher and what a visit costs: no rooms, nobody paid, nobody
 * who was a client before, no extras, no phone. Taxes are extra and those of costs come back. */
static Plan *bare_plan_new(double list, double price, double commission, double cost) {
  Plan *plan = g_new0(Plan, 1);
  plan_example(plan);
  plan->rooms_count = 0;
  plan->uncertainty_count = 0;
  plan->business.contributions_per_100k = 0;
  for (int i = 0; i < plan->services_count; i++) {
    plan->services[i].staff_needed = 0;
    plan->services[i].people = 1;
    plan->services[i].supplies_cents = cents_of(cost);
    plan->services[i].list_price_cents = cents_of(list);
  }
  plan->deal.commission_tax = COMMISSION_TAX_NONE;
  plan->deal.list_price_cents = cents_of(list);
  plan->deal.price_cents = cents_of(price);
  plan->deal.commission_per_100k = (int32_t)floor(commission * RATE_ONE_PER_100K + 0.5);
  plan->deal.no_show_per_100k = 0;
  plan->deal_pay = (PlanDealPay){.rule = PAY_HOURLY};
  plan->clients.existing_per_100k = plan->clients.extras_share_per_100k = 0;
  plan->clients.return_per_100k = 0;
  plan->clients.incentive_cents = 0;
  plan->phone.extra_days = 0;
  return plan;
}

/* One therapist, a share of a base. */
static Plan *massage_plan_new(double list, double price, double commission, PayRule rule,
                              double share) {
  Plan *plan = bare_plan_new(list, price, commission, 0);
  plan->services[plan->deal.service_index].staff_needed = 1;
  plan->deal_pay.rule = rule;
  plan->deal_pay.per_100k = (int32_t)floor(share * RATE_ONE_PER_100K + 0.5);
  return plan;
}

static VoucherResult voucher_of(const Plan *plan) {
  Problems problems;
  VoucherResult voucher;
  plan_check(plan, &problems);
  for (int i = 0; i < problems.blocking_count; i++)
    g_error("%s: %s", problems.problem[i].path, problem_name(problems.problem[i].code));
  voucher_compute(plan, &voucher);
  return voucher;
}

/* The plan year's own count. */
typedef struct {
  int used, people_returning;
  int64_t result_cents; /* deal compared with no deal */
} Counted;

static Counted count_of(const Plan *plan) {
  g_autofree Results *results = g_new(Results, 1);
  YearScratch *scratch = calloc(1, sizeof *scratch);
  results_compute(plan, results, scratch);
  Counted counted = {results->with.vouchers_served, results->with.people_returning,
                     results->headline.deal_against_none_cents};
  free(scratch);
  return counted;
}

/* --- the cases ----------------------------------------------------------------------------- */

/* As published: share of the price on all sold less the cost of the used; the return visits are
 * counted on SOLD vouchers, also those that nobody ever used. */
static void check_casual_dining(const Case *one) {
  double sold = input(one, "vouchers_sold"), price = input(one, "price"), list = input(one, "list");
  double used = sold * input(one, "used"), commission = input(one, "commission");
  double cost = input_ratio(one, "cost", input(one, "ticket"));
  double returns = sold * input(one, "return_share_of_sold"),
         sales = input(one, "return_sales_each");
  double margin = input_ratio(one, "return_margin", 0);
  double campaign = sold * price * (1 - commission) - used * cost;
  double long_term = campaign + returns * sales * margin;
  assert_published(one, "campaign_profit", campaign);
  assert_published(one, "long_term_profit", long_term);
  g_assert_cmpfloat_with_epsilon(long_term / (used * cost + returns * sales * (1 - margin)),
                                 number_in(one->published, "roi"), 5e-5);
  /* Aubaine: those who used it return, one in four of the used less. In 33rds of a dollar all its
   * cents are whole. What is left of the unused stands beside the result, never in it. */
  const double unit = 33;
  g_autofree Plan *plan = bare_plan_new(list * unit, price * unit, commission, cost * unit);
  plan->deal.vouchers_sold = (int32_t)sold;
  plan->deal.used_per_100k = (int32_t)floor(input(one, "used") * RATE_ONE_PER_100K + 0.5);
  VoucherResult voucher = voucher_of(plan);
  Counted counted = count_of(plan);
  assert_amount(counted.used, used);
  g_assert_cmpint(counted.result_cents, ==, counted.used * voucher.left_used_cents);
  double own_campaign =
      ((double)counted.result_cents + (sold - counted.used) * (double)voucher.unused_kept_cents) /
      100 / unit;
  assert_published(one, "campaign_profit", own_campaign);
  double own_returns = counted.used * input(one, "return_share_of_sold");
  double own_long_term =
      own_campaign + own_returns * (double)voucher.left_returning_cents / 100 / unit;
  assert_amount(own_long_term, 9785.15);
  g_assert_false(is_published(one, "long_term_profit", own_long_term));
  /* All of the difference: the returns of those who never came. */
  assert_amount(long_term - own_long_term,
                (sold - used) * input(one, "return_share_of_sold") * sales * margin);
  plan->clients.return_per_100k =
      (int32_t)floor(input(one, "return_share_of_sold") * RATE_ONE_PER_100K + 0.5);
  g_assert_cmpint(count_of(plan).people_returning, ==, (int)floor(own_returns + 0.5));
}

/* Aubaine counts it alike. */
static void check_massage(const Case *one) {
  double list = input(one, "list"), price = list * (1 - input(one, "discount"));
  double commission = input(one, "commission"), share = input(one, "therapist_share_of_price");
  assert_published(one, "therapist", price * share);
  assert_published(one, "site", price * commission);
  assert_published(one, "left", price * (1 - commission - share));
  g_autofree Plan *plan = massage_plan_new(list, price, commission, PAY_PERCENT_OF_PRICE, share);
  VoucherResult voucher = voucher_of(plan);
  const int64_t *step = voucher.used.step_cents;
  assert_published(one, "therapist", (double)-step[STEP_PAY] / 100);
  assert_published(one, "site", (double)-step[STEP_COMMISSION] / 100);
  assert_published(one, "left", (double)voucher.left_used_cents / 100);
  /* Contributions on her pay are what the letter leaves out: 1.75 is then a loss of 1.40. */
  plan->business.contributions_per_100k = 20000;
  g_assert_cmpint(voucher_of(plan).left_used_cents, ==, 175 - 315);
}

/* Aubaine counts it alike. */
static void check_massage_on_net(const Case *one) {
  JsonArray *shares = json_object_get_array_member(one->inputs, "therapist_share_of_own_share");
  JsonArray *pays = json_object_get_array_member(one->published, "therapist");
  double price = input(one, "price"), commission = input(one, "commission");
  g_assert_cmpint(json_array_get_length(shares), ==, json_array_get_length(pays));
  g_assert_cmpint(json_array_get_length(shares), ==, 2);
  for (guint i = 0; i < json_array_get_length(shares); i++) {
    double share = number_of(json_array_get_element(shares, i));
    double pay = number_of(json_array_get_element(pays, i));
    assert_amount(price * (1 - commission) * share, pay);
    g_autofree Plan *plan =
        massage_plan_new(input(one, "list"), price, commission, PAY_PERCENT_OF_OWN_SHARE, share);
    g_assert_cmpint(-voucher_of(plan).used.step_cents[STEP_PAY], ==, cents_of(pay));
  }
}

/* Aubaine counts the cost of the promotion alike when all are used. */
static void check_cupcake(const Case *one) {
  double list = input(one, "list"), price = list * (1 - input(one, "discount"));
  double commission = input(one, "commission"), cost = input(one, "cost");
  double sold = input(one, "vouchers_sold"), own_share = price * (1 - commission);
  assert_published(one, "promotion_cost", sold * (cost - own_share));
  assert_published(one, "break_even_cost_share_of_list", own_share / list);
  g_autofree Plan *plan = bare_plan_new(list, price, commission, cost);
  plan->deal.vouchers_sold = (int32_t)sold;
  plan->deal.used_per_100k = RATE_ONE_PER_100K;
  assert_published(one, "promotion_cost", -(double)count_of(plan).result_cents / 100);
  /* At a quarter of the list price nothing is left and nothing lost. */
  double share = number_in(one->published, "break_even_cost_share_of_list");
  plan->services[plan->deal.service_index].supplies_cents = cents_of(share * list);
  g_assert_cmpint(voucher_of(plan).left_used_cents, ==, 0);
}

/* Aubaine counts it alike when all are used. */
static void check_car_wash(const Case *one) {
  double price = input(one, "price"), commission = input(one, "commission");
  double cost = input(one, "cost"), sold = input(one, "vouchers_sold");
  assert_published(one, "own_share", sold * price * (1 - commission));
  assert_published(one, "result_if_all_used", sold * (price * (1 - commission) - cost));
  g_autofree Plan *plan = bare_plan_new(input(one, "list"), price, commission, cost);
  plan->deal.vouchers_sold = (int32_t)sold;
  plan->deal.used_per_100k = RATE_ONE_PER_100K;
  VoucherResult voucher = voucher_of(plan);
  assert_published(one, "own_share", sold * (double)voucher.unused_kept_cents / 100);
  Counted counted = count_of(plan);
  g_assert_cmpint(counted.used, ==, (int)sold);
  assert_published(one, "result_if_all_used", (double)counted.result_cents / 100);
  /* 85 % used: 2,717.45, of which a whole number come; the source's 498 unused is a slip. */
  plan->deal.used_per_100k = 85000;
  counted = count_of(plan);
  g_assert_cmpint((int)sold - counted.used, ==, 480);
  g_assert_cmpint(counted.result_cents, ==, counted.used * INT64_C(-800));
}

/* Aubaine counts it alike, to the cent: instalments 977.33, 977.33 and 977.34. */
static void check_waffles(const Case *one) {
  double price = input(one, "price"), commission = input(one, "commission");
  double sold = input(one, "vouchers_sold"), used = input(one, "used_in_two_months");
  int count = (int)input(one, "instalments");
  assert_published(one, "gross", sold * price);
  assert_published(one, "own_share", sold * price * (1 - commission));
  assert_published(one, "instalment", sold * price * (1 - commission) / count);
  assert_published(one, "cost_so_far", used * input(one, "cost"));
  g_assert_cmpfloat_with_epsilon(used / sold, number_in(one->published, "used_share"), 0.001);
  g_autofree Plan *plan = bare_plan_new(price * 2, price, commission, input(one, "cost"));
  plan->deal.vouchers_sold = (int32_t)sold;
  Commission statement =
      tax_commission(&plan->business, &plan->deal, plan->deal.sale_date, plan->deal.vouchers_sold);
  assert_published(one, "own_share", (double)statement.payout_cents / 100);
  int64_t sum_cents = 0;
  for (int i = 0; i < count; i++) {
    int64_t part_cents = money_part(statement.payout_cents, i, count);
    assert_published(one, "instalment", (double)part_cents / 100);
    sum_cents += part_cents;
  }
  g_assert_cmpint(sum_cents, ==, 293200);
  g_assert_cmpint(money_part(sum_cents, count - 1, count), ==, 97734);
  /* What the cafe did not see: each used voucher costs it 2.40 more than it brings. */
  g_assert_cmpint(voucher_of(plan).left_used_cents, ==, 400 - 640);
}

/* Aubaine: exactly 3/13 = 23.08 %; the source rounds it to 23.3 %. */
static void check_repeats(const Case *one) {
  double loss = input(one, "loss_now"), profit = input(one, "profit_on_repeat");
  assert_published(one, "break_even_repeat", loss / (loss + profit));
  int32_t retention = 0;
  g_assert_true(lifetime_break_even_retention(cents_of(profit), cents_of(loss), 0, &retention));
  g_assert_cmpint(retention, ==, 23077);
  assert_published(one, "break_even_repeat", (double)retention / RATE_ONE_PER_100K);
}

static CounterInvoice invoice_of(const Case *one) {
  g_autofree Plan *plan = g_new0(Plan, 1);
  plan_example(plan);
  bool is_ontario = g_str_equal(input_text(one, "regime"), "ON");
  g_assert_true(is_ontario || g_str_equal(input_text(one, "regime"), "QC-2012"));
  plan->business.tax_regime = is_ontario ? REGIME_ON : REGIME_QC;
  bool is_included = g_str_equal(input_text(one, "taxes"), "included");
  plan->deal.price_tax_wording = is_included ? WORDING_INCLUDED : WORDING_EXTRA;
  plan->deal.price_cents = cents_of(input(one, "voucher"));
  return tax_counter_invoice(&plan->business, &plan->deal, date_from_ymd(2012, 6, 1), 1, 0);
}

/* Aubaine counts it alike: QST of 2012 on the price and the GST. */
static void check_spa_taxes(const Case *one) {
  double voucher = input(one, "voucher"), gst = voucher * 0.05, qst = (voucher + gst) * 0.095;
  assert_published(one, "gst", gst);
  assert_published(one, "qst", qst);
  CounterInvoice counter = invoice_of(one);
  g_assert_cmpint(counter.invoice.tax_cents[0], ==, cents_of(number_in(one->published, "gst")));
  g_assert_cmpint(counter.invoice.tax_cents[1], ==, cents_of(number_in(one->published, "qst")));
  assert_published(one, "client_pays", (double)counter.client_pays_cents / 100);
  assert_published(one, "total", (double)counter.invoice.total_cents / 100);
}

static void check_lessons_taxes(const Case *one) {
  CounterInvoice counter = invoice_of(one);
  assert_published(one, "client_pays", (double)counter.client_pays_cents / 100);
  /* The taxes are inside: 43.46 + 2.17 + 4.37 (9.5 % of 45.63, rounded down). */
  g_assert_cmpint(counter.invoice.total_cents, ==, 5000);
  g_assert_cmpint(counter.invoice.net_cents + counter.invoice.tax_total_cents, ==, 5000);
  g_assert_cmpint(counter.invoice.tax_cents[0], ==, 217);
}

static void check_ontario(const Case *one) {
  double voucher = input(one, "voucher");
  assert_published(one, "hst", voucher * 0.13);
  CounterInvoice counter = invoice_of(one);
  assert_published(one, "hst", (double)counter.invoice.tax_total_cents / 100);
  assert_published(one, "total", (double)counter.invoice.total_cents / 100);
}

/* "Normal(50,30)" */
static Demand demand_of(const char *text) {
  Demand demand = {g_str_has_prefix(text, "Uniform("), 0, 0};
  g_assert_true(demand.is_uniform || g_str_has_prefix(text, "Normal("));
  char *end = NULL;
  demand.a = g_ascii_strtod(strchr(text, '(') + 1, &end);
  demand.b = g_ascii_strtod(end + 1, &end);
  g_assert_cmpstr(end, ==, ")");
  return demand;
}

/* The textbook's rule and Aubaine's are one: the better whole number beside the continuous one. */
static void check_savor(const Case *one) {
  JsonArray *demands = json_object_get_array_member(one->inputs, "demand");
  JsonArray *answers = json_object_get_array_member(one->published, "deal_tables");
  double r1 = input(one, "margin_regular"), r2 = input(one, "margin_deal");
  int32_t tables = (int32_t)input(one, "tables");
  g_assert_cmpint(json_array_get_length(demands), ==, 3);
  for (guint i = 0; i < json_array_get_length(demands); i++) {
    Demand demand = demand_of(json_array_get_string_element(demands, i));
    int answer = (int)json_array_get_int_element(answers, i);
    g_assert_cmpint(littlewood_deal_slots(r1, r2, tables, &demand), ==, answer);
    double best = littlewood_margin(r1, r2, tables, answer, &demand);
    g_assert_cmpfloat(best, >, littlewood_margin(r1, r2, tables, answer - 1, &demand));
    g_assert_cmpfloat(best, >, littlewood_margin(r1, r2, tables, answer + 1, &demand));
  }
}

/* Erlang C: nobody hangs up. The source's formula, term by term. */
static double erlang_c_wait(double load, int agents) {
  double term = 1, sum = 1;
  for (int k = 1; k < agents; k++) {
    term *= load / k;
    sum += term;
  }
  term *= load / agents;
  double waiting = term * agents / (agents - load);
  return waiting / (sum + waiting);
}

/* Aubaine's callers lose patience (Erlang A); with patience without end the two are one, as near as
 * a patience of 10^12 minutes comes. */
static void check_erlang(const Case *one) {
  double calls = input(one, "calls") * 60 / input(one, "interval_minutes");
  double handle = input(one, "handle_minutes"), load = calls * handle / 60;
  int agents = (int)input(one, "agents");
  double target = input(one, "target_seconds"), wait = erlang_c_wait(load, agents);
  double drain = (agents - load) / (handle * 60); /* a second */
  assert_published(one, "p_wait", wait);
  assert_published(one, "service_level", 1 - wait * exp(-drain * target));
  assert_published(one, "occupancy", load / agents);
  assert_published(one, "mean_wait_seconds", wait / drain);
  const ErlangHour hour = {calls, handle, 1e12, agents};
  ErlangAnswer at_once, within;
  erlang_compute(&hour, 0, &at_once);
  erlang_compute(&hour, target, &within);
  const double near = 1e-8;
  g_assert_cmpfloat_with_epsilon(1 - at_once.within_share, wait, near);
  g_assert_cmpfloat_with_epsilon(within.within_share, number_in(one->published, "service_level"),
                                 near);
  g_assert_cmpfloat_with_epsilon(within.busy_share, number_in(one->published, "occupancy"), near);
  g_assert_cmpfloat_with_epsilon(within.waiting_mean_callers / calls * 3600,
                                 number_in(one->published, "mean_wait_seconds"), near);
  g_assert_cmpfloat_with_epsilon(within.lost_share, 0, near);
  /* With the two minutes that callers really have, fewer wait out their turn. */
  const ErlangHour impatient = {calls, handle, 2, agents};
  erlang_compute(&impatient, target, &within);
  g_assert_cmpfloat(within.lost_share, >, 0.001);
}

/* Aubaine counts it alike. */
static void check_lifetime(const Case *one) {
  double retention = input(one, "retention"), discount = input(one, "discount");
  assert_published(one, "multiple", retention / (1 + discount - retention));
  int64_t value_cents = lifetime_value_cents(10000, (int32_t)floor(retention * 1e5 + 0.5),
                                             (int32_t)floor(discount * 1e5 + 0.5));
  assert_published(one, "multiple", (double)value_cents / 10000);
}

static const struct {
  const char *id;
  void (*check)(const Case *one);
} CASES[] = {
    {"casual-dining-2010", check_casual_dining},
    {"massage-2010", check_massage},
    {"massage-pay-on-net-2011", check_massage_on_net},
    {"cupcake-2010", check_cupcake},
    {"car-wash-2011", check_car_wash},
    {"waffles-cash-2012", check_waffles},
    {"repeat-break-even-2010", check_repeats},
    {"spa-taxes-2012", check_spa_taxes},
    {"lessons-taxes-2012", check_lessons_taxes},
    {"ontario-2012", check_ontario},
    {"savor-or-groupon", check_savor},
    {"erlang-c", check_erlang},
    {"clv-multiple", check_lifetime},
};

static void test_case(gconstpointer data) {
  Case one = {.id = data};
  g_autoptr(JsonParser) parser = json_parser_new();
  g_autoptr(GError) error = NULL;
  json_parser_load_from_file(parser, TESTS_DATA "/published.json", &error);
  g_assert_no_error(error);
  JsonArray *cases =
      json_object_get_array_member(json_node_get_object(json_parser_get_root(parser)), "cases");
  /* Every case of the file is checked. */
  g_assert_cmpint(json_array_get_length(cases), ==, G_N_ELEMENTS(CASES));
  for (guint i = 0; i < json_array_get_length(cases); i++) {
    JsonObject *object = json_array_get_object_element(cases, i);
    if (!g_str_equal(json_object_get_string_member(object, "id"), one.id))
      continue;
    one.inputs = json_object_get_object_member(object, "inputs");
    one.published = json_object_get_object_member(object, "published");
    one.tolerance = number_in(object, "tolerance");
  }
  g_assert_nonnull(one.inputs);
  for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++)
    if (g_str_equal(CASES[i].id, one.id))
      CASES[i].check(&one);
}

/* A figure a cent away from the published one is noticed. */
static void test_fault(void) {
  g_autoptr(JsonObject) published = json_object_new();
  json_object_set_string_member(published, "left", "1.75");
  const Case one = {"massage-2010", NULL, published, 0};
  g_assert_true(is_published(&one, "left", 1.75));
  g_assert_false(is_published(&one, "left", 1.76));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
    g_autofree char *path = g_strdup_printf("/published/%s", CASES[i].id);
    g_test_add_data_func(path, CASES[i].id, test_case);
  }
  g_test_add_func("/published/fault", test_fault);
  return g_test_run();
}
