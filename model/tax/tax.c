/* Room: tax. Knows: what one invoice bears under each treatment. Must not know: when vouchers
 * are used, the bank. Rates and dates are in tax-rates.c. */
#include "model/tax/tax.h"

#include <assert.h>

#include "model/base/calendar.h"
#include "model/base/money.h"
#include "model/tax/quick-method.h"

/* Numerator over (100 000 × tax_inside_base) of component `index` in a price whose base is 1: the
 * rate, on the price or on the price plus the component before. */
static int64_t component_weight(const TaxSet *set, int index) {
  const TaxComponent *component = &set->component[index];
  int64_t base = RATE_ONE_PER_100K;
  if (component->on_previous && index > 0)
    base += set->component[index - 1].rate_per_100k;
  return component->rate_per_100k * base;
}

/* 1 + all rates, times 10^10. */
static int64_t gross_weight(const TaxSet *set) {
  int64_t weight = (int64_t)RATE_ONE_PER_100K * RATE_ONE_PER_100K;
  for (int i = 0; i < set->count; i++)
    weight += component_weight(set, i);
  return weight;
}

static void amount_close(TaxedAmount *amount, int count) {
  amount->tax_total_cents = 0;
  for (int i = 0; i < count; i++)
    amount->tax_total_cents += amount->tax_cents[i];
  amount->total_cents = amount->net_cents + amount->tax_total_cents;
}

TaxedAmount tax_add(const TaxSet *set, int64_t net_cents) {
  TaxedAmount amount = {.net_cents = net_cents};
  int64_t previous_cents = 0;
  for (int i = 0; i < set->count; i++) {
    int64_t base_cents = net_cents + (set->component[i].on_previous ? previous_cents : 0);
    amount.tax_cents[i] = money_share_half_up(base_cents, set->component[i].rate_per_100k);
    previous_cents = amount.tax_cents[i];
  }
  amount_close(&amount, set->count);
  return amount;
}

TaxedAmount tax_extract(const TaxSet *set, int64_t total_cents) {
  TaxedAmount amount = {.net_cents = total_cents};
  int64_t gross = gross_weight(set);
  for (int i = 0; i < set->count; i++) {
    amount.tax_cents[i] = money_scale_half_up(total_cents, component_weight(set, i), gross);
    amount.net_cents -= amount.tax_cents[i];
  }
  amount_close(&amount, set->count);
  return amount;
}

/* total × weight / gross + added × weight / 10^10, rounded once, half away from zero. */
static int64_t mixed_tax_cents(int64_t total_cents, int64_t added_cents, int64_t weight,
                               int64_t gross) {
  const int64_t one = (int64_t)RATE_ONE_PER_100K * RATE_ONE_PER_100K;
  __int128 numerator = ((__int128)total_cents * one + (__int128)added_cents * gross) * weight;
  __int128 denominator = (__int128)gross * one;
  __int128 magnitude = numerator < 0 ? -numerator : numerator;
  __int128 rounded = magnitude / denominator + (magnitude % denominator * 2 >= denominator);
  assert(rounded <= INT64_MAX);
  return numerator < 0 ? -(int64_t)rounded : (int64_t)rounded;
}

/* One invoice of a tax-included total and an amount before tax: each tax rounded once on both. */
static TaxedAmount tax_extract_and_add(const TaxSet *set, int64_t total_cents,
                                       int64_t added_cents) {
  TaxedAmount amount = tax_extract(set, total_cents);
  amount.net_cents += added_cents;
  int64_t gross = gross_weight(set);
  for (int i = 0; i < set->count; i++)
    amount.tax_cents[i] =
        mixed_tax_cents(total_cents, added_cents, component_weight(set, i), gross);
  amount_close(&amount, set->count);
  return amount;
}

bool tax_is_collected(const PlanBusiness *business, int32_t date) {
  return business->gst_registered && business->tax_regime != REGIME_EXEMPT &&
         (business->gst_registered_from_date == DATE_NONE ||
          date >= business->gst_registered_from_date);
}

bool tax_is_credited(const PlanBusiness *business, int32_t date) {
  QuickMethod method;
  return tax_is_collected(business, date) && !quick_method_is_used(business, date, &method);
}

TaxSet tax_set_collected(const PlanBusiness *business, int32_t date) {
  TaxSet set = {0};
  if (tax_is_collected(business, date))
    tax_set_for_sales(business, date, &set);
  return set;
}

bool tax_price_is_included(const PlanDeal *deal) {
  return deal->price_tax_wording != WORDING_EXTRA;
}

int64_t tax_own_share_cents(const PlanDeal *deal, int64_t price_cents) {
  return price_cents - money_share_half_up(price_cents, deal->commission_per_100k);
}

TaxedAmount tax_voucher_price(const TaxSet *set, const PlanDeal *deal, int64_t price_cents) {
  return tax_price_is_included(deal) ? tax_extract(set, price_cents) : tax_add(set, price_cents);
}

