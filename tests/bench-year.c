/* How long the years of the example take, and of a tenth and of ten times its clientele. Prints
 * figures, never fails on them. Each figure is the smallest of many tries, taken in turns, so that
 * another program's moment falls on all alike; read the ratios to the floor rather than the
 * nanoseconds. */
#include <glib.h>
#include <stdio.h>
#include <time.h>

#include "model/cash/cash.h"
#include "model/cash/earnings.h"
#include "model/year/load.h"
#include "model/year/year-scratch.h"
#include "model/store/plan-json.h"

#define TRIES 1500
#define SCALE_TRIES 100
#define REQUESTS_MOST 8192
#define RUNS 8

typedef enum {
  PLAN_WITHOUT,
  PLAN_WITH,
  PLAN_LOAD,
  RISK_WITHOUT,
  RISK_WITH,
  PLAN_PAIR,
  RISK_PAIR,
  ORDERING,
  EMPTY_CALENDAR,
  PLACING,
  FLOOR,
  TIMETABLE,
  MONEY,
  MEASURE_COUNT
} Measure;

typedef struct {
  Plan plan;
  Timetable timetable;
  Year year, with;
  Cash cash;
  Load load;
  YearScratch scratch;
  /* A year's regular requests as their days, services and starts, for placing and for the floor. */
  int16_t day[REQUESTS_MOST];
  uint8_t service[REQUESTS_MOST], slot[REQUESTS_MOST];
  int requests;
  uint64_t masks[HORIZON_DAYS_MAX];
  uint64_t sink;
} Bench;

static double now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* Makes the regular requests of a risk year and puts them in the order of their calls. */
static void requests_order(Bench *bench) {
  RandomStream stream = {.seed = 1};
  year_prepare(&bench->scratch, &bench->plan, &bench->timetable, false, &stream, NULL);
  bench->requests = bench->scratch.regulars.count;
}

static void requests_keep(Bench *bench) {
  const YearRegulars *regulars = &bench->scratch.regulars;
  g_assert_cmpint(bench->requests, <=, REQUESTS_MOST);
  for (int i = 0; i < bench->requests; i++) {
    bench->day[i] = (int16_t)regular_wanted_day(regulars->word[i]);
    bench->service[i] = (uint8_t)regular_service_index(regulars->word[i]);
    bench->slot[i] = (uint8_t)regular_wanted_slot(regulars->word[i]);
  }
}

/* Only the calendar: every request of the year on its wanted day. The calendar is empty before. */
static void place_all(Bench *bench) {
  Booking *booking = &bench->scratch.booking;
  Placement placement = {0};
  for (int i = 0; i < bench->requests; i++) {
    uint64_t near = bench->scratch.tables.near_slots[bench->slot[i]];
    if ((booking_starts_at_most(booking, bench->day[i], bench->service[i]) & near) != 0 &&
        booking_place(booking, bench->day[i], bench->service[i], bench->slot[i], near, &placement))
      bench->sink += placement.rooms;
  }
}

/* The least a request can cost: one draw, one look at a day's mask, one bit taken. */
static void floor_all(Bench *bench) {
  const YearLuck *luck = &bench->scratch.luck;
  for (int i = 0; i < bench->requests; i++) {
    uint32_t draw = luck_draw(luck, LUCK_REGULAR_ORDER, (uint32_t)i, 0);
    uint64_t *mask = &bench->masks[bench->day[i]];
    int start = slots_nearest(*mask | 1, bench->slot[i]);
    *mask &= ~(UINT64_C(1) << start) | draw;
  }
}

static int32_t requests_of(const Year *year) {
  return year->regulars_wanted + year->vouchers_wanted + year->returns_wanted;
}

static int32_t measure_once(Bench *bench, Measure measure, int try) {
  RandomStream stream = {.seed = 1, .run = (uint32_t)(try % RUNS)};
  Earnings earnings;
  bool with_deal = measure == PLAN_WITH || measure == RISK_WITH;
  switch (measure) {
  case PLAN_WITHOUT:
  case PLAN_WITH:
    year_compute_plan(&bench->plan, &bench->timetable, with_deal, &bench->year, &bench->scratch);
    break;
  case PLAN_LOAD:
    load_compute_plan(&bench->plan, &bench->timetable, true, &bench->year, &bench->load,
                      &bench->scratch);
    break;
  case RISK_WITHOUT:
  case RISK_WITH:
    year_compute_run(&bench->plan, &bench->timetable, with_deal, &stream, &bench->year,
                     &bench->scratch);
    break;
  case PLAN_PAIR:
  case RISK_PAIR:
    year_compute_pair(&bench->plan, &bench->timetable, measure == RISK_PAIR ? &stream : NULL,
                      &bench->with, &bench->year, &bench->scratch);
    return requests_of(&bench->with) + requests_of(&bench->year);
  case ORDERING:
    requests_order(bench);
    return bench->requests;
  case EMPTY_CALENDAR:
    booking_init(&bench->scratch.booking, &bench->plan, &bench->timetable);
    return 0;
  case PLACING: /* the calendar was emptied just before */
    place_all(bench);
    return bench->requests;
  case FLOOR:
    floor_all(bench);
    return bench->requests;
  case TIMETABLE:
    timetable_fill(&bench->plan, &bench->timetable);
    return 0;
  case MONEY:
    earnings_compute(&bench->plan, &bench->timetable, &bench->with, true, &earnings);
    cash_compute(&bench->plan, &bench->timetable, &bench->with, true, &bench->cash);
    bench->sink += (uint64_t)(earnings.total_cents + bench->cash.closing_cents);
    return 0;
  case MEASURE_COUNT:
    break;
  }
  return requests_of(&bench->year);
}

