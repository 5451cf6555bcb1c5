/* Room: table. The rush of calls; new, free with table_free; its title is the finding. */
#pragma once

#include "model/results/study.h"
#include "ui/table/table.h"

/* Days with calls, their total, then the hours of the hardest day. Calls and attempts are rounded
 * so that they foot; a sentence alone where nobody phones. */
Table *table_phones(Language language, const Study *study);
