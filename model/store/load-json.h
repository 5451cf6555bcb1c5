/* Room: store, inside. Who and what is busy when, as JSON members. */
#pragma once

#include <json-glib/json-glib.h>

#include "model/results/study.h"

/* Adds to the object "load", which has its keys already: in "rush" and "whole" the arrays of the
 * year "with" and "without" the deal, by weekday (Monday first) and clock hour, room and person. */
void load_set_members(JsonObject *load, const Plan *plan, const Results *results);
