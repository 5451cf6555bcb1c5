/* Room: ledger. The journal itself; see journal.h. */
#include "model/ledger/journal.h"

#include <assert.h>
#include <string.h>

#include "model/base/money.h"

typedef enum { SIDE_DEBIT, SIDE_CREDIT, SIDE_COUNT } Side;

struct Journal {
  GArray *entries; /* JournalEntry, by date when is_sorted */
  GArray *lines;   /* JournalLine, in the order posted: entries point into it */
  bool is_sorted;
  bool is_drafting;
  JournalEntry draft;
  int64_t draft_cents[SIDE_COUNT][ACCOUNT_COUNT]; /* ≥ 0 */
};

static const char *const kind_names[ENTRY_KIND_COUNT] = {
    [ENTRY_OPENING] = "opening",
    [ENTRY_SALE] = "sale",
    [ENTRY_FIXED_FEE] = "fixed_fee",
    [ENTRY_PAYOUT] = "payout",
    [ENTRY_HOLD_BACK] = "hold_back",
    [ENTRY_STATEMENT] = "statement",
    [ENTRY_SITE_DEFAULT] = "site_default",
    [ENTRY_REFUND_BEFORE_USE] = "refund_before_use",
    [ENTRY_REFUND_UNSERVED] = "refund_unserved",
    [ENTRY_BREAKAGE] = "breakage",
    [ENTRY_REDEMPTION] = "redemption",
    [ENTRY_COMMISSION_MATCHED] = "commission_matched",
    [ENTRY_LATE_USE] = "late_use",
    [ENTRY_FORFEIT] = "forfeit",
    [ENTRY_REFUND_AFTER_USE] = "refund_after_use",
    [ENTRY_REGULAR] = "regular",
    [ENTRY_RETURNING] = "returning",
    [ENTRY_SUPPLIES] = "supplies",
    [ENTRY_EXTRAS_GOODS] = "extras_goods",
    [ENTRY_TIPS] = "tips",
    [ENTRY_PAY] = "pay",
    [ENTRY_PAY_ACCRUED] = "pay_accrued",
    [ENTRY_CONTRIBUTIONS] = "contributions",
    [ENTRY_TIPS_PAID] = "tips_paid",
    [ENTRY_PHONE] = "phone",
    [ENTRY_ONE_OFF] = "one_off",
    [ENTRY_FIXED_COSTS] = "fixed_costs",
    [ENTRY_OWNER_DRAW] = "owner_draw",
    [ENTRY_REMITTANCE] = "remittance",
    [ENTRY_TAX_INSTALMENT] = "tax_instalment",
};

const char *entry_kind_name(EntryKind kind) {
  assert((unsigned)kind < ENTRY_KIND_COUNT);
  return kind_names[kind];
}

Journal *journal_new(void) {
  Journal *journal = g_new0(Journal, 1);
  journal->entries = g_array_new(FALSE, FALSE, sizeof(JournalEntry));
  journal->lines = g_array_new(FALSE, FALSE, sizeof(JournalLine));
  journal->is_sorted = true;
  return journal;
}

void journal_free(Journal *journal) {
  if (journal == NULL)
    return;
  g_array_unref(journal->entries);
  g_array_unref(journal->lines);
  g_free(journal);
}

void journal_begin(Journal *journal, EntryKind kind, int32_t date, int32_t count, bool of_deal) {
  assert(!journal->is_drafting);
  assert((unsigned)kind < ENTRY_KIND_COUNT);
  journal->is_drafting = true;
  journal->draft = (JournalEntry){.kind = kind, .date = date, .count = count, .of_deal = of_deal};
  memset(journal->draft_cents, 0, sizeof journal->draft_cents);
}

static void draft_add(Journal *journal, Side side, Account account, int64_t cents) {
  assert(journal->is_drafting);
  assert((unsigned)account < ACCOUNT_COUNT);
  assert(cents != INT64_MIN);
  if (cents < 0) {
    side = side == SIDE_DEBIT ? SIDE_CREDIT : SIDE_DEBIT;
    cents = -cents;
  }
  int64_t *sum_cents = &journal->draft_cents[side][account];
  *sum_cents = money_add(*sum_cents, cents);
}

void journal_debit(Journal *journal, Account account, int64_t cents) {
  draft_add(journal, SIDE_DEBIT, account, cents);
}

void journal_credit(Journal *journal, Account account, int64_t cents) {
  draft_add(journal, SIDE_CREDIT, account, cents);
}

static int64_t draft_total_cents(const Journal *journal, Side side) {
  int64_t total_cents = 0;
  for (int account = 0; account < ACCOUNT_COUNT; account++)
    total_cents = money_add(total_cents, journal->draft_cents[side][account]);
  return total_cents;
}

bool journal_post(Journal *journal) {
  assert(journal->is_drafting);
  journal->is_drafting = false;
  if (draft_total_cents(journal, SIDE_DEBIT) != draft_total_cents(journal, SIDE_CREDIT))
    return false;
  JournalEntry entry = journal->draft;
  entry.line_begin = (int)journal->lines->len;
  for (int side = 0; side < SIDE_COUNT; side++)
    for (int account = 0; account < ACCOUNT_COUNT; account++) {
      int64_t cents = journal->draft_cents[side][account];
      JournalLine line = {.account = (Account)account,
                          .cents = side == SIDE_DEBIT ? cents : -cents};
      if (cents != 0)
        g_array_append_val(journal->lines, line);
    }
  entry.line_count = (int)journal->lines->len - entry.line_begin;
  if (entry.line_count == 0)
    return true;
  guint count = journal->entries->len;
  if (count > 0 && g_array_index(journal->entries, JournalEntry, count - 1).date > entry.date)
    journal->is_sorted = false;
  g_array_append_val(journal->entries, entry);
  return true;
}

int journal_entry_count(const Journal *journal) {
  return (int)journal->entries->len;
}

static gint compare_dates(gconstpointer a, gconstpointer b) {
  const JournalEntry *left = a, *right = b;
  return (left->date > right->date) - (left->date < right->date);
}

const JournalEntry *journal_entry(Journal *journal, int index) {
  assert(index >= 0 && index < journal_entry_count(journal));
  if (!journal->is_sorted) {
    g_array_sort(journal->entries, compare_dates); /* stable */
    journal->is_sorted = true;
  }
  return &g_array_index(journal->entries, JournalEntry, index);
}

const JournalLine *journal_lines(const Journal *journal, const JournalEntry *entry) {
  return &g_array_index(journal->lines, JournalLine, entry->line_begin);
}
