/* Room: tax. Knows: the contract of one voucher and what one visit costs. Must not know: how
 * many are sold or used, the calendar, the bank. */
#include "model/tax/voucher.h"

#include <assert.h>

#include "model/base/money.h"
#include "model/tax/quick-method.h"

static const char *const step_names[STEP_COUNT] = {
    [STEP_LIST_PRICE] = "list_price",
    [STEP_DISCOUNT] = "discount",
    [STEP_PRICE_PAID] = "price_paid",
    [STEP_TAX_INSIDE] = "tax_inside",
    [STEP_TAX_KEPT] = "tax_kept",
    [STEP_COMMISSION] = "commission",
    [STEP_COMMISSION_TAX] = "commission_tax",
    [STEP_CARD_FEE] = "card_fee",
    [STEP_PAY] = "pay",
    [STEP_CONTRIBUTIONS] = "contributions",
    [STEP_SUPPLIES] = "supplies",
    [STEP_EXTRAS] = "extras",
    [STEP_LEFT] = "left",
};

bool waterfall_is_total(WaterfallStep step) {
  return step == STEP_LIST_PRICE || step == STEP_PRICE_PAID || step == STEP_LEFT;
}

const char *waterfall_step_name(WaterfallStep step) {
  assert(step < STEP_COUNT);
  return step_names[step];
}

VoucherPart voucher_part(const PlanDeal *deal, int visit_index) {
  int count = deal->visits_per_voucher;
  int64_t commission_cents = money_share_half_up(deal->price_cents, deal->commission_per_100k);
  return (VoucherPart){
      .price_cents = money_part(deal->price_cents, visit_index, count),
      .list_cents = money_part(deal->list_price_cents, visit_index, count),
      .commission_cents = money_part(commission_cents, visit_index, count),
  };
}

int64_t voucher_commission_cents(const PlanDeal *deal, int64_t price_cents) {
  int64_t one_cents = money_share_half_up(deal->price_cents, deal->commission_per_100k);
  return price_cents == deal->price_cents
             ? one_cents
             : money_scale_half_up(price_cents, one_cents, deal->price_cents);
}

int64_t voucher_card_fee_net_cents(const PlanDeal *deal, int64_t price_cents) {
  int64_t base_cents = price_cents;
  if (deal->card_fee_base == CARD_FEE_ON_OWN_SHARE)
    base_cents -= voucher_commission_cents(deal, price_cents);
  return money_share_half_up(base_cents, deal->card_fee_per_100k);
}

PaidCost voucher_card_fee(const Plan *plan, const PlanDeal *deal, int64_t price_cents) {
  int64_t fee_cents = voucher_card_fee_net_cents(deal, price_cents);
  return tax_paid_cost(&plan->business, deal->sale_date, deal->card_fee_taxed ? fee_cents : 0,
                       deal->card_fee_taxed ? 0 : fee_cents);
}

int64_t voucher_extras_cost_cents(const Plan *plan) {
  return money_share_half_up(plan->clients.extras_cents, plan->clients.extras_cost_per_100k);
}

/* What the price of one visit is before tax, and what of it is left after the site's share. */
static void visit_price_before_tax(const Plan *plan, const PlanDeal *deal, int64_t *price_cents,
                                   int64_t *own_share_cents) {
  VoucherPart part = voucher_part(deal, 0);
  TaxSet set = tax_set_collected(&plan->business, deal->sale_date);
  bool inside = tax_price_is_included(deal) && (deal->tax_treatment == TREATMENT_GIFT_CERTIFICATE ||
                                                deal->tax_treatment == TREATMENT_AT_SALE);
  *price_cents = inside ? tax_extract(&set, part.price_cents).net_cents : part.price_cents;
  Commission commission = tax_commission_of(&plan->business, deal, deal->sale_date,
                                            part.price_cents, part.commission_cents);
  int64_t commission_cents = deal->tax_treatment == TREATMENT_SITE_PRINCIPAL
                                 ? part.commission_cents
                                 : commission.invoice.net_cents;
  *own_share_cents = *price_cents - commission_cents;
}

