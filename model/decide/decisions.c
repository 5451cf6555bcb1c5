/* Room: decide. All that is decided of one plan, part after part. Knows: every part. Must not know:
 * how any of them is computed, threads, words. */
#include "model/decide/decisions.h"

#include <assert.h>
#include <string.h>

const char *decide_part_name(DecidePart part) {
  static const char *const names[DECIDE_PART_COUNT] = {
      [DECIDE_QUOTA] = "quota",
      [DECIDE_CAP] = "cap",
      [DECIDE_TORNADO] = "tornado",
      [DECIDE_WORTHS] = "worths",
      [DECIDE_ASKS] = "asks",
      [DECIDE_QUOTA_TRIED] = "quota_tried",
      [DECIDE_FACTS] = "facts",
      [DECIDE_BREAK_EVEN] = "break_even",
      [DECIDE_ALTERNATIVES] = "alternatives",
      [DECIDE_OVERSELL] = "oversell",
      [DECIDE_ONE_MORE] = "one_more",
      [DECIDE_LAUNCH] = "launch",
  };
  assert(part < DECIDE_PART_COUNT);
  return names[part];
}

void decisions_begin(const Plan *plan, uint64_t seed, bool with_uncertainty, Decisions *decisions) {
  memset(decisions, 0, sizeof *decisions);
  decisions->seed = seed;
  decisions->sample = with_uncertainty ? RISK_ALL : RISK_LUCK;
  decisions->sale_date = plan->deal.sale_date;
}

/* What the parts are computed with. */
typedef struct {
  const Plan *plan;
  const TrialRunner *runner;
  DecideScratch *scratch;
} Means;

static bool asks_compute(Decisions *decisions, const Means *means) {
  return asks_find(means->plan, decisions->sample, &decisions->quota, &decisions->cap,
                   means->runner, means->scratch, &decisions->asks);
}

/* Of the contract as the owner should sign it. */
static bool facts_compute(Decisions *decisions, const Means *means) {
  const Asks *asks = &decisions->asks;
  const Ask *ask = asks->is_needed && asks->ask_count > 0 ? &asks->ask[0] : NULL;
  return facts_find(means->plan, decisions->sample, ask ? ask->term : NULL,
                    ask ? ask->term_count : 0, means->runner, means->scratch, &decisions->facts);
}

static bool break_evens_compute(Decisions *decisions, const Means *means) {
  for (int of = 0; of < BREAK_EVEN_COUNT; of++)
    if (!break_even_find(means->plan, (BreakEvenOf)of, means->runner, means->scratch,
                         &decisions->break_even[of]))
      return false;
  return true;
}

/* The lifetime value with what a client kept costs on average, looked at in the most years there
 * are: those of the asks, or of the alternatives just computed, whose base is the plan. */
static bool alternatives_and_lifetime_compute(Decisions *decisions, const Means *means) {
  if (!alternatives_compute(means->plan, decisions->sample, means->runner, means->scratch,
                            decisions->alternative))
    return false;
  const Standing *standing = &decisions->asks.standing;
  const Alternative *deal = &decisions->alternative[ALTERNATIVE_DEAL];
  bool is_asked = decisions_has(decisions, DECIDE_ASKS) && standing->years > 0;
  bool has_cost = is_asked ? standing->has_clients_kept : deal->applies && deal->has_clients;
  int64_t cost_cents =
      is_asked ? standing->cost_per_client_kept_cents : deal->cost_per_client_kept_cents;
  lifetime_compute(means->plan, has_cost, has_cost ? cost_cents : 0, &decisions->lifetime);
  return true;
}

static bool one_more_and_line_compute(Decisions *decisions, const Means *means) {
  one_more_line_compute(means->plan, &decisions->one_more_line);
  return one_more_compute(means->plan, decisions->sample, means->runner, means->scratch,
                          decisions->one_more);
}

static bool part_compute(Decisions *decisions, DecidePart part, const Means *means) {
  const Plan *plan = means->plan;
  const TrialRunner *runner = means->runner;
  DecideScratch *scratch = means->scratch;
  const RiskSample sample = decisions->sample;
  switch (part) {
  case DECIDE_QUOTA:
    quota_compute(plan, &scratch->quota, &decisions->quota);
    return true;
  case DECIDE_CAP:
    return cap_find(plan, sample, runner, scratch, &decisions->cap);
  case DECIDE_TORNADO:
    return tornado_compute(plan, runner, scratch, &decisions->tornado);
  case DECIDE_WORTHS:
    return term_worths_compute(plan, runner, scratch, &decisions->worths);
  case DECIDE_ASKS:
    return asks_compute(decisions, means);
  case DECIDE_QUOTA_TRIED:
    return quota_try(plan, sample, &decisions->quota, runner, scratch, decisions->quota_tried);
  case DECIDE_FACTS:
    return facts_compute(decisions, means);
  case DECIDE_BREAK_EVEN:
    return break_evens_compute(decisions, means);
  case DECIDE_ALTERNATIVES:
    return alternatives_and_lifetime_compute(decisions, means);
  case DECIDE_OVERSELL:
    return oversell_compute(plan, sample, runner, scratch, decisions->oversell);
  case DECIDE_ONE_MORE:
    return one_more_and_line_compute(decisions, means);
  case DECIDE_LAUNCH:
    return launch_compute(plan, sample, runner, scratch, decisions->launch);
  case DECIDE_PART_COUNT:
    break;
  }
  assert(false);
  return false;
}

bool decisions_compute(Decisions *decisions, DecidePart part, const Plan *plan,
                       const TrialRunner *runner, DecideScratch *scratch) {
  const Means means = {plan, runner, scratch};
  assert(part != DECIDE_ASKS ||
         (decisions_has(decisions, DECIDE_QUOTA) && decisions_has(decisions, DECIDE_CAP)));
  assert(part != DECIDE_QUOTA_TRIED || decisions_has(decisions, DECIDE_QUOTA));
  assert(part != DECIDE_FACTS || decisions_has(decisions, DECIDE_ASKS));
  if (!part_compute(decisions, part, &means))
    return false;
  decisions->done |= 1u << part;
  return true;
}
