/* The engine's calendar against tests/naive-booking on thousands of small random plans: the same
 * feasible starts, the same start, rooms and people for each request, always. What the engine
 * placed is then checked again by itself: nobody twice, nobody alone who may not be, within hours
 * and shifts. Each fault of the twin must be seen. */
#include "tests/naive-booking.h"
#include "tests/random-plan.h"

#include <glib.h>
#include <string.h>

#include "model/base/calendar.h"
#include "model/base/slots.h"
#include "model/year/booking.h"
#include "model/year/timetable.h"

#define PLANS 400
#define PLANS_WITH_FAULT 40
#define REQUESTS_A_PLAN 60

/* Everything of one plan, in one allocation: too large for a stack. */
typedef struct {
  Plan plan;
  Timetable timetable;
  Booking booking;
  NaiveBooking naive;
  Placement placed[REQUESTS_A_PLAN];
  int placed_service[REQUESTS_A_PLAN];
  int placed_count;
  int groups_with_accompanied;
  int groups_with_two_accompanied;
  int refused;
} Match;

typedef struct {
  int day, service_index, wanted_slot;
  uint64_t allowed;
} Request;

/* Few days, so that they fill up. */
static Request draw_request(GRand *luck, const Match *match, int busy_days) {
  uint64_t allowed = UINT64_MAX;
  if (random_chance(luck, 30)) {
    int begin = random_between(luck, 0, 40);
    allowed = slots_range(begin, random_between(luck, begin, SLOTS_MAX));
  } else if (random_chance(luck, 10)) {
    allowed = (uint64_t)g_rand_int(luck) << 32 | g_rand_int(luck);
  }
  int day = match->naive.first_day + random_between(luck, 0, busy_days);
  for (int i = 0; i < 5 && naive_opening_minute(&match->naive, day) < 0; i++) /* closed: seldom */
    day = match->naive.first_day + random_between(luck, 0, busy_days);
  return (Request){day, random_between(luck, 0, match->plan.services_count - 1),
                   random_between(luck, 0, random_chance(luck, 80) ? 40 : 63), allowed};
}

static void tell_difference(const char *what, const Match *match, const Request *request,
                            uint64_t engine, uint64_t twin) {
  const PlanService *service = &match->plan.services[request->service_index];
  g_test_message(
      "%s: day %d, service %d (%d min, turnover %d, rest %d, rooms %d, staff %d), wanted "
      "%d: engine %016" G_GINT64_MODIFIER "x, twin %016" G_GINT64_MODIFIER "x",
      what, request->day, request->service_index, service->minutes, service->room_turnover_minutes,
      service->staff_rest_minutes, service->rooms_needed, service->staff_needed,
      request->wanted_slot, engine, twin);
}

/* Do engine and twin answer the same? */
static bool request_agrees(Match *match, const Request *request) {
  uint64_t starts = booking_starts(&match->booking, request->day, request->service_index);
  uint64_t twin_starts = naive_starts(&match->naive, request->day, request->service_index);
  uint64_t at_most = booking_starts_at_most(&match->booking, request->day, request->service_index);
  if (starts != twin_starts || (starts & ~at_most) != 0) {
    tell_difference("starts", match, request, starts, twin_starts);
    return false;
  }
  Placement here = {.day = -1}, twin = {.day = -1};
  bool placed = booking_place(&match->booking, request->day, request->service_index,
                              request->wanted_slot, request->allowed, &here);
  bool twin_placed = naive_place(&match->naive, request->day, request->service_index,
                                 request->wanted_slot, request->allowed, &twin);
  if (placed != twin_placed ||
      (placed && (here.day != twin.day || here.start_slot != twin.start_slot))) {
    tell_difference("start", match, request, (uint64_t)here.start_slot, (uint64_t)twin.start_slot);
    return false;
  }
  if (placed && (here.rooms != twin.rooms || here.staff != twin.staff)) {
    tell_difference("rooms", match, request, here.rooms, twin.rooms);
    tell_difference("people", match, request, here.staff, twin.staff);
    return false;
  }
  if (placed) {
    match->placed_service[match->placed_count] = request->service_index;
    match->placed[match->placed_count++] = here;
  }
  match->refused += !placed;
  return true;
}

