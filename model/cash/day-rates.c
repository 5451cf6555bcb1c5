/* Room: cash, private to cash and earnings; see day-rates.h. */
#include "model/cash/day-rates.h"

#include "model/base/money.h"
#include "model/cash/site-dates.h"

void day_rates_init(DayRates *rates) {
  rates->until_date = INT32_MIN;
}

static int64_t incentive_price_cents(const Plan *plan, int service_index) {
  int64_t list_cents = plan->services[service_index].list_price_cents;
  return plan->clients.incentive_cents < list_cents ? list_cents - plan->clients.incentive_cents
                                                    : 0;
}

/* What a visit's voucher money brings where the site's statement bears its taxes. */
static int64_t statement_revenue_cents(const PlanDeal *deal, const TaxSet *statement_set,
                                       int64_t price_cents) {
  return deal->tax_treatment == TREATMENT_SITE_PRINCIPAL
             ? tax_own_share_cents(deal, price_cents)
             : tax_voucher_price(statement_set, deal, price_cents).net_cents;
}

static bool taxed_on_statement(const PlanDeal *deal) {
  return deal->tax_treatment == TREATMENT_SITE_PRINCIPAL ||
         deal->tax_treatment == TREATMENT_AT_SALE;
}

/* One voucher as the site's statement taxes it; without such a statement an empty invoice. */
static TaxedAmount statement_invoice(const PlanDeal *deal, const TaxSet *statement_set) {
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL)
    return tax_add(statement_set, tax_own_share_cents(deal, deal->price_cents));
  if (deal->tax_treatment == TREATMENT_AT_SALE)
    return tax_voucher_price(statement_set, deal, deal->price_cents);
  return (TaxedAmount){0};
}

static void deal_visit_fill(DayRates *rates, const Plan *plan, const TaxSet *statement_set,
                            int last) {
  const PlanDeal *deal = &plan->deal;
  VoucherPart part = voucher_part(deal, last ? deal->visits_per_voucher - 1 : 0);
  for (int extras = 0; extras < 2; extras++) {
    int64_t extras_cents = extras ? plan->clients.extras_cents : 0;
    CounterInvoice *counter = &rates->counter[last][extras];
    *counter =
        tax_counter_invoice_of(deal, &rates->set, part.price_cents, part.list_cents, extras_cents);
    if (taxed_on_statement(deal))
      counter->revenue_cents =
          statement_revenue_cents(deal, statement_set, part.price_cents) + extras_cents;
  }
  rates->forfeited[last] = (TaxedAmount){0};
  if (taxed_on_statement(deal)) {
    rates->forfeited_revenue_cents[last] =
        statement_revenue_cents(deal, statement_set, part.price_cents);
  } else {
    rates->forfeited[last] = tax_extract(&rates->set, part.price_cents);
    rates->forfeited_revenue_cents[last] = rates->forfeited[last].net_cents;
  }
}

static void amount_add(TaxedAmount *sum, const TaxedAmount *amount) {
  sum->net_cents += amount->net_cents;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    sum->tax_cents[i] += amount->tax_cents[i];
  sum->tax_total_cents += amount->tax_total_cents;
  sum->total_cents += amount->total_cents;
}

/* The client gets back what she paid, the site's price and the taxes of the counter. */
static void refund_fill(DayRates *rates, const PlanDeal *deal, const TaxSet *statement_set) {
  rates->refund = statement_invoice(deal, statement_set);
  rates->refund_set = taxed_on_statement(deal) ? *statement_set : rates->set;
  rates->refund_cents = rates->refund.total_cents;
  if (taxed_on_statement(deal))
    return;
  rates->refund_cents = deal->price_cents;
  for (int i = 0; i < deal->visits_per_voucher; i++) {
    const CounterInvoice *counter = &rates->counter[i == deal->visits_per_voucher - 1][0];
    rates->refund_cents += counter->client_pays_cents;
    amount_add(&rates->refund, &counter->invoice);
  }
}

void day_rates_refresh(DayRates *rates, const Plan *plan, int32_t date) {
  if (date < rates->until_date)
    return;
  rates->until_date = tax_next_change(&plan->business, date);
  rates->set = tax_set_collected(&plan->business, date);
  for (int i = 0; i < plan->services_count; i++) {
    rates->full[i] = tax_add(&rates->set, plan->services[i].list_price_cents);
    rates->incentive[i] = tax_add(&rates->set, incentive_price_cents(plan, i));
    rates->supplies[i] = tax_paid_cost(&plan->business, date, plan->services[i].supplies_cents, 0);
  }
  rates->extras_net_cents = voucher_extras_cost_cents(plan);
  rates->extras = tax_paid_cost(&plan->business, date, rates->extras_net_cents, 0);
  TaxSet statement_set = plan->deal.payout_basis == PAYOUT_SOLD
                             ? tax_set_collected(&plan->business, plan_sale_last_date(plan))
                             : rates->set;
  for (int last = 0; last < 2; last++)
    deal_visit_fill(rates, plan, &statement_set, last);
  refund_fill(rates, &plan->deal, &statement_set);
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
  TaxedAmount invoice = statement_invoice(deal, &set);
  return (UnservedRefund){.paid_cents =
                              taxed_on_statement(deal) ? invoice.total_cents : deal->price_cents,
                          .invoice = invoice};
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
  if (deal.commission_tax == COMMISSION_TAX_INCLUDED)
    deal.commission_tax = COMMISSION_TAX_ADDED;
  return tax_commission_of(&plan->business, &deal, plan_sale_last_date(plan), 0,
                           plan->deal.fixed_fee_cents);
}

PaidCost site_card_fee(const Plan *plan, int32_t date, int64_t price_cents) {
  PlanDeal dated = plan->deal;
  dated.sale_date = date;
  return voucher_card_fee(plan, &dated, price_cents);
}

PaidCost site_sold_card_fee(const Plan *plan, int32_t date, int vouchers) {
  const PlanDeal *deal = &plan->deal;
  int64_t fees_cents = voucher_card_fee_net_cents(deal, deal->price_cents) * vouchers;
  return tax_paid_cost(&plan->business, date, deal->card_fee_taxed ? fees_cents : 0,
                       deal->card_fee_taxed ? 0 : fees_cents);
}

UsedStatement site_used_statement(const Plan *plan, int32_t date, int64_t used_cents) {
  return (UsedStatement){.commission =
                             tax_commission_of(&plan->business, &plan->deal, date, used_cents,
                                               voucher_commission_cents(&plan->deal, used_cents)),
                         .card_fee = site_card_fee(plan, date, used_cents)};
}

int32_t site_next_statement_date(const Plan *plan, int32_t date) {
  int32_t eve_date = tax_next_change(&plan->business, date) - 1;
  int32_t month_date = site_month_statement_date(date);
  return eve_date < month_date ? eve_date : month_date;
}
