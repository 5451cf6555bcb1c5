/* See range.h. */
#include "model/plan/range.h"

#include "model/plan/fields.h"

static int64_t moved_end(const Field *field, int64_t end, int64_t likely, int64_t value) {
  bool in_proportion = likely > 0 && value >= 0;
  __int128 moved = in_proportion ? (__int128)end * value / likely : (__int128)end + value - likely;

  if (moved < field->minimum) {
    return field->minimum;
  }
  return moved > field->maximum ? field->maximum : (int64_t)moved;
}

Uncertainty range_of_input(const Plan *plan, int entry) {
  Uncertainty range = plan->uncertainty[entry];
  const Field *field = field_find(range.path);
  int64_t value = plan_get(plan, range.path);

  if (value == range.likely || value == field_none(field)) {
    return range;
  }
  range.low = moved_end(field, range.low, range.likely, value);
  range.high = moved_end(field, range.high, range.likely, value);
  range.likely = value;
  return range;
}
