/* Room: tax. The Quick Method of accounting for sales taxes (domain §5.4; CRA guide RC4058,
 * Revenu Québec IN-203): rates for services, remitted on sales that include their own tax only; no
 * credit for costs. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/tax/tax.h"

#define QUICK_METHOD_LIMIT_CENTS 40000000 /* yearly sales with GST; above: not allowed */

typedef struct {
  int32_t rate_per_100k[TAX_COMPONENTS_MAX];      /* by the components of the sales' set */
  int32_t credit_per_100k;                        /* 1 000: 1 % */
  int64_t credit_sales_cents[TAX_COMPONENTS_MAX]; /* first sales with their tax of a fiscal year */
} QuickMethod;

/* False where it does not exist (exempt, custom, a date before our rules). PST components have rate
 * 0 and are remitted whole. */
bool quick_method_find(const PlanBusiness *business, int32_t date, QuickMethod *method);
/* The business uses it on that date; *method then filled. */
bool quick_method_is_used(const PlanBusiness *business, int32_t date, QuickMethod *method);
/* Remitted on sales before tax of one component with its own tax, before the 1 % credit, rounded
 * once: 5000 + 250 at 3.6 % = 189. A component of rate 0 (PST): its whole tax. */
int64_t quick_method_cents(const QuickMethod *method, int component, int64_t net_cents,
                           int64_t tax_cents);
/* What one invoice's taxes, collected on that date, leave the business: collected less remitted,
 * before the 1 % credit; 0 where the method is not used. 5000 in Québec: 749 − 189 − 363 = 197. A
 * period's own sum is rounded once and may differ by a cent. */
int64_t quick_method_kept_cents(const PlanBusiness *business, int32_t date,
                                const TaxedAmount *invoice);
