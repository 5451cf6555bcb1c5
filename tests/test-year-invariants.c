/* What must hold in any year, on many random plans: each plan year and risk year is watched through
 * the observer and checked against the plan by tests/year-checker, which knows nothing of the
 * engine. Each thing it checks is broken once, on purpose, and must be seen. `-m slow` asks more.
 */
#include <glib.h>
#include <string.h>

#include "model/store/plan-json.h"
#include "model/year/year-scratch.h"
#include "tests/busy-plan.h"
#include "tests/random-plan.h"
#include "tests/year-checker.h"

#define PLANS 200
#define PLANS_SLOW 3500
#define PLANS_FOR_A_FAULT 200
#define RISK_RUNS 1
#define ROOMY_VOUCHERS 32 /* STAFF_MAX people of one each, ROOMS_MAX rooms of two each */

typedef struct {
  Plan plan;
  Timetable timetable;
  Year year, other;
  YearSeen seen, other_seen;
  YearScratch scratch;
} World;

static World *world_new(void) {
  World *world = g_new0(World, 1);
  year_seen_init(&world->seen);
  year_seen_init(&world->other_seen);
  return world;
}

static void world_free(World *world) {
  year_seen_clear(&world->seen);
  year_seen_clear(&world->other_seen);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

/* run < 0: the plan year. */
static void world_see(World *world, int run, bool with_deal, Year *year, YearSeen *seen) {
  RandomStream stream = {.seed = 4, .run = (uint32_t)run};
  memset(year, 0, sizeof *year);
  year_see(&world->plan, with_deal, run < 0 ? NULL : &stream, seen, &world->timetable, year,
           &world->scratch);
}

static void world_draw(GRand *luck, World *world) {
  busy_plan_draw(luck, &world->plan);
  timetable_fill(&world->plan, &world->timetable);
}

static void tell_breaks(guint32 breaks) {
  for (int i = 0; i < BREAK_COUNT; i++)
    if (breaks >> i & 1)
      g_test_message("broken: %s", year_break_name((YearBreak)i));
}

/* --- nothing is broken -------------------------------------------------------------------- */

static void test_nothing_is_broken(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(20260214);
  int64_t visits = 0, refused = 0, missed = 0, forfeited = 0, unserved = 0, owed = 0;
  int plans = g_test_slow() ? PLANS_SLOW : PLANS;
  for (int i = 0; i < plans; i++) {
    world_draw(luck, world);
    for (int run = -1; run < RISK_RUNS; run++) {
      world_see(world, run, true, &world->year, &world->seen);
      guint32 breaks = year_breaks(&world->plan, &world->seen, &world->year);
      if (breaks != 0)
        g_test_message("plan %d, run %d", i, run);
      tell_breaks(breaks);
      g_assert_cmphex(breaks, ==, 0);
      visits += world->seen.visits->len;
      refused += world->seen.refusals->len;
      forfeited += world->year.vouchers_forfeited;
      unserved += world->year.vouchers_unserved;
      owed += world->year.visits_owed;
      for (int day = 0; day < world->year.days; day++)
        missed += world->year.day[day].deal_no_shows;
    }
  }
  g_test_message("%d plans: %" G_GINT64_FORMAT " visits, %" G_GINT64_FORMAT " refused", plans,
                 visits, refused);
  g_assert_cmpint(MIN(visits, refused), >, 500 * plans);
  g_assert_cmpint(MIN(MIN(missed, forfeited), MIN(unserved, owed)), >, 10 * plans);
}

/* --- each thing is seen when it is broken ------------------------------------------------- */

typedef bool (*Fault)(Plan *plan, YearSeen *seen, Year *year);

static YearVisit *visit_at(YearSeen *seen, guint i) {
  return &g_array_index(seen->visits, YearVisit, i);
}

/* The first deal visit, NULL when there is none. */
static YearVisit *deal_visit(YearSeen *seen) {
  for (guint i = 0; i < seen->visits->len; i++)
    if (visit_at(seen, i)->kind == VISIT_DEAL)
      return visit_at(seen, i);
  return NULL;
}

/* Two visits of one day meet: the second moves to the first's start. */
static bool meet(YearSeen *seen, bool in_room) {
  for (guint i = 0; i < seen->visits->len; i++)
    for (guint k = 0; k < i; k++) {
      YearVisit *a = visit_at(seen, i), *b = visit_at(seen, k);
      if (a->day == b->day && (in_room ? (a->rooms & b->rooms) != 0 : (a->staff & b->staff) != 0)) {
        a->start_slot = b->start_slot;
        return true;
      }
    }
  return false;
}

static bool room_meets(Plan *plan G_GNUC_UNUSED, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  return meet(seen, true);
}

static bool person_meets(Plan *plan G_GNUC_UNUSED, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  return meet(seen, false);
}

static bool one_person_fewer(Plan *plan G_GNUC_UNUSED, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++)
    if (visit_at(seen, i)->staff != 0) {
      visit_at(seen, i)->staff &= visit_at(seen, i)->staff - 1;
      return true;
    }
  return false;
}

