/* Room: inputs. A column of inputs: rows of single fields, lists and weeks, as a part of the input
 * table says. */
#pragma once

#include "ui/inputs/input-table.h"

typedef struct InputRows InputRows;

/* The rows from begin to end. element: the list element that they are of ("staff[2]"), "" when of
 * none. open: paths of the folds that are open, as they are made and for those to come; owned by
 * the caller. */
InputRows *input_rows_new(AubSession *session, Language language, GHashTable *open,
                          const char *element, const InputRow *begin, const InputRow *end);
/* After its widget is gone. */
void input_rows_free(InputRows *self);
GtkWidget *input_rows_get_widget(InputRows *self); /* borrowed */

/* Brings all up to the plan as it is now. */
void input_rows_refresh(InputRows *self);
/* The widget to put the keys in for a field or the beginning of its path, opening what is around
 * it; NULL: none here. */
GtkWidget *input_rows_find(InputRows *self, const char *path);
/* Puts the keys in what input_rows_find gave. */
void input_rows_take_focus(GtkWidget *found);

const InputRow *input_rows_end(const InputRow *begin); /* behind the last */
