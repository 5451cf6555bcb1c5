/* Room: decide. Where the deal compared with no deal is nothing, over the values of one input.
 * Knows: trial, the field table. Must not know: how a year is computed. */
#include "model/decide/break-even.h"

#include <assert.h>
#include <string.h>

#include "model/base/money.h"
#include "model/decide/cap.h"
#include "model/plan/fields.h"
#include "model/plan/problem.h"

#define MILLI 1000

const char *break_even_path(BreakEvenOf of) {
  static const char *const paths[BREAK_EVEN_COUNT] = {
      [BREAK_EVEN_RETURN] = "clients.return_per_100k",
      [BREAK_EVEN_VOUCHERS] = "deal.vouchers_sold",
      [BREAK_EVEN_PRICE] = "deal.price_cents",
      [BREAK_EVEN_COMMISSION] = "deal.commission_per_100k",
      [BREAK_EVEN_EXTRAS] = "clients.extras_cents",
  };
  assert(of < BREAK_EVEN_COUNT);
  return paths[of];
}

/* --- values that make sense --------------------------------------------------------------- */

typedef struct {
  const Plan *plan;
  const char *path;
  const TrialRunner *runner;
  DecideScratch *scratch;
  BreakEven *out;
} Line;

/* The years of luck alone look at no range. */
static void plan_with(const Line *line, int64_t value, Plan *plan) {
  *plan = *line->plan;
  plan->uncertainty_count = 0;
  plan_set(plan, line->path, value);
}

static bool makes_sense(const Line *line, int64_t value) {
  Problems problems;
  plan_with(line, value, &line->scratch->plan);
  plan_check(&line->scratch->plan, &problems);
  return problems.blocking_count == 0;
}

/* The value nearest to `end`, from the plan's on, that makes sense. */
static int64_t end_find(const Line *line, int64_t end) {
  int64_t good = line->out->now, bad = end;
  if (makes_sense(line, end))
    return end;
  while (bad - good > 1 || good - bad > 1) {
    int64_t middle = good + (bad - good) / 2;
    if (makes_sense(line, middle))
      good = middle;
    else
      bad = middle;
  }
  return good;
}

static int64_t highest_of(const Plan *plan, BreakEvenOf of) {
  switch (of) {
  case BREAK_EVEN_VOUCHERS: {
    int64_t most = (int64_t)plan->deal.vouchers_sold * CAP_TIMES_LIKELY;
    int64_t cap = plan->deal.contract_cap == PLAN_NONE ? VOUCHERS_MAX : plan->deal.contract_cap;
    return most < cap ? most : cap;
  }
  case BREAK_EVEN_PRICE:
  case BREAK_EVEN_EXTRAS:
    return plan->deal.list_price_cents;
  case BREAK_EVEN_RETURN:
  case BREAK_EVEN_COMMISSION:
  case BREAK_EVEN_COUNT:
  default:
    return RATE_ONE_PER_100K;
  }
}

/* Values looked at over the whole: of vouchers closer together where few are sold, of what changes
 * no booking fewer: the result is a straight line but for rounding and pay that is topped up. */
static int grid_count(BreakEvenOf of) {
  static const int counts[BREAK_EVEN_COUNT] = {
      [BREAK_EVEN_RETURN] = 6, [BREAK_EVEN_VOUCHERS] = BREAK_EVEN_POINTS,
      [BREAK_EVEN_PRICE] = 3,  [BREAK_EVEN_COMMISSION] = 3,
      [BREAK_EVEN_EXTRAS] = 3,
  };
  return counts[of];
}

static int64_t grid_value(BreakEvenOf of, int64_t begin, int64_t end, int i) {
  int64_t last = grid_count(of) - 1;
  return of == BREAK_EVEN_VOUCHERS ? begin + (end - begin) * i * i / (last * last)
                                   : begin + (end - begin) * i / last;
}

/* --- points ------------------------------------------------------------------------------- */

static bool point_compute(const Line *line, int64_t value, BreakEvenPoint *point) {
  Trial *trial = &line->scratch->other;
  plan_with(line, value, &line->scratch->plan);
  trial_begin_like(trial, &line->scratch->plan, &line->scratch->against, line->runner);
  if (!trial_run_to(trial, TRIAL_YEARS_OF_LUCK, line->runner))
    return false;
  point->value = value;
  point->result_cents =
      money_scale_half_up(trial_mean(trial, RISK_RESULT_CENTS).mean_milli, 1, MILLI);
  return true;
}

/* In order; a value already there stays alone. */
static void point_put(BreakEven *out, const BreakEvenPoint *point) {
  int i = out->point_count;
  assert(out->point_count < (int)(sizeof out->point / sizeof *out->point));
  for (int k = 0; k < out->point_count; k++)
    if (out->point[k].value == point->value)
      return;
  for (; i > 0 && out->point[i - 1].value > point->value; i--)
    out->point[i] = out->point[i - 1];
  out->point[i] = *point;
  out->point_count++;
}

