/* Room: ledger, private to the books. What each day's visits write: revenue, taxes, supplies, tips.
 * Knows: the year's counts and the day's rates. Must not know: the site, the rest of the bank. */
#include "model/base/money.h"
#include "model/ledger/books-private.h"

static int64_t part_deferred_cents(const Plan *plan, int last) {
  return posting_visit_deferred_cents(plan, plan_sale_last_date(plan),
                                      last ? plan->deal.visits_per_voucher - 1 : 0);
}

int64_t day_deferred_cents(const Plan *plan, const YearDay *day) {
  DealVisits deal = deal_visits_of(day);
  ForfeitedVisits forfeited = forfeited_visits_of(plan, day);
  int64_t deferred_cents = 0;
  for (int last = 0; last < 2; last++)
    deferred_cents +=
        part_deferred_cents(plan, last) *
        (deal.visits[last][0] + deal.visits[last][1] + (int64_t)forfeited.visits[last]);
  return deferred_cents;
}

static void post_full_price_visits(const Bookkeeper *keeper, const DayRates *rates,
                                   const YearDay *day, int32_t date) {
  for (int i = 0; i < keeper->plan->services_count; i++) {
    int32_t regular = day->service_visits[VISIT_REGULAR][i];
    int32_t returning = day->service_visits[VISIT_RETURNING][i];
    int32_t cut = day->incentive_service_visits[i];
    const TaxedAmount *full = &rates->full[i], *incentive = &rates->incentive[i];
    if (regular > 0)
      post_full_price(keeper->journal, ENTRY_REGULAR, date, &rates->set, full, 0, regular);
    if (returning > cut)
      post_full_price(keeper->journal, ENTRY_RETURNING, date, &rates->set, full, 0,
                      returning - cut);
    if (cut > 0)
      post_full_price(keeper->journal, ENTRY_RETURNING, date, &rates->set, incentive,
                      full->net_cents - incentive->net_cents, cut);
  }
}

/* Visits of regulars are the business's own; those of the deal, and of who returns because of it,
 * are the deal's. */
static void post_goods(const Bookkeeper *keeper, const DayRates *rates, const YearDay *day,
                       int32_t date) {
  const Plan *plan = keeper->plan;
  for (int i = 0; i < plan->services_count; i++) {
    int32_t regular = day->service_visits[VISIT_REGULAR][i];
    int32_t of_deal = day->service_visits[VISIT_RETURNING][i];
    if (i == plan->deal.service_index)
      of_deal += day->visits[VISIT_DEAL];
    int64_t supplies_cents = plan->services[i].supplies_cents;
    if (regular > 0)
      post_cost(keeper->journal, plan, ENTRY_SUPPLIES, date, ACCOUNT_SUPPLIES, supplies_cents, 0,
                regular, false);
    if (of_deal > 0)
      post_cost(keeper->journal, plan, ENTRY_SUPPLIES, date, ACCOUNT_SUPPLIES, supplies_cents, 0,
                of_deal, true);
  }
  if (day->extras > 0)
    post_cost(keeper->journal, plan, ENTRY_EXTRAS_GOODS, date, ACCOUNT_SUPPLIES,
              rates->extras_net_cents, 0, day->extras, true);
}

static void post_deal_visits(const Bookkeeper *keeper, const DayRates *rates, const YearDay *day,
                             int32_t date) {
  const Plan *plan = keeper->plan;
  DealVisits deal = deal_visits_of(day);
  ForfeitedVisits forfeited = forfeited_visits_of(plan, day);
  for (int last = 0; last < 2; last++) {
    int64_t deferred_cents = part_deferred_cents(plan, last);
    VoucherPart part = voucher_part(&plan->deal, last ? plan->deal.visits_per_voucher - 1 : 0);
    for (int extras = 0; extras < 2; extras++) {
      if (deal.visits[last][extras] == 0)
        continue;
      Redemptions redemptions = {.date = date,
                                 .set = rates->set,
                                 .invoice = rates->counter[last][extras],
                                 .extras_cents = extras ? plan->clients.extras_cents : 0,
                                 .deferred_cents = deferred_cents,
                                 .count = deal.visits[last][extras]};
      post_redemptions(keeper->journal, plan, &redemptions);
    }
    if (forfeited.visits[last] > 0)
      post_forfeit(keeper->journal, plan, date, part.price_cents, deferred_cents,
                   forfeited.visits[last]);
  }
}

/* They pass through: received with each visit, handed on with the pay of the period. */
static void post_day_tips(const Bookkeeper *keeper, const YearDay *day, int32_t date) {
  int32_t visits =
      day->visits[VISIT_REGULAR] + day->visits[VISIT_RETURNING] + day->visits[VISIT_DEAL];
  int64_t cents = keeper->plan->clients.tips_cents_per_visit * visits;
  if (cents > 0)
    post_tips(keeper->journal, ENTRY_TIPS, date, cents, visits);
}

void bookkeeper_post_visits(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  DayRates rates;
  day_rates_init(&rates);
  int32_t served = 0;
  for (int i = 0; i < keeper->days; i++) {
    const YearDay *day = &keeper->year->day[i];
    int32_t date = keeper->sale_date + i;
    day_rates_refresh(&rates, plan, date);
    post_full_price_visits(keeper, &rates, day, date);
    if (day->visits[VISIT_DEAL] > 0 || day->deal_forfeited_visits > 0)
      post_deal_visits(keeper, &rates, day, date);
    post_goods(keeper, &rates, day, date);
    post_day_tips(keeper, day, date);
    int64_t refunded = refunded_after_use(plan, served, served + day->deal_last);
    served += day->deal_last;
    if (refunded > 0)
      post_refund_after_use(keeper->journal, plan, date, rates.refund_cents, rates.refund.tax_cents,
                            (int32_t)refunded);
  }
}
