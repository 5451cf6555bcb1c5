/* The tornado and the worth of terms, recomputed with nothing but trials of their own. */
#include <glib.h>
#include <stdlib.h>

#include "model/decide/tornado.h"
#include "model/plan/fields.h"
#include "model/plan/range.h"
#include "model/store/plan-json.h"
#include "tests/made-up-years.h"

static Plan plan;
static DecideScratch *scratch;
static Trial *of_low, *of_high, *of_base;
static TrialScratch *real;

static bool is_same_mean(TrialMean a, TrialMean b) {
  return a.mean_milli == b.mean_milli && a.error_milli == b.error_milli;
}

static void run(Trial *trial, const Plan *of, const TrialRunner *runner) {
  trial_begin(trial, of, RISK_LUCK, runner);
  g_assert_true(trial_run_to(trial, TRIAL_YEARS_OF_LUCK, runner));
}

static TrialRunner real_runner(void) {
  return (TrialRunner){.run = trial_run_here, .data = real, .seed = 5};
}

/* Every input counts, by another weight, and not the same in every year. */
static void fill_year(const Plan *of, int year, TrialRun *out) {
  const PlanDeal *deal = &of->deal;
  int64_t luck = year * 37 % 100;
  out->value[RISK_RESULT_CENTS] =
      deal->vouchers_sold * (100 + luck) - of->clients.existing_per_100k * (3 + luck % 7) +
      of->clients.return_per_100k * 5 - deal->commission_per_100k * 2 + deal->used_per_100k / 50 +
      (deal->allowed_weekdays[4] ? 0 : 7000 - luck) - deal->fixed_fee_cents;
  out->value[RISK_LOWEST_CENTS] = (deal->instalments_count == 1 ? 50000 : 0) + luck * luck;
  out->value[RISK_REFUSED_EXTRA] = deal->vouchers_sold / 10 + luck % 3;
}

/* --- the inputs ---------------------------------------------------------------------------- */

static int64_t width_of(const TornadoBar *bar) {
  return llabs(bar->at_high.mean_milli - bar->at_low.mean_milli);
}

/* The first thing that a tornado tells otherwise than trials of its own; NULL: nothing. */
static const char *tornado_wrong(const Tornado *tornado, const TrialRunner *runner) {
  run(of_base, &plan, runner);
  if (tornado->years != TRIAL_YEARS_OF_LUCK || tornado->bar_count != plan.uncertainty_count)
    return "counts";
  if (!is_same_mean(tornado->base, trial_mean(of_base, RISK_RESULT_CENTS)))
    return "base";
  for (int i = 0; i < tornado->bar_count; i++) {
    const TornadoBar *bar = &tornado->bar[i];
    Plan low = plan, high = plan;
    plan_set(&low, bar->path, bar->low);
    plan_set(&high, bar->path, bar->high);
    run(of_low, &low, runner);
    run(of_high, &high, runner);
    if (!is_same_mean(bar->at_low, trial_mean(of_low, RISK_RESULT_CENTS)) ||
        !is_same_mean(bar->at_high, trial_mean(of_high, RISK_RESULT_CENTS)))
      return "an end";
    if (!is_same_mean(bar->low_less_high,
                      trial_mean_difference(of_low, of_high, RISK_RESULT_CENTS)))
      return "the difference";
    if (i > 0 && (width_of(bar - 1) < width_of(bar) ||
                  (width_of(bar - 1) == width_of(bar) && g_strcmp0(bar[-1].path, bar->path) >= 0)))
      return "the order";
  }
  return NULL;
}

static void assert_ends_are_the_ranges(const Tornado *tornado) {
  for (int i = 0; i < plan.uncertainty_count; i++) {
    Uncertainty range = range_of_input(&plan, i);
    int found = 0;
    for (int k = 0; k < tornado->bar_count; k++) {
      const TornadoBar *bar = &tornado->bar[k];
      if (g_strcmp0(bar->path, range.path) != 0)
        continue;
      found++;
      g_assert_cmpint(bar->low, ==, range.low);
      g_assert_cmpint(bar->likely, ==, range.likely);
      g_assert_cmpint(bar->high, ==, range.high);
    }
    g_assert_cmpint(found, ==, 1);
  }
}

