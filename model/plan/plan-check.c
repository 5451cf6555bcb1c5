/* Room: plan. Knows: fields. Must not know: how anything is computed.
 *
 * The one validator: first every value alone against the field table; when all stand in their
 * bounds, the rules across fields. */
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/plan-check.h"

static void add_stop(Checker *checker, ProblemCode code, const FieldStop *stop, int64_t value,
                     int64_t bound) {
  char path[PLAN_PATH_SIZE];

  field_stop_path(stop, path);
  checker_add(checker, code, path,
              (size_t)((const char *)stop->value - (const char *)checker->plan),
              VALUES(value, bound));
}

static void check_text(Checker *checker, const FieldStop *stop) {
  int64_t length = (int64_t)strnlen(stop->value, (size_t)stop->field->maximum + 1);

  if (length < stop->field->minimum) {
    add_stop(checker, PROBLEM_EMPTY_TEXT, stop, length, stop->field->minimum);
  } else if (length > stop->field->maximum) {
    add_stop(checker, PROBLEM_ABOVE_MAXIMUM, stop, length, stop->field->maximum);
  }
}

static void check_number(Checker *checker, const FieldStop *stop) {
  const Field *field = stop->field;
  int64_t value = field_get(&(FieldPlace){field, stop->value});

  if (field->type == FIELD_CHOICE) {
    if (value < 0 || value > field->maximum) {
      add_stop(checker, PROBLEM_NOT_A_CHOICE, stop, value, 0);
    }
  } else if (value == field_none(field)) {
    if (!field->nullable) {
      add_stop(checker, PROBLEM_MISSING, stop, 0, 0);
    }
  } else if (value < field->minimum) {
    add_stop(checker, PROBLEM_BELOW_MINIMUM, stop, value, field->minimum);
  } else if (value > field->maximum) {
    add_stop(checker, PROBLEM_ABOVE_MAXIMUM, stop, value, field->maximum);
  }
}

static bool visit_bounds(const FieldStop *stop, void *data) {
  Checker *checker = data;

  if (!stop->field) {
    if (stop->count < 0) {
      add_stop(checker, PROBLEM_BELOW_MINIMUM, stop, stop->count, 0);
    } else if (stop->count > stop->list->capacity) {
      add_stop(checker, PROBLEM_ABOVE_MAXIMUM, stop, stop->count, stop->list->capacity);
    }
  } else if (stop->field->type == FIELD_TEXT) {
    check_text(checker, stop);
  } else {
    check_number(checker, stop);
  }
  return true;
}

void plan_check(const Plan *plan, Problems *problems) {
  Checker checker = {.plan = plan, .problems = problems};

  memset(problems, 0, sizeof *problems);
  plan_walk(plan, visit_bounds, &checker);
  if (problems->blocking_count > 0) {
    return;
  }
  check_calendar(&checker);
  check_services(&checker);
  check_regulars(&checker);
  check_deal(&checker);
  check_volume(&checker);
  check_taxes(&checker);
  check_ranges(&checker);
  check_paths(&checker);
  check_accounts(&checker);
  if (problems->blocking_count > 0) {
    return;
  }
  check_range_ends(&checker);
  if (problems->blocking_count > 0) {
    return;
  }
  check_limits(&checker);
  check_warnings(&checker);
  check_books_warnings(&checker);
}
