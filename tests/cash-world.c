/* See cash-world.h. */
#include "tests/cash-world.h"

#include "model/store/plan-json.h"

void world_free(World *world) {
  g_free(world);
}

World *world_new(void) {
  World *world = g_new0(World, 1);
  plan_example(&world->plan);
  PlanBusiness *business = &world->plan.business;
  business->opening_cash_cents = business->fixed_costs_monthly_cents = 0;
  business->owner_draw_monthly_cents = business->cash_floor_cents = 0;
  world->plan.phone.extra_days = 0;
  timetable_fill(&world->plan, &world->timetable);
  world->year.days = world->timetable.days;
  return world;
}

void world_compute(World *world) {
  timetable_fill(&world->plan, &world->timetable);
  cash_compute(&world->plan, &world->timetable, &world->year, true, &world->cash);
}

int day_of(const World *world, int year, int month, int day) {
  return date_from_ymd(year, month, day) - world->plan.deal.sale_date;
}

int64_t on(const World *world, CashLine line, int year, int month, int day) {
  return world->cash.day[day_of(world, year, month, day)].line_cents[line];
}

int64_t sum_of(const World *world, CashLine line) {
  int64_t sum_cents = 0;
  for (int i = 0; i < world->cash.days; i++)
    sum_cents += world->cash.day[i].line_cents[line];
  return sum_cents;
}

void add_deal_visits(World *world, int day, int visits) {
  world->year.day[day].visits[VISIT_DEAL] += visits;
  world->year.day[day].deal_last += visits;
  world->year.vouchers_wanted += visits;
  world->year.vouchers_served += visits;
}

void add_regular(World *world, int year, int month, int day, int visits) {
  YearDay *on_day = &world->year.day[day_of(world, year, month, day)];
  on_day->visits[VISIT_REGULAR] += visits;
  on_day->service_visits[VISIT_REGULAR][0] += visits;
}
