/* Plans at the edge of sense and past it: each is answered, or refused with a named problem that
 * has words in both languages; never a hang, never an assert. */
#include <glib.h>
#include <string.h>
#include <unistd.h>

#include "model/plan/fields.h"
#include "model/results/results.h"
#include "model/store/plan-json.h"
#include "model/year/year-scratch.h"
#include "ui/words/words.h"

#define WATCHDOG_SECONDS                                                                           \
  60 /* far beyond any answer, also with sanitizers; its signal ends the test */
#define ANSWERED PROBLEM_CODE_COUNT

typedef struct {
  const char *name;
  const char *steps;                     /* "path=value path=value" from the example */
  void (*change)(Plan *plan);            /* what takes more; or NULL */
  ProblemCode code;                      /* ANSWERED, or the problem it is refused with … */
  const char *path;                      /* … and beside which field */
  bool (*holds)(const Results *results); /* of an answer; or NULL */
} Case;

/* --- what takes more than fields ---------------------------------------------------------- */

static void no_rooms(Plan *plan) {
  plan->rooms_count = 0;
}

static void no_staff(Plan *plan) {
  plan->staff_count = 0;
  plan->provenance_count = 0;
}

static void only_one_experienced(Plan *plan) {
  for (int i = 1; i < plan->staff_count; i++)
    plan->staff[i].accompanied_only = true;
}

static void nobody_experienced(Plan *plan) {
  only_one_experienced(plan);
  plan->staff[0].accompanied_only = true;
}

static void no_hours(Plan *plan) {
  plan->hours_count = 0;
}

static void no_shifts(Plan *plan) {
  for (int i = 0; i < plan->staff_count; i++)
    plan->staff[i].shifts_count = 0;
}

static void no_regulars(Plan *plan) {
  memset(plan->regulars.wanted_milli_visits, 0, sizeof plan->regulars.wanted_milli_visits);
}

static void no_season(Plan *plan) {
  memset(plan->regulars.season_per_100k, 0, sizeof plan->regulars.season_per_100k);
}

/* Nobody wants an hour at which the place is open. */
static void hours_nobody_wants(Plan *plan) {
  for (int hour = 0; hour < 24; hour++)
    plan->regulars.start_weight_by_hour[hour] = hour == 3;
}

static void closed_all_along(Plan *plan) {
  plan->closures_count = 1;
  plan->closures[0] = (DateSpan){plan->deal.sale_date - 10, plan->deal.sale_date + 1000};
}

/* Open day and night: each day 00:00 to 16:00 and no more than that. */
static void open_sixteen_hours_a_day(Plan *plan) {
  plan->hours_count = 7;
  for (int i = 0; i < 7; i++)
    plan->hours[i] = (WeeklyHours){i, 0, 960};
  for (int i = 0; i < plan->staff_count; i++) {
    plan->staff[i].shifts_count = 7;
    memcpy(plan->staff[i].shifts, plan->hours, 7 * sizeof *plan->hours);
  }
}

/* Each evening to 02:00; on Thursday from 02:00 instead. */
static void nights_meet_mornings(Plan *plan) {
  plan->hours_count = 7;
  for (int i = 0; i < 7; i++)
    plan->hours[i] = (WeeklyHours){i, 840, 1560};
  plan->hours[3] = (WeeklyHours){3, 120, 600};
}

static void nights_run_into_mornings(Plan *plan) {
  nights_meet_mornings(plan);
  plan->hours[3].begin_minute = 119;
}

static void shifts_run_into_mornings(Plan *plan) {
  open_sixteen_hours_a_day(plan);
  plan->staff[2].shifts_count = 2;
  plan->staff[2].shifts[0] = (WeeklyHours){6, 480, 1500};
  plan->staff[2].shifts[1] = (WeeklyHours){0, 30, 480};
}

static void whole_park(Plan *plan) {
  plan->rooms_count = ROOMS_MAX;
  plan->staff_count = STAFF_MAX;
  for (int i = 1; i < ROOMS_MAX; i++)
    plan->rooms[i] = plan->rooms[0];
  for (int i = 1; i < STAFF_MAX; i++)
    plan->staff[i] = plan->staff[0];
  for (int i = 0; i < 7; i++)
    plan->regulars.wanted_milli_visits[i] = 500000 / 2;
}

