/* Room: plan. Knows: the field table. Must not know: what a visit does.
 *
 * The walk over every value of a plan. The table is in depth-first order, so everything inside a
 * list is one run of rows, walked once an element. */
#include <string.h>

#include "model/plan/field-table.h"

typedef struct {
  FieldVisit visit;
  void *data;
  FieldStop stop;
} Walk;

/* The list directly inside `outer` that holds `inner`. */
static const FieldList *list_below(const FieldList *outer, const FieldList *inner) {
  while (inner->list != outer) {
    inner = inner->list;
  }
  return inner;
}

static bool is_inside(const FieldList *list, const FieldList *inner) {
  while (inner && inner != list) {
    inner = inner->list;
  }
  return inner == list;
}

static bool walk_rows(Walk *walk, const FieldList *list, int depth, char *base, int begin, int end);

static bool walk_list(Walk *walk, const FieldList *list, int depth, char *base, int begin,
                      int end) {
  int32_t count = list->capacity;

  if (list->count_offset != SIZE_MAX) {
    memcpy(&count, base + list->count_offset, sizeof count);
  }
  walk->stop.field = NULL;
  walk->stop.list = list;
  walk->stop.value = base + list->offset;
  walk->stop.count = count;
  if (!walk->visit(&walk->stop, walk->data)) {
    return false;
  }
  for (int i = 0; i < count && i < list->capacity; i++) {
    char *element = base + list->offset + (size_t)i * list->stride;

    walk->stop.index[depth] = i;
    if (!walk_rows(walk, list, depth + 1, element, begin, end)) {
      return false;
    }
  }
  return true;
}

static bool walk_rows(Walk *walk, const FieldList *list, int depth, char *base, int begin,
                      int end) {
  int i = begin;

  while (i < end) {
    const Field *field = &FIELD_TABLE[i];

    if (field->list == list) {
      walk->stop.field = field;
      walk->stop.list = list;
      walk->stop.value = base + field->offset;
      walk->stop.count = 0;
      if (!walk->visit(&walk->stop, walk->data)) {
        return false;
      }
      i++;
    } else {
      const FieldList *below = list_below(list, field->list);
      int rows_end = i + 1;

      while (rows_end < end && is_inside(below, FIELD_TABLE[rows_end].list)) {
        rows_end++;
      }
      if (!walk_list(walk, below, depth, base, i, rows_end)) {
        return false;
      }
      i = rows_end;
    }
  }
  return true;
}

bool plan_walk(const Plan *plan, FieldVisit visit, void *data) {
  Walk walk = {.visit = visit, .data = data};

  return walk_rows(&walk, NULL, 0, (char *)(uintptr_t)plan, 0, FIELD_TABLE_COUNT);
}

/* Writes a decimal of at most four digits; returns past its end. */
static char *write_index(char *to, int index) {
  if (index >= 10) {
    to = write_index(to, index / 10);
  }
  *to = (char)('0' + index % 10);
  return to + 1;
}

void field_stop_path(const FieldStop *stop, char path[PLAN_PATH_SIZE]) {
  const char *pattern = stop->field ? stop->field->path : stop->list->path;
  char *to = path;
  int depth = 0;

  for (; *pattern != '\0'; pattern++) {
    *to++ = *pattern;
    if (*pattern == '[') {
      to = write_index(to, stop->index[depth++]);
    }
  }
  *to = '\0';
}

typedef struct {
  const Plan *a;
  const Plan *b;
  char path[PLAN_PATH_SIZE];
} Comparison;

static bool visit_same(const FieldStop *stop, void *data) {
  Comparison *comparison = data;
  ptrdiff_t offset = (const char *)stop->value - (const char *)comparison->a;
  const char *other = (const char *)comparison->b + offset;
  bool same;

  if (!stop->field) {
    int32_t count = stop->count;

    if (stop->list->count_offset != SIZE_MAX) {
      ptrdiff_t to_count = (ptrdiff_t)stop->list->count_offset - (ptrdiff_t)stop->list->offset;

      memcpy(&count, other + to_count, sizeof count);
    }
    same = count == stop->count;
  } else if (stop->field->type == FIELD_TEXT) {
    same = strncmp(stop->value, other, (size_t)stop->field->maximum + 1) == 0;
  } else {
    FieldPlace mine = {stop->field, stop->value};
    FieldPlace theirs = {stop->field, (void *)(uintptr_t)other};

    same = field_get(&mine) == field_get(&theirs);
  }
  if (!same) {
    field_stop_path(stop, comparison->path);
  }
  return same;
}

bool plan_first_difference(const Plan *a, const Plan *b, char *path, size_t size) {
  Comparison comparison = {a, b, ""};

  if (plan_walk(a, visit_same, &comparison)) {
    return false;
  }
  if (size > 0) {
    size_t length = strlen(comparison.path);

    length = length < size ? length : size - 1;
    memcpy(path, comparison.path, length);
    path[length] = '\0';
  }
  return true;
}
