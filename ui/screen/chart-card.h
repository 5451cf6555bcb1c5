/* Room: screen. A card with a chart's finding, what it plots, the chart, and its data table one key
 * (T) away. */
#pragma once

#include <gtk/gtk.h>

#include "ui/chart/chart.h"
#include "ui/session/session.h"

#define AUB_TYPE_CHART_CARD (aub_chart_card_get_type())
G_DECLARE_FINAL_TYPE(AubChartCard, aub_chart_card, AUB, CHART_CARD, GtkBox)

GtkWidget *aub_chart_card_new(AubSession *session, Language language, ChartKind kind);
void aub_chart_card_refresh(AubChartCard *self);
