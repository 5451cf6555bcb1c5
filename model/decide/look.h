/* Room: decide. A contract looked at in no more years than its answer needs. Knows: trial,
 * standing. Must not know: what is changed in a contract.
 *
 * Exact where all years are run, for standing.h says then what holds. Before, a condition is sure
 * when no further year can change it, or when its share, or its mean, is LOOK_BROKEN_SURE standard
 * errors from its limit (kept: LOOK_KEPT_SURE); what is told to an owner is looked at whole. */
#pragma once

#include "model/decide/standing.h"

#define LOOK_STEP 25 /* years at first; then by half of what there are */
#define LOOK_BROKEN_SURE 4
#define LOOK_KEPT_SURE 3
#define LOOK_ALL ((1u << CONDITION_COUNT) - 1u)

typedef struct {
  int years;     /* at most: TRIAL_YEARS or TRIAL_YEARS_SURE */
  unsigned mask; /* bit per Condition: those that matter */
  double tight;  /* standard errors (of TRIAL_YEARS_SURE years) by which they must hold */
  bool whole;    /* all years, sure or not */
} LookOptions;

typedef struct {
  int years;               /* run */
  unsigned applies, holds; /* bit per Condition; what does not apply holds */
  double
      room[CONDITION_COUNT]; /* how far inside its limit: a share of the years (1 = all of them);
                                of the cost per client, cents of result a year; below 0: broken */
  double short_by[CONDITION_COUNT]; /* of what is broken, 0 … 1: how far, its worst being 1 */
  int64_t result_milli;             /* mean, cents */
} Look;

/* The trial is begun; years that it has are not run again, those beyond options->years not looked
 * at. False: cancelled. */
bool look_at(Trial *trial, const LookOptions *options, const TrialRunner *runner, Look *look);
bool look_holds(const Look *look, unsigned mask);
