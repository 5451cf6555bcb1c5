/* Room: ledger, private to the books. The rest of the business: opening, monthly costs, the
 * campaign's own costs, what goes to the tax offices. Must not know: visits, pay. */
#include "model/base/money.h"
#include "model/ledger/books-private.h"

/* Without a calendar there are no regulars to bear them: only the campaign is looked at. */
static void post_monthly(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  const PlanBusiness *business = &plan->business;
  int64_t taxable_cents = money_share_half_up(business->fixed_costs_monthly_cents,
                                              business->fixed_costs_taxable_per_100k);
  if (plan->rooms_count == 0)
    return;
  for (int32_t date = keeper->sale_date; date <= keeper->last_date; date++) {
    if (date != date_month_begin(date))
      continue;
    post_cost(keeper->journal, plan, ENTRY_FIXED_COSTS, date, ACCOUNT_FIXED_COSTS, taxable_cents,
              business->fixed_costs_monthly_cents - taxable_cents, 1, false);
    post_owner_draw(keeper->journal, date, business->owner_draw_monthly_cents);
  }
}

/* A cost dated before the sale is in the opening balance. */
static void post_campaign(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  for (int day = 0; day < plan->phone.extra_days && day < keeper->days; day++)
    post_cost(keeper->journal, plan, ENTRY_PHONE, keeper->sale_date + day, ACCOUNT_PHONE, 0,
              phone_help_cents(plan), 1, true);
  for (int i = 0; i < plan->one_off_costs_count; i++) {
    const OneOffCost *one_off = &plan->one_off_costs[i];
    if (one_off->date >= keeper->sale_date && one_off->date <= keeper->last_date)
      post_cost(keeper->journal, plan, ENTRY_ONE_OFF, one_off->date, ACCOUNT_ADVERTISING,
                one_off->taxable ? one_off->cents : 0, one_off->taxable ? 0 : one_off->cents, 1,
                true);
  }
  post_fixed_fee(keeper->journal, plan, plan_sale_last_date(plan));
}

/* What the Quick Method leaves is income of its period: at the period's end it leaves the reserve,
 * and the return then pays the rest. */
static void post_return(const Bookkeeper *keeper, const Remittance *filed) {
  Remittance rest = *filed, kept = {.kind = REMITTANCE_RETURN,
                                    .period_begin_date = filed->period_begin_date,
                                    .period_end_date = filed->period_end_date};
  kept.paid_date = kept.due_date =
      filed->period_end_date < keeper->last_date ? filed->period_end_date : keeper->last_date;
  for (int tax = 0; tax < TAX_COMPONENTS_MAX; tax++) {
    kept.collected_cents[tax] = kept.kept_cents[tax] = filed->kept_cents[tax];
    rest.collected_cents[tax] -= filed->kept_cents[tax];
    rest.kept_cents[tax] = 0;
  }
  post_remittance(keeper->journal, keeper->plan, &kept);
  if (keeper_writes(keeper, rest.paid_date))
    post_remittance(keeper->journal, keeper->plan, &rest);
}

static void post_remittances(const Bookkeeper *keeper) {
  for (int i = 0; i < keeper->cash->remittance_count; i++) {
    const Remittance *remittance = &keeper->cash->remittance[i];
    if (remittance->kind == REMITTANCE_RETURN)
      post_return(keeper, remittance);
    else if (keeper_writes(keeper, remittance->paid_date))
      post_remittance(keeper->journal, keeper->plan, remittance);
  }
}

/* What the entries after the horizon collected and paid of one tax; its returns were posted. */
static void late_taxes_find(const Bookkeeper *keeper, const TaxSet *set, Remittance *late) {
  for (int i = journal_entry_count(keeper->journal) - 1; i >= 0; i--) {
    const JournalEntry *entry = journal_entry(keeper->journal, i);
    if (entry->date <= keeper->last_date)
      return;
    if (entry->kind == ENTRY_REMITTANCE || entry->kind == ENTRY_TAX_INSTALMENT)
      continue;
    const JournalLine *line = journal_lines(keeper->journal, entry);
    for (int k = 0; k < entry->line_count; k++)
      for (int tax = 0; tax < set->count; tax++) {
        if (line[k].account == posting_tax_account(set, tax))
          late->collected_cents[tax] -= line[k].cents;
        else if (line[k].account == posting_credit_account(set, tax))
          late->credits_cents[tax] += line[k].cents;
        else
          continue;
        late->period_end_date =
            entry->date > late->period_end_date ? entry->date : late->period_end_date;
      }
  }
}

void bookkeeper_post_late_taxes(const Bookkeeper *keeper) {
  const PlanBusiness *business = &keeper->plan->business;
  Remittance late = {.kind = REMITTANCE_RETURN, .period_end_date = keeper->last_date};
  TaxSet set;
  tax_set_for_sales(business, keeper->last_date, &set);
  late_taxes_find(keeper, &set, &late);
  late.due_date = late.paid_date = remittance_due_date(business, late.period_end_date);
  for (int tax = 0; tax < set.count; tax++)
    late.paid_cents[tax] = late.collected_cents[tax] - late.credits_cents[tax];
  post_remittance(keeper->journal, keeper->plan, &late);
}

void bookkeeper_post_business(const Bookkeeper *keeper) {
  post_opening(keeper->journal, keeper->sale_date, keeper->cash->opening_cents);
  post_monthly(keeper);
  post_campaign(keeper);
  post_remittances(keeper);
}
