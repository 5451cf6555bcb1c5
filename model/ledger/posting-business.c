/* Room: ledger. What costs, pay, tips, the owner and the tax offices write; see posting.h. */
#include "model/ledger/posting-lines.h"

void post_cost(Journal *journal, const Plan *plan, EntryKind kind, int32_t date, Account expense,
               int64_t taxable_cents, int64_t untaxed_cents, int32_t count, bool of_deal) {
  PaidCost cost = tax_paid_cost(&plan->business, date, taxable_cents, untaxed_cents);
  journal_begin(journal, kind, date, count, of_deal);
  journal_debit(journal, expense, cost.cost_cents * count);
  posting_claim(journal, plan, date, cost.recoverable_tax_cents, count);
  journal_credit(journal, ACCOUNT_BANK, cost.paid_cents * count);
  posting_finish(journal);
}

static int64_t labour_with_tax_cents(const PayShare *share) {
  return share->labour_cents + share->labour_tax_cents;
}

static void expense_pay(Journal *journal, const Pay *pay) {
  journal_debit(journal, ACCOUNT_DEAL_LABOUR,
                labour_with_tax_cents(&pay->deal) + pay->deal.contributions_cents);
  journal_debit(journal, ACCOUNT_REGULAR_LABOUR,
                labour_with_tax_cents(&pay->rest) + pay->rest.contributions_cents);
}

void post_pay(Journal *journal, const Plan *plan, int32_t date, const Pay *pay) {
  int64_t paid_cents =
      labour_with_tax_cents(&pay->deal) + labour_with_tax_cents(&pay->rest) + pay->accrued_cents;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    paid_cents += pay->credit_cents[i];
  journal_begin(journal, ENTRY_PAY, date, 0, false);
  expense_pay(journal, pay);
  posting_claim(journal, plan, date, pay->credit_cents, 1);
  journal_debit(journal, ACCOUNT_WAGES, pay->accrued_cents);
  journal_credit(journal, ACCOUNT_BANK, paid_cents);
  journal_credit(journal, ACCOUNT_WAGES,
                 pay->deal.contributions_cents + pay->rest.contributions_cents);
  posting_finish(journal);
}

void post_pay_accrued(Journal *journal, const Plan *plan, int32_t date, const Pay *pay) {
  journal_begin(journal, ENTRY_PAY_ACCRUED, date, 0, false);
  expense_pay(journal, pay);
  journal_credit(journal, ACCOUNT_WAGES,
                 labour_with_tax_cents(&pay->deal) + labour_with_tax_cents(&pay->rest) +
                     pay->deal.contributions_cents + pay->rest.contributions_cents);
  posting_finish(journal);
}

/* Two lines of one amount. */
static void post_pair(Journal *journal, EntryKind kind, int32_t date, int32_t count, Account debit,
                      Account credit, int64_t cents) {
  journal_begin(journal, kind, date, count, false);
  journal_debit(journal, debit, cents);
  journal_credit(journal, credit, cents);
  posting_finish(journal);
}

void post_contributions(Journal *journal, int32_t date, int64_t cents) {
  post_pair(journal, ENTRY_CONTRIBUTIONS, date, 0, ACCOUNT_WAGES, ACCOUNT_BANK, cents);
}

void post_tips(Journal *journal, EntryKind kind, int32_t date, int64_t cents, int32_t count) {
  bool received = kind == ENTRY_TIPS;
  post_pair(journal, kind, date, count, received ? ACCOUNT_BANK : ACCOUNT_TIPS,
            received ? ACCOUNT_TIPS : ACCOUNT_BANK, cents);
}

void post_owner_draw(Journal *journal, int32_t date, int64_t cents) {
  post_pair(journal, ENTRY_OWNER_DRAW, date, 0, ACCOUNT_EQUITY, ACCOUNT_BANK, cents);
}

void post_opening(Journal *journal, int32_t date, int64_t cents) {
  post_pair(journal, ENTRY_OPENING, date, 0, ACCOUNT_BANK, ACCOUNT_EQUITY, cents);
}

void post_tax_kept(Journal *journal, const Plan *plan, int32_t date,
                   const int64_t kept_cents[TAX_COMPONENTS_MAX], bool of_deal) {
  TaxSet set;
  tax_set_for_sales(&plan->business, date, &set);
  journal_begin(journal, ENTRY_TAX_KEPT, date, 0, of_deal);
  for (int i = 0; i < set.count; i++) {
    journal_debit(journal, posting_tax_account(&set, i), kept_cents[i]);
    journal_credit(journal, ACCOUNT_TAX_KEPT, kept_cents[i]);
  }
  posting_finish(journal);
}

void post_remittance(Journal *journal, const Plan *plan, const Remittance *remittance) {
  bool is_return = remittance->kind == REMITTANCE_RETURN;
  /* Which taxes there are does not depend on the day, only their rates do. */
  TaxSet set;
  tax_set_for_sales(&plan->business, remittance->period_end_date, &set);
  journal_begin(journal, is_return ? ENTRY_REMITTANCE : ENTRY_TAX_INSTALMENT, remittance->paid_date,
                0, false);
  for (int i = 0; i < set.count; i++) {
    int64_t paid_cents = remittance->paid_cents[i];
    if (is_return) {
      journal_debit(journal, posting_tax_account(&set, i),
                    remittance->collected_cents[i] - remittance->instalments_cents[i]);
      journal_credit(journal, posting_credit_account(&set, i), remittance->credits_cents[i]);
      journal_credit(journal, ACCOUNT_TAX_KEPT, remittance->kept_cents[i]);
    } else
      journal_debit(journal, posting_tax_account(&set, i), paid_cents);
    journal_credit(journal, ACCOUNT_BANK, paid_cents);
  }
  posting_finish(journal);
}
