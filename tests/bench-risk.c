/* How long risk years of the example take, and what memory they need. Prints figures, never fails
 * on them. Each time is the smallest of many tries, taken in turns, so that another program's
 * moment falls on all alike; read the ratios to the floor rather than the nanoseconds. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model/risk/risk.h"
#include "model/store/plan-json.h"

#define TRIES 300
#define RUNS 8
#define YEARS RISK_YEARS_MAX
#define FIRST_YEARS 250
#define THREADS 2

typedef enum {
  DRAWN_PLAN,
  WITH_YEAR,
  WITH_YEAR_CASH,
  PAIR_OF_YEARS,
  MONEY_OF_PAIR,
  WHOLE_PAIR,
  FLOOR,
  MEASURE_COUNT
} Measure;

static const char *const names[MEASURE_COUNT] = {
    [DRAWN_PLAN] = "drawing the plan",
    [WITH_YEAR] = "year with the deal",
    [WITH_YEAR_CASH] = "the same with daily cash",
    [PAIR_OF_YEARS] = "both years, same luck",
    [MONEY_OF_PAIR] = "earnings and bank of both",
    [WHOLE_PAIR] = "a whole run",
    [FLOOR] = "floor",
};

typedef struct {
  RiskSetup setup;
  RiskScratch scratch;
  RiskRun run;
  uint64_t masks[HORIZON_DAYS_MAX];
  uint64_t sink;
} Bench;

static double now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int32_t requests_of(const Year *year) {
  return year->regulars_wanted + year->vouchers_wanted + year->returns_wanted;
}

/* The least a request can cost: one draw, one look at a day's mask, one bit taken. */
static int32_t floor_all(Bench *bench, int32_t requests) {
  uint64_t key = random_key(&(RandomStream){1, 1}, 0);
  int days = bench->setup.timetable.days;
  for (int32_t i = 0; i < requests; i++) {
    uint64_t draw = random_bits_of_key(key, (uint32_t)i, 0);
    uint64_t *mask = &bench->masks[(draw >> 32) * (uint64_t)days >> 32];
    int start = slots_nearest(*mask | 1, (int)(draw & 63));
    *mask = (*mask & ~(UINT64_C(1) << start)) | (draw & draw >> 7);
  }
  bench->sink += bench->masks[0];
  return requests;
}

static void money_of(Bench *bench, bool with_deal) {
  RiskScratch *scratch = &bench->scratch;
  const Year *year = with_deal ? &scratch->with : &scratch->without;
  Earnings earnings;
  earnings_compute(&bench->setup.plan, &bench->setup.timetable, year, with_deal, &earnings);
  cash_compute(&bench->setup.plan, &bench->setup.timetable, year, with_deal, &scratch->cash);
  bench->sink += (uint64_t)(earnings.total_cents + scratch->cash.closing_cents);
}

/* Requests handled, where there are any. */
static int32_t measure_once(Bench *bench, Measure measure, int try) {
  RiskScratch *scratch = &bench->scratch;
  const Plan *plan = &bench->setup.plan;
  const Timetable *timetable = &bench->setup.timetable;
  const RandomStream stream = {1, (uint32_t)(try % RUNS)};
  switch (measure) {
  case DRAWN_PLAN:
    risk_draw_plan(&bench->setup, stream.run, &scratch->plan);
    return 0;
  case WITH_YEAR:
  case WITH_YEAR_CASH:
    year_compute_run(plan, timetable, true, &stream, &scratch->with, &scratch->year);
    if (measure == WITH_YEAR_CASH)
      cash_compute(plan, timetable, &scratch->with, true, &scratch->cash);
    return requests_of(&scratch->with);
  case PAIR_OF_YEARS:
    year_compute_pair(plan, timetable, &stream, &scratch->with, &scratch->without, &scratch->year);
    break;
  case MONEY_OF_PAIR:
    money_of(bench, true);
    money_of(bench, false);
    return 0;
  case WHOLE_PAIR:
    risk_run(&bench->setup, RISK_ALL, stream.run, &bench->run, scratch);
    break;
  case FLOOR:
    return floor_all(bench, requests_of(&scratch->with));
  case MEASURE_COUNT:
    break;
  }
  return requests_of(&scratch->with) + requests_of(&scratch->without);
}

static void measure_all(Bench *bench, int tries, double best_ns[MEASURE_COUNT],
                        int32_t requests[MEASURE_COUNT]) {
  for (int i = 0; i < MEASURE_COUNT; i++)
    best_ns[i] = 1e18;
  for (int try = 0; try < tries; try++)
    for (int i = 0; i < MEASURE_COUNT; i++) {
      double begin_ns = now_ns();
      int32_t count = measure_once(bench, (Measure)i, try);
      double ns = now_ns() - begin_ns;
      if (ns < best_ns[i]) {
        best_ns[i] = ns;
        requests[i] = count;
      }
    }
}

static void print_measures(Bench *bench) {
  double best_ns[MEASURE_COUNT];
  int32_t requests[MEASURE_COUNT];
  measure_all(bench, TRIES, best_ns, requests);
  for (int i = 0; i < MEASURE_COUNT; i++) {
    printf("%-28s %8.4f ms", names[i], best_ns[i] / 1e6);
    if (requests[i] > 0) {
      double each_ns = best_ns[i] / requests[i];
      printf("  %6d requests  %6.1f ns each  %5.1f x floor", requests[i], each_ns,
             each_ns / (best_ns[FLOOR] / requests[FLOOR]));
    }
    printf("\n");
  }
  printf("goal: %.1f ns a request of a whole risk year with daily cash; here %.1f\n", 40.0,
         best_ns[WITH_YEAR_CASH] / requests[WITH_YEAR_CASH]);
  printf("on one thread, a second: %.0f pairs, %.0f years with the deal\n",
         1e9 / best_ns[WHOLE_PAIR], 1e9 / best_ns[WITH_YEAR_CASH]);
}

