/* The campaign of domain §10.3 entry by entry, then on every other contract and tax: each amount is
 * worked out by hand in the comment above it. 100 vouchers of 50 (list price 100) are sold, 2 are
 * refunded before use, 80 are used one by one, 18 are judged remote.
 *
 * The 98 not refunded share the commission: 80/98 with the uses, the rest with the breakage. */
#include "tests/posting-case.h"

static void assert_campaign(const Plan *plan, const Campaign *campaign, int64_t bank_cents,
                            const char *const *expected) {
  g_autoptr(Journal) journal = journal_new();
  case_campaign_post(journal, plan, campaign);
  case_assert_sound(journal);
  case_assert_entries(journal, expected);
  g_assert_true(case_is_closed(journal));
  g_assert_cmpint(case_balance_cents(journal, ACCOUNT_BANK), ==, bank_cents);
}

/* What all variants of the sale's commission share. */
#define SALE_A "sale 100 | 1100 2125.62, 1150 125.00, 1160 249.38, 1200 2500.00 / 2200 5000.00"
#define PAYOUT(cents) "payout | 1000 " cents " / 1100 " cents
#define MATCHED_A "commission_matched 80 | 5200 2000.00 / 1200 2000.00"
#define REFUND_A "refund_before_use 2 | 2200 100.00 / 1100 42.51, 1150 2.50, 1160 4.99, 1200 50.00"
#define BREAKAGE_A "breakage 18 | 2200 900.00, 5200 450.00 / 1200 450.00, 4090 900.00"

static const char *const campaign_a[] = {
    SALE_A,
    PAYOUT("1062.81"),
    "redemption 80 | 1000 599.20, 2200 4000.00 / 2100 200.00, 2110 399.20, 4010 4000.00",
    MATCHED_A,
    PAYOUT("531.41"),
    REFUND_A,
    PAYOUT("488.89"),
    BREAKAGE_A,
    "remittance | 2100 200.00, 2110 399.20 / 1000 232.31, 1150 122.50, 1160 244.39",
    NULL,
};

/* §10.3. Remitted: GST 200.00 − 122.50 = 77.50, QST 399.20 − 244.39 = 154.81, together 232.31.
 * Bank 2,450.00 = 4,000 + 900 − 2,000 − 450. */
static void test_campaign(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  assert_campaign(&plan, &campaign, 245000, campaign_a);
}

/* One cent moved from one tax to the other is noticed, and so is a cent left on an account. */
static void test_cent_moved(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  g_autoptr(Journal) journal = journal_new();
  case_campaign_post(journal, &plan, &campaign);
  const char *moved[G_N_ELEMENTS(campaign_a)];
  for (size_t i = 0; i < G_N_ELEMENTS(campaign_a); i++)
    moved[i] = campaign_a[i];
  g_assert_true(case_has_entries(journal, moved));
  moved[2] = "redemption 80 | 1000 599.20, 2200 4000.00 / 2100 200.01, 2110 399.19, 4010 4000.00";
  g_assert_false(case_has_entries(journal, moved));
  journal_begin(journal, ENTRY_PAYOUT, plan.deal.sale_date + 500, 0, true);
  journal_debit(journal, ACCOUNT_RECEIVABLE, 1);
  journal_credit(journal, ACCOUNT_GST, 1);
  g_assert_true(journal_post(journal));
  g_assert_false(case_is_closed(journal));
}

/* B: of each 50.00, GST 2.17, QST 4.34, net 43.49; of 80: 173.60, 347.20, 3,479.20. Remitted
 * 51.10 + 102.81. Bank 3,479.20 + 900 − 2,450. */
static void test_included(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.price_tax_wording = WORDING_INCLUDED;
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 192920,
      (const char *const[]){
          SALE_A,
          PAYOUT("1062.81"),
          "redemption 80 | 2200 4000.00 / 2100 173.60, 2110 347.20, 4010 3479.20",
          MATCHED_A,
          PAYOUT("531.41"),
          REFUND_A,
          PAYOUT("488.89"),
          BREAKAGE_A,
          "remittance | 2100 173.60, 2110 347.20 / 1000 153.91, 1150 122.50, 1160 244.39",
          NULL,
      });
}

