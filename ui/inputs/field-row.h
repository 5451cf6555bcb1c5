/* Room: inputs. One input of the plan as a row: label, entry (or choice, or switch), an optional
 * slider, and below it what is wrong or how the typed text was read. */
#pragma once

#include <gtk/gtk.h>

#include "ui/session/session.h"
#include "ui/words/words.h"

#define AUB_TYPE_FIELD_ROW (aub_field_row_get_type())
G_DECLARE_FINAL_TYPE(AubFieldRow, aub_field_row, AUB, FIELD_ROW, GtkListBoxRow)

/* The discount is not of the plan: it is read from and written to deal.price_cents. */
#define FIELD_ROW_DISCOUNT "deal.discount"

/* low < high, in the field's unit, adds a slider with those ends; all 0: none. */
typedef struct {
  gint64 low, high, step;
} FieldRowSlider;

/* path: of a field, with indices, or FIELD_ROW_DISCOUNT. */
GtkWidget *aub_field_row_new(AubSession *session, Language language, const char *path,
                             const FieldRowSlider *slider);

/* Brings the row up to the plan as it is now. Text being typed is never rewritten. */
void aub_field_row_refresh(AubFieldRow *self);
const char *aub_field_row_get_path(AubFieldRow *self);
/* The keys go into it, and what scrolls around it brings it in sight. */
void aub_field_row_take_focus(AubFieldRow *self);
