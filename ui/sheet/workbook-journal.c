/* Room: sheet. Knows: journals. Must not know: how an entry comes about.
 *
 * Double entries line by line. The projected journal says that it is a forecast in the sheet's name
 * and in every line, and has no payments to the tax offices (domain §10.2). */
#include "ui/sheet/workbook-parts.h"

enum {
  LINE_ENTRY,
  LINE_DATE,
  LINE_WHAT,
  LINE_ACCOUNT,
  LINE_NAME,
  LINE_DEBIT,
  LINE_CREDIT,
  LINE_COLUMN_COUNT
};

typedef struct {
  int64_t debit_cents, credit_cents;
  int entries;
} JournalSum;

static void put_line(Sheet *sheet, const JournalEntry *entry, const JournalLine *line,
                     const char *what, JournalSum *sum) {
  const Plan *plan = books_plan(sheet->book->books);
  bool debit = line->cents > 0;
  sheet_number(sheet, LINE_ENTRY, CELL_COUNT_OF, LOOK_NORMAL, sum->entries);
  sheet_number(sheet, LINE_DATE, CELL_DATE, LOOK_NORMAL, entry->date);
  sheet_text(sheet, LINE_WHAT, LOOK_NORMAL, what);
  sheet_text(sheet, LINE_ACCOUNT, LOOK_NORMAL, account_owner_number(plan, line->account));
  sheet_text(sheet, LINE_NAME, LOOK_NORMAL, account_label(sheet->book->language, line->account));
  sheet_number(sheet, debit ? LINE_DEBIT : LINE_CREDIT, CELL_MONEY, LOOK_NORMAL, ABS(line->cents));
  *(debit ? &sum->debit_cents : &sum->credit_cents) += ABS(line->cents);
  sheet->row++;
}

static void put_entry(Sheet *sheet, Journal *journal, const JournalEntry *entry, JournalKind kind,
                      JournalSum *sum) {
  Language language = sheet->book->language;
  const JournalLine *lines = journal_lines(journal, entry);
  g_autofree char *text = entry_text(language, entry);
  g_autofree char *what = g_strdup_printf("%s – %s", journal_mark(language, kind), text);
  sum->entries++;
  for (int i = 0; i < entry->line_count; i++)
    put_line(sheet, entry, &lines[i], what, sum);
}

static void put_sum(Sheet *sheet, int column, int first_row, int64_t cents) {
  if (sheet->row == first_row)
    sheet_number(sheet, column, CELL_MONEY, LOOK_TOTAL, 0);
  else
    sheet_formula(sheet, column, CELL_MONEY, LOOK_TOTAL, cents, "SUM(%s:%s)",
                  cell_name(first_row, column).text, cell_name(sheet->row - 1, column).text);
}

static void put_totals(Sheet *sheet, int first_row, const JournalSum *sum) {
  Language language = sheet->book->language;
  for (int column = 0; column < LINE_DEBIT; column++)
    sheet_text(sheet, column, LOOK_TOTAL, column == LINE_NAME ? say(language, "Total") : NULL);
  put_sum(sheet, LINE_DEBIT, first_row, sum->debit_cents);
  put_sum(sheet, LINE_CREDIT, first_row, sum->credit_cents);
  int totals = sheet->row++;
  sheet_text(sheet, LINE_NAME, LOOK_NORMAL, say(language, "Debits less credits: 0"));
  sheet_formula(sheet, LINE_DEBIT, CELL_MONEY, LOOK_NORMAL, sum->debit_cents - sum->credit_cents,
                "ROUND(%s-%s,2)", cell_name(totals, LINE_DEBIT).text,
                cell_name(totals, LINE_CREDIT).text);
  sheet->row++;
}

/* Numbers of accounts are names, whatever a spreadsheet thinks of them. */
static void keep_account_names(Sheet *sheet, int first_row) {
  g_autofree char *range =
      g_strdup_printf("%s:%s", cell_name(first_row, LINE_ACCOUNT).text,
                      cell_name(MAX(sheet->row, first_row + 1), LINE_ACCOUNT).text);
  worksheet_ignore_errors(sheet->page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
}

void workbook_add_journal(Workbook *book, JournalKind kind) {
  Language language = book->language;
  const char *const heads[LINE_COLUMN_COUNT] = {
      say(language, "Entry"),   say(language, "Date"),         say(language, "Description"),
      say(language, "Account"), say(language, "Account name"), say(language, "Debit"),
      say(language, "Credit")};
  Journal *journal =
      kind == JOURNAL_MODEL ? books_model(book->books) : books_projected(book->books);
  bool projected = kind == JOURNAL_PROJECTED;
  g_autofree char *name =
      projected ? g_strdup_printf(say(language, "Journal – %s"), journal_mark(language, kind))
                : g_strdup(say(language, "Model entries"));
  g_autofree char *scope = journal_scope_text(language, book->books, kind);
  JournalSum sum = {0};
  Sheet sheet;
  sheet_begin(&sheet, book, name, name);
  sheet_note(&sheet, scope);
  int head_row = sheet.row;
  sheet_heads(&sheet, heads, LINE_COLUMN_COUNT,
              1u << LINE_DATE | 1u << LINE_WHAT | 1u << LINE_ACCOUNT | 1u << LINE_NAME);
  int first_row = sheet.row;
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    if (!projected || !entry_kind_is_tax_payment(entry->kind))
      put_entry(&sheet, journal, entry, kind, &sum);
  }
  put_totals(&sheet, first_row, &sum);
  keep_account_names(&sheet, first_row);
  sheet_end(&sheet, head_row, 0);
}
