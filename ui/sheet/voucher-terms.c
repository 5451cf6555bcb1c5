/* Room: sheet. Knows: the arithmetic of one voucher (model/tax/voucher.c), as formulas. Must not
 * know: values. See voucher-terms.h. */
#include "ui/sheet/voucher-terms.h"

#include <string.h>

static const FactTerm FACTS[FACT_COUNT] = {
    [FACT_SERVICE] = {"service", N_("Service offered, from 1"), "{@deal.service_index}"},
    [FACT_TREATMENT] = {"treatment", N_("Tax treatment, its place in the list"),
                        "{?deal.tax_treatment}"},
    [FACT_INCLUDED] = {"included", N_("The offer’s taxes are included (1: yes)"),
                       "IF({?deal.price_tax_wording}=1,0,1)"},
    [FACT_INSIDE] = {"inside", N_("Taxes are inside the price (1: yes)"),
                     "IF(OR({treatment}=1,{treatment}=4),{included},0)"},
    [FACT_TAXABLE] = {"taxable", N_("One who is registered collects tax that day (1: yes)"), NULL},
    [FACT_THRESHOLD] = {"threshold", N_("Registered that day by passing the threshold (1: yes)"),
                        NULL},
    [FACT_COLLECTED] = {"collected", N_("Tax is collected (1: yes)"),
                        "MAX({threshold},IF({?business.gst_registered}=1,{taxable},0))"},
    [FACT_QUICK_EXISTS] = {"exists", N_("The Quick Method exists there (1: yes)"), NULL},
    [FACT_QUICK] = {"quick", N_("The Quick Method is used (1: yes)"),
                    "IF({?business.quick_method}=1,{collected}*{exists},0)"},
    [FACT_CREDITED] = {"credited", N_("Taxes of costs come back (1: yes)"),
                       "{collected}*(1-{quick})"},
    [FACT_VISITS] = {"visits", N_("Visits of a voucher"), "{@deal.visits_per_voucher}"},
    [FACT_PRICE] = {"price", N_("Price paid, in cents"), "ROUND(100*{@deal.price_cents},0)"},
    [FACT_PART] = {"part", N_("Price of one visit, in cents"), "ROUND({price}/{visits},0)"},
    [FACT_PARTS] = {"parts", N_("Visits of that price, before the last"),
                    "IF({part}=0,0,MIN({visits}-1,INT({price}/{part})))"},
    [FACT_LIST] = {"list", N_("List price, in cents"), "ROUND(100*{@deal.list_price_cents},0)"},
    [FACT_LIST_PART] = {"listpart", N_("List price of one visit, in cents"),
                        "ROUND({list}/{visits},0)"},
    [FACT_LIST_PARTS] = {"listparts", N_("Visits of that list price, before the last"),
                         "IF({listpart}=0,0,MIN({visits}-1,INT({list}/{listpart})))"},
    [FACT_COMMISSION] = {"commission", N_("The site’s share, in cents"),
                         "ROUND({price}*ROUND(100000*{@deal.commission_per_100k},0)/100000,0)"},
    [FACT_FEE] = {"fee", N_("Card fee before tax, in cents"),
                  "ROUND(({price}-IF({?deal.card_fee_base}=2,{commission},0))"
                  "*ROUND(100000*{@deal.card_fee_per_100k},0)/100000,0)"},
    [FACT_RULE] = {"rule", N_("Pay rule of the visit, its place in the list"),
                   "IF({?deal_pay.rule}=6,{s?pay_rule},{?deal_pay.rule})"},
    [FACT_SHARE] = {"share", N_("Share paid, per 100,000"),
                    "ROUND(100000*IF({?deal_pay.rule}=6,{s@pay_per_100k},{@deal_pay.per_100k}),0)"},
    [FACT_FLAT] = {"flat", N_("Amount paid to each, in cents"),
                   "ROUND(100*IF({?deal_pay.rule}=6,{s@pay_flat_cents},{@deal_pay.flat_cents}),0)"},
    [FACT_STAFF_NEEDED] = {"needed", N_("People who give the visit"), "{s@staff_needed}"},
    [FACT_USUAL] = {"usual", N_("Usual price of a visit, in cents"),
                    "ROUND(100*{s@list_price_cents},0)"},
    [FACT_VISIT_PAY] = {"visitpay", N_("Pay of one visit, in cents"),
                        "IF({needed}=0,0,CHOOSE({rule},ROUND({usual}*{share}/100000,0),"
                        "ROUND({visit.net}*{share}/100000,0),"
                        "MAX(0,ROUND(({visit.net}-IF({treatment}=3,{sitepart.amount},"
                        "{sitepart.net}))*{share}/100000,0)),{flat}*{needed},0))"},
    [FACT_CONTRIBUTIONS] = {"contributions", N_("Contributions on pay, per 100,000"),
                            "ROUND(100000*{@business.contributions_per_100k},0)"},
    [FACT_EMPLOYEES] = {"employees", N_("Employees among the staff"), "{employees of staff}"},
    [FACT_STAFF] = {"staff", N_("People of the staff"), NULL},
};

