/* Journals as files: the hand-checked samples of a tiny campaign, what the file adds up to against
 * the trial balance, names, and texts that no import would take. */
#include <string.h>

#include "model/base/calendar.h"
#include "model/year/year-scratch.h"
#include "model/store/plan-json.h"
#include "tests/varied-plans.h"
#include "ui/paper/journal-parts.h"

#define PLANS 60

static char *read_data(const char *name, gsize *length) {
  g_autofree char *path = g_build_filename(TESTS_DATA, "journal", name, NULL);
  g_autoptr(GError) error = NULL;
  char *content = NULL;
  g_file_get_contents(path, &content, length, &error);
  g_assert_no_error(error);
  return content;
}

static Books *books_of(const Plan *plan) {
  g_autofree Results *results = g_new0(Results, 1);
  g_autofree YearScratch *scratch = g_new0(YearScratch, 1);
  results_compute(plan, results, scratch);
  return books_new(plan, results);
}

static Plan *read_tiny(void) {
  gsize length;
  g_autofree char *text = read_data("tiny.json", &length);
  g_autoptr(GError) error = NULL;
  Plan *plan = g_new(Plan, 1);
  plan_from_json(text, (gssize)length, plan, &error);
  g_assert_no_error(error);
  return plan;
}

static char *make_text(const Books *books, JournalKind kind, JournalFormat format,
                       Language language) {
  JournalFile file = {kind, format, language};
  g_autoptr(GBytes) bytes = journal_file_make(books, &file);
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  g_assert_null(memchr(data, '\0', length));
  return g_strndup(data, length);
}

static const struct {
  const char *name;
  JournalFile file;
} SAMPLES[] = {
    {"tiny-projected-quickbooks-en.csv", {JOURNAL_PROJECTED, JOURNAL_QUICKBOOKS, LANGUAGE_EN}},
    {"tiny-projected-gnucash-en.csv", {JOURNAL_PROJECTED, JOURNAL_GNUCASH, LANGUAGE_EN}},
    {"tiny-projected-sage50-fr.txt", {JOURNAL_PROJECTED, JOURNAL_SAGE50, LANGUAGE_FR}},
    {"tiny-model-sage50-en.txt", {JOURNAL_MODEL, JOURNAL_SAGE50, LANGUAGE_EN}},
};

/* 5 sold at 50 with a commission of half and its tax, 3 used, 1 refunded before use, 1 judged
 * unused; both taxes under one number. Checked by hand against domain §10.3. */
static void test_samples(void) {
  g_autofree Plan *plan = read_tiny();
  g_autoptr(Books) books = books_of(plan);
  for (gsize i = 0; i < G_N_ELEMENTS(SAMPLES); i++) {
    gsize length;
    g_autofree char *expected = read_data(SAMPLES[i].name, &length);
    g_autoptr(GBytes) made = journal_file_make(books, &SAMPLES[i].file);
    g_test_message("%s", SAMPLES[i].name);
    g_assert_cmpmem(g_bytes_get_data(made, NULL), g_bytes_get_size(made), expected, length);
    expected[length - 4]++; /* one digit or letter more is another file */
    g_assert_false(g_bytes_get_size(made) == length &&
                   memcmp(g_bytes_get_data(made, NULL), expected, length) == 0);
  }
}

static int64_t cents_of(const char *text) {
  g_auto(GStrv) parts = g_strsplit(text, ".", 2);
  int64_t size = g_ascii_strtoll(parts[0], NULL, 10) * 100;
  int64_t rest = g_ascii_strtoll(parts[1], NULL, 10);
  return text[0] == '-' ? size - rest : size + rest;
}

/* Sage's lines added up by account, which these plans number as we do. Line by line, each in its
 * own memory: a sanitizer measures what is left of a text at each search in it. */
