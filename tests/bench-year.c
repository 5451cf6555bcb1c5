/* How long the years of the example take. Prints figures, never fails on them. Each figure is the
 * smallest of many tries, taken in turns, so that another program's moment falls on all alike; read
 * the ratios to the floor rather than the nanoseconds. */
#include <glib.h>
#include <stdio.h>
#include <time.h>

#include "model/cash/cash.h"
#include "model/cash/earnings.h"
#include "model/year/load.h"
#include "model/year/year-scratch.h"
#include "model/store/plan-json.h"

#define TRIES 1500
#define RUNS 8

typedef enum {
  PLAN_WITHOUT,
  PLAN_WITH,
  PLAN_LOAD,
  RISK_WITHOUT,
  RISK_WITH,
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
  int16_t day[8192];
  uint8_t service[8192], slot[8192];
  int requests;
  uint64_t masks[HORIZON_DAYS_MAX];
  uint64_t sink;
} Bench;

static double now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* Makes the regular requests of a plan year and puts them in the order of their calls. */
static void requests_order(Bench *bench) {
  YearScratch *scratch = &bench->scratch;
  luck_init_plan(&scratch->luck);
  year_begin(scratch, &bench->plan, &bench->timetable, false, &bench->year);
  bench->requests = 0;
  for (int call_day = 0; call_day < bench->timetable.days; call_day++) {
    regulars_request(scratch, call_day);
    int count = queue_sort_day(&scratch->queue, call_day);
    for (int i = 0; i < count; i++) {
      int32_t request_index = queue_sorted_at(&scratch->queue, i);
      const YearRequest *request = &scratch->queue.request[request_index];
      bench->day[bench->requests] = request->wanted_day;
      bench->service[bench->requests] = request->service_index;
      bench->slot[bench->requests++] = request->wanted_slot;
      queue_give_back(&scratch->queue, request_index);
    }
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
  return bench->year.regulars_wanted + bench->year.vouchers_wanted + bench->year.returns_wanted;
}

int main(void) {
  static const char *const names[MEASURE_COUNT] = {
      [PLAN_WITHOUT] = "plan year without the deal",
      [PLAN_WITH] = "plan year with the deal",
      [PLAN_LOAD] = "the same, looked at (load)",
      [RISK_WITHOUT] = "risk year without the deal",
      [RISK_WITH] = "risk year with the deal",
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
  for (int i = 0; i < MEASURE_COUNT; i++)
    best_ns[i] = 1e18;
  plan_example(&bench->plan);
  timetable_fill(&bench->plan, &bench->timetable);
  year_compute_plan(&bench->plan, &bench->timetable, true, &bench->with, &bench->scratch);
  requests_order(bench);
  for (int try = 0; try < TRIES; try++)
    for (int i = 0; i < MEASURE_COUNT; i++) {
      double begin_ns = now_ns();
      int32_t count = measure_once(bench, (Measure)i, try);
      double ns = now_ns() - begin_ns;
      if (ns < best_ns[i]) {
        best_ns[i] = ns;
        requests[i] = count;
      }
    }
  for (int i = 0; i < MEASURE_COUNT; i++) {
    printf("%-28s %8.4f ms", names[i], best_ns[i] / 1e6);
    if (requests[i] > 0) {
      double each_ns = best_ns[i] / requests[i];
      printf("  %6d requests  %6.1f ns each  %5.1f x floor", requests[i], each_ns,
             each_ns / (best_ns[FLOOR] / requests[FLOOR]));
    }
    printf("\n");
  }
  printf("%-28s %8.4f ms\n", "both plan years", (best_ns[PLAN_WITHOUT] + best_ns[PLAN_WITH]) / 1e6);
  return 0;
}
