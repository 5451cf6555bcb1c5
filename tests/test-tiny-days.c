/* Tiny days (tiny-days.h). Every wanted start of every request, in every order: the calendar must
 * do what a rule of three lines says, the chances must be those computed by hand, and the days of
 * many risk years must show them. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "model/year/booking.h"
#include "model/year/year-scratch.h"
#include "tests/tiny-days.h"

#define YEARS 150
#define STANDARD_ERRORS 4

typedef enum { TINY_RIGHT, TINY_TIES_LATER, TINY_LEAVES_ALONE, TINY_FORGETS_FLEXIBILITY } TinyFault;

/* --- every order of every day ----------------------------------------------------------------- */

typedef struct {
  int service, wanted;
} Request;

/* What is taken of one day. */
typedef struct {
  bool room[TINY_ROOMS][TINY_SLOTS];
  bool person[TINY_PEOPLE][TINY_SLOTS];
} Taken;

static bool is_free(const bool taken[TINY_SLOTS], int start, int slots) {
  for (int i = start; i < start + slots; i++)
    if (taken[i])
      return false;
  return true;
}

/* The first free person who is, or is not, the one accompanied; −1 when there is none. */
static int find_person(const TinyDay *day, const Taken *taken, int start, bool accompanied,
                       uint32_t but, TinyFault fault) {
  for (int i = 0; i < day->people; i++) {
    bool needs_company =
        i == day->people - 1 && day->last_accompanied && fault != TINY_LEAVES_ALONE;
    if (needs_company == accompanied && !(but >> i & 1) &&
        is_free(taken->person[i], start, day->visit_slots))
      return i;
  }
  return -1;
}

/* Who serves from a start: one, or an experienced one and if possible the one accompanied. */
static uint32_t find_people(const TinyDay *day, const Taken *taken, int service, int start,
                            TinyFault fault) {
  int first = find_person(day, taken, start, false, 0, fault);
  if (first < 0)
    return 0;
  uint32_t people = UINT32_C(1) << first;
  if (service == 0)
    return people;
  int second = find_person(day, taken, start, true, people, fault);
  if (second < 0)
    second = find_person(day, taken, start, false, people, fault);
  return second < 0 ? 0 : people | UINT32_C(1) << second;
}

static int find_room(const TinyDay *day, const Taken *taken, int start) {
  for (int i = 0; i < day->rooms; i++)
    if (is_free(taken->room[i], start, day->visit_slots))
      return i;
  return -1;
}

/* The rule of three lines: the wanted start, else the next earlier, else the next later, and so on
 * within the flexibility. */
static bool tiny_place(const TinyDay *day, Taken *taken, const Request *request, TinyFault fault,
                       Placement *placement) {
  int last_start = day->slots - day->visit_slots;
  int away_most = fault == TINY_FORGETS_FLEXIBILITY ? 0 : day->flexibility_slots;
  for (int away = 0; away <= away_most; away++)
    for (int side = 0; side < 2; side++) {
      bool earlier = (side == 0) == (fault != TINY_TIES_LATER);
      int start = request->wanted + (earlier ? -away : away);
      if (start < 0 || start > last_start)
        continue;
      int room = find_room(day, taken, start);
      uint32_t people = find_people(day, taken, request->service, start, fault);
      if (room < 0 || people == 0)
        continue;
      for (int i = start; i < start + day->visit_slots; i++) {
        taken->room[room][i] = true;
        for (int person = 0; person < TINY_PEOPLE; person++)
          taken->person[person][i] = taken->person[person][i] || (people >> person & 1);
      }
      *placement =
          (Placement){.start_slot = (int16_t)start, .rooms = UINT64_C(1) << room, .staff = people};
      return true;
    }
  return false;
}

typedef struct {
  const TinyDay *day;
  TinyFault fault;
  Plan plan;
  Timetable timetable;
  Booking booking;
  int booking_day; /* the next that nobody booked */
  double chance[TINY_FACTS_MAX];
  int orders, disagreements;
} World;

static uint64_t allowed_starts(const TinyDay *day, int wanted) {
  int begin = MAX(wanted - day->flexibility_slots, 0);
  return slots_range(begin, MIN(wanted + day->flexibility_slots + 1, day->slots));
}