/* C: tax on 100: 5.00 + 9.98, all at the counter; of 80: 400.00 + 798.40. Remitted 277.50 +
 * 554.01. */
static void test_list_price(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.tax_treatment = TREATMENT_LIST_PRICE;
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 245000,
      (const char *const[]){
          SALE_A,
          PAYOUT("1062.81"),
          "redemption 80 | 1000 1198.40, 2200 4000.00 / 2100 400.00, 2110 798.40, 4010 4000.00",
          MATCHED_A,
          PAYOUT("531.41"),
          REFUND_A,
          PAYOUT("488.89"),
          BREAKAGE_A,
          "remittance | 2100 400.00, 2110 798.40 / 1000 831.51, 1150 122.50, 1160 244.39",
          NULL,
      });
}

/* D: the site buys 100 at 25: 2,500.00 + 125.00 + 249.38; of 2 given back 50.00 + 2.50 + 4.99.
 * Instalments of 2,874.38: 1,437.19, 718.60 (718.595), 718.59 − 57.49. */
static void test_site_principal(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.tax_treatment = TREATMENT_SITE_PRINCIPAL;
  Campaign campaign = case_campaign();
  assert_campaign(&plan, &campaign, 245000,
                  (const char *const[]){
                      "sale 100 | 1100 2874.38 / 2100 125.00, 2110 249.38, 2200 2500.00",
                      PAYOUT("1437.19"),
                      "redemption 80 | 2200 2000.00 / 4010 2000.00",
                      PAYOUT("718.60"),
                      "refund_before_use 2 | 2100 2.50, 2110 4.99, 2200 50.00 / 1100 57.49",
                      PAYOUT("661.10"),
                      "breakage 18 | 2200 450.00 / 4090 450.00",
                      "remittance | 2100 122.50, 2110 244.39 / 1000 366.89",
                      NULL,
                  });
}

/* F, taxes extra: each buyer pays 57.49; the site hands over 5,749.00 − 2,874.38 = 2,874.62. Of 2
 * given back 114.98 − 57.49. Remitted 245.00 − 122.50 + 489.02 − 244.39. */
static void test_at_sale(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.tax_treatment = TREATMENT_AT_SALE;
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 245000,
      (const char *const[]){
          "sale 100 | 1100 2874.62, 1150 125.00, 1160 249.38, 1200 2500.00 / "
          "2100 250.00, 2110 499.00, 2200 5000.00",
          PAYOUT("1437.31"),
          "redemption 80 | 2200 4000.00 / 4010 4000.00",
          MATCHED_A,
          PAYOUT("718.66"),
          "refund_before_use 2 | 2100 5.00, 2110 9.98, 2200 100.00 / "
          "1100 57.49, 1150 2.50, 1160 4.99, 1200 50.00",
          PAYOUT("661.16"),
          BREAKAGE_A,
          "remittance | 2100 245.00, 2110 489.02 / 1000 367.13, 1150 122.50, 1160 244.39",
          NULL,
      });
}

/* F, taxes included: of each 50.00, 2.17 + 4.34 at the sale and 43.49 deferred. Remitted 212.66 −
 * 122.50 + 425.32 − 244.39 = 271.09. Bank 43.49 × 98 − 2,450 = 1,812.02. */
