/* Room: sheet; for this room only. A workbook being filled: cells that take the program's own
 * numbers (cents, rates, dates), and the sheets in their order. */
#pragma once

#include <xlsxwriter.h>

#include "ui/sheet/workbook.h"
#include "ui/table/table.h"

typedef enum {
  CELL_TEXT,
  CELL_MONEY,
  CELL_COUNT_OF,
  CELL_PERCENT, /* a rate per 100 000 */
  CELL_DATE,
  CELL_MONTH, /* a date, shown without its day */
  CELL_CLOCK, /* minutes after midnight */
  CELL_HOURS, /* minutes */
  CELL_MILLI, /* thousandths */
  CELL_KIND_COUNT
} CellKind;

typedef enum {
  LOOK_NORMAL,
  LOOK_HEAD,
  LOOK_HEAD_RIGHT, /* above numbers */
  LOOK_SECTION,    /* a line above the rows that follow */
  LOOK_TOTAL,
  LOOK_INPUT, /* coloured and not locked: formulas follow it */
  LOOK_TITLE,
  LOOK_NOTE,
  LOOK_COUNT
} CellLook;

#define PERCENT_DECIMALS_MAX 3
#define SHEET_COLUMNS_MAX 24

/* What the voucher's formulas choose among: a column each of the sheet of lists. */
typedef enum {
  CHOICES_TREATMENT,
  CHOICES_WORDING,
  CHOICES_COMMISSION_TAX,
  CHOICES_CARD_FEE_BASE,
  CHOICES_PAY_RULE,
  CHOICES_EMPLOYMENT,
  CHOICES_YES_NO, /* yes 1, no 2 */
  CHOICES_COUNT
} Choices;

typedef struct {
  lxw_workbook *file;
  lxw_format *formats[CELL_KIND_COUNT][PERCENT_DECIMALS_MAX + 1][LOOK_COUNT];
  const WorkbookOptions *options;
  Language language;
  const Plan *plan;
  const Books *books;
  GHashTable *rows; /* of the assumptions: path → row + 1 */
  bool failed;      /* the library refused something */
} Workbook;

typedef struct {
  Workbook *book;
  lxw_worksheet *page;
  const char *name;
  int row; /* where the next line goes */
  int widths[SHEET_COLUMNS_MAX];
  int column_count; /* seen so far */
  GArray *notes;    /* of lines over the whole width, whose height the widths decide */
  GArray *wrapped;  /* of texts that may need several lines, likewise */
} Sheet;

/* workbook-cells.c */
void sheet_begin(Sheet *sheet, Workbook *book, const char *name, const char *title);
/* Widths, heights, how it prints. head_row: repeated on each page with all above it and kept in
 * sight, with `kept_columns` columns; < 0: the title alone. */
void sheet_end(Sheet *sheet, int head_row, int kept_columns);
/* A cell of the current line. A NULL text is an empty cell. */
void sheet_text(Sheet *sheet, int column, CellLook look, const char *text);
void sheet_number(Sheet *sheet, int column, CellKind kind, CellLook look, int64_t number);
/* A formula with the value it has now, in the program's own unit. */
void sheet_formula(Sheet *sheet, int column, CellKind kind, CellLook look, int64_t number,
                   const char *formula, ...) G_GNUC_PRINTF(6, 7);
/* A line of headings; texts: bit per column of texts, the others are of numbers. */
void sheet_heads(Sheet *sheet, const char *const *heads, int count, unsigned texts);
void sheet_section(Sheet *sheet, const char *text);
/* A paragraph over the whole width. */
void sheet_note(Sheet *sheet, const char *text);
/* "C12" of this line, "$C$12" where `pinned`. */
typedef struct {
  char text[24];
} CellName;
CellName cell_name(int row, int column);
CellName cell_pinned(int row, int column);
/* A number in the unit of its kind, as a spreadsheet holds it. */
double cell_value(CellKind kind, int64_t number);

/* The sheets, in their order. */
void workbook_add_assumptions(Workbook *book);
void workbook_add_voucher(Workbook *book);
void workbook_add_months(Workbook *book);
void workbook_add_journal(Workbook *book, JournalKind kind);
void workbook_add_taxes(Workbook *book);
void workbook_add_lists(Workbook *book);

/* Names of sheets, within the 31 letters that a spreadsheet takes. */
const char *workbook_assumptions_name(Language language);
const char *workbook_lists_name(Language language);

/* workbook-assumptions.c */
/* "'Assumptions'!$B$12", where a value of the plan stands. The path is there. */
char *assumption_place(const Workbook *book, const char *path);
/* The voucher's formulas follow this field. */
bool assumption_is_live(const char *path);

/* workbook-lists.c */
/* The list that a field's words come from; CHOICES_COUNT: none of them. */
Choices choices_of_field(const Field *field);
/* Its range: "'Lists'!$A$4:$A$7". Free with g_free. */
char *choices_range(const Workbook *book, Choices choices);

/* workbook-table.c */
/* A table of the program on the sheet. sums: a total row is the sum of the normal rows since the
 * heading before it, as formulas wherever that is so. */
void sheet_table(Sheet *sheet, const Table *table, bool sums);
/* A table of months that open, move and close: its first number that adds up to the closing is in
 * opening_column, the closing in the last. Closings, openings and totals are formulas. */
void sheet_moves(Sheet *sheet, const Table *table, int opening_column);
