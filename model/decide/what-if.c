/* Room: decide. Another world held against the plan, and the first of them: a site that sells too
 * many (domain §2 question 6). Knows: trial, standing, cap. Must not know: words. */
#include "model/decide/what-if.h"

#include <string.h>

#include "model/decide/cap.h"
#include "model/decide/what-if-private.h"
#include "model/plan/problem.h"

#define HALF_PER_100K 50000
#define P10_PER_100K 10000

const int OVERSELL_TIMES[OVERSELL_COUNT] = {2, 3, CAP_TIMES_LIKELY};

bool plan_makes_sense(const Plan *plan) {
  Problems problems;
  plan_check(plan, &problems);
  return problems.blocking_count == 0;
}

static int64_t median(const Trial *trial, RiskQuantity quantity) {
  return trial_quantile(trial, quantity, HALF_PER_100K);
}

void what_if_tell(const Trial *base, const Trial *other, WhatIf *out) {
  const PlanDeal *deal = &other->setup.plan.deal;
  *out = (WhatIf){
      .applies = true,
      .less_base = trial_mean_difference(other, base, RISK_RESULT_CENTS),
      .closing_less_base = trial_mean_difference(other, base, RISK_CLOSING_CENTS),
      .vouchers = plan_vouchers_sold(&other->setup.plan),
      .sale_date = deal->sale_date,
      .refused_extra = (int32_t)median(other, RISK_REFUSED_EXTRA),
      .wait_p95_days = (int32_t)median(other, RISK_WAIT_P95_DAYS),
      .unserved = (int32_t)median(other, RISK_UNSERVED),
      .lowest_p10_cents = trial_quantile(other, RISK_LOWEST_CENTS, P10_PER_100K),
  };
  standing_of_trial(other, other->count, &out->standing);
}

bool what_if_begin(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                   DecideScratch *scratch) {
  trial_keep(&scratch->base, plan, sample, TRIAL_YEARS, &scratch->against, runner);
  return trial_run_to(&scratch->base, TRIAL_YEARS, runner);
}

bool what_if_run(const Plan *other, const TrialRunner *runner, DecideScratch *scratch,
                 WhatIf *out) {
  memset(out, 0, sizeof *out);
  if (!plan_makes_sense(other))
    return true;
  trial_begin_like(&scratch->other, other, &scratch->base, runner);
  if (!trial_run_to(&scratch->other, TRIAL_YEARS, runner))
    return false;
  what_if_tell(&scratch->base, &scratch->other, out);
  return true;
}

void oversell_plan_of(const Plan *plan, int times, Plan *out) {
  int64_t vouchers = (int64_t)plan->deal.vouchers_sold * times;
  cap_plan_of(plan, (int32_t)(vouchers < VOUCHERS_MAX ? vouchers : VOUCHERS_MAX), out);
  if (times == CAP_TIMES_LIKELY || out->deal.contract_cap < out->deal.vouchers_sold)
    out->deal.contract_cap = PLAN_NONE;
}

bool oversell_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                      DecideScratch *scratch, WhatIf out[OVERSELL_COUNT]) {
  memset(out, 0, OVERSELL_COUNT * sizeof out[0]);
  if (plan_vouchers_sold(plan) == 0)
    return true;
  if (!what_if_begin(plan, sample, runner, scratch))
    return false;
  for (int i = 0; i < OVERSELL_COUNT; i++) {
    oversell_plan_of(plan, OVERSELL_TIMES[i], &scratch->plan);
    if (!what_if_run(&scratch->plan, runner, scratch, &out[i]))
      return false;
  }
  return true;
}

Term quota_term(const Quota *quota, QuotaTried which) {
  Term term = term_of(TERM_QUOTA, 0);
  for (int weekday = 0; weekday < 7; weekday++) {
    const QuotaDay *day = &quota->day[weekday];
    if (day->is_open)
      term.quota[weekday] = which == QUOTA_BEFORE ? day->before : day->after;
  }
  return term;
}

bool quota_try(const Plan *plan, RiskSample sample, const Quota *quota, const TrialRunner *runner,
               DecideScratch *scratch, WhatIf out[QUOTA_TRIED_COUNT]) {
  memset(out, 0, QUOTA_TRIED_COUNT * sizeof out[0]);
  if (!quota->applies || plan_vouchers_sold(plan) == 0)
    return true;
  if (!what_if_begin(plan, sample, runner, scratch))
    return false;
  for (int which = 0; which < QUOTA_TRIED_COUNT; which++) {
    const Term term = quota_term(quota, (QuotaTried)which);
    scratch->plan = *plan;
    if (!term_changes(&term, plan))
      continue;
    term_apply(&term, &scratch->plan);
    if (!what_if_run(&scratch->plan, runner, scratch, &out[which]))
      return false;
  }
  return true;
}
