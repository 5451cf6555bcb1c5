/* Room: table. Knows: words, model. Must not know: cairo, GTK, paper.
 *
 * Rows and columns made once, for screen, PDF and files alike. */
#pragma once

#include <glib.h>

#include "model/results/study.h"
#include "ui/words/words.h"

typedef enum {
  COLUMN_TEXT,
  COLUMN_MONEY,
  COLUMN_COUNT_OF,
  COLUMN_PERCENT,
  COLUMN_DATE,
  COLUMN_DATE_SHORT, /* 2026-04-30, where a table has many columns */
  COLUMN_HOURS
} ColumnKind;
typedef enum { ROW_NORMAL, ROW_TOTAL, ROW_HEADING } RowKind;

#define TABLE_COLUMNS_MAX 20

typedef struct {
  char *heading;
  ColumnKind kind;
} TableColumn;

typedef struct {
  char *text;     /* as shown, in the table's language */
  int64_t number; /* cents, count, rate, date or minutes; 0 for text */
  bool has_number;
} TableCell;

typedef struct {
  RowKind kind;
  TableCell cell[TABLE_COLUMNS_MAX];
} TableRow;

typedef struct {
  Language language;
  char *title;
  char *note; /* under the table; may be NULL */
  TableColumn column[TABLE_COLUMNS_MAX];
  int column_count;
  GArray *rows; /* of TableRow */
} Table;

void table_free(Table *table); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Table, table_free)
const TableRow *table_row(const Table *table, int index);
int table_row_count(const Table *table);
/* Tab-separated text with headings, for the clipboard. Free with g_free. */
char *table_to_text(const Table *table);

/* The tables. All are new, free with table_free. */
Table *table_waterfall(Language language, const Plan *plan,
                       const Results *results); /* A beside B */
/* What stands beside it: unused voucher, existing client, returning client, guaranteed pay. */
Table *table_other_vouchers(Language language, const Plan *plan, const Results *results);
Table *table_weeks(Language language, const Plan *plan, const Results *results);
Table *table_days(Language language, const Plan *plan, const Results *results);
Table *table_months(Language language, const Plan *plan,
                    const Results *results); /* foots: last row totals */
/* The same months as they are earned, with the taxes and the bank's moves; foots. Without months,
 * no rows. */
Table *table_earned(Language language, const Books *books);
/* How one visit of a voucher is rung up at a date: columns visit, with extras, after the promotion.
 */
Table *table_slip(Language language, const Plan *plan, int32_t date);
/* Of each month's last balance: not yet earned, taxes to remit, hers. */
Table *table_reserve(Language language, const Plan *plan, const Results *results);
Table *table_earnings(Language language, const Plan *plan, const Results *results);
Table *table_assumptions(Language language, const Plan *plan); /* label, value, provenance, range */
Table *table_contract(Language language, const Plan *plan, const Results *results);
Table *table_conditions(Language language, const Study *study);

/* Of the simulated years; NULL without. "±" is one standard error. */
Table *table_chances(Language language, const Study *study); /* of a loss, of each condition */
Table *table_percentiles(Language language, const Study *study);
/* What a year comes to, on average, beside the plan year. */
Table *table_simulated_years(Language language, const Study *study);
Table *table_uncertain_inputs(Language language, const Study *study); /* NULL without ranges */
/* Behind the two charts, which have simulated years. */
Table *table_fan(Language language, const Study *study);
Table *table_spread(Language language, const Study *study);

/* The books: one table a topic; NULL when the topic does not apply. Titles are the findings. */
Table *table_books(Language language, const Books *books, BooksTopic topic);
