/* Room: widget. A chart as a widget: the static layer is drawn once per change and size, the hover
 * layer above it; pointer and keys call the same functions. */
#pragma once

#include <gtk/gtk.h>

#include "ui/chart/chart.h"
#include "ui/session/session.h"

#define AUB_TYPE_CHART_VIEW (aub_chart_view_get_type())
G_DECLARE_FINAL_TYPE(AubChartView, aub_chart_view, AUB, CHART_VIEW, GtkWidget)

/* Signal "chosen" (int position): a click or Enter on a position; −1: Escape while a day is open.
 */
GtkWidget *aub_chart_view_new(AubSession *session, Language language, ChartKind kind);
/* The plan changed: draws anew at the next frame. */
void aub_chart_view_refresh(AubChartView *self);
/* What pointer and keys call: the position whose tooltip is shown, −1 for none; one that the chart
 * has not is ignored. */
void aub_chart_view_show_position(AubChartView *self, int position);
int aub_chart_view_count_positions(AubChartView *self);
/* Where its tooltip points at; the middle without one. */
void aub_chart_view_get_point(AubChartView *self, double *x, double *y);
/* How often the static layer was drawn: once a change, size or theme, never for the hover layer. */
guint aub_chart_view_count_drawn(AubChartView *self);
/* The field that a position is about, NULL: none. Borrowed until the next refresh. */
const char *aub_chart_view_get_path(AubChartView *self, int position);
/* The day of a position, of a calendar; −1: none. */
int aub_chart_view_get_day(AubChartView *self, int position);
