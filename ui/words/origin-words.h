/* Room: words. Where a value comes from and how sure it is, as the mark beside its field says it.
 */
#pragma once

#include "ui/words/words.h"

/* "From the contract: s. 4", "Yours", "A guess", "A preset: US merchants, 2011", "Assumed". Free
 * with g_free. */
char *origin_text(Language language, const Plan *plan, const char *path);
/* Without the source: "From the contract", "A guess". */
const char *origin_kind_label(Language language, ProvenanceKind kind);

/* "Between 68% and 95%", of the range as it holds now; where the value has left the one given,
 * that, too. NULL of a certain value. *is_left may be NULL. Free with g_free. */
char *origin_range_text(Language language, const Plan *plan, const char *path, bool *is_left);

/* What plan-check says of the range of a path; NULL when it is fine. Borrowed. */
const Problem *origin_range_problem(const Plan *plan, const Problems *problems, const char *path);
