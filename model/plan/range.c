/* See range.h. */
#include "model/plan/range.h"

#include <string.h>

static bool unit_may_be_uncertain(Unit unit) {
  switch (unit) {
  case UNIT_MINUTE_OF_DAY:
  case UNIT_DATE:
  case UNIT_WEEKDAY:
  case UNIT_MONTH:
  case UNIT_INDEX:
  case UNIT_WEIGHT:
  case UNIT_TEXT:
    return false;
  case UNIT_NONE:
  case UNIT_CENTS:
  case UNIT_PER_100K:
  case UNIT_COUNT_OF:
  case UNIT_MILLI:
  case UNIT_MINUTES:
  case UNIT_DAYS:
  case UNIT_COUNT:
    break;
  }
  return true;
}

/* What another value must fit exactly, or from both sides, cannot be uncertain: times, weekdays,
 * weights, shares of a whole, what a visit takes, prices, limits; nor what is nobody's guess: tax
 * rates, the owner's own conditions. */
bool range_is_possible(const Field *field) {
  static const char *const FIXED[] = {
      "business.custom_taxes[].rate_per_100k",
      "services[].minutes",
      "services[].room_turnover_minutes",
      "services[].staff_rest_minutes",
      "services[].rooms_needed",
      "services[].staff_needed",
      "regulars.service_mix_per_100k[]",
      "deal.list_price_cents",
      "deal.price_cents",
      "deal.visits_per_voucher",
      "deal.sale_days",
      "deal.curve.w1_per_100k",
      "deal.curve.w2_per_100k",
      "deal.curve.w3_per_100k",
      "deal.weekday_quota[]",
      "deal.daily_limit_per_100k",
  };

  for (size_t i = 0; i < sizeof FIXED / sizeof FIXED[0]; i++) {
    if (strcmp(field->path, FIXED[i]) == 0) {
      return false;
    }
  }
  return (field->type == FIELD_INT32 || field->type == FIELD_CENTS) &&
         strncmp(field->path, "uncertainty", strlen("uncertainty")) != 0 &&
         strncmp(field->path, "conditions.", strlen("conditions.")) != 0 &&
         unit_may_be_uncertain(field->unit);
}

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

int range_entry(const Plan *plan, const char *path) {
  for (int i = 0; i < plan->uncertainty_count && i < UNCERTAINTY_MAX; i++) {
    if (strcmp(plan->uncertainty[i].path, path) == 0) {
      return i;
    }
  }
  return -1;
}

bool range_give(Plan *plan, const char *path, int64_t low, int64_t high) {
  FieldPlace place;

  if (!field_place(plan, path, false, &place) || !range_is_possible(place.field) ||
      field_get(&place) == field_none(place.field)) {
    return false;
  }
  int entry = range_entry(plan, path);

  if (entry < 0) {
    if (plan->uncertainty_count >= UNCERTAINTY_MAX || strlen(path) >= PLAN_PATH_SIZE) {
      return false;
    }
    entry = plan->uncertainty_count++;
    memset(&plan->uncertainty[entry], 0, sizeof plan->uncertainty[entry]);
    memcpy(plan->uncertainty[entry].path, path, strlen(path) + 1);
  }
  plan->uncertainty[entry].low = low;
  plan->uncertainty[entry].likely = field_get(&place);
  plan->uncertainty[entry].high = high;
  return true;
}

bool range_take_away(Plan *plan, const char *path) {
  int entry = range_entry(plan, path);

  return entry >= 0 && plan_remove_element(plan, "uncertainty", entry);
}

bool range_is_left(const Plan *plan, int entry) {
  const Uncertainty *range = &plan->uncertainty[entry];
  int64_t value = plan_get(plan, range->path);

  return value != field_none(field_find(range->path)) &&
         (value < range->low || value > range->high);
}
