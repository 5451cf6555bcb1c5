/* Room: base. Knows: libc. Must not know: today's date, time zones, text of months.
 *
 * A date is an int32_t count of days since 1970-01-01 (proleptic Gregorian). Weekday 0 = Monday. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#define DATE_NONE INT32_MIN
#define DATE_TEXT_SIZE 11 /* "2026-02-04" and its NUL */

/* The date of a civil day; DATE_NONE when there is no such day. year 1900..2200, month 1..12. */
int32_t date_from_ymd(int year, int month, int day);
void date_to_ymd(int32_t date, int *year, int *month, int *day);

int date_weekday(int32_t date); /* 0 = Monday */
int date_month(int32_t date);   /* 1..12 */
int date_year(int32_t date);
int date_days_in_month(int year, int month);
int32_t date_month_begin(int32_t date); /* first day of its month */
int32_t date_month_end(int32_t date);   /* last day of its month */

/* Same day of the month `months` later (may be negative), or the last day where it is shorter. */
int32_t date_add_months(int32_t date, int months);

/* `count` business days (Monday to Friday, holidays not known) after date. count ≥ 0; with 0 the
 * date itself. 2026-02-04 + 5 = 2026-02-11; + 30 = 2026-03-18; + 60 = 2026-04-29. */
int32_t date_add_business_days(int32_t date, int count);

/* "YYYY-MM-DD" only. False, *date untouched, when it is not a date. */
bool date_parse_iso(const char *text, int32_t *date);
void date_format_iso(int32_t date, char text[DATE_TEXT_SIZE]);
