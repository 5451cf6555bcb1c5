/* Room: table. Knows: rows, columns, number text. Must not know: what a table is about. */
#include "ui/table/table-build.h"

#include "model/base/money.h"

static void clear_row(gpointer data) {
  TableRow *row = data;

  for (int column = 0; column < TABLE_COLUMNS_MAX; column++) {
    g_free(row->cell[column].text);
  }
}

Table *table_new(Language language, const char *title) {
  Table *table = g_new0(Table, 1);

  table->language = language;
  table->title = g_strdup(title);
  table->rows = g_array_new(FALSE, TRUE, sizeof(TableRow));
  g_array_set_clear_func(table->rows, clear_row);
  return table;
}

void table_free(Table *table) {
  if (!table) {
    return;
  }
  g_free(table->title);
  g_free(table->note);
  for (int column = 0; column < table->column_count; column++) {
    g_free(table->column[column].heading);
  }
  g_array_unref(table->rows);
  g_free(table);
}

const TableRow *table_row(const Table *table, int index) {
  g_return_val_if_fail(index >= 0 && (guint)index < table->rows->len, NULL);
  return &g_array_index(table->rows, TableRow, index);
}

int table_row_count(const Table *table) {
  return (int)table->rows->len;
}

void table_add_column(Table *table, ColumnKind kind, const char *heading) {
  g_return_if_fail(table->column_count < TABLE_COLUMNS_MAX);
  table->column[table->column_count++] = (TableColumn){g_strdup(heading), kind};
}

TableRow *table_add_row(Table *table, RowKind kind) {
  g_array_set_size(table->rows, table->rows->len + 1);
  {
    TableRow *row = &g_array_index(table->rows, TableRow, table->rows->len - 1);

    row->kind = kind;
    return row;
  }
}

void table_add_heading(Table *table, const char *text) {
  table_put_text(table_add_row(table, ROW_HEADING), 0, text);
}

void table_take_text(TableRow *row, int column, char *text) {
  g_return_if_fail(column >= 0 && column < TABLE_COLUMNS_MAX);
  g_free(row->cell[column].text);
  row->cell[column] = (TableCell){.text = text};
}

void table_put_text(TableRow *row, int column, const char *text) {
  table_take_text(row, column, g_strdup(text));
}

static char *number_text(Language language, ColumnKind kind, int64_t number) {
  char text[NUMBER_TEXT_SIZE];

  switch (kind) {
  case COLUMN_MONEY:
    return g_strdup(money_format_plain(language, number, text, sizeof text));
  case COLUMN_PERCENT:
    return say_percent(language, number);
  case COLUMN_DATE:
    return say_date(language, (int32_t)number);
  case COLUMN_DATE_SHORT:
    date_format_iso((int32_t)number, text);
    return g_strdup(text);
  case COLUMN_HOURS:
    return say_hours_number(language, number);
  case COLUMN_TEXT:
  case COLUMN_COUNT_OF:
    break;
  }
  return say_number(language, number);
}

void table_put_number(Table *table, TableRow *row, int column, int64_t number) {
  g_return_if_fail(column >= 0 && column < table->column_count);
  table_take_text(row, column, number_text(table->language, table->column[column].kind, number));
  row->cell[column].number = number;
  row->cell[column].has_number = true;
}

/* A cell of the clipboard: a tab or a new line would move the columns. */
static void append_cell(GString *text, const char *cell) {
  for (; cell && *cell; cell++) {
    g_string_append_c(text, *cell == '\t' || *cell == '\n' || *cell == '\r' ? ' ' : *cell);
  }
}

char *table_to_text(const Table *table) {
  GString *text = g_string_new(NULL);

  for (int column = 0; column < table->column_count; column++) {
    g_string_append(text, column > 0 ? "\t" : "");
    append_cell(text, table->column[column].heading);
  }
  g_string_append_c(text, '\n');
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);

    for (int column = 0; column < table->column_count; column++) {
      g_string_append(text, column > 0 ? "\t" : "");
      append_cell(text, row->cell[column].text);
    }
    g_string_append_c(text, '\n');
  }
  return g_string_free(text, FALSE);
}
