/* Room: ledger, private to the books. One example of each kind of event, for an accountant to enter
 * the real ones by. What counts visits or vouchers shows one of them; the rest is the first of its
 * kind in the forecast. */
#include "model/base/money.h"
#include "model/ledger/books-private.h"

typedef struct {
  const Plan *plan;
  const Results *results;
  Journal *journal;
  int32_t use_date;  /* the first voucher used; the sale's last day when none is */
  int32_t late_date; /* the promotion is over */
  bool is_sold;      /* the site pays for vouchers sold */
} ModelWriter;

/* Kinds shown as they first stand in the forecast. */
static const EntryKind first_kinds[] = {
    ENTRY_SALE,      ENTRY_SALE_ACCRUED, ENTRY_FIXED_FEE,     ENTRY_PAYOUT,
    ENTRY_HOLD_BACK, ENTRY_STATEMENT,    ENTRY_SITE_DEFAULT,  ENTRY_TIPS_PAID,
    ENTRY_PAY,       ENTRY_PAY_ACCRUED,  ENTRY_CONTRIBUTIONS, ENTRY_PHONE,
    ENTRY_ONE_OFF,   ENTRY_FIXED_COSTS,  ENTRY_OWNER_DRAW,    ENTRY_TAX_INSTALMENT,
};

static void copy_entry(Journal *from, int index, Journal *to) {
  const JournalEntry *entry = journal_entry(from, index);
  const JournalLine *line = journal_lines(from, entry);
  journal_begin(to, entry->kind, entry->date, entry->count, entry->of_deal);
  for (int k = 0; k < entry->line_count; k++)
    journal_debit(to, line[k].account, line[k].cents);
  bool balanced = journal_post(to);
  g_assert(balanced);
}

static void copy_first_kinds(Journal *from, Journal *to) {
  int first[ENTRY_KIND_COUNT];
  for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++)
    first[kind] = -1;
  for (int i = journal_entry_count(from) - 1; i >= 0; i--)
    first[journal_entry(from, i)->kind] = i;
  for (size_t i = 0; i < G_N_ELEMENTS(first_kinds); i++)
    if (first[first_kinds[i]] >= 0)
      copy_entry(from, first[first_kinds[i]], to);
}

/* The first day that served a full-price visit of any service; −1: none. */
static int first_visit_day(const Results *results, VisitKind kind, int *service_index) {
  for (int i = 0; i < results->days; i++)
    for (int service = 0; service < SERVICES_MAX; service++)
      if (results->with.day[i].service_visits[kind][service] > 0) {
        *service_index = service;
        return i;
      }
  return -1;
}

static void post_one_full_price(const ModelWriter *writer, VisitKind kind) {
  const Plan *plan = writer->plan;
  int service = 0, day = first_visit_day(writer->results, kind, &service);
  if (day < 0)
    return;
  int32_t date = writer->results->sale_date + day;
  DayRates rates;
  day_rates_init(&rates);
  day_rates_refresh(&rates, plan, date);
  if (kind == VISIT_REGULAR) {
    post_full_price(writer->journal, ENTRY_REGULAR, date, &rates.set, &rates.full[service], 0, 1);
    post_cost(writer->journal, plan, ENTRY_SUPPLIES, date, ACCOUNT_SUPPLIES,
              plan->services[service].supplies_cents, 0, 1, false);
    post_tips(writer->journal, ENTRY_TIPS, date, plan->clients.tips_cents_per_visit, 1);
  } else {
    const TaxedAmount *first = &rates.incentive[service];
    post_full_price(writer->journal, ENTRY_RETURNING, date, &rates.set, first,
                    rates.full[service].net_cents - first->net_cents, 1);
  }
}

