/* What to ask for: every ask applied to the plan and looked at from outside, a smaller one of the
 * same kind, plans that need none, and plans that nothing helps. The years are made up of a world
 * in which each term does what it should, so that many contracts can be tried; `-m slow` has real
 * ones. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/decide/asks.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/made-up-years.h"
#include "tests/random-plan.h"

#define WORLDS 40
#define WORLDS_SLOW 200
/* Standard errors: of the first ask; of all where the contract holds, but not clearly. */
#define CLEAR_FIRST 2
#define CLEAR_NOT_NEEDED 3
#define COMMISSION_STEP 1000
#define SLOTS 8 /* deal visits that a day holds */

/* What decides in the world: who comes at most, and what a visit costs. */
static struct {
  double week_most;      /* deal visits of a week, before the share breaks */
  double wait_most;      /* vouchers a deal visit a week, before the wait breaks */
  double refused_most;   /* vouchers */
  double visit_cents;    /* cost of a visit */
  double existing_cents; /* lost on each voucher of an existing client */
  double floor_vouchers; /* not paid soon: so many break the floor */
} world;

static Plan plan;
static Quota quota;
static Cap cap;
static Asks asks;
static DecideScratch *scratch;
static Trial *trial;

/* --- the world ----------------------------------------------------------------------------- */

static double of_range(const Plan *of, const char *path, double value, double luck) {
  for (int i = 0; i < of->uncertainty_count; i++) {
    const Uncertainty *range = &of->uncertainty[i];
    if (g_str_equal(range->path, path))
      return (double)range->low + (double)(range->high - range->low) * luck;
  }
  return value;
}

static double visits_a_week(const PlanDeal *deal) {
  double visits = 0;
  for (int weekday = 0; weekday < 6; weekday++)
    if (deal->allowed_weekdays[weekday])
      visits += deal->weekday_quota[weekday] == PLAN_NONE ? SLOTS : deal->weekday_quota[weekday];
  return visits;
}

/* Each luck of 250 once in 250 years, in any order. */
static int order[2][TRIAL_YEARS];

static void orders_shuffle(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(1);
  for (int which = 0; which < 2; which++)
    for (int i = 0; i < TRIAL_YEARS; i++) {
      int other = random_between(luck, 0, i);
      order[which][i] = order[which][other];
      order[which][other] = i;
    }
}

static void fill_year(const Plan *of, int year, TrialRun *out) {
  const PlanDeal *deal = &of->deal;
  double luck = (order[0][year % TRIAL_YEARS] + 0.5) / TRIAL_YEARS;
  double other = (order[1][year % TRIAL_YEARS] + 0.5) / TRIAL_YEARS;
  double sold = of_range(of, "deal.vouchers_sold", deal->vouchers_sold, luck);
  if (deal->contract_cap != PLAN_NONE && sold > deal->contract_cap)
    sold = deal->contract_cap;
  double existing = of_range(of, "clients.existing_per_100k", of->clients.existing_per_100k, other);
  double weekly = fmin(sold / 8, visits_a_week(deal));
  double earned = (double)deal->price_cents * (100000 - deal->commission_per_100k) / 100000;
  double each = earned - world.visit_cents - world.existing_cents * existing / 100000;
  bool soon = deal->instalments_count == 1;
  out->value[RISK_RESULT_CENTS] = (int64_t)(sold * each) - deal->fixed_fee_cents;
  out->value[RISK_PEOPLE_RETURNING] = (int64_t)(sold * (1 - existing / 100000) / 5);
  unsigned broken = 0, applies = 1u << CONDITION_WAIT | 1u << CONDITION_REFUSED |
                                 1u << CONDITION_WEEKLY_SHARE | 1u << CONDITION_CASH_FLOOR;
  applies |=
      1u << (of->conditions.goal == GOAL_EARN ? CONDITION_RESULT : CONDITION_COST_PER_CLIENT_KEPT);
  if (weekly > world.week_most * (0.8 + 0.4 * other))
    broken |= 1u << CONDITION_WEEKLY_SHARE;
  if (sold > world.wait_most * visits_a_week(deal) * (0.8 + 0.4 * other))
    broken |= 1u << CONDITION_WAIT;
  if (sold > world.refused_most * (0.8 + 0.4 * other))
    broken |= 1u << CONDITION_REFUSED;
  if (!soon && sold > world.floor_vouchers * (0.8 + 0.4 * other))
    broken |= 1u << CONDITION_CASH_FLOOR;
  if (of->conditions.goal == GOAL_EARN && out->value[RISK_RESULT_CENTS] < 0)
    broken |= 1u << CONDITION_RESULT;
  out->applies = (uint16_t)applies;
  out->broken = (uint16_t)broken;
}

