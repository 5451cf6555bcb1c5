/* Room: sheet. Knows: which function of the model gives the value behind each formula. Must not
 * know: formulas. */
#include "model/base/money.h"
#include "model/tax/quick-method.h"
#include "ui/sheet/voucher-terms.h"

static int64_t whole_parts(int64_t total_cents, int64_t part_cents, int visits) {
  return part_cents == 0 ? 0 : MIN(visits - 1, total_cents / part_cents);
}

static void fill_registration(const Workbook *book, const Plan *plan, VoucherValues *values) {
  PlanBusiness business = plan->business;
  QuickMethod method;
  int32_t date = plan->deal.sale_date;
  business.gst_registered = true;
  business.gst_registered_from_date = book->plan->business.gst_registered_from_date;
  values->fact[FACT_TAXABLE] = tax_is_collected(&business, date);
  values->fact[FACT_THRESHOLD] =
      tax_is_collected(&plan->business, date) && !tax_is_collected(&book->plan->business, date);
  values->fact[FACT_COLLECTED] = tax_is_collected(&plan->business, date);
  values->fact[FACT_QUICK_EXISTS] = quick_method_find(&plan->business, date, &method);
  values->fact[FACT_QUICK] = quick_method_is_used(&plan->business, date, &(QuickMethod){0});
  values->fact[FACT_CREDITED] = tax_is_credited(&plan->business, date);
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    values->quick_per_100k[i] = values->fact[FACT_QUICK_EXISTS] ? method.rate_per_100k[i] : 0;
  tax_set_for_sales(&business, date, &values->sales);
  tax_set_for_costs(&business, date, &values->costs);
}

static void fill_amounts(const Plan *plan, int64_t *fact) {
  const PlanDeal *deal = &plan->deal;
  VoucherPart part = voucher_part(deal, 0);
  bool gift =
      deal->tax_treatment == TREATMENT_GIFT_CERTIFICATE || deal->tax_treatment == TREATMENT_AT_SALE;
  fact[FACT_SERVICE] = deal->service_index + 1;
  fact[FACT_TREATMENT] = (int64_t)deal->tax_treatment + 1;
  fact[FACT_INCLUDED] = tax_price_is_included(deal);
  fact[FACT_INSIDE] = gift && tax_price_is_included(deal);
  fact[FACT_VISITS] = deal->visits_per_voucher;
  fact[FACT_PRICE] = deal->price_cents;
  fact[FACT_PART] = part.price_cents;
  fact[FACT_PARTS] = whole_parts(deal->price_cents, part.price_cents, deal->visits_per_voucher);
  fact[FACT_LIST] = deal->list_price_cents;
  fact[FACT_LIST_PART] = part.list_cents;
  fact[FACT_LIST_PARTS] =
      whole_parts(deal->list_price_cents, part.list_cents, deal->visits_per_voucher);
  fact[FACT_COMMISSION] = money_share_half_up(deal->price_cents, deal->commission_per_100k);
  fact[FACT_FEE] = voucher_card_fee_net_cents(deal, deal->price_cents);
}

static void fill_pay(const Plan *plan, int64_t *fact) {
  const PlanService *service = &plan->services[plan->deal.service_index];
  const PlanDealPay *pay = &plan->deal_pay;
  bool same = pay->rule == PAY_SAME;
  fact[FACT_RULE] = (int64_t)(same ? service->pay_rule : pay->rule) + 1;
  fact[FACT_SHARE] = same ? service->pay_per_100k : pay->per_100k;
  fact[FACT_FLAT] = same ? service->pay_flat_cents : pay->flat_cents;
  fact[FACT_STAFF_NEEDED] = service->staff_needed;
  fact[FACT_USUAL] = service->list_price_cents;
  fact[FACT_VISIT_PAY] = voucher_visit_pay_cents(plan, plan->deal.service_index, true);
  fact[FACT_CONTRIBUTIONS] = plan->business.contributions_per_100k;
  fact[FACT_STAFF] = plan->staff_count;
  for (int i = 0; i < plan->staff_count; i++)
    fact[FACT_EMPLOYEES] += plan->staff[i].employment == EMPLOYMENT_EMPLOYEE;
}

