/* Taxes to the cent: the vectors of domain §5.2 to §5.7, the provinces' dates, published cases. Any
 * amount is compared with fractions in test-tax-twin.c. */
#include <glib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "model/base/money.h"
#include "model/engine/tax.h"

static int32_t day(int year, int month, int day_of_month) {
  return date_from_ymd(year, month, day_of_month);
}

static PlanBusiness business_in(TaxRegime regime) {
  return (PlanBusiness){
      .tax_regime = regime, .gst_registered = true, .provincial_tax_applies = true};
}

/* A voucher of 50 on a list price of 100; the site keeps half, its tax added. */
static PlanDeal deal_of(TaxWording wording) {
  return (PlanDeal){.list_price_cents = 10000,
                    .price_cents = 5000,
                    .price_tax_wording = wording,
                    .commission_per_100k = 50000,
                    .visits_per_voucher = 1};
}

static CounterInvoice invoice_of(TaxRegime regime, TaxWording wording, int32_t date, int vouchers,
                                 int64_t extras_cents) {
  PlanBusiness business = business_in(regime);
  PlanDeal deal = deal_of(wording);
  return tax_counter_invoice(&business, &deal, date, vouchers, extras_cents);
}

static void assert_taxes(const TaxedAmount *amount, int64_t net_cents, int64_t first_cents,
                         int64_t second_cents) {
  g_assert_cmpint(amount->net_cents, ==, net_cents);
  g_assert_cmpint(amount->tax_cents[0], ==, first_cents);
  g_assert_cmpint(amount->tax_cents[1], ==, second_cents);
  g_assert_cmpint(amount->tax_total_cents, ==, first_cents + second_cents);
  g_assert_cmpint(amount->total_cents, ==, net_cents + first_cents + second_cents);
}

/* §5.2 */

static void test_treatment_a(void) {
  CounterInvoice counter = invoice_of(REGIME_QC, WORDING_EXTRA, day(2026, 3, 1), 1, 0);
  assert_taxes(&counter.invoice, 5000, 250, 499);
  g_assert_cmpint(counter.revenue_cents, ==, 5000);
  g_assert_cmpint(counter.client_pays_cents, ==, 749);
}

static void test_treatment_b(void) {
  for (int wording = WORDING_INCLUDED; wording <= WORDING_NOT_CHECKED; wording++) {
    CounterInvoice counter = invoice_of(REGIME_QC, (TaxWording)wording, day(2026, 3, 1), 1, 0);
    assert_taxes(&counter.invoice, 4349, 217, 434);
    g_assert_cmpint(counter.revenue_cents, ==, 4349);
    g_assert_cmpint(counter.client_pays_cents, ==, 0);
  }
}

static void test_treatment_c(void) {
  PlanBusiness business = business_in(REGIME_QC);
  PlanDeal deal = deal_of(WORDING_EXTRA);
  deal.tax_treatment = TREATMENT_LIST_PRICE;
  CounterInvoice counter = tax_counter_invoice(&business, &deal, day(2026, 3, 1), 1, 0);
  assert_taxes(&counter.invoice, 10000, 500, 998);
  g_assert_cmpint(counter.revenue_cents, ==, 5000);
  g_assert_cmpint(counter.client_pays_cents, ==, 1498);
}

static void test_treatment_d(void) {
  PlanBusiness business = business_in(REGIME_QC);
  PlanDeal deal = deal_of(WORDING_EXTRA);
  deal.tax_treatment = TREATMENT_SITE_PRINCIPAL;
  CounterInvoice counter = tax_counter_invoice(&business, &deal, day(2026, 3, 1), 1, 0);
  Commission statement = tax_commission(&business, &deal, day(2026, 3, 1), 1);
  g_assert_cmpint(counter.revenue_cents, ==, 2500);
  g_assert_cmpint(counter.client_pays_cents, ==, 0);
  g_assert_cmpint(counter.invoice.tax_total_cents, ==, 0);
  g_assert_cmpint(statement.collected_cents, ==, 374);
  g_assert_cmpint(statement.payout_cents, ==, 2874);
  g_assert_cmpint(statement.cost_cents, ==, 0);
}

