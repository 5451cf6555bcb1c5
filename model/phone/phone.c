/* Room: phone. See phone.h. Hours of a day are alike, and so are days of equal weight: each is
 * computed once. */
#include "model/phone/phone.h"

#include <math.h>
#include <string.h>

#include "model/base/money.h"
#include "model/cash/day-rates.h"
#include "model/phone/erlang.h"

#define MILLI 1000
#define MINUTES_AN_HOUR 60

static ErlangHour erlang_hour(const PlanPhone *phone, double calls_per_hour, int people) {
  return (ErlangHour){calls_per_hour, phone->handle_milli_minutes / (double)MILLI,
                      phone->patience_milli_minutes / (double)MILLI, people};
}

/* First calls with so many people: their attempts, and what becomes of them. */
static double attempts_find(const PlanPhone *phone, double calls_per_hour, int people,
                            ErlangAnswer *answer) {
  int32_t again = phone->call_again_per_100k < PHONE_AGAIN_MOST_PER_100K
                      ? phone->call_again_per_100k
                      : PHONE_AGAIN_MOST_PER_100K;
  ErlangHour hour = erlang_hour(phone, calls_per_hour, people);
  hour.calls_per_hour = erlang_attempts_per_hour(&hour, again / (double)RATE_ONE_PER_100K);
  erlang_compute(&hour, PHONE_WITHIN_SECONDS, answer);
  return hour.calls_per_hour;
}

static bool is_good(const ErlangAnswer *answer) {
  return answer->lost_share < PHONE_LOST_MOST_PER_100K / (double)RATE_ONE_PER_100K &&
         answer->within_share >= PHONE_WITHIN_SHARE_PER_100K / (double)RATE_ONE_PER_100K;
}

/* Answered calls keep people busy: 95 % of the talk needs that many at least, so the search starts
 * there. More people never lose more. */
static int people_needed(const PlanPhone *phone, double calls_per_hour) {
  double talk = calls_per_hour * phone->handle_milli_minutes / MILLI / MINUTES_AN_HOUR;
  double least = floor(talk * (1 - PHONE_LOST_MOST_PER_100K / (double)RATE_ONE_PER_100K));
  int people = least < 1 ? 1 : least <= PHONE_PEOPLE_MOST ? (int)least : PHONE_PEOPLE_MOST + 1;
  for (; people <= PHONE_PEOPLE_MOST; people++) {
    ErlangAnswer answer;
    attempts_find(phone, calls_per_hour, people, &answer);
    if (is_good(&answer))
      break;
  }
  return people;
}

static int32_t rounded(double value) {
  return (int32_t)floor(value + 0.5);
}

/* `minutes` of a line of `line_minutes`, of what the whole day has. */
static int32_t part_until(int32_t whole, int32_t minutes, int32_t line_minutes) {
  return (int32_t)money_scale_half_up(whole, minutes, line_minutes);
}

static void hours_fill(const PlanPhone *phone, int32_t calls_milli, PhoneDay *day) {
  int32_t line_minutes = phone->end_minute - phone->begin_minute;
  double per_hour = calls_milli / (double)MILLI * MINUTES_AN_HOUR / line_minutes;
  ErlangAnswer answer;
  double attempts = attempts_find(phone, per_hour, day->people, &answer);
  int32_t needed = calls_milli > 0 ? people_needed(phone, per_hour) : 0;
  day->hour_count = (line_minutes + MINUTES_AN_HOUR - 1) / MINUTES_AN_HOUR;
  for (int i = 0; i < day->hour_count; i++) {
    int32_t begin = i * MINUTES_AN_HOUR, end = begin + MINUTES_AN_HOUR;
    if (end > line_minutes)
      end = line_minutes;
    double milli = attempts * MILLI * (end - begin) / MINUTES_AN_HOUR;
    PhoneHour *hour = &day->hour[i];
    *hour = (PhoneHour){
        .begin_minute = phone->begin_minute + begin,
        .end_minute = phone->begin_minute + end,
        .calls_milli = part_until(calls_milli, end, line_minutes) -
                       part_until(calls_milli, begin, line_minutes),
        .attempts_milli = rounded(milli),
        .lost_milli = rounded(milli * answer.lost_share),
        .lost_per_100k = rounded(answer.lost_share * RATE_ONE_PER_100K),
        .within_per_100k = rounded(answer.within_share * RATE_ONE_PER_100K),
        .people = day->people,
        .people_needed = needed,
    };
    hour->answered_milli = hour->attempts_milli - hour->lost_milli;
  }
}

