/* Room: risk. Many runs summed up. Knows: what is kept of a run. Must not know: how it was
 * computed, how many threads there are. */
#include <assert.h>
#include <string.h>

#include "model/base/money.h"
#include "model/risk/risk-private.h"

static int setup_week_count(const RiskSetup *setup) {
  return (setup->timetable.days + DAYS_A_WEEK - 1) / DAYS_A_WEEK;
}

const RiskOfSample *risk_told(const Risk *risk) {
  return &risk->sample[risk->sample[RISK_ALL].years > 0 ? RISK_ALL : RISK_LUCK];
}

int risk_next_batch_end(int done, int years) {
  static const int ends[] = {250, 1000, 4000, RISK_YEARS_MAX};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
    if (done < ends[i] && done < years)
      return ends[i] < years ? ends[i] : years;
  return 0;
}

static RiskInput input_of(const Uncertainty *range) {
  RiskInput input = {.low = range->low, .likely = range->likely, .high = range->high};
  memcpy(input.path, range->path, sizeof input.path);
  input.mean = money_scale_half_up(range->low + 4 * range->likely + range->high, 1, 6);
  return input;
}

void risk_begin(const RiskSetup *setup, bool with_uncertainty, int years, Risk *risk) {
  memset(risk, 0, sizeof *risk);
  risk->seed = setup->seed;
  risk->years = years;
  risk->with_uncertainty = with_uncertainty;
  risk->sale_date = setup->plan.deal.sale_date;
  risk->days = setup->timetable.days;
  risk->week_count = setup_week_count(setup);
  risk->input_count = setup->plan.uncertainty_count;
  for (int i = 0; i < risk->input_count; i++)
    risk->input[i] = input_of(&setup->plan.uncertainty[i]);
}

/* --- conditions ---------------------------------------------------------------------------- */

static int runs_count_bit(const RiskRun *runs, int count, int condition, bool broken) {
  int hits = 0;
  for (int i = 0; i < count; i++)
    hits += ((broken ? runs[i].broken : runs[i].applies) >> condition & 1) != 0;
  return hits;
}

/* "Any" is of the conditions that are told: one left out breaks nothing. */
static void chances_fill(const RiskRun *runs, int count, RiskOfSample *of) {
  int losses = 0, any = 0;
  unsigned told = 0;
  for (int i = 0; i < CONDITION_COUNT; i++) {
    of->breaks[i] = risk_chance_of(runs_count_bit(runs, count, i, true), count);
    of->breaks[i].applies = 2 * runs_count_bit(runs, count, i, false) >= count;
    told |= (of->breaks[i].applies ? 1u : 0u) << i;
  }
  for (int i = 0; i < count; i++) {
    losses += runs[i].value[RISK_RESULT_CENTS] < 0;
    any += (runs[i].broken & told) != 0;
  }
  of->loss = risk_chance_of(losses, count);
  of->breaks_any = risk_chance_of(any, count);
  of->breaks_any.applies = told != 0;
}

/* --- weeks --------------------------------------------------------------------------------- */

static const int band_percents[RISK_BAND_COUNT] = {
    [RISK_BAND_P5] = 5,   [RISK_BAND_P25] = 25, [RISK_BAND_P50] = 50,
    [RISK_BAND_P75] = 75, [RISK_BAND_P95] = 95,
};

static void bands_of(int64_t *values, int count, int64_t band[RISK_BAND_COUNT]) {
  int places[RISK_BAND_COUNT];
  for (int i = 0; i < RISK_BAND_COUNT; i++)
    places[i] = percentile_place(count, band_percents[i] * 10);
  values_select(values, count, places, RISK_BAND_COUNT);
  for (int i = 0; i < RISK_BAND_COUNT; i++)
    band[i] = values[places[i]];
}

static void week_fill(const RiskRun *runs, int count, int week, int64_t *work, RiskOfSample *of) {
  int64_t band[RISK_BAND_COUNT], refused = 0;
  for (int i = 0; i < count; i++)
    work[i] = runs[i].week_balance_cents[week];
  bands_of(work, count, band);
  for (int i = 0; i < RISK_BAND_COUNT; i++)
    of->week_balance_cents[i][week] = band[i];
  for (int i = 0; i < count; i++) {
    work[i] = runs[i].week_staff_minutes[week];
    refused += runs[i].week_refused[week];
  }
  bands_of(work, count, band);
  for (int i = 0; i < RISK_BAND_COUNT; i++)
    of->week_staff_minutes[i][week] = (int32_t)band[i];
  of->week_refused_milli[week] = (int32_t)mean_milli(refused, count);
}

void risk_sum_up(const RiskSetup *setup, RiskSample sample, const RiskRun *runs, int count,
                 int64_t *work, Risk *risk) {
  RiskOfSample *of = &risk->sample[sample];
  memset(of, 0, sizeof *of);
  of->years = count;
  if (count == 0)
    return;
  for (int quantity = 0; quantity < RISK_QUANTITY_COUNT; quantity++) {
    for (int i = 0; i < count; i++)
      work[i] = runs[i].value[quantity];
    of->spread[quantity] = spread_of(work, count);
    if (quantity == RISK_RESULT_CENTS)
      of->result = histogram_of(work, count);
  }
  chances_fill(runs, count, of);
  int week_count = setup_week_count(setup);
  for (int week = 0; week < week_count; week++)
    week_fill(runs, count, week, work, of);
}
