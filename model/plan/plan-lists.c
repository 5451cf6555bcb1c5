/* Room: plan. See plan-lists.h. */
#include "model/plan/plan-lists.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "model/plan/fields.h"

#define RATE_WHOLE 100000

/* Both plans were checked: one that made sense must go on to do so. */
static bool makes_less_sense(const Plan *before, const Plan *after, Problem *why) {
  Problems problems;

  plan_check(after, &problems);
  if (problems.blocking_count == 0) {
    return false;
  }
  if (why) {
    *why = problems.problem[0];
  }
  plan_check(before, &problems);
  return problems.blocking_count == 0;
}

/* Of a path into the list: 0 when it is of the removed element, 1 of a later one, −1 of none of
 * them. *rest: behind its number, *index. */
static int path_position(const char *path, const char *list_path, int removed, const char **rest,
                         int *index) {
  size_t length = strlen(list_path);
  const char *at = path + length;

  if (strncmp(path, list_path, length) != 0 || *at != '[' || at[1] < '0' || at[1] > '9') {
    return -1;
  }
  *index = 0;
  for (at++; *at >= '0' && *at <= '9' && *index < 1000; at++) {
    *index = *index * 10 + (*at - '0');
  }
  *rest = at;
  return *at != ']' || *index < removed ? -1 : *index == removed ? 0 : 1;
}

/* A path of the plan after the removal; false when it is of what was removed. */
static bool path_follows(char path[PLAN_PATH_SIZE], const char *list_path, int removed) {
  char moved[PLAN_PATH_SIZE];
  const char *rest = NULL;
  int index = 0;
  int position = path_position(path, list_path, removed, &rest, &index);

  if (position <= 0) {
    return position < 0;
  }
  /* One less has as many digits or fewer: it fits. */
  int length = snprintf(moved, sizeof moved, "%s[%d%s", list_path, index - 1, rest);

  if (length > 0 && (size_t)length < sizeof moved) {
    memcpy(path, moved, (size_t)length + 1);
  }
  return true;
}

static void move_paths(Plan *plan, const char *list_path, int removed) {
  for (int i = plan->uncertainty_count - 1; i >= 0; i--) {
    if (!path_follows(plan->uncertainty[i].path, list_path, removed)) {
      plan_remove_element(plan, "uncertainty", i);
    }
  }
  for (int i = plan->provenance_count - 1; i >= 0; i--) {
    if (!path_follows(plan->provenance[i].path, list_path, removed)) {
      plan_remove_element(plan, "provenance", i);
    }
  }
}

/* The shares of the services that stay add up to the whole again; the largest takes what rounding
 * leaves. */
static void spread_mix(PlanRegulars *regulars, int32_t freed) {
  int32_t *mix = regulars->service_mix_per_100k;
  int count = regulars->service_mix_per_100k_count;
  int64_t rest = RATE_WHOLE - (int64_t)freed;
  int64_t sum = 0;
  int largest = 0;

  if (count == 0 || freed <= 0 || rest < 0) {
    return;
  }
  for (int i = 0; i < count; i++) {
    largest = mix[i] > mix[largest] ? i : largest;
    mix[i] = rest > 0 ? (int32_t)(mix[i] * (int64_t)RATE_WHOLE / rest) : 0;
    sum += mix[i];
  }
  mix[largest] += (int32_t)(RATE_WHOLE - sum);
}

static void remove_service(Plan *plan, int index) {
  PlanRegulars *regulars = &plan->regulars;

  if (plan->deal.service_index > index) {
    plan->deal.service_index--;
  }
  if (index < regulars->service_mix_per_100k_count) {
    int32_t freed = regulars->service_mix_per_100k[index];
    int64_t whole = 0;

    for (int i = 0; i < regulars->service_mix_per_100k_count; i++) {
      whole += regulars->service_mix_per_100k[i];
    }
    plan_remove_element(plan, "regulars.service_mix_per_100k", index);
    move_paths(plan, "regulars.service_mix_per_100k", index);
    if (whole == RATE_WHOLE) {
      spread_mix(regulars, freed);
    }
  }
}

ListAnswer plan_list_remove(Plan *plan, const char *list_path, int index, Problem *why) {
  Plan after = *plan;
  const FieldList *list = field_list_find(list_path);

  if (!list || !plan_remove_element(&after, list_path, index)) {
    return LIST_NO_SUCH;
  }
  if (list->offset == offsetof(Plan, services) && !list->list) {
    if (plan->deal.service_index == index) {
      return LIST_SOLD;
    }
    remove_service(&after, index);
  }
  move_paths(&after, list_path, index);
  if (makes_less_sense(plan, &after, why)) {
    return LIST_SENSELESS;
  }
  *plan = after;
  return LIST_CHANGED;
}

/* Where the number behind a name begins, and the number; the end of the name and 1 without. */
static size_t name_number(const char *name, int *number) {
  size_t length = strlen(name);
  size_t begin = length;

  while (begin > 0 && length - begin < 4 && name[begin - 1] >= '0' && name[begin - 1] <= '9') {
    begin--;
  }
  *number = 0;
  for (size_t i = begin; i < length; i++) {
    *number = *number * 10 + (name[i] - '0');
  }
  *number = begin == length ? 1 : *number;
  return begin;
}

