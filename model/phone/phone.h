/* Room: phone. The rush of calls after the sale (domain §9), hour by hour. Knows: plan, erlang,
 * what an hour of help costs (cash). Must not know: bookings (lost calls do not change them),
 * words. Allocates nothing. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/plan/plan.h"

#define PHONE_DAYS_SHOWN 10
#define PHONE_HOURS_MAX 24
#define PHONE_WITHIN_SECONDS 60
#define PHONE_WITHIN_SHARE_PER_100K 80000 /* "at least 80 % answered within 60 s …" */
#define PHONE_LOST_MOST_PER_100K 5000     /* "… and under 5 % lost per attempt" */
#define PHONE_PEOPLE_MOST 200             /* that a plan can have: its own and the extra ones */
/* Lost callers who call again, at most: with every one of them calling for ever there would be no
 * steady hour. So many is 20 attempts a caller when nobody answers. */
#define PHONE_AGAIN_MOST_PER_100K 95000

/* One hour of the line's day (the last may be shorter: its calls are those of its minutes). All
 * hours of a day have the same calls a minute. */
typedef struct {
  int32_t begin_minute, end_minute;   /* after midnight */
  int32_t calls_milli;                /* first calls, without those who try again */
  int32_t attempts_milli;             /* with them; = answered + lost */
  int32_t answered_milli, lost_milli; /* of the attempts; a lost one is a voice mail */
  int32_t lost_per_100k, within_per_100k;
  int32_t people;        /* with those the plan has: its own and the extra ones that day */
  int32_t people_needed; /* for the goal above, with call-backs at that number; 0 without calls;
                            PHONE_PEOPLE_MOST + 1: more than that */
} PhoneHour;

typedef struct {
  int32_t date;
  int hour_count;
  PhoneHour hour[PHONE_HOURS_MAX];
  int32_t calls_milli, attempts_milli, answered_milli, lost_milli; /* sums of the hours */
  int32_t people, people_needed; /* the most needed in one hour of the day */
  int32_t needed_minutes;        /* Σ people needed × minutes of the hour */
  int32_t extra_minutes_needed;  /* of those, beyond the plan's own people */
} PhoneDay;

typedef struct {
  bool applies;  /* somebody phones on a day shown; else all below is 0 but what is hired */
  int day_count; /* PHONE_DAYS_SHOWN */
  PhoneDay day[PHONE_DAYS_SHOWN];
  int32_t callers_milli; /* buyers who phone, all days, also those after the shown ones */
  int32_t talk_minutes;  /* their first calls × handle time, half up: 444 × 4.5 min = 1,998 */
  int32_t calls_milli, attempts_milli; /* of the shown days */
  int32_t lost_milli;                  /* voice mails of the shown days with the people one has */
  int32_t hardest_day_index;           /* most people missing; of several the one with most calls */
  int32_t hired_minutes;               /* the plan's extra people: days × hours × people */
  int64_t hired_cents;                 /* what they cost: phone_help of the campaign */
  int32_t extra_minutes_needed;        /* Σ of the shown days */
  int64_t extra_needed_cents;          /* at the plan's extra cost an hour, half up */
} Phone;

/* Calls of a day: vouchers sold × share who phone × weight of the day ÷ sum of the weights (parts
 * add up: money_split), evenly over the line's minutes. The first weight is the sale's first day;
 * days beyond the weights have none. A line never passes midnight (a field's bound). Each hour is
 * taken as steady: one hour's callers do not wait into the next. The plan has no blocking problem.
 * The example: 222 calls in 12 h, 2 people: 18.5 an hour, 21.1 attempts, .246 lost; 4 needed. */
void phone_compute(const Plan *plan, Phone *phone);
