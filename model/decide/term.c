/* Room: decide. What a contract can say, written into a plan. Knows: plan, plan-check, when the
 * site pays. Must not know: years, what a term is worth. */
#include "model/decide/term.h"

#include <assert.h>
#include <string.h>

#include "model/base/money.h"
#include "model/cash/site-dates.h"
#include "model/plan/fields.h"
#include "model/plan/problem.h"
#include "model/plan/range.h"

static const struct {
  const char *name, *path;
} terms[TERM_COUNT] = {
    [TERM_CAP] = {"cap", "deal.contract_cap"},
    [TERM_QUOTA] = {"quota", "deal.weekday_quota"},
    [TERM_NO_WEEKDAY] = {"no_weekday", "deal.allowed_weekdays"},
    [TERM_TAXES_EXTRA] = {"taxes_extra", "deal.price_tax_wording"},
    [TERM_NEW_CLIENTS_ONLY] = {"new_clients_only", "clients.existing_per_100k"},
    [TERM_PAYOUT_SOON] = {"payout_soon", "deal.payout_basis"},
    [TERM_NO_FIXED_FEE] = {"no_fixed_fee", "deal.fixed_fee_cents"},
    [TERM_NO_CARD_FEE] = {"no_card_fee", "deal.card_fee_per_100k"},
    [TERM_COMMISSION] = {"commission", "deal.commission_per_100k"},
    [TERM_PRICE] = {"price", "deal.price_cents"},
};

const char *term_name(TermKind kind) {
  assert(kind < TERM_COUNT);
  return terms[kind].name;
}

const char *term_path(TermKind kind) {
  assert(kind < TERM_COUNT);
  return terms[kind].path;
}

Term term_of(TermKind kind, int64_t amount) {
  Term term = {.kind = kind, .amount = amount};
  for (int weekday = 0; weekday < 7; weekday++)
    term.quota[weekday] = PLAN_NONE;
  return term;
}

/* --- ranges -------------------------------------------------------------------------------- */

static void range_remove(Plan *plan, int entry) {
  if (entry >= 0)
    plan_remove_element(plan, "uncertainty", entry);
}

/* Of all values whose path begins so. */
static void ranges_remove(Plan *plan, const char *beginning) {
  for (int i = plan->uncertainty_count - 1; i >= 0; i--)
    if (strncmp(plan->uncertainty[i].path, beginning, strlen(beginning)) == 0)
      range_remove(plan, i);
}

static void fix(Plan *plan, const char *path, int64_t value) {
  ranges_remove(plan, path);
  plan_set(plan, path, value);
}

/* --- how many ------------------------------------------------------------------------------ */

int32_t term_sold_most(const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  int entry = range_entry(plan, "deal.vouchers_sold");
  int64_t most = deal->vouchers_sold;
  if (entry >= 0 && range_of_input(plan, entry).high > most)
    most = range_of_input(plan, entry).high;
  if (deal->contract_cap != PLAN_NONE && most > deal->contract_cap)
    most = deal->contract_cap;
  return (int32_t)most;
}

/* Demand does not fall because the contract stops it. */
static void cap_apply(int64_t amount, Plan *plan) {
  PlanDeal *deal = &plan->deal;
  int32_t cap = amount < 0 ? 0 : amount > VOUCHERS_MAX ? VOUCHERS_MAX : (int32_t)amount;
  if (deal->contract_cap == PLAN_NONE || cap < deal->contract_cap)
    fix(plan, "deal.contract_cap", cap);
}

/* --- which days ---------------------------------------------------------------------------- */

bool term_weekday_is_open(const Plan *plan, int weekday) {
  for (int i = 0; i < plan->hours_count; i++)
    if (plan->hours[i].weekday == weekday)
      return true;
  return false;
}

bool term_weekday_takes_deals(const Plan *plan, int weekday) {
  return plan->rooms_count > 0 && term_weekday_is_open(plan, weekday) &&
         plan->deal.allowed_weekdays[weekday] && plan->deal.weekday_quota[weekday] != 0;
}

int term_busiest_weekday(const Plan *plan) {
  const int32_t *wanted = plan->regulars.wanted_milli_visits;
  int busiest = -1;
  for (int weekday = 0; weekday < 7; weekday++)
    if (term_weekday_takes_deals(plan, weekday) &&
        (busiest < 0 || wanted[weekday] > wanted[busiest]))
      busiest = weekday;
  return busiest;
}

static bool quota_is_tighter(const Plan *plan, int weekday, int32_t quota) {
  int32_t now = plan->deal.weekday_quota[weekday];
  return quota != PLAN_NONE && (now == PLAN_NONE || quota < now);
}

/* Days that the deal loses; none is lost when no day would be left to it. */
static void days_apply(const Term *term, Plan *plan) {
  const PlanDeal before = plan->deal;
  Problems problems;
  for (int weekday = 0; weekday < 7; weekday++) {
    bool is_named = term->kind == TERM_QUOTA && term_weekday_takes_deals(plan, weekday);
    if (is_named && quota_is_tighter(plan, weekday, term->quota[weekday]))
      plan->deal.weekday_quota[weekday] = term->quota[weekday] < 0 ? 0 : term->quota[weekday];
  }
  if (term->kind == TERM_NO_WEEKDAY && term->amount >= 0 && term->amount < 7)
    plan->deal.allowed_weekdays[term->amount] = false;
  plan_check(plan, &problems);
  if (problems.blocking_count > 0)
    plan->deal = before;
}

