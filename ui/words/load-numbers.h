/* Room: words; for words, table and chart. Who and what is busy when, as the numbers that all three
 * say alike. Knows: results. Must not know: text. */
#pragma once

#include "model/results/study.h"

/* No service needs staff (tables, seats): the time there is, is that of the rooms. */
bool load_counts_rooms(const Plan *plan);

/* Weekday × hour of a span. A column is an hour, from the earliest opening on; an evening past
 * midnight goes on after 24. taken_minutes is the sum of kind_minutes. */
typedef struct {
  int64_t kind_minutes[VISIT_KIND_COUNT];
  int64_t taken_minutes, there_minutes; /* there: the time there is (load.h) */
  int32_t refused;
} HourCell;

typedef struct {
  int days; /* of the span */
  int begin_hour, hour_count;
  HourCell cell[7][HOURS_A_DAY_MAX]; /* by weekday and column */
  int32_t refused;                   /* of all */
} HourGrid;

void hour_grid_fill(const Results *results, LoadSpan span, HourGrid *grid);

/* Some hours of one weekday. */
typedef struct {
  int weekday, begin, end; /* columns, half-open */
  HourCell sum;
} HourPeak;

/* The hour with the highest share taken; false: nobody is there in the span. */
bool hour_fullest_find(const HourGrid *grid, HourPeak *peak);
/* Of the weekday with most refusals, the fewest hours in a row with three quarters of them; false:
 * nobody is refused. */
bool hour_refusing_find(const HourGrid *grid, HourPeak *peak);

/* Vouchers by days waited, from the first wanted day to the day of the first visit. The owner's
 * limit is the end of a bin, so that a line can stand there. */
typedef struct {
  int begin, end; /* days, half-open */
  int32_t vouchers;
} WaitBin;

#define WAIT_BINS_MAX 20

typedef struct {
  WaitBin bin[WAIT_BINS_MAX];
  int bin_count;
  int limit_days;            /* conditions.wait_days_max */
  int32_t asked;             /* vouchers that are used or tried */
  int32_t placed, never;     /* of them: given a place at least once; never */
  int32_t missed;            /* of the placed, missed it and found no other in time */
  int32_t within;            /* of the placed, within the limit */
  int32_t p50, p95, longest; /* days; of the placed */
} Waits;

void waits_fill(const Plan *plan, const Year *year, Waits *waits);

/* Of a room or a person. taken_minutes is the sum of kind_minutes. */
typedef struct {
  int64_t kind_minutes[VISIT_KIND_COUNT];
  int64_t taken_minutes, there_minutes;
} UseRow;

UseRow use_of_room(const LoadOfSpan *span, int room_index);
UseRow use_of_person(const LoadOfSpan *span, int person_index);
/* The time there is in a span, whoever takes it. */
int64_t load_there_minutes(const LoadOfSpan *span);

/* When vouchers are wanted (domain §8); counts as in the plan year: those of a week are the
 * difference of two cumulative numbers rounded half up. */
#define CURVE_TWO_MONTHS_DAYS 60
#define CURVE_SIX_MONTHS_DAYS 182
#define CURVE_LAST_DAYS 28

typedef struct {
  int days, week_count; /* of the promotion; 0: none */
  int32_t vouchers;     /* used, or at least tried */
  int32_t by_week[WEEKS_MAX];
  double share[HORIZON_DAYS_MAX]; /* at the end of each day; the last is 1 */
} CurveFigures;

void curve_figures_fill(const Plan *plan, const Results *results, CurveFigures *figures);
/* Per hundred of the used vouchers, wanted by the end of the first `days` days; half up. */
int curve_per_hundred(const CurveFigures *figures, int days);

/* Of a day's visits: served, by kind; and those where nobody came. */
typedef struct {
  int visits, by_kind[VISIT_KIND_COUNT], no_shows;
  int32_t refused;
} DayFigures;

/* False: no day is chosen. */
bool day_figures_fill(const Study *study, DayFigures *figures);
