/* Room: table. Knows: what is owed at the end of months and years. Must not know: who shows it.
 *
 * What is in the bank and is not hers, deferred revenue and taxes held by month, fiscal year ends.
 * Each month is opening + moves = closing, each closing the next opening. */
#include "model/ledger/earned.h"
#include "ui/table/table-books.h"
#include "ui/words/books-figures.h"
#include "ui/words/phrase.h"

enum { HELD_LABEL, HELD_NOT_EARNED, HELD_TAX, HELD_WHOLE };

static const char *held_why(Language language, HeldWhy why) {
  switch (why) {
  case HELD_YEAR_END:
    return say(language, "year end");
  case HELD_LAST:
    return say(language, "end of plan");
  case HELD_HIGHEST:
    break;
  }
  return say(language, "highest");
}

void table_fill_not_yours(Table *table, const Books *books) {
  Language language = table->language;
  HeldDay days[HELD_DAYS_MAX];
  int highest_index, count = books_held_days(books, days, &highest_index);

  table_add_column(table, COLUMN_TEXT, say(language, "At the end of"));
  table_add_column(table, COLUMN_MONEY, say(language, "not earned"));
  table_add_column(table, COLUMN_MONEY, say(language, "taxes"));
  table_add_column(table, COLUMN_MONEY, say(language, "not yours"));
  for (int i = 0; i < count; i++) {
    TableRow *row = table_add_row(table, i == highest_index ? ROW_TOTAL : ROW_NORMAL);
    char date[DATE_TEXT_SIZE];

    date_format_iso(days[i].date, date);
    table_take_text(
        row, HELD_LABEL,
        g_strdup_printf(say(language, "%s, %s"), date, held_why(language, days[i].why)));
    table_put_number(table, row, HELD_NOT_EARNED, days[i].not_earned_cents);
    table_put_number(table, row, HELD_TAX, days[i].tax_cents);
    table_put_number(table, row, HELD_WHOLE, days[i].not_yours_cents);
  }
  table->note =
      g_strdup(say(language, "Not earned: the site’s money for visits not given yet. Taxes "
                             "below zero, a refund to come, take nothing off."));
}

/* A month that opens, moves and closes. */
#define MOVES_MAX 4
typedef struct {
  int32_t begin_date;
  int64_t opening_cents, move_cents[MOVES_MAX], closing_cents;
} MonthMoves;

static void put_moves(Table *table, RowKind kind, const char *label, const MonthMoves *month,
                      int move_count) {
  TableRow *row = table_add_row(table, kind);

  table_put_text(row, 0, label);
  table_put_number(table, row, 1, month->opening_cents);
  for (int i = 0; i < move_count; i++) {
    table_put_number(table, row, 2 + i, month->move_cents[i]);
  }
  table_put_number(table, row, 2 + move_count, month->closing_cents);
}

static void fill_months(Table *table, const char *const *headings, const MonthMoves *months,
                        int count) {
  Language language = table->language;
  MonthMoves total = {.opening_cents = count > 0 ? months[0].opening_cents : 0,
                      .closing_cents = count > 0 ? months[count - 1].closing_cents : 0};

  table_add_column(table, COLUMN_TEXT, say(language, "Month"));
  table_add_column(table, COLUMN_MONEY, say(language, "Opening"));
  for (int move = 0; move < MOVES_MAX; move++) {
    table_add_column(table, COLUMN_MONEY, headings[move]);
  }
  table_add_column(table, COLUMN_MONEY, say(language, "Closing"));
  for (int i = 0; i < count; i++) {
    int32_t date = months[i].begin_date;
    g_autofree char *label =
        g_strdup_printf("%s %d", month_name_short(language, date_month(date)), date_year(date));

    put_moves(table, ROW_NORMAL, label, &months[i], MOVES_MAX);
    for (int move = 0; move < MOVES_MAX; move++) {
      total.move_cents[move] += months[i].move_cents[move];
    }
  }
  put_moves(table, ROW_TOTAL, say(language, "Total"), &total, MOVES_MAX);
}

