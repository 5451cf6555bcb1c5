/* Room: window. The deals of the workspace, in the title. Knows: GTK, session. */
#include "ui/window/deal-menu.h"

#include <string.h>

#include "model/plan/fields.h"
#include "ui/session/preferences.h"

struct _AubDealMenu {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  GtkWidget *button, *title, *subtitle, *popover, *list, *name;
  GtkWidget *archived, *archived_list; /* the part below the others, the list in it */
  gint64 name_serial;                  /* one undo step for one stay in the name */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE(AubDealMenu, aub_deal_menu, GTK_TYPE_BOX)

static void row_activated_cb(GtkListBox *list, GtkListBoxRow *row, AubDealMenu *self) {
  gint64 id = *(gint64 *)g_object_get_data(G_OBJECT(row), "id");
  gtk_popover_popdown(GTK_POPOVER(self->popover));
  gtk_widget_activate_action(GTK_WIDGET(self), "win.select-deal", "x", id);
}

static void name_changed_cb(GtkEditable *editable, AubDealMenu *self) {
  const char *name = gtk_editable_get_text(editable);
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(self->session), sizeof *plan);
  /* Emptied is not named yet. */
  if (!self->refreshing && *name && plan_set_text(plan, "name", name))
    aub_session_replace_plan(self->session, plan, "name", self->name_serial);
}

static void show_name(AubDealMenu *self) {
  const char *name = say_name(self->language, aub_session_get_plan(self->session)->name);
  self->refreshing = TRUE;
  if (strcmp(gtk_editable_get_text(GTK_EDITABLE(self->name)), name) != 0)
    gtk_editable_set_text(GTK_EDITABLE(self->name), name);
  self->refreshing = FALSE;
}

static void name_enter_cb(GtkEventControllerFocus *controller, AubDealMenu *self) {
  self->name_serial = aub_session_new_merge();
}

static void name_leave_cb(GtkEventControllerFocus *controller, AubDealMenu *self) {
  show_name(self);
}

/* What is being typed is not written over; a step back is shown. */
static gboolean is_typing_name(AubDealMenu *self) {
  const char *text = gtk_editable_get_text(GTK_EDITABLE(self->name));
  return gtk_widget_get_state_flags(self->name) & GTK_STATE_FLAG_FOCUS_WITHIN &&
         (!*text || strcmp(text, aub_session_get_plan(self->session)->name) == 0);
}

static GtkWidget *make_row(AubDealMenu *self, const WorkspacePlan *plan) {
  GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_margin_start(line, 10);
  gtk_widget_set_margin_end(line, 6);
  gtk_widget_set_margin_top(line, 6);
  gtk_widget_set_margin_bottom(line, 6);
  const char *name = say_name(self->language, plan->name);
  GtkWidget *label = gtk_label_new(name);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  /* A copy is told by the end of its name. */
  gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand(label, TRUE);
  if (plan->id == aub_session_get_plan_id(self->session))
    gtk_widget_add_css_class(label, "heading");
  gtk_box_append(GTK_BOX(line), label);
  if (plan->archived) {
    GtkWidget *back = gtk_button_new_with_label(say(self->language, "Bring back"));
    g_autofree char *text = g_strdup_printf(say(self->language, "Bring back “%s”"), name);
    gtk_accessible_update_property(GTK_ACCESSIBLE(back), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(back), "win.bring-back-deal");
    gtk_actionable_set_action_target_value(GTK_ACTIONABLE(back), g_variant_new_int64(plan->id));
    g_signal_connect_swapped(back, "clicked", G_CALLBACK(gtk_popover_popdown), self->popover);
    gtk_box_append(GTK_BOX(line), back);
  }
  GtkWidget *row = gtk_list_box_row_new();
  gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(row), line);
  gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), !plan->archived);
  g_object_set_data_full(G_OBJECT(row), "id", g_memdup2(&plan->id, sizeof plan->id), g_free);
  return row;
}

static void fill(AubDealMenu *self, GtkWidget *list, const GArray *plans) {
  GtkWidget *child = NULL;
  while ((child = gtk_widget_get_first_child(list)))
    gtk_list_box_remove(GTK_LIST_BOX(list), child);
  for (guint i = 0; i < plans->len; i++)
    gtk_list_box_append(GTK_LIST_BOX(list),
                        make_row(self, &g_array_index(plans, WorkspacePlan, i)));
}

static void fill_list(AubDealMenu *self) {
  g_autoptr(GArray) plans = aub_session_list_plans(self->session);
  g_autoptr(GArray) archived = aub_session_list_archived_plans(self->session);
  fill(self, self->list, plans);
  fill(self, self->archived_list, archived);
  gtk_widget_set_visible(self->archived, archived->len > 0);
}

static void shown_cb(GtkWidget *popover, AubDealMenu *self) {
  fill_list(self);
}

/* The file is named only where she has more than the usual one. */
static char *kept_text(AubDealMenu *self) {
  const char *path = aub_session_get_path(self->session);
  g_autofree char *usual = preferences_default_workspace_path();
  if (aub_session_is_read_only(self->session))
    return g_strdup(say(self->language, "Read only: changes are not saved"));
  if (strcmp(path, usual) == 0)
    return g_strdup(say(self->language, "All changes saved"));
  g_autofree char *name = g_filename_display_basename(path);
  return g_strdup_printf(say(self->language, "All changes saved in “%s”"), name);
}

