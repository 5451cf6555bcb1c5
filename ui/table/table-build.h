/* Room: table; for this room, and paper for what only paper shows. How a table is filled: columns,
 * then rows, then cells from left to right. A cell's text is made from its number, so that they
 * cannot differ. */
#pragma once

#include "ui/table/table.h"

Table *table_new(Language language, const char *title);
void table_add_column(Table *table, ColumnKind kind, const char *heading);
/* A new last row; its index. Borrowed until the next row is added. */
TableRow *table_add_row(Table *table, RowKind kind);
/* A row with a text in its first cell and nothing else. */
void table_add_heading(Table *table, const char *text);

void table_put_text(TableRow *row, int column, const char *text);
void table_take_text(TableRow *row, int column, char *text);
/* The number as its column shows it: money without a sign, counts, percents, dates, hours. */
void table_put_number(Table *table, TableRow *row, int column, int64_t number);
