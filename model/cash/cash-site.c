/* Room: cash, private to cash. What the site pays, when, and how much of it is not earned yet. */
#include "model/base/money.h"
#include "model/cash/cash-book.h"
#include "model/cash/site-dates.h"
#include "model/cash/site-money.h"

static void post_payout(CashBook *book, int32_t date, int64_t payout_cents, int64_t fee_cents) {
  int64_t day = (int64_t)date - book->sale_date;
  if (!site_pays(&book->plan->deal, date)) {
    book->cash->site_unpaid_cents += payout_cents - fee_cents;
    return;
  }
  cash_post(book, day, CASH_SITE_PAYOUTS, payout_cents);
  cash_post(book, day, CASH_CARD_FEES, -fee_cents);
  /* What is paid after use is earned when it comes. */
  if (book->plan->deal.payout_basis == PAYOUT_REDEEMED && cash_has_day(book, day))
    book->settled_cents[day] += payout_cents - fee_cents;
}

void cash_post_statement_taxes(CashBook *book, int64_t day, int32_t statement_date,
                               const Commission *statement, int count) {
  if (!cash_has_day(book, day))
    return;
  if (statement->recoverable_cents != 0)
    for (int i = 0; i < statement->set.count; i++)
      if (statement->set.component[i].recoverable)
        book->cash->day[day].tax_credits_cents[i] += statement->invoice.tax_cents[i] * count;
  TaxTreatment treatment = book->plan->deal.tax_treatment;
  if (treatment != TREATMENT_SITE_PRINCIPAL && treatment != TREATMENT_AT_SALE)
    return;
  TaxSet set = tax_set_collected(&book->plan->business, statement_date);
  TaxedAmount sold = {.net_cents = statement->payout_cents + statement->invoice.total_cents -
                                   statement->collected_cents};
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    sold.tax_cents[i] = statement->collected_tax_cents[i];
  cash_collect(book, day, &set, &sold, count);
}

static void post_instalments(CashBook *book, int64_t payout_cents, int64_t fee_cents) {
  const Plan *plan = book->plan;
  const PlanDeal *deal = &plan->deal;
  int64_t payouts_cents[INSTALMENTS_MAX], fees_cents[INSTALMENTS_MAX];
  int32_t weights[INSTALMENTS_MAX] = {0};
  int64_t weights_sum = 0;
  for (int i = 0; i < deal->instalments_count; i++)
    weights_sum += weights[i] = deal->instalments[i].weight;
  if (weights_sum == 0) {
    post_payout(book, plan_sale_last_date(plan), payout_cents, fee_cents);
    return;
  }
  money_split(payout_cents, weights, deal->instalments_count, payouts_cents);
  money_split(fee_cents, weights, deal->instalments_count, fees_cents);
  for (int i = 0; i < deal->instalments_count; i++)
    post_payout(book, site_instalment_date(plan, i), payouts_cents[i], fees_cents[i]);
}

/* A voucher given back before use takes its payout and its credits with it. */
static void post_given_back(CashBook *book) {
  const Plan *plan = book->plan;
  int32_t sale_last_date = plan_sale_last_date(plan);
  int64_t day = (int64_t)site_last_instalment_date(plan) - book->sale_date;
  int32_t refunded = refunded_before_use(plan, book->year);
  if (refunded == 0 || !cash_has_day(book, day))
    return;
  Commission given_back = tax_commission(&plan->business, &plan->deal, sale_last_date, refunded);
  cash_post(book, day, CASH_REFUNDS, -given_back.payout_cents);
  cash_post_statement_taxes(book, day, sale_last_date, &given_back, -1);
}

/* Paid for vouchers sold: one statement, instalments by weight, what is held back at the end. */
static void post_sold(CashBook *book) {
  const Plan *plan = book->plan;
  const PlanDeal *deal = &plan->deal;
  int32_t sold = book->year->vouchers_sold;
  if (sold == 0)
    return;
  int32_t date = plan_sale_last_date(plan);
  int64_t day = (int64_t)date - book->sale_date;
  Commission statement = tax_commission(&plan->business, deal, date, sold);
  PaidCost fee = site_sold_card_fee(plan, date, sold);
  int64_t held_cents = money_share_half_up(statement.payout_cents, deal->hold_back_per_100k);
  post_instalments(book, statement.payout_cents - held_cents, fee.paid_cents);
  post_payout(book, site_hold_back_date(plan), held_cents, 0);
  cash_post_statement_taxes(book, day, date, &statement, 1);
  cash_credit(book, day, &fee, 1);
  post_given_back(book);
  int64_t settled_cents[SETTLED_BY_COUNT] = {0};
  site_settled_add(plan, book->timetable, book->year, book->days - 1, settled_cents,
                   book->settled_cents);
}

/* Paid for vouchers used; what is held back of it comes after the promotion and the last of it. */
static void post_redeemed(CashBook *book) {
  const Plan *plan = book->plan;
  int64_t used_cents = 0, held_cents = 0;
  int32_t held_date = site_hold_back_date(plan), statement_date = INT32_MIN;
  for (int i = 0; i < book->days; i++) {
    int32_t date = book->sale_date + i;
    if (date > statement_date)
      statement_date = site_next_statement_date(plan, date);
    used_cents += used_price_cents(plan, &book->year->day[i]);
    if (used_cents == 0 || date < statement_date)
      continue;
    UsedStatement statement = site_used_statement(plan, date, used_cents);
    int64_t payout_cents = statement.commission.payout_cents;
    int64_t held = money_share_half_up(payout_cents, plan->deal.hold_back_per_100k);
    held_cents += held;
    used_cents = 0;
    if (held != 0 && date > held_date)
      held_date = date;
    post_payout(book, date, payout_cents - held, statement.card_fee.paid_cents);
    cash_post_statement_taxes(book, i, date, &statement.commission, 1);
    cash_credit(book, i, &statement.card_fee, 1);
  }
  post_payout(book, held_date, held_cents, 0);
}

static void post_unserved(CashBook *book) {
  int32_t refunded = refunded_unserved(book->plan, book->year);
  if (refunded == 0)
    return;
  TaxSet set = tax_set_collected(&book->plan->business, plan_sale_last_date(book->plan));
  UnservedRefund refund = unserved_refund(book->plan);
  int day = book->timetable->promotion_days;
  cash_post(book, day, CASH_REFUNDS, -refund.paid_cents * refunded);
  cash_collect(book, day, &set, &refund.invoice, -(int64_t)refunded);
}

void cash_post_site(CashBook *book) {
  if (!book->with_deal)
    return;
  if (book->plan->deal.payout_basis == PAYOUT_REDEEMED)
    post_redeemed(book);
  else
    post_sold(book);
  post_unserved(book);
}
