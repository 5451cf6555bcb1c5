/* Room: words; for its files only. The answers by theme, one function a question (answers-words.c
 * says which); each new, g_free. A function is only asked when what it needs is there, unless
 * said. */
#pragma once

#include "model/decide/standing.h"
#include "ui/words/answers-words.h"

/* --- answers-voucher-words.c: contract arithmetic, taxes, law ------------------------------- */
char *answer_kept(Language language, const Study *study);
char *answer_visit_cost(Language language, const Study *study);
char *answer_each_kind(Language language, const Study *study);
char *answer_taxes(Language language, const Study *study);
char *answer_law(Language language, const Study *study);

/* --- answers-bookings-words.c: of the simulated years where there are some, else of the plan
 * year, and says so --------------------------------------------------------------------------- */
char *answer_used(Language language, const Study *study);
char *answer_wait(Language language, const Study *study);
char *answer_refused(Language language, const Study *study);
char *answer_phone(Language language, const Study *study);
char *answer_rooms(Language language, const Study *study);

/* --- answers-money-words.c: the bank; simulated or plan year likewise ------------------------ */
char *answer_payouts(Language language, const Study *study);
char *answer_lowest(Language language, const Study *study);
char *answer_not_yours(Language language, const Study *study);
char *answer_months_after(Language language, const Study *study);
char *answer_cost_per_client(Language language, const Study *study);

/* --- answers-decide-words.c: study->decisions has the part ----------------------------------- */
char *answer_cap(Language language, const Study *study);
char *answer_oversell(Language language, const Study *study);
char *answer_quota(Language language, const Study *study);
char *answer_break_even(Language language, const Study *study);
char *answer_best_term(Language language, const Study *study);

/* "the deal costs you about $1,200", "the deal leaves you about $2,500": what a standing's years
 * come to on average, to stand within a sentence. */
char *standing_result_text(Language language, const Standing *standing);
/* "No answer: this needs rooms and opening hours, and the plan has none." */
char *answer_needs_calendar(Language language);
