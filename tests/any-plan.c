#include "tests/any-plan.h"

#include <string.h>

#include "model/plan/fields.h"

typedef struct {
  GRand *luck; /* NULL: lists as long as they may be */
  int longest;
  gboolean nested;
} Lists;

static bool visit_list(const FieldStop *stop, void *data) {
  const Lists *lists = data;
  const FieldList *list = stop->list;

  if (stop->field || list->count_offset == SIZE_MAX || (list->list != NULL) != lists->nested) {
    return true;
  }
  gint32 most = MIN(list->capacity, lists->longest);
  gint32 count = lists->luck ? g_rand_int_range(lists->luck, 0, most + 1) : most;
  char *elements = stop->value;

  for (int i = 0; i < count; i++) {
    field_list_reset_element(list, elements + (gsize)i * list->stride);
  }
  memcpy(elements - list->offset + list->count_offset, &count, sizeof count);
  return true;
}

static void draw_lists(GRand *luck, int longest, Plan *plan) {
  plan_init(plan);
  for (int nested = 0; nested <= 1; nested++) {
    plan_walk(plan, visit_list, &(Lists){luck, longest, nested});
  }
}

void any_plan_fill_lists(int longest, Plan *plan) {
  draw_lists(NULL, longest, plan);
}

gint64 any_number(GRand *luck, gconstpointer of) {
  const Field *field = of;
  gint64 span = field->maximum - field->minimum;
  gint64 inside = field->minimum + (gint64)(g_rand_double(luck) * (double)span);

  switch (field->type) {
  case FIELD_BOOL:
    return g_rand_boolean(luck);
  case FIELD_CHOICE:
    return g_rand_int_range(luck, 0, (gint32)field->maximum + 1);
  case FIELD_DATE:
    return g_rand_int_range(luck, 0, 8) == 0
               ? field_none(field)
               : g_rand_int_range(luck, date_from_ymd(1900, 1, 1), date_from_ymd(2200, 12, 31) + 1);
  case FIELD_INT32:
  case FIELD_CENTS:
  case FIELD_TEXT:
  case FIELD_TYPE_COUNT:
    break;
  }
  const gint64 least = field->type == FIELD_CENTS ? -G_MAXINT64 : -G_MAXINT32;
  const gint64 numbers[] = {field->minimum,
                            field->minimum - 1,
                            field->maximum,
                            field->maximum + 1,
                            field_none(field),
                            0,
                            -1,
                            least,
                            -(least + 1),
                            inside};
  int which = g_rand_int_range(luck, 0, 2 * G_N_ELEMENTS(numbers));

  return which < (int)G_N_ELEMENTS(numbers) ? numbers[which] : inside;
}

static void draw_text(GRand *luck, const FieldPlace *place) {
  static const char *const PIECES[] = {
      "a", "Salle ",           "é",  "\"", "\\",   "\n",       "\t", "\x01",
      "’", "\xF0\x9F\x99\x82", ": ", "/",  "\x7F", "\xC2\xA0", "[]", "."};
  g_autoptr(GString) text = g_string_new(NULL);
  int pieces = g_rand_int_range(luck, 0, 12);

  for (int i = 0; i < pieces; i++) {
    g_string_append(text, PIECES[g_rand_int_range(luck, 0, G_N_ELEMENTS(PIECES))]);
  }
  field_put_text(place, text->str);
}

static bool visit_value(const FieldStop *stop, void *data) {
  FieldPlace place = {stop->field, stop->value};

  if (!stop->field) {
    return true;
  }
  if (stop->field->type == FIELD_TEXT) {
    draw_text(data, &place);
  } else {
    field_put(&place, any_number(data, stop->field));
  }
  return true;
}

void any_plan_draw(GRand *luck, int longest, Plan *plan) {
  draw_lists(luck, longest, plan);
  plan_walk(plan, visit_value, luck);
  for (int i = 0; i < plan->provenance_count; i++) {
    g_autofree char *path = g_strdup_printf("entry \"%d\"", i);

    field_put_text(&(FieldPlace){field_find("provenance[].path"), plan->provenance[i].path}, path);
  }
}
