/* Room: page. What can be done with a chart: the menu, and its picture's ways out. */
#pragma once

#include "ui/chart/chart.h"
#include "ui/widget/card.h"

/* Opens the menu of a chart at a point of the card; the actions are the card's: chart.table,
 * chart.copy-numbers, chart.copy-picture, chart.save-picture, chart.explain. *menu is the card's,
 * made anew, to be unparented with it. */
void chart_menu_pop(AubCard *card, GtkWidget **menu, gboolean table_is_shown,
                    gboolean has_explanation, double x, double y);

/* As the session is now. Both tell how it went. */
void chart_menu_copy_picture(AubCard *card, ChartKind kind);
void chart_menu_save_picture(AubCard *card, ChartKind kind);
