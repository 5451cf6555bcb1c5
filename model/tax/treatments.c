/* Room: tax. Knows: one voucher under every tax treatment. Must not know: how many are sold, the
 * calendar, the bank, text. */
#include "model/tax/treatments.h"

#include <assert.h>

#include "model/base/calendar.h"
#include "model/tax/quick-method.h"

static const char *const case_names[TREATMENT_CASE_COUNT] = {
    [CASE_A] = "A",
    [CASE_B] = "B",
    [CASE_C] = "C",
    [CASE_D] = "D",
    [CASE_E] = "E",
    [CASE_F_EXTRA] = "F extra",
    [CASE_F_INCLUDED] = "F included",
    [CASE_G_EXTRA] = "G extra",
    [CASE_G_INCLUDED] = "G included",
};

const char *treatment_case_name(TreatmentCase which) {
  assert(which < TREATMENT_CASE_COUNT);
  return case_names[which];
}

/* What a case changes in the plan; E keeps its treatment and wording. */
typedef struct {
  TaxTreatment treatment;
  TaxWording wording;
  bool quick_method;
} CaseTerms;

static const CaseTerms case_terms[TREATMENT_CASE_COUNT] = {
    [CASE_A] = {TREATMENT_GIFT_CERTIFICATE, WORDING_EXTRA, false},
    [CASE_B] = {TREATMENT_GIFT_CERTIFICATE, WORDING_INCLUDED, false},
    [CASE_C] = {TREATMENT_LIST_PRICE, WORDING_EXTRA, false},
    [CASE_D] = {TREATMENT_SITE_PRINCIPAL, WORDING_EXTRA, false},
    [CASE_F_EXTRA] = {TREATMENT_AT_SALE, WORDING_EXTRA, false},
    [CASE_F_INCLUDED] = {TREATMENT_AT_SALE, WORDING_INCLUDED, false},
    [CASE_G_EXTRA] = {TREATMENT_GIFT_CERTIFICATE, WORDING_EXTRA, true},
    [CASE_G_INCLUDED] = {TREATMENT_GIFT_CERTIFICATE, WORDING_INCLUDED, true},
};

/* The case the plan is computed as; TREATMENT_CASE_COUNT: C, D or F under the Quick Method, which
 * are none of them. */
static TreatmentCase case_of_plan(const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  if (!tax_is_collected(&plan->business, deal->sale_date))
    return CASE_E;
  bool quick = !tax_is_credited(&plan->business, deal->sale_date);
  bool included = tax_price_is_included(deal);
  if (deal->tax_treatment == TREATMENT_GIFT_CERTIFICATE)
    return quick ? (included ? CASE_G_INCLUDED : CASE_G_EXTRA) : (included ? CASE_B : CASE_A);
  if (quick)
    return TREATMENT_CASE_COUNT;
  if (deal->tax_treatment == TREATMENT_LIST_PRICE)
    return CASE_C;
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL)
    return CASE_D;
  return included ? CASE_F_INCLUDED : CASE_F_EXTRA;
}

/* Price and taxes where the sale is invoiced: at the counter, or by the site's statement. */
static void sale_fill(const PlanBusiness *business, const PlanDeal *deal, TreatmentOutcome *outcome,
                      TaxSet *set) {
  int32_t date = deal->sale_date;
  CounterInvoice counter = tax_counter_invoice(business, deal, date, 1, 0);
  Commission statement = tax_commission(business, deal, date, 1);
  bool by_site =
      deal->tax_treatment == TREATMENT_SITE_PRINCIPAL || deal->tax_treatment == TREATMENT_AT_SALE;
  *set = tax_set_collected(business, date);
  outcome->revenue_cents = counter.revenue_cents;
  outcome->client_adds_cents = counter.client_pays_cents;
  outcome->base_cents = by_site ? counter.revenue_cents : counter.invoice.net_cents;
  for (int i = 0; i < set->count; i++) {
    outcome->tax_cents[i] =
        by_site ? statement.collected_tax_cents[i] : counter.invoice.tax_cents[i];
    outcome->tax_total_cents += outcome->tax_cents[i];
  }
  outcome->commission_cents = statement.cost_cents;
}

static void outcome_fill(const Plan *plan, TreatmentCase which, TreatmentOutcome *outcome) {
  const CaseTerms *terms = &case_terms[which];
  PlanBusiness business = plan->business;
  PlanDeal deal = plan->deal;
  business.gst_registered = which != CASE_E;
  business.gst_registered_from_date = DATE_NONE;
  business.quick_method = terms->quick_method;
  QuickMethod method;
  *outcome = (TreatmentOutcome){
      .applies = !terms->quick_method || quick_method_is_used(&business, deal.sale_date, &method)};
  if (!outcome->applies)
    return;
  if (which != CASE_E) {
    deal.tax_treatment = terms->treatment;
    deal.price_tax_wording = terms->wording;
  }
  TaxSet set;
  sale_fill(&business, &deal, outcome, &set);
  if (set.count == 0)
    outcome->base_cents = 0;
  TaxedAmount taxed = {.net_cents = outcome->base_cents,
                       .tax_cents = {outcome->tax_cents[0], outcome->tax_cents[1]},
                       .tax_total_cents = outcome->tax_total_cents};
  outcome->tax_kept_cents = quick_method_kept_cents(&business, deal.sale_date, &taxed);
  outcome->remitted_on_sale_cents = outcome->tax_total_cents - outcome->tax_kept_cents;
  bool quick = quick_method_is_used(&business, deal.sale_date, &method);
  for (int i = 0; i < set.count; i++)
    outcome->remitted_cents[i] =
        quick ? quick_method_cents(&method, i, outcome->base_cents, outcome->tax_cents[i])
              : outcome->tax_cents[i];
  outcome->contribution_cents =
      outcome->revenue_cents + outcome->tax_kept_cents - outcome->commission_cents;
}

void treatments_compute(const Plan *plan, Treatments *treatments) {
  TreatmentOutcome *outcome = treatments->outcome;
  tax_set_for_sales(&plan->business, plan->deal.sale_date, &treatments->set);
  int64_t best_cents = INT64_MIN;
  for (int i = 0; i < TREATMENT_CASE_COUNT; i++) {
    outcome_fill(plan, (TreatmentCase)i, &outcome[i]);
    if (outcome[i].applies && outcome[i].contribution_cents > best_cents)
      best_cents = outcome[i].contribution_cents;
  }
  for (int i = 0; i < TREATMENT_CASE_COUNT; i++)
    if (outcome[i].applies)
      outcome[i].cost_against_best_cents = best_cents - outcome[i].contribution_cents;
  TreatmentCase of_plan = case_of_plan(plan);
  if (of_plan != TREATMENT_CASE_COUNT)
    outcome[of_plan].is_plan = true;
}