static void add_sage(const char *text, int64_t sums[ACCOUNT_COUNT]) {
  const char *end = text + strlen(text), *line_end;
  for (const char *line = text; line < end; line = line_end + 1) {
    line_end = memchr(line, '\n', (gsize)(end - line));
    g_assert_nonnull(line_end);
    g_autofree char *one = g_strndup(line, (gsize)(line_end - line));
    g_auto(GStrv) cells = g_strsplit(one, ",", 3);
    if (!cells[0] || !cells[1] || strchr(cells[0], '-'))
      continue;
    Account account = account_find(cells[0]);
    g_assert_cmpint(account, <, ACCOUNT_COUNT);
    sums[account] += cents_of(cells[1]);
  }
}

/* The trial balance at the end, without what the file leaves out. */
static void fill_expected(const Books *books, int64_t sums[ACCOUNT_COUNT]) {
  Journal *journal = books_projected(books);
  TrialBalance balance;
  trial_balance_fill(journal, INT32_MAX, &balance);
  memcpy(sums, balance.balance_cents, sizeof balance.balance_cents);
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    const JournalLine *lines = journal_lines(journal, entry);
    if (!entry_kind_is_tax_payment(entry->kind))
      continue;
    for (int line = 0; line < entry->line_count; line++)
      sums[lines[line].account] -= lines[line].cents;
  }
}

static void check_balance(const VariedPlan *varied) {
  g_autoptr(Books) books = books_new(&varied->plan, &varied->results);
  int64_t expected[ACCOUNT_COUNT], read[ACCOUNT_COUNT] = {0}, faulty[ACCOUNT_COUNT] = {0};
  g_autofree char *text = make_text(books, JOURNAL_PROJECTED, JOURNAL_SAGE50, LANGUAGE_FR);
  fill_expected(books, expected);
  add_sage(text, read);
  g_assert_cmpmem(read, sizeof read, expected, sizeof expected);
  char *cent = strstr(text, ".");
  if (!cent)
    return;
  cent[2] = (char)(cent[2] == '9' ? '0' : cent[2] + 1);
  add_sage(text, faulty);
  g_assert_true(memcmp(faulty, expected, sizeof expected) != 0);
}

static void test_balance(void) {
  varied_plans_each(PLANS, check_balance);
}

/* What the Quick Method leaves is income in the file too; only payments to the offices stay. */
static void test_income(void) {
  g_autofree Plan *plan = g_new(Plan, 1);
  plan_example(plan);
  plan->business.quick_method = true;
  g_autoptr(Books) books = books_of(plan);
  Income income;
  income_fill(books_projected(books), INT32_MIN, INT32_MAX, &income);
  g_autofree char *text = make_text(books, JOURNAL_PROJECTED, JOURNAL_SAGE50, LANGUAGE_EN);
  int64_t read[ACCOUNT_COUNT] = {0}, income_cents = 0;
  add_sage(text, read);
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    AccountType type = account_type((Account)i);
    if (type == ACCOUNT_REVENUE || type == ACCOUNT_EXPENSE)
      income_cents -= read[i];
  }
  g_assert_cmpint(read[ACCOUNT_TAX_KEPT], <, 0);
  g_assert_cmpint(read[ACCOUNT_TAX_KEPT], ==,
                  -income.deal_cents[ACCOUNT_TAX_KEPT] - income.rest_cents[ACCOUNT_TAX_KEPT]);
  g_assert_cmpint(income_cents, ==, income.deal_total_cents + income.rest_total_cents);
}

