/* Room: table. The load of the plan year: who is refused, who and what is busy when, how long
 * buyers wait. All tables are new, free with table_free; titles are the findings. A calendar is
 * there. */
#pragma once

#include "model/results/study.h"
#include "ui/table/table.h"

/* By weekday first wanted, in the rush and over the whole horizon, with and without the deal. Foots
 * and cross-foots. */
Table *table_refused(Language language, const Study *study);
Table *table_load_hours(Language language, const Study *study); /* of the rush */
Table *table_load_waits(Language language, const Study *study);
Table *table_load_use(Language language, const Study *study); /* rooms and people */
/* By week of the promotion; also without a calendar. */
Table *table_load_curve(Language language, const Study *study);
/* The visits of the chosen day, by start; no rows when none is chosen. */
Table *table_load_day(Language language, const Study *study);
