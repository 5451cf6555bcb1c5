/* Room: words. Knows: the load of the plan year. Must not know: how it is drawn.
 *
 * What the charts of the load show, with numbers. A title never says more than the plan year
 * holds. */
#include "ui/words/load-words.h"

#include <stdlib.h>

#include "model/base/money.h"
#include "model/risk/risk.h"
#include "ui/words/phrase.h"

#define FULL_PERCENT 95

/* "in the first 8 weeks" */
static char *rush_text(Language language, int days) {
  g_autofree char *weeks = say_number(language, (days + 6) / 7);

  if (days <= 7) {
    return g_strdup(say(language, "in the first week"));
  }
  return g_strdup_printf(say(language, "in the first %s weeks"), weeks);
}

static char *refused_text(Language language, int64_t refused) {
  g_autofree char *number = say_number(language, refused);

  return g_strdup_printf(say_count(language, refused, "%s request refused", "%s requests refused"),
                         number);
}

/* "Fridays from 17:00 to 20:00" */
static char *peak_text(Language language, const HourGrid *grid, const HourPeak *peak) {
  g_autofree char *hours = load_hours_text(language, grid, peak->begin, peak->end);

  return g_strdup_printf(say(language, "%1$s from %2$s"), phrase_weekdays(language, peak->weekday),
                         hours);
}

/* "are full" is only said where it is so; else what is fullest stands beside the refusals. */
char *load_find_hours(Language language, const Study *study) {
  g_autofree char *rush = NULL;
  g_autofree char *peak_hours = NULL;
  g_autofree char *full_hours = NULL;
  g_autofree char *share = NULL;
  g_autofree char *refused = NULL;
  HourGrid grid;
  HourPeak peak, fullest;

  if (!study->results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: no hours to show"));
  }
  hour_grid_fill(study->results, LOAD_RUSH, &grid);
  if (!hour_fullest_find(&grid, &fullest)) {
    return g_strdup(say(language, "Nobody is on shift in the first weeks"));
  }
  rush = rush_text(language, grid.days);
  full_hours = peak_text(language, &grid, &fullest);
  share = load_said_share(language, fullest.sum.taken_minutes, fullest.sum.there_minutes);
  if (!hour_refusing_find(&grid, &peak)) {
    return g_strdup_printf(say(language, "Nobody is refused %1$s; fullest are %2$s, %3$s taken"),
                           rush, full_hours, share);
  }
  if (peak.sum.taken_minutes * 100 >= peak.sum.there_minutes * FULL_PERCENT) {
    peak_hours = phrase_capital(peak_text(language, &grid, &peak));
    refused = refused_text(language, peak.sum.refused);
    return g_strdup_printf(say(language, "%1$s are full %2$s: %3$s"), peak_hours, rush, refused);
  }
  refused = refused_text(language, grid.refused);
  if (grid.refused == 1) {
    return g_strdup_printf(say(language, "%1$s %2$s, on a %3$s; %4$s are %5$s taken"), refused,
                           rush, weekday_name(language, peak.weekday), full_hours, share);
  }
  return g_strdup_printf(say(language, "%1$s %2$s, most on %3$s; %4$s are %5$s taken"), refused,
                         rush, phrase_weekdays(language, peak.weekday), full_hours, share);
}

char *load_find_refused(Language language, const Study *study) {
  const LoadFigures *figures = &study->results->load_figures[LOAD_WHOLE];
  const LoadOfSpan *with = &study->results->load.span[LOAD_WHOLE];
  int64_t wanted = 0;
  g_autofree char *wanted_text = NULL;
  g_autofree char *all = NULL;
  g_autofree char *less = NULL;

  if (!study->results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: nobody is refused"));
  }
  for (int weekday = 0; weekday < 7; weekday++) {
    wanted += with->wanted[weekday];
  }
  wanted_text = say_number(language, wanted);
  if (figures->refused_visits[1] == 0) {
    return g_strdup_printf(
        say(language, "None of %s requests at full price is refused in the plan year"),
        wanted_text);
  }
  less = say_number(language, figures->refused_visits[0]);
  all = say_number(language, figures->refused_visits[1]);
  if (figures->refused_visits[1] == 1) {
    return g_strdup_printf(say(language, "1 of %1$s requests at full price is refused, on a %2$s; "
                                         "without the deal %3$s"),
                           wanted_text, weekday_name(language, figures->most_refused_weekday),
                           less);
  }
  return g_strdup_printf(say(language, "%1$s of %2$s requests at full price are refused, most on "
                                       "%3$s; without the deal %4$s"),
                         all, wanted_text, phrase_weekdays(language, figures->most_refused_weekday),
                         less);
}

