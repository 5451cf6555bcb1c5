/* How long the decisions take, part by part, on one thread and on all: for the example and each
 * preset; with arguments, for those alone. Prints milliseconds, never fails on them. Those of one
 * thread are its processor's, so that other programs do not count; those of all are the clock's. */
#include <stdio.h>
#include <time.h>

#include "model/decide/decisions.h"
#include "model/decide/offers.h"
#include "model/plan/presets.h"
#include "model/store/plan-json.h"
#include "ui/session/run-pool.h"

typedef struct {
  Plan *plan;
  Decisions decisions;
  DecideScratch scratch;
  GCancellable *cancellable;
  int asked; /* years, of one part */
  RunPool *pool;
} Bench;

static bool run_counted(void *data, const RiskSetup *setup, RiskSample sample, int begin, int end,
                        TrialRun *out) {
  Bench *bench = data;
  bench->asked += end - begin;
  return run_pool_run(bench->pool, setup, sample, begin, end, out);
}

static double msec_of(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Milliseconds of each part, and the years it asked for. */
static void measure(Bench *bench, int threads, double msec[DECIDE_PART_COUNT],
                    int years[DECIDE_PART_COUNT]) {
  const TrialRunner runner = {run_counted, bench, RISK_SEED_DEFAULT};
  const clockid_t clock = threads == 1 ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC;
  bench->pool = run_pool_new(threads, bench->cancellable);
  decisions_begin(bench->plan, RISK_SEED_DEFAULT, true, &bench->decisions);
  for (DecidePart part = 0; part < DECIDE_PART_COUNT; part++) {
    const double begin_msec = msec_of(clock);
    bench->asked = 0;
    decisions_compute(&bench->decisions, part, bench->plan, &runner, &bench->scratch);
    msec[part] = msec_of(clock) - begin_msec;
    years[part] = bench->asked;
  }
  g_clear_pointer(&bench->pool, run_pool_free);
}

static void print_offers(Bench *bench, int threads) {
  const Plan *plans[OFFERS_MAX];
  const TrialRunner runner = {run_counted, bench, RISK_SEED_DEFAULT};
  g_autofree Offers *offers = g_new0(Offers, 1);
  for (int i = 0; i < OFFERS_MAX; i++)
    plans[i] = bench->plan;
  bench->pool = run_pool_new(threads, bench->cancellable);
  const double begin_msec = msec_of(CLOCK_MONOTONIC);
  bench->asked = 0;
  offers_compare(plans, OFFERS_MAX, RISK_ALL, &runner, &bench->scratch, offers);
  printf("  %-14s %8.0f ms  %6d years, %d threads\n", "4 offers",
         msec_of(CLOCK_MONOTONIC) - begin_msec, bench->asked, threads);
  g_clear_pointer(&bench->pool, run_pool_free);
}

static void print_plan(Bench *bench, const char *name, int threads, char **only) {
  if (only[0] && !g_strv_contains((const char *const *)only, name))
    return;
  double one[DECIDE_PART_COUNT], all[DECIDE_PART_COUNT], sum_one = 0, sum_all = 0;
  int years[DECIDE_PART_COUNT], sum_years = 0;
  measure(bench, 1, one, years);
  measure(bench, threads, all, years);
  printf("%-16s %8s %8d all  %6s\n", name, "1 thread", threads, "years");
  for (DecidePart part = 0; part < DECIDE_PART_COUNT; part++) {
    printf("  %-14s %8.0f ms %8.0f ms  %6d\n", decide_part_name(part), one[part], all[part],
           years[part]);
    sum_one += one[part];
    sum_all += all[part];
    sum_years += years[part];
  }
  printf("  %-14s %8.0f ms %8.0f ms  %6d;  cap %d, cap and tornado %.0f ms (goals 500, 1000)\n",
         "all", sum_one, sum_all, sum_years,
         bench->decisions.cap.found ? bench->decisions.cap.vouchers : -1,
         all[DECIDE_CAP] + all[DECIDE_TORNADO]);
  print_offers(bench, threads);
  fflush(stdout);
}

int main(int count, char **arguments) {
  const int threads = (int)g_get_num_processors();
  Bench *bench = g_new0(Bench, 1);
  bench->plan = g_new(Plan, 1);
  bench->cancellable = g_cancellable_new();
  plan_example(bench->plan);
  print_plan(bench, "example", threads, arguments + 1);
  const int32_t sale_date = bench->plan->deal.sale_date;
  for (Preset preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill(preset, sale_date, bench->plan);
    print_plan(bench, preset_name(preset), threads, arguments + 1);
  }
  g_object_unref(bench->cancellable);
  g_free(bench->plan);
  g_free(bench);
  return 0;
}