static void test_at_sale_included(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.tax_treatment = TREATMENT_AT_SALE;
  plan.deal.price_tax_wording = WORDING_INCLUDED;
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 181202,
      (const char *const[]){
          "sale 100 | 1100 2125.62, 1150 125.00, 1160 249.38, 1200 2500.00 / "
          "2100 217.00, 2110 434.00, 2200 4349.00",
          PAYOUT("1062.81"),
          "redemption 80 | 2200 3479.20 / 4010 3479.20",
          MATCHED_A,
          PAYOUT("531.41"),
          "refund_before_use 2 | 2100 4.34, 2110 8.68, 2200 86.98 / "
          "1100 42.51, 1150 2.50, 1160 4.99, 1200 50.00",
          PAYOUT("488.89"),
          "breakage 18 | 2200 782.82, 5200 450.00 / 1200 450.00, 4090 782.82",
          "remittance | 2100 212.66, 2110 425.32 / 1000 271.09, 1150 122.50, 1160 244.39",
          NULL,
      });
}

/* Commission tax included: of 2,500.00, GST 108.72 (108.7193), QST 216.89 (216.8950), net 2,174.39;
 * of 50.00 given back 2.17, 4.34, 43.49. 80/98 of 2,130.90 = 1,739.51. Remitted 93.45 + 186.65. */
static void test_commission_tax_included(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.commission_tax = COMMISSION_TAX_INCLUDED;
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 276910,
      (const char *const[]){
          "sale 100 | 1100 2500.00, 1150 108.72, 1160 216.89, 1200 2174.39 / 2200 5000.00",
          PAYOUT("1250.00"),
          "redemption 80 | 1000 599.20, 2200 4000.00 / 2100 200.00, 2110 399.20, 4010 4000.00",
          "commission_matched 80 | 5200 1739.51 / 1200 1739.51",
          PAYOUT("625.00"),
          "refund_before_use 2 | 2200 100.00 / 1100 50.00, 1150 2.17, 1160 4.34, 1200 43.49",
          PAYOUT("575.00"),
          "breakage 18 | 2200 900.00, 5200 391.39 / 1200 391.39, 4090 900.00",
          "remittance | 2100 200.00, 2110 399.20 / 1000 280.10, 1150 106.55, 1160 212.55",
          NULL,
      });
}

/* E: the commission bears its tax, 2,874.38; 57.49 of it given back. 80/98 of 2,816.89 = 2,299.50
 * (2,299.502). */
static void test_not_registered(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.business.gst_registered = false;
  Campaign campaign = case_campaign();
  assert_campaign(&plan, &campaign, 208311,
                  (const char *const[]){
                      "sale 100 | 1100 2125.62, 1200 2874.38 / 2200 5000.00",
                      PAYOUT("1062.81"),
                      "redemption 80 | 2200 4000.00 / 4010 4000.00",
                      "commission_matched 80 | 5200 2299.50 / 1200 2299.50",
                      PAYOUT("531.41"),
                      "refund_before_use 2 | 2200 100.00 / 1100 42.51, 1200 57.49",
                      PAYOUT("488.89"),
                      "breakage 18 | 2200 900.00, 5200 517.39 / 1200 517.39, 4090 900.00",
                      NULL,
                  });
}

/* The commission is an expense at once: nothing to match. */
static void test_commission_at_sale(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.commission_expense = COMMISSION_AT_SALE;
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 245000,
      (const char *const[]){
          "sale 100 | 1100 2125.62, 1150 125.00, 1160 249.38, 5200 2500.00 / 2200 5000.00",
          PAYOUT("1062.81"),
          "redemption 80 | 1000 599.20, 2200 4000.00 / 2100 200.00, 2110 399.20, 4010 4000.00",
          PAYOUT("531.41"),
          "refund_before_use 2 | 2200 100.00 / 1100 42.51, 1150 2.50, 1160 4.99, 5200 50.00",
          PAYOUT("488.89"),
          "breakage 18 | 2200 900.00 / 4090 900.00",
          "remittance | 2100 200.00, 2110 399.20 / 1000 232.31, 1150 122.50, 1160 244.39",
          NULL,
      });
}

