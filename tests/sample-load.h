/* For chart and word tests and for looking: made-up rooms, people, hours and waits beside
 * sample-results.h, and a day's visits of any sample. */
#pragma once

#include "model/results/study.h"
#include "tests/sample-results.h"

/* Of a made-up shape with a calendar: rooms, people and a service into the plan; the load and the
 * waits into the results, whose days are filled. */
void sample_load_fill(ResultsShape shape, Plan *plan, Results *results);

#define SAMPLE_VISITS_MAX 256

/* A busy day of the sample: fills visits, and day_index, day_visits and day_visit_count of the
 * study; none without a calendar. */
void sample_day_fill(ResultsShape shape, YearVisit visits[SAMPLE_VISITS_MAX], Study *study);