static MadeUpYears years = {.fill = fill_year};

/* Nothing breaks: 444 vouchers of 80, of which 40 are hers. */
static void begin(void) {
  plan_example(&plan);
  world.week_most = world.wait_most = world.refused_most = world.floor_vouchers = 1e6;
  world.visit_cents = 3000;
  world.existing_cents = 0;
  memset(&quota, 0, sizeof quota);
  quota.applies = true;
  for (int weekday = 0; weekday < 6; weekday++)
    quota.day[weekday] = (QuotaDay){.is_open = true, .slots = SLOTS, .before = 5 - weekday % 3};
}

/* Number by number; of the goal the largest that meets it. */
static void cap_find_naively(const TrialRunner *runner) {
  memset(&cap, 0, sizeof cap);
  Condition goal =
      plan.conditions.goal == GOAL_EARN ? CONDITION_RESULT : CONDITION_COST_PER_CLIENT_KEPT;
  bool is_over[CONDITION_COUNT] = {false};
  Plan with;
  Standing standing;
  for (int32_t vouchers = CAP_STEP; vouchers <= term_sold_most(&plan); vouchers += CAP_STEP) {
    cap_plan_of(&plan, vouchers, &with);
    trial_begin(trial, &with, RISK_ALL, runner);
    g_assert_true(trial_run_to(trial, TRIAL_YEARS, runner));
    standing_of_trial(trial, TRIAL_YEARS, &standing);
    bool meets = true;
    for (int i = 0; i < CONDITION_COUNT; i++) {
      const ConditionStanding *of = &standing.condition[i];
      is_over[i] |= of->applies && !of->holds && i != (int)goal;
      cap.alone[i].applies = of->applies;
      if (of->holds && !is_over[i])
        cap.alone[i] = (CapAlone){.applies = of->applies, .found = true, .vouchers = vouchers};
      meets &= !of->applies || (of->holds && !is_over[i]);
    }
    if (meets)
      cap.vouchers = vouchers;
    cap.found |= meets;
  }
}

static void find(void) {
  TrialRunner runner = made_up_runner(&years);
  Problems problems;
  plan_check(&plan, &problems);
  g_assert_cmpint(problems.blocking_count, ==, 0);
  cap_find_naively(&runner);
  trials_forget(scratch);
  g_assert_true(asks_find(&plan, RISK_ALL, &quota, &cap, &runner, scratch, &asks));
}

/* --- looking from outside ------------------------------------------------------------------ */

static void look(const Term *terms, int count, int trial_years, const TrialRunner *runner,
                 Standing *standing) {
  Plan with = plan;
  for (int i = 0; i < count; i++)
    term_apply(&terms[i], &with);
  trial_begin(trial, &with, RISK_ALL, runner);
  g_assert_true(trial_run_to(trial, trial_years, runner));
  standing_of_trial(trial, trial_years, standing);
}

/* Of the years in `trial`: by so many standard errors, of each condition's limit. */
static bool holds_clearly(const Standing *standing, double errors) {
  double squares = 0, mean = 0;
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const ConditionStanding *of = &standing->condition[i];
    double allowed = of->allowed_per_100k / 1e5;
    double most = allowed - errors * sqrt(allowed * (1 - allowed) / TRIAL_YEARS_SURE);
    if (of->applies && i != CONDITION_COST_PER_CLIENT_KEPT && of->broken_per_100k / 1e5 > most)
      return false;
  }
  if (!standing->condition[CONDITION_COST_PER_CLIENT_KEPT].applies)
    return true;
  for (int i = 0; i < standing->years; i++)
    mean += (double)(trial->run[i].value[RISK_RESULT_CENTS] +
                     trial->run[i].value[RISK_PEOPLE_RETURNING] *
                         plan.clients.usual_advertising_cents_per_new_client) /
            standing->years;
  for (int i = 0; i < standing->years; i++)
    squares += pow((double)(trial->run[i].value[RISK_RESULT_CENTS] +
                            trial->run[i].value[RISK_PEOPLE_RETURNING] *
                                plan.clients.usual_advertising_cents_per_new_client) -
                       mean,
                   2);
  return mean >= errors * sqrt(squares) / standing->years;
}

