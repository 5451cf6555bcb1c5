/* Room: decide. What a change is worth: years of one plan held against the same years of another,
 * under the same luck (domain §12). Knows: risk. Must not know: threads, words, files. Allocates
 * nothing.
 *
 * Who calls has threads or has none: every decision asks a TrialRunner for years and thinks between
 * two calls. Year n of a plan is the same whoever runs it, so answers depend on (plan, seed,
 * sample) only. Every decision answers false when the runner does: it was cancelled, and its out is
 * then not to be read. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/decide/quota.h"
#include "model/risk/risk.h"

/* Years of one trial: of luck alone; of conditions at a confidence; of a verdict's last look. */
#define TRIAL_YEARS_OF_LUCK 100
#define TRIAL_YEARS 250
#define TRIAL_YEARS_SURE 1000

/* A year, as RiskRun without its weeks. */
typedef struct {
  int64_t value[RISK_QUANTITY_COUNT];
  uint16_t applies, broken; /* bit per Condition */
  RiskWithout without;
} TrialRun;

typedef struct {
  /* Runs [begin, end) of a sample into out[0 … end − begin). False: cancelled. */
  bool (*run)(void *data, const RiskSetup *setup, RiskSample sample, int begin, int end,
              TrialRun *out);
  void *data;
  uint64_t seed;
} TrialRunner;

/* For a thread: calloc one. */
typedef struct {
  RiskScratch risk;
  RiskRun run;
} TrialScratch;
void trial_run_one(const RiskSetup *setup, RiskSample sample, int run, TrialRun *out,
                   TrialScratch *scratch);
/* TrialRunner.run of who has no threads; data: a TrialScratch. */
bool trial_run_here(void *scratch, const RiskSetup *setup, RiskSample sample, int begin, int end,
                    TrialRun *out);

/* The first `count` years of one plan. About 18 MB of addresses, of which each of the first
 * TRIAL_YEARS of the example writes 33 KB where it is to be looked like. */
typedef struct {
  RiskSetup setup;
  RiskSample sample;
  int count;
  TrialRun run[TRIAL_YEARS_SURE];
  RiskWithout without[TRIAL_YEARS_SURE]; /* of each run */
  RegularsKept regulars[TRIAL_YEARS];    /* of trial_begin and trial_keep */
} Trial;

/* No years yet. The plan has no blocking problem. */
void trial_begin(Trial *trial, const Plan *plan, RiskSample sample, const TrialRunner *runner);
/* The same bytes in much less time: where the plan differs from another trial's in the deal alone,
 * the years without the deal that `like` has by now are not played again, nor the regular requests
 * it keeps drawn. Otherwise as trial_begin. Until the last year is run `like` stays as it is, or is
 * only run further. */
void trial_begin_like(Trial *trial, const Plan *plan, const Trial *like, const TrialRunner *runner);
/* As trial_begin, like another where that is of the same sample; but where it is a trial of this
 * very plan and seed already, its years stay, `most` of them. Both were calloc'd or begun. */
void trial_keep(Trial *trial, const Plan *plan, RiskSample sample, int most, const Trial *like,
                const TrialRunner *runner);
/* Until it has at least `count`, at most TRIAL_YEARS_SURE. */
bool trial_run_to(Trial *trial, int count, const TrialRunner *runner);

/* Runs any years of the trial's plan, in any order, into out[0 … count − 1]; its own are as they
 * were. */
bool trial_run_years(Trial *trial, const uint16_t *year, int count, const TrialRunner *runner,
                     TrialRun *out);

/* A mean and its standard error, in thousandths of the unit. */
typedef struct {
  int64_t mean_milli, error_milli;
} TrialMean;
TrialMean trial_mean(const Trial *trial, RiskQuantity quantity);
/* … of its first `count` years. */
TrialMean trial_mean_of_first(const Trial *trial, int count, RiskQuantity quantity);
/* Of the years both have, one by one: a less b. */
TrialMean trial_mean_difference(const Trial *a, const Trial *b, RiskQuantity quantity);
/* The ⌈n q⌉-th of n in order, q in per 100 000; n > 0. */
int64_t trial_quantile(const Trial *trial, RiskQuantity quantity, int32_t q_per_100k);

/* Some years of a plan that sells exactly so many vouchers; of the search of a cap. */
typedef struct {
  int32_t vouchers;
  int seen_count;
  /* Once all years are seen. */
  uint16_t holds;   /* bit per Condition */
  double goal_mean; /* of the goal advertise: cents by which it is met, a year */
  bool is_seen[TRIAL_YEARS];
  TrialRun run[TRIAL_YEARS]; /* by year; those seen */
} CapLook;
#define CAP_LOOKS_MAX 128

/* Two trials at a time are all most decisions need; calloc one, of all parts of one plan. */
typedef struct {
  Trial base;    /* the plan as it is: its years stay from part to part */
  Trial against; /* what others are held against where that is not the plan, in its sample */
  Trial other;
  Plan plan;
  QuotaScratch quota;
  CapLook cap_look[CAP_LOOKS_MAX];
  TrialRun cap_run[TRIAL_YEARS];
} DecideScratch;

/* Another runner's years are others: none is kept. */
static inline void trials_forget(DecideScratch *scratch) {
  scratch->base.count = scratch->against.count = 0;
}

/* The plan as it is in TRIAL_YEARS_OF_LUCK years of luck alone, into scratch->against; kept where
 * they are there. */
bool trial_luck_run(DecideScratch *scratch, const Plan *plan, const TrialRunner *runner);
