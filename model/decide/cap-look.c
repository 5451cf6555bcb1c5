/* Room: decide. Numbers of vouchers looked at in years, and what the looks foretell of others.
 * Knows: trial, standing. Must not know: what is searched. */
#include "model/decide/cap-private.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Years run at a time, of those that are asked for until an answer is sure. */
#define YEARS_AT_ONCE 16
/* A day less of the longest wait, beside a share of clients that wait too long. */
#define WAIT_DAY_PER_100K 1000
#define SLACK_MOST INT64_C(1000000000000000)

/* --- how far from breaking ------------------------------------------------------------------- */

/* Where all are placed in time, days that are left say how near it is. */
static int64_t wait_slack(const PlanConditions *limit, const int64_t *value) {
  int64_t slack = value[RISK_WITHIN_WAIT_PER_100K] - limit->wait_share_per_100k;
  int64_t days_left = limit->wait_days_max - value[RISK_WAIT_MAX_DAYS];
  return days_left > 0 ? slack + days_left * WAIT_DAY_PER_100K : slack;
}

static int64_t slack_in_its_unit(const Plan *plan, const TrialRun *run, Condition condition) {
  const PlanConditions *limit = &plan->conditions;
  const int64_t *value = run->value;
  switch (condition) {
  case CONDITION_RESULT:
    return value[RISK_RESULT_CENTS];
  case CONDITION_COST_PER_CLIENT_KEPT:
    return value[RISK_RESULT_CENTS] +
           plan->clients.usual_advertising_cents_per_new_client * value[RISK_PEOPLE_RETURNING];
  case CONDITION_WAIT:
    return wait_slack(limit, value);
  case CONDITION_REFUSED:
    return limit->extra_refused_max_per_100k - value[RISK_REFUSED_EXTRA_PER_100K];
  case CONDITION_WEEKLY_SHARE:
    return limit->weekly_share_max_per_100k - value[RISK_WEEKLY_SHARE_PER_100K];
  case CONDITION_CASH_FLOOR:
    return value[RISK_LOWEST_CENTS] - plan->business.cash_floor_cents;
  case CONDITION_COUNT:
    break;
  }
  assert(false);
  return 0;
}

static bool is_of_the_mean(Condition condition) {
  return condition == CONDITION_COST_PER_CLIENT_KEPT;
}

static bool is_broken(const TrialRun *run, Condition condition) {
  return condition == CONDITION_RESULT ? run->value[RISK_RESULT_CENTS] < 0
                                       : (run->broken >> condition & 1) != 0;
}

/* Below 0 where it is broken and nowhere else, whatever the rounding. */
static int64_t slack_of(const Plan *plan, const TrialRun *run, Condition condition) {
  if (condition == CONDITION_CASH_FLOOR && (run->applies >> condition & 1) == 0)
    return SLACK_MOST;
  int64_t slack = slack_in_its_unit(plan, run, condition);
  if (is_of_the_mean(condition))
    return slack;
  if (is_broken(run, condition))
    return slack < 0 ? slack : -1;
  return slack < 0 ? 0 : slack;
}

/* --- what looks foretell --------------------------------------------------------------------- */

/* Straight through two looks, or level with the only one. */
static double slack_between(const CapSearch *search, const CapLook *a, const CapLook *b, int year,
                            int32_t vouchers, Condition condition) {
  double at_a = (double)slack_of(search->plan, &a->run[year], condition);
  if (b == NULL || a == b)
    return at_a;
  double at_b = (double)slack_of(search->plan, &b->run[year], condition);
  double step = (double)(vouchers - a->vouchers) / (double)(b->vouchers - a->vouchers);
  return at_a + (at_b - at_a) * step;
}

static double slack_foretell(const CapSearch *search, int year, int32_t vouchers,
                             Condition condition) {
  const CapLook *below[2] = {NULL, NULL}, *above[2] = {NULL, NULL}; /* nearest first */
  for (int i = 0; i < search->look_count; i++) {
    const CapLook *look = &search->scratch->cap_look[i];
    if (!look->is_seen[year])
      continue;
    if (look->vouchers <= vouchers) {
      below[1] = below[0];
      below[0] = look;
    } else {
      above[above[0] != NULL] = look;
      if (above[1] != NULL || below[0] != NULL)
        break;
    }
  }
  if (below[0] != NULL)
    return slack_between(search, below[0], above[0] != NULL ? above[0] : below[1], year, vouchers,
                         condition);
  assert(above[0] != NULL);
  return slack_between(search, above[0], above[1], year, vouchers, condition);
}

