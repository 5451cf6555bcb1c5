/* Room: paper; for paper-table only. How wide each column of a table is. */
#include <stdbool.h>

#include "ui/paper/paper-columns.h"

/* Up to this many columns of amounts are kept together on the right. */
#define FEW_NUMBERS 4

/* A longer heading of a column of amounts takes a second line rather than push the others. */
#define HEADING_LINE_MAX 80.0

/* What a column asks for: least without breaking a word or an amount, most on one line. */
typedef struct {
  double least, most;
} Wish;

bool column_is_number(const TableColumn *column) {
  return column->kind != COLUMN_TEXT && column->kind != COLUMN_DATE &&
         column->kind != COLUMN_DATE_SHORT;
}

static const char *cell_text(const TableRow *row, int column) {
  return row->cell[column].text != NULL ? row->cell[column].text : "";
}

static Wish column_wish(const Type *type, const Table *table, int column) {
  const char *heading = table->column[column].heading != NULL ? table->column[column].heading : "";
  bool number = table->column[column].kind != COLUMN_TEXT;
  Wish wish = {type_word_width(type, TYPE_CELL_BOLD, heading), 0.0};
  wish.most = type_text_width(type, TYPE_CELL_BOLD, heading);
  if (number)
    wish.most = MAX(wish.least, MIN(wish.most, HEADING_LINE_MAX));
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    if (row->kind == ROW_HEADING)
      continue; /* runs over the other columns */
    TypeStyle style = row->kind == ROW_TOTAL ? TYPE_CELL_BOLD : TYPE_CELL;
    double whole = type_text_width(type, style, cell_text(row, column));
    wish.most = MAX(wish.most, whole);
    double piece = number ? whole : type_word_width(type, style, cell_text(row, column));
    wish.least = MAX(wish.least, piece);
  }
  wish.least = MIN(wish.least, wish.most) + 0.5;
  wish.most += 0.5;
  return wish;
}

static double block_least(const ColumnBlock *block, const Wish *wishes) {
  double sum = -COLUMN_GAP;
  for (int i = 0; i < block->count; i++)
    sum += wishes[block->column[i]].least + COLUMN_GAP;
  return sum;
}

static int count_numbers(const ColumnBlock *block, const Table *table) {
  int numbers = 0;
  for (int i = 0; i < block->count; i++)
    numbers += column_is_number(&table->column[block->column[i]]);
  return numbers;
}

/* The last column of words before the first amounts. */
static int before_numbers(const ColumnBlock *block, const Table *table) {
  int i = 0;
  while (i + 1 < block->count && !column_is_number(&table->column[block->column[i + 1]]))
    i++;
  return i;
}

/* Shares rest among columns by what they lack: the same to each until it lacks nothing, so that
 * labels stay on one line before a long text gets its second half. Answers what nobody lacked. */
static double share_out(double rest, double *lacks, double *gets, int count) {
  for (int open = 1; open > 0 && rest > 0.01;) {
    double least = G_MAXDOUBLE;
    open = 0;
    for (int i = 0; i < count; i++)
      if (lacks[i] > 0.01) {
        least = MIN(least, lacks[i]);
        open++;
      }
    for (int i = 0; i < count && open > 0; i++)
      if (lacks[i] > 0.01) {
        double part = MIN(least, rest / open);
        lacks[i] -= part;
        gets[i] += part;
      }
    rest -= open * MIN(least, open > 0 ? rest / open : 0.0);
  }
  return rest;
}

/* Everybody's least first; then words that would still wrap, then headings of amounts. What is left
 * after that is white: before a few amounts, so that they stay together on the right, else the same
 * before each amount or after each word. */
static void block_fit(ColumnBlock *block, const Table *table, const Wish *wishes, double width) {
  double lacks[TABLE_COLUMNS_MAX], gets[TABLE_COLUMNS_MAX] = {0.0};
  double least = block_least(block, wishes), rest = width - least;
  bool narrow = rest < 0.0;
  for (int numbers_turn = 0; numbers_turn < 2; numbers_turn++) {
    for (int i = 0; i < block->count; i++) {
      const Wish *wish = &wishes[block->column[i]];
      bool number = column_is_number(&table->column[block->column[i]]);
      lacks[i] = number == (numbers_turn == 1) ? wish->most - wish->least : 0.0;
    }
    rest = share_out(rest, lacks, gets, block->count);
  }
  double white = MAX(rest, 0.0);
  int numbers = count_numbers(block, table);
  bool together = numbers > 0 && numbers <= FEW_NUMBERS;
  for (int i = 0; i < block->count; i++) {
    bool last = i == block->count - 1;
    block->width[i] = wishes[block->column[i]].least + gets[i] + (last ? 0.0 : COLUMN_GAP);
    bool takes_white = together ? i == before_numbers(block, table) : numbers > 0 ? i > 0 : !last;
    if (takes_white)
      block->width[i] += together ? white : white / (block->count - 1);
    if (narrow)
      block->width[i] *= width / least;
  }
}

/* Shares the columns after the first among the blocks. False when one is too narrow for its own. */
static bool divide_in(int block_count, const Table *table, const Wish *wishes, double width,
                      ColumnBlock *blocks) {
  int others = table->column_count - 1;
  bool fits = true;
  for (int b = 0; b < block_count; b++) {
    ColumnBlock *block = &blocks[b];
    block->count = 0;
    block->column[block->count++] = 0;
    for (int i = others * b / block_count; i < others * (b + 1) / block_count; i++)
      block->column[block->count++] = i + 1;
    fits = fits && block_least(block, wishes) <= width;
  }
  return fits;
}

int columns_divide(const Type *type, const Table *table, double width,
                   ColumnBlock blocks[TABLE_COLUMNS_MAX]) {
  Wish wishes[TABLE_COLUMNS_MAX];
  int numbers = 0;
  for (int i = 0; i < table->column_count; i++) {
    wishes[i] = column_wish(type, table, i);
    numbers += column_is_number(&table->column[i]);
  }
  /* Among many amounts a label that wraps would double every row. */
  if (numbers > FEW_NUMBERS)
    wishes[0].least = wishes[0].most;
  /* Only amounts force a division; words wrap, inside a long one at worst. */
  int most = MAX(numbers, 1), block_count = 1;
  while (!divide_in(block_count, table, wishes, width, blocks) && block_count < most)
    block_count++;
  for (int b = 0; b < block_count; b++)
    block_fit(&blocks[b], table, wishes, width);
  return block_count;
}
