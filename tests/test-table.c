/* The tables foot, cross-foot, and show the numbers they hold. */
#include <string.h>

#include "tests/varied-plans.h"
#include "ui/table/table.h"

enum { OPENING = 3, FIRST_FLOW = 4 };

static int64_t number_at(const Table *table, int row, int column) {
  const TableCell *cell = &table_row(table, row)->cell[column];

  g_assert_true(cell->has_number);
  return cell->number;
}

/* The text of a cell, read back. */
static void check_cell(const Table *table, const TableCell *cell, ColumnKind kind) {
  int64_t number = 0;
  int32_t date = 0;

  g_assert_true(g_utf8_validate(cell->text, -1, NULL));
  if (!cell->has_number) {
    return;
  }
  switch (kind) {
  case COLUMN_MONEY:
    g_assert_cmpint(money_parse(cell->text, &number, NULL), ==, NUMBER_OK);
    g_assert_cmpint(number, ==, cell->number);
    break;
  case COLUMN_COUNT_OF:
    g_assert_cmpint(count_parse(cell->text, &number), ==, NUMBER_OK);
    g_assert_cmpint(number, ==, cell->number);
    break;
  case COLUMN_PERCENT:
    g_assert_cmpint(percent_parse(cell->text, &number), ==, NUMBER_OK);
    g_assert_cmpint(number, ==, cell->number);
    break;
  case COLUMN_DATE:
  case COLUMN_DATE_SHORT:
    g_assert_cmpint(date_parse(cell->text, &date), ==, NUMBER_OK);
    g_assert_cmpint(date, ==, cell->number);
    break;
  case COLUMN_HOURS:
    /* In hundredths, as money is, whose thousands may be parted; to a tenth of an hour. */
    g_assert_cmpint(money_parse(cell->text, &number, NULL), ==, NUMBER_OK);
    g_assert_cmpint(ABS(number * 60 - cell->number * 100), <=, 300);
    break;
  case COLUMN_TEXT:
    g_assert_not_reached();
  }
}

/* Every cell has a text (a heading only its first, a range may be absent) that says its number. */
static void check_table(Table *table) {
  g_assert_cmpstr(table->title, !=, "");
  g_assert_cmpint(table_row_count(table), >, 0);
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);

    g_assert_nonnull(row->cell[0].text);
    for (int column = 0; column < table->column_count; column++) {
      if (row->cell[column].text) {
        check_cell(table, &row->cell[column], table->column[column].kind);
      } else {
        g_assert_true(row->kind == ROW_HEADING || table->column[column].kind == COLUMN_TEXT);
      }
    }
  }
}

static void check_months(const Table *table, const Results *results) {
  int rows = table_row_count(table), closing = table->column_count - 1;

  g_assert_cmpint(rows, ==, results->month_count + 1);
  g_assert_cmpint(table_row(table, rows - 1)->kind, ==, ROW_TOTAL);
  for (int i = 0; i < rows; i++) { /* across, the total too */
    int64_t sum = 0;

    for (int column = OPENING; column < closing; column++) {
      sum += number_at(table, i, column);
    }
    g_assert_cmpint(sum, ==, number_at(table, i, closing));
  }
  for (int column = 1; column < closing; column++) { /* down, but the opening */
    int64_t sum = 0;

    for (int i = 0; i < rows - 1; i++) {
      sum += number_at(table, i, column);
    }
    g_assert_cmpint(column == OPENING ? number_at(table, 0, OPENING) : sum, ==,
                    number_at(table, rows - 1, column));
  }
  for (int i = 1; i < rows - 1; i++) { /* one closing is the next opening */
    g_assert_cmpint(number_at(table, i, OPENING), ==, number_at(table, i - 1, closing));
  }
  g_assert_cmpint(number_at(table, rows - 2, closing), ==, number_at(table, rows - 1, closing));
  g_assert_cmpint(number_at(table, rows - 1, closing), ==, results->cash_with.closing_cents);
}

static void check_waterfall(const Table *table) {
  for (int column = 1; column <= 2; column++) {
    int64_t running = 0;

    for (int i = 0; i < table_row_count(table); i++) {
      if (table_row(table, i)->kind == ROW_TOTAL && i > 0) {
        g_assert_cmpint(number_at(table, i, column), ==, running);
      } else {
        running += number_at(table, i, column);
      }
    }
  }
}

static void check_earnings(const Table *table, const Results *results) {
  int rows = table_row_count(table);

  for (int column = 1; column <= 3; column++) {
    int64_t sum = 0;

    for (int i = 0; i < rows - 1; i++) {
      sum += number_at(table, i, column);
    }
    g_assert_cmpint(sum, ==, number_at(table, rows - 1, column));
  }
  g_assert_cmpint(number_at(table, rows - 1, 3), ==, results->headline.deal_against_none_cents);
}