CounterInvoice tax_counter_invoice_of(const PlanDeal *deal, const TaxSet *set, int64_t paid_cents,
                                      int64_t list_cents, int64_t extras_cents) {
  CounterInvoice counter = {.paid_cents = paid_cents, .revenue_cents = paid_cents + extras_cents};
  switch (deal->tax_treatment) {
  case TREATMENT_LIST_PRICE:
    counter.invoice = tax_add(set, list_cents + extras_cents);
    counter.client_pays_cents = counter.invoice.tax_total_cents + extras_cents;
    break;
  case TREATMENT_SITE_PRINCIPAL:
    counter.invoice = tax_add(set, extras_cents);
    counter.revenue_cents = tax_own_share_cents(deal, paid_cents) + extras_cents;
    counter.client_pays_cents = counter.invoice.total_cents;
    break;
  case TREATMENT_AT_SALE: {
    TaxedAmount sold = tax_voucher_price(set, deal, paid_cents);
    counter.invoice = tax_add(set, extras_cents);
    counter.revenue_cents = sold.net_cents + extras_cents;
    counter.client_pays_cents = counter.invoice.total_cents;
    break;
  }
  case TREATMENT_GIFT_CERTIFICATE:
  case TREATMENT_COUNT:
  default:
    counter.invoice = tax_price_is_included(deal)
                          ? tax_extract_and_add(set, paid_cents, extras_cents)
                          : tax_add(set, paid_cents + extras_cents);
    counter.revenue_cents = counter.invoice.net_cents;
    counter.client_pays_cents = counter.invoice.total_cents - paid_cents;
    break;
  }
  return counter;
}

CounterInvoice tax_counter_invoice(const PlanBusiness *business, const PlanDeal *deal, int32_t date,
                                   int vouchers, int64_t extras_cents) {
  TaxSet set = tax_set_collected(business, date);
  return tax_counter_invoice_of(deal, &set, deal->price_cents * vouchers,
                                deal->list_price_cents * vouchers, extras_cents);
}

CounterInvoice tax_late_invoice(const PlanBusiness *business, int32_t date, int64_t price_cents,
                                int64_t paid_cents, int64_t extras_cents) {
  TaxSet set = tax_set_collected(business, date);
  CounterInvoice counter = {.invoice = tax_add(&set, price_cents + extras_cents)};
  counter.revenue_cents = counter.invoice.net_cents;
  counter.paid_cents =
      paid_cents < counter.invoice.total_cents ? paid_cents : counter.invoice.total_cents;
  counter.client_pays_cents = counter.invoice.total_cents - counter.paid_cents;
  return counter;
}

/* The taxes that come back, by component; returns their sum. */
static int64_t recoverable_taxes(const PlanBusiness *business, int32_t date, const TaxSet *set,
                                 const TaxedAmount *amount, int64_t *tax_cents) {
  int64_t recoverable_cents = 0;
  bool credited = tax_is_credited(business, date);
  for (int i = 0; i < set->count; i++) {
    tax_cents[i] = credited && set->component[i].recoverable ? amount->tax_cents[i] : 0;
    recoverable_cents += tax_cents[i];
  }
  return recoverable_cents;
}

int64_t tax_recoverable_cents(const PlanBusiness *business, int32_t date, const TaxSet *set,
                              const TaxedAmount *amount) {
  int64_t tax_cents[TAX_COMPONENTS_MAX];
  return recoverable_taxes(business, date, set, amount, tax_cents);
}

PaidCost tax_paid_cost(const PlanBusiness *business, int32_t date, int64_t taxable_cents,
                       int64_t untaxed_cents) {
  TaxSet set;
  tax_set_for_costs(business, date, &set);
  TaxedAmount amount = tax_add(&set, taxable_cents);
  PaidCost cost = {.paid_cents = amount.total_cents + untaxed_cents};
  cost.recoverable_cents =
      recoverable_taxes(business, date, &set, &amount, cost.recoverable_tax_cents);
  cost.cost_cents = cost.paid_cents - cost.recoverable_cents;
  return cost;
}

/* The business owes the taxes of `count` equal invoices. */
static void collect_on_statement(Commission *commission, const TaxedAmount *invoice, int count) {
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    commission->collected_tax_cents[i] = invoice->tax_cents[i] * count;
  commission->collected_cents = invoice->tax_total_cents * count;
}

Commission tax_commission_of(const PlanBusiness *business, const PlanDeal *deal, int32_t date,
                             int64_t price_cents, int64_t commission_cents) {
  Commission commission = {0};
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL) {
    TaxSet sales = tax_set_collected(business, date);
    TaxedAmount own_share = tax_add(&sales, price_cents - commission_cents);
    commission.payout_cents = own_share.total_cents;
    collect_on_statement(&commission, &own_share, 1);
    return commission;
  }
  if (deal->commission_tax != COMMISSION_TAX_NONE)
    tax_set_for_costs(business, date, &commission.set);
  commission.invoice = deal->commission_tax == COMMISSION_TAX_INCLUDED
                           ? tax_extract(&commission.set, commission_cents)
                           : tax_add(&commission.set, commission_cents);
  int64_t received_cents = price_cents;
  if (deal->tax_treatment == TREATMENT_AT_SALE) {
    TaxSet sales = tax_set_collected(business, date);
    TaxedAmount price = tax_voucher_price(&sales, deal, price_cents);
    received_cents = price.total_cents;
    collect_on_statement(&commission, &price, 1);
  }
  commission.payout_cents = received_cents - commission.invoice.total_cents;
  commission.recoverable_cents =
      tax_recoverable_cents(business, date, &commission.set, &commission.invoice);
  commission.cost_cents = commission.invoice.total_cents - commission.recoverable_cents;
  return commission;
}

Commission tax_commission(const PlanBusiness *business, const PlanDeal *deal, int32_t date,
                          int vouchers) {
  int64_t one_cents = money_share_half_up(deal->price_cents, deal->commission_per_100k);
  Commission commission =
      tax_commission_of(business, deal, date, deal->price_cents * vouchers, one_cents * vouchers);
  if (deal->tax_treatment == TREATMENT_AT_SALE) {
    /* Every buyer has her own invoice. */
    TaxSet set = tax_set_collected(business, date);
    TaxedAmount price = tax_voucher_price(&set, deal, deal->price_cents);
    collect_on_statement(&commission, &price, vouchers);
    commission.payout_cents = price.total_cents * vouchers - commission.invoice.total_cents;
  }
  return commission;
}
