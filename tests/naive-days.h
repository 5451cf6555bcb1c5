/* A slow calendar for a slow year: every quarter of an hour of every room and person of every day
 * is one bool; every group of people is tried. Written from domain §7 "Placement". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/base/slots.h"
#include "model/plan/plan.h"

#define NAIVE_DAYS_ROOMS 4
#define NAIVE_DAYS_STAFF 5

/* What a slow year may get wrong on purpose; the first of them in its calendar. */
typedef enum {
  NAIVE_YEAR_RIGHT,
  NAIVE_YEAR_FORGETS_TURNOVER,    /* a room is ready when the visit ends */
  NAIVE_YEAR_FORGETS_REST,        /* nobody rests */
  NAIVE_YEAR_LEAVES_ALONE,        /* one who serves only accompanied works as any other */
  NAIVE_YEAR_TIES_LATER,          /* of two starts equally near, the later */
  NAIVE_YEAR_SHIFTS_STARTS,       /* the wanted start moves to the quarter that holds it */
  NAIVE_YEAR_CUTS_EVENINGS,       /* the place closes at midnight */
  NAIVE_YEAR_FORGETS_CLOSURES,    /* open on holidays */
  NAIVE_YEAR_FORGETS_PATIENCE,    /* a regular accepts her wanted day only */
  NAIVE_YEAR_FORGETS_FLEXIBILITY, /* a regular accepts her wanted start only */
  NAIVE_YEAR_FORGETS_QUOTA,
  NAIVE_YEAR_FORGETS_DAILY_LIMIT,
  NAIVE_YEAR_FORGETS_BLACKOUTS,
  NAIVE_YEAR_FORGETS_DEAL_HOURS,
  NAIVE_YEAR_CALLS_BACK_LATE,    /* the day after the last one searched */
  NAIVE_YEAR_GIVES_UP,           /* a buyer calls once */
  NAIVE_YEAR_ENDS_EARLY,         /* the promotion's last day cannot be used */
  NAIVE_YEAR_WAITS_FROM_CALL,    /* the wait begins at the last stretch searched */
  NAIVE_YEAR_GAP_FROM_WANTED,    /* the next visit is counted from the day wanted */
  NAIVE_YEAR_FORGETS_REPLACED,   /* an existing client also comes as a regular */
  NAIVE_YEAR_RETURNS_FROM_GIVEN, /* the next return is counted from the day given */
  NAIVE_YEAR_RETURNS_UNKNOWN,    /* a returner may call before the visit she returns from */
  NAIVE_YEAR_EXISTING_RETURN,    /* those who were clients already return too */
  NAIVE_YEAR_NO_SHOW_KEEPS,      /* under the rule forfeit she books again */
  NAIVE_YEAR_ORDER_BY_KIND,      /* within a call day regulars come first */
  NAIVE_YEAR_ROUNDS_DOWN,        /* the plan year's regulars */
  NAIVE_YEAR_FAULTS_COUNT
} NaiveYearFault;

typedef struct {
  const Plan *plan;
  NaiveYearFault fault;
  int days_count;
  int opening_minute[7]; /* of a weekday; −1: closed */
  bool slot_open[7][SLOTS_MAX];
  bool on_shift[7][NAIVE_DAYS_STAFF][SLOTS_MAX]; /* and open */
  bool room_taken[HORIZON_DAYS_MAX][NAIVE_DAYS_ROOMS][SLOTS_MAX];
  bool person_taken[HORIZON_DAYS_MAX][NAIVE_DAYS_STAFF][SLOTS_MAX];
} NaiveDays;

/* The plan has at most NAIVE_DAYS_ROOMS rooms and NAIVE_DAYS_STAFF people; it must outlive this. */
void naive_days_init(NaiveDays *days, const Plan *plan, NaiveYearFault fault);

int naive_days_weekday(const NaiveDays *days, int day);
bool naive_days_is_open(const NaiveDays *days, int day);
/* The first open day not before; days_count when there is none. */
int naive_days_next_open(const NaiveDays *days, int day);
int naive_days_minute(const NaiveDays *days, int day, int slot); /* after midnight */
/* Whether a service may start there while nobody is booked: its room time ends by closing. */
bool naive_days_is_start(const NaiveDays *days, int day, const PlanService *service, int slot);
int naive_days_shift_minutes(const NaiveDays *days, int day); /* of all people */
int naive_days_room_minutes(const NaiveDays *days, int day);  /* of all rooms while open */

typedef struct {
  int slot;
  uint64_t rooms;
  uint32_t staff;
} NaivePlace;

/* Takes the feasible start nearest to wanted_minute among those from first_minute to last_minute,
 * both included. False when there is none. */
bool naive_days_place(NaiveDays *days, int day, const PlanService *service, int wanted_minute,
                      int first_minute, int last_minute, NaivePlace *place);
