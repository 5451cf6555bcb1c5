/* Taxes to the cent: the vectors of domain §5.2 to §5.7, published cases. The provinces and their
 * dates are in test-tax-rates.c; any amount is compared with fractions in test-tax-twin.c. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "model/base/money.h"
#include "tests/tax-case.h"

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

/* §5.5: what is kept of a forfeited voucher is deemed tax-included. */
static void test_forfeited(void) {
  PlanBusiness business = business_in(REGIME_QC);
  TaxSet set = tax_set_collected(&business, day(2026, 3, 1));
  TaxedAmount price = tax_extract(&set, 8000), share = tax_extract(&set, 2500);
  assert_taxes(&price, 6958, 348, 694);
  assert_taxes(&share, 2174, 109, 217);
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
  g_test_add_func("/tax/slip for the counter", test_counter_slip);
  g_test_add_func("/tax/after the promotion", test_after_the_promotion);
  g_test_add_func("/tax/forfeited", test_forfeited);
  g_test_add_func("/tax/published spa", test_published_spa);
  g_test_add_func("/tax/published lessons", test_published_lessons);
  g_test_add_func("/tax/published Ontario", test_published_ontario);
  return g_test_run();
}