/* A year by what is foretold of it. */
typedef struct {
  double slack;
  uint16_t year;
} Foretold;

static int foretold_compare(const void *a, const void *b) {
  const Foretold *left = a, *right = b;
  if (left->slack < right->slack)
    return -1;
  return left->slack > right->slack ? 1 : (int)left->year - (int)right->year;
}

static void years_foretell(const CapSearch *search, int32_t vouchers, Condition condition,
                           Foretold *foretold) {
  for (int year = 0; year < search->years; year++)
    foretold[year] = (Foretold){slack_foretell(search, year, vouchers, condition), (uint16_t)year};
}

static double error_of_mean(const Foretold *foretold, int count) {
  double sum = 0, squares = 0;
  for (int i = 0; i < count; i++)
    sum += foretold[i].slack;
  for (int i = 0; i < count; i++)
    squares += (foretold[i].slack - sum / count) * (foretold[i].slack - sum / count);
  return count > 1 ? sqrt(squares / (count - 1.0) / count) : 0;
}

/* A number looked at in all years, and its mean. */
typedef struct {
  double vouchers, mean;
} MeanPoint;

/* Up to three nearest to a number; none sold is one of them. */
static int points_near(const CapSearch *search, int32_t vouchers, MeanPoint point[3]) {
  int count = 1;
  point[0] = (MeanPoint){0, search->mean_of_none};
  for (int i = 0; i < search->look_count; i++) {
    const CapLook *look = &search->scratch->cap_look[i];
    if (look->seen_count < search->years)
      continue;
    MeanPoint next = {look->vouchers, look->goal_mean};
    if (count < 3)
      point[count++] = next;
    else if (fabs(next.vouchers - vouchers) < fabs(point[0].vouchers - vouchers)) {
      point[0] = point[1]; /* by rising vouchers, so that the first is the farthest below */
      point[1] = point[2];
      point[2] = next;
    }
  }
  return count;
}

/* The parabola through them: what a deal costs grows faster than what it sells. */
static double mean_foretell(const CapSearch *search, int32_t vouchers) {
  MeanPoint point[3];
  int count = points_near(search, vouchers, point);
  double mean = 0;
  for (int i = 0; i < count; i++) {
    double part = point[i].mean;
    for (int j = 0; j < count; j++)
      if (j != i)
        part *= (vouchers - point[j].vouchers) / (point[i].vouchers - point[j].vouchers);
    mean += part;
  }
  return mean;
}

double cap_foretell(const CapSearch *search, int32_t vouchers, Condition condition, int spare) {
  Foretold foretold[TRIAL_YEARS];
  if (is_of_the_mean(condition) && spare == 0)
    return mean_foretell(search, vouchers);
  years_foretell(search, vouchers, condition, foretold);
  if (is_of_the_mean(condition))
    return mean_foretell(search, vouchers) + spare * error_of_mean(foretold, search->years);
  int place = search->allowed_count[condition] + spare;
  place = place < 0 ? 0 : place;
  if (place >= search->years) /* all may break it */
    return (double)SLACK_MOST;
  qsort(foretold, (size_t)search->years, sizeof foretold[0], foretold_compare);
  return foretold[place].slack;
}

/* --- looking --------------------------------------------------------------------------------- */

int cap_look_find(const CapSearch *search, int32_t vouchers) {
  for (int i = 0; i < search->look_count; i++)
    if (search->scratch->cap_look[i].vouchers == vouchers)
      return i;
  return -1;
}

/* One that was not seen in all years can be seen again. */
static void look_forget_one(CapSearch *search) {
  CapLook *look = search->scratch->cap_look;
  for (int i = 0; i < search->look_count; i++)
    if (look[i].seen_count < search->years) {
      search->look_count--;
      memmove(&look[i], &look[i + 1], sizeof *look * (size_t)(search->look_count - i));
      return;
    }
  assert(false);
}

