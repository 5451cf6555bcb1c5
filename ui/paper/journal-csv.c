/* Room: paper. Knows: the columns that GnuCash, QuickBooks Online and spreadsheets read. Must not
 * know: plans.
 *
 * Journals as separated values (RFC 4180). There is no room for comments: every row bears the mark,
 * and the scope in a column of its own or behind the description. */
#include "model/base/calendar.h"
#include "ui/paper/csv-row.h"
#include "ui/paper/journal-parts.h"

static void add_row(CsvRow *row, const char *const *cells, gsize count) {
  for (gsize i = 0; i < count; i++)
    csv_add_text(row, cells[i]);
  csv_end_row(row);
}

/* In one of two columns. */
static void add_debit_credit(CsvRow *row, int64_t cents) {
  if (cents > 0)
    csv_add_cents(row, cents);
  else
    csv_add_text(row, "");
  if (cents < 0)
    csv_add_cents(row, -cents);
  else
    csv_add_text(row, "");
}

/* The first columns of GnuCash's own export, which its importer knows as "GnuCash Export Format"
 * (4 and 5 differ only in what follows). A row is a split; the ID groups them. */
static void gnucash_head(JournalWriter *writer) {
  static const char *const heads[] = {
      "Date",       "Transaction ID",     "Number",       "Description",
      "Notes",      "Commodity/Currency", "Void Reason",  "Action",
      "Memo",       "Full Account Name",  "Account Name", "Amount With Sym",
      "Amount Num."};
  CsvRow row = {writer->text, ',', '.', 0};
  add_row(&row, heads, G_N_ELEMENTS(heads));
}

static void gnucash_entry(JournalWriter *writer, const JournalWritten *entry) {
  CsvRow row = {writer->text, ',', '.', 0};
  for (int i = 0; i < entry->line_count; i++) {
    const JournalLine *line = &entry->lines[i];
    const JournalAccount *account = &writer->accounts[line->account];
    csv_add_date(&row, entry->date);
    csv_add_text(&row, entry->code);
    csv_add_text(&row, entry->code);
    csv_add_text(&row, entry->text);
    csv_add_text(&row, writer->scope);
    csv_add_text(&row, "CURRENCY::CAD");
    csv_add_text(&row, "");
    csv_add_text(&row, "");
    csv_add_text(&row, writer->mark);
    csv_add_text(&row, account->name);
    csv_add_text(&row, account->label);
    csv_add_text(&row, "");
    csv_add_cents(&row, line->cents);
    csv_end_row(&row);
  }
}

static void quickbooks_head(JournalWriter *writer) {
  static const char *const heads[] = {"JournalNo", "JournalDate", "AccountName",
                                      "Debits",    "Credits",     "Description"};
  CsvRow row = {writer->text, ',', '.', 0};
  add_row(&row, heads, G_N_ELEMENTS(heads));
}

/* QuickBooks imports by name, with account numbers switched off. What the owner maps is such a name
 * when it begins with a letter ("Chequing"); else the name is ours. */
static char *quickbooks_name(const JournalWriter *writer, const JournalAccount *account) {
  bool is_name = account->is_mapped && g_ascii_isalpha(account->number[0]);
  return g_strdup(is_name ? account->number : account->label);
}

static void quickbooks_entry(JournalWriter *writer, const JournalWritten *entry) {
  CsvRow row = {writer->text, ',', '.', 0};
  int year, month, day;
  date_to_ymd(entry->date, &year, &month, &day);
  g_autofree char *date = g_strdup_printf("%02d/%02d/%04d", month, day, year);
  for (int i = 0; i < entry->line_count; i++) {
    const JournalLine *line = &entry->lines[i];
    const JournalAccount *account = &writer->accounts[line->account];
    g_autofree char *description =
        g_strdup_printf("%s · %s · %s", entry->text, account->number, writer->scope);
    csv_add_text(&row, entry->code);
    csv_add_text(&row, date);
    csv_add_text(&row, account->name);
    add_debit_credit(&row, line->cents);
    csv_add_text(&row, description);
    csv_end_row(&row);
  }
}

static char *table_name(const JournalWriter *writer, const JournalAccount *account) {
  return g_strdup(account->number);
}

static void table_head(JournalWriter *writer, CsvRow *row) {
  static const char *const heads[] = {N_("Entry"),   N_("Date"),         N_("Description"),
                                      N_("Account"), N_("Account name"), N_("Debit"),
                                      N_("Credit"),  N_("What this is")};
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    csv_add_text(row, say(writer->file.language, heads[i]));
  csv_end_row(row);
}

static void table_entry(JournalWriter *writer, const JournalWritten *entry, CsvRow *row) {
  for (int i = 0; i < entry->line_count; i++) {
    const JournalLine *line = &entry->lines[i];
    const JournalAccount *account = &writer->accounts[line->account];
    csv_add_text(row, entry->code);
    csv_add_date(row, entry->date);
    csv_add_text(row, entry->text);
    csv_add_text(row, account->name);
    csv_add_text(row, account->label);
    add_debit_credit(row, line->cents);
    csv_add_text(row, writer->scope);
    csv_end_row(row);
  }
}

static void csv_head(JournalWriter *writer) {
  CsvRow row = {writer->text, ',', '.', 0};
  table_head(writer, &row);
}

static void csv_entry(JournalWriter *writer, const JournalWritten *entry) {
  CsvRow row = {writer->text, ',', '.', 0};
  table_entry(writer, entry, &row);
}

/* What Excel opens by a double click where the decimal is a comma. */
static void csv_fr_head(JournalWriter *writer) {
  CsvRow row = csv_begin(writer->text, CSV_EXCEL_FR);
  table_head(writer, &row);
}

static void csv_fr_entry(JournalWriter *writer, const JournalWritten *entry) {
  CsvRow row = {writer->text, ';', ',', 0};
  table_entry(writer, entry, &row);
}

const JournalFormatter journal_gnucash = {journal_account_path, gnucash_head, gnucash_entry};
const JournalFormatter journal_quickbooks = {quickbooks_name, quickbooks_head, quickbooks_entry};
const JournalFormatter journal_csv = {table_name, csv_head, csv_entry};
const JournalFormatter journal_csv_fr = {table_name, csv_fr_head, csv_fr_entry};
