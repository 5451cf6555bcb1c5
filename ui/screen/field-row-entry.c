/* Room: screen. The entry of a field's row, and the note below it. Knows: GTK, session, words. Must
 * not know: rows around it. */
#include <string.h>

#include "ui/screen/field-row-parts.h"
#include "ui/screen/field-text.h"

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

static void entry_enter_cb(GtkEventControllerFocus *controller, AubFieldRow *self) {
  self->edit_serial = field_row_next_serial();
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

static void entry_leave_cb(GtkEventControllerFocus *controller, AubFieldRow *self) {
  if (field_row_entry_is_sense(self)) {
    field_row_put_entry_text(self);
    field_row_show_plan_note(self);
  }
}

/* Enter: the value is taken already; the text takes its tidy form. */
static void entry_activate_cb(GtkEntry *entry, AubFieldRow *self) {
  entry_leave_cb(NULL, self);
  self->edit_serial = field_row_next_serial();
}

GtkWidget *field_row_make_entry(AubFieldRow *self, const char *label) {
  GtkWidget *entry = gtk_entry_new();
  gboolean wide = self->unit == UNIT_TEXT || self->unit == UNIT_DATE;
  gtk_editable_set_alignment(GTK_EDITABLE(entry), 1);
  gtk_editable_set_width_chars(GTK_EDITABLE(entry), wide ? 17 : 11);
  gtk_editable_set_max_width_chars(GTK_EDITABLE(entry), wide ? 17 : 11);
  /* Ctrl+Z belongs to the plan: one history for everything. */
  gtk_editable_set_enable_undo(GTK_EDITABLE(entry), FALSE);
  gtk_widget_add_css_class(entry, "field-entry");
  gtk_widget_set_valign(entry, GTK_ALIGN_CENTER);
  field_row_name_widget(entry, label);
  g_signal_connect(entry, "changed", G_CALLBACK(entry_changed_cb), self);
  g_signal_connect(entry, "activate", G_CALLBACK(entry_activate_cb), self);
  GtkEventController *focus = gtk_event_controller_focus_new();
  g_signal_connect(focus, "enter", G_CALLBACK(entry_enter_cb), self);
  g_signal_connect(focus, "leave", G_CALLBACK(entry_leave_cb), self);
  gtk_widget_add_controller(entry, focus);
  return entry;
}
