/* The small supplier's threshold (domain §5.4): by hand, and day by day against a slow twin. */
#include <glib.h>
#include <string.h>

#include "model/base/calendar.h"
#include "model/cash/registration.h"
#include "model/tax/tax.h"

#define DAYS 456
#define LIMIT_CENTS 3000000

typedef struct {
  Plan plan;
  Year year, without;
  Registration registration;
} World;

/* Québec, not registered; one service of 100, a voucher of 50, the sale on the 1st of January. */
static World *world_new(void) {
  World *world = g_new0(World, 1);
  Plan *plan = &world->plan;
  plan_init(plan);
  plan->business.tax_regime = REGIME_QC;
  plan->business.gst_registered = false;
  plan->business.gst_registered_from_date = DATE_NONE;
  plan->business.other_taxable_sales_12_months_cents = 0;
  plan->services_count = 1;
  plan->services[0].list_price_cents = 10000;
  plan->clients.extras_cents = 2000;
  plan->clients.incentive_cents = 1500;
  plan->deal.list_price_cents = 10000;
  plan->deal.price_cents = 5000;
  plan->deal.visits_per_voucher = 1;
  plan->deal.sale_date = date_from_ymd(2026, 1, 1);
  plan->deal.sale_days = 1;
  plan->deal.promotion_end_date = plan->deal.sale_date + 364;
  plan->deal.price_tax_wording = WORDING_INCLUDED;
  world->year.days = world->without.days = DAYS;
  return world;
}

static YearDay *day_of(World *world, int year, int month, int day) {
  return &world->year.day[date_from_ymd(year, month, day) - world->plan.deal.sale_date];
}

static void use_vouchers(YearDay *day, int count) {
  day->visits[VISIT_DEAL] += count;
  day->deal_last += count;
}

static const Registration *find(World *world) {
  memset(&world->registration, 0x5a, sizeof world->registration);
  registration_find(&world->plan, &world->year, &world->without, &world->registration);
  return &world->registration;
}

static void assert_passed(const Registration *registration, bool one_quarter, int32_t passed_date,
                          int32_t registered_from_date) {
  g_assert_true(registration->is_watched);
  g_assert_true(registration->is_passed);
  g_assert_cmpint(registration->is_one_quarter, ==, one_quarter);
  g_assert_cmpint(registration->passed_date, ==, passed_date);
  g_assert_cmpint(registration->registered_from_date, ==, registered_from_date);
}

static void assert_not_passed(const Registration *registration, int64_t highest_quarter_cents,
                              int64_t highest_four_quarters_cents) {
  g_assert_true(registration->is_watched);
  g_assert_false(registration->is_passed);
  g_assert_cmpint(registration->passed_date, ==, DATE_NONE);
  g_assert_cmpint(registration->registered_from_date, ==, DATE_NONE);
  g_assert_cmpint(registration->highest_quarter_cents, ==, highest_quarter_cents);
  g_assert_cmpint(registration->highest_four_quarters_cents, ==, highest_four_quarters_cents);
}

/* The 601st of 50 alone, on its own day. */
static void test_one_quarter(void) {
  g_autofree World *world = world_new();
  use_vouchers(day_of(world, 2026, 2, 10), 600);
  use_vouchers(day_of(world, 2026, 3, 31), 1);
  int32_t date = date_from_ymd(2026, 3, 31);
  assert_passed(find(world), true, date, date);
  g_assert_cmpint(world->registration.highest_quarter_cents, ==, 3005000);
  /* On the next day it is another quarter: from the end of its month after. */
  memset(day_of(world, 2026, 3, 31), 0, sizeof(YearDay));
  use_vouchers(day_of(world, 2026, 4, 1), 1);
  assert_passed(find(world), false, date_from_ymd(2026, 6, 30), date_from_ymd(2026, 8, 1));
  g_assert_cmpint(world->registration.highest_quarter_cents, ==, 3000000);
}

static void test_exactly_the_limit(void) {
  g_autofree World *world = world_new();
  use_vouchers(day_of(world, 2026, 2, 10), 600);
  assert_not_passed(find(world), LIMIT_CENTS, LIMIT_CENTS);
}