/* Somebody who served alone was not to. */
static bool nobody_experienced(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++) {
    uint32_t staff = visit_at(seen, i)->staff;
    if (staff != 0 && (staff & (staff - 1)) == 0) {
      plan->staff[__builtin_ctz(staff)].accompanied_only = true;
      return true;
    }
  }
  return false;
}

static bool later_by_a_day(Plan *plan G_GNUC_UNUSED, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++)
    visit_at(seen, i)->start_slot += SLOTS_MAX;
  return seen->visits->len > 0;
}

/* The shifts of the one who served first are over. */
static bool shifts_end(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++)
    if (visit_at(seen, i)->staff != 0) {
      plan->staff[__builtin_ctz(visit_at(seen, i)->staff)].shifts_count = 0;
      return true;
    }
  return false;
}

static bool room_closes_before(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++) {
    const YearVisit *visit = visit_at(seen, i);
    if (visit->rooms != 0 && visit->day > 0) {
      plan->rooms[__builtin_ctzll(visit->rooms)].to_date = plan->deal.sale_date + visit->day - 1;
      return true;
    }
  }
  return false;
}

static bool class_moves(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++) {
    PlanService *service = &plan->services[visit_at(seen, i)->service_index];
    if (service->start_minutes_count == 1) {
      service->start_minutes[0] += SLOT_MINUTES;
      return true;
    }
  }
  return false;
}

static bool wanted_later(Plan *plan G_GNUC_UNUSED, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++)
    if (visit_at(seen, i)->kind == VISIT_RETURNING) {
      visit_at(seen, i)->wanted_day = (int16_t)(visit_at(seen, i)->day + 1);
      return true;
    }
  return false;
}

static bool weekday_is_barred(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  const YearVisit *visit = deal_visit(seen);
  if (visit)
    plan->deal.allowed_weekdays[visit_weekday(plan, visit)] = false;
  return visit;
}

static bool hours_end_a_minute_before(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  const YearVisit *visit = deal_visit(seen);
  if (visit)
    plan->deal.allowed_end_minute =
        visit_begin_minute(plan, visit) + plan->services[visit->service_index].minutes - 1;
  return visit;
}

static bool day_is_blacked_out(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  const YearVisit *visit = deal_visit(seen);
  if (visit)
    plan->deal.blackout_dates[plan->deal.blackout_dates_count++] =
        plan->deal.sale_date + visit->day;
  return visit;
}

static bool promotion_ended_before(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  const YearVisit *visit = deal_visit(seen);
  if (visit)
    plan->deal.promotion_end_date = plan->deal.sale_date + visit->day - 1;
  return visit;
}

static bool quota_is_one_less(Plan *plan, YearSeen *seen, Year *year) {
  const YearVisit *visit = deal_visit(seen);
  if (visit) {
    const YearDay *day = &year->day[visit->day];
    plan->deal.weekday_quota[visit_weekday(plan, visit)] =
        day->visits[VISIT_DEAL] + day->deal_no_shows - 1;
  }
  return visit;
}

static bool daily_limit_is_nothing(Plan *plan, YearSeen *seen, Year *year) {
  const YearVisit *visit = deal_visit(seen);
  plan->deal.daily_limit_per_100k = 0;
  return visit && year->day[visit->day].staff_minutes[VISIT_DEAL] > 0;
}

/* Two bookings of one voucher on the same day. */
static bool next_visit_at_once(Plan *plan G_GNUC_UNUSED, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++)
    for (guint k = 0; k < i; k++) {
      YearVisit *a = visit_at(seen, i), *b = visit_at(seen, k);
      if (a->kind == VISIT_DEAL && b->kind == VISIT_DEAL && a->item == b->item) {
        a->day = b->day;
        return true;
      }
    }
  return false;
}

/* A voucher's visits are all given; one more is. */
static bool one_visit_too_many(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  const YearVisit *visit = deal_visit(seen);
  if (!visit)
    return false;
  YearVisit more = *visit;
  more.no_show = false;
  for (int i = 0; i < plan->deal.visits_per_voucher; i++)
    g_array_append_val(seen->visits, more);
  return true;
}

static bool stranger_returns(Plan *plan, YearSeen *seen, Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++)
    if (visit_at(seen, i)->kind == VISIT_RETURNING) {
      visit_at(seen, i)->item += (uint32_t)plan->services[plan->deal.service_index].people;
      return true;
    }
  return false;
}