static void day_sum_up(int32_t own_people, PhoneDay *day) {
  for (int i = 0; i < day->hour_count; i++) {
    const PhoneHour *hour = &day->hour[i];
    int32_t minutes = hour->end_minute - hour->begin_minute;
    int32_t extra = hour->people_needed - own_people;
    day->calls_milli += hour->calls_milli;
    day->attempts_milli += hour->attempts_milli;
    day->answered_milli += hour->answered_milli;
    day->lost_milli += hour->lost_milli;
    day->needed_minutes += hour->people_needed * minutes;
    if (extra > 0)
      day->extra_minutes_needed += extra * minutes;
    if (hour->people_needed > day->people_needed)
      day->people_needed = hour->people_needed;
  }
}

static void days_fill(const Plan *plan, Phone *phone) {
  const PlanPhone *line = &plan->phone;
  int64_t calls_milli[PHONE_DAYS_MAX] = {0};
  money_split(phone->callers_milli, line->day_weight, line->day_weight_count, calls_milli);
  for (int i = 0; i < phone->day_count; i++) {
    PhoneDay *day = &phone->day[i];
    int32_t people = line->people + (i < line->extra_days ? line->extra_people : 0);
    const PhoneDay *alike = NULL;
    for (int k = 0; k < i && !alike; k++)
      if (phone->day[k].calls_milli == calls_milli[i] && phone->day[k].people == people)
        alike = &phone->day[k];
    if (alike) {
      *day = *alike;
      day->date = plan->deal.sale_date + i;
      continue;
    }
    *day = (PhoneDay){.date = plan->deal.sale_date + i, .people = people};
    hours_fill(line, (int32_t)calls_milli[i], day);
    day_sum_up(line->people, day);
  }
}

static int32_t people_missing(const PhoneDay *day) {
  return day->people_needed > day->people ? day->people_needed - day->people : 0;
}

static bool is_harder(const PhoneDay *day, const PhoneDay *than) {
  int32_t missing = people_missing(day), missing_then = people_missing(than);
  return missing != missing_then ? missing > missing_then : day->calls_milli > than->calls_milli;
}

static void sum_up(const PlanPhone *line, Phone *phone) {
  for (int i = 0; i < phone->day_count; i++) {
    const PhoneDay *day = &phone->day[i];
    phone->calls_milli += day->calls_milli;
    phone->attempts_milli += day->attempts_milli;
    phone->lost_milli += day->lost_milli;
    phone->extra_minutes_needed += day->extra_minutes_needed;
    if (is_harder(day, &phone->day[phone->hardest_day_index]))
      phone->hardest_day_index = i;
  }
  phone->extra_needed_cents =
      money_scale_half_up(line->extra_cents_per_hour, phone->extra_minutes_needed, MINUTES_AN_HOUR);
}

/* Paid whether anybody phones or not. */
static Phone hired_only(const Plan *plan) {
  const PlanPhone *line = &plan->phone;
  return (Phone){
      .hired_minutes =
          line->extra_days * line->extra_people * (line->end_minute - line->begin_minute),
      .hired_cents = phone_help_cents(plan) * line->extra_days,
  };
}

void phone_compute(const Plan *plan, Phone *phone) {
  const PlanPhone *line = &plan->phone;
  int64_t callers_milli =
      money_share_half_up((int64_t)plan_vouchers_sold(plan) * MILLI, line->buyers_calling_per_100k);
  *phone = hired_only(plan);
  if (callers_milli == 0)
    return;
  phone->day_count = PHONE_DAYS_SHOWN;
  phone->callers_milli = (int32_t)callers_milli;
  phone->talk_minutes =
      (int32_t)money_scale_half_up(callers_milli, line->handle_milli_minutes, MILLI * MILLI);
  days_fill(plan, phone);
  sum_up(line, phone);
  phone->applies = phone->calls_milli > 0;
  if (!phone->applies)
    *phone = hired_only(plan);
}
