/* Room: plan. Knows: the field table. Must not know: JSON, rules across fields.
 *
 * From a path to a value and back: looking up fields and lists, resolving indices, reading and
 * writing what is there. */
#include "model/plan/fields.h"

#include <assert.h>
#include <string.h>

#include "model/plan/field-table.h"

static const char *const UNIT_NAMES[UNIT_COUNT] = {
    [UNIT_NONE] = "none",
    [UNIT_CENTS] = "cents",
    [UNIT_PER_100K] = "per_100k",
    [UNIT_COUNT_OF] = "count",
    [UNIT_MILLI] = "milli",
    [UNIT_MINUTES] = "minutes",
    [UNIT_MINUTE_OF_DAY] = "minute_of_day",
    [UNIT_DAYS] = "days",
    [UNIT_DATE] = "date",
    [UNIT_WEEKDAY] = "weekday",
    [UNIT_MONTH] = "month",
    [UNIT_INDEX] = "index",
    [UNIT_WEIGHT] = "weight",
    [UNIT_TEXT] = "text",
};

const char *unit_name(Unit unit) {
  return UNIT_NAMES[unit];
}

int field_count(void) {
  return FIELD_TABLE_COUNT;
}

const Field *field_at(int index) {
  assert(index >= 0 && index < FIELD_TABLE_COUNT);
  return &FIELD_TABLE[index];
}

int field_list_count(void) {
  return FIELD_LISTS_COUNT;
}

const FieldList *field_list_at(int index) {
  assert(index >= 0 && index < FIELD_LISTS_COUNT);
  return &FIELD_LISTS[index];
}

/* Whether `path` is the table's `pattern`, its indices written in or not. */
static bool path_matches(const char *pattern, const char *path) {
  while (*pattern == *path) {
    if (*pattern == '\0') {
      return true;
    }
    if (*pattern == '[') {
      path += strspn(path + 1, "0123456789");
    }
    pattern++;
    path++;
  }
  return false;
}

const Field *field_find(const char *path) {
  for (int i = 0; i < FIELD_TABLE_COUNT; i++) {
    if (path_matches(FIELD_TABLE[i].path, path)) {
      return &FIELD_TABLE[i];
    }
  }
  return NULL;
}

const FieldList *field_list_find(const char *path) {
  for (int i = 0; i < FIELD_LISTS_COUNT; i++) {
    if (path_matches(FIELD_LISTS[i].path, path)) {
      return &FIELD_LISTS[i];
    }
  }
  return NULL;
}

static void put_value(const Field *field, void *value, int64_t number) {
  assert(field->type != FIELD_TEXT);
  switch (field->type) {
  case FIELD_INT32:
  case FIELD_DATE:
  case FIELD_CHOICE: {
    int32_t narrow = (int32_t)number;

    assert(narrow == number);
    memcpy(value, &narrow, sizeof narrow);
    return;
  }
  case FIELD_CENTS:
    memcpy(value, &number, sizeof number);
    return;
  case FIELD_BOOL: {
    bool flag = number != 0;

    memcpy(value, &flag, sizeof flag);
    return;
  }
  case FIELD_TEXT:
  case FIELD_TYPE_COUNT:
    break;
  }
}

void field_list_reset_element(const FieldList *list, void *element) {
  memset(element, 0, list->stride);
  for (int i = 0; i < FIELD_TABLE_COUNT; i++) {
    const Field *field = &FIELD_TABLE[i];

    if (field->list == list && field->type != FIELD_TEXT) {
      put_value(field, (char *)element + field->offset, field->fallback);
    }
  }
}

/* The lists around something, outermost first. */
static int lists_around(const FieldList *innermost, const FieldList *lists[FIELD_DEPTH_MAX]) {
  int depth = 0;

  for (const FieldList *list = innermost; list; list = list->list) {
    depth++;
  }
  assert(depth <= FIELD_DEPTH_MAX);
  for (int i = depth - 1; i >= 0; i--) {
    lists[i] = innermost;
    innermost = innermost->list;
  }
  return depth;
}

/* The indices written in a path. False when one of the first `count` is missing or absurd. */
static bool path_indices(const char *path, int count, int indices[FIELD_DEPTH_MAX]) {
  for (int i = 0; i < count; i++) {
    int digits = 0;

    path = strchr(path, '[') + 1;
    indices[i] = 0;
    for (; *path >= '0' && *path <= '9'; path++, digits++) {
      indices[i] = indices[i] * 10 + (*path - '0');
      if (digits == 4) {
        return false;
      }
    }
    if (digits == 0) {
      return false;
    }
  }
  return true;
}

static int32_t *list_count_of(const FieldList *list, char *base) {
  return list->count_offset == SIZE_MAX ? NULL : (int32_t *)(void *)(base + list->count_offset);
}

/* The address of the element reached by the indices, or NULL. With append, an index equal to the
 * count makes the element; nothing is made unless the whole way exists. */
