/* For chart and word tests and for looking: simulated years of the shipped example, computed, and
 * made-up ones of shapes that a plan rarely has. */
#pragma once

#include "model/risk/risk.h"

typedef enum {
  RISK_SHAPE_USUAL, /* both samples, the result on both sides of zero */
  RISK_SHAPE_EARNS, /* never a loss, no condition broken */
  RISK_SHAPE_LOSES, /* a loss and every condition broken each time */
  RISK_SHAPE_LUCK,  /* without uncertainty: luck alone */
  RISK_SHAPE_FIRST, /* a first batch: 250 of 10,000 years, none of luck alone yet */
  RISK_SHAPE_ONE,   /* one year: every band is a line */
  RISK_SHAPE_COUNT
} RiskShape;

/* Around the plan year of the results, which are not NULL. */
void sample_risk_fill(RiskShape shape, const Plan *plan, const Results *results, Risk *risk);
/* Some years of a plan, from the engine. */
void sample_risk_run(const Plan *plan, int years, bool with_uncertainty, Risk *risk);
