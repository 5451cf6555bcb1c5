/* Room: inputs. See list-row.h. Knows: GTK, session, plan-lists. Must not know: what an element
 * does. */
#include "ui/inputs/list-row.h"

#include <string.h>

#include "ui/widget/card.h"
#include "ui/inputs/input-rows.h"
#include "ui/words/list-words.h"

typedef struct {
  AubListRow *list; /* borrowed */
  int index;
  GtkWidget *expander;
  InputRows *rows; /* NULL until it is opened */
} Fold;

struct _AubListRow {
  GtkListBoxRow parent_instance;
  AubSession *session;
  Language language;
  GHashTable *open;
  char *path;
  const InputRow *begin, *end;
  GtkWidget *folds_box, *add_button, *note;
  GPtrArray *folds; /* Fold, owned */
};

G_DEFINE_FINAL_TYPE(AubListRow, aub_list_row, GTK_TYPE_LIST_BOX_ROW)

static void fold_free(gpointer data) {
  Fold *fold = data;
  g_clear_pointer(&fold->rows, input_rows_free);
  g_free(fold);
}

static int count_elements(AubListRow *self) {
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(self->session), sizeof *plan);
  int32_t *count = NULL;
  const FieldList *list = field_list_place(plan, self->path, NULL, &count);
  return list && count ? CLAMP(*count, 0, list->capacity) : 0;
}

static char *element_path(AubListRow *self, int index) {
  return g_strdup_printf("%s[%d]", self->path, index);
}

static char *element_title(AubListRow *self, int index) {
  return list_element_title(self->language, aub_session_get_plan(self->session), self->path, index);
}

static void name_widget(GtkWidget *widget, const char *name) {
  gtk_accessible_update_property(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void show_note(AubListRow *self, const char *text) {
  gtk_label_set_text(GTK_LABEL(self->note), text ? text : "");
  gtk_widget_set_visible(self->note, text != NULL);
}

/* What is wrong with the list as a whole. */
static void show_problem(AubListRow *self) {
  const Problems *problems = aub_session_get_problems(self->session);
  g_autofree char *text = NULL;
  for (int i = 0; i < problems->count && !text; i++)
    if (strcmp(problems->problem[i].path, self->path) == 0)
      text = problem_text(self->language, &problems->problem[i]);
  show_note(self, text);
}

typedef struct {
  AubListRow *row; /* owned */
  int index;       /* to remove; −1: one more */
} Change;

static void show_refusal(AubListRow *self, ListAnswer answer, const Problem *why) {
  g_autofree char *text = list_refusal_text(self->language, answer, self->path, why);
  show_note(self, text);
}

/* Folds behind the removed one stay as they were: open or not. */
static void move_open_folds(AubListRow *self, int removed) {
  for (int i = removed; i < (int)self->folds->len; i++) {
    char *path = element_path(self, i);
    g_autofree char *next = element_path(self, i + 1);
    if (g_hash_table_contains(self->open, next))
      g_hash_table_add(self->open, path);
    else {
      g_hash_table_remove(self->open, path);
      g_free(path);
    }
  }
}

static void add_element(AubListRow *self) {
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(self->session), sizeof *plan);
  Problem why = {0};
  int index = 0;
  ListAnswer answer = plan_list_add(plan, self->path, &index, &why);
  if (answer != LIST_CHANGED) {
    show_refusal(self, answer, &why);
    return;
  }
  g_autofree char *path = element_path(self, index);
  plan_note_typed(plan, path);
  aub_session_replace_plan(self->session, plan, self->path, 0);
  gtk_widget_activate_action(GTK_WIDGET(self), "win.show-field", "s", path);
}

static void remove_element(AubListRow *self, int index) {
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(self->session), sizeof *plan);
  g_autofree char *title = element_title(self, index);
  Problem why = {0};
  ListAnswer answer = plan_list_remove(plan, self->path, index, &why);
  if (answer != LIST_CHANGED) {
    show_refusal(self, answer, &why);
    return;
  }
  g_autofree char *text = g_strdup_printf(say(self->language, "Removed: %s"), title);
  move_open_folds(self, index);
  gtk_widget_grab_focus(self->add_button);
  aub_session_replace_plan(self->session, plan, self->path, 0);
  gtk_widget_activate_action(GTK_WIDGET(self), "win.say-undo", "s", text);
}

