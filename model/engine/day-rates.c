/* Room: engine, private to cash and earnings; see day-rates.h. */
#include "model/engine/day-rates.h"

#include "model/base/money.h"

void day_rates_init(DayRates *rates) {
  rates->until_date = INT32_MIN;
}

static int64_t incentive_price_cents(const Plan *plan, int service_index) {
  int64_t list_cents = plan->services[service_index].list_price_cents;
  return plan->clients.incentive_cents < list_cents ? list_cents - plan->clients.incentive_cents
                                                    : 0;
}

static void forfeit_fill(DayRates *rates, const PlanDeal *deal, const TaxSet *set, int last) {
  int64_t price_cents = voucher_part(deal, last ? deal->visits_per_voucher - 1 : 0).price_cents;
  rates->forfeited_tax_cents[last] = 0;
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL) {
    rates->forfeited_revenue_cents[last] = tax_own_share_cents(deal, price_cents);
  } else if (deal->tax_treatment == TREATMENT_AT_SALE) {
    rates->forfeited_revenue_cents[last] = tax_voucher_price(set, deal, price_cents).net_cents;
  } else {
    TaxedAmount kept = tax_extract(set, price_cents);
    rates->forfeited_revenue_cents[last] = kept.net_cents;
    rates->forfeited_tax_cents[last] = kept.tax_total_cents;
  }
}

/* The client gets back what she paid, the site's price and the taxes of the counter. */
static void refund_fill(DayRates *rates, const PlanDeal *deal, const TaxSet *set) {
  rates->refund_cents = deal->price_cents;
  rates->refund_tax_cents = 0;
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL) {
    TaxedAmount own_share = tax_add(set, tax_own_share_cents(deal, deal->price_cents));
    rates->refund_cents = own_share.total_cents;
    rates->refund_tax_cents = own_share.tax_total_cents;
  } else if (deal->tax_treatment == TREATMENT_AT_SALE) {
    TaxedAmount price = tax_voucher_price(set, deal, deal->price_cents);
    rates->refund_cents = price.total_cents;
    rates->refund_tax_cents = price.tax_total_cents;
  } else {
    for (int i = 0; i < deal->visits_per_voucher; i++) {
      const CounterInvoice *counter = &rates->counter[i == deal->visits_per_voucher - 1][0];
      rates->refund_cents += counter->client_pays_cents;
      rates->refund_tax_cents += counter->invoice.tax_total_cents;
    }
  }
}

void day_rates_refresh(DayRates *rates, const Plan *plan, int32_t date) {
  if (date < rates->until_date)
    return;
  rates->until_date = tax_next_change(&plan->business, date);
  TaxSet set = tax_set_collected(&plan->business, date);
  for (int i = 0; i < plan->services_count; i++) {
    rates->full[i] = tax_add(&set, plan->services[i].list_price_cents);
    rates->incentive[i] = tax_add(&set, incentive_price_cents(plan, i));
    rates->supplies[i] = tax_paid_cost(&plan->business, date, plan->services[i].supplies_cents, 0);
  }
  rates->extras_net_cents = voucher_extras_cost_cents(plan);
  rates->extras = tax_paid_cost(&plan->business, date, rates->extras_net_cents, 0);
  for (int last = 0; last < 2; last++) {
    VoucherPart part = voucher_part(&plan->deal, last ? plan->deal.visits_per_voucher - 1 : 0);
    for (int extras = 0; extras < 2; extras++)
      rates->counter[last][extras] =
          tax_counter_invoice_of(&plan->deal, &set, part.price_cents, part.list_cents,
                                 extras ? plan->clients.extras_cents : 0);
    forfeit_fill(rates, &plan->deal, &set, last);
  }
  refund_fill(rates, &plan->deal, &set);
}

DealVisits deal_visits_of(const YearDay *day) {
  int32_t visits = day->visits[VISIT_DEAL];
  int32_t last = day->deal_last < visits ? day->deal_last : visits;
  int32_t extras_first = day->extras < visits - last ? day->extras : visits - last;
  int32_t extras_last = day->extras - extras_first < last ? day->extras - extras_first : last;
  return (DealVisits){
      {{visits - last - extras_first, extras_first}, {last - extras_last, extras_last}}};
}

ForfeitedVisits forfeited_visits_of(const Plan *plan, const YearDay *day) {
  if (plan->deal.no_show_rule != NO_SHOW_FORFEIT)
    return (ForfeitedVisits){{0, 0}};
  return (ForfeitedVisits){{day->deal_forfeited_visits - day->deal_no_shows, day->deal_no_shows}};
}

int64_t used_price_cents(const Plan *plan, const YearDay *day) {
  if (day->visits[VISIT_DEAL] == 0 && day->deal_no_shows == 0)
    return 0;
  ForfeitedVisits forfeited = forfeited_visits_of(plan, day);
  DealVisits deal = deal_visits_of(day);
  int count = plan->deal.visits_per_voucher;
  int32_t last = deal.visits[1][0] + deal.visits[1][1] + forfeited.visits[1];
  int32_t other = deal.visits[0][0] + deal.visits[0][1] + forfeited.visits[0];
  if (count == 1)
    return plan->deal.price_cents * last;
  return money_part(plan->deal.price_cents, 0, count) * other +
         money_part(plan->deal.price_cents, count - 1, count) * last;
}

int64_t used_commission_cents(const PlanDeal *deal, int64_t used_price_cents) {
  int64_t commission_cents = money_share_half_up(deal->price_cents, deal->commission_per_100k);
  return money_scale_half_up(used_price_cents, commission_cents, deal->price_cents);
}

int32_t refunded_before_use(const Plan *plan, const Year *year) {
  int64_t asked = money_share_half_up(year->vouchers_sold, plan->deal.refund_before_use_per_100k);
  int64_t idle = year->vouchers_sold - year->vouchers_wanted;
  return (int32_t)(asked < idle ? asked : idle);
}

int64_t refunded_after_use(const Plan *plan, int32_t before, int32_t after) {
  int32_t rate = plan->deal.refund_after_use_per_100k;
  return rate == 0 ? 0 : money_share_half_up(after, rate) - money_share_half_up(before, rate);
}

int32_t refunded_unserved(const Plan *plan, const Year *year) {
  bool ours = plan->deal.if_not_served == UNSERVED_REFUND && plan->deal.payout_basis == PAYOUT_SOLD;
  return ours ? year->vouchers_unserved : 0;
}

UnservedRefund unserved_refund(const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  TaxSet set = tax_set_collected(&plan->business, plan_sale_last_date(plan));
  TaxedAmount amount = {.total_cents = deal->price_cents};
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL)
    amount = tax_add(&set, tax_own_share_cents(deal, deal->price_cents));
  else if (deal->tax_treatment == TREATMENT_AT_SALE)
    amount = tax_voucher_price(&set, deal, deal->price_cents);
  return (UnservedRefund){.paid_cents = amount.total_cents, .tax_cents = amount.tax_total_cents};
}

int64_t phone_help_cents(const Plan *plan) {
  const PlanPhone *phone = &plan->phone;
  return money_scale_half_up(
      phone->extra_cents_per_hour,
      (int64_t)(phone->end_minute - phone->begin_minute) * phone->extra_people, 60);
}

Commission site_fixed_fee(const Plan *plan) {
  PlanDeal deal = plan->deal;
  deal.tax_treatment = TREATMENT_GIFT_CERTIFICATE;
  return tax_commission_of(&plan->business, &deal, plan_sale_last_date(plan), 0,
                           plan->deal.fixed_fee_cents);
}
