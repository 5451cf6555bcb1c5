/* Room: base. Knows: libc. Must not know: today's date, time zones, text of months. */
#include "model/base/calendar.h"

#include <assert.h>

#define YEAR_MIN 1900
#define YEAR_MAX 2200
#define DAYS_IN_400_YEARS 146097
#define DAYS_FROM_YEAR_0_MARCH_TO_1970 719468

static int divide_floor(int a, int b) {
  return a / b - (a % b < 0);
}

/* Years that begin on March 1 put the leap day last, so that the days before a month are one
 * linear formula (Hinnant, "chrono-compatible low-level date algorithms"). */
static int32_t civil_to_days(int year, int month, int day) {
  int march_year = month <= 2 ? year - 1 : year;
  int era = divide_floor(march_year, 400);
  int year_of_era = march_year - era * 400;
  int march_month = (month + 9) % 12;
  int day_of_year = (153 * march_month + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DAYS_IN_400_YEARS + day_of_era - DAYS_FROM_YEAR_0_MARCH_TO_1970;
}

int32_t date_from_ymd(int year, int month, int day) {
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 ||
      day > date_days_in_month(year, month))
    return DATE_NONE;
  return civil_to_days(year, month, day);
}

void date_to_ymd(int32_t date, int *year, int *month, int *day) {
  assert(date != DATE_NONE && date < INT32_MAX - DAYS_FROM_YEAR_0_MARCH_TO_1970);
  int shifted = date + DAYS_FROM_YEAR_0_MARCH_TO_1970;
  int era = divide_floor(shifted, DAYS_IN_400_YEARS);
  int day_of_era = shifted - era * DAYS_IN_400_YEARS;
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;
  *day = day_of_year - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

int date_weekday(int32_t date) {
  /* 1970-01-01 was a Thursday. */
  int weekday = (int)(((int64_t)date + 3) % 7);
  return weekday < 0 ? weekday + 7 : weekday;
}

int date_month(int32_t date) {
  int year, month, day;
  date_to_ymd(date, &year, &month, &day);
  return month;
}

int date_year(int32_t date) {
  int year, month, day;
  date_to_ymd(date, &year, &month, &day);
  return year;
}

static bool year_is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_days_in_month(int year, int month) {
  static const int8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  assert(month >= 1 && month <= 12);
  return month == 2 && year_is_leap(year) ? 29 : days[month - 1];
}

int32_t date_month_begin(int32_t date) {
  int year, month, day;
  date_to_ymd(date, &year, &month, &day);
  return date - (day - 1);
}

int32_t date_month_end(int32_t date) {
  int year, month, day;
  date_to_ymd(date, &year, &month, &day);
  return date + date_days_in_month(year, month) - day;
}

int32_t date_add_months(int32_t date, int months) {
  int year, month, day;
  date_to_ymd(date, &year, &month, &day);
  int month_index = year * 12 + (month - 1) + months;
  year = divide_floor(month_index, 12);
  month = month_index - year * 12 + 1;
  int last_day = date_days_in_month(year, month);
  return civil_to_days(year, month, day < last_day ? day : last_day);
}

int32_t date_add_business_days(int32_t date, int count) {
  assert(count >= 0);
  if (count == 0)
    return date;
  int weekday = date_weekday(date);
  if (weekday > 4) { /* a weekend counts from its Friday */
    date -= weekday - 4;
    weekday = 4;
  }
  int rest_days = count % 5;
  int weekend_days = weekday + rest_days > 4 ? 2 : 0;
  return date + count / 5 * 7 + rest_days + weekend_days;
}

/* The number written in count digits, −1 when one of them is no digit. */
static int read_digits(const char *text, int count) {
  int value = 0;
  for (int i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9')
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool date_parse_iso(const char *text, int32_t *date) {
  /* Each test stops at the NUL of a shorter text. */
  int year = read_digits(text, 4);
  if (year < 0 || text[4] != '-')
    return false;
  int month = read_digits(text + 5, 2);
  if (month < 0 || text[7] != '-')
    return false;
  int day = read_digits(text + 8, 2);
  if (day < 0 || text[10] != '\0')
    return false;
  int32_t parsed = date_from_ymd(year, month, day);
  if (parsed == DATE_NONE)
    return false;
  *date = parsed;
  return true;
}

static void write_digits(char *text, int value, int count) {
  for (int i = count - 1; i >= 0; i--) {
    text[i] = (char)('0' + value % 10);
    value /= 10;
  }
}

void date_format_iso(int32_t date, char text[DATE_TEXT_SIZE]) {
  int year, month, day;
  date_to_ymd(date, &year, &month, &day);
  assert(year >= 0 && year <= 9999);
  write_digits(text, year, 4);
  text[4] = '-';
  write_digits(text + 5, month, 2);
  text[7] = '-';
  write_digits(text + 8, day, 2);
  text[10] = '\0';
}
