/* Room: year. One year of bookings (domain §7): regular, deal, returning clients on the exact
 * calendar. The plan year has no luck; a risk year draws from a stream. Allocates nothing: the
 * caller owns Year (0.2 MB) and YearScratch (calloc it: about 60 MB of addresses, of which a year
 * of the example touches 0.4 MB; one per thread; nothing to clear between years).
 *
 * Where §7 leaves a choice:
 * - the curve runs over promotion_days / 7 weeks; a wanted day that moves past the promotion's last
 *   day is unserved at once;
 * - one who does not come (rebook) calls the next day and searches from the day after; after the
 *   promotion's last day she is unserved. Forfeit uses up the whole voucher, also of several
 * visits;
 * - each booking of an existing client leaves out one regular request, a missed one too;
 * - extras have no luck: the k-th deal visit in turn, in both kinds of year;
 * - refused and lost-for-good clients stand at the day they first wanted;
 * - a wait ends with the first place found, kept or missed;
 * - a daily limit on a service without staff is of the rooms' time;
 * - a class that begins off the quarter hour begins with that quarter; where every start of a day
 *   has weight 0, all are alike.
 *
 * A plan without rooms has no calendar: there are no regulars, nobody is refused, a deal or
 * returning visit is given on the very day it is wanted, open or not, whatever the deal's limits,
 * and its pay goes to the first staff_needed persons, whatever staff_count is. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/base/random.h"
#include "model/year/booking.h"
#include "model/year/timetable.h"

typedef enum { VISIT_REGULAR, VISIT_RETURNING, VISIT_DEAL, VISIT_KIND_COUNT } VisitKind;

#define PAY_PERIOD_DAYS 14
#define PAY_PERIODS_MAX ((HORIZON_DAYS_MAX + PAY_PERIOD_DAYS - 1) / PAY_PERIOD_DAYS)

/* Counts of what was given on one day (by the day of the visit, not of the call). */
typedef struct {
  int32_t visits[VISIT_KIND_COUNT]; /* served; no-shows apart */
  int32_t people[VISIT_KIND_COUNT];
  int32_t staff_minutes[VISIT_KIND_COUNT]; /* minutes + rest, × staff; no-shows counted */
  int32_t room_minutes;                    /* minutes + turnover, × rooms, all kinds */
  int32_t refused[2];                      /* VISIT_REGULAR, VISIT_RETURNING, by first wanted day */
  int32_t replaced; /* regular requests not made: existing client's voucher */
  int32_t deal_no_shows;
  int32_t deal_forfeited_visits; /* visits used up by no-shows under the rule forfeit: the one
                                    missed and those of the voucher still to come */
  int32_t deal_existing;         /* first visits by existing clients */
  int32_t deal_last;             /* deal visits that are the last of their voucher */
  int32_t extras;                /* deal visits that buy extras */
  int32_t incentives;            /* returners' first full-price visits */
  int32_t leave_for_good;        /* of the refused regulars of this day, those lost */
  int32_t service_visits[2][SERVICES_MAX];        /* VISIT_REGULAR, VISIT_RETURNING */
  int32_t incentive_service_visits[SERVICES_MAX]; /* of the returning ones, those with incentive */
} YearDay;

typedef struct {
  int days;
  YearDay day[HORIZON_DAYS_MAX]; /* only 0 … days − 1 are written */
  /* Pay of visits and minutes worked (visit + rest), by pay period and person. */
  int64_t staff_visit_pay_cents[PAY_PERIODS_MAX][STAFF_MAX];
  int32_t staff_worked_minutes[PAY_PERIODS_MAX][STAFF_MAX];
  /* Totals. */
  int32_t vouchers_sold, vouchers_wanted; /* wanted: used at least tried */
  int32_t vouchers_served;                /* at least one visit given, or forfeited */
  int32_t vouchers_forfeited;
  int32_t vouchers_unserved; /* asked in time, no place before the promotion's end */
  int32_t visits_owed;       /* of several-visit vouchers, left at the promotion's end */
  int32_t regulars_wanted, regulars_served, regulars_refused, regulars_left_for_good;
  int32_t returns_wanted, returns_served, returns_refused;
  int32_t replaced, people_returning, new_clients_people;
  int32_t returners_not_followed; /* of people_returning, beyond what a scratch holds (262,144);
                                     they make no visits */
  int32_t wait_histogram[HORIZON_DAYS_MAX]; /* deal first visits by given day − first wanted day */
  int32_t wait_p50_days, wait_p95_days, wait_max_days;
  int32_t busiest_deal_week_index, busiest_deal_week_visits;
} Year;

typedef struct YearScratch YearScratch; /* whole type in year-scratch.h, for its owners' sizeof */
/* The regular requests of a risk year (year-regulars.h). */
typedef struct RegularsKept RegularsKept;

/* One visit as it is booked: slot and people are taken, also of a no-show. */
typedef struct {
  int16_t day;
  int16_t start_slot; /* from the day's opening */
  uint8_t kind;       /* VisitKind */
  uint8_t service_index;
  bool no_show;
  int16_t wanted_day; /* first day searched: at full price the one first wanted; a deal's moves with
                         each call back */
  uint32_t item;      /* of the draws: day and number, voucher, returner */
  uint64_t rooms;     /* bit per room */
  uint32_t staff;     /* bit per person */
} YearVisit;

/* Told of each booking in the order in which they are made, and of each full-price request that is
 * refused. Either may be NULL. */
typedef struct {
  void (*visit)(void *data, const YearVisit *visit);
  void (*refused)(void *data, VisitKind kind, int wanted_day, int wanted_minute, int service_index);
  void *data;
} YearObserver;

/* The plan year; with_deal false: no voucher is sold. Same bytes every time. */
void year_compute_plan(const Plan *plan, const Timetable *timetable, bool with_deal, Year *year,
                       YearScratch *scratch);
/* A risk year: daily luck from the stream; uncertain inputs are already drawn into plan. */
void year_compute_run(const Plan *plan, const Timetable *timetable, bool with_deal,
                      const RandomStream *stream, Year *year, YearScratch *scratch);

/* The same two years while somebody looks on; a NULL stream is the plan year. */
void year_observe(const Plan *plan, const Timetable *timetable, bool with_deal,
                  const RandomStream *stream, const YearObserver *observer, Year *year,
                  YearScratch *scratch);
/* Both years of one run under the same luck: the same bytes as year_compute_run twice, but the
 * regulars are drawn once, and booked once on days on which the years do not differ yet. A NULL
 * stream: both plan years. */
void year_compute_pair(const Plan *plan, const Timetable *timetable, const RandomStream *stream,
                       Year *with, Year *without, YearScratch *scratch);

/* Keeps the regular requests of the last risk year computed; none of a plan without rooms. */
void year_regulars_keep(const YearScratch *scratch, RegularsKept *kept);
/* The year with the deal, of year_compute_run, with requests that are kept: of the same luck and a
 * plan that differs in the deal alone. */
void year_compute_recalled(const Plan *plan, const Timetable *timetable, const RandomStream *stream,
                           const RegularsKept *kept, Year *year, YearScratch *scratch);
