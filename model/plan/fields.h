/* Room: plan. Knows: the Plan struct. Must not know: JSON, screens, translations.
 *
 * One table of every input: JSON, --set, `keys`, the validator and the names of undo steps read it.
 * A path is as in JSON: "deal.price_cents", "staff[].shifts[].weekday"; an index may be written in
 * ("staff[2].accompanied_only"). */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/plan/plan.h"

typedef enum {
  FIELD_INT32,
  FIELD_CENTS,
  FIELD_BOOL,
  FIELD_DATE,
  FIELD_TEXT,
  FIELD_CHOICE,
  FIELD_TYPE_COUNT
} FieldType;

typedef enum {
  UNIT_NONE,
  UNIT_CENTS,
  UNIT_PER_100K,
  UNIT_COUNT_OF,
  UNIT_MILLI,
  UNIT_MINUTES,
  UNIT_MINUTE_OF_DAY,
  UNIT_DAYS,
  UNIT_DATE,
  UNIT_WEEKDAY,
  UNIT_MONTH,
  UNIT_INDEX,
  UNIT_WEIGHT,
  UNIT_TEXT,
  UNIT_COUNT
} Unit;

const char *unit_name(Unit unit); /* "cents", "per_100k", …; for `keys` */

typedef struct FieldList FieldList;

typedef struct {
  const char *path; /* with [] for each list */
  const char *id;   /* stable, for undo names and messages: "deal.price" */
  FieldType type;
  Unit unit;
  int64_t minimum, maximum; /* inclusive; FIELD_TEXT: bytes without NUL */
  int64_t fallback;         /* value of plan_init and of an absent JSON member */
  bool nullable;
  bool required;              /* absent in JSON is unreadable */
  size_t offset;              /* from the innermost list element, or from the plan */
  const FieldList *list;      /* the innermost list it is in; NULL: directly in the plan */
  const char *const *choices; /* FIELD_CHOICE: JSON words, NULL at the end */
  const char *meaning;        /* one English line for `keys` */
} Field;

/* A list of the plan. A list of plain values ("deal.weekday_quota") has one field whose path ends
 * in "[]" and whose offset is 0. */
struct FieldList {
  const char *path;    /* "staff[].shifts" */
  size_t offset;       /* of element 0, from the enclosing element or the plan */
  size_t count_offset; /* of its int32_t count, likewise; SIZE_MAX: always `capacity` long */
  size_t stride;
  int capacity;
  const FieldList *list; /* the list it is in itself; NULL: the plan */
};

int field_count(void);
const Field *field_at(int index);
int field_list_count(void);
const FieldList *field_list_at(int index);

/* The field of a path with or without indices; NULL when there is none. */
const Field *field_find(const char *path);
const FieldList *field_list_find(const char *path);

/* A place in a plan: the field and the address of its value. */
typedef struct {
  const Field *field;
  void *value;
} FieldPlace;

/* Resolves a path with indices. False when there is no such field, an index is missing or past the
 * count (index == count is allowed when `append` and below capacity: the element is made, with its
 * defaults). */
bool field_place(Plan *plan, const char *path, bool append, FieldPlace *place);

/* The list of a path whose indices, all but its own, are written in ("staff[2].shifts"): its first
 * element and its count (NULL: always full). Either out may be NULL. */
const FieldList *field_list_place(Plan *plan, const char *path, void **elements, int32_t **count);

/* Puts an element of a list at its defaults. */
void field_list_reset_element(const FieldList *list, void *element);

/* Takes element `index` out of a list and closes the gap. False when there is none or the list is
 * always full. */
bool plan_remove_element(Plan *plan, const char *list_path, int index);

/* The number behind a place (bool 0/1, choice index, date, cents); FIELD_TEXT is not a number. */
int64_t field_get(const FieldPlace *place);
void field_put(const FieldPlace *place, int64_t value);
int64_t field_none(const Field *field); /* the value that stands for null */
/* Whether a number is one the C type can hold, null's apart; the bounds are plan_check's. */
bool field_number_fits(const Field *field, int64_t number);
int field_choice_find(const Field *field, const char *word); /* −1 when it is none */
/* Whether a text is UTF-8 and not longer than its field; field_put_text then takes it. */
bool field_text_fits(const Field *field, const char *text);
void field_put_text(const FieldPlace *place, const char *text);

/* The number of a field by path; asserts that it exists. For screens and tables. */
int64_t plan_get(const Plan *plan, const char *path);
/* Sets it, whatever its bounds: plan_check tells. False when there is no such place. */
bool plan_set(Plan *plan, const char *path, int64_t value);
const char *plan_get_text(const Plan *plan, const char *path);
bool plan_set_text(Plan *plan, const char *path, const char *text);

/* --set path=value: value as in JSON (number, true, null, "text" or a bare word, an ISO date).
 * False when the path or the kind of value is wrong, *why then says which in English (static). */
bool plan_set_from_text(Plan *plan, const char *path, const char *value, const char **why);

/* Every value of a plan in the order of the table, element by element; each list is met before its
 * elements. A count out of range is walked as the nearest one in range. */
#define FIELD_DEPTH_MAX 2
typedef struct {
  const Field *field;         /* NULL: at a list */
  const FieldList *list;      /* the list met, or the innermost one around the field, or NULL */
  void *value;                /* as a FieldPlace; at a list: its element 0 */
  int32_t count;              /* at a list: as it stands in the plan */
  int index[FIELD_DEPTH_MAX]; /* of the elements around, outermost first */
} FieldStop;
typedef bool (*FieldVisit)(const FieldStop *stop, void *data); /* false ends the walk */
/* Values may be written only where the plan may. False when a visit ended it. */
bool plan_walk(const Plan *plan, FieldVisit visit, void *data);
/* "staff[2].shifts[0].weekday" of a stop; a list's path has no brackets of its own. */
void field_stop_path(const FieldStop *stop, char path[PLAN_PATH_SIZE]);

/* The first path (with indices, size bytes at most) at which two plans differ; false when equal. */
bool plan_first_difference(const Plan *a, const Plan *b, char *path, size_t size);
