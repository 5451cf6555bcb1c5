/* Room: decide. See look.h. */
#include "model/decide/look.h"

#include <math.h>
#include <string.h>

#include "model/base/money.h"

typedef enum { SURELY_KEPT, SURELY_BROKEN, UNSURE } Sure;

/* --- what the years so far say ------------------------------------------------------------- */

static double allowed_share(const PlanConditions *conditions, int condition, double tight) {
  int32_t per_100k = condition == CONDITION_RESULT
                         ? conditions->loss_probability_max_per_100k
                         : RATE_ONE_PER_100K - conditions->confidence_per_100k;
  double share = (double)per_100k / RATE_ONE_PER_100K;
  double tightened = share - tight * sqrt(share * (1 - share) / TRIAL_YEARS_SURE);
  return tightened < 0 ? 0 : tightened;
}

typedef struct {
  int broken, applies;
} Count;

static Count count_of(const Trial *trial, int n, int condition) {
  Count count = {0, 0};
  for (int i = 0; i < n; i++) {
    const TrialRun *run = &trial->run[i];
    count.broken += condition == CONDITION_RESULT ? run->value[RISK_RESULT_CENTS] < 0
                                                  : run->broken >> condition & 1;
    count.applies += run->applies >> condition & 1;
  }
  return count;
}

/* Of each year: its result and what she would have paid for its clients otherwise. On average not
 * below 0 means: at most her usual cost a client. */
typedef struct {
  double mean, error;
} Gain;

static Gain gain_of(const Trial *trial, int n) {
  double usual_cents = (double)trial->setup.plan.clients.usual_advertising_cents_per_new_client;
  double sum = 0, squares = 0;
  for (int i = 0; i < n; i++) {
    const int64_t *value = trial->run[i].value;
    double gain =
        (double)value[RISK_RESULT_CENTS] + usual_cents * (double)value[RISK_PEOPLE_RETURNING];
    sum += gain;
    squares += gain * gain;
  }
  double mean = sum / n, variance = squares / n - mean * mean;
  return (Gain){mean, sqrt((variance > 0 ? variance : 0) / n)};
}

/* --- whether more years can change it ------------------------------------------------------ */

/* Wait, refused and share are looked at in all years or in none; the floor year by year. */
static bool count_is_of_all(const Count *count, int n, int years) {
  return count->applies == n || 2 * count->applies >= years;
}

static Sure sure_of_count(const Trial *trial, int years, const LookOptions *options,
                          int condition) {
  Count count = count_of(trial, years, condition);
  double allowed = allowed_share(&trial->setup.plan.conditions, condition, options->tight);
  double n = years, expected = allowed * n, error = sqrt(expected * (1 - allowed));
  double most = floor(allowed * options->years + 1e-6);
  if (count.applies == 0)
    return SURELY_KEPT;
  if (!count_is_of_all(&count, years, options->years))
    return UNSURE;
  if (count.broken > most || count.broken > expected + LOOK_BROKEN_SURE * error + 1)
    return SURELY_BROKEN;
  if (count.broken + options->years - n <= most ||
      (allowed > 0 && count.broken < expected - LOOK_KEPT_SURE * error))
    return SURELY_KEPT;
  return UNSURE;
}

static Sure sure_of_cost(const Trial *trial, int years, double tight) {
  Gain gain = gain_of(trial, years);
  if (trial->setup.plan.conditions.goal != GOAL_ADVERTISE)
    return SURELY_KEPT;
  if (years < 2 * LOOK_STEP)
    return UNSURE;
  if (gain.mean < -LOOK_BROKEN_SURE * gain.error)
    return SURELY_BROKEN;
  return gain.mean > (LOOK_KEPT_SURE + tight) * gain.error ? SURELY_KEPT : UNSURE;
}

static bool is_sure(const Trial *trial, int years, const LookOptions *options) {
  bool all_kept = true;
  for (int i = 0; i < CONDITION_COUNT; i++) {
    if ((options->mask >> i & 1) == 0)
      continue;
    Sure sure = i == CONDITION_COST_PER_CLIENT_KEPT ? sure_of_cost(trial, years, options->tight)
                                                    : sure_of_count(trial, years, options, i);
    if (sure == SURELY_BROKEN)
      return true;
    all_kept &= sure == SURELY_KEPT;
  }
  return all_kept;
}

/* --- the answer ---------------------------------------------------------------------------- */

static void fill_cost(const Trial *trial, const Standing *standing, double tight, Look *look) {
  Gain gain = gain_of(trial, standing->years);
  double lost = -(double)standing->result.mean_milli / 1000;
  bool holds = standing->condition[CONDITION_COST_PER_CLIENT_KEPT].holds &&
               (tight <= 0 || gain.mean >= tight * gain.error);
  double short_by = lost > 0 ? -gain.mean / lost : 0;
  look->room[CONDITION_COST_PER_CLIENT_KEPT] = gain.mean;
  look->short_by[CONDITION_COST_PER_CLIENT_KEPT] = holds || short_by < 0 ? 0 : short_by;
  look->holds |= (holds ? 1u : 0u) << CONDITION_COST_PER_CLIENT_KEPT;
}

static void fill_share(const Trial *trial, const Standing *standing, int condition, double tight,
                       Look *look) {
  const ConditionStanding *of = &standing->condition[condition];
  double allowed = allowed_share(&trial->setup.plan.conditions, condition, tight);
  double broken = (double)of->broken_per_100k / RATE_ONE_PER_100K;
  bool holds = of->holds && (tight <= 0 || broken <= allowed);
  look->room[condition] = allowed - broken;
  look->short_by[condition] = holds ? 0 : (broken - allowed) / (1 - allowed);
  look->holds |= (holds ? 1u : 0u) << condition;
}

static void look_fill(const Trial *trial, int years, double tight, Look *look) {
  Standing standing;
  standing_of_trial(trial, years, &standing);
  memset(look, 0, sizeof *look);
  look->years = years;
  look->result_milli = standing.result.mean_milli;
  for (int i = 0; i < CONDITION_COUNT; i++) {
    if (!standing.condition[i].applies)
      look->holds |= 1u << i;
    else if (i == CONDITION_COST_PER_CLIENT_KEPT)
      fill_cost(trial, &standing, tight, look);
    else
      fill_share(trial, &standing, i, tight, look);
    look->applies |= (standing.condition[i].applies ? 1u : 0u) << i;
  }
}

static int years_next(int years, int most) {
  int next = years + (years < 2 * LOOK_STEP ? LOOK_STEP : years / 2);
  return next < most ? next : most;
}

bool look_at(Trial *trial, const LookOptions *options, const TrialRunner *runner, Look *look) {
  int most = options->years;
  int years = options->whole ? most : years_next(0, most);
  if (!trial_run_to(trial, years, runner))
    return false;
  while (years < most && !is_sure(trial, years, options)) {
    years = years_next(years, most);
    if (!trial_run_to(trial, years, runner))
      return false;
  }
  look_fill(trial, years, options->tight, look);
  return true;
}

bool look_holds(const Look *look, unsigned mask) {
  return (look->holds & mask) == mask;
}