/* "7 in 10", "about 7 in 10" get the day they want; NULL for half, which at least do where this is
 * asked. */
static char *same_day_text(Language language, const Waits *waits) {
  int64_t same_day = waits->bin[0].vouchers, placed = waits->placed;
  int64_t tenths = money_scale_half_up(same_day, 10, placed);
  g_autofree char *number = say_number(language, tenths);
  g_autofree char *share = g_strdup_printf(say(language, "%s in 10"), number);

  if (tenths <= 5) {
    return NULL;
  }
  return llabs(same_day * 10 - tenths * placed) * 10 <= placed
             ? g_steal_pointer(&share)
             : g_strdup_printf(say(language, "about %s"), share);
}

/* Of the vouchers that got a place. */
static char *placed_text(Language language, const Waits *waits) {
  g_autofree char *half = phrase_days(language, waits->p50);
  g_autofree char *most = phrase_days(language, waits->p95);
  g_autofree char *last = phrase_days(language, waits->longest);
  g_autofree char *same_day = waits->p50 == 0 ? same_day_text(language, waits) : NULL;

  if (waits->longest == 0) {
    return g_strdup(say(language, "Every voucher gets the day it is wanted"));
  }
  if (waits->p95 == 0) {
    return g_strdup_printf(say(language, "19 in 20 get the day they want; the last waits %s"),
                           last);
  }
  if (same_day) {
    return phrase_capital(g_strdup_printf(
        say(language, "%1$s get the day they want; 19 in 20 within %2$s; the last waits %3$s"),
        same_day, most, last));
  }
  if (waits->p50 == 0) {
    return g_strdup_printf(
        say(language, "Half get the day they want; 19 in 20 within %1$s; the last waits %2$s"),
        most, last);
  }
  return g_strdup_printf(
      say(language, "Half wait at most %1$s, 19 in 20 at most %2$s; the last waits %3$s"), half,
      most, last);
}

char *load_find_waits(Language language, const Study *study) {
  g_autofree char *placed = NULL;
  g_autofree char *never = NULL;
  Waits waits;

  if (!study->results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: no waits to show"));
  }
  waits_fill(study->plan, &study->results->with, &waits);
  never = phrase_vouchers(language, waits.never);
  if (waits.placed == 0) {
    return waits.never == 0
               ? g_strdup(say(language, "No voucher is used in the plan year"))
               : g_strdup_printf(say(language, "Nobody gets a place in time: %s"), never);
  }
  placed = placed_text(language, &waits);
  if (waits.never == 0) {
    return g_steal_pointer(&placed);
  }
  return g_strdup_printf(say_count(language, waits.never, "%1$s; %2$s never gets a place",
                                   "%1$s; %2$s never get a place"),
                         placed, never);
}

/* Of the 90th percentiles, each by itself. */
static char *waits_in_most_years(Language language, int64_t p50, int64_t p95, int64_t longest) {
  g_autofree char *half = phrase_days(language, p50);
  g_autofree char *most = phrase_days(language, p95);
  g_autofree char *last = phrase_days(language, longest);

  if (longest == 0) {
    return g_strdup(say(language, "9 years in 10 every voucher gets the day it is wanted"));
  }
  if (p95 == 0) {
    return g_strdup_printf(say(language, "9 years in 10 all but 1 in 20 get the day they want, and "
                                         "the last waits at most %s"),
                           last);
  }
  if (p50 == 0) {
    return g_strdup_printf(say(language, "9 years in 10 half get the day they want, 19 in 20 "
                                         "within %1$s, and the last waits at most %2$s"),
                           most, last);
  }
  return g_strdup_printf(say(language, "9 years in 10 half wait at most %1$s, 19 in 20 at most "
                                       "%2$s, and the last at most %3$s"),
                         half, most, last);
}

char *load_simulated_waits(Language language, const Study *study) {
  const RiskOfSample *told = study->risk ? risk_told(study->risk) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *years = NULL;
  g_autofree char *waits = NULL;

  if (!told || told->years == 0 || told->spread[RISK_USED].highest == 0) {
    return NULL;
  }
  number = say_number(language, told->years);
  years = g_strdup_printf(
      say_count(language, told->years, "%s simulated year", "%s simulated years"), number);
  waits = waits_in_most_years(language, told->spread[RISK_WAIT_P50_DAYS].percentile[RISK_P90],
                              told->spread[RISK_WAIT_P95_DAYS].percentile[RISK_P90],
                              told->spread[RISK_WAIT_MAX_DAYS].percentile[RISK_P90]);
  return g_strdup_printf(say(language, "%1$s (%2$s, each figure by itself)."), waits, years);
}

