/* Room: cash. What the horizon earns; see earnings.h. */
#include "model/cash/earnings.h"

#include <assert.h>
#include <string.h>

#include "model/base/money.h"
#include "model/cash/day-rates.h"
#include "model/cash/pay.h"

#define DAYS_A_YEAR 365

static const char *const line_names[EARN_LINE_COUNT] = {
    [EARN_REGULAR_REVENUE] = "regular_revenue",
    [EARN_RETURNING_REVENUE] = "returning_revenue",
    [EARN_DEAL_REVENUE] = "deal_revenue",
    [EARN_EXTRAS_REVENUE] = "extras_revenue",
    [EARN_COMMISSION] = "commission",
    [EARN_UNRECOVERABLE_TAX] = "unrecoverable_tax",
    [EARN_CARD_FEES] = "card_fees",
    [EARN_PAY] = "pay",
    [EARN_CONTRIBUTIONS] = "contributions",
    [EARN_SUPPLIES] = "supplies",
    [EARN_EXTRAS_COST] = "extras_cost",
    [EARN_PHONE] = "phone",
    [EARN_ONE_OFF] = "one_off",
    [EARN_INCENTIVES] = "incentives",
    [EARN_REFUNDS] = "refunds",
    [EARN_TAX_KEPT] = "tax_kept",
    [EARN_LOST_FOR_GOOD] = "lost_for_good",
};

const char *earn_line_name(EarnLine line) {
  assert(line < EARN_LINE_COUNT);
  return line_names[line];
}

/* A cost on its line before tax; what of its tax does not come back on the taxes' line. */
static void add_cost(Earnings *earnings, EarnLine line, const PaidCost *cost, int64_t net_cents,
                     int64_t count) {
  earnings->line_cents[line] -= net_cents * count;
  earnings->line_cents[EARN_UNRECOVERABLE_TAX] -= (cost->cost_cents - net_cents) * count;
}

static void add_full_price(const Plan *plan, const DayRates *rates, const YearDay *day,
                           Earnings *earnings) {
  int64_t regular_cents = 0, returning_cents = 0, cut_cents = 0, supplies_cents = 0, tax_cents = 0;
  for (int i = 0; i < plan->services_count; i++) {
    int64_t regular = day->service_visits[VISIT_REGULAR][i];
    int64_t returning = day->service_visits[VISIT_RETURNING][i];
    int64_t full_cents = rates->full[i].net_cents;
    regular_cents += full_cents * regular;
    returning_cents += full_cents * returning;
    cut_cents += (full_cents - rates->incentive[i].net_cents) * day->incentive_service_visits[i];
    int64_t supplies_net_cents = plan->services[i].supplies_cents;
    supplies_cents += supplies_net_cents * (regular + returning);
    tax_cents += (rates->supplies[i].cost_cents - supplies_net_cents) * (regular + returning);
  }
  earnings->line_cents[EARN_REGULAR_REVENUE] += regular_cents;
  earnings->line_cents[EARN_RETURNING_REVENUE] += returning_cents;
  earnings->line_cents[EARN_INCENTIVES] -= cut_cents;
  earnings->line_cents[EARN_SUPPLIES] -= supplies_cents;
  earnings->line_cents[EARN_UNRECOVERABLE_TAX] -= tax_cents;
}

static void add_deal(const Plan *plan, const DayRates *rates, const YearDay *day,
                     Earnings *earnings) {
  DealVisits deal = deal_visits_of(day);
  for (int last = 0; last < 2; last++)
    earnings->line_cents[EARN_DEAL_REVENUE] +=
        rates->counter[last][0].revenue_cents * (deal.visits[last][0] + deal.visits[last][1]);
  ForfeitedVisits forfeited = forfeited_visits_of(plan, day);
  for (int last = 0; last < 2; last++)
    earnings->line_cents[EARN_DEAL_REVENUE] +=
        rates->forfeited_revenue_cents[last] * forfeited.visits[last];
  earnings->line_cents[EARN_EXTRAS_REVENUE] += plan->clients.extras_cents * day->extras;
  int service = plan->deal.service_index;
  add_cost(earnings, EARN_SUPPLIES, &rates->supplies[service],
           plan->services[service].supplies_cents, day->visits[VISIT_DEAL]);
  add_cost(earnings, EARN_EXTRAS_COST, &rates->extras, rates->extras_net_cents, day->extras);
}

