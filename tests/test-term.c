/* Terms: what each writes into a plan, that no plan stops making sense of it, and that none is
 * looser than what the contract says already. */
#include <glib.h>
#include <string.h>

#include "model/decide/term.h"
#include "model/plan/fields.h"
#include "model/plan/presets.h"
#include "model/plan/problem.h"
#include "model/plan/range.h"
#include "model/store/plan-json.h"
#include "tests/busy-plan.h"
#include "tests/random-plan.h"

#define PLANS 300
#define DRAWN_TERMS 4

static int blocking(const Plan *plan) {
  Problems problems;
  plan_check(plan, &problems);
  return problems.blocking_count;
}

static int range_find(const Plan *plan, const char *path) {
  for (int i = 0; i < plan->uncertainty_count; i++)
    if (g_str_equal(plan->uncertainty[i].path, path))
      return i;
  return -1;
}

static void range_put(Plan *plan, const char *path, int64_t low, int64_t likely, int64_t high) {
  int entry = range_find(plan, path);
  if (entry < 0)
    entry = plan->uncertainty_count++;
  plan->uncertainty[entry] = (Uncertainty){.low = low, .likely = likely, .high = high};
  g_strlcpy(plan->uncertainty[entry].path, path, sizeof plan->uncertainty[entry].path);
}

/* Vouchers only. */
static void assert_range(const Plan *plan, int64_t low, int64_t likely, int64_t high) {
  int entry = range_find(plan, "deal.vouchers_sold");
  g_assert_cmpint(entry, >=, 0);
  Uncertainty range = range_of_input(plan, entry);
  g_assert_cmpint(range.low, ==, low);
  g_assert_cmpint(range.likely, ==, likely);
  g_assert_cmpint(range.high, ==, high);
}

/* --- each term ----------------------------------------------------------------------------- */

static void test_names(void) {
  for (int kind = 0; kind < TERM_COUNT; kind++) {
    g_assert_cmpstr(term_name((TermKind)kind), !=, "");
    bool is_list = kind == TERM_QUOTA || kind == TERM_NO_WEEKDAY;
    g_assert_true(is_list ? field_list_find(term_path((TermKind)kind)) != NULL
                          : field_find(term_path((TermKind)kind)) != NULL);
    for (int other = 0; other < kind; other++)
      g_assert_cmpstr(term_name((TermKind)kind), !=, term_name((TermKind)other));
  }
}

static void test_cap(void) {
  Plan plan;
  plan_example(&plan); /* 300 … 444 … 600, no cap */
  Term term = term_of(TERM_CAP, 400);
  g_assert_cmpint(term_sold_most(&plan), ==, 600);
  g_assert_true(term_changes(&term, &plan));
  term_apply(&term, &plan);
  g_assert_cmpint(plan.deal.contract_cap, ==, 400);
  /* The demand stays as doubtful as it was; the contract stops the sale. */
  g_assert_cmpint(plan.deal.vouchers_sold, ==, 444);
  g_assert_cmpint(plan_vouchers_sold(&plan), ==, 400);
  g_assert_cmpint(term_sold_most(&plan), ==, 400);
  assert_range(&plan, 300, 444, 600);
  g_assert_false(term_changes(&term, &plan));

  plan_example(&plan);
  term.amount = 500;
  g_assert_true(term_changes(&term, &plan));
  term_apply(&term, &plan);
  g_assert_cmpint(plan.deal.vouchers_sold, ==, 444);
  assert_range(&plan, 300, 444, 600);
  g_assert_cmpint(term_sold_most(&plan), ==, 500);

  /* The range goes with a number she typed: 888 is twice 444. */
  plan_example(&plan);
  plan.deal.vouchers_sold = 888;
  g_assert_cmpint(term_sold_most(&plan), ==, 1200);

  /* No looser, and nothing over what may be sold. */
  plan_example(&plan);
  plan.deal.contract_cap = 450;
  term.amount = 460;
  g_assert_false(term_changes(&term, &plan));
  term_apply(&term, &plan);
  g_assert_cmpint(plan.deal.contract_cap, ==, 450);
  plan.deal.contract_cap = PLAN_NONE;
  term.amount = 600;
  g_assert_false(term_changes(&term, &plan));
  term.amount = 599;
  g_assert_true(term_changes(&term, &plan));
}