/* 76 + 75 + 75 + 75 visits of 100. */
static void test_four_quarters(void) {
  g_autofree World *world = world_new();
  static const int counts[] = {76, 75, 75, 75};
  for (int i = 0; i < 4; i++)
    day_of(world, 2026, 2 + 3 * i, 28)->service_visits[VISIT_REGULAR][0] = counts[i];
  assert_passed(find(world), false, date_from_ymd(2026, 12, 31), date_from_ymd(2027, 2, 1));
  g_assert_cmpint(world->registration.highest_quarter_cents, ==, 760000);
  g_assert_cmpint(world->registration.highest_four_quarters_cents, ==, 3010000);
  day_of(world, 2026, 2, 28)->service_visits[VISIT_REGULAR][0] = 75;
  assert_not_passed(find(world), 750000, LIMIT_CENTS);
}

/* What began before the horizon's end is told, its date being after it. */
static void test_after_the_horizon(void) {
  g_autofree World *world = world_new();
  use_vouchers(day_of(world, 2026, 5, 4), 400);
  use_vouchers(day_of(world, 2026, 11, 2), 201);
  world->year.days = 365; /* to December 31 */
  assert_passed(find(world), false, date_from_ymd(2026, 12, 31), date_from_ymd(2027, 2, 1));
  world->year.days = 340; /* to December 6 */
  assert_passed(find(world), false, date_from_ymd(2026, 12, 31), date_from_ymd(2027, 2, 1));
  world->year.days = 305; /* to November 1 */
  assert_not_passed(find(world), 2000000, 2000000);
}

/* A day of 80 all the past year: 7,280 + 7,360 + 7,360 + 7,200 to March, and 17 vouchers. */
static void test_history(void) {
  g_autofree World *world = world_new();
  world->plan.services[0].list_price_cents = 8000;
  world->plan.deal.sale_date = date_from_ymd(2026, 2, 4);
  for (int i = 0; i < DAYS; i++)
    world->without.day[i].service_visits[VISIT_REGULAR][0] = 1;
  memcpy(world->year.day, world->without.day, sizeof world->year.day);
  assert_not_passed(find(world), 92 * 8000, 2920000);
  use_vouchers(day_of(world, 2026, 3, 30), 16);
  assert_not_passed(find(world), 7200 * 100 + 80000, LIMIT_CENTS);
  use_vouchers(day_of(world, 2026, 3, 31), 1);
  assert_passed(find(world), false, date_from_ymd(2026, 3, 31), date_from_ymd(2026, 5, 1));
}

/* The mean of a whole year, whatever the horizon: what comes after its 365th day is not the past.
 */
static void test_history_is_a_year(void) {
  g_autofree World *world = world_new();
  world->without.day[0].service_visits[VISIT_REGULAR][0] = 300;
  world->without.day[365].service_visits[VISIT_REGULAR][0] = 900;
  const Registration *registration = find(world);
  g_assert_false(registration->is_passed);
  g_assert_cmpint(registration->highest_four_quarters_cents, ==, LIMIT_CENTS);
  world->without.day[1].service_visits[VISIT_REGULAR][0] = 1;
  assert_passed(find(world), false, world->plan.deal.sale_date, world->plan.deal.sale_date);
}

/* Already over it on the sale's morning. */
static void test_before_the_sale(void) {
  g_autofree World *world = world_new();
  for (int i = 0; i < DAYS; i++)
    world->without.day[i].service_visits[VISIT_REGULAR][0] = 1;
  int32_t date = world->plan.deal.sale_date;
  assert_passed(find(world), false, date, date);
  for (int i = 0; i < DAYS; i++)
    world->without.day[i].service_visits[VISIT_REGULAR][0] = 4;
  assert_passed(find(world), true, date, date);
}

/* With associates: a quarter of their twelve months in each quarter. */
static void test_associates(void) {
  g_autofree World *world = world_new();
  int64_t *other_cents = &world->plan.business.other_taxable_sales_12_months_cents;
  *other_cents = LIMIT_CENTS;
  assert_not_passed(find(world), LIMIT_CENTS / 4, LIMIT_CENTS);
  use_vouchers(day_of(world, 2026, 5, 4), 1);
  assert_passed(find(world), false, date_from_ymd(2026, 6, 30), date_from_ymd(2026, 8, 1));
  *other_cents = LIMIT_CENTS + 1;
  assert_passed(find(world), false, world->plan.deal.sale_date, world->plan.deal.sale_date);
  /* 7,500 of theirs and 451 vouchers in one quarter. */
  *other_cents = LIMIT_CENTS;
  use_vouchers(day_of(world, 2026, 2, 4), 451);
  assert_passed(find(world), true, date_from_ymd(2026, 2, 4), date_from_ymd(2026, 2, 4));
}

