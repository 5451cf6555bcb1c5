/* See tax-case.h. */
#include "tests/tax-case.h"

int32_t day(int year, int month, int day_of_month) {
  return date_from_ymd(year, month, day_of_month);
}

PlanBusiness business_in(TaxRegime regime) {
  return (PlanBusiness){
      .tax_regime = regime, .gst_registered = true, .provincial_tax_applies = true};
}

PlanDeal deal_of(TaxWording wording) {
  return (PlanDeal){.list_price_cents = 10000,
                    .price_cents = 5000,
                    .price_tax_wording = wording,
                    .commission_per_100k = 50000,
                    .visits_per_voucher = 1};
}

CounterInvoice invoice_of(TaxRegime regime, TaxWording wording, int32_t date, int vouchers,
                          int64_t extras_cents) {
  PlanBusiness business = business_in(regime);
  PlanDeal deal = deal_of(wording);
  return tax_counter_invoice(&business, &deal, date, vouchers, extras_cents);
}

void assert_taxes(const TaxedAmount *amount, int64_t net_cents, int64_t first_cents,
                  int64_t second_cents) {
  g_assert_cmpint(amount->net_cents, ==, net_cents);
  g_assert_cmpint(amount->tax_cents[0], ==, first_cents);
  g_assert_cmpint(amount->tax_cents[1], ==, second_cents);
  g_assert_cmpint(amount->tax_total_cents, ==, first_cents + second_cents);
  g_assert_cmpint(amount->total_cents, ==, net_cents + first_cents + second_cents);
}
