/* The books of the shipped example and of plans near it, by hand. */
#include "model/base/money.h"
#include "model/cash/day-rates.h"
#include "model/cash/pay.h"
#include "tests/books-checks.h"
#include "tests/books-plan.h"

/* 444 at 80.00: the example's year as domain §10.2 and §16 have it. */
static void test_example(void) {
  g_autofree BooksPlan *example = books_example_new();
  books_plan_compute(example);
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  CutOff cut_offs[CUT_OFFS_MAX];
  g_assert_cmpint(books_cut_offs(books, cut_offs), ==, 2);
  g_assert_cmpint(cut_offs[0].date, ==, date_from_ymd(2026, 12, 31));
  g_assert_true(cut_offs[1].is_horizon);
  const Year *year = &example->results.with;
  int32_t used = 0;
  for (int32_t date = books_first_date(books); date <= cut_offs[0].date; date++)
    used += year->day[date - books_first_date(books)].visits[VISIT_DEAL];
  g_assert_cmpint(cut_offs[0].vouchers_outstanding, ==, 444 - used);
  g_assert_cmpint(cut_offs[0].deferred_cents, ==, (444 - used) * INT64_C(8000));
  g_assert_cmpint(cut_offs[0].prepaid_cents, ==, (444 - used) * INT64_C(4000));
  g_assert_cmpint(cut_offs[0].receivable_cents, ==, 0);
  /* What is left is never income: the paid amount does not expire in Québec. */
  int32_t owed =
      year->vouchers_sold - year->vouchers_served - refunded_before_use(&example->plan, year);
  g_assert_cmpint(cut_offs[1].deferred_cents, ==, owed * INT64_C(8000));
}

/* The campaign of domain §10.3 as a year: 100 sold at 50.00, 80 used, 2 given back, 18 judged never
 * to be used; nobody else comes, nobody is paid. */
static void test_campaign(void) {
  g_autofree BooksPlan *example = books_example_new();
  Plan *plan = &example->plan;
  PlanDeal *deal = &plan->deal;
  deal->vouchers_sold = 100;
  deal->price_cents = 5000;
  deal->used_per_100k = 80000;
  deal->refund_before_use_per_100k = 2000;
  deal->no_show_per_100k = 0;
  deal->instalments[0].weight = 2;
  deal->breakage_policy = BREAKAGE_WHEN_REMOTE;
  deal->breakage_date = deal->promotion_end_date + 30;
  plan->deal_pay = (PlanDealPay){.rule = PAY_FLAT};
  plan->clients.extras_share_per_100k = plan->clients.return_per_100k = 0;
  plan->regulars.level_per_100k = 0;
  plan->phone.extra_days = plan->one_off_costs_count = 0;
  plan->business.opening_cash_cents = plan->business.fixed_costs_monthly_cents = 0;
  plan->business.owner_draw_monthly_cents = 0;
  for (int i = 0; i < plan->services_count; i++)
    plan->services[i].supplies_cents = 0;
  for (int i = 0; i < plan->staff_count; i++)
    plan->staff[i].employment = EMPLOYMENT_SELF_EMPLOYED;
  books_plan_compute(example);
  g_assert_cmpint(example->results.with.vouchers_served, ==, 80);
  g_autoptr(Books) books = books_new_settled(plan, &example->results);
  Journal *journal = books_projected(books);
  static const int64_t receivable_cents[] = {212562, 106281, 53140, 0};
  const int32_t dates[] = {deal->sale_date, date_from_ymd(2026, 2, 11), date_from_ymd(2026, 3, 18),
                           date_from_ymd(2026, 4, 29)};
  for (size_t i = 0; i < G_N_ELEMENTS(dates); i++)
    g_assert_cmpint(account_through(journal, dates[i], ACCOUNT_RECEIVABLE), ==,
                    receivable_cents[i]);
  TrialBalance balance;
  trial_balance_fill(journal, INT32_MAX, &balance);
  for (int account = 0; account < ACCOUNT_COUNT; account++) {
    int64_t expected_cents = account == ACCOUNT_BANK || account == ACCOUNT_COMMISSION ? 245000
                             : account == ACCOUNT_DEAL                                ? -400000
                             : account == ACCOUNT_BREAKAGE                            ? -90000
                                                                                      : 0;
    g_assert_cmpint(balance.balance_cents[account], ==, expected_cents);
  }
}

