/* Room: paper. Knows: table. Must not know: what a table says.
 *
 * Tables of the screen as narrow ones, for columns side by side. */
#pragma once

#include "ui/table/table.h"

/* Each as a new table, free with table_free. */

/* Two columns of words as one, the second behind the first; the others as they are. */
Table *narrow_join(const Table *table, int first, int second, const char *heading);

/* Without the last column. */
Table *narrow_drop_last(const Table *table);

/* Without the rows whose amounts are all zero; a total stays. */
Table *narrow_nonzero(const Table *table);

/* Of a table of label, value, where it comes from and, where it has a fourth column, a range: label
 * and value alone. Behind the value its range and, unless it is `usual`, where it comes from; a
 * label whose value is `usual` is marked. */
Table *narrow_sources(const Table *table, const char *usual, const char *mark);
