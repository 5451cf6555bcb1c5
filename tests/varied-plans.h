/* For tests of words and tables: sensible plans around the shipped example, each with results, so
 * that sentences meet losses, floods, empty years and plans without rooms. */
#pragma once

#include "model/results/results.h"

typedef struct {
  Plan plan;
  Results results;
} VariedPlan;

/* Calls check on `count` of them, the same at every run. */
void varied_plans_each(int count, void (*check)(const VariedPlan *varied));
