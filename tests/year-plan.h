/* Small plans with everything that a year reads, for a slow twin to follow. */
#pragma once

#include <glib.h>

#include "model/plan/plan.h"

/* A calendar of random-plan.h, mostly with short days, few clients but in two months, up to 40
 * vouchers of up to four visits under any limits, promotions of a day to two years; now and then
 * a place without staff, without rooms, with classes off the quarter of an hour. */
void year_plan_draw(GRand *luck, Plan *plan);