static void fill_invoice(const Plan *plan, VoucherValues *values, VoucherInvoice invoice,
                         int64_t amount_cents, bool bears_tax, bool is_inside) {
  bool is_cost = voucher_invoice_term(invoice)->is_cost;
  int32_t date = plan->deal.sale_date;
  TaxSet none = {0};
  const TaxSet *set = !bears_tax ? &none : is_cost ? &values->costs : &values->sales;
  TaxedAmount taxed = is_inside ? tax_extract(set, amount_cents) : tax_add(set, amount_cents);
  int64_t *row = values->invoice[invoice];
  row[INVOICE_AMOUNT] = amount_cents;
  row[INVOICE_BEARS] = bears_tax;
  row[INVOICE_INSIDE] = is_inside;
  row[INVOICE_TAX_1] = taxed.tax_cents[0];
  row[INVOICE_TAX_2] = taxed.tax_cents[1];
  row[INVOICE_NET] = taxed.net_cents;
  row[INVOICE_BACK] = is_cost ? tax_recoverable_cents(&plan->business, date, set, &taxed)
                              : quick_method_kept_cents(&plan->business, date, &taxed);
}

static void fill_own_invoices(const Plan *plan, VoucherValues *values) {
  const int64_t *fact = values->fact;
  bool collected = fact[FACT_COLLECTED] != 0, inside = fact[FACT_INSIDE] != 0;
  bool principal = plan->deal.tax_treatment == TREATMENT_SITE_PRINCIPAL;
  int64_t last = fact[FACT_PRICE] - fact[FACT_PARTS] * fact[FACT_PART];
  int64_t list_last = fact[FACT_LIST] - fact[FACT_LIST_PARTS] * fact[FACT_LIST_PART];
  fill_invoice(plan, values, INVOICE_VISIT, fact[FACT_PART], collected, inside);
  fill_invoice(plan, values, INVOICE_LAST, last, collected, inside);
  fill_invoice(plan, values, INVOICE_WHOLE,
               fact[FACT_PRICE] - (principal ? fact[FACT_COMMISSION] : 0), collected,
               inside && !principal);
  fill_invoice(plan, values, INVOICE_LIST_VISIT, fact[FACT_LIST_PART], collected, false);
  fill_invoice(plan, values, INVOICE_LIST_LAST, list_last, collected, false);
  fill_invoice(plan, values, INVOICE_EXTRAS, plan->clients.extras_cents, collected, false);
}

static void fill_costs(const Plan *plan, VoucherValues *values) {
  const PlanDeal *deal = &plan->deal;
  bool bears = deal->commission_tax != COMMISSION_TAX_NONE;
  bool inside = deal->commission_tax == COMMISSION_TAX_INCLUDED;
  fill_invoice(plan, values, INVOICE_SITE, values->fact[FACT_COMMISSION], bears, inside);
  fill_invoice(plan, values, INVOICE_SITE_PART, voucher_part(deal, 0).commission_cents, bears,
               inside);
  fill_invoice(plan, values, INVOICE_FEE, values->fact[FACT_FEE], deal->card_fee_taxed, false);
  fill_invoice(plan, values, INVOICE_SUPPLIES, plan->services[deal->service_index].supplies_cents,
               true, false);
  fill_invoice(plan, values, INVOICE_GOODS, voucher_extras_cost_cents(plan), true, false);
}

void voucher_values_fill(const Workbook *book, VoucherValues *values) {
  const Plan *plan = books_plan(book->books);
  *values = (VoucherValues){0};
  fill_registration(book, plan, values);
  fill_amounts(plan, values->fact);
  fill_pay(plan, values->fact);
  fill_own_invoices(plan, values);
  fill_costs(plan, values);
}
