/* Room: screen. The inside of AubFieldRow, shared by its parts: the value (field-row.c), its entry
 * (field-row-entry.c), choices (field-row-choices.c) and words (field-row-words.c). */
#pragma once

#include "ui/screen/field-row.h"

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

/* A new undo step begins with each. */
gint64 field_row_next_serial(void);
/* The plan's value as it is shown; of a text 0. */
gint64 field_row_read(AubFieldRow *self);
void field_row_write(AubFieldRow *self, gint64 value);
gint64 field_row_none(AubFieldRow *self); /* the value of an empty entry */
void field_row_name_widget(GtkWidget *widget, const char *label);

GtkWidget *field_row_make_entry(AubFieldRow *self, const char *label);
/* What is typed is the plan's value, tidy or not. */
gboolean field_row_entry_is_sense(AubFieldRow *self);
void field_row_put_entry_text(AubFieldRow *self);
/* What plan-check says of this field, or how the text was read. */
void field_row_show_plan_note(AubFieldRow *self);

GtkWidget *field_row_make_switch(AubFieldRow *self, const char *label);
GtkWidget *field_row_make_choices(AubFieldRow *self, const char *label, int count,
                                  const char **words);
void field_row_show_choice(AubFieldRow *self, gint64 value); /* of switches and choices */

/* Which one of a list the row is about: a day, a month, a person, a room; NULL outside lists. Free
 * with g_free. */
char *field_row_element(AubFieldRow *self);
const char *field_row_hint(AubFieldRow *self); /* below the label; may be NULL */
const char *field_row_unit(AubFieldRow *self); /* behind a bare number; may be NULL */