/* Tries the measures from `first` to before `end` in turns. */
static void measures_run(Bench *bench, int first, int end, int tries, double *best_ns,
                         int32_t *requests) {
  for (int i = first; i < end; i++)
    best_ns[i] = 1e18;
  for (int try = 0; try < tries; try++)
    for (int i = first; i < end; i++) {
      double begin_ns = now_ns();
      int32_t count = measure_once(bench, (Measure)i, try);
      double ns = now_ns() - begin_ns;
      if (ns < best_ns[i]) {
        best_ns[i] = ns;
        requests[i] = count;
      }
    }
}

static void line_print(const char *name, double ns, int32_t requests, double floor_ns) {
  printf("%-28s %8.4f ms", name, ns / 1e6);
  if (requests > 0)
    printf("  %6d requests  %6.1f ns each  %5.1f x floor", requests, ns / requests,
           ns / requests / floor_ns);
  printf("\n");
}

/* The example with a tenth and ten times of its clients and vouchers. The cost is linear when each
 * request more costs about the same; less at ten times, where full days refuse at a glance. */
static void scales_print(Bench *bench, double floor_ns) {
  static const int scale_per_10[] = {1, 10, 100};
  double ns_before = 0;
  int32_t requests_before = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(scale_per_10); i++) {
    double best_ns[MEASURE_COUNT];
    int32_t requests[MEASURE_COUNT] = {0};
    char name[48];
    snprintf(name, sizeof name, "risk pair, %g x clientele", scale_per_10[i] / 10.0);
    plan_example(&bench->plan);
    bench->plan.regulars.level_per_100k =
        bench->plan.regulars.level_per_100k * scale_per_10[i] / 10;
    bench->plan.deal.vouchers_sold = bench->plan.deal.vouchers_sold * scale_per_10[i] / 10;
    measures_run(bench, RISK_PAIR, RISK_PAIR + 1, SCALE_TRIES, best_ns, requests);
    line_print(name, best_ns[RISK_PAIR], requests[RISK_PAIR], floor_ns);
    if (i > 0)
      printf("%-28s %8.1f ns\n", "  each request more",
             (best_ns[RISK_PAIR] - ns_before) / (requests[RISK_PAIR] - requests_before));
    ns_before = best_ns[RISK_PAIR];
    requests_before = requests[RISK_PAIR];
  }
}

int main(void) {
  static const char *const names[MEASURE_COUNT] = {
      [PLAN_WITHOUT] = "plan year without the deal",
      [PLAN_WITH] = "plan year with the deal",
      [PLAN_LOAD] = "the same, looked at (load)",
      [RISK_WITHOUT] = "risk year without the deal",
      [RISK_WITH] = "risk year with the deal",
      [PLAN_PAIR] = "both plan years",
      [RISK_PAIR] = "both risk years",
      [ORDERING] = "making and ordering",
      [EMPTY_CALENDAR] = "empty calendar",
      [PLACING] = "placing alone",
      [FLOOR] = "floor",
      [TIMETABLE] = "timetable",
      [MONEY] = "earnings and bank of a year",
  };
  g_autofree Bench *bench = g_new0(Bench, 1);
  double best_ns[MEASURE_COUNT];
  int32_t requests[MEASURE_COUNT] = {0};
  plan_example(&bench->plan);
  timetable_fill(&bench->plan, &bench->timetable);
  year_compute_plan(&bench->plan, &bench->timetable, true, &bench->with, &bench->scratch);
  requests_order(bench);
  requests_keep(bench);
  measures_run(bench, 0, MEASURE_COUNT, TRIES, best_ns, requests);
  double floor_ns = best_ns[FLOOR] / requests[FLOOR];
  for (int i = 0; i < MEASURE_COUNT; i++)
    line_print(names[i], best_ns[i], requests[i], floor_ns);
  scales_print(bench, floor_ns);
  return 0;
}
