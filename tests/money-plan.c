/* See money-plan.h. */
#include "tests/money-plan.h"

#include "model/plan/fields.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"

/* Fields and the ends between which they are drawn. */
static const struct {
  const char *path;
  int64_t least, most;
} drawn[] = {
    {"business.tax_regime", 0, REGIME_COUNT - 1},
    {"business.legal_form", 0, LEGAL_COUNT - 1},
    {"business.provincial_tax_applies", 0, 1},
    {"business.reporting_period", 0, REPORTING_COUNT - 1},
    {"business.fiscal_year_end_month", 1, 12},
    {"business.opening_cash_cents", -500000, 4000000},
    {"business.cash_floor_cents", 0, 1500000},
    {"business.fixed_costs_monthly_cents", 0, 1000000},
    {"business.fixed_costs_taxable_per_100k", 0, 100000},
    {"business.owner_draw_monthly_cents", 0, 500000},
    {"business.contributions_per_100k", 0, 30000},
    {"services[0].list_price_cents", 500, 20000},
    {"services[0].supplies_cents", 0, 900},
    {"services[0].pay_rule", 0, PAY_HOURLY},
    {"services[0].pay_per_100k", 0, 70000},
    {"services[0].pay_flat_cents", 0, 6000},
    {"services[1].list_price_cents", 500, 30000},
    {"services[1].supplies_cents", 0, 900},
    {"services[1].pay_rule", 0, PAY_HOURLY},
    {"services[1].pay_per_100k", 0, 70000},
    {"services[1].pay_flat_cents", 0, 6000},
    {"regulars.level_per_100k", 0, 150000},
    {"regulars.leave_for_good_per_100k", 0, 100000},
    {"regulars.visits_per_year_milli", 0, 12000},
    {"deal.service_index", 0, 1},
    {"deal.list_price_cents", 400, 40000},
    {"deal.price_cents", 200, 20000},
    {"deal.tax_treatment", 0, TREATMENT_COUNT - 1},
    {"deal.price_tax_wording", 0, WORDING_COUNT - 1},
    {"deal.commission_per_100k", 0, 99000},
    {"deal.commission_tax", 0, COMMISSION_TAX_COUNT - 1},
    {"deal.card_fee_base", 0, CARD_FEE_BASE_COUNT - 1},
    {"deal.card_fee_taxed", 0, 1},
    {"deal.vouchers_sold", 0, 900},
    {"deal.sale_days", 1, 20},
    {"deal.payout_basis", 0, PAYOUT_COUNT - 1},
    {"deal.used_per_100k", 0, 100000},
    {"deal.breakage_policy", 0, BREAKAGE_COUNT - 1},
    {"deal.no_show_per_100k", 0, 30000},
    {"deal.no_show_rule", 0, NO_SHOW_COUNT - 1},
    {"deal.if_not_served", 0, UNSERVED_COUNT - 1},
    {"deal.hold_back_days", 0, 400},
    {"deal_pay.rule", 0, PAY_COUNT - 1},
    {"deal_pay.flat_cents", 0, 6000},
    {"deal_pay.per_100k", 0, 60000},
    {"clients.existing_per_100k", 0, 100000},
    {"clients.extras_cents", 0, 5000},
    {"clients.extras_share_per_100k", 0, 100000},
    {"clients.extras_cost_per_100k", 0, 100000},
    {"clients.return_per_100k", 0, 60000},
    {"clients.incentive_cents", 0, 9000},
    {"phone.extra_people", 0, 3},
    {"phone.extra_days", 0, 9},
    {"conditions.goal", 0, GOAL_COUNT - 1},
};

static int between(GRand *luck, int least, int most) {
  return g_rand_int_range(luck, least, most + 1);
}

/* One time in three, something the example does not have. */
static bool seldom(GRand *luck) {
  return between(luck, 1, 3) == 1;
}

