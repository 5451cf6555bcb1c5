/* The journal: what cannot be posted, what is read back, in which order. */
#include <string.h>

#include "tests/posting-case.h"

static void post(Journal *journal, int32_t date, int32_t count, int64_t cents) {
  journal_begin(journal, ENTRY_TIPS, date, count, false);
  journal_debit(journal, ACCOUNT_BANK, cents);
  journal_credit(journal, ACCOUNT_TIPS, cents);
  g_assert_true(journal_post(journal));
}

/* Each byte of what a journal says. */
static GByteArray *journal_bytes(Journal *journal) {
  GByteArray *bytes = g_byte_array_new();
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    g_byte_array_append(bytes, (const guint8 *)entry, sizeof *entry);
    g_byte_array_append(bytes, (const guint8 *)journal_lines(journal, entry),
                        (guint)(sizeof(JournalLine) * (size_t)entry->line_count));
  }
  return bytes;
}

static bool same_bytes(const GByteArray *a, const GByteArray *b) {
  return a->len == b->len && (a->len == 0 || memcmp(a->data, b->data, a->len) == 0);
}

static void test_empty(void) {
  g_autoptr(Journal) journal = journal_new();
  g_assert_cmpint(journal_entry_count(journal), ==, 0);
  journal_begin(journal, ENTRY_TIPS, 1, 0, false);
  g_assert_true(journal_post(journal)); /* an entry without a line is no entry */
  post(journal, 1, 1, 0);
  g_assert_cmpint(journal_entry_count(journal), ==, 0);
  journal_free(NULL);
}

static void test_unbalanced_leaves_no_trace(void) {
  g_autoptr(Journal) journal = journal_new(), other = journal_new();
  post(journal, 5, 1, 700);
  post(journal, 3, 2, 900);
  post(other, 5, 1, 700);
  post(other, 3, 2, 900);
  g_autoptr(GByteArray) before = journal_bytes(journal);
  journal_begin(journal, ENTRY_SALE, 4, 1, true);
  journal_debit(journal, ACCOUNT_BANK, 5749);
  journal_credit(journal, ACCOUNT_DEAL, 5748); /* one cent is enough */
  g_assert_false(journal_post(journal));
  journal_begin(journal, ENTRY_SALE, 1, 1, true);
  journal_debit(journal, ACCOUNT_BANK, 1);
  g_assert_false(journal_post(journal)); /* one side only */
  g_autoptr(GByteArray) after = journal_bytes(journal);
  g_assert_true(same_bytes(before, after));
  /* What comes next is as if nothing had been tried. */
  post(journal, 4, 3, 11);
  post(other, 4, 3, 11);
  g_autoptr(GByteArray) tried = journal_bytes(journal), untried = journal_bytes(other);
  g_assert_true(same_bytes(tried, untried));
  g_assert_false(same_bytes(before, tried));
}

/* A negative debit is a credit; lines of one account on one side become one; nothing is no line. */
static void test_lines(void) {
  g_autoptr(Journal) journal = journal_new();
  journal_begin(journal, ENTRY_SALE, 1, 0, true);
  journal_credit(journal, ACCOUNT_DEAL, 300);
  journal_debit(journal, ACCOUNT_GST, 40);
  journal_debit(journal, ACCOUNT_BANK, 100);
  journal_credit(journal, ACCOUNT_BANK, -150);
  journal_debit(journal, ACCOUNT_BANK, -10);
  journal_credit(journal, ACCOUNT_QST, 0);
  journal_debit(journal, ACCOUNT_RECEIVABLE, 20);
  g_assert_true(journal_post(journal));
  const JournalEntry *entry = journal_entry(journal, 0);
  const JournalLine *lines = journal_lines(journal, entry);
  static const JournalLine expected[] = {{ACCOUNT_BANK, 250},
                                         {ACCOUNT_RECEIVABLE, 20},
                                         {ACCOUNT_GST, 40},
                                         {ACCOUNT_BANK, -10},
                                         {ACCOUNT_DEAL, -300}};
  g_assert_cmpint(entry->line_count, ==, G_N_ELEMENTS(expected));
  for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
    g_assert_cmpint(lines[i].account, ==, expected[i].account);
    g_assert_cmpint(lines[i].cents, ==, expected[i].cents);
  }
}

/* Posted in any order, read by date; those of a date in the order posted; lines stay their own. */
static void test_order(void) {
  static const struct {
    int32_t date, count;
  } posted[] = {{9, 1}, {-4, 2}, {9, 3}, {0, 4}, {-4, 5}, {9, 6}},
    read[] = {{-4, 2}, {-4, 5}, {0, 4}, {9, 1}, {9, 3}, {9, 6}};
  g_autoptr(Journal) journal = journal_new();
  for (size_t i = 0; i < G_N_ELEMENTS(posted); i++)
    post(journal, posted[i].date, posted[i].count, posted[i].count * 100);
  for (int again = 0; again < 2; again++) {
    for (size_t i = 0; i < G_N_ELEMENTS(read); i++) {
      const JournalEntry *entry = journal_entry(journal, (int)i);
      g_assert_cmpint(entry->date, ==, read[i].date);
      g_assert_cmpint(entry->count, ==, read[i].count);
      g_assert_cmpint(journal_lines(journal, entry)[0].cents, ==, read[i].count * 100);
    }
  }
  /* Reading between two entries changes nothing of the order. */
  post(journal, 0, 7, 1);
  g_assert_cmpint(journal_entry(journal, 2)->count, ==, 4);
  g_assert_cmpint(journal_entry(journal, 3)->count, ==, 7);
  case_assert_sound(journal);
}

static void test_entry_says(void) {
  g_autoptr(Journal) journal = journal_new();
  journal_begin(journal, ENTRY_BREAKAGE, 20500, 18, true);
  journal_debit(journal, ACCOUNT_DEFERRED, 90000);
  journal_credit(journal, ACCOUNT_BREAKAGE, 90000);
  g_assert_true(journal_post(journal));
  const JournalEntry *entry = journal_entry(journal, 0);
  g_assert_cmpint(entry->kind, ==, ENTRY_BREAKAGE);
  g_assert_cmpint(entry->date, ==, 20500);
  g_assert_cmpint(entry->count, ==, 18);
  g_assert_true(entry->of_deal);
}

static void test_kind_names(void) {
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++) {
    const char *name = entry_kind_name((EntryKind)kind);
    g_assert_nonnull(name);
    g_assert_cmpstr(name, !=, "");
    g_assert_true(g_hash_table_add(names, (gpointer)name));
  }
  g_assert_cmpstr(entry_kind_name(ENTRY_REFUND_BEFORE_USE), ==, "refund_before_use");
}

static void test_many(void) {
  g_autoptr(Journal) journal = journal_new();
  for (int i = 0; i < 20000; i++)
    post(journal, (int32_t)((i * 7919) % 800), 0, i);
  g_assert_cmpint(journal_entry_count(journal), ==, 19999); /* the first was of nothing */
  case_assert_sound(journal);
  g_assert_cmpint(case_balance_cents(journal, ACCOUNT_BANK), ==, 19999LL * 20000 / 2);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/journal/empty", test_empty);
  g_test_add_func("/journal/unbalanced-leaves-no-trace", test_unbalanced_leaves_no_trace);
  g_test_add_func("/journal/lines", test_lines);
  g_test_add_func("/journal/order", test_order);
  g_test_add_func("/journal/entry-says", test_entry_says);
  g_test_add_func("/journal/kind-names", test_kind_names);
  g_test_add_func("/journal/many", test_many);
  return g_test_run();
}
