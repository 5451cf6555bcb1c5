/* Single events that the campaign of test-posting.c does not have, each worked out by hand, alone
 * and inside the campaign. */
#include "tests/posting-case.h"

/* The campaign with an event in it closes; the bank holds bank_cents. */
static void assert_closes(const Plan *plan, const Campaign *campaign, int64_t bank_cents) {
  g_autoptr(Journal) journal = journal_new();
  case_campaign_post(journal, plan, campaign);
  case_assert_sound(journal);
  g_assert_true(case_is_closed(journal));
  g_assert_cmpint(case_balance_cents(journal, ACCOUNT_BANK), ==, bank_cents);
}

static void set_treatment(Plan *plan, TaxTreatment treatment, TaxWording wording) {
  plan->deal.tax_treatment = treatment;
  plan->deal.price_tax_wording = wording;
}

/* --- vouchers ------------------------------------------------------------------------------- */

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
  assert_closes(&plan, &campaign, 245000 + 3 * 5000);
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
  assert_closes(&plan, &campaign, 245000 + 20000);
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
  assert_closes(&plan, &campaign, 245000 - 4 * 651);
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
  assert_closes(&plan, &campaign, 245000 - 2 * 5000);
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
  assert_closes(&plan, &campaign, 245000 - 3 * 5000);
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
  assert_closes(&plan, &campaign, 245000);
  set_treatment(&plan, TREATMENT_SITE_PRINCIPAL, WORDING_EXTRA);
  for (int visit = 0; visit < 3; visit++)
    g_assert_cmpint(posting_visit_deferred_cents(&plan, plan.deal.sale_date, visit), ==,
                    share_parts[visit]);
  assert_closes(&plan, &campaign, 245000);
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

/* --- the rest of the business --------------------------------------------------------------- */

/* 100.00 + 5.00 + 9.98. With an incentive of 15: on 85: 4.25 + 8.48 (8.47875), 97.73, beside the
 * full price. */
static void test_full_price(void) {
  Plan plan;
  case_plan_init(&plan);
  int32_t date = plan.deal.sale_date;
  TaxSet set = tax_set_collected(&plan.business, date);
  TaxedAmount full = tax_add(&set, 10000), cut = tax_add(&set, 8500);
  g_autoptr(Journal) journal = journal_new();
  post_full_price(journal, ENTRY_REGULAR, date, &set, &full, 0, 3);
  post_full_price(journal, ENTRY_RETURNING, date, &set, &cut, 1500, 1);
  case_assert_entries(
      journal, (const char *const[]){
                   "regular 3 | 1000 344.94 / 2100 15.00, 2110 29.94, 4000 300.00",
                   "returning 1 | 1000 97.73, 5310 15.00 / 2100 4.25, 2110 8.48, 4000 100.00",
                   NULL,
               });
  g_assert_false(journal_entry(journal, 0)->of_deal);
  g_assert_true(journal_entry(journal, 1)->of_deal);
}

/* 100.00 with 5.00 + 9.98 and 50.00 without tax, twice; nothing comes back when not registered, nor
 * under the Quick Method. */
static void test_cost(void) {
  Plan plan;
  case_plan_init(&plan);
  int32_t date = plan.deal.sale_date;
  g_autoptr(Journal) journal = journal_new();
  post_cost(journal, &plan, ENTRY_FIXED_COSTS, date, ACCOUNT_FIXED_COSTS, 10000, 5000, 2, false);
  plan.business.quick_method = true;
  post_cost(journal, &plan, ENTRY_SUPPLIES, date, ACCOUNT_SUPPLIES, 10000, 5000, 1, true);
  plan.business.gst_registered = false;
  post_cost(journal, &plan, ENTRY_ONE_OFF, date, ACCOUNT_ADVERTISING, 10000, 0, 1, true);
  case_assert_entries(journal,
                      (const char *const[]){
                          "fixed_costs 2 | 1150 10.00, 1160 19.96, 5400 300.00 / 1000 329.96",
                          "supplies 1 | 5110 164.98 / 1000 164.98",
                          "one_off 1 | 5300 114.98 / 1000 114.98",
                          NULL,
                      });
}

