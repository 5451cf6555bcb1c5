/* Room: screen. One input of the plan as a row. Knows: GTK, session, words. Must not know: what a
 * value does to the result. */
#include "ui/screen/field-row.h"

#include <stdlib.h>
#include <string.h>

#include "model/base/money.h"
#include "ui/screen/field-text.h"

struct _AubFieldRow {
  GtkListBoxRow parent_instance;
  AubSession *session;
  Language language;
  char *path;
  const Field *field; /* of deal.price_cents for the discount */
  Unit unit;
  gboolean is_discount;
  GtkWidget *entry, *choices, *toggle, *scale, *note;
  GPtrArray *choice_buttons; /* GtkToggleButton, borrowed */
  gint64 seen;               /* the plan's value at the last refresh */
  gint64 edit_serial;        /* one undo step for one stay in the field, or one drag */
  gboolean refreshing, choices_below;
};

G_DEFINE_FINAL_TYPE(AubFieldRow, aub_field_row, GTK_TYPE_LIST_BOX_ROW)

static gint64 next_serial(void) {
  static gint64 serial = 0;
  return ++serial + g_get_monotonic_time();
}

static gint64 read_value(AubFieldRow *self) {
  const Plan *plan = aub_session_get_plan(self->session);
  if (!self->is_discount)
    return plan_get(plan, self->path);
  gint64 list = plan->deal.list_price_cents;
  if (list <= 0)
    return 0;
  return money_scale_half_up(list - plan->deal.price_cents, RATE_ONE_PER_100K, list);
}

static gint64 none_value(AubFieldRow *self) {
  return self->field->nullable ? field_none(self->field) : G_MININT64;
}

static void write_value(AubFieldRow *self, gint64 value) {
  if (value == read_value(self))
    return;
  if (self->is_discount) {
    gint64 list = aub_session_get_plan(self->session)->deal.list_price_cents;
    gint64 price = list - money_share_half_up(list, value);
    aub_session_edit(self->session, "deal.price_cents", price, self->edit_serial);
    return;
  }
  if (strcmp(self->path, "deal.list_price_cents") == 0) {
    /* The offer is "50 % off": a new list price keeps the discount, not the old price. */
    Plan plan = *aub_session_get_plan(self->session);
    gint64 list = plan.deal.list_price_cents;
    if (list > 0 && value >= 0)
      plan.deal.price_cents = money_scale_half_up(value, plan.deal.price_cents, list);
    plan.deal.list_price_cents = value;
    aub_session_replace_plan(self->session, &plan, self->path, self->edit_serial);
    return;
  }
  aub_session_edit(self->session, self->path, value, self->edit_serial);
}

static void show_note(AubFieldRow *self, const char *text, const char *style) {
  for (const char *const *old = (const char *const[]){"problem", "warning-note", NULL}; *old; old++)
    gtk_widget_remove_css_class(self->note, *old);
  if (style)
    gtk_widget_add_css_class(self->note, style);
  gtk_label_set_text(GTK_LABEL(self->note), text ? text : "");
  gtk_widget_set_visible(self->note, text != NULL && *text);
}

static void show_number_problem(AubFieldRow *self, NumberProblem problem) {
  g_autofree char *text = number_problem_text(self->language, problem);
  gtk_widget_add_css_class(self->entry, "error");
  show_note(self, text, "problem");
}

