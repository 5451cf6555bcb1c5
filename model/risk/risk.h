/* Room: risk. How sure are we (domain §11): many risk years of one plan, with and without the deal
 * under the same luck. Knows: results, cash, year. Must not know: threads, clocks, words, files.
 * Allocates nothing.
 *
 * Two samples: RISK_ALL draws the plan's uncertain inputs once a run and then the daily luck;
 * RISK_LUCK keeps the plan as it is and draws the luck alone. Run n of either is the same whatever
 * the number of runs, the thread and the order: results depend on (plan, seed, runs) only. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/plan/fields.h"
#include "model/results/results.h"
#include "model/year/year-scratch.h"

#define RISK_YEARS_MAX 10000
#define RISK_SEED_DEFAULT 1

/* What one run is asked. A unit stands in the name; visits count with the deal unless said. */
typedef enum {
  RISK_RESULT_CENTS,          /* deal compared with no deal (domain §12.1) */
  RISK_LOWEST_CENTS,          /* lowest balance with the deal */
  RISK_LOWEST_WITHOUT_CENTS,  /* … without */
  RISK_LOWEST_DAY,            /* day index of the lowest with the deal */
  RISK_CLOSING_CENTS,         /* balance at the end of the horizon, with the deal */
  RISK_COST_PER_CLIENT_CENTS, /* verdict_cost_per_client_kept_cents */
  RISK_SOLD,                  /* as drawn */
  RISK_USED,                  /* vouchers wanted */
  RISK_SERVED,
  RISK_UNSERVED,
  RISK_REGULARS_WANTED,
  RISK_REGULARS_SERVED,
  RISK_REFUSED,                /* regular and return visits */
  RISK_REFUSED_WITHOUT,        /* without the deal */
  RISK_REFUSED_EXTRA,          /* with less without */
  RISK_REFUSED_EXTRA_PER_100K, /* of the wanted; the verdict's condition */
  RISK_RETURN_VISITS,
  RISK_REPLACED,
  RISK_PEOPLE_RETURNING,
  RISK_LEFT_FOR_GOOD, /* regulars, with less without */
  RISK_WAIT_P50_DAYS, /* of the year's vouchers */
  RISK_WAIT_P95_DAYS,
  RISK_WAIT_MAX_DAYS,
  RISK_WITHIN_WAIT_PER_100K,  /* the verdict's condition: placed within wait_days_max */
  RISK_WEEKLY_SHARE_PER_100K, /* the verdict's condition: highest clientele share of a week */
  RISK_BUSIEST_DEAL_WEEK,     /* deal visits of the busiest week */
  RISK_BUSIEST_LOAD_PER_100K, /* highest staff time booked ÷ on shift of a week */
  RISK_IDLE_FILLED_PER_100K,  /* staff time booked with less without ÷ idle without */
  RISK_QUANTITY_COUNT
} RiskQuantity;

/* "result_cents": stable, with its unit; unit: "cents", "count", "days", "per_100k". */
const char *risk_quantity_name(RiskQuantity quantity);
const char *risk_quantity_unit(RiskQuantity quantity);

/* --- one run ------------------------------------------------------------------------------- */

typedef enum { RISK_ALL, RISK_LUCK, RISK_SAMPLE_COUNT } RiskSample;

/* An uncertain input found in the plan. */
typedef struct {
  const Field *field;
  size_t offset;    /* in the plan */
  uint32_t purpose; /* of its draw */
} RiskDraw;

/* What a run's year without the deal leaves to a run: the same whatever the deal, where nobody has
 * to watch the threshold of registration. */
typedef struct {
  bool is_reusable;
  int64_t result_cents, lowest_cents;
  int64_t booked_minutes;
  int32_t refused, left_for_good;
} RiskWithout;

/* A plan made ready; read by all runs, also of several threads. About 0.3 MB. */
typedef struct {
  Plan plan;
  Timetable timetable; /* of every drawn plan too: no input of it may be uncertain (plan.h) */
  uint64_t seed;
  RiskDraw draw[UNCERTAINTY_MAX]; /* as many as plan.uncertainty */
  /* Years without the deal that need not be played again, by run, all of one sample: of a plan that
   * differs in the deal alone, and in none of its dates. NULL: none are known. Borrowed. */
  const RiskWithout *without;
  int without_count;
  /* The regular requests of those years, by run; of the years known, that is all the deal's own
   * years need not draw again. NULL: none are kept. Borrowed. */
  const RegularsKept *regulars;
  int regulars_count;
  /* Where the regular requests of a run go, by run, each written by who runs it; NULL: nowhere.
   * Borrowed. */
  RegularsKept *regulars_kept;
  int regulars_kept_count;
  /* Of trials (decide): the year that each run is; NULL: run n is year n. Borrowed. */
  const uint16_t *order;
} RiskSetup;

/* The plan has no blocking problem. */
void risk_setup(RiskSetup *setup, const Plan *plan, uint64_t seed);

/* The plan of a run of RISK_ALL: each uncertain input at its PERT quantile, rounded half up; its
 * luck is by path, so that a range more changes no other's. The ranges go with the plan's values
 * (range_of_input). The year stops the sale at the contract's cap. */
