/* Room: store. Knows: load, results, json-glib. Must not know: files, words. */
#include "model/store/load-json.h"

static const char *const KIND_NAMES[VISIT_KIND_COUNT] = {
    [VISIT_REGULAR] = "regular",
    [VISIT_RETURNING] = "returning",
    [VISIT_DEAL] = "deal",
};

static JsonArray *numbers_new(const int32_t *numbers, int count) {
  JsonArray *array = json_array_sized_new((guint)count);
  for (int i = 0; i < count; i++)
    json_array_add_int_element(array, numbers[i]);
  return array;
}

static JsonArray *hours_new(const int32_t hours[7][HOURS_A_DAY_MAX]) {
  JsonArray *array = json_array_sized_new(7);
  for (int weekday = 0; weekday < 7; weekday++)
    json_array_add_array_element(array, numbers_new(hours[weekday], HOURS_A_DAY_MAX));
  return array;
}

static JsonObject *kinds_new(const int32_t minutes[VISIT_KIND_COUNT]) {
  JsonObject *object = json_object_new();
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    json_object_set_int_member(object, KIND_NAMES[kind], minutes[kind]);
  return object;
}

static JsonArray *rooms_new(const Plan *plan, const LoadOfSpan *span) {
  JsonArray *array = json_array_sized_new((guint)plan->rooms_count);
  for (int i = 0; i < plan->rooms_count; i++) {
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "name", plan->rooms[i].name);
    json_object_set_int_member(object, "open_minutes", span->room_open_minutes[i]);
    json_object_set_object_member(object, "minutes", kinds_new(span->room_minutes[i]));
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonArray *people_new(const Plan *plan, const LoadOfSpan *span) {
  JsonArray *array = json_array_sized_new((guint)plan->staff_count);
  for (int i = 0; i < plan->staff_count; i++) {
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "name", plan->staff[i].name);
    json_object_set_int_member(object, "shift_minutes", span->person_shift_minutes[i]);
    json_object_set_object_member(object, "minutes", kinds_new(span->person_minutes[i]));
    json_object_set_int_member(object, "visits", span->person_visits[i]);
    json_object_set_int_member(object, "accompanied_visits", span->accompanied_visits[i]);
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonObject *span_new(const Plan *plan, const LoadOfSpan *span) {
  JsonObject *object = json_object_new(), *booked = json_object_new();
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    json_object_set_array_member(booked, KIND_NAMES[kind], hours_new(span->staff_minutes[kind]));
  json_object_set_int_member(object, "days", span->days);
  json_object_set_object_member(object, "staff_minutes", booked);
  json_object_set_array_member(object, "shift_minutes", hours_new(span->shift_minutes));
  json_object_set_array_member(object, "refused", hours_new(span->refused));
  json_object_set_array_member(object, "wanted_by_weekday", numbers_new(span->wanted, 7));
  json_object_set_array_member(object, "refused_by_weekday", numbers_new(span->wanted_refused, 7));
  json_object_set_array_member(object, "rooms", rooms_new(plan, span));
  json_object_set_array_member(object, "staff", people_new(plan, span));
  return object;
}

void load_set_members(JsonObject *load, const Plan *plan, const Results *results) {
  static const char *const span_names[LOAD_SPAN_COUNT] = {
      [LOAD_RUSH] = "rush",
      [LOAD_WHOLE] = "whole",
  };
  for (int i = 0; i < LOAD_SPAN_COUNT; i++) {
    JsonObject *span = json_object_get_object_member(load, span_names[i]);
    json_object_set_object_member(span, "with", span_new(plan, &results->load.span[i]));
    json_object_set_object_member(span, "without", span_new(plan, &results->load_without.span[i]));
  }
}
