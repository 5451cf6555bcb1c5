/* Room: sheet; for this room only. What the voucher's formulas are made of: facts of the plan as
 * whole numbers, and the invoices of one voucher, each with its place on the sheet and its value.
 *
 * Formulas are written as templates. {name} is a fact, {row.column} a cell of an invoice, {@path} a
 * value of the plan, {?path} the place of its word in its list from 1, {s@member} and {s?member}
 * the same of the service offered, {sales1} … the rates of the day. All arithmetic is in whole
 * cents and rates per 100 000, so that a half is a half in every program. */
#pragma once

#include "model/tax/tax.h"
#include "ui/sheet/workbook-parts.h"

typedef enum {
  FACT_SERVICE,
  FACT_TREATMENT,
  FACT_INCLUDED,
  FACT_INSIDE,
  FACT_TAXABLE,
  FACT_THRESHOLD,
  FACT_COLLECTED,
  FACT_QUICK_EXISTS,
  FACT_QUICK,
  FACT_CREDITED,
  FACT_VISITS,
  FACT_PRICE,
  FACT_PART,
  FACT_PARTS,
  FACT_LIST,
  FACT_LIST_PART,
  FACT_LIST_PARTS,
  FACT_COMMISSION,
  FACT_FEE,
  FACT_RULE,
  FACT_SHARE,
  FACT_FLAT,
  FACT_STAFF_NEEDED,
  FACT_USUAL,
  FACT_VISIT_PAY,
  FACT_CONTRIBUTIONS,
  FACT_EMPLOYEES,
  FACT_STAFF,
  FACT_COUNT
} VoucherFact;

typedef enum {
  INVOICE_VISIT,
  INVOICE_LAST,
  INVOICE_WHOLE,
  INVOICE_LIST_VISIT,
  INVOICE_LIST_LAST,
  INVOICE_EXTRAS,
  INVOICE_SITE,
  INVOICE_SITE_PART,
  INVOICE_FEE,
  INVOICE_SUPPLIES,
  INVOICE_GOODS,
  INVOICE_COUNT
} VoucherInvoice;

typedef struct {
  const char *name;
  const char *label;
  const char *formula; /* NULL: a number that the sheet takes as it is */
} FactTerm;

typedef struct {
  const char *name;
  const char *label;
  const char *amount, *bears_tax, *inside; /* templates */
  bool is_cost;                            /* of a supplier; else the business's own */
} InvoiceTerm;

const FactTerm *voucher_fact_term(VoucherFact fact);
const InvoiceTerm *voucher_invoice_term(VoucherInvoice invoice);

/* Where things stand on the voucher's sheet, rows from 0. */
enum {
  VOUCHER_STEPS_ROW = 3,
  VOUCHER_COUNTER_ROW = VOUCHER_STEPS_ROW + STEP_COUNT,
  VOUCHER_TAXES_ROW = VOUCHER_COUNTER_ROW + 4,
  VOUCHER_FACTS_ROW = VOUCHER_TAXES_ROW + TAX_COMPONENTS_MAX + 2,
  VOUCHER_INVOICES_ROW = VOUCHER_FACTS_ROW + FACT_COUNT + 3,
};

/* Columns of the rates and of the invoices. */
enum {
  RATE_NAME,
  RATE_SALES,
  RATE_SALES_ON_PREVIOUS,
  RATE_QUICK,
  RATE_COSTS,
  RATE_COSTS_ON_PREVIOUS,
  RATE_COMES_BACK,
  RATE_COLUMN_COUNT
};
enum {
  INVOICE_NAME,
  INVOICE_AMOUNT,
  INVOICE_BEARS,
  INVOICE_INSIDE,
  INVOICE_TAX_1,
  INVOICE_TAX_2,
  INVOICE_NET,
  INVOICE_BACK, /* own: what the Quick Method leaves; a cost: what comes back */
  INVOICE_COLUMN_COUNT
};

/* The formula that a template stands for. Free with g_free. */
char *voucher_formula(const Workbook *book, const char *template);
/* The same of a column of an invoice from its tax on. */
char *voucher_invoice_formula(const Workbook *book, VoucherInvoice invoice, int column);

/* The values, from the model's own functions. */
typedef struct {
  TaxSet sales, costs; /* of the sale's day, whoever is registered */
  int32_t quick_per_100k[TAX_COMPONENTS_MAX];
  int64_t fact[FACT_COUNT];
  int64_t invoice[INVOICE_COUNT][INVOICE_COLUMN_COUNT];
} VoucherValues;
void voucher_values_fill(const Workbook *book, VoucherValues *values);
