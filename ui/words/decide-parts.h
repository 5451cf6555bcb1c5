/* Room: words; for its files. Knows: decide. Findings and explanations by kind of decision. */
#pragma once

#include "ui/words/decide-words.h"

/* What a condition's breaking is called in a few words: "too many regulars are refused". Borrowed.
 */
const char *condition_too_much(Language language, Condition condition);
/* Whether a mean is further from 0 than its error explains. */
bool mean_is_clear(TrialMean mean);

/* decide-finding-words.c: of the contract itself; what-if-words.c: of other worlds. */
char *finding_of_contract(Language language, const Study *study, DecideTopic topic);
char *finding_of_world(Language language, const Study *study, DecideTopic topic);
/* decide-explain-words.c, what-if-explain-words.c: the same. */
char *explain_of_contract(Language language, const Study *study, DecideTopic topic);
char *explain_of_world(Language language, const Study *study, DecideTopic topic);
/* plain-words.c. */
char *finding_plain(Language language, const Study *study);
char *explain_plain(Language language, const Study *study);
/* The alternative that keeps clients at the least cost; ALTERNATIVE_COUNT: none does. `but` is left
 * out. */
AlternativeKind alternative_cheapest(const Decisions *decisions, AlternativeKind but);
/* Months after the plan's sale that the best of the launches is. */
int launch_best(const Decisions *decisions);
/* The offer that is best: those whose conditions hold before others, then by result. */
int offer_best(const Offers *offers);
