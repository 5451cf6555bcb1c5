/* Room: cash. Knows: what counts towards the small suppliers' threshold, by calendar quarter, and
 * when it is passed. Must not know: rates, the bank.
 *
 * ETA s. 148 (Québec: s. 294 and 295 of its sales tax act). Under 148(1) one is a small supplier
 * through a quarter and the month after it; what the four quarters up to it passed makes her
 * register from the month after that. Under 148(2) a quarter that passes the limit alone ends it at
 * the sale that passes; we count that whole day as registered. Refunds are not taken off, and a
 * province's own sales tax has a threshold of its own: neither is looked at. */
#include "model/cash/registration.h"

#include "model/base/calendar.h"
#include "model/base/money.h"
#include "model/cash/day-rates.h"

#define DAYS_A_YEAR 365
#define MONTHS_A_QUARTER 3
#define QUARTERS 4

static int32_t quarter_begin(int32_t date) {
  int months_into = (date_month(date) - 1) % MONTHS_A_QUARTER;
  return date_add_months(date_month_begin(date), -months_into);
}

static int32_t quarter_end(int32_t date) {
  return date_month_end(date_add_months(quarter_begin(date), MONTHS_A_QUARTER - 1));
}

/* Taxed on the site's statement and paid for when sold: due then, used or not. */
static bool is_due_at_sale(const PlanDeal *deal) {
  return deal->payout_basis == PAYOUT_SOLD && (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL ||
                                               deal->tax_treatment == TREATMENT_AT_SALE);
}

/* Sales of a day on which nothing is collected: prices are what is paid. */
static int64_t day_sales_cents(const Plan *plan, const DayRates *rates, const YearDay *day) {
  int64_t sales_cents = 0;
  for (int i = 0; i < plan->services_count; i++) {
    int64_t incentives = day->incentive_service_visits[i];
    int64_t visits = day->service_visits[VISIT_REGULAR][i] +
                     day->service_visits[VISIT_RETURNING][i] - incentives;
    sales_cents += rates->full[i].net_cents * visits + rates->incentive[i].net_cents * incentives;
  }
  sales_cents += plan->clients.extras_cents * day->extras;
  if (is_due_at_sale(&plan->deal))
    return sales_cents;
  DealVisits deal = deal_visits_of(day);
  ForfeitedVisits forfeited = forfeited_visits_of(plan, day);
  for (int last = 0; last < 2; last++)
    sales_cents +=
        rates->counter[last][0].revenue_cents * (deal.visits[last][0] + deal.visits[last][1]) +
        rates->forfeited_revenue_cents[last] * forfeited.visits[last];
  return sales_cents;
}

static int64_t sold_cents(const Plan *plan, const Year *year) {
  const PlanDeal *deal = &plan->deal;
  int64_t one_cents = deal->tax_treatment == TREATMENT_SITE_PRINCIPAL
                          ? tax_own_share_cents(deal, deal->price_cents)
                          : deal->price_cents;
  return is_due_at_sale(deal) ? one_cents * year->vouchers_sold : 0;
}

/* Sales of the plan's own, by calendar quarter, while days go by. */
typedef struct {
  int64_t quarter_cents[QUARTERS]; /* [0] the running one, then the ones before it */
  int64_t other_cents;             /* of 12 months, with associates */
} Quarters;

static int64_t one_quarter_cents(const Quarters *quarters) {
  return quarters->quarter_cents[0] + money_scale_half_up(quarters->other_cents, 1, QUARTERS);
}

static int64_t four_quarters_cents(const Quarters *quarters) {
  int64_t sum_cents = quarters->other_cents;
  for (int i = 0; i < QUARTERS; i++)
    sum_cents += quarters->quarter_cents[i];
  return sum_cents;
}

static void quarters_next(Quarters *quarters) {
  for (int i = QUARTERS - 1; i > 0; i--)
    quarters->quarter_cents[i] = quarters->quarter_cents[i - 1];
  quarters->quarter_cents[0] = 0;
}

static void note_highest(Registration *registration, const Quarters *quarters) {
  int64_t one_cents = one_quarter_cents(quarters), four_cents = four_quarters_cents(quarters);
  if (one_cents > registration->highest_quarter_cents)
    registration->highest_quarter_cents = one_cents;
  if (four_cents > registration->highest_four_quarters_cents)
    registration->highest_four_quarters_cents = four_cents;
}

static void pass(Registration *registration, bool one_quarter, int32_t passed_date,
                 int32_t registered_from_date) {
  registration->is_passed = true;
  registration->is_one_quarter = one_quarter;
  registration->passed_date = passed_date;
  registration->registered_from_date = registered_from_date;
}

/* Fills the quarters before the sale, and the days of the sale's own before it, with the mean day
 * of a year; registered on the sale date when they pass already. */
