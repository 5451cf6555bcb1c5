/* Room: words. Knows: the plan year day by day. Must not know: how a chart is drawn.
 *
 * What the two booking charts show, with numbers: which days overflow and until when, or that they
 * do not. A title never says more than the plan year holds. */
#include "model/base/money.h"
#include "model/base/slots.h"
#include "ui/words/phrase.h"

#define WAVE_GAP_DAYS 21   /* so many days without a refusal end the first rush */
#define WAVE_START_DAYS 28 /* a rush that begins later is not the sale's */
#define NAMED_DAYS_MAX 3
#define HEAT_DAYS 28

typedef struct {
  int32_t by_weekday[7];
  int32_t total;
  int first_day, last_day; /* −1 when nobody is refused */
} Refusals;

static int32_t refused_on(const Results *results, int day) {
  const YearDay *year_day = &results->with.day[day];

  return year_day->refused[VISIT_REGULAR] + year_day->refused[VISIT_RETURNING];
}

/* Refusals until `gap_days` pass without one. */
static void count_refusals(const Results *results, int gap_days, Refusals *refusals) {
  *refusals = (Refusals){.first_day = -1, .last_day = -1};
  for (int day = 0; day < results->days; day++) {
    int32_t refused = refused_on(results, day);

    if (refusals->last_day >= 0 && day - refusals->last_day > gap_days) {
      break;
    }
    if (refused > 0) {
      refusals->first_day = refusals->first_day < 0 ? day : refusals->first_day;
      refusals->last_day = day;
      refusals->by_weekday[date_weekday(results->sale_date + day)] += refused;
      refusals->total += refused;
    }
  }
}

/* "Fridays and Saturdays": the fewest weekdays with three quarters of the refusals; NULL when they
 * are more than can be named. */
static char *overflowing_days(Language language, const Refusals *refusals) {
  const char *names[NAMED_DAYS_MAX];
  bool named[7] = {false};
  int32_t covered = 0;
  int count = 0;

  while ((int64_t)covered * 4 < (int64_t)refusals->total * 3) {
    int most = -1;

    for (int weekday = 0; weekday < 7; weekday++) {
      if (!named[weekday] &&
          (most < 0 || refusals->by_weekday[weekday] > refusals->by_weekday[most])) {
        most = weekday;
      }
    }
    if (count++ == NAMED_DAYS_MAX) {
      return NULL;
    }
    named[most] = true;
    covered += refusals->by_weekday[most];
  }
  count = 0;
  for (int weekday = 0; weekday < 7; weekday++) {
    if (named[weekday]) {
      names[count++] = phrase_weekdays(language, weekday);
    }
  }
  return phrase_capital(phrase_list(language, names, count));
}

/* "until mid-March"; with the year when it is not the sale's. */
static char *until_text(Language language, const Results *results, int day) {
  int32_t date = results->sale_date + day;
  bool other_year = date_year(date) != date_year(results->sale_date);
  g_autofree char *month = phrase_month(language, date, other_year);
  int day_of_month = date - date_month_begin(date) + 1;

  if (day_of_month <= 10) {
    return g_strdup_printf(say(language, "until early %s"), month);
  }
  if (day_of_month <= 20) {
    return g_strdup_printf(say(language, "until mid-%s"), month);
  }
  return g_strdup_printf(say(language, "until late %s"), month);
}

/* Staff time taken and on shift of a day; rooms' time where nobody is on shift all year. */
static void day_load(const Results *results, int day, bool by_rooms, int64_t *taken,
                     int64_t *capacity) {
  const YearDay *year_day = &results->with.day[day];
  const TimetableDay *table_day = &results->timetable.day[day];

  if (by_rooms) {
    *taken = year_day->room_minutes;
    *capacity = (int64_t)__builtin_popcountll(table_day->room_slots) *
                __builtin_popcountll(table_day->open_slots) * SLOT_MINUTES;
    return;
  }
  *taken = 0;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    *taken += year_day->staff_minutes[kind];
  }
  *capacity = table_day->shift_minutes;
}

static bool nobody_on_shift(const Results *results) {
  for (int day = 0; day < results->days; day++) {
    if (results->timetable.day[day].shift_minutes > 0) {
      return false;
    }
  }
  return true;
}

static char *whole_percent(Language language, int64_t part, int64_t whole) {
  return say_percent(language, money_scale_half_up(part, 100, whole) * 1000);
}

/* The highest share taken of any block of seven days, as text; NULL when there is no capacity. */
static char *busiest_week_share(Language language, const Results *results) {
  bool by_rooms = nobody_on_shift(results);
  int64_t best_taken = 0, best_capacity = 0;

  for (int begin = 0; begin < results->days; begin += 7) {
    int64_t taken = 0, capacity = 0;

    for (int day = begin; day < MIN(begin + 7, results->days); day++) {
      int64_t day_taken, day_capacity;

      day_load(results, day, by_rooms, &day_taken, &day_capacity);
      taken += day_taken;
      capacity += day_capacity;
    }
    if (capacity > 0 && (best_capacity == 0 || taken * best_capacity > best_taken * capacity)) {
      best_taken = taken;
      best_capacity = capacity;
    }
  }
  return best_capacity > 0 ? whole_percent(language, best_taken, best_capacity) : NULL;
}

