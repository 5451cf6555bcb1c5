/* Room: decide. Other ways to the same clients (domain §12.8). Knows: trial, cap. Must not know:
 * words. */
#include <assert.h>
#include <string.h>

#include "model/base/money.h"
#include "model/decide/cap.h"
#include "model/decide/what-if-private.h"
#include "model/plan/published-figures.h"

#define MILLI 1000
#define WEEKS_A_YEAR 52
#define MONTHS_A_YEAR 12

const char *alternative_name(AlternativeKind kind) {
  static const char *const names[ALTERNATIVE_COUNT] = {
      [ALTERNATIVE_DEAL] = "deal",
      [ALTERNATIVE_OWN_OFFER] = "own_offer",
      [ALTERNATIVE_ADVERTISING] = "advertising",
      [ALTERNATIVE_WEB] = "web",
  };
  assert(kind < ALTERNATIVE_COUNT);
  return names[kind];
}

/* What the owner said of the site's deal is no guess about an offer of her own. */
static bool is_of_site(const char *path) {
  static const char *const OF_SITE[] = {
      "phone.",
      "one_off_costs[",
      "deal.used_per_100k",
      "deal.commission_per_100k",
      "deal.card_fee_per_100k",
      "deal.fixed_fee_cents",
      "deal.contract_cap",
      "deal.hold_back_",
      "deal.refund_before_use_per_100k",
      "clients.existing_per_100k",
      "clients.halo_clients",
  };
  for (size_t i = 0; i < sizeof OF_SITE / sizeof OF_SITE[0]; i++)
    if (strncmp(path, OF_SITE[i], strlen(OF_SITE[i])) == 0)
      return true;
  return false;
}

static void drop_ranges_of_site(Plan *plan) {
  int kept = 0;
  for (int i = 0; i < plan->uncertainty_count; i++)
    if (!is_of_site(plan->uncertainty[i].path))
      plan->uncertainty[kept++] = plan->uncertainty[i];
  plan->uncertainty_count = kept;
}

void own_offer_plan_of(const Plan *plan, Plan *out) {
  const PlanAlternatives *own = &plan->alternatives;
  const int64_t followers_known = published_figure_at(FIGURE_EXISTING_DINERS)->high;
  cap_plan_of(plan, own->own_offer_buyers, out);
  drop_ranges_of_site(out);
  PlanDeal *deal = &out->deal;
  deal->contract_cap = PLAN_NONE;
  deal->price_cents = deal->list_price_cents -
                      money_share_half_up(deal->list_price_cents, own->own_offer_discount_per_100k);
  deal->tax_treatment = TREATMENT_GIFT_CERTIFICATE;
  deal->price_tax_wording = WORDING_EXTRA;
  deal->commission_per_100k = deal->card_fee_per_100k = deal->hold_back_per_100k = 0;
  deal->fixed_fee_cents = 0;
  deal->payout_basis = PAYOUT_REDEEMED;
  deal->site_stops_paying_date = DATE_NONE;
  deal->used_per_100k = RATE_ONE_PER_100K;
  deal->refund_before_use_per_100k = 0;
  out->phone.buyers_calling_per_100k = out->phone.extra_people = out->phone.extra_days = 0;
  out->one_off_costs_count = 0;
  out->clients.halo_clients = 0;
  if (out->clients.existing_per_100k < followers_known)
    out->clients.existing_per_100k = (int32_t)followers_known;
}

/* What a simulated offer costs on average, and whom it keeps. */
static void tell_offer(const Trial *trial, Alternative *out) {
  Standing standing;
  standing_of_trial(trial, trial->count, &standing);
  int64_t clients_milli = standing.clients_kept.mean_milli;
  *out = (Alternative){
      .applies = true,
      .has_clients = standing.has_clients_kept,
      .cost_per_client_kept_cents = standing.cost_per_client_kept_cents,
      .cost_cents = -money_scale_half_up(standing.result.mean_milli, 1, MILLI),
      .clients_milli = clients_milli < INT32_MAX ? (int32_t)clients_milli : INT32_MAX,
  };
}

/* The trial is begun. */
static bool offer_run(Trial *trial, const TrialRunner *runner, Alternative *out) {
  if (!trial_run_to(trial, TRIAL_YEARS_SURE, runner))
    return false;
  tell_offer(trial, out);
  return true;
}

static void advertising_fill(const Plan *plan, const Alternative *deal, Alternative *out) {
  int64_t each_cents = plan->clients.usual_advertising_cents_per_new_client;
  if (each_cents == 0)
    return;
  *out = (Alternative){
      .applies = true,
      .has_clients = true,
      .cost_per_client_kept_cents = each_cents,
      .cost_cents = money_scale_half_up(each_cents, deal->clients_milli, MILLI),
      .clients_milli = deal->clients_milli,
  };
}

static void web_fill(const Plan *plan, Alternative *out) {
  const PlanAlternatives *web = &plan->alternatives;
  int32_t months = MONTHS_A_YEAR - web->web_months_before_result;
  if (web->web_weekly_milli_hours == 0 || web->web_cents_per_hour == 0)
    return;
  int32_t clients = months > 0 ? months * web->web_new_clients_monthly : 0;
  *out = (Alternative){
      .applies = true,
      .has_clients = clients > 0,
      .cost_cents = money_scale_half_up(web->web_cents_per_hour,
                                        (int64_t)web->web_weekly_milli_hours * WEEKS_A_YEAR, MILLI),
      .clients_milli = clients * MILLI,
      .months_before_result = web->web_months_before_result,
  };
  if (clients > 0)
    out->cost_per_client_kept_cents = money_scale_half_up(out->cost_cents, 1, clients);
}

bool alternatives_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                          DecideScratch *scratch, Alternative out[ALTERNATIVE_COUNT]) {
  memset(out, 0, ALTERNATIVE_COUNT * sizeof out[0]);
  trial_keep(&scratch->base, plan, sample, TRIAL_YEARS_SURE, &scratch->against, runner);
  if (!offer_run(&scratch->base, runner, &out[ALTERNATIVE_DEAL]))
    return false;
  advertising_fill(plan, &out[ALTERNATIVE_DEAL], &out[ALTERNATIVE_ADVERTISING]);
  web_fill(plan, &out[ALTERNATIVE_WEB]);
  if (plan->alternatives.own_offer_buyers == 0)
    return true;
  own_offer_plan_of(plan, &scratch->plan);
  if (!plan_makes_sense(&scratch->plan))
    return true;
  trial_begin_like(&scratch->other, &scratch->plan, &scratch->base, runner);
  return offer_run(&scratch->other, runner, &out[ALTERNATIVE_OWN_OFFER]);
}