static void test_tornado(void) {
  MadeUpYears years = {.fill = fill_year};
  TrialRunner runner = made_up_runner(&years);
  trials_forget(scratch);
  Tornado tornado;
  plan_example(&plan);
  plan.clients.return_per_100k = 20000; /* typed over: the range goes with it */
  g_assert_true(tornado_compute(&plan, &runner, scratch, &tornado));
  assert_ends_are_the_ranges(&tornado);
  g_assert_cmpstr(tornado_wrong(&tornado, &runner), ==, NULL);
  /* Two of them move nothing: by path. */
  g_assert_cmpstr(tornado.bar[tornado.bar_count - 2].path, ==, "clients.extras_share_per_100k");
  g_assert_cmpstr(tornado.bar[tornado.bar_count - 1].path, ==, "regulars.level_per_100k");
  /* Each deliberate fault is noticed. */
  Tornado wrong = tornado;
  wrong.bar[0] = tornado.bar[1];
  wrong.bar[1] = tornado.bar[0];
  g_assert_cmpstr(tornado_wrong(&wrong, &runner), ==, "the order");
  wrong = tornado;
  wrong.bar[2].low_less_high.error_milli++;
  g_assert_cmpstr(tornado_wrong(&wrong, &runner), ==, "the difference");
  wrong = tornado;
  wrong.bar[2].at_low = wrong.bar[2].at_high;
  g_assert_cmpstr(tornado_wrong(&wrong, &runner), ==, "an end");
}

/* Years without the deal are shared where they may be, and only there. */
static void test_real_years(void) {
  TrialRunner runner = real_runner();
  Tornado tornado;
  plan_example(&plan);
  plan.deal.vouchers_sold = 30;
  plan.uncertainty[0] = plan.uncertainty[5]; /* how many regulars; then what clients do */
  plan.uncertainty[1] = plan.uncertainty[3];
  plan.uncertainty_count = 2;
  for (int weekday = 0; weekday < 7; weekday++)
    plan.regulars.wanted_milli_visits[weekday] /= 6;
  g_assert_true(tornado_compute(&plan, &runner, scratch, &tornado));
  g_assert_cmpstr(tornado_wrong(&tornado, &runner), ==, NULL);
  g_assert_cmpint(width_of(&tornado.bar[1]), >, 0);
}

static void test_no_more_than_the_contract(void) {
  MadeUpYears years = {.fill = fill_year};
  TrialRunner runner = made_up_runner(&years);
  trials_forget(scratch);
  Tornado tornado;
  plan_example(&plan);
  plan.deal.contract_cap = 500; /* 300 … 444 … 600 */
  g_assert_true(tornado_compute(&plan, &runner, scratch, &tornado));
  for (int i = 0; i < tornado.bar_count; i++)
    if (g_strcmp0(tornado.bar[i].path, "deal.vouchers_sold") == 0)
      g_assert_cmpint(tornado.bar[i].high, ==, 500);
  g_assert_cmpstr(tornado_wrong(&tornado, &runner), ==, NULL);
}

/* --- the terms ----------------------------------------------------------------------------- */

static const TermWorth *worth_find(const TermWorths *worths, TermKind kind) {
  for (int i = 0; i < worths->worth_count; i++)
    if (worths->worth[i].term.kind == kind)
      return &worths->worth[i];
  return NULL;
}

static const char *worths_wrong(const TermWorths *worths, const TrialRunner *runner) {
  run(of_base, &plan, runner);
  for (int i = 0; i < worths->worth_count; i++) {
    const TermWorth *worth = &worths->worth[i];
    Plan with = plan;
    term_apply(&worth->term, &with);
    run(of_high, worth->changes ? &with : &plan, runner);
    if (worth->changes != term_changes(&worth->term, &plan))
      return "changes";
    if (!is_same_mean(worth->worth, trial_mean_difference(of_high, of_base, RISK_RESULT_CENTS)))
      return "worth";
    if (!is_same_mean(worth->lowest, trial_mean_difference(of_high, of_base, RISK_LOWEST_CENTS)))
      return "lowest";
    if (!is_same_mean(worth->refused, trial_mean_difference(of_high, of_base, RISK_REFUSED_EXTRA)))
      return "refused";
    if (i > 0 && worth->changes &&
        (!worth[-1].changes || worth[-1].worth.mean_milli < worth->worth.mean_milli))
      return "the order";
  }
  return NULL;
}

