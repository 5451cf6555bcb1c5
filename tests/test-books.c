/* The books of the shipped example and of plans near it, by hand; and deliberate faults, each of
 * which one of the comparisons of books-checks.h must see. */
#include <stdlib.h>
#include <string.h>

#include "model/base/money.h"
#include "model/engine/day-rates.h"
#include "model/engine/pay.h"
#include "model/engine/year-scratch.h"
#include "model/ledger/posting.h"
#include "model/store/plan-json.h"
#include "tests/books-checks.h"

typedef struct {
  Plan plan;
  Results results;
} Example;

static Example *example_new(void) {
  Example *example = g_new0(Example, 1);
  plan_example(&example->plan);
  return example;
}

static void example_compute(Example *example) {
  YearScratch *scratch = calloc(1, sizeof *scratch);
  results_compute(&example->plan, &example->results, scratch);
  free(scratch);
}

typedef enum {
  FAULT_NONE,
  FAULT_DAY,     /* the first payout is received a day late */
  FAULT_CENT,    /* one cent more in one day's till, and in its revenue */
  FAULT_TAXES,   /* GST and QST of one day's visits are exchanged */
  FAULT_MISSING, /* one day's commission is never matched */
  FAULT_ACCOUNT, /* one day's supplies are on the phone's account */
  FAULT_COUNT
} Fault;

static const EntryKind fault_kinds[FAULT_COUNT] = {
    [FAULT_DAY] = ENTRY_PAYOUT,       [FAULT_CENT] = ENTRY_REDEMPTION,
    [FAULT_TAXES] = ENTRY_REDEMPTION, [FAULT_MISSING] = ENTRY_COMMISSION_MATCHED,
    [FAULT_ACCOUNT] = ENTRY_REGULAR,
};

static void copy_line(Journal *to, const JournalLine *line, Fault fault) {
  Account account = line->account;
  int64_t cents = line->cents;
  if (fault == FAULT_TAXES && (account == ACCOUNT_GST || account == ACCOUNT_QST))
    account = account == ACCOUNT_GST ? ACCOUNT_QST : ACCOUNT_GST;
  if (fault == FAULT_CENT && account == ACCOUNT_BANK)
    cents++;
  if (fault == FAULT_CENT && account == ACCOUNT_DEAL)
    cents--;
  if (fault == FAULT_ACCOUNT && account == ACCOUNT_SERVICE)
    account = ACCOUNT_BREAKAGE;
  journal_debit(to, account, cents);
}

/* The same entries but for one. */
static Journal *journal_with_fault(Journal *journal, Fault fault) {
  Journal *copy = journal_new();
  bool done = fault == FAULT_NONE;
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    bool wrong = !done && entry->kind == fault_kinds[fault];
    done = done || wrong;
    if (wrong && fault == FAULT_MISSING)
      continue;
    journal_begin(copy, entry->kind, entry->date + (wrong && fault == FAULT_DAY), entry->count,
                  entry->of_deal);
    for (int k = 0; k < entry->line_count; k++)
      copy_line(copy, journal_lines(journal, entry) + k, wrong ? fault : FAULT_NONE);
    g_assert_true(journal_post(copy));
  }
  g_assert_true(done);
  return copy;
}

static void assert_fault(char *fault, bool expected) {
  if ((fault != NULL) != expected)
    g_error("%s", fault == NULL ? "a fault was not seen" : fault);
  g_free(fault);
}

/* Which comparison sees which fault. */
static void test_faults(void) {
  static const struct {
    Fault fault;
    bool bank, taxes, settled, income;
  } seen[] = {
      {FAULT_NONE, false, false, false, false},  {FAULT_DAY, true, false, false, false},
      {FAULT_CENT, true, false, false, true},    {FAULT_TAXES, false, true, true, false},
      {FAULT_MISSING, false, false, true, true}, {FAULT_ACCOUNT, false, false, false, true},
  };
  g_autofree Example *example = example_new();
  example_compute(example);
  g_autoptr(Books) settled = books_new_settled(&example->plan, &example->results);
  for (size_t i = 0; i < G_N_ELEMENTS(seen); i++) {
    g_autoptr(Journal) journal = journal_with_fault(books_projected(settled), seen[i].fault);
    assert_fault(balance_fault(journal), false);
    assert_fault(bank_fault(journal, &example->results), seen[i].bank);
    assert_fault(taxes_fault(journal, settled), seen[i].taxes);
    assert_fault(settled_fault(journal, settled), seen[i].settled);
    assert_fault(income_fault(journal, settled), seen[i].income);
  }
}