void table_fill_deferred(Table *table, const Books *books) {
  Language language = table->language;
  const char *const headings[MOVES_MAX] = {say(language, "Sold"), say(language, "Used"),
                                           say(language, "Refunded"),
                                           breakage_label(language, &books_plan(books)->deal)};
  DeferredMonth months[MONTHS_MAX];
  MonthMoves moves[MONTHS_MAX];
  int count = deferred_months_fill(books_projected(books), books_first_date(books),
                                   books_last_date(books), months);

  for (int i = 0; i < count; i++) {
    moves[i] = (MonthMoves){months[i].begin_date,
                            months[i].opening_cents,
                            {months[i].sold_cents, months[i].used_cents, months[i].refunded_cents,
                             months[i].breakage_cents},
                            months[i].closing_cents};
  }
  fill_months(table, headings, moves, count);
  table->note = g_strdup(say(language, "In dollars, plan year, before tax where taxes are extra. "
                                       "What you owe as visits (deferred revenue, account 2200). "
                                       "Used counts no-shows kept too."));
}

void table_fill_reserve(Table *table, const Books *books) {
  Language language = table->language;
  const char *const headings[MOVES_MAX] = {say(language, "Collected"), say(language, "Credits"),
                                           say(language, "Kept"), say(language, "Paid")};
  ReserveMonth months[MONTHS_MAX];
  MonthMoves moves[MONTHS_MAX];
  int count = reserve_months_fill(books_projected(books), books_first_date(books),
                                  books_last_date(books), months);

  for (int i = 0; i < count; i++) {
    moves[i] = (MonthMoves){months[i].begin_date,
                            months[i].opening_cents,
                            {months[i].collected_cents, months[i].credits_cents,
                             months[i].kept_cents, months[i].remitted_cents},
                            months[i].closing_cents};
  }
  fill_months(table, headings, moves, count);
  table->note = g_strdup(
      books_results(books)->cash_with.tax_kept_cents != 0
          ? say(language, "In dollars, all taxes together, plan year. Below zero at closing: a "
                          "refund to come. Kept: what the Quick Method leaves you, yours from "
                          "each period’s last day.")
          : say(language, "In dollars, all taxes together, plan year. Below zero at closing: a "
                          "refund to come."));
}

/* Those of a page across: visits of everybody, and the opening is the closing before. */
static const struct {
  EarnedColumn column;
  const char *heading; /* N_() */
} earned_columns[] = {
    {EARNED_SOLD, N_("Vouchers sold")},        {EARNED_VISITS, N_("Visits")},
    {EARNED_REVENUE, N_("Revenue")},           {EARNED_COMMISSION, N_("Commission, card fees")},
    {EARNED_PAY, N_("Pay and contributions")}, {EARNED_OTHER, N_("Other expenses")},
    {EARNED_INCOME, N_("Income, before tax")}, {EARNED_COLLECTED, N_("Taxes collected")},
    {EARNED_CREDITS, N_("Taxes credited")},    {EARNED_CASH, N_("Change in cash")},
    {EARNED_CLOSING, N_("Closing balance")},
};

static void put_earned(Table *table, RowKind kind, const char *label, const EarnedMonth *month) {
  TableRow *row = table_add_row(table, kind);

  table_put_text(row, 0, label);
  for (gsize i = 0; i < G_N_ELEMENTS(earned_columns); i++) {
    table_put_number(table, row, 1 + (int)i, month->number[earned_columns[i].column]);
  }
}

Table *table_earned(Language language, const Books *books) {
  Table *table = table_new(
      language, say(language, "As it is earned: revenue + commission + pay + other = income"));
  EarnedMonth months[MONTHS_MAX], total = {0};
  int count = books_earned_months(books, months);

  table_add_column(table, COLUMN_TEXT, say(language, "Month"));
  for (gsize i = 0; i < G_N_ELEMENTS(earned_columns); i++) {
    table_add_column(table,
                     earned_columns[i].column <= EARNED_VISITS ? COLUMN_COUNT_OF : COLUMN_MONEY,
                     say(language, earned_columns[i].heading));
  }
  for (int i = 0; i < count; i++) {
    int32_t date = months[i].begin_date;
    g_autofree char *label =
        g_strdup_printf("%s %d", month_name_short(language, date_month(date)), date_year(date));

    put_earned(table, ROW_NORMAL, label, &months[i]);
    for (int column = 0; column < EARNED_COUNT; column++) {
      total.number[column] += months[i].number[column];
    }
    total.number[EARNED_CLOSING] = months[i].number[EARNED_CLOSING];
  }
  put_earned(table, ROW_TOTAL, say(language, "Total"), &total);
  return table;
}

/* Line of the cut-offs: one value of each date. */
static void put_cut_off(Table *table, RowKind kind, const char *label, const int64_t *cents,
                        int count) {
  TableRow *row = table_add_row(table, kind);

  table_put_text(row, 0, label);
  for (int i = 0; i < count; i++) {
    table_put_number(table, row, 1 + i, cents[i]);
  }
}