static void test_treatment_e(void) {
  TaxRegime regimes[] = {REGIME_QC, REGIME_EXEMPT};
  for (int i = 0; i < 2; i++) {
    PlanBusiness business = business_in(regimes[i]);
    PlanDeal deal = deal_of(WORDING_EXTRA);
    business.gst_registered = regimes[i] == REGIME_EXEMPT;
    CounterInvoice counter = tax_counter_invoice(&business, &deal, day(2026, 3, 1), 1, 0);
    Commission commission = tax_commission(&business, &deal, day(2026, 3, 1), 1);
    assert_taxes(&counter.invoice, 5000, 0, 0);
    g_assert_cmpint(counter.client_pays_cents, ==, 0);
    g_assert_cmpint(commission.recoverable_cents, ==, 0);
    g_assert_cmpint(counter.revenue_cents - commission.cost_cents, ==, 2126);
  }
}

static void test_treatment_f(void) {
  PlanBusiness business = business_in(REGIME_QC);
  PlanDeal deal = deal_of(WORDING_INCLUDED);
  deal.tax_treatment = TREATMENT_AT_SALE;
  CounterInvoice counter = tax_counter_invoice(&business, &deal, day(2026, 3, 1), 1, 2000);
  Commission statement = tax_commission(&business, &deal, day(2026, 3, 1), 1);
  g_assert_cmpint(counter.revenue_cents, ==, 4349 + 2000);
  g_assert_cmpint(counter.client_pays_cents, ==, 2000 + 100 + 200);
  g_assert_cmpint(statement.collected_cents, ==, 651);
  g_assert_cmpint(statement.payout_cents, ==, 5000 - 2874);
  deal.price_tax_wording = WORDING_EXTRA;
  statement = tax_commission(&business, &deal, day(2026, 3, 1), 1);
  g_assert_cmpint(statement.collected_cents, ==, 749);
  g_assert_cmpint(statement.payout_cents, ==, 5749 - 2874);
}

static void test_included_59(void) {
  PlanBusiness business = business_in(REGIME_QC);
  TaxSet set = tax_set_collected(&business, day(2026, 3, 1));
  TaxedAmount amount = tax_extract(&set, 5900);
  assert_taxes(&amount, 5131, 257, 512);
}

static void test_commission_tax(void) {
  PlanBusiness business = business_in(REGIME_QC);
  PlanDeal deal = deal_of(WORDING_EXTRA);
  Commission added = tax_commission(&business, &deal, day(2026, 3, 1), 1);
  assert_taxes(&added.invoice, 2500, 125, 249);
  g_assert_cmpint(added.set.count, ==, 2);
  g_assert_cmpint(added.collected_cents, ==, 0);
  g_assert_cmpint(added.invoice.total_cents, ==, 2874);
  g_assert_cmpint(added.payout_cents, ==, 2126);
  g_assert_cmpint(added.recoverable_cents, ==, 374);
  g_assert_cmpint(added.cost_cents, ==, 2500);
  deal.commission_tax = COMMISSION_TAX_INCLUDED;
  Commission included = tax_commission(&business, &deal, day(2026, 3, 1), 1);
  assert_taxes(&included.invoice, 2174, 109, 217);
  g_assert_cmpint(included.payout_cents, ==, 2500);
  deal.commission_tax = COMMISSION_TAX_NONE;
  Commission none = tax_commission(&business, &deal, day(2026, 3, 1), 1);
  assert_taxes(&none.invoice, 2500, 0, 0);
  g_assert_cmpint(none.payout_cents, ==, 2500);
  g_assert_cmpint(none.recoverable_cents, ==, 0);
  g_assert_cmpint(none.set.count, ==, 0);
}

