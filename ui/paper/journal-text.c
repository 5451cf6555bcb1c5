/* Room: paper. Knows: what hledger, Ledger and Beancount read. Must not know: plans.
 *
 * Journals as plain text. The scope stands on top; every entry and every line bears the mark. */
#include "model/base/calendar.h"
#include "ui/paper/journal-parts.h"

#define COMMODITY "CAD"

static Language language_of(const JournalWriter *writer) {
  return writer->file.language;
}

static void write_comments(JournalWriter *writer) {
  g_string_append_printf(writer->text, "; %s\n; %s\n; Aubaine %s\n\n", writer->title, writer->scope,
                         AUBAINE_VERSION);
}

static void append_date(GString *text, int32_t date) {
  char iso[DATE_TEXT_SIZE];
  date_format_iso(date, iso);
  g_string_append(text, iso);
}

/* Accounts under one number are declared once. */
static bool is_declared(const JournalWriter *writer, int account) {
  return writer->accounts[account].is_used && (int)writer->accounts[account].leader == account;
}

/* hledger guesses types from English names only. */
static char hledger_type(const JournalAccount *account, int index) {
  static const char types[] = {[ACCOUNT_ASSET] = 'A',
                               [ACCOUNT_LIABILITY] = 'L',
                               [ACCOUNT_OWNERS_EQUITY] = 'E',
                               [ACCOUNT_REVENUE] = 'R',
                               [ACCOUNT_EXPENSE] = 'X'};
  return index == ACCOUNT_BANK ? 'C' : types[account->type];
}

static void hledger_head(JournalWriter *writer) {
  write_comments(writer);
  g_string_append(writer->text, "commodity 1000.00 " COMMODITY "\n\n");
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    if (is_declared(writer, i))
      g_string_append_printf(writer->text, "account %s  ; type: %c\n", writer->accounts[i].name,
                             hledger_type(&writer->accounts[i], i));
}

static void ledger_head(JournalWriter *writer) {
  write_comments(writer);
  g_string_append(writer->text, "commodity " COMMODITY "\n    format 1000.00 " COMMODITY "\n\n");
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    if (is_declared(writer, i))
      g_string_append_printf(writer->text, "account %s\n", writer->accounts[i].name);
}

/* Amounts end in one column. */
static void append_postings(JournalWriter *writer, const JournalWritten *entry) {
  for (int i = 0; i < entry->line_count; i++) {
    const char *name = writer->accounts[entry->lines[i].account].name;
    g_autoptr(GString) amount = g_string_new(NULL);
    journal_append_cents(amount, entry->lines[i].cents, '.');
    int gap = writer->name_width - (int)g_utf8_strlen(name, -1) + 2;
    g_string_append_printf(writer->text, "  %s%*s%13s " COMMODITY "  ; %s\n", name, gap, "",
                           amount->str, writer->mark);
  }
}

static void plain_entry(JournalWriter *writer, const JournalWritten *entry) {
  g_autofree char *text = g_strdelimit(g_strdup(entry->text), ";|", ',');
  g_string_append_c(writer->text, '\n');
  append_date(writer->text, entry->date);
  g_string_append_printf(writer->text, " (%s) %s\n", entry->code, text);
  append_postings(writer, entry);
}

/* Letters and digits, anything else as one hyphen; begins with a capital or a digit. */
static void append_component(GString *path, const char *text) {
  bool gap = false, begun = false;
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    gunichar letter = g_utf8_get_char(at);
    /* Digits of other scripts and letters without case cannot begin a name. */
    bool is_fit = g_unichar_isalpha(letter) || (letter < 0x80 && g_unichar_isdigit(letter));
    if (!is_fit) {
      gap = begun;
      continue;
    }
    if (gap)
      g_string_append_c(path, '-');
    g_string_append_unichar(path, begun ? letter : g_unichar_toupper(letter));
    gap = false;
    begun = true;
  }
}

/* "Assets:1000-Bank". Free with g_free. */
static char *beancount_name(const JournalWriter *writer, const JournalAccount *account) {
  GString *path = g_string_new(journal_root(language_of(writer), account->type));
  g_autofree char *last = g_strdup_printf("%s %s", account->number, account->label);
  g_string_append_c(path, ':');
  append_component(path, last);
  return g_string_free(path, FALSE);
}

/* As a Beancount string, in its quotes. */
static void append_quoted(GString *text, const char *content) {
  g_string_append_c(text, '"');
  for (const char *at = content; *at; at++) {
    if (*at == '"' || *at == '\\')
      g_string_append_c(text, '\\');
    g_string_append_c(text, *at);
  }
  g_string_append_c(text, '"');
}

static void append_option(JournalWriter *writer, const char *name, const char *value) {
  g_string_append_printf(writer->text, "option \"%s\" ", name);
  append_quoted(writer->text, value);
  g_string_append_c(writer->text, '\n');
}

static void beancount_head(JournalWriter *writer) {
  Language language = language_of(writer);
  write_comments(writer);
  append_option(writer, "title", writer->title);
  append_option(writer, "operating_currency", COMMODITY);
  append_option(writer, "name_assets", journal_root(language, ACCOUNT_ASSET));
  append_option(writer, "name_liabilities", journal_root(language, ACCOUNT_LIABILITY));
  append_option(writer, "name_equity", journal_root(language, ACCOUNT_OWNERS_EQUITY));
  append_option(writer, "name_income", journal_root(language, ACCOUNT_REVENUE));
  append_option(writer, "name_expenses", journal_root(language, ACCOUNT_EXPENSE));
  g_string_append_c(writer->text, '\n');
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    if (!is_declared(writer, i))
      continue;
    append_date(writer->text, writer->first_date);
    g_string_append_printf(writer->text, " open %s " COMMODITY "\n", writer->accounts[i].name);
  }
}

static void beancount_entry(JournalWriter *writer, const JournalWritten *entry) {
  g_string_append_c(writer->text, '\n');
  append_date(writer->text, entry->date);
  g_string_append(writer->text, " * ");
  append_quoted(writer->text, entry->text);
  g_string_append_printf(writer->text, " ^%s\n", entry->code);
  append_postings(writer, entry);
}

const JournalFormatter journal_hledger = {journal_account_path, hledger_head, plain_entry};
const JournalFormatter journal_ledger = {journal_account_path, ledger_head, plain_entry};
const JournalFormatter journal_beancount = {beancount_name, beancount_head, beancount_entry};
