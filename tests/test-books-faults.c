/* Deliberate faults in the example's books, each of which a comparison of books-checks.h must see.
 */
#include <string.h>

#include "tests/books-checks.h"
#include "tests/books-plan.h"

typedef enum {
  FAULT_NONE,
  FAULT_DAY,     /* the first payout is received a day late */
  FAULT_CENT,    /* one cent more in one day's till, and in its revenue */
  FAULT_TAXES,   /* GST and QST of one day's visits are exchanged */
  FAULT_MISSING, /* one day's commission is never matched */
  FAULT_ACCOUNT, /* one day's regular visits are on the account of unused vouchers */
  FAULT_LATE,    /* the sale is booked a month late */
  FAULT_LABOUR,  /* one pay day is all the rest's */
  FAULT_ACCRUED, /* what a year end finds earned is all the rest's */
  FAULT_COUNT
} Fault;

static const EntryKind fault_kinds[FAULT_COUNT] = {
    [FAULT_DAY] = ENTRY_PAYOUT,       [FAULT_CENT] = ENTRY_REDEMPTION,
    [FAULT_TAXES] = ENTRY_REDEMPTION, [FAULT_MISSING] = ENTRY_COMMISSION_MATCHED,
    [FAULT_ACCOUNT] = ENTRY_REGULAR,  [FAULT_LATE] = ENTRY_SALE,
    [FAULT_LABOUR] = ENTRY_PAY,       [FAULT_ACCRUED] = ENTRY_PAY_ACCRUED,
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
  if ((fault == FAULT_LABOUR || fault == FAULT_ACCRUED) && account == ACCOUNT_DEAL_LABOUR)
    account = ACCOUNT_REGULAR_LABOUR;
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
    int late_days = !wrong ? 0 : fault == FAULT_DAY ? 1 : fault == FAULT_LATE ? 30 : 0;
    journal_begin(copy, entry->kind, entry->date + late_days, entry->count, entry->of_deal);
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
    bool bank, taxes, settled, income, deal_share, accrual, sides;
  } seen[] = {
      {.fault = FAULT_NONE},
      {.fault = FAULT_DAY, .bank = true},
      {.fault = FAULT_CENT, .bank = true, .income = true},
      {.fault = FAULT_TAXES, .taxes = true, .settled = true},
      {.fault = FAULT_MISSING, .settled = true, .income = true},
      {.fault = FAULT_ACCOUNT, .income = true},
      {.fault = FAULT_LATE, .sides = true},
      {.fault = FAULT_LABOUR, .deal_share = true},
      {.fault = FAULT_ACCRUED, .deal_share = true, .accrual = true},
  };
  g_autofree BooksPlan *example = books_example_new();
  books_plan_compute(example);
  g_autoptr(Books) settled = books_new_settled(&example->plan, &example->results);
  for (size_t i = 0; i < G_N_ELEMENTS(seen); i++) {
    g_autoptr(Journal) journal = journal_with_fault(books_projected(settled), seen[i].fault);
    assert_fault(balance_fault(journal), false);
    assert_fault(bank_fault(journal, &example->results), seen[i].bank);
    assert_fault(taxes_fault(journal, settled), seen[i].taxes);
    assert_fault(settled_fault(journal, settled), seen[i].settled);
    assert_fault(income_fault(journal, settled), seen[i].income);
    assert_fault(deal_share_fault(journal, settled), seen[i].deal_share);
    assert_fault(accrual_fault(journal, settled), seen[i].accrual);
    assert_fault(sides_fault(journal), seen[i].sides);
  }
}

/* A cent in a copy of what was read off the books. */
static void test_faults_in_statements(void) {
  g_autofree BooksPlan *example = books_example_new();
  books_plan_compute(example);
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
  assert_fault(reserve_days_fault(&example->results, reserve, months), false);
  reserve[2].credits_cents++;
  assert_fault(reserve_fault(journal, reserve, months, last_date), true);
  reserve[months - 1].closing_cents--;
  assert_fault(reserve_days_fault(&example->results, reserve, months), true);
  CutOff cut_offs[CUT_OFFS_MAX];
  int count = books_cut_offs(books, cut_offs);
  assert_fault(cut_off_fault(books, cut_offs, count), false);
  cut_offs[0].prepaid_cents--;
  assert_fault(cut_off_fault(books, cut_offs, count), true);
  cut_offs[0].prepaid_cents++;
  cut_offs[0].vouchers_outstanding++;
  assert_fault(cut_off_fault(books, cut_offs, count), true);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/books-faults/entries", test_faults);
  g_test_add_func("/books-faults/statements", test_faults_in_statements);
  return g_test_run();
}
