/* Room: inputs. Where a row's value comes from and how sure it is. Knows: GTK, words. Must not
 * know: how it is edited. */
#include "model/plan/range.h"
#include "ui/widget/card.h"
#include "ui/inputs/field-row-parts.h"
#include "ui/inputs/origin-popover.h"
#include "ui/words/origin-words.h"
#include "ui/words/typed-words.h"

#define BAND_HEIGHT 4

static void popup_cb(GtkMenuButton *button, gpointer data) {
  AubFieldRow *self = data;
  gint64 step = self->slider.step ? self->slider.step : field_step(self->unit);
  GtkWidget *popover = origin_popover_new(self->session, self->language, field_row_plan_path(self),
                                          self->label, step);
  GtkWidget *before = gtk_root_get_focus(gtk_widget_get_root(GTK_WIDGET(self)));
  if (before)
    g_signal_connect_object(popover, "closed", G_CALLBACK(gtk_widget_grab_focus), before,
                            G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover(button, popover);
}

static gboolean key_cb(GtkWidget *row, GVariant *arguments, gpointer data) {
  gtk_menu_button_popup(GTK_MENU_BUTTON(((AubFieldRow *)data)->mark));
  return TRUE;
}

/* The mark is no stop of the Tab key: it would double them. */
static void open_by_key(AubFieldRow *self) {
  GtkEventController *keys = gtk_shortcut_controller_new();
  gtk_shortcut_controller_add_shortcut(
      GTK_SHORTCUT_CONTROLLER(keys),
      gtk_shortcut_new(gtk_keyval_trigger_new(GDK_KEY_Down, GDK_ALT_MASK),
                       gtk_callback_action_new(key_cb, self, NULL)));
  gtk_widget_add_controller(GTK_WIDGET(self), keys);
  gtk_widget_set_can_focus(gtk_widget_get_first_child(self->mark), FALSE);
}

GtkWidget *field_row_make_mark(AubFieldRow *self) {
  self->mark = gtk_menu_button_new();
  gtk_widget_add_css_class(self->mark, "origin-mark");
  gtk_menu_button_set_has_frame(GTK_MENU_BUTTON(self->mark), FALSE);
  gtk_widget_set_valign(self->mark, GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func(GTK_MENU_BUTTON(self->mark), popup_cb, self, NULL);
  open_by_key(self);
  return self->mark;
}

GtkWidget *field_row_make_range_note(AubFieldRow *self) {
  return self->range_note = card_label_new(NULL, "row-note");
}

static void draw_band(GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data) {
  AubFieldRow *self = data;
  const Plan *plan = aub_session_get_plan(self->session);
  int entry = range_entry(plan, self->path);
  GtkAdjustment *adjustment = gtk_range_get_adjustment(GTK_RANGE(self->scale));
  double from = gtk_adjustment_get_lower(adjustment), to = gtk_adjustment_get_upper(adjustment);
  GdkRectangle trough;
  graphene_point_t origin;
  if (entry < 0 || to <= from)
    return;
  gtk_range_get_range_rect(GTK_RANGE(self->scale), &trough);
  if (!gtk_widget_compute_point(self->scale, GTK_WIDGET(area),
                                &GRAPHENE_POINT_INIT((float)trough.x, 0), &origin))
    return;
  Uncertainty range = range_of_input(plan, entry);
  double low = (CLAMP((double)range.low, from, to) - from) / (to - from);
  double high = (CLAMP((double)range.high, from, to) - from) / (to - from);
  GdkRGBA colour;
  gtk_style_context_get_color(gtk_widget_get_style_context(GTK_WIDGET(area)), &colour);
  gdk_cairo_set_source_rgba(cr, &colour);
  cairo_rectangle(cr, origin.x + low * trough.width, 0, MAX((high - low) * trough.width, 2),
                  height);
  cairo_fill(cr);
}

GtkWidget *field_row_make_band(AubFieldRow *self) {
  self->band = gtk_drawing_area_new();
  gtk_widget_add_css_class(self->band, "range-band");
  gtk_drawing_area_set_content_height(GTK_DRAWING_AREA(self->band), BAND_HEIGHT);
  gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(self->band), draw_band, self, NULL);
  /* The note below it says the same. */
  gtk_accessible_update_state(GTK_ACCESSIBLE(self->band), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return self->band;
}

static void show_range(AubFieldRow *self, const Plan *plan, const Problem *problem) {
  bool is_left = false;
  g_autofree char *between = origin_range_text(self->language, plan, self->path, &is_left);
  g_autofree char *wrong = problem ? problem_text(self->language, problem) : NULL;
  const char *text = wrong ? wrong : between;
  gtk_widget_remove_css_class(self->range_note, "problem");
  gtk_widget_remove_css_class(self->range_note, "warning-note");
  if (problem || is_left)
    gtk_widget_add_css_class(self->range_note, problem ? "problem" : "warning-note");
  gtk_label_set_text(GTK_LABEL(self->range_note), text ? text : "");
  gtk_widget_set_visible(self->range_note, text != NULL);
  if (self->band) {
    gtk_widget_set_visible(self->band, between != NULL);
    gtk_widget_queue_draw(self->band);
  }
  if (problem || is_left)
    gtk_widget_add_css_class(self->mark, "warning");
  else
    gtk_widget_remove_css_class(self->mark, "warning");
  const char *icon = problem || is_left ? "dialog-warning-symbolic"
                                        : origin_icon_name(plan, field_row_plan_path(self));
  if (g_strcmp0(icon, gtk_menu_button_get_icon_name(GTK_MENU_BUTTON(self->mark))) != 0)
    gtk_menu_button_set_icon_name(GTK_MENU_BUTTON(self->mark), icon);
}

void field_row_show_origin(AubFieldRow *self) {
  if (!self->mark)
    return;
  const Plan *plan = aub_session_get_plan(self->session);
  const char *path = field_row_plan_path(self);
  g_autofree char *said = origin_text(self->language, plan, path);
  g_autofree char *name = g_strdup_printf(say(self->language, "%1$s: %2$s"), self->label, said);
  field_row_name_widget(self->mark, name);
  gtk_widget_set_tooltip_text(self->mark, said);
  show_range(self, plan,
             origin_range_problem(plan, aub_session_get_problems(self->session), self->path));
}