/* A card fee of 2.5 % of 50, 1.25 each, of 100 on one statement: 125.00 with 6.25 and 12.47 of
 * taxes, rounded once (0.06 and 0.12 a voucher would make 6.00 and 12.00). It is not given back
 * with the 2 vouchers: 2.50 becomes an expense. Receivable 2,125.62 − 143.72; instalments of it
 * 990.95, 495.48, 495.47 − 42.51. Bank 2,450 − 125. */
static void test_card_fee(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.card_fee_per_100k = 2500;
  plan.deal.card_fee_base = CARD_FEE_ON_PRICE;
  plan.deal.card_fee_taxed = true;
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 232500,
      (const char *const[]){
          "sale 100 | 1100 1981.90, 1150 131.25, 1160 261.85, 1200 2625.00 / 2200 5000.00",
          PAYOUT("990.95"),
          "redemption 80 | 1000 599.20, 2200 4000.00 / 2100 200.00, 2110 399.20, 4010 4000.00",
          "commission_matched 80 | 5200 2000.00, 5210 100.00 / 1200 2100.00",
          PAYOUT("495.48"),
          REFUND_A,
          PAYOUT("452.96"),
          "commission_matched 2 | 5210 2.50 / 1200 2.50",
          "breakage 18 | 2200 900.00, 5200 450.00, 5210 22.50 / 1200 472.50, 4090 900.00",
          "remittance | 2100 200.00, 2110 399.20 / 1000 213.59, 1150 128.75, 1160 256.86",
          NULL,
      });
}

/* Paid for the 80 used: invoice 2,000.00 + 100.00 + 199.50, payout 1,700.50. Remitted 100.00 +
 * 199.70. Bank 4,000 − 2,000. */
static void test_paid_when_used(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.payout_basis = PAYOUT_REDEEMED;
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 200000,
      (const char *const[]){
          "redemption 80 | 1000 599.20, 1100 4000.00 / 2100 200.00, 2110 399.20, 4010 4000.00",
          "statement | 1150 100.00, 1160 199.50, 5200 2000.00 / 1100 2299.50",
          PAYOUT("1700.50"),
          "remittance | 2100 200.00, 2110 399.20 / 1000 299.70, 1150 100.00, 1160 199.50",
          NULL,
      });
}

/* D and F paid for the 80 used: the statement hands the taxes over, rounded once. D: on 2,000.00,
 * 100.00 + 199.50. F included: inside 4,000.00, 173.95 (173.9509) + 347.03 (347.0320), while the
 * uses were 80 × 43.49 = 3,479.20: 0.18 more than the 3,479.02 that are left. The receivable moves
 * from 3,479.20 to the payout of 4,000 − 2,299.50 = 1,700.50. Bank 3,479.02 − 2,000. */
static void test_paid_when_used_taxed_before(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.deal.payout_basis = PAYOUT_REDEEMED;
  plan.deal.tax_treatment = TREATMENT_SITE_PRINCIPAL;
  Campaign campaign = case_campaign();
  assert_campaign(&plan, &campaign, 200000,
                  (const char *const[]){
                      "redemption 80 | 1100 2000.00 / 4010 2000.00",
                      "statement | 1100 299.50 / 2100 100.00, 2110 199.50",
                      PAYOUT("2299.50"),
                      "remittance | 2100 100.00, 2110 199.50 / 1000 299.50",
                      NULL,
                  });
  plan.deal.tax_treatment = TREATMENT_AT_SALE;
  plan.deal.price_tax_wording = WORDING_INCLUDED;
  assert_campaign(
      &plan, &campaign, 147902,
      (const char *const[]){
          "redemption 80 | 1100 3479.20 / 4010 3479.20",
          "statement | 1150 100.00, 1160 199.50, 4010 0.18, 5200 2000.00 / "
          "1100 1778.70, 2100 173.95, 2110 347.03",
          PAYOUT("1700.50"),
          "remittance | 2100 173.95, 2110 347.03 / 1000 221.48, 1150 100.00, 1160 199.50",
          NULL,
      });
}

