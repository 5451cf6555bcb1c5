/* Room: plan. Knows: fields. Must not know: sentences.
 *
 * The names of problems and the order in which they are told. */
#include "model/plan/problem.h"

#include <assert.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/plan-check.h"

static const char *const NAMES[PROBLEM_CODE_COUNT] = {
    [PROBLEM_BELOW_MINIMUM] = "below_minimum",
    [PROBLEM_ABOVE_MAXIMUM] = "above_maximum",
    [PROBLEM_NOT_A_CHOICE] = "not_a_choice",
    [PROBLEM_MISSING] = "missing",
    [PROBLEM_EMPTY_TEXT] = "empty_text",
    [PROBLEM_END_BEFORE_BEGIN] = "end_before_begin",
    [PROBLEM_HOURS_OVERLAP] = "hours_overlap",
    [PROBLEM_DAY_TOO_LONG] = "day_too_long",
    [PROBLEM_NO_OPEN_DAY] = "no_open_day",
    [PROBLEM_NO_SERVICE] = "no_service",
    [PROBLEM_INDEX_PAST_LIST] = "index_past_list",
    [PROBLEM_MIX_NOT_WHOLE] = "mix_not_whole",
    [PROBLEM_WEIGHTS_ZERO] = "weights_zero",
    [PROBLEM_SERVICE_LONGER_THAN_DAY] = "service_longer_than_day",
    [PROBLEM_START_OUTSIDE_HOURS] = "start_outside_hours",
    [PROBLEM_NOT_ENOUGH_ROOMS] = "not_enough_rooms",
    [PROBLEM_NOT_ENOUGH_STAFF] = "not_enough_staff",
    [PROBLEM_PROMOTION_BEFORE_SALE] = "promotion_before_sale",
    [PROBLEM_PROMOTION_TOO_LONG] = "promotion_too_long",
    [PROBLEM_PRICE_ABOVE_LIST] = "price_above_list",
    [PROBLEM_TOO_MANY_VISITS] = "too_many_visits",
    [PROBLEM_NO_ALLOWED_WEEKDAY] = "no_allowed_weekday",
    [PROBLEM_LIMITS_EXCLUDE_ALL] = "limits_exclude_all",
    [PROBLEM_RANGE_ORDER] = "range_order",
    [PROBLEM_CANNOT_BE_UNCERTAIN] = "cannot_be_uncertain",
    [PROBLEM_UNCERTAIN_TWICE] = "uncertain_twice",
    [PROBLEM_RANGE_TOO_WIDE] = "range_too_wide",
    [PROBLEM_UNKNOWN_PATH] = "unknown_path",
    [PROBLEM_REGIME_GAP] = "regime_gap",
    [PROBLEM_SITE_PRICE_NOT_POSITIVE] = "site_price_not_positive",
    [PROBLEM_VISIT_NOT_WHOLE] = "visit_not_whole",
    [PROBLEM_REFUNDS_ABOVE_UNUSED] = "refunds_above_unused",
    [PROBLEM_BREAKAGE_BEFORE_END] = "breakage_before_end",
    [PROBLEM_REGISTERED_FROM_BUT_NOT] = "registered_from_but_not",
    [PROBLEM_REGISTERED_AFTER_PLAN] = "registered_after_plan",
    [PROBLEM_NO_CUSTOM_TAX] = "no_custom_tax",
    [PROBLEM_TAX_ON_NOTHING] = "tax_on_nothing",
    [PROBLEM_QUICK_METHOD_UNREGISTERED] = "quick_method_unregistered",
    [PROBLEM_QUICK_METHOD_UNKNOWN] = "quick_method_unknown",
    [PROBLEM_UNKNOWN_ACCOUNT] = "unknown_account",
    [PROBLEM_ACCOUNT_TWICE] = "account_twice",
    [PROBLEM_ACCOUNT_NUMBER] = "account_number",
    [WARNING_PAY_UNDER_MINIMUM_WAGE] = "pay_under_minimum_wage",
    [WARNING_NO_DUO_ON_WEEKDAY] = "no_duo_on_weekday",
    [WARNING_SUCCESSIVE_PERFORMANCE] = "successive_performance",
    [WARNING_LIST_PRICE_ABOVE_SERVICE] = "list_price_above_service",
    [WARNING_FORFEIT] = "forfeit",
    [WARNING_TAX_ON_LIST_PRICE] = "tax_on_list_price",
    [WARNING_CAP_PASSED] = "cap_passed",
    [WARNING_WORDING_NOT_CHECKED] = "wording_not_checked",
    [WARNING_BREAKAGE_UNDATED] = "breakage_undated",
    [WARNING_BREAKAGE_PROPORTIONAL] = "breakage_proportional",
    [WARNING_COST_OUTSIDE_PLAN] = "cost_outside_plan",
    [WARNING_ACCOUNT_NOT_DIGITS] = "account_not_digits",
    [WARNING_ACCOUNT_SHARED] = "account_shared",
};

const char *problem_name(ProblemCode code) {
  assert((unsigned)code < PROBLEM_CODE_COUNT);
  return NAMES[code];
}

static bool comes_before(ProblemCode code, size_t order, ProblemCode other, size_t other_order) {
  bool warns = code >= WARNING_FIRST;
  bool other_warns = other >= WARNING_FIRST;

  return warns != other_warns ? other_warns : order < other_order;
}

void checker_add(Checker *checker, ProblemCode code, const char *path, size_t order,
                 const int64_t *values) {
  Problems *problems = checker->problems;
  int at = problems->count;
  bool full = problems->count == PROBLEMS_MAX;

  while (at > 0 &&
         comes_before(code, order, problems->problem[at - 1].code, checker->order[at - 1])) {
    at--;
  }
  if (at == PROBLEMS_MAX) {
    return;
  }
  if (full && problems->problem[PROBLEMS_MAX - 1].code < WARNING_FIRST) {
    problems->blocking_count--;
  }
  size_t moved = (size_t)(problems->count - at - (full ? 1 : 0));

  memmove(&problems->problem[at + 1], &problems->problem[at], moved * sizeof(Problem));
  memmove(&checker->order[at + 1], &checker->order[at], moved * sizeof(size_t));
  Problem *problem = &problems->problem[at];

  *problem = (Problem){.code = code};
  memcpy(problem->path, path, strnlen(path, PLAN_PATH_SIZE - 1));
  if (values) {
    memcpy(problem->values, values, sizeof problem->values);
  }
  checker->order[at] = order;
  problems->count += full ? 0 : 1;
  problems->blocking_count += code < WARNING_FIRST ? 1 : 0;
}

void checker_tell(Checker *checker, ProblemCode code, const Where *where, const int64_t *values) {
  Plan *plan = (Plan *)(uintptr_t)checker->plan; /* looked at, not written */
  FieldStop stop = {.field = field_find(where->pattern),
                    .list = field_list_find(where->pattern),
                    .index = {where->index[0], where->index[1]}};
  char path[PLAN_PATH_SIZE];
  void *value = NULL;
  FieldPlace place;

  assert(stop.field || stop.list);
  field_stop_path(&stop, path);
  if (!stop.field) {
    field_list_place(plan, path, &value, NULL);
  } else if (field_place(plan, path, false, &place)) {
    value = place.value;
  }
  assert(value);
  checker_add(checker, code, path, (size_t)((char *)value - (char *)plan), values);
}
