/* Room: year, private to the year and to who plays a day of it (decide/quota). What a year reads
 * of its plan, ready to be drawn from: no luck in here. A distribution is a list of thresholds of
 * 2^32 parts: the value of u (0 ≤ u < 2^32) is the first i with u < threshold[i]. */
#pragma once

#include <stdint.h>

#include "model/base/random.h"
#include "model/year/timetable.h"
#include "model/plan/plan.h"

#define LEAD_DAYS_MAX 60
/* A day's mean is cut at this: twice the plan's most for a normal day. */
#define REGULARS_MEAN_MAX POISSON_MEAN_MAX
#define REGULARS_DRAWN_MAX POISSON_MOST
#define RETURNERS_MAX 262144
#define QUANTILES_MAX 64 /* slots of a day, days of a lead */
#define GUIDE_BITS 8
#define GUIDE_MAX (1 << GUIDE_BITS)
/* One regular, in thousandths × per 100 000 × per 100 000. */
#define REGULARS_ONE INT64_C(10000000000000)

/* guide[g]: where the search begins for the u whose first bits are g. */
typedef struct {
  int count;
  uint16_t guide[GUIDE_MAX];
  uint32_t threshold[QUANTILES_MAX];
} Quantiles;

typedef struct {
  int count;
  uint16_t guide[GUIDE_MAX];
  uint32_t threshold[HORIZON_DAYS_MAX];
} DayQuantiles;

/* Nearly always the guide's value or the next: that step has no branch to guess wrong. */
static inline int quantile_find(const uint32_t *threshold, const uint16_t *guide, uint32_t u) {
  int i = guide[u >> (32 - GUIDE_BITS)];
  uint32_t below_last = u & ~UINT32_C(1); /* less than UINT32_MAX, the last threshold */
  i += below_last >= threshold[i];
  while (below_last >= threshold[i])
    i++;
  return i;
}

static inline int quantile_of(const Quantiles *quantiles, uint32_t u) {
  return quantile_find(quantiles->threshold, quantiles->guide, u);
}

/* Services by their share: service i up to the share end_per_100k[i]. */
typedef struct {
  int count;
  int32_t end_per_100k[SERVICES_MAX];
  uint64_t end[SERVICES_MAX]; /* the same of 2^32, rounded up */
} ServiceMix;

/* The first service whose end exceeds u, without a branch that could be guessed wrong. */
static inline int mix_find(const ServiceMix *mix, uint32_t u) {
  int service_index = 0;
  for (int i = 0; i < mix->count - 1; i++)
    service_index += u >= mix->end[i];
  return service_index;
}

/* One visit of a service, as the year counts it. */
typedef struct {
  int32_t people;
  int32_t staff_needed;
  int32_t worked_minutes; /* of each person: minutes + rest */
  int32_t staff_minutes;  /* of all; rooms' time where no staff is needed */
  int32_t room_minutes;   /* of all rooms: minutes + turnover */
  int64_t pay_cents;      /* of each person but the last */
  int64_t pay_last_cents;
} YearService;

typedef struct {
  int days;
  YearService service[SERVICES_MAX]; /* at full price */
  YearService deal;
  /* Starts within the regulars' flexibility of a slot, on days that open at the same minute. */
  uint64_t near_slots[SLOTS_MAX];
  ServiceMix mix;         /* of a full-price visit */
  Quantiles regular_lead; /* days */
  Quantiles deal_lead;    /* days beyond the first */
  /* Start slots by weekday and service; 0 where no start fits. */
  Quantiles start[7][SERVICES_MAX];
  int8_t start_weekday[7]; /* whose starts a weekday has: the first of those open alike */
  DayQuantiles wanted_day; /* of used vouchers */
  double vouchers_used;    /* expected */
  /* Expected share of the used vouchers first wanted before the end of a day; 0..1. */
  double wanted_share[HORIZON_DAYS_MAX];
  int8_t weekday[HORIZON_DAYS_MAX];
  int16_t opening_minute[HORIZON_DAYS_MAX]; /* 0 on closed days */
  int64_t regulars_mean[HORIZON_DAYS_MAX];  /* of REGULARS_ONE; 0 on closed days */
  int8_t month[HORIZON_DAYS_MAX];           /* from that of the sale, 0 */
  double return_gap_mean_days;              /* 0: never */
} YearTables;

/* The start slot at u of a service on a weekday, by the hours' weights. */
static inline int start_find(const YearTables *tables, int weekday, int service_index, uint32_t u) {
  return quantile_of(&tables->start[tables->start_weekday[weekday]][service_index], u);
}

void year_tables_fill(YearTables *tables, const Plan *plan, const Timetable *timetable,
                      int32_t vouchers_sold);

/* Deal visits that daily_limit allows on a day; INT32_MAX: it sets none. */
int32_t deal_visits_of_daily_limit(const Plan *plan, const YearTables *tables,
                                   const TimetableDay *day);
/* Starts within the hours the deal allows: not before them, and the visit ends by their end. */
uint64_t deal_hours_starts(const Plan *plan, const TimetableDay *day);
