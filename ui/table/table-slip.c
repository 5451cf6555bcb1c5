/* Room: table. Knows: the taxes of one invoice at the counter. Must not know: who shows it.
 *
 * How a voucher is rung up (domain §5.7): the visit alone, with something more, and after the
 * promotion, when the amount paid is money against the price of that day. */
#include "ui/table/table-build.h"

#include "model/tax/tax.h"

typedef enum { RING_VISIT, RING_MORE, RING_LATE, RING_COUNT } Ring;

/* In the order of an invoice. */
typedef enum {
  LINE_SERVICE,
  LINE_DISCOUNT,
  LINE_MORE,
  LINE_TAX, /* and the next, as the set has them */
  LINE_TOTAL = LINE_TAX + TAX_COMPONENTS_MAX,
  LINE_PAID,
  LINE_CLIENT_PAYS,
  LINE_COUNT
} SlipLine;

typedef struct {
  int64_t line_cents[LINE_COUNT];
} Rung;

static bool is_taxed_before(const PlanDeal *deal) {
  return deal->tax_treatment == TREATMENT_SITE_PRINCIPAL ||
         deal->tax_treatment == TREATMENT_AT_SALE;
}

/* One visit of the voucher. */
static Rung ring(const Plan *plan, const TaxSet *set, int32_t date, Ring how) {
  const PlanDeal *deal = &plan->deal;
  int visits = deal->visits_per_voucher;
  int64_t list = deal->list_price_cents / visits, paid = deal->price_cents / visits;
  int64_t more = how == RING_MORE ? plan->clients.extras_cents : 0;
  CounterInvoice counter = how == RING_LATE ? tax_late_invoice(&plan->business, date, list, paid, 0)
                                            : tax_counter_invoice_of(deal, set, paid, list, more);
  bool is_before = how != RING_LATE && is_taxed_before(deal);
  Rung rung = {{[LINE_SERVICE] = is_before ? 0 : list,
                [LINE_MORE] = more,
                [LINE_TAX] = counter.invoice.tax_cents[0],
                [LINE_TAX + 1] = counter.invoice.tax_cents[1],
                [LINE_PAID] = is_before ? 0 : -counter.paid_cents,
                [LINE_CLIENT_PAYS] = counter.client_pays_cents}};
  rung.line_cents[LINE_TOTAL] = rung.line_cents[LINE_CLIENT_PAYS] - rung.line_cents[LINE_PAID];
  /* What is left to come to the total: taxes included are inside the price paid. */
  rung.line_cents[LINE_DISCOUNT] = rung.line_cents[LINE_TOTAL] - rung.line_cents[LINE_SERVICE] -
                                   more - counter.invoice.tax_total_cents;
  return rung;
}

static const char *line_label(Language language, const TaxSet *set, int line) {
  static const char *const labels[LINE_COUNT] = {
      [LINE_SERVICE] = N_("Service, at its list price"),
      [LINE_DISCOUNT] = N_("Discount of the offer"),
      [LINE_MORE] = N_("Something more, before tax"),
      [LINE_TOTAL] = N_("Total of the invoice"),
      [LINE_PAID] = N_("Paid by voucher"),
      [LINE_CLIENT_PAYS] = N_("The client pays"),
  };
  return labels[line] ? say(language, labels[line]) : tax_label(language, set, line - LINE_TAX);
}

static void add_lines(Table *table, const TaxSet *set, const Rung *rungs, int count) {
  for (int line = 0; line < LINE_COUNT; line++) {
    if (line >= LINE_TAX + set->count && line < LINE_TOTAL)
      continue;
    bool is_total = line == LINE_TOTAL || line == LINE_CLIENT_PAYS;
    TableRow *row = table_add_row(table, is_total ? ROW_TOTAL : ROW_NORMAL);
    table_put_text(row, 0, line_label(table->language, set, line));
    for (int i = 0; i < count; i++)
      table_put_number(table, row, i + 1, rungs[i].line_cents[line]);
  }
}

static bool has_late(const Plan *plan) {
  return !is_taxed_before(&plan->deal);
}

static char *slip_note(Language language, const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  int visits = deal->visits_per_voucher;
  GString *note = g_string_new(say(language, "In dollars."));
  const char *more = NULL;
  switch (deal->tax_treatment) {
  case TREATMENT_GIFT_CERTIFICATE:
    more = !tax_price_is_included(deal)
               ? NULL
               : say(language, "The taxes are inside the price paid for the voucher.");
    break;
  case TREATMENT_LIST_PRICE:
    more = say(language, "Your contract puts the taxes on the list price.");
    break;
  case TREATMENT_SITE_PRINCIPAL:
  case TREATMENT_AT_SALE:
    more = say(language, "The visit was taxed when the voucher was sold: only what the client buys "
                         "besides is rung up.");
    break;
  case TREATMENT_COUNT:
  default:
    break;
  }
  if (more)
    g_string_append_printf(note, " %s", more);
  if (visits > 1) {
    g_autofree char *one = g_strdup_printf(
        say(language,
            "One visit of the %d of a voucher; the last one takes the cents that remain."),
        visits);
    g_string_append_printf(note, " %s", one);
  }
  return g_string_free(note, FALSE);
}

Table *table_slip(Language language, const Plan *plan, int32_t date) {
  const PlanBusiness *business = &plan->business;
  TaxSet set = tax_set_collected(business, date);
  Table *table = table_new(language, say(language, "How to ring up a voucher"));
  g_autofree char *end = say_date(language, plan->deal.promotion_end_date);
  g_autofree char *late = g_strdup_printf(say(language, "After %s"), end);
  Rung rungs[RING_COUNT];
  bool in_use[RING_COUNT] = {true, plan->clients.extras_cents > 0, has_late(plan)};
  const char *const headings[RING_COUNT] = {say(language, "The visit"),
                                            say(language, "With something more"), late};
  int count = 0;

  table_add_column(table, COLUMN_TEXT, say(language, "On the invoice"));
  for (int i = 0; i < RING_COUNT; i++)
    if (in_use[i]) {
      table_add_column(table, COLUMN_MONEY, headings[i]);
      rungs[count++] = ring(plan, &set, date, (Ring)i);
    }
  add_lines(table, &set, rungs, count);
  table->note = slip_note(language, plan);
  return table;
}
