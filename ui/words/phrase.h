/* Room: words; for this room and table. Small joints of sentences. All answers are new: g_free. */
#pragma once

#include "ui/words/words.h"

/* "a", "a and b", "a, b and c". count ≥ 1. */
char *phrase_list(Language language, const char *const *parts, int count);
/* The text with its first letter in capitals; takes the text. */
char *phrase_capital(char *text);
/* The text with its first letter small, unless it begins with an acronym ("GST"). */
char *phrase_small(const char *text);

/* "+$2,200", "-$2,200", "$0": a difference in whole dollars. */
char *phrase_money_change(Language language, int64_t cents);
/* "Mondays" / "les lundis", to stand within a sentence. weekday 0 = Monday. Borrowed. */
const char *phrase_weekdays(Language language, int weekday);
/* "March" or, with a year, "March 2027". */
char *phrase_month(Language language, int32_t date, bool with_year);
/* "1 voucher", "444 vouchers" and so on. */
char *phrase_vouchers(Language language, int64_t count);
char *phrase_days(Language language, int64_t count);

/* A line of a computation, "+$20.00  Extras sold", and the one that ends it, "= $18.49  What you
 * keep"; each with its new line. */
void phrase_add_term(GString *text, Language language, const char *label, int64_t cents);
void phrase_add_answer(GString *text, Language language, const char *label, int64_t cents);
/* explain-words.c: the lines of what is not yet earned at the end of a day of the year with the
 * deal: received, card fees, what vouchers used, refunded or judged unused for good have settled of
 * it, and what the site still owes of that. */
void phrase_add_not_yet_earned(GString *text, Language language, const Plan *plan,
                               const Results *results, int day_index);
