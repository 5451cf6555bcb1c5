/* See sample-risk.h. */
#include "tests/sample-risk.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "model/base/money.h"

/* Of a standard normal: the seven percentiles and the five bands. */
static const double quantiles[RISK_PERCENTILE_COUNT] = {-1.645, -1.282, -0.674, 0,
                                                        0.674,  1.282,  1.645};
static const double bands[RISK_BAND_COUNT] = {-1.645, -0.674, 0, 0.674, 1.645};

typedef struct {
  int years;
  double middle, width; /* of the result, cents: its mean and standard deviation */
  double share;         /* of every chance */
  double spread;        /* of balances and loads: 1 for all, less for luck alone */
} SampleShape;

static void fill_spread(const SampleShape *shape, double middle, double width, RiskSpread *spread) {
  for (int i = 0; i < RISK_PERCENTILE_COUNT; i++) {
    spread->percentile[i] = llround(middle + quantiles[i] * width);
    spread->percentile_error[i] = llround(width / sqrt(shape->years));
  }
  spread->mean_milli = llround(middle * 1000);
  spread->mean_error_milli = llround(width * 1000 / sqrt(shape->years));
  spread->lowest = llround(middle - 3.5 * width);
  spread->highest = llround(middle + 3.5 * width);
}

static RiskChance chance_of(const SampleShape *shape, double share) {
  double k = round(share * shape->years), smoothed = (k + 1) / (shape->years + 2);
  return (RiskChance){true, (int32_t)lround(100000 * k / shape->years),
                      (int32_t)lround(100000 * sqrt(smoothed * (1 - smoothed) / shape->years))};
}

static int64_t nice_width(double span) {
  static const int steps[] = {1, 2, 5};
  for (int64_t power = 1;; power *= 10)
    for (int i = 0; i < 3; i++)
      if (span / (double)(power * steps[i]) <= RISK_BINS - 3)
        return power * steps[i];
}

static void fill_histogram(const SampleShape *shape, RiskHistogram *histogram) {
  int64_t width = nice_width(fmax(5.2 * shape->width, 1));
  double low = floor((shape->middle - 2.6 * shape->width) / (double)width);
  int left = shape->years;
  histogram->width = width;
  histogram->begin = (int64_t)low * width;
  histogram->bin_count =
      (int)(ceil((shape->middle + 2.6 * shape->width) / (double)width) - low) + (shape->width < 1);
  for (int i = 0; i < histogram->bin_count; i++) {
    double to =
        ((double)(histogram->begin + (i + 1) * width) - shape->middle) / fmax(shape->width, 1e-9);
    double below = i + 1 == histogram->bin_count ? 1 : 0.5 * erfc(-to / sqrt(2));
    int count = (int)lround(below * shape->years) - (shape->years - left);
    histogram->count[i] = count;
    left -= count;
  }
}

static void fill_quantities(const SampleShape *shape, const Results *results,
                            RiskSpread spread[RISK_QUANTITY_COUNT]) {
  double unit = shape->width;
  const double middles[RISK_QUANTITY_COUNT] = {
      [RISK_RESULT_CENTS] = shape->middle,
      [RISK_LOWEST_CENTS] = (double)results->headline.lowest_balance_cents - unit,
      [RISK_LOWEST_WITHOUT_CENTS] = (double)results->headline.lowest_balance_cents,
      [RISK_LOWEST_DAY] = results->days / 2.0,
      [RISK_CLOSING_CENTS] = (double)results->headline.lowest_balance_cents,
      [RISK_COST_PER_CLIENT_CENTS] = 2600,
      [RISK_SOLD] = 444,
      [RISK_USED] = 355,
      [RISK_SERVED] = 354,
      [RISK_REFUSED] = 163,
      [RISK_REFUSED_EXTRA] = 123,
      [RISK_REFUSED_EXTRA_PER_100K] = 3200,
      [RISK_WAIT_P95_DAYS] = 5,
      [RISK_WAIT_MAX_DAYS] = 10,
      [RISK_WITHIN_WAIT_PER_100K] = 99000,
      [RISK_WEEKLY_SHARE_PER_100K] = 42000,
      [RISK_BUSIEST_LOAD_PER_100K] = 81000,
  };
  for (int i = 0; i < RISK_QUANTITY_COUNT; i++) {
    bool is_money = g_str_equal(risk_quantity_unit((RiskQuantity)i), "cents");
    fill_spread(shape, middles[i], is_money ? unit : middles[i] * 0.05 * shape->spread, &spread[i]);
  }
}

