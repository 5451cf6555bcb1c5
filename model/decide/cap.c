/* Room: decide. How many vouchers to sell at most: every condition's own limit, the smallest of
 * them, and what is told of it. Knows: the search. Must not know: words, how years are run. */
#include "model/decide/cap-private.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "model/base/money.h"

#define PATH_SOLD "deal.vouchers_sold"

void cap_plan_of(const Plan *plan, int32_t vouchers, Plan *out) {
  const int32_t count = plan->uncertainty_count;
  *out = *plan;
  out->deal.vouchers_sold = vouchers;
  out->uncertainty_count = 0;
  for (int i = 0; i < count; i++)
    if (strcmp(out->uncertainty[i].path, PATH_SOLD) != 0)
      out->uncertainty[out->uncertainty_count++] = out->uncertainty[i];
}

/* --- before the search ----------------------------------------------------------------------- */

static int32_t step_at_most(int64_t vouchers) {
  int64_t most = vouchers < VOUCHERS_MAX ? vouchers : VOUCHERS_MAX;
  return most < CAP_STEP ? CAP_STEP : (int32_t)(most - most % CAP_STEP);
}

static void most_fill(const PlanDeal *deal, Cap *cap) {
  int64_t most = (int64_t)deal->vouchers_sold * CAP_TIMES_LIKELY;
  cap->most_is_contract = deal->contract_cap != PLAN_NONE && deal->contract_cap <= most;
  cap->most = step_at_most(cap->most_is_contract ? deal->contract_cap : most);
}

/* The most years that may break it and it still holds. */
static int allowed_count(const PlanConditions *conditions, Condition condition, int years) {
  int64_t allowed_per_100k = condition == CONDITION_RESULT
                                 ? conditions->loss_probability_max_per_100k
                                 : RATE_ONE_PER_100K - conditions->confidence_per_100k;
  int count = 0;
  while (count < years &&
         money_scale_half_up(count + 1, RATE_ONE_PER_100K, years) <= allowed_per_100k)
    count++;
  return count;
}

static Condition goal_of(const Plan *plan) {
  return plan->conditions.goal == GOAL_EARN ? CONDITION_RESULT : CONDITION_COST_PER_CLIENT_KEPT;
}

static bool is_ceiling(const CapSearch *search, int condition) {
  return search->applies[condition] && condition != (int)goal_of(search->plan);
}

/* --- every condition's own limit ------------------------------------------------------------- */

static void alone_fill(const CapSearch *search, Condition condition, int32_t vouchers) {
  search->cap->alone[condition] = (CapAlone){.applies = true,
                                             .found = vouchers > 0,
                                             .vouchers = vouchers,
                                             .is_bound = vouchers == search->most};
}

/* Until no number looked at for one condition breaks another below what that allows. The smallest
 * of them; `most` where there is none. */
static int32_t ceilings_find(CapSearch *search) {
  int32_t lowest = search->most;
  for (int64_t run_count = -1; run_count != search->run_count && !search->is_cancelled;) {
    run_count = search->run_count;
    for (int i = 0; i < CONDITION_COUNT; i++)
      if (is_ceiling(search, i)) {
        int32_t vouchers = cap_ceiling_find(search, (Condition)i);
        alone_fill(search, (Condition)i, vouchers);
        lowest = vouchers < lowest ? vouchers : lowest;
      }
  }
  return lowest;
}

/* --- what binds ------------------------------------------------------------------------------ */

static Condition binding_find(const CapSearch *search) {
  const Cap *cap = search->cap;
  Condition binding = CONDITION_COUNT;
  int32_t lowest = cap->most;
  if (cap->found && cap->vouchers == cap->most)
    return CONDITION_COUNT;
  for (int i = 0; i < CONDITION_COUNT; i++)
    if (cap->alone[i].applies && cap->alone[i].vouchers < lowest) {
      lowest = cap->alone[i].vouchers;
      binding = (Condition)i;
    }
  /* The goal, met again above a ceiling, but not next to the cap. */
  return cap->found && lowest > cap->vouchers ? goal_of(search->plan) : binding;
}