/* Plays one random plan; false at the first difference. */
static bool match_play(GRand *luck, Match *match, NaiveFault fault) {
  int first_day = random_plan_draw(luck, &match->plan);
  match->placed_count = 0;
  timetable_fill(&match->plan, &match->timetable);
  booking_init(&match->booking, &match->plan, &match->timetable);
  naive_init(&match->naive, &match->plan, first_day, fault);
  int busy_days = random_chance(luck, 70) ? random_between(luck, 3, 9) : NAIVE_DAYS - 1;
  for (int i = 0; i < REQUESTS_A_PLAN; i++) {
    Request request = draw_request(luck, match, busy_days);
    if (!request_agrees(match, &request))
      return false;
  }
  return true;
}

static bool shares_a_minute(const Match *match, int a, int b, bool of_rooms) {
  const PlanService *services = match->plan.services;
  const PlanService *first = &services[match->placed_service[a]];
  const PlanService *second = &services[match->placed_service[b]];
  int first_begin = match->placed[a].start_slot * 15,
      second_begin = match->placed[b].start_slot * 15;
  int first_minutes = of_rooms ? naive_room_minutes(first) : naive_staff_minutes(first);
  int second_minutes = of_rooms ? naive_room_minutes(second) : naive_staff_minutes(second);
  return match->placed[a].day == match->placed[b].day &&
         first_begin < second_begin + second_minutes && second_begin < first_begin + first_minutes;
}

/* The people of one visit are on shift, enough, and none is left alone who may not be. */
static void check_people(Match *match, int visit, int begin_minute) {
  const Plan *plan = &match->plan;
  const Placement *placed = &match->placed[visit];
  const PlanService *service = &plan->services[match->placed_service[visit]];
  int experienced = 0, accompanied = 0;
  for (int person = 0; person < STAFF_MAX; person++) {
    if ((placed->staff >> person & 1) == 0)
      continue;
    g_assert_cmpint(person, <, plan->staff_count);
    *(plan->staff[person].accompanied_only ? &accompanied : &experienced) += 1;
    for (int m = begin_minute; m < begin_minute + naive_staff_minutes(service); m++)
      g_assert_true(naive_is_on_shift(&match->naive, person, placed->day, m) &&
                    naive_is_open(&match->naive, placed->day, m));
  }
  g_assert_cmpint(experienced + accompanied, ==, service->staff_needed);
  g_assert_cmpint(accompanied, <=, experienced);
  match->groups_with_accompanied += accompanied > 0;
  match->groups_with_two_accompanied += accompanied > 1;
}

static void check_rooms(const Match *match, int visit, int begin_minute) {
  const Plan *plan = &match->plan;
  const Placement *placed = &match->placed[visit];
  const PlanService *service = &plan->services[match->placed_service[visit]];
  int rooms = 0;
  for (int room = 0; room < ROOMS_MAX; room++) {
    if ((placed->rooms >> room & 1) == 0)
      continue;
    g_assert_cmpint(room, <, plan->rooms_count);
    g_assert_true(naive_room_exists(&match->naive, room, placed->day));
    rooms++;
    for (int m = begin_minute; m < begin_minute + naive_room_minutes(service); m++)
      g_assert_true(naive_is_open(&match->naive, placed->day, m));
  }
  g_assert_cmpint(rooms, ==, service->rooms_needed);
}

static void check_invariants(Match *match) {
  for (int a = 0; a < match->placed_count; a++) {
    const Placement *placed = &match->placed[a];
    int begin = naive_opening_minute(&match->naive, placed->day) + placed->start_slot * 15;
    check_people(match, a, begin);
    check_rooms(match, a, begin);
    for (int b = 0; b < a; b++) {
      if (shares_a_minute(match, a, b, true))
        g_assert_cmphex(placed->rooms & match->placed[b].rooms, ==, 0);
      if (shares_a_minute(match, a, b, false))
        g_assert_cmphex(placed->staff & match->placed[b].staff, ==, 0);
    }
  }
}

