/* Room: widget. An explanation to be read at ease: paragraphs apart, amounts one under the other.
 * Knows: how such texts are written. Must not know: what is explained. */
#pragma once

#include <gtk/gtk.h>

/* A line of the text is a paragraph. "# …" is a heading; "• …" and "1. …" hang at their mark; an
 * amount and two spaces ("-$648.00  Phone help", "= …") stand in a table. */
GtkWidget *reading_new(void);
/* Nothing is made anew where the text is the same. */
void reading_set(GtkWidget *reading, const char *text);