static const InvoiceTerm INVOICES[INVOICE_COUNT] = {
    [INVOICE_VISIT] = {"visit", N_("One visit"), "{part}", "{collected}", "{inside}", false},
    [INVOICE_LAST] = {"last", N_("The last visit"), "{price}-{parts}*{part}", "{collected}",
                      "{inside}", false},
    [INVOICE_WHOLE] = {"whole", N_("The whole voucher, when the site’s statement bears the tax"),
                       "{price}-IF({treatment}=3,{commission},0)", "{collected}",
                       "IF({treatment}=3,0,{inside})", false},
    [INVOICE_LIST_VISIT] = {"listvisit", N_("List price of one visit"), "{listpart}", "{collected}",
                            "0", false},
    [INVOICE_LIST_LAST] = {"listlast", N_("List price of the last visit"),
                           "{list}-{listparts}*{listpart}", "{collected}", "0", false},
    [INVOICE_EXTRAS] = {"extras", N_("Extras of a visit"), "ROUND(100*{@clients.extras_cents},0)",
                        "{collected}", "0", false},
    [INVOICE_SITE] = {"site", N_("Commission"), "{commission}", "IF({?deal.commission_tax}=3,0,1)",
                      "IF({?deal.commission_tax}=2,1,0)", true},
    [INVOICE_SITE_PART] = {"sitepart", N_("Commission of one visit"),
                           "ROUND({commission}/{visits},0)", "IF({?deal.commission_tax}=3,0,1)",
                           "IF({?deal.commission_tax}=2,1,0)", true},
    [INVOICE_FEE] = {"card", N_("Card fee"), "{fee}", "IF({?deal.card_fee_taxed}=1,1,0)", "0",
                     true},
    [INVOICE_SUPPLIES] = {"supplies", N_("Supplies of a visit"), "ROUND(100*{s@supplies_cents},0)",
                          "1", "0", true},
    [INVOICE_GOODS] = {"goods", N_("What extras cost"),
                       "ROUND({extras.amount}*ROUND(100000*{@clients.extras_cost_per_100k},0)"
                       "/100000,0)",
                       "1", "0", true},
};

static const char *const INVOICE_COLUMNS[INVOICE_COLUMN_COUNT] = {
    [INVOICE_NAME] = "",     [INVOICE_AMOUNT] = "amount", [INVOICE_BEARS] = "bears",
    [INVOICE_INSIDE] = "in", [INVOICE_TAX_1] = "tax1",    [INVOICE_TAX_2] = "tax2",
    [INVOICE_NET] = "net",   [INVOICE_BACK] = "back",
};

const FactTerm *voucher_fact_term(VoucherFact fact) {
  return &FACTS[fact];
}

const InvoiceTerm *voucher_invoice_term(VoucherInvoice invoice) {
  return &INVOICES[invoice];
}

/* The place of a word in its list, from 1. */
static char *word_place(const Workbook *book, const char *path) {
  g_autofree char *place = assumption_place(book, path);
  g_autofree char *range = choices_range(book, choices_of_field(field_find(path)));
  return g_strdup_printf("MATCH(%s,%s,0)", place, range);
}

static char *value_or_word(const Workbook *book, char mark, const char *path) {
  return mark == '?' ? word_place(book, path) : assumption_place(book, path);
}

/* Of the service offered: one of those there are. */
static char *of_service(const Workbook *book, char mark, const char *member) {
  GString *text = g_string_new("CHOOSE(");
  CellName service = cell_pinned(VOUCHER_FACTS_ROW + FACT_SERVICE, 1);
  g_string_append(text, service.text);
  for (int i = 0; i < book->plan->services_count; i++) {
    g_autofree char *path = g_strdup_printf("services[%d].%s", i, member);
    g_autofree char *value = value_or_word(book, mark, path);
    g_string_append_printf(text, ",%s", value);
  }
  g_string_append_c(text, ')');
  return g_string_free(text, FALSE);
}

static char *employees_of_staff(const Workbook *book) {
  GString *text = g_string_new("0");
  for (int i = 0; i < book->plan->staff_count; i++) {
    g_autofree char *path = g_strdup_printf("staff[%d].employment", i);
    g_autofree char *word = word_place(book, path);
    g_string_append_printf(text, "+IF(%s=1,1,0)", word);
  }
  return g_string_free(text, FALSE);
}

/* "sales1", "onsales2", "quick1", "costs2", "oncosts2", "back1". */
static char *rate_place(const char *name) {
  static const struct {
    const char *name;
    int column;
    bool is_rate;
  } rates[] = {{"sales", RATE_SALES, true},
               {"onsales", RATE_SALES_ON_PREVIOUS, false},
               {"quickrate", RATE_QUICK, true},
               {"costs", RATE_COSTS, true},
               {"oncosts", RATE_COSTS_ON_PREVIOUS, false},
               {"back", RATE_COMES_BACK, false}};
  gsize length = strlen(name);
  for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
    if (length != strlen(rates[i].name) + 1 || !g_str_has_prefix(name, rates[i].name))
      continue;
    CellName cell = cell_pinned(VOUCHER_TAXES_ROW + name[length - 1] - '1', rates[i].column);
    return rates[i].is_rate ? g_strdup_printf("ROUND(100000*%s,0)", cell.text)
                            : g_strdup(cell.text);
  }
  return NULL;
}

