/* Room: ledger, private to the books. What goes to the tax offices, and what the Quick Method
 * leaves. Knows: the entries written before. Must not know: what they are for. */
#include <string.h>

#include "model/base/money.h"
#include "model/ledger/books-private.h"

/* Taxes that the entries between two dates wrote, filings apart. */
typedef struct {
  int64_t collected_cents[TAX_COMPONENTS_MAX];
  int64_t deal_collected_cents[TAX_COMPONENTS_MAX]; /* of them, by entries of the deal */
  int64_t credits_cents[TAX_COMPONENTS_MAX];
  int32_t latest_date; /* of such an entry; begin_date when there is none */
} BookedTaxes;

static void booked_add(BookedTaxes *booked, const JournalEntry *entry, const JournalLine *line,
                       const TaxSet *set) {
  for (int tax = 0; tax < set->count; tax++) {
    if (line->account == posting_tax_account(set, tax)) {
      booked->collected_cents[tax] -= line->cents;
      booked->deal_collected_cents[tax] -= entry->of_deal ? line->cents : 0;
    } else if (line->account == posting_credit_account(set, tax))
      booked->credits_cents[tax] += line->cents;
    else
      continue;
    booked->latest_date = entry->date > booked->latest_date ? entry->date : booked->latest_date;
  }
}

static BookedTaxes taxes_booked(const Bookkeeper *keeper, const TaxSet *set, int32_t begin_date,
                                int32_t end_date) {
  BookedTaxes booked = {.latest_date = begin_date};
  for (int i = 0; i < journal_entry_count(keeper->journal); i++) {
    const JournalEntry *entry = journal_entry(keeper->journal, i);
    if (entry->date > end_date)
      break;
    if (entry->date < begin_date || entry_kind_is_filing(entry->kind))
      continue;
    const JournalLine *line = journal_lines(keeper->journal, entry);
    for (int k = 0; k < entry->line_count; k++)
      booked_add(&booked, entry, &line[k], set);
  }
  return booked;
}

/* --- what the Quick Method leaves ---------------------------------------------------------- */

static bool is_any_kept(const Remittance *filed) {
  for (int tax = 0; tax < TAX_COMPONENTS_MAX; tax++)
    if (filed->kept_cents[tax] != 0)
      return true;
  return false;
}

/* Every sale of a period leaves the same share of its tax: the deal's own part is that of the taxes
 * its sales collected; at most all and at least none of it, for refunds may exceed sales. */
static void deal_kept_find(const Bookkeeper *keeper, const TaxSet *set, const Remittance *filed,
                           int64_t deal_kept_cents[TAX_COMPONENTS_MAX]) {
  memset(deal_kept_cents, 0, TAX_COMPONENTS_MAX * sizeof *deal_kept_cents);
  if (!is_any_kept(filed))
    return;
  BookedTaxes booked = taxes_booked(keeper, set, filed->period_begin_date, filed->period_end_date);
  for (int tax = 0; tax < set->count; tax++) {
    int64_t all_cents = booked.collected_cents[tax];
    int64_t deal_cents =
        CLAMP(booked.deal_collected_cents[tax], MIN(all_cents, 0), MAX(all_cents, 0));
    if (all_cents != 0)
      deal_kept_cents[tax] =
          money_scale_half_up(filed->kept_cents[tax], ABS(deal_cents), ABS(all_cents));
  }
}

/* Income of its period: at the period's end it leaves the reserve. */
static void post_kept(const Bookkeeper *keeper, const Remittance *filed,
                      const int64_t deal_kept_cents[TAX_COMPONENTS_MAX]) {
  int64_t rest_kept_cents[TAX_COMPONENTS_MAX];
  int32_t date =
      filed->period_end_date < keeper->last_date ? filed->period_end_date : keeper->last_date;
  for (int tax = 0; tax < TAX_COMPONENTS_MAX; tax++)
    rest_kept_cents[tax] = filed->kept_cents[tax] - deal_kept_cents[tax];
  post_tax_kept(keeper->journal, keeper->plan, date, deal_kept_cents, true);
  post_tax_kept(keeper->journal, keeper->plan, date, rest_kept_cents, false);
}

/* --- returns and instalments --------------------------------------------------------------- */

/* What was kept has left the reserve already. */
static void post_paid(const Bookkeeper *keeper, const Remittance *filed) {
  Remittance paid = *filed;
  for (int tax = 0; tax < TAX_COMPONENTS_MAX; tax++) {
    paid.collected_cents[tax] -= filed->kept_cents[tax];
    paid.kept_cents[tax] = 0;
  }
  if (keeper_writes(keeper, paid.paid_date))
    post_remittance(keeper->journal, keeper->plan, &paid);
}

/* One return for what falls due after the horizon: a last pay's credits, a last statement. The
 * horizon's own returns are posted. */
static void post_late(const Bookkeeper *keeper, const TaxSet *set) {
  const PlanBusiness *business = &keeper->plan->business;
  BookedTaxes booked = taxes_booked(keeper, set, keeper->last_date + 1, INT32_MAX);
  Remittance late = {.kind = REMITTANCE_RETURN, .period_end_date = booked.latest_date};
  late.due_date = late.paid_date = remittance_due_date(business, late.period_end_date);
  for (int tax = 0; tax < set->count; tax++) {
    late.collected_cents[tax] = booked.collected_cents[tax];
    late.credits_cents[tax] = booked.credits_cents[tax];
    late.paid_cents[tax] = late.collected_cents[tax] - late.credits_cents[tax];
  }
  post_remittance(keeper->journal, keeper->plan, &late);
}

void bookkeeper_post_taxes(const Bookkeeper *keeper) {
  const Cash *cash = keeper->cash;
  int64_t deal_kept_cents[REMITTANCES_MAX][TAX_COMPONENTS_MAX];
  TaxSet set;
  tax_set_for_sales(&keeper->plan->business, keeper->last_date, &set);
  /* All are read before any is written, so that the journal is put in order once. */
  for (int i = 0; i < cash->remittance_count; i++)
    deal_kept_find(keeper, &set, &cash->remittance[i], deal_kept_cents[i]);
  for (int i = 0; i < cash->remittance_count; i++) {
    post_kept(keeper, &cash->remittance[i], deal_kept_cents[i]);
    post_paid(keeper, &cash->remittance[i]);
  }
  if (keeper->is_settled)
    post_late(keeper, &set);
}