/* The same house and contract with more or fewer clients; a house of ten for ten times as many. */
static void print_clientele(Bench *bench, double times) {
  Plan *plan = &bench->scratch.plan;
  double best_ns[MEASURE_COUNT];
  int32_t requests[MEASURE_COUNT];
  plan_example(plan);
  for (int i = 0; i < 7; i++)
    plan->regulars.wanted_milli_visits[i] =
        (int32_t)(plan->regulars.wanted_milli_visits[i] * times);
  plan->deal.vouchers_sold = (int32_t)(plan->deal.vouchers_sold * times);
  plan->uncertainty_count = 0;
  for (int rooms = plan->rooms_count; times > 1 && plan->rooms_count < rooms * 10;)
    plan->rooms[plan->rooms_count++] = plan->rooms[0];
  for (; times > 1 && plan->staff_count < STAFF_MAX; plan->staff_count++)
    plan->staff[plan->staff_count] = plan->staff[plan->staff_count % 5];
  risk_setup(&bench->setup, plan, 1);
  measure_all(bench, TRIES / 4, best_ns, requests);
  printf("%4.1f x the clients: a run %8.4f ms, %6d requests, %6.1f ns each\n", times,
         best_ns[WHOLE_PAIR] / 1e6, requests[WHOLE_PAIR],
         best_ns[WHOLE_PAIR] / requests[WHOLE_PAIR]);
}

/* Resident memory, in kB. */
static long resident_kb(void) {
  g_autofree char *text = NULL;
  if (!g_file_get_contents("/proc/self/status", &text, NULL, NULL))
    return 0;
  const char *line = strstr(text, "VmRSS:");
  return line ? strtol(line + strlen("VmRSS:"), NULL, 10) : 0;
}

static void print_memory(const RiskSetup *setup) {
  RiskScratch *scratch = g_new0(RiskScratch, 1);
  RiskRun run;
  long before_kb = resident_kb();
  for (uint32_t i = 0; i < RUNS; i++)
    risk_run(setup, RISK_ALL, i, &run, scratch);
  printf("memory: a run %zu bytes, %d of them %.1f MB; a thread %ld kB touched of %zu MB; "
         "setup %zu kB, what is told %zu kB\n",
         sizeof run, YEARS, (double)sizeof run * YEARS / 1e6, resident_kb() - before_kb,
         sizeof *scratch >> 20, sizeof *setup >> 10, sizeof(Risk) >> 10);
  g_free(scratch);
}

/* --- ten thousand runs on two threads ------------------------------------------------------ */

typedef struct {
  const RiskSetup *setup;
  RiskRun *runs;
  int next; /* atomic */
  double begin_ns, first_ns;
} Crowd;

static gpointer crowd_work(gpointer data) {
  Crowd *crowd = data;
  RiskScratch *scratch = g_new0(RiskScratch, 1);
  for (int run; (run = g_atomic_int_add(&crowd->next, 1)) < YEARS;) {
    risk_run(crowd->setup, RISK_ALL, (uint32_t)run, &crowd->runs[run], scratch);
    if (run == FIRST_YEARS - 1)
      crowd->first_ns = now_ns() - crowd->begin_ns;
  }
  g_free(scratch);
  return NULL;
}

static void print_crowd(const RiskSetup *setup) {
  Crowd crowd = {.setup = setup, .runs = g_new(RiskRun, YEARS), .begin_ns = now_ns()};
  GThread *threads[THREADS];
  for (int i = 0; i < THREADS; i++)
    threads[i] = g_thread_new("risk", crowd_work, &crowd);
  for (int i = 0; i < THREADS; i++)
    g_thread_join(threads[i]);
  double all_ns = now_ns() - crowd.begin_ns;
  g_autofree int64_t *work = g_new(int64_t, YEARS);
  g_autofree Risk *risk = g_new(Risk, 1);
  double sum_ns[2];
  risk_begin(setup, true, YEARS, risk);
  for (int i = 0; i < 2; i++) {
    double begin_ns = now_ns();
    risk_sum_up(setup, RISK_ALL, crowd.runs, i == 0 ? FIRST_YEARS : YEARS, work, risk);
    sum_ns[i] = now_ns() - begin_ns;
  }
  printf("%d runs on %d threads: %.2f s (goal 1.2); the first %d %.0f ms (goal 100)\n", YEARS,
         THREADS, all_ns / 1e9, FIRST_YEARS, crowd.first_ns / 1e6);
  printf("summing up: %d runs %.2f ms, %d runs %.1f ms\n", FIRST_YEARS, sum_ns[0] / 1e6, YEARS,
         sum_ns[1] / 1e6);
  g_free(crowd.runs);
}

int main(void) {
  g_autofree Bench *bench = g_new0(Bench, 1);
  g_autofree Plan *plan = g_new(Plan, 1);
  plan_example(plan);
  risk_setup(&bench->setup, plan, RISK_SEED_DEFAULT);
  print_measures(bench);
  print_memory(&bench->setup);
  print_crowd(&bench->setup);
  for (double times = 0.1; times < 11; times *= 10)
    print_clientele(bench, times);
  return 0;
}
