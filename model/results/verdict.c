/* Room: results. Knows: the owner's conditions, both years, both accounts. Must not know: words. */
#include "model/results/verdict.h"

#include <assert.h>

#include "model/base/money.h"

#define DAYS_A_WEEK 7

const char *verdict_form_name(VerdictForm form) {
  static const char *const names[VERDICT_COUNT] = {
      [VERDICT_YES] = "yes",
      [VERDICT_AS_ADVERTISING] = "as_advertising",
      [VERDICT_NO] = "no",
  };
  assert(form < VERDICT_COUNT);
  return names[form];
}

const char *condition_name(Condition condition) {
  static const char *const names[CONDITION_COUNT] = {
      [CONDITION_RESULT] = "result",
      [CONDITION_COST_PER_CLIENT_KEPT] = "cost_per_client_kept",
      [CONDITION_WAIT] = "wait",
      [CONDITION_REFUSED] = "refused",
      [CONDITION_WEEKLY_SHARE] = "weekly_share",
      [CONDITION_CASH_FLOOR] = "cash_floor",
  };
  assert(condition < CONDITION_COUNT);
  return names[condition];
}

int64_t verdict_cost_per_client_kept_cents(int64_t result_cents, int32_t people_returning) {
  return result_cents >= 0 || people_returning == 0
             ? 0
             : money_scale_half_up(-result_cents, 1, people_returning);
}

static int64_t rate_per_100k(int64_t part, int64_t whole) {
  return whole == 0 ? 0 : money_scale_half_up(part, RATE_ONE_PER_100K, whole);
}

/* Of all who asked to use a voucher, those placed within the owner's longest wait. */
static ConditionResult wait_condition(const Plan *plan, const Year *year) {
  int64_t placed = 0, asked = 0;
  for (int wait = 0; wait < year->days; wait++) {
    asked += year->wait_histogram[wait];
    if (wait <= plan->conditions.wait_days_max)
      placed += year->wait_histogram[wait];
  }
  asked = asked > year->vouchers_wanted ? asked : year->vouchers_wanted;
  int64_t limit = plan->conditions.wait_share_per_100k;
  return (ConditionResult){.applies = plan->rooms_count > 0,
                           .holds = placed * RATE_ONE_PER_100K >= limit * asked,
                           .value = asked == 0 ? RATE_ONE_PER_100K : rate_per_100k(placed, asked),
                           .limit = limit};
}

static ConditionResult refused_condition(const Plan *plan, const Year *with, const Year *without) {
  int64_t refused = (int64_t)with->regulars_refused + with->returns_refused -
                    without->regulars_refused - without->returns_refused;
  int64_t wanted = (int64_t)with->regulars_wanted + with->returns_wanted;
  int64_t limit = plan->conditions.extra_refused_max_per_100k;
  return (ConditionResult){.applies = plan->rooms_count > 0,
                           .holds = refused * RATE_ONE_PER_100K <= limit * wanted,
                           .value = rate_per_100k(refused, wanted),
                           .limit = limit};
}

/* The week with the largest share; compared as fractions, so that no rounding hides a breach. */
static ConditionResult weekly_share_condition(const Plan *plan, const Year *year) {
  int64_t highest_deal = 0, highest_all = 1;
  for (int begin = 0; begin < year->days; begin += DAYS_A_WEEK) {
    int64_t deal = 0, all = 0;
    for (int i = begin; i < begin + DAYS_A_WEEK && i < year->days; i++) {
      const YearDay *day = &year->day[i];
      deal += day->people[VISIT_DEAL];
      all += day->people[VISIT_DEAL] + day->people[VISIT_REGULAR] + day->people[VISIT_RETURNING];
    }
    if (deal * highest_all > highest_deal * all) {
      highest_deal = deal;
      highest_all = all;
    }
  }
  int64_t limit = plan->conditions.weekly_share_max_per_100k;
  return (ConditionResult){.applies = plan->rooms_count > 0,
                           .holds = highest_deal * RATE_ONE_PER_100K <= limit * highest_all,
                           .value = rate_per_100k(highest_deal, highest_all),
                           .limit = limit};
}

static ConditionResult cost_condition(const Plan *plan, const Year *with, int64_t result_cents) {
  int64_t cost_cents = verdict_cost_per_client_kept_cents(result_cents, with->people_returning);
  int64_t limit_cents = plan->clients.usual_advertising_cents_per_new_client;
  bool bought_nothing = result_cents < 0 && with->people_returning == 0;
  return (ConditionResult){.applies = plan->conditions.goal == GOAL_ADVERTISE,
                           .holds = !bought_nothing && cost_cents <= limit_cents,
                           .value = cost_cents,
                           .limit = limit_cents};
}

void verdict_fill(const Plan *plan, const Year *with, const Year *without,
                  const VerdictMoney *money, Verdict *verdict) {
  int64_t result_cents = money->result_cents;
  int64_t floor_cents = plan->business.cash_floor_cents;
  verdict->floor_broken_without = money->lowest_without_cents < floor_cents;
  verdict->condition[CONDITION_RESULT] =
      (ConditionResult){.applies = plan->conditions.goal == GOAL_EARN,
                        .holds = result_cents >= 0,
                        .value = result_cents,
                        .limit = 0};
  verdict->condition[CONDITION_COST_PER_CLIENT_KEPT] = cost_condition(plan, with, result_cents);
  verdict->condition[CONDITION_WAIT] = wait_condition(plan, with);
  verdict->condition[CONDITION_REFUSED] = refused_condition(plan, with, without);
  verdict->condition[CONDITION_WEEKLY_SHARE] = weekly_share_condition(plan, with);
  verdict->condition[CONDITION_CASH_FLOOR] =
      (ConditionResult){.applies = plan->rooms_count > 0 && !verdict->floor_broken_without,
                        .holds = money->lowest_with_cents >= floor_cents,
                        .value = money->lowest_with_cents,
                        .limit = floor_cents};
  bool all_hold = true;
  for (int i = 0; i < CONDITION_COUNT; i++)
    all_hold &= !verdict->condition[i].applies || verdict->condition[i].holds;
  verdict->form = VERDICT_NO;
  if (all_hold && result_cents >= 0)
    verdict->form = VERDICT_YES;
  else if (all_hold && plan->conditions.goal == GOAL_ADVERTISE)
    verdict->form = VERDICT_AS_ADVERTISING;
}