/* Visits that take nobody and no room: nothing refuses anybody. */
static void visits_that_take_nothing(Plan *plan) {
  for (int i = 0; i < plan->services_count; i++)
    plan->services[i].rooms_needed = plan->services[i].staff_needed = 0;
}

/* --- what must come out ------------------------------------------------------------------- */

static bool nobody_asks(const Results *results) {
  return results->with.vouchers_wanted == 0 &&
         results->with.regulars_served == results->without.regulars_served;
}

static bool nobody_is_refused(const Results *results) {
  return results->with.regulars_refused == 0 && results->with.vouchers_served > 0;
}

static bool no_regular_comes(const Results *results) {
  return results->with.regulars_wanted == 0 && results->with.vouchers_served > 0;
}

static bool all_are_unserved(const Results *results) {
  return results->with.vouchers_wanted > 0 && results->with.vouchers_served == 0 &&
         results->with.vouchers_unserved == results->with.vouchers_wanted;
}

static bool most_are_unserved(const Results *results) {
  return results->with.vouchers_unserved > 50000 && results->with.vouchers_served > 100;
}

static bool all_are_served(const Results *results) {
  return results->with.vouchers_served == results->with.vouchers_wanted &&
         results->with.vouchers_wanted > 0;
}

static bool horizon_is_longest(const Results *results) {
  return results->days == HORIZON_DAYS_MAX && results->with.vouchers_served > 0;
}

static bool horizon_is_shortest(const Results *results) {
  return results->days == HORIZON_DAYS_AT_LEAST && all_are_unserved(results);
}

static bool has_no_calendar(const Results *results) {
  return !results->has_calendar && results->with.vouchers_served > 0 &&
         results->with.regulars_wanted == 0;
}

static bool some_are_served(const Results *results) {
  return results->with.vouchers_served > 0 && results->with.regulars_served > 0;
}

static bool nobody_ever_comes(const Results *results) {
  return results->with.vouchers_served == 0 && results->with.vouchers_wanted > 0;
}

