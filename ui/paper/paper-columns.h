/* Room: paper; for paper-table only. How wide each column of a table is. */
#pragma once

#include "ui/paper/type.h"
#include "ui/table/table.h"

/* The columns set side by side: the first one always, then a run of the others. */
typedef struct {
  int column[TABLE_COLUMNS_MAX];
  double width[TABLE_COLUMNS_MAX]; /* with the gap to the next */
  int count;
} ColumnBlock;

#define COLUMN_GAP 6.0

bool column_is_number(const TableColumn *column);

/* Divides the table's columns in as few blocks as hold their amounts unbroken in the width, about
 * equally full. Answers their number, at most TABLE_COLUMNS_MAX. */
int columns_divide(const Type *type, const Table *table, double width,
                   ColumnBlock blocks[TABLE_COLUMNS_MAX]);