void aub_deal_menu_refresh(AubDealMenu *self) {
  g_return_if_fail(AUB_IS_DEAL_MENU(self));
  const char *name = aub_session_get_plan(self->session)->name;
  const char *shown = say_name(self->language, name);
  gtk_label_set_text(GTK_LABEL(self->title), shown);
  g_autofree char *kept = kept_text(self);
  gtk_label_set_text(GTK_LABEL(self->subtitle), kept);
  g_autofree char *label = g_strdup_printf(say(self->language, "Deals: %s"), shown);
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                 -1);
  if (!is_typing_name(self))
    show_name(self);
  if (gtk_widget_is_visible(self->popover))
    fill_list(self);
}

static void aub_deal_menu_finalize(GObject *object) {
  g_clear_object(&AUB_DEAL_MENU(object)->session);
  G_OBJECT_CLASS(aub_deal_menu_parent_class)->finalize(object);
}

static void aub_deal_menu_class_init(AubDealMenuClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_deal_menu_finalize;
}

static void aub_deal_menu_init(AubDealMenu *self) {}

static void add_button(AubDealMenu *self, GtkWidget *box, const char *label, const char *action) {
  GtkWidget *button = gtk_button_new_with_label(label);
  gtk_actionable_set_detailed_action_name(GTK_ACTIONABLE(button), action);
  g_signal_connect_swapped(button, "clicked", G_CALLBACK(gtk_popover_popdown), self->popover);
  gtk_box_append(GTK_BOX(box), button);
}

static GtkWidget *make_buttons(AubDealMenu *self) {
  static const struct {
    const char *label, *action; /* label: N_() */
  } commands[2][2] = {
      {{N_("Duplicate"), "win.duplicate-deal"}, {N_("Compare"), "win.compare-deals"}},
      {{N_("Archive"), "win.archive-deal"}, {N_("Delete"), "win.delete-deal"}},
  };
  GtkWidget *buttons = gtk_box_new(GTK_ORIENTATION_VERTICAL, 8);
  for (int line = 0; line < 2; line++) {
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
    gtk_box_set_homogeneous(GTK_BOX(box), TRUE);
    for (int i = 0; i < 2; i++)
      add_button(self, box, say(self->language, commands[line][i].label), commands[line][i].action);
    gtk_box_append(GTK_BOX(buttons), box);
  }
  return buttons;
}

static GtkWidget *make_list(const char *name) {
  GtkWidget *list = gtk_list_box_new();
  gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class(list, "boxed-list");
  gtk_accessible_update_property(GTK_ACCESSIBLE(list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static GtkWidget *make_archived(AubDealMenu *self) {
  const char *title = say(self->language, "Archived deals");
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new(title);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_widget_add_css_class(label, "dim-label");
  gtk_box_append(GTK_BOX(box), label);
  gtk_box_append(GTK_BOX(box), self->archived_list = make_list(title));
  return box;
}

/* A workspace may hold more deals than the screen has room for. */
static GtkWidget *make_scrolled(GtkWidget *child) {
  GtkWidget *scrolled = gtk_scrolled_window_new();
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_NEVER,
                                 GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height(GTK_SCROLLED_WINDOW(scrolled), 420);
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled), child);
  return scrolled;
}

static void make_popover(AubDealMenu *self) {
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_size_request(box, 300, -1);
  gtk_widget_add_css_class(box, "explanation");
  self->popover = gtk_popover_new();
  self->list = make_list(say(self->language, "Deals"));
  g_signal_connect(self->list, "row-activated", G_CALLBACK(row_activated_cb), self);
  gtk_box_append(GTK_BOX(box), self->list);

  self->name = gtk_entry_new();
  gtk_entry_set_max_length(GTK_ENTRY(self->name), 60);
  gtk_editable_set_enable_undo(GTK_EDITABLE(self->name), FALSE);
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                 say(self->language, "Name of the deal"), -1);
  g_signal_connect(self->name, "changed", G_CALLBACK(name_changed_cb), self);
  g_signal_connect_swapped(self->name, "activate", G_CALLBACK(gtk_popover_popdown), self->popover);
  GtkEventController *focus = gtk_event_controller_focus_new();
  g_signal_connect(focus, "enter", G_CALLBACK(name_enter_cb), self);
  g_signal_connect(focus, "leave", G_CALLBACK(name_leave_cb), self);
  gtk_widget_add_controller(self->name, focus);
  gtk_box_append(GTK_BOX(box), self->name);
  gtk_box_append(GTK_BOX(box), make_buttons(self));
  gtk_box_append(GTK_BOX(box), self->archived = make_archived(self));
  gtk_popover_set_child(GTK_POPOVER(self->popover), make_scrolled(box));
  g_signal_connect(self->popover, "show", G_CALLBACK(shown_cb), self);
}

GtkWidget *aub_deal_menu_new(AubSession *session, Language language) {
  AubDealMenu *self = g_object_new(AUB_TYPE_DEAL_MENU, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 4);
  self->title = gtk_label_new(NULL);
  gtk_label_set_ellipsize(GTK_LABEL(self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class(self->title, "title");
  gtk_widget_set_halign(line, GTK_ALIGN_CENTER);
  gtk_box_append(GTK_BOX(line), self->title);
  gtk_box_append(GTK_BOX(line), gtk_image_new_from_icon_name("pan-down-symbolic"));
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append(GTK_BOX(words), line);
  self->subtitle = gtk_label_new(NULL);
  gtk_label_set_ellipsize(GTK_LABEL(self->subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class(self->subtitle, "subtitle");
  gtk_box_append(GTK_BOX(words), self->subtitle);
  make_popover(self);
  self->button = gtk_menu_button_new();
  gtk_menu_button_set_child(GTK_MENU_BUTTON(self->button), words);
  gtk_menu_button_set_popover(GTK_MENU_BUTTON(self->button), self->popover);
  gtk_widget_add_css_class(self->button, "flat");
  gtk_box_append(GTK_BOX(self), self->button);
  aub_deal_menu_refresh(self);
  return GTK_WIDGET(self);
}
