/* Room: decide. On which facts the verdict turns. Knows: look, term, ranges. Must not know: words,
 * how terms are found. */
#include <stdlib.h>
#include <string.h>

#include "model/decide/asks.h"
#include "model/decide/look.h"
#include "model/plan/fields.h"
#include "model/plan/problem.h"
#include "model/plan/range.h"

#define VOUCHERS_PATH "deal.vouchers_sold"

typedef struct {
  Plan plan; /* with the terms */
  const TrialRunner *runner;
  DecideScratch *scratch;
  bool stands; /* the verdict of it: not no */
  int years;   /* of each look */
  bool cancelled;
} FactSearch;

/* What is asked of one input: steps of a grid through its value. */
typedef struct {
  const char *path;
  int64_t value, step, width;
  int64_t least, most; /* steps from the value, least ≤ 0 ≤ most */
} Question;

static int64_t value_at(const Question *question, int64_t steps) {
  return question->value + steps * question->step;
}

/* The contract with the input known. */
static void known_fill(const FactSearch *facts, const char *path, int64_t value, Plan *plan) {
  *plan = facts->plan;
  for (int i = plan->uncertainty_count - 1; i >= 0; i--)
    if (strcmp(plan->uncertainty[i].path, path) == 0)
      plan_remove_element(plan, "uncertainty", i);
  plan_set(plan, path, value);
}

static bool trial_holds(FactSearch *facts, int years, bool whole, Trial *trial) {
  const LookOptions options = {.years = years, .mask = LOOK_ALL, .whole = whole};
  Look look;
  if (!look_at(trial, &options, facts->runner, &look)) {
    facts->cancelled = true;
    return false;
  }
  return look_holds(&look, LOOK_ALL);
}

/* Whether the verdict is as it is now. */
static bool is_same_in(FactSearch *facts, const Question *question, int64_t steps, int years) {
  Plan *plan = &facts->scratch->plan;
  Trial *trial = &facts->scratch->other;
  known_fill(facts, question->path, value_at(question, steps), plan);
  trial_begin_like(trial, plan, &facts->scratch->against, facts->runner);
  return trial_holds(facts, years, false, trial) == facts->stands;
}

static bool is_same(FactSearch *facts, const Question *question, int64_t steps) {
  return is_same_in(facts, question, steps, facts->years);
}

/* --- how far to ask ------------------------------------------------------------------------ */

/* The largest of 1, 2, 5 × 10ⁿ not above; at least 1. */
static int64_t round_below(int64_t value) {
  int64_t round = 1;
  while (round <= value / 10)
    round *= 10;
  return value >= 5 * round ? 5 * round : value >= 2 * round ? 2 * round : round;
}

static int64_t most_of_contract(const Plan *plan, const char *path, int64_t most) {
  const PlanDeal *deal = &plan->deal;
  if (strcmp(path, VOUCHERS_PATH) != 0 || deal->contract_cap == PLAN_NONE ||
      most <= deal->contract_cap)
    return most;
  return deal->contract_cap;
}

static bool makes_sense(const FactSearch *facts, const Question *question, int64_t steps) {
  Problems problems;
  Plan *plan = &facts->scratch->plan;
  known_fill(facts, question->path, value_at(question, steps), plan);
  plan_check(plan, &problems);
  return problems.blocking_count == 0;
}

static int64_t steps_that_make_sense(const FactSearch *facts, const Question *question,
                                     int64_t steps) {
  while (steps != 0 && !makes_sense(facts, question, steps))
    steps /= 2;
  return steps;
}

static void question_fill(const FactSearch *facts, const char *path, int64_t low, int64_t high,
                          int64_t widen, Question *question) {
  const Field *field = field_find(path);
  int64_t least = low - widen, most = most_of_contract(&facts->plan, path, high + widen);
  int64_t minimum = strcmp(path, VOUCHERS_PATH) == 0 ? CAP_STEP : field->minimum;
  if (least < minimum)
    least = minimum;
  if (most > field->maximum)
    most = field->maximum;
  int64_t value = plan_get(&facts->plan, path);
  *question = (Question){.path = path, .value = value, .width = high - low};
  question->step = round_below((high - low) / FACT_STEPS);
  int64_t under = (least - value) / question->step, over = (most - value) / question->step;
  question->least = steps_that_make_sense(facts, question, under < 0 ? under : 0);
  question->most = steps_that_make_sense(facts, question, over > 0 ? over : 0);
}

/* --- where it turns ------------------------------------------------------------------------ */

/* Between steps that do and do not leave the verdict; the last that does. */
static int64_t turn_find(FactSearch *facts, const Question *question, int64_t same, int64_t other) {
  while (llabs(other - same) > 1 && !facts->cancelled) {
    int64_t middle = same + (other - same) / 2;
    if (is_same(facts, question, middle))
      same = middle;
    else
      other = middle;
  }
  return same;
}

static double distance_of(const Question *question, const Fact *fact) {
  return (double)llabs(fact->other_at - fact->value) / (double)question->width;
}

