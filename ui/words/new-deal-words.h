/* Room: words. Knows: the questions of a first deal. Must not know: widgets.
 *
 * What the owner is asked, in her words (domain §3), and how her answers are written and read. */
#pragma once

#include "model/interview/interview.h"
#include "ui/words/words.h"

const char *new_deal_kind_label(Language language, Preset preset);      /* "Massage or spa" */
const char *new_deal_step_label(Language language, InterviewStep step); /* "The contract" */
char *new_deal_step_line(Language language, InterviewStep step);        /* "1 of 4: …"; g_free */

/* The seven days of the week are asked in one question, that of Monday, the twelve months in that
 * of January. Borrowed. */
const char *new_deal_question_text(Language language, const Interview *interview,
                                   InterviewQuestion question);
const char *new_deal_hint(Language language, InterviewQuestion question); /* NULL: none */
const char *new_deal_choice_label(Language language, InterviewQuestion question, int choice);

/* "January: normal"; g_free. */
char *new_deal_month_text(Language language, const char *month, const char *season);

/* "$160.00", "4", "by the hour only", "no limit"; for an entry and for reading. g_free. */
char *new_deal_value_text(Language language, InterviewQuestion question, int64_t value);
/* What is taken: "$160.00", "4 days", "none in 10", the service's name, "6 · 7 · 9 …" of the week.
 * g_free. */
char *new_deal_taken_text(Language language, const Interview *interview,
                          InterviewQuestion question);
/* "I don’t know: take $160.00". g_free. */
char *new_deal_unknown_text(Language language, const Interview *interview,
                            InterviewQuestion question);
/* Where what is taken comes from: "preset (…)", "starting point of the program …". g_free. */
char *new_deal_source_text(Language language, const Interview *interview,
                           InterviewQuestion question);

NumberProblem new_deal_parse(InterviewQuestion question, const char *text, int64_t *value,
                             bool *ambiguous);
/* What the decimal key of the keypad types; NULL: what the keyboard says. */
const char *new_deal_keypad(Language language, InterviewQuestion question);
/* How an answer is read, "= $1,234.00", where it could be meant otherwise; NULL: plain. g_free. */
char *new_deal_reading(Language language, InterviewQuestion question, const char *typed);
/* What is wrong with an answer, with a way out. g_free. */
char *new_deal_problem_text(Language language, const InterviewProblem *problem);