static char *invoice_place(const char *name) {
  const char *dot = strchr(name, '.');
  if (dot == NULL)
    return NULL;
  for (int row = 0; row < INVOICE_COUNT; row++)
    for (int column = INVOICE_AMOUNT; column < INVOICE_COLUMN_COUNT; column++)
      if (strlen(INVOICES[row].name) == (gsize)(dot - name) &&
          g_str_has_prefix(name, INVOICES[row].name) &&
          strcmp(dot + 1, INVOICE_COLUMNS[column]) == 0)
        return g_strdup(cell_pinned(VOUCHER_INVOICES_ROW + row, column).text);
  return NULL;
}

static char *find_place(const Workbook *book, const char *name) {
  if (name[0] == '@' || name[0] == '?')
    return value_or_word(book, name[0], name + 1);
  if (name[0] == 's' && (name[1] == '@' || name[1] == '?'))
    return of_service(book, name[1], name + 2);
  if (strcmp(name, "employees of staff") == 0)
    return employees_of_staff(book);
  for (int fact = 0; fact < FACT_COUNT; fact++)
    if (strcmp(FACTS[fact].name, name) == 0)
      return g_strdup(cell_pinned(VOUCHER_FACTS_ROW + fact, 1).text);
  char *place = invoice_place(name);
  return place != NULL ? place : rate_place(name);
}

char *voucher_formula(const Workbook *book, const char *template) {
  GString *text = g_string_new(NULL);
  while (*template != '\0') {
    const char *end = *template == '{' ? strchr(template, '}') : NULL;
    if (end == NULL) {
      g_string_append_c(text, *template ++);
      continue;
    }
    g_autofree char *name = g_strndup(template + 1, (gsize)(end - template - 1));
    g_autofree char *place = find_place(book, name);
    g_assert(place != NULL); /* templates are ours */
    g_string_append(text, place);
    template = end + 1;
  }
  return g_string_free(text, FALSE);
}

/* ROUND is half away from zero, as the model's (domain §4). */
static const char *const COLUMN_TEMPLATES[2][INVOICE_COLUMN_COUNT] = {
    {[INVOICE_TAX_1] = "IF(#in=1,ROUND(#amount*#bears*{sales1}*100000/#gross,0),"
                       "ROUND(#amount*#bears*{sales1}/100000,0))",
     [INVOICE_TAX_2] = "IF(#in=1,ROUND(#amount*#bears*{sales2}*(100000+{onsales2}*{sales1})/#gross,"
                       "0),ROUND((#amount+{onsales2}*#tax1)*#bears*{sales2}/100000,0))",
     [INVOICE_NET] = "#amount-#in*(#tax1+#tax2)",
     [INVOICE_BACK] = "{quick}*(IF(OR(#tax1=0,{quickrate1}=0),0,#tax1-"
                      "ROUND((#net+#tax1)*{quickrate1}/100000,0))"
                      "+IF(OR(#tax2=0,{quickrate2}=0),0,#tax2-"
                      "ROUND((#net+#tax2)*{quickrate2}/100000,0)))"},
    {[INVOICE_TAX_1] = "IF(#in=1,ROUND(#amount*#bears*{costs1}*100000/#gross,0),"
                       "ROUND(#amount*#bears*{costs1}/100000,0))",
     [INVOICE_TAX_2] = "IF(#in=1,ROUND(#amount*#bears*{costs2}*(100000+{oncosts2}*{costs1})/#gross,"
                       "0),ROUND((#amount+{oncosts2}*#tax1)*#bears*{costs2}/100000,0))",
     [INVOICE_NET] = "#amount-#in*(#tax1+#tax2)",
     [INVOICE_BACK] = "{credited}*({back1}*#tax1+{back2}*#tax2)"},
};
static const char *const GROSS[2] = {
    "(10000000000+#bears*({sales1}*100000+{sales2}*(100000+{onsales2}*{sales1})))",
    "(10000000000+#bears*({costs1}*100000+{costs2}*(100000+{oncosts2}*{costs1})))"};

/* #column of a template is the cell of the row itself. */
static void name_row(GString *text, VoucherInvoice invoice) {
  for (int column = INVOICE_AMOUNT; column < INVOICE_COLUMN_COUNT; column++) {
    g_autofree char *mark = g_strconcat("#", INVOICE_COLUMNS[column], NULL);
    g_string_replace(text, mark, cell_pinned(VOUCHER_INVOICES_ROW + (int)invoice, column).text, 0);
  }
}

char *voucher_invoice_formula(const Workbook *book, VoucherInvoice invoice, int column) {
  int kind = INVOICES[invoice].is_cost;
  g_autoptr(GString) text = g_string_new(COLUMN_TEMPLATES[kind][column]);
  g_string_replace(text, "#gross", GROSS[kind], 0);
  name_row(text, invoice);
  return voucher_formula(book, text->str);
}
