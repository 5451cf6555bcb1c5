/* Room: widget. What the charts must know of the desktop: colours, text size, typeface. */
#pragma once

#include <gtk/gtk.h>

#include "ui/chart/chart.h"

ChartTheme theme_for_charts(void);
/* 1 for the usual text size; follows the desktop's text scale. */
double theme_text_scale(GtkWidget *widget);
const char *theme_font_family(GtkWidget *widget); /* borrowed from the widget's Pango context */