/* One order of requests by the rule and by the calendar. */
static void play_order(World *world, const Request *requests, double probability) {
  const TinyDay *day = world->day;
  Taken taken = {0};
  TinyOutcome outcome = {0};
  bool same = true;
  if (world->booking_day == world->timetable.days) {
    booking_init(&world->booking, &world->plan, &world->timetable);
    world->booking_day = 0;
  }
  for (int i = 0; i < day->requests; i++) {
    Placement rule = {0}, calendar = {0};
    bool placed = tiny_place(day, &taken, &requests[i], world->fault, &rule);
    bool given =
        booking_place(&world->booking, world->booking_day, requests[i].service, requests[i].wanted,
                      allowed_starts(day, requests[i].wanted), &calendar);
    same = same && placed == given &&
           (!placed || (rule.start_slot == calendar.start_slot && rule.rooms == calendar.rooms &&
                        rule.staff == calendar.staff));
    if (placed)
      tiny_outcome_add(&outcome, day, rule.start_slot, rule.staff);
    else
      outcome.refused[requests[i].service]++;
  }
  world->booking_day++;
  world->orders++;
  world->disagreements += !same;
  for (int i = 0; i < TINY_FACTS_MAX && day->facts[i].of > 0; i++)
    if (tiny_fact_holds(&day->facts[i], &outcome))
      world->chance[i] += probability;
}

/* Every order of requests from `done` on; all are as likely. */
static void play_orders(World *world, Request *requests, int done, double probability) {
  int count = world->day->requests;
  if (done == count) {
    play_order(world, requests, probability);
    return;
  }
  for (int i = done; i < count; i++) {
    Request first = requests[done];
    requests[done] = requests[i];
    requests[i] = first;
    play_orders(world, requests, done + 1, probability / (count - done));
    requests[i] = requests[done];
    requests[done] = first;
  }
}

/* Everything that requests from `made` on may want. */
static void play_wants(World *world, Request *requests, int made, double probability) {
  const TinyDay *day = world->day;
  int starts = day->slots - day->visit_slots + 1;
  double weights = 0;
  for (int i = 0; i < starts; i++)
    weights += tiny_start_weight(day, i);
  if (made == day->requests) {
    Request ordered[TINY_REQUESTS];
    memcpy(ordered, requests, sizeof ordered);
    play_orders(world, ordered, 0, probability);
    return;
  }
  for (int service = 0; service < tiny_services_count(day); service++)
    for (int wanted = 0; wanted < starts; wanted++) {
      requests[made] = (Request){service, wanted};
      play_wants(world, requests, made + 1,
                 probability * tiny_start_weight(day, wanted) / weights / tiny_services_count(day));
    }
}

static void play_day(World *world, const TinyDay *day, TinyFault fault) {
  Request requests[TINY_REQUESTS] = {0};
  world->day = day;
  world->fault = fault;
  memset(world->chance, 0, sizeof world->chance);
  world->orders = world->disagreements = 0;
  tiny_plan_fill(day, &world->plan);
  timetable_fill(&world->plan, &world->timetable);
  booking_init(&world->booking, &world->plan, &world->timetable);
  world->booking_day = 0;
  play_wants(world, requests, 0, 1);
}

static void test_every_order(void) {
  g_autofree World *world = g_new0(World, 1);
  for (guint i = 0; i < TINY_DAYS_COUNT; i++) {
    play_day(world, &TINY_DAYS[i], TINY_RIGHT);
    g_test_message("%s: %d orders", TINY_DAYS[i].name, world->orders);
    g_assert_cmpint(world->disagreements, ==, 0);
    for (int k = 0; k < TINY_FACTS_MAX && TINY_DAYS[i].facts[k].of > 0; k++) {
      const TinyFact *fact = &TINY_DAYS[i].facts[k];
      if (fabs(world->chance[k] - (double)fact->chances / fact->of) > 1e-12)
        g_error("%s, fact %d: by hand %d / %d, counted %.12f", TINY_DAYS[i].name, k, fact->chances,
                fact->of, world->chance[k]);
    }
  }
}

static void test_faults_are_seen(void) {
  g_autofree World *world = g_new0(World, 1);
  for (int fault = TINY_RIGHT + 1; fault <= TINY_FORGETS_FLEXIBILITY; fault++) {
    int disagreements = 0, facts = 0;
    for (guint i = 0; i < TINY_DAYS_COUNT; i++) {
      play_day(world, &TINY_DAYS[i], (TinyFault)fault);
      disagreements += world->disagreements;
      for (int k = 0; k < TINY_FACTS_MAX && TINY_DAYS[i].facts[k].of > 0; k++) {
        const TinyFact *fact = &TINY_DAYS[i].facts[k];
        facts += fabs(world->chance[k] - (double)fact->chances / fact->of) > 1e-12;
      }
    }
    g_assert_cmpint(disagreements, >, 0);
    g_assert_cmpint(facts, >, 0);
  }
}

/* --- the same days in risk years ----------------------------------------------------------------
 */

