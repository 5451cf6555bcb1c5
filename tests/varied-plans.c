/* See varied-plans.h. */
#include "tests/varied-plans.h"

#include <glib.h>
#include <stdlib.h>

#include "model/year/year-scratch.h"
#include "model/plan/fields.h"
#include "model/store/plan-json.h"

/* Fields and the ends between which they are drawn. */
static const struct {
  const char *path;
  int64_t least, most;
} drawn[] = {
    {"deal.vouchers_sold", 0, 2500},
    {"deal.price_cents", 1500, 15900},
    {"deal.commission_per_100k", 0, 65000},
    {"deal.price_tax_wording", 0, WORDING_COUNT - 1},
    {"deal.used_per_100k", 30000, 100000},
    {"deal.payout_basis", 0, PAYOUT_COUNT - 1},
    {"deal.refund_before_use_per_100k", 0, 9000},
    {"deal.weekday_quota[4]", 0, 12},
    {"deal.card_fee_per_100k", 0, 4000},
    {"deal.visits_per_voucher", 1, 4},
    {"deal_pay.flat_cents", 500, 6000},
    {"staff[0].guarantee_cents_per_hour", 0, 2500},
    {"regulars.level_per_100k", 1000, 220000},
    {"regulars.patience_open_days", 0, 5},
    {"business.opening_cash_cents", -500000, 4000000},
    {"business.cash_floor_cents", 0, 1500000},
    {"business.gst_registered", 0, 1},
    {"business.tax_regime", 0, REGIME_EXEMPT},
    {"clients.existing_per_100k", 0, 100000},
    {"clients.return_per_100k", 0, 60000},
    {"conditions.goal", 0, GOAL_COUNT - 1},
    {"conditions.weekly_share_max_per_100k", 20000, 100000},
    {"conditions.extra_refused_max_per_100k", 0, 50000},
};

static void draw_plan(GRand *luck, Plan *plan) {
  plan_example(plan);
  for (int change = g_rand_int_range(luck, 0, 7); change > 0; change--) {
    int i = g_rand_int_range(luck, 0, G_N_ELEMENTS(drawn));
    int64_t value = g_rand_int_range(luck, (gint32)drawn[i].least, (gint32)drawn[i].most + 1);

    g_assert_true(plan_set(plan, drawn[i].path, value));
  }
  if (g_rand_int_range(luck, 0, 12) == 0) {
    plan->rooms_count = 0;
  }
}

void varied_plans_each(int count, void (*check)(const VariedPlan *varied)) {
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);
  g_autoptr(GRand) luck = g_rand_new_with_seed(444);

  for (int made = 0; made < count;) {
    Problems problems;

    draw_plan(luck, &varied->plan);
    plan_check(&varied->plan, &problems);
    if (problems.blocking_count > 0) {
      continue;
    }
    results_compute(&varied->plan, &varied->results, scratch);
    check(varied);
    made++;
  }
  free(scratch);
  free(varied);
}
