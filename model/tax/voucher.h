/* Room: tax. What one voucher leaves (domain §6), in contract order, each step signed. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/tax/tax.h"
#include "model/plan/plan.h"

typedef enum {
  STEP_LIST_PRICE, /* total */
  STEP_DISCOUNT,
  STEP_PRICE_PAID, /* total: what the client pays the site */
  STEP_TAX_INSIDE, /* B; 0 in A */
  STEP_TAX_KEPT,   /* Quick Method: what it leaves of the taxes of the sale; else 0 */
  STEP_COMMISSION,
  STEP_COMMISSION_TAX, /* what cannot be recovered */
  STEP_CARD_FEE,       /* with its unrecoverable tax */
  STEP_PAY,
  STEP_CONTRIBUTIONS,
  STEP_SUPPLIES,
  STEP_EXTRAS, /* margin of extras per visit, share bought × (price + tax kept − cost) */
  STEP_LEFT,   /* total: what you keep */
  STEP_COUNT
} WaterfallStep;

typedef struct {
  int64_t step_cents[STEP_COUNT]; /* totals are the running sum before them, to the cent */
} Waterfall;

bool waterfall_is_total(WaterfallStep step);
const char *waterfall_step_name(WaterfallStep step); /* "list_price"; stable, for JSON */

typedef struct {
  Waterfall used;          /* as the plan says; not checked counts as included */
  Waterfall used_extra;    /* A: the same with taxes extra */
  Waterfall used_included; /* B: with taxes included */
  int64_t left_used_cents;
  int64_t guaranteed_anyway_cents; /* part of the pay the guarantee would have paid idle, before
                                      contributions, the mean of the staff */
  int64_t left_unused_cents; /* income of an unused one: 0 when paid on redemption, with no breakage
                                policy, or until WHEN_REMOTE has its date; else the next */
  int64_t unused_kept_cents; /* stays in the bank while an unused one never comes; may be owed */
  int64_t left_existing_cents;  /* used by a client who would have paid full price: used less the
                                   margin of the visit she does not make */
  int64_t left_returning_cents; /* one full-price visit of a returner, after the first */
  int64_t margin_regular_cents; /* a full-price visit of the deal's service */
  int64_t margin_mean_regular_cents;    /* by the service mix */
  int64_t wording_difference_cents;     /* used_extra − used_included */
  int64_t client_pays_at_counter_cents; /* taxes of A; 0 in B */
} VoucherResult;

/* For a sale and a redemption on the plan's sale date. The plan has no blocking problem. Taxes that
 * the business cannot get back are in each cost. A voucher of n visits: pay, supplies and extras of
 * all n; taxes of n invoices. */
void voucher_compute(const Plan *plan, VoucherResult *result);

/* Pay before contributions of one visit of a service to all its staff; deal: by deal_pay. Percents
 * of the list price are of the service's; of the price or own share, before tax and of one visit.
 */
int64_t voucher_visit_pay_cents(const Plan *plan, int service_index, bool deal);
/* Employer's contributions on an amount of pay, the self-employed part of the staff having none. */
int64_t voucher_contributions_cents(const Plan *plan, int64_t pay_cents);
/* What one full-price visit leaves: list + tax kept (Quick Method) − pay − contributions −
 * supplies. */
int64_t voucher_service_margin_cents(const Plan *plan, int service_index);
/* The mean of the above by the regulars' service mix. */
int64_t voucher_mean_margin_cents(const Plan *plan);

/* What one visit of a voucher carries of it: 1/n each, the remainder on the last. */
typedef struct {
  int64_t price_cents; /* as worded */
  int64_t list_cents;
  int64_t commission_cents; /* the site's share, as its invoice is worded */
} VoucherPart;

VoucherPart voucher_part(const PlanDeal *deal, int visit_index);

/* The site's share of a price that is so many vouchers, or a part of one: one voucher's commission
 * in proportion. price_cents of the deal > 0. */
int64_t voucher_commission_cents(const PlanDeal *deal, int64_t price_cents);
/* The card fee of a price (or of what that share leaves of it), before tax. */
int64_t voucher_card_fee_net_cents(const PlanDeal *deal, int64_t price_cents);
/* The same with its taxes when taxed. */
PaidCost voucher_card_fee(const Plan *plan, const PlanDeal *deal, int64_t price_cents);
/* Extras' cost of goods for one visit that buys them, before tax. */
int64_t voucher_extras_cost_cents(const Plan *plan);
