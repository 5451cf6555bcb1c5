/* For chart tests and for looking: results of made-up shapes that no engine has to compute, so that
 * a layout meets what a year rarely holds. */
#pragma once

#include "model/engine/results.h"

typedef enum {
  SAMPLE_SPA,     /* like the shipped example */
  SAMPLE_QUIET,   /* nobody refused, nothing under the floor */
  SAMPLE_DROWNED, /* balances far below zero, hundreds refused every week, a loss a voucher */
  SAMPLE_HUGE,    /* amounts and counts near their bounds, the longest horizon */
  SAMPLE_SHORT,   /* one month from the 30th, three weeks */
  SAMPLE_TABLES,  /* nobody needed on shift: rooms only */
  SAMPLE_NO_CALENDAR,
  SAMPLE_RESULTS_COUNT
} SampleResults;

/* Fills both; plan only where charts and words read it. */
void sample_results_fill(SampleResults shape, Plan *plan, Results *results);
