/* Room: sheet. Knows: the steps of one used voucher, as live formulas. Must not know: where the
 * facts behind them come from (voucher-terms.c). */
#include "ui/sheet/voucher-terms.h"

enum { STEP_LABEL, STEP_LIVE, STEP_COMPUTED, STEP_DIFFERENCE };

/* Cents; {name} as in voucher-terms.h. Totals are sums of cells. */
static const char *const STEPS[STEP_COUNT] = {
    [STEP_LIST_PRICE] = "{list}",
    [STEP_DISCOUNT] = "({price}-{list})",
    [STEP_PRICE_PAID] = NULL,
    [STEP_TAX_INSIDE] = "-{inside}*IF({treatment}=4,{whole.tax1}+{whole.tax2},"
                        "{parts}*({visit.tax1}+{visit.tax2})+{last.tax1}+{last.tax2})",
    [STEP_TAX_KEPT] = "CHOOSE({treatment},{parts}*{visit.back}+{last.back},"
                      "{listparts}*{listvisit.back}+{listlast.back},{whole.back},{whole.back})",
    [STEP_COMMISSION] = "-IF({treatment}=3,{commission},{site.net})",
    [STEP_COMMISSION_TAX] = "IF({treatment}=3,0,{site.back}-{site.tax1}-{site.tax2})",
    [STEP_CARD_FEE] = "-({card.net}+{card.tax1}+{card.tax2}-{card.back})",
    [STEP_PAY] = "-{visits}*{visitpay}",
    [STEP_CONTRIBUTIONS] =
        "-IF({staff}=0,ROUND({visits}*{visitpay}*{contributions}/100000,0),"
        "ROUND({visits}*{visitpay}*{contributions}*{employees}/(100000*MAX(1,{staff})),0))",
    [STEP_SUPPLIES] = "-{visits}*({supplies.net}+{supplies.tax1}+{supplies.tax2}-{supplies.back})",
    [STEP_EXTRAS] =
        "ROUND(({extras.amount}+{extras.back}-({goods.net}+{goods.tax1}+{goods.tax2}-{goods.back}))"
        "*{visits}*ROUND(100000*{@clients.extras_share_per_100k},0)/100000,0)",
    [STEP_LEFT] = NULL,
};

static const char CLIENT_ADDS[] =
    "CHOOSE({treatment},"
    "(1-{inside})*({parts}*({visit.tax1}+{visit.tax2})+{last.tax1}+{last.tax2}),"
    "{listparts}*({listvisit.tax1}+{listvisit.tax2})+{listlast.tax1}+{listlast.tax2},0,0)";

/* The live amount beside what the program computed. */
static void put_step(Sheet *sheet, const char *label, CellLook look, const char *formula,
                     int64_t cents) {
  sheet_text(sheet, STEP_LABEL, look, label);
  sheet_formula(sheet, STEP_LIVE, CELL_MONEY, look, cents, "%s", formula);
  sheet_number(sheet, STEP_COMPUTED, CELL_MONEY, look, cents);
  sheet_formula(sheet, STEP_DIFFERENCE, CELL_MONEY, look, 0, "ROUND(%s-%s,2)",
                cell_name(sheet->row, STEP_LIVE).text, cell_name(sheet->row, STEP_COMPUTED).text);
  sheet->row++;
}

/* A total is the sum of the steps since the price it begins with. */
static char *total_formula(WaterfallStep step) {
  int first = step == STEP_PRICE_PAID ? STEP_LIST_PRICE : STEP_PRICE_PAID;
  return g_strdup_printf("ROUND(SUM(%s:%s),2)",
                         cell_name(VOUCHER_STEPS_ROW + first, STEP_LIVE).text,
                         cell_name(VOUCHER_STEPS_ROW + (int)step - 1, STEP_LIVE).text);
}

static char *cents_formula(const Workbook *book, const char *template) {
  g_autofree char *formula = voucher_formula(book, template);
  return g_strconcat(formula, "/100", NULL);
}

static void put_steps(Sheet *sheet, const VoucherResult *voucher) {
  Workbook *book = sheet->book;
  Language language = book->language;
  g_return_if_fail(sheet->row == VOUCHER_STEPS_ROW);
  for (int i = 0; i < STEP_COUNT; i++) {
    WaterfallStep step = (WaterfallStep)i;
    g_autofree char *formula =
        STEPS[i] != NULL ? cents_formula(book, STEPS[i]) : total_formula(step);
    put_step(sheet, waterfall_step_label(language, step),
             waterfall_is_total(step) ? LOOK_TOTAL : LOOK_NORMAL, formula,
             voucher->used.step_cents[i]);
  }
  g_autofree char *adds = cents_formula(book, CLIENT_ADDS);
  put_step(sheet, say(language, "Taxes the client adds at the counter"), LOOK_NORMAL, adds,
           voucher->client_pays_at_counter_cents);
}

