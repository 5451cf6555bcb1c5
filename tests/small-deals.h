/* Whole random plans that the validator takes, whose years take little time: small places with few
 * regulars, a few vouchers for a few weeks, owners who accept little or much, ranges or none. */
#pragma once

#include <glib.h>

#include "model/plan/plan.h"

void small_deal_draw(GRand *luck, Plan *plan);
