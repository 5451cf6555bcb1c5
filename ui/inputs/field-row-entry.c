/* Room: inputs. The entry of a field's row, and the note below it. Knows: GTK, session, words. Must
 * not know: rows around it. */
#include <string.h>

#include "ui/widget/entry-keys.h"
#include "ui/inputs/field-row-parts.h"
#include "ui/words/typed-words.h"

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

void field_row_show_plan_note(AubFieldRow *self) {
  const Problems *problems = aub_session_get_problems(self->session);
  const char *path = field_row_plan_path(self);
  gboolean wrong = FALSE;
  g_autofree char *text = NULL;
  for (int i = 0; i < problems->count && !text; i++) {
    const Problem *problem = &problems->problem[i];
    if (strcmp(problem->path, path) != 0)
      continue;
    wrong = problem->code < WARNING_FIRST;
    text = typed_problem_text(self->language, problem);
  }
  if (self->entry) {
    if (wrong)
      gtk_widget_add_css_class(self->entry, "error");
    else
      gtk_widget_remove_css_class(self->entry, "error");
  }
  g_autofree char *reading =
      self->entry ? field_text_reading(self->language, self->unit,
                                       gtk_editable_get_text(GTK_EDITABLE(self->entry)))
                  : NULL;
  g_autofree char *both = reading && text ? g_strconcat(reading, "\n", text, NULL) : NULL;
  show_note(self,
            both   ? both
            : text ? text
                   : reading,
            wrong  ? "problem"
            : text ? "warning-note"
                   : NULL);
}

static void write_text(AubFieldRow *self, const char *text) {
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(self->session), sizeof(Plan));
  if (plan_set_text(plan, self->path, text))
    aub_session_replace_plan(self->session, plan, self->path, self->edit_serial);
}

static void entry_changed_cb(GtkEditable *editable, AubFieldRow *self) {
  if (self->refreshing)
    return;
  const char *text = gtk_editable_get_text(editable);
  if (self->unit == UNIT_TEXT) {
    write_text(self, text);
    return;
  }
  gint64 value = 0;
  gboolean ambiguous = FALSE;
  NumberProblem problem = field_text_parse(self->unit, text, &value, &ambiguous);
  if (problem == NUMBER_EMPTY && self->field->nullable && !self->is_discount) {
    value = field_row_none(self);
    problem = NUMBER_OK;
  }
  if (problem == NUMBER_OK && self->field->type != FIELD_CENTS && !self->is_discount &&
      (value > G_MAXINT32 || value < -G_MAXINT32))
    problem = NUMBER_TOO_LARGE;
  if (problem != NUMBER_OK) {
    show_number_problem(self, problem);
    return;
  }
  field_row_write(self, value);
  field_row_show_plan_note(self);
}

/* A stay in the entry begins: one step of undo, and what Escape gives back. */
static void begin_stay(AubFieldRow *self) {
  self->edit_serial = aub_session_new_merge();
  g_free(self->kept);
  self->kept = g_strdup(gtk_editable_get_text(GTK_EDITABLE(self->entry)));
  self->kept_price_cents = aub_session_get_plan(self->session)->deal.price_cents;
  self->kept_value = self->unit == UNIT_TEXT ? 0 : field_row_read(self);
}

static void entry_enter_cb(GtkEventControllerFocus *controller, AubFieldRow *self) {
  begin_stay(self);
}

gboolean field_row_entry_is_sense(AubFieldRow *self) {
  gint64 value = 0;
  gboolean ambiguous = FALSE;
  const char *text = gtk_editable_get_text(GTK_EDITABLE(self->entry));
  if (self->unit == UNIT_TEXT)
    return TRUE;
  if (*text == '\0' && self->field->nullable)
    return field_row_read(self) == field_row_none(self);
  return field_text_parse(self->unit, text, &value, &ambiguous) == NUMBER_OK &&
         value == field_row_read(self);
}

void field_row_put_entry_text(AubFieldRow *self) {
  g_autofree char *text = NULL;
  gint64 value = self->unit == UNIT_TEXT ? 0 : field_row_read(self);
  if (self->unit == UNIT_TEXT)
    text = g_strdup(
        say_name(self->language, plan_get_text(aub_session_get_plan(self->session), self->path)));
  else if (self->field->nullable && value == field_row_none(self))
    text = g_strdup("");
  else
    text = field_text_format(self->language, self->unit, value);
  if (strcmp(text, gtk_editable_get_text(GTK_EDITABLE(self->entry))) != 0) {
    self->refreshing = TRUE;
    gtk_editable_set_text(GTK_EDITABLE(self->entry), text);
    self->refreshing = FALSE;
  }
}