static bool voucher_is_lost(Plan *plan G_GNUC_UNUSED, YearSeen *seen G_GNUC_UNUSED, Year *year) {
  year->vouchers_unserved--;
  return true;
}

static bool visit_is_not_counted(Plan *plan G_GNUC_UNUSED, YearSeen *seen,
                                 Year *year G_GNUC_UNUSED) {
  for (guint i = 0; i < seen->visits->len; i++)
    if (visit_at(seen, i)->kind == VISIT_REGULAR) {
      g_array_remove_index_fast(seen->visits, i);
      return true;
    }
  return false;
}

static const Fault faults[BREAK_COUNT] = {
    [BREAK_ROOM_TWICE] = room_meets,
    [BREAK_PERSON_TWICE] = person_meets,
    [BREAK_NEED] = one_person_fewer,
    [BREAK_ALONE] = nobody_experienced,
    [BREAK_OPENING] = later_by_a_day,
    [BREAK_SHIFT] = shifts_end,
    [BREAK_DATES] = room_closes_before,
    [BREAK_START] = class_moves,
    [BREAK_PATIENCE] = wanted_later,
    [BREAK_WEEKDAY] = weekday_is_barred,
    [BREAK_HOURS] = hours_end_a_minute_before,
    [BREAK_BLACKOUT] = day_is_blacked_out,
    [BREAK_PROMOTION_OVER] = promotion_ended_before,
    [BREAK_QUOTA] = quota_is_one_less,
    [BREAK_DAILY_LIMIT] = daily_limit_is_nothing,
    [BREAK_GAP] = next_visit_at_once,
    [BREAK_TOO_MANY] = one_visit_too_many,
    [BREAK_RETURN] = stranger_returns,
    [BREAK_VOUCHERS] = voucher_is_lost,
    [BREAK_COUNTS] = visit_is_not_counted,
};

static void test_each_fault_is_seen(void) {
  g_autoptr(World) world = world_new();
  for (int i = 0; i < BREAK_COUNT; i++) {
    g_autoptr(GRand) luck = g_rand_new_with_seed(31);
    bool broken = false;
    for (int plan = 0; plan < PLANS_FOR_A_FAULT && !broken; plan++) {
      world_draw(luck, world);
      world_see(world, 0, true, &world->year, &world->seen);
      broken = faults[i](&world->plan, &world->seen, &world->year);
    }
    g_test_message("%s", year_break_name((YearBreak)i));
    g_assert_true(broken);
    guint32 breaks = year_breaks(&world->plan, &world->seen, &world->year);
    g_assert_cmphex(breaks >> i & 1, ==, 1);
  }
}

/* A real night: an evening past midnight meets the next morning. */
static void test_midnight_is_seen(void) {
  g_autoptr(World) world = world_new();
  Plan *plan = &world->plan;
  plan_example(plan);
  plan->hours[0] = (WeeklyHours){0, 1200, 1560}; /* Monday 20:00 to 02:00 */
  plan->hours[1] = (WeeklyHours){1, 60, 600};    /* Tuesday from 01:00 */
  YearVisit night = {.day = 0, .start_slot = 18, .rooms = 1, .staff = 1}; /* 00:30 */
  YearVisit morning = {.day = 1, .start_slot = 0, .rooms = 1, .staff = 2};
  plan->deal.sale_date = date_from_ymd(2026, 1, 5);
  world->year.days = 2;
  g_array_append_val(world->seen.visits, night);
  g_array_append_val(world->seen.visits, morning);
  guint32 breaks = year_breaks(plan, &world->seen, &world->year);
  g_assert_cmphex(breaks >> BREAK_ROOM_TWICE & 1, ==, 1);
  g_assert_cmphex(breaks >> BREAK_PERSON_TWICE & 1, ==, 0);
}

/* --- the same luck ------------------------------------------------------------------------ */

static bool same_year(const World *world) {
  return memcmp(&world->year, &world->other, sizeof world->year) == 0 &&
         world->seen.visits->len == world->other_seen.visits->len &&
         world->seen.refusals->len == world->other_seen.refusals->len;
}