/* Taxes of the site's statement by component: D for each voucher in one sum, F buyer by buyer. */
static void test_collected_on_statement(void) {
  PlanBusiness business = business_in(REGIME_QC);
  PlanDeal deal = deal_of(WORDING_EXTRA);
  deal.tax_treatment = TREATMENT_SITE_PRINCIPAL;
  Commission one = tax_commission(&business, &deal, day(2026, 3, 1), 1);
  g_assert_cmpint(one.collected_tax_cents[0], ==, 125);
  g_assert_cmpint(one.collected_tax_cents[1], ==, 249);
  Commission three = tax_commission(&business, &deal, day(2026, 3, 1), 3);
  g_assert_cmpint(three.collected_tax_cents[0], ==, 375);
  g_assert_cmpint(three.collected_tax_cents[1], ==, 748);
  g_assert_cmpint(three.payout_cents, ==, 7500 + 1123);
  deal.tax_treatment = TREATMENT_AT_SALE;
  Commission buyers = tax_commission(&business, &deal, day(2026, 3, 1), 3);
  g_assert_cmpint(buyers.collected_tax_cents[0], ==, 750);
  g_assert_cmpint(buyers.collected_tax_cents[1], ==, 3 * 499);
  g_assert_cmpint(buyers.collected_cents, ==, 3 * 749);
  g_assert_cmpint(buyers.payout_cents, ==, 3 * 5749 - buyers.invoice.total_cents);
}

/* §10.3: two refunded before use take their commission, its credits and their payout back. */
static void test_refund_before_use(void) {
  PlanBusiness business = business_in(REGIME_QC);
  PlanDeal deal = deal_of(WORDING_EXTRA);
  Commission back = tax_commission(&business, &deal, day(2026, 3, 1), 2);
  assert_taxes(&back.invoice, 5000, 250, 499);
  g_assert_cmpint(back.payout_cents, ==, 4251);
  g_assert_cmpint(back.recoverable_cents, ==, 749);
}

/* §10.3: one invoice for 100 vouchers, each tax rounded once. */
static void test_commission_of_100(void) {
  PlanBusiness business = business_in(REGIME_QC);
  PlanDeal deal = deal_of(WORDING_EXTRA);
  Commission commission = tax_commission(&business, &deal, day(2026, 3, 1), 100);
  assert_taxes(&commission.invoice, 250000, 12500, 24938);
  g_assert_cmpint(commission.payout_cents, ==, 212562);
}

/* §5.3 */

static void test_a_with_extras_20(void) {
  CounterInvoice counter = invoice_of(REGIME_QC, WORDING_EXTRA, day(2026, 3, 1), 1, 2000);
  g_assert_cmpint(counter.client_pays_cents, ==, 3048);
}

/* No published figure: 50 inside and 20 before tax on one invoice, (43.4877 + 20) × each rate. */
static void test_b_with_extras_20(void) {
  CounterInvoice counter = invoice_of(REGIME_QC, WORDING_INCLUDED, day(2026, 3, 1), 1, 2000);
  assert_taxes(&counter.invoice, 6349, 317, 633);
  g_assert_cmpint(counter.client_pays_cents, ==, 2299);
}

static void test_three_vouchers_one_invoice(void) {
  CounterInvoice counter = invoice_of(REGIME_QC, WORDING_EXTRA, day(2026, 3, 1), 3, 0);
  assert_taxes(&counter.invoice, 15000, 750, 1496);
  g_assert_cmpint(counter.client_pays_cents, ==, 2246);
}

/* 8.50 + 16.96 on 170; in B the extras alone are paid for, 20 × 1.14975. */
static void test_three_vouchers_and_extras(void) {
  CounterInvoice extra = invoice_of(REGIME_QC, WORDING_EXTRA, day(2026, 3, 1), 3, 2000);
  assert_taxes(&extra.invoice, 17000, 850, 1696);
  g_assert_cmpint(extra.client_pays_cents, ==, 4546);
  CounterInvoice included = invoice_of(REGIME_QC, WORDING_INCLUDED, day(2026, 3, 1), 3, 2000);
  assert_taxes(&included.invoice, 15047, 752, 1501);
  g_assert_cmpint(included.client_pays_cents, ==, 2300);
}

/* Each used on its own invoice, or all on one. */
static void test_80_on_one_invoice(void) {
  CounterInvoice counter = invoice_of(REGIME_QC, WORDING_EXTRA, day(2026, 3, 1), 80, 0);
  g_assert_cmpint(counter.invoice.tax_total_cents, ==, 59900);
}

