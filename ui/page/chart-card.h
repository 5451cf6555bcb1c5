/* Room: page. A card with a chart's finding, what it plots, the chart, and its data table one key
 * (T) away. */
#pragma once

#include "ui/chart/chart.h"
#include "ui/widget/card.h"

#define AUB_TYPE_CHART_CARD (aub_chart_card_get_type())
G_DECLARE_FINAL_TYPE(AubChartCard, aub_chart_card, AUB, CHART_CARD, AubCard)

GtkWidget *aub_chart_card_new(AubSession *session, Language language, ChartKind kind);
/* Stands inside another card, whose finding is its own. */
void aub_chart_card_set_inside(AubChartCard *self);
