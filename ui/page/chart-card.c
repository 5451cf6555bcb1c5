/* Room: page. A chart with its finding and its table. Knows: GTK, chart, table. */
#include "ui/page/chart-card.h"

#include "ui/page/chart-menu.h"
#include "ui/widget/chart-view.h"
#include "ui/widget/in-sight.h"
#include "ui/widget/table-view.h"

struct _AubChartCard {
  AubCard parent_instance;
  ChartKind kind;
  gboolean inside;
  GtkWidget *toggle, *stack, *view, *table_place;
  GtkWidget *menu; /* NULL: not opened yet */
};

G_DEFINE_FINAL_TYPE(AubChartCard, aub_chart_card, AUB_TYPE_CARD)

static Table *make_table(AubChartCard *self) {
  Study study = aub_session_get_study(aub_card_get_session(AUB_CARD(self)));
  return chart_table(self->kind, aub_card_get_language(AUB_CARD(self)), &study);
}

static void show_table(AubChartCard *self) {
  Table *table = make_table(self);
  GtkScrolledWindow *place = GTK_SCROLLED_WINDOW(self->table_place);
  GtkWidget *view = gtk_scrolled_window_get_child(place);
  if (!table || !view || !table_view_show(view, table))
    gtk_scrolled_window_set_child(place, table ? table_view_new(table) : NULL);
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

/* Without a calendar a page says so once, where its first chart would be. */
static gboolean is_shown(ChartKind kind, const Study *study) {
  if (kind == CHART_DAY)
    return study->day_visits != NULL;
  return kind == CHART_BOOKINGS || kind == CHART_CASH || !chart_lacks_calendar(kind, study);
}

static const char *hint_of(ChartKind kind) {
  if (kind == CHART_HEAT)
    return N_("click a day to see its rooms");
  if (kind == CHART_TORNADO || kind == CHART_WORTHS)
    return N_("click a bar to go to its field");
  if (kind >= CHART_BREAK_EVEN_RETURN && kind <= CHART_BREAK_EVEN_EXTRAS)
    return N_("click the line to go to its field");
  return NULL;
}

/* What can be done is said on the screen only. */
static char *subtitle_of(ChartKind kind, Language language, const Study *study) {
  if (chart_lacks_calendar(kind, study))
    return g_strdup(say(language, "You enter rooms and opening hours under “Your place”."));
  const char *plotted = chart_subtitle_text(kind, language);
  const char *hint = chart_is_words(kind, study) ? NULL : hint_of(kind);
  return hint ? g_strconcat(plotted, "; ", say(language, hint), NULL) : g_strdup(plotted);
}

static void aub_chart_card_refresh(AubCard *card) {
  AubChartCard *self = AUB_CHART_CARD(card);
  Language language = aub_card_get_language(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  gboolean shown = is_shown(self->kind, &study);
  gtk_widget_set_visible(GTK_WIDGET(self), shown);
  if (!shown)
    return;
  g_autofree char *title = chart_finding(self->kind, language, &study);
  aub_card_set_title(card, self->inside ? NULL : title);
  aub_card_name_explanation(card, title);
  g_autofree char *subtitle = subtitle_of(self->kind, language, &study);
  aub_card_set_subtitle(card, subtitle);
  gboolean is_empty = chart_lacks_calendar(self->kind, &study);
  gtk_widget_set_visible(self->stack, !is_empty);
  aub_card_show_tools(card, !is_empty);
  if (is_empty)
    return;
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
  gtk_widget_add_css_class(GTK_WIDGET(self), "inside");
}

/* What is about a field leads there. A day of the calendar opens; the same once more closes, or
 * Escape. */
static void chosen_cb(AubChartView *view, int position, AubChartCard *self) {
  AubSession *session = aub_card_get_session(AUB_CARD(self));
  const char *path = aub_chart_view_get_path(view, position);
  if (path) {
    gtk_widget_activate_action(GTK_WIDGET(self), "win.show-field", "s", path);
    return;
  }
  int day_index = aub_chart_view_get_day(view, position);
  if (position >= 0 && day_index < 0)
    return;
  gboolean closes = position < 0 || day_index == aub_session_get_day(session);
  aub_session_look_at_day(session, closes ? -1 : day_index);
}

static gboolean has_focus_inside(GtkWidget *widget) {
  return gtk_widget_get_state_flags(widget) & GTK_STATE_FLAG_FOCUS_WITHIN;
}

/* The day stands right under its calendar. The keys that were in a day that closes go back there.
 */
static void day_changed_cb(AubSession *session, AubChartCard *self) {
  GtkWidget *above = gtk_widget_get_prev_sibling(GTK_WIDGET(self));
  gboolean is_day = self->kind == CHART_DAY && AUB_IS_CHART_CARD(above);
  gboolean opens = aub_session_get_day(session) >= 0;
  if (is_day && !opens && has_focus_inside(GTK_WIDGET(self)))
    gtk_widget_grab_focus(AUB_CHART_CARD(above)->view);
  aub_card_refresh(AUB_CARD(self));
  if (is_day && opens)
    in_sight_bring(GTK_WIDGET(self), above);
}

static void close_cb(AubChartCard *self) {
  aub_session_look_at_day(aub_card_get_session(AUB_CARD(self)), -1);
}

static char *explain(AubCard *card) {
  Study study = aub_session_get_study(aub_card_get_session(card));
  return chart_explain(AUB_CHART_CARD(card)->kind, aub_card_get_language(card), &study);
}

static void copy_table(AubChartCard *self) {
  g_autoptr(Table) table = make_table(self);
  if (!table)
    return;
  g_autofree char *text = table_to_text(table);
  gdk_clipboard_set_text(gtk_widget_get_clipboard(GTK_WIDGET(self)), text);
  gtk_widget_activate_action(GTK_WIDGET(self), "win.say", "s",
                             say(aub_card_get_language(AUB_CARD(self)), "Table copied"));
}

/* What menu and keys do alike. */
static void act_cb(GtkWidget *widget, const char *action, GVariant *parameter) {
  AubChartCard *self = AUB_CHART_CARD(widget);
  if (g_str_equal(action, "chart.table"))
    gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(self->toggle), !table_is_shown(self));
  else if (g_str_equal(action, "chart.copy-numbers"))
    copy_table(self);
  else if (g_str_equal(action, "chart.copy-picture"))
    chart_menu_copy_picture(AUB_CARD(self), self->kind);
  else if (g_str_equal(action, "chart.save-picture"))
    chart_menu_save_picture(AUB_CARD(self), self->kind);
  else
    aub_card_pop_explanation(AUB_CARD(self));
}

static const char *const actions[] = {"chart.table", "chart.copy-numbers", "chart.copy-picture",
                                      "chart.save-picture", "chart.explain"};

/* x, y: of the widget. Words in the place of a chart have no numbers and are no picture. */
static void pop_menu(AubChartCard *self, GtkWidget *widget, double x, double y) {
  const Study study = aub_session_get_study(aub_card_get_session(AUB_CARD(self)));
  gboolean has_picture = !chart_is_words(self->kind, &study);
  for (int i = 1; i <= 3; i++)
    gtk_widget_action_set_enabled(GTK_WIDGET(self), actions[i], has_picture);
  double card_x, card_y;
  if (gtk_widget_translate_coordinates(widget, GTK_WIDGET(self), x, y, &card_x, &card_y))
    chart_menu_pop(AUB_CARD(self), &self->menu, table_is_shown(self),
                   chart_has_explanation(self->kind), card_x, card_y);
}

static void pop_menu_by_key(AubChartCard *self) {
  double x = 24, y = 24;
  GtkWidget *shown = gtk_stack_get_visible_child(GTK_STACK(self->stack));
  if (shown == self->view)
    aub_chart_view_get_point(AUB_CHART_VIEW(self->view), &x, &y);
  pop_menu(self, shown, x, y);
}

static void secondary_cb(GtkGestureClick *gesture, int presses, double x, double y,
                         AubChartCard *self) {
  gtk_gesture_set_state(GTK_GESTURE(gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_menu(self, self->view, x, y);
}

static void long_press_cb(GtkGestureLongPress *gesture, double x, double y, AubChartCard *self) {
  gtk_gesture_set_state(GTK_GESTURE(gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_menu(self, self->view, x, y);
}

static gboolean key_cb(GtkEventControllerKey *controller, guint key, guint code,
                       GdkModifierType state, AubChartCard *self) {
  const char *action = NULL;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_t || key == GDK_KEY_T)
    action = "chart.table";
  else if (key == GDK_KEY_c || key == GDK_KEY_C)
    action = "chart.copy-numbers";
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    pop_menu_by_key(self);
  else
    return GDK_EVENT_PROPAGATE;
  if (action)
    gtk_widget_activate_action(GTK_WIDGET(self), action, NULL);
  return GDK_EVENT_STOP;
}

/* Where the keys go when the menu closes. */
static gboolean aub_chart_card_grab_focus(GtkWidget *widget) {
  GtkWidget *shown = gtk_stack_get_visible_child(GTK_STACK(AUB_CHART_CARD(widget)->stack));
  return gtk_widget_grab_focus(shown) || gtk_widget_child_focus(shown, GTK_DIR_TAB_FORWARD);
}

static void aub_chart_card_dispose(GObject *object) {
  g_clear_pointer(&AUB_CHART_CARD(object)->menu, gtk_widget_unparent);
  G_OBJECT_CLASS(aub_chart_card_parent_class)->dispose(object);
}

static void aub_chart_card_class_init(AubChartCardClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_chart_card_dispose;
  AUB_CARD_CLASS(class)->refresh = aub_chart_card_refresh;
  GTK_WIDGET_CLASS(class)->grab_focus = aub_chart_card_grab_focus;
  for (gsize i = 0; i < G_N_ELEMENTS(actions); i++)
    gtk_widget_class_install_action(GTK_WIDGET_CLASS(class), actions[i], NULL, act_cb);
}

static void aub_chart_card_init(AubChartCard *self) {
  GtkEventController *keys = gtk_event_controller_key_new();
  g_signal_connect(keys, "key-pressed", G_CALLBACK(key_cb), self);
  gtk_widget_add_controller(GTK_WIDGET(self), keys);
}

static void add_menu_gestures(AubChartCard *self) {
  GtkGesture *click = gtk_gesture_click_new(), *press = gtk_gesture_long_press_new();
  gtk_gesture_single_set_button(GTK_GESTURE_SINGLE(click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only(GTK_GESTURE_SINGLE(press), TRUE);
  g_signal_connect(click, "pressed", G_CALLBACK(secondary_cb), self);
  g_signal_connect(press, "pressed", G_CALLBACK(long_press_cb), self);
  gtk_widget_add_controller(self->view, GTK_EVENT_CONTROLLER(click));
  gtk_widget_add_controller(self->view, GTK_EVENT_CONTROLLER(press));
}

static GtkWidget *make_toggle(AubChartCard *self, Language language) {
  GtkWidget *toggle = gtk_toggle_button_new_with_label(say(language, "Table"));
  gtk_widget_set_tooltip_text(toggle, say(language, "Show the numbers (T); copy them (C)"));
  g_signal_connect(toggle, "toggled", G_CALLBACK(toggled_cb), self);
  return toggle;
}

static GtkWidget *make_close(AubChartCard *self, Language language) {
  GtkWidget *button = gtk_button_new_from_icon_name("window-close-symbolic");
  const char *label = say(language, "Close this day (Escape)");
  gtk_widget_set_tooltip_text(button, label);
  gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped(button, "clicked", G_CALLBACK(close_cb), self);
  return button;
}

GtkWidget *aub_chart_card_new(AubSession *session, Language language, ChartKind kind) {
  AubChartCard *self = g_object_new(AUB_TYPE_CHART_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  self->kind = kind;
  if (chart_has_explanation(kind))
    aub_card_add_explanation(AUB_CARD(self), explain);
  self->toggle = make_toggle(self, language);
  aub_card_add_button(AUB_CARD(self), self->toggle);
  if (kind == CHART_DAY)
    aub_card_add_button(AUB_CARD(self), make_close(self, language));
  if (kind == CHART_DAY || kind == CHART_HEAT)
    g_signal_connect_object(session, "day-changed", G_CALLBACK(day_changed_cb), self, 0);
  self->view = aub_chart_view_new(session, language, kind);
  g_signal_connect(self->view, "chosen", G_CALLBACK(chosen_cb), self);
  add_menu_gestures(self);
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
