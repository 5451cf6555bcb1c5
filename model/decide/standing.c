/* Room: decide. Conditions at the owner's confidence. Knows: trial, risk. Must not know: what is
 * done about them. */
#include "model/decide/standing.h"

#include <assert.h>
#include <string.h>

#include "model/base/money.h"

/* What both sources of years say. */
typedef struct {
  int years;
  const RiskChance *breaks; /* CONDITION_COUNT */
  RiskChance loss;
  TrialMean result, clients_kept;
} Seen;

static int32_t allowed_per_100k(const PlanConditions *conditions, Condition condition) {
  switch ((int)condition) {
  case CONDITION_RESULT:
    return conditions->loss_probability_max_per_100k;
  case CONDITION_COST_PER_CLIENT_KEPT:
    return 0;
  default:
    return RATE_ONE_PER_100K - conditions->confidence_per_100k;
  }
}

static bool cost_holds(const Plan *plan, const Standing *standing) {
  if (standing->result.mean_milli >= 0)
    return true;
  return standing->has_clients_kept && standing->cost_per_client_kept_cents <=
                                           plan->clients.usual_advertising_cents_per_new_client;
}

static void condition_fill(const Plan *plan, const Seen *seen, Condition condition,
                           Standing *standing) {
  ConditionStanding *of = &standing->condition[condition];
  const RiskChance *chance = condition == CONDITION_RESULT ? &seen->loss : &seen->breaks[condition];
  of->applies = seen->breaks[condition].applies;
  of->broken_per_100k = chance->share_per_100k;
  of->error_per_100k = chance->error_per_100k;
  of->allowed_per_100k = allowed_per_100k(&plan->conditions, condition);
  of->holds = condition == CONDITION_COST_PER_CLIENT_KEPT
                  ? cost_holds(plan, standing)
                  : of->broken_per_100k <= of->allowed_per_100k;
  standing->all_hold &= !of->applies || of->holds;
}

static void standing_fill(const Plan *plan, const Seen *seen, Standing *standing) {
  memset(standing, 0, sizeof *standing);
  standing->years = seen->years;
  standing->result = seen->result;
  standing->clients_kept = seen->clients_kept;
  standing->has_clients_kept = seen->clients_kept.mean_milli > 0;
  if (standing->has_clients_kept && seen->result.mean_milli < 0)
    standing->cost_per_client_kept_cents =
        money_scale_half_up(-seen->result.mean_milli, 1, seen->clients_kept.mean_milli);
  standing->all_hold = true;
  for (int i = 0; i < CONDITION_COUNT; i++)
    condition_fill(plan, seen, (Condition)i, standing);
  standing->floor_left_out =
      plan->rooms_count > 0 && !standing->condition[CONDITION_CASH_FLOOR].applies;
  standing->form = VERDICT_NO;
  if (standing->all_hold)
    standing->form = plan->conditions.goal == GOAL_ADVERTISE && seen->result.mean_milli < 0
                         ? VERDICT_AS_ADVERTISING
                         : VERDICT_YES;
}

void standing_of_trial(const Trial *trial, int count, Standing *standing) {
  RiskChance breaks[CONDITION_COUNT];
  int broken[CONDITION_COUNT] = {0}, applies[CONDITION_COUNT] = {0}, losses = 0;
  assert(count > 0 && count <= trial->count);
  for (int i = 0; i < count; i++) {
    losses += trial->run[i].value[RISK_RESULT_CENTS] < 0;
    for (int condition = 0; condition < CONDITION_COUNT; condition++) {
      broken[condition] += trial->run[i].broken >> condition & 1;
      applies[condition] += trial->run[i].applies >> condition & 1;
    }
  }
  for (int i = 0; i < CONDITION_COUNT; i++) {
    breaks[i] = risk_chance_of(broken[i], count);
    breaks[i].applies = 2 * applies[i] >= count;
  }
  const Seen seen = {.years = count,
                     .breaks = breaks,
                     .loss = risk_chance_of(losses, count),
                     .result = trial_mean_of_first(trial, count, RISK_RESULT_CENTS),
                     .clients_kept = trial_mean_of_first(trial, count, RISK_PEOPLE_RETURNING)};
  standing_fill(&trial->setup.plan, &seen, standing);
}

static TrialMean mean_of_spread(const RiskSpread *spread) {
  return (TrialMean){spread->mean_milli, spread->mean_error_milli};
}

void standing_of_risk(const Plan *plan, const Risk *risk, Standing *standing) {
  const RiskOfSample *told = risk_told(risk);
  const Seen seen = {.years = told->years,
                     .breaks = told->breaks,
                     .loss = told->loss,
                     .result = mean_of_spread(&told->spread[RISK_RESULT_CENTS]),
                     .clients_kept = mean_of_spread(&told->spread[RISK_PEOPLE_RETURNING])};
  standing_fill(plan, &seen, standing);
}
