/* What charts are tested on: plans and results of every shape, risk years, a busy day of each. */
#pragma once

#include "tests/sample-load.h"
#include "tests/sample-results.h"
#include "ui/chart/chart.h"
#include "model/risk/risk.h"

extern Plan *plans[SHAPE_COUNT];
extern Results *results_of[SHAPE_COUNT];
extern Risk *risks[SHAPE_COUNT]; /* the example's own, and one of each made-up shape */
extern Study days[SHAPE_COUNT];  /* a busy day of each; without risk years */

extern YearVisit visits[SHAPE_COUNT][SAMPLE_VISITS_MAX]; /* of those days */

void make_results(void);
void free_results(void);
/* With risk years where the kind needs them. */
Study study_of(int shape, ChartKind kind);
Chart *make_chart(int shape, ChartKind kind, const ChartStyle *style);
/* As high as the chart looks right. */
ChartStyle style_for(ChartKind kind, double width, double text_scale);
