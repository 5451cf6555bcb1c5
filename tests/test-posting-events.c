/* Single events of vouchers that the campaign of test-posting.c does not have, each worked out by
 * hand, alone and inside the campaign. */
#include "tests/posting-case.h"

static void set_treatment(Plan *plan, TaxTreatment treatment, TaxWording wording) {
  plan->deal.tax_treatment = treatment;
  plan->deal.price_tax_wording = wording;
}

/* Two of 50 used while the sale lasts: their 100.00, 50.00 of commission and 2.00 of card fees, and
 * taken back when the statement comes. Expensed at sale: at once. Paid when used: nothing. */
static void test_sale_accrued(void) {
  Plan plan;
  case_plan_init(&plan);
  g_autoptr(Journal) journal = journal_new();
  post_sale_accrued(journal, &plan, plan.deal.sale_date, 10000, 5000, 200);
  post_sale_accrued(journal, &plan, plan.deal.sale_date + 3, -10000, -5000, -200);
  post_sale_accrued(journal, &plan, plan.deal.sale_date + 3, 0, 0, 0);
  plan.deal.commission_expense = COMMISSION_AT_SALE;
  post_sale_accrued(journal, &plan, plan.deal.sale_date + 4, 10000, 5000, 200);
  plan.deal.payout_basis = PAYOUT_REDEEMED;
  post_sale_accrued(journal, &plan, plan.deal.sale_date + 5, 10000, 5000, 200);
  case_assert_entries(journal, (const char *const[]){
                                   "sale_accrued | 1100 48.00, 1200 52.00 / 2200 100.00",
                                   "sale_accrued | 2200 100.00 / 1100 48.00, 1200 52.00",
                                   "sale_accrued | 1100 48.00, 5200 50.00, 5210 2.00 / 2200 100.00",
                                   NULL,
                               });
}

static void post_one_late(Journal *journal, const Plan *plan, int64_t extras_cents) {
  post_late_use(journal, plan, plan->deal.sale_date + 370, 10000, 5000, extras_cents, 1);
}

/* §5.3: tax on 100: 5.00 + 9.98; the client pays 114.98 − 50.00 = 64.98. With extras of 20: on
 * 120: 6.00 + 11.97, 137.97 − 50.00. B: the same, the paid amount is money. D: the business sold 25
 * of it to the site; the client adds 50 and its taxes, 2.50 + 4.99. F extra: the same, with 50
 * deferred; F included: 43.49 deferred, 56.51 added with 2.83 (2.8255) and 5.64 (5.6369). */
static void test_late_use(void) {
  Plan plan;
  case_plan_init(&plan);
  g_autoptr(Journal) journal = journal_new();
  post_one_late(journal, &plan, 0);
  post_one_late(journal, &plan, 2000);
  set_treatment(&plan, TREATMENT_GIFT_CERTIFICATE, WORDING_INCLUDED);
  post_one_late(journal, &plan, 0);
  set_treatment(&plan, TREATMENT_SITE_PRINCIPAL, WORDING_EXTRA);
  post_one_late(journal, &plan, 0);
  set_treatment(&plan, TREATMENT_AT_SALE, WORDING_EXTRA);
  post_one_late(journal, &plan, 0);
  set_treatment(&plan, TREATMENT_AT_SALE, WORDING_INCLUDED);
  post_one_late(journal, &plan, 0);
  case_assert_entries(
      journal,
      (const char *const[]){
          "late_use 1 | 1000 64.98, 2200 50.00 / 2100 5.00, 2110 9.98, 4010 100.00",
          "late_use 1 | 1000 87.97, 2200 50.00 / 2100 6.00, 2110 11.97, 4010 100.00, 4020 20.00",
          "late_use 1 | 1000 64.98, 2200 50.00 / 2100 5.00, 2110 9.98, 4010 100.00",
          "late_use 1 | 1000 57.49, 2200 25.00 / 2100 2.50, 2110 4.99, 4010 75.00",
          "late_use 1 | 1000 57.49, 2200 50.00 / 2100 2.50, 2110 4.99, 4010 100.00",
          "late_use 1 | 1000 64.98, 2200 43.49 / 2100 2.83, 2110 5.64, 4010 100.00",
          NULL,
      });
}

