/* Room: inputs. See inputs.h. Knows: GTK, the input table. Must not know: how a row is shown. */
#include "ui/inputs/inputs.h"

#include <string.h>

#include "ui/inputs/input-rows.h"
#include "ui/widget/later.h"

typedef struct {
  const InputGroup *group;
  GtkWidget *box;
  GtkWidget *expander;       /* of the details; borrowed */
  InputRows *rows, *details; /* details: NULL until they are opened */
  gboolean is_open;
} Section;

struct _AubInputs {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  Section section[INPUT_GROUP_COUNT];
  int made;           /* of them */
  GHashTable *open;   /* paths of the folds that are open, in every list */
  guint64 services;   /* of the plan when the rows were made */
  gboolean is_custom; /* her own taxes, likewise */
};

G_DEFINE_FINAL_TYPE(AubInputs, aub_inputs, GTK_TYPE_BOX)

static InputRows *make_rows(AubInputs *self, const InputRow *begin) {
  return input_rows_new(self->session, self->language, self->open, "", begin,
                        input_rows_end(begin));
}

/* Details are made when they are first opened: a hundred rows cost start-up time. */
static void show_details(AubInputs *self, Section *section) {
  if (section->is_open && !section->details) {
    section->details = make_rows(self, section->group->details);
    gtk_expander_set_child(GTK_EXPANDER(section->expander),
                           input_rows_get_widget(section->details));
  }
}

static void expanded_cb(GtkExpander *expander, GParamSpec *spec, AubInputs *self) {
  Section *section = g_object_get_data(G_OBJECT(expander), "section");
  section->is_open = gtk_expander_get_expanded(expander);
  show_details(self, section);
}