/* The site stops after 1,062.81: the other 1,062.81 is a bad debt; the 2 refunds are hers to pay.
 */
static void test_site_default(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  campaign.site_stops = true;
  assert_campaign(
      &plan, &campaign, 245000 - 106281,
      (const char *const[]){
          SALE_A,
          PAYOUT("1062.81"),
          "redemption 80 | 1000 599.20, 2200 4000.00 / 2100 200.00, 2110 399.20, 4010 4000.00",
          MATCHED_A,
          "site_default | 5900 1062.81 / 1100 1062.81",
          "refund_before_use 2 | 2200 100.00 / 1000 42.51, 1150 2.50, 1160 4.99, 1200 50.00",
          BREAKAGE_A,
          "remittance | 2100 200.00, 2110 399.20 / 1000 232.31, 1150 122.50, 1160 244.39",
          NULL,
      });
}

/* Nobody has decided: 18 × 50 stay owed, 18 × 25 prepaid, and the books are not closed. */
static void test_breakage_undecided(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  campaign.is_undecided = true;
  g_autoptr(Journal) journal = journal_new();
  case_campaign_post(journal, &plan, &campaign);
  g_assert_cmpint(case_balance_cents(journal, ACCOUNT_DEFERRED), ==, -90000);
  g_assert_cmpint(case_balance_cents(journal, ACCOUNT_PREPAID_COMMISSION), ==, 45000);
  g_assert_cmpint(case_balance_cents(journal, ACCOUNT_BREAKAGE), ==, 0);
  g_assert_false(case_is_closed(journal));
}

/* Ontario: 13 % of 50 = 6.50, of 80: 520.00; of the commission 325.00, of 50.00 of it 6.50.
 * Instalments of 2,175.00: 1,087.50, 543.75, 543.75 − 43.50. */
static void test_ontario(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.business.tax_regime = REGIME_ON;
  Campaign campaign = case_campaign();
  assert_campaign(&plan, &campaign, 245000,
                  (const char *const[]){
                      "sale 100 | 1100 2175.00, 1150 325.00, 1200 2500.00 / 2200 5000.00",
                      PAYOUT("1087.50"),
                      "redemption 80 | 1000 520.00, 2200 4000.00 / 2100 520.00, 4010 4000.00",
                      MATCHED_A,
                      PAYOUT("543.75"),
                      "refund_before_use 2 | 2200 100.00 / 1100 43.50, 1150 6.50, 1200 50.00",
                      PAYOUT("500.25"),
                      BREAKAGE_A,
                      "remittance | 2100 520.00 / 1000 201.50, 1150 318.50",
                      NULL,
                  });
}

/* British Columbia, the service bearing the PST: 2.50 + 3.50 each; the commission bears GST only;
 * the PST goes to its own office, without credits. */
static void test_pst(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.business.tax_regime = REGIME_BC;
  plan.business.provincial_tax_applies = true;
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 245000,
      (const char *const[]){
          "sale 100 | 1100 2375.00, 1150 125.00, 1200 2500.00 / 2200 5000.00",
          PAYOUT("1187.50"),
          "redemption 80 | 1000 480.00, 2200 4000.00 / 2100 200.00, 2120 280.00, 4010 4000.00",
          MATCHED_A,
          PAYOUT("593.75"),
          "refund_before_use 2 | 2200 100.00 / 1100 47.50, 1150 2.50, 1200 50.00",
          PAYOUT("546.25"),
          BREAKAGE_A,
          "remittance | 2100 200.00 / 1000 77.50, 1150 122.50",
          "remittance | 2120 280.00 / 1000 280.00",
          NULL,
      });
}

/* Own taxes: 6 % that comes back and 4 % on the price with it, that does not: of 50, 3.00 + 2.12;
 * of the commission 150.00 + 106.00, of 50.00 of it 3.00 + 2.12. 80/98 of 2,606.00 − 52.12 =
 * 2,084.80. */
