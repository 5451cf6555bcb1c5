/* The year beside a slow, obvious one (naive-year.h) on small random plans: each visit, each
 * refusal, each count; risk years and plan years, with the deal and without. */
#include <string.h>

#include "tests/year-difference.h"
#include "tests/year-plan.h"

/* More with -m slow. */
#define PLANS 200
#define PLANS_SLOW 4000
#define PLANS_WITH_FAULT 200
#define SEED 77

typedef struct {
  Plan plan;
  NoticedYear *noticed;
  NaiveYear *naive;
} Match;

static Match *match_new(void) {
  Match *match = g_new0(Match, 1);
  match->noticed = noticed_year_new();
  match->naive = naive_year_new();
  return match;
}

static void match_free(Match *match) {
  noticed_year_free(match->noticed);
  naive_year_free(match->naive);
  g_free(match);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Match, match_free)

static void match_draw_plan(Match *match, int number) {
  GRand *luck = g_rand_new_with_seed((guint32)number);
  year_plan_draw(luck, &match->plan);
  g_rand_free(luck);
}

/* Plays one year of the plan with that number; says the first difference. */
static bool match_play(Match *match, int number, bool plan_year, bool with_deal,
                       NaiveYearFault fault, GString *told) {
  match_draw_plan(match, number);
  const RandomStream stream = {SEED, (uint32_t)number};
  noticed_year_compute(match->noticed, &match->plan, with_deal, plan_year ? NULL : &stream);
  naive_year_compute(match->naive, &match->plan, with_deal, plan_year ? NULL : &stream, fault);
  return year_agrees(match->noticed, match->naive, told);
}

static void test_agrees(gconstpointer data) {
  bool plan_year = GPOINTER_TO_INT(data) & 1, with_deal = GPOINTER_TO_INT(data) & 2;
  g_autoptr(Match) match = match_new();
  g_autoptr(GString) told = g_string_new(NULL);
  int plans = g_test_slow() ? PLANS_SLOW : PLANS;
  int64_t visits = 0, refused = 0, unserved = 0, replaced = 0, returned = 0;
  for (int number = 0; number < plans; number++) {
    if (!match_play(match, number, plan_year, with_deal, NAIVE_YEAR_RIGHT, told))
      g_error("year and twin differ in plan %d: %s", number, told->str);
    visits += match->noticed->visits->len;
    refused += match->noticed->refusals->len;
    unserved += match->noticed->year.vouchers_unserved;
    replaced += match->noticed->year.replaced;
    returned += match->noticed->year.returns_served;
  }
  g_test_message("%d plans, %d visits, %d refused, %d vouchers unserved, %d replaced, %d returns",
                 plans, (int)visits, (int)refused, (int)unserved, (int)replaced, (int)returned);
  /* The plans are of use: much of everything. */
  g_assert_cmpint(visits, >, plans * 40);
  g_assert_cmpint(refused, >, plans * 20);
  if (with_deal) {
    g_assert_cmpint(unserved, >, plans);
    g_assert_cmpint(replaced, >, plans);
    g_assert_cmpint(returned, >, plans * 5);
  }
}

static void test_faults_are_seen(void) {
  g_autoptr(Match) match = match_new();
  g_autoptr(GString) told = g_string_new(NULL);
  for (int fault = NAIVE_YEAR_RIGHT + 1; fault < NAIVE_YEAR_FAULTS_COUNT; fault++) {
    int number = 0;
    while (number < PLANS_WITH_FAULT && match_play(match, number, false, true, fault, told) &&
           match_play(match, number, true, true, fault, told))
      number++;
    g_test_message("fault %d is seen in plan %d", fault, number);
    g_assert_cmpint(number, <, PLANS_WITH_FAULT);
  }
}

/* A year's days and all that follows them; days past the horizon are nobody's. */
static bool same_bytes(const Year *one, const Year *other) {
  const size_t rest = G_STRUCT_OFFSET(Year, staff_visit_pay_cents);
  return one->days == other->days &&
         memcmp(one->day, other->day, (size_t)one->days * sizeof *one->day) == 0 &&
         memcmp((const char *)one + rest, (const char *)other + rest, sizeof *one - rest) == 0;
}

/* Both years of a run at once are the two years one by one, which the twin knows. */
static bool pair_agrees(Match *match, int number, bool plan_year, Year *with, Year *without) {
  const RandomStream stream = {SEED, (uint32_t)number};
  NoticedYear *noticed = match->noticed;
  match_draw_plan(match, number);
  noticed_year_compute(noticed, &match->plan, true, plan_year ? NULL : &stream);
  year_compute_pair(&match->plan, &noticed->timetable, plan_year ? NULL : &stream, with, without,
                    &noticed->scratch);
  bool same_with = same_bytes(&noticed->year, with);
  noticed_year_compute(noticed, &match->plan, false, plan_year ? NULL : &stream);
  return same_with && same_bytes(&noticed->year, without);
}

static void test_pair(void) {
  g_autoptr(Match) match = match_new();
  g_autofree Year *with = g_new0(Year, 1);
  g_autofree Year *without = g_new0(Year, 1);
  for (int number = 0; number < PLANS; number++)
    if (!pair_agrees(match, number, false, with, without) ||
        !pair_agrees(match, number, true, with, without))
      g_error("both years at once differ from one by one in plan %d", number);
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_data_func("/year-twin/risk-year/without-deal", GINT_TO_POINTER(0), test_agrees);
  g_test_add_data_func("/year-twin/risk-year/with-deal", GINT_TO_POINTER(2), test_agrees);
  g_test_add_data_func("/year-twin/plan-year/without-deal", GINT_TO_POINTER(1), test_agrees);
  g_test_add_data_func("/year-twin/plan-year/with-deal", GINT_TO_POINTER(3), test_agrees);
  g_test_add_func("/year-twin/pair", test_pair);
  g_test_add_func("/year-twin/faults-are-seen", test_faults_are_seen);
  return g_test_run();
}
