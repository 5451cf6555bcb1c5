/* Room: inputs. One input of the plan as a row. Knows: GTK, session, words. Must not know: what a
 * value does to the result. */
#include "ui/inputs/field-row-parts.h"

#include <string.h>

#include "model/base/money.h"
#include "ui/widget/in-sight.h"
#include "ui/widget/width-first.h"
#include "ui/words/typed-words.h"

G_DEFINE_FINAL_TYPE(AubFieldRow, aub_field_row, GTK_TYPE_LIST_BOX_ROW)

gint64 field_row_read(AubFieldRow *self) {
  const Plan *plan = aub_session_get_plan(self->session);
  if (!self->is_discount)
    return plan_get(plan, self->path);
  gint64 list = plan->deal.list_price_cents;
  if (list <= 0)
    return 0;
  return money_scale_half_up(list - plan->deal.price_cents, RATE_ONE_PER_100K, list);
}

gint64 field_row_none(AubFieldRow *self) {
  return self->field->nullable ? field_none(self->field) : G_MININT64;
}

const char *field_row_plan_path(AubFieldRow *self) {
  return self->is_discount ? "deal.price_cents" : self->path;
}

/* The offer is "50 % off": a new list price keeps the discount, not the old price. It is that of
 * before the typing: on the way to 1,234 the price of 1 would have lost it. */
static void take_price_along(AubFieldRow *self, Plan *plan, gint64 new_list) {
  gboolean is_typed =
      self->kept_value > 0 && gtk_widget_get_state_flags(self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN;
  gint64 price = is_typed ? self->kept_price_cents : plan->deal.price_cents;
  gint64 list = is_typed ? self->kept_value : plan->deal.list_price_cents;
  if (list <= 0)
    return;
  gint64 followed = money_scale_half_up(new_list, price, list);
  if (followed != plan->deal.price_cents)
    plan_note_followed(plan, "deal.price_cents");
  plan->deal.price_cents = followed;
}

void field_row_write(AubFieldRow *self, gint64 value) {
  if (value == field_row_read(self))
    return;
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(self->session), sizeof(Plan));
  const char *path = field_row_plan_path(self);
  gint64 list = plan->deal.list_price_cents;
  if (self->is_discount)
    value = list - money_share_half_up(list, value);
  else if (strcmp(path, "deal.list_price_cents") == 0 && value >= 0)
    take_price_along(self, plan, value);
  plan_set(plan, path, value);
  plan_note_typed(plan, path);
  aub_session_replace_plan(self->session, plan, path, self->edit_serial);
}

static gboolean scale_change_cb(GtkRange *range, GtkScrollType scroll, double value,
                                AubFieldRow *self) {
  GtkAdjustment *adjustment = gtk_range_get_adjustment(range);
  double low = gtk_adjustment_get_lower(adjustment), high = gtk_adjustment_get_upper(adjustment);
  double step = gtk_adjustment_get_step_increment(adjustment);
  double clamped = CLAMP(value, low, high);
  if (scroll != GTK_SCROLL_JUMP)
    self->edit_serial = aub_session_new_merge();
  field_row_write(self, (gint64)((clamped - low) / step + 0.5) * (gint64)step + (gint64)low);
  return TRUE;
}

static void scale_pressed_cb(GtkGesture *gesture, int presses, double x, double y,
                             AubFieldRow *self) {
  self->edit_serial = aub_session_new_merge();
}

