/* Room: widget. Escape closes a window that stands above the main one. */
#pragma once

#include <gtk/gtk.h>

void escape_closes(GtkWidget *window);
