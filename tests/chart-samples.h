/* What charts are tested on: plans and results of every shape, risk years, a busy day of each. */
#pragma once

#include "tests/sample-decisions.h"
#include "tests/sample-load.h"
#include "tests/sample-results.h"
#include "ui/chart/chart.h"
#include "model/risk/risk.h"

extern Plan *plans[SHAPE_COUNT];
extern Results *results_of[SHAPE_COUNT];
extern Risk *risks[SHAPE_COUNT]; /* the example's own, and one of each made-up shape */
extern Study days[SHAPE_COUNT];  /* a busy day of each; without risk years */
/* The example has the usual ones; the others one of each made-up shape, in turn. */
extern Decisions *decisions[SHAPE_COUNT];
extern Offers *offers[SHAPE_COUNT];

extern YearVisit visits[SHAPE_COUNT][SAMPLE_VISITS_MAX]; /* of those days */

void make_results(void);
void free_results(void);
/* Of what is decided, from the first kind to the last. */
static inline bool kind_is_decided(ChartKind kind) {
  return kind >= CHART_CAP;
}
/* A plan without rooms has no calendar; what is decided may wait, or not apply. */
bool shows_nothing(int shape, ChartKind kind);
/* With risk years, or decisions, where the kind needs them. */
Study study_of(int shape, ChartKind kind);
Chart *make_chart(int shape, ChartKind kind, const ChartStyle *style);
/* As high as the chart looks right. */
ChartStyle style_for(ChartKind kind, double width, double text_scale);
