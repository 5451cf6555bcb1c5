/* Room: tax. Knows: which tax each province charges from when to when. Must not know: what is
 * sold, whether the business is registered. Public tables of the federal and provincial acts. */
#include "model/tax/tax.h"

#include <stddef.h>

/* Days since 1970-01-01 as a constant, so that a lookup only compares (years from March on). */
#define YEAR_FROM_MARCH(y, m) ((m) > 2 ? (y) : (y)-1)
#define DATE(y, m, d)                                                                              \
  (365 * YEAR_FROM_MARCH(y, m) + YEAR_FROM_MARCH(y, m) / 4 - YEAR_FROM_MARCH(y, m) / 100 +         \
   YEAR_FROM_MARCH(y, m) / 400 + (153 * ((m) + ((m) > 2 ? -3 : 9)) + 2) / 5 + (d)-1 - 719468)

/* A component in force from a day until the next row of its kind and regime. */
typedef struct {
  TaxRegime regime;
  TaxKind kind;
  int32_t from_date;
  int32_t rate_per_100k;
  bool on_previous;
} TaxRule;

/* By regime, then kind in invoice order, then date. The federal rate is 5 % since 2008-01-01; an
 * HST province's row is the whole harmonized rate. */
static const TaxRule rules[] = {
    {REGIME_QC, TAX_GST, DATE(2008, 1, 1), 5000, false},
    {REGIME_QC, TAX_QST, DATE(2008, 1, 1), 7500, true},
    {REGIME_QC, TAX_QST, DATE(2011, 1, 1), 8500, true},
    {REGIME_QC, TAX_QST, DATE(2012, 1, 1), 9500, true},
    {REGIME_QC, TAX_QST, DATE(2013, 1, 1), 9975, false},
    {REGIME_ON, TAX_HST, DATE(2010, 7, 1), 13000, false},
    {REGIME_NS, TAX_HST, DATE(2010, 7, 1), 15000, false},
    {REGIME_NS, TAX_HST, DATE(2025, 4, 1), 14000, false},
    {REGIME_NB, TAX_HST, DATE(2010, 7, 1), 13000, false},
    {REGIME_NB, TAX_HST, DATE(2016, 7, 1), 15000, false},
    {REGIME_NL, TAX_HST, DATE(2010, 7, 1), 13000, false},
    {REGIME_NL, TAX_HST, DATE(2016, 7, 1), 15000, false},
    {REGIME_PE, TAX_HST, DATE(2013, 4, 1), 14000, false},
    {REGIME_PE, TAX_HST, DATE(2016, 10, 1), 15000, false},
    {REGIME_AB, TAX_GST, DATE(2008, 1, 1), 5000, false},
    {REGIME_BC, TAX_GST, DATE(2013, 4, 1), 5000, false},
    {REGIME_BC, TAX_PST, DATE(2013, 4, 1), 7000, false},
    {REGIME_SK, TAX_GST, DATE(2008, 1, 1), 5000, false},
    {REGIME_SK, TAX_PST, DATE(2008, 1, 1), 5000, false},
    {REGIME_SK, TAX_PST, DATE(2017, 3, 23), 6000, false},
    {REGIME_MB, TAX_GST, DATE(2008, 1, 1), 5000, false},
    {REGIME_MB, TAX_PST, DATE(2008, 1, 1), 7000, false},
    {REGIME_MB, TAX_PST, DATE(2013, 7, 1), 8000, false},
    {REGIME_MB, TAX_PST, DATE(2019, 7, 1), 7000, false},
    {REGIME_YT, TAX_GST, DATE(2008, 1, 1), 5000, false},
    {REGIME_NT, TAX_GST, DATE(2008, 1, 1), 5000, false},
    {REGIME_NU, TAX_GST, DATE(2008, 1, 1), 5000, false},
};

#define RULE_COUNT (sizeof rules / sizeof rules[0])

static bool set_fill(TaxRegime regime, int32_t date, bool with_pst, TaxSet *set) {
  set->count = 0;
  bool known = false;
  for (size_t i = 0; i < RULE_COUNT; i++) {
    const TaxRule *rule = &rules[i];
    if (rule->regime != regime || date < rule->from_date)
      continue;
    known = true;
    if (rule->kind == TAX_PST && !with_pst)
      continue;
    TaxComponent component = {.kind = rule->kind,
                              .rate_per_100k = rule->rate_per_100k,
                              .on_previous = rule->on_previous,
                              .recoverable = rule->kind != TAX_PST};
    if (set->count > 0 && set->component[set->count - 1].kind == rule->kind)
      set->component[set->count - 1] = component;
    else
      set->component[set->count++] = component;
  }
  return known;
}

static void set_fill_custom(const PlanBusiness *business, TaxSet *set) {
  set->count = 0;
  for (int i = 0; i < business->custom_taxes_count; i++) {
    const CustomTax *tax = &business->custom_taxes[i];
    if (tax->rate_per_100k == 0)
      continue;
    set->component[set->count] = (TaxComponent){.kind = TAX_CUSTOM,
                                                .rate_per_100k = tax->rate_per_100k,
                                                .on_previous = tax->on_previous && set->count > 0,
                                                .recoverable = tax->recoverable};
    set->count++;
  }
}

bool tax_set_for_sales(const PlanBusiness *business, int32_t date, TaxSet *set) {
  *set = (TaxSet){0};
  if (business->tax_regime == REGIME_EXEMPT)
    return true;
  if (business->tax_regime == REGIME_CUSTOM) {
    set_fill_custom(business, set);
    return true;
  }
  return set_fill(business->tax_regime, date, business->provincial_tax_applies, set);
}

bool tax_set_for_costs(const PlanBusiness *business, int32_t date, TaxSet *set) {
  *set = (TaxSet){0};
  if (business->tax_regime == REGIME_CUSTOM) {
    set_fill_custom(business, set);
    return true;
  }
  TaxRegime regime = business->tax_regime == REGIME_EXEMPT ? REGIME_QC : business->tax_regime;
  return set_fill(regime, date, false, set);
}

int32_t tax_next_change(const PlanBusiness *business, int32_t date) {
  TaxRegime regime = business->tax_regime == REGIME_EXEMPT ? REGIME_QC : business->tax_regime;
  int32_t next_date = INT32_MAX;
  if (business->gst_registered && business->tax_regime != REGIME_EXEMPT &&
      business->gst_registered_from_date > date)
    next_date = business->gst_registered_from_date;
  for (size_t i = 0; i < RULE_COUNT; i++)
    if (rules[i].regime == regime && rules[i].from_date > date && rules[i].from_date < next_date)
      next_date = rules[i].from_date;
  return next_date;
}
