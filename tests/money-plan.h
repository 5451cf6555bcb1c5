/* Random plans that make sense, all of whose money is drawn: regimes, wordings, contracts, pay,
 * refunds, payouts, periods. The calendar stays near the shipped example's. */
#pragma once

#include <glib.h>

#include "model/plan/plan.h"

/* Draws until plan_check finds nothing in the way. */
void money_plan_draw(GRand *luck, Plan *plan);
