/* Room: sheet. Knows: the journal and the cash of the plan year, month by month. Must not know: how
 * they are computed.
 *
 * Earnings and bank are of the journal; the bank is held against the cash account, which is
 * computed apart. Then the bank's flows, the taxes held and the deferred revenue. */
#include "model/ledger/earned.h"
#include "ui/sheet/workbook-parts.h"

/* From the second one on as the months of the ledger. */
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

static int fill_months(const Books *books, MonthLine months[MONTHS_MAX]) {
  EarnedMonth earned[MONTHS_MAX];
  int count = books_earned_months(books, earned);
  for (int i = 0; i < count; i++) {
    int64_t *number = months[i].number;
    number[MONTH_BEGIN] = earned[i].begin_date;
    for (int column = 0; column < EARNED_COUNT; column++)
      number[MONTH_SOLD + column] = earned[i].number[column];
    number[MONTH_CHECK] = number[MONTH_BALANCE] - number[MONTH_BANK];
  }
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