/* No voucher sold is no deal; watching changes nothing. */
static void test_none_sold_is_without(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(8);
  int differ = 0;
  for (int i = 0; i < (g_test_slow() ? 1000 : 60); i++) {
    world_draw(luck, world);
    for (int run = -1; run < 2; run++) {
      RandomStream stream = {.seed = 4, .run = (uint32_t)run};
      int32_t sold = world->plan.deal.vouchers_sold;
      world_see(world, run, true, &world->year, &world->seen);
      memset(&world->other, 0, sizeof world->other);
      if (run < 0)
        year_compute_plan(&world->plan, &world->timetable, true, &world->other, &world->scratch);
      else
        year_compute_run(&world->plan, &world->timetable, true, &stream, &world->other,
                         &world->scratch);
      g_assert_cmpmem(&world->year, sizeof world->year, &world->other, sizeof world->other);
      world_see(world, run, false, &world->other, &world->other_seen);
      differ += !same_year(world);
      world->plan.deal.vouchers_sold = 0;
      world_see(world, run, true, &world->year, &world->seen);
      g_assert_true(same_year(world));
      world->plan.deal.vouchers_sold = sold;
    }
  }
  g_assert_cmpint(differ, >, 100); /* a deal does change a year */
}

/* Room and staff for all ROOMY_VOUCHERS at the same time, so that nobody stands in another's way.
 */
static void draw_roomy(GRand *luck, World *world) {
  Plan *plan = &world->plan;
  do
    world_draw(luck, world);
  while (plan->services[plan->deal.service_index].staff_needed > 1 ||
         plan->services[plan->deal.service_index].rooms_needed > 2);
  for (int i = 0; i < ROOMS_MAX; i++) {
    plan->rooms[i] = plan->rooms[0];
    plan->rooms[i].from_date = plan->rooms[i].to_date = DATE_NONE;
  }
  plan->rooms_count = ROOMS_MAX;
  for (int i = 0; i < STAFF_MAX; i++) {
    PlanStaff *person = &plan->staff[i];
    *person = plan->staff[0];
    person->accompanied_only = false;
    person->from_date = person->to_date = DATE_NONE;
    memcpy(person->shifts, plan->hours, sizeof plan->hours);
    person->shifts_count = plan->hours_count;
  }
  plan->staff_count = STAFF_MAX;
  plan->regulars.level_per_100k = plan->clients.return_per_100k = 0;
  plan->deal.daily_limit_per_100k = PLAN_NONE;
  for (int i = 0; i < 7; i++)
    plan->deal.weekday_quota[i] = PLAN_NONE;
  timetable_fill(plan, &world->timetable);
}

static int by_voucher(const void *a, const void *b) {
  const YearVisit *one = a, *other = b;
  if (one->item != other->item)
    return one->item < other->item ? -1 : 1;
  return one->day - other->day;
}

/* Vouchers 0 … N − 1 have the same bookings, minute and no-show, when N + 1 are sold. */
static bool vouchers_agree(const World *world, bool with_start) {
  GArray *fewer = world->seen.visits, *more = world->other_seen.visits;
  g_array_sort(fewer, by_voucher);
  g_array_sort(more, by_voucher);
  if (fewer->len > more->len)
    return false;
  for (guint i = 0; i < fewer->len; i++) {
    const YearVisit *a = &g_array_index(fewer, YearVisit, i);
    const YearVisit *b = &g_array_index(more, YearVisit, i);
    if (a->item != b->item || a->day != b->day || a->no_show != b->no_show ||
        (with_start && a->start_slot != b->start_slot))
      return false;
  }
  return true;
}

/* Without a calendar, and with one that has room for everybody. */
static void test_one_more_voucher(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(77);
  int bookings = 0;
  for (int i = 0; i < (g_test_slow() ? 600 : 40); i++) {
    draw_roomy(luck, world);
    if (i % 2 == 0)
      world->plan.rooms_count = 0;
    world->plan.deal.vouchers_sold = random_between(luck, 0, ROOMY_VOUCHERS - 4);
    for (int more = 0; more < 4; more++) {
      world_see(world, 3, true, &world->year, &world->seen);
      world->plan.deal.vouchers_sold++;
      world_see(world, 3, true, &world->other, &world->other_seen);
      bookings += (int)world->seen.visits->len;
      g_assert_true(vouchers_agree(world, true));
    }
    /* Another luck is another year: the comparison can fail. */
    if (world->seen.visits->len > 20) {
      world_see(world, 4, true, &world->other, &world->other_seen);
      g_assert_false(vouchers_agree(world, false));
    }
  }
  g_assert_cmpint(bookings, >, 2000);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/year-invariants/nothing-is-broken", test_nothing_is_broken);
  g_test_add_func("/year-invariants/each-fault-is-seen", test_each_fault_is_seen);
  g_test_add_func("/year-invariants/midnight-is-seen", test_midnight_is_seen);
  g_test_add_func("/year-invariants/none-sold-is-without", test_none_sold_is_without);
  g_test_add_func("/year-invariants/one-more-voucher", test_one_more_voucher);
  return g_test_run();
}