/* "Deferred revenue – vouchers (2200)", the owner's number where she gave one. */
static char *numbered_account(Language language, const Books *books, Account account) {
  return g_strdup_printf(say(language, "%1$s (%2$s)"), account_label(language, account),
                         account_owner_number(books_plan(books), account));
}

static int64_t owed_tax(const CutOff *cut_off) {
  return -MAX(cut_off->tax_cents, 0);
}

static void put_cut_off_accounts(Table *table, const Books *books, const CutOff *cut_offs,
                                 int count) {
  static const struct {
    Account account;
    size_t offset;
  } lines[] = {{ACCOUNT_DEFERRED, offsetof(CutOff, deferred_cents)},
               {ACCOUNT_PREPAID_COMMISSION, offsetof(CutOff, prepaid_cents)},
               {ACCOUNT_RECEIVABLE, offsetof(CutOff, receivable_cents)}};
  Language language = table->language;
  int64_t cents[CUT_OFFS_MAX];

  for (gsize line = 0; line < G_N_ELEMENTS(lines); line++) {
    g_autofree char *label = numbered_account(language, books, lines[line].account);

    for (int i = 0; i < count; i++) {
      cents[i] = G_STRUCT_MEMBER(int64_t, &cut_offs[i], lines[line].offset);
    }
    put_cut_off(table, ROW_NORMAL, label, cents, count);
  }
  for (int i = 0; i < count; i++) {
    cents[i] = cut_offs[i].tax_cents;
  }
  put_cut_off(table, ROW_NORMAL, say(language, "Taxes to remit, all together"), cents, count);
}

static void put_yours(Table *table, const CutOff *cut_offs, int count) {
  Language language = table->language;
  int64_t bank[CUT_OFFS_MAX], earned[CUT_OFFS_MAX], taxes[CUT_OFFS_MAX], wages[CUT_OFFS_MAX],
      tips[CUT_OFFS_MAX], yours[CUT_OFFS_MAX];

  for (int i = 0; i < count; i++) {
    bank[i] = cut_offs[i].bank_cents;
    earned[i] = -cut_offs[i].not_yet_earned_cents;
    taxes[i] = owed_tax(&cut_offs[i]);
    wages[i] = -cut_offs[i].wages_cents;
    tips[i] = -cut_offs[i].tips_cents;
    yours[i] = cut_off_yours_cents(&cut_offs[i]);
  }
  table_add_heading(table, say(language, "Of the bank, what is yours"));
  put_cut_off(table, ROW_NORMAL, say(language, "In the bank"), bank, count);
  put_cut_off(table, ROW_NORMAL, say(language, "For visits not given yet"), earned, count);
  put_cut_off(table, ROW_NORMAL, say(language, "Taxes to remit"), taxes, count);
  put_cut_off(table, ROW_NORMAL, say(language, "Pay earned by your staff, not paid yet"), wages,
              count);
  put_cut_off(table, ROW_NORMAL, say(language, "Tips of your staff"), tips, count);
  put_cut_off(table, ROW_TOTAL, say(language, "Yours"), yours, count);
}

void table_fill_cut_offs(Table *table, const Books *books) {
  Language language = table->language;
  CutOff cut_offs[CUT_OFFS_MAX];
  int count = books_cut_offs(books, cut_offs);
  TableRow *row;

  table_add_column(table, COLUMN_TEXT, say(language, "At the end of"));
  for (int i = 0; i < count; i++) {
    char date[DATE_TEXT_SIZE];
    g_autofree char *heading = NULL;

    date_format_iso(cut_offs[i].date, date);
    heading =
        g_strdup_printf(say(language, "%s, %s"), date,
                        held_why(language, cut_offs[i].is_horizon ? HELD_LAST : HELD_YEAR_END));
    table_add_column(table, COLUMN_MONEY, heading);
  }
  row = table_add_row(table, ROW_NORMAL);
  table_put_text(row, 0, say(language, "Vouchers still to be used (a count)"));
  for (int i = 0; i < count; i++) {
    table_take_text(row, 1 + i, say_number(language, cut_offs[i].vouchers_outstanding));
  }
  put_cut_off_accounts(table, books, cut_offs, count);
  put_yours(table, cut_offs, count);
  table->note = g_strdup(
      say(language, "In dollars, plan year, before income tax. For visits not given yet: received "
                    "from the site and not earned. Taxes below zero are a refund to come, not "
                    "counted in what is yours."));
}
