/* Room: ledger. Which account takes which tax, and the lines that several kinds of event share. */
#include "model/ledger/posting-lines.h"

#include <assert.h>

void posting_finish(Journal *journal) {
  bool balanced = journal_post(journal);
  assert(balanced);
  (void)balanced;
}

Account posting_tax_account(const TaxSet *set, int component) {
  assert(component >= 0 && component < set->count);
  switch (set->component[component].kind) {
  case TAX_QST:
    return ACCOUNT_QST;
  case TAX_PST:
    return ACCOUNT_PST;
  case TAX_CUSTOM:
    return component == 0 ? ACCOUNT_GST : ACCOUNT_QST;
  case TAX_GST:
  case TAX_HST:
  case TAX_KIND_COUNT:
  default:
    return ACCOUNT_GST;
  }
}

Account posting_credit_account(const TaxSet *set, int component) {
  Account account = posting_tax_account(set, component);
  return account == ACCOUNT_GST ? ACCOUNT_ITC : account == ACCOUNT_QST ? ACCOUNT_ITR : account;
}

void posting_collect(Journal *journal, const TaxSet *set,
                     const int64_t tax_cents[TAX_COMPONENTS_MAX], int64_t count) {
  for (int i = 0; i < set->count; i++)
    journal_credit(journal, posting_tax_account(set, i), tax_cents[i] * count);
}

void posting_claim(Journal *journal, const Plan *plan, int32_t date,
                   const int64_t tax_cents[TAX_COMPONENTS_MAX], int64_t count) {
  TaxSet set;
  tax_set_for_costs(&plan->business, date, &set);
  for (int i = 0; i < set.count; i++)
    journal_debit(journal, posting_credit_account(&set, i), tax_cents[i] * count);
}

Account posting_owed_account(const Plan *plan) {
  return plan->deal.payout_basis == PAYOUT_REDEEMED ? ACCOUNT_RECEIVABLE : ACCOUNT_DEFERRED;
}

bool posting_is_taxed_before_use(const PlanDeal *deal) {
  return deal->tax_treatment == TREATMENT_SITE_PRINCIPAL ||
         deal->tax_treatment == TREATMENT_AT_SALE;
}