/* The same by one step less; false: there is none. */
static bool weaken(Term *term) {
  Term before = *term;
  int most = 0;
  switch ((int)term->kind) {
  case TERM_CAP:
    term->amount += CAP_STEP;
    break;
  case TERM_COMMISSION:
    term->amount += COMMISSION_STEP;
    break;
  case TERM_PRICE:
    term->amount -= 800; /* 5% of 160 */
    break;
  case TERM_QUOTA:
    for (int weekday = 0; weekday < 7; weekday++)
      most = MAX(most, term->quota[weekday]);
    if (most + 1 >= SLOTS)
      return false;
    for (int weekday = 0; weekday < 7; weekday++) {
      bool is_all = quota.day[weekday].before < most; /* not one of Quota's: the same each day */
      term->quota[weekday] +=
          term->quota[weekday] == most && (is_all || quota.day[weekday].before > most);
    }
    break;
  default:
    return false;
  }
  return term_changes(term, &plan) && memcmp(term, &before, sizeof before) != 0;
}

static bool is_less_enough(const Asks *told, int index, int weaker, const TrialRunner *runner) {
  const Ask *ask = &told->ask[index];
  Term terms[ASK_TERMS_MAX];
  Standing standing, soon;
  memcpy(terms, ask->term, sizeof terms);
  bool is_cap = ask->term_count == 1 && terms[0].kind == TERM_CAP;
  bool is_recommended = is_cap && cap.found && terms[0].amount == cap.vouchers;
  if (is_recommended || !weaken(&terms[weaker]))
    return false;
  look(terms, ask->term_count, TRIAL_YEARS, runner, &soon);
  look(terms, ask->term_count, TRIAL_YEARS_SURE, runner, &standing);
  double errors = !told->is_needed ? CLEAR_NOT_NEEDED : index == 0 && !is_cap ? CLEAR_FIRST : 0;
  return soon.all_hold && standing.all_hold && holds_clearly(&standing, errors);
}

static bool is_before(const Ask *a, const Ask *b) {
  int sum_a = 0, sum_b = 0;
  for (int i = 0; i < a->term_count; i++)
    sum_a += (int)a->term[i].kind;
  for (int i = 0; i < b->term_count; i++)
    sum_b += (int)b->term[i].kind;
  return a->term_count != b->term_count ? a->term_count < b->term_count : sum_a <= sum_b;
}

/* Whether every term of a is in b, at least as strong. */
static bool is_within(const Ask *a, const Ask *b) {
  int within = 0;
  for (int i = 0; i < a->term_count; i++)
    for (int k = 0; k < b->term_count; k++) {
      const Term *one = &a->term[i], *two = &b->term[k];
      bool is_ladder =
          one->kind == TERM_CAP || one->kind == TERM_COMMISSION || one->kind == TERM_PRICE;
      bool is_weaker = is_ladder && (one->kind == TERM_PRICE ? two->amount < one->amount
                                                             : two->amount > one->amount);
      within += one->kind == two->kind && !is_weaker && one->kind != TERM_QUOTA;
    }
  return within == a->term_count;
}

static const char *ask_wrong(const Asks *told, int index, const TrialRunner *runner) {
  const Ask *ask = &told->ask[index];
  Standing standing;
  for (int i = 0; i < ask->term_count; i++)
    if (!term_changes(&ask->term[i], &plan))
      return "says what the contract says";
  look(ask->term, ask->term_count, TRIAL_YEARS_SURE, runner, &standing);
  if (!standing.all_hold)
    return "does not hold";
  if (standing.result.mean_milli != ask->standing.result.mean_milli ||
      ask->standing.years != TRIAL_YEARS_SURE || !ask->standing.all_hold)
    return "another standing";
  for (int i = 0; i < ask->term_count; i++)
    if (is_less_enough(told, index, i, runner))
      return "less is enough";
  for (int i = 0; i < index; i++) {
    if (!is_before(&told->ask[i], ask))
      return "the order";
    if (is_within(&told->ask[i], ask))
      return "holds another";
  }
  return NULL;
}

