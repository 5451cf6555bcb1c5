/* Room: words. "How is this computed?" of the first charts. All answers are new: g_free. Any study
 * will do; what needs a calendar or simulated years is left out where there are none. */
#pragma once

#include "model/results/study.h"
#include "ui/words/words.h"

/* The numbers of what you keep, then the order of the contract. */
char *explain_waterfall(Language language, const Study *study);
/* "Over the whole plan: 2,331.3 h booked of 6,479.5 h on shift; requests refused: 9." and what a
 * bar, the hours on shift, a refusal and an interval are. */
char *explain_bookings(Language language, const Study *study);
char *explain_heat(Language language, const Study *study);
/* Opening + in + out = closing, to the cent, and why that is not the result. */
char *explain_cash(Language language, const Study *study);