static const Case cases[] = {
    /* Days and hours. */
    {"a day of 16 hours", "", open_sixteen_hours_a_day, ANSWERED, NULL, some_are_served},
    {"a day longer than 16 hours", "hours[3].begin_minute=300 hours[3].end_minute=1275", NULL,
     PROBLEM_DAY_TOO_LONG, "hours[3].end_minute", NULL},
    {"16 hours parted by a pause, and a minute",
     "hours[1].weekday=0 hours[0].begin_minute=0 "
     "hours[0].end_minute=300 hours[1].begin_minute=800 hours[1].end_minute=961",
     NULL, PROBLEM_DAY_TOO_LONG, "hours[1].end_minute", NULL},
    {"a day of a minute", "hours[3].end_minute=601", NULL, ANSWERED, NULL, some_are_served},
    {"no hours", "", no_hours, PROBLEM_NO_OPEN_DAY, "hours", NULL},
    {"closed all along", "", closed_all_along, PROBLEM_LIMITS_EXCLUDE_ALL, "deal.allowed_weekdays",
     NULL},
    {"a night meets the next morning", "", nights_meet_mornings, ANSWERED, NULL, some_are_served},
    {"a night runs into the next morning", "", nights_run_into_mornings, PROBLEM_HOURS_OVERLAP,
     "hours[3].begin_minute", NULL},
    {"Saturday's night meets Sunday, Sunday's runs into Monday",
     "hours[5].weekday=6 hours[5].begin_minute=1200 hours[5].end_minute=2041", NULL,
     PROBLEM_HOURS_OVERLAP, "hours[5].begin_minute", NULL},
    {"a shift runs into the next morning's", "", shifts_run_into_mornings, PROBLEM_HOURS_OVERLAP,
     "staff[2].shifts[1].begin_minute", NULL},
    {"hours that nobody wants", "", hours_nobody_wants, ANSWERED, NULL, some_are_served},
    /* Services and people. */
    {"a service longer than the day", "services[1].minutes=700", NULL,
     PROBLEM_SERVICE_LONGER_THAN_DAY, "services[1].minutes", NULL},
    {"a service of 16 hours and 8 of rest",
     "services[1].minutes=960 services[1].staff_rest_minutes=480", NULL,
     PROBLEM_SERVICE_LONGER_THAN_DAY, "services[1].minutes", NULL},
    {"a service of a minute",
     "services[1].minutes=1 services[1].staff_rest_minutes=0 "
     "services[1].room_turnover_minutes=0",
     NULL, ANSWERED, NULL, some_are_served},
    {"a class before opening", "services[1].start_minutes[0]=599", NULL,
     PROBLEM_START_OUTSIDE_HOURS, "services[1].start_minutes[0]", NULL},
    {"a class that ends after closing", "services[1].start_minutes[0]=1140", NULL,
     PROBLEM_START_OUTSIDE_HOURS, "services[1].start_minutes[0]", NULL},
    {"a class on the next day", "services[1].start_minutes[0]=2040", NULL,
     PROBLEM_START_OUTSIDE_HOURS, "services[1].start_minutes[0]", NULL},
    {"a class at opening", "services[1].start_minutes[0]=600", NULL, ANSWERED, NULL,
     some_are_served},
    {"no staff for a duo", "", no_staff, PROBLEM_NOT_ENOUGH_STAFF, "services[0].staff_needed",
     NULL},
    {"nobody experienced", "", nobody_experienced, PROBLEM_NOT_ENOUGH_STAFF,
     "services[0].staff_needed", NULL},
    {"one experienced for a duo", "", only_one_experienced, ANSWERED, NULL, some_are_served},
    {"two rooms too few", "services[1].rooms_needed=5", NULL, PROBLEM_NOT_ENOUGH_ROOMS,
     "services[1].rooms_needed", NULL},
    {"nobody is ever on shift", "", no_shifts, PROBLEM_LIMITS_EXCLUDE_ALL, "deal.allowed_weekdays",
     NULL},
    {"visits that take nothing", "", visits_that_take_nothing, ANSWERED, NULL, nobody_is_refused},
    /* Rooms. */
    {"no rooms", "", no_rooms, ANSWERED, NULL, has_no_calendar},
    {"no rooms, 100,000 vouchers", "deal.vouchers_sold=100000", no_rooms, ANSWERED, NULL,
     has_no_calendar},
    {"no rooms, visits of days for many people",
     "deal.vouchers_sold=100000 services[1].minutes=960 services[1].staff_needed=32 "
     "deal.visits_per_voucher=20",
     no_rooms, PROBLEM_TOO_MANY_VISITS, "deal.vouchers_sold", NULL},
    {"64 rooms and 32 people", "", whole_park, ANSWERED, NULL, some_are_served},
    /* Clients. */
    {"zero regulars", "", no_regulars, ANSWERED, NULL, no_regular_comes},
    {"a level of zero", "regulars.level_per_100k=0", NULL, ANSWERED, NULL, no_regular_comes},
    {"no season", "", no_season, ANSWERED, NULL, no_regular_comes},
    {"more regulars than any day holds",
     "regulars.wanted_milli_visits[4]=500000 regulars.season_per_100k[1]=1000000", NULL,
     PROBLEM_ABOVE_MAXIMUM, "regulars.wanted_milli_visits[4]", NULL},
    {"clients who come back each day",
     "clients.return_per_100k=100000 clients.return_visits_per_year_milli=366000", NULL, ANSWERED,
     NULL, some_are_served},
    {"all are existing clients", "clients.existing_per_100k=100000", NULL, ANSWERED, NULL,
     some_are_served},
    /* Vouchers. */
    {"0 vouchers", "deal.vouchers_sold=0", NULL, ANSWERED, NULL, nobody_asks},
    {"none is used", "deal.used_per_100k=0", NULL, ANSWERED, NULL, NULL},
    {"1 voucher", "deal.vouchers_sold=1 deal.used_per_100k=100000", NULL, ANSWERED, NULL,
     all_are_served},
    {"100,000 vouchers", "deal.vouchers_sold=100000", NULL, ANSWERED, NULL, most_are_unserved},
    {"100,000 vouchers and no patience",
     "deal.vouchers_sold=100000 deal.patience_days=0 regulars.patience_open_days=60", NULL,
     ANSWERED, NULL, most_are_unserved},
    {"100,001 vouchers", "deal.vouchers_sold=100001", NULL, PROBLEM_ABOVE_MAXIMUM,
     "deal.vouchers_sold", NULL},
    {"100,000 vouchers of 20 visits", "deal.vouchers_sold=100000 deal.visits_per_voucher=20", NULL,
     ANSWERED, NULL, most_are_unserved},
    {"100,000 duos who come back each day",
     "deal.vouchers_sold=100000 clients.return_per_100k=100000 "
     "clients.return_visits_per_year_milli=366000",
     NULL, PROBLEM_TOO_MANY_VISITS, "deal.vouchers_sold", NULL},
    {"nobody ever comes", "deal.no_show_per_100k=100000", NULL, ANSWERED, NULL, nobody_ever_comes},
    {"nobody ever comes, without rooms", "deal.no_show_per_100k=100000", no_rooms, ANSWERED, NULL,
     nobody_ever_comes},
    {"all are forfeited", "deal.no_show_per_100k=100000 deal.no_show_rule=forfeit", NULL, ANSWERED,
     NULL, all_are_served},
    /* The promotion. */
    {"a promotion of one day", "deal.promotion_end_date=2026-02-04", NULL, ANSWERED, NULL,
     horizon_is_shortest},
    {"a promotion of one day, without rooms", "deal.promotion_end_date=2026-02-04", no_rooms,
     ANSWERED, NULL, has_no_calendar},
    {"a promotion of two days", "deal.promotion_end_date=2026-02-05", NULL, ANSWERED, NULL, NULL},
    {"a promotion of two years", "deal.promotion_end_date=2028-02-05", NULL, ANSWERED, NULL,
     horizon_is_longest},
    {"a promotion of two years and two days", "deal.promotion_end_date=2028-02-06", NULL,
     PROBLEM_PROMOTION_TOO_LONG, "deal.promotion_end_date", NULL},
    {"it ends before the sale", "deal.promotion_end_date=2026-02-03", NULL,
     PROBLEM_PROMOTION_BEFORE_SALE, "deal.promotion_end_date", NULL},
    {"a curve of an instant", "deal.curve.a_milli_weeks=1 deal.curve.b_milli_weeks=1", NULL,
     ANSWERED, NULL, some_are_served},
    {"a curve all at the end",
     "deal.curve.w1_per_100k=0 deal.curve.w2_per_100k=0 "
     "deal.curve.w3_per_100k=100000 deal.curve.b_milli_weeks=1",
     NULL, ANSWERED, NULL, NULL},
    {"no day is allowed",
     "deal.allowed_weekdays[0]=false deal.allowed_weekdays[1]=false "
     "deal.allowed_weekdays[2]=false deal.allowed_weekdays[3]=false "
     "deal.allowed_weekdays[4]=false deal.allowed_weekdays[5]=false "
     "deal.allowed_weekdays[6]=false",
     NULL, PROBLEM_NO_ALLOWED_WEEKDAY, "deal.allowed_weekdays", NULL},
    {"a daily limit of nothing", "deal.daily_limit_per_100k=0", NULL, PROBLEM_LIMITS_EXCLUDE_ALL,
     "deal.allowed_weekdays", NULL},
    {"a daily limit under one visit", "deal.daily_limit_per_100k=1", NULL, ANSWERED, NULL,
     all_are_unserved},
    {"visits a year apart", "deal.visits_per_voucher=20 deal.gap_days=365", NULL, ANSWERED, NULL,
     some_are_served},
    /* Phones and money at their ends. */
    {"everybody calls again for ever",
     "phone.call_again_per_100k=100000 phone.people=0 "
     "phone.extra_people=0 phone.buyers_calling_per_100k=100000 deal.vouchers_sold=100000",
     NULL, ANSWERED, NULL, NULL},
    {"calls of two hours, no patience",
     "phone.handle_milli_minutes=120000 phone.patience_milli_minutes=1", NULL, ANSWERED, NULL,
     NULL},
    {"no phone days",
     "phone.buyers_calling_per_100k=100000 phone.day_weight[0]=0 "
     "phone.day_weight[1]=0 phone.day_weight[2]=0 phone.day_weight[3]=0 phone.day_weight[4]=0 "
     "phone.day_weight[5]=0 phone.day_weight[6]=0 phone.day_weight[7]=0 phone.day_weight[8]=0 "
     "phone.day_weight[9]=0",
     NULL, PROBLEM_WEIGHTS_ZERO, "phone.day_weight", NULL},
    {"the dearest voucher, 100,000 times",
     "deal.vouchers_sold=100000 deal.price_cents=10000000 deal.list_price_cents=10000000 "
     "services[0].list_price_cents=10000000 services[1].list_price_cents=10000000",
     NULL, ANSWERED, NULL, NULL},
    {"a voucher of a cent", "deal.price_cents=1", NULL, ANSWERED, NULL, some_are_served},
    {"a voucher for nothing", "deal.price_cents=0", NULL, PROBLEM_SITE_PRICE_NOT_POSITIVE,
     "deal.price_cents", NULL},
};