/* The scope speaks of regulars only where the plan has them, and fits a Sage 50 comment. */
static void test_scope(void) {
  for (int rooms = 0; rooms < 2; rooms++) {
    g_autofree Plan *plan = g_new(Plan, 1);
    plan_example(plan);
    plan->rooms_count = rooms ? plan->rooms_count : 0;
    g_autoptr(Books) books = books_of(plan);
    for (int kind = 0; kind < JOURNAL_KIND_COUNT; kind++)
      for (int language = 0; language < LANGUAGE_COUNT; language++) {
        g_autofree char *brief = journal_scope_short((Language)language, books, (JournalKind)kind);
        g_assert_cmpint(g_utf8_strlen(brief, -1), <=, 39);
        g_assert_true(g_str_has_prefix(brief, journal_mark((Language)language, (JournalKind)kind)));
      }
    g_autofree char *english = journal_scope_text(LANGUAGE_EN, books, JOURNAL_PROJECTED);
    g_autofree char *french = journal_scope_text(LANGUAGE_FR, books, JOURNAL_PROJECTED);
    g_assert_true((strstr(english, "the whole business") != NULL) == (rooms != 0));
    g_assert_true((strstr(english, "the campaign alone") != NULL) == (rooms == 0));
    g_assert_true((strstr(french, "la campagne seule") != NULL) == (rooms == 0));
  }
}

static void test_names(void) {
  g_autofree Plan *plan = read_tiny();
  g_strlcpy(plan->name, "Spa / duo: \"50 %\"\n=1+1", sizeof plan->name);
  g_autoptr(Books) books = books_of(plan);
  JournalFile file = {JOURNAL_PROJECTED, JOURNAL_CSV, LANGUAGE_FR};
  g_autofree char *french = journal_file_name(books, &file);
  g_assert_cmpstr(french, ==, "Spa - duo- -50 %- =1+1 – PRÉVISION.csv");
  file = (JournalFile){JOURNAL_MODEL, JOURNAL_BEANCOUNT, LANGUAGE_EN};
  g_autofree char *english = journal_file_name(books, &file);
  g_assert_cmpstr(english, ==, "Spa - duo- -50 %- =1+1 – MODEL ENTRY.beancount");
  for (int i = 0; i < JOURNAL_FORMAT_COUNT; i++) {
    JournalFormat found = JOURNAL_FORMAT_COUNT;
    g_assert_true(journal_format_find(journal_format_name((JournalFormat)i), &found));
    g_assert_cmpint(found, ==, i);
    g_assert_nonnull(journal_format_label(LANGUAGE_FR, (JournalFormat)i));
  }
  JournalKind kind = JOURNAL_KIND_COUNT;
  g_assert_true(journal_kind_find("projected", &kind) && kind == JOURNAL_PROJECTED);
  g_assert_true(journal_kind_find(journal_kind_name(JOURNAL_MODEL), &kind) &&
                kind == JOURNAL_MODEL);
  JournalFormat format;
  g_assert_false(journal_format_find("xlsx", &format) || journal_format_find("", &format));
  g_assert_false(journal_kind_find("recorded", &kind));
}

/* The longest name there can be, of two-byte letters, with a quote and a backslash at its ends. */
static void test_long_names(void) {
  g_autofree Plan *plan = read_tiny();
  GString *name = g_string_new("\"");
  while (name->len + 3 < sizeof plan->name)
    g_string_append(name, "é");
  g_string_append_c(name, '\\');
  g_strlcpy(plan->name, name->str, sizeof plan->name);
  g_string_free(name, TRUE);
  g_autoptr(Books) books = books_of(plan);
  g_autofree char *text = make_text(books, JOURNAL_PROJECTED, JOURNAL_BEANCOUNT, LANGUAGE_FR);
  g_assert_nonnull(strstr(text, "option \"title\" \"\\\"éé"));
  g_assert_nonnull(strstr(text, "é\\\\ – PRÉVISION\"\n"));
  g_assert_true(g_utf8_validate(text, -1, NULL));
  JournalFile file = {JOURNAL_PROJECTED, JOURNAL_SAGE50, LANGUAGE_FR};
  g_autofree char *proposed = journal_file_name(books, &file);
  g_assert_cmpuint(strlen(proposed), <, 200);
}