/* Pay of one deal visit under a wording that may not be the plan's. */
static int64_t deal_visit_pay_cents(const Plan *plan, const PlanDeal *deal) {
  const PlanService *service = &plan->services[deal->service_index];
  bool same = plan->deal_pay.rule == PAY_SAME;
  PayRule rule = same ? service->pay_rule : plan->deal_pay.rule;
  int32_t per_100k = same ? service->pay_per_100k : plan->deal_pay.per_100k;
  int64_t flat_cents = same ? service->pay_flat_cents : plan->deal_pay.flat_cents;
  if (service->staff_needed == 0)
    return 0;
  int64_t price_cents = 0, own_share_cents = 0;
  switch (rule) {
  case PAY_PERCENT_OF_LIST:
    return money_share_half_up(service->list_price_cents, per_100k);
  case PAY_PERCENT_OF_PRICE:
    visit_price_before_tax(plan, deal, &price_cents, &own_share_cents);
    return money_share_half_up(price_cents, per_100k);
  case PAY_PERCENT_OF_OWN_SHARE:
    visit_price_before_tax(plan, deal, &price_cents, &own_share_cents);
    return own_share_cents > 0 ? money_share_half_up(own_share_cents, per_100k) : 0;
  case PAY_FLAT:
    return flat_cents * service->staff_needed;
  case PAY_HOURLY:
  case PAY_SAME:
  case PAY_COUNT:
  default:
    return 0;
  }
}

int64_t voucher_visit_pay_cents(const Plan *plan, int service_index, bool deal) {
  if (deal && service_index == plan->deal.service_index)
    return deal_visit_pay_cents(plan, &plan->deal);
  const PlanService *service = &plan->services[service_index];
  if (service->staff_needed == 0 || service->pay_rule == PAY_HOURLY)
    return 0;
  /* Without a deal the price paid and the own share are the list price. */
  return service->pay_rule == PAY_FLAT
             ? service->pay_flat_cents * service->staff_needed
             : money_share_half_up(service->list_price_cents, service->pay_per_100k);
}

int64_t voucher_contributions_cents(const Plan *plan, int64_t pay_cents) {
  int employees = 0;
  for (int i = 0; i < plan->staff_count; i++)
    employees += plan->staff[i].employment == EMPLOYMENT_EMPLOYEE;
  int64_t rate = plan->business.contributions_per_100k;
  return plan->staff_count == 0
             ? money_share_half_up(pay_cents, rate)
             : money_scale_half_up(pay_cents, rate * employees,
                                   (int64_t)RATE_ONE_PER_100K * plan->staff_count);
}

static int64_t supplies_cost_cents(const Plan *plan, int service_index) {
  return tax_paid_cost(&plan->business, plan->deal.sale_date,
                       plan->services[service_index].supplies_cents, 0)
      .cost_cents;
}

/* What the Quick Method leaves of the taxes added to a price. */
static int64_t added_tax_kept_cents(const Plan *plan, int64_t net_cents) {
  TaxSet set = tax_set_collected(&plan->business, plan->deal.sale_date);
  TaxedAmount invoice = tax_add(&set, net_cents);
  return quick_method_kept_cents(&plan->business, plan->deal.sale_date, &invoice);
}

int64_t voucher_service_margin_cents(const Plan *plan, int service_index) {
  int64_t pay_cents = voucher_visit_pay_cents(plan, service_index, false);
  int64_t list_cents = plan->services[service_index].list_price_cents;
  return list_cents + added_tax_kept_cents(plan, list_cents) - pay_cents -
         voucher_contributions_cents(plan, pay_cents) - supplies_cost_cents(plan, service_index);
}

int64_t voucher_mean_margin_cents(const Plan *plan) {
  const PlanRegulars *regulars = &plan->regulars;
  int64_t weighted_cents = 0, weights = 0;
  for (int i = 0; i < plan->services_count && i < regulars->service_mix_per_100k_count; i++) {
    weighted_cents +=
        voucher_service_margin_cents(plan, i) * (int64_t)regulars->service_mix_per_100k[i];
    weights += regulars->service_mix_per_100k[i];
  }
  return weights == 0 ? voucher_service_margin_cents(plan, plan->deal.service_index)
                      : money_scale_half_up(weighted_cents, 1, weights);
}

