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
/* What plan_check tells of a plan that can be computed all the same; nothing when it is silent. */
void report_add_warnings(const Report *report);
/* How many assumptions nobody confirmed, of how many, and which. */
void report_add_unconfirmed(const Report *report);
