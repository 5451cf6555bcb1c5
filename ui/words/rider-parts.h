/* Room: words; for the files of the rider. */
#pragma once

#include "ui/words/term-words.h"

/* An empty line, then the text, which is taken. */
void rider_add_paragraph(GString *letter, char *text);
/* What is asked with ask[0], one clause each, numbered, in the order in which they are easiest to
 * obtain; the asks are done, and have one. */
void rider_add_clauses(GString *letter, Language language, const Plan *plan,
                       const Decisions *decisions);
