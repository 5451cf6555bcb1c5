/* Room: tax. Knows: plan, base. Must not know: files, clocks, text.
 *
 * Sales taxes of the Canadian provinces with their dates (domain §5.1) and what one invoice bears.
 * Each tax is rounded once per invoice, separately (domain §4). */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/plan/plan.h"

typedef enum { TAX_GST, TAX_QST, TAX_HST, TAX_PST, TAX_CUSTOM, TAX_KIND_COUNT } TaxKind;

#define TAX_COMPONENTS_MAX 2

typedef struct {
  TaxKind kind;
  int32_t rate_per_100k;
  bool on_previous; /* base: price plus the component before (QST to 2012) */
  bool recoverable; /* paid on costs, a registrant gets it back */
} TaxComponent;

typedef struct {
  TaxComponent component[TAX_COMPONENTS_MAX];
  int count; /* 0: no tax */
} TaxSet;

typedef struct {
  int64_t net_cents;
  int64_t tax_cents[TAX_COMPONENTS_MAX]; /* as in the set */
  int64_t tax_total_cents;
  int64_t total_cents; /* net + taxes */
} TaxedAmount;

/* What the regime charges on a date for a sale of the business's services; provincial tax only
 * where business->provincial_tax_applies. Count 0 for an exempt regime. False when the regime had
 * no rules of ours at that date (QC, AB, SK, MB and territories before 2008-01-01; ON, NS, NB and
 * NL before 2010-07-01; PE and BC before 2013-04-01), *set then empty. Registration is not looked
 * at. Steps since: QST 2011, 2012, 2013; NB and NL 13 → 15 % 2016-07-01; PE 14 → 15 % 2016-10-01;
 * SK 5 → 6 % 2017-03-23; MB 7 → 8 → 7 % 2013-07-01, 2019-07-01; NS 15 → 14 % 2025-04-01. */
bool tax_set_for_sales(const PlanBusiness *business, int32_t date, TaxSet *set);
/* The first day after date on which a rate of the regime, or the registration, changes; INT32_MAX
 * when none is known. */
int32_t tax_next_change(const PlanBusiness *business, int32_t date);
/* As tax_set_for_sales, for what a supplier (the site, a landlord) charges the business: no
 * provincial PST. An exempt business pays Québec's taxes on its costs: the regime does not say the
 * province, and they are among the highest. */
bool tax_set_for_costs(const PlanBusiness *business, int32_t date, TaxSet *set);

/* Taxes on a price before tax: 5000 in Québec 2026 → 250 + 499 = 5749. */
TaxedAmount tax_add(const TaxSet *set, int64_t net_cents);
/* Taxes inside a total; taxes are rounded, the net is the plug: 5900 → 5131 + 257 + 512. */
TaxedAmount tax_extract(const TaxSet *set, int64_t total_cents);

/* Registered on that date and not exempt: collects taxes (false: treatment E). */
bool tax_is_collected(const PlanBusiness *business, int32_t date);
/* Collects taxes and gets credits for those of its costs: not under the Quick Method. */
bool tax_is_credited(const PlanBusiness *business, int32_t date);
/* What the business itself charges on a date: empty when it collects nothing. */
TaxSet tax_set_collected(const PlanBusiness *business, int32_t date);
/* True for the wordings computed as included (not checked is one of them). */
bool tax_price_is_included(const PlanDeal *deal);
/* Price less the site's share, as worded and before the commission's own tax. */
int64_t tax_own_share_cents(const PlanDeal *deal, int64_t price_cents);
/* The price as an invoice: taxes added (A) or taken out (B). */
TaxedAmount tax_voucher_price(const TaxSet *set, const PlanDeal *deal, int64_t price_cents);

/* One invoice at the counter for vouchers used together with extras, under any treatment.
 * SITE_PRINCIPAL and AT_SALE: the voucher was taxed on the site's statement (Commission), the
 * invoice is of the extras only; the revenue counts the own share, or the price before tax. */
typedef struct {
  int64_t paid_cents;        /* voucher money accepted (price × vouchers) */
  TaxedAmount invoice;       /* what is taxed; its taxes are collected */
  int64_t revenue_cents;     /* before tax, earned by the merchant */
  int64_t client_pays_cents; /* at the counter, ≥ 0 */
} CounterInvoice;

/* `vouchers` of price_cents worded `wording` used on one invoice at a date, with extras before tax.
 * list_price_cents is used by TREATMENT_LIST_PRICE. Not registered: no tax. Late use is
 * tax_late_invoice. */
CounterInvoice tax_counter_invoice(const PlanBusiness *business, const PlanDeal *deal, int32_t date,
                                   int vouchers, int64_t extras_cents);
/* The same for voucher money that is not a whole voucher (one visit of several), with the set of
 * tax_set_collected. */
CounterInvoice tax_counter_invoice_of(const PlanDeal *deal, const TaxSet *set, int64_t paid_cents,
                                      int64_t list_cents, int64_t extras_cents);
/* After the promotion: the paid amount is money against the current price. List 100, paid 50:
 * tax 5.00 + 9.98, client pays 64.98. */
CounterInvoice tax_late_invoice(const PlanBusiness *business, int32_t date, int64_t price_cents,
                                int64_t paid_cents, int64_t extras_cents);

/* A statement of the site. payout = price − invoice (hold-back not looked at). */
typedef struct {
  TaxedAmount invoice;
  int64_t payout_cents;
  int64_t recoverable_cents;
  int64_t cost_cents; /* net + what cannot be recovered */
  TaxSet set;         /* of the invoice's taxes; empty when it bears none */
  /* Taxes the business owes on this statement: SITE_PRINCIPAL and AT_SALE. */
  int64_t collected_cents;                         /* their total */
  int64_t collected_tax_cents[TAX_COMPONENTS_MAX]; /* by the components of tax_set_collected */
} Commission;

/* `vouchers` sold at a date on one invoice of the site. SITE_PRINCIPAL: no commission, the payout
 * is the own share with its taxes. AT_SALE: the site also hands over the tax added to the price. */
Commission tax_commission(const PlanBusiness *business, const PlanDeal *deal, int32_t date,
                          int vouchers);
/* The same for amounts that are no whole vouchers. */
Commission tax_commission_of(const PlanBusiness *business, const PlanDeal *deal, int32_t date,
                             int64_t price_cents, int64_t commission_cents);

/* A cost of the business: taxable_cents bears the taxes of tax_set_for_costs, untaxed_cents none.
 */
typedef struct {
  int64_t recoverable_tax_cents[TAX_COMPONENTS_MAX]; /* by the components of tax_set_for_costs */
  int64_t paid_cents;                                /* with taxes: leaves the bank */
  int64_t recoverable_cents;                         /* comes back as a credit */
  int64_t cost_cents;                                /* paid − recoverable */
} PaidCost;

PaidCost tax_paid_cost(const PlanBusiness *business, int32_t date, int64_t taxable_cents,
                       int64_t untaxed_cents);
/* The part of an invoice's taxes that the business gets back; 0 when it has no credits. */
int64_t tax_recoverable_cents(const PlanBusiness *business, int32_t date, const TaxSet *set,
                              const TaxedAmount *amount);
