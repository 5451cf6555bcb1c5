/* See year-plan.h. */
#include "tests/year-plan.h"

#include "tests/random-plan.h"

static void draw_services(GRand *luck, Plan *plan) {
  static const PayRule rules[] = {PAY_PERCENT_OF_LIST, PAY_PERCENT_OF_PRICE,
                                  PAY_PERCENT_OF_OWN_SHARE, PAY_FLAT, PAY_HOURLY};
  bool easy = random_chance(luck, 70); /* a room, a person or two */
  for (int i = 0; i < plan->services_count; i++) {
    PlanService *service = &plan->services[i];
    if (easy) {
      service->rooms_needed = MIN(service->rooms_needed, 1);
      service->staff_needed = MIN(service->staff_needed, 2);
    }
    bool whole_quarters = plan->hours_count > 0 && plan->hours[0].begin_minute % 15 == 0;
    if (random_chance(luck, 10) && plan->hours_count > 0 && !whole_quarters) {
      const WeeklyHours *row = &plan->hours[random_between(luck, 0, plan->hours_count - 1)];
      service->start_minutes_count = random_between(luck, 1, 4);
      for (int k = 0; k < service->start_minutes_count; k++)
        service->start_minutes[k] = random_between(luck, row->begin_minute, row->end_minute);
    }
    service->list_price_cents = random_between(luck, 1000, 20000);
    service->pay_rule = rules[random_between(luck, 0, 4)];
    service->pay_per_100k = random_between(luck, 0, 60000);
    service->pay_flat_cents = random_between(luck, 0, 5000);
  }
  plan->deal_pay.rule = random_chance(luck, 50) ? PAY_SAME : rules[random_between(luck, 0, 4)];
  plan->deal_pay.per_100k = random_between(luck, 0, 60000);
  plan->deal_pay.flat_cents = random_between(luck, 0, 5000);
}

/* Short days are full days, and a twin that is not too slow; a hire of all times. */
static void draw_place(GRand *luck, Plan *plan) {
  bool short_days = random_chance(luck, 75), always = random_chance(luck, 50);
  for (int i = 0; i < plan->hours_count && short_days; i++) {
    WeeklyHours *row = &plan->hours[i];
    row->end_minute = MIN(row->end_minute, row->begin_minute + random_between(luck, 4, 24) * 15);
  }
  for (int i = 0; i < plan->rooms_count && always; i++)
    plan->rooms[i].from_date = plan->rooms[i].to_date = DATE_NONE;
  for (int i = 0; i < plan->staff_count && always; i++)
    plan->staff[i].from_date = plan->staff[i].to_date = DATE_NONE;
  if (random_chance(luck, 5)) {
    plan->staff_count = 0;
    for (int i = 0; i < plan->services_count; i++)
      plan->services[i].staff_needed = 0;
  }
  if (random_chance(luck, 4))
    plan->rooms_count = 0;
}

static void draw_mix(GRand *luck, Plan *plan) {
  PlanRegulars *regulars = &plan->regulars;
  int32_t left = 100000;
  regulars->service_mix_per_100k_count = random_between(luck, 1, plan->services_count);
  for (int i = 0; i < regulars->service_mix_per_100k_count; i++) {
    bool last = i == regulars->service_mix_per_100k_count - 1;
    regulars->service_mix_per_100k[i] = last ? left : random_between(luck, 0, left);
    left -= regulars->service_mix_per_100k[i];
  }
}

static void draw_regulars(GRand *luck, Plan *plan) {
  PlanRegulars *regulars = &plan->regulars;
  int sale_month = date_month(plan->deal.sale_date) - 1;
  for (int weekday = 0; weekday < 7; weekday++)
    regulars->wanted_milli_visits[weekday] =
        random_chance(luck, 20) ? 0 : random_between(luck, 0, 3000);
  for (int month = 0; month < 12; month++) {
    bool first_months = (month - sale_month + 12) % 12 < 2;
    regulars->season_per_100k[month] =
        first_months ? random_between(luck, 50000, 200000) : random_between(luck, 0, 20000);
  }
  regulars->level_per_100k = random_chance(luck, 5) ? 0 : random_between(luck, 30000, 150000);
  draw_mix(luck, plan);
  bool flat = random_chance(luck, 30);
  for (int hour = 0; hour < 24; hour++)
    regulars->start_weight_by_hour[hour] = flat ? 1 : random_between(luck, 0, 9);
  regulars->start_weight_by_hour[12] = 1;
  regulars->lead_mean_milli_days = random_chance(luck, 20) ? 0 : random_between(luck, 0, 20000);
  regulars->flexibility_minutes = random_chance(luck, 20) ? 0 : random_between(luck, 0, 180);
  regulars->patience_open_days = random_between(luck, 0, 4);
  regulars->leave_for_good_per_100k = random_between(luck, 0, 100000);
}

