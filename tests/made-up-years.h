/* A TrialRunner that simulates nothing: its years are made up of the plan it is given, so that a
 * test can say what must come out, and sees every plan that was asked about. */
#pragma once

#include "model/decide/trial.h"

#define MADE_UP_ASKED_MAX 64

typedef struct {
  /* One year of a plan. */
  void (*fill)(const Plan *plan, int year, TrialRun *out);
  int cancel_after; /* calls that succeed; 0: all */
  int calls;
  /* What was asked about, in order; a plan whose years are continued stands there again. */
  int asked_count;
  Plan *asked; /* MADE_UP_ASKED_MAX of them */
  RiskSample asked_sample[MADE_UP_ASKED_MAX];
  int asked_years[MADE_UP_ASKED_MAX]; /* the end of the run */
} MadeUpYears;

TrialRunner made_up_runner(MadeUpYears *years);
