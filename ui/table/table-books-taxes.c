/* Room: table. Knows: the taxes of the books. Must not know: who shows it.
 *
 * Every treatment of one voucher side by side, the Quick Method both ways, and the day a small
 * supplier registers. */
#include "ui/table/table-books.h"
#include "ui/words/books-figures.h"

enum {
  CASE_LABEL,
  CASE_BASE,
  CASE_CLIENT_ADDS,
  CASE_REVENUE,
  CASE_REMITTED,
  CASE_COMMISSION,
  CASE_LEFT,
  CASE_AGAINST_BEST
};

static void put_case(Table *table, const TreatmentOutcome *outcome, TreatmentCase which) {
  TableRow *row = table_add_row(table, outcome->is_plan ? ROW_TOTAL : ROW_NORMAL);
  const char *label = treatment_case_label(table->language, which);

  table_take_text(row, CASE_LABEL,
                  outcome->is_plan ? g_strdup_printf(say(table->language, "%s (your plan)"), label)
                                   : g_strdup(label));
  table_put_number(table, row, CASE_BASE, outcome->base_cents);
  table_put_number(table, row, CASE_CLIENT_ADDS, outcome->client_adds_cents);
  table_put_number(table, row, CASE_REVENUE, outcome->revenue_cents + outcome->tax_kept_cents);
  table_put_number(table, row, CASE_REMITTED, outcome->remitted_on_sale_cents);
  table_put_number(table, row, CASE_COMMISSION, -outcome->commission_cents);
  table_put_number(table, row, CASE_LEFT, outcome->contribution_cents);
  table_put_number(table, row, CASE_AGAINST_BEST, -outcome->cost_against_best_cents);
}

void table_fill_treatments(Table *table, const Books *books) {
  Language language = table->language;
  const Plan *plan = books_plan(books);
  Treatments treatments;
  g_autofree char *price = say_money(language, plan->deal.price_cents);
  g_autofree char *heading = g_strdup_printf(say(language, "A used voucher of %s"), price);

  treatments_compute(plan, &treatments);
  table_add_column(table, COLUMN_TEXT, heading);
  table_add_column(table, COLUMN_MONEY, say(language, "Tax on"));
  table_add_column(table, COLUMN_MONEY, say(language, "Client adds"));
  table_add_column(table, COLUMN_MONEY, say(language, "Revenue"));
  table_add_column(table, COLUMN_MONEY, say(language, "Tax to remit"));
  table_add_column(table, COLUMN_MONEY, say(language, "Commission"));
  table_add_column(table, COLUMN_MONEY, say(language, "Left before pay"));
  table_add_column(table, COLUMN_MONEY, say(language, "Against the best"));
  for (int i = 0; i < TREATMENT_CASE_COUNT; i++) {
    if (treatments.outcome[i].applies) {
      put_case(table, &treatments.outcome[i], (TreatmentCase)i);
    }
  }
  table->note = g_strdup(say(
      language, "In dollars. Revenue + commission = left before pay and supplies. "
                "C: the contract makes you charge tax on the price before the discount. D: the "
                "site buys your service and sells it as its own; it pays you tax on your share. "
                "E: you collect no tax and get none back. F: tax when the voucher is sold, as "
                "for a dated ticket. G: a flat share of sales to remit, no credits; what is "
                "kept is in the revenue. H, taxes of your own, is any of these with them."));
}

enum { QUICK_LABEL, QUICK_REGULAR, QUICK_QUICK };

static void put_quick(Table *table, RowKind kind, const char *label, int64_t regular_cents,
                      int64_t quick_cents) {
  TableRow *row = table_add_row(table, kind);

  table_put_text(row, QUICK_LABEL, label);
  table_put_number(table, row, QUICK_REGULAR, regular_cents);
  table_put_number(table, row, QUICK_QUICK, quick_cents);
}

void table_fill_quick_method(Table *table, const Books *books) {
  Language language = table->language;
  const Plan *plan = books_plan(books);
  TreatmentCase regular = treatment_case_registered(&plan->deal);
  TreatmentCase other = treatment_case_quick(regular);
  QuickComparison quick;
  Treatments treatments;
  const TreatmentOutcome *outcome = treatments.outcome;
  g_autofree char *deal = NULL;

  books_quick_comparison(books, &quick);
  treatments_compute(plan, &treatments);
  table_add_column(table, COLUMN_TEXT, say(language, "Over the plan"));
  table_add_column(table, COLUMN_MONEY, say(language, "Regular method"));
  table_add_column(table, COLUMN_MONEY, say(language, "Quick Method"));
  put_quick(table, ROW_NORMAL, say(language, "Taxes collected"), quick.collected_cents,
            quick.collected_cents);
  put_quick(table, ROW_NORMAL, say(language, "Credits for the taxes of your costs"),
            -quick.credits_cents, 0);
  put_quick(table, ROW_NORMAL, say(language, "Kept under the method"), 0,
            quick.quick_cents + quick.quick_credit_cents - quick.collected_cents);
  put_quick(table, ROW_NORMAL, say(language, "Credit of 1% on the first sales"), 0,
            -quick.quick_credit_cents);
  put_quick(table, ROW_TOTAL, say(language, "To the tax offices"), quick.regular_cents,
            quick.quick_cents);
  if (other != TREATMENT_CASE_COUNT) {
    table_add_heading(table, say(language, "Of one used voucher"));
    put_quick(table, ROW_NORMAL, say(language, "Left before pay"),
              outcome[regular].contribution_cents, outcome[other].contribution_cents);
  }
  deal = say_money_signed(language, quick.deal_gain_cents);
  table->note = g_strdup_printf(
      say(language,
          "In dollars. The deal’s own sales and costs by the Quick Method rather than the "
          "regular one: %s. It gives back nothing for the site’s commission, so a heavy "
          "commission makes it worse. No credit on first sales in the fiscal year that began "
          "before the "
          "sale: earlier sales have used it (assumed)."),
      deal);
}

