/* Hours of a week painted on, beside a week of minutes that a hand could tick. */
#include <glib.h>
#include <string.h>

#include "model/plan/week-hours.h"

#define MINUTES 2880

typedef struct {
  bool open[7][MINUTES];
} Ticks;

static void tick(Ticks *ticks, const WeeklyHours *hours, int count) {
  memset(ticks, 0, sizeof *ticks);
  for (int i = 0; i < count; i++) {
    for (int minute = hours[i].begin_minute; minute < hours[i].end_minute; minute++) {
      ticks->open[hours[i].weekday][minute] = true;
    }
  }
}

static bool is_tidy(const WeeklyHours *hours, int count) {
  for (int i = 0; i < count; i++) {
    if (hours[i].begin_minute >= hours[i].end_minute || hours[i].begin_minute >= 1440) {
      return false;
    }
    if (i > 0 && (hours[i - 1].weekday > hours[i].weekday ||
                  (hours[i - 1].weekday == hours[i].weekday &&
                   hours[i - 1].end_minute >= hours[i].begin_minute))) {
      return false;
    }
  }
  return true;
}

static void test_random_strokes(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(3);
  g_autofree Ticks *expected = g_new(Ticks, 1), *found = g_new(Ticks, 1);
  WeeklyHours hours[HOURS_MAX] = {0};
  int32_t count = 0;
  int refused = 0;

  for (int step = 0; step < 1500; step++) {
    int weekday = g_rand_int_range(luck, 0, 7);
    int begin = g_rand_int_range(luck, 0, 50) * 30;
    int end = begin + g_rand_int_range(luck, 1, step % 3 ? 12 : 2) * 30;
    bool open = g_rand_int_range(luck, 0, 3) == 0;
    int32_t count_before = count;

    tick(expected, hours, count);
    g_assert_cmpint(week_hours_cover(hours, count, weekday, begin, end), ==,
                    memchr(&expected->open[weekday][begin], 0, (gsize)(end - begin)) == NULL);
    if (!week_hours_paint(hours, &count, HOURS_MAX, weekday, begin, end, open)) {
      refused++;
      tick(found, hours, count);
      g_assert_cmpint(count, ==, count_before);
      g_assert_cmpmem(found, sizeof *found, expected, sizeof *expected);
      continue;
    }
    memset(&expected->open[weekday][begin], open, (gsize)(end - begin));
    tick(found, hours, count);
    g_assert_cmpmem(found, sizeof *found, expected, sizeof *expected);
    g_assert_true(is_tidy(hours, count));
    g_assert_true(week_hours_cover(hours, count, weekday, begin, end) == open);
  }
  g_assert_cmpint(refused, >, 20);
}

static void test_odd_minutes_stay(void) {
  WeeklyHours hours[HOURS_MAX] = {{1, 555, 1025}};
  int32_t count = 1;

  g_assert_true(week_hours_paint(hours, &count, HOURS_MAX, 1, 720, 750, false));
  g_assert_cmpint(count, ==, 2);
  g_assert_cmpint(hours[0].begin_minute, ==, 555);
  g_assert_cmpint(hours[1].end_minute, ==, 1025);
  g_assert_true(week_hours_paint(hours, &count, HOURS_MAX, 1, 720, 750, true));
  g_assert_cmpint(count, ==, 1);
  g_assert_cmpint(hours[0].end_minute, ==, 1025);
}

static void test_a_day_copied(void) {
  WeeklyHours hours[HOURS_MAX] = {{0, 600, 720}, {0, 780, 1020}, {3, 60, 120}};
  int32_t count = 3;

  g_assert_cmpint(week_hours_days(hours, count), ==, 1 | 1 << 3);
  g_assert_true(week_hours_copy_day(hours, &count, HOURS_MAX, 0, 1 << 3));
  g_assert_cmpint(count, ==, 4);
  g_assert_cmpint(hours[3].weekday, ==, 3);
  g_assert_cmpint(hours[3].end_minute, ==, 1020);
  g_assert_true(week_hours_copy_day(hours, &count, HOURS_MAX, 0, 127));
  g_assert_cmpint(count, ==, 14);
  g_assert_true(is_tidy(hours, count));
  g_assert_false(week_hours_paint(hours, &count, HOURS_MAX, 2, 100, 130, true));
  g_assert_cmpint(count, ==, 14);
  g_assert_true(week_hours_copy_day(hours, &count, HOURS_MAX, 2, 0));
  g_assert_true(week_hours_paint(hours, &count, HOURS_MAX, 2, 0, MINUTES, false));
  g_assert_true(week_hours_copy_day(hours, &count, HOURS_MAX, 2, 127));
  g_assert_cmpint(count, ==, 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/week-hours/random-strokes", test_random_strokes);
  g_test_add_func("/week-hours/odd-minutes-stay", test_odd_minutes_stay);
  g_test_add_func("/week-hours/a-day-copied", test_a_day_copied);
  return g_test_run();
}
