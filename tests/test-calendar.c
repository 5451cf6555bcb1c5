/* Tests of base/calendar. The twin turns the pages of a wall calendar from 1900 to 2200, one day at
 * a time; with Julian leap years it is shown to disagree. */
#include "model/base/calendar.h"

#include <glib.h>
#include <string.h>

#define DAYS_1900_TO_1970 25567
#define YEAR_BEGIN 1900
#define YEAR_LAST 2200

typedef bool LeapRule(int year);

typedef struct {
  int year, month, day, weekday;
  int32_t date;
  LeapRule *is_leap;
} Page;

static bool leap_gregorian(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool leap_julian(int year) {
  return year % 4 == 0;
}

static int page_days_in_month(const Page *page) {
  switch (page->month) {
  case 2:
    return page->is_leap(page->year) ? 29 : 28;
  case 4:
  case 6:
  case 9:
  case 11:
    return 30;
  default:
    return 31;
  }
}

/* 1900-01-01 was a Monday. */
static Page page_first(LeapRule *is_leap) {
  return (Page){YEAR_BEGIN, 1, 1, 0, -DAYS_1900_TO_1970, is_leap};
}

static void page_turn(Page *page) {
  page->date++;
  page->weekday = page->weekday == 6 ? 0 : page->weekday + 1;
  if (page->day < page_days_in_month(page)) {
    page->day++;
    return;
  }
  page->day = 1;
  page->month = page->month == 12 ? 1 : page->month + 1;
  page->year += page->month == 1;
}

static bool page_agrees(const Page *page) {
  int year, month, day;
  date_to_ymd(page->date, &year, &month, &day);
  int last_day = page_days_in_month(page);
  g_autofree char *expected = g_strdup_printf("%04d-%02d-%02d", page->year, page->month, page->day);
  char iso[DATE_TEXT_SIZE];
  date_format_iso(page->date, iso);
  int32_t parsed = DATE_NONE;
  return year == page->year && month == page->month && day == page->day &&
         date_from_ymd(year, month, day) == page->date && date_year(page->date) == year &&
         date_month(page->date) == month && date_weekday(page->date) == page->weekday &&
         date_days_in_month(page->year, page->month) == last_day &&
         date_month_begin(page->date) == page->date - page->day + 1 &&
         date_month_end(page->date) == page->date + last_day - page->day &&
         date_from_ymd(page->year, page->month, last_day + 1) == DATE_NONE &&
         strcmp(iso, expected) == 0 && date_parse_iso(iso, &parsed) && parsed == page->date;
}

static int count_wrong_days(LeapRule *is_leap) {
  int wrong = 0, days = 0;
  for (Page page = page_first(is_leap); page.year <= YEAR_LAST; page_turn(&page), days++)
    wrong += !page_agrees(&page);
  g_assert_cmpint(days, >, 109000);
  return wrong;
}

static void test_every_day(void) {
  g_assert_cmpint(count_wrong_days(leap_gregorian), ==, 0);
  g_assert_cmpint(count_wrong_days(leap_julian), >, 0);
}

static void test_vectors(void) {
  g_assert_cmpint(date_from_ymd(1970, 1, 1), ==, 0);
  g_assert_cmpint(date_from_ymd(1900, 1, 1), ==, -DAYS_1900_TO_1970);
  g_assert_cmpint(date_from_ymd(2000, 3, 1), ==, 11017);
  g_assert_cmpint(date_weekday(date_from_ymd(2026, 2, 14)), ==, 5);
  g_assert_cmpint(date_from_ymd(1899, 12, 31), ==, DATE_NONE);
  g_assert_cmpint(date_from_ymd(2201, 1, 1), ==, DATE_NONE);
  g_assert_cmpint(date_from_ymd(2026, 0, 1), ==, DATE_NONE);
  g_assert_cmpint(date_from_ymd(2026, 13, 1), ==, DATE_NONE);
  g_assert_cmpint(date_from_ymd(2026, 1, 0), ==, DATE_NONE);
  g_assert_cmpint(date_from_ymd(2026, 2, 29), ==, DATE_NONE);
  g_assert_cmpint(date_from_ymd(2028, 2, 29), !=, DATE_NONE);
  g_assert_cmpint(date_from_ymd(2100, 2, 29), ==, DATE_NONE);
}

typedef int32_t AddBusinessDays(int32_t date, int count);

/* One day at a time: a Monday to Friday counts. */
static int32_t add_business_days_slowly(int32_t date, int count) {
  while (count > 0) {
    date++;
    count -= date_weekday(date) <= 4;
  }
  return date;
}

/* The fault: Saturday is a business day. */
static int32_t add_business_days_with_saturday(int32_t date, int count) {
  while (count > 0) {
    date++;
    count -= date_weekday(date) <= 5;
  }
  return date;
}

static int count_wrong_business_days(AddBusinessDays *twin) {
  int wrong = 0;
  int32_t begin = date_from_ymd(2026, 1, 26);
  for (int32_t date = begin; date < begin + 14; date++)
    for (int count = 0; count <= 200; count++)
      wrong += date_add_business_days(date, count) != twin(date, count);
  return wrong;
}

static void test_business_days(void) {
  /* domain §10.1: the example's instalments. */
  int32_t sale = date_from_ymd(2026, 2, 4);
  g_assert_cmpint(date_add_business_days(sale, 0), ==, sale);
  g_assert_cmpint(date_add_business_days(sale, 5), ==, date_from_ymd(2026, 2, 11));
  g_assert_cmpint(date_add_business_days(sale, 30), ==, date_from_ymd(2026, 3, 18));
  g_assert_cmpint(date_add_business_days(sale, 60), ==, date_from_ymd(2026, 4, 29));
  int32_t saturday = date_from_ymd(2026, 2, 7);
  g_assert_cmpint(date_add_business_days(saturday, 0), ==, saturday);
  g_assert_cmpint(date_add_business_days(saturday, 1), ==, saturday + 2);
  g_assert_cmpint(count_wrong_business_days(add_business_days_slowly), ==, 0);
  g_assert_cmpint(count_wrong_business_days(add_business_days_with_saturday), >, 0);
}

static void test_add_months(void) {
  int32_t january_31 = date_from_ymd(2026, 1, 31);
  g_assert_cmpint(date_add_months(january_31, 1), ==, date_from_ymd(2026, 2, 28));
  g_assert_cmpint(date_add_months(january_31, 25), ==, date_from_ymd(2028, 2, 29));
  g_assert_cmpint(date_add_months(january_31, -2), ==, date_from_ymd(2025, 11, 30));
  g_assert_cmpint(date_add_months(january_31, -13), ==, date_from_ymd(2024, 12, 31));
  g_assert_cmpint(date_add_months(january_31, 0), ==, january_31);
  for (int32_t date = date_from_ymd(2023, 12, 1); date < date_from_ymd(2028, 4, 1); date++)
    for (int months = -30; months <= 30; months++) {
      int year, month, day;
      date_to_ymd(date, &year, &month, &day);
      for (int m = months; m > 0; m--) {
        month = month == 12 ? 1 : month + 1;
        year += month == 1;
      }
      for (int m = months; m < 0; m++) {
        month = month == 1 ? 12 : month - 1;
        year -= month == 12;
      }
      while (date_from_ymd(year, month, day) == DATE_NONE)
        day--;
      g_assert_cmpint(date_add_months(date, months), ==, date_from_ymd(year, month, day));
    }
}

static void test_parse_refuses(void) {
  static const char *const refused[] = {
      "",           "2",          "2026",       "2026-",        "2026-02",     "2026-02-",
      "2026-02-4",  "2026-2-04",  "26-02-04",   "2026-02-04 ",  " 2026-02-04", "2026-02-041",
      "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00",   "1899-12-31",  "2201-01-01",
      "2026/02/04", "2026-0:-04", "2026-02-0:", "2025:-02-04",  "2026-02-0x",  "-026-02-04",
      "+026-02-04", "2026–02–04", "\xff\xfe",   "2026-0\xb2-04"};
  for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
    /* An exact copy lets the address sanitizer see a read past the end. */
    g_autofree char *text = g_strdup(refused[i]);
    int32_t date = 42;
    g_assert_false(date_parse_iso(text, &date));
    g_assert_cmpint(date, ==, 42);
  }
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/calendar/every-day", test_every_day);
  g_test_add_func("/calendar/vectors", test_vectors);
  g_test_add_func("/calendar/business-days", test_business_days);
  g_test_add_func("/calendar/add-months", test_add_months);
  g_test_add_func("/calendar/parse-refuses", test_parse_refuses);
  return g_test_run();
}
