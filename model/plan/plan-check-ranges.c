/* Room: plan. Knows: fields, the other rules. Must not know: how a range is drawn from.
 *
 * Uncertain inputs. Any values within the ranges, taken together, must make a plan that can be
 * computed. Of all that can be uncertain (range.c) every rule gets worse one way only: if the plan
 * makes sense with all ranges at their lowest and with all at their highest, it does with anything
 * between. */
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/plan-check.h"
#include "model/plan/range.h"

#define RATE_WHOLE 100000

/* The first index of the path that is past its list. */
static void tell_past_list(Checker *checker, int entry, const char *path) {
  Plan *plan = (Plan *)(uintptr_t)checker->plan; /* looked at, not written */
  int64_t index = 0;
  int64_t count = 0;

  for (const char *bracket = strchr(path, '['); bracket; bracket = strchr(bracket + 1, '[')) {
    char list_path[PLAN_PATH_SIZE] = {0};
    int32_t *list_count = NULL;

    memcpy(list_path, path, (size_t)(bracket - path));
    const FieldList *list = field_list_place(plan, list_path, NULL, &list_count);

    count = list_count ? *list_count : list ? list->capacity : 0;
    index = 0;
    for (const char *digit = bracket + 1; *digit >= '0' && *digit <= '9'; digit++) {
      index = index < INT32_MAX ? index * 10 + (*digit - '0') : index;
    }
    if (index >= count) {
      break;
    }
  }
  checker_tell(checker, PROBLEM_INDEX_PAST_LIST, AT("uncertainty[].path", {entry}),
               VALUES(index, count));
}

static void check_range_end(Checker *checker, int entry, const Field *field, const char *pattern,
                            int64_t value) {
  if (value < field->minimum) {
    checker_tell(checker, PROBLEM_BELOW_MINIMUM, AT(pattern, {entry}),
                 VALUES(value, field->minimum));
  } else if (value > field->maximum) {
    checker_tell(checker, PROBLEM_ABOVE_MAXIMUM, AT(pattern, {entry}),
                 VALUES(value, field->maximum));
  }
}

/* The first entry before of the same value; −1 when there is none. */
static int same_value_before(const FieldPlace *places, int entry) {
  for (int i = 0; i < entry; i++) {
    if (places[i].value == places[entry].value) {
      return i;
    }
  }
  return -1;
}

/* places: of the entries before; this one's is filled. */
static void check_range(Checker *checker, int entry, FieldPlace *places) {
  Plan *plan = (Plan *)(uintptr_t)checker->plan; /* looked at, not written */
  const Uncertainty *range = &plan->uncertainty[entry];
  const Field *field = field_find(range->path);

  if (!field || (field->type != FIELD_INT32 && field->type != FIELD_CENTS) ||
      strstr(range->path, "[]") || strncmp(range->path, "uncertainty", 11) == 0) {
    checker_tell(checker, PROBLEM_UNKNOWN_PATH, AT("uncertainty[].path", {entry}), NULL);
    return;
  }
  if (!field_place(plan, range->path, false, &places[entry])) {
    tell_past_list(checker, entry, range->path);
    return;
  }
  int same = same_value_before(places, entry);

  if (!range_is_possible(field)) {
    checker_tell(checker, PROBLEM_CANNOT_BE_UNCERTAIN, AT("uncertainty[].path", {entry}), NULL);
  } else if (same >= 0) {
    checker_tell(checker, PROBLEM_UNCERTAIN_TWICE, AT("uncertainty[].path", {entry}), VALUES(same));
  } else if (range->low > range->likely || range->likely > range->high) {
    checker_tell(checker, PROBLEM_RANGE_ORDER, AT("uncertainty[].low", {entry}),
                 VALUES(range->low, range->likely, range->high));
  } else {
    check_range_end(checker, entry, field, "uncertainty[].low", range->low);
    check_range_end(checker, entry, field, "uncertainty[].high", range->high);
  }
}

void check_ranges(Checker *checker) {
  FieldPlace places[UNCERTAINTY_MAX] = {{NULL, NULL}};

  for (int i = 0; i < checker->plan->uncertainty_count; i++) {
    check_range(checker, i, places);
  }
}

/* The rules that an uncertain value can have part in. The first thing they block. */
static bool ends_make_sense(Plan *plan, Problem *problem) {
  Problems problems = {.count = 0};
  Checker checker = {.plan = plan, .problems = &problems};
  PlanDeal *deal = &plan->deal;

  /* A year refunds no more vouchers than it leaves unused. */
  if (deal->refund_before_use_per_100k > RATE_WHOLE - deal->used_per_100k) {
    deal->refund_before_use_per_100k = RATE_WHOLE - deal->used_per_100k;
  }
  check_regulars(&checker);
  check_deal(&checker);
  check_volume(&checker);
  *problem = problems.problem[0];
  return problems.blocking_count == 0;
}

/* The plan with every range at one of its ends but that of entry `but` (−1: none), which stays as
 * the owner typed it. */
static void fill_end(const Plan *plan, bool highest, int but, Plan *end) {
  *end = *plan;
  for (int i = 0; i < plan->uncertainty_count; i++) {
    if (i != but) {
      Uncertainty range = range_of_input(plan, i);

      plan_set(end, range.path, highest ? range.high : range.low);
    }
  }
}

/* Tells one entry that leads to the problem: the first without which there is none, else the first
 * of all. */
static void check_end(Checker *checker, bool highest) {
  const Plan *plan = checker->plan;
  Plan end;
  Problem problem, other;
  int entry = 0;

  fill_end(plan, highest, -1, &end);
  if (ends_make_sense(&end, &problem)) {
    return;
  }
  for (int i = plan->uncertainty_count - 1; i >= 0; i--) {
    fill_end(plan, highest, i, &end);
    if (ends_make_sense(&end, &other)) {
      entry = i;
    }
  }
  checker_tell(checker, PROBLEM_RANGE_TOO_WIDE,
               AT(highest ? "uncertainty[].high" : "uncertainty[].low", {entry}),
               VALUES(problem.code));
}

void check_range_ends(Checker *checker) {
  if (checker->plan->uncertainty_count > 0) {
    check_end(checker, false);
    check_end(checker, true);
  }
}
