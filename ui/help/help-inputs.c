/* Room: help. See help-inputs.h. */
#include "ui/help/help-inputs.h"

#include <string.h>

#include "ui/inputs/input-table.h"

static void input_free(gpointer data) {
  HelpInput *input = data;
  g_free(input->path);
  g_free(input->title);
  g_free(input);
}

/* "staff[].name" → "staff[0].name". */
static char *first_of(const char *path) {
  GString *text = g_string_new(path);
  g_string_replace(text, "[]", "[0]", 0);
  return g_string_free(text, FALSE);
}

static char *title_of(Language language, const char *path) {
  if (strcmp(path, FIELD_ROW_DISCOUNT) == 0)
    return g_strdup(say(language, "Discount"));
  const char *element = strstr(path, "[].");
  if (!element)
    return g_strdup(field_label(language, path));
  g_autofree char *list = g_strndup(path, (gsize)(element - path));
  return g_strdup_printf(say(language, "%1$s: %2$s"), field_label(language, list),
                         field_label(language, path));
}

/* A list in a list, and the lines of a week that is shown as one, are met in what holds them. */
static gboolean is_met_inside(const char *path) {
  const char *list = strstr(path, "[]");
  return list && (strstr(list + 2, "[]") || g_str_has_prefix(path, "hours[]"));
}

static void add_rows(GPtrArray *inputs, Language language, const InputGroup *group,
                     const InputRow *rows) {
  for (; rows->path; rows++) {
    if (is_met_inside(rows->path))
      continue;
    /* Bare values, as those of the weekdays, stand together under the name of their list. */
    gsize values = g_str_has_suffix(rows->path, "[]") ? strlen("[]") : 0;
    g_autofree char *path = g_strndup(rows->path, strlen(rows->path) - values);
    HelpInput *input = g_new(HelpInput, 1);
    const char *question = field_question(language, rows->path);
    const char *hint = field_hint(language, rows->path);
    *input = (HelpInput){first_of(path), title_of(language, path), say(language, group->title),
                         question ? question : "", hint ? hint : ""};
    g_ptr_array_add(inputs, input);
  }
}

GPtrArray *help_inputs_new(Language language) {
  GPtrArray *inputs = g_ptr_array_new_with_free_func(input_free);
  for (int i = 0; i < INPUT_GROUP_COUNT; i++) {
    add_rows(inputs, language, &INPUT_GROUPS[i], INPUT_GROUPS[i].rows);
    add_rows(inputs, language, &INPUT_GROUPS[i], INPUT_GROUPS[i].details);
  }
  return inputs;
}

gboolean help_input_matches(const HelpInput *input, const char *query) {
  return g_str_match_string(query, input->title, TRUE) ||
         g_str_match_string(query, input->question, TRUE);
}