static void fill_weeks(const SampleShape *shape, const Results *results, RiskOfSample *sample) {
  for (int i = 0; i < results->week_count; i++) {
    const ResultWeek *week = &results->week[i];
    int end = week->begin_day_index + week->days - 1;
    double load = 0;
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
      load += week->staff_minutes[kind];
    for (int band = 0; band < RISK_BAND_COUNT; band++) {
      double away = bands[band] * shape->width * sqrt((i + 1.0) / results->week_count);
      sample->week_balance_cents[band][i] =
          results->cash_with.day[end].balance_cents + llround(away - shape->width / 4);
      sample->week_staff_minutes[band][i] =
          (int32_t)fmax(0, load * (1 + 0.08 * shape->spread * bands[band]));
    }
    sample->week_refused_milli[i] = week->refused * 1100 + 300;
  }
}

static void fill_sample(const SampleShape *shape, const Results *results, RiskOfSample *sample) {
  sample->years = shape->years;
  fill_quantities(shape, results, sample->spread);
  sample->loss = sample->breaks_any = chance_of(shape, shape->share);
  for (int i = 0; i < CONDITION_COUNT; i++)
    if (i != CONDITION_RESULT)
      sample->breaks[i] = chance_of(shape, fmin(1, shape->share * (i + 1) / 5));
  fill_histogram(shape, &sample->result);
  fill_weeks(shape, results, sample);
}

static void fill_inputs(const Plan *plan, Risk *risk) {
  risk->input_count = plan->uncertainty_count;
  for (int i = 0; i < plan->uncertainty_count; i++) {
    const Uncertainty *range = &plan->uncertainty[i];
    RiskInput *input = &risk->input[i];
    g_strlcpy(input->path, range->path, sizeof input->path);
    input->low = range->low;
    input->likely = range->likely;
    input->high = range->high;
    input->mean = money_scale_half_up(range->low + 4 * range->likely + range->high, 1, 6);
  }
}

static SampleShape shape_of(RiskShape shape, const Results *results) {
  double unit = fmax(100, fabs((double)results->cash_with.opening_cents) / 3);
  switch (shape) {
  case RISK_SHAPE_EARNS:
    return (SampleShape){10000, 9 * unit, unit, 0, 1};
  case RISK_SHAPE_LOSES:
    return (SampleShape){10000, -7 * unit, unit, 1, 1};
  case RISK_SHAPE_LUCK:
    return (SampleShape){10000, -0.1 * unit, 0.3 * unit, 0.6, 0.3};
  case RISK_SHAPE_FIRST:
    return (SampleShape){250, 0.2 * unit, unit, 0.412, 1};
  case RISK_SHAPE_ONE:
    return (SampleShape){1, -unit, 0, 1, 0};
  case RISK_SHAPE_USUAL:
  case RISK_SHAPE_COUNT:
    break;
  }
  return (SampleShape){10000, 0.2 * unit, unit, 0.4207, 1};
}

void sample_risk_fill(RiskShape shape, const Plan *plan, const Results *results, Risk *risk) {
  SampleShape all = shape_of(shape, results), luck = all;
  memset(risk, 0, sizeof *risk);
  *risk = (Risk){.seed = 1,
                 .years = shape == RISK_SHAPE_FIRST ? 10000 : all.years,
                 .with_uncertainty = shape != RISK_SHAPE_LUCK,
                 .sale_date = results->sale_date,
                 .days = results->days,
                 .week_count = results->week_count};
  fill_inputs(plan, risk);
  luck.years = MIN(all.years, RISK_LUCK_YEARS);
  luck.width *= 0.36;
  luck.spread *= 0.36;
  if (!risk->with_uncertainty)
    luck = all;
  else
    fill_sample(&all, results, &risk->sample[RISK_ALL]);
  if (shape != RISK_SHAPE_FIRST)
    fill_sample(&luck, results, &risk->sample[RISK_LUCK]);
}

void sample_risk_run(const Plan *plan, int years, bool with_uncertainty, Risk *risk) {
  g_autofree RiskSetup *setup = g_new0(RiskSetup, 1);
  g_autofree RiskScratch *scratch = g_new0(RiskScratch, 1);
  g_autofree RiskRun *runs = g_new0(RiskRun, years);
  g_autofree int64_t *work = g_new(int64_t, years);
  risk_setup(setup, plan, RISK_SEED_DEFAULT);
  risk_begin(setup, with_uncertainty, years, risk);
  for (int sample = with_uncertainty ? RISK_ALL : RISK_LUCK; sample < RISK_SAMPLE_COUNT; sample++) {
    for (int run = 0; run < years; run++)
      risk_run(setup, (RiskSample)sample, (uint32_t)run, &runs[run], scratch);
    risk_sum_up(setup, (RiskSample)sample, runs, years, work, risk);
  }
}
