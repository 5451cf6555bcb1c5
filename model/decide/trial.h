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

#include "model/risk/risk.h"

/* Years of one trial: of luck alone; of conditions at a confidence; of a verdict's last look. */
#define TRIAL_YEARS_OF_LUCK 100
#define TRIAL_YEARS 250
#define TRIAL_YEARS_SURE 1000

/* A year, as RiskRun without its weeks. */
typedef struct {
  int64_t value[RISK_QUANTITY_COUNT];
  uint16_t applies, broken; /* bit per Condition */
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

/* The first `count` years of one plan. About 0.6 MB. */
typedef struct {
  RiskSetup setup;
  RiskSample sample;
  int count;
  TrialRun run[TRIAL_YEARS_SURE];
} Trial;

/* No years yet. The plan has no blocking problem. */
void trial_begin(Trial *trial, const Plan *plan, RiskSample sample, const TrialRunner *runner);
/* Until it has at least `count`, at most TRIAL_YEARS_SURE. */
bool trial_run_to(Trial *trial, int count, const TrialRunner *runner);

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

/* Two trials at a time are all a decision needs; calloc one. */
typedef struct {
  Trial base, other;
  Plan plan;
} DecideScratch;