/* A sale of 30 days with a year end in it: what is used before the site's statement stands on the
 * receivable at the own share of 40.00, its taxes waiting for the statement; then all is as if it
 * had been on the statement alone. */
static void test_used_before_statement(void) {
  g_autofree BooksPlan *example = books_example_new();
  example->plan.deal.sale_days = 30;
  example->plan.business.fiscal_year_end_month = 2;
  books_plan_compute(example);
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  Journal *journal = books_projected(books);
  int32_t year_end_date = date_from_ymd(2026, 2, 28), sold_date = date_from_ymd(2026, 3, 5);
  int used = 0, used_by_sale = 0;
  for (int i = 0; i <= sold_date - books_first_date(books); i++) {
    int visits = example->results.with.day[i].visits[VISIT_DEAL];
    used += i <= year_end_date - books_first_date(books) ? visits : 0;
    used_by_sale += visits;
  }
  g_assert_cmpint(used, >, 20);
  CutOff cut_offs[CUT_OFFS_MAX];
  g_assert_cmpint(books_cut_offs(books, cut_offs), >, 1);
  g_assert_cmpint(cut_offs[0].date, ==, year_end_date);
  g_assert_cmpint(cut_offs[0].vouchers_outstanding, ==, 0);
  g_assert_cmpint(cut_offs[0].deferred_cents, ==, 0);
  g_assert_cmpint(cut_offs[0].prepaid_cents, ==, 0);
  g_assert_cmpint(cut_offs[0].receivable_cents, ==, used * INT64_C(4000));
  g_assert_cmpint(cut_offs[0].not_yet_earned_cents, ==, 0);
  g_assert_cmpint(account_through(journal, sold_date, ACCOUNT_DEFERRED), ==,
                  -(444 - used_by_sale) * INT64_C(8000));
  g_assert_cmpint(account_through(journal, sold_date, ACCOUNT_PREPAID_COMMISSION), ==,
                  (444 - used_by_sale) * INT64_C(4000));
  g_assert_cmpint(account_through(journal, sold_date, ACCOUNT_RECEIVABLE), ==, 1510044);
  DeferredMonth months[MONTHS_MAX];
  deferred_months_fill(journal, books_first_date(books), books_last_date(books), months);
  g_assert_cmpint(months[0].sold_cents, ==, used * INT64_C(8000));
  g_assert_cmpint(months[0].closing_cents, ==, 0);
  g_assert_cmpint(months[0].sold_cents + months[1].sold_cents, ==, 444 * INT64_C(8000));
}

/* Pay of a period cut by a year end stands on 2300 until its pay day: by December 31, 2026 the
 * visits of 9 days of 14 earned 5,951.40 with contributions of 20 %. */
