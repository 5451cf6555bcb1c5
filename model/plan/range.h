/* Room: plan. Knows: fields. Must not know: how a range is drawn from. */
#pragma once

#include "model/plan/fields.h"

/* The range of an uncertain input as it holds now. Who types another value takes the range along:
 * where the plan's value is no longer the "likely" one, the ends move in proportion, as far as the
 * field goes (by as much where nothing is in proportion: below 0, or to a likely 0). Else the
 * simulated years would be those of another deal than the one on screen. The plan keeps the range
 * as it was given, so that typing back brings it back. The entry's path is one of the plan. */
Uncertainty range_of_input(const Plan *plan, int entry);

/* Whether a field can have a range at all (plan.h, Uncertainty). */
bool range_is_possible(const Field *field);

/* The entry of uncertainty[] that is of exactly this path; −1 when the value is certain. */
int range_entry(const Plan *plan, const char *path);

/* Gives the value of a path a range around what it is now, or another one; the ends are not judged,
 * plan_check tells. False when it cannot have one, is absent now, or there is no room left. */
bool range_give(Plan *plan, const char *path, int64_t low, int64_t high);

/* The value is certain from now on. False when it was. */
bool range_take_away(Plan *plan, const char *path);

/* Whether the value was typed past an end of the range that was given with it. Then what is drawn
 * is the range taken along (range_of_input). */
bool range_is_left(const Plan *plan, int entry);
