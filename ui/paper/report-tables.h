/* Room: paper; for the report's own files only. The tables that only paper needs. */
#pragma once

#include "ui/paper/report-parts.h"
#include "ui/table/table.h"

/* One used voucher with taxes extra beside taxes included, and what the wording costs. */
Table *report_table_wording(Language language, const Plan *plan, const Results *results);
/* What is in the bank and is not the owner's: money received for visits not given yet and taxes set
 * aside, when each is highest, at each fiscal year end and at the end. NULL without a calendar. */
Table *report_table_not_yours(Language language, const Plan *plan, const Results *results);

/* What plan_check tells of a plan that can be computed all the same; nothing when it is silent. */
void report_add_warnings(const Report *report);
/* How many assumptions nobody confirmed, of how many, and which. */
void report_add_unconfirmed(const Report *report);