static void count_past(const Plan *plan, const DayRates *rates, const Year *without,
                       Quarters *quarters, Registration *registration) {
  int32_t sale_date = plan->deal.sale_date;
  int days = without->days < DAYS_A_YEAR ? without->days : DAYS_A_YEAR;
  int64_t year_cents = 0;
  for (int i = 0; i < days; i++)
    year_cents += day_sales_cents(plan, rates, &without->day[i]);
  int32_t begin_date = quarter_begin(sale_date);
  int32_t past_date = date_add_months(begin_date, -QUARTERS * MONTHS_A_QUARTER);
  int64_t before_cents = 0;
  for (int i = QUARTERS; i >= 0; i--) {
    int32_t end_date =
        i == 0 ? sale_date : date_add_months(begin_date, -(i - 1) * MONTHS_A_QUARTER);
    /* Of all so far, so that no cent is made by rounding each quarter. */
    int64_t so_far_cents =
        days == 0 ? 0 : money_scale_half_up(year_cents, end_date - past_date, days);
    quarters_next(quarters);
    quarters->quarter_cents[0] = so_far_cents - before_cents;
    before_cents = so_far_cents;
    note_highest(registration, quarters);
    bool one_quarter = one_quarter_cents(quarters) > SMALL_SUPPLIER_LIMIT_CENTS;
    bool four_quarters = i > 0 && four_quarters_cents(quarters) > SMALL_SUPPLIER_LIMIT_CENTS;
    if (!registration->is_passed && (one_quarter || four_quarters)) {
      pass(registration, one_quarter, sale_date, sale_date);
      registration->is_passed_before = true;
    }
  }
}

/* Day by day up to end_date, or until the registration has begun. A quarter that passes alone while
 * the month after four others runs is registered at once. */
static void count_days(const Plan *plan, DayRates *rates, const Year *year, int32_t end_date,
                       Quarters *quarters, Registration *registration) {
  int32_t sale_date = plan->deal.sale_date, sale_last_date = plan_sale_last_date(plan);
  int32_t horizon_last_date = sale_date + year->days - 1;
  int32_t quarter_last_date = quarter_end(sale_date);
  for (int32_t date = sale_date; date < end_date; date++) {
    if (registration->is_passed && date >= registration->registered_from_date)
      return;
    if (date > quarter_last_date) {
      quarters_next(quarters);
      quarter_last_date = quarter_end(date);
    }
    day_rates_refresh(rates, plan, date);
    quarters->quarter_cents[0] += day_sales_cents(plan, rates, &year->day[date - sale_date]);
    if (date == sale_last_date)
      quarters->quarter_cents[0] += sold_cents(plan, year);
    bool one_quarter = one_quarter_cents(quarters) > SMALL_SUPPLIER_LIMIT_CENTS;
    if (!registration->is_passed || one_quarter)
      note_highest(registration, quarters);
    if (one_quarter)
      pass(registration, true, date, date);
    else if (!registration->is_passed && (date == quarter_last_date || date == horizon_last_date) &&
             four_quarters_cents(quarters) > SMALL_SUPPLIER_LIMIT_CENTS)
      pass(registration, false, quarter_last_date, date_month_end(quarter_last_date + 1) + 1);
  }
}

void registration_find(const Plan *plan, const Year *year, const Year *without,
                       Registration *registration) {
  const PlanBusiness *business = &plan->business;
  int32_t sale_date = plan->deal.sale_date;
  *registration = (Registration){.passed_date = DATE_NONE, .registered_from_date = DATE_NONE};
  registration->is_watched = business->tax_regime != REGIME_EXEMPT &&
                             business->tax_regime != REGIME_CUSTOM &&
                             !tax_is_collected(business, sale_date);
  if (!registration->is_watched)
    return;
  int32_t end_date = sale_date + year->days;
  if (business->gst_registered && business->gst_registered_from_date < end_date)
    end_date = business->gst_registered_from_date; /* her own choice */
  DayRates rates;
  day_rates_init(&rates);
  day_rates_refresh(&rates, plan, sale_date);
  Quarters quarters = {.other_cents = business->other_taxable_sales_12_months_cents};
  count_past(plan, &rates, without, &quarters, registration);
  count_days(plan, &rates, year, end_date, &quarters, registration);
}

const Plan *registration_apply(const Plan *plan, const Registration *registration, Plan *copy) {
  const PlanBusiness *business = &plan->business;
  if (!registration->is_watched || !registration->is_passed ||
      (business->gst_registered &&
       business->gst_registered_from_date <= registration->registered_from_date))
    return plan;
  *copy = *plan;
  copy->business.gst_registered = true;
  copy->business.gst_registered_from_date = registration->registered_from_date;
  return copy;
}
