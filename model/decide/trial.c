/* Room: decide. Years of a plan, and what two plans' years say of each other. Knows: risk. Must not
 * know: what is decided. */
#include "model/decide/trial.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/money.h"

#define MILLI 1000

void trial_run_one(const RiskSetup *setup, RiskSample sample, int run, TrialRun *out,
                   TrialScratch *scratch) {
  risk_run(setup, sample, (uint32_t)run, &scratch->run, &scratch->risk);
  memcpy(out->value, scratch->run.value, sizeof out->value);
  out->applies = scratch->run.applies;
  out->broken = scratch->run.broken;
}

bool trial_run_here(void *scratch, const RiskSetup *setup, RiskSample sample, int begin, int end,
                    TrialRun *out) {
  for (int run = begin; run < end; run++)
    trial_run_one(setup, sample, run, &out[run - begin], scratch);
  return true;
}

void trial_begin(Trial *trial, const Plan *plan, RiskSample sample, const TrialRunner *runner) {
  risk_setup(&trial->setup, plan, runner->seed);
  trial->sample = sample;
  trial->count = 0;
}

bool trial_run_to(Trial *trial, int count, const TrialRunner *runner) {
  assert(count <= TRIAL_YEARS_SURE);
  if (count <= trial->count)
    return true;
  if (!runner->run(runner->data, &trial->setup, trial->sample, trial->count, count,
                   &trial->run[trial->count]))
    return false;
  trial->count = count;
  return true;
}

/* In run order; of n values in thousandths. The squares are floating point, as in risk-spread.c. */
static TrialMean mean_of(const int64_t *value, int count) {
  int64_t sum = 0;
  double squares = 0;
  for (int i = 0; i < count; i++)
    sum += value[i];
  const double mean = (double)sum / count;
  for (int i = 0; i < count; i++)
    squares += ((double)value[i] - mean) * ((double)value[i] - mean);
  double error = count > 1 ? sqrt(squares / (count - 1.0) / count) : 0;
  return (TrialMean){money_scale_half_up(sum, MILLI, count), (int64_t)floor(error * MILLI + 0.5)};
}

TrialMean trial_mean_of_first(const Trial *trial, int count, RiskQuantity quantity) {
  int64_t value[TRIAL_YEARS_SURE];
  assert(count > 0 && count <= trial->count);
  for (int i = 0; i < count; i++)
    value[i] = trial->run[i].value[quantity];
  return mean_of(value, count);
}

TrialMean trial_mean(const Trial *trial, RiskQuantity quantity) {
  return trial_mean_of_first(trial, trial->count, quantity);
}

TrialMean trial_mean_difference(const Trial *a, const Trial *b, RiskQuantity quantity) {
  int64_t value[TRIAL_YEARS_SURE];
  int count = a->count < b->count ? a->count : b->count;
  assert(count > 0);
  for (int i = 0; i < count; i++)
    value[i] = a->run[i].value[quantity] - b->run[i].value[quantity];
  return mean_of(value, count);
}

static int compare_values(const void *a, const void *b) {
  const int64_t *left = a, *right = b;
  return (*left > *right) - (*left < *right);
}

int64_t trial_quantile(const Trial *trial, RiskQuantity quantity, int32_t q_per_100k) {
  int64_t value[TRIAL_YEARS_SURE];
  assert(trial->count > 0 && q_per_100k >= 0 && q_per_100k <= RATE_ONE_PER_100K);
  for (int i = 0; i < trial->count; i++)
    value[i] = trial->run[i].value[quantity];
  qsort(value, (size_t)trial->count, sizeof value[0], compare_values);
  int64_t rank = ((int64_t)trial->count * q_per_100k + RATE_ONE_PER_100K - 1) / RATE_ONE_PER_100K;
  return value[rank < 1 ? 0 : rank - 1];
}