static void test_quota(void) {
  Plan plan;
  plan_example(&plan);
  plan.deal.weekday_quota[0] = 2;
  Term term = term_of(TERM_QUOTA, 0);
  g_assert_false(term_changes(&term, &plan));
  term.quota[0] = 3;
  term.quota[6] = 1; /* closed */
  g_assert_false(term_changes(&term, &plan));
  term.quota[4] = 5;
  g_assert_true(term_changes(&term, &plan));
  term_apply(&term, &plan);
  g_assert_cmpint(plan.deal.weekday_quota[0], ==, 2);
  g_assert_cmpint(plan.deal.weekday_quota[4], ==, 5);
  g_assert_cmpint(plan.deal.weekday_quota[6], ==, PLAN_NONE);
  g_assert_cmpint(plan.deal.weekday_quota[1], ==, PLAN_NONE);
  g_assert_false(term_changes(&term, &plan));

  /* None on any day would be no deal. */
  for (int weekday = 0; weekday < 7; weekday++)
    term.quota[weekday] = 0;
  g_assert_false(term_changes(&term, &plan));
  Plan before = plan;
  term_apply(&term, &plan);
  g_assert_false(plan_first_difference(&before, &plan, (char[PLAN_PATH_SIZE]){0}, PLAN_PATH_SIZE));
}

static void test_no_weekday(void) {
  Plan plan;
  plan_example(&plan); /* 14 on a Saturday, closed on Sunday */
  g_assert_cmpint(term_busiest_weekday(&plan), ==, 5);
  Term saturday = term_of(TERM_NO_WEEKDAY, 5), sunday = term_of(TERM_NO_WEEKDAY, 6);
  g_assert_true(term_changes(&saturday, &plan));
  g_assert_false(term_changes(&sunday, &plan));
  term_apply(&saturday, &plan);
  g_assert_false(plan.deal.allowed_weekdays[5]);
  g_assert_false(term_changes(&saturday, &plan));
  g_assert_cmpint(term_busiest_weekday(&plan), ==, 4);
  /* Down to the last day, which stays. */
  for (int weekday = 0; weekday < 7; weekday++) {
    Term term = term_of(TERM_NO_WEEKDAY, weekday);
    term_apply(&term, &plan);
  }
  g_assert_cmpint(blocking(&plan), ==, 0);
  int days = 0;
  for (int weekday = 0; weekday < 7; weekday++)
    days += term_weekday_takes_deals(&plan, weekday);
  g_assert_cmpint(days, ==, 1);
  plan.rooms_count = 0;
  g_assert_cmpint(term_busiest_weekday(&plan), ==, -1);
}

static void test_payout(void) {
  Plan plan;
  plan_example(&plan); /* thirds at 5, 30 and 60 business days */
  const Term term = term_of(TERM_PAYOUT_SOON, 0);
  range_put(&plan, "deal.instalments[2].after_days", 40, 60, 90);
  plan.deal.hold_back_per_100k = 10000;
  range_put(&plan, "deal.hold_back_per_100k", 0, 10000, 20000);
  g_assert_cmpint(blocking(&plan), ==, 0);
  int ranges = plan.uncertainty_count;
  g_assert_true(term_changes(&term, &plan));
  term_apply(&term, &plan);
  g_assert_cmpint(blocking(&plan), ==, 0);
  g_assert_cmpint(plan.uncertainty_count, ==, ranges - 2);
  g_assert_cmpint(plan.deal.instalments_count, ==, 1);
  g_assert_cmpint(plan.deal.instalments[0].after_days, ==, TERM_PAYOUT_DAYS);
  g_assert_false(plan.deal.instalments[0].business_days);
  g_assert_cmpint(plan.deal.hold_back_per_100k, ==, 0);
  g_assert_false(term_changes(&term, &plan));

  /* Sooner than asked stays as it is: eleven business days from Wednesday the 4th are the 19th. */
  plan.deal.instalments[0] = (Instalment){11, true, 1};
  g_assert_false(term_changes(&term, &plan));
  term_apply(&term, &plan);
  g_assert_cmpint(plan.deal.instalments[0].after_days, ==, 11);
  plan.deal.instalments[0].after_days = 12;
  g_assert_true(term_changes(&term, &plan));
  plan.deal.instalments[0].after_days = 5;
  plan.deal.payout_basis = PAYOUT_REDEEMED;
  g_assert_true(term_changes(&term, &plan));
}

