/* For tests of words, tables and charts, and for looking: decisions of shapes that a plan rarely
 * has, made up around its numbers. What the engine decides is tested elsewhere. */
#pragma once

#include "model/decide/decisions.h"
#include "model/decide/offers.h"
#include "model/results/results.h"

typedef enum {
  DECIDE_SHAPE_USUAL,   /* yes, if the contract says; every part has something to tell */
  DECIDE_SHAPE_YES,     /* all holds as it stands: nothing to ask for */
  DECIDE_SHAPE_NOTHING, /* no cap, no term turns it, no crossing, no client kept, no fact */
  DECIDE_SHAPE_ZERO,    /* every number 0, all lists empty, every part done */
  DECIDE_SHAPE_EXTREME, /* counts and amounts near their bounds, lists full */
  DECIDE_SHAPE_FIRST,   /* quota and cap are there, the rest is being computed */
  DECIDE_SHAPE_COUNT
} DecideShape;

/* The plan and its results, of whatever shape themselves; results may be NULL. */
void sample_decisions_fill(const Plan *plan, const Results *results, int shape, Decisions *out);

/* USUAL: three offers; YES: two alike; NOTHING: one; ZERO: two of zeros; EXTREME: four with long
 * names and amounts near their bounds. */
void sample_offers_fill(const Plan *plan, const Results *results, int shape, Offers *out);
