/* Which taxes there are: provinces, their dates (domain §5.1), registration, custom taxes. */
#include "tests/tax-case.h"

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

/* The redemption's own date picks the rate. */
static void test_2011_voucher_used_in_2012(void) {
  CounterInvoice counter = invoice_of(REGIME_QC, WORDING_EXTRA, day(2012, 1, 1), 1, 0);
  assert_taxes(&counter.invoice, 5000, 250, 499);
  g_assert_cmpint(counter.client_pays_cents, ==, 749);
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

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tax-rates/ON, NS, NB", test_ontario_and_east);
  g_test_add_func("/tax-rates/Nova Scotia 2025", test_nova_scotia_2025);
  g_test_add_func("/tax-rates/Quebec 2011", test_quebec_2011);
  g_test_add_func("/tax-rates/2011 voucher used in 2012", test_2011_voucher_used_in_2012);
  g_test_add_func("/tax-rates/registered from", test_registered_from);
  g_test_add_func("/tax-rates/rates of 2026", test_rates_2026);
  g_test_add_func("/tax-rates/rate changes", test_rate_changes);
  g_test_add_func("/tax-rates/provincial tax", test_provincial_tax_where_it_applies);
  g_test_add_func("/tax-rates/custom", test_custom);
  return g_test_run();
}
