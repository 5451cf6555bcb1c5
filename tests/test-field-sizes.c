/* No member of Plan is missing from the field table: without padding, the struct is exactly as long
 * as its fields and counts together. */
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/base/calendar.h"

#pragma pack(push, 1)
#include "model/plan/plan.h"
#pragma pack(pop)

#include "model/plan/fields.h"

static gsize field_size(const Field *field) {
  switch (field->type) {
  case FIELD_CENTS:
    return sizeof(gint64);
  case FIELD_BOOL:
    return sizeof(bool);
  case FIELD_TEXT:
    return (gsize)field->maximum + 1;
  case FIELD_INT32:
  case FIELD_DATE:
  case FIELD_CHOICE:
  case FIELD_TYPE_COUNT:
    break;
  }
  return sizeof(gint32);
}

static gsize times_in_plan(const FieldList *list) {
  return list ? (gsize)list->capacity * times_in_plan(list->list) : 1;
}

static void test_nothing_missing(void) {
  gsize size = 0;

  for (int i = 0; i < field_count(); i++) {
    size += field_size(field_at(i)) * times_in_plan(field_at(i)->list);
  }
  for (int i = 0; i < field_list_count(); i++) {
    const FieldList *list = field_list_at(i);

    size += list->count_offset == SIZE_MAX ? 0 : sizeof(gint32) * times_in_plan(list->list);
  }
  g_assert_cmpuint(size, ==, sizeof(Plan));
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/field-sizes/nothing-missing", test_nothing_missing);
  return g_test_run();
}