static void check_bookings(const Table *weeks, const Table *days, const Results *results) {
  int last = table_row_count(weeks) - 1;
  int64_t deal = 0, refused = 0;

  for (int i = 0; i < table_row_count(days); i++) {
    deal += number_at(days, i, 4);
    refused += number_at(days, i, days->column_count - 1);
  }
  g_assert_cmpint(table_row_count(days), ==, results->days);
  g_assert_cmpint(number_at(weeks, last, 3), ==, deal);
  g_assert_cmpint(number_at(weeks, last, weeks->column_count - 1), ==, refused);
}

static void check_all(const VariedPlan *varied) {
  const Plan *plan = &varied->plan;
  const Results *results = &varied->results;
  const Study study = {.plan = plan, .results = results};

  for (Language language = 0; language < LANGUAGE_COUNT; language++) {
    g_autoptr(Table) waterfall = table_waterfall(language, plan, results);
    g_autoptr(Table) others = table_other_vouchers(language, plan, results);
    g_autoptr(Table) assumptions = table_assumptions(language, plan);
    g_autoptr(Table) contract = table_contract(language, plan, results);
    g_autoptr(Table) conditions = table_conditions(language, &study);

    check_table(waterfall);
    check_waterfall(waterfall);
    check_table(others);
    check_table(assumptions);
    check_table(contract);
    check_table(conditions);
    if (results->has_calendar) {
      g_autoptr(Table) months = table_months(language, plan, results);
      g_autoptr(Table) earnings = table_earnings(language, plan, results);
      g_autoptr(Table) weeks = table_weeks(language, plan, results);
      g_autoptr(Table) days = table_days(language, plan, results);

      check_table(months);
      check_months(months, results);
      check_table(earnings);
      check_earnings(earnings, results);
      check_table(weeks);
      check_table(days);
      check_bookings(weeks, days, results);
    }
  }
}

static void test_foot(void) {
  varied_plans_each(g_test_quick() ? 40 : 400, check_all);
}

static bool has_row(const Table *table, const char *label, const char *value,
                    const char *provenance, const char *range) {
  for (int i = 0; i < table_row_count(table); i++) {
    const TableCell *cell = table_row(table, i)->cell;

    if (strcmp(cell[0].text, label) == 0 && g_strcmp0(cell[1].text, value) == 0) {
      return g_strcmp0(cell[2].text, provenance) == 0 && g_strcmp0(cell[3].text, range) == 0;
    }
  }
  return false;
}

static void check_example(const VariedPlan *varied) {
  g_autoptr(Table) english = table_assumptions(LANGUAGE_EN, &varied->plan);
  g_autoptr(Table) french = table_assumptions(LANGUAGE_FR, &varied->plan);

  /* Only the first of the varied plans may be the example itself. */
  if (varied->plan.deal.vouchers_sold != 444 || varied->plan.rooms_count != 3) {
    return;
  }
  g_assert_true(has_row(english, "Vouchers sold", "444", "reported", "300 to 600"));
  g_assert_true(has_row(french, "Bons vendus", "444", "rapporté", "300 à 600"));
  g_assert_true(has_row(english, "Rooms", "3", "reported", NULL));
  g_assert_true(has_row(english, "Opening hours", "Mon–Sat 10:00–20:00", "assumed", NULL));
  g_assert_true(has_row(french, "Heures d’ouverture",
                        "lun.–sam. 10\u00a0h\u00a000–20\u00a0h\u00a000", "hypothèse", NULL));
}

static void test_assumptions(void) {
  varied_plans_each(6, check_example);
}

static void check_text(const VariedPlan *varied) {
  g_autoptr(Table) table = table_waterfall(LANGUAGE_EN, &varied->plan, &varied->results);
  g_autofree char *text = table_to_text(table);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

  g_assert_cmpint(g_strv_length(lines), ==, (guint)table_row_count(table) + 2);
  g_assert_cmpstr(lines[0], ==, "Step\tTaxes extra\tTaxes included");
  for (int i = 0; i <= table_row_count(table); i++) {
    g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);

    g_assert_cmpint(g_strv_length(cells), ==, (guint)table->column_count);
  }
}

static void test_clipboard(void) {
  varied_plans_each(3, check_text);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/table/foot", test_foot);
  g_test_add_func("/table/assumptions", test_assumptions);
  g_test_add_func("/table/clipboard", test_clipboard);
  return g_test_run();
}
