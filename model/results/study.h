/* Room: results. A plan with all that was computed of it, to be handed on together. */
#pragma once

#include "model/plan/plan.h"
#include "model/results/results.h"

struct Risk;

/* Borrowed pointers. */
typedef struct {
  const Plan *plan;
  const Results *results;  /* of that plan */
  const struct Risk *risk; /* NULL: no risk years yet */
} Study;
