/* Room: sheet. Knows: every value of the plan, where it comes from and its range. Must not know:
 * how a line is written. */
#include "ui/sheet/assumption-lines.h"

#include <string.h>

#include "model/plan/range.h"
#include "ui/words/list-words.h"

/* By the first name of a path; in the order of the field table. */
static const struct {
  const char *prefix, *title;
} SECTIONS[] = {
    {"name", N_("The plan")},
    {"business.", N_("Your business")},
    {"hours", N_("Opening hours")},
    {"closures", N_("Closed days")},
    {"rooms", N_("Rooms")},
    {"staff", N_("Staff")},
    {"services", N_("Services")},
    {"regulars.", N_("Regular clients")},
    {"deal.", N_("The deal")},
    {"deal_pay.", N_("Pay of deal visits")},
    {"clients.", N_("Deal clients")},
    {"phone.", N_("Phones")},
    {"one_off_costs", N_("One-off costs")},
    {"conditions.", N_("Your conditions")},
    {"alternatives.", N_("Other ways to new clients")},
    {"accounts", N_("Account numbers")},
};

typedef struct {
  Language language;
  const Plan *plan;
  AssumptionVisit visit;
  gpointer data;
  const char *section; /* of the line before */
  char element[PLAN_PATH_SIZE];
} Walked;

/* NULL: a field whose place is in another column. */
static const char *section_of(const char *path) {
  for (gsize i = 0; i < G_N_ELEMENTS(SECTIONS); i++)
    if (g_str_has_prefix(path, SECTIONS[i].prefix))
      return SECTIONS[i].title;
  return NULL;
}

static const char *unit_of(Language language, const Field *field) {
  if (field->type == FIELD_BOOL || field->type == FIELD_CHOICE || field->type == FIELD_TEXT)
    return NULL;
  if (g_str_has_suffix(field->path, "_milli_days") || field->unit == UNIT_DAYS)
    return say(language, "days");
  if (g_str_has_suffix(field->path, "_milli_weeks"))
    return say(language, "weeks");
  if (g_str_has_suffix(field->path, "_milli_hours"))
    return say(language, "hours");
  if (g_str_has_suffix(field->path, "_milli_minutes") || field->unit == UNIT_MINUTES)
    return say(language, "minutes");
  return NULL;
}

/* A choice, a weekday, what is not set. */
static bool is_word(const Field *field, int64_t value) {
  return field->type == FIELD_BOOL || field->type == FIELD_CHOICE || field->type == FIELD_TEXT ||
         field->unit == UNIT_WEEKDAY || field->unit == UNIT_MONTH ||
         (field->nullable && value == field_none(field));
}

static AssumptionValue value_of(const Walked *walked, const Field *field, const char *path,
                                int64_t number) {
  AssumptionValue value = {.is_there = true, .number = number + (field->unit == UNIT_INDEX)};
  if (field->type == FIELD_TEXT)
    value.word = field_value_text(walked->language, walked->plan, path);
  else if (is_word(field, number))
    value.word = value_text(walked->language, path, number);
  return value;
}

static void fill_range(const Walked *walked, AssumptionLine *line) {
  const Plan *plan = walked->plan;
  for (int i = 0; i < plan->uncertainty_count; i++) {
    if (strcmp(plan->uncertainty[i].path, line->path) != 0)
      continue;
    Uncertainty range = range_of_input(plan, i);
    line->low = value_of(walked, line->field, line->path, range.low);
    line->high = value_of(walked, line->field, line->path, range.high);
    return;
  }
}

static int index_of(const FieldStop *stop) {
  int depth = 0;
  for (const FieldList *list = stop->list; list != NULL && list->list != NULL; list = list->list)
    depth++;
  return stop->index[depth];
}

/* "Monday", "March", "Massage", "10:00": which one of a list of plain values. */
static char *item_name(const Walked *walked, const FieldStop *stop) {
  char clock[NUMBER_TEXT_SIZE];
  int index = index_of(stop);
  if (stop->list->capacity == 7)
    return g_strdup(weekday_name(walked->language, index));
  if (stop->list->capacity == 12)
    return g_strdup(month_name(walked->language, index + 1));
  if (strcmp(stop->list->path, "regulars.start_weight_by_hour") == 0)
    return g_strdup(time_format(walked->language, index * 60, clock, sizeof clock));
  if (strcmp(stop->list->path, "regulars.service_mix_per_100k") == 0 &&
      index < walked->plan->services_count)
    return g_strdup(say_name(walked->language, walked->plan->services[index].name));
  return say_number(walked->language, index + 1);
}

/* Lists of plain values: a path that ends in an index. */
static bool is_item(const char *path) {
  return g_str_has_suffix(path, "]");
}

/* The title of the element that a path is the first of; NULL: of none, or not the first. */
static char *element_title(Walked *walked, const FieldStop *stop, const char *path) {
  if (stop->list == NULL || is_item(path))
    return NULL;
  g_autofree char *element = g_strndup(path, (gsize)(strrchr(path, ']') + 1 - path));
  g_autofree char *list_path = g_strndup(element, (gsize)(strrchr(element, '[') - element));
  if (strcmp(walked->element, element) == 0)
    return NULL;
  g_strlcpy(walked->element, element, sizeof walked->element);
  return list_element_title(walked->language, walked->plan, list_path, index_of(stop));
}

static char *label_of(const Walked *walked, const FieldStop *stop, const char *path) {
  const char *label = field_label(walked->language, path);
  if (stop->list == NULL || !is_item(path))
    return g_strdup(label);
  g_autofree char *item = item_name(walked, stop);
  return g_strdup_printf(say(walked->language, "%1$s: %2$s"), label, item);
}

static bool walk_field(const FieldStop *stop, void *data) {
  Walked *walked = data;
  char path[PLAN_PATH_SIZE];
  const char *section = stop->field != NULL ? section_of(stop->field->path) : NULL;
  if (section == NULL)
    return true;
  field_stop_path(stop, path);
  FieldPlace place = {stop->field, stop->value};
  int64_t number = stop->field->type == FIELD_TEXT ? 0 : field_get(&place);
  g_autofree char *element = element_title(walked, stop, path);
  g_autofree char *label = label_of(walked, stop, path);
  g_autofree char *source = provenance_text(walked->language, walked->plan, path);
  AssumptionLine line = {
      .section = section != walked->section ? say(walked->language, section) : NULL,
      .element = element,
      .path = path,
      .field = stop->field,
      .label = label,
      .unit = unit_of(walked->language, stop->field),
      .source = source,
      .value = value_of(walked, stop->field, path, number),
  };
  fill_range(walked, &line);
  walked->section = section;
  walked->visit(&line, walked->data);
  g_free(line.value.word);
  g_free(line.low.word);
  g_free(line.high.word);
  return true;
}

void assumption_lines_walk(Language language, const Plan *plan, AssumptionVisit visit,
                           gpointer data) {
  Walked walked = {.language = language, .plan = plan, .visit = visit, .data = data};
  plan_walk(plan, walk_field, &walked);
}
