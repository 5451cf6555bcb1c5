/* See busy-plan.h. */
#include "tests/busy-plan.h"

#include <string.h>

#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/random-plan.h"

/* The calendar of a small random plan, named as the validator wants it. */
static void draw_place(GRand *luck, Plan *plan) {
  Plan small;
  random_plan_draw(luck, &small);
  memcpy(plan->hours, small.hours, sizeof plan->hours);
  plan->hours_count = small.hours_count;
  memcpy(plan->closures, small.closures, sizeof plan->closures);
  plan->closures_count = small.closures_count;
  memcpy(plan->rooms, small.rooms, sizeof plan->rooms);
  plan->rooms_count = small.rooms_count;
  memcpy(plan->staff, small.staff, sizeof plan->staff);
  plan->staff_count = small.staff_count;
  memcpy(plan->services, small.services, sizeof plan->services);
  plan->services_count = small.services_count;
  for (int i = 0; i < plan->rooms_count; i++)
    strcpy(plan->rooms[i].name, "room");
  for (int i = 0; i < plan->staff_count; i++)
    strcpy(plan->staff[i].name, "person");
  for (int i = 0; i < plan->services_count; i++) {
    PlanService *service = &plan->services[i];
    strcpy(service->name, "service");
    service->list_price_cents = random_between(luck, 5000, 20000);
    service->pay_rule = PAY_PERCENT_OF_LIST;
    service->pay_per_100k = random_between(luck, 0, 60000);
  }
  plan->deal.sale_date = small.deal.sale_date;
  plan->deal.promotion_end_date = small.deal.promotion_end_date;
}

static void draw_limits(GRand *luck, PlanDeal *deal) {
  deal->blackout_dates_count = random_between(luck, 0, 6);
  for (int i = 0; i < deal->blackout_dates_count; i++)
    deal->blackout_dates[i] = deal->sale_date + random_between(luck, 0, 90);
  for (int weekday = 0; weekday < 7; weekday++) {
    deal->allowed_weekdays[weekday] = random_chance(luck, 80);
    deal->weekday_quota[weekday] = random_chance(luck, 30) ? random_between(luck, 0, 4) : PLAN_NONE;
  }
  deal->daily_limit_per_100k = random_chance(luck, 30) ? random_between(luck, 0, 60000) : PLAN_NONE;
  deal->allowed_begin_minute = random_chance(luck, 30) ? random_between(luck, 0, 900) : 0;
  deal->allowed_end_minute = random_chance(luck, 30) ? random_between(luck, 700, 2000) : 2880;
}

static void draw_deal(GRand *luck, Plan *plan) {
  PlanDeal *deal = &plan->deal;
  deal->service_index = random_between(luck, 0, plan->services_count - 1);
  deal->vouchers_sold = random_between(luck, 0, random_chance(luck, 70) ? 300 : 900);
  deal->contract_cap = PLAN_NONE;
  deal->used_per_100k = random_between(luck, 20000, 100000);
  deal->refund_before_use_per_100k = 0;
  deal->promotion_end_date = deal->sale_date + random_between(luck, 0, 500);
  deal->sale_days = 1;
  deal->breakage_date = DATE_NONE;
  deal->visits_per_voucher = random_chance(luck, 40) ? random_between(luck, 2, 6) : 1;
  deal->gap_days = random_between(luck, 0, 30);
  deal->lead_mean_milli_days = random_between(luck, 1000, 15000);
  deal->patience_days = random_chance(luck, 10) ? 0 : random_between(luck, 0, 40);
  deal->no_show_per_100k = random_chance(luck, 40) ? random_between(luck, 0, 100000) : 5000;
  deal->no_show_rule = random_chance(luck, 50) ? NO_SHOW_FORFEIT : NO_SHOW_REBOOK;
  deal->curve.w1_per_100k = random_between(luck, 0, 100000);
  deal->curve.w2_per_100k = random_between(luck, 0, 100000 - deal->curve.w1_per_100k);
  deal->curve.w3_per_100k = 100000 - deal->curve.w1_per_100k - deal->curve.w2_per_100k;
  draw_limits(luck, deal);
}

static void draw_clients(GRand *luck, Plan *plan) {
  PlanRegulars *regulars = &plan->regulars;
  int32_t left = 100000;
  regulars->service_mix_per_100k_count = plan->services_count;
  for (int i = 0; i < plan->services_count; i++) {
    bool last = i == plan->services_count - 1;
    regulars->service_mix_per_100k[i] = last ? left : random_between(luck, 0, left);
    left -= regulars->service_mix_per_100k[i];
  }
  for (int i = 0; i < 24; i++)
    regulars->start_weight_by_hour[i] = random_between(luck, 0, 3);
  regulars->start_weight_by_hour[random_between(luck, 0, 23)] = 1;
  regulars->level_per_100k = random_chance(luck, 10) ? 0 : random_between(luck, 0, 120000);
  regulars->flexibility_minutes = random_between(luck, 0, 240);
  regulars->patience_open_days = random_between(luck, 0, 4);
  regulars->lead_mean_milli_days = random_between(luck, 0, 15000);
  plan->clients.return_visits_per_year_milli = random_between(luck, 0, 40000);
  plan->clients.return_per_100k = random_between(luck, 0, 100000);
  plan->clients.existing_per_100k = random_between(luck, 0, 100000);
}

void busy_plan_draw(GRand *luck, Plan *plan) {
  Problems problems;
  do {
    plan_example(plan);
    plan->one_off_costs_count = 0;
    plan->uncertainty_count = 0;
    draw_place(luck, plan);
    draw_deal(luck, plan);
    draw_clients(luck, plan);
    plan_check(plan, &problems);
  } while (problems.blocking_count > 0);
}
