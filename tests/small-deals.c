/* See small-deals.h. */
#include "tests/small-deals.h"

#include <string.h>

#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/busy-plan.h"
#include "tests/random-plan.h"

static int32_t pick(GRand *luck, const int32_t *of, int count) {
  return of[random_between(luck, 0, count - 1)];
}
#define PICK(luck, ...)                                                                            \
  pick(luck, (const int32_t[]){__VA_ARGS__}, G_N_ELEMENTS(((const int32_t[]){__VA_ARGS__})))

/* Around what the plan says; vouchers may reach further. */
static void draw_range(GRand *luck, Plan *plan, const char *path, int64_t likely, int64_t most) {
  Uncertainty *range = &plan->uncertainty[plan->uncertainty_count++];

  memset(range, 0, sizeof *range);
  g_strlcpy(range->path, path, sizeof range->path);
  range->low = likely / 2;
  range->likely = likely;
  range->high = MIN(most, likely + random_between(luck, 0, (int)likely));
}

static void draw_owner(GRand *luck, Plan *plan) {
  PlanConditions *limits = &plan->conditions;

  limits->goal = random_chance(luck, 35) ? GOAL_EARN : GOAL_ADVERTISE;
  limits->confidence_per_100k = PICK(luck, 50000, 60000, 80000, 90000);
  limits->loss_probability_max_per_100k = PICK(luck, 0, 20000, 40000, 60000);
  limits->wait_days_max = PICK(luck, 0, 3, 21);
  limits->wait_share_per_100k = PICK(luck, 0, 30000, 80000);
  limits->extra_refused_max_per_100k = PICK(luck, 3000, 20000, 100000);
  limits->weekly_share_max_per_100k = PICK(luck, 60000, 90000, 100000, 100000);
  plan->clients.usual_advertising_cents_per_new_client = PICK(luck, 0, 5000, 15000, 40000, 40000);
  plan->business.opening_cash_cents = PICK(luck, 1000000, 4000000, 20000000);
  plan->business.fixed_costs_monthly_cents = PICK(luck, 0, 100000, 300000);
  plan->business.owner_draw_monthly_cents = PICK(luck, 0, 100000);
}

static void draw_contract(GRand *luck, Plan *plan) {
  PlanDeal *deal = &plan->deal;

  deal->vouchers_sold = random_chance(luck, 5) ? 0 : random_between(luck, 4, 30);
  deal->promotion_end_date = deal->sale_date + random_between(luck, 15, 80);
  deal->visits_per_voucher = random_chance(luck, 15) ? 2 : 1;
  deal->list_price_cents = 16000;
  deal->price_cents = PICK(luck, 6000, 8000, 10000);
  deal->commission_per_100k = PICK(luck, 20000, 40000, 50000);
  deal->fixed_fee_cents = PICK(luck, 0, 0, 20000);
  deal->card_fee_per_100k = PICK(luck, 0, 0, 2500);
  deal->price_tax_wording = (TaxWording)random_between(luck, 0, WORDING_COUNT - 1);
  deal->contract_cap = random_chance(luck, 85) ? random_between(luck, 10, 50) : PLAN_NONE;
  plan->deal_pay.flat_cents = PICK(luck, 500, 1500, 3000);
  plan->phone.extra_days = PICK(luck, 0, 1, 3);
  plan->clients.existing_per_100k = PICK(luck, 0, 10000, 40000);
  plan->clients.return_per_100k = PICK(luck, 2000, 15000, 40000);
}

/* A small spa, where most find their place, or any place at all. */
static void draw_place(GRand *luck, Plan *plan) {
  if (random_chance(luck, 40)) {
    busy_plan_draw(luck, plan);
    return;
  }
  plan_example(plan);
  plan->uncertainty_count = 0;
  plan->rooms_count = random_between(luck, 1, 3);
  plan->staff_count = random_between(luck, 2, 5);
  plan->deal.service_index = random_between(luck, 0, 1);
}

void small_deal_draw(GRand *luck, Plan *plan) {
  Problems problems;

  do {
    draw_place(luck, plan);
    draw_contract(luck, plan);
    draw_owner(luck, plan);
    for (int i = 0; i < 7; i++) {
      plan->regulars.wanted_milli_visits[i] = random_between(luck, 0, 1000);
    }
    if (random_chance(luck, 70)) { /* all ask for the deal's own service: no days are filled */
      memset(plan->regulars.service_mix_per_100k, 0, sizeof plan->regulars.service_mix_per_100k);
      plan->regulars.service_mix_per_100k[plan->deal.service_index] = 100000;
    }
    if (random_chance(luck, 5)) {
      plan->rooms_count = 0;
    }
    if (random_chance(luck, 50)) {
      draw_range(luck, plan, "deal.vouchers_sold", plan->deal.vouchers_sold, 60);
    }
    if (random_chance(luck, 50)) {
      draw_range(luck, plan, "deal.used_per_100k", plan->deal.used_per_100k, 100000);
    }
    if (random_chance(luck, 50)) {
      draw_range(luck, plan, "clients.return_per_100k", plan->clients.return_per_100k, 100000);
    }
    plan_check(plan, &problems);
  } while (problems.blocking_count > 0);
}
