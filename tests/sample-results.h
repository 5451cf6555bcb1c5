/* For chart tests and for looking: the shipped example, computed, and made-up results of shapes
 * that a year rarely has. */
#pragma once

#include "model/results/results.h"

typedef enum {
  SHAPE_EXAMPLE, /* the shipped example, from the engine */
  SHAPE_SPA,     /* made up to look like it */
  SHAPE_QUIET,   /* nobody refused, nothing under the floor */
  SHAPE_DROWNED, /* days under the floor, hundreds refused every week, a loss a voucher */
  SHAPE_HUGE,    /* amounts and counts near their bounds, the longest horizon */
  SHAPE_SHORT,   /* one month from the 30th, three weeks */
  SHAPE_TABLES,  /* nobody needed on shift: rooms only */
  SHAPE_NO_CALENDAR,
  SHAPE_COUNT
} ResultsShape;

/* Fills both; a made-up plan only where charts and words read it. */
void sample_results_fill(ResultsShape shape, Plan *plan, Results *results);