/* Taxes inside the price, of one invoice a visit. */
static int64_t tax_inside_cents(const Plan *plan, const PlanDeal *deal) {
  bool at_sale = deal->tax_treatment == TREATMENT_AT_SALE;
  if (!tax_price_is_included(deal) ||
      (deal->tax_treatment != TREATMENT_GIFT_CERTIFICATE && !at_sale))
    return 0;
  TaxSet set = tax_set_collected(&plan->business, deal->sale_date);
  if (at_sale)
    return tax_extract(&set, deal->price_cents).tax_total_cents;
  int64_t tax_cents = 0;
  for (int i = 0; i < deal->visits_per_voucher; i++)
    tax_cents += tax_extract(&set, voucher_part(deal, i).price_cents).tax_total_cents;
  return tax_cents;
}

/* What the Quick Method leaves of the taxes on a voucher's price: of the site's statement, or of
 * one invoice a visit. */
static int64_t tax_kept_cents(const Plan *plan, const PlanDeal *deal) {
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL)
    return added_tax_kept_cents(plan, tax_own_share_cents(deal, deal->price_cents));
  const PlanBusiness *business = &plan->business;
  TaxSet set = tax_set_collected(business, deal->sale_date);
  if (deal->tax_treatment == TREATMENT_AT_SALE) {
    TaxedAmount price = tax_voucher_price(&set, deal, deal->price_cents);
    return quick_method_kept_cents(business, deal->sale_date, &price);
  }
  int64_t kept_cents = 0;
  for (int i = 0; i < deal->visits_per_voucher; i++) {
    VoucherPart part = voucher_part(deal, i);
    CounterInvoice counter =
        tax_counter_invoice_of(deal, &set, part.price_cents, part.list_cents, 0);
    kept_cents += quick_method_kept_cents(business, deal->sale_date, &counter.invoice);
  }
  return kept_cents;
}

static int64_t extras_margin_cents(const Plan *plan) {
  const PlanClients *clients = &plan->clients;
  int64_t cost_cents =
      tax_paid_cost(&plan->business, plan->deal.sale_date, voucher_extras_cost_cents(plan), 0)
          .cost_cents;
  int64_t kept_cents = added_tax_kept_cents(plan, clients->extras_cents);
  return money_share_half_up((clients->extras_cents + kept_cents - cost_cents) *
                                 plan->deal.visits_per_voucher,
                             clients->extras_share_per_100k);
}

static void waterfall_fill(const Plan *plan, const PlanDeal *deal, Waterfall *waterfall) {
  int visits = deal->visits_per_voucher;
  int64_t *step = waterfall->step_cents;
  Commission commission = tax_commission(&plan->business, deal, deal->sale_date, 1);
  int64_t pay_cents = deal_visit_pay_cents(plan, deal) * visits;
  step[STEP_LIST_PRICE] = deal->list_price_cents;
  step[STEP_DISCOUNT] = deal->price_cents - deal->list_price_cents;
  step[STEP_PRICE_PAID] = deal->price_cents;
  step[STEP_TAX_INSIDE] = -tax_inside_cents(plan, deal);
  step[STEP_TAX_KEPT] = tax_kept_cents(plan, deal);
  step[STEP_COMMISSION] = deal->tax_treatment == TREATMENT_SITE_PRINCIPAL
                              ? tax_own_share_cents(deal, deal->price_cents) - deal->price_cents
                              : -commission.invoice.net_cents;
  step[STEP_COMMISSION_TAX] = commission.recoverable_cents - commission.invoice.tax_total_cents;
  step[STEP_CARD_FEE] = -voucher_card_fee(plan, deal, deal->price_cents).cost_cents;
  step[STEP_PAY] = -pay_cents;
  step[STEP_CONTRIBUTIONS] = -voucher_contributions_cents(plan, pay_cents);
  step[STEP_SUPPLIES] = -supplies_cost_cents(plan, deal->service_index) * visits;
  step[STEP_EXTRAS] = extras_margin_cents(plan);
  int64_t left_cents = step[STEP_PRICE_PAID];
  for (int i = STEP_PRICE_PAID + 1; i < STEP_LEFT; i++)
    left_cents = money_add(left_cents, step[i]);
  step[STEP_LEFT] = left_cents;
}

