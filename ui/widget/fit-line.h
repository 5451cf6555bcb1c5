/* Room: widget. Words and buttons on one line where they fit, one under the other where not. */
#pragma once

#include <gtk/gtk.h>

#define AUB_TYPE_FIT_LINE (aub_fit_line_get_type())
G_DECLARE_FINAL_TYPE(AubFitLine, aub_fit_line, AUB, FIT_LINE, GtkWidget)

GtkWidget *aub_fit_line_new(void);
/* A child that expands takes the room that is left; it wraps, but to no less than a readable line.
 */
void aub_fit_line_append(AubFitLine *self, GtkWidget *child);
