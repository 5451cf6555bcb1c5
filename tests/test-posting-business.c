/* Single events of the rest of the business, each worked out by hand: full-price visits, costs,
 * pay, tips, the owner, the tax offices. */
#include "tests/posting-case.h"

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
             .accrued_cents = 46200};
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
  case_assert_closes(&plan, &campaign, 245000 - 116200 - 23240);
  campaign.also = post_self_employed_pay;
  case_assert_closes(&plan, &campaign, 245000 - 70000);
  campaign.also = post_tips_through;
  case_assert_closes(&plan, &campaign, 245000);
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

/* What the method leaves of a period, the deal's part of it on its own: 90.80 + 152.84. */
static void test_tax_kept(void) {
  Plan plan;
  case_plan_init(&plan);
  g_autoptr(Journal) journal = journal_new();
  static const int64_t kept_cents[TAX_COMPONENTS_MAX] = {9080, 15284}, none[TAX_COMPONENTS_MAX];
  post_tax_kept(journal, &plan, plan.deal.sale_date, kept_cents, true);
  post_tax_kept(journal, &plan, plan.deal.sale_date, none, false);
  case_assert_entries(journal, (const char *const[]){
                                   "tax_kept | 2100 90.80, 2110 152.84 / 4080 243.64",
                                   NULL,
                               });
  g_assert_true(journal_entry(journal, 0)->of_deal);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/posting-business/full-price", test_full_price);
  g_test_add_func("/posting-business/cost", test_cost);
  g_test_add_func("/posting-business/pay", test_pay);
  g_test_add_func("/posting-business/pay-self-employed", test_pay_self_employed);
  g_test_add_func("/posting-business/tips", test_tips);
  g_test_add_func("/posting-business/campaign-staff", test_campaign_staff);
  g_test_add_func("/posting-business/owner", test_owner);
  g_test_add_func("/posting-business/remittances", test_remittances);
  g_test_add_func("/posting-business/tax-kept", test_tax_kept);
  return g_test_run();
}