static void test_80_one_by_one(void) {
  int64_t collected_cents = 0;
  for (int i = 0; i < 80; i++)
    collected_cents +=
        invoice_of(REGIME_QC, WORDING_EXTRA, day(2026, 3, 1), 1, 0).invoice.tax_total_cents;
  g_assert_cmpint(collected_cents, ==, 59920);
}

static void test_ontario_and_east(void) {
  int32_t date = day(2026, 3, 1);
  g_assert_cmpint(invoice_of(REGIME_ON, WORDING_EXTRA, date, 1, 0).client_pays_cents, ==, 650);
  g_assert_cmpint(invoice_of(REGIME_NS, WORDING_EXTRA, date, 1, 0).client_pays_cents, ==, 700);
  CounterInvoice brunswick = invoice_of(REGIME_NB, WORDING_INCLUDED, date, 1, 0);
  assert_taxes(&brunswick.invoice, 4348, 652, 0);
}

static void test_quebec_2011(void) {
  CounterInvoice added = invoice_of(REGIME_QC, WORDING_EXTRA, day(2011, 6, 1), 1, 0);
  assert_taxes(&added.invoice, 5000, 250, 446);
  g_assert_cmpint(added.client_pays_cents, ==, 696);
  CounterInvoice included = invoice_of(REGIME_QC, WORDING_INCLUDED, day(2011, 6, 1), 1, 0);
  assert_taxes(&included.invoice, 4389, 219, 392);
}

static void test_nova_scotia_2025(void) {
  CounterInvoice before = invoice_of(REGIME_NS, WORDING_EXTRA, day(2025, 3, 31), 1, 0);
  CounterInvoice after = invoice_of(REGIME_NS, WORDING_EXTRA, day(2025, 4, 1), 1, 0);
  assert_taxes(&before.invoice, 5000, 750, 0);
  assert_taxes(&after.invoice, 5000, 700, 0);
  before = invoice_of(REGIME_NS, WORDING_INCLUDED, day(2025, 3, 31), 1, 0);
  after = invoice_of(REGIME_NS, WORDING_INCLUDED, day(2025, 4, 1), 1, 0);
  assert_taxes(&before.invoice, 4348, 652, 0);
  assert_taxes(&after.invoice, 4386, 614, 0);
}

/* §5.7: service 160.00, discount −80.00; at the rates of today as at those of 2012. */
static void test_counter_slip(void) {
  PlanBusiness business = business_in(REGIME_QC);
  PlanDeal deal = deal_of(WORDING_EXTRA);
  deal.price_cents = 8000;
  CounterInvoice counter = tax_counter_invoice(&business, &deal, day(2026, 3, 1), 1, 0);
  assert_taxes(&counter.invoice, 8000, 400, 798);
  g_assert_cmpint(counter.client_pays_cents, ==, 1198);
  g_assert_cmpint(counter.invoice.total_cents, ==, 9198);
}

/* The redemption's own date picks the rate. */
static void test_2011_voucher_used_in_2012(void) {
  CounterInvoice counter = invoice_of(REGIME_QC, WORDING_EXTRA, day(2012, 1, 1), 1, 0);
  assert_taxes(&counter.invoice, 5000, 250, 499);
  g_assert_cmpint(counter.client_pays_cents, ==, 749);
}

static void test_after_the_promotion(void) {
  PlanBusiness business = business_in(REGIME_QC);
  CounterInvoice late = tax_late_invoice(&business, day(2027, 3, 1), 10000, 5000, 0);
  assert_taxes(&late.invoice, 10000, 500, 998);
  g_assert_cmpint(late.paid_cents, ==, 5000);
  g_assert_cmpint(late.client_pays_cents, ==, 6498);
  CounterInvoice covered = tax_late_invoice(&business, day(2027, 3, 1), 4000, 5000, 0);
  g_assert_cmpint(covered.client_pays_cents, ==, 0);
  g_assert_cmpint(covered.paid_cents, ==, 4599);
  /* Extras of 20 on the same invoice: 6.00 + 11.97 on 120. */
  CounterInvoice extras = tax_late_invoice(&business, day(2027, 3, 1), 10000, 5000, 2000);
  assert_taxes(&extras.invoice, 12000, 600, 1197);
  g_assert_cmpint(extras.client_pays_cents, ==, 12000 + 1797 - 5000);
  business.gst_registered = false;
  CounterInvoice untaxed = tax_late_invoice(&business, day(2027, 3, 1), 10000, 5000, 0);
  assert_taxes(&untaxed.invoice, 10000, 0, 0);
  g_assert_cmpint(untaxed.client_pays_cents, ==, 5000);
}