static void test_wording(void) {
  Plan plan;
  plan_example(&plan);
  const Term term = term_of(TERM_TAXES_EXTRA, 0);
  g_assert_false(term_changes(&term, &plan)); /* says extra */
  plan.deal.price_tax_wording = WORDING_NOT_CHECKED;
  g_assert_true(term_changes(&term, &plan));
  plan.deal.tax_treatment = TREATMENT_LIST_PRICE;
  g_assert_false(term_changes(&term, &plan));
  plan.deal.tax_treatment = TREATMENT_AT_SALE;
  plan.business.tax_regime = REGIME_EXEMPT;
  g_assert_false(term_changes(&term, &plan));
  plan.business.tax_regime = REGIME_QC;
  term_apply(&term, &plan);
  g_assert_cmpint(plan.deal.price_tax_wording, ==, WORDING_EXTRA);
}

static void test_money(void) {
  Plan plan;
  plan_example(&plan);
  const Term same = term_of(TERM_COMMISSION, 50000), less = term_of(TERM_COMMISSION, 45000);
  range_put(&plan, "deal.commission_per_100k", 45000, 50000, 55000);
  g_assert_false(term_changes(&same, &plan));
  g_assert_true(term_changes(&less, &plan));
  term_apply(&less, &plan);
  g_assert_cmpint(plan.deal.commission_per_100k, ==, 45000);
  g_assert_cmpint(range_find(&plan, "deal.commission_per_100k"), ==, -1);
  term_apply(&same, &plan);
  g_assert_cmpint(plan.deal.commission_per_100k, ==, 45000);

  const Term more = term_of(TERM_PRICE, 9000), most = term_of(TERM_PRICE, 99900);
  g_assert_true(term_changes(&more, &plan));
  term_apply(&more, &plan);
  g_assert_cmpint(plan.deal.price_cents, ==, 9000);
  g_assert_false(term_changes(&more, &plan));
  term_apply(&most, &plan); /* at most the list price */
  g_assert_cmpint(plan.deal.price_cents, ==, 16000);
  g_assert_false(term_changes(&most, &plan));

  const Term new_only = term_of(TERM_NEW_CLIENTS_ONLY, 0);
  g_assert_true(term_changes(&new_only, &plan));
  term_apply(&new_only, &plan);
  g_assert_cmpint(plan.clients.existing_per_100k, ==, 0);
  g_assert_cmpint(range_find(&plan, "clients.existing_per_100k"), ==, -1);
  g_assert_false(term_changes(&new_only, &plan));

  const Term fixed = term_of(TERM_NO_FIXED_FEE, 0), card = term_of(TERM_NO_CARD_FEE, 0);
  g_assert_false(term_changes(&fixed, &plan));
  g_assert_false(term_changes(&card, &plan));
  plan.deal.fixed_fee_cents = 100;
  plan.deal.card_fee_per_100k = 2500;
  g_assert_true(term_changes(&fixed, &plan));
  g_assert_true(term_changes(&card, &plan));
  term_apply(&fixed, &plan);
  term_apply(&card, &plan);
  g_assert_cmpint(plan.deal.fixed_fee_cents, ==, 0);
  g_assert_cmpint(plan.deal.card_fee_per_100k, ==, 0);
}

