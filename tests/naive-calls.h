/* Who wants what, when, and on which day they call, for the slow year (domain §7 "Requests", §8):
 * the list of calls. What becomes of them is naive-year.c's. */
#pragma once

#include <glib.h>

#include "tests/naive-days.h"
#include "tests/naive-luck.h"

/* One request that waits for its call day. */
typedef struct {
  bool handled;
  VisitKind kind;
  int call_day;
  int round; /* one that arises on its call day waits for the next round of that day */
  uint32_t order;
  int wanted_day; /* of a deal: of the stretch now searched */
  int wanted_minute;
  int service_index;
  uint32_t item;
  int k; /* a returner's visits wanted before */
} NaiveCall;

/* What is known of one voucher. */
typedef struct {
  bool existing;
  uint32_t returners; /* of its people, were she served */
  bool place_found;   /* for a first visit, missed or not */
  int first_wanted_day, wanted_day;
  uint32_t bookings; /* those whose no_show is known */
  bool no_show;      /* at the next one */
  int given;
} NaiveVoucher;

/* One year under way. */
typedef struct {
  const Plan *plan;
  NaiveLuck luck;
  NaiveYearFault fault;
  NaiveDays days;
  Year *answer;
  GArray *visits, *refusals; /* of the answer */
  GArray *calls;             /* NaiveCall */
  NaiveVoucher *vouchers;
  int promotion_days;
  int replacements; /* regular requests still to be left out */
  int deal_bookings[HORIZON_DAYS_MAX];
  int64_t deal_minutes[HORIZON_DAYS_MAX];
  int call_day, round;  /* of the call now handled; −1 before the first */
  GHashTable *returned; /* returners who had their first full-price visit */
} NaiveWorld;

const PlanService *naive_service(const NaiveWorld *world, int service_index);
bool naive_has_calendar(const NaiveWorld *world);

void naive_call_regulars(NaiveWorld *world);
void naive_call_vouchers(NaiveWorld *world);
/* Visit number `given` of a voucher is wanted on a day, or the next open one; she will call, not
 * before a day. False when the promotion is over by then. */
bool naive_call_deal_visit(NaiveWorld *world, uint32_t item, int day, int earliest_call_day);
/* Will she come to her next booking? */
void naive_draw_no_show(NaiveWorld *world, uint32_t item);
void naive_voucher_ends_unserved(NaiveWorld *world, uint32_t item);
/* A returner's visit number k at full price, after a day. */
void naive_call_return(NaiveWorld *world, uint32_t item, int k, int after_day);