/* Each day of a registration inside the year: nothing before it, taxes from its first day. */
static void test_registered_from(void) {
  PlanBusiness business = business_in(REGIME_QC);
  PlanDeal deal = deal_of(WORDING_EXTRA);
  int32_t first_date = day(2026, 5, 1);
  business.gst_registered_from_date = first_date;
  CounterInvoice before = tax_counter_invoice(&business, &deal, first_date - 1, 1, 0);
  CounterInvoice from = tax_counter_invoice(&business, &deal, first_date, 1, 0);
  assert_taxes(&before.invoice, 5000, 0, 0);
  assert_taxes(&from.invoice, 5000, 250, 499);
  g_assert_cmpint(tax_next_change(&business, day(2026, 2, 4)), ==, first_date);
  business.gst_registered_from_date = DATE_NONE;
  g_assert_true(tax_is_collected(&business, day(2008, 1, 1)));
  g_assert_cmpint(tax_next_change(&business, day(2026, 2, 4)), ==, INT32_MAX);
  business.gst_registered_from_date = first_date;
  business.gst_registered = false;
  g_assert_false(tax_is_collected(&business, first_date));
  g_assert_cmpint(tax_next_change(&business, day(2026, 2, 4)), ==, INT32_MAX);
  /* A rate and a registration: the earlier one. */
  business = business_in(REGIME_NS);
  business.gst_registered_from_date = day(2025, 6, 1);
  g_assert_cmpint(tax_next_change(&business, day(2025, 2, 1)), ==, day(2025, 4, 1));
  g_assert_cmpint(tax_next_change(&business, day(2025, 4, 1)), ==, day(2025, 6, 1));
}

/* §5.5: what is kept of a forfeited voucher is deemed tax-included. */
static void test_forfeited(void) {
  PlanBusiness business = business_in(REGIME_QC);
  TaxSet set = tax_set_collected(&business, day(2026, 3, 1));
  TaxedAmount price = tax_extract(&set, 8000), share = tax_extract(&set, 2500);
  assert_taxes(&price, 6958, 348, 694);
  assert_taxes(&share, 2174, 109, 217);
}

/* §5.1 */

static int64_t rate_of(TaxRegime regime, int32_t date) {
  PlanBusiness business = business_in(regime);
  TaxSet set;
  if (!tax_set_for_sales(&business, date, &set))
    return -1;
  int64_t rate = 0;
  for (int i = 0; i < set.count; i++)
    rate += set.component[i].rate_per_100k;
  return rate;
}

static void test_rates_2026(void) {
  static const int64_t rates[REGIME_EXEMPT] = {
      [REGIME_QC] = 14975, [REGIME_ON] = 13000, [REGIME_NS] = 14000, [REGIME_NB] = 15000,
      [REGIME_NL] = 15000, [REGIME_PE] = 15000, [REGIME_AB] = 5000,  [REGIME_BC] = 12000,
      [REGIME_SK] = 11000, [REGIME_MB] = 12000, [REGIME_YT] = 5000,  [REGIME_NT] = 5000,
      [REGIME_NU] = 5000};
  for (int regime = 0; regime < REGIME_EXEMPT; regime++)
    g_assert_cmpint(rate_of((TaxRegime)regime, day(2026, 2, 4)), ==, rates[regime]);
  g_assert_cmpint(rate_of(REGIME_EXEMPT, day(2026, 2, 4)), ==, 0);
}