typedef struct {
  const TinyDay *day;
  Plan plan;
  Timetable timetable;
  Year year;
  YearScratch scratch;
  TinyOutcome outcome[HORIZON_DAYS_MAX];
  int requests[HORIZON_DAYS_MAX];
  int64_t days, seen[TINY_FACTS_MAX];
} Watch;

static void watch_visit(void *data, const YearVisit *visit) {
  Watch *watch = data;
  watch->requests[visit->day]++;
  tiny_outcome_add(&watch->outcome[visit->day], watch->day, visit->start_slot, visit->staff);
}

static void watch_refusal(void *data, VisitKind kind, int wanted_day, int wanted_minute,
                          int service_index) {
  Watch *watch = data;
  watch->requests[wanted_day]++;
  watch->outcome[wanted_day].refused[service_index]++;
}

/* The days with just so many requests, of many years. */
static void watch_years(Watch *watch, const TinyDay *day) {
  const YearObserver observer = {watch_visit, watch_refusal, watch};
  watch->day = day;
  watch->days = 0;
  memset(watch->seen, 0, sizeof watch->seen);
  timetable_fill(&watch->plan, &watch->timetable);
  for (uint32_t run = 0; run < YEARS; run++) {
    const RandomStream stream = {20260204, run};
    memset(watch->outcome, 0, sizeof watch->outcome);
    memset(watch->requests, 0, sizeof watch->requests);
    year_observe(&watch->plan, &watch->timetable, false, &stream, &observer, &watch->year,
                 &watch->scratch);
    for (int i = 0; i < watch->timetable.days; i++) {
      if (watch->requests[i] != day->requests)
        continue;
      watch->days++;
      for (int k = 0; k < TINY_FACTS_MAX && day->facts[k].of > 0; k++)
        watch->seen[k] += tiny_fact_holds(&day->facts[k], &watch->outcome[i]);
    }
  }
}

/* How many standard errors the years are away from the hand; a certain fact has none. */
static double errors_away(const Watch *watch, int fact_index) {
  const TinyFact *fact = &watch->day->facts[fact_index];
  double share = (double)fact->chances / fact->of, days = (double)watch->days;
  double away = fabs((double)watch->seen[fact_index] - share * days);
  double error = sqrt(share * (1 - share) * days);
  return away > 0 ? away / MAX(error, 1e-9) : 0;
}

static void test_risk_years(void) {
  g_autofree Watch *watch = g_new0(Watch, 1);
  for (guint i = 0; i < TINY_DAYS_COUNT; i++) {
    tiny_plan_fill(&TINY_DAYS[i], &watch->plan);
    watch_years(watch, &TINY_DAYS[i]);
    g_assert_cmpint(watch->days, >, YEARS * 50);
    double farthest = 0;
    for (int k = 0; k < TINY_FACTS_MAX && TINY_DAYS[i].facts[k].of > 0; k++) {
      farthest = MAX(farthest, errors_away(watch, k));
      if (errors_away(watch, k) > STANDARD_ERRORS)
        g_error("%s, fact %d: by hand %d / %d, seen on %d of %d days", TINY_DAYS[i].name, k,
                TINY_DAYS[i].facts[k].chances, TINY_DAYS[i].facts[k].of, (int)watch->seen[k],
                (int)watch->days);
    }
    g_test_message("%s: %d days, at most %.2f standard errors away", TINY_DAYS[i].name,
                   (int)watch->days, farthest);
  }
}

/* Years of another plan are far away. */
static void test_other_years_are_seen(void) {
  g_autofree Watch *watch = g_new0(Watch, 1);
  for (guint i = 0; i < TINY_DAYS_COUNT; i++) {
    tiny_plan_fill(&TINY_DAYS[i], &watch->plan);
    watch->plan.regulars.flexibility_minutes =
        TINY_DAYS[i].flexibility_slots > 0 ? 0 : SLOT_MINUTES;
    if (TINY_DAYS[i].slots == 1)
      watch->plan.staff[TINY_PEOPLE - 1].accompanied_only = !TINY_DAYS[i].last_accompanied;
    watch_years(watch, &TINY_DAYS[i]);
    double farthest = 0;
    for (int k = 0; k < TINY_FACTS_MAX && TINY_DAYS[i].facts[k].of > 0; k++)
      farthest = MAX(farthest, errors_away(watch, k));
    g_assert_cmpfloat(farthest, >, 4 * STANDARD_ERRORS);
  }
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tiny-days/every-order", test_every_order);
  g_test_add_func("/tiny-days/faults-are-seen", test_faults_are_seen);
  g_test_add_func("/tiny-days/risk-years", test_risk_years);
  g_test_add_func("/tiny-days/other-years-are-seen", test_other_years_are_seen);
  return g_test_run();
}
