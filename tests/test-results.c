/* Everything one plan answers: the example, and what must hold in any plan. */
#include <glib.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/money.h"
#include "model/cash/pay.h"
#include "model/results/results.h"
#include "model/tax/tax.h"
#include "model/year/year-scratch.h"
#include "model/plan/fields.h"
#include "model/store/plan-json.h"
#include "model/store/results-json.h"
#include "tests/money-plan.h"

#define RANDOM_PLANS 500

/* The example's plan year. */
#define EXAMPLE_RESULT INT64_C(-487867)
#define EXAMPLE_REFUSED 116
#define EXAMPLE_LOWEST 848748
#define EXAMPLE_NOT_YET_EARNED 710809
#define EXAMPLE_KEPT 85

typedef struct {
  Plan plan;
  Results results;
  YearScratch *scratch;
} World;

static World *world_new(void) {
  World *world = g_new0(World, 1);
  /* calloc: most of a scratch is never touched. */
  world->scratch = calloc(1, sizeof *world->scratch);
  plan_example(&world->plan);
  return world;
}

static void world_free(World *world) {
  free(world->scratch);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

static void world_compute(World *world) {
  results_compute(&world->plan, &world->results, world->scratch);
}

static void test_example(void) {
  g_autoptr(World) world = world_new();
  world_compute(world);
  const Results *results = &world->results;
  const Headline *headline = &results->headline;
  g_assert_true(results->has_calendar);
  g_assert_cmpint(results->days, ==, 456);
  g_assert_cmpint(results->month_count, ==, 16);
  g_assert_cmpint(results->week_count, ==, 66);
  g_assert_cmpint(headline->left_used_cents, ==, -980);
  /* Of the plan year: they change when §7 or the example does, and only then. */
  g_assert_cmpint(headline->deal_against_none_cents, ==, EXAMPLE_RESULT);
  g_assert_cmpint(headline->refused_because_of_deal, ==, EXAMPLE_REFUSED);
  g_assert_cmpint(headline->lowest_balance_cents, ==, EXAMPLE_LOWEST);
  g_assert_cmpint(headline->not_yet_earned_cents, ==, EXAMPLE_NOT_YET_EARNED);
  g_assert_cmpint(headline->clients_kept_people, ==, EXAMPLE_KEPT);
  g_assert_cmpint(headline->cost_per_client_kept_cents, ==,
                  money_scale_half_up(-EXAMPLE_RESULT, 1, EXAMPLE_KEPT));
}

/* domain §16: the pay rule decides the sign. */
static void test_pay_rule_decides_the_sign(void) {
  g_autoptr(World) world = world_new();
  world_compute(world);
  g_assert_cmpint(world->results.headline.deal_against_none_cents, <, 0);
  for (int i = 0; i < world->plan.staff_count; i++)
    world->plan.staff[i].guarantee_cents_per_hour = 1660;
  world_compute(world);
  g_assert_cmpint(world->results.headline.deal_against_none_cents, >, 1000000);
}

/* Without uncertainty of any kind: nobody sold to, nothing but the phone. */
static void test_nobody_buys(void) {
  g_autoptr(World) world = world_new();
  world->plan.deal.vouchers_sold = 0;
  world_compute(world);
  g_assert_cmpint(world->results.headline.deal_against_none_cents, ==, -64800);
  g_assert_cmpint(world->results.headline.cost_per_client_kept_cents, ==, 0);
  g_assert_false(world->results.headline.has_clients_kept);
  g_assert_cmpint(world->results.verdict.form, ==, VERDICT_NO);
}

static void test_without_calendar(void) {
  g_autoptr(World) world = world_new();
  world->plan.rooms_count = 0;
  world_compute(world);
  const Results *results = &world->results;
  g_assert_false(results->has_calendar);
  g_assert_cmpint(results->with.vouchers_served, ==, 355);
  g_assert_cmpint(results->with.regulars_wanted, ==, 0);
  g_assert_cmpint(results->earnings_with.line_cents[EARN_DEAL_REVENUE], ==, 355 * 8000);
  g_assert_cmpint(results->earnings_with.line_cents[EARN_REGULAR_REVENUE], ==, -71 * 4002);
  g_assert_cmpint(results->cash_without.closing_cents, ==, results->cash_without.opening_cents);
  g_assert_cmpint(results->cash_with.closing_cents, >, results->cash_with.opening_cents);
  g_assert_false(results->verdict.condition[CONDITION_WAIT].applies);
  /* Next visits that may be asked for on the very day of the call are not lost. */
  world->plan.deal.visits_per_voucher = 3;
  world->plan.deal.gap_days = 0;
  world_compute(world);
  int visits = results->with.visits_owed;
  for (int i = 0; i < results->days; i++)
    visits += results->with.day[i].visits[VISIT_DEAL];
  g_assert_cmpint(visits, ==, 3 * results->with.vouchers_served);
}

/* The larger of the two bounds decides, not its rounding. */
static void test_verdict(void) {
  g_autoptr(World) world = world_new();
  PlanConditions *conditions = &world->plan.conditions;
  world_compute(world);
  const Verdict *verdict = &world->results.verdict;
  g_assert_cmpint(verdict->form, ==, VERDICT_NO);
  for (int i = 0; i < CONDITION_COUNT; i++)
    g_assert_cmpint(verdict->condition[i].applies && !verdict->condition[i].holds, ==,
                    i == CONDITION_WEEKLY_SHARE);
  conditions->weekly_share_max_per_100k = 80000;
  world_compute(world);
  g_assert_cmpint(verdict->form, ==, VERDICT_AS_ADVERTISING);
  world->plan.clients.usual_advertising_cents_per_new_client =
      world->results.headline.cost_per_client_kept_cents - 1;
  world_compute(world);
  g_assert_cmpint(verdict->form, ==, VERDICT_NO);
  conditions->goal = GOAL_EARN;
  world_compute(world);
  g_assert_cmpint(verdict->form, ==, VERDICT_NO);
  g_assert_true(verdict->condition[CONDITION_RESULT].applies);
  g_assert_false(verdict->condition[CONDITION_COST_PER_CLIENT_KEPT].applies);
  for (int i = 0; i < world->plan.staff_count; i++)
    world->plan.staff[i].guarantee_cents_per_hour = 1660;
  world->plan.business.opening_cash_cents = 6000000;
  world_compute(world);
  g_assert_cmpint(verdict->form, ==, VERDICT_YES);
  /* A floor that breaks without the deal too is left out and said so. */
  world->plan.business.cash_floor_cents = 7000000;
  world_compute(world);
  g_assert_true(verdict->floor_broken_without);
  g_assert_false(verdict->condition[CONDITION_CASH_FLOOR].applies);
  g_assert_cmpint(verdict->form, ==, VERDICT_YES);
}

/* 100 asked: 90 given within 21 days, 5 on the 21st's morrow, 5 never. One week of 3 deal people of
 * 5, a fuller one of 10 of 30. Refused 12 + 3 against 5 of 100 + 50 wanted. */
static void test_conditions_by_hand(void) {
  g_autoptr(World) world = world_new();
  g_autofree Year *with = g_new0(Year, 1), *without = g_new0(Year, 1);
  Verdict verdict;
  const ConditionResult *condition = verdict.condition;
  with->days = without->days = 456;
  with->vouchers_wanted = 100;
  with->wait_histogram[0] = 80;
  with->wait_histogram[21] = 10;
  with->wait_histogram[22] = 5;
  with->day[0].people[VISIT_DEAL] = 3;
  with->day[6].people[VISIT_REGULAR] = 2;
  with->day[7].people[VISIT_DEAL] = 10;
  with->day[13].people[VISIT_RETURNING] = 20;
  with->regulars_wanted = 100;
  with->returns_wanted = 50;
  with->regulars_refused = 12;
  with->returns_refused = 3;
  without->regulars_refused = 5;
  with->people_returning = 7;
  VerdictMoney money = {-70003, 299999, 300000};
  world->plan.conditions.wait_share_per_100k = 90000;
  verdict_fill(&world->plan, with, without, &money, &verdict);
  g_assert_cmpint(condition[CONDITION_WAIT].value, ==, 90000);
  g_assert_true(condition[CONDITION_WAIT].holds);
  g_assert_cmpint(condition[CONDITION_WEEKLY_SHARE].value, ==, 60000);
  g_assert_false(condition[CONDITION_WEEKLY_SHARE].holds);
  g_assert_cmpint(condition[CONDITION_REFUSED].value, ==, 6667);
  g_assert_false(condition[CONDITION_REFUSED].holds);
  g_assert_cmpint(condition[CONDITION_COST_PER_CLIENT_KEPT].value, ==, 10000);
  g_assert_cmpint(condition[CONDITION_CASH_FLOOR].value, ==, 299999);
  g_assert_true(condition[CONDITION_CASH_FLOOR].applies);
  g_assert_false(condition[CONDITION_CASH_FLOOR].holds);
  g_assert_cmpint(verdict.form, ==, VERDICT_NO);
  /* A loss and nobody kept is no advertising at any price. */
  with->people_returning = 0;
  world->plan.clients.usual_advertising_cents_per_new_client = 1000000;
  money.result_cents = -1;
  verdict_fill(&world->plan, with, without, &money, &verdict);
  g_assert_false(condition[CONDITION_COST_PER_CLIENT_KEPT].holds);
}

static int64_t lines_sum(const int64_t *line_cents) {
  int64_t sum_cents = 0;
  for (int line = 0; line < CASH_LINE_COUNT; line++)
    sum_cents += line_cents[line];
  return sum_cents;
}

/* Balances, months and weeks foot; taxes are remitted, still set aside, or never were. */
static void assert_foots(const Results *results) {
  const Cash *accounts[] = {&results->cash_with, &results->cash_without};
  for (int k = 0; k < 2; k++) {
    const Cash *cash = accounts[k];
    int64_t balance_cents = cash->opening_cents, lowest_cents = INT64_MAX, taxes_cents = 0;
    for (int i = 0; i < cash->days; i++) {
      balance_cents += lines_sum(cash->day[i].line_cents);
      taxes_cents -= cash->day[i].line_cents[CASH_TAXES];
      lowest_cents = MIN(lowest_cents, balance_cents);
      g_assert_cmpint(cash->day[i].balance_cents, ==, balance_cents);
      g_assert_cmpint(cash->day[i].not_yet_earned_cents, >=, 0);
    }
    g_assert_cmpint(cash->closing_cents, ==, balance_cents);
    g_assert_cmpint(cash->lowest_cents, ==, lowest_cents);
    g_assert_cmpint(cash->day[cash->lowest_day_index].balance_cents, ==, lowest_cents);
    g_assert_cmpint(cash->tax_remitted_cents, ==, taxes_cents);
    g_assert_cmpint(cash->tax_remitted_cents + cash->day[cash->days - 1].tax_set_aside_cents, ==,
                    cash->tax_collected_cents - cash->tax_credits_cents - cash->tax_kept_cents);
  }
  int64_t closing_cents = results->cash_with.opening_cents;
  int days = 0, visits = 0;
  for (int i = 0; i < results->month_count; i++) {
    const ResultMonth *month = &results->month[i];
    g_assert_cmpint(month->begin_date, ==, results->sale_date + days);
    g_assert_cmpint(date_month_begin(month->begin_date), ==,
                    i == 0 ? date_month_begin(results->sale_date) : month->begin_date);
    g_assert_cmpint(date_month_begin(month->begin_date + month->days - 1), ==,
                    date_month_begin(month->begin_date));
    closing_cents += lines_sum(month->line_cents);
    g_assert_cmpint(month->closing_cents, ==, closing_cents);
    days += month->days;
    visits += month->visits[VISIT_DEAL];
  }
  g_assert_cmpint(days, ==, results->days);
  g_assert_cmpint(closing_cents, ==, results->cash_with.closing_cents);
  for (int i = 0; i < results->week_count; i++) {
    visits -= results->week[i].visits[VISIT_DEAL];
    g_assert_cmpint(results->week[i].begin_day_index, ==, 7 * i);
    g_assert_cmpint(results->week[i].days, ==, MIN(7, results->days - 7 * i));
  }
  g_assert_cmpint(visits, ==, 0);
}

/* Visits of vouchers used or forfeited on a day: all, and those that are their voucher's last. */
static void used_visits(const PlanDeal *deal, const YearDay *day, int64_t *all, int64_t *last) {
  bool forfeit = deal->no_show_rule == NO_SHOW_FORFEIT;
  *all = day->visits[VISIT_DEAL] + (forfeit ? day->deal_forfeited_visits : 0);
  *last = day->deal_last + (forfeit ? day->deal_no_shows : 0);
}

/* What a visit is worth to the business before the site's invoice, taxes inside the price counted
 * where they are collected with the visit. What a sale's statement has taxed keeps that tax. */
static int64_t visit_worth_cents(const Plan *plan, int32_t date, int64_t price_cents) {
  if (plan->deal.payout_basis == PAYOUT_SOLD)
    date = plan_sale_last_date(plan);
  TaxSet set = tax_set_collected(&plan->business, date);
  if (plan->deal.tax_treatment == TREATMENT_SITE_PRINCIPAL)
    return price_cents - money_share_half_up(price_cents, plan->deal.commission_per_100k);
  if (plan->deal.tax_treatment == TREATMENT_AT_SALE &&
      plan->deal.price_tax_wording != WORDING_EXTRA)
    return tax_extract(&set, price_cents).net_cents;
  return price_cents;
}

/* What the site has paid or will pay, its taxes settled, as a business would book it. */
typedef struct {
  int64_t payouts_cents; /* less card fees: what the bank should see */
  int64_t worth_cents;   /* payouts + credits − taxes collected, less vouchers given back */
  int64_t used_cents;    /* of it, for used vouchers; what is left is owed to clients */
} SiteAccount;

static void site_add(SiteAccount *site, const Commission *statement, const PaidCost *fee) {
  site->payouts_cents += statement->payout_cents - fee->paid_cents;
  site->worth_cents += statement->payout_cents + statement->recoverable_cents -
                       statement->collected_cents - fee->cost_cents;
}

/* The card fees of so many vouchers, or uses, as one invoice of that date. */
static PaidCost card_fee_on(const Plan *plan, int32_t date, int64_t price_cents, int count) {
  const PlanDeal *deal = &plan->deal;
  int64_t fee_cents = money_share_half_up(
      deal->card_fee_base == CARD_FEE_ON_PRICE
          ? price_cents
          : price_cents - money_scale_half_up(
                              money_share_half_up(deal->price_cents, deal->commission_per_100k),
                              price_cents, deal->price_cents),
      deal->card_fee_per_100k);
  fee_cents *= count;
  return tax_paid_cost(&plan->business, date, deal->card_fee_taxed ? fee_cents : 0,
                       deal->card_fee_taxed ? 0 : fee_cents);
}

static void site_add_sold(const Plan *plan, const Results *results, SiteAccount *site) {
  const PlanDeal *deal = &plan->deal;
  const Year *year = &results->with;
  int32_t date = plan_sale_last_date(plan);
  int64_t asked = money_share_half_up(year->vouchers_sold, deal->refund_before_use_per_100k);
  int32_t back = (int32_t)MIN(asked, year->vouchers_sold - year->vouchers_wanted);
  Commission sold = tax_commission(&plan->business, deal, date, year->vouchers_sold);
  Commission returned = tax_commission(&plan->business, deal, date, back);
  PaidCost one_fee = card_fee_on(plan, date, deal->price_cents, 1);
  PaidCost fees = card_fee_on(plan, date, deal->price_cents, year->vouchers_sold);
  site_add(site, &sold, &fees);
  site->worth_cents -=
      returned.payout_cents + returned.recoverable_cents - returned.collected_cents;
  Commission one = tax_commission(&plan->business, deal, date, 1);
  if (deal->if_not_served == UNSERVED_REFUND)
    site->worth_cents -=
        (one.payout_cents + one.recoverable_cents - one.collected_cents - one_fee.cost_cents) *
        year->vouchers_unserved;
}

/* The share that used vouchers bear of the sale's statement. */
static void site_use_sold(const Plan *plan, const Year *year, int64_t used_cents,
                          SiteAccount *site) {
  int32_t date = plan_sale_last_date(plan);
  int64_t sold_cents = plan->deal.price_cents * year->vouchers_sold;
  if (sold_cents == 0)
    return;
  Commission whole = tax_commission(&plan->business, &plan->deal, date, year->vouchers_sold);
  PaidCost fees = card_fee_on(plan, date, plan->deal.price_cents, year->vouchers_sold);
  site->used_cents -= money_scale_half_up(whole.cost_cents, used_cents, sold_cents) +
                      money_scale_half_up(fees.cost_cents, used_cents, sold_cents);
}

static void site_fill(const Plan *plan, const Results *results, SiteAccount *site) {
  const PlanDeal *deal = &plan->deal;
  int64_t first_cents = voucher_part(deal, 0).price_cents;
  int64_t last_cents = voucher_part(deal, deal->visits_per_voucher - 1).price_cents;
  int64_t commission_cents = money_share_half_up(deal->price_cents, deal->commission_per_100k);
  int64_t used_cents = 0, unpaid_cents = 0;
  *site = (SiteAccount){0};
  if (deal->payout_basis == PAYOUT_SOLD)
    site_add_sold(plan, results, site);
  for (int i = 0; i < results->days || unpaid_cents != 0; i++) {
    int32_t date = results->sale_date + i;
    int64_t all = 0, last = 0;
    if (i < results->days)
      used_visits(deal, &results->with.day[i], &all, &last);
    used_cents += first_cents * (all - last) + last_cents * last;
    site->used_cents += visit_worth_cents(plan, date, first_cents) * (all - last) +
                        visit_worth_cents(plan, date, last_cents) * last;
    if (deal->payout_basis == PAYOUT_SOLD)
      continue;
    unpaid_cents += first_cents * (all - last) + last_cents * last;
    bool statement_day = date == date_month_begin(date) + 14 || date == date_month_end(date) ||
                         tax_next_change(&plan->business, date) == date + 1;
    if (unpaid_cents == 0 || !statement_day)
      continue;
    Commission statement =
        tax_commission_of(&plan->business, deal, date, unpaid_cents,
                          money_scale_half_up(commission_cents, unpaid_cents, deal->price_cents));
    PaidCost fee = card_fee_on(plan, date, unpaid_cents, 1);
    if (i < results->days)
      site_add(site, &statement, &fee);
    site->used_cents -= statement.cost_cents + fee.cost_cents;
    unpaid_cents = 0;
  }
  if (deal->payout_basis == PAYOUT_SOLD)
    site_use_sold(plan, &results->with, used_cents, site);
}

/* Pay and contributions earned by staff that fall due after the horizon. */
static int64_t pay_due_cents(const Plan *plan, const Results *results) {
  int64_t due_cents = 0;
  for (int period = 0; period < pay_period_count(&results->timetable); period++) {
    PayPeriod pay = pay_period(plan, &results->timetable, &results->with, period);
    int pay_day = period * PAY_PERIOD_DAYS + PAY_PERIOD_DAYS - 1;
    int32_t contributions_date =
        date_add_months(date_month_begin(results->sale_date + pay_day), 1) + 14;
    PaidCost own =
        tax_paid_cost(&plan->business, results->sale_date + pay_day, pay.self_employed_taxed_cents,
                      pay.self_employed_cents - pay.self_employed_taxed_cents);
    if (pay_day >= results->days)
      due_cents += pay.employees_cents + own.cost_cents;
    if (pay_day >= results->days || contributions_date >= results->sale_date + results->days)
      due_cents += pay.contributions_cents;
  }
  return due_cents;
}

/* Tips of the pay period that the horizon cuts: still held. */
static int64_t tips_held_cents(const Plan *plan, const Results *results) {
  int64_t visits = 0;
  for (int i = results->days / PAY_PERIOD_DAYS * PAY_PERIOD_DAYS; i < results->days; i++)
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
      visits += results->with.day[i].visits[kind];
  return visits * plan->clients.tips_cents_per_visit;
}

static int64_t monthly_cents(const Plan *plan, const Results *results) {
  int64_t cost_cents = 0;
  for (int i = 0; results->has_calendar && i < results->days; i++) {
    int32_t date = results->sale_date + i;
    if (date != date_month_begin(date))
      continue;
    int64_t taxable_cents = money_share_half_up(plan->business.fixed_costs_monthly_cents,
                                                plan->business.fixed_costs_taxable_per_100k);
    cost_cents += tax_paid_cost(&plan->business, date, taxable_cents,
                                plan->business.fixed_costs_monthly_cents - taxable_cents)
                      .cost_cents +
                  plan->business.owner_draw_monthly_cents;
  }
  return cost_cents;
}

/* The two ways of counting meet: the bank's change is what was earned, less the monthly costs, plus
 * what is held for others (taxes, pay due, clients), less what the site still owes. */
static void assert_bank_is_earnings(const Plan *plan, const Results *results) {
  const Cash *cash = &results->cash_with;
  const Earnings *earnings = &results->earnings_with;
  int64_t site_paid_cents = 0;
  SiteAccount site;
  site_fill(plan, results, &site);
  for (int i = 0; i < cash->days; i++)
    site_paid_cents +=
        cash->day[i].line_cents[CASH_SITE_PAYOUTS] + cash->day[i].line_cents[CASH_CARD_FEES];
  int64_t expected_cents = cash->opening_cents + earnings->total_cents -
                           earnings->line_cents[EARN_LOST_FOR_GOOD] - monthly_cents(plan, results) +
                           pay_due_cents(plan, results) + tips_held_cents(plan, results) +
                           cash->day[cash->days - 1].tax_set_aside_cents + site.worth_cents -
                           site.used_cents - (site.payouts_cents - site_paid_cents);
  int64_t roundings = 2; /* parts of the site's whole invoice, taxes of pay */
  if (ABS(cash->closing_cents - expected_cents) > roundings)
    g_error("bank %" G_GINT64_FORMAT ", by earnings %" G_GINT64_FORMAT " (%" G_GINT64_FORMAT ")",
            cash->closing_cents, expected_cents, cash->closing_cents - expected_cents);
}

static void test_random_plans(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(7);
  g_autofree Plan *copy = g_new(Plan, 1);
  for (int i = 0; i < RANDOM_PLANS; i++) {
    money_plan_draw(luck, &world->plan);
    world_compute(world);
    g_test_message("plan %d", i);
    assert_foots(&world->results);
    assert_bank_is_earnings(registration_apply(&world->plan, &world->results.registration, copy),
                            &world->results);
  }
}

/* Not registered, but over the threshold before the sale already: the voucher is that of one who is
 * registered, as all the money is; it does not become so by the plan's word. */
static void test_registered_by_past_sales(void) {
  g_autoptr(World) world = world_new();
  g_autofree VoucherResult *registered = g_new(VoucherResult, 1);
  world_compute(world);
  *registered = world->results.voucher;
  world->plan.business.gst_registered = false;
  world_compute(world);
  const Results *results = &world->results;
  g_assert_true(results->registration.is_passed_before);
  g_assert_cmpint(results->registration.registered_from_date, ==, results->sale_date);
  g_assert_true(memcmp(&results->voucher, registered, sizeof *registered) == 0);
  g_assert_cmpint(results->headline.left_used_cents, ==, registered->left_used_cents);
  g_assert_cmpint(results->left_used_registered_cents, ==, registered->left_used_cents);
  g_assert_cmpint(results->left_used_unregistered_cents, <, registered->left_used_cents - 599);
  /* The deal alone: later, and the voucher stays that of the sale. */
  world->plan.regulars.level_per_100k = 3000;
  world_compute(world);
  g_assert_false(results->registration.is_passed_before);
  g_assert_cmpint(results->voucher.left_used_cents, ==, results->left_used_unregistered_cents);
}

/* A small place, not registered: the deal alone takes it past 30,000. Until then it collects
 * nothing and gets nothing back; from then on, in the money alone, both. */
static void test_small_supplier(void) {
  g_autoptr(World) world = world_new();
  Plan *plan = &world->plan;
  plan->business.gst_registered = false;
  plan->regulars.level_per_100k = 3000;
  world_compute(world);
  const Results *results = &world->results;
  const Registration *registration = &results->registration;
  g_assert_true(registration->is_watched);
  g_assert_true(registration->is_passed);
  g_assert_false(results->registration_without.is_passed);
  g_assert_cmpint(results->registration_without.registered_from_date, ==, DATE_NONE);
  g_assert_cmpint(results->cash_without.tax_collected_cents, ==, 0);
  g_assert_cmpint(results->cash_without.remittance_count, ==, 0);
  int from_day = registration->registered_from_date - results->sale_date;
  g_assert_cmpint(from_day, >, 0);
  int64_t before_cents = 0, after_cents = 0;
  for (int i = 0; i < results->days; i++)
    for (int c = 0; c < TAX_COMPONENTS_MAX; c++)
      *(i < from_day ? &before_cents : &after_cents) +=
          results->cash_with.day[i].tax_collected_cents[c] +
          results->cash_with.day[i].tax_credits_cents[c];
  g_assert_cmpint(before_cents, ==, 0);
  g_assert_cmpint(after_cents, >, 0);
  g_assert_cmpint(results->cash_with.remittance[0].period_begin_date, ==,
                  registration->registered_from_date);
  /* The voucher stays that of the sale date: its commission's tax of 5.99 is lost, and registered
   * it is not. */
  g_assert_cmpint(results->left_used_registered_cents, ==, -980);
  g_assert_cmpint(results->voucher.left_used_cents, <, -980 - 599);
  /* Sold before and used after: registered, but that tax is lost. Included, the 10.42 inside the
   * price go with the use too; taxed when sold, nothing does; paid when used, nothing is lost. */
  g_assert_cmpint(results->left_sold_before_cents, ==, -980 - 599);
  plan->deal.price_tax_wording = WORDING_INCLUDED;
  world_compute(world);
  g_assert_cmpint(results->left_used_registered_cents, ==, -980 - 1042);
  g_assert_cmpint(results->left_sold_before_cents, ==, -980 - 599 - 1042);
  plan->deal.tax_treatment = TREATMENT_AT_SALE;
  world_compute(world);
  g_assert_cmpint(results->left_sold_before_cents, ==, -980 - 599);
  plan->deal.payout_basis = PAYOUT_REDEEMED;
  world_compute(world);
  g_assert_cmpint(results->left_sold_before_cents, ==, -980 - 1042);
  plan->business.gst_registered = true;
  world_compute(world);
  g_assert_false(results->registration.is_watched);
  g_assert_cmpint(results->left_used_registered_cents, ==, 0);
  g_assert_cmpint(results->left_sold_before_cents, ==, 0);
  g_assert_cmpint(result_get(results, result_key_find("registration.with.registered_from_date")),
                  ==, DATE_NONE);
}

/* What the method leaves of the taxes is earned; the taxes of costs are lost, those of unused
 * vouchers' commissions not yet. */
static void test_quick_method(void) {
  g_autoptr(World) world = world_new();
  world->plan.business.fixed_costs_monthly_cents = 0;
  world_compute(world);
  int64_t credits_cents = world->results.cash_with.tax_credits_cents;
  int64_t collected_cents = world->results.cash_with.tax_collected_cents;
  g_assert_cmpint(world->results.earnings_with.line_cents[EARN_UNRECOVERABLE_TAX], ==, 0);
  world->plan.business.quick_method = true;
  world_compute(world);
  const Earnings *earnings = &world->results.earnings_with;
  const Cash *cash = &world->results.cash_with;
  g_assert_cmpint(cash->tax_collected_cents, ==, collected_cents);
  g_assert_cmpint(cash->tax_credits_cents, ==, 0);
  g_assert_cmpint(cash->tax_kept_cents, >, 0);
  g_assert_cmpint(earnings->line_cents[EARN_TAX_KEPT], ==, cash->tax_kept_cents);
  g_assert_cmpint(earnings->line_cents[EARN_UNRECOVERABLE_TAX], <, 0);
  g_assert_cmpint(earnings->line_cents[EARN_UNRECOVERABLE_TAX], >, -credits_cents);
}

/* Results carry nothing over from the plan before. */
static void test_reused_memory(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(11);
  world_compute(world);
  Problems none = {0};
  g_autofree char *before = results_to_json(&(Study){&world->plan, &world->results, NULL}, &none);
  memset(&world->results, 0xa5, sizeof world->results);
  for (int i = 0; i < 5; i++) {
    money_plan_draw(luck, &world->plan);
    world_compute(world);
  }
  plan_example(&world->plan);
  world_compute(world);
  g_autofree char *after = results_to_json(&(Study){&world->plan, &world->results, NULL}, &none);
  g_assert_cmpstr(before, ==, after);
}

static bool visit_fingerprint(const FieldStop *stop, void *data) {
  World *world = data;
  if (stop->field == NULL)
    return true;
  uint64_t before = plan_fingerprint(&world->plan);
  if (stop->field->type == FIELD_TEXT) {
    char *text = stop->value;
    size_t length = strlen(text);
    text[length] = 'x';
    text[length + 1] = '\0';
    g_assert_cmphex(plan_fingerprint(&world->plan), !=, before);
    text[length] = '\0';
  } else {
    FieldPlace place = {stop->field, stop->value};
    int64_t number = field_get(&place);
    field_put(&place, number > 0 ? number - 1 : number + 1);
    g_assert_cmphex(plan_fingerprint(&world->plan), !=, before);
    field_put(&place, number);
  }
  g_assert_cmphex(plan_fingerprint(&world->plan), ==, before);
  return true;
}

/* Every value counts; what lies beyond a list's count or a text's end does not. */
static void test_fingerprint(void) {
  g_autoptr(World) world = world_new();
  plan_walk(&world->plan, visit_fingerprint, world);
  uint64_t fingerprint = plan_fingerprint(&world->plan);
  world->plan.business.opening_cash_cents += INT64_C(1) << 40;
  g_assert_cmphex(plan_fingerprint(&world->plan), !=, fingerprint);
  world->plan.business.opening_cash_cents -= INT64_C(1) << 40;
  world->plan.rooms[world->plan.rooms_count].name[0] = 'x';
  world->plan.name[PLAN_TEXT_SIZE - 1] = 'x';
  g_assert_cmphex(plan_fingerprint(&world->plan), ==, fingerprint);
  world->plan.rooms_count++;
  g_assert_cmphex(plan_fingerprint(&world->plan), !=, fingerprint);
}

static void test_keys(void) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (int i = 0; i < result_key_count(); i++) {
    const ResultKey *key = result_key_at(i);
    g_assert_true(g_hash_table_add(seen, (gpointer)key->path));
    g_assert_true(result_key_find(key->path) == key);
    g_assert_cmpint((key->name_of != NULL), ==, key->type == RESULT_NAME);
    g_assert_cmpint(strlen(key->meaning), >, 0);
    bool cents = g_str_has_suffix(key->path, "_cents") || strstr(key->path, "conditions");
    if (strcmp(key->unit, "cents") == 0)
      g_assert_true(cents);
  }
  g_assert_null(result_key_find("headline"));
  g_autoptr(World) world = world_new();
  world_compute(world);
  g_assert_cmpint(result_get(&world->results, result_key_find("headline.left_used_cents")), ==,
                  -980);
  g_assert_cmpint(result_get(&world->results, result_key_find("voucher.used.pay_cents")), ==,
                  -4150);
  g_assert_cmpint(result_get(&world->results, result_key_find("cash.with.lowest_cents")), ==,
                  world->results.cash_with.lowest_cents);
  g_assert_cmpint(result_get(&world->results, result_key_find("has_calendar")), ==, 1);
}

