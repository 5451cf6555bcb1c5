/* Room: decide, inside. What all other worlds are told by. */
#pragma once

#include "model/decide/what-if.h"

/* Begins the base and runs its TRIAL_YEARS. */
bool what_if_begin(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                   DecideScratch *scratch);
/* The same years of another plan, held against the base. It does not apply where the plan makes no
 * sense. Other may be &scratch->plan. */
bool what_if_run(const Plan *other, const TrialRunner *runner, DecideScratch *scratch, WhatIf *out);
/* Of a trial of TRIAL_YEARS, held against the base's. */
void what_if_tell(const Trial *base, const Trial *other, WhatIf *out);
bool plan_makes_sense(const Plan *plan);