static CapLook *look_place(CapSearch *search, int32_t vouchers) {
  CapLook *look = search->scratch->cap_look;
  int found = cap_look_find(search, vouchers);
  if (found >= 0)
    return &look[found];
  if (search->look_count == CAP_LOOKS_MAX)
    look_forget_one(search);
  int place = 0;
  while (place < search->look_count && look[place].vouchers < vouchers)
    place++;
  memmove(&look[place + 1], &look[place], sizeof *look * (size_t)(search->look_count - place));
  search->look_count++;
  look[place].vouchers = vouchers;
  look[place].seen_count = 0;
  memset(look[place].is_seen, 0, sizeof look[place].is_seen);
  return &look[place];
}

/* The years of the plan without the deal are those of the first number, played once. */
static void trial_prepare(CapSearch *search, int32_t vouchers) {
  DecideScratch *scratch = search->scratch;
  cap_plan_of(search->plan, vouchers, &scratch->plan);
  trial_begin_like(&scratch->other, &scratch->plan, &scratch->against, search->runner);
}

/* --- what was seen --------------------------------------------------------------------------- */

static int broken_count(const CapSearch *search, const CapLook *look, Condition condition) {
  int broken = 0;
  for (int year = 0; year < search->years; year++)
    broken += look->is_seen[year] && is_broken(&look->run[year], condition);
  return broken;
}

static CapAnswer answer_of(const CapSearch *search, const CapLook *look, Condition condition) {
  if (look->seen_count == search->years)
    return (look->holds >> condition & 1) != 0 ? CAP_HOLDS : CAP_FAILS;
  if (is_of_the_mean(condition))
    return CAP_UNSURE;
  int broken = broken_count(search, look, condition);
  int unseen = search->years - look->seen_count;
  if (broken > search->allowed_count[condition])
    return CAP_FAILS;
  return broken + unseen <= search->allowed_count[condition] ? CAP_HOLDS : CAP_UNSURE;
}

CapAnswer cap_answer(const CapSearch *search, int look, Condition condition) {
  return answer_of(search, &search->scratch->cap_look[look], condition);
}

static double mean_slack(const CapSearch *search, const CapLook *look, Condition condition) {
  double sum = 0;
  for (int year = 0; year < search->years; year++)
    sum += (double)slack_of(search->plan, &look->run[year], condition);
  return sum / search->years;
}

static void test_fill(const CapSearch *search, const CapLook *look, const Standing *standing,
                      CapTest *test) {
  memset(test, 0, sizeof *test);
  test->vouchers = look->vouchers;
  test->years = search->years;
  test->holds = look->holds;
  test->result = standing->result;
  for (int i = 0; i < CONDITION_COUNT; i++)
    test->broken_count[i] = broken_count(search, look, (Condition)i);
}

static void test_list(CapSearch *search, const CapLook *look, const Standing *standing) {
  Cap *cap = search->cap;
  int place = 0;
  if (cap->test_count == CAP_TESTS_MAX)
    return;
  while (place < cap->test_count && cap->test[place].vouchers < look->vouchers)
    place++;
  memmove(&cap->test[place + 1], &cap->test[place],
          sizeof cap->test[0] * (size_t)(cap->test_count - place));
  cap->test_count++;
  test_fill(search, look, standing, &cap->test[place]);
}

static void all_seen(CapSearch *search, CapLook *look) {
  Trial *trial = &search->scratch->other;
  Standing standing;
  memcpy(trial->run, look->run, sizeof look->run[0] * (size_t)search->years);
  trial->count = search->years;
  standing_of_trial(trial, search->years, &standing);
  look->holds = 0;
  look->goal_mean = mean_slack(search, look, CONDITION_COST_PER_CLIENT_KEPT);
  for (int i = 0; i < CONDITION_COUNT; i++) {
    search->applies[i] = standing.condition[i].applies;
    look->holds |= (uint16_t)((standing.condition[i].holds ? 1u : 0u) << i);
  }
  test_list(search, look, &standing);
}

static void years_run(CapSearch *search, CapLook *look, const uint16_t *year, int count) {
  DecideScratch *scratch = search->scratch;
  if (search->is_cancelled ||
      !trial_run_years(&scratch->other, year, count, search->runner, scratch->cap_run)) {
    search->is_cancelled = true;
    return;
  }
  for (int i = 0; i < count; i++) {
    look->run[year[i]] = scratch->cap_run[i];
    look->is_seen[year[i]] = true;
  }
  look->seen_count += count;
  search->run_count += count;
  if (look->seen_count == search->years)
    all_seen(search, look);
}

/* Where nothing was looked at yet, the years without the deal are played too, and kept; but those
 * of the plan as it is may be there. */