char *load_find_use(Language language, const Study *study) {
  const LoadFigures *figures = &study->results->load_figures[LOAD_WHOLE];
  int64_t there = load_there_minutes(&study->results->load_without.span[LOAD_WHOLE]);
  bool by_rooms = load_counts_rooms(study->plan);
  g_autofree char *idle = NULL;
  g_autofree char *filled = NULL;

  if (!study->results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: no hours to show"));
  }
  if (there <= 0) {
    return g_strdup(say(language, "Nobody is on shift in the plan year"));
  }
  idle = load_said_share(language, figures->idle_without_minutes, there);
  if (figures->idle_filled_minutes <= 0 || figures->idle_without_minutes <= 0) {
    return g_strdup_printf(by_rooms
                               ? say(language, "Without the deal %s of the rooms’ hours are idle; "
                                               "the deal fills none of them")
                               : say(language, "Without the deal %s of the hours on shift are "
                                               "idle; the deal fills none of them"),
                           idle);
  }
  filled = load_said_share(language, figures->idle_filled_minutes, figures->idle_without_minutes);
  return g_strdup_printf(by_rooms
                             ? say(language, "Without the deal %1$s of the rooms’ hours are idle; "
                                             "the deal fills %2$s of them")
                             : say(language, "Without the deal %1$s of the hours on shift are "
                                             "idle; the deal fills %2$s of them"),
                         idle, filled);
}

char *load_find_curve(Language language, const Study *study) {
  g_autofree CurveFigures *curve = g_new(CurveFigures, 1);
  g_autofree char *days = NULL;
  int half = 0;

  curve_figures_fill(study->plan, study->results, curve);
  if (curve->days <= 0) {
    return g_strdup(say(language, "The promotion has no day yet"));
  }
  if (study->results->has_calendar && curve->vouchers == 0) {
    return g_strdup(say(language, "No voucher is used in the plan year"));
  }
  if (curve->days >= CURVE_TWO_MONTHS_DAYS + CURVE_LAST_DAYS) {
    return g_strdup_printf(say(language, "%1$d of 100 used vouchers come in the first two months, "
                                         "%2$d in the last four weeks"),
                           curve_per_hundred(curve, CURVE_TWO_MONTHS_DAYS),
                           100 - curve_per_hundred(curve, curve->days - CURVE_LAST_DAYS));
  }
  while (curve->share[half] < 0.5) {
    half++;
  }
  if (half == 0) {
    return g_strdup(say(language, "Half of the used vouchers come on the first day"));
  }
  days = phrase_days(language, half + 1);
  return g_strdup_printf(say(language, "Half of the used vouchers come in the first %s"), days);
}

char *load_find_day(Language language, const Study *study) {
  int32_t today = study->results->sale_date + study->day_index;
  const char *weekday = weekday_name(language, date_weekday(today));
  g_autofree char *date = say_date(language, today);
  g_autofree char *refused = NULL;
  g_autofree char *visits = NULL;
  g_autofree char *number = NULL;
  g_autofree char *deal = NULL;
  DayFigures day;

  if (!study->results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: no days to show"));
  }
  if (!day_figures_fill(study, &day)) {
    return g_strdup(say(language, "Choose a day on the calendar"));
  }
  if (!study->results->timetable.day[study->day_index].open) {
    return phrase_capital(g_strdup_printf(say(language, "%1$s, %2$s: closed"), weekday, date));
  }
  number = say_number(language, day.visits);
  visits = g_strdup_printf(say_count(language, day.visits, "%s visit", "%s visits"), number);
  deal = say_number(language, day.by_kind[VISIT_DEAL]);
  if (day.refused == 0) {
    return phrase_capital(
        g_strdup_printf(say(language, "%1$s, %2$s: %3$s, %4$s from the deal; nobody refused"),
                        weekday, date, visits, deal));
  }
  refused = refused_text(language, day.refused);
  return phrase_capital(g_strdup_printf(say(language, "%1$s, %2$s: %3$s, %4$s from the deal; %5$s"),
                                        weekday, date, visits, deal, refused));
}
