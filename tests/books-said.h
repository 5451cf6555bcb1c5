/* For tests of what the books say: plans that the varied ones leave out, and how a text is to look.
 */
#pragma once

#include "model/results/results.h"
#include "ui/words/words.h"

/* No placeholder or broken letter left; French with its own signs and spaces. */
bool is_well_written(Language language, const char *text);
/* Fields and their values, "|" between them: "deal.vouchers_sold=0|rooms_count=0". */
void books_apply(Plan *plan, const char *list);
/* Calls check on the example with each setting that the varied plans do not vary. */
void books_settings_each(void (*check)(const Plan *plan, const Results *results));
