/* Room: inputs. The inside of AubFieldRow, shared by its parts: the value (field-row.c), its entry
 * (field-row-entry.c), choices (field-row-choices.c), origin (field-row-origin.c) and words
 * (field-row-words.c). */
#pragma once

#include "ui/inputs/field-row.h"

struct _AubFieldRow {
  GtkListBoxRow parent_instance;
  AubSession *session;
  Language language;
  char *path;
  const Field *field; /* of deal.price_cents for the discount */
  Unit unit;
  gboolean is_discount;
  FieldRowSlider slider;
  GtkWidget *entry, *choices, *toggle, *scale, *note;
  GtkWidget *mark, *range_note, *band; /* field-row-origin.c; NULL of a text, or without a slider */
  char *label;
  GPtrArray *choice_buttons; /* GtkToggleButton, borrowed */
  gint64 seen;               /* the plan's value at the last refresh */
  gint64 edit_serial;        /* one undo step for one stay in the field, or one drag */
  char *kept;                /* the entry's text when the keys came in, and its value */
  gint64 kept_value, kept_price_cents;
  gboolean refreshing, choices_below;
};

/* The plan's value as it is shown; of a text 0. */
gint64 field_row_read(AubFieldRow *self);
/* One step with what it changes beside it: where the value comes from, a price that follows. */
void field_row_write(AubFieldRow *self, gint64 value);
const char *field_row_plan_path(AubFieldRow *self); /* of the plan, also for the discount */
gint64 field_row_none(AubFieldRow *self);           /* the value of an empty entry */
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

/* The mark that says where the value comes from and opens what can be said of that. */
GtkWidget *field_row_make_mark(AubFieldRow *self);
/* Below the entry: between what and what the value is drawn; the same as a band under the slider.
 */
GtkWidget *field_row_make_range_note(AubFieldRow *self);
GtkWidget *field_row_make_band(AubFieldRow *self);
void field_row_show_origin(AubFieldRow *self);

/* Which one of a list the row is about: a day, a month, a person, a room; NULL outside lists. Free
 * with g_free. */
char *field_row_element(AubFieldRow *self);
const char *field_row_hint(AubFieldRow *self); /* below the label; may be NULL */
const char *field_row_unit(AubFieldRow *self); /* behind a bare number; may be NULL */