static char *element_reach(Plan *plan, const FieldList *const *lists, const int *indices, int depth,
                           bool append) {
  for (int pass = append ? 0 : 1; pass < 2; pass++) {
    char *base = (char *)plan;
    bool made = false;

    for (int i = 0; i < depth; i++) {
      int32_t *count_at = list_count_of(lists[i], base);
      int32_t count = made ? 0 : count_at ? *count_at : lists[i]->capacity;
      char *element = base + lists[i]->offset + (size_t)indices[i] * lists[i]->stride;

      if (indices[i] >= lists[i]->capacity || indices[i] > count ||
          (indices[i] == count && !append)) {
        return NULL;
      }
      made = indices[i] == count;
      if (made && pass == 1) {
        field_list_reset_element(lists[i], element);
        (*count_at)++;
        made = false;
      }
      base = element;
    }
    if (pass == 1) {
      return base;
    }
  }
  return NULL;
}

bool field_place(Plan *plan, const char *path, bool append, FieldPlace *place) {
  const Field *field = field_find(path);
  const FieldList *lists[FIELD_DEPTH_MAX];
  int indices[FIELD_DEPTH_MAX];

  if (!field) {
    return false;
  }
  int depth = lists_around(field->list, lists);

  if (!path_indices(path, depth, indices)) {
    return false;
  }
  char *base = element_reach(plan, lists, indices, depth, append);

  if (!base) {
    return false;
  }
  *place = (FieldPlace){field, base + field->offset};
  return true;
}

const FieldList *field_list_place(Plan *plan, const char *path, void **elements, int32_t **count) {
  const FieldList *list = field_list_find(path);
  const FieldList *lists[FIELD_DEPTH_MAX];
  int indices[FIELD_DEPTH_MAX];

  if (!list) {
    return NULL;
  }
  int depth = lists_around(list->list, lists);

  if (!path_indices(path, depth, indices)) {
    return NULL;
  }
  char *base = element_reach(plan, lists, indices, depth, false);

  if (!base) {
    return NULL;
  }
  if (elements) {
    *elements = base + list->offset;
  }
  if (count) {
    *count = list_count_of(list, base);
  }
  return list;
}

bool plan_remove_element(Plan *plan, const char *list_path, int index) {
  void *elements;
  int32_t *count;
  const FieldList *list = field_list_place(plan, list_path, &elements, &count);

  if (!list || !count || index < 0 || index >= *count || *count > list->capacity) {
    return false;
  }
  char *element = (char *)elements + (size_t)index * list->stride;

  memmove(element, element + list->stride, (size_t)(*count - 1 - index) * list->stride);
  (*count)--;
  memset((char *)elements + (size_t)*count * list->stride, 0, list->stride);
  return true;
}

int64_t field_get(const FieldPlace *place) {
  assert(place->field->type != FIELD_TEXT);
  switch (place->field->type) {
  case FIELD_INT32:
  case FIELD_DATE:
  case FIELD_CHOICE: {
    int32_t number;

    memcpy(&number, place->value, sizeof number);
    return number;
  }
  case FIELD_CENTS: {
    int64_t number;

    memcpy(&number, place->value, sizeof number);
    return number;
  }
  case FIELD_BOOL:
    return *(const unsigned char *)place->value != 0;
  case FIELD_TEXT:
  case FIELD_TYPE_COUNT:
    break;
  }
  return 0;
}

void field_put(const FieldPlace *place, int64_t value) {
  put_value(place->field, place->value, value);
}

int64_t field_none(const Field *field) {
  return field->type == FIELD_CENTS ? PLAN_NONE_CENTS : PLAN_NONE;
}

int64_t plan_get(const Plan *plan, const char *path) {
  FieldPlace place;
  /* Nothing is written: append is false and the place is only read. */
  bool found = field_place((Plan *)(uintptr_t)plan, path, false, &place);

  assert(found);
  return found ? field_get(&place) : 0;
}

bool plan_set(Plan *plan, const char *path, int64_t value) {
  FieldPlace place;

  if (!field_place(plan, path, false, &place) || place.field->type == FIELD_TEXT) {
    return false;
  }
  if (place.field->type != FIELD_CENTS && value != (int32_t)value) {
    return false;
  }
  field_put(&place, value);
  return true;
}

const char *plan_get_text(const Plan *plan, const char *path) {
  FieldPlace place;
  bool found = field_place((Plan *)(uintptr_t)plan, path, false, &place);

  assert(found && place.field->type == FIELD_TEXT);
  return found ? place.value : "";
}

bool plan_set_text(Plan *plan, const char *path, const char *text) {
  FieldPlace place;

  if (!field_place(plan, path, false, &place) || place.field->type != FIELD_TEXT ||
      !field_text_fits(place.field, text)) {
    return false;
  }
  field_put_text(&place, text);
  return true;
}
