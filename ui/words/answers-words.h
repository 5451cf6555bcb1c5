/* Room: words. The owner's twenty questions (domain §2), each answered in a sentence with its
 * figure. Knows: the whole study. Must not know: screens. */
#pragma once

#include "model/results/study.h"
#include "ui/words/words.h"

#define QUESTION_COUNT 20 /* asked from 0 here, numbered from 1 for people */

/* Where the answer is looked at in full. */
typedef enum {
  ANSWER_PAGE_VOUCHER,
  ANSWER_PAGE_BOOKINGS,
  ANSWER_PAGE_CASH,
  ANSWER_PAGE_RISK,
  ANSWER_PAGE_OFFERS,
  ANSWER_PAGE_BOOKS
} AnswerPage;

const char *question_text(Language language, int question); /* borrowed */
/* One sentence, two at most, with the figure. Never NULL: what cannot be said of this plan, or is
 * being computed, is said in words. Free with g_free. */
char *answer_text(Language language, const Study *study, int question);
/* Whether all it rests on is there. */
bool answer_is_ready(const Study *study, int question);
AnswerPage answer_page(int question);
/* "computed from the simulated years", "contract arithmetic", "plan year"; borrowed. */
const char *answer_basis(Language language, int question);
