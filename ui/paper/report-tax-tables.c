/* Room: paper. Knows: treatments, results, words. Must not know: pages.
 *
 * The two small tables of the first page that say whose money it is. */
#include "ui/paper/report-tables.h"
#include "ui/table/table-build.h"
#include "ui/words/books-figures.h"

#define SIDES_MAX 2

/* The plan's own treatment and method: taxes extra beside included where the wording matters, else
 * one column. */
typedef struct {
  Treatments treatments;
  TreatmentCase plan_case;
  TreatmentOutcome side[SIDES_MAX];
  int count;
} Sides;

/* C, D and F under the Quick Method are no treatment of their own: what the voucher leaves by its
 * steps. */
static TreatmentOutcome outcome_of_voucher(const VoucherResult *voucher) {
  const int64_t *step = voucher->used.step_cents;
  TreatmentOutcome outcome = {
      .client_adds_cents = voucher->client_pays_at_counter_cents,
      .revenue_cents = step[STEP_PRICE_PAID] + step[STEP_TAX_INSIDE],
      .tax_kept_cents = step[STEP_TAX_KEPT],
      .commission_cents = -step[STEP_COMMISSION] - step[STEP_COMMISSION_TAX],
  };
  outcome.contribution_cents =
      outcome.revenue_cents + outcome.tax_kept_cents - outcome.commission_cents;
  return outcome;
}

static void sides_fill(const Books *books, Sides *sides) {
  treatments_compute(books_plan(books), &sides->treatments);
  TreatmentCase which = sides->plan_case = treatments_plan_case(&sides->treatments);
  sides->count = 1;
  if (which == TREATMENT_CASE_COUNT) {
    sides->side[0] = outcome_of_voucher(&books_results(books)->voucher);
    return;
  }
  TreatmentCase extra = treatment_case_worded(which, false);
  TreatmentCase included = treatment_case_worded(which, true);
  sides->side[0] = sides->treatments.outcome[extra];
  sides->side[1] = sides->treatments.outcome[included];
  sides->count = extra == included ? 1 : 2;
}

static void add_values(Table *table, RowKind kind, const char *label, const int64_t *cents,
                       int count) {
  TableRow *row = table_add_row(table, kind);
  table_put_text(row, 0, label);
  for (int i = 0; i < count; i++)
    table_put_number(table, row, 1 + i, cents[i]);
}

static bool is_any(const int64_t *cents, int count) {
  for (int i = 0; i < count; i++)
    if (cents[i] != 0)
      return true;
  return false;
}

static void add_tax_rows(Table *table, const Sides *sides) {
  for (int tax = 0; tax < sides->treatments.set.count; tax++) {
    int64_t cents[SIDES_MAX] = {sides->side[0].remitted_cents[tax],
                                sides->side[1].remitted_cents[tax]};
    g_autofree char *label =
        g_strdup_printf(say(table->language, "To remit: %s"),
                        tax_label(table->language, &sides->treatments.set, tax));
    if (is_any(cents, sides->count))
      add_values(table, ROW_NORMAL, label, cents, sides->count);
  }
}

static void add_rows(Table *table, const Sides *sides) {
  Language language = table->language;
  int64_t adds[SIDES_MAX], revenue[SIDES_MAX], kept[SIDES_MAX], commission[SIDES_MAX],
      left[SIDES_MAX];
  for (int i = 0; i < SIDES_MAX; i++) {
    const TreatmentOutcome *side = &sides->side[i];
    adds[i] = side->client_adds_cents;
    revenue[i] = side->revenue_cents;
    kept[i] = side->tax_kept_cents;
    commission[i] = -side->commission_cents;
    left[i] = side->contribution_cents;
  }
  add_values(table, ROW_NORMAL, say(language, "Client adds at the counter"), adds, sides->count);
  add_tax_rows(table, sides);
  add_values(table, ROW_NORMAL, say(language, "Revenue before tax"), revenue, sides->count);
  if (is_any(kept, sides->count))
    add_values(table, ROW_NORMAL, say(language, "Kept under the method"), kept, sides->count);
  if (is_any(commission, sides->count))
    add_values(table, ROW_NORMAL, say(language, "Commission, with any tax not recovered"),
               commission, sides->count);
  add_values(table, ROW_TOTAL, say(language, "Left before pay"), left, sides->count);
}

/* From when the threshold makes an unregistered business collect, and what a voucher then leaves.
 */
static char *unregistered_note(Language language, const Books *books, const Sides *sides) {
  const Registration *registration = &books_results(books)->registration;
  if (!registration->is_watched || !registration->is_passed)
    return g_strdup(say(language, "You are not registered: you collect no tax and get none back."));
  const TreatmentOutcome *after =
      &sides->treatments.outcome[treatment_case_registered(&books_plan(books)->deal)];
  int64_t left_cents = books_are_sold_before(books)
                           ? after->revenue_cents - sides->side[0].commission_cents
                           : after->contribution_cents;
  g_autofree char *from = say_date(language, registration->registered_from_date);
  g_autofree char *left = say_money(language, left_cents);
  return g_strdup_printf(
      say(language, "From %1$s you must collect taxes: a voucher used from then on leaves %2$s."),
      from, left);
}

static char *sides_note(Language language, const Books *books, const Sides *sides) {
  if (sides->plan_case == TREATMENT_CASE_COUNT)
    return g_strdup(say(language, "The Quick Method with this treatment of the voucher is not laid "
                                  "out here: ask your accountant"));
  if (sides->plan_case == CASE_E)
    return unregistered_note(language, books, sides);
  if (sides->count == 1)
    return NULL;
  int64_t cost_cents = sides->side[0].contribution_cents - sides->side[1].contribution_cents;
  g_autofree char *cost = say_money(language, cost_cents);
  g_autofree char *used = field_value_text(language, books_plan(books), "deal.price_tax_wording");
  if (cost_cents == 0)
    return g_strdup_printf(say(language, "The wording changes nothing here. Plan: %s."), used);
  return g_strdup_printf(
      say(language, "Taxes included costs you %1$s more on each used voucher. Plan: %2$s."), cost,
      used);
}

static char *sides_title(Language language, const Sides *sides) {
  if (sides->plan_case == TREATMENT_CASE_COUNT || sides->count == SIDES_MAX)
    return g_strdup(say(language, "Taxes: what the offer says"));
  return g_strdup_printf(say(language, "Taxes: %s"),
                         treatment_case_label(language, sides->plan_case));
}

Table *report_table_wording(Language language, const Books *books) {
  Sides sides = {0};
  sides_fill(books, &sides);
  g_autofree char *title = sides_title(language, &sides);
  Table *table = table_new(language, title);
  g_autofree char *price = say_money(language, books_plan(books)->deal.price_cents);
  g_autofree char *heading = g_strdup_printf(say(language, "A used voucher of %s"), price);
  table_add_column(table, COLUMN_TEXT, heading);
  if (sides.count == SIDES_MAX) {
    table_add_column(table, COLUMN_MONEY, say(language, "extra"));
    table_add_column(table, COLUMN_MONEY, say(language, "included"));
  } else {
    table_add_column(table, COLUMN_MONEY, say(language, "Dollars"));
  }
  add_rows(table, &sides);
  table->note = sides_note(language, books, &sides);
  return table;
}

Table *report_table_not_yours(Language language, const Books *books) {
  Table *table = table_books(language, books, BOOKS_NOT_YOURS);
  if (table != NULL) {
    g_free(table->title);
    table->title = g_strdup(say(language, "In the bank, but not yours")); /* half a page wide */
  }
  return table;
}
