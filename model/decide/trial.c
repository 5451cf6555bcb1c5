/* Room: decide. Years of a plan, and what two plans' years say of each other. Knows: risk. Must not
 * know: what is decided. */
#include "model/decide/trial.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/money.h"
#include "model/plan/range.h"

#define MILLI 1000

void trial_run_one(const RiskSetup *setup, RiskSample sample, int run, TrialRun *out,
                   TrialScratch *scratch) {
  uint32_t year = setup->order == NULL ? (uint32_t)run : setup->order[run];
  risk_run(setup, sample, year, &scratch->run, &scratch->risk);
  memcpy(out->value, scratch->run.value, sizeof out->value);
  out->applies = scratch->run.applies;
  out->broken = scratch->run.broken;
  out->without = scratch->risk.kept;
}

bool trial_run_here(void *scratch, const RiskSetup *setup, RiskSample sample, int begin, int end,
                    TrialRun *out) {
  for (int run = begin; run < end; run++)
    trial_run_one(setup, sample, run, &out[run - begin], scratch);
  return true;
}

static void trial_empty(Trial *trial, const Plan *plan, RiskSample sample,
                        const TrialRunner *runner) {
  risk_setup(&trial->setup, plan, runner->seed);
  trial->sample = sample;
  trial->count = 0;
}

static void regulars_keep_here(Trial *trial) {
  trial->setup.regulars_kept = trial->regulars;
  trial->setup.regulars_kept_count = TRIAL_YEARS;
}

void trial_begin(Trial *trial, const Plan *plan, RiskSample sample, const TrialRunner *runner) {
  trial_empty(trial, plan, sample, runner);
  regulars_keep_here(trial);
}

/* --- what is shared with another trial ------------------------------------------------------- */

/* The year without the deal asks nothing of these. */
static bool is_of_the_deal(const char *path) {
  static const char *const parts[] = {"deal.",  "deal_pay.",      "clients.",
                                      "phone.", "one_off_costs[", "alternatives."};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
    if (strncmp(path, parts[i], strlen(parts[i])) == 0)
      return strcmp(path, "clients.tips_cents_per_visit") != 0;
  return false;
}

static bool range_is_in(const Uncertainty *range, const Plan *plan) {
  for (int i = 0; i < plan->uncertainty_count; i++) {
    const Uncertainty *other = &plan->uncertainty[i];
    if (strcmp(range->path, other->path) == 0)
      return range->low == other->low && range->likely == other->likely &&
             range->high == other->high;
  }
  return false;
}

static bool ranges_are_in(const Plan *a, const Plan *b) {
  for (int i = 0; i < a->uncertainty_count; i++)
    if (!is_of_the_deal(a->uncertainty[i].path) && !range_is_in(&a->uncertainty[i], b))
      return false;
  return true;
}

#define SAME(member) (memcmp(&a->member, &b->member, sizeof a->member) == 0)

/* Seen to be so: bytes that nobody reads may hide it. */
static bool differ_in_the_deal_alone(const Plan *a, const Plan *b, RiskSample sample) {
  bool is_drawn_alike = sample == RISK_LUCK || (ranges_are_in(a, b) && ranges_are_in(b, a));
  return is_drawn_alike && SAME(business) && SAME(hours) && SAME(hours_count) && SAME(closures) &&
         SAME(closures_count) && SAME(rooms) && SAME(rooms_count) && SAME(staff) &&
         SAME(staff_count) && SAME(services) && SAME(services_count) && SAME(regulars) &&
         SAME(deal.sale_date) && SAME(deal.sale_days) && SAME(deal.promotion_end_date) &&
         SAME(clients.tips_cents_per_visit);
}

static void years_borrow(Trial *trial, const Trial *like) {
  RiskSetup *setup = &trial->setup;
  assert(trial != like);
  bool is_like = like->sample == trial->sample && like->setup.seed == setup->seed &&
                 differ_in_the_deal_alone(&setup->plan, &like->setup.plan, trial->sample);
  setup->without = is_like ? like->without : NULL;
  setup->without_count = is_like ? like->count : 0;
  is_like &= like->setup.regulars_kept != NULL;
  setup->regulars = is_like ? like->regulars : NULL;
  setup->regulars_count = !is_like ? 0 : like->count < TRIAL_YEARS ? like->count : TRIAL_YEARS;
}

void trial_begin_like(Trial *trial, const Plan *plan, const Trial *like,
                      const TrialRunner *runner) {
  trial_empty(trial, plan, like->sample, runner);
  years_borrow(trial, like);
}

static bool is_of(const Trial *trial, const Plan *plan, RiskSample sample, uint64_t seed) {
  Plan ready = *plan;
  for (int i = 0; i < plan->uncertainty_count; i++)
    ready.uncertainty[i] = range_of_input(plan, i);
  return trial->sample == sample && trial->setup.seed == seed &&
         memcmp(&trial->setup.plan, &ready, sizeof ready) == 0;
}

void trial_keep(Trial *trial, const Plan *plan, RiskSample sample, int most, const Trial *like,
                const TrialRunner *runner) {
  if (!is_of(trial, plan, sample, runner->seed))
    trial_begin(trial, plan, sample, runner);
  trial->count = trial->count < most ? trial->count : most;
  years_borrow(trial, like); /* what it borrowed may be another's by now */
}

bool trial_run_to(Trial *trial, int count, const TrialRunner *runner) {
  assert(count <= TRIAL_YEARS_SURE);
  if (count <= trial->count)
    return true;
  if (!runner->run(runner->data, &trial->setup, trial->sample, trial->count, count,
                   &trial->run[trial->count]))
    return false;
  for (int i = trial->count; i < count; i++)
    trial->without[i] = trial->run[i].without;
  trial->count = count;
  return true;
}

bool trial_luck_run(DecideScratch *scratch, const Plan *plan, const TrialRunner *runner) {
  Trial *trial = &scratch->against;
  trial_keep(trial, plan, RISK_LUCK, TRIAL_YEARS_OF_LUCK, &scratch->base, runner);
  return trial_run_to(trial, TRIAL_YEARS_OF_LUCK, runner);
}

bool trial_run_years(Trial *trial, const uint16_t *year, int count, const TrialRunner *runner,
                     TrialRun *out) {
  if (count == 0)
    return true;
  RiskSetup *setup = &trial->setup;
  int kept_count = setup->regulars_kept_count;
  setup->regulars_kept_count = 0; /* a year may be asked for twice */
  setup->order = year;
  bool is_done = runner->run(runner->data, setup, trial->sample, 0, count, out);
  setup->order = NULL;
  setup->regulars_kept_count = kept_count;
  return is_done;
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