static bool days_change(const Term *term, const Plan *plan) {
  Plan changed = *plan;
  bool is_tighter = false;
  days_apply(term, &changed);
  for (int weekday = 0; weekday < 7; weekday++)
    is_tighter |= term_weekday_takes_deals(plan, weekday) &&
                  (changed.deal.weekday_quota[weekday] != plan->deal.weekday_quota[weekday] ||
                   changed.deal.allowed_weekdays[weekday] != plan->deal.allowed_weekdays[weekday]);
  return is_tighter;
}

/* --- when the site pays -------------------------------------------------------------------- */

/* Ranges may move an instalment or what is held back: then the contract does not say so. */
static bool payout_is_soon(const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  bool is_soon = deal->payout_basis == PAYOUT_SOLD && deal->hold_back_per_100k == 0;
  for (int i = 0; i < deal->instalments_count; i++)
    is_soon &= deal->instalments[i].weight == 0 ||
               site_instalment_date(plan, i) <= plan_sale_last_date(plan) + TERM_PAYOUT_DAYS;
  for (int i = 0; i < plan->uncertainty_count; i++)
    is_soon &= strncmp(plan->uncertainty[i].path, "deal.instalments", 16) != 0 &&
               strcmp(plan->uncertainty[i].path, "deal.hold_back_per_100k") != 0;
  return is_soon;
}

static void payout_apply(Plan *plan) {
  PlanDeal *deal = &plan->deal;
  if (payout_is_soon(plan))
    return;
  ranges_remove(plan, "deal.instalments");
  fix(plan, "deal.hold_back_per_100k", 0);
  deal->payout_basis = PAYOUT_SOLD;
  deal->instalments[0] = (Instalment){.after_days = TERM_PAYOUT_DAYS, .weight = 1};
  deal->instalments_count = 1;
}

/* --- how much ------------------------------------------------------------------------------ */

/* Only where the wording says what the tax is on. */
static bool is_worded(const Plan *plan) {
  return plan->deal.tax_treatment == TREATMENT_GIFT_CERTIFICATE ||
         plan->deal.tax_treatment == TREATMENT_AT_SALE;
}

static bool taxes_change(const Plan *plan) {
  return is_worded(plan) && plan->business.tax_regime != REGIME_EXEMPT &&
         plan->deal.price_tax_wording != WORDING_EXTRA;
}

/* The highest value that the years can draw is more than 0. */
static bool is_paid(const Plan *plan, const char *path) {
  int entry = range_entry(plan, path);
  return plan_get(plan, path) > 0 || (entry >= 0 && range_of_input(plan, entry).high > 0);
}

/* Those who may not buy do not: the demand goes, with its range, to those who are left. */
static void new_clients_apply(Plan *plan) {
  int64_t new_per_100k = RATE_ONE_PER_100K - plan->clients.existing_per_100k;
  plan->deal.vouchers_sold = (int32_t)money_share_half_up(plan->deal.vouchers_sold, new_per_100k);
  fix(plan, terms[TERM_NEW_CLIENTS_ONLY].path, 0);
}

static bool commission_changes(int64_t amount, const Plan *plan) {
  return amount >= 0 && amount < plan->deal.commission_per_100k;
}

static bool price_changes(int64_t amount, const Plan *plan) {
  return amount > plan->deal.price_cents && plan->deal.price_cents < plan->deal.list_price_cents;
}

static int64_t lesser(int64_t a, int64_t b) {
  return a < b ? a : b;
}

/* --- the terms ----------------------------------------------------------------------------- */

bool term_changes(const Term *term, const Plan *plan) {
  switch (term->kind) {
  case TERM_CAP:
    return term->amount >= 0 && term->amount < term_sold_most(plan);
  case TERM_QUOTA:
  case TERM_NO_WEEKDAY:
    return days_change(term, plan);
  case TERM_TAXES_EXTRA:
    return taxes_change(plan);
  case TERM_NEW_CLIENTS_ONLY:
  case TERM_NO_FIXED_FEE:
  case TERM_NO_CARD_FEE:
    return is_paid(plan, terms[term->kind].path);
  case TERM_PAYOUT_SOON:
    return !payout_is_soon(plan);
  case TERM_COMMISSION:
    return commission_changes(term->amount, plan);
  case TERM_PRICE:
    return price_changes(term->amount, plan);
  case TERM_COUNT:
    break;
  }
  return false;
}

void term_apply(const Term *term, Plan *plan) {
  switch (term->kind) {
  case TERM_CAP:
    cap_apply(term->amount, plan);
    return;
  case TERM_QUOTA:
  case TERM_NO_WEEKDAY:
    days_apply(term, plan);
    return;
  case TERM_TAXES_EXTRA:
    if (is_worded(plan))
      plan->deal.price_tax_wording = WORDING_EXTRA;
    return;
  case TERM_NEW_CLIENTS_ONLY:
    new_clients_apply(plan);
    return;
  case TERM_NO_FIXED_FEE:
  case TERM_NO_CARD_FEE:
    fix(plan, terms[term->kind].path, 0);
    return;
  case TERM_PAYOUT_SOON:
    payout_apply(plan);
    return;
  case TERM_COMMISSION:
    if (commission_changes(term->amount, plan))
      fix(plan, terms[term->kind].path, term->amount);
    return;
  case TERM_PRICE:
    if (price_changes(term->amount, plan))
      plan->deal.price_cents = lesser(term->amount, plan->deal.list_price_cents);
    return;
  case TERM_COUNT:
    return;
  }
}
