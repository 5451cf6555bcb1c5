/* Room: decide. Contracts side by side. Knows: trial, standing, the voucher. Must not know: words,
 * where the plans are kept. */
#include "model/decide/offers.h"

#include <assert.h>
#include <string.h>

#include "model/tax/voucher.h"

#define P5_PER_100K 5000
#define P10_PER_100K 10000
#define P50_PER_100K 50000
#define P95_PER_100K 95000

static int64_t left_used_cents(const Plan *plan) {
  VoucherResult voucher;
  voucher_compute(plan, &voucher);
  return voucher.left_used_cents;
}

static int32_t loss_per_100k(const Trial *trial) {
  int losses = 0;
  for (int i = 0; i < trial->count; i++)
    losses += trial->run[i].value[RISK_RESULT_CENTS] < 0;
  return risk_chance_of(losses, trial->count).share_per_100k;
}

static void offer_fill(const Trial *trial, const Trial *first, Offer *offer) {
  const Plan *plan = &trial->setup.plan;
  memcpy(offer->name, plan->name, sizeof offer->name);
  offer->vouchers = plan_vouchers_sold(plan);
  offer->left_used_cents = left_used_cents(plan);
  standing_of_trial(trial, trial->count, &offer->standing);
  offer->less_first = trial_mean_difference(trial, first, RISK_RESULT_CENTS);
  offer->result_p5_cents = trial_quantile(trial, RISK_RESULT_CENTS, P5_PER_100K);
  offer->result_p50_cents = trial_quantile(trial, RISK_RESULT_CENTS, P50_PER_100K);
  offer->result_p95_cents = trial_quantile(trial, RISK_RESULT_CENTS, P95_PER_100K);
  offer->loss_per_100k = loss_per_100k(trial);
  offer->refused_extra_p50 = (int32_t)trial_quantile(trial, RISK_REFUSED_EXTRA, P50_PER_100K);
  offer->lowest_p10_cents = trial_quantile(trial, RISK_LOWEST_CENTS, P10_PER_100K);
  offer->lowest_p50_cents = trial_quantile(trial, RISK_LOWEST_CENTS, P50_PER_100K);
  offer->wait_p95_p50_days = (int32_t)trial_quantile(trial, RISK_WAIT_P95_DAYS, P50_PER_100K);
}

bool offers_compare(const Plan *const plans[], int count, RiskSample sample,
                    const TrialRunner *runner, DecideScratch *scratch, Offers *offers) {
  assert(count >= 1 && count <= OFFERS_MAX);
  memset(offers, 0, sizeof *offers);
  offers->years = TRIAL_YEARS_SURE;
  offers->offer_count = count;
  for (int i = 0; i < count; i++) {
    Trial *trial = i == 0 ? &scratch->base : &scratch->other;
    if (i == 0)
      trial_begin(trial, plans[i], sample, runner);
    else
      trial_begin_like(trial, plans[i], &scratch->base, runner);
    if (!trial_run_to(trial, TRIAL_YEARS_SURE, runner))
      return false;
    offer_fill(trial, &scratch->base, &offers->offer[i]);
  }
  return true;
}
