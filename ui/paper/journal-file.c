/* Room: paper. Knows: which entries leave, the formats by name. Must not know: how a format is
 * written (journal-text.c, journal-csv.c, journal-sage.c). */
#include "ui/paper/journal-file.h"

#include <string.h>

#include "ui/paper/journal-parts.h"
#include "ui/paper/safe-file.h"

static const struct {
  const char *name, *label, *extension;
  const JournalFormatter *formatter;
} FORMATS[JOURNAL_FORMAT_COUNT] = {
    [JOURNAL_HLEDGER] = {"hledger", N_("hledger (text)"), "journal", &journal_hledger},
    [JOURNAL_LEDGER] = {"ledger", N_("Ledger (text)"), "ledger", &journal_ledger},
    [JOURNAL_BEANCOUNT] = {"beancount", N_("Beancount (text)"), "beancount", &journal_beancount},
    [JOURNAL_GNUCASH] = {"gnucash", N_("GnuCash (CSV)"), "csv", &journal_gnucash},
    [JOURNAL_QUICKBOOKS] = {"quickbooks", N_("QuickBooks Online (CSV)"), "csv",
                            &journal_quickbooks},
    [JOURNAL_SAGE50] = {"sage50", N_("Sage 50 (text)"), "txt", &journal_sage50},
    [JOURNAL_CSV] = {"csv", N_("CSV"), "csv", &journal_csv},
    [JOURNAL_CSV_FR] = {"csv-fr", N_("CSV for Excel in French"), "csv", &journal_csv_fr},
};

static const char *const KINDS[JOURNAL_KIND_COUNT] = {
    [JOURNAL_MODEL] = "model",
    [JOURNAL_PROJECTED] = "projected",
};

const char *journal_format_name(JournalFormat format) {
  g_return_val_if_fail((unsigned)format < JOURNAL_FORMAT_COUNT, NULL);
  return FORMATS[format].name;
}

bool journal_format_find(const char *name, JournalFormat *format) {
  for (int i = 0; i < JOURNAL_FORMAT_COUNT; i++)
    if (strcmp(FORMATS[i].name, name) == 0) {
      *format = (JournalFormat)i;
      return true;
    }
  return false;
}

const char *journal_format_label(Language language, JournalFormat format) {
  g_return_val_if_fail((unsigned)format < JOURNAL_FORMAT_COUNT, NULL);
  return say(language, FORMATS[format].label);
}

const char *journal_kind_name(JournalKind kind) {
  g_return_val_if_fail((unsigned)kind < JOURNAL_KIND_COUNT, NULL);
  return KINDS[kind];
}

bool journal_kind_find(const char *name, JournalKind *kind) {
  for (int i = 0; i < JOURNAL_KIND_COUNT; i++)
    if (strcmp(KINDS[i], name) == 0) {
      *kind = (JournalKind)i;
      return true;
    }
  return false;
}

static Journal *journal_of(const JournalWriter *writer) {
  return writer->file.kind == JOURNAL_MODEL ? books_model(writer->books)
                                            : books_projected(writer->books);
}

/* Payments to the tax offices are made when they are due, from the real books. */
static bool leaves_the_house(const JournalWriter *writer, const JournalEntry *entry) {
  return writer->file.kind == JOURNAL_MODEL || !entry_kind_is_tax_payment(entry->kind);
}

/* "Spa duo – FORECAST". Free with g_free. */
static char *title_of(const Books *books, const JournalFile *file) {
  g_autofree char *name = journal_one_line(say_name(file->language, books_plan(books)->name));
  return g_strdup_printf("%s – %s", name, journal_mark(file->language, file->kind));
}

static void mark_used(JournalWriter *writer) {
  Journal *journal = journal_of(writer);
  writer->first_date = books_first_date(writer->books);
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    const JournalLine *lines = journal_lines(journal, entry);
    if (!leaves_the_house(writer, entry))
      continue;
    writer->first_date = MIN(writer->first_date, entry->date);
    writer->line_total += entry->line_count;
    for (int line = 0; line < entry->line_count; line++) {
      Account account = lines[line].account;
      writer->accounts[account].is_used = true;
      writer->accounts[writer->accounts[account].leader].is_used = true;
    }
  }
}

static void name_accounts(JournalWriter *writer) {
  const JournalFormatter *formatter = FORMATS[writer->file.format].formatter;
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    JournalAccount *account = &writer->accounts[i];
    account->name = formatter->name_account(writer, account);
    if (account->is_used)
      writer->name_width = MAX(writer->name_width, (int)g_utf8_strlen(account->name, -1));
  }
}

static void writer_init(JournalWriter *writer, const Books *books, const JournalFile *file) {
  *writer = (JournalWriter){.books = books, .file = *file};
  writer->mark = journal_mark(file->language, file->kind);
  g_autofree char *scope = journal_scope_text(file->language, books, file->kind);
  writer->scope = journal_one_line(scope);
  writer->scope_short = journal_scope_short(file->language, books, file->kind);
  writer->title = title_of(books, file);
  writer->text = g_string_new(NULL);
  journal_accounts_fill(books_plan(books), file->language, writer->accounts);
  mark_used(writer);
  name_accounts(writer);
}

