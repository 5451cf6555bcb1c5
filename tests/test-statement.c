/* Statements by hand: a few entries, what is read off them. */
#include <glib.h>

#include "model/base/calendar.h"
#include "model/ledger/statement.h"

static int32_t day(int month, int of_month) {
  return date_from_ymd(2026, month, of_month);
}

static void post(Journal *journal, EntryKind kind, int32_t date, bool of_deal, Account debit,
                 Account credit, int64_t cents) {
  journal_begin(journal, kind, date, 0, of_deal);
  journal_debit(journal, debit, cents);
  journal_credit(journal, credit, cents);
  g_assert_true(journal_post(journal));
}

/* 50 sold at 100.00; 20 used; 1 given back; 3 regular visits with taxes; a return. Posted in no
 * order. */
static Journal *journal_by_hand(void) {
  Journal *journal = journal_new();
  post(journal, ENTRY_BREAKAGE, day(4, 30), true, ACCOUNT_DEFERRED, ACCOUNT_BREAKAGE, 290000);
  post(journal, ENTRY_SALE, day(2, 10), true, ACCOUNT_RECEIVABLE, ACCOUNT_DEFERRED, 500000);
  post(journal, ENTRY_REDEMPTION, day(2, 28), true, ACCOUNT_DEFERRED, ACCOUNT_DEAL, 150000);
  post(journal, ENTRY_FORFEIT, day(3, 1), true, ACCOUNT_DEFERRED, ACCOUNT_DEAL, 50000);
  post(journal, ENTRY_REFUND_BEFORE_USE, day(3, 5), true, ACCOUNT_DEFERRED, ACCOUNT_RECEIVABLE,
       10000);
  journal_begin(journal, ENTRY_REGULAR, day(2, 15), 3, false);
  journal_debit(journal, ACCOUNT_BANK, 34493);
  journal_credit(journal, ACCOUNT_SERVICE, 30000);
  journal_credit(journal, ACCOUNT_GST, 1500);
  journal_credit(journal, ACCOUNT_QST, 2993);
  g_assert_true(journal_post(journal));
  journal_begin(journal, ENTRY_FIXED_COSTS, day(3, 1), 0, false);
  journal_debit(journal, ACCOUNT_FIXED_COSTS, 10000);
  journal_debit(journal, ACCOUNT_ITC, 500);
  journal_debit(journal, ACCOUNT_ITR, 998);
  journal_credit(journal, ACCOUNT_BANK, 11498);
  g_assert_true(journal_post(journal));
  journal_begin(journal, ENTRY_PAY, day(3, 3), 0, false);
  journal_debit(journal, ACCOUNT_DEAL_LABOUR, 700);
  journal_debit(journal, ACCOUNT_REGULAR_LABOUR, 900);
  journal_credit(journal, ACCOUNT_BANK, 1600);
  g_assert_true(journal_post(journal));
  /* 44.93 collected, 10.00 kept by the Quick Method, 20.00 paid already. */
  post(journal, ENTRY_TAX_INSTALMENT, day(3, 31), false, ACCOUNT_GST, ACCOUNT_BANK, 2000);
  journal_begin(journal, ENTRY_REMITTANCE, day(4, 30), 0, false);
  journal_debit(journal, ACCOUNT_GST, -500);
  journal_debit(journal, ACCOUNT_QST, 2993);
  journal_credit(journal, ACCOUNT_ITC, 500);
  journal_credit(journal, ACCOUNT_ITR, 998);
  journal_credit(journal, ACCOUNT_TAX_KEPT, 1000);
  journal_credit(journal, ACCOUNT_BANK, -5);
  g_assert_true(journal_post(journal));
  return journal;
}

static void test_trial_balance(void) {
  g_autoptr(Journal) journal = journal_by_hand();
  TrialBalance balance;
  trial_balance_fill(journal, day(2, 9), &balance);
  g_assert_cmpint(balance.debit_cents, ==, 0);
  trial_balance_fill(journal, day(2, 28), &balance);
  g_assert_cmpint(balance.balance_cents[ACCOUNT_BANK], ==, 34493);
  g_assert_cmpint(balance.balance_cents[ACCOUNT_DEFERRED], ==, -350000);
  g_assert_cmpint(balance.balance_cents[ACCOUNT_QST], ==, -2993);
  g_assert_cmpint(balance.debit_cents, ==, 500000 + 34493);
  g_assert_cmpint(balance.credit_cents, ==, balance.debit_cents);
  trial_balance_fill(journal, INT32_MAX, &balance);
  g_assert_cmpint(balance.balance_cents[ACCOUNT_BANK], ==, 34493 - 11498 - 1600 - 2000 + 5);
  g_assert_cmpint(balance.balance_cents[ACCOUNT_DEFERRED], ==, 0);
  g_assert_cmpint(balance.balance_cents[ACCOUNT_GST], ==, 0);
}