static void test_pay_accrued(void) {
  g_autofree BooksPlan *example = books_example_new();
  books_plan_compute(example);
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  Journal *journal = books_projected(books);
  int32_t year_end_date = date_from_ymd(2026, 12, 31);
  int64_t accrued_cents = 0;
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    const JournalLine *line = journal_lines(journal, entry);
    for (int k = 0; k < entry->line_count; k++)
      if (entry->kind == ENTRY_PAY_ACCRUED && entry->date == year_end_date &&
          line[k].account == ACCOUNT_WAGES)
        accrued_cents -= line[k].cents;
  }
  g_assert_cmpint(accrued_cents, ==, 595140);
  /* The contributions of December are due too. */
  int64_t due_cents = 0;
  int period = (year_end_date - books_first_date(books)) / PAY_PERIOD_DAYS;
  for (int i = 0; i < period; i++)
    if (date_month(books_first_date(books) + (i + 1) * PAY_PERIOD_DAYS - 1) == 12)
      due_cents +=
          pay_period(&example->plan, &example->results.timetable, &example->results.with, i)
              .contributions_cents;
  CutOff cut_offs[CUT_OFFS_MAX];
  books_cut_offs(books, cut_offs);
  g_assert_cmpint(cut_offs[0].date, ==, year_end_date);
  g_assert_cmpint(cut_offs[0].wages_cents, ==, due_cents + accrued_cents);
  g_autofree char *fault = accrual_fault(journal, books);
  g_assert_cmpstr(fault, ==, NULL);
}

/* The site owed 1/3 and the hold-back on the day it stopped. */
static void test_site_default(void) {
  g_autofree BooksPlan *example = books_example_new();
  example->plan.deal.site_stops_paying_date = date_from_ymd(2026, 4, 29);
  books_plan_compute(example);
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  Journal *journal = books_projected(books);
  g_assert_cmpint(account_through(journal, date_from_ymd(2026, 4, 28), ACCOUNT_RECEIVABLE), ==,
                  503348);
  g_assert_cmpint(account_through(journal, date_from_ymd(2026, 4, 29), ACCOUNT_RECEIVABLE), ==, 0);
  g_assert_cmpint(account_through(journal, date_from_ymd(2026, 4, 29), ACCOUNT_BAD_DEBT), ==,
                  503348);
}

/* Breakage as one entry on its date, or spread over the uses; the same in the end. */
static void test_breakage(void) {
  g_autofree BooksPlan *example = books_example_new();
  PlanDeal *deal = &example->plan.deal;
  deal->breakage_policy = BREAKAGE_WHEN_REMOTE;
  deal->breakage_date = deal->promotion_end_date + 60;
  books_plan_compute(example);
  g_autoptr(Books) remote = books_new(&example->plan, &example->results);
  Journal *journal = books_projected(remote);
  int64_t idle = example->results.with.vouchers_sold - example->results.with.vouchers_wanted -
                 refunded_before_use(&example->plan, &example->results.with);
  g_assert_cmpint(account_through(journal, deal->breakage_date - 1, ACCOUNT_BREAKAGE), ==, 0);
  g_assert_cmpint(account_through(journal, deal->breakage_date, ACCOUNT_BREAKAGE), ==,
                  -idle * 8000);
  deal->breakage_policy = BREAKAGE_PROPORTIONAL;
  books_plan_compute(example);
  g_autoptr(Books) with_use = books_new(&example->plan, &example->results);
  journal = books_projected(with_use);
  g_assert_cmpint(account_through(journal, books_last_date(with_use), ACCOUNT_BREAKAGE), ==,
                  -idle * 8000);
  int32_t half_date = books_first_date(with_use) + 60;
  int64_t used = 0, all = 0;
  for (int i = 0; i < example->results.days; i++) {
    all += example->results.with.day[i].visits[VISIT_DEAL];
    used += i <= 60 ? example->results.with.day[i].visits[VISIT_DEAL] : 0;
  }
  g_assert_cmpint(account_through(journal, half_date, ACCOUNT_BREAKAGE), ==,
                  -money_scale_half_up(idle * 8000, used, all));
}

static int kind_count(Journal *journal, EntryKind kind) {
  int count = 0;
  for (int i = 0; i < journal_entry_count(journal); i++)
    count += journal_entry(journal, i)->kind == kind;
  return count;
}

static bool has_kind(Journal *journal, EntryKind kind) {
  return kind_count(journal, kind) > 0;
}

