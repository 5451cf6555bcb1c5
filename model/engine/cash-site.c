/* Room: engine, private to cash. What the site pays, when, and how much of it is not earned yet. */
#include "model/base/money.h"
#include "model/engine/cash-book.h"

static bool site_pays(const PlanDeal *deal, int32_t date) {
  return deal->site_stops_paying_date == DATE_NONE || date < deal->site_stops_paying_date;
}

static void post_payout(CashBook *book, int32_t date, int64_t payout_cents, int64_t fee_cents) {
  int64_t day = (int64_t)date - book->sale_date;
  if (!site_pays(&book->plan->deal, date))
    return;
  cash_post(book, day, CASH_SITE_PAYOUTS, payout_cents);
  cash_post(book, day, CASH_CARD_FEES, -fee_cents);
  /* What is paid after use is earned when it comes. */
  if (book->plan->deal.payout_basis == PAYOUT_REDEEMED && cash_has_day(book, day))
    book->settled_cents[day] += payout_cents - fee_cents;
}

/* The taxes of a statement of the site: credits for its commission, and in some treatments the tax
 * it collected for the business. */
static void post_statement_taxes(CashBook *book, int32_t date, const Commission *statement) {
  int64_t day = (int64_t)date - book->sale_date;
  cash_collect_tax(book, day, statement->collected_cents);
  if (cash_has_day(book, day))
    book->credits_cents[day] += statement->recoverable_cents;
}

static int32_t instalment_date(const Plan *plan, int index) {
  const Instalment *instalment = &plan->deal.instalments[index];
  int32_t last_date = plan_sale_last_date(plan);
  return instalment->business_days ? date_add_business_days(last_date, instalment->after_days)
                                   : last_date + instalment->after_days;
}

static int32_t last_instalment_date(const Plan *plan) {
  int32_t date = plan_sale_last_date(plan);
  for (int i = 0; i < plan->deal.instalments_count; i++)
    if (instalment_date(plan, i) > date)
      date = instalment_date(plan, i);
  return date;
}

/* Paid for vouchers sold: one statement, instalments by weight, what is held back at the end. A
 * voucher given back before use takes its payout and its credits with it. */
static void post_sold(CashBook *book) {
  const Plan *plan = book->plan;
  const PlanDeal *deal = &plan->deal;
  int32_t sold = book->year->vouchers_sold;
  int32_t sale_last_date = plan_sale_last_date(plan);
  int32_t last_date = last_instalment_date(plan);
  Commission statement = tax_commission(&plan->business, deal, sale_last_date, sold);
  PaidCost fee = voucher_card_fee(plan, deal, deal->price_cents);
  int64_t held_cents = money_share_half_up(statement.payout_cents, deal->hold_back_per_100k);
  int64_t payouts_cents[INSTALMENTS_MAX], fees_cents[INSTALMENTS_MAX];
  int32_t weights[INSTALMENTS_MAX] = {0};
  int64_t weights_sum = 0;
  for (int i = 0; i < deal->instalments_count; i++)
    weights_sum += weights[i] = deal->instalments[i].weight;
  if (weights_sum > 0) {
    money_split(statement.payout_cents - held_cents, weights, deal->instalments_count,
                payouts_cents);
    money_split(fee.paid_cents * sold, weights, deal->instalments_count, fees_cents);
    for (int i = 0; i < deal->instalments_count; i++)
      post_payout(book, instalment_date(plan, i), payouts_cents[i], fees_cents[i]);
  } else
    post_payout(book, sale_last_date, statement.payout_cents - held_cents, fee.paid_cents * sold);
  post_payout(book, last_date + deal->hold_back_days, held_cents, 0);
  post_statement_taxes(book, sale_last_date, &statement);
  if (cash_has_day(book, sale_last_date - book->sale_date))
    book->credits_cents[sale_last_date - book->sale_date] += fee.recoverable_cents * sold;

  int32_t refunded = refunded_before_use(plan, book->year);
  Commission given_back = tax_commission(&plan->business, deal, sale_last_date, refunded);
  int32_t last_day = last_date - book->sale_date;
  cash_post(book, last_day, CASH_REFUNDS, -given_back.payout_cents);
  if (cash_has_day(book, last_day))
    book->settled_cents[last_day] += given_back.payout_cents;
  given_back.collected_cents = -given_back.collected_cents;
  given_back.recoverable_cents = -given_back.recoverable_cents;
  post_statement_taxes(book, last_date, &given_back);
}

/* Paid for vouchers used, twice a month; held back until so many days after the promotion. */
static void post_redeemed(CashBook *book) {
  const Plan *plan = book->plan;
  const PlanDeal *deal = &plan->deal;
  int64_t used_cents = 0, held_cents = 0;
  for (int i = 0; i < book->days; i++) {
    int32_t date = book->sale_date + i;
    used_cents += used_price_cents(plan, &book->year->day[i]);
    int month_day = date - date_month_begin(date) + 1;
    if (used_cents == 0 || (month_day != 15 && date != date_month_end(date)))
      continue;
    Commission statement = tax_commission_of(&plan->business, deal, date, used_cents,
                                             used_commission_cents(deal, used_cents));
    PaidCost fee = voucher_card_fee(plan, deal, used_cents);
    int64_t held = money_share_half_up(statement.payout_cents, deal->hold_back_per_100k);
    held_cents += held;
    used_cents = 0;
    post_payout(book, date, statement.payout_cents - held, fee.paid_cents);
    post_statement_taxes(book, date, &statement);
    book->credits_cents[i] += fee.recoverable_cents;
  }
  post_payout(book, deal->promotion_end_date + deal->hold_back_days, held_cents, 0);
}

static void post_unserved(CashBook *book) {
  int64_t refunded = refunded_unserved(book->plan, book->year);
  UnservedRefund refund = unserved_refund(book->plan);
  int day = book->timetable->promotion_days;
  cash_post(book, day, CASH_REFUNDS, -refund.paid_cents * refunded);
  cash_collect_tax(book, day, -refund.tax_cents * refunded);
}

/* A sold voucher's net share ceases to be owed as its visits are given, or when it is paid back. */
static void settle(CashBook *book) {
  const Plan *plan = book->plan;
  const PlanDeal *deal = &plan->deal;
  int64_t sold = book->year->vouchers_sold;
  if (sold == 0 || deal->payout_basis == PAYOUT_REDEEMED)
    return;
  Commission statement =
      tax_commission(&plan->business, deal, plan_sale_last_date(plan), (int)sold);
  int64_t net_cents =
      statement.payout_cents - voucher_card_fee(plan, deal, deal->price_cents).paid_cents * sold;
  int64_t used_cents = 0, settled_cents = 0;
  for (int i = 0; i < book->days; i++) {
    int64_t day_cents = used_price_cents(plan, &book->year->day[i]);
    if (i == book->timetable->promotion_days)
      day_cents += deal->price_cents * refunded_unserved(plan, book->year);
    if (day_cents == 0)
      continue;
    used_cents += day_cents;
    int64_t now_cents = money_scale_half_up(net_cents, used_cents, deal->price_cents * sold);
    book->settled_cents[i] += now_cents - settled_cents;
    settled_cents = now_cents;
  }
}

void cash_post_site(CashBook *book) {
  if (!book->with_deal)
    return;
  if (book->plan->deal.payout_basis == PAYOUT_REDEEMED)
    post_redeemed(book);
  else
    post_sold(book);
  post_unserved(book);
  settle(book);
}