/* The keys leave a row also because its list has lost what it is about. */
static gboolean is_in_plan(AubFieldRow *self) {
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(self->session), sizeof *plan);
  FieldPlace place;
  return field_place(plan, field_row_plan_path(self), FALSE, &place);
}

static void entry_leave_cb(GtkEventControllerFocus *controller, AubFieldRow *self) {
  if (is_in_plan(self) && field_row_entry_is_sense(self)) {
    field_row_put_entry_text(self);
    field_row_show_plan_note(self);
  }
}

/* Enter: the value is taken already; the text takes its tidy form. */
static void entry_activate_cb(GtkEntry *entry, AubFieldRow *self) {
  entry_leave_cb(NULL, self);
  begin_stay(self);
}

static gboolean stay_has_step(AubFieldRow *self) {
  char path[PLAN_PATH_SIZE] = "";
  return (self->unit == UNIT_TEXT || field_row_read(self) != self->kept_value) &&
         aub_session_can_undo(self->session, path) && strcmp(path, field_row_plan_path(self)) == 0;
}

/* What was typed since the keys came in is taken back as undo does, so that redo brings it again.
 */
static gboolean give_back(gpointer data) {
  AubFieldRow *self = data;
  if (!self->kept || strcmp(self->kept, gtk_editable_get_text(GTK_EDITABLE(self->entry))) == 0)
    return FALSE;
  g_autofree char *kept = g_steal_pointer(&self->kept);
  if (stay_has_step(self))
    aub_session_undo(self->session);
  self->refreshing = TRUE;
  gtk_editable_set_text(GTK_EDITABLE(self->entry), kept);
  self->refreshing = FALSE;
  gtk_editable_select_region(GTK_EDITABLE(self->entry), 0, -1);
  field_row_show_plan_note(self);
  begin_stay(self);
  return TRUE;
}

static void step_value(gpointer data, int steps) {
  AubFieldRow *self = data;
  gint64 value = field_row_read(self);
  gint64 step = self->slider.step ? self->slider.step : field_step(self->unit);
  if (value == field_row_none(self))
    return;
  value = self->is_discount ? CLAMP(value + steps * step, self->slider.low, self->slider.high)
                            : field_stepped(self->field, value, steps * step);
  field_row_write(self, value);
  field_row_put_entry_text(self);
  field_row_show_plan_note(self);
  gtk_editable_set_position(GTK_EDITABLE(self->entry), -1);
}

GtkWidget *field_row_make_entry(AubFieldRow *self, const char *label) {
  static const EntryKeys entry_keys = {step_value, give_back};
  GtkWidget *entry = gtk_entry_new();
  int letters = self->unit == UNIT_TEXT || self->unit == UNIT_DATE ? 17
                : self->unit == UNIT_PER_100K                      ? 8
                                                                   : 11;
  gtk_editable_set_alignment(GTK_EDITABLE(entry), 1);
  gtk_editable_set_width_chars(GTK_EDITABLE(entry), letters);
  gtk_editable_set_max_width_chars(GTK_EDITABLE(entry), letters);
  /* Ctrl+Z belongs to the plan: one history for everything. */
  gtk_editable_set_enable_undo(GTK_EDITABLE(entry), FALSE);
  gtk_widget_add_css_class(entry, "field-entry");
  gtk_widget_set_valign(entry, GTK_ALIGN_CENTER);
  field_row_name_widget(entry, label);
  g_signal_connect(entry, "changed", G_CALLBACK(entry_changed_cb), self);
  g_signal_connect(entry, "activate", G_CALLBACK(entry_activate_cb), self);
  entry_keys_add(entry, field_text_keypad(self->language, self->unit), &entry_keys, self);
  GtkEventController *focus = gtk_event_controller_focus_new();
  g_signal_connect(focus, "enter", G_CALLBACK(entry_enter_cb), self);
  g_signal_connect(focus, "leave", G_CALLBACK(entry_leave_cb), self);
  gtk_widget_add_controller(entry, focus);
  return entry;
}
