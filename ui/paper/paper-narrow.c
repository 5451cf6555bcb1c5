/* Room: paper. Knows: table. Must not know: what a table says. */
#include "ui/paper/paper-narrow.h"

#include <string.h>

#include "ui/table/table-build.h"

static const char *text_of(const TableRow *row, int column) {
  return row->cell[column].text != NULL ? row->cell[column].text : "";
}

static void put_words(TableRow *row, int column, const char *first, const char *between,
                      const char *second) {
  bool both = first[0] != '\0' && second[0] != '\0';
  table_take_text(row, column, g_strconcat(first, both ? between : "", second, NULL));
}

Table *narrow_join(const Table *table, int first, int second, const char *heading) {
  Table *narrow = table_new(table->language, table->title);
  narrow->note = g_strdup(table->note);
  for (int i = 0; i < table->column_count; i++)
    if (i != second)
      table_add_column(narrow, table->column[i].kind,
                       i == first ? heading : table->column[i].heading);
  for (int r = 0; r < table_row_count(table); r++) {
    const TableRow *row = table_row(table, r);
    TableRow *copy = table_add_row(narrow, row->kind);
    for (int i = 0, to = 0; i < table->column_count; i++) {
      if (i == second)
        continue;
      if (i == first)
        put_words(copy, to++, text_of(row, first), " ", text_of(row, second));
      else if (row->cell[i].has_number)
        table_put_number(narrow, copy, to++, row->cell[i].number);
      else
        table_put_text(copy, to++, row->cell[i].text);
    }
  }
  return narrow;
}

static bool is_zero(const Table *table, const TableRow *row) {
  bool any = false;
  for (int i = 0; i < table->column_count; i++) {
    if (row->cell[i].has_number && row->cell[i].number != 0)
      return false;
    any = any || row->cell[i].has_number;
  }
  return any && row->kind == ROW_NORMAL;
}

static void copy_cell(TableRow *copy, int column, const TableCell *cell) {
  table_put_text(copy, column, cell->text);
  copy->cell[column].number = cell->number;
  copy->cell[column].has_number = cell->has_number;
}

static Table *copy_some(const Table *table, int columns, bool with_zeros) {
  Table *narrow = table_new(table->language, table->title);
  narrow->note = g_strdup(table->note);
  for (int i = 0; i < columns; i++)
    table_add_column(narrow, table->column[i].kind, table->column[i].heading);
  for (int r = 0; r < table_row_count(table); r++) {
    const TableRow *row = table_row(table, r);
    if (!with_zeros && is_zero(table, row))
      continue;
    TableRow *copy = table_add_row(narrow, row->kind);
    for (int i = 0; i < columns; i++)
      copy_cell(copy, i, &row->cell[i]);
  }
  return narrow;
}

Table *narrow_drop_last(const Table *table) {
  return copy_some(table, table->column_count - 1, true);
}

Table *narrow_nonzero(const Table *table) {
  return copy_some(table, table->column_count, false);
}

enum { SOURCE_LABEL, SOURCE_VALUE, SOURCE_PROVENANCE, SOURCE_RANGE };

static void put_source(TableRow *copy, const TableRow *row, const char *usual, const char *mark) {
  const char *provenance = text_of(row, SOURCE_PROVENANCE), *range = text_of(row, SOURCE_RANGE);
  bool is_usual = strcmp(provenance, usual) == 0;
  g_autofree char *value = range[0] != '\0'
                               ? g_strdup_printf("%s (%s)", text_of(row, SOURCE_VALUE), range)
                               : g_strdup(text_of(row, SOURCE_VALUE));
  put_words(copy, SOURCE_LABEL, is_usual ? mark : "", " ", text_of(row, SOURCE_LABEL));
  put_words(copy, SOURCE_VALUE, value, " · ", is_usual ? "" : provenance);
}

Table *narrow_sources(const Table *table, const char *usual, const char *mark) {
  Table *narrow = table_new(table->language, table->title);
  narrow->note = g_strdup(table->note);
  for (int i = 0; i <= SOURCE_VALUE; i++)
    table_add_column(narrow, COLUMN_TEXT, table->column[i].heading);
  for (int r = 0; r < table_row_count(table); r++) {
    const TableRow *row = table_row(table, r);
    if (row->kind == ROW_HEADING)
      table_add_heading(narrow, text_of(row, SOURCE_LABEL));
    else
      put_source(table_add_row(narrow, row->kind), row, usual, mark);
  }
  return narrow;
}