/* A cent in a copy of what was read off the books. */
static void test_faults_in_statements(void) {
  g_autofree Example *example = example_new();
  example_compute(example);
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  Journal *journal = books_projected(books);
  int32_t last_date = books_last_date(books);
  const JournalEntry *sale = journal_entry(journal, 1);
  JournalLine lines[ACCOUNT_COUNT];
  memcpy(lines, journal_lines(journal, sale), (size_t)sale->line_count * sizeof *lines);
  assert_fault(lines_fault(lines, sale->line_count), false);
  lines[0].cents++;
  assert_fault(lines_fault(lines, sale->line_count), true);
  Income income;
  income_fill(journal, INT32_MIN, INT32_MAX, &income);
  income.deal_cents[ACCOUNT_SUPPLIES]++;
  assert_fault(foot_fault(journal, &income), true);
  DeferredMonth deferred[MONTHS_MAX];
  int months = deferred_months_fill(journal, books_first_date(books), last_date, deferred);
  deferred[3].closing_cents++;
  deferred[3].used_cents++;
  assert_fault(deferred_fault(journal, deferred, months, last_date), true);
  ReserveMonth reserve[MONTHS_MAX];
  reserve_months_fill(journal, books_first_date(books), last_date, reserve);
  reserve[2].credits_cents++;
  assert_fault(reserve_fault(journal, reserve, months, last_date), true);
  CutOff cut_offs[CUT_OFFS_MAX];
  int count = books_cut_offs(books, cut_offs);
  assert_fault(cut_off_fault(books, cut_offs, count), false);
  cut_offs[0].prepaid_cents--;
  assert_fault(cut_off_fault(books, cut_offs, count), true);
  cut_offs[0].prepaid_cents++;
  cut_offs[0].vouchers_outstanding++;
  assert_fault(cut_off_fault(books, cut_offs, count), true);
}

/* 444 at 80.00: the example's year as domain §10.2 and §16 have it. */
static void test_example(void) {
  g_autofree Example *example = example_new();
  example_compute(example);
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  CutOff cut_offs[CUT_OFFS_MAX];
  g_assert_cmpint(books_cut_offs(books, cut_offs), ==, 2);
  g_assert_cmpint(cut_offs[0].date, ==, date_from_ymd(2026, 12, 31));
  g_assert_true(cut_offs[1].is_horizon);
  const Year *year = &example->results.with;
  int32_t used = 0;
  for (int32_t date = books_first_date(books); date <= cut_offs[0].date; date++)
    used += year->day[date - books_first_date(books)].visits[VISIT_DEAL];
  g_assert_cmpint(cut_offs[0].vouchers_outstanding, ==, 444 - used);
  g_assert_cmpint(cut_offs[0].deferred_cents, ==, (444 - used) * INT64_C(8000));
  g_assert_cmpint(cut_offs[0].prepaid_cents, ==, (444 - used) * INT64_C(4000));
  g_assert_cmpint(cut_offs[0].receivable_cents, ==, 0);
  /* What is left is never income: the paid amount does not expire in Québec. */
  int32_t owed =
      year->vouchers_sold - year->vouchers_served - refunded_before_use(&example->plan, year);
  g_assert_cmpint(cut_offs[1].deferred_cents, ==, owed * INT64_C(8000));
}

/* The campaign of domain §10.3 as a year: 100 sold at 50.00, 80 used, 2 given back, 18 judged never
 * to be used; nobody else comes, nobody is paid. */
static void test_campaign(void) {
  g_autofree Example *example = example_new();
  Plan *plan = &example->plan;
  PlanDeal *deal = &plan->deal;
  deal->vouchers_sold = 100;
  deal->price_cents = 5000;
  deal->used_per_100k = 80000;
  deal->refund_before_use_per_100k = 2000;
  deal->no_show_per_100k = 0;
  deal->instalments[0].weight = 2;
  deal->breakage_policy = BREAKAGE_WHEN_REMOTE;
  deal->breakage_date = deal->promotion_end_date + 30;
  plan->deal_pay = (PlanDealPay){.rule = PAY_FLAT};
  plan->clients.extras_share_per_100k = plan->clients.return_per_100k = 0;
  plan->regulars.level_per_100k = 0;
  plan->phone.extra_days = plan->one_off_costs_count = 0;
  plan->business.opening_cash_cents = plan->business.fixed_costs_monthly_cents = 0;
  plan->business.owner_draw_monthly_cents = 0;
  for (int i = 0; i < plan->services_count; i++)
    plan->services[i].supplies_cents = 0;
  for (int i = 0; i < plan->staff_count; i++)
    plan->staff[i].employment = EMPLOYMENT_SELF_EMPLOYED;
  example_compute(example);
  g_assert_cmpint(example->results.with.vouchers_served, ==, 80);
  g_autoptr(Books) books = books_new_settled(plan, &example->results);
  Journal *journal = books_projected(books);
  static const int64_t receivable_cents[] = {212562, 106281, 53140, 0};
  const int32_t dates[] = {deal->sale_date, date_from_ymd(2026, 2, 11), date_from_ymd(2026, 3, 18),
                           date_from_ymd(2026, 4, 29)};
  for (size_t i = 0; i < G_N_ELEMENTS(dates); i++)
    g_assert_cmpint(account_through(journal, dates[i], ACCOUNT_RECEIVABLE), ==,
                    receivable_cents[i]);
  TrialBalance balance;
  trial_balance_fill(journal, INT32_MAX, &balance);
  for (int account = 0; account < ACCOUNT_COUNT; account++) {
    int64_t expected_cents = account == ACCOUNT_BANK || account == ACCOUNT_COMMISSION ? 245000
                             : account == ACCOUNT_DEAL                                ? -400000
                             : account == ACCOUNT_BREAKAGE                            ? -90000
                                                                                      : 0;
    g_assert_cmpint(balance.balance_cents[account], ==, expected_cents);
  }
}

