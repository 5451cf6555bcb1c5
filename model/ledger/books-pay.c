/* Room: ledger, private to the books. Pay days, what a year end finds earned and not paid,
 * contributions, tips handed on. Must not know: takings, the site. */
#include "model/base/money.h"
#include "model/ledger/books-private.h"

#define CONTRIBUTIONS_DAY 15
/* The parts of one period: to a fiscal year end, then to the horizon or the pay day. */
#define PARTS_MAX 2

/* One pay period, with all that is paid for it. */
typedef struct {
  int begin_day, end_day; /* of the horizon, half-open */
  int32_t pay_date;
  Pay whole;
  int64_t tips_cents;
  int32_t tipped_visits;
} Period;

/* What visits earn those who serve, before any guarantee: of the deal, those missed and the return
 * visits it brings among them; of regulars. */
typedef struct {
  int64_t deal_cents, rest_cents;
} VisitPay;

static VisitPay visit_pay(const Bookkeeper *keeper, int begin_day, int end_day) {
  const Plan *plan = keeper->plan;
  int64_t deal_visits = 0, visits[2][SERVICES_MAX] = {{0}};
  for (int i = begin_day; i < end_day; i++) {
    const YearDay *day = &keeper->year->day[i];
    deal_visits += day->visits[VISIT_DEAL] + day->deal_no_shows;
    for (int service = 0; service < plan->services_count; service++) {
      visits[VISIT_REGULAR][service] += day->service_visits[VISIT_REGULAR][service];
      visits[VISIT_RETURNING][service] += day->service_visits[VISIT_RETURNING][service];
    }
  }
  VisitPay pay = {.deal_cents =
                      deal_visits * voucher_visit_pay_cents(plan, plan->deal.service_index, true)};
  for (int service = 0; service < plan->services_count; service++) {
    int64_t one_cents = voucher_visit_pay_cents(plan, service, false);
    pay.deal_cents += visits[VISIT_RETURNING][service] * one_cents;
    pay.rest_cents += visits[VISIT_REGULAR][service] * one_cents;
  }
  return pay;
}

static Period period_at(const Bookkeeper *keeper, int index) {
  const Plan *plan = keeper->plan;
  int begin = index * PAY_PERIOD_DAYS, end = begin + PAY_PERIOD_DAYS;
  Period period = {.begin_day = begin,
                   .end_day = end < keeper->days ? end : keeper->days,
                   .pay_date = keeper->sale_date + end - 1};
  PayPeriod pay = pay_period(plan, keeper->timetable, keeper->year, index);
  PaidCost own = tax_paid_cost(&plan->business, period.pay_date, pay.self_employed_taxed_cents,
                               pay.self_employed_cents - pay.self_employed_taxed_cents);
  int64_t all_cents = pay.employees_cents + pay.self_employed_cents;
  PayShare *deal = &period.whole.deal, *rest = &period.whole.rest;
  int64_t tax_cents = own.cost_cents - pay.self_employed_cents;
  deal->labour_cents = MIN(visit_pay(keeper, begin, period.end_day).deal_cents, all_cents);
  if (deal->labour_cents > 0) {
    deal->labour_tax_cents = money_scale_half_up(tax_cents, deal->labour_cents, all_cents);
    deal->contributions_cents =
        money_scale_half_up(pay.contributions_cents, deal->labour_cents, all_cents);
  }
  rest->labour_cents = all_cents - deal->labour_cents;
  rest->labour_tax_cents = tax_cents - deal->labour_tax_cents;
  rest->contributions_cents = pay.contributions_cents - deal->contributions_cents;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    period.whole.credit_cents[i] = own.recoverable_tax_cents[i];
  for (int i = begin; i < period.end_day; i++) {
    const int32_t *visits = keeper->year->day[i].visits;
    period.tipped_visits += visits[VISIT_REGULAR] + visits[VISIT_RETURNING] + visits[VISIT_DEAL];
  }
  period.tips_cents = plan->clients.tips_cents_per_visit * period.tipped_visits;
  return period;
}

/* The last days of the period's parts, a fiscal year end or the horizon before its pay day; the
 * last part ends with the period itself. */
static int parts_find(const Bookkeeper *keeper, const Period *period,
                      int32_t end_dates[PARTS_MAX]) {
  int32_t begin_date = keeper->sale_date + period->begin_day;
  int32_t year_end_date = fiscal_period_end(&keeper->plan->business, begin_date, MONTHS_A_YEAR);
  int count = 0;
  if (year_end_date < period->pay_date && year_end_date < keeper->last_date)
    end_dates[count++] = year_end_date;
  end_dates[count++] = keeper->sale_date + period->end_day - 1;
  return count;
}