/* --- any plan, any term -------------------------------------------------------------------- */

static Term draw_term(GRand *luck, const Plan *plan, TermKind kind) {
  Term term = term_of(kind, 0);
  const PlanDeal *deal = &plan->deal;
  switch ((int)kind) {
  case TERM_CAP:
    term.amount = random_between(luck, -5, 2 * deal->vouchers_sold + 5);
    break;
  case TERM_QUOTA:
    for (int weekday = 0; weekday < 7; weekday++)
      term.quota[weekday] = random_chance(luck, 70) ? random_between(luck, 0, 5) : PLAN_NONE;
    break;
  case TERM_NO_WEEKDAY:
    term.amount = random_between(luck, 0, 6);
    break;
  case TERM_COMMISSION:
    term.amount = random_between(luck, -1000, 100000);
    break;
  case TERM_PRICE:
    term.amount = random_between(luck, 0, (int)deal->list_price_cents + 5000);
    break;
  default:
    break;
  }
  return term;
}

/* A range around what the plan says, of what terms can touch. */
static void draw_ranges(GRand *luck, Plan *plan) {
  static const char *const paths[] = {"deal.vouchers_sold",
                                      "deal.contract_cap",
                                      "deal.commission_per_100k",
                                      "deal.fixed_fee_cents",
                                      "deal.card_fee_per_100k",
                                      "deal.hold_back_per_100k",
                                      "deal.hold_back_days",
                                      "clients.existing_per_100k",
                                      "deal.instalments[0].after_days",
                                      "deal.instalments[2].after_days"};
  for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
    Plan before = *plan;
    FieldPlace place;
    if (random_chance(luck, 50) || !field_place(plan, paths[i], false, &place))
      continue;
    int64_t value = field_get(&place);
    if (value == field_none(place.field))
      field_put(&place, value = random_between(luck, 0, 500));
    range_put(plan, paths[i], value / 2, value, MIN(2 * value + 10, place.field->maximum));
    if (blocking(plan) > 0)
      *plan = before;
  }
}

static void draw_plan(GRand *luck, Plan *plan) {
  int which = random_between(luck, -1, PRESET_COUNT);
  if (which < 0)
    plan_example(plan);
  else if (which < PRESET_COUNT)
    preset_fill((Preset)which, date_from_ymd(2026, 2, 4), plan);
  else
    busy_plan_draw(luck, plan);
  plan->deal.contract_cap = random_chance(luck, 50) ? random_between(luck, 0, 900) : PLAN_NONE;
  plan->deal.card_fee_per_100k = random_chance(luck, 50) ? 2500 : 0;
  plan->deal.fixed_fee_cents = random_chance(luck, 50) ? 9900 : 0;
  plan->deal.payout_basis = random_chance(luck, 70) ? PAYOUT_SOLD : PAYOUT_REDEEMED;
  draw_ranges(luck, plan);
}

/* The plan after is no looser for the site than before. */
static bool is_looser(const Plan *before, const Plan *after) {
  const PlanDeal *old = &before->deal, *new = &after->deal;
  bool looser = new->vouchers_sold > old->vouchers_sold ||
                new->commission_per_100k > old->commission_per_100k ||
                new->price_cents < old->price_cents ||
                new->fixed_fee_cents > old->fixed_fee_cents ||
                (old->contract_cap != PLAN_NONE &&
                 (new->contract_cap == PLAN_NONE || new->contract_cap > old->contract_cap)) ||
                term_sold_most(after) > term_sold_most(before) ||
                after->clients.existing_per_100k > before->clients.existing_per_100k;
  for (int weekday = 0; weekday < 7; weekday++)
    looser |= (new->allowed_weekdays[weekday] && !old->allowed_weekdays[weekday]) ||
              (old->weekday_quota[weekday] != PLAN_NONE &&
               (new->weekday_quota[weekday] == PLAN_NONE ||
                new->weekday_quota[weekday] > old->weekday_quota[weekday]));
  return looser;
}