static void first_look(CapSearch *search, CapLook *look) {
  DecideScratch *scratch = search->scratch;
  cap_plan_of(search->plan, look->vouchers, &scratch->plan);
  Trial *first = &scratch->against;
  trial_keep(first, &scratch->plan, search->sample, 0, &scratch->base, search->runner);
  search->is_cancelled |= !trial_run_to(first, search->years, search->runner);
  if (search->is_cancelled)
    return;
  memcpy(look->run, first->run, sizeof look->run[0] * (size_t)search->years);
  memset(look->is_seen, true, sizeof look->is_seen);
  look->seen_count = search->years;
  search->run_count += search->years;
}

/* What is lost when nobody buys: of one year, for what costs once is alike in all. */
static void look_at_none(CapSearch *search) {
  const uint16_t year = 0;
  TrialRun *run = search->scratch->cap_run;
  trial_prepare(search, 0);
  search->is_cancelled |= !trial_run_years(&search->scratch->other, &year, 1, search->runner, run);
  search->run_count++;
  search->mean_of_none = (double)slack_of(search->plan, run, CONDITION_COST_PER_CLIENT_KEPT);
}

void cap_look_at_all(CapSearch *search, int32_t vouchers) {
  bool is_first = search->look_count == 0;
  CapLook *look = look_place(search, vouchers);
  uint16_t unseen[TRIAL_YEARS];
  int count = 0;
  if (search->is_cancelled || look->seen_count == search->years)
    return;
  if (is_first)
    first_look(search, look);
  if (is_first && !search->is_cancelled)
    look_at_none(search);
  for (int year = 0; year < search->years; year++)
    if (!look->is_seen[year])
      unseen[count++] = (uint16_t)year;
  trial_prepare(search, vouchers);
  years_run(search, look, unseen, count);
}

/* The years not seen yet, the worst first. */
static int years_in_order(const CapSearch *search, const CapLook *look, Condition condition,
                          uint16_t *year) {
  Foretold foretold[TRIAL_YEARS];
  int count = 0;
  years_foretell(search, look->vouchers, condition, foretold);
  qsort(foretold, (size_t)search->years, sizeof foretold[0], foretold_compare);
  for (int i = 0; i < search->years; i++)
    if (!look->is_seen[foretold[i].year])
      year[count++] = foretold[i].year;
  return count;
}

/* It would hold if years not seen were like the last that were, of which `broken` break it. */
static bool is_believed(const CapSearch *search, const CapLook *look, Condition condition,
                        int broken) {
  int unseen = search->years - look->seen_count;
  return broken_count(search, look, condition) + broken * unseen / YEARS_AT_ONCE <=
         search->allowed_count[condition];
}

/* Worst years first, until the answer is sure or, where that is enough, believed. */
static CapAnswer look_on(CapSearch *search, int32_t vouchers, Condition condition,
                         bool to_believe) {
  uint16_t year[TRIAL_YEARS];
  CapLook *look = look_place(search, vouchers);
  CapAnswer answer = answer_of(search, look, condition);
  if (answer != CAP_UNSURE || search->is_cancelled)
    return answer;
  int count = years_in_order(search, look, condition, year);
  trial_prepare(search, vouchers);
  for (int begin = 0, end; begin < count; begin = end) {
    int broken = broken_count(search, look, condition);
    end = begin + (look->seen_count == 0 ? search->allowed_count[condition] + 1 : YEARS_AT_ONCE);
    end = end < count ? end : count;
    years_run(search, look, year + begin, end - begin);
    answer = answer_of(search, look, condition);
    broken = broken_count(search, look, condition) - broken;
    if (search->is_cancelled || answer != CAP_UNSURE ||
        (to_believe && is_believed(search, look, condition, broken)))
      break;
  }
  return answer;
}

CapAnswer cap_look_at(CapSearch *search, int32_t vouchers, Condition condition) {
  if (is_of_the_mean(condition))
    cap_look_at_all(search, vouchers);
  return look_on(search, vouchers, condition, true);
}

CapAnswer cap_look_until_sure(CapSearch *search, int32_t vouchers, Condition condition) {
  if (is_of_the_mean(condition))
    cap_look_at_all(search, vouchers);
  CapAnswer answer = look_on(search, vouchers, condition, false);
  if (answer == CAP_HOLDS)
    cap_look_at_all(search, vouchers);
  return answer;
}
