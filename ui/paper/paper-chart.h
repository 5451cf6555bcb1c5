/* Room: paper. Knows: chart, page. Must not know: how a chart is drawn or what it found.
 *
 * A chart over the page's width: its finding as a heading, what is plotted, the chart in the
 * palette of paper, and the rest of its description in words below. */
#pragma once

#include "ui/chart/chart.h"
#include "ui/paper/page.h"

/* height: in points, words counted. Tagged Figure. */
void paper_chart_flow(Page *page, Language language, ChartKind kind, const Study *study,
                      const char *finding, double height);
