/* Room: table. Knows: the voucher of the results. Must not know: who shows it.
 *
 * What one voucher leaves, taxes extra beside taxes included, and what stands beside it. */
#include "ui/table/table-build.h"

static const char *wording_note(Language language, TaxWording wording) {
  switch (wording) {
  case WORDING_EXTRA:
    return say(language, "In dollars. The offer says taxes extra.");
  case WORDING_INCLUDED:
    return say(language, "In dollars. The offer says taxes included.");
  case WORDING_NOT_CHECKED:
  case WORDING_COUNT:
    break;
  }
  return say(language, "In dollars. The wording is not checked: counted as taxes included.");
}

Table *table_waterfall(Language language, const Plan *plan, const Results *results) {
  const VoucherResult *voucher = &results->voucher;
  Table *table = table_new(language, say(language, "What one used voucher leaves"));

  table_add_column(table, COLUMN_TEXT, say(language, "Step"));
  table_add_column(table, COLUMN_MONEY, say(language, "Taxes extra"));
  table_add_column(table, COLUMN_MONEY, say(language, "Taxes included"));
  for (int i = 0; i < STEP_COUNT; i++) {
    WaterfallStep step = (WaterfallStep)i;
    TableRow *row = table_add_row(table, waterfall_is_total(step) ? ROW_TOTAL : ROW_NORMAL);

    table_put_text(row, 0, waterfall_step_label(language, step));
    table_put_number(table, row, 1, voucher->used_extra.step_cents[step]);
    table_put_number(table, row, 2, voucher->used_included.step_cents[step]);
  }
  table->note = g_strdup(wording_note(language, plan->deal.price_tax_wording));
  return table;
}

Table *table_other_vouchers(Language language, const Plan *plan, const Results *results) {
  const VoucherResult *voucher = &results->voucher;
  const struct {
    const char *label;
    int64_t cents;
  } lines[] = {
      {say(language, "Used by a new client"), voucher->left_used_cents},
      {say(language, "Used by a client who would have paid full price"),
       voucher->left_existing_cents},
      {say(language, "Never used"), voucher->left_unused_cents},
      {say(language, "A full-price visit of a client who returns"), voucher->left_returning_cents},
      {say(language, "A full-price visit of this service"), voucher->margin_regular_cents},
      {say(language, "A full-price visit, all services together"),
       voucher->margin_mean_regular_cents},
      {say(language, "Part of the pay you would owe anyway"), voucher->guaranteed_anyway_cents},
      {say(language, "What taxes extra instead of included is worth"),
       voucher->wording_difference_cents},
      {say(language, "Taxes the client adds at the counter"),
       voucher->client_pays_at_counter_cents},
  };
  Table *table = table_new(language, say(language, "What it leaves, by who uses it"));

  table_add_column(table, COLUMN_TEXT, say(language, "Voucher or visit"));
  table_add_column(table, COLUMN_MONEY, say(language, "Dollars"));
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, 0, lines[i].label);
    table_put_number(table, row, 1, lines[i].cents);
  }
  return table;
}
