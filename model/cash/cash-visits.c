/* Room: cash, private to cash. What visits bring to the till and cost on their day. */
#include "model/cash/cash-book.h"

/* What the visits of a day come to, posted once. */
typedef struct {
  int64_t regular_cents, returning_cents, counter_cents; /* takings */
  int64_t sales_cents, tax_cents[TAX_COMPONENTS_MAX];    /* of their invoices */
  int64_t supplies_cents, credits_cents[TAX_COMPONENTS_MAX];
} VisitSums;

static inline void sums_collect(VisitSums *sums, const TaxedAmount *invoice, int64_t count) {
  sums->sales_cents += invoice->net_cents * count;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    sums->tax_cents[i] += invoice->tax_cents[i] * count;
}

static inline void sums_pay(VisitSums *sums, const PaidCost *cost, int64_t count) {
  sums->supplies_cents += cost->paid_cents * count;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    sums->credits_cents[i] += cost->recoverable_tax_cents[i] * count;
}

static inline void add_full_price(const Plan *plan, const DayRates *rates, const YearDay *day,
                                  VisitSums *sums) {
  for (int i = 0; i < plan->services_count; i++) {
    int64_t regular = day->service_visits[VISIT_REGULAR][i];
    int64_t returning = day->service_visits[VISIT_RETURNING][i];
    int64_t incentive = day->incentive_service_visits[i];
    const TaxedAmount *full = &rates->full[i], *cut = &rates->incentive[i];
    sums->regular_cents += full->total_cents * regular;
    sums->returning_cents +=
        full->total_cents * (returning - incentive) + cut->total_cents * incentive;
    sums_collect(sums, full, regular + returning - incentive);
    sums_collect(sums, cut, incentive);
    sums_pay(sums, &rates->supplies[i], regular + returning);
  }
}

static inline void add_deal(const Plan *plan, const DayRates *rates, const YearDay *day,
                            VisitSums *sums) {
  DealVisits deal = deal_visits_of(day);
  ForfeitedVisits forfeited = forfeited_visits_of(plan, day);
  for (int last = 0; last < 2; last++) {
    for (int extras = 0; extras < 2; extras++) {
      const CounterInvoice *counter = &rates->counter[last][extras];
      int64_t visits = deal.visits[last][extras];
      sums->counter_cents += counter->client_pays_cents * visits;
      sums_collect(sums, &counter->invoice, visits);
    }
    sums_collect(sums, &rates->forfeited[last], forfeited.visits[last]);
  }
  sums_pay(sums, &rates->supplies[plan->deal.service_index], day->visits[VISIT_DEAL]);
  sums_pay(sums, &rates->extras, day->extras);
}

static inline void sums_post(const VisitSums *sums, const TaxSet *set, CashDay *day) {
  day->line_cents[CASH_REGULAR_TAKINGS] += sums->regular_cents;
  day->line_cents[CASH_RETURNING_TAKINGS] += sums->returning_cents;
  day->line_cents[CASH_DEAL_COUNTER] += sums->counter_cents;
  day->line_cents[CASH_SUPPLIES] -= sums->supplies_cents;
  if (set->count > 0)
    day->taxed_sales_cents += sums->sales_cents;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    day->tax_collected_cents[i] += sums->tax_cents[i];
    day->tax_credits_cents[i] += sums->credits_cents[i];
  }
}

/* What visits leave for the staff, handed on with the pay of the period. */
static void post_tips(CashBook *book) {
  int64_t a_visit_cents = book->plan->clients.tips_cents_per_visit, held_cents = 0;
  if (a_visit_cents == 0)
    return;
  for (int i = 0; i < book->days; i++) {
    const int32_t *visits = book->year->day[i].visits;
    int64_t served = (int64_t)visits[VISIT_REGULAR] + visits[VISIT_RETURNING] +
                     (book->with_deal ? visits[VISIT_DEAL] : 0);
    cash_post(book, i, CASH_TIPS, a_visit_cents * served);
    held_cents += a_visit_cents * served;
    if ((i + 1) % PAY_PERIOD_DAYS != 0)
      continue;
    cash_post(book, i, CASH_TIPS, -held_cents);
    held_cents = 0;
  }
}

void cash_post_visits(CashBook *book) {
  DayRates rates;
  day_rates_init(&rates);
  int32_t served = 0;
  for (int i = 0; i < book->days; i++) {
    const YearDay *day = &book->year->day[i];
    day_rates_refresh(&rates, book->plan, book->sale_date + i);
    bool any_deal = book->with_deal && (day->visits[VISIT_DEAL] > 0 || day->deal_no_shows > 0);
    VisitSums sums = {0};
    add_full_price(book->plan, &rates, day, &sums);
    if (any_deal)
      add_deal(book->plan, &rates, day, &sums);
    sums_post(&sums, &rates.set, &book->cash->day[i]);
    if (!any_deal)
      continue;
    int64_t refunded = refunded_after_use(book->plan, served, served + day->deal_last);
    served += day->deal_last;
    cash_post(book, i, CASH_REFUNDS, -rates.refund_cents * refunded);
    cash_collect(book, i, &rates.refund_set, &rates.refund, -refunded);
  }
  post_tips(book);
}
