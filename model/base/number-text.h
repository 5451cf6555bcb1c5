/* Room: base. Knows: how numbers and dates are written in each language. Must not know: the C
 * locale, catalogues, screens. Nothing from printf's or strtod's locale reaches a reader.
 *
 * English (Canada): $1,234.50  -$1,234.50  12.5%  2026-03-01  March 1, 2026
 * français (Canada): 1 234,50 $ with U+00A0, -1 234,50 $, 12,5 %, 2026-03-01, 1 mars 2026 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { LANGUAGE_EN, LANGUAGE_FR, LANGUAGE_COUNT } Language;

#define NUMBER_TEXT_SIZE 64

/* Every formatter writes at most size bytes of UTF-8 with its NUL and returns text, so that it can
 * stand in an argument list. size ≥ NUMBER_TEXT_SIZE. */
char *money_format(Language language, int64_t cents, char *text, size_t size);
/* Whole dollars, half away from zero: $1,235 / 1 235 $. */
char *money_format_whole(Language language, int64_t cents, char *text, size_t size);
/* With an explicit sign when not zero: +$12.00, -$3.50. */
char *money_format_signed(Language language, int64_t cents, char *text, size_t size);
/* No currency sign, for table cells: 1,234.50 / 1 234,50. */
char *money_format_plain(Language language, int64_t cents, char *text, size_t size);
/* Trailing zeros dropped: 50% / 50 %, 9.975% / 9,975 %. Thousands are not grouped, here and in
 * milli_format: one separator is decimal when it is read back. */
char *percent_format(Language language, int64_t rate_per_100k, char *text, size_t size);
char *count_format(Language language, int64_t count, char *text, size_t size);
/* A count in thousandths, trailing zeros dropped: 6500 → 6.5 / 6,5. */
char *milli_format(Language language, int64_t milli, char *text, size_t size);
/* Minutes after midnight, may pass 24 h: 10:00 / 10 h 00 with U+00A0, 25:30 / 25 h 30. */
char *time_format(Language language, int minute_of_day, char *text, size_t size);
/* date is a date, not DATE_NONE. */
char *date_format_long(Language language, int32_t date, char *text, size_t size);
/* "Mar 1" / "1 mars": for axes and notes where the year is known. */
char *date_format_day(Language language, int32_t date, char *text, size_t size);
/* Static text. month 1..12, weekday 0 = Monday. Short: Feb, févr.; Mon, lun. */
const char *month_name(Language language, int month);
const char *month_name_short(Language language, int month);
const char *weekday_name(Language language, int weekday);
const char *weekday_name_short(Language language, int weekday);

typedef enum {
  NUMBER_OK,
  NUMBER_EMPTY,
  NUMBER_NOT_A_NUMBER,
  NUMBER_TOO_MANY_DECIMALS,
  NUMBER_TOO_LARGE,
} NumberProblem;

/* Parsers: both languages at once. U+0020, U+00A0, U+202F, U+2009, tabs and line ends are skipped
 * everywhere, $, CA, CAD and % before and after the digits; minus is -, − or parentheses, before
 * the digits; , and . are both decimal. Money: a last separator followed by 1–2 digits is decimal;
 * one separator and exactly three digits is thousands (*ambiguous set, so that the reading is
 * shown; also for 1,234,50, read as 1234.50). Where the digits before cannot be thousands (0.500,
 * 1 234,500) it is decimal, and refused. Percent and milli: a single separator is always decimal,
 * with at most three decimals. Counts: as money, without decimals.
 * Answers lie within ±INT64_MAX (INT64_MIN stands for "absent" in plans).
 * On any answer but NUMBER_OK the outs are untouched. `ambiguous` may be NULL. */
NumberProblem money_parse(const char *text, int64_t *cents, bool *ambiguous);
NumberProblem percent_parse(const char *text, int64_t *rate_per_100k);
NumberProblem count_parse(const char *text, int64_t *count);
NumberProblem milli_parse(const char *text, int64_t *milli);
/* "10:30", "10 h 30", "10h", "22:00"; 0..2880, past it NUMBER_TOO_LARGE. */
NumberProblem time_parse(const char *text, int *minute_of_day);
/* ISO, "March 1, 2026", "1 mars 2026", "1er mars 2026", "1 fevr. 2026"; years 1900..2200. A day
 * that does not exist is NUMBER_NOT_A_NUMBER. */
NumberProblem date_parse(const char *text, int32_t *date);