/* The plan itself, which all lines share. */
static bool now_compute(const Line *line) {
  Trial *now = &line->scratch->against;
  if (!trial_luck_run(line->scratch, line->plan, line->runner))
    return false;
  TrialMean mean = trial_mean(now, RISK_RESULT_CENTS);
  line->out->now_result_cents = money_scale_half_up(mean.mean_milli, 1, MILLI);
  point_put(line->out, &(BreakEvenPoint){line->out->now, line->out->now_result_cents});
  return true;
}

static bool grid_compute(const Line *line, BreakEvenOf of) {
  BreakEven *out = line->out;
  const Field *field = field_find(line->path);
  int64_t high = highest_of(line->plan, of);
  int64_t begin = end_find(line, field->minimum);
  int64_t end = end_find(line, high > out->now ? high : out->now);
  BreakEvenPoint point;
  for (int i = 0; i < grid_count(of); i++) {
    int64_t value = grid_value(of, begin, end, i);
    if (value == out->now)
      continue;
    if (!point_compute(line, value, &point))
      return false;
    point_put(out, &point);
  }
  return true;
}

/* --- the crossing ------------------------------------------------------------------------- */

static bool earns(const BreakEvenPoint *point) {
  return point->result_cents >= 0;
}

/* Where the line between two points of different sign is 0: strictly between them. */
static int64_t crossing_of(const BreakEvenPoint *a, const BreakEvenPoint *b) {
  int64_t rise = b->result_cents - a->result_cents;
  int64_t from_a = rise > 0 ? money_scale_half_up(b->value - a->value, -a->result_cents, rise)
                            : money_scale_half_up(b->value - a->value, a->result_cents, -rise);
  int64_t value = a->value + from_a;
  if (value <= a->value)
    return a->value + 1;
  return value < b->value ? value : b->value - 1;
}

/* The two neighbours between which the line crosses nearest to the plan's value. */
static int nearest_change(const BreakEven *out) {
  int64_t nearest_distance = INT64_MAX;
  int nearest = -1;
  for (int i = 0; i + 1 < out->point_count; i++) {
    const BreakEvenPoint *a = &out->point[i], *b = &out->point[i + 1];
    if (earns(a) == earns(b))
      continue;
    int64_t value = b->value - a->value > 1 ? crossing_of(a, b) : a->value;
    int64_t distance = value > out->now ? value - out->now : out->now - value;
    if (distance < nearest_distance) {
      nearest_distance = distance;
      nearest = i;
    }
  }
  return nearest;
}

/* Where to look next between two points: at their crossing; beyond it, as far as it is from the
 * nearer one, where that was not enough to halve what is left; then in the middle. */
static int64_t next_value(const BreakEvenPoint *a, const BreakEvenPoint *b, int misses) {
  int64_t value = crossing_of(a, b);
  if (misses == 0)
    return value;
  if (misses > 1)
    return a->value + (b->value - a->value) / 2;
  bool near_b = b->value - value < value - a->value;
  value += near_b ? value - b->value : value - a->value;
  if (value <= a->value)
    return a->value + 1;
  return value < b->value ? value : b->value - 1;
}

/* Until the crossing lies between two values one unit apart. */
static bool crossing_narrow(const Line *line, BreakEvenPoint *a, BreakEvenPoint *b) {
  int misses = 0;
  while (b->value - a->value > 1) {
    int64_t width = b->value - a->value;
    BreakEvenPoint point;
    if (!point_compute(line, next_value(a, b, misses), &point))
      return false;
    *(earns(&point) == earns(a) ? a : b) = point;
    misses = (b->value - a->value) * 2 > width ? misses + 1 : 0;
  }
  return true;
}

bool break_even_find(const Plan *plan, BreakEvenOf of, const TrialRunner *runner,
                     DecideScratch *scratch, BreakEven *out) {
  const Line line = {plan, break_even_path(of), runner, scratch, out};
  memset(out, 0, sizeof *out);
  out->now = of == BREAK_EVEN_VOUCHERS ? plan_vouchers_sold(plan) : plan_get(plan, line.path);
  if (!now_compute(&line) || !grid_compute(&line, of))
    return false;
  /* One narrowed may turn out farther than another: then that one too. */
  for (int change; (change = nearest_change(out)) >= 0;) {
    BreakEvenPoint a = out->point[change], b = out->point[change + 1];
    if (b.value - a.value == 1) {
      out->found = true;
      out->earns_above = earns(&b);
      out->value = out->earns_above ? b.value : a.value;
      return true;
    }
    if (!crossing_narrow(&line, &a, &b))
      return false;
    point_put(out, &a);
    point_put(out, &b);
  }
  return true;
}