void risk_draw_plan(const RiskSetup *setup, uint32_t run, Plan *plan);

/* What is kept of a run: 1.9 KB. Weeks as in results.h; only week_count of them are written. */
typedef struct {
  int64_t value[RISK_QUANTITY_COUNT];
  int64_t week_balance_cents[WEEKS_MAX]; /* at the week's end, with the deal */
  int32_t week_staff_minutes[WEEKS_MAX]; /* booked, all kinds */
  int16_t week_refused[WEEKS_MAX];
  uint16_t applies, broken; /* bit per Condition: looked at; looked at and does not hold */
} RiskRun;

/* What a thread needs: calloc one, no clearing between runs. */
typedef struct {
  Plan plan;
  Year with, without;
  Cash cash;
  YearScratch year;
  RiskWithout kept; /* of the last run */
} RiskScratch;

void risk_run(const RiskSetup *setup, RiskSample sample, uint32_t run, RiskRun *out,
              RiskScratch *scratch);

/* --- what many runs say -------------------------------------------------------------------- */

#define RISK_PERCENTILE_COUNT 7
extern const int RISK_PERCENTILES[RISK_PERCENTILE_COUNT]; /* 5 10 25 50 75 90 95 */
enum { RISK_P5, RISK_P10, RISK_P25, RISK_P50, RISK_P75, RISK_P90, RISK_P95 };

typedef struct {
  int64_t mean_milli,
      mean_error_milli; /* thousandths of the unit; one standard error; 0 of one run */
  int64_t percentile[RISK_PERCENTILE_COUNT]; /* the ⌈n q⌉-th of n in order */
  /* One standard error: half the distance between the order statistics n q ± √(n q (1 − q)),
   * rounded outwards, at most the first and the last. */
  int64_t percentile_error[RISK_PERCENTILE_COUNT];
  int64_t lowest, highest;
} RiskSpread;

/* A condition applies when it was looked at in at least half of the runs: the floor of the cash is
 * left out where it breaks without the deal too. Its share is of all runs. "Any" is of those that
 * apply. */
typedef struct {
  bool applies;
  int32_t share_per_100k;
  /* One standard error: of the beta distribution of k + 1 hits and n − k + 1 misses, so that none
   * of n is not sure. */
  int32_t error_per_100k;
} RiskChance;

/* Of `count` runs, `hits`; it applies. */
RiskChance risk_chance_of(int hits, int count);

#define RISK_BAND_COUNT 5
enum { RISK_BAND_P5, RISK_BAND_P25, RISK_BAND_P50, RISK_BAND_P75, RISK_BAND_P95 };

#define RISK_BINS 40
/* How often a value fell into each of up to RISK_BINS bins of a 1-2-5 width, zero on an edge; what
 * lies outside P0.5–P99.5 is in the outer bins. */
typedef struct {
  int64_t begin, width;
  int bin_count;
  int32_t count[RISK_BINS];
} RiskHistogram;

typedef struct {
  int years; /* 0: not run */
  RiskSpread spread[RISK_QUANTITY_COUNT];
  RiskChance loss; /* RISK_RESULT_CENTS below 0 */
  RiskChance breaks[CONDITION_COUNT];
  RiskChance breaks_any;
  RiskHistogram result;
  int64_t week_balance_cents[RISK_BAND_COUNT][WEEKS_MAX];
  int32_t week_staff_minutes[RISK_BAND_COUNT][WEEKS_MAX];
  int32_t week_refused_milli[WEEKS_MAX]; /* mean */
} RiskOfSample;

/* An uncertain input: the ends of its range, its "likely" and its mean, which is another number. */
typedef struct {
  char path[PLAN_PATH_SIZE];
  int64_t low, likely, high;
  int64_t mean; /* (low + 4 likely + high) ÷ 6, half up */
} RiskInput;

typedef struct Risk {
  uint64_t seed;
  int years;             /* asked for, of RISK_ALL; of RISK_LUCK without uncertainty */
  bool with_uncertainty; /* false: RISK_ALL is not run */
  int32_t sale_date;
  int days, week_count;
  int input_count;
  RiskInput input[UNCERTAINTY_MAX];
  RiskOfSample sample[RISK_SAMPLE_COUNT];
} Risk;

/* What the owner is told: everything where it was run, else the luck alone. */
const RiskOfSample *risk_told(const Risk *risk);

/* An empty risk of a setup: no years yet. */
void risk_begin(const RiskSetup *setup, bool with_uncertainty, int years, Risk *risk);
/* Sums up the first `count` runs of a sample, in run order. work: room for `count` values. */
void risk_sum_up(const RiskSetup *setup, RiskSample sample, const RiskRun *runs, int count,
                 int64_t *work, Risk *risk);

/* Fixed batches: 250, 1,000, 4,000, 10,000, cut at `years`. The end of the batch after `done`
 * runs; 0 when none is left. The sample of luck alone beside RISK_ALL stops at RISK_LUCK_YEARS. */
#define RISK_LUCK_YEARS 1000
int risk_next_batch_end(int done, int years);
