/* Room: plan. Knows: fields. Must not know: how a range is drawn from. */
#pragma once

#include "model/plan/plan.h"

/* The range of an uncertain input as it holds now. Who types another value takes the range along:
 * where the plan's value is no longer the "likely" one, the ends move in proportion, as far as the
 * field goes (by as much where nothing is in proportion: below 0, or to a likely 0). Else the
 * simulated years would be those of another deal than the one on screen. The plan keeps the range
 * as it was given, so that typing back brings it back. The entry's path is one of the plan. */
Uncertainty range_of_input(const Plan *plan, int entry);
