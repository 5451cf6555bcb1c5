/* See books-checks.h: pay. */
#include "model/cash/pay.h"

#include "model/base/money.h"
#include "tests/books-checks.h"

#define CENTS "%" G_GINT64_FORMAT

/* Pay of the deal and return visits of some days of one period, visit by visit. */
static int64_t deal_visits_pay_cents(const Plan *plan, const Year *year, int period, int days) {
  int64_t pay_cents = 0;
  for (int i = 0; i < year->days; i++) {
    const YearDay *day = &year->day[i];
    if (i / PAY_PERIOD_DAYS != period || i % PAY_PERIOD_DAYS >= days)
      continue;
    for (int visit = 0; visit < day->visits[VISIT_DEAL] + day->deal_no_shows; visit++)
      pay_cents += voucher_visit_pay_cents(plan, plan->deal.service_index, true);
    for (int service = 0; service < plan->services_count; service++)
      for (int visit = 0; visit < day->service_visits[VISIT_RETURNING][service]; visit++)
        pay_cents += voucher_visit_pay_cents(plan, service, false);
  }
  return pay_cents;
}

char *deal_share_fault(Journal *journal, const Books *books) {
  const Results *results = books_results(books);
  const Plan *plan = books_plan(books);
  int64_t expected_cents = 0;
  for (int i = 0; i < pay_period_count(&results->timetable); i++) {
    PayPeriod pay = pay_period(plan, &results->timetable, &results->with, i);
    int64_t all_cents = pay.employees_cents + pay.self_employed_cents;
    int64_t deal_cents =
        MIN(deal_visits_pay_cents(plan, &results->with, i, PAY_PERIOD_DAYS), all_cents);
    if (deal_cents == 0)
      continue;
    PaidCost own = tax_paid_cost(
        &plan->business, results->sale_date + (i + 1) * PAY_PERIOD_DAYS - 1,
        pay.self_employed_taxed_cents, pay.self_employed_cents - pay.self_employed_taxed_cents);
    expected_cents +=
        deal_cents + money_scale_half_up(pay.contributions_cents, deal_cents, all_cents) +
        money_scale_half_up(own.cost_cents - pay.self_employed_cents, deal_cents, all_cents);
  }
  Income income;
  income_fill(journal, INT32_MIN, INT32_MAX, &income);
  int64_t labour_cents = -income.deal_cents[ACCOUNT_DEAL_LABOUR];
  if (labour_cents != expected_cents)
    return g_strdup_printf("5100 is " CENTS " for " CENTS, labour_cents, expected_cents);
  int64_t kept_cents = income.deal_cents[ACCOUNT_TAX_KEPT];
  int64_t all_cents = kept_cents + income.rest_cents[ACCOUNT_TAX_KEPT];
  return ABS(kept_cents) <= ABS(all_cents)
             ? NULL
             : g_strdup_printf("the deal kept " CENTS " of " CENTS, kept_cents, all_cents);
}

static int64_t regulars_pay_cents(const Plan *plan, const Year *year, int period, int days) {
  int64_t pay_cents = 0;
  for (int i = 0; i < days && period * PAY_PERIOD_DAYS + i < year->days; i++)
    for (int service = 0; service < plan->services_count; service++)
      pay_cents += voucher_visit_pay_cents(plan, service, false) *
                   year->day[period * PAY_PERIOD_DAYS + i].service_visits[VISIT_REGULAR][service];
  return pay_cents;
}

/* What people earned through a day of its period by their visits, and of what tops it up as many
 * days' share; with contributions and taxes at the rate of the whole period. 0: 5000, 1: 5100. */
static void earned_through_day(const Books *books, int day_index, int64_t earned_cents[2]) {
  const Results *results = books_results(books);
  const Plan *plan = books_plan(books);
  const Year *year = &results->with;
  int period = day_index / PAY_PERIOD_DAYS, days = day_index % PAY_PERIOD_DAYS + 1;
  int all_days = MIN(PAY_PERIOD_DAYS, results->days - period * PAY_PERIOD_DAYS);
  PayPeriod pay = pay_period(plan, &results->timetable, year, period);
  PaidCost own = tax_paid_cost(
      &plan->business, results->sale_date + (period + 1) * PAY_PERIOD_DAYS - 1,
      pay.self_employed_taxed_cents, pay.self_employed_cents - pay.self_employed_taxed_cents);
  int64_t all_cents = pay.employees_cents + pay.self_employed_cents;
  int64_t extra_cents = pay.contributions_cents + own.cost_cents - pay.self_employed_cents;
  int64_t topped_up_cents = all_cents - regulars_pay_cents(plan, year, period, all_days) -
                            deal_visits_pay_cents(plan, year, period, all_days);
  int64_t labour_cents[2] = {regulars_pay_cents(plan, year, period, days) +
                                 money_scale_half_up(topped_up_cents, days, all_days),
                             deal_visits_pay_cents(plan, year, period, days)};
  for (int i = 0; i < 2; i++)
    earned_cents[i] =
        labour_cents[i] +
        (all_cents > 0 ? money_scale_half_up(extra_cents, labour_cents[i], all_cents) : 0);
}

char *accrual_fault(Journal *journal, const Books *books) {
  static const Account accounts[2] = {ACCOUNT_REGULAR_LABOUR, ACCOUNT_DEAL_LABOUR};
  int first_period_day = -1;
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    int day_index = entry->date - books_first_date(books);
    /* The second part of a period cut twice is what the first has left. */
    if (entry->kind != ENTRY_PAY_ACCRUED || day_index / PAY_PERIOD_DAYS == first_period_day)
      continue;
    first_period_day = day_index / PAY_PERIOD_DAYS;
    int64_t earned_cents[2], booked_cents[2] = {0};
    earned_through_day(books, day_index, earned_cents);
    const JournalLine *line = journal_lines(journal, entry);
    for (int k = 0; k < entry->line_count; k++)
      for (int which = 0; which < 2; which++)
        booked_cents[which] += line[k].account == accounts[which] ? line[k].cents : 0;
    for (int which = 0; which < 2; which++)
      /* Pay, contributions and taxes are each split, then cut. */
      if (ABS(booked_cents[which] - earned_cents[which]) > 3)
        return g_strdup_printf("day %d: %s is accrued at " CENTS " for " CENTS, day_index,
                               account_number(accounts[which]), booked_cents[which],
                               earned_cents[which]);
  }
  return NULL;
}
