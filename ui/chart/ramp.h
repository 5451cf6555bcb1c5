/* Room: chart. Knows: scenes, keys. Must not know: what a square counts.
 *
 * The grey ramp that maps of squares share: how full, never good or bad. Squares, their numbers and
 * the legend. */
#pragma once

#include "ui/chart/layout.h"

/* 0 … HEAT_STEPS − 1 of a whole percent. */
int ramp_step(int percent);
Role ramp_role(int percent);
/* What is written on a square of that step. */
Role ramp_ink(int percent);

/* A square on whole pixels, with a thread of background between neighbours. */
Box ramp_square(Box cell);

/* "0 ▢▢▢▢▢ 100%" and the keys beside it, or under it where that is too wide. */
typedef struct {
  Key key[2];
  double ramp, below; /* where the keys begin; the row they stand on */
  double room, height;
} RampLegend;

RampLegend ramp_legend_measure(Chart *chart, Key first, Key second);
void ramp_legend_add(Chart *chart, const RampLegend *legend, double top);
/* Of the weekdays' short names, with the gap after them. */
double ramp_weekdays_width(const Chart *chart);
