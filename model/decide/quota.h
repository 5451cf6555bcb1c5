/* Room: decide. How many deal visits a day of each weekday (domain §12.3, Littlewood 1972): as many
 * as leave the places that regulars are likely to ask for. Knows: the calendar, margins of the
 * plan. Must not know: simulated years of the whole, words.
 *
 * Where the deal's visit takes what a regular visit takes, the rule of protection levels; where
 * services differ, days of the real calendar are filled with so many deal visits and the regulars'
 * luck, and the number that leaves most is taken. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/plan/plan.h"
#include "model/year/booking.h"
#include "model/year/timetable.h"
#include "model/year/year-tables.h"

/* Littlewood's rule. r1 > 0: what a regular visit leaves, r2 what a deal visit does; r2 ≥ r1
 * protects nothing, r2 ≤ 0 everything (INT32_MAX). Counted demand: the smallest whole y with
 * P(D > y) ≤ r2 ÷ r1. R1 80, R2 11.50, Poisson 4 → 6. */
int32_t littlewood_protect_poisson(double r1, double r2, double mean);
/* P(D > most); 1 below 0. */
double littlewood_above_poisson(double mean, int32_t most);
/* Continuous demand: the better, in expected margin of `slots`, of the two whole numbers around
 * F⁻¹(1 − r2/r1). Answers deal slots: 100 slots, 50 and 5: Normal(50, 30) → 12, Uniform(30, 102) →
 * 5. The expected margin of a number of deal slots is told by the third. */
typedef struct {
  bool is_uniform;
  double a, b; /* normal: mean, deviation; uniform: low, high */
} Demand;
int32_t littlewood_deal_slots(double r1, double r2, int32_t slots, const Demand *demand);
double littlewood_margin(double r1, double r2, int32_t slots, int32_t deal_slots,
                         const Demand *demand);

typedef struct {
  bool is_open;         /* a deal visit can be given on that weekday */
  int32_t slots;        /* deal visits that an empty day holds */
  int32_t wanted_milli; /* regular visits wanted that day, in the promotion, on average */
  int32_t before;       /* deal visits a day, before the contract: 0 … slots */
  int32_t after;        /* once sold: 0 … slots */
  /* P(regulars want more than is left to them by `before`), where no days were simulated. */
  int32_t short_per_100k;
} QuotaDay;

/* Once sold, what is lost by moving a visit off a full day is what an unserved one loses × the
 * share that then finds no place: those wanted within the buyers' patience of the promotion's end,
 * who have no later day. Unserved loses the extras and those it would have brought back; paid back
 * also what a used one leaves and the site's share. Where the days would then not hold all that
 * will be used, as many more are lost as are moved: moving_cents is raised until they do, at most
 * to the larger of that loss and what a regular visit leaves. */
typedef struct {
  bool applies; /* the plan has rooms and regulars */
  /* A regular visit's margin by the mix; what a deal visit is worth before the contract: what a
   * used voucher leaves on average, and the margin of those it brings back in a year less their
   * incentive; what is lost once sold by moving it. */
  int64_t regular_cents, deal_cents, moving_cents;
  bool is_simulated; /* services differ */
  QuotaDay day[7];
} Quota;

/* No day holds more. */
#define QUOTA_SLOTS_MAX (ROOMS_MAX * SLOTS_MAX)

/* Days played with a number of deal visits, summed up. */
typedef struct {
  bool is_played;
  int32_t deal_visits; /* as many as found a place */
  int64_t regular_cents;
} QuotaPlayed;

/* An ordinary open day of a weekday in the promotion. */
typedef struct {
  TimetableDay day;
  int days;             /* of the promotion, that may take deal visits */
  uint64_t deal_starts; /* within the deal's hours */
  int32_t places;       /* for the deal's service on an empty day, at any hour */
  int64_t mean;         /* regulars, of REGULARS_ONE */
  int played_days;      /* that each number is played */
  QuotaPlayed played[QUOTA_SLOTS_MAX + 1];
} QuotaWeekday;

/* calloc one: about 22 MB of addresses, of which a plan touches a few hundred KB. */
typedef struct {
  Timetable timetable;
  YearTables tables;
  int64_t margin_cents[SERVICES_MAX];
  QuotaWeekday weekday[7];
  Booking booking; /* of one day */
} QuotaScratch;

/* The plan has no blocking problem. Deterministic: its luck has a seed of its own. A regular who
 * finds no place on the day she wants counts as lost. */
void quota_compute(const Plan *plan, QuotaScratch *scratch, Quota *quota);