/* Every key is found in the JSON where its path says. */
static void test_json(void) {
  g_autoptr(World) world = world_new();
  world_compute(world);
  Problems problems;
  plan_check(&world->plan, &problems);
  g_autofree char *text = results_to_json(&(Study){&world->plan, &world->results, NULL}, &problems);
  g_autoptr(JsonParser) parser = json_parser_new();
  g_assert_true(json_parser_load_from_data(parser, text, -1, NULL));
  JsonObject *root = json_node_get_object(json_parser_get_root(parser));
  for (int i = 0; i < result_key_count(); i++) {
    const ResultKey *key = result_key_at(i);
    g_auto(GStrv) parts = g_strsplit(key->path, ".", -1);
    JsonObject *object = root;
    int last = 0;
    for (; parts[last + 1]; last++)
      object = json_object_get_object_member(object, parts[last]);
    g_assert_true(json_object_has_member(object, parts[last]));
    if (key->type == RESULT_INT64)
      g_assert_cmpint(json_object_get_int_member(object, parts[last]), ==,
                      result_get(&world->results, key));
  }
  g_assert_cmpint(json_array_get_length(json_object_get_array_member(root, "days")), ==, 456);
  g_assert_cmpint(json_array_get_length(json_object_get_array_member(root, "months")), ==, 16);
  JsonObject *remittances = json_object_get_object_member(root, "remittances");
  JsonArray *with = json_object_get_array_member(remittances, "with");
  g_assert_cmpint(json_array_get_length(with), ==, world->results.cash_with.remittance_count);
  JsonObject *first = json_array_get_object_element(with, 0);
  g_assert_cmpstr(json_object_get_string_member(first, "kind"), ==, "return");
  g_assert_cmpstr(json_object_get_string_member(first, "period_end_date"), ==, "2026-03-31");
  JsonArray *paid = json_object_get_array_member(first, "paid_cents");
  g_assert_cmpint(json_array_get_int_element(paid, 1), ==,
                  world->results.cash_with.remittance[0].paid_cents[1]);
  g_assert_cmpint(json_array_get_length(json_object_get_array_member(root, "warnings")), ==,
                  problems.count);
}