static void test_custom(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.business.tax_regime = REGIME_CUSTOM;
  plan.business.custom_taxes_count = 2;
  plan.business.custom_taxes[0] = (CustomTax){.rate_per_100k = 6000, .recoverable = true};
  plan.business.custom_taxes[1] = (CustomTax){.rate_per_100k = 4000, .on_previous = true};
  Campaign campaign = case_campaign();
  assert_campaign(
      &plan, &campaign, 234612,
      (const char *const[]){
          "sale 100 | 1100 2244.00, 1150 150.00, 1200 2606.00 / 2200 5000.00",
          PAYOUT("1122.00"),
          "redemption 80 | 1000 409.60, 2200 4000.00 / 2100 240.00, 2110 169.60, 4010 4000.00",
          "commission_matched 80 | 5200 2084.80 / 1200 2084.80",
          PAYOUT("561.00"),
          "refund_before_use 2 | 2200 100.00 / 1100 44.88, 1150 3.00, 1200 52.12",
          PAYOUT("516.12"),
          "breakage 18 | 2200 900.00, 5200 469.08 / 1200 469.08, 4090 900.00",
          "remittance | 2100 240.00, 2110 169.60 / 1000 262.60, 1150 147.00",
          NULL,
      });
}

/* Quick Method: no credits, so the commission is 2,874.38 as if not registered. GST 3.6 % of
 * 4,200.00 = 151.20, less 1 % of it 42.00: 109.20 remitted, 90.80 kept. QST 6.6 % of 4,399.20 =
 * 290.35, less 43.99: 246.36 remitted, 152.84 kept. */
static void test_quick_method(void) {
  Plan plan;
  case_plan_init(&plan);
  plan.business.quick_method = true;
  Campaign campaign = case_campaign();
  campaign.kept_cents[0] = 9080;
  campaign.kept_cents[1] = 15284;
  assert_campaign(
      &plan, &campaign, 232675,
      (const char *const[]){
          "sale 100 | 1100 2125.62, 1200 2874.38 / 2200 5000.00",
          PAYOUT("1062.81"),
          "redemption 80 | 1000 599.20, 2200 4000.00 / 2100 200.00, 2110 399.20, 4010 4000.00",
          "commission_matched 80 | 5200 2299.50 / 1200 2299.50",
          PAYOUT("531.41"),
          "refund_before_use 2 | 2200 100.00 / 1100 42.51, 1200 57.49",
          PAYOUT("488.89"),
          "breakage 18 | 2200 900.00, 5200 517.39 / 1200 517.39, 4090 900.00",
          "remittance | 2100 200.00, 2110 399.20 / 1000 355.56, 4080 243.64",
          NULL,
      });
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/posting/campaign", test_campaign);
  g_test_add_func("/posting/cent-moved", test_cent_moved);
  g_test_add_func("/posting/included", test_included);
  g_test_add_func("/posting/list-price", test_list_price);
  g_test_add_func("/posting/site-principal", test_site_principal);
  g_test_add_func("/posting/at-sale", test_at_sale);
  g_test_add_func("/posting/at-sale-included", test_at_sale_included);
  g_test_add_func("/posting/commission-tax-included", test_commission_tax_included);
  g_test_add_func("/posting/not-registered", test_not_registered);
  g_test_add_func("/posting/commission-at-sale", test_commission_at_sale);
  g_test_add_func("/posting/card-fee", test_card_fee);
  g_test_add_func("/posting/paid-when-used", test_paid_when_used);
  g_test_add_func("/posting/paid-when-used-taxed-before", test_paid_when_used_taxed_before);
  g_test_add_func("/posting/site-default", test_site_default);
  g_test_add_func("/posting/breakage-undecided", test_breakage_undecided);
  g_test_add_func("/posting/ontario", test_ontario);
  g_test_add_func("/posting/pst", test_pst);
  g_test_add_func("/posting/custom", test_custom);
  g_test_add_func("/posting/quick-method", test_quick_method);
  return g_test_run();
}