enum { SUPPLIER_LABEL, SUPPLIER_BEFORE, SUPPLIER_AFTER, SUPPLIER_BETWEEN };

/* One voucher before the registration, after it, and sold before but used after, whose commission
 * was invoiced when nothing came back. */
typedef struct {
  const TreatmentOutcome *before, *after;
  bool has_between;
} Supplier;

static TableRow *put_supplier(Table *table, const char *label, int64_t before_cents,
                              int64_t after_cents) {
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_put_text(row, SUPPLIER_LABEL, label);
  table_put_number(table, row, SUPPLIER_BEFORE, before_cents);
  table_put_number(table, row, SUPPLIER_AFTER, after_cents);
  return row;
}

static void put_between(Table *table, TableRow *row, const Supplier *supplier, int64_t cents) {
  if (supplier->has_between) {
    table_put_number(table, row, SUPPLIER_BETWEEN, cents);
  }
}

static void put_supplier_rows(Table *table, const Supplier *supplier) {
  Language language = table->language;
  const TreatmentOutcome *before = supplier->before, *after = supplier->after;
  TableRow *row;

  row = put_supplier(table, say(language, "Client adds at the counter"), before->client_adds_cents,
                     after->client_adds_cents);
  put_between(table, row, supplier, after->client_adds_cents);
  row = put_supplier(table, say(language, "Taxes collected"), before->tax_total_cents,
                     after->tax_total_cents);
  put_between(table, row, supplier, after->tax_total_cents);
  row = put_supplier(table, say(language, "Revenue before tax"), before->revenue_cents,
                     after->revenue_cents);
  put_between(table, row, supplier, after->revenue_cents);
  row = put_supplier(table, say(language, "Commission, with any tax not recovered"),
                     -before->commission_cents, -after->commission_cents);
  put_between(table, row, supplier, -before->commission_cents);
  row = put_supplier(table, say(language, "Left before pay"), before->contribution_cents,
                     after->contribution_cents);
  put_between(table, row, supplier, after->revenue_cents - before->commission_cents);
}

static char *registered_heading(Language language, const Registration *registration) {
  g_autofree char *from = NULL;

  if (!registration->is_passed) {
    return g_strdup(say(language, "If you registered"));
  }
  from = say_date(language, registration->registered_from_date);
  return g_strdup_printf(say(language, "From %s"), from);
}

static char *registration_note(Language language, const Registration *registration) {
  g_autofree char *quarter = say_money(language, registration->highest_quarter_cents);
  g_autofree char *quarters = say_money(language, registration->highest_four_quarters_cents);
  g_autofree char *limit = say_money_whole(language, SMALL_SUPPLIER_LIMIT_CENTS);

  return g_strdup_printf(
      say(language, "In dollars. Highest sales of a quarter: %1$s; of four quarters: %2$s; limit: "
                    "%3$s. From the day you are registered you collect taxes, full-price visits "
                    "too, and the taxes of your costs come back; that of a commission invoiced "
                    "before does not."),
      quarter, quarters, limit);
}

void table_fill_registration(Table *table, const Books *books) {
  Language language = table->language;
  const Results *results = books_results(books);
  const Registration *registration = &results->registration;
  const Plan *plan = books_plan(books);
  Treatments treatments;
  Supplier supplier = {
      .before = &treatments.outcome[CASE_E],
      .after = &treatments.outcome[treatment_case_registered(&plan->deal)],
      .has_between = books_are_sold_before(books),
  };
  g_autofree char *heading = registered_heading(language, registration);
  TableRow *row;

  treatments_compute(plan, &treatments);
  table_add_column(table, COLUMN_TEXT, say(language, "One used voucher"));
  table_add_column(table, COLUMN_MONEY, say(language, "Not registered"));
  table_add_column(table, COLUMN_MONEY, heading);
  if (supplier.has_between) {
    table_add_column(table, COLUMN_MONEY, say(language, "Sold before, used after"));
  }
  put_supplier_rows(table, &supplier);
  row = put_supplier(table, say(language, "What you keep"), results->left_used_unregistered_cents,
                     results->left_used_registered_cents);
  put_between(table, row, &supplier, results->left_sold_before_cents);
  table->note = registration_note(language, registration);
}