static void test_agrees(void) {
  GRand *luck = g_rand_new_with_seed(10);
  g_autofree Match *match = g_new0(Match, 1);
  int placed = 0;
  for (int i = 0; i < PLANS; i++) {
    if (!match_play(luck, match, NAIVE_RIGHT))
      g_error("engine and twin differ in plan %d", i);
    check_invariants(match);
    placed += match->placed_count;
  }
  g_test_message("%d placed, %d refused, %d with one accompanied", placed, match->refused,
                 match->groups_with_accompanied);
  /* The plans are of use: many requests on both sides, many pairs with a new graduate. */
  g_assert_cmpint(placed, >, 4000);
  g_assert_cmpint(match->refused, >, 2000);
  g_assert_cmpint(match->groups_with_accompanied, >, 100);
  g_assert_cmpint(match->groups_with_two_accompanied, >, 20);
  g_rand_free(luck);
}

static void test_faults_are_seen(void) {
  g_autofree Match *match = g_new0(Match, 1);
  for (int fault = NAIVE_RIGHT + 1; fault < NAIVE_FAULTS_COUNT; fault++) {
    GRand *luck = g_rand_new_with_seed(10);
    int differing = 0;
    for (int i = 0; i < PLANS_WITH_FAULT; i++)
      differing += !match_play(luck, match, (NaiveFault)fault);
    g_assert_cmpint(differing, >, 0);
    g_rand_free(luck);
  }
}

static bool deal_may_be_given(const Plan *plan, int day) {
  int32_t date = plan->deal.sale_date + day;
  for (int i = 0; i < plan->deal.blackout_dates_count; i++)
    if (plan->deal.blackout_dates[i] == date)
      return false;
  return date <= plan->deal.promotion_end_date && plan->deal.allowed_weekdays[date_weekday(date)];
}

/* Is a whole quarter of an hour open and, where a person is meant, on shift? */
static bool quarter_is_there(const NaiveBooking *naive, int day, int begin_minute, int person) {
  for (int m = begin_minute; m < begin_minute + SLOT_MINUTES; m++)
    if (m >= NAIVE_MINUTES || !naive_is_open(naive, day, m) ||
        (person >= 0 && !naive_is_on_shift(naive, person, day, m)))
      return false;
  return true;
}

static void check_timetable_day(const Match *match, int day) {
  const TimetableDay *there = &match->timetable.day[day];
  int opening = naive_opening_minute(&match->naive, day);
  uint64_t open = 0;
  for (int slot = 0; opening >= 0 && slot < SLOTS_MAX; slot++)
    if (quarter_is_there(&match->naive, day, opening + slot * SLOT_MINUTES, -1))
      open |= UINT64_C(1) << slot;
  g_assert_cmphex(there->open_slots, ==, open);
  g_assert_cmpint(there->open, ==, open != 0);
  if (open == 0)
    return;
  g_assert_cmpint(there->opening_minute, ==, opening);
  int closing = NAIVE_MINUTES;
  while (!naive_is_open(&match->naive, day, closing - 1))
    closing--;
  g_assert_cmpint(there->slots_count, ==, MIN((closing - opening) / SLOT_MINUTES, SLOTS_MAX));
  g_assert_cmpint(there->deal_allowed, ==, deal_may_be_given(&match->plan, day));
  for (int room = 0; room < match->plan.rooms_count; room++)
    g_assert_cmpint(there->room_slots >> room & 1, ==, naive_room_exists(&match->naive, room, day));
  int shift_minutes = 0;
  for (int person = 0; person < match->plan.staff_count; person++)
    for (int slot = 0; slot < SLOTS_MAX; slot++) {
      bool is_there = quarter_is_there(&match->naive, day, opening + slot * SLOT_MINUTES, person);
      g_assert_cmpint(there->shift_slots[person] >> slot & 1, ==, is_there);
      shift_minutes += is_there ? SLOT_MINUTES : 0;
    }
  g_assert_cmpint(there->shift_minutes, ==, shift_minutes);
}