/* Three of the 18 come late and pay 50 each before tax: 2,450.00 + 3 × 50. */
static void test_campaign_late(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  campaign.used_late = 3;
  case_assert_closes(&plan, &campaign, 245000 + 3 * 5000);
}

static void post_one_use(Journal *journal, const Plan *plan, int64_t extras_cents) {
  int32_t date = plan->deal.sale_date + 30;
  TaxSet set = tax_set_collected(&plan->business, date);
  Redemptions redemptions = {
      .date = date,
      .set = set,
      .invoice = tax_counter_invoice(&plan->business, &plan->deal, date, 1, extras_cents),
      .extras_cents = extras_cents,
      .deferred_cents = posting_visit_deferred_cents(plan, plan->deal.sale_date, 0),
      .count = 1};
  post_redemptions(journal, plan, &redemptions);
}

/* Extras of 20 on the voucher's invoice. A, §5.3: tax on 70: 3.50 + 6.98 (6.9825), client 30.48. B:
 * 2.1744 + 1.00 = 3.17 and 4.3379 + 1.995 = 6.33; client 20 + 9.50 − 6.51 = 22.99; the service has
 * 50.00 + 22.99 − 9.50 − 20.00 = 43.49. C: on 120: 6.00 + 11.97. D and F: on 20: 1.00 + 2.00
 * (1.995). */
static void test_extras(void) {
  Plan plan;
  case_plan_init(&plan);
  g_autoptr(Journal) journal = journal_new();
  post_one_use(journal, &plan, 2000);
  set_treatment(&plan, TREATMENT_GIFT_CERTIFICATE, WORDING_INCLUDED);
  post_one_use(journal, &plan, 2000);
  set_treatment(&plan, TREATMENT_LIST_PRICE, WORDING_EXTRA);
  post_one_use(journal, &plan, 2000);
  set_treatment(&plan, TREATMENT_SITE_PRINCIPAL, WORDING_EXTRA);
  post_one_use(journal, &plan, 2000);
  set_treatment(&plan, TREATMENT_AT_SALE, WORDING_INCLUDED);
  post_one_use(journal, &plan, 2000);
  case_assert_entries(
      journal,
      (const char *const[]){
          "redemption 1 | 1000 30.48, 2200 50.00 / 2100 3.50, 2110 6.98, 4010 50.00, 4020 20.00",
          "redemption 1 | 1000 22.99, 2200 50.00 / 2100 3.17, 2110 6.33, 4010 43.49, 4020 20.00",
          "redemption 1 | 1000 37.97, 2200 50.00 / 2100 6.00, 2110 11.97, 4010 50.00, 4020 20.00",
          "redemption 1 | 1000 23.00, 2200 25.00 / 2100 1.00, 2110 2.00, 4010 25.00, 4020 20.00",
          "redemption 1 | 1000 23.00, 2200 43.49 / 2100 1.00, 2110 2.00, 4010 43.49, 4020 20.00",
          NULL,
      });
}

/* 10 of the 80 buy extras of 20: 2,450.00 + 200. */
static void test_campaign_extras(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  campaign.used = 70;
  campaign.used_with_extras = 10;
  campaign.extras_cents = 2000;
  case_assert_closes(&plan, &campaign, 245000 + 20000);
}

/* ETA s. 182: what is kept of a no-show is tax-included even in A: 43.49 + 2.17 + 4.34; D and F
 * bore their tax at the sale; not registered: all of it. Paid when used: the site owes it. */
