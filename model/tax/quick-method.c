/* Room: tax. Knows: the Quick Method's rates for services and what they leave of the tax
 * collected. Must not know: when a period ends, what was sold on which day. */
#include "model/tax/quick-method.h"

#include <assert.h>

#include "model/base/money.h"

#define CREDIT_PER_100K 1000
#define GST_CREDIT_SALES_CENTS 3000000
#define QST_CREDIT_SALES_CENTS 3142100

/* For one who sells services, by the whole rate of the tax, her place of business and all her sales
 * in one province (RC4058, appendix; IN-203). Checked: 3.6 % and 6.6 % with both credits on Revenu
 * Québec's page of rates; 8.8 %, 9.4 % (Prince Edward Island at 14 %), 10 % and 3.6 % in the tables
 * of RC4058 since 2010 and 2013. Nova Scotia's 9.4 % since 2025-04-01 is taken from the other
 * province at 14 %; its own line was not seen. */
static int32_t quick_rate_per_100k(TaxKind kind, int32_t rate_per_100k) {
  switch (kind) {
  case TAX_GST:
    return rate_per_100k == 5000 ? 3600 : 0;
  case TAX_QST:
    return rate_per_100k == 9975 ? 6600 : 0;
  case TAX_HST:
    return rate_per_100k == 13000   ? 8800
           : rate_per_100k == 14000 ? 9400
           : rate_per_100k == 15000 ? 10000
                                    : 0;
  case TAX_PST:
  case TAX_CUSTOM:
  case TAX_KIND_COUNT:
  default:
    return 0;
  }
}

bool quick_method_find(const PlanBusiness *business, int32_t date, QuickMethod *method) {
  TaxSet set;
  *method = (QuickMethod){.credit_per_100k = CREDIT_PER_100K};
  if (!tax_set_for_sales(business, date, &set) || business->tax_regime == REGIME_CUSTOM)
    return false;
  for (int i = 0; i < set.count; i++) {
    const TaxComponent *component = &set.component[i];
    if (component->kind == TAX_PST)
      continue;
    method->rate_per_100k[i] = quick_rate_per_100k(component->kind, component->rate_per_100k);
    method->credit_sales_cents[i] =
        component->kind == TAX_QST ? QST_CREDIT_SALES_CENTS : GST_CREDIT_SALES_CENTS;
    if (method->rate_per_100k[i] == 0)
      return false;
  }
  return set.count > 0;
}

bool quick_method_is_used(const PlanBusiness *business, int32_t date, QuickMethod *method) {
  return business->quick_method && tax_is_collected(business, date) &&
         quick_method_find(business, date, method);
}

int64_t quick_method_cents(const QuickMethod *method, int component, int64_t net_cents,
                           int64_t tax_cents) {
  assert(component >= 0 && component < TAX_COMPONENTS_MAX);
  int32_t rate_per_100k = method->rate_per_100k[component];
  return rate_per_100k == 0 ? tax_cents : money_share_half_up(net_cents + tax_cents, rate_per_100k);
}

int64_t quick_method_kept_cents(const PlanBusiness *business, int32_t date,
                                const TaxedAmount *invoice) {
  QuickMethod method;
  if (!quick_method_is_used(business, date, &method))
    return 0;
  int64_t kept_cents = invoice->tax_total_cents;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    kept_cents -= invoice->tax_cents[i] == 0
                      ? 0
                      : quick_method_cents(&method, i, invoice->net_cents, invoice->tax_cents[i]);
  return kept_cents;
}