static void test_problems_json(void) {
  g_autoptr(World) world = world_new();
  Problems problems;
  world->plan.deal.price_cents = 20000;
  plan_check(&world->plan, &problems);
  g_autofree char *text = problems_to_json(&problems);
  g_autoptr(JsonParser) parser = json_parser_new();
  g_assert_true(json_parser_load_from_data(parser, text, -1, NULL));
  JsonObject *root = json_node_get_object(json_parser_get_root(parser));
  JsonArray *array = json_object_get_array_member(root, "problems");
  g_assert_cmpint(json_array_get_length(array), ==, problems.blocking_count);
  JsonObject *first = json_array_get_object_element(array, 0);
  g_assert_cmpstr(json_object_get_string_member(first, "code"), ==, "price_above_list");
  g_assert_cmpstr(json_object_get_string_member(first, "path"), ==, "deal.price_cents");
  JsonArray *values = json_object_get_array_member(first, "values");
  g_assert_cmpint(json_array_get_int_element(values, 0), ==, 20000);
  g_assert_cmpint(json_array_get_int_element(values, 1), ==, 16000);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/results/example", test_example);
  g_test_add_func("/results/the pay rule decides the sign", test_pay_rule_decides_the_sign);
  g_test_add_func("/results/nobody buys", test_nobody_buys);
  g_test_add_func("/results/without calendar", test_without_calendar);
  g_test_add_func("/results/verdict", test_verdict);
  g_test_add_func("/results/conditions by hand", test_conditions_by_hand);
  g_test_add_func("/results/random plans", test_random_plans);
  g_test_add_func("/results/registered by past sales", test_registered_by_past_sales);
  g_test_add_func("/results/small supplier", test_small_supplier);
  g_test_add_func("/results/quick method", test_quick_method);
  g_test_add_func("/results/reused memory", test_reused_memory);
  g_test_add_func("/results/fingerprint", test_fingerprint);
  g_test_add_func("/results/keys", test_keys);
  g_test_add_func("/results/JSON", test_json);
  g_test_add_func("/results/problems as JSON", test_problems_json);
  return g_test_run();
}