/* Pay of a period cut by a year end stands on 2300 until its pay day. */
static void test_pay_accrued(void) {
  g_autofree Example *example = example_new();
  example->plan.business.fiscal_year_end_month = 4;
  example_compute(example);
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  int32_t year_end_date = date_from_ymd(2026, 4, 30);
  int period = (year_end_date - books_first_date(books)) / PAY_PERIOD_DAYS;
  int days = year_end_date - books_first_date(books) - period * PAY_PERIOD_DAYS + 1;
  PayPeriod pay =
      pay_period(&example->plan, &example->results.timetable, &example->results.with, period);
  int64_t accrued_cents =
      money_scale_half_up(pay.employees_cents + pay.contributions_cents, days, PAY_PERIOD_DAYS);
  /* The contributions of April are due too. */
  int64_t due_cents = 0;
  for (int i = 0; i < period; i++) {
    int32_t pay_date = books_first_date(books) + (i + 1) * PAY_PERIOD_DAYS - 1;
    if (date_month(pay_date) == 4)
      due_cents +=
          pay_period(&example->plan, &example->results.timetable, &example->results.with, i)
              .contributions_cents;
  }
  CutOff cut_offs[CUT_OFFS_MAX];
  books_cut_offs(books, cut_offs);
  g_assert_cmpint(cut_offs[0].date, ==, year_end_date);
  /* Labour and contributions, of the deal and of the rest, are split apart: half a cent each. */
  g_assert_cmpint(ABS(cut_offs[0].wages_cents - due_cents - accrued_cents), <=, 2);
}

/* The site owed 1/3 and the hold-back on the day it stopped. */
static void test_site_default(void) {
  g_autofree Example *example = example_new();
  example->plan.deal.site_stops_paying_date = date_from_ymd(2026, 4, 29);
  example_compute(example);
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  Journal *journal = books_projected(books);
  g_assert_cmpint(account_through(journal, date_from_ymd(2026, 4, 28), ACCOUNT_RECEIVABLE), ==,
                  503348);
  g_assert_cmpint(account_through(journal, date_from_ymd(2026, 4, 29), ACCOUNT_RECEIVABLE), ==, 0);
  g_assert_cmpint(account_through(journal, date_from_ymd(2026, 4, 29), ACCOUNT_BAD_DEBT), ==,
                  503348);
}

/* Breakage as one entry on its date, or spread over the uses; the same in the end. */
static void test_breakage(void) {
  g_autofree Example *example = example_new();
  PlanDeal *deal = &example->plan.deal;
  deal->breakage_policy = BREAKAGE_WHEN_REMOTE;
  deal->breakage_date = deal->promotion_end_date + 60;
  example_compute(example);
  g_autoptr(Books) remote = books_new(&example->plan, &example->results);
  Journal *journal = books_projected(remote);
  int64_t idle = example->results.with.vouchers_sold - example->results.with.vouchers_wanted -
                 refunded_before_use(&example->plan, &example->results.with);
  g_assert_cmpint(account_through(journal, deal->breakage_date - 1, ACCOUNT_BREAKAGE), ==, 0);
  g_assert_cmpint(account_through(journal, deal->breakage_date, ACCOUNT_BREAKAGE), ==,
                  -idle * 8000);
  deal->breakage_policy = BREAKAGE_PROPORTIONAL;
  example_compute(example);
  g_autoptr(Books) with_use = books_new(&example->plan, &example->results);
  journal = books_projected(with_use);
  g_assert_cmpint(account_through(journal, books_last_date(with_use), ACCOUNT_BREAKAGE), ==,
                  -idle * 8000);
  int32_t half_date = books_first_date(with_use) + 60;
  int64_t used = 0, all = 0;
  for (int i = 0; i < example->results.days; i++) {
    all += example->results.with.day[i].visits[VISIT_DEAL];
    used += i <= 60 ? example->results.with.day[i].visits[VISIT_DEAL] : 0;
  }
  g_assert_cmpint(account_through(journal, half_date, ACCOUNT_BREAKAGE), ==,
                  -money_scale_half_up(idle * 8000, used, all));
}