/* Paid for vouchers sold: the share of the sale's statement and of the card fees that the used
 * vouchers bear. */
static void add_sold(const Plan *plan, const Year *year, int64_t used_cents, Earnings *earnings) {
  const PlanDeal *deal = &plan->deal;
  int64_t sold_cents = deal->price_cents * year->vouchers_sold;
  if (used_cents == 0 || sold_cents == 0)
    return;
  int32_t date = plan_sale_last_date(plan);
  Commission site = tax_commission(&plan->business, deal, date, year->vouchers_sold);
  earnings->line_cents[EARN_COMMISSION] -=
      money_scale_half_up(site.invoice.net_cents, used_cents, sold_cents);
  earnings->line_cents[EARN_UNRECOVERABLE_TAX] -=
      money_scale_half_up(site.cost_cents - site.invoice.net_cents, used_cents, sold_cents);
  PaidCost fee = site_sold_card_fee(plan, date, year->vouchers_sold);
  earnings->line_cents[EARN_CARD_FEES] -=
      money_scale_half_up(fee.cost_cents, used_cents, sold_cents);
}

static void add_statement(const Plan *plan, int32_t date, int64_t used_cents, Earnings *earnings) {
  UsedStatement statement = site_used_statement(plan, date, used_cents);
  const Commission *site = &statement.commission;
  earnings->line_cents[EARN_COMMISSION] -= site->invoice.net_cents;
  earnings->line_cents[EARN_UNRECOVERABLE_TAX] -= site->cost_cents - site->invoice.net_cents;
  earnings->line_cents[EARN_CARD_FEES] -= statement.card_fee.cost_cents;
}

/* Paid for vouchers used: what no statement has covered yet, and the date of the one that will. */
typedef struct {
  int64_t used_cents;
  int32_t date;
} NextStatement;

static void add_redeemed(const Plan *plan, int32_t date, int64_t used_cents, NextStatement *next,
                         Earnings *earnings) {
  if (date > next->date)
    next->date = site_next_statement_date(plan, date);
  next->used_cents += used_cents;
  if (date < next->date || next->used_cents == 0)
    return;
  add_statement(plan, date, next->used_cents, earnings);
  next->used_cents = 0;
}

static void add_pay(const Plan *plan, const Timetable *timetable, const Year *year,
                    Earnings *earnings) {
  int periods = pay_period_count(timetable);
  for (int period = 0; period < periods; period++) {
    PayPeriod pay = pay_period(plan, timetable, year, period);
    earnings->line_cents[EARN_PAY] -= pay.employees_cents;
    earnings->line_cents[EARN_CONTRIBUTIONS] -= pay.contributions_cents;
    if (pay.self_employed_cents == 0)
      continue;
    PaidCost self_employed = tax_paid_cost(
        &plan->business, plan->deal.sale_date + (period + 1) * PAY_PERIOD_DAYS - 1,
        pay.self_employed_taxed_cents, pay.self_employed_cents - pay.self_employed_taxed_cents);
    add_cost(earnings, EARN_PAY, &self_employed, pay.self_employed_cents, 1);
  }
}

/* Of a voucher that was never used, the own share was never income: only the rest is a loss. */
static void add_unserved(const Plan *plan, const Year *year, Earnings *earnings) {
  int64_t unserved = refunded_unserved(plan, year);
  if (unserved == 0)
    return;
  int32_t date = plan_sale_last_date(plan);
  Commission site = tax_commission(&plan->business, &plan->deal, date, 1);
  int64_t kept_cents = site.payout_cents + site.recoverable_cents - site.collected_cents -
                       site_card_fee(plan, date, plan->deal.price_cents).cost_cents;
  UnservedRefund refund = unserved_refund(plan);
  earnings->line_cents[EARN_REFUNDS] -=
      (refund.paid_cents - refund.invoice.tax_total_cents - kept_cents) * unserved;
}

