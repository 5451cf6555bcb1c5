/* The chart of accounts and the owner's own numbers. */
#include <glib.h>
#include <string.h>

#include "model/plan/account.h"

/* domain §10.2, by number. */
static const struct {
  const char *number;
  Account account;
  AccountType type;
} chart[] = {
    {"1000", ACCOUNT_BANK, ACCOUNT_ASSET},
    {"1100", ACCOUNT_RECEIVABLE, ACCOUNT_ASSET},
    {"1150", ACCOUNT_ITC, ACCOUNT_ASSET},
    {"1160", ACCOUNT_ITR, ACCOUNT_ASSET},
    {"1200", ACCOUNT_PREPAID_COMMISSION, ACCOUNT_ASSET},
    {"2100", ACCOUNT_GST, ACCOUNT_LIABILITY},
    {"2110", ACCOUNT_QST, ACCOUNT_LIABILITY},
    {"2120", ACCOUNT_PST, ACCOUNT_LIABILITY},
    {"2200", ACCOUNT_DEFERRED, ACCOUNT_LIABILITY},
    {"2300", ACCOUNT_WAGES, ACCOUNT_LIABILITY},
    {"2400", ACCOUNT_GIFT_CARDS, ACCOUNT_LIABILITY},
    {"2450", ACCOUNT_TIPS, ACCOUNT_LIABILITY},
    {"3000", ACCOUNT_EQUITY, ACCOUNT_OWNERS_EQUITY},
    {"4000", ACCOUNT_SERVICE, ACCOUNT_REVENUE},
    {"4010", ACCOUNT_DEAL, ACCOUNT_REVENUE},
    {"4020", ACCOUNT_EXTRAS, ACCOUNT_REVENUE},
    {"4080", ACCOUNT_TAX_KEPT, ACCOUNT_REVENUE},
    {"4090", ACCOUNT_BREAKAGE, ACCOUNT_REVENUE},
    {"4095", ACCOUNT_RETURNS, ACCOUNT_REVENUE},
    {"5000", ACCOUNT_REGULAR_LABOUR, ACCOUNT_EXPENSE},
    {"5100", ACCOUNT_DEAL_LABOUR, ACCOUNT_EXPENSE},
    {"5110", ACCOUNT_SUPPLIES, ACCOUNT_EXPENSE},
    {"5120", ACCOUNT_PHONE, ACCOUNT_EXPENSE},
    {"5200", ACCOUNT_COMMISSION, ACCOUNT_EXPENSE},
    {"5210", ACCOUNT_CARD_FEES, ACCOUNT_EXPENSE},
    {"5300", ACCOUNT_ADVERTISING, ACCOUNT_EXPENSE},
    {"5310", ACCOUNT_INCENTIVES, ACCOUNT_EXPENSE},
    {"5400", ACCOUNT_FIXED_COSTS, ACCOUNT_EXPENSE},
    {"5900", ACCOUNT_BAD_DEBT, ACCOUNT_EXPENSE},
};

static void test_chart(void) {
  g_assert_cmpint(G_N_ELEMENTS(chart), ==, ACCOUNT_COUNT);
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    g_assert_cmpint(chart[i].account, ==, i); /* the enum rises with the numbers */
    g_assert_cmpstr(account_number(chart[i].account), ==, chart[i].number);
    g_assert_cmpint(account_type(chart[i].account), ==, chart[i].type);
    g_assert_cmpint(account_find(chart[i].number), ==, chart[i].account);
    if (i > 0)
      g_assert_cmpstr(account_number((Account)(i - 1)), <, chart[i].number);
  }
}

static void test_unknown_number(void) {
  static const char *const unknown[] = {"", "100", "10000", "2130", "TPS", " 1000"};
  for (size_t i = 0; i < G_N_ELEMENTS(unknown); i++)
    g_assert_cmpint(account_find(unknown[i]), ==, ACCOUNT_COUNT);
}

static void test_clearing(void) {
  int clearing = 0;
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    clearing += account_is_clearing((Account)i);
  g_assert_cmpint(clearing, ==, 11); /* 1100 … 2450 */
  g_assert_false(account_is_clearing(ACCOUNT_BANK));
  g_assert_true(account_is_clearing(ACCOUNT_RECEIVABLE));
  g_assert_true(account_is_clearing(ACCOUNT_TIPS));
  g_assert_false(account_is_clearing(ACCOUNT_EQUITY));
  g_assert_false(account_is_clearing(ACCOUNT_SERVICE));
}

static void map(Plan *plan, const char *account, const char *number) {
  AccountNumber *mapped = &plan->accounts[plan->accounts_count++];
  g_strlcpy(mapped->account, account, sizeof mapped->account);
  g_strlcpy(mapped->number, number, sizeof mapped->number);
}

static void test_owner_numbers(void) {
  g_autofree Plan *plan = g_new(Plan, 1);
  plan_init(plan);
  g_assert_cmpstr(account_owner_number(plan, ACCOUNT_GST), ==, "2100");
  map(plan, "2100", "2310-01");
  map(plan, "4010", ""); /* said nothing: ours */
  g_assert_cmpstr(account_owner_number(plan, ACCOUNT_GST), ==, "2310-01");
  g_assert_cmpstr(account_owner_number(plan, ACCOUNT_DEAL), ==, "4010");
  g_assert_cmpstr(account_owner_number(plan, ACCOUNT_QST), ==, "2110");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/account/chart", test_chart);
  g_test_add_func("/account/unknown-number", test_unknown_number);
  g_test_add_func("/account/clearing", test_clearing);
  g_test_add_func("/account/owner-numbers", test_owner_numbers);
  return g_test_run();
}
