/* How long the decisions take, part by part, on one thread and on two: for the example and each
 * preset; with arguments, for those alone. Prints milliseconds, never fails on them: of the
 * processors, which other programs hardly change, and of the clock, which they do. */
#include <stdio.h>
#include <time.h>

#include "model/decide/decisions.h"
#include "model/decide/offers.h"
#include "model/plan/presets.h"
#include "model/store/plan-json.h"
#include "ui/session/run-pool.h"

#define THREADS 2

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

/* Of one part: milliseconds of all processors and of the clock, and the years it asked for. */
typedef struct {
  double processor_msec, clock_msec;
  int years;
} Taken;

static Taken taken_since(const Taken *begin, const Bench *bench) {
  return (Taken){msec_of(CLOCK_PROCESS_CPUTIME_ID) - begin->processor_msec,
                 msec_of(CLOCK_MONOTONIC) - begin->clock_msec, bench->asked};
}

static Taken taken_begin(Bench *bench) {
  bench->asked = 0;
  return (Taken){msec_of(CLOCK_PROCESS_CPUTIME_ID), msec_of(CLOCK_MONOTONIC), 0};
}

static void measure(Bench *bench, int threads, Taken taken[DECIDE_PART_COUNT]) {
  const TrialRunner runner = {run_counted, bench, RISK_SEED_DEFAULT};
  bench->pool = run_pool_new(threads, bench->cancellable);
  decisions_begin(bench->plan, RISK_SEED_DEFAULT, true, &bench->decisions);
  for (DecidePart part = 0; part < DECIDE_PART_COUNT; part++) {
    const Taken begin = taken_begin(bench);
    decisions_compute(&bench->decisions, part, bench->plan, &runner, &bench->scratch);
    taken[part] = taken_since(&begin, bench);
  }
  g_clear_pointer(&bench->pool, run_pool_free);
}

static void print_offers(Bench *bench) {
  const Plan *plans[OFFERS_MAX];
  const TrialRunner runner = {run_counted, bench, RISK_SEED_DEFAULT};
  g_autofree Offers *offers = g_new0(Offers, 1);
  for (int i = 0; i < OFFERS_MAX; i++)
    plans[i] = bench->plan;
  bench->pool = run_pool_new(THREADS, bench->cancellable);
  const Taken begin = taken_begin(bench);
  offers_compare(plans, OFFERS_MAX, RISK_ALL, &runner, &bench->scratch, offers);
  const Taken taken = taken_since(&begin, bench);
  printf("  %-14s %27.0f %9.0f  %6d\n", "4 offers", taken.processor_msec, taken.clock_msec,
         taken.years);
  g_clear_pointer(&bench->pool, run_pool_free);
}

static void print_taken(const char *name, const Taken *one, const Taken *two) {
  printf("  %-14s %8.0f %8.0f %9.0f %9.0f  %6d\n", name, one->processor_msec, one->clock_msec,
         two->processor_msec, two->clock_msec, two->years);
}

static Taken taken_add(const Taken *a, const Taken *b) {
  return (Taken){a->processor_msec + b->processor_msec, a->clock_msec + b->clock_msec,
                 a->years + b->years};
}

static void print_plan(Bench *bench, const char *name, char **only) {
  if (only[0] && !g_strv_contains((const char *const *)only, name))
    return;
  Taken one[DECIDE_PART_COUNT], two[DECIDE_PART_COUNT], all_one = {0}, all_two = {0};
  measure(bench, 1, one);
  measure(bench, THREADS, two);
  printf("%-16s %17s  %18s\n", name, "one thread, ms", "two threads, ms");
  printf("%-16s %8s %8s %9s %9s  %6s\n", "", "of it", "clock", "of both", "clock", "years");
  for (DecidePart part = 0; part < DECIDE_PART_COUNT; part++) {
    print_taken(decide_part_name(part), &one[part], &two[part]);
    all_one = taken_add(&all_one, &one[part]);
    all_two = taken_add(&all_two, &two[part]);
  }
  print_taken("all", &all_one, &all_two);
  print_offers(bench);
  const Taken both = taken_add(&two[DECIDE_CAP], &two[DECIDE_TORNADO]);
  printf("  cap %d: %.0f ms (goal 500); cap and tornado %.0f ms (goal 1000); were both threads "
         "alone: %.0f and %.0f\n",
         bench->decisions.cap.found ? bench->decisions.cap.vouchers : -1,
         two[DECIDE_CAP].clock_msec, both.clock_msec, two[DECIDE_CAP].processor_msec / THREADS,
         both.processor_msec / THREADS);
  fflush(stdout);
}

int main(int count, char **arguments) {
  Bench *bench = g_new0(Bench, 1);
  bench->plan = g_new(Plan, 1);
  bench->cancellable = g_cancellable_new();
  plan_example(bench->plan);
  print_plan(bench, "example", arguments + 1);
  const int32_t sale_date = bench->plan->deal.sale_date;
  for (Preset preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill(preset, sale_date, bench->plan);
    print_plan(bench, preset_name(preset), arguments + 1);
  }
  g_object_unref(bench->cancellable);
  g_free(bench->plan);
  g_free(bench);
  return 0;
}
