/* Room: widget. A Table as a widget: columns aligned by kind, totals strong. */
#pragma once

#include <gtk/gtk.h>

#include "ui/table/table.h"

/* Takes the table. */
GtkWidget *table_view_new(Table *table);
/* Other numbers in the place of those shown: what is scrolled to and what has the keys stays. Takes
 * the table; FALSE, and does not, when it has other columns or rows. */
gboolean table_view_show(GtkWidget *view, Table *table);