static void add_campaign(const Plan *plan, Earnings *earnings) {
  earnings->line_cents[EARN_PHONE] -= phone_help_cents(plan) * plan->phone.extra_days;
  for (int i = 0; i < plan->one_off_costs_count; i++) {
    const OneOffCost *one_off = &plan->one_off_costs[i];
    PaidCost cost =
        tax_paid_cost(&plan->business, one_off->date, one_off->taxable ? one_off->cents : 0,
                      one_off->taxable ? 0 : one_off->cents);
    add_cost(earnings, EARN_ONE_OFF, &cost, one_off->cents, 1);
  }
  Commission fee = site_fixed_fee(plan);
  PaidCost paid = {.cost_cents = fee.cost_cents};
  add_cost(earnings, EARN_ONE_OFF, &paid, fee.invoice.net_cents, 1);
}

/* The deal while days go by: what its visits have used, and the site's statements of them. */
typedef struct {
  int64_t used_cents;
  int32_t vouchers_used;
  NextStatement next;
} DealSoFar;

static void add_deal_day(const Plan *plan, const DayRates *rates, const YearDay *day, int32_t date,
                         DealSoFar *so_far, Earnings *earnings) {
  bool redeemed = plan->deal.payout_basis == PAYOUT_REDEEMED;
  bool any_visit = day->visits[VISIT_DEAL] != 0 || day->deal_no_shows != 0;
  int64_t used_cents = any_visit ? used_price_cents(plan, day) : 0;
  if (redeemed)
    add_redeemed(plan, date, used_cents, &so_far->next, earnings);
  if (!any_visit)
    return;
  add_deal(plan, rates, day, earnings);
  so_far->used_cents += used_cents;
  int32_t before = so_far->vouchers_used;
  so_far->vouchers_used += day->deal_last;
  earnings->line_cents[EARN_REFUNDS] -= (rates->refund_cents - rates->refund.tax_total_cents) *
                                        refunded_after_use(plan, before, so_far->vouchers_used);
}

/* The share of the site's statements that the used vouchers bear and that no day has counted. */
static void add_deal_rest(const Plan *plan, const Year *year, const DealSoFar *so_far,
                          Earnings *earnings) {
  if (plan->deal.payout_basis != PAYOUT_REDEEMED)
    add_sold(plan, year, so_far->used_cents, earnings);
  else if (so_far->next.used_cents != 0)
    add_statement(plan, so_far->next.date, so_far->next.used_cents, earnings);
}

void earnings_compute(const Plan *plan, const Timetable *timetable, const Year *year,
                      bool with_deal, Earnings *earnings) {
  memset(earnings, 0, sizeof *earnings);
  DayRates rates;
  day_rates_init(&rates);
  DealSoFar so_far = {.next = {.date = INT32_MIN}};
  int64_t lost_days = 0;
  for (int i = 0; i < timetable->days; i++) {
    const YearDay *day = &year->day[i];
    int32_t date = plan->deal.sale_date + i;
    day_rates_refresh(&rates, plan, date);
    add_full_price(plan, &rates, day, earnings);
    if (with_deal)
      add_deal_day(plan, &rates, day, date, &so_far, earnings);
    lost_days += (int64_t)day->leave_for_good * (timetable->days - i);
  }
  earnings->line_cents[EARN_LOST_FOR_GOOD] =
      -money_scale_half_up(voucher_mean_margin_cents(plan) * plan->regulars.visits_per_year_milli,
                           lost_days, DAYS_A_YEAR * 1000);
  add_pay(plan, timetable, year, earnings);
  if (with_deal) {
    add_deal_rest(plan, year, &so_far, earnings);
    add_unserved(plan, year, earnings);
    add_campaign(plan, earnings);
  }
  for (int line = 0; line < EARN_LINE_COUNT; line++)
    earnings->total_cents += earnings->line_cents[line];
}

void earnings_add_tax_kept(Earnings *earnings, int64_t kept_cents) {
  earnings->line_cents[EARN_TAX_KEPT] += kept_cents;
  earnings->total_cents += kept_cents;
}