static void writer_clear(JournalWriter *writer) {
  g_free(writer->scope);
  g_free(writer->scope_short);
  g_free(writer->title);
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    g_free(writer->accounts[i].name);
  if (writer->text)
    g_string_free(writer->text, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(JournalWriter, writer_clear)

static void write_entry(JournalWriter *writer, Journal *journal, const JournalEntry *entry,
                        int number) {
  g_autofree char *text = entry_text(writer->file.language, entry);
  g_autofree char *line = journal_one_line(text);
  g_autofree char *marked = g_strdup_printf("%s – %s", writer->mark, line);
  JournalWritten written = {.date = entry->date,
                            .text = marked,
                            .lines = journal_lines(journal, entry),
                            .line_count = entry->line_count};
  g_snprintf(written.code, sizeof written.code, "%c%05d",
             writer->file.kind == JOURNAL_MODEL ? 'M' : 'P', number);
  FORMATS[writer->file.format].formatter->write_entry(writer, &written);
}

GBytes *journal_file_make(const Books *books, const JournalFile *file) {
  g_return_val_if_fail(books != NULL && file != NULL, NULL);
  g_return_val_if_fail((unsigned)file->format < JOURNAL_FORMAT_COUNT, NULL);
  g_auto(JournalWriter) writer = {0};
  writer_init(&writer, books, file);
  Journal *journal = journal_of(&writer);
  int number = 0;
  FORMATS[file->format].formatter->write_head(&writer);
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    if (leaves_the_house(&writer, entry))
      write_entry(&writer, journal, entry, ++number);
  }
  return g_string_free_to_bytes(g_steal_pointer(&writer.text));
}

/* The first account whose number Sage 50 cannot take; ACCOUNT_COUNT when there is none. */
static int find_wordy_account(const JournalWriter *writer) {
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    if (writer->accounts[i].is_used &&
        strcmp(writer->accounts[i].name, writer->accounts[i].number) != 0)
      return i;
  return ACCOUNT_COUNT;
}

/* The one account of ours that an owner may well have linked. */
static const char *receivable_label(const JournalWriter *writer) {
  return account_label(writer->file.language, ACCOUNT_RECEIVABLE);
}

static void sage_note(const JournalWriter *writer, GString *note) {
  Language language = writer->file.language;
  int account = find_wordy_account(writer);
  if (account != ACCOUNT_COUNT) {
    g_string_append_printf(
        note,
        say(language, "Sage 50 takes account numbers of 4 to 8 digits: “%1$s” (%2$s) is written as "
                      "%3$s. Change it before you import."),
        writer->accounts[account].number, account_label(language, (Account)account),
        writer->accounts[account].name);
    g_string_append_c(note, ' ');
  }
  g_string_append_printf(
      note,
      say(language, "Sage 50 refuses lines on the accounts linked to its receivables and payables: "
                    "give “%s” an account of its own."),
      receivable_label(writer));
}

static void quickbooks_note(const JournalWriter *writer, GString *note) {
  Language language = writer->file.language;
  if (writer->line_total > QUICKBOOKS_LINES_MAX) {
    g_autofree char *most = say_number(language, QUICKBOOKS_LINES_MAX + 1);
    g_autofree char *lines = say_number(language, writer->line_total + 1);
    g_string_append_printf(note,
                           say(language, "QuickBooks Online takes %1$s lines at a time and this "
                                         "file has %2$s: split it between two entries, with the "
                                         "first line on top of each part."),
                           most, lines);
    g_string_append_c(note, ' ');
  }
  g_string_append_printf(
      note,
      say(language, "QuickBooks Online wants a client or a supplier on each line of an account of "
                    "type A/R or A/P, and this file names none: give “%s” an account of another "
                    "type."),
      receivable_label(writer));
}

char *journal_file_note(const Books *books, const JournalFile *file) {
  g_return_val_if_fail(books != NULL && file != NULL, NULL);
  if (file->format != JOURNAL_QUICKBOOKS && file->format != JOURNAL_SAGE50)
    return NULL;
  g_auto(JournalWriter) writer = {0};
  writer_init(&writer, books, file);
  GString *note = g_string_new(NULL);
  if (file->format == JOURNAL_QUICKBOOKS)
    quickbooks_note(&writer, note);
  else
    sage_note(&writer, note);
  return g_string_free(note, FALSE);
}

char *journal_file_name(const Books *books, const JournalFile *file) {
  g_return_val_if_fail(books != NULL && file != NULL, NULL);
  g_return_val_if_fail((unsigned)file->format < JOURNAL_FORMAT_COUNT, NULL);
  g_autofree char *title = title_of(books, file);
  /* What no file system of ours, or of the accountant's, takes in a name. */
  g_strdelimit(title, "/\\:*?\"<>|", '-');
  if (title[0] == '.')
    title[0] = '-';
  return g_strconcat(title, ".", FORMATS[file->format].extension, NULL);
}

gboolean journal_file_write(const char *path, const Books *books, const JournalFile *file,
                            GError **error) {
  g_autoptr(GBytes) bytes = journal_file_make(books, file);
  gsize length;
  const void *data = g_bytes_get_data(bytes, &length);
  return safe_file_write(path, data ? data : "", length, error);
}
