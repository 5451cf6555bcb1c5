/* Room: chart. For tests only: what was laid out. */
#pragma once

#include "ui/chart/scene.h"

int chart_inspect_text_count(const Chart *chart);
Box chart_inspect_text(const Chart *chart, int index, const char **text);
/* The text scale drawn with: less than the style's when the picture is too small for it. */
double chart_inspect_scale(const Chart *chart);
Box chart_inspect_position(const Chart *chart, int position);
/* Of a waterfall: the running sum before and after a bar; totals go from 0. */
void chart_inspect_bar(const Chart *chart, int position, WaterfallStep *step, int64_t *from_cents,
                       int64_t *to_cents);
/* The texts of a position's tooltip; *count is how many there are. */
Box chart_inspect_hover_text(const Chart *chart, int position, int index, int *count);