static void test_worths(void) {
  MadeUpYears years = {.fill = fill_year};
  TrialRunner runner = made_up_runner(&years);
  trials_forget(scratch);
  TermWorths worths;
  plan_example(&plan);
  g_assert_true(term_worths_compute(&plan, &runner, scratch, &worths));
  g_assert_cmpstr(worths_wrong(&worths, &runner), ==, NULL);
  g_assert_cmpint(worths.worth_count, ==, 6);
  g_assert_cmpint(worth_find(&worths, TERM_COMMISSION)->term.amount, ==, 49000);
  /* A point is 1000 per 100k, at 2 cents each. */
  g_assert_cmpint(worth_find(&worths, TERM_COMMISSION)->worth.mean_milli, ==, 2000 * 1000);
  g_assert_cmpint(worth_find(&worths, TERM_CAP)->term.amount, ==, 394);
  g_assert_cmpint(worth_find(&worths, TERM_NO_WEEKDAY)->term.amount, ==, 4);
  g_assert_false(worth_find(&worths, TERM_TAXES_EXTRA)->changes);
  g_assert_cmpint(worths.worth[5].term.kind, ==, TERM_TAXES_EXTRA);
  g_assert_null(worth_find(&worths, TERM_NO_FIXED_FEE));
  worths.worth[1].worth.mean_milli++;
  g_assert_cmpstr(worths_wrong(&worths, &runner), ==, "worth");

  /* Closed on Fridays: her busiest day then; fees are told of where there are some. */
  plan.hours[4] = plan.hours[--plan.hours_count];
  plan.deal.fixed_fee_cents = 5000;
  plan.deal.card_fee_per_100k = 2500;
  g_assert_true(term_worths_compute(&plan, &runner, scratch, &worths));
  g_assert_cmpint(worths.worth_count, ==, 8);
  g_assert_cmpint(worth_find(&worths, TERM_NO_WEEKDAY)->term.amount, ==, 5);
  g_assert_cmpint(worth_find(&worths, TERM_NO_FIXED_FEE)->worth.mean_milli, ==, 5000 * 1000);
  g_assert_cmpstr(worths_wrong(&worths, &runner), ==, NULL);
  plan.rooms_count = 0;
  g_assert_true(term_worths_compute(&plan, &runner, scratch, &worths));
  g_assert_null(worth_find(&worths, TERM_NO_WEEKDAY));
}

static void test_cancel(void) {
  Tornado tornado;
  TermWorths worths;
  plan_example(&plan);
  for (int after = 1; after < 7; after += 2) {
    MadeUpYears years = {.fill = fill_year, .cancel_after = after};
    TrialRunner runner = made_up_runner(&years);
    trials_forget(scratch);
    g_assert_false(tornado_compute(&plan, &runner, scratch, &tornado));
    years.calls = 0;
    trials_forget(scratch);
    g_assert_false(term_worths_compute(&plan, &runner, scratch, &worths));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  scratch = calloc(1, sizeof *scratch);
  of_low = calloc(1, sizeof *of_low);
  of_high = calloc(1, sizeof *of_high);
  of_base = calloc(1, sizeof *of_base);
  real = calloc(1, sizeof *real);
  g_test_add_func("/tornado/inputs", test_tornado);
  g_test_add_func("/tornado/real-years", test_real_years);
  g_test_add_func("/tornado/no-more-than-the-contract", test_no_more_than_the_contract);
  g_test_add_func("/tornado/worths", test_worths);
  g_test_add_func("/tornado/cancel", test_cancel);
  int failed = g_test_run();
  free(scratch);
  free(of_low);
  free(of_high);
  free(of_base);
  free(real);
  return failed;
}