static void change(gpointer data) {
  Change *change = data;
  if (!change->row->session)
    ; /* the window went meanwhile */
  else if (change->index < 0)
    add_element(change->row);
  else if (change->index < (int)change->row->folds->len)
    remove_element(change->row, change->index);
  g_object_unref(change->row);
  g_free(change);
}

/* The folds are made anew by the change, so it waits until the click is over. */
static void change_later(AubListRow *self, int index) {
  Change *later = g_new(Change, 1);
  *later = (Change){g_object_ref(self), index};
  g_idle_add_once(change, later);
}

static void add_clicked_cb(AubListRow *self) {
  change_later(self, -1);
}

static void remove_clicked_cb(GtkButton *button, Fold *fold) {
  change_later(fold->list, fold->index);
}

static GtkWidget *make_content(Fold *fold) {
  AubListRow *self = fold->list;
  g_autofree char *path = element_path(self, fold->index);
  g_autofree char *title = element_title(self, fold->index);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  fold->rows =
      input_rows_new(self->session, self->language, self->open, path, self->begin, self->end);
  GtkWidget *remove = gtk_button_new_with_label(say(self->language, "Remove"));
  g_autofree char *name = g_strdup_printf(say(self->language, "Remove: %s"), title);
  name_widget(remove, name);
  gtk_widget_set_halign(remove, GTK_ALIGN_END);
  g_signal_connect(remove, "clicked", G_CALLBACK(remove_clicked_cb), fold);
  gtk_box_append(GTK_BOX(box), input_rows_get_widget(fold->rows));
  gtk_box_append(GTK_BOX(box), remove);
  gtk_widget_add_css_class(box, "fold-content");
  return box;
}

static void expanded_cb(GtkExpander *expander, GParamSpec *spec, Fold *fold) {
  char *path = element_path(fold->list, fold->index);
  if (gtk_expander_get_expanded(expander)) {
    g_hash_table_add(fold->list->open, path);
    if (!fold->rows)
      gtk_expander_set_child(expander, make_content(fold));
    return;
  }
  g_hash_table_remove(fold->list->open, path);
  g_free(path);
}

static void add_fold(AubListRow *self, int index) {
  g_autofree char *title = element_title(self, index);
  g_autofree char *path = element_path(self, index);
  Fold *fold = g_new0(Fold, 1);
  *fold = (Fold){.list = self, .index = index, .expander = card_fold_new(title)};
  g_ptr_array_add(self->folds, fold);
  g_signal_connect(fold->expander, "notify::expanded", G_CALLBACK(expanded_cb), fold);
  gtk_box_append(GTK_BOX(self->folds_box), fold->expander);
  if (g_hash_table_contains(self->open, path))
    gtk_expander_set_expanded(GTK_EXPANDER(fold->expander), TRUE);
}

static void build_folds(AubListRow *self) {
  GtkWidget *child = NULL;
  while ((child = gtk_widget_get_first_child(self->folds_box)))
    gtk_box_remove(GTK_BOX(self->folds_box), child);
  g_ptr_array_set_size(self->folds, 0);
  int count = count_elements(self);
  for (int i = 0; i < count; i++)
    add_fold(self, i);
  gtk_widget_set_visible(self->folds_box, count > 0);
}