/* --- its error ------------------------------------------------------------------------------- */

/* The number from which the condition breaks if so many years more may break it, or fewer; of the
 * mean, if it were higher or lower by a standard error. Foretold, voucher by voucher. */
static int32_t edge_with(const CapSearch *search, Condition condition, int spare) {
  const Cap *cap = search->cap;
  int32_t vouchers = cap->vouchers;
  if (cap_foretell(search, vouchers, condition, spare) < 0) {
    while (vouchers > 0 && cap_foretell(search, vouchers, condition, spare) < 0)
      vouchers--;
    return vouchers;
  }
  int32_t end = 2 * cap->vouchers < cap->most ? 2 * cap->vouchers : cap->most;
  while (vouchers < end && cap_foretell(search, vouchers + 1, condition, spare) >= 0)
    vouchers++;
  return vouchers;
}

static int32_t error_of(const CapSearch *search, Condition condition) {
  int spare = 1;
  if (condition != CONDITION_COST_PER_CLIENT_KEPT) {
    double count = search->allowed_count[condition];
    spare = (int)(sqrt(count * (1 - count / search->years)) + 0.5);
    spare = spare < 1 ? 1 : spare;
  }
  int32_t low = edge_with(search, condition, -spare), high = edge_with(search, condition, spare);
  return (high - low + 1) / 2;
}

/* --- the cap --------------------------------------------------------------------------------- */

static void cap_fill(CapSearch *search, int32_t ceiling) {
  Cap *cap = search->cap;
  Condition goal = goal_of(search->plan);
  int32_t met = cap_goal_find(search, search->most, goal);
  alone_fill(search, goal, met);
  cap->vouchers = met < ceiling ? met : ceiling;
  if (met > ceiling && ceiling > 0) {
    cap_look_at_all(search, ceiling);
    cap->vouchers = cap_goal_find(search, ceiling, goal);
  }
  cap->found = cap->vouchers > 0;
  if (!cap->found)
    return;
  int32_t begin = cap_goal_begin_find(search, cap->vouchers, goal);
  cap->at_least = begin > CAP_STEP ? begin : 0;
}

/* In all years, so that the step that breaks it is seen whole. */
static void binding_fill(CapSearch *search) {
  Cap *cap = search->cap;
  cap->binding = binding_find(search);
  if (!cap->found || cap->binding == CONDITION_COUNT)
    return;
  cap_look_at_all(search, cap->vouchers + CAP_STEP);
  if (!search->is_cancelled)
    cap->error_vouchers = error_of(search, cap->binding);
}

bool cap_find_in(const Plan *plan, RiskSample sample, int years, const TrialRunner *runner,
                 DecideScratch *scratch, Cap *cap) {
  assert(years >= 2 && years <= TRIAL_YEARS);
  CapSearch search = {.plan = plan,
                      .runner = runner,
                      .sample = sample,
                      .scratch = scratch,
                      .years = years,
                      .cap = cap};
  memset(cap, 0, sizeof *cap);
  cap->years = years;
  most_fill(&plan->deal, cap);
  search.most = cap->most;
  for (int i = 0; i < CONDITION_COUNT; i++)
    search.allowed_count[i] = allowed_count(&plan->conditions, (Condition)i, years);
  int32_t likely = step_at_most(plan_vouchers_sold(plan));
  likely = likely < cap->most ? likely : cap->most;
  cap_look_at_all(&search, likely);
  cap_look_at_all(&search, step_at_most(likely / 2));
  int32_t ceiling = ceilings_find(&search);
  if (!search.is_cancelled)
    cap_fill(&search, ceiling);
  if (!search.is_cancelled)
    binding_fill(&search);
  return !search.is_cancelled;
}

bool cap_find(const Plan *plan, RiskSample sample, const TrialRunner *runner,
              DecideScratch *scratch, Cap *cap) {
  return cap_find_in(plan, sample, TRIAL_YEARS, runner, scratch, cap);
}