/* Passed over four quarters in March; April alone passes before May. */
static void test_one_quarter_while_waiting(void) {
  g_autofree World *world = world_new();
  world->plan.business.other_taxable_sales_12_months_cents = 800000;
  use_vouchers(day_of(world, 2026, 3, 2), 500);
  assert_passed(find(world), false, date_from_ymd(2026, 3, 31), date_from_ymd(2026, 5, 1));
  use_vouchers(day_of(world, 2026, 4, 20), 561);
  assert_passed(find(world), true, date_from_ymd(2026, 4, 20), date_from_ymd(2026, 4, 20));
  memset(day_of(world, 2026, 4, 20), 0, sizeof(YearDay));
  use_vouchers(day_of(world, 2026, 5, 1), 561);
  assert_passed(find(world), false, date_from_ymd(2026, 3, 31), date_from_ymd(2026, 5, 1));
  g_assert_cmpint(world->registration.highest_quarter_cents, ==, 2500000 + 200000);
}

static int64_t quarter_cents(World *world) {
  const Registration *registration = find(world);
  g_assert_false(registration->is_passed);
  return registration->highest_quarter_cents;
}

/* Each at what is paid for it: nothing is taken out of an included price. */
static void test_what_counts(void) {
  g_autofree World *world = world_new();
  PlanDeal *deal = &world->plan.deal;
  YearDay *day = day_of(world, 2026, 2, 4);
  use_vouchers(day, 3);
  day->extras = 2;
  day->service_visits[VISIT_REGULAR][0] = 5;
  day->service_visits[VISIT_RETURNING][0] = 4;
  day->incentive_service_visits[0] = 1;
  int64_t visits_cents = 8 * 10000 + 8500, extras_cents = 2 * 2000;
  g_assert_cmpint(quarter_cents(world), ==, visits_cents + extras_cents + 3 * 5000);
  deal->price_tax_wording = WORDING_EXTRA;
  g_assert_cmpint(quarter_cents(world), ==, visits_cents + extras_cents + 3 * 5000);
  deal->tax_treatment = TREATMENT_LIST_PRICE;
  g_assert_cmpint(quarter_cents(world), ==, visits_cents + extras_cents + 3 * 5000);
  /* Who did not come has used it; where she books again it is not used yet. */
  deal->tax_treatment = TREATMENT_GIFT_CERTIFICATE;
  day->deal_no_shows = day->deal_forfeited_visits = 2;
  deal->no_show_rule = NO_SHOW_FORFEIT;
  g_assert_cmpint(quarter_cents(world), ==, visits_cents + extras_cents + 5 * 5000);
  deal->no_show_rule = NO_SHOW_REBOOK;
  g_assert_cmpint(quarter_cents(world), ==, visits_cents + extras_cents + 3 * 5000);
}

/* Three visits of 100.00: 33.33, 33.33 and 33.34, each when it is made. */
static void test_part_used(void) {
  g_autofree World *world = world_new();
  world->plan.deal.price_cents = 10000;
  world->plan.deal.visits_per_voucher = 3;
  YearDay *day = day_of(world, 2026, 2, 4);
  day->visits[VISIT_DEAL] = 5;
  day->deal_last = 2;
  g_assert_cmpint(quarter_cents(world), ==, 3 * 3333 + 2 * 3334);
}