static bool has_kind(Journal *journal, EntryKind kind) {
  for (int i = 0; i < journal_entry_count(journal); i++)
    if (journal_entry(journal, i)->kind == kind)
      return true;
  return false;
}

/* Each kind once, and only kinds that can happen. */
static void test_model(void) {
  g_autofree Example *example = example_new();
  example_compute(example);
  g_autoptr(Books) plain = books_new(&example->plan, &example->results);
  Journal *model = books_model(plain);
  g_assert_true(has_kind(model, ENTRY_SALE));
  g_assert_true(has_kind(model, ENTRY_REDEMPTION));
  g_assert_true(has_kind(model, ENTRY_LATE_USE));
  g_assert_false(has_kind(model, ENTRY_STATEMENT));
  g_assert_false(has_kind(model, ENTRY_FORFEIT));
  g_assert_false(has_kind(model, ENTRY_BREAKAGE));
  g_assert_false(has_kind(model, ENTRY_SITE_DEFAULT));
  example->plan.deal.payout_basis = PAYOUT_REDEEMED;
  example->plan.deal.no_show_rule = NO_SHOW_FORFEIT;
  example->plan.deal.no_show_per_100k = 10000;
  example_compute(example);
  g_autoptr(Books) redeemed = books_new(&example->plan, &example->results);
  model = books_model(redeemed);
  g_assert_true(has_kind(model, ENTRY_STATEMENT));
  g_assert_true(has_kind(model, ENTRY_FORFEIT));
  g_assert_false(has_kind(model, ENTRY_SALE));
  g_assert_false(has_kind(model, ENTRY_COMMISSION_MATCHED));
}

/* Both methods are the engine's own years; the 1 % credit is 300.00 + 314.21 a fiscal year. */
static void test_quick_comparison(void) {
  g_autofree Example *example = example_new();
  example_compute(example);
  const Cash *cash = &example->results.cash_with;
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  QuickComparison comparison;
  books_quick_comparison(books, &comparison);
  g_assert_true(comparison.exists);
  g_assert_cmpint(comparison.collected_cents, ==, cash->tax_collected_cents);
  g_assert_cmpint(comparison.regular_cents, ==,
                  cash->tax_collected_cents - cash->tax_credits_cents);
  g_assert_cmpint(comparison.quick_credit_cents, ==, 2 * (30000 + 31421));
  int64_t regular_with_cents = comparison.regular_cents;
  int64_t regular_without_cents = example->results.cash_without.tax_collected_cents -
                                  example->results.cash_without.tax_credits_cents;
  example->plan.business.quick_method = true;
  example_compute(example);
  int64_t quick_cents = cash->tax_collected_cents - cash->tax_credits_cents - cash->tax_kept_cents;
  const Cash *without = &example->results.cash_without;
  int64_t quick_without_cents =
      without->tax_collected_cents - without->tax_credits_cents - without->tax_kept_cents;
  g_assert_cmpint(comparison.quick_cents, ==, quick_cents);
  g_assert_cmpint(comparison.gain_cents, ==, regular_with_cents - quick_cents);
  g_assert_cmpint(comparison.deal_gain_cents, ==,
                  regular_with_cents - quick_cents - (regular_without_cents - quick_without_cents));
  /* A heavy commission without credits: the deal is worse off (domain §5.4). */
  g_assert_cmpint(comparison.deal_gain_cents, <, 0);
  example->plan.business.quick_method = false;
  example->plan.business.tax_regime = REGIME_EXEMPT;
  example_compute(example);
  g_autoptr(Books) exempt = books_new(&example->plan, &example->results);
  books_quick_comparison(exempt, &comparison);
  g_assert_false(comparison.exists);
  g_assert_false(comparison.is_possible);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/books/example", test_example);
  g_test_add_func("/books/campaign of 100", test_campaign);
  g_test_add_func("/books/pay accrued", test_pay_accrued);
  g_test_add_func("/books/site default", test_site_default);
  g_test_add_func("/books/breakage", test_breakage);
  g_test_add_func("/books/model", test_model);
  g_test_add_func("/books/quick comparison", test_quick_comparison);
  g_test_add_func("/books/faults", test_faults);
  g_test_add_func("/books/faults in statements", test_faults_in_statements);
  return g_test_run();
}