void aub_field_row_refresh(AubFieldRow *self) {
  g_return_if_fail(AUB_IS_FIELD_ROW(self));
  const gint64 value = self->unit == UNIT_TEXT ? 0 : field_row_read(self);
  gboolean was_refreshing = self->refreshing;
  self->refreshing = TRUE;
  field_row_show_choice(self, value);
  if (self->scale)
    gtk_range_set_value(GTK_RANGE(self->scale), (double)value);
  self->refreshing = was_refreshing;
  field_row_show_origin(self);
  if (self->entry) {
    /* Nonsense that was typed stays until the plan itself says something new. */
    if (!field_row_entry_is_sense(self) && (self->unit == UNIT_TEXT || value != self->seen))
      field_row_put_entry_text(self);
    else if (self->unit == UNIT_TEXT &&
             !(gtk_widget_get_state_flags(self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN))
      field_row_put_entry_text(self);
    self->seen = value;
    if (!field_row_entry_is_sense(self))
      return;
  }
  field_row_show_plan_note(self);
}

const char *aub_field_row_get_path(AubFieldRow *self) {
  return self->path;
}

static GtkWidget *first_control(AubFieldRow *self) {
  return self->entry            ? self->entry
         : self->choice_buttons ? g_ptr_array_index(self->choice_buttons, 0)
         : self->choices        ? self->choices
                                : self->toggle;
}

/* Inputs that are only coming in sight have no way in for the keys yet, but they can be given. */
void aub_field_row_take_focus(AubFieldRow *self) {
  g_return_if_fail(AUB_IS_FIELD_ROW(self));
  if (!gtk_widget_child_focus(GTK_WIDGET(self), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus(first_control(self));
  in_sight_bring(GTK_WIDGET(self), GTK_WIDGET(self));
}

void field_row_name_widget(GtkWidget *widget, const char *label) {
  gtk_accessible_update_property(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *make_control(AubFieldRow *self, const char *label) {
  const Field *field = self->field;
  const Plan *plan = aub_session_get_plan(self->session);
  if (!self->is_discount && field->type == FIELD_BOOL)
    return field_row_make_switch(self, label);
  const char *words[64] = {NULL};
  int count = 0;
  if (field->type == FIELD_CHOICE)
    for (; count < 63 && field->choices[count]; count++)
      words[count] = choice_label(self->language, field, count);
  else if (self->unit == UNIT_INDEX)
    for (; count < plan->services_count; count++)
      words[count] = say_name(self->language, plan->services[count].name);
  else if (self->unit == UNIT_WEEKDAY)
    for (; count < 7; count++)
      words[count] = weekday_name(self->language, count);
  if (count > 0)
    return self->choices = field_row_make_choices(self, label, count, words);
  return self->entry = field_row_make_entry(self, label);
}

/* The wheel scrolls the page; over a slider it must not change the plan. */
static void ignore_wheel(GtkWidget *scale) {
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers(scale);
  for (guint i = 0; i < g_list_model_get_n_items(controllers); i++) {
    g_autoptr(GtkEventController) each = g_list_model_get_item(controllers, i);
    if (GTK_IS_EVENT_CONTROLLER_SCROLL(each))
      gtk_event_controller_set_propagation_phase(each, GTK_PHASE_NONE);
  }
}

static GtkWidget *make_scale(AubFieldRow *self, const FieldRowSlider *slider, const char *label) {
  GtkWidget *scale = gtk_scale_new_with_range(GTK_ORIENTATION_HORIZONTAL, (double)slider->low,
                                              (double)slider->high, (double)slider->step);
  gtk_scale_set_draw_value(GTK_SCALE(scale), FALSE);
  ignore_wheel(scale);
  field_row_name_widget(scale, label);
  g_signal_connect(scale, "change-value", G_CALLBACK(scale_change_cb), self);
  GtkGesture *press = gtk_gesture_click_new();
  gtk_event_controller_set_propagation_phase(GTK_EVENT_CONTROLLER(press), GTK_PHASE_CAPTURE);
  g_signal_connect(press, "pressed", G_CALLBACK(scale_pressed_cb), self);
  gtk_widget_add_controller(scale, GTK_EVENT_CONTROLLER(press));
  return scale;
}

static GtkWidget *make_label(const char *text, const char *style) {
  GtkWidget *label = gtk_label_new(text);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_wrap(GTK_LABEL(label), TRUE);
  if (style)
    gtk_widget_add_css_class(label, style);
  return label;
}

static void build(AubFieldRow *self, const FieldRowSlider *slider) {
  const char *name = typed_label(self->language, field_row_plan_path(self));
  g_autofree char *element = field_row_element(self);
  const char *label = self->label =
      element ? g_strdup_printf(say(self->language, "%1$s: %2$s"), element, name) : g_strdup(name);
  GtkWidget *outer = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *control = make_control(self, label);
  GtkWidget *place = width_first_new(make_label(label, NULL));
  gtk_widget_set_hexpand(place, TRUE);
  gtk_widget_set_valign(place, GTK_ALIGN_CENTER);
  gtk_box_append(GTK_BOX(line), place);
  gtk_box_append(GTK_BOX(outer), line);
  const char *hint = field_row_hint(self);
  if (hint)
    gtk_box_append(GTK_BOX(outer), make_label(hint, "row-hint"));
  gtk_box_append(GTK_BOX(self->choices_below ? outer : line), control);
  const char *unit = field_row_unit(self);
  if (unit)
    gtk_box_append(GTK_BOX(line), make_label(unit, "row-hint"));
  if (self->unit != UNIT_TEXT)
    gtk_box_append(GTK_BOX(line), field_row_make_mark(self));
  if (slider->low < slider->high) {
    self->scale = make_scale(self, slider, label);
    gtk_box_append(GTK_BOX(outer), self->scale);
    gtk_box_append(GTK_BOX(outer), field_row_make_band(self));
  }
  if (self->unit != UNIT_TEXT)
    gtk_box_append(GTK_BOX(outer), field_row_make_range_note(self));
  self->note = make_label("", "row-note");
  gtk_widget_set_visible(self->note, FALSE);
  gtk_box_append(GTK_BOX(outer), self->note);
  gtk_widget_add_css_class(outer, "field-row");
  gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(self), outer);
  gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self), FALSE);
  gtk_widget_set_focusable(GTK_WIDGET(self), FALSE);
}

static void aub_field_row_finalize(GObject *object) {
  AubFieldRow *self = AUB_FIELD_ROW(object);
  g_clear_object(&self->session);
  g_clear_pointer(&self->path, g_free);
  g_clear_pointer(&self->label, g_free);
  g_clear_pointer(&self->kept, g_free);
  g_clear_pointer(&self->choice_buttons, g_ptr_array_unref);
  G_OBJECT_CLASS(aub_field_row_parent_class)->finalize(object);
}

static void aub_field_row_class_init(AubFieldRowClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_field_row_finalize;
}

static void aub_field_row_init(AubFieldRow *self) {
  self->edit_serial = aub_session_new_merge();
}

GtkWidget *aub_field_row_new(AubSession *session, Language language, const char *path,
                             const FieldRowSlider *slider) {
  AubFieldRow *self = g_object_new(AUB_TYPE_FIELD_ROW, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->path = g_strdup(path);
  self->slider = *slider;
  self->is_discount = strcmp(path, FIELD_ROW_DISCOUNT) == 0;
  self->field = field_find(self->is_discount ? "deal.price_cents" : path);
  g_assert(self->field != NULL);
  self->unit = self->is_discount                 ? UNIT_PER_100K
               : self->field->type == FIELD_TEXT ? UNIT_TEXT
                                                 : self->field->unit;
  self->refreshing = TRUE;
  build(self, slider);
  if (self->entry)
    field_row_put_entry_text(self);
  self->refreshing = FALSE;
  self->seen = self->unit == UNIT_TEXT ? 0 : field_row_read(self);
  aub_field_row_refresh(self);
  return GTK_WIDGET(self);
}
