/* Room: table; for this room only. How the tables of what is decided are begun and filled. */
#pragma once

#include "ui/table/table-build.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/decide-words.h"

/* Its title is the finding of a topic, without its full stop; the topic is ready. */
Table *decide_table_new(Language language, const Study *study, DecideTopic topic);

/* A mean of cents in two significant digits with its error in the next column, and the same with a
 * sign. The number of the cell keeps every digit. */
void decide_put_money(Table *table, TableRow *row, int column, TrialMean mean);
void decide_put_change(Table *table, TableRow *row, int column, TrialMean mean);
/* A change of a mean of counts, likewise with its error. */
void decide_put_count(Table *table, TableRow *row, int column, TrialMean mean);
/* A simulated count, and amount, in two significant digits. */
void decide_put_count_about(Table *table, TableRow *row, int column, int64_t count);
void decide_put_about(Table *table, TableRow *row, int column, int64_t cents);
/* A share to a tenth of a percent. */
void decide_put_share(Table *table, TableRow *row, int column, int64_t part, int64_t whole);
/* A value as the owner's: "15%", "$59.00". */
void decide_put_value(Table *table, TableRow *row, int column, const char *path, int64_t value);
/* A dash: there is no number. */
void decide_put_none(TableRow *row, int column);
/* "First sentence. Second." Takes first, which has no full stop. */
char *decide_note(char *first, const char *rest);
