/* Room: screen. A chart with its finding and its table. Knows: GTK, chart, table. */
#include "ui/screen/chart-card.h"

#include "ui/screen/chart-view.h"
#include "ui/screen/table-view.h"

struct _AubChartCard {
  AubCard parent_instance;
  ChartKind kind;
  gboolean inside;
  GtkWidget *toggle, *stack, *view, *table_place;
};

G_DEFINE_FINAL_TYPE(AubChartCard, aub_chart_card, AUB_TYPE_CARD)

static Table *make_table(AubChartCard *self) {
  Study study = aub_session_get_study(aub_card_get_session(AUB_CARD(self)));
  return chart_table(self->kind, aub_card_get_language(AUB_CARD(self)), &study);
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

static void aub_chart_card_refresh(AubCard *card) {
  AubChartCard *self = AUB_CHART_CARD(card);
  Language language = aub_card_get_language(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  g_autofree char *title = chart_finding(self->kind, language, &study);
  aub_card_set_title(card, self->inside ? NULL : title);
  aub_card_set_subtitle(card, chart_subtitle_text(self->kind, language));
  aub_chart_view_refresh(AUB_CHART_VIEW(self->view));
  if (table_is_shown(self))
    show_table(self);
}

void aub_chart_card_set_inside(AubChartCard *self) {
  g_return_if_fail(AUB_IS_CHART_CARD(self));
  self->inside = TRUE;
  aub_card_set_title(AUB_CARD(self), NULL);
  gtk_widget_remove_css_class(GTK_WIDGET(self), "card");
  gtk_widget_remove_css_class(GTK_WIDGET(self), "page-card");
}

static void copy_table(AubChartCard *self) {
  g_autoptr(Table) table = make_table(self);
  g_autofree char *text = table_to_text(table);
  gdk_clipboard_set_text(gtk_widget_get_clipboard(GTK_WIDGET(self)), text);
  gtk_widget_activate_action(GTK_WIDGET(self), "win.say", "s",
                             say(aub_card_get_language(AUB_CARD(self)), "Table copied"));
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

static void aub_chart_card_class_init(AubChartCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_chart_card_refresh;
}

static void aub_chart_card_init(AubChartCard *self) {
  GtkEventController *keys = gtk_event_controller_key_new();
  g_signal_connect(keys, "key-pressed", G_CALLBACK(key_cb), self);
  gtk_widget_add_controller(GTK_WIDGET(self), keys);
}

static GtkWidget *make_toggle(AubChartCard *self, Language language) {
  GtkWidget *toggle = gtk_toggle_button_new_with_label(say(language, "Table"));
  gtk_widget_set_tooltip_text(toggle, say(language, "Show the numbers (T); copy them (C)"));
  gtk_widget_add_css_class(toggle, "flat");
  g_signal_connect(toggle, "toggled", G_CALLBACK(toggled_cb), self);
  return toggle;
}

GtkWidget *aub_chart_card_new(AubSession *session, Language language, ChartKind kind) {
  AubChartCard *self = g_object_new(AUB_TYPE_CHART_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  self->kind = kind;
  self->toggle = make_toggle(self, language);
  aub_card_add_button(AUB_CARD(self), self->toggle);
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
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