static const char *asks_wrong(const Asks *told, const TrialRunner *runner) {
  Standing standing;
  look(NULL, 0, TRIAL_YEARS_SURE, runner, &standing);
  if (told->is_needed == standing.all_hold || told->standing.all_hold != standing.all_hold)
    return "whether it is needed";
  for (int i = 0; i < told->ask_count; i++) {
    const char *wrong = ask_wrong(told, i, runner);
    if (wrong)
      return wrong;
  }
  if (!told->is_needed || told->ask_count > 0)
    return NULL;
  return standing.condition[told->hopeless].applies ? NULL : "names what does not apply";
}

static void tell(void) {
  for (int i = 0; i < asks.ask_count; i++)
    for (int k = 0; k < asks.ask[i].term_count; k++) {
      const Term *term = &asks.ask[i].term[k];
      g_test_message("ask %d: %s %" G_GINT64_FORMAT ", quota %d %d", i, term_name(term->kind),
                     term->amount, term->quota[0], term->quota[1]);
    }
}

static void assert_right(void) {
  TrialRunner runner = made_up_runner(&years);
  if (asks_wrong(&asks, &runner))
    tell();
  g_assert_cmpstr(asks_wrong(&asks, &runner), ==, NULL);
}

static const Ask *ask_find(TermKind a, int b) {
  for (int i = 0; i < asks.ask_count; i++) {
    const Ask *ask = &asks.ask[i];
    if (b < 0 ? ask->term_count == 1 && ask->term[0].kind == a
              : ask->term_count == 2 && ask->term[0].kind == a && (int)ask->term[1].kind == b)
      return ask;
  }
  return NULL;
}

/* --- contracts ----------------------------------------------------------------------------- */

static void test_none_is_needed(void) {
  begin();
  find();
  g_assert_false(asks.is_needed);
  g_assert_cmpint(asks.ask_count, ==, 0);
  g_assert_cmpint(asks.best.term_count, ==, 0);
  assert_right();
}

/* 25 deal visits a week are too many for four years in ten. */
static void test_calendar(void) {
  begin();
  world.week_most = 25;
  find();
  g_assert_true(asks.is_needed);
  const Ask *fewer = ask_find(TERM_CAP, -1), *quotas = ask_find(TERM_QUOTA, -1);
  g_assert_nonnull(fewer);
  g_assert_cmpint(fewer->term[0].amount, ==, cap.vouchers);
  g_assert_nonnull(quotas);
  g_assert_true(asks.ask[0].term[0].kind == TERM_CAP);
  g_assert_false(asks.has_cap); /* the ask says it */
  assert_right();
}

/* 3 a day would do for the share, and then too many wait too long. */
static void test_cap_with_quota(void) {
  begin();
  world.week_most = 22;
  world.wait_most = 20;
  find();
  g_assert_nonnull(ask_find(TERM_CAP, -1));
  const Ask *both = ask_find(TERM_CAP, TERM_QUOTA);
  g_assert_nonnull(both);
  g_assert_cmpint(both->term[0].amount, >, ask_find(TERM_CAP, -1)->term[0].amount);
  assert_right();
}

/* Costs 50 a visit of which 40 come back; usual advertising gives 12.20 a voucher sold to a new
 * client. */
static void test_money(void) {
  begin();
  world.visit_cents = 5500;
  find();
  g_assert_true(asks.is_needed);
  g_assert_null(ask_find(TERM_CAP, -1));
  g_assert_nonnull(ask_find(TERM_COMMISSION, -1));
  g_assert_nonnull(ask_find(TERM_PRICE, -1));
  g_assert_true(asks.has_cap);
  assert_right();

  /* To earn: the loss must be rare. */
  plan.conditions.goal = GOAL_EARN;
  find();
  g_assert_nonnull(ask_find(TERM_COMMISSION, -1));
  assert_right();
}

