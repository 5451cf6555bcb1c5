/* Room: ledger. What visits write: vouchers used in time, late or lost, given back afterwards, and
 * full-price visits; see posting.h. */
#include "model/ledger/posting-lines.h"

/* `count` invoices of a service paid by voucher money and at the counter. What is left of both
 * after extras and taxes is the service's revenue, so that a voucher of several visits releases
 * exactly what it put there. */
static void post_visits(Journal *journal, const Plan *plan, EntryKind kind, int32_t date,
                        const TaxSet *set, const Redemptions *visits) {
  const int64_t *tax_cents = visits->invoice.invoice.tax_cents;
  int64_t client_cents = visits->invoice.client_pays_cents;
  int64_t service_cents = visits->deferred_cents + client_cents - visits->extras_cents;
  for (int i = 0; i < set->count; i++)
    service_cents -= tax_cents[i];
  journal_begin(journal, kind, date, visits->count, true);
  journal_debit(journal, posting_owed_account(plan), visits->deferred_cents * visits->count);
  journal_debit(journal, ACCOUNT_BANK, client_cents * visits->count);
  journal_credit(journal, ACCOUNT_DEAL, service_cents * visits->count);
  journal_credit(journal, ACCOUNT_EXTRAS, visits->extras_cents * visits->count);
  posting_collect(journal, set, tax_cents, visits->count);
  posting_finish(journal);
}

void post_redemptions(Journal *journal, const Plan *plan, const Redemptions *redemptions) {
  post_visits(journal, plan, ENTRY_REDEMPTION, redemptions->date, &redemptions->set, redemptions);
}

void post_late_use(Journal *journal, const Plan *plan, int32_t date, int64_t price_cents,
                   int64_t paid_cents, int64_t extras_cents, int32_t count) {
  const PlanDeal *deal = &plan->deal;
  Redemptions use = {.date = date,
                     .set = tax_set_collected(&plan->business, date),
                     .extras_cents = extras_cents,
                     .count = count};
  if (posting_is_taxed_before_use(deal)) {
    TaxSet sold_set = tax_set_collected(&plan->business, plan_sale_last_date(plan));
    bool by_site = deal->tax_treatment == TREATMENT_SITE_PRINCIPAL;
    int64_t bought_cents =
        by_site ? paid_cents : tax_voucher_price(&sold_set, deal, paid_cents).net_cents;
    int64_t added_cents = price_cents + extras_cents - bought_cents;
    use.invoice.invoice = tax_add(&use.set, added_cents > 0 ? added_cents : 0);
    use.invoice.client_pays_cents = use.invoice.invoice.total_cents;
    use.deferred_cents = by_site ? tax_own_share_cents(deal, paid_cents) : bought_cents;
  } else {
    use.invoice = tax_late_invoice(&plan->business, date, price_cents, paid_cents, extras_cents);
    use.deferred_cents = use.invoice.paid_cents;
  }
  post_visits(journal, plan, ENTRY_LATE_USE, date, &use.set, &use);
}

void post_forfeit(Journal *journal, const Plan *plan, int32_t date, int64_t price_cents,
                  int64_t deferred_cents, int32_t count) {
  TaxSet set = tax_set_collected(&plan->business, date);
  TaxedAmount kept = {0};
  if (!posting_is_taxed_before_use(&plan->deal))
    kept = tax_extract(&set, price_cents);
  journal_begin(journal, ENTRY_FORFEIT, date, count, true);
  journal_debit(journal, posting_owed_account(plan), deferred_cents * count);
  journal_credit(journal, ACCOUNT_DEAL, (deferred_cents - kept.tax_total_cents) * count);
  posting_collect(journal, &set, kept.tax_cents, count);
  posting_finish(journal);
}

void post_refund_after_use(Journal *journal, const Plan *plan, int32_t date, int64_t refund_cents,
                           const int64_t tax_cents[TAX_COMPONENTS_MAX], int32_t count) {
  TaxSet set;
  tax_set_for_sales(&plan->business, date, &set);
  int64_t net_cents = refund_cents;
  for (int i = 0; i < set.count; i++)
    net_cents -= tax_cents[i];
  journal_begin(journal, ENTRY_REFUND_AFTER_USE, date, count, true);
  journal_debit(journal, ACCOUNT_RETURNS, net_cents * count);
  posting_collect(journal, &set, tax_cents, -count);
  journal_credit(journal, ACCOUNT_BANK, refund_cents * count);
  posting_finish(journal);
}

void post_full_price(Journal *journal, EntryKind kind, int32_t date, const TaxSet *set,
                     const TaxedAmount *invoice, int64_t incentive_cents, int32_t count) {
  journal_begin(journal, kind, date, count, kind == ENTRY_RETURNING);
  journal_debit(journal, ACCOUNT_BANK, invoice->total_cents * count);
  journal_debit(journal, ACCOUNT_INCENTIVES, incentive_cents * count);
  journal_credit(journal, ACCOUNT_SERVICE, (invoice->net_cents + incentive_cents) * count);
  posting_collect(journal, set, invoice->tax_cents, count);
  posting_finish(journal);
}