/* One visit of a voucher: the whole of it when it has only one. */
static void post_one_use(const ModelWriter *writer, const DayRates *rates) {
  const Plan *plan = writer->plan;
  int last = plan->deal.visits_per_voucher == 1;
  int32_t date = writer->use_date, sale_date = plan_sale_last_date(plan);
  SoldVouchers one = posting_sold(plan, sale_date, 1);
  Redemptions use = {.date = date,
                     .set = rates->set,
                     .invoice = rates->counter[last][0],
                     .deferred_cents = posting_visit_deferred_cents(plan, sale_date, 0),
                     .count = 1};
  post_redemptions(writer->journal, plan, &use);
  if (plan->clients.extras_share_per_100k > 0 && plan->clients.extras_cents > 0) {
    use.invoice = rates->counter[last][1];
    use.extras_cents = plan->clients.extras_cents;
    post_redemptions(writer->journal, plan, &use);
    post_cost(writer->journal, plan, ENTRY_EXTRAS_GOODS, date, ACCOUNT_SUPPLIES,
              rates->extras_net_cents, 0, 1, true);
  }
  int visits = plan->deal.visits_per_voucher;
  int64_t commission_cents = money_part(one.commission_cents, 0, visits);
  int64_t card_fee_cents = money_part(one.card_fee_cents, 0, visits);
  post_commission_matched(writer->journal, plan, date, commission_cents, card_fee_cents, 1);
  post_cost(writer->journal, plan, ENTRY_SUPPLIES, date, ACCOUNT_SUPPLIES,
            plan->services[plan->deal.service_index].supplies_cents, 0, 1, true);
  if (plan->deal.no_show_rule == NO_SHOW_FORFEIT && plan->deal.no_show_per_100k > 0) {
    post_forfeit(writer->journal, plan, date, voucher_part(&plan->deal, 0).price_cents,
                 use.deferred_cents, 1);
    post_commission_matched(writer->journal, plan, date, commission_cents, card_fee_cents, 1);
  }
  if (plan->deal.refund_after_use_per_100k > 0)
    post_refund_after_use(writer->journal, plan, date, rates->refund_cents, rates->refund.tax_cents,
                          1);
}

/* One voucher that nobody uses in time: given back, not served, used late, judged never to be used.
 */
static void post_one_unused(const ModelWriter *writer) {
  const Plan *plan = writer->plan;
  const PlanDeal *deal = &plan->deal;
  int32_t last_date = site_last_instalment_date(plan);
  SoldVouchers one = posting_sold(plan, plan_sale_last_date(plan), 1);
  post_late_use(writer->journal, plan, writer->late_date,
                plan->services[deal->service_index].list_price_cents, deal->price_cents, 0, 1);
  if (!writer->is_sold)
    return;
  post_commission_matched(writer->journal, plan, writer->late_date, one.commission_cents,
                          one.card_fee_cents, 1);
  if (deal->refund_before_use_per_100k > 0)
    post_refund_before_use(writer->journal, plan, last_date, 1, !site_pays(deal, last_date));
  if (deal->if_not_served == UNSERVED_REFUND) {
    UnservedRefund refund = unserved_refund(plan);
    post_refund_unserved(writer->journal, plan, writer->late_date, refund.paid_cents,
                         refund.invoice.tax_cents, one.deferred_cents, one.commission_cents,
                         one.card_fee_cents, 1);
  }
  bool with_use = deal->breakage_policy == BREAKAGE_PROPORTIONAL;
  bool remote = deal->breakage_policy == BREAKAGE_WHEN_REMOTE && deal->breakage_date != DATE_NONE &&
                deal->breakage_date > deal->promotion_end_date;
  if (with_use || remote)
    post_breakage(writer->journal, plan, with_use ? ENTRY_BREAKAGE_WITH_USE : ENTRY_BREAKAGE,
                  with_use ? writer->use_date : deal->breakage_date, one.deferred_cents,
                  one.commission_cents, one.card_fee_cents, 1);
}

/* A whole return of a period, with what the Quick Method leaves in it. */
static void post_one_return(const ModelWriter *writer) {
  const Cash *cash = &writer->results->cash_with;
  for (int i = 0; i < cash->remittance_count; i++)
    if (cash->remittance[i].kind == REMITTANCE_RETURN) {
      post_remittance(writer->journal, writer->plan, &cash->remittance[i]);
      return;
    }
}

static int32_t first_use_date(const Plan *plan, const Results *results) {
  for (int i = 0; i < results->days; i++)
    if (results->with.day[i].visits[VISIT_DEAL] > 0)
      return results->sale_date + i;
  return plan_sale_last_date(plan);
}

void books_post_model(Books *books) {
  const Plan *plan = &books->plan;
  ModelWriter writer = {.plan = plan,
                        .results = &books->results,
                        .journal = books->model,
                        .use_date = first_use_date(plan, &books->results),
                        .late_date = plan->deal.promotion_end_date + 1,
                        .is_sold = plan->deal.payout_basis == PAYOUT_SOLD};
  copy_first_kinds(books->projected, books->model);
  post_one_return(&writer);
  post_one_full_price(&writer, VISIT_REGULAR);
  post_one_full_price(&writer, VISIT_RETURNING);
  if (books->results.with.vouchers_sold == 0)
    return;
  DayRates rates;
  day_rates_init(&rates);
  day_rates_refresh(&rates, plan, writer.use_date);
  post_one_use(&writer, &rates);
  post_one_unused(&writer);
}