/* A period of 14 days in which visits paid 900.00 and the guarantee (70 h × 16.60 = 1,162.00) tops
 * it up, 20 % contributions: 232.40; 700.00 and 140.00 of it are the deal's. A year end falls after
 * 300.00 + 162.00 of it, contributions 60.00 + 32.40: those are expensed then, the rest on the pay
 * day, and 2300 ends at zero when the contributions are paid. */
static void post_guaranteed_pay(Journal *journal, const Plan *plan) {
  int32_t date = plan->deal.sale_date + 13;
  Pay accrued = {.deal = {.labour_cents = 30000, .contributions_cents = 6000},
                 .rest = {.labour_cents = 16200, .contributions_cents = 3240}};
  Pay pay = {.deal = {.labour_cents = 40000, .contributions_cents = 8000},
             .rest = {.labour_cents = 30000, .contributions_cents = 6000},
             .accrued_cents = 46200,
             .accrued_contributions_cents = 9240};
  post_pay_accrued(journal, plan, date - 5, &accrued);
  post_pay(journal, plan, date, &pay);
  post_contributions(journal, date + 26, 23240);
}

static void test_pay(void) {
  Plan plan;
  case_plan_init(&plan);
  g_autoptr(Journal) journal = journal_new();
  post_guaranteed_pay(journal, &plan);
  case_assert_entries(journal,
                      (const char *const[]){
                          "pay_accrued | 5000 194.40, 5100 360.00 / 2300 554.40",
                          "pay | 2300 462.00, 5000 360.00, 5100 480.00 / 1000 1162.00, 2300 140.00",
                          "contributions | 2300 232.40 / 1000 232.40",
                          NULL,
                      });
  g_assert_cmpint(case_balance_cents(journal, ACCOUNT_WAGES), ==, 0);
}

/* 500.00 of the deal and 200.00 of the rest to one who charges her own taxes: 35.00 + 69.83
 * (69.825), both credited; not credited, each share bears its own: 500.00 + 74.88, 200.00 + 29.95.
 * One who charges none: 700.00. */
static void post_self_employed_pay(Journal *journal, const Plan *plan) {
  Pay with_taxes = {.deal = {.labour_cents = 50000},
                    .rest = {.labour_cents = 20000},
                    .credit_cents = {3500, 6983}};
  post_pay(journal, plan, plan->deal.sale_date + 13, &with_taxes);
}

static void test_pay_self_employed(void) {
  Plan plan;
  case_plan_init(&plan);
  int32_t date = plan.deal.sale_date + 27;
  g_autoptr(Journal) journal = journal_new();
  post_self_employed_pay(journal, &plan);
  Pay not_credited = {.deal = {.labour_cents = 50000, .labour_tax_cents = 7488},
                      .rest = {.labour_cents = 20000, .labour_tax_cents = 2995}};
  Pay without_taxes = {.deal = {.labour_cents = 50000}, .rest = {.labour_cents = 20000}};
  post_pay(journal, &plan, date, &not_credited);
  post_pay(journal, &plan, date, &without_taxes);
  case_assert_entries(journal,
                      (const char *const[]){
                          "pay | 1150 35.00, 1160 69.83, 5000 200.00, 5100 500.00 / 1000 804.83",
                          "pay | 5000 229.95, 5100 574.88 / 1000 804.83",
                          "pay | 5000 200.00, 5100 500.00 / 1000 700.00",
                          NULL,
                      });
}

static void post_tips_through(Journal *journal, const Plan *plan) {
  post_tips(journal, ENTRY_TIPS, plan->deal.sale_date + 30, 24000, 80);
  post_tips(journal, ENTRY_TIPS_PAID, plan->deal.sale_date + 41, 24000, 0);
}