typedef void (*Apply)(const Term *term, Plan *plan);

/* What is wrong with a term applied to a plan; NULL: nothing. */
static const char *wrong_with(const Term *term, const Plan *before, Apply apply) {
  Plan after = *before, twice;
  apply(term, &after);
  if (blocking(&after) > 0)
    return "makes no sense";
  if (is_looser(before, &after))
    return "looser";
  if (term_changes(term, &after))
    return "still to be asked for";
  twice = after;
  apply(term, &twice);
  if (plan_first_difference(&after, &twice, (char[PLAN_PATH_SIZE]){0}, PLAN_PATH_SIZE))
    return "another the second time";
  if (term_changes(term, before) &&
      !plan_first_difference(before, &after, (char[PLAN_PATH_SIZE]){0}, PLAN_PATH_SIZE))
    return "changes nothing";
  return NULL;
}

static int count_wrong(GRand *luck, int plans, TermKind kind, Apply apply) {
  Plan plan;
  int wrong = 0;
  for (int i = 0; i < plans; i++) {
    draw_plan(luck, &plan);
    if (blocking(&plan) > 0)
      continue;
    for (int drawn = 0; drawn < DRAWN_TERMS; drawn++) {
      Term term = draw_term(luck, &plan, kind);
      wrong += wrong_with(&term, &plan, apply) != NULL;
    }
  }
  return wrong;
}

static void test_any_plan(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(12);
  Plan plan;
  for (int i = 0; i < PLANS; i++) {
    draw_plan(luck, &plan);
    g_assert_cmpint(blocking(&plan), ==, 0);
    for (int kind = 0; kind < TERM_COUNT; kind++) {
      Term term = draw_term(luck, &plan, (TermKind)kind);
      g_assert_cmpstr(wrong_with(&term, &plan, term_apply), ==, NULL);
    }
  }
}

/* Each a mistake that term_apply could make. */
static void apply_any_days(const Term *term, Plan *plan) {
  for (int weekday = 0; weekday < 7; weekday++)
    plan->deal.weekday_quota[weekday] = term->quota[weekday];
}

static void apply_cap_alone(const Term *term, Plan *plan) {
  plan->deal.contract_cap = (int32_t)MAX(term->amount, 0);
}

static void apply_payout_ranges_kept(const Term *term, Plan *plan) {
  plan->deal.instalments[0] = (Instalment){TERM_PAYOUT_DAYS, false, 1};
  plan->deal.instalments_count = 1;
  plan->deal.payout_basis = PAYOUT_SOLD;
  plan->deal.hold_back_per_100k = 0;
}

static void apply_commission_range_kept(const Term *term, Plan *plan) {
  plan->deal.commission_per_100k = (int32_t)term->amount;
}

static void test_faults_are_noticed(void) {
  static const struct {
    TermKind kind;
    Apply apply;
  } faults[] = {{TERM_QUOTA, apply_any_days},
                {TERM_CAP, apply_cap_alone},
                {TERM_PAYOUT_SOON, apply_payout_ranges_kept},
                {TERM_COMMISSION, apply_commission_range_kept}};
  for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
    g_autoptr(GRand) luck = g_rand_new_with_seed(12);
    g_assert_cmpint(count_wrong(luck, PLANS / 20, faults[i].kind, faults[i].apply), >, 0);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/term/names", test_names);
  g_test_add_func("/term/cap", test_cap);
  g_test_add_func("/term/quota", test_quota);
  g_test_add_func("/term/no-weekday", test_no_weekday);
  g_test_add_func("/term/payout", test_payout);
  g_test_add_func("/term/wording", test_wording);
  g_test_add_func("/term/money", test_money);
  g_test_add_func("/term/any-plan", test_any_plan);
  g_test_add_func("/term/faults-are-noticed", test_faults_are_noticed);
  return g_test_run();
}