/* part of all, of what is whole; nothing of nothing. */
static int64_t scaled(int64_t whole_cents, int64_t part, int64_t all) {
  return all > 0 ? money_scale_half_up(whole_cents, part, all) : 0;
}

/* Taxes and contributions follow the labour. */
static PayShare share_through(const PayShare *whole, int64_t labour_cents) {
  return (PayShare){
      .labour_cents = labour_cents,
      .labour_tax_cents = scaled(whole->labour_tax_cents, labour_cents, whole->labour_cents),
      .contributions_cents = scaled(whole->contributions_cents, labour_cents, whole->labour_cents)};
}

/* What of a period is earned before a day: visits as they are given, what tops them up by days. */
static Pay earned_through(const Bookkeeper *keeper, const Period *period, int end_day) {
  VisitPay all = visit_pay(keeper, period->begin_day, period->end_day);
  VisitPay now = visit_pay(keeper, period->begin_day, end_day);
  const PayShare *deal = &period->whole.deal, *rest = &period->whole.rest;
  int64_t rest_visits_cents = MIN(all.rest_cents, rest->labour_cents);
  int64_t rest_cents = scaled(rest_visits_cents, now.rest_cents, all.rest_cents) +
                       scaled(rest->labour_cents - rest_visits_cents, end_day - period->begin_day,
                              period->end_day - period->begin_day);
  return (Pay){.deal =
                   share_through(deal, scaled(deal->labour_cents, now.deal_cents, all.deal_cents)),
               .rest = share_through(rest, rest_cents)};
}

static PayShare share_less(const PayShare *share, const PayShare *before) {
  return (PayShare){share->labour_cents - before->labour_cents,
                    share->labour_tax_cents - before->labour_tax_cents,
                    share->contributions_cents - before->contributions_cents};
}

static int64_t paid_cents(const Pay *pay) {
  return pay->deal.labour_cents + pay->deal.labour_tax_cents + pay->rest.labour_cents +
         pay->rest.labour_tax_cents;
}

/* Earned parts at each year end within the period and at the horizon; the pay day settles them. */
static void post_period(const Bookkeeper *keeper, const Period *period) {
  int32_t end_dates[PARTS_MAX];
  int count = parts_find(keeper, period, end_dates);
  Pay pay = {0}, before = {0};
  for (int i = 0; i < count; i++) {
    Pay earned = earned_through(keeper, period, end_dates[i] - keeper->sale_date + 1);
    Pay part = {.deal = share_less(&earned.deal, &before.deal),
                .rest = share_less(&earned.rest, &before.rest)};
    before = earned;
    if (end_dates[i] == period->pay_date) {
      pay.deal = part.deal;
      pay.rest = part.rest;
      continue;
    }
    post_pay_accrued(keeper->journal, keeper->plan, end_dates[i], &part);
    pay.accrued_cents += paid_cents(&part);
  }
  if (!keeper_writes(keeper, period->pay_date))
    return;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    pay.credit_cents[i] = period->whole.credit_cents[i];
  post_pay(keeper->journal, keeper->plan, period->pay_date, &pay);
  post_tips(keeper->journal, ENTRY_TIPS_PAID, period->pay_date, period->tips_cents,
            period->tipped_visits);
}

/* On the 15th of the month after the pay days; those of one month together. */
void bookkeeper_post_pay(const Bookkeeper *keeper) {
  int periods = pay_period_count(keeper->timetable);
  int64_t due_cents = 0;
  for (int index = 0; index < periods; index++) {
    Period period = period_at(keeper, index);
    post_period(keeper, &period);
    if (!keeper_writes(keeper, period.pay_date))
      continue;
    int32_t month_date = date_add_months(date_month_begin(period.pay_date), 1);
    due_cents += period.whole.deal.contributions_cents + period.whole.rest.contributions_cents;
    bool last = index + 1 == periods || period.pay_date + PAY_PERIOD_DAYS >= month_date;
    if (!last)
      continue;
    int32_t due_date = month_date + CONTRIBUTIONS_DAY - 1;
    if (keeper_writes(keeper, due_date))
      post_contributions(keeper->journal, due_date, due_cents);
    due_cents = 0;
  }
}
