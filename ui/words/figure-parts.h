/* Room: words; for its files. The five figures (domain §12.10). */
#pragma once

#include "model/decide/decisions.h"
#include "ui/words/words.h"

typedef enum {
  FIGURE_DEAL_AGAINST_NONE,
  FIGURE_CAP,
  FIGURE_REFUSED,
  FIGURE_LOWEST_BALANCE,
  FIGURE_COST_PER_CLIENT
} FigureIndex;

/* The mean of the simulated years, as figures, titles and answers tell the result. */
int64_t figure_mean(const Risk *risk, RiskQuantity quantity);
/* The cap that is told: under the terms the verdict stands on, else of the contract as it stands;
 * NULL: not counted yet. */
const Cap *figure_cap(const Study *study, bool *with_terms);
/* The vouchers of a cap among the terms asked; 0: none. ask may be NULL. */
int32_t figure_term_cap(const Ask *ask);
/* cap-explain-words.c: how a cap is computed. Free with g_free. */
char *figure_explain_cap(Language language, const Plan *plan, const Cap *cap, bool with_terms);
/* What stands beside the comparison: "Not counted: +$3,560 if the 89 vouchers left unused never
 * come.", with a space before it; nothing where there is nothing. */
void figure_add_not_counted(GString *text, Language language, const Plan *plan,
                            const Results *results);
/* The second line (domain §12.1): what clients kept, less regulars lost, are worth afterwards. */
char *figure_after_horizon_text(Language language, const Study *study);
