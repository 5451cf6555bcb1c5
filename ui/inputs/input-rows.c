/* Room: inputs. See input-rows.h. Knows: GTK, the input table, field rows. Must not know: what
 * groups there are. */
#include "ui/inputs/input-rows.h"

#include <string.h>

#include "ui/inputs/list-row.h"
#include "ui/inputs/week-row.h"

struct InputRows {
  AubSession *session;
  Language language;
  GHashTable *open;
  GtkWidget *box;
  GPtrArray *fields, *lists, *weeks; /* borrowed */
};

/* "staff[].shifts[].weekday" in "staff[2]" → "staff[2].shifts[].weekday". Both begin alike but for
 * the numbers. Free with g_free. */
static char *path_in(const char *element, const char *pattern) {
  const char *at = pattern;
  for (const char *each = element; *each; each++)
    if (!g_ascii_isdigit(*each))
      at++;
  return g_strconcat(element, at, NULL);
}

static void add_field(InputRows *self, const InputRow *input, const char *path) {
  GtkWidget *row = aub_field_row_new(self->session, self->language, path, &input->slider);
  gtk_list_box_append(GTK_LIST_BOX(self->box), row);
  g_ptr_array_add(self->fields, row);
}

/* Of a list that is one value a day, a month or a service: all of them in a row. */
static void add_all_fields(InputRows *self, const InputRow *input, const char *list_path) {
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(self->session), sizeof *plan);
  int32_t *count = NULL;
  const FieldList *list = field_list_place(plan, list_path, NULL, &count);
  for (int i = 0; list && i < (count ? CLAMP(*count, 0, list->capacity) : list->capacity); i++) {
    g_autofree char *path = g_strdup_printf("%s[%d]", list_path, i);
    add_field(self, input, path);
  }
}

/* As many as there are services; that list grows and shrinks with them. */
static gboolean is_list_of_elements(const char *list_path) {
  const FieldList *list = field_list_find(list_path);
  return list && list->count_offset != SIZE_MAX &&
         strcmp(list->path, "regulars.service_mix_per_100k") != 0;
}

/* Consecutive patterns of one list stand together. */
static const InputRow *add_list(InputRows *self, const InputRow *first, const InputRow *end,
                                const char *path) {
  gsize pattern = strlen(first->path) - strlen(strstr(path, "[]"));
  g_autofree char *list_path = g_strndup(path, (gsize)(strstr(path, "[]") - path));
  const InputRow *after = first;
  while (after < end && strncmp(after->path, first->path, pattern + 2) == 0)
    after++;
  if (!is_list_of_elements(list_path)) {
    for (const InputRow *each = first; each < after; each++)
      add_all_fields(self, each, list_path);
    return after;
  }
  /* Her own taxes matter only under her own rates. */
  const Plan *plan = aub_session_get_plan(self->session);
  if (strcmp(list_path, "business.custom_taxes") == 0 && plan->business.tax_regime != REGIME_CUSTOM)
    return after;
  GtkWidget *row =
      aub_list_row_new(self->session, self->language, self->open, list_path, first, after);
  gtk_list_box_append(GTK_LIST_BOX(self->box), row);
  g_ptr_array_add(self->lists, row);
  return after;
}

static void add_week(InputRows *self, const char *path) {
  GtkWidget *row = aub_week_row_new(self->session, self->language, path);
  gtk_list_box_append(GTK_LIST_BOX(self->box), row);
  g_ptr_array_add(self->weeks, row);
}

InputRows *input_rows_new(AubSession *session, Language language, GHashTable *open,
                          const char *element, const InputRow *begin, const InputRow *end) {
  InputRows *self = g_new0(InputRows, 1);
  self->session = g_object_ref(session);
  self->language = language;
  self->open = open;
  self->box = gtk_list_box_new();
  self->fields = g_ptr_array_new();
  self->lists = g_ptr_array_new();
  self->weeks = g_ptr_array_new();
  gtk_list_box_set_selection_mode(GTK_LIST_BOX(self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class(self->box, "boxed-list");
  for (const InputRow *each = begin; each < end;) {
    g_autofree char *path = path_in(element, each->path);
    if (strstr(path, "[]")) {
      each = add_list(self, each, end, path);
      continue;
    }
    if (each->is_week)
      add_week(self, path);
    else
      add_field(self, each, path);
    each++;
  }
  return self;
}

void input_rows_free(InputRows *self) {
  g_object_unref(self->session);
  g_ptr_array_unref(self->fields);
  g_ptr_array_unref(self->lists);
  g_ptr_array_unref(self->weeks);
  g_free(self);
}

GtkWidget *input_rows_get_widget(InputRows *self) {
  return self->box;
}

void input_rows_refresh(InputRows *self) {
  for (guint i = 0; i < self->fields->len; i++)
    aub_field_row_refresh(g_ptr_array_index(self->fields, i));
  for (guint i = 0; i < self->lists->len; i++)
    aub_list_row_refresh(g_ptr_array_index(self->lists, i));
  for (guint i = 0; i < self->weeks->len; i++)
    aub_week_row_refresh(g_ptr_array_index(self->weeks, i));
}

GtkWidget *input_rows_find(InputRows *self, const char *path) {
  const char *shown = strcmp(path, "deal.price_cents") == 0 ? FIELD_ROW_DISCOUNT : path;
  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_has_prefix(aub_field_row_get_path(g_ptr_array_index(self->fields, i)), shown))
      return g_ptr_array_index(self->fields, i);
  for (guint i = 0; i < self->lists->len; i++) {
    GtkWidget *found = aub_list_row_find(g_ptr_array_index(self->lists, i), path);
    if (found)
      return found;
  }
  return NULL;
}

void input_rows_take_focus(GtkWidget *found) {
  if (AUB_IS_FIELD_ROW(found))
    aub_field_row_take_focus(AUB_FIELD_ROW(found));
  else
    gtk_widget_grab_focus(found);
}

const InputRow *input_rows_end(const InputRow *begin) {
  while (begin->path)
    begin++;
  return begin;
}
