/* Room: tax. One voucher of the owner's under every tax treatment (domain §5.2), side by side,
 * so that the wording has a price. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/tax/tax.h"

typedef enum {
  CASE_A,          /* gift certificate, taxes extra */
  CASE_B,          /* gift certificate, taxes included */
  CASE_C,          /* tax on the list price */
  CASE_D,          /* the site buys the service */
  CASE_E,          /* not registered; otherwise worded and treated as the plan */
  CASE_F_EXTRA,    /* taxed when sold, taxes extra */
  CASE_F_INCLUDED, /* taxed when sold, taxes included */
  CASE_G_EXTRA,    /* A under the Quick Method; §5.2 gives no letter G */
  CASE_G_INCLUDED, /* B under the Quick Method */
  TREATMENT_CASE_COUNT
} TreatmentCase; /* H, custom components, is any of them under REGIME_CUSTOM */

typedef struct {
  bool applies;       /* G: only where the Quick Method exists; else the numbers are 0 */
  bool is_plan;       /* as the plan is computed; none: C, D or F under the Quick Method */
  int64_t base_cents; /* what bears tax; E: 0 */
  int64_t tax_cents[TAX_COMPONENTS_MAX];
  int64_t tax_total_cents;        /* of the sale, collected by the business */
  int64_t client_adds_cents;      /* at the counter */
  int64_t revenue_cents;          /* before tax */
  int64_t remitted_on_sale_cents; /* to the tax offices for the sale, before credits; D: what the
                                     site was charged; G: the quick rates, without the 1 % credit */
  int64_t remitted_cents[TAX_COMPONENTS_MAX]; /* of it, by tax */
  int64_t tax_kept_cents;                     /* G: collected − remitted; else 0 */
  int64_t commission_cents;                   /* with the taxes on it that do not come back; D: 0 */
  int64_t contribution_cents;                 /* revenue + tax kept − commission */
  int64_t cost_against_best_cents; /* ≥ 0: the highest contribution that applies, less this one */
} TreatmentOutcome;

typedef struct {
  TaxSet set; /* of tax_cents: the sale's, as if registered */
  TreatmentOutcome outcome[TREATMENT_CASE_COUNT];
} Treatments;

const char *treatment_case_name(TreatmentCase which); /* "A", "F included"; stable */
/* One voucher sold and used, on its own invoice, without extras, on the plan's sale date. Example,
 * price 50, commission 25 + tax, Québec 2026: A 25.00, B 18.49, C 25.00, D 25.00, E 21.26. */
void treatments_compute(const Plan *plan, Treatments *treatments);
