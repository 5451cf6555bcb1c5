/* Room: cash, private to cash. What visits bring to the till and cost on their day. */
#include "model/cash/cash-book.h"

static void post_full_price(CashBook *book, const DayRates *rates, const YearDay *day,
                            int day_index) {
  int64_t takings_cents[2] = {0};
  for (int i = 0; i < book->plan->services_count; i++) {
    int64_t regular = day->service_visits[VISIT_REGULAR][i];
    int64_t returning = day->service_visits[VISIT_RETURNING][i];
    int64_t incentive = day->incentive_service_visits[i];
    if (regular + returning == 0)
      continue;
    const TaxedAmount *full = &rates->full[i], *cut = &rates->incentive[i];
    takings_cents[VISIT_REGULAR] += full->total_cents * regular;
    takings_cents[VISIT_RETURNING] +=
        full->total_cents * (returning - incentive) + cut->total_cents * incentive;
    cash_collect(book, day_index, &rates->set, full, regular + returning - incentive);
    cash_collect(book, day_index, &rates->set, cut, incentive);
    cash_pay(book, day_index, CASH_SUPPLIES, &rates->supplies[i], regular + returning);
  }
  cash_post(book, day_index, CASH_REGULAR_TAKINGS, takings_cents[VISIT_REGULAR]);
  cash_post(book, day_index, CASH_RETURNING_TAKINGS, takings_cents[VISIT_RETURNING]);
}

static void post_deal(CashBook *book, const DayRates *rates, const YearDay *day, int day_index) {
  DealVisits deal = deal_visits_of(day);
  for (int last = 0; last < 2; last++)
    for (int extras = 0; extras < 2; extras++) {
      const CounterInvoice *counter = &rates->counter[last][extras];
      int64_t visits = deal.visits[last][extras];
      cash_post(book, day_index, CASH_DEAL_COUNTER, counter->client_pays_cents * visits);
      cash_collect(book, day_index, &rates->set, &counter->invoice, visits);
    }
  ForfeitedVisits forfeited = forfeited_visits_of(book->plan, day);
  for (int last = 0; last < 2; last++)
    cash_collect(book, day_index, &rates->set, &rates->forfeited[last], forfeited.visits[last]);
  cash_pay(book, day_index, CASH_SUPPLIES, &rates->supplies[book->plan->deal.service_index],
           day->visits[VISIT_DEAL]);
  cash_pay(book, day_index, CASH_SUPPLIES, &rates->extras, day->extras);
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
    post_full_price(book, &rates, day, i);
    if (!book->with_deal || (day->visits[VISIT_DEAL] == 0 && day->deal_no_shows == 0))
      continue;
    post_deal(book, &rates, day, i);
    int64_t refunded = refunded_after_use(book->plan, served, served + day->deal_last);
    served += day->deal_last;
    cash_post(book, i, CASH_REFUNDS, -rates.refund_cents * refunded);
    cash_collect(book, i, &rates.refund_set, &rates.refund, -refunded);
  }
  post_tips(book);
}