/* The site's statement: due when sold, used or not; its own share where the site is the seller. */
static void test_due_when_sold(void) {
  g_autofree World *world = world_new();
  PlanDeal *deal = &world->plan.deal;
  deal->commission_per_100k = 40000;
  deal->sale_days = 3;
  world->year.vouchers_sold = 100;
  use_vouchers(day_of(world, 2026, 7, 1), 10);
  deal->tax_treatment = TREATMENT_AT_SALE;
  deal->payout_basis = PAYOUT_SOLD;
  g_assert_cmpint(quarter_cents(world), ==, 100 * 5000);
  deal->tax_treatment = TREATMENT_SITE_PRINCIPAL;
  g_assert_cmpint(quarter_cents(world), ==, 100 * 3000);
  deal->payout_basis = PAYOUT_REDEEMED;
  g_assert_cmpint(quarter_cents(world), ==, 10 * 3000);
  deal->payout_basis = PAYOUT_SOLD;
  world->year.vouchers_sold = 1001;
  assert_passed(find(world), true, date_from_ymd(2026, 1, 3), date_from_ymd(2026, 1, 3));
}

static void test_not_watched(void) {
  g_autofree World *world = world_new();
  PlanBusiness *business = &world->plan.business;
  use_vouchers(day_of(world, 2026, 2, 10), 900);
  static const TaxRegime regimes[] = {REGIME_EXEMPT, REGIME_CUSTOM};
  for (size_t i = 0; i < G_N_ELEMENTS(regimes); i++) {
    business->tax_regime = regimes[i];
    g_assert_false(find(world)->is_watched);
    g_assert_false(world->registration.is_passed);
  }
  business->tax_regime = REGIME_NU;
  g_assert_true(find(world)->is_passed);
  business->gst_registered = true;
  g_assert_false(find(world)->is_watched);
  business->gst_registered_from_date = world->plan.deal.sale_date;
  g_assert_false(find(world)->is_watched);
  /* Her own choice, the day before the threshold and the day after. */
  business->gst_registered_from_date = date_from_ymd(2026, 2, 10);
  g_assert_true(find(world)->is_watched);
  g_assert_false(world->registration.is_passed);
  business->gst_registered_from_date++;
  int32_t date = date_from_ymd(2026, 2, 10);
  assert_passed(find(world), true, date, date);
}

static void test_apply(void) {
  g_autofree World *world = world_new();
  g_autofree Plan *copy = g_new0(Plan, 1);
  use_vouchers(day_of(world, 2026, 2, 10), 600);
  g_assert_true(registration_apply(&world->plan, find(world), copy) == &world->plan);
  use_vouchers(day_of(world, 2026, 2, 11), 1);
  g_assert_true(registration_apply(&world->plan, find(world), copy) == copy);
  int32_t date = date_from_ymd(2026, 2, 11);
  g_assert_false(tax_is_collected(&copy->business, date - 1));
  g_assert_true(tax_is_collected(&copy->business, date));
  copy->business.gst_registered = false;
  copy->business.gst_registered_from_date = DATE_NONE;
  g_assert_cmpmem(copy, sizeof *copy, &world->plan, sizeof world->plan);
  /* She would have registered later by herself: the earlier day. */
  world->plan.business.gst_registered = true;
  world->plan.business.gst_registered_from_date = date + 30;
  g_assert_true(registration_apply(&world->plan, find(world), copy) == copy);
  g_assert_cmpint(copy->business.gst_registered_from_date, ==, date);
  g_assert_true(registration_apply(copy, &world->registration, &world->plan) == copy);
}

/* The twin: sales by civil day in a long list, every quarter added up again for every day. */

typedef enum { FAULT_NONE, FAULT_AT_THE_LIMIT, FAULT_NO_MONTH, FAULT_THREE_QUARTERS } Fault;

static int quarter_number(int32_t date) {
  return date_year(date) * 4 + (date_month(date) - 1) / 3;
}

static int64_t sum_of_quarters(const int64_t *sales_cents, int32_t first_date, int32_t last_date,
                               int quarters) {
  int64_t sum_cents = 0;
  int after = quarter_number(last_date) - quarters;
  for (int32_t date = MAX(first_date, last_date - 366); date <= last_date; date++)
    if (quarter_number(date) > after)
      sum_cents += sales_cents[date - first_date];
  return sum_cents;
}

