/* Room: ledger. The journal itself; see journal.h. */
#include "model/ledger/journal.h"

#include <assert.h>
#include <string.h>

#include "model/base/money.h"

#define DRAFT_LINES_MAX (2 * ACCOUNT_COUNT) /* each account on both sides */

struct Journal {
  GArray *entries; /* JournalEntry, by date when is_sorted */
  GArray *lines;   /* JournalLine, in the order posted: entries point into it */
  bool is_sorted;
  bool is_drafting;
  JournalEntry draft;                      /* line_count lines so far */
  JournalLine draft_line[DRAFT_LINES_MAX]; /* as an entry's lines are read */
  int64_t draft_debit_cents, draft_credit_cents;
};

static const char *const kind_names[ENTRY_KIND_COUNT] = {
    [ENTRY_OPENING] = "opening",
    [ENTRY_SALE] = "sale",
    [ENTRY_SALE_ACCRUED] = "sale_accrued",
    [ENTRY_FIXED_FEE] = "fixed_fee",
    [ENTRY_PAYOUT] = "payout",
    [ENTRY_HOLD_BACK] = "hold_back",
    [ENTRY_STATEMENT] = "statement",
    [ENTRY_SITE_DEFAULT] = "site_default",
    [ENTRY_REFUND_BEFORE_USE] = "refund_before_use",
    [ENTRY_REFUND_UNSERVED] = "refund_unserved",
    [ENTRY_BREAKAGE] = "breakage",
    [ENTRY_BREAKAGE_WITH_USE] = "breakage_with_use",
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
    [ENTRY_TAX_KEPT] = "tax_kept",
    [ENTRY_REMITTANCE] = "remittance",
    [ENTRY_TAX_INSTALMENT] = "tax_instalment",
};

bool entry_kind_is_tax_payment(EntryKind kind) {
  return kind == ENTRY_REMITTANCE || kind == ENTRY_TAX_INSTALMENT;
}

bool entry_kind_is_filing(EntryKind kind) {
  return entry_kind_is_tax_payment(kind) || kind == ENTRY_TAX_KEPT;
}

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
  journal->draft_debit_cents = journal->draft_credit_cents = 0;
}

static bool line_precedes(const JournalLine *left, const JournalLine *right) {
  bool is_debit = left->cents > 0;
  return is_debit == (right->cents > 0) ? left->account < right->account : is_debit;
}

/* Into its place among the few lines of one entry, or onto the one that is there. */
static void draft_add(Journal *journal, Account account, int64_t cents) {
  assert(journal->is_drafting);
  assert((unsigned)account < ACCOUNT_COUNT);
  assert(cents != INT64_MIN);
  if (cents == 0)
    return;
  int64_t *total_cents = cents > 0 ? &journal->draft_debit_cents : &journal->draft_credit_cents;
  *total_cents = money_add(*total_cents, cents);
  JournalLine added = {.account = account, .cents = cents}, *line = journal->draft_line;
  int count = journal->draft.line_count, place = count;
  while (place > 0 && line_precedes(&added, &line[place - 1]))
    place--;
  if (place > 0 && !line_precedes(&line[place - 1], &added)) {
    line[place - 1].cents += cents;
    return;
  }
  memmove(line + place + 1, line + place, (size_t)(count - place) * sizeof *line);
  line[place] = added;
  journal->draft.line_count++;
}

void journal_debit(Journal *journal, Account account, int64_t cents) {
  draft_add(journal, account, cents);
}

void journal_credit(Journal *journal, Account account, int64_t cents) {
  assert(cents != INT64_MIN);
  draft_add(journal, account, -cents);
}

bool journal_post(Journal *journal) {
  assert(journal->is_drafting);
  journal->is_drafting = false;
  if (journal->draft_debit_cents + journal->draft_credit_cents != 0)
    return false;
  JournalEntry entry = journal->draft;
  if (entry.line_count == 0)
    return true;
  entry.line_begin = (int)journal->lines->len;
  g_array_append_vals(journal->lines, journal->draft_line, (guint)entry.line_count);
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
