/* See books-plan.h. */
#include "tests/books-plan.h"

#include <stdlib.h>

#include "model/year/year-scratch.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/money-plan.h"

BooksPlan *books_example_new(void) {
  BooksPlan *books_plan = g_new0(BooksPlan, 1);
  plan_example(&books_plan->plan);
  return books_plan;
}

void books_plan_compute(BooksPlan *books_plan) {
  YearScratch *scratch = calloc(1, sizeof *scratch);
  results_compute(&books_plan->plan, &books_plan->results, scratch);
  free(scratch);
}

static int between(GRand *luck, int least, int most) {
  return g_rand_int_range(luck, least, most + 1);
}

static bool one_in(GRand *luck, int times) {
  return between(luck, 1, times) == 1;
}

static void draw_registration(GRand *luck, Plan *plan) {
  PlanBusiness *business = &plan->business;
  business->quick_method = business->gst_registered && one_in(luck, 4);
  if (business->gst_registered && one_in(luck, 5))
    business->gst_registered_from_date = plan->deal.sale_date + between(luck, 1, 450);
  if (one_in(luck, 3))
    business->other_taxable_sales_12_months_cents = between(luck, 0, 4000000);
  /* Small enough, now and then, to pass the threshold late or never. */
  if (!business->gst_registered && one_in(luck, 2))
    plan->regulars.level_per_100k = between(luck, 0, 12000);
}

static void draw_books(GRand *luck, Plan *plan) {
  PlanDeal *deal = &plan->deal;
  draw_registration(luck, plan);
  deal->commission_expense = one_in(luck, 4) ? COMMISSION_AT_SALE : COMMISSION_MATCHED;
  if (one_in(luck, 2))
    deal->breakage_date = deal->promotion_end_date + between(luck, -5, 100);
  if (one_in(luck, 3))
    plan->clients.tips_cents_per_visit = between(luck, 0, 2000);
  if (one_in(luck, 9))
    plan->rooms_count = 0;
  if (one_in(luck, 12))
    deal->vouchers_sold = between(luck, 0, 3);
  /* Most sell at today's taxes. */
  if (one_in(luck, 2)) {
    int32_t shift =
        date_from_ymd(2026, between(luck, 1, 6), between(luck, 4, 28)) - deal->sale_date;
    deal->sale_date += shift;
    deal->promotion_end_date += shift;
    if (deal->breakage_date != DATE_NONE)
      deal->breakage_date += shift;
    if (deal->site_stops_paying_date != DATE_NONE)
      deal->site_stops_paying_date += shift;
    if (plan->business.gst_registered_from_date != DATE_NONE)
      plan->business.gst_registered_from_date += shift;
    for (int i = 0; i < plan->one_off_costs_count; i++)
      plan->one_off_costs[i].date += shift;
  }
}

void books_plans_each(int count, void (*check)(const BooksPlan *books_plan, int number)) {
  BooksPlan *books_plan = calloc(1, sizeof *books_plan);
  YearScratch *scratch = calloc(1, sizeof *scratch);
  g_autoptr(GRand) luck = g_rand_new_with_seed(1002);
  for (int made = 0; made < count;) {
    Problems problems;
    money_plan_draw(luck, &books_plan->plan);
    draw_books(luck, &books_plan->plan);
    plan_check(&books_plan->plan, &problems);
    if (problems.blocking_count > 0)
      continue;
    results_compute(&books_plan->plan, &books_plan->results, scratch);
    check(books_plan, made++);
  }
  free(scratch);
  free(books_plan);
}