/* --- each of them ------------------------------------------------------------------------- */

static void take_steps(Plan *plan, const char *steps) {
  g_auto(GStrv) step = g_strsplit(steps, " ", -1);
  for (int i = 0; step[i] && *step[i]; i++) {
    char *equal = strchr(step[i], '=');
    const char *why = NULL;
    *equal = '\0';
    if (!plan_set_from_text(plan, step[i], equal + 1, &why))
      g_error("%s: %s", step[i], why);
  }
}

static void assert_refused(const Case *it, const Problems *problems) {
  bool found = false;
  for (int i = 0; i < problems->count; i++) {
    const Problem *problem = &problems->problem[i];
    g_autofree char *english = problem_text(LANGUAGE_EN, problem);
    g_autofree char *french = problem_text(LANGUAGE_FR, problem);
    g_assert_nonnull(english);
    g_assert_cmpstr(english, !=, "");
    g_assert_cmpstr(english, !=, french);
    found = found || (problem->code == it->code && g_str_equal(problem->path, it->path));
    g_test_message("%s at %s: %s", problem_name(problem->code), problem->path, english);
  }
  g_assert_true(found);
}

static void test_case(gconstpointer data) {
  const Case *it = data;
  g_autofree Plan *plan = g_new0(Plan, 1);
  g_autofree Results *results = g_new0(Results, 1);
  g_autofree YearScratch *scratch = g_new0(YearScratch, 1);
  Problems problems;
  alarm(WATCHDOG_SECONDS);
  plan_example(plan);
  plan->uncertainty_count = 0;
  take_steps(plan, it->steps);
  if (it->change)
    it->change(plan);
  plan_check(plan, &problems);
  if (it->code != ANSWERED) {
    assert_refused(it, &problems);
  } else {
    for (int i = 0; i < problems.blocking_count; i++)
      g_test_message("%s at %s", problem_name(problems.problem[i].code), problems.problem[i].path);
    g_assert_cmpint(problems.blocking_count, ==, 0);
    results_compute(plan, results, scratch);
    g_test_message("%d wanted, %d served, %d unserved; %d regulars, %d refused",
                   results->with.vouchers_wanted, results->with.vouchers_served,
                   results->with.vouchers_unserved, results->with.regulars_served,
                   results->with.regulars_refused);
    g_assert_true(it->holds == NULL || it->holds(results));
  }
  alarm(0);
}

/* A day without services can only come from a hand: the list's end is not a field. */
static void test_no_service(void) {
  g_autofree Plan *plan = g_new0(Plan, 1);
  Problems problems;
  plan_example(plan);
  plan->services_count = 0;
  plan_check(plan, &problems);
  assert_refused(&(Case){.code = PROBLEM_NO_SERVICE, .path = "services"}, &problems);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *path = g_strdup_printf("/bad-input/%s", cases[i].name);
    g_strdelimit(path + strlen("/bad-input/"), "/ ,", '-');
    g_test_add_data_func(path, &cases[i], test_case);
  }
  g_test_add_func("/bad-input/no-service", test_no_service);
  return g_test_run();
}