static void test_rate_changes(void) {
  static const struct {
    TaxRegime regime;
    int year, month, day;
    int64_t before, from; /* −1: no rule of ours */
  } changes[] = {
      {REGIME_QC, 2008, 1, 1, -1, 12500},     {REGIME_QC, 2011, 1, 1, 12500, 13500},
      {REGIME_QC, 2012, 1, 1, 13500, 14500},  {REGIME_QC, 2013, 1, 1, 14500, 14975},
      {REGIME_ON, 2010, 7, 1, -1, 13000},     {REGIME_NS, 2010, 7, 1, -1, 15000},
      {REGIME_NS, 2025, 4, 1, 15000, 14000},  {REGIME_NB, 2010, 7, 1, -1, 13000},
      {REGIME_NB, 2016, 7, 1, 13000, 15000},  {REGIME_NL, 2016, 7, 1, 13000, 15000},
      {REGIME_PE, 2013, 4, 1, -1, 14000},     {REGIME_PE, 2016, 10, 1, 14000, 15000},
      {REGIME_BC, 2013, 4, 1, -1, 12000},     {REGIME_SK, 2008, 1, 1, -1, 10000},
      {REGIME_SK, 2017, 3, 23, 10000, 11000}, {REGIME_MB, 2013, 7, 1, 12000, 13000},
      {REGIME_MB, 2019, 7, 1, 13000, 12000},  {REGIME_AB, 2008, 1, 1, -1, 5000},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
    int32_t date = day(changes[i].year, changes[i].month, changes[i].day);
    PlanBusiness business = business_in(changes[i].regime);
    g_assert_cmpint(rate_of(changes[i].regime, date - 1), ==, changes[i].before);
    g_assert_cmpint(rate_of(changes[i].regime, date), ==, changes[i].from);
    g_assert_cmpint(tax_next_change(&business, date - 1), ==, date);
  }
}

static void test_provincial_tax_where_it_applies(void) {
  PlanBusiness business = business_in(REGIME_BC);
  TaxSet set;
  g_assert_true(tax_set_for_sales(&business, day(2026, 3, 1), &set));
  g_assert_cmpint(set.count, ==, 2);
  g_assert_cmpint(set.component[1].kind, ==, TAX_PST);
  g_assert_false(set.component[1].recoverable);
  g_assert_true(tax_set_for_costs(&business, day(2026, 3, 1), &set));
  g_assert_cmpint(set.count, ==, 1);
  business.provincial_tax_applies = false;
  g_assert_true(tax_set_for_sales(&business, day(2026, 3, 1), &set));
  g_assert_cmpint(set.count, ==, 1);
  business = business_in(REGIME_QC);
  business.provincial_tax_applies = false;
  g_assert_cmpint(rate_of(REGIME_QC, day(2026, 3, 1)), ==, 14975);
}

static void test_custom(void) {
  PlanBusiness business = business_in(REGIME_CUSTOM);
  business.custom_taxes_count = 2;
  business.custom_taxes[0] = (CustomTax){.rate_per_100k = 10000, .recoverable = true};
  business.custom_taxes[1] = (CustomTax){.rate_per_100k = 10000, .on_previous = true};
  TaxSet set = tax_set_collected(&business, day(1999, 1, 1));
  TaxedAmount added = tax_add(&set, 1000), inside = tax_extract(&set, 1210);
  assert_taxes(&added, 1000, 100, 110);
  assert_taxes(&inside, 1000, 100, 110);
  g_assert_cmpint(tax_recoverable_cents(&business, day(2026, 3, 1), &set, &added), ==, 100);
  business.custom_taxes[0].rate_per_100k = 0;
  set = tax_set_collected(&business, day(1999, 1, 1));
  TaxedAmount alone = tax_add(&set, 1000);
  assert_taxes(&alone, 1000, 100, 0);
}

/* Published cases */

