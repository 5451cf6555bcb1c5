/* Room: sheet. Knows: the journal and the cash of the plan year, month by month. Must not know: how
 * they are computed.
 *
 * Earnings and bank are summed from the journal; the bank is held against the cash account, which
 * is computed apart. Then the bank's flows, the taxes held and the deferred revenue. */
#include "ui/sheet/workbook-parts.h"

enum {
  MONTH_BEGIN,
  MONTH_SOLD,
  MONTH_DEAL_VISITS,
  MONTH_VISITS,
  MONTH_REVENUE,
  MONTH_COMMISSION,
  MONTH_PAY,
  MONTH_OTHER,
  MONTH_INCOME, /* formula: revenue to other */
  MONTH_COLLECTED,
  MONTH_CREDITS,
  MONTH_OPENING,
  MONTH_CASH,
  MONTH_BALANCE, /* formula: opening + cash */
  MONTH_BANK,    /* of the cash account */
  MONTH_CHECK,
  MONTH_COLUMN_COUNT
};

typedef struct {
  int64_t number[MONTH_COLUMN_COUNT];
} MonthLine;

static CellKind kind_of(int column) {
  return column == MONTH_BEGIN ? CELL_MONTH : column <= MONTH_VISITS ? CELL_COUNT_OF : CELL_MONEY;
}

static int column_of(Account account) {
  switch (account_type(account)) {
  case ACCOUNT_REVENUE:
    return MONTH_REVENUE;
  case ACCOUNT_EXPENSE:
    return account == ACCOUNT_COMMISSION || account == ACCOUNT_CARD_FEES         ? MONTH_COMMISSION
           : account == ACCOUNT_REGULAR_LABOUR || account == ACCOUNT_DEAL_LABOUR ? MONTH_PAY
                                                                                 : MONTH_OTHER;
  case ACCOUNT_ASSET:
  case ACCOUNT_LIABILITY:
  case ACCOUNT_OWNERS_EQUITY:
    break;
  }
  return account == ACCOUNT_BANK ? MONTH_CASH : -1;
}

static void add_entry(MonthLine *line, Journal *journal, const JournalEntry *entry) {
  const JournalLine *lines = journal_lines(journal, entry);
  if (entry->kind == ENTRY_SALE)
    line->number[MONTH_SOLD] += entry->count;
  for (int i = 0; i < entry->line_count; i++) {
    int column = column_of(lines[i].account);
    if (column == MONTH_CASH)
      line->number[entry->kind == ENTRY_OPENING ? MONTH_OPENING : MONTH_CASH] += lines[i].cents;
    else if (column >= 0)
      line->number[column] -= lines[i].cents;
  }
}

static void close_month(MonthLine *line, const MonthLine *before, const ResultMonth *month,
                        const ReserveMonth *reserve) {
  int64_t *number = line->number;
  number[MONTH_BEGIN] = month->begin_date;
  number[MONTH_DEAL_VISITS] = month->visits[VISIT_DEAL];
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    number[MONTH_VISITS] += month->visits[kind];
  for (int column = MONTH_REVENUE; column < MONTH_INCOME; column++)
    number[MONTH_INCOME] += number[column];
  number[MONTH_COLLECTED] = reserve->collected_cents;
  number[MONTH_CREDITS] = reserve->credits_cents;
  if (before != NULL)
    number[MONTH_OPENING] = before->number[MONTH_BALANCE];
  number[MONTH_BALANCE] = number[MONTH_OPENING] + number[MONTH_CASH];
  number[MONTH_BANK] = month->closing_cents;
  number[MONTH_CHECK] = number[MONTH_BALANCE] - number[MONTH_BANK];
}

static int fill_months(const Books *books, MonthLine months[MONTHS_MAX]) {
  const Results *results = books_results(books);
  Journal *journal = books_projected(books);
  int32_t first = books_first_date(books), last = books_last_date(books);
  ReserveMonth reserve[MONTHS_MAX];
  int count = MIN(reserve_months_fill(journal, first, last, reserve), results->month_count);
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    int index = (date_year(entry->date) - date_year(first)) * 12 + date_month(entry->date) -
                date_month(first);
    if (entry->date <= last && index < count)
      add_entry(&months[MAX(index, 0)], journal, entry);
  }
  for (int i = 0; i < count; i++)
    close_month(&months[i], i > 0 ? &months[i - 1] : NULL, &results->month[i], &reserve[i]);
  return count;
}

static void put_month(Sheet *sheet, const MonthLine *line, bool is_first) {
  for (int column = 0; column < MONTH_COLUMN_COUNT; column++) {
    int64_t number = line->number[column];
    int at = sheet->row;
    if (column == MONTH_INCOME)
      sheet_formula(sheet, column, CELL_MONEY, LOOK_NORMAL, number, "ROUND(SUM(%s:%s),2)",
                    cell_name(at, MONTH_REVENUE).text, cell_name(at, MONTH_OTHER).text);
    else if (column == MONTH_BALANCE)
      sheet_formula(sheet, column, CELL_MONEY, LOOK_NORMAL, number, "ROUND(%s+%s,2)",
                    cell_name(at, MONTH_OPENING).text, cell_name(at, MONTH_CASH).text);
    else if (column == MONTH_OPENING && !is_first)
      sheet_formula(sheet, column, CELL_MONEY, LOOK_NORMAL, number, "%s",
                    cell_name(at - 1, MONTH_BALANCE).text);
    else if (column == MONTH_CHECK)
      sheet_formula(sheet, column, CELL_MONEY, LOOK_NORMAL, number, "ROUND(%s-%s,2)",
                    cell_name(at, MONTH_BALANCE).text, cell_name(at, MONTH_BANK).text);
    else
      sheet_number(sheet, column, kind_of(column), LOOK_NORMAL, number);
  }
  sheet->row++;
}

