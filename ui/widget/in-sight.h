/* Room: widget. Scrolls a page so that what has just opened is seen. */
#pragma once

#include <gtk/gtk.h>

/* Once it has its place: as much of the widget as there is room for with all of `above`, which it
 * was opened from, still in sight. */
void in_sight_bring(GtkWidget *widget, GtkWidget *above);
/* Its first line comes to the top of the page, and stays there while the page is made. */
void in_sight_bring_to_top(GtkWidget *widget);
