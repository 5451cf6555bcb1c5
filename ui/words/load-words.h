/* Room: words. What the Bookings page says of the load: findings and "How is this computed?". All
 * answers are new: g_free. A calendar is there, unless said. */
#pragma once

#include "ui/words/load-numbers.h"
#include "ui/words/words.h"

/* "Fridays from 17:00 to 20:00 are full in the first 8 weeks: 31 requests refused" */
char *load_find_hours(Language language, const Study *study);
/* "7 in 10 get the day they want; 19 in 20 within 5 days; the last waits 10 days" */
char *load_find_waits(Language language, const Study *study);
/* "Without the deal 61% of the hours on shift are idle; the deal fills 9% of them" */
char *load_find_use(Language language, const Study *study);
/* "60 of 100 used vouchers come in the first two months, 13 in the last four weeks"; also without a
 * calendar. */
char *load_find_curve(Language language, const Study *study);
/* "Friday, February 13, 2026: 14 visits, 6 from the deal; 2 requests refused", or that a
 * day can be chosen. */
char *load_find_day(Language language, const Study *study);
/* "153 of 3,950 requests are refused, 41 without the deal; most on Fridays" */
char *load_find_refused(Language language, const Study *study);

char *load_explain_hours(Language language, const Study *study);
char *load_explain_waits(Language language, const Study *study);
char *load_explain_use(Language language, const Study *study);
char *load_explain_curve(Language language, const Study *study);
char *load_explain_day(Language language, const Study *study);
char *load_explain_refused(Language language, const Study *study);

/* "17:00 to 20:00"; columns of a grid, half-open. */
char *load_hours_text(Language language, const HourGrid *grid, int begin, int end);
/* "0 days", "3 to 4 days" */
char *load_wait_text(Language language, const WaitBin *bin);
/* "93%" of the available time, whole percents; "–" where there is none. */
char *load_share_text(Language language, int64_t part, int64_t whole);
/* The same within a sentence: "less than 1%" of something, not 0%. */
char *load_said_share(Language language, int64_t part, int64_t whole);
/* To a tenth of a percent: 354 of 355 vouchers are not all. */
char *load_fine_share_text(Language language, int64_t part, int64_t whole);
/* "1 voucher missed its place and found no other in time."; NULL where none did. */
char *load_missed_text(Language language, const Waits *waits);
/* A name as it is said, cut where it would fill a chart. */
char *load_name_text(Language language, const char *name);
/* What a person who serves only accompanied adds: "122 visits beside a colleague"; NULL for others.
 */
char *load_adds_text(Language language, const Plan *plan, const LoadOfSpan *span, int person_index);
/* The same of all of them: "New graduate works only beside a colleague: 122 visits"; NULL where
 * there is none. */
char *load_adds_note(Language language, const Study *study);
/* "9 years in 10 half get the day they want, 19 in 20 within 8 days, and the last waits at most 10
 * days (1,000 simulated years, each figure by itself)."; NULL while there are none. */
char *load_simulated_waits(Language language, const Study *study);

/* The plan year has no luck: in general it refuses too few and lets wait too short. Where there are
 * simulated years, only if these refuse more, or wait longer, on average. */
typedef enum { KIND_ON_REFUSALS, KIND_ON_WAITS } LoadKindness;
bool load_is_too_kind(const Study *study, LoadKindness what);
