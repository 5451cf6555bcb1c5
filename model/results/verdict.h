/* Room: results. The provisional verdict: the owner's conditions looked at in the plan year, which
 * has no luck and is too kind on refusals. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/year/year.h"
#include "model/plan/plan.h"

typedef enum { VERDICT_YES, VERDICT_AS_ADVERTISING, VERDICT_NO, VERDICT_COUNT } VerdictForm;

typedef enum {
  CONDITION_RESULT,               /* goal earn: deal compared with no deal ≥ 0, cents */
  CONDITION_COST_PER_CLIENT_KEPT, /* goal advertise: ≤ usual cost per new client, cents */
  CONDITION_WAIT,                 /* share placed within wait_days_max, per 100k */
  CONDITION_REFUSED,              /* extra refused of wanted, per 100k */
  CONDITION_WEEKLY_SHARE,         /* highest share of a week's people, per 100k */
  CONDITION_CASH_FLOOR,           /* lowest balance ≥ floor, cents */
  CONDITION_COUNT
} Condition;

typedef struct {
  bool applies; /* not of another goal; the floor is not already broken without the deal */
  bool holds;
  int64_t value, limit; /* in the condition's unit */
} ConditionResult;

typedef struct {
  VerdictForm form;
  ConditionResult condition[CONDITION_COUNT];
  bool floor_broken_without; /* CONDITION_CASH_FLOOR left out because of it */
} Verdict;

/* −result / people, half up; 0 when the deal earns or nobody returns. */
int64_t verdict_cost_per_client_kept_cents(int64_t result_cents, int32_t people_returning);

/* Of both years, what conditions on money look at. */
typedef struct {
  int64_t result_cents; /* deal compared with no deal */
  int64_t lowest_with_cents, lowest_without_cents;
} VerdictMoney;

/* Looks at every condition, in the plan year or in one risk year. CONDITION_COST… holds
 * when the deal does not lose; it fails when it loses and nobody returns. Without rooms the
 * bank is the campaign's alone: only the result and the cost apply. YES: all that apply hold and
 * the result is not below 0; AS_ADVERTISING: it is below 0, the goal is advertising and all hold;
 * NO otherwise. */
void verdict_fill(const Plan *plan, const Year *with, const Year *without,
                  const VerdictMoney *money, Verdict *verdict);

const char *verdict_form_name(VerdictForm form);
const char *condition_name(Condition condition);