/* The first day of the registration; DATE_NONE when none begins before the horizon's end. */
static int32_t twin_registered_from(const int64_t *sales_cents, int32_t first_date,
                                    int32_t sale_date, int32_t end_date, Fault fault) {
  int64_t limit_cents = fault == FAULT_AT_THE_LIMIT ? LIMIT_CENTS - 1 : LIMIT_CENTS;
  int quarters = fault == FAULT_THREE_QUARTERS ? 3 : 4;
  int32_t due_date = DATE_NONE;
  for (int32_t date = sale_date; date < end_date; date++) {
    if (date == due_date)
      return date;
    if (sum_of_quarters(sales_cents, first_date, date, 1) > limit_cents)
      return date;
    bool quarter_ends = quarter_number(date + 1) != quarter_number(date);
    if (due_date != DATE_NONE || !quarter_ends ||
        sum_of_quarters(sales_cents, first_date, date, quarters) <= limit_cents)
      continue;
    int year, month, day;
    date_to_ymd(date + 1, &year, &month, &day);
    due_date = fault == FAULT_NO_MONTH ? date + 1
               : month == 12           ? date_from_ymd(year + 1, 1, 1)
                                       : date_from_ymd(year, month + 1, 1);
  }
  return DATE_NONE;
}

/* Sales in lumps of 500.00, so that exactly 30,000.00 is met now and then; a past of none or of
 * 20.00 a day. */
static int count_differences(Fault fault) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(77);
  g_autofree World *world = world_new();
  g_autofree int64_t *sales_cents = g_new0(int64_t, 3 * DAYS);
  int different = 0;
  for (int i = 0; i < 400; i++) {
    int32_t sale_date = date_from_ymd(2026, 1, 1) + g_rand_int_range(luck, 0, 365);
    int32_t first_date = sale_date - 2 * DAYS;
    int64_t past_cents = g_rand_boolean(luck) ? 2000 : 0;
    world->plan.deal.sale_date = sale_date;
    world->plan.services[0].list_price_cents = 2000;
    memset(world->year.day, 0, sizeof world->year.day);
    memset(world->without.day, 0, sizeof world->without.day);
    for (int k = 0; k < 2 * DAYS; k++)
      sales_cents[k] = past_cents;
    for (int k = 0; k < DAYS; k++) {
      int lumps = g_rand_int_range(luck, 0, 8) == 0 ? g_rand_int_range(luck, 1, 5) : 0;
      world->without.day[k].service_visits[VISIT_REGULAR][0] = past_cents > 0;
      use_vouchers(&world->year.day[k], 10 * lumps);
      sales_cents[2 * DAYS + k] = 50000 * lumps;
    }
    int32_t from_date =
        twin_registered_from(sales_cents, first_date, sale_date, sale_date + DAYS, fault);
    const Registration *registration = find(world);
    bool inside = registration->is_passed && registration->registered_from_date < sale_date + DAYS;
    different += (inside ? registration->registered_from_date : DATE_NONE) != from_date;
  }
  return different;
}

static void test_twin(void) {
  g_assert_cmpint(count_differences(FAULT_NONE), ==, 0);
}

static void test_each_fault_is_noticed(void) {
  for (int fault = FAULT_AT_THE_LIMIT; fault <= FAULT_THREE_QUARTERS; fault++) {
    int different = count_differences((Fault)fault);
    g_test_message("fault %d: %d of 400 differ", fault, different);
    g_assert_cmpint(different, >, 0);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/registration/one quarter", test_one_quarter);
  g_test_add_func("/registration/exactly the limit", test_exactly_the_limit);
  g_test_add_func("/registration/four quarters", test_four_quarters);
  g_test_add_func("/registration/after the horizon", test_after_the_horizon);
  g_test_add_func("/registration/history", test_history);
  g_test_add_func("/registration/history is a year", test_history_is_a_year);
  g_test_add_func("/registration/before the sale", test_before_the_sale);
  g_test_add_func("/registration/associates", test_associates);
  g_test_add_func("/registration/one quarter while waiting", test_one_quarter_while_waiting);
  g_test_add_func("/registration/what counts", test_what_counts);
  g_test_add_func("/registration/part used", test_part_used);
  g_test_add_func("/registration/due when sold", test_due_when_sold);
  g_test_add_func("/registration/not watched", test_not_watched);
  g_test_add_func("/registration/apply", test_apply);
  g_test_add_func("/registration/twin", test_twin);
  g_test_add_func("/registration/each fault is noticed", test_each_fault_is_noticed);
  return g_test_run();
}
