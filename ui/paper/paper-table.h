/* Room: paper. Knows: table, page. Must not know: plans, what a table says.
 *
 * A Table on paper. Amounts never break and line up on the right; words wrap. */
#pragma once

#include "ui/paper/page.h"
#include "ui/table/table.h"

/* Over the page's width and as many pages as it takes, heads repeated on each. A table with more
 * amounts than fit side by side is set as several, one under the other, each with its first column
 * again. Tagged Table, one for each page's part. */
void paper_table_flow(Page *page, const Table *table);

/* What a heading above paper_table_flow must keep on its page: heads and the first rows, or a short
 * table whole. */
double paper_table_keep(const Page *page, const Table *table);

/* At a place, whole, on this page; answers its height. Draws nothing when page is measuring or
 * `draw` is false. */
double paper_table_put(Page *page, const Table *table, double x, double y, double width, bool draw);