/* Each kind once, and only kinds that can happen. */
static void test_model(void) {
  g_autofree BooksPlan *example = books_example_new();
  books_plan_compute(example);
  g_autoptr(Books) plain = books_new(&example->plan, &example->results);
  Journal *model = books_model(plain);
  g_assert_true(has_kind(model, ENTRY_SALE));
  g_assert_true(has_kind(model, ENTRY_REDEMPTION));
  g_assert_true(has_kind(model, ENTRY_LATE_USE));
  g_assert_false(has_kind(model, ENTRY_STATEMENT));
  g_assert_false(has_kind(model, ENTRY_FORFEIT));
  g_assert_false(has_kind(model, ENTRY_BREAKAGE));
  g_assert_false(has_kind(model, ENTRY_SITE_DEFAULT));
  g_assert_false(has_kind(model, ENTRY_SALE_ACCRUED));
  /* The first used, the one used late, and one forfeited bear their commission each. */
  g_assert_cmpint(kind_count(model, ENTRY_COMMISSION_MATCHED), ==, 2);
  example->plan.deal.no_show_rule = NO_SHOW_FORFEIT;
  example->plan.deal.no_show_per_100k = 10000;
  example->plan.deal.breakage_policy = BREAKAGE_PROPORTIONAL;
  books_plan_compute(example);
  g_autoptr(Books) forfeited = books_new(&example->plan, &example->results);
  model = books_model(forfeited);
  g_assert_true(has_kind(model, ENTRY_FORFEIT));
  g_assert_cmpint(kind_count(model, ENTRY_COMMISSION_MATCHED), ==, 3);
  g_assert_true(has_kind(model, ENTRY_BREAKAGE_WITH_USE));
  g_assert_false(has_kind(model, ENTRY_BREAKAGE));
  example->plan.deal.payout_basis = PAYOUT_REDEEMED;
  books_plan_compute(example);
  g_autoptr(Books) redeemed = books_new(&example->plan, &example->results);
  model = books_model(redeemed);
  g_assert_true(has_kind(model, ENTRY_STATEMENT));
  g_assert_true(has_kind(model, ENTRY_FORFEIT));
  g_assert_false(has_kind(model, ENTRY_SALE));
  g_assert_false(has_kind(model, ENTRY_COMMISSION_MATCHED));
}

/* Both methods are the engine's own years; the 1 % credit is 300.00 + 314.21 a fiscal year
 * that the plan sees begin. */
static void test_quick_comparison(void) {
  g_autofree BooksPlan *example = books_example_new();
  books_plan_compute(example);
  const Cash *cash = &example->results.cash_with;
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  QuickComparison comparison;
  books_quick_comparison(books, &comparison);
  g_assert_true(comparison.exists);
  g_assert_cmpint(comparison.collected_cents, ==, cash->tax_collected_cents);
  g_assert_cmpint(comparison.regular_cents, ==,
                  cash->tax_collected_cents - cash->tax_credits_cents);
  g_assert_cmpint(comparison.quick_credit_cents, ==, 30000 + 31421);
  int64_t regular_with_cents = comparison.regular_cents;
  int64_t regular_without_cents = example->results.cash_without.tax_collected_cents -
                                  example->results.cash_without.tax_credits_cents;
  example->plan.business.quick_method = true;
  books_plan_compute(example);
  int64_t quick_cents = cash->tax_collected_cents - cash->tax_credits_cents - cash->tax_kept_cents;
  const Cash *without = &example->results.cash_without;
  int64_t quick_without_cents =
      without->tax_collected_cents - without->tax_credits_cents - without->tax_kept_cents;
  g_assert_cmpint(comparison.quick_cents, ==, quick_cents);
  g_assert_cmpint(comparison.gain_cents, ==, regular_with_cents - quick_cents);
  g_assert_cmpint(comparison.deal_gain_cents, ==,
                  regular_with_cents - quick_cents - (regular_without_cents - quick_without_cents));
  /* A heavy commission without credits: the deal is worse off (domain §5.4). */
  g_assert_cmpint(comparison.deal_gain_cents, <, 0);
  example->plan.business.quick_method = false;
  example->plan.business.tax_regime = REGIME_EXEMPT;
  books_plan_compute(example);
  g_autoptr(Books) exempt = books_new(&example->plan, &example->results);
  books_quick_comparison(exempt, &comparison);
  g_assert_false(comparison.exists);
  g_assert_false(comparison.is_possible);
}

