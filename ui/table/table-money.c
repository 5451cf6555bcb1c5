/* Room: table. Knows: the months and the earnings of the results. Must not know: who shows it.
 *
 * The month table foots and cross-foots: each line is opening + flows = closing, each closing is
 * the next opening, and the last row is the sum of the flows between the first opening and the last
 * closing. */
#include "ui/table/table-build.h"

/* The flows of the bank, in as many columns as a Letter page holds. */
typedef enum {
  FLOW_REGULAR,
  FLOW_DEAL,
  FLOW_PAY,
  FLOW_COSTS,
  FLOW_FIXED,
  FLOW_DRAW,
  FLOW_TAXES,
  FLOW_COUNT
} Flow;

static const struct {
  const char *heading;
  unsigned lines; /* bit per CashLine */
} flows[FLOW_COUNT] = {
    [FLOW_REGULAR] = {N_("Takings, regular and returning"),
                      1u << CASH_REGULAR_TAKINGS | 1u << CASH_RETURNING_TAKINGS},
    [FLOW_DEAL] = {N_("Takings, deal"), 1u << CASH_DEAL_COUNTER | 1u << CASH_SITE_PAYOUTS},
    [FLOW_PAY] = {N_("Pay and contributions"), 1u << CASH_PAY | 1u << CASH_CONTRIBUTIONS},
    [FLOW_COSTS] = {N_("Other costs"), 1u << CASH_SUPPLIES | 1u << CASH_PHONE | 1u << CASH_ONE_OFF |
                                           1u << CASH_CARD_FEES | 1u << CASH_REFUNDS |
                                           1u << CASH_TIPS},
    [FLOW_FIXED] = {N_("Fixed costs"), 1u << CASH_FIXED_COSTS},
    [FLOW_DRAW] = {N_("Draw"), 1u << CASH_OWNER_DRAW},
    [FLOW_TAXES] = {N_("Taxes remitted"), 1u << CASH_TAXES},
};

enum {
  MONTH_NAME,
  MONTH_VISITS,
  MONTH_DEAL_VISITS,
  MONTH_OPENING,
  MONTH_FLOWS,
  MONTH_CLOSING = MONTH_FLOWS + FLOW_COUNT
};

typedef struct {
  int64_t visits, deal_visits, opening_cents, flow_cents[FLOW_COUNT], closing_cents;
} MonthLine;

static MonthLine month_line(const Results *results, int index) {
  const ResultMonth *month = &results->month[index];
  MonthLine line = {
      .deal_visits = month->visits[VISIT_DEAL],
      .opening_cents =
          index == 0 ? results->cash_with.opening_cents : results->month[index - 1].closing_cents,
      .closing_cents = month->closing_cents,
  };

  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    line.visits += month->visits[kind];
  }
  for (int flow = 0; flow < FLOW_COUNT; flow++) {
    for (int i = 0; i < CASH_LINE_COUNT; i++) {
      line.flow_cents[flow] += flows[flow].lines & 1u << i ? month->line_cents[i] : 0;
    }
  }
  return line;
}

static void put_month(Table *table, TableRow *row, const MonthLine *line) {
  table_put_number(table, row, MONTH_VISITS, line->visits);
  table_put_number(table, row, MONTH_DEAL_VISITS, line->deal_visits);
  table_put_number(table, row, MONTH_OPENING, line->opening_cents);
  for (int flow = 0; flow < FLOW_COUNT; flow++) {
    table_put_number(table, row, MONTH_FLOWS + flow, line->flow_cents[flow]);
  }
  table_put_number(table, row, MONTH_CLOSING, line->closing_cents);
}

/* "The first month begins on February 4, 2026 and the last ends on May 5, 2027." */
static char *months_note(Language language, const Results *results) {
  g_autofree char *first = say_date(language, results->sale_date);
  g_autofree char *last = say_date(language, results->sale_date + results->days - 1);

  return g_strdup_printf(
      say(language, "In dollars, from %1$s to %2$s. Takings and payments include their taxes; what "
                    "is remitted or refunded is apart. Other costs: supplies, phone help, one-off "
                    "costs, card fees, refunds, tips held. Opening + flows = closing."),
      first, last);
}

Table *table_months(Language language, const Plan *plan, const Results *results) {
  Table *table = table_new(language, say(language, "Month by month"));
  MonthLine total = {.opening_cents = results->cash_with.opening_cents,
                     .closing_cents = results->cash_with.opening_cents};
  TableRow *row;

  table_add_column(table, COLUMN_TEXT, say(language, "Month"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Visits"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Of the deal"));
  table_add_column(table, COLUMN_MONEY, say(language, "Opening balance"));
  for (int flow = 0; flow < FLOW_COUNT; flow++) {
    table_add_column(table, COLUMN_MONEY, say(language, flows[flow].heading));
  }
  table_add_column(table, COLUMN_MONEY, say(language, "Closing balance"));
  for (int i = 0; i < results->month_count; i++) {
    int32_t date = results->month[i].begin_date;
    MonthLine line = month_line(results, i);

    row = table_add_row(table, ROW_NORMAL);
    table_take_text(
        row, MONTH_NAME,
        g_strdup_printf("%s %d", month_name_short(language, date_month(date)), date_year(date)));
    put_month(table, row, &line);
    total.visits += line.visits;
    total.deal_visits += line.deal_visits;
    for (int flow = 0; flow < FLOW_COUNT; flow++) {
      total.flow_cents[flow] += line.flow_cents[flow];
      total.closing_cents += line.flow_cents[flow];
    }
  }
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, MONTH_NAME, say(language, "Total"));
  put_month(table, row, &total);
  table->note = months_note(language, results);
  return table;
}

static void put_earnings(Table *table, TableRow *row, int64_t with, int64_t without) {
  table_put_number(table, row, 1, with);
  table_put_number(table, row, 2, without);
  table_put_number(table, row, 3, with - without);
}

Table *table_earnings(Language language, const Plan *plan, const Results *results) {
  const Earnings *with = &results->earnings_with, *without = &results->earnings_without;
  Table *table = table_new(language, say(language, "Deal compared with no deal"));
  TableRow *row;

  table_add_column(table, COLUMN_TEXT, say(language, "Line"));
  table_add_column(table, COLUMN_MONEY, say(language, "With the deal"));
  table_add_column(table, COLUMN_MONEY, say(language, "Without"));
  table_add_column(table, COLUMN_MONEY, say(language, "Difference"));
  for (int i = 0; i < EARN_LINE_COUNT; i++) {
    row = table_add_row(table, ROW_NORMAL);
    table_put_text(row, 0, earn_line_label(language, (EarnLine)i));
    put_earnings(table, row, with->line_cents[i], without->line_cents[i]);
  }
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, 0, say(language, "Total"));
  put_earnings(table, row, with->total_cents, without->total_cents);
  table->note = g_strdup(say(language, "In dollars, plan year, before income tax. Fixed costs and "
                                       "the owner’s draw are the same in both and left out."));
  return table;
}