static char *nobody_refused(Language language, const Results *results) {
  g_autofree char *share = busiest_week_share(language, results);

  if (!share) {
    return g_strdup(say(language, "Nobody is refused in the plan year"));
  }
  return g_strdup_printf(
      say(language, "Nobody is refused in the plan year: the busiest week is %s taken"), share);
}

/* No rush of the sale: the month with the most refusals. */
static char *refused_most_in(Language language, const Results *results, const Refusals *all) {
  g_autofree char *days = overflowing_days(language, all);
  g_autofree char *total = say_number(language, all->total);
  g_autofree char *month = NULL;
  int32_t best = -1, best_date = results->sale_date;

  for (int i = 0; i < results->month_count; i++) {
    if (results->month[i].refused > best) {
      best = results->month[i].refused;
      best_date = results->month[i].begin_date;
    }
  }
  month = phrase_month(language, best_date, true);
  if (!days) {
    return g_strdup_printf(say_count(language, all->total, "%1$s request refused, in %2$s",
                                     "%1$s requests refused, the most in %2$s"),
                           total, month);
  }
  return g_strdup_printf(say_count(language, all->total,
                                   "%1$s overflow most: %2$s request refused, in %3$s",
                                   "%1$s overflow most: %2$s requests refused, the most in %3$s"),
                         days, total, month);
}

/* The rush has no end: it is not the sale's alone, so the year without the deal stands beside. */
static char *refused_all_along(Language language, const Results *results, const char *days,
                               int64_t refused) {
  int64_t without = (int64_t)results->without.regulars_refused + results->without.returns_refused;
  g_autofree char *with_text = say_number(language, refused);
  g_autofree char *without_text = say_number(language, without);

  return g_strdup_printf(
      say_count(language, refused,
                "%1$s overflow to the end: %2$s request refused, %3$s without the deal",
                "%1$s overflow to the end: %2$s requests refused, %3$s without the deal"),
      days, with_text, without_text);
}

char *finding_bookings(Language language, const Plan *plan, const Results *results) {
  g_autofree char *days = NULL;
  g_autofree char *until = NULL;
  g_autofree char *in_wave = NULL;
  g_autofree char *total = NULL;
  Refusals wave, all;

  if (!results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: no bookings to show"));
  }
  count_refusals(results, results->days, &all);
  if (all.total == 0) {
    return nobody_refused(language, results);
  }
  count_refusals(results, WAVE_GAP_DAYS, &wave);
  if (plan_vouchers_sold(plan) == 0 || wave.first_day >= WAVE_START_DAYS ||
      wave.total * 2 < all.total) {
    return refused_most_in(language, results, &all);
  }
  days = overflowing_days(language, &wave);
  if (!days) {
    days = g_strdup(say(language, "Most days"));
  }
  if (results->days - wave.last_day <= WAVE_GAP_DAYS) {
    return refused_all_along(language, results, days, wave.total);
  }
  until = until_text(language, results, wave.last_day);
  in_wave = say_number(language, wave.total);
  total = say_number(language, all.total);
  if (wave.total < all.total) {
    return g_strdup_printf(
        say(language, "%1$s overflow %2$s: %3$s requests refused by then, %4$s in all"), days,
        until, in_wave, total);
  }
  return g_strdup_printf(say_count(language, wave.total, "%1$s overflow %2$s: %3$s request refused",
                                   "%1$s overflow %2$s: %3$s requests refused"),
                         days, until, in_wave);
}

/* What is taken of days begin..end−1, in all and by weekday. */
typedef struct {
  int64_t taken[7], capacity[7];
  int64_t all_taken, all_capacity;
} DayShares;

static DayShares shares_between(const Results *results, int begin, int end) {
  bool by_rooms = nobody_on_shift(results);
  DayShares load = {.all_taken = 0};

  for (int day = begin; day < end; day++) {
    int weekday = date_weekday(results->sale_date + day);
    int64_t taken, capacity;

    day_load(results, day, by_rooms, &taken, &capacity);
    load.taken[weekday] += taken;
    load.capacity[weekday] += capacity;
    load.all_taken += taken;
    load.all_capacity += capacity;
  }
  return load;
}

static int fullest_weekday(const DayShares *load) {
  int fullest = -1;

  for (int i = 0; i < 7; i++) {
    if (load->capacity[i] > 0 && (fullest < 0 || load->taken[i] * load->capacity[fullest] >
                                                     load->taken[fullest] * load->capacity[i])) {
      fullest = i;
    }
  }
  return fullest;
}

char *finding_heat(Language language, const Plan *plan, const Results *results) {
  int days = MIN(results->days, HEAT_DAYS);
  g_autofree char *first = NULL;
  g_autofree char *rest = NULL;
  DayShares begin, end;

  if (!results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: no days to show"));
  }
  begin = shares_between(results, 0, days);
  end = shares_between(results, days, results->days);
  if (begin.all_capacity == 0 || end.all_capacity == 0) {
    return g_strdup(say(language, "Nobody is on shift for a part of the plan"));
  }
  first = whole_percent(language, begin.all_taken, begin.all_capacity);
  rest = whole_percent(language, end.all_taken, end.all_capacity);
  return g_strdup_printf(
      say(language, "First 4 weeks: %1$s of the hours taken, most on %2$s; afterwards %3$s"), first,
      phrase_weekdays(language, fullest_weekday(&begin)), rest);
}