static void test_timetable(void) {
  GRand *luck = g_rand_new_with_seed(11);
  g_autofree Match *match = g_new0(Match, 1);
  for (int i = 0; i < PLANS / 4; i++) {
    int first_day = random_plan_draw(luck, &match->plan);
    timetable_fill(&match->plan, &match->timetable);
    naive_init(&match->naive, &match->plan, first_day, NAIVE_RIGHT);
    for (int day = first_day; day < first_day + NAIVE_DAYS; day++)
      check_timetable_day(match, day);
    const Timetable *timetable = &match->timetable;
    for (int day = 0; day < timetable->days; day++) {
      int next = day;
      while (next < timetable->days && !timetable->day[next].open)
        next++;
      g_assert_cmpint(timetable->open_index[day], ==, next);
    }
    const PlanDeal *deal = &match->plan.deal;
    g_assert_cmpint(timetable->promotion_days, ==, deal->promotion_end_date - deal->sale_date + 1);
    g_assert_cmpint(timetable->days, >=, 456);
    g_assert_cmpint(timetable->days, <=, HORIZON_DAYS_MAX);
  }
  g_rand_free(luck);
}

/* domain §16: with three rooms and five therapists of whom one is accompanied only, a duo takes two
 * people and the first is an experienced one. A case small enough to be read. */
static void test_case(void) {
  g_autofree Match *match = g_new0(Match, 1);
  Plan *plan = &match->plan;
  plan->deal.sale_date = date_from_ymd(2026, 2, 2); /* a Monday */
  plan->deal.promotion_end_date = date_from_ymd(2027, 2, 1);
  plan->hours[plan->hours_count++] = (WeeklyHours){0, 600, 900};
  plan->rooms_count = 2;
  plan->staff_count = 3;
  plan->staff[1].accompanied_only = true;
  for (int i = 0; i < 3; i++) {
    plan->staff[i].from_date = plan->staff[i].to_date = DATE_NONE;
    plan->staff[i].shifts[plan->staff[i].shifts_count++] = (WeeklyHours){0, 600, 900};
    plan->rooms[i & 1].from_date = plan->rooms[i & 1].to_date = DATE_NONE;
  }
  plan->services_count = 2;
  plan->services[0] = (PlanService){.minutes = 60,
                                    .room_turnover_minutes = 15,
                                    .staff_rest_minutes = 15,
                                    .rooms_needed = 1,
                                    .staff_needed = 2,
                                    .people = 2};
  plan->services[1] = plan->services[0];
  plan->services[1].staff_needed = 1;
  timetable_fill(plan, &match->timetable);
  booking_init(&match->booking, plan, &match->timetable);
  Placement placement;
  g_assert_cmphex(booking_starts(&match->booking, 0, 0), ==, slots_range(0, 16));
  g_assert_true(booking_place(&match->booking, 0, 0, 4, UINT64_MAX, &placement)); /* 11:00 */
  g_assert_cmpint(placement.start_slot, ==, 4);
  g_assert_cmphex(placement.rooms, ==, 1);
  g_assert_cmphex(placement.staff, ==, 3);
  /* 11:00 again, alone: the third person, in the second room. */
  g_assert_true(booking_place(&match->booking, 0, 1, 4, UINT64_MAX, &placement));
  g_assert_cmpint(placement.start_slot, ==, 4);
  g_assert_cmphex(placement.rooms, ==, 2);
  g_assert_cmphex(placement.staff, ==, 4);
  /* Nobody before 12:15; from 10:00 there is no time for an hour and a quarter. */
  g_assert_cmphex(booking_starts(&match->booking, 0, 1), ==, slots_range(9, 16));
  g_assert_true(booking_place(&match->booking, 0, 1, 4, UINT64_MAX, &placement));
  g_assert_cmpint(placement.start_slot, ==, 9);
  g_assert_cmphex(booking_starts(&match->booking, 1, 0), ==, 0); /* Tuesday: closed */
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/booking-twin/case", test_case);
  g_test_add_func("/booking-twin/timetable", test_timetable);
  g_test_add_func("/booking-twin/agrees", test_agrees);
  g_test_add_func("/booking-twin/faults-are-seen", test_faults_are_seen);
  return g_test_run();
}
