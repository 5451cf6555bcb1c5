/* Room: paper. Knows: tax, results, words. Must not know: pages.
 *
 * The two small tables of the first page that say whose money it is. */
#include "ui/paper/report-tables.h"
#include "ui/table/table-build.h"

enum { WORDING_LABEL, WORDING_A, WORDING_B, WORDING_COLUMN_COUNT };

typedef struct {
  CounterInvoice invoice;
  Commission commission;
} OneVoucher;

/* One voucher sold and used on the sale's date, as a gift certificate with that wording. */
static OneVoucher voucher_worded(const Plan *plan, TaxWording wording) {
  PlanDeal deal = plan->deal;
  deal.tax_treatment = TREATMENT_GIFT_CERTIFICATE;
  deal.price_tax_wording = wording;
  return (OneVoucher){
      .invoice = tax_counter_invoice(&plan->business, &deal, deal.sale_date, 1, 0),
      .commission = tax_commission(&plan->business, &deal, deal.sale_date, 1),
  };
}

static void add_pair(Table *table, RowKind kind, const char *label, int64_t extra_cents,
                     int64_t included_cents) {
  TableRow *row = table_add_row(table, kind);
  table_put_text(row, WORDING_LABEL, label);
  table_put_number(table, row, WORDING_A, extra_cents);
  table_put_number(table, row, WORDING_B, included_cents);
}

static void add_tax_rows(Table *table, const Plan *plan, const OneVoucher *a, const OneVoucher *b) {
  TaxSet set;
  if (!plan->business.gst_registered ||
      !tax_set_for_sales(&plan->business, plan->deal.sale_date, &set))
    return;
  for (int i = 0; i < set.count; i++) {
    g_autofree char *label =
        g_strdup_printf(say(table->language, "%s to remit"),
                        tax_kind_label(table->language, set.component[i].kind));
    add_pair(table, ROW_NORMAL, label, a->invoice.invoice.tax_cents[i],
             b->invoice.invoice.tax_cents[i]);
  }
}

static char *wording_note(Language language, const Plan *plan, const Results *results) {
  g_autofree char *cost = say_money(language, results->voucher.wording_difference_cents);
  g_autofree char *used = field_value_text(language, plan, "deal.price_tax_wording");
  if (results->voucher.wording_difference_cents == 0)
    return g_strdup_printf(say(language, "The wording changes nothing here. Plan: %s."), used);
  return g_strdup_printf(
      say(language, "Taxes included costs you %1$s more on each used voucher. Plan: %2$s."), cost,
      used);
}

Table *report_table_wording(Language language, const Plan *plan, const Results *results) {
  OneVoucher a = voucher_worded(plan, WORDING_EXTRA), b = voucher_worded(plan, WORDING_INCLUDED);
  Table *table = table_new(language, say(language, "Taxes: what the offer says"));
  g_autofree char *price = say_money(language, plan->deal.price_cents);
  g_autofree char *heading = g_strdup_printf(say(language, "A used voucher of %s"), price);
  table_add_column(table, COLUMN_TEXT, heading);
  table_add_column(table, COLUMN_MONEY, say(language, "extra"));
  table_add_column(table, COLUMN_MONEY, say(language, "included"));
  add_pair(table, ROW_NORMAL, say(language, "Client adds at the counter"),
           a.invoice.client_pays_cents, b.invoice.client_pays_cents);
  add_tax_rows(table, plan, &a, &b);
  add_pair(table, ROW_NORMAL, say(language, "Revenue before tax"), a.invoice.revenue_cents,
           b.invoice.revenue_cents);
  add_pair(table, ROW_NORMAL, say(language, "Commission before tax"),
           -a.commission.invoice.net_cents, -b.commission.invoice.net_cents);
  int64_t lost_cents = a.commission.cost_cents - a.commission.invoice.net_cents;
  if (lost_cents != 0)
    add_pair(table, ROW_NORMAL, say(language, "Its tax, not recovered"), -lost_cents,
             b.commission.invoice.net_cents - b.commission.cost_cents);
  add_pair(table, ROW_TOTAL, say(language, "Revenue less commission"),
           a.invoice.revenue_cents - a.commission.cost_cents,
           b.invoice.revenue_cents - b.commission.cost_cents);
  table->note = wording_note(language, plan, results);
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