static void test_income(void) {
  g_autoptr(Journal) journal = journal_by_hand();
  Income income;
  income_fill(journal, day(2, 28), day(3, 3), &income);
  g_assert_cmpint(income.deal_cents[ACCOUNT_DEAL], ==, 200000);
  g_assert_cmpint(income.deal_cents[ACCOUNT_DEAL_LABOUR], ==, -700);
  g_assert_cmpint(income.rest_cents[ACCOUNT_REGULAR_LABOUR], ==, -900);
  g_assert_cmpint(income.rest_cents[ACCOUNT_FIXED_COSTS], ==, -10000);
  g_assert_cmpint(income.rest_cents[ACCOUNT_SERVICE], ==, 0);
  g_assert_cmpint(income.deal_cents[ACCOUNT_BANK] + income.rest_cents[ACCOUNT_BANK], ==, 0);
  g_assert_cmpint(income.deal_total_cents, ==, 199300);
  g_assert_cmpint(income.rest_total_cents, ==, -10900);
}

static void test_deferred_months(void) {
  g_autoptr(Journal) journal = journal_by_hand();
  DeferredMonth months[MONTHS_MAX];
  g_assert_cmpint(deferred_months_fill(journal, day(2, 4), day(4, 29), months), ==, 3);
  g_assert_cmpint(months[0].begin_date, ==, day(2, 1));
  g_assert_cmpint(months[0].opening_cents, ==, 0);
  g_assert_cmpint(months[0].sold_cents, ==, 500000);
  g_assert_cmpint(months[0].used_cents, ==, -150000);
  g_assert_cmpint(months[0].closing_cents, ==, 350000);
  g_assert_cmpint(months[1].opening_cents, ==, 350000);
  g_assert_cmpint(months[1].used_cents, ==, -50000);
  g_assert_cmpint(months[1].refunded_cents, ==, -10000);
  g_assert_cmpint(months[1].closing_cents, ==, 290000);
  /* The last month is cut a day before its breakage. */
  g_assert_cmpint(months[2].breakage_cents, ==, 0);
  g_assert_cmpint(months[2].closing_cents, ==, 290000);
  g_assert_cmpint(deferred_months_fill(journal, day(2, 28), day(4, 30), months), ==, 3);
  g_assert_cmpint(months[0].opening_cents, ==, 500000);
  g_assert_cmpint(months[2].breakage_cents, ==, -290000);
  g_assert_cmpint(months[2].closing_cents, ==, 0);
}

static void test_reserve_months(void) {
  g_autoptr(Journal) journal = journal_by_hand();
  ReserveMonth months[MONTHS_MAX];
  g_assert_cmpint(reserve_months_fill(journal, day(2, 1), day(4, 30), months), ==, 3);
  g_assert_cmpint(months[0].collected_cents, ==, 4493);
  g_assert_cmpint(months[0].closing_cents, ==, 4493);
  g_assert_cmpint(months[1].credits_cents, ==, -1498);
  g_assert_cmpint(months[1].remitted_cents, ==, -2000);
  g_assert_cmpint(months[1].closing_cents, ==, 995);
  g_assert_cmpint(months[2].kept_cents, ==, -1000);
  g_assert_cmpint(months[2].remitted_cents, ==, 5);
  g_assert_cmpint(months[2].closing_cents, ==, 0);
}

/* No month, one month, more than there is room for. */
static void test_how_many_months(void) {
  g_autoptr(Journal) journal = journal_by_hand();
  DeferredMonth deferred[MONTHS_MAX];
  ReserveMonth reserve[MONTHS_MAX];
  g_assert_cmpint(deferred_months_fill(journal, day(2, 4), day(2, 3), deferred), ==, 0);
  g_assert_cmpint(reserve_months_fill(journal, day(3, 1), day(3, 1), reserve), ==, 1);
  g_assert_cmpint(reserve[0].opening_cents, ==, 4493);
  g_assert_cmpint(reserve[0].closing_cents, ==, 2995);
  g_assert_cmpint(deferred_months_fill(journal, day(2, 4), day(2, 4) + 2000, deferred), ==,
                  MONTHS_MAX);
  g_assert_cmpint(deferred[MONTHS_MAX - 1].closing_cents, ==, 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/statement/trial balance", test_trial_balance);
  g_test_add_func("/statement/income", test_income);
  g_test_add_func("/statement/deferred months", test_deferred_months);
  g_test_add_func("/statement/reserve months", test_reserve_months);
  g_test_add_func("/statement/how many months", test_how_many_months);
  return g_test_run();
}