static void test_forfeit(void) {
  Plan plan;
  case_plan_init(&plan);
  int32_t date = plan.deal.sale_date + 30;
  g_autoptr(Journal) journal = journal_new();
  post_forfeit(journal, &plan, date, 5000, 5000, 2);
  set_treatment(&plan, TREATMENT_SITE_PRINCIPAL, WORDING_EXTRA);
  post_forfeit(journal, &plan, date, 5000, 2500, 2);
  set_treatment(&plan, TREATMENT_AT_SALE, WORDING_INCLUDED);
  post_forfeit(journal, &plan, date, 5000, 4349, 2);
  case_plan_init(&plan);
  plan.deal.payout_basis = PAYOUT_REDEEMED;
  post_forfeit(journal, &plan, date, 5000, 5000, 1);
  plan.business.gst_registered = false;
  post_forfeit(journal, &plan, date, 5000, 5000, 1);
  case_assert_entries(journal, (const char *const[]){
                                   "forfeit 2 | 2200 100.00 / 2100 4.34, 2110 8.68, 4010 86.98",
                                   "forfeit 2 | 2200 50.00 / 4010 50.00",
                                   "forfeit 2 | 2200 86.98 / 4010 86.98",
                                   "forfeit 1 | 1100 50.00 / 2100 2.17, 2110 4.34, 4010 43.49",
                                   "forfeit 1 | 1100 50.00 / 4010 50.00",
                                   NULL,
                               });
}

/* 4 of the 80 forfeit: 6.51 of each goes to the tax offices: 2,450.00 − 26.04. */
static void test_campaign_forfeit(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  campaign.used = 76;
  campaign.forfeited = 4;
  case_assert_closes(&plan, &campaign, 245000 - 4 * 651);
}

/* What each client paid: A 50.00 and 7.49 at the counter; B 50.00 of which 6.51. D: the site's
 * 28.74. */
static void test_refund_after_use(void) {
  Plan plan;
  case_plan_init(&plan);
  int32_t date = plan.deal.sale_date + 31;
  g_autoptr(Journal) journal = journal_new();
  post_refund_after_use(journal, &plan, date, 5749, (int64_t[]){250, 499}, 2);
  post_refund_after_use(journal, &plan, date, 5000, (int64_t[]){217, 434}, 1);
  post_refund_after_use(journal, &plan, date, 2874, (int64_t[]){125, 249}, 1);
  plan.business.gst_registered = false;
  post_refund_after_use(journal, &plan, date, 5000, (int64_t[]){0, 0}, 1);
  case_assert_entries(journal,
                      (const char *const[]){
                          "refund_after_use 2 | 2100 5.00, 2110 9.98, 4095 100.00 / 1000 114.98",
                          "refund_after_use 1 | 2100 2.17, 2110 4.34, 4095 43.49 / 1000 50.00",
                          "refund_after_use 1 | 2100 1.25, 2110 2.49, 4095 25.00 / 1000 28.74",
                          "refund_after_use 1 | 4095 50.00 / 1000 50.00",
                          NULL,
                      });
}

/* 2 of the used are paid back: the taxes come back from the offices, the commission does not:
 * 2,450.00 − 2 × 50. */
static void test_campaign_refund_after_use(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  campaign.refunded_after = 2;
  case_assert_closes(&plan, &campaign, 245000 - 2 * 5000);
}

/* A: the client's 50.00 back, the site's 25.00 is lost. F: with the taxes of the sale. D: the own
 * share and its taxes, no commission. Expensed at sale: nothing prepaid. 1.00 more than was
 * deferred: a return. */