static int64_t sum_of(const MonthLine *months, int count, int column) {
  int64_t sum = 0;
  for (int i = 0; i < count; i++)
    sum += months[i].number[column];
  return sum;
}

static void put_total(Sheet *sheet, const MonthLine *months, int count, int first_row) {
  int at = sheet->row;
  sheet_text(sheet, MONTH_BEGIN, LOOK_TOTAL, say(sheet->book->language, "Total"));
  for (int column = MONTH_SOLD; column < MONTH_COLUMN_COUNT; column++) {
    if (column == MONTH_OPENING)
      sheet_formula(sheet, column, CELL_MONEY, LOOK_TOTAL, months[0].number[column], "%s",
                    cell_name(first_row, column).text);
    else if (column == MONTH_BALANCE)
      sheet_formula(sheet, column, CELL_MONEY, LOOK_TOTAL, months[count - 1].number[column],
                    "ROUND(%s+%s,2)", cell_name(at, MONTH_OPENING).text,
                    cell_name(at, MONTH_CASH).text);
    else if (column == MONTH_BANK)
      sheet_formula(sheet, column, CELL_MONEY, LOOK_TOTAL, months[count - 1].number[column], "%s",
                    cell_name(at - 1, column).text);
    else if (column == MONTH_CHECK)
      sheet_formula(sheet, column, CELL_MONEY, LOOK_TOTAL, months[count - 1].number[MONTH_CHECK],
                    "ROUND(%s-%s,2)", cell_name(at, MONTH_BALANCE).text,
                    cell_name(at, MONTH_BANK).text);
    else
      sheet_formula(sheet, column, kind_of(column), LOOK_TOTAL, sum_of(months, count, column),
                    column == MONTH_INCOME ? "ROUND(SUM(%s:%s),2)" : "SUM(%s:%s)",
                    cell_name(first_row, column).text, cell_name(at - 1, column).text);
  }
  sheet->row++;
}

/* Beside the sum of the months, the income statement. */
static void put_income_check(Sheet *sheet) {
  Language language = sheet->book->language;
  const Books *books = sheet->book->books;
  Income income;
  income_fill(books_projected(books), books_first_date(books), books_last_date(books), &income);
  int64_t cents = income.deal_total_cents + income.rest_total_cents;
  sheet_text(sheet, MONTH_BEGIN, LOOK_NORMAL, say(language, "By the income statement"));
  sheet_number(sheet, MONTH_INCOME, CELL_MONEY, LOOK_NORMAL, cents);
  sheet->row++;
  sheet_text(sheet, MONTH_BEGIN, LOOK_NORMAL, say(language, "Check: 0"));
  sheet_formula(sheet, MONTH_INCOME, CELL_MONEY, LOOK_NORMAL, 0, "ROUND(%s-%s,2)",
                cell_name(sheet->row - 2, MONTH_INCOME).text,
                cell_name(sheet->row - 1, MONTH_INCOME).text);
  sheet->row += 2;
}

static int put_earnings(Sheet *sheet) {
  Language language = sheet->book->language;
  const char *const heads[MONTH_COLUMN_COUNT] = {
      say(language, "Month"),
      say(language, "Vouchers sold"),
      say(language, "Deal visits"),
      say(language, "All visits"),
      say(language, "Revenue"),
      say(language, "Commission and card fees"),
      say(language, "Pay and contributions"),
      say(language, "Other expenses"),
      say(language, "Income before income tax"),
      say(language, "Taxes collected"),
      say(language, "Taxes credited"),
      say(language, "Opening balance"),
      say(language, "Cash in and out"),
      say(language, "Closing balance"),
      say(language, "By the cash account"),
      say(language, "Check: 0"),
  };
  g_autofree MonthLine *months = g_new0(MonthLine, MONTHS_MAX);
  int count = fill_months(sheet->book->books, months);
  int head_row = sheet->row;
  sheet_heads(sheet, heads, MONTH_COLUMN_COUNT, 1u << MONTH_BEGIN);
  int first_row = sheet->row;
  for (int i = 0; i < count; i++)
    put_month(sheet, &months[i], i == 0);
  if (count > 0)
    put_total(sheet, months, count, first_row);
  put_income_check(sheet);
  return head_row;
}

static void put_books(Sheet *sheet, BooksTopic topic) {
  g_autoptr(Table) table = table_books(sheet->book->language, sheet->book->books, topic);
  if (table != NULL)
    sheet_moves(sheet, table, 1);
}

#define MONTHS_TABLE_OPENING 3 /* after month, visits, of the deal */

void workbook_add_months(Workbook *book) {
  Language language = book->language;
  const Results *results = books_results(book->books);
  Sheet sheet;
  sheet_begin(&sheet, book, say(language, "Months"), say(language, "Month by month"));
  sheet_note(&sheet,
             say(language, "Plan year with the deal, the whole business, before income tax; "
                           "expenses below zero. Summed from the projected journal; the balance "
                           "is held against the cash account, computed apart."));
  int head_row = put_earnings(&sheet);
  if (results->month_count > 0) {
    g_autoptr(Table) flows = table_months(language, books_plan(book->books), results);
    sheet_moves(&sheet, flows, MONTHS_TABLE_OPENING);
    put_books(&sheet, BOOKS_RESERVE);
    put_books(&sheet, BOOKS_DEFERRED);
  }
  sheet_end(&sheet, head_row, 1);
}