/* No farther than what would be kept. */
static void question_narrow(Question *question, double farthest) {
  double most = farthest * (double)question->width / (double)question->step;
  if ((double)question->most > most)
    question->most = (int64_t)most;
  if ((double)-question->least > most)
    question->least = -(int64_t)most;
}

static Fact fact_of(const Question *question, int64_t same, bool is_above) {
  Fact fact = {.value = question->value, .turns_at = value_at(question, same)};
  memcpy(fact.path, question->path, strlen(question->path) + 1);
  fact.stands_above = is_above;
  fact.other_at = value_at(question, is_above ? same - 1 : same + 1);
  return fact;
}

/* Kept in order of distance, the earlier asked first. */
static void fact_keep(Facts *out, double distance[FACTS_MAX], double of_this, const Fact *fact) {
  int place = out->fact_count;
  while (place > 0 && distance[place - 1] > of_this)
    place--;
  if (place >= FACTS_MAX)
    return;
  int last = out->fact_count < FACTS_MAX ? out->fact_count++ : FACTS_MAX - 1;
  for (int i = last; i > place; i--) {
    out->fact[i] = out->fact[i - 1];
    distance[i] = distance[i - 1];
  }
  out->fact[place] = *fact;
  distance[place] = of_this;
}

/* The steps on one side that is looked at: as far as it goes; where it is no now, halfway before,
 * for a yes may lie between two noes. 0: both are as here. `same` is as here before it. */
static int64_t other_find(FactSearch *facts, const Question *question, int64_t end, bool here,
                          int64_t *same) {
  *same = 0;
  if (!facts->stands && end / 2 != 0) {
    if (is_same(facts, question, end / 2) != here || facts->cancelled)
      return end / 2;
    *same = end / 2;
  }
  return end != 0 && is_same(facts, question, end) != here ? end : 0;
}

/* The nearer of the turns on both sides. */
static bool question_ask(FactSearch *facts, Question *question, Facts *out,
                         double distance[FACTS_MAX]) {
  if (out->fact_count == FACTS_MAX)
    question_narrow(question, distance[FACTS_MAX - 1]);
  const int64_t ends[] = {question->least, question->most};
  /* That the doubt alone makes the verdict is told when it is sure. */
  bool here = is_same(facts, question, 0) ||
              (!facts->cancelled && is_same_in(facts, question, 0, TRIAL_YEARS_SURE));
  bool is_found = false;
  Fact nearest = {.value = 0};
  for (int i = 0; i < 2 && !facts->cancelled; i++) {
    int64_t before, other = other_find(facts, question, ends[i], here, &before);
    if (other == 0 || facts->cancelled)
      continue;
    int64_t same = turn_find(facts, question, here ? before : other, here ? other : before);
    Fact fact = fact_of(question, same, here == (ends[i] < 0));
    if (!is_found || distance_of(question, &fact) < distance_of(question, &nearest))
      nearest = fact;
    is_found = true;
  }
  if (is_found && !facts->cancelled)
    fact_keep(out, distance, distance_of(question, &nearest), &nearest);
  return !facts->cancelled;
}

static bool question_of_range(const FactSearch *facts, int entry, Question *question) {
  const Plan *plan = &facts->plan;
  Uncertainty range = range_of_input(plan, entry);
  const char *path = plan->uncertainty[entry].path;
  if (range.high <= range.low || plan_get(plan, path) == field_none(field_find(path)))
    return false;
  question_fill(facts, path, range.low, range.high, (range.high - range.low) / 2, question);
  return true;
}

static bool question_of_vouchers(const FactSearch *facts, Question *question) {
  int64_t sold = plan_vouchers_sold(&facts->plan);
  for (int i = 0; i < facts->plan.uncertainty_count; i++)
    if (strcmp(facts->plan.uncertainty[i].path, VOUCHERS_PATH) == 0)
      return false;
  if (sold < 2)
    return false;
  question_fill(facts, VOUCHERS_PATH, sold / 2, 2 * sold, 0, question);
  return true;
}

bool facts_find(const Plan *plan, RiskSample sample, const Term *terms, int term_count,
                const TrialRunner *runner, DecideScratch *scratch, Facts *out) {
  FactSearch facts = {.plan = *plan, .runner = runner, .scratch = scratch};
  double distance[FACTS_MAX] = {0};
  Question question;
  memset(out, 0, sizeof *out);
  for (int i = 0; i < term_count; i++)
    term_apply(&terms[i], &facts.plan);
  Trial *contract = &scratch->against;
  trial_keep(contract, &facts.plan, sample, 0, &scratch->base, runner);
  facts.stands = trial_holds(&facts, TRIAL_YEARS_SURE, true, contract);
  if (facts.cancelled)
    return false;
  /* Where fewer years say otherwise, they would tell of themselves. */
  bool is_same_sooner = trial_holds(&facts, TRIAL_YEARS, true, contract) == facts.stands;
  facts.years = is_same_sooner ? TRIAL_YEARS : TRIAL_YEARS_SURE;
  for (int i = 0; i < facts.plan.uncertainty_count; i++)
    if (question_of_range(&facts, i, &question) && !question_ask(&facts, &question, out, distance))
      return false;
  return !question_of_vouchers(&facts, &question) || question_ask(&facts, &question, out, distance);
}