static void test_refund_unserved(void) {
  Plan plan;
  case_plan_init(&plan);
  const int64_t none[TAX_COMPONENTS_MAX] = {0};
  int32_t date = plan.deal.sale_date + 365;
  g_autoptr(Journal) journal = journal_new();
  post_refund_unserved(journal, &plan, date, 5000, none, 5000, 7500, 300, 3);
  post_refund_unserved(journal, &plan, date, 5100, none, 5000, 2500, 0, 1);
  plan.deal.commission_expense = COMMISSION_AT_SALE;
  post_refund_unserved(journal, &plan, date, 5000, none, 5000, 2500, 0, 1);
  case_plan_init(&plan);
  set_treatment(&plan, TREATMENT_AT_SALE, WORDING_EXTRA);
  post_refund_unserved(journal, &plan, date, 5749, (int64_t[]){250, 499}, 5000, 2500, 0, 1);
  set_treatment(&plan, TREATMENT_SITE_PRINCIPAL, WORDING_EXTRA);
  post_refund_unserved(journal, &plan, date, 2874, (int64_t[]){125, 249}, 2500, 0, 0, 1);
  case_assert_entries(
      journal,
      (const char *const[]){
          "refund_unserved 3 | 2200 150.00, 5200 75.00, 5210 3.00 / 1000 150.00, 1200 78.00",
          "refund_unserved 1 | 2200 50.00, 4095 1.00, 5200 25.00 / 1000 51.00, 1200 25.00",
          "refund_unserved 1 | 2200 50.00 / 1000 50.00",
          "refund_unserved 1 | 2100 2.50, 2110 4.99, 2200 50.00, 5200 25.00 / 1000 57.49, 1200 "
          "25.00",
          "refund_unserved 1 | 2100 1.25, 2110 2.49, 2200 25.00 / 1000 28.74",
          NULL,
      });
}

/* 3 of the 18 asked and got no place: 50 less each of what would have been breakage. */
static void test_campaign_unserved(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  campaign.unserved = 3;
  case_assert_closes(&plan, &campaign, 245000 - 3 * 5000);
}

/* Three visits for 50: 16.67, 16.67, 16.66; D: of its 25.00: 8.33, 8.33, 8.34. What three visits
 * release is what one sale deferred, and the books close. */
static void test_several_visits(void) {
  static const int64_t price_parts[] = {1667, 1667, 1666}, share_parts[] = {833, 833, 834};
  Plan plan;
  case_plan_init(&plan);
  plan.deal.visits_per_voucher = 3;
  Campaign campaign = case_campaign();
  for (int visit = 0; visit < 3; visit++)
    g_assert_cmpint(posting_visit_deferred_cents(&plan, plan.deal.sale_date, visit), ==,
                    price_parts[visit]);
  case_assert_closes(&plan, &campaign, 245000);
  set_treatment(&plan, TREATMENT_SITE_PRINCIPAL, WORDING_EXTRA);
  for (int visit = 0; visit < 3; visit++)
    g_assert_cmpint(posting_visit_deferred_cents(&plan, plan.deal.sale_date, visit), ==,
                    share_parts[visit]);
  case_assert_closes(&plan, &campaign, 245000);
}

/* 99.00 + 4.95 + 9.88 (9.87525). */
static void test_fixed_fee(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.fixed_fee_cents = 9900;
  g_autoptr(Journal) journal = journal_new();
  post_fixed_fee(journal, &plan, plan.deal.sale_date);
  plan.business.gst_registered = false;
  post_fixed_fee(journal, &plan, plan.deal.sale_date);
  case_assert_entries(journal, (const char *const[]){
                                   "fixed_fee | 1150 4.95, 1160 9.88, 5300 99.00 / 1000 113.83",
                                   "fixed_fee | 5300 113.83 / 1000 113.83",
                                   NULL,
                               });
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/posting-events/sale-accrued", test_sale_accrued);
  g_test_add_func("/posting-events/late-use", test_late_use);
  g_test_add_func("/posting-events/campaign-late", test_campaign_late);
  g_test_add_func("/posting-events/extras", test_extras);
  g_test_add_func("/posting-events/campaign-extras", test_campaign_extras);
  g_test_add_func("/posting-events/forfeit", test_forfeit);
  g_test_add_func("/posting-events/campaign-forfeit", test_campaign_forfeit);
  g_test_add_func("/posting-events/refund-after-use", test_refund_after_use);
  g_test_add_func("/posting-events/campaign-refund-after-use", test_campaign_refund_after_use);
  g_test_add_func("/posting-events/refund-unserved", test_refund_unserved);
  g_test_add_func("/posting-events/campaign-unserved", test_campaign_unserved);
  g_test_add_func("/posting-events/several-visits", test_several_visits);
  g_test_add_func("/posting-events/fixed-fee", test_fixed_fee);
  return g_test_run();
}