static void test_two_kinds(void) {
  begin();
  world.visit_cents = 5200;
  world.week_most = 25;
  find();
  g_assert_cmpint(asks.ask_count, >, 0);
  g_assert_cmpint(asks.ask[0].term_count, ==, 2);
  g_assert_nonnull(ask_find(TERM_QUOTA, TERM_COMMISSION));
  assert_right();
}

static void test_other_terms(void) {
  begin();
  world.floor_vouchers = 350;
  find();
  g_assert_nonnull(ask_find(TERM_PAYOUT_SOON, -1));
  assert_right();
  begin();
  world.existing_cents = 12000;
  find();
  g_assert_nonnull(ask_find(TERM_NEW_CLIENTS_ONLY, -1));
  assert_right();
  begin();
  plan.deal.fixed_fee_cents = 1500000;
  find();
  g_assert_nonnull(ask_find(TERM_NO_FIXED_FEE, -1));
  assert_right();
}

static void test_hopeless(void) {
  begin();
  world.visit_cents = 12000;
  find();
  g_assert_true(asks.is_needed);
  g_assert_cmpint(asks.ask_count, ==, 0);
  g_assert_cmpint(asks.hopeless, ==, CONDITION_COST_PER_CLIENT_KEPT);
  g_assert_cmpint(asks.best.term_count, ==, 1);
  g_assert_true(asks.best.term[0].kind == TERM_PRICE);
  assert_right();
  begin();
  world.refused_most = 1;
  find();
  g_assert_cmpint(asks.ask_count, ==, 0);
  g_assert_cmpint(asks.hopeless, ==, CONDITION_REFUSED);
  assert_right();
}

/* --- any world ----------------------------------------------------------------------------- */

static void draw_world(GRand *luck) {
  begin();
  plan.conditions.goal = random_chance(luck, 50) ? GOAL_EARN : GOAL_ADVERTISE;
  plan.deal.commission_per_100k = random_between(luck, 20000, 60000);
  plan.deal.price_cents = random_between(luck, 60, 110) * 100;
  plan.deal.fixed_fee_cents = random_chance(luck, 30) ? random_between(luck, 0, 500000) : 0;
  if (random_chance(luck, 30))
    plan.deal.contract_cap = random_between(luck, 100, 600);
  world.visit_cents = random_between(luck, 1000, 8000);
  world.existing_cents = random_between(luck, 0, 9000);
  if (random_chance(luck, 50))
    world.week_most = random_between(luck, 5, 60);
  if (random_chance(luck, 50))
    world.wait_most = random_between(luck, 5, 60);
  if (random_chance(luck, 20))
    world.refused_most = random_between(luck, 50, 600);
  if (random_chance(luck, 30))
    world.floor_vouchers = random_between(luck, 50, 600);
}

static void test_any_world(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(5);
  TrialRunner runner = made_up_runner(&years);
  int needed = 0, asked = 0, pairs = 0, hopeless = 0, faults = 0;
  for (int i = 0; i < (g_test_slow() ? WORLDS_SLOW : WORLDS); i++) {
    draw_world(luck);
    find();
    const char *wrong = asks_wrong(&asks, &runner);
    if (wrong) {
      g_test_message("world %d: %s", i, wrong);
      tell();
    }
    g_assert_cmpstr(wrong, ==, NULL);
    needed += asks.is_needed;
    asked += asks.is_needed && asks.ask_count > 0;
    hopeless += asks.is_needed && asks.ask_count == 0;
    for (int k = 0; k < asks.ask_count; k++) {
      pairs += asks.ask[k].term_count == 2;
      /* A deliberate fault: a step more than is needed. */
      Asks more = asks;
      Term *term = &more.ask[k].term[more.ask[k].term_count - 1];
      if (term->kind != TERM_COMMISSION || term->amount < COMMISSION_STEP)
        continue;
      term->amount -= COMMISSION_STEP;
      g_assert_cmpstr(asks_wrong(&more, &runner), !=, NULL);
      faults++;
    }
  }
  g_assert_cmpint(needed, >, WORLDS / 2);
  g_assert_cmpint(asked, >, WORLDS / 6);
  g_assert_cmpint(pairs, >, 0);
  g_assert_cmpint(hopeless, >, 0);
  g_assert_cmpint(faults, >, 0);
}