/* Net of the invoices of one period that the deal brings, and of the others. */
static void taxed_sales_find(const BooksPlan *example, const Remittance *period,
                             int64_t *deal_cents, int64_t *rest_cents) {
  const Results *results = &example->results;
  DayRates rates;
  day_rates_init(&rates);
  *deal_cents = *rest_cents = 0;
  for (int i = 0; i < results->days; i++) {
    const YearDay *day = &results->with.day[i];
    int32_t date = results->sale_date + i;
    day_rates_refresh(&rates, &example->plan, date);
    if (date < period->period_begin_date || date > period->period_end_date)
      continue;
    DealVisits visits = deal_visits_of(day);
    for (int extras = 0; extras < 2; extras++)
      *deal_cents += rates.counter[1][extras].invoice.net_cents * visits.visits[1][extras];
    for (int service = 0; service < example->plan.services_count; service++) {
      int64_t cut = day->incentive_service_visits[service];
      *deal_cents +=
          rates.full[service].net_cents * (day->service_visits[VISIT_RETURNING][service] - cut) +
          rates.incentive[service].net_cents * cut;
      *rest_cents += rates.full[service].net_cents * day->service_visits[VISIT_REGULAR][service];
    }
  }
}

/* What the method leaves of a period goes to the deal in proportion of its taxed sales, its return
 * visits among them; half a cent of tax an invoice may turn the share. */
static void test_quick_method_of_the_deal(void) {
  g_autofree BooksPlan *example = books_example_new();
  example->plan.business.quick_method = true;
  books_plan_compute(example);
  const Cash *cash = &example->results.cash_with;
  int64_t expected_cents = 0, whole_cents = 0;
  for (int i = 0; i < cash->remittance_count; i++) {
    const Remittance *period = &cash->remittance[i];
    int64_t deal_cents, rest_cents;
    taxed_sales_find(example, period, &deal_cents, &rest_cents);
    int64_t kept_cents = period->kept_cents[0] + period->kept_cents[1];
    whole_cents += kept_cents;
    if (deal_cents + rest_cents > 0)
      expected_cents += money_scale_half_up(kept_cents, deal_cents, deal_cents + rest_cents);
  }
  g_autoptr(Books) books = books_new(&example->plan, &example->results);
  Income income;
  income_fill(books_projected(books), INT32_MIN, INT32_MAX, &income);
  int64_t deal_cents = income.deal_cents[ACCOUNT_TAX_KEPT];
  g_assert_cmpint(whole_cents, ==, cash->tax_kept_cents);
  g_assert_cmpint(deal_cents + income.rest_cents[ACCOUNT_TAX_KEPT], ==, whole_cents);
  g_assert_cmpint(ABS(deal_cents - expected_cents), <=, 20);
  g_assert_cmpint(deal_cents, >, whole_cents / 20);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/books/example", test_example);
  g_test_add_func("/books/campaign of 100", test_campaign);
  g_test_add_func("/books/pay accrued", test_pay_accrued);
  g_test_add_func("/books/site default", test_site_default);
  g_test_add_func("/books/breakage", test_breakage);
  g_test_add_func("/books/model", test_model);
  g_test_add_func("/books/quick comparison", test_quick_comparison);
  g_test_add_func("/books/quick method of the deal", test_quick_method_of_the_deal);
  g_test_add_func("/books/used before the statement", test_used_before_statement);
  return g_test_run();
}
