/* Room: paper; for the report's own files only. The tables that only paper needs. */
#pragma once

#include "ui/paper/report-parts.h"
#include "ui/table/table.h"

/* One used voucher under the plan's own treatment and method, taxes extra beside taxes included
 * where the wording matters, and what it costs. */
Table *report_table_wording(Language language, const Books *books);
/* The books' table of what is not the owner's, under a short title. NULL without a calendar. */
Table *report_table_not_yours(Language language, const Books *books);

/* A heading, then the table over as many pages as it takes. */
void report_add_table(const Report *report, const Table *table);
/* The same of several (NULL: none), in columns side by side; the page of the first, unless
 * begins_page is NULL. */
void report_add_tables_in_columns(const Report *report, int columns, Table *const *tables,
                                  int count, int *begins_page);
/* A table of label, value, where it comes from (and range), as one paragraph; those assumed marked.
 */
void report_add_running_sources(const Report *report, const Table *table);
/* The same as two columns of a table. Free with table_free. */
Table *report_table_sources(const Report *report, const Table *table);
/* A title, a table and a note at a place; answers the height. */
double report_put_part(Page *page, const Table *table, double x, double y, double width, bool draw);
/* A table with its heading at the left, others under one another at its right, on one page. */
void report_add_beside(const Report *report, double left_share, const Table *left,
                       Table *const *right, int right_count);
/* What plan_check tells of a plan that can be computed all the same; nothing when it is silent. */
void report_add_warnings(const Report *report);
/* How many assumptions nobody confirmed, of how many, and which. */
void report_add_unconfirmed(const Report *report);
