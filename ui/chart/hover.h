/* Room: chart. The layer above a chart: a kind's own frame or crosshair and one tooltip. */
#pragma once

#include "ui/chart/layout.h"

/* Marks for a position, into a scene of the chart's size. */
void hover_lay_out(const Chart *chart, int position, Scene *scene);
/* The same words on one line. Free with g_free. */
char *hover_text(const Chart *chart, int position);
