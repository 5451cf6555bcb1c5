/* Room: screen. The deals of the workspace, in the title. Knows: GTK, session. */
#include "ui/screen/deal-menu.h"

struct _AubDealMenu {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  GtkWidget *button, *title, *subtitle, *popover, *list, *name;
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE(AubDealMenu, aub_deal_menu, GTK_TYPE_BOX)

static void row_activated_cb(GtkListBox *list, GtkListBoxRow *row, AubDealMenu *self) {
  gint64 id = *(gint64 *)g_object_get_data(G_OBJECT(row), "id");
  gtk_popover_popdown(GTK_POPOVER(self->popover));
  gtk_widget_activate_action(GTK_WIDGET(self), "win.select-deal", "x", id);
}

static void name_changed_cb(GtkEditable *editable, AubDealMenu *self) {
  if (!self->refreshing)
    aub_session_edit_text(self->session, "name", gtk_editable_get_text(editable));
}

static void fill_list(AubDealMenu *self) {
  GtkWidget *child = NULL;
  while ((child = gtk_widget_get_first_child(self->list)))
    gtk_list_box_remove(GTK_LIST_BOX(self->list), child);
  g_autoptr(GArray) plans = aub_session_list_plans(self->session);
  for (guint i = 0; plans && i < plans->len; i++) {
    const WorkspacePlan *plan = &g_array_index(plans, WorkspacePlan, i);
    GtkWidget *label = gtk_label_new(say_name(self->language, plan->name));
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
    if (plan->id == aub_session_get_plan_id(self->session))
      gtk_widget_add_css_class(label, "heading");
    GtkWidget *row = gtk_list_box_row_new();
    gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(row), label);
    gint64 *id = g_new(gint64, 1);
    *id = plan->id;
    g_object_set_data_full(G_OBJECT(row), "id", id, g_free);
    gtk_list_box_append(GTK_LIST_BOX(self->list), row);
  }
}

static void shown_cb(GtkWidget *popover, AubDealMenu *self) {
  fill_list(self);
}

void aub_deal_menu_refresh(AubDealMenu *self) {
  g_return_if_fail(AUB_IS_DEAL_MENU(self));
  const char *name = aub_session_get_plan(self->session)->name;
  const char *shown = say_name(self->language, name);
  gtk_label_set_text(GTK_LABEL(self->title), shown);
  gtk_label_set_text(GTK_LABEL(self->subtitle),
                     aub_session_is_read_only(self->session)
                         ? say(self->language, "Read only: changes are not saved")
                         : say(self->language, "All changes saved"));
  g_autofree char *label = g_strdup_printf(say(self->language, "Deals: %s"), shown);
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                 -1);
  gboolean typing = gtk_widget_get_state_flags(self->name) & GTK_STATE_FLAG_FOCUS_WITHIN;
  if (!typing) {
    self->refreshing = TRUE;
    gtk_editable_set_text(GTK_EDITABLE(self->name), shown);
    self->refreshing = FALSE;
  }
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

static GtkWidget *add_button(GtkWidget *box, const char *label, const char *action) {
  GtkWidget *button = gtk_button_new_with_label(label);
  gtk_actionable_set_action_name(GTK_ACTIONABLE(button), action);
  gtk_box_append(GTK_BOX(box), button);
  return button;
}

static GtkWidget *make_popover(AubDealMenu *self) {
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_size_request(box, 300, -1);
  gtk_widget_add_css_class(box, "explanation");
  self->list = gtk_list_box_new();
  gtk_list_box_set_selection_mode(GTK_LIST_BOX(self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class(self->list, "boxed-list");
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                 say(self->language, "Deals"), -1);
  g_signal_connect(self->list, "row-activated", G_CALLBACK(row_activated_cb), self);
  gtk_box_append(GTK_BOX(box), self->list);

  self->name = gtk_entry_new();
  gtk_entry_set_max_length(GTK_ENTRY(self->name), 60);
  gtk_editable_set_enable_undo(GTK_EDITABLE(self->name), FALSE);
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                 say(self->language, "Name of the deal"), -1);
  g_signal_connect(self->name, "changed", G_CALLBACK(name_changed_cb), self);
  gtk_box_append(GTK_BOX(box), self->name);

  GtkWidget *buttons = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous(GTK_BOX(buttons), TRUE);
  GtkWidget *popover = gtk_popover_new();
  GtkWidget *duplicate =
      add_button(buttons, say(self->language, "Duplicate"), "win.duplicate-deal");
  GtkWidget *delete = add_button(buttons, say(self->language, "Delete"), "win.delete-deal");
  g_signal_connect_swapped(duplicate, "clicked", G_CALLBACK(gtk_popover_popdown), popover);
  g_signal_connect_swapped(delete, "clicked", G_CALLBACK(gtk_popover_popdown), popover);
  gtk_box_append(GTK_BOX(box), buttons);
  gtk_popover_set_child(GTK_POPOVER(popover), box);
  g_signal_connect(popover, "show", G_CALLBACK(shown_cb), self);
  return popover;
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
  self->popover = make_popover(self);
  self->button = gtk_menu_button_new();
  gtk_menu_button_set_child(GTK_MENU_BUTTON(self->button), words);
  gtk_menu_button_set_popover(GTK_MENU_BUTTON(self->button), self->popover);
  gtk_widget_add_css_class(self->button, "flat");
  gtk_box_append(GTK_BOX(self), self->button);
  aub_deal_menu_refresh(self);
  return GTK_WIDGET(self);
}
