/* Room: widget. "How is this computed?": a popover with the formula and the numbers in it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/words/words.h"

GtkWidget *explanation_new(Language language);
/* Written as reading.h tells; its parts are made when it opens. */
void explanation_set_text(GtkWidget *explanation, const char *text);
