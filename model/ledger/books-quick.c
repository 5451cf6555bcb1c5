/* Room: ledger, private to the books. Sales taxes by the regular and by the Quick Method (domain
 * §5.4). Must not know: entries. */
#include "model/base/money.h"
#include "model/tax/quick-method.h"
#include "model/ledger/books-private.h"

#define DAYS_A_YEAR 365

typedef struct {
  int64_t collected_cents, credits_cents;
  int64_t regular_cents, quick_cents, quick_credit_cents;
  int64_t sales_cents; /* of the highest 12 months, with GST or HST */
} BothMethods;

/* The highest sum of 12 months within the horizon. */
static int64_t yearly_sales_cents(const Cash *cash) {
  int64_t sum_cents = 0, highest_cents = 0;
  for (int i = 0; i < cash->days; i++) {
    sum_cents += cash->day[i].taxed_sales_cents + cash->day[i].tax_collected_cents[0];
    if (i >= DAYS_A_YEAR)
      sum_cents -= cash->day[i - DAYS_A_YEAR].taxed_sales_cents +
                   cash->day[i - DAYS_A_YEAR].tax_collected_cents[0];
    highest_cents = sum_cents > highest_cents ? sum_cents : highest_cents;
  }
  return highest_cents;
}

/* One tax's 1 % on the first sales of each fiscal year that still has it. */
static int64_t first_sales_credit_cents(const PlanBusiness *business, int32_t sale_date,
                                        const Cash *cash, const QuickMethod *method, int tax) {
  int64_t credit_cents = 0, sales_cents = 0, limit_cents = method->credit_sales_cents[tax];
  for (int i = 0; i < cash->days; i++) {
    int32_t date = sale_date + i;
    sales_cents += cash->day[i].taxed_sales_cents + cash->day[i].tax_collected_cents[tax];
    if (i + 1 < cash->days && date != fiscal_period_end(business, date, MONTHS_A_YEAR))
      continue;
    int64_t credited_cents = sales_cents < limit_cents ? sales_cents : limit_cents;
    if (credited_cents > 0 && !remittance_is_credit_used(business, sale_date, date))
      credit_cents += money_share_half_up(credited_cents, method->credit_per_100k);
    sales_cents = 0;
  }
  return credit_cents;
}

static BothMethods both_methods(Plan *plan, const Results *results, bool with_deal, Cash *cash,
                                const QuickMethod *method) {
  const Year *year = with_deal ? &results->with : &results->without;
  BothMethods both = {0};
  plan->business.quick_method = false;
  cash_compute(plan, &results->timetable, year, with_deal, cash);
  both.collected_cents = cash->tax_collected_cents;
  both.credits_cents = cash->tax_credits_cents;
  both.regular_cents = both.collected_cents - both.credits_cents;
  both.sales_cents = yearly_sales_cents(cash);
  plan->business.quick_method = true;
  cash_compute(plan, &results->timetable, year, with_deal, cash);
  both.quick_cents = cash->tax_collected_cents - cash->tax_credits_cents - cash->tax_kept_cents;
  for (int tax = 0; tax < TAX_COMPONENTS_MAX; tax++)
    both.quick_credit_cents +=
        first_sales_credit_cents(&plan->business, results->sale_date, cash, method, tax);
  return both;
}

void books_quick_comparison(const Books *books, QuickComparison *comparison) {
  const Results *results = &books->results;
  QuickMethod method;
  *comparison = (QuickComparison){
      .exists = quick_method_find(&books->plan.business, results->sale_date, &method)};
  if (!comparison->exists)
    return;
  Plan *plan = g_memdup2(&books->plan, sizeof *plan);
  Cash *cash = g_new(Cash, 1);
  plan->business.gst_registered = true;
  plan->business.gst_registered_from_date = DATE_NONE;
  BothMethods with = both_methods(plan, results, true, cash, &method);
  BothMethods without = both_methods(plan, results, false, cash, &method);
  TaxSet set;
  tax_set_for_sales(&plan->business, results->sale_date, &set);
  TaxedAmount others = tax_add(&set, plan->business.other_taxable_sales_12_months_cents);
  comparison->sales_cents = with.sales_cents + others.net_cents + others.tax_cents[0];
  comparison->is_possible = comparison->sales_cents <= QUICK_METHOD_LIMIT_CENTS;
  comparison->collected_cents = with.collected_cents;
  comparison->credits_cents = with.credits_cents;
  comparison->regular_cents = with.regular_cents;
  comparison->quick_cents = with.quick_cents;
  comparison->quick_credit_cents = with.quick_credit_cents;
  comparison->gain_cents = with.regular_cents - with.quick_cents;
  comparison->deal_gain_cents =
      comparison->gain_cents - (without.regular_cents - without.quick_cents);
  g_free(cash);
  g_free(plan);
}