void aub_list_row_refresh(AubListRow *self) {
  g_return_if_fail(AUB_IS_LIST_ROW(self));
  if (count_elements(self) != (int)self->folds->len)
    build_folds(self);
  for (guint i = 0; i < self->folds->len; i++) {
    Fold *fold = g_ptr_array_index(self->folds, i);
    g_autofree char *title = element_title(self, (int)i);
    GtkLabel *label = GTK_LABEL(gtk_expander_get_label_widget(GTK_EXPANDER(fold->expander)));
    if (strcmp(title, gtk_label_get_text(label)) != 0) {
      gtk_label_set_text(label, title);
      name_widget(fold->expander, title);
    }
    if (fold->rows)
      input_rows_refresh(fold->rows);
  }
  show_problem(self);
}

GtkWidget *aub_list_row_find(AubListRow *self, const char *path) {
  g_return_val_if_fail(AUB_IS_LIST_ROW(self), NULL);
  gsize length = strlen(self->path);
  if (!g_str_has_prefix(self->path, path) && !g_str_has_prefix(path, self->path))
    return NULL;
  gint64 index =
      path[MIN(strlen(path), length)] == '[' ? g_ascii_strtoll(path + length + 1, NULL, 10) : 0;
  if (strlen(path) > length && path[length] != '[')
    return NULL;
  if (index < 0 || index >= self->folds->len)
    return self->add_button;
  Fold *fold = g_ptr_array_index(self->folds, (guint)index);
  gtk_expander_set_expanded(GTK_EXPANDER(fold->expander), TRUE);
  g_autofree char *element = element_path(self, (int)index);
  GtkWidget *found = input_rows_find(fold->rows, strlen(path) > length ? path : element);
  return found ? found : fold->expander;
}

static void aub_list_row_dispose(GObject *object) {
  AubListRow *self = AUB_LIST_ROW(object);
  if (self->folds_box)
    for (guint i = 0; i < self->folds->len; i++) {
      Fold *fold = g_ptr_array_index(self->folds, i);
      g_signal_handlers_disconnect_by_data(fold->expander, fold);
    }
  self->folds_box = NULL;
  g_clear_object(&self->session);
  G_OBJECT_CLASS(aub_list_row_parent_class)->dispose(object);
}

static void aub_list_row_finalize(GObject *object) {
  AubListRow *self = AUB_LIST_ROW(object);
  g_clear_pointer(&self->folds, g_ptr_array_unref);
  g_clear_pointer(&self->path, g_free);
  G_OBJECT_CLASS(aub_list_row_parent_class)->finalize(object);
}

static void aub_list_row_class_init(AubListRowClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_list_row_dispose;
  G_OBJECT_CLASS(class)->finalize = aub_list_row_finalize;
}

static void aub_list_row_init(AubListRow *self) {
  self->folds = g_ptr_array_new_with_free_func(fold_free);
}

GtkWidget *aub_list_row_new(AubSession *session, Language language, GHashTable *open,
                            const char *path, const InputRow *begin, const InputRow *end) {
  AubListRow *self = g_object_new(AUB_TYPE_LIST_ROW, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->open = open;
  self->path = g_strdup(path);
  self->begin = begin;
  self->end = end;
  GtkWidget *outer = gtk_box_new(GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class(outer, "field-row");
  gtk_box_append(GTK_BOX(outer), card_label_new(field_label(language, path), "list-title"));
  self->folds_box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append(GTK_BOX(outer), self->folds_box);
  self->add_button = gtk_button_new_with_label(say(language, "Add one more"));
  gtk_widget_set_halign(self->add_button, GTK_ALIGN_END);
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->add_button),
                                 GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, field_label(language, path),
                                 -1);
  g_signal_connect_swapped(self->add_button, "clicked", G_CALLBACK(add_clicked_cb), self);
  gtk_box_append(GTK_BOX(outer), self->add_button);
  self->note = card_label_new(NULL, "row-note");
  gtk_widget_add_css_class(self->note, "problem");
  gtk_box_append(GTK_BOX(outer), self->note);
  gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(self), outer);
  gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self), FALSE);
  gtk_widget_set_focusable(GTK_WIDGET(self), FALSE);
  build_folds(self);
  show_problem(self);
  return GTK_WIDGET(self);
}
