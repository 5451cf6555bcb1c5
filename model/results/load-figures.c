/* Room: results. Knows: load. Must not know: how visits are placed, words. */
#include "model/results/load-figures.h"

#include "model/base/money.h"

#define MINUTES_AN_HOUR 60
#define DAYS_A_WEEK 7

static int32_t share_per_100k(int64_t part, int64_t whole) {
  return whole <= 0 ? 0 : (int32_t)money_scale_half_up(part, RATE_ONE_PER_100K, whole);
}

static int64_t kinds_sum(const int32_t minutes[VISIT_KIND_COUNT]) {
  int64_t sum = 0;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    sum += minutes[kind];
  return sum;
}

static int64_t booked_minutes_of_hour(const LoadOfSpan *span, int weekday, int hour) {
  int64_t sum = 0;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    sum += span->staff_minutes[kind][weekday][hour];
  return sum;
}

static int64_t booked_minutes(const LoadOfSpan *span) {
  int64_t sum = 0;
  for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++)
    for (int hour = 0; hour < HOURS_A_DAY_MAX; hour++)
      sum += booked_minutes_of_hour(span, weekday, hour);
  return sum;
}

/* The time there is. */
static int64_t there_minutes(const LoadOfSpan *span) {
  int64_t sum = 0;
  for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++)
    for (int hour = 0; hour < HOURS_A_DAY_MAX; hour++)
      sum += span->shift_minutes[weekday][hour];
  return sum;
}

static int32_t staff_use_per_100k(const LoadOfSpan *span) {
  int64_t used = 0, whole = 0;
  for (int i = 0; i < STAFF_MAX; i++) {
    used += kinds_sum(span->person_minutes[i]);
    whole += span->person_shift_minutes[i];
  }
  return share_per_100k(used, whole);
}

static int32_t room_use_per_100k(const LoadOfSpan *span) {
  int64_t used = 0, whole = 0;
  for (int i = 0; i < ROOMS_MAX; i++) {
    used += kinds_sum(span->room_minutes[i]);
    whole += span->room_open_minutes[i];
  }
  return share_per_100k(used, whole);
}

/* Of equal shares the hour with more booked, then the first of the week. */
static void busiest_hour_find(const LoadOfSpan *span, LoadFigures *figures) {
  int64_t most_booked = 0, most_there = 1;
  figures->busiest_weekday = figures->busiest_hour = -1;
  for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++)
    for (int hour = 0; hour < HOURS_A_DAY_MAX; hour++) {
      int64_t booked = booked_minutes_of_hour(span, weekday, hour);
      int64_t there = span->shift_minutes[weekday][hour];
      int64_t ahead = booked * most_there - most_booked * there;
      if (ahead > 0 || (ahead == 0 && booked > most_booked)) {
        most_booked = booked;
        most_there = there;
        figures->busiest_weekday = weekday;
        figures->busiest_hour = hour;
      }
    }
  figures->busiest_use_per_100k = share_per_100k(most_booked, most_there);
}

static void refused_count(const LoadOfSpan *span, int32_t *refused, int32_t *refused_per_100k) {
  int32_t wanted = 0;
  *refused = 0;
  for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++) {
    wanted += span->wanted[weekday];
    *refused += span->wanted_refused[weekday];
  }
  *refused_per_100k = share_per_100k(*refused, wanted);
}

static void most_refused_find(const LoadOfSpan *span, LoadFigures *figures) {
  figures->most_refused_weekday = -1;
  figures->most_refused_visits = 0;
  for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++)
    if (span->wanted_refused[weekday] > figures->most_refused_visits) {
      figures->most_refused_weekday = weekday;
      figures->most_refused_visits = span->wanted_refused[weekday];
    }
}

void load_figures_fill(const LoadOfSpan *with, const LoadOfSpan *without, LoadFigures *figures) {
  int64_t booked_without = booked_minutes(without);
  figures->idle_without_minutes = there_minutes(without) - booked_without;
  figures->idle_filled_minutes = booked_minutes(with) - booked_without;
  figures->idle_filled_per_100k =
      share_per_100k(figures->idle_filled_minutes, figures->idle_without_minutes);
  const LoadOfSpan *both[2] = {without, with};
  for (int i = 0; i < 2; i++) {
    figures->staff_use_per_100k[i] = staff_use_per_100k(both[i]);
    figures->room_use_per_100k[i] = room_use_per_100k(both[i]);
    refused_count(both[i], &figures->refused_visits[i], &figures->refused_per_100k[i]);
  }
  busiest_hour_find(with, figures);
  most_refused_find(with, figures);
  figures->visits_with_accompanied = with->visits_with_accompanied;
}

int64_t load_revenue_per_hour_cents(const LoadOfSpan *whole, int64_t revenue_cents) {
  int64_t minutes = there_minutes(whole);
  return minutes == 0 ? 0 : money_scale_half_up(revenue_cents, MINUTES_AN_HOUR, minutes);
}
