/* Room: screen. A Table as a widget: columns aligned by kind, totals strong. */
#pragma once

#include <gtk/gtk.h>

#include "ui/table/table.h"

/* Takes the table. */
GtkWidget *table_view_new(Table *table);