static GtkWidget *make_expander(AubInputs *self, Section *section) {
  g_autofree char *name =
      g_strdup_printf(say(self->language, "%1$s: %2$s"), say(self->language, section->group->title),
                      say(self->language, "details"));
  GtkWidget *expander = gtk_expander_new(say(self->language, "Details"));
  gtk_accessible_update_property(GTK_ACCESSIBLE(expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class(expander, "details");
  g_object_set_data(G_OBJECT(expander), "section", section);
  gtk_expander_set_expanded(GTK_EXPANDER(expander), section->is_open);
  g_signal_connect(expander, "notify::expanded", G_CALLBACK(expanded_cb), self);
  return expander;
}

static void clear_section(Section *section) {
  GtkWidget *child = NULL;
  while ((child = gtk_widget_get_first_child(section->box)))
    gtk_box_remove(GTK_BOX(section->box), child);
  g_clear_pointer(&section->rows, input_rows_free);
  g_clear_pointer(&section->details, input_rows_free);
}

static void build_section(AubInputs *self, Section *section) {
  clear_section(section);
  GtkWidget *title = gtk_label_new(say(self->language, section->group->title));
  gtk_label_set_xalign(GTK_LABEL(title), 0);
  gtk_widget_add_css_class(title, "heading");
  section->rows = make_rows(self, section->group->rows);
  section->expander = make_expander(self, section);
  gtk_box_append(GTK_BOX(section->box), title);
  gtk_box_append(GTK_BOX(section->box), input_rows_get_widget(section->rows));
  gtk_box_append(GTK_BOX(section->box), section->expander);
  show_details(self, section);
}

/* The next one; whether there are more. */
static gboolean make_section(GtkWidget *widget) {
  AubInputs *self = AUB_INPUTS(widget);
  if (self->made < INPUT_GROUP_COUNT) {
    Section *section = &self->section[self->made];
    section->group = &INPUT_GROUPS[self->made++];
    section->box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 8);
    gtk_box_append(GTK_BOX(self), section->box);
    build_section(self, section);
  }
  return self->made < INPUT_GROUP_COUNT;
}

/* What a choice among services, and a row for each of them, was made from. */
static guint64 hash_services(const Plan *plan) {
  guint64 hash =
      (guint64)plan->services_count * 31 + (guint64)plan->regulars.service_mix_per_100k_count;
  for (int i = 0; i < plan->services_count; i++)
    hash = hash * 131 + g_str_hash(plan->services[i].name);
  return hash;
}

void aub_inputs_refresh(AubInputs *self) {
  g_return_if_fail(AUB_IS_INPUTS(self));
  const Plan *plan = aub_session_get_plan(self->session);
  guint64 services = hash_services(plan);
  gboolean is_custom = plan->business.tax_regime == REGIME_CUSTOM;
  gboolean is_rebuilt[INPUT_GROUP_COUNT] = {FALSE};
  if (services != self->services) {
    is_rebuilt[INPUT_GROUP_DEAL] = is_rebuilt[INPUT_GROUP_CLIENTS] = TRUE;
    self->services = services;
  }
  if (is_custom != self->is_custom) {
    is_rebuilt[INPUT_GROUP_MONEY] = TRUE;
    self->is_custom = is_custom;
  }
  for (int i = 0; i < self->made; i++) {
    Section *section = &self->section[i];
    if (is_rebuilt[i]) {
      build_section(self, section);
      continue;
    }
    input_rows_refresh(section->rows);
    if (section->details)
      input_rows_refresh(section->details);
  }
}

static GtkWidget *find_row(Section *section, const char *path) {
  GtkWidget *found = input_rows_find(section->rows, path);
  return found || !section->details ? found : input_rows_find(section->details, path);
}

/* Whether a group's details hold a row for the path, made or not. */
static gboolean details_hold(const InputGroup *group, const char *path) {
  g_autofree char *list = g_strndup(path, strcspn(path, "["));
  for (const InputRow *each = group->details; each->path; each++)
    if (g_str_has_prefix(each->path, list))
      return TRUE;
  return FALSE;
}

static gboolean focus_row(gpointer row) {
  input_rows_take_focus(row);
  return G_SOURCE_REMOVE;
}

gboolean aub_inputs_reveal(AubInputs *self, const char *path) {
  g_return_val_if_fail(AUB_IS_INPUTS(self), FALSE);
  GtkWidget *found = NULL;
  while (make_section(GTK_WIDGET(self)))
    ;
  for (int i = 0; i < INPUT_GROUP_COUNT && !found; i++)
    found = find_row(&self->section[i], path);
  for (int i = 0; i < INPUT_GROUP_COUNT && !found; i++)
    if (details_hold(self->section[i].group, path)) {
      gtk_expander_set_expanded(GTK_EXPANDER(self->section[i].expander), TRUE);
      found = find_row(&self->section[i], path);
    }
  /* A row just made has no place to scroll to yet. */
  if (found)
    g_idle_add_full(G_PRIORITY_LOW, focus_row, g_object_ref(found), g_object_unref);
  return found != NULL;
}

static void aub_inputs_dispose(GObject *object) {
  AubInputs *self = AUB_INPUTS(object);
  for (int i = 0; i < INPUT_GROUP_COUNT; i++)
    if (self->section[i].expander)
      g_signal_handlers_disconnect_by_data(self->section[i].expander, self);
  for (int i = 0; i < INPUT_GROUP_COUNT; i++)
    self->section[i].expander = NULL;
  G_OBJECT_CLASS(aub_inputs_parent_class)->dispose(object);
}

static void aub_inputs_finalize(GObject *object) {
  AubInputs *self = AUB_INPUTS(object);
  for (int i = 0; i < INPUT_GROUP_COUNT; i++) {
    g_clear_pointer(&self->section[i].rows, input_rows_free);
    g_clear_pointer(&self->section[i].details, input_rows_free);
  }
  g_clear_pointer(&self->open, g_hash_table_unref);
  g_clear_object(&self->session);
  G_OBJECT_CLASS(aub_inputs_parent_class)->finalize(object);
}

static void aub_inputs_class_init(AubInputsClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_inputs_dispose;
  G_OBJECT_CLASS(class)->finalize = aub_inputs_finalize;
}

static void aub_inputs_init(AubInputs *self) {
  self->open = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation(GTK_ORIENTABLE(self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing(GTK_BOX(self), 8);
  gtk_widget_add_css_class(GTK_WIDGET(self), "inputs");
}

GtkWidget *aub_inputs_new(AubSession *session, Language language) {
  AubInputs *self = g_object_new(AUB_TYPE_INPUTS, NULL);
  const Plan *plan = aub_session_get_plan(session);
  self->session = g_object_ref(session);
  self->language = language;
  self->services = hash_services(plan);
  self->is_custom = plan->business.tax_regime == REGIME_CUSTOM;
  later_in_frames(GTK_WIDGET(self), make_section);
  return GTK_WIDGET(self);
}