static void draw_limits(GRand *luck, Plan *plan) {
  PlanDeal *deal = &plan->deal;
  deal->allowed_begin_minute = random_chance(luck, 70) ? 0 : random_between(luck, 0, 900);
  deal->allowed_end_minute = random_chance(luck, 70) ? 2880 : random_between(luck, 901, 1700);
  for (int weekday = 0; weekday < 7; weekday++)
    deal->weekday_quota[weekday] = random_chance(luck, 60) ? PLAN_NONE : random_between(luck, 0, 3);
  deal->daily_limit_per_100k =
      random_chance(luck, 70) ? PLAN_NONE : random_between(luck, 5000, 100000);
  deal->blackout_dates_count = random_between(luck, 0, 5);
  for (int i = 0; i < deal->blackout_dates_count; i++)
    deal->blackout_dates[i] = deal->sale_date + random_between(luck, 0, 60);
}

static void draw_promotion(GRand *luck, Plan *plan) {
  PlanDeal *deal = &plan->deal;
  int sort = random_between(luck, 1, 100);
  int days = sort <= 7 ? 0 : random_between(luck, 1, sort <= 75 ? 60 : sort <= 97 ? 200 : 731);
  deal->promotion_end_date = deal->sale_date + days;
  deal->sale_days = 1;
  deal->used_per_100k = random_chance(luck, 30) ? 100000 : random_between(luck, 0, 100000);
  int32_t first = random_between(luck, 0, 99999), last = random_between(luck, 1, 100000 - first);
  deal->curve = (RedemptionCurve){first, random_between(luck, 100, 20000), 100000 - first - last,
                                  last, random_between(luck, 100, 9000)};
}

static void draw_deal(GRand *luck, Plan *plan) {
  PlanDeal *deal = &plan->deal;
  draw_promotion(luck, plan);
  draw_limits(luck, plan);
  deal->service_index = random_between(luck, 0, plan->services_count - 1);
  deal->vouchers_sold = random_between(luck, 0, 40);
  deal->contract_cap = random_chance(luck, 20) ? random_between(luck, 0, 40) : PLAN_NONE;
  deal->list_price_cents = 10000;
  deal->price_cents = random_between(luck, 100, 10000);
  deal->commission_per_100k = random_between(luck, 0, 60000);
  deal->visits_per_voucher = random_chance(luck, 60) ? 1 : random_between(luck, 2, 4);
  deal->gap_days = random_chance(luck, 30) ? 0 : random_between(luck, 0, 12);
  deal->lead_mean_milli_days = random_chance(luck, 20) ? 1000 : random_between(luck, 1000, 12000);
  deal->patience_days = random_chance(luck, 20) ? 0 : random_between(luck, 0, 15);
  deal->no_show_per_100k = random_chance(luck, 30) ? 0 : random_between(luck, 0, 40000);
  deal->no_show_rule = random_chance(luck, 50) ? NO_SHOW_REBOOK : NO_SHOW_FORFEIT;
  PlanClients *clients = &plan->clients;
  clients->existing_per_100k = random_chance(luck, 30) ? 0 : random_between(luck, 0, 100000);
  clients->return_per_100k = random_chance(luck, 20) ? 0 : random_between(luck, 0, 100000);
  clients->return_visits_per_year_milli =
      random_chance(luck, 10) ? 0 : random_between(luck, 100, 30000);
  clients->extras_share_per_100k = random_between(luck, 0, 100000);
  clients->incentive_cents = 1000;
}

void year_plan_draw(GRand *luck, Plan *plan) {
  random_plan_draw(luck, plan);
  plan->business.tax_regime = REGIME_EXEMPT;
  draw_services(luck, plan);
  draw_place(luck, plan);
  draw_regulars(luck, plan);
  draw_deal(luck, plan);
}