static void test_one_line(void) {
  static const char *const cases[][2] = {
      {"plain", "plain"}, {"  a \t\r\n b  ", "a b"},    {"", ""},
      {"\n\n", ""},       {"a\u2028b\u00a0c", "a b c"}, {"é\x01\x7f", "é"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *line = journal_one_line(cases[i][0]);
    g_assert_cmpstr(line, ==, cases[i][1]);
  }
  g_autoptr(GString) text = g_string_new(NULL);
  journal_append_cents(text, -5, '.');
  journal_append_cents(text, 123456789012, ',');
  journal_append_cents(text, INT64_MIN, '.');
  g_assert_cmpstr(text->str, ==, "-0.051234567890,12-92233720368547758.08");
}

/* Accounts under one number share the name of the one whose own number it is, else of the first. */
static void test_shared_numbers(void) {
  g_autofree Plan *plan = read_tiny();
  static const AccountNumber mapped[] = {
      {"1150", "2310"}, {"2100", "2310"}, {"1000", "1100"}, {"4010", "4000"}};
  memcpy(plan->accounts, mapped, sizeof mapped);
  plan->accounts_count = G_N_ELEMENTS(mapped);
  JournalAccount accounts[ACCOUNT_COUNT];
  journal_accounts_fill(plan, LANGUAGE_EN, accounts);
  g_assert_cmpint(accounts[ACCOUNT_GST].leader, ==, ACCOUNT_ITC);
  g_assert_cmpint(accounts[ACCOUNT_ITC].leader, ==, ACCOUNT_ITC);
  g_assert_cmpint(accounts[ACCOUNT_BANK].leader, ==, ACCOUNT_RECEIVABLE);
  g_assert_cmpint(accounts[ACCOUNT_DEAL].leader, ==, ACCOUNT_SERVICE);
  g_assert_cmpint(accounts[ACCOUNT_QST].leader, ==, ACCOUNT_QST);
  g_assert_cmpstr(accounts[ACCOUNT_GST].label, ==, "ITC receivable");
  g_assert_cmpint(accounts[ACCOUNT_GST].type, ==, ACCOUNT_ASSET);
}

static void test_notes(void) {
  g_autofree Plan *plan = read_tiny();
  g_strlcpy(plan->accounts[0].number, "Chequing", sizeof plan->accounts[0].number);
  g_autoptr(Books) books = books_of(plan);
  JournalFile file = {JOURNAL_PROJECTED, JOURNAL_SAGE50, LANGUAGE_EN};
  g_autofree char *sage = journal_file_note(books, &file);
  g_assert_nonnull(strstr(sage, "“Chequing” (Bank) is written as 1000"));
  file.format = JOURNAL_QUICKBOOKS;
  g_autofree char *linked = journal_file_note(books, &file);
  g_assert_nonnull(strstr(linked, "type A/R or A/P"));
  g_assert_null(strstr(linked, "lines at a time"));
  g_autofree Plan *example = g_new(Plan, 1);
  plan_example(example);
  g_autoptr(Books) many = books_of(example);
  g_autofree char *quickbooks = journal_file_note(many, &file);
  g_assert_nonnull(strstr(quickbooks, "takes 1,000 lines at a time"));
  g_assert_nonnull(strstr(quickbooks, "type A/R or A/P"));
  file.format = JOURNAL_SAGE50;
  g_autofree char *plain = journal_file_note(many, &file);
  g_assert_true(g_str_has_prefix(plain, "Sage 50 refuses lines on the accounts linked"));
  file.format = JOURNAL_HLEDGER;
  g_assert_null(journal_file_note(many, &file));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/journal-file/samples", test_samples);
  g_test_add_func("/journal-file/balance", test_balance);
  g_test_add_func("/journal-file/income", test_income);
  g_test_add_func("/journal-file/scope", test_scope);
  g_test_add_func("/journal-file/names", test_names);
  g_test_add_func("/journal-file/long-names", test_long_names);
  g_test_add_func("/journal-file/one-line", test_one_line);
  g_test_add_func("/journal-file/shared-numbers", test_shared_numbers);
  g_test_add_func("/journal-file/notes", test_notes);
  return g_test_run();
}
