/* Room: screen. A chart with its finding and its table. Knows: GTK, chart, table. */
#include "ui/screen/chart-card.h"

#include "ui/screen/chart-view.h"
#include "ui/screen/table-view.h"

struct _AubChartCard {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  ChartKind kind;
  GtkWidget *title, *subtitle, *toggle, *stack, *view, *table_place;
};

G_DEFINE_FINAL_TYPE(AubChartCard, aub_chart_card, GTK_TYPE_BOX)

static Table *make_table(AubChartCard *self) {
  return chart_table(self->kind, self->language, aub_session_get_computed_plan(self->session),
                     aub_session_get_results(self->session));
}

static void show_table(AubChartCard *self) {
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(self->table_place),
                                table_view_new(make_table(self)));
}

static gboolean table_is_shown(AubChartCard *self) {
  return gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(self->toggle));
}

static void toggled_cb(GtkToggleButton *toggle, AubChartCard *self) {
  gboolean shown = gtk_toggle_button_get_active(toggle);
  if (shown)
    show_table(self);
  gtk_stack_set_visible_child(GTK_STACK(self->stack), shown ? self->table_place : self->view);
}

void aub_chart_card_refresh(AubChartCard *self) {
  const Plan *plan = aub_session_get_computed_plan(self->session);
  const Results *results = aub_session_get_results(self->session);
  g_autofree char *title = chart_finding(self->kind, self->language, plan, results);
  gtk_label_set_text(GTK_LABEL(self->title), title);
  gtk_label_set_text(GTK_LABEL(self->subtitle), chart_subtitle_text(self->kind, self->language));
  aub_chart_view_refresh(AUB_CHART_VIEW(self->view));
  if (table_is_shown(self))
    show_table(self);
}

static void copy_table(AubChartCard *self) {
  g_autoptr(Table) table = make_table(self);
  g_autofree char *text = table_to_text(table);
  gdk_clipboard_set_text(gtk_widget_get_clipboard(GTK_WIDGET(self)), text);
  gtk_widget_activate_action(GTK_WIDGET(self), "win.say", "s", say(self->language, "Table copied"));
}

static gboolean key_cb(GtkEventControllerKey *controller, guint key, guint code,
                       GdkModifierType state, AubChartCard *self) {
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_t || key == GDK_KEY_T)
    gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(self->toggle), !table_is_shown(self));
  else if (key == GDK_KEY_c || key == GDK_KEY_C)
    copy_table(self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *make_label(const char *style) {
  GtkWidget *label = gtk_label_new(NULL);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_wrap(GTK_LABEL(label), TRUE);
  gtk_widget_add_css_class(label, style);
  return label;
}

static void aub_chart_card_finalize(GObject *object) {
  g_clear_object(&AUB_CHART_CARD(object)->session);
  G_OBJECT_CLASS(aub_chart_card_parent_class)->finalize(object);
}

static void aub_chart_card_class_init(AubChartCardClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_chart_card_finalize;
}

static void aub_chart_card_init(AubChartCard *self) {
  gtk_orientable_set_orientation(GTK_ORIENTABLE(self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing(GTK_BOX(self), 8);
  gtk_widget_add_css_class(GTK_WIDGET(self), "card");
  gtk_widget_add_css_class(GTK_WIDGET(self), "chart-card");
  GtkEventController *keys = gtk_event_controller_key_new();
  g_signal_connect(keys, "key-pressed", G_CALLBACK(key_cb), self);
  gtk_widget_add_controller(GTK_WIDGET(self), keys);
}

static GtkWidget *make_head(AubChartCard *self) {
  GtkWidget *head = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand(words, TRUE);
  gtk_box_append(GTK_BOX(words), self->title = make_label("chart-title"));
  gtk_box_append(GTK_BOX(words), self->subtitle = make_label("chart-subtitle"));
  gtk_box_append(GTK_BOX(head), words);
  self->toggle = gtk_toggle_button_new_with_label(say(self->language, "Table"));
  gtk_widget_set_tooltip_text(self->toggle,
                              say(self->language, "Show the numbers (T); copy them (C)"));
  gtk_widget_add_css_class(self->toggle, "flat");
  gtk_widget_set_valign(self->toggle, GTK_ALIGN_START);
  g_signal_connect(self->toggle, "toggled", G_CALLBACK(toggled_cb), self);
  gtk_box_append(GTK_BOX(head), self->toggle);
  return head;
}

GtkWidget *aub_chart_card_new(AubSession *session, Language language, ChartKind kind) {
  AubChartCard *self = g_object_new(AUB_TYPE_CHART_CARD, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->kind = kind;
  gtk_box_append(GTK_BOX(self), make_head(self));
  self->view = aub_chart_view_new(session, language, kind);
  self->table_place = gtk_scrolled_window_new();
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(self->table_place), GTK_POLICY_AUTOMATIC,
                                 GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height(GTK_SCROLLED_WINDOW(self->table_place), 320);
  self->stack = gtk_stack_new();
  gtk_stack_set_vhomogeneous(GTK_STACK(self->stack), FALSE);
  gtk_stack_add_child(GTK_STACK(self->stack), self->view);
  gtk_stack_add_child(GTK_STACK(self->stack), self->table_place);
  gtk_box_append(GTK_BOX(self), self->stack);
  aub_chart_card_refresh(self);
  return GTK_WIDGET(self);
}