/* What plan-check says of this field, or how the text was read. */
static void show_plan_note(AubFieldRow *self) {
  const Problems *problems = aub_session_get_problems(self->session);
  const char *path = self->is_discount ? "deal.price_cents" : self->path;
  gboolean wrong = FALSE;
  g_autofree char *text = NULL;
  for (int i = 0; i < problems->count && !text; i++) {
    const Problem *problem = &problems->problem[i];
    if (strcmp(problem->path, path) != 0)
      continue;
    wrong = problem->code < WARNING_FIRST;
    text = problem_text(self->language, problem);
  }
  if (self->entry) {
    if (wrong)
      gtk_widget_add_css_class(self->entry, "error");
    else
      gtk_widget_remove_css_class(self->entry, "error");
  }
  if (!text && self->entry && self->unit == UNIT_CENTS) {
    gint64 value = 0;
    gboolean ambiguous = FALSE;
    const char *typed = gtk_editable_get_text(GTK_EDITABLE(self->entry));
    if (field_text_parse(self->unit, typed, &value, &ambiguous) == NUMBER_OK && ambiguous) {
      char number[NUMBER_TEXT_SIZE];
      text = g_strconcat("= ", money_format(self->language, value, number, sizeof number), NULL);
    }
  }
  show_note(self, text,
            wrong                                  ? "problem"
            : text && !g_str_has_prefix(text, "=") ? "warning-note"
                                                   : NULL);
}

static void entry_changed_cb(GtkEditable *editable, AubFieldRow *self) {
  if (self->refreshing)
    return;
  const char *text = gtk_editable_get_text(editable);
  if (self->unit == UNIT_TEXT) {
    aub_session_edit_text(self->session, self->path, text);
    return;
  }
  gint64 value = 0;
  gboolean ambiguous = FALSE;
  NumberProblem problem = field_text_parse(self->unit, text, &value, &ambiguous);
  if (problem == NUMBER_EMPTY && self->field->nullable && !self->is_discount) {
    value = none_value(self);
    problem = NUMBER_OK;
  }
  if (problem == NUMBER_OK && self->field->type != FIELD_CENTS && !self->is_discount &&
      (value > G_MAXINT32 || value < -G_MAXINT32))
    problem = NUMBER_TOO_LARGE;
  if (problem != NUMBER_OK) {
    show_number_problem(self, problem);
    return;
  }
  write_value(self, value);
  show_plan_note(self);
}

static void entry_enter_cb(GtkEventControllerFocus *controller, AubFieldRow *self) {
  self->edit_serial = next_serial();
}

static gboolean entry_text_is_sense(AubFieldRow *self) {
  gint64 value = 0;
  gboolean ambiguous = FALSE;
  const char *text = gtk_editable_get_text(GTK_EDITABLE(self->entry));
  if (self->unit == UNIT_TEXT)
    return TRUE;
  if (*text == '\0' && self->field->nullable)
    return read_value(self) == none_value(self);
  return field_text_parse(self->unit, text, &value, &ambiguous) == NUMBER_OK &&
         value == read_value(self);
}

static void put_entry_text(AubFieldRow *self) {
  g_autofree char *text = NULL;
  gint64 value = self->unit == UNIT_TEXT ? 0 : read_value(self);
  if (self->unit == UNIT_TEXT)
    text = g_strdup(
        say_name(self->language, plan_get_text(aub_session_get_plan(self->session), self->path)));
  else if (self->field->nullable && value == none_value(self))
    text = g_strdup("");
  else
    text = field_text_format(self->language, self->unit, value);
  if (strcmp(text, gtk_editable_get_text(GTK_EDITABLE(self->entry))) != 0) {
    self->refreshing = TRUE;
    gtk_editable_set_text(GTK_EDITABLE(self->entry), text);
    self->refreshing = FALSE;
  }
}

static void entry_leave_cb(GtkEventControllerFocus *controller, AubFieldRow *self) {
  if (entry_text_is_sense(self)) {
    put_entry_text(self);
    show_plan_note(self);
  }
}

/* Enter: the value is taken already; the text takes its tidy form. */
static void entry_activate_cb(GtkEntry *entry, AubFieldRow *self) {
  entry_leave_cb(NULL, self);
  self->edit_serial = next_serial();
}

static gboolean scale_change_cb(GtkRange *range, GtkScrollType scroll, double value,
                                AubFieldRow *self) {
  GtkAdjustment *adjustment = gtk_range_get_adjustment(range);
  double low = gtk_adjustment_get_lower(adjustment), high = gtk_adjustment_get_upper(adjustment);
  double step = gtk_adjustment_get_step_increment(adjustment);
  double clamped = CLAMP(value, low, high);
  if (scroll != GTK_SCROLL_JUMP)
    self->edit_serial = next_serial();
  write_value(self, (gint64)((clamped - low) / step + 0.5) * (gint64)step + (gint64)low);
  return TRUE;
}

