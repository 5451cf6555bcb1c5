/* See books-foot.h. Each reading follows the table's own promise: what a total is the sum of. */
#include "tests/books-foot.h"

#include <string.h>

static int64_t number_at(const Table *table, int row, int column) {
  return table_row(table, row)->cell[column].number;
}

/* Every total row is the sum of the rows since the heading or total before it, in the columns from
 * `first`. */
static bool does_column_foot(const Table *table, int first) {
  for (int column = first; column < table->column_count; column++) {
    int64_t sum = 0;

    for (int i = 0; i < table_row_count(table); i++) {
      if (table_row(table, i)->kind == ROW_TOTAL && number_at(table, i, column) != sum) {
        return false;
      }
      sum = table_row(table, i)->kind == ROW_TOTAL ? 0 : sum + number_at(table, i, column);
    }
  }
  return true;
}

/* Opening + moves = closing, closing = the next opening, moves foot. */
static bool do_months_foot(const Table *table) {
  int rows = table_row_count(table), closing = table->column_count - 1;

  for (int i = 0; i < rows; i++) {
    int64_t sum = 0;

    for (int column = 1; column < closing; column++) {
      sum += number_at(table, i, column);
    }
    if (sum != number_at(table, i, closing) ||
        (i > 0 && i < rows - 1 && number_at(table, i, 1) != number_at(table, i - 1, closing))) {
      return false;
    }
  }
  for (int column = 2; column < closing; column++) {
    int64_t sum = 0;

    for (int i = 0; i < rows - 1; i++) {
      sum += number_at(table, i, column);
    }
    if (sum != number_at(table, rows - 1, column)) {
      return false;
    }
  }
  return number_at(table, rows - 1, closing) == number_at(table, rows - 2, closing);
}

/* Debits and credits of each entry, which a heading begins, are the same. */
static bool do_entries_balance(const Table *table) {
  int64_t balance = 0;

  for (int i = 0; i < table_row_count(table); i++) {
    if (table_row(table, i)->kind == ROW_HEADING && balance != 0) {
      return false;
    }
    balance += number_at(table, i, 2) - number_at(table, i, 3);
  }
  return balance == 0;
}

/* A return: what is collected less credits, what is kept and instalments is paid; its taxes add up
 * to it. Columns: 3 of dates and words, then amounts, "paid without the deal" last. */
static bool do_returns_foot(const Table *table) {
  int paid = 3;

  while (strcmp(table->column[paid].heading, "Paid") != 0 &&
         strcmp(table->column[paid].heading, "Payées") != 0) {
    paid++;
  }
  for (int i = 0; i < table_row_count(table); i++) {
    int64_t sum = 0, taxes = 0;

    if (table_row(table, i)->kind != ROW_NORMAL) {
      continue;
    }
    for (int column = 3; column < paid; column++) {
      sum += number_at(table, i, column);
    }
    for (int column = paid + 1; column < table->column_count - 1; column++) {
      taxes += number_at(table, i, column);
    }
    if ((sum != 0 && sum != number_at(table, i, paid)) ||
        (table->column_count > paid + 2 && taxes != number_at(table, i, paid))) {
      return false;
    }
  }
  return does_column_foot(table, 3);
}

static bool do_treatments_foot(const Table *table) {
  for (int i = 0; i < table_row_count(table); i++) {
    if (number_at(table, i, 3) + number_at(table, i, 5) != number_at(table, i, 6)) {
      return false;
    }
  }
  return true;
}

static bool does_not_yours_foot(const Table *table) {
  for (int i = 0; i < table_row_count(table); i++) {
    if (number_at(table, i, 1) + MAX(number_at(table, i, 2), 0) != number_at(table, i, 3)) {
      return false;
    }
  }
  return true;
}

/* The part from the heading on: bank less what is held = hers. */
static bool do_cut_offs_foot(const Table *table) {
  int rows = table_row_count(table), begin = 0;

  while (table_row(table, begin)->kind != ROW_HEADING) {
    begin++;
  }
  for (int column = 1; column < table->column_count; column++) {
    int64_t sum = 0;

    for (int i = begin; i < rows - 1; i++) {
      sum += number_at(table, i, column);
    }
    if (sum != number_at(table, rows - 1, column)) {
      return false;
    }
  }
  return true;
}

static bool does_income_foot(const Table *table) {
  int rows = table_row_count(table);

  for (int i = 0; i < rows; i++) {
    if (number_at(table, i, 2) + number_at(table, i, 3) != number_at(table, i, 4)) {
      return false;
    }
  }
  return does_column_foot(table, 2);
}

static bool does_quick_foot(const Table *table) {
  return does_column_foot(table, 1);
}

static bool does_trial_balance_foot(const Table *table) {
  int last = table_row_count(table) - 1;

  return does_column_foot(table, 2) && number_at(table, last, 2) == number_at(table, last, 3);
}

static bool (*const foots[BOOKS_TOPIC_COUNT])(const Table *table) = {
    [BOOKS_NOT_YOURS] = does_not_yours_foot,
    [BOOKS_TREATMENTS] = do_treatments_foot,
    [BOOKS_REMITTANCES] = do_returns_foot,
    [BOOKS_QUICK_METHOD] = does_quick_foot,
    [BOOKS_DEFERRED] = do_months_foot,
    [BOOKS_RESERVE] = do_months_foot,
    [BOOKS_INCOME] = does_income_foot,
    [BOOKS_CUT_OFFS] = do_cut_offs_foot,
    [BOOKS_TRIAL_BALANCE] = does_trial_balance_foot,
    [BOOKS_MODEL] = do_entries_balance,
};

bool books_table_can_foot(BooksTopic topic) {
  return foots[topic] != NULL;
}

bool books_table_foots(const Table *table, BooksTopic topic) {
  return !foots[topic] || foots[topic](table);
}
