/* Room: decide. The bars of the tornado and the worth of each term. Knows: trial, term, ranges.
 * Must not know: what is shown of them. */
#include "model/decide/tornado.h"

#include <stdlib.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/range.h"

#define POINT_PER_100K 1000
#define FEWER_VOUCHERS 50
#define FRIDAY 4

static bool luck_run_like(Trial *trial, const Plan *plan, const Trial *like,
                          const TrialRunner *runner) {
  trial_begin_like(trial, plan, like, runner);
  return trial_run_to(trial, TRIAL_YEARS_OF_LUCK, runner);
}

/* --- the inputs ---------------------------------------------------------------------------- */

/* As a drawn year has it: no more vouchers than the contract lets be sold. */
static int64_t value_within_contract(const Plan *plan, const char *path, int64_t value) {
  const PlanDeal *deal = &plan->deal;
  if (strcmp(path, "deal.vouchers_sold") != 0 || deal->contract_cap == PLAN_NONE)
    return value;
  return value < deal->contract_cap ? value : deal->contract_cap;
}

static void end_fill(const Plan *plan, const char *path, int64_t value, Plan *end) {
  *end = *plan;
  plan_set(end, path, value);
}

/* Against the plan's own years; those in base are played anew by who needs them. */
static bool bar_compute(const Plan *plan, int entry, const TrialRunner *runner,
                        DecideScratch *scratch, TornadoBar *bar) {
  Uncertainty range = range_of_input(plan, entry);
  Trial *low = &scratch->other, *high = &scratch->base;
  const Trial *like = &scratch->against;
  memset(bar, 0, sizeof *bar);
  memcpy(bar->path, range.path, sizeof bar->path);
  bar->low = value_within_contract(plan, range.path, range.low);
  bar->likely = range.likely;
  bar->high = value_within_contract(plan, range.path, range.high);
  end_fill(plan, bar->path, bar->low, &scratch->plan);
  if (!luck_run_like(low, &scratch->plan, like, runner))
    return false;
  end_fill(plan, bar->path, bar->high, &scratch->plan);
  if (!luck_run_like(high, &scratch->plan, like, runner))
    return false;
  bar->at_low = trial_mean(low, RISK_RESULT_CENTS);
  bar->at_high = trial_mean(high, RISK_RESULT_CENTS);
  bar->low_less_high = trial_mean_difference(low, high, RISK_RESULT_CENTS);
  return true;
}

static int64_t width_of(const TornadoBar *bar) {
  return llabs(bar->at_high.mean_milli - bar->at_low.mean_milli);
}

static int compare_bars(const void *a, const void *b) {
  const TornadoBar *left = a, *right = b;
  int64_t left_width = width_of(left), right_width = width_of(right);
  if (left_width != right_width)
    return left_width > right_width ? -1 : 1;
  return strcmp(left->path, right->path);
}

bool tornado_compute(const Plan *plan, const TrialRunner *runner, DecideScratch *scratch,
                     Tornado *tornado) {
  tornado->years = TRIAL_YEARS_OF_LUCK;
  tornado->bar_count = plan->uncertainty_count;
  if (!trial_luck_run(scratch, plan, runner))
    return false;
  tornado->base = trial_mean(&scratch->against, RISK_RESULT_CENTS);
  for (int i = 0; i < plan->uncertainty_count; i++)
    if (!bar_compute(plan, i, runner, scratch, &tornado->bar[i]))
      return false;
  qsort(tornado->bar, (size_t)tornado->bar_count, sizeof tornado->bar[0], compare_bars);
  return true;
}

/* --- the terms ----------------------------------------------------------------------------- */

static void worth_add(TermWorths *worths, TermKind kind, int64_t amount) {
  worths->worth[worths->worth_count++].term = term_of(kind, amount);
}

static void worths_list(const Plan *plan, TermWorths *worths) {
  const PlanDeal *deal = &plan->deal;
  int friday = term_weekday_is_open(plan, FRIDAY) ? FRIDAY : term_busiest_weekday(plan);
  memset(worths, 0, sizeof *worths);
  worths->years = TRIAL_YEARS_OF_LUCK;
  worth_add(worths, TERM_COMMISSION, deal->commission_per_100k - POINT_PER_100K);
  worth_add(worths, TERM_CAP, plan_vouchers_sold(plan) - FEWER_VOUCHERS);
  if (plan->rooms_count > 0 && friday >= 0)
    worth_add(worths, TERM_NO_WEEKDAY, friday);
  worth_add(worths, TERM_NEW_CLIENTS_ONLY, 0);
  worth_add(worths, TERM_TAXES_EXTRA, 0);
  worth_add(worths, TERM_PAYOUT_SOON, 0);
  if (deal->fixed_fee_cents > 0)
    worth_add(worths, TERM_NO_FIXED_FEE, 0);
  if (deal->card_fee_per_100k > 0)
    worth_add(worths, TERM_NO_CARD_FEE, 0);
}

static bool worth_compute(const Plan *plan, const TrialRunner *runner, DecideScratch *scratch,
                          TermWorth *worth) {
  worth->changes = term_changes(&worth->term, plan);
  if (!worth->changes)
    return true;
  scratch->plan = *plan;
  term_apply(&worth->term, &scratch->plan);
  const Trial *with = &scratch->other, *without = &scratch->against;
  if (!luck_run_like(&scratch->other, &scratch->plan, without, runner))
    return false;
  worth->worth = trial_mean_difference(with, without, RISK_RESULT_CENTS);
  worth->lowest = trial_mean_difference(with, without, RISK_LOWEST_CENTS);
  worth->refused = trial_mean_difference(with, without, RISK_REFUSED_EXTRA);
  return true;
}

/* Those that change nothing last. */
static int compare_worths(const void *a, const void *b) {
  const TermWorth *left = a, *right = b;
  if (left->changes != right->changes)
    return left->changes ? -1 : 1;
  if (left->worth.mean_milli != right->worth.mean_milli)
    return left->worth.mean_milli > right->worth.mean_milli ? -1 : 1;
  return (int)left->term.kind - (int)right->term.kind;
}

bool term_worths_compute(const Plan *plan, const TrialRunner *runner, DecideScratch *scratch,
                         TermWorths *worths) {
  worths_list(plan, worths);
  if (!trial_luck_run(scratch, plan, runner))
    return false;
  for (int i = 0; i < worths->worth_count; i++)
    if (!worth_compute(plan, runner, scratch, &worths->worth[i]))
      return false;
  qsort(worths->worth, (size_t)worths->worth_count, sizeof worths->worth[0], compare_worths);
  return true;
}