static void scale_pressed_cb(GtkGesture *gesture, int presses, double x, double y,
                             AubFieldRow *self) {
  self->edit_serial = next_serial();
}

static void choice_toggled_cb(GtkToggleButton *button, AubFieldRow *self) {
  if (self->refreshing || !gtk_toggle_button_get_active(button))
    return;
  guint index = 0;
  if (g_ptr_array_find(self->choice_buttons, button, &index)) {
    self->edit_serial = 0;
    write_value(self, index);
  }
}

static void dropdown_selected_cb(GtkDropDown *dropdown, GParamSpec *spec, AubFieldRow *self) {
  guint index = gtk_drop_down_get_selected(dropdown);
  if (self->refreshing || index == GTK_INVALID_LIST_POSITION)
    return;
  self->edit_serial = 0;
  write_value(self, index);
}

static void switch_active_cb(GtkSwitch *toggle, GParamSpec *spec, AubFieldRow *self) {
  if (self->refreshing)
    return;
  self->edit_serial = 0;
  write_value(self, gtk_switch_get_active(toggle));
}

void aub_field_row_refresh(AubFieldRow *self) {
  g_return_if_fail(AUB_IS_FIELD_ROW(self));
  const gint64 value = self->unit == UNIT_TEXT ? 0 : read_value(self);
  gboolean was_refreshing = self->refreshing;
  self->refreshing = TRUE;
  if (self->choice_buttons) {
    if (value >= 0 && value < (gint64)self->choice_buttons->len)
      gtk_toggle_button_set_active(g_ptr_array_index(self->choice_buttons, value), TRUE);
  } else if (self->choices) {
    gtk_drop_down_set_selected(GTK_DROP_DOWN(self->choices), (guint)value);
  }
  if (self->toggle)
    gtk_switch_set_active(GTK_SWITCH(self->toggle), value != 0);
  if (self->scale)
    gtk_range_set_value(GTK_RANGE(self->scale), (double)value);
  self->refreshing = was_refreshing;
  if (self->entry) {
    /* Nonsense that was typed stays until the plan itself says something new. */
    if (!entry_text_is_sense(self) && (self->unit == UNIT_TEXT || value != self->seen))
      put_entry_text(self);
    else if (self->unit == UNIT_TEXT &&
             !(gtk_widget_get_state_flags(self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN))
      put_entry_text(self);
    self->seen = value;
    if (!entry_text_is_sense(self))
      return;
  }
  show_plan_note(self);
}

const char *aub_field_row_get_path(AubFieldRow *self) {
  return self->path;
}

void aub_field_row_take_focus(AubFieldRow *self) {
  g_return_if_fail(AUB_IS_FIELD_ROW(self));
  gtk_widget_child_focus(GTK_WIDGET(self), GTK_DIR_TAB_FORWARD);
}

static void name_widget(GtkWidget *widget, const char *label) {
  gtk_accessible_update_property(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *make_entry(AubFieldRow *self, const char *label) {
  GtkWidget *entry = gtk_entry_new();
  gboolean wide = self->unit == UNIT_TEXT || self->unit == UNIT_DATE;
  gtk_editable_set_alignment(GTK_EDITABLE(entry), 1);
  gtk_editable_set_width_chars(GTK_EDITABLE(entry), wide ? 17 : 11);
  gtk_editable_set_max_width_chars(GTK_EDITABLE(entry), wide ? 17 : 11);
  /* Ctrl+Z belongs to the plan: one history for everything. */
  gtk_editable_set_enable_undo(GTK_EDITABLE(entry), FALSE);
  gtk_widget_add_css_class(entry, "field-entry");
  gtk_widget_set_valign(entry, GTK_ALIGN_CENTER);
  name_widget(entry, label);
  g_signal_connect(entry, "changed", G_CALLBACK(entry_changed_cb), self);
  g_signal_connect(entry, "activate", G_CALLBACK(entry_activate_cb), self);
  GtkEventController *focus = gtk_event_controller_focus_new();
  g_signal_connect(focus, "enter", G_CALLBACK(entry_enter_cb), self);
  g_signal_connect(focus, "leave", G_CALLBACK(entry_leave_cb), self);
  gtk_widget_add_controller(entry, focus);
  return entry;
}

#define CHOICES_BESIDE_LETTERS 22 /* more stand below the label */
#define CHOICES_BELOW_LETTERS 44  /* more are a list that opens */

/* Up to three short choices are buttons, seen at once; more are a list. */
static GtkWidget *make_choices(AubFieldRow *self, const char *label, int count,
                               const char **words) {
  size_t length = 0;
  for (int i = 0; i < count; i++)
    length += (size_t)g_utf8_strlen(words[i], -1);
  if (count > 3 || length > CHOICES_BELOW_LETTERS) {
    GtkWidget *dropdown = gtk_drop_down_new_from_strings(words);
    gtk_widget_set_valign(dropdown, GTK_ALIGN_CENTER);
    name_widget(dropdown, label);
    g_signal_connect(dropdown, "notify::selected", G_CALLBACK(dropdown_selected_cb), self);
    return dropdown;
  }
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class(box, "linked");
  gtk_widget_set_valign(box, GTK_ALIGN_CENTER);
  self->choices_below = length > CHOICES_BESIDE_LETTERS;
  self->choice_buttons = g_ptr_array_new();
  for (int i = 0; i < count; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label(words[i]);
    gtk_widget_add_css_class(button, "choice");
    g_autofree char *name = g_strdup_printf(say(self->language, "%1$s: %2$s"), label, words[i]);
    name_widget(button, name);
    if (i)
      gtk_toggle_button_set_group(GTK_TOGGLE_BUTTON(button),
                                  g_ptr_array_index(self->choice_buttons, 0));
    g_ptr_array_add(self->choice_buttons, button);
    gtk_widget_set_hexpand(button, self->choices_below);
    g_signal_connect(button, "toggled", G_CALLBACK(choice_toggled_cb), self);
    gtk_box_append(GTK_BOX(box), button);
  }
  return box;
}

static GtkWidget *make_control(AubFieldRow *self, const char *label) {
  const Field *field = self->field;
  const Plan *plan = aub_session_get_plan(self->session);
  if (!self->is_discount && field->type == FIELD_BOOL) {
    self->toggle = gtk_switch_new();
    gtk_widget_set_valign(self->toggle, GTK_ALIGN_CENTER);
    name_widget(self->toggle, label);
    g_signal_connect(self->toggle, "notify::active", G_CALLBACK(switch_active_cb), self);
    return self->toggle;
  }
  const char *words[64] = {NULL};
  int count = 0;
  if (field->type == FIELD_CHOICE)
    for (; count < 63 && field->choices[count]; count++)
      words[count] = choice_label(self->language, field, count);
  else if (self->unit == UNIT_INDEX)
    for (; count < plan->services_count; count++)
      words[count] = say_name(self->language, plan->services[count].name);
  if (count > 0)
    return self->choices = make_choices(self, label, count, words);
  return self->entry = make_entry(self, label);
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
  name_widget(scale, label);
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

/* Which one of a list the row is about: a day, a month, a person, a room; NULL outside lists. */
static char *element_of(AubFieldRow *self) {
  const Plan *plan = aub_session_get_plan(self->session);
  const char *bracket = strchr(self->path, '[');
  if (!bracket)
    return NULL;
  int index = atoi(bracket + 1);
  const char *path = self->path;
  if (g_str_has_prefix(path, "hours["))
    return g_strdup(weekday_name(self->language, plan->hours[index].weekday));
  if (g_str_has_prefix(path, "staff["))
    return g_strdup(say_name(self->language, plan->staff[index].name));
  if (g_str_has_prefix(path, "services["))
    return g_strdup(say_name(self->language, plan->services[index].name));
  if (g_str_has_prefix(path, "regulars.service_mix"))
    return g_strdup(say_name(self->language, plan->services[index].name));
  if (g_str_has_prefix(path, "regulars.season"))
    return g_strdup(month_name(self->language, index + 1));
  if (g_str_has_prefix(path, "regulars.wanted") ||
      g_str_has_prefix(path, "deal.allowed_weekdays") ||
      g_str_has_prefix(path, "deal.weekday_quota"))
    return g_strdup(weekday_name(self->language, index));
  return g_strdup_printf("%d", index + 1);
}

static const char *hint_of(AubFieldRow *self) {
  if (self->is_discount)
    return NULL;
  const char *hint = field_hint(self->language, self->path);
  return hint || !self->field->nullable || !self->entry ? hint : say(self->language, "empty: none");
}

/* What stands behind a bare number. */
static const char *unit_of(AubFieldRow *self) {
  if (!self->entry || self->is_discount)
    return NULL;
  if (g_str_has_suffix(self->path, "_minutes"))
    return say(self->language, "min");
  if (g_str_has_suffix(self->path, "_days"))
    return say(self->language, "days");
  return NULL;
}

static void build(AubFieldRow *self, const FieldRowSlider *slider) {
  const char *name =
      self->is_discount ? say(self->language, "Discount") : field_label(self->language, self->path);
  g_autofree char *element = element_of(self);
  g_autofree char *label =
      element ? g_strdup_printf(say(self->language, "%1$s: %2$s"), element, name) : g_strdup(name);
  GtkWidget *outer = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *control = make_control(self, label);
  gtk_box_append(GTK_BOX(words), make_label(label, NULL));
  const char *hint = hint_of(self);
  if (hint)
    gtk_box_append(GTK_BOX(words), make_label(hint, "row-hint"));
  gtk_widget_set_hexpand(words, TRUE);
  gtk_widget_set_valign(words, GTK_ALIGN_CENTER);
  gtk_box_append(GTK_BOX(line), words);
  gtk_box_append(GTK_BOX(outer), line);
  gtk_box_append(GTK_BOX(self->choices_below ? outer : line), control);
  const char *unit = unit_of(self);
  if (unit)
    gtk_box_append(GTK_BOX(line), make_label(unit, "row-hint"));
  if (slider->low < slider->high) {
    self->scale = make_scale(self, slider, label);
    gtk_box_append(GTK_BOX(outer), self->scale);
  }
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
  g_clear_pointer(&self->choice_buttons, g_ptr_array_unref);
  G_OBJECT_CLASS(aub_field_row_parent_class)->finalize(object);
}

static void aub_field_row_class_init(AubFieldRowClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_field_row_finalize;
}

static void aub_field_row_init(AubFieldRow *self) {
  self->edit_serial = next_serial();
}

GtkWidget *aub_field_row_new(AubSession *session, Language language, const char *path,
                             const FieldRowSlider *slider) {
  AubFieldRow *self = g_object_new(AUB_TYPE_FIELD_ROW, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->path = g_strdup(path);
  self->is_discount = strcmp(path, FIELD_ROW_DISCOUNT) == 0;
  self->field = field_find(self->is_discount ? "deal.price_cents" : path);
  g_assert(self->field != NULL);
  self->unit = self->is_discount                 ? UNIT_PER_100K
               : self->field->type == FIELD_TEXT ? UNIT_TEXT
                                                 : self->field->unit;
  self->refreshing = TRUE;
  build(self, slider);
  if (self->entry)
    put_entry_text(self);
  self->refreshing = FALSE;
  self->seen = self->unit == UNIT_TEXT ? 0 : read_value(self);
  aub_field_row_refresh(self);
  return GTK_WIDGET(self);
}