static void put_rate(Sheet *sheet, const VoucherValues *values, int index) {
  const TaxSet *named = index < values->sales.count ? &values->sales : &values->costs;
  const TaxComponent *sale = &values->sales.component[index];
  const TaxComponent *cost = &values->costs.component[index];
  bool sold = index < values->sales.count, paid = index < values->costs.count;
  sheet_text(sheet, RATE_NAME, LOOK_NORMAL,
             sold || paid ? tax_label(sheet->book->language, named, index) : "–");
  sheet_number(sheet, RATE_SALES, CELL_PERCENT, LOOK_INPUT, sold ? sale->rate_per_100k : 0);
  sheet_number(sheet, RATE_SALES_ON_PREVIOUS, CELL_COUNT_OF, LOOK_INPUT,
               sold && index > 0 && sale->on_previous);
  sheet_number(sheet, RATE_QUICK, CELL_PERCENT, LOOK_INPUT, values->quick_per_100k[index]);
  sheet_number(sheet, RATE_COSTS, CELL_PERCENT, LOOK_INPUT, paid ? cost->rate_per_100k : 0);
  sheet_number(sheet, RATE_COSTS_ON_PREVIOUS, CELL_COUNT_OF, LOOK_INPUT,
               paid && index > 0 && cost->on_previous);
  sheet_number(sheet, RATE_COMES_BACK, CELL_COUNT_OF, LOOK_INPUT, paid && cost->recoverable);
  sheet->row++;
}

static void put_rates(Sheet *sheet, const VoucherValues *values) {
  Language language = sheet->book->language;
  const char *const heads[RATE_COLUMN_COUNT] = {
      say(language, "Tax"),
      say(language, "Rate on sales"),
      say(language, "On the tax before it too (1: yes)"),
      say(language, "Quick Method rate"),
      say(language, "Rate on costs"),
      say(language, "On the tax before it too (1: yes)"),
      say(language, "Comes back (1: yes)"),
  };
  sheet->row = VOUCHER_TAXES_ROW - 2;
  sheet_section(sheet, say(language, "Taxes on the day of the sale"));
  sheet_heads(sheet, heads, RATE_COLUMN_COUNT, 1u << RATE_NAME);
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    put_rate(sheet, values, i);
}

static void put_facts(Sheet *sheet, const VoucherValues *values) {
  Language language = sheet->book->language;
  sheet->row = VOUCHER_FACTS_ROW - 1;
  sheet_section(sheet, say(language, "What the plan says, as whole numbers"));
  for (int i = 0; i < FACT_COUNT; i++) {
    const FactTerm *term = voucher_fact_term((VoucherFact)i);
    sheet_text(sheet, 0, LOOK_NORMAL, say(language, term->label));
    if (term->formula != NULL) {
      g_autofree char *formula = voucher_formula(sheet->book, term->formula);
      sheet_formula(sheet, 1, CELL_COUNT_OF, LOOK_NORMAL, values->fact[i], "%s", formula);
    } else {
      sheet_number(sheet, 1, CELL_COUNT_OF, LOOK_NORMAL, values->fact[i]);
    }
    sheet->row++;
  }
}

static void put_invoice(Sheet *sheet, const VoucherValues *values, VoucherInvoice invoice) {
  const InvoiceTerm *term = voucher_invoice_term(invoice);
  const char *const given[] = {term->amount, term->bears_tax, term->inside};
  sheet_text(sheet, INVOICE_NAME, LOOK_NORMAL, say(sheet->book->language, term->label));
  for (int column = INVOICE_AMOUNT; column < INVOICE_COLUMN_COUNT; column++) {
    g_autofree char *formula = column < INVOICE_TAX_1
                                   ? voucher_formula(sheet->book, given[column - INVOICE_AMOUNT])
                                   : voucher_invoice_formula(sheet->book, invoice, column);
    sheet_formula(sheet, column, CELL_COUNT_OF, LOOK_NORMAL, values->invoice[invoice][column], "%s",
                  formula);
  }
  sheet->row++;
}

static void put_invoices(Sheet *sheet, const VoucherValues *values) {
  Language language = sheet->book->language;
  const char *const heads[INVOICE_COLUMN_COUNT] = {
      say(language, "Invoice, in cents"),  say(language, "Amount"),
      say(language, "Bears tax (1: yes)"), say(language, "Taxes inside (1: yes)"),
      say(language, "First tax"),          say(language, "Second tax"),
      say(language, "Before tax"),         say(language, "Kept, or comes back"),
  };
  sheet->row = VOUCHER_INVOICES_ROW - 2;
  sheet_section(sheet, say(language, "Invoices behind the steps"));
  sheet_heads(sheet, heads, INVOICE_COLUMN_COUNT, 1u << INVOICE_NAME);
  for (int i = 0; i < INVOICE_COUNT; i++)
    put_invoice(sheet, values, (VoucherInvoice)i);
}

void workbook_add_voucher(Workbook *book) {
  Language language = book->language;
  const char *const heads[] = {say(language, "Step"), say(language, "Live"),
                               say(language, "As Aubaine computed it"),
                               say(language, "Difference")};
  lxw_protection may = {.format_cells = 1, .format_columns = 1, .format_rows = 1};
  const VoucherResult *voucher = &books_results(book->books)->voucher;
  g_autofree VoucherValues *values = g_new(VoucherValues, 1);
  Sheet sheet;
  voucher_values_fill(book, values);
  sheet_begin(&sheet, book, say(language, "Voucher"),
              say(language, "What one used voucher leaves"));
  sheet_note(&sheet,
             say(language, "The live column follows the coloured cells, of the assumptions and "
                           "below; half a cent rounds away from zero, each tax once an invoice. "
                           "Sold and used on the day of the sale. The difference is what your "
                           "changes are worth."));
  sheet_heads(&sheet, heads, G_N_ELEMENTS(heads), 1u << STEP_LABEL);
  put_steps(&sheet, voucher);
  put_rates(&sheet, values);
  put_facts(&sheet, values);
  put_invoices(&sheet, values);
  worksheet_protect(sheet.page, NULL, &may);
  sheet_end(&sheet, VOUCHER_STEPS_ROW - 1, 1);
}
