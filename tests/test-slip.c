/* The counter slip: the notice's own figures, and that every column is one sound invoice. */
#include <glib.h>

#include "model/store/plan-json.h"
#include "model/store/plan-json.h"
#include "model/tax/tax.h"
#include "tests/money-plan.h"
#include "ui/table/table.h"

static int64_t cell(const Table *table, const char *label, int column) {
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    if (g_strcmp0(row->cell[0].text, label) == 0)
      return row->cell[column].number;
  }
  g_error("no line %s", label);
}

static void assert_column(const Plan *plan, int32_t date, int column, const char *const *labels,
                          const int64_t *cents, int count) {
  g_autoptr(Table) table = table_slip(LANGUAGE_EN, plan, date);
  for (int i = 0; i < count; i++)
    g_assert_cmpint(cell(table, labels[i], column), ==, cents[i]);
}

/* domain §5.7 and §5.3. */
static void test_vectors(void) {
  static const char *const lines[] = {"Service, at its list price",
                                      "Discount of the offer",
                                      "GST",
                                      "QST",
                                      "Total of the invoice",
                                      "Paid by voucher",
                                      "The client pays"};
  g_autofree Plan *plan = g_new(Plan, 1);
  plan_example(plan);
  int32_t date = plan->deal.sale_date;
  assert_column(plan, date, 1, lines, (int64_t[]){16000, -8000, 400, 798, 9198, -8000, 1198}, 7);
  assert_column(plan, date, 3, lines, (int64_t[]){16000, 0, 800, 1596, 18396, -8000, 10396}, 7);
  plan->deal.list_price_cents = 10000;
  plan->deal.price_cents = 5000;
  plan->clients.extras_cents = 2000;
  assert_column(plan, date, 2, lines, (int64_t[]){10000, -5000, 350, 698, 8048, -5000, 3048}, 7);
  assert_column(plan, date, 3, lines, (int64_t[]){10000, 0, 500, 998, 11498, -5000, 6498}, 7);
  plan->deal.price_tax_wording = WORDING_INCLUDED;
  assert_column(plan, date, 1, lines, (int64_t[]){10000, -5651, 217, 434, 5000, -5000, 0}, 7);
  plan->deal.price_tax_wording = WORDING_EXTRA;
  plan->deal.tax_treatment = TREATMENT_LIST_PRICE;
  assert_column(plan, date, 1, lines, (int64_t[]){10000, -5000, 500, 998, 6498, -5000, 1498}, 7);
  plan->deal.tax_treatment = TREATMENT_AT_SALE;
  assert_column(plan, date, 1, lines, (int64_t[]){0, 0, 0, 0, 0, 0, 0}, 7);
}

/* Whether what stands above the total comes to it, and what the client pays is what is left. */
static bool is_sound(const Table *table, int column) {
  int64_t sum = 0, total = 0, paid = 0;
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    int64_t cents = row->cell[column].number;
    bool is_last = i == table_row_count(table) - 1;
    if (is_last)
      return sum == total && total + paid == cents && cents >= 0;
    if (row->kind == ROW_TOTAL)
      total = cents;
    else if (g_strcmp0(row->cell[0].text, "Paid by voucher") == 0)
      paid = cents;
    else
      sum += cents;
  }
  return false;
}

static void test_random(void) {
  g_autofree Plan *plan = g_new(Plan, 1);
  g_autoptr(GRand) luck = g_rand_new_with_seed(41);
  for (int i = 0; i < 1000; i++) {
    money_plan_draw(luck, plan);
    g_autoptr(Table) table = table_slip(LANGUAGE_EN, plan, plan->deal.sale_date);
    for (int column = 1; column < table->column_count; column++)
      g_assert_true(is_sound(table, column));
    if (plan->deal.visits_per_voucher > 1 || plan->deal.tax_treatment != TREATMENT_GIFT_CERTIFICATE)
      continue;
    CounterInvoice counter =
        tax_counter_invoice(&plan->business, &plan->deal, plan->deal.sale_date, 1, 0);
    g_assert_cmpint(cell(table, "The client pays", 1), ==, counter.client_pays_cents);
  }
}

static void test_fault(void) {
  g_autofree Plan *plan = g_new(Plan, 1);
  plan_example(plan);
  g_autoptr(Table) table = table_slip(LANGUAGE_EN, plan, plan->deal.sale_date);
  g_assert_true(is_sound(table, 1));
  g_array_index(table->rows, TableRow, 3).cell[1].number++;
  g_assert_false(is_sound(table, 1));
}

int main(int count, char **arguments) {
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/slip/vectors", test_vectors);
  g_test_add_func("/slip/random", test_random);
  g_test_add_func("/slip/fault", test_fault);
  return g_test_run();
}