/* --- faults, cancelling, real years -------------------------------------------------------- */

static void test_faults_are_noticed(void) {
  TrialRunner runner = made_up_runner(&years);
  begin();
  world.visit_cents = 5500;
  find();
  Asks wrong = asks;
  int last = asks.ask[0].term_count - 1;
  g_assert_true(wrong.ask[0].term[last].kind == TERM_COMMISSION);
  wrong.ask[0].term[last].amount -= COMMISSION_STEP;
  g_assert_cmpstr(asks_wrong(&wrong, &runner), ==, "another standing");
  Standing *standing = &wrong.ask[0].standing;
  look(wrong.ask[0].term, wrong.ask[0].term_count, TRIAL_YEARS_SURE, &runner, standing);
  g_assert_cmpstr(asks_wrong(&wrong, &runner), ==, "less is enough");
  wrong = asks;
  wrong.ask[0].term[last].amount += 5 * COMMISSION_STEP;
  g_assert_cmpstr(asks_wrong(&wrong, &runner), ==, "does not hold");
  wrong = asks;
  wrong.ask[wrong.ask_count++] = wrong.ask[0];
  g_assert_cmpstr(asks_wrong(&wrong, &runner), !=, NULL);
  wrong = asks;
  wrong.is_needed = false;
  g_assert_cmpstr(asks_wrong(&wrong, &runner), ==, "whether it is needed");
}

static void test_cancel(void) {
  begin();
  world.visit_cents = 5200;
  world.week_most = 25;
  find();
  for (int after = 1; after < 60; after += 7) {
    MadeUpYears cut = {.fill = fill_year, .cancel_after = after};
    TrialRunner runner = made_up_runner(&cut);
    trials_forget(scratch);
    g_assert_false(asks_find(&plan, RISK_ALL, &quota, &cap, &runner, scratch, &asks));
    g_assert_cmpint(cut.calls, ==, after); /* nothing is asked for afterwards */
  }
}

/* A small place, for which years are cheap: one room, two people, sixty vouchers. */
static void test_real_years(void) {
  if (!g_test_slow()) {
    g_test_skip("-m slow");
    return;
  }
  TrialScratch *real = calloc(1, sizeof *real);
  TrialRunner runner = {.run = trial_run_here, .data = real, .seed = 3};
  begin();
  plan.rooms_count = 1;
  plan.staff_count = 2;
  plan.deal.vouchers_sold = 90; /* 61 … 90 … 121 */
  for (int weekday = 0; weekday < 7; weekday++)
    plan.regulars.wanted_milli_visits[weekday] /= 4;
  quota_compute(&plan, &scratch->quota, &quota);
  trials_forget(scratch);
  g_assert_true(cap_find(&plan, RISK_ALL, &runner, scratch, &cap));
  g_assert_true(asks_find(&plan, RISK_ALL, &quota, &cap, &runner, scratch, &asks));
  g_assert_true(asks.is_needed);
  const char *wrong = asks_wrong(&asks, &runner);
  g_assert_cmpstr(wrong, ==, NULL);
  free(real);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  scratch = calloc(1, sizeof *scratch);
  trial = calloc(1, sizeof *trial);
  orders_shuffle();
  g_test_add_func("/asks/none-is-needed", test_none_is_needed);
  g_test_add_func("/asks/calendar", test_calendar);
  g_test_add_func("/asks/cap-with-quota", test_cap_with_quota);
  g_test_add_func("/asks/money", test_money);
  g_test_add_func("/asks/two-kinds", test_two_kinds);
  g_test_add_func("/asks/other-terms", test_other_terms);
  g_test_add_func("/asks/hopeless", test_hopeless);
  g_test_add_func("/asks/any-world", test_any_world);
  g_test_add_func("/asks/faults-are-noticed", test_faults_are_noticed);
  g_test_add_func("/asks/cancel", test_cancel);
  g_test_add_func("/asks/real-years", test_real_years);
  int failed = g_test_run();
  free(scratch);
  free(trial);
  return failed;
}
