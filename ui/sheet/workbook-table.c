/* Room: sheet. Knows: rows and columns. Must not know: what a table is about. */
#include "ui/sheet/workbook-parts.h"

static CellKind kind_of(ColumnKind kind) {
  switch (kind) {
  case COLUMN_MONEY:
    return CELL_MONEY;
  case COLUMN_COUNT_OF:
    return CELL_COUNT_OF;
  case COLUMN_PERCENT:
    return CELL_PERCENT;
  case COLUMN_DATE:
  case COLUMN_DATE_SHORT:
    return CELL_DATE;
  case COLUMN_HOURS:
    return CELL_HOURS;
  case COLUMN_TEXT:
    break;
  }
  return CELL_TEXT;
}

static bool adds_up(ColumnKind kind) {
  return kind == COLUMN_MONEY || kind == COLUMN_COUNT_OF || kind == COLUMN_HOURS;
}

/* The rows since the last total or heading, by column. */
typedef struct {
  int first_row;
  int64_t sum[TABLE_COLUMNS_MAX];
} Block;

static void put_total(Sheet *sheet, const TableColumn *column, int index, const Block *block,
                      int64_t number) {
  bool is_sum =
      adds_up(column->kind) && block->sum[index] == number && sheet->row > block->first_row;
  if (!is_sum) {
    sheet_number(sheet, index, kind_of(column->kind), LOOK_TOTAL, number);
    return;
  }
  sheet_formula(sheet, index, kind_of(column->kind), LOOK_TOTAL, number, "SUM(%s:%s)",
                cell_name(block->first_row, index).text, cell_name(sheet->row - 1, index).text);
}

static void put_row(Sheet *sheet, const Table *table, const TableRow *row, Block *block,
                    bool sums) {
  CellLook look = row->kind == ROW_TOTAL ? LOOK_TOTAL : LOOK_NORMAL;
  for (int i = 0; i < table->column_count; i++) {
    const TableCell *cell = &row->cell[i];
    if (!cell->has_number)
      sheet_text(sheet, i, look, cell->text);
    else if (look == LOOK_TOTAL && sums)
      put_total(sheet, &table->column[i], i, block, cell->number);
    else
      sheet_number(sheet, i, kind_of(table->column[i].kind), look, cell->number);
    block->sum[i] += cell->has_number ? cell->number : 0;
  }
  sheet->row++;
}

static void put_heads(Sheet *sheet, const Table *table) {
  for (int i = 0; i < table->column_count; i++)
    sheet_text(sheet, i, table->column[i].kind == COLUMN_TEXT ? LOOK_HEAD : LOOK_HEAD_RIGHT,
               table->column[i].heading);
}

void sheet_table(Sheet *sheet, const Table *table, bool sums) {
  sheet_section(sheet, table->title);
  put_heads(sheet, table);
  sheet->row++;
  Block block = {.first_row = sheet->row};
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    if (row->kind == ROW_HEADING)
      sheet_section(sheet, row->cell[0].text);
    else
      put_row(sheet, table, row, &block, sums);
    if (row->kind != ROW_NORMAL)
      block = (Block){.first_row = sheet->row};
  }
  if (table->note != NULL)
    sheet_note(sheet, table->note);
  sheet->row++;
}

/* Opening, moves, closing: the closing as a formula beside the books' own, and their difference. */
static void put_moves(Sheet *sheet, const Table *table, const TableRow *row, int opening,
                      int first_row) {
  int closing = table->column_count - 1, at = sheet->row;
  bool is_total = row->kind == ROW_TOTAL;
  CellLook look = is_total ? LOOK_TOTAL : LOOK_NORMAL;
  for (int i = 0; i < closing; i++) {
    CellKind kind = kind_of(table->column[i].kind);
    if (!row->cell[i].has_number)
      sheet_text(sheet, i, look, row->cell[i].text);
    else if (i == opening && at > first_row)
      sheet_formula(sheet, i, kind, look, row->cell[i].number, "%s",
                    is_total ? cell_name(first_row, opening).text
                             : cell_name(at - 1, closing).text);
    else if (is_total && at > first_row)
      sheet_formula(sheet, i, kind, look, row->cell[i].number, "SUM(%s:%s)",
                    cell_name(first_row, i).text, cell_name(at - 1, i).text);
    else
      sheet_number(sheet, i, kind, look, row->cell[i].number);
  }
  sheet_formula(sheet, closing, CELL_MONEY, look, row->cell[closing].number, "ROUND(SUM(%s:%s),2)",
                cell_name(at, opening).text, cell_name(at, closing - 1).text);
  sheet_number(sheet, closing + 1, CELL_MONEY, look, row->cell[closing].number);
  sheet_formula(sheet, closing + 2, CELL_MONEY, look, 0, "ROUND(%s-%s,2)",
                cell_name(at, closing).text, cell_name(at, closing + 1).text);
  sheet->row++;
}

void sheet_moves(Sheet *sheet, const Table *table, int opening_column) {
  Language language = sheet->book->language;
  sheet_section(sheet, table->title);
  put_heads(sheet, table);
  sheet_text(sheet, table->column_count, LOOK_HEAD_RIGHT, say(language, "In the books"));
  sheet_text(sheet, table->column_count + 1, LOOK_HEAD_RIGHT, say(language, "Check: 0"));
  sheet->row++;
  int first_row = sheet->row;
  for (int i = 0; i < table_row_count(table); i++)
    put_moves(sheet, table, table_row(table, i), opening_column, first_row);
  if (table->note != NULL)
    sheet_note(sheet, table->note);
  sheet->row++;
}
