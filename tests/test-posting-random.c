/* Random events and whole random campaigns over random plans. */
#include "tests/money-plan.h"
#include "tests/posting-case.h"

static int64_t draw_cents(GRand *luck) {
  return g_rand_int_range(luck, -2, 8) <= 0 ? 0 : g_rand_int_range(luck, -50000, 500000);
}

static void post_random_use(GRand *luck, Journal *journal, const Plan *plan, int32_t date) {
  TaxSet set = tax_set_collected(&plan->business, date);
  int64_t extras_cents = plan->clients.extras_cents;
  Redemptions redemptions = {
      .date = date,
      .set = set,
      .invoice = tax_counter_invoice(&plan->business, &plan->deal, date, 1, extras_cents),
      .extras_cents = extras_cents,
      .deferred_cents = posting_sold(plan, plan->deal.sale_date, 1).deferred_cents,
      .count = g_rand_int_range(luck, 0, 40)};
  post_redemptions(journal, plan, &redemptions);
}

static void post_random_voucher_event(GRand *luck, Journal *journal, const Plan *plan,
                                      int32_t date) {
  int count = g_rand_int_range(luck, 0, 40);
  int64_t price_cents = plan->deal.price_cents;
  int64_t deferred_cents = posting_sold(plan, date, 1).deferred_cents;
  int64_t tax_cents[TAX_COMPONENTS_MAX] = {0};
  TaxSet set;
  tax_set_for_sales(&plan->business, date, &set);
  for (int i = 0; i < set.count; i++)
    tax_cents[i] = draw_cents(luck);
  switch (g_rand_int_range(luck, 0, 13)) {
  case 0:
    return post_sale(journal, plan, date, count);
  case 1:
    return post_refund_before_use(journal, plan, date, count, g_rand_boolean(luck));
  case 2:
    return post_refund_unserved(journal, plan, date, draw_cents(luck), tax_cents, deferred_cents,
                                draw_cents(luck), draw_cents(luck), count);
  case 3:
    return post_refund_after_use(journal, plan, date, draw_cents(luck), tax_cents, count);
  case 4:
    return post_statement(journal, plan, date, price_cents * count, draw_cents(luck),
                          draw_cents(luck));
  case 5:
    return post_breakage(journal, plan,
                         g_rand_boolean(luck) ? ENTRY_BREAKAGE : ENTRY_BREAKAGE_WITH_USE, date,
                         draw_cents(luck), draw_cents(luck), draw_cents(luck), count);
  case 6:
    return post_commission_matched(journal, plan, date, draw_cents(luck), draw_cents(luck), count);
  case 7:
    return post_forfeit(journal, plan, date, price_cents, deferred_cents, count);
  case 8:
    return post_late_use(journal, plan, date, draw_cents(luck), price_cents,
                         plan->clients.extras_cents, count);
  case 9:
    return post_fixed_fee(journal, plan, date);
  case 10:
    return post_site_default(journal, date, draw_cents(luck));
  case 11:
    return post_sale_accrued(journal, plan, date, draw_cents(luck), draw_cents(luck),
                             draw_cents(luck));
  default:
    return post_random_use(luck, journal, plan, date);
  }
}

static void post_random_business_event(GRand *luck, Journal *journal, const Plan *plan,
                                       int32_t date) {
  int count = g_rand_int_range(luck, 0, 40);
  TaxSet set = tax_set_collected(&plan->business, date), costs;
  tax_set_for_costs(&plan->business, date, &costs);
  TaxedAmount invoice = tax_add(&set, draw_cents(luck));
  Pay pay = {.deal = {draw_cents(luck), draw_cents(luck), draw_cents(luck)},
             .rest = {draw_cents(luck), draw_cents(luck), draw_cents(luck)},
             .accrued_cents = draw_cents(luck)};
  for (int i = 0; i < costs.count; i++)
    pay.credit_cents[i] = draw_cents(luck);
  switch (g_rand_int_range(luck, 0, 9)) {
  case 0:
    return post_full_price(journal, ENTRY_RETURNING, date, &set, &invoice, draw_cents(luck), count);
  case 1:
    return post_cost(journal, plan, ENTRY_SUPPLIES, date, ACCOUNT_SUPPLIES, draw_cents(luck),
                     draw_cents(luck), count, g_rand_boolean(luck));
  case 2:
    return post_pay(journal, plan, date, &pay);
  case 3:
    return post_pay_accrued(journal, plan, date, &pay);
  case 4:
    return post_contributions(journal, date, draw_cents(luck));
  case 5:
    return post_tips(journal, ENTRY_TIPS, date, draw_cents(luck), count);
  case 6:
    return post_owner_draw(journal, date, draw_cents(luck));
  case 7:
    return post_tax_kept(journal, plan, date, pay.credit_cents, g_rand_boolean(luck));
  default:
    return post_opening(journal, date, draw_cents(luck));
  }
}

#define RANDOM_PLANS 100
#define RANDOM_EVENTS 20

/* 2,000 events of any kind, amounts of nothing and below among them. That they balance is also
 * asserted where they are posted: this would not return. */
static void test_random_events(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(3);
  int posted = 0;
  for (int i = 0; i < RANDOM_PLANS; i++) {
    g_autofree Plan *plan = g_new(Plan, 1);
    money_plan_draw(luck, plan);
    g_autoptr(Journal) journal = journal_new();
    for (int event = 0; event < RANDOM_EVENTS; event++) {
      int32_t date = plan->deal.sale_date + g_rand_int_range(luck, 0, 800);
      if (g_rand_boolean(luck))
        post_random_voucher_event(luck, journal, plan, date);
      else
        post_random_business_event(luck, journal, plan, date);
    }
    case_assert_sound(journal);
    posted += journal_entry_count(journal);
  }
  g_assert_cmpint(posted, >, RANDOM_PLANS * RANDOM_EVENTS / 2);
}

/* Any contract, any tax, any mix of uses: what the sale put on 1200 and 2200 is taken off to the
 * cent, and the payouts of the statements settle 1100. */
static void test_random_campaigns(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(4);
  for (int i = 0; i < 400; i++) {
    g_autofree Plan *plan = g_new(Plan, 1);
    money_plan_draw(luck, plan);
    plan->deal.sale_days = 1; /* the statement is of the sale date */
    plan->deal.visits_per_voucher = g_rand_int_range(luck, 1, 5);
    Campaign campaign = {.sold = 100,
                         .refunded = g_rand_int_range(luck, 0, 10),
                         .used = g_rand_int_range(luck, 0, 60),
                         .used_with_extras = g_rand_int_range(luck, 0, 6),
                         .used_late = g_rand_int_range(luck, 0, 6),
                         .forfeited = g_rand_int_range(luck, 0, 6),
                         .unserved = g_rand_int_range(luck, 0, 6),
                         .refunded_after = g_rand_int_range(luck, 0, 3),
                         .extras_cents = plan->clients.extras_cents,
                         .site_stops = g_rand_boolean(luck)};
    g_autoptr(Journal) journal = journal_new();
    case_campaign_post(journal, plan, &campaign);
    case_assert_sound(journal);
    g_assert_true(case_is_closed(journal));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/posting-random/events", test_random_events);
  g_test_add_func("/posting-random/campaigns", test_random_campaigns);
  return g_test_run();
}