static int64_t cents_of(JsonObject *object, const char *name) {
  double value = g_ascii_strtod(json_object_get_string_member(object, name), NULL);
  return (int64_t)(value * 100 + 0.5);
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

static CounterInvoice published_invoice(JsonObject *one) {
  JsonObject *inputs = json_object_get_object_member(one, "inputs");
  const char *regime = json_object_get_string_member(inputs, "regime");
  PlanBusiness business = business_in(g_str_equal(regime, "ON") ? REGIME_ON : REGIME_QC);
  PlanDeal deal = deal_of(g_str_equal(json_object_get_string_member(inputs, "taxes"), "included")
                              ? WORDING_INCLUDED
                              : WORDING_EXTRA);
  deal.price_cents = cents_of(inputs, "voucher");
  return tax_counter_invoice(&business, &deal, day(2012, 6, 1), 1, 0);
}

static void test_published_spa(void) {
  g_autoptr(JsonParser) parser = json_parser_new();
  JsonObject *one = published_case(parser, "spa-taxes-2012");
  JsonObject *published = json_object_get_object_member(one, "published");
  CounterInvoice counter = published_invoice(one);
  g_assert_cmpint(counter.invoice.tax_cents[0], ==, cents_of(published, "gst"));
  g_assert_cmpint(counter.invoice.tax_cents[1], ==, cents_of(published, "qst"));
  g_assert_cmpint(counter.client_pays_cents, ==, cents_of(published, "client_pays"));
  g_assert_cmpint(counter.invoice.total_cents, ==, cents_of(published, "total"));
}

static void test_published_lessons(void) {
  g_autoptr(JsonParser) parser = json_parser_new();
  JsonObject *one = published_case(parser, "lessons-taxes-2012");
  JsonObject *published = json_object_get_object_member(one, "published");
  g_assert_cmpint(published_invoice(one).client_pays_cents, ==, cents_of(published, "client_pays"));
}

static void test_published_ontario(void) {
  g_autoptr(JsonParser) parser = json_parser_new();
  JsonObject *one = published_case(parser, "ontario-2012");
  JsonObject *published = json_object_get_object_member(one, "published");
  CounterInvoice counter = published_invoice(one);
  g_assert_cmpint(counter.invoice.tax_cents[0], ==, cents_of(published, "hst"));
  g_assert_cmpint(counter.invoice.total_cents, ==, cents_of(published, "total"));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tax/A before tax", test_treatment_a);
  g_test_add_func("/tax/B included and not checked", test_treatment_b);
  g_test_add_func("/tax/C on the list price", test_treatment_c);
  g_test_add_func("/tax/D site is principal", test_treatment_d);
  g_test_add_func("/tax/E not registered, exempt", test_treatment_e);
  g_test_add_func("/tax/F at the sale", test_treatment_f);
  g_test_add_func("/tax/59.00 included", test_included_59);
  g_test_add_func("/tax/commission added, included, none", test_commission_tax);
  g_test_add_func("/tax/commission of 100", test_commission_of_100);
  g_test_add_func("/tax/collected on the statement", test_collected_on_statement);
  g_test_add_func("/tax/refund before use", test_refund_before_use);
  g_test_add_func("/tax/A with extras 20", test_a_with_extras_20);
  g_test_add_func("/tax/B with extras 20", test_b_with_extras_20);
  g_test_add_func("/tax/three vouchers on one invoice", test_three_vouchers_one_invoice);
  g_test_add_func("/tax/three vouchers and extras", test_three_vouchers_and_extras);
  g_test_add_func("/tax/80 one by one", test_80_one_by_one);
  g_test_add_func("/tax/80 on one invoice", test_80_on_one_invoice);
  g_test_add_func("/tax/ON, NS, NB", test_ontario_and_east);
  g_test_add_func("/tax/Nova Scotia 2025", test_nova_scotia_2025);
  g_test_add_func("/tax/slip for the counter", test_counter_slip);
  g_test_add_func("/tax/Quebec 2011", test_quebec_2011);
  g_test_add_func("/tax/2011 voucher used in 2012", test_2011_voucher_used_in_2012);
  g_test_add_func("/tax/after the promotion", test_after_the_promotion);
  g_test_add_func("/tax/forfeited", test_forfeited);
  g_test_add_func("/tax/registered from", test_registered_from);
  g_test_add_func("/tax/rates of 2026", test_rates_2026);
  g_test_add_func("/tax/rate changes", test_rate_changes);
  g_test_add_func("/tax/provincial tax", test_provincial_tax_where_it_applies);
  g_test_add_func("/tax/custom", test_custom);
  g_test_add_func("/tax/published spa", test_published_spa);
  g_test_add_func("/tax/published lessons", test_published_lessons);
  g_test_add_func("/tax/published Ontario", test_published_ontario);
  return g_test_run();
}
