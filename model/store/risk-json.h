/* Room: store, inside. The risk years as JSON members. */
#pragma once

#include <json-glib/json-glib.h>

#include "model/risk/risk.h"

/* Adds "risk": every key of risk-keys.h nested by its dots, null where it has no number; "inputs";
 * and of each sample that was run "weeks" and the bins of "result_histogram". */
void risk_set_members(JsonObject *root, const Risk *risk);
