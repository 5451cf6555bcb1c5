/* Room: results. A plan with all that was computed of it, to be handed on together. */
#pragma once

#include "model/plan/plan.h"
#include "model/results/results.h"

struct Risk;
struct Decisions;
struct Offers;

/* Borrowed pointers. */
typedef struct {
  const Plan *plan;
  const Results *results;  /* of that plan */
  const struct Risk *risk; /* NULL: no risk years yet */
  /* What is decided so far (decisions_has); NULL: nothing. Of the plan, like risk. */
  const struct Decisions *decisions;
  const struct Offers *offers; /* the deals chosen to be compared; NULL: none, or not done */
  /* A day of the plan year that is looked at: its visits (day_visits_find). NULL: none is chosen;
   * not NULL with no visits: an empty day. */
  int day_index;
  const YearVisit *day_visits;
  int day_visit_count;
} Study;