static void test_tips(void) {
  Plan plan;
  case_plan_init(&plan);
  g_autoptr(Journal) journal = journal_new();
  post_tips_through(journal, &plan);
  case_assert_entries(journal, (const char *const[]){
                                   "tips 80 | 1000 240.00 / 2450 240.00",
                                   "tips_paid | 2450 240.00 / 1000 240.00",
                                   NULL,
                               });
}

/* Pay costs the campaign 1,162.00 + 232.40; the self-employed 700.00, their taxes being credited;
 * tips nothing. */
static void test_campaign_staff(void) {
  Plan plan;
  case_plan_init(&plan);
  Campaign campaign = case_campaign();
  campaign.also = post_guaranteed_pay;
  assert_closes(&plan, &campaign, 245000 - 116200 - 23240);
  campaign.also = post_self_employed_pay;
  assert_closes(&plan, &campaign, 245000 - 70000);
  campaign.also = post_tips_through;
  assert_closes(&plan, &campaign, 245000);
}

static void test_owner(void) {
  Plan plan;
  case_plan_init(&plan);
  g_autoptr(Journal) journal = journal_new();
  post_opening(journal, 0, 1500000);
  post_opening(journal, 0, -20000);
  post_opening(journal, 0, 0);
  post_owner_draw(journal, 1, 250000);
  post_payout(journal, ENTRY_PAYOUT, 2, -4251);
  post_payout(journal, ENTRY_HOLD_BACK, 3, 100);
  case_assert_entries(journal, (const char *const[]){
                                   "opening | 1000 15000.00 / 3000 15000.00",
                                   "opening | 3000 200.00 / 1000 200.00",
                                   "owner_draw | 3000 2500.00 / 1000 2500.00",
                                   "payout | 1100 42.51 / 1000 42.51",
                                   "hold_back | 1000 1.00 / 1100 1.00",
                                   NULL,
                               });
}

/* Two instalments of 70.00 + 140.00 for the campaign's 77.50 and 154.81: the return debits what is
 * left of the taxes collected, 130.00 and 259.20, and pays 7.50 + 14.81. A refund: 122.50 of
 * credits, nothing collected. */
static void test_remittances(void) {
  Plan plan;
  case_plan_init(&plan);
  g_autoptr(Journal) journal = journal_new();
  post_remittance(journal, &plan,
                  &(Remittance){.kind = REMITTANCE_INSTALMENT,
                                .period_end_date = plan.deal.sale_date,
                                .paid_date = plan.deal.sale_date + 1,
                                .paid_cents = {7000, 14000}});
  post_remittance(journal, &plan,
                  &(Remittance){.kind = REMITTANCE_RETURN,
                                .period_end_date = plan.deal.sale_date,
                                .paid_date = plan.deal.sale_date + 2,
                                .collected_cents = {20000, 39920},
                                .credits_cents = {12250, 24439},
                                .instalments_cents = {7000, 14000},
                                .paid_cents = {750, 1481}});
  post_remittance(journal, &plan,
                  &(Remittance){.kind = REMITTANCE_RETURN,
                                .period_end_date = plan.deal.sale_date,
                                .paid_date = plan.deal.sale_date + 3,
                                .credits_cents = {12250, 0},
                                .paid_cents = {-12250, 0}});
  case_assert_entries(
      journal, (const char *const[]){
                   "tax_instalment | 2100 70.00, 2110 140.00 / 1000 210.00",
                   "remittance | 2100 130.00, 2110 259.20 / 1000 22.31, 1150 122.50, 1160 244.39",
                   "remittance | 1000 122.50 / 1150 122.50",
                   NULL,
               });
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
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
  g_test_add_func("/posting-events/full-price", test_full_price);
  g_test_add_func("/posting-events/cost", test_cost);
  g_test_add_func("/posting-events/pay", test_pay);
  g_test_add_func("/posting-events/pay-self-employed", test_pay_self_employed);
  g_test_add_func("/posting-events/tips", test_tips);
  g_test_add_func("/posting-events/campaign-staff", test_campaign_staff);
  g_test_add_func("/posting-events/owner", test_owner);
  g_test_add_func("/posting-events/remittances", test_remittances);
  return g_test_run();
}