/* "Room 3" → "Room 4", "Massage" → "Massage 2"; the first number that no other element has. */
static void number_name(const char *elements, size_t stride, int count, char *name) {
  int number = 0;
  size_t stem = name_number(name, &number);
  bool bare = name[stem] == '\0';
  bool taken = true;

  while (bare && stem > PLAN_TEXT_SIZE - 8) { /* " 12345" must fit, characters stay whole */
    stem--;
    while (stem > 0 && ((unsigned char)name[stem] & 0xC0) == 0x80) {
      stem--;
    }
  }
  while (taken) {
    number++;
    snprintf(name + stem, PLAN_TEXT_SIZE - stem, bare ? " %d" : "%d", number);
    taken = false;
    for (int i = 0; i < count && number < 10000; i++) {
      taken = taken || strcmp(elements + (size_t)i * stride, name) == 0;
    }
  }
}

/* One of the seven days from `first` on that has no hours yet, −1: all have. */
static int free_weekday(const WeeklyHours *hours, int count, int first) {
  for (int step = 0; step < 7; step++) {
    int weekday = (first + step) % 7;
    bool taken = false;

    for (int i = 0; i < count; i++) {
      taken = taken || hours[i].weekday == weekday;
    }
    if (!taken) {
      return weekday;
    }
  }
  return -1;
}

static void fill_hours(const WeeklyHours *hours, int count, WeeklyHours *more) {
  int weekday = free_weekday(hours, count, count > 0 ? (more->weekday % 7 + 8) % 7 : 0);

  if (count == 0) {
    *more = (WeeklyHours){0, 9 * 60, 17 * 60};
  } else if (weekday >= 0) {
    more->weekday = weekday;
  } else if (more->end_minute >= 0 && more->end_minute < 2 * 1440) {
    more->begin_minute = more->end_minute + 60;
    more->end_minute = more->begin_minute + 60;
  }
}

/* Christmas of the first year, then the day after the last closure. */
static void fill_closure(const Plan *plan, int count, DateSpan *more) {
  const Field *bounds = field_find("deal.sale_date");
  int32_t sale_date = plan->deal.sale_date;

  if (count > 0) {
    more->from_date = more->to_date < INT32_MAX ? more->to_date + 1 : more->to_date;
  } else if (sale_date >= bounds->minimum && sale_date <= bounds->maximum) {
    int32_t christmas = date_from_ymd(date_year(sale_date), 12, 25);

    more->from_date = christmas < sale_date ? date_add_months(christmas, 12) : christmas;
  }
  more->to_date = more->from_date;
}

static void fill_instalment(const Instalment *instalments, int count, Instalment *more) {
  int32_t apart = 30;

  if (count > 1 && instalments[count - 2].after_days >= 0 &&
      instalments[count - 2].after_days < more->after_days &&
      more->after_days <= HORIZON_DAYS_MAX) {
    apart = more->after_days - instalments[count - 2].after_days;
  }
  if (count == 0) {
    *more = (Instalment){.after_days = apart, .weight = 1};
  } else {
    more->after_days =
        more->after_days < HORIZON_DAYS_MAX - apart ? more->after_days + apart : HORIZON_DAYS_MAX;
  }
}

/* What makes the copy another one. */
static void fill_element(Plan *plan, const FieldList *list, char *elements, int count,
                         char *element) {
  static const char *const names[][2] = {{"rooms", "Room 0"},
                                         {"staff", "Person 0"},
                                         {"services", "Service 0"},
                                         {"one_off_costs", "Cost 0"}};

  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(list->path, names[i][0]) == 0) {
      if (count == 0) {
        memcpy(element, names[i][1], strlen(names[i][1]) + 1);
      }
      number_name(elements, list->stride, count, element);
    }
  }
  if (strcmp(list->path, "hours") == 0 || strcmp(list->path, "staff[].shifts") == 0) {
    fill_hours((const WeeklyHours *)(const void *)elements, count, (void *)element);
  } else if (strcmp(list->path, "closures") == 0) {
    fill_closure(plan, count, (void *)element);
  } else if (strcmp(list->path, "deal.instalments") == 0) {
    fill_instalment((const Instalment *)(const void *)elements, count, (void *)element);
  } else if (strcmp(list->path, "one_off_costs") == 0 && count == 0) {
    ((OneOffCost *)(void *)element)->date = plan->deal.sale_date;
  } else if (strcmp(list->path, "deal.blackout_dates") == 0) {
    int32_t *date = (void *)element;

    *date = count > 0 ? *date + (*date < INT32_MAX ? 1 : 0) : plan->deal.promotion_end_date;
  }
}

ListAnswer plan_list_add(Plan *plan, const char *list_path, int *index, Problem *why) {
  Plan after = *plan;
  void *elements = NULL;
  int32_t *count = NULL;
  const FieldList *list = field_list_place(&after, list_path, &elements, &count);

  if (!list || !count) {
    return LIST_NO_SUCH;
  }
  if (*count < 0 || *count >= list->capacity) {
    return LIST_FULL;
  }
  char *element = (char *)elements + (size_t)*count * list->stride;

  field_list_reset_element(list, element);
  if (*count > 0) {
    memcpy(element, element - list->stride, list->stride);
  }
  fill_element(&after, list, elements, *count, element);
  if (index) {
    *index = *count;
  }
  (*count)++;
  if (strcmp(list_path, "services") == 0 &&
      after.regulars.service_mix_per_100k_count == plan->services_count) {
    after.regulars.service_mix_per_100k[after.regulars.service_mix_per_100k_count++] = 0;
  }
  if (makes_less_sense(plan, &after, why)) {
    return LIST_SENSELESS;
  }
  *plan = after;
  return LIST_CHANGED;
}
