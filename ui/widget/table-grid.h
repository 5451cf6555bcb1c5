/* Room: widget. A Table as a grid of labels, for tables of some dozen rows: a grid needs no
 * recycling and gives its columns the room their words want. */
#pragma once

#include <gtk/gtk.h>

#include "ui/table/table.h"

/* Empty. Wide tables scroll sideways inside it; nothing is cut. */
GtkWidget *table_grid_new(void);
/* One of the same shape takes the place of the other without new widgets. */
void table_grid_show(GtkWidget *place, const Table *table);
/* Nothing to show for now. */
void table_grid_clear(GtkWidget *place);
