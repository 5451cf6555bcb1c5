/* Whole random plans that the validator takes, small places with busy years: everything that
 * bookings read. */
#pragma once

#include <glib.h>

#include "model/plan/plan.h"

/* Rooms, staff, services and hours of tests/random-plan.h (spells of work, classes, tables and
 * seats, evenings past midnight); several services in the mix, several visits a voucher, both rules
 * for no-shows, every limit of the deal, regulars from none to far too many. */
void busy_plan_draw(GRand *luck, Plan *plan);