static void draw_staff(GRand *luck, Plan *plan) {
  bool guarantee = seldom(luck);
  for (int i = 0; i < plan->staff_count; i++) {
    PlanStaff *person = &plan->staff[i];
    if (guarantee)
      person->guarantee_cents_per_hour = between(luck, 0, 2500);
    if (!seldom(luck))
      continue;
    person->employment = EMPLOYMENT_SELF_EMPLOYED;
    person->gst_registered = seldom(luck);
    person->guarantee_cents_per_hour = 0;
  }
}

static void draw_contract(GRand *luck, PlanDeal *deal) {
  if (seldom(luck))
    deal->visits_per_voucher = between(luck, 2, 6);
  if (seldom(luck))
    deal->gap_days = between(luck, 0, 30);
  if (seldom(luck))
    deal->card_fee_per_100k = between(luck, 0, 4000);
  if (seldom(luck))
    deal->fixed_fee_cents = between(luck, 0, 50000);
  if (seldom(luck))
    deal->hold_back_per_100k = between(luck, 0, 30000);
  if (seldom(luck))
    deal->refund_before_use_per_100k = between(luck, 0, 30000);
  if (seldom(luck))
    deal->refund_after_use_per_100k = between(luck, 0, 30000);
  if (seldom(luck))
    deal->site_stops_paying_date = deal->sale_date + between(luck, 0, 300);
  deal->instalments_count = between(luck, 1, 4);
  for (int i = 0; i < deal->instalments_count; i++)
    deal->instalments[i] = (Instalment){.after_days = between(luck, 0, 120),
                                        .business_days = seldom(luck),
                                        .weight = between(luck, i == 0, 5)};
}

static void draw_taxes(GRand *luck, Plan *plan) {
  PlanBusiness *business = &plan->business;
  business->gst_registered = !seldom(luck);
  if (business->gst_registered && seldom(luck))
    business->gst_registered_from_date = plan->deal.sale_date + between(luck, -40, 455);
  business->quick_method = business->gst_registered && seldom(luck);
  business->custom_taxes_count = between(luck, 0, CUSTOM_TAXES_MAX);
  for (int i = 0; i < business->custom_taxes_count; i++)
    business->custom_taxes[i] = (CustomTax){.rate_per_100k = between(luck, 0, 25000),
                                            .on_previous = seldom(luck),
                                            .recoverable = !seldom(luck)};
}

static void draw_once(GRand *luck, Plan *plan, const Plan *example) {
  *plan = *example;
  for (size_t i = 0; i < G_N_ELEMENTS(drawn); i++)
    plan_set(plan, drawn[i].path, between(luck, (int)drawn[i].least, (int)drawn[i].most));
  /* Any year with rules for every regime, so that rates change inside some horizons. */
  plan->deal.sale_date =
      date_from_ymd(between(luck, 2013, 2026), between(luck, 1, 12), between(luck, 4, 28));
  draw_taxes(luck, plan);
  if (seldom(luck))
    plan->clients.tips_cents_per_visit = between(luck, 0, 1500);
  plan->deal.promotion_end_date = plan->deal.sale_date + between(luck, 60, 700);
  plan->one_off_costs_count = between(luck, 0, 2);
  for (int i = 0; i < plan->one_off_costs_count; i++)
    plan->one_off_costs[i] = (OneOffCost){.name = "Cost",
                                          .cents = between(luck, 0, 90000),
                                          .date = plan->deal.sale_date + between(luck, 0, 400),
                                          .taxable = !seldom(luck)};
  draw_staff(luck, plan);
  draw_contract(luck, &plan->deal);
}

void money_plan_draw(GRand *luck, Plan *plan) {
  static Plan example;
  Problems problems;
  if (example.services_count == 0)
    plan_example(&example);
  do {
    draw_once(luck, plan, &example);
    plan_check(plan, &problems);
  } while (problems.blocking_count > 0);
}