/* The guarantee pays the time of the visit whether anybody comes or not. */
static int64_t guaranteed_anyway_cents(const Plan *plan) {
  const PlanService *service = &plan->services[plan->deal.service_index];
  if (plan->staff_count == 0 || service->staff_needed == 0)
    return 0;
  int64_t pay_cents = deal_visit_pay_cents(plan, &plan->deal);
  int64_t of_all_staff_cents = 0;
  for (int i = 0; i < plan->staff_count; i++) {
    const PlanStaff *person = &plan->staff[i];
    if (person->employment != EMPLOYMENT_EMPLOYEE)
      continue;
    int64_t idle_cents = money_scale_half_up(
        person->guarantee_cents_per_hour,
        (int64_t)(service->minutes + service->staff_rest_minutes) * service->staff_needed, 60);
    of_all_staff_cents += idle_cents < pay_cents ? idle_cents : pay_cents;
  }
  return money_scale_half_up(of_all_staff_cents, plan->deal.visits_per_voucher, plan->staff_count);
}

static int64_t unused_kept_cents(const Plan *plan, const Waterfall *used) {
  if (plan->deal.payout_basis == PAYOUT_REDEEMED)
    return 0;
  const int64_t *step = used->step_cents;
  /* No tax is due on a voucher that is never used, unless it was taxed when sold. */
  bool taxed_when_sold = plan->deal.tax_treatment == TREATMENT_AT_SALE ||
                         plan->deal.tax_treatment == TREATMENT_SITE_PRINCIPAL;
  int64_t tax_cents = taxed_when_sold ? step[STEP_TAX_INSIDE] + step[STEP_TAX_KEPT] : 0;
  return step[STEP_PRICE_PAID] + tax_cents + step[STEP_COMMISSION] + step[STEP_COMMISSION_TAX] +
         step[STEP_CARD_FEE];
}

static int64_t left_unused_cents(const PlanDeal *deal, int64_t kept_cents) {
  bool income = deal->breakage_policy == BREAKAGE_PROPORTIONAL ||
                (deal->breakage_policy == BREAKAGE_WHEN_REMOTE && deal->breakage_date != DATE_NONE);
  return income ? kept_cents : 0;
}

static int64_t client_pays_cents(const Plan *plan) {
  TaxSet set = tax_set_collected(&plan->business, plan->deal.sale_date);
  int64_t pays_cents = 0;
  for (int i = 0; i < plan->deal.visits_per_voucher; i++) {
    VoucherPart part = voucher_part(&plan->deal, i);
    pays_cents += tax_counter_invoice_of(&plan->deal, &set, part.price_cents, part.list_cents, 0)
                      .client_pays_cents;
  }
  return pays_cents;
}

void voucher_compute(const Plan *plan, VoucherResult *result) {
  PlanDeal worded = plan->deal;
  waterfall_fill(plan, &plan->deal, &result->used);
  worded.price_tax_wording = WORDING_EXTRA;
  waterfall_fill(plan, &worded, &result->used_extra);
  worded.price_tax_wording = WORDING_INCLUDED;
  waterfall_fill(plan, &worded, &result->used_included);
  result->left_used_cents = result->used.step_cents[STEP_LEFT];
  result->guaranteed_anyway_cents = guaranteed_anyway_cents(plan);
  result->unused_kept_cents = unused_kept_cents(plan, &result->used);
  result->left_unused_cents = left_unused_cents(&plan->deal, result->unused_kept_cents);
  result->margin_mean_regular_cents = voucher_mean_margin_cents(plan);
  result->left_existing_cents =
      result->left_used_cents - result->margin_mean_regular_cents * plan->deal.visits_per_voucher;
  result->left_returning_cents = result->margin_mean_regular_cents;
  result->margin_regular_cents = voucher_service_margin_cents(plan, plan->deal.service_index);
  result->wording_difference_cents =
      result->used_extra.step_cents[STEP_LEFT] - result->used_included.step_cents[STEP_LEFT];
  result->client_pays_at_counter_cents = client_pays_cents(plan);
}
