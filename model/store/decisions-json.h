/* Room: store. What is decided of a plan, and offers side by side, as JSON text. Free with g_free.
 */
#pragma once

#include <glib.h>

#include "model/decide/decisions.h"
#include "model/decide/offers.h"

/* "decisions": every key of decision-keys.h nested by its dots, null where there is none; the
 * "verdict" as a word with whether it stands on the terms to ask for, and the lists: days of the
 * quota, tests of the cap, bars, worths, asks with their terms, facts, points of the break-evens,
 * months. What was not decided is null or absent. */
char *decisions_to_json(const Plan *plan, const Decisions *decisions);
char *offers_to_json(const Offers *offers);
