/* Room: ledger. What the site's sale, statements, payouts and refunds write; see posting.h. */
#include "model/base/money.h"
#include "model/cash/day-rates.h"
#include "model/ledger/posting-lines.h"

static int64_t one_deferred_cents(const Plan *plan, int32_t date) {
  const PlanDeal *deal = &plan->deal;
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL)
    return tax_own_share_cents(deal, deal->price_cents);
  if (deal->tax_treatment == TREATMENT_AT_SALE) {
    TaxSet set = tax_set_collected(&plan->business, date);
    return tax_voucher_price(&set, deal, deal->price_cents).net_cents;
  }
  return deal->price_cents;
}

int64_t posting_visit_deferred_cents(const Plan *plan, int32_t sale_date, int visit_index) {
  return money_part(one_deferred_cents(plan, sale_date), visit_index,
                    plan->deal.visits_per_voucher);
}

SoldVouchers posting_sold(const Plan *plan, int32_t date, int vouchers) {
  Commission commission = tax_commission(&plan->business, &plan->deal, date, vouchers);
  PaidCost fee = site_sold_card_fee(plan, date, vouchers);
  return (SoldVouchers){
      .deferred_cents = one_deferred_cents(plan, date) * vouchers,
      .commission_cents = commission.cost_cents,
      .card_fee_cents = fee.cost_cents,
      .receivable_cents = commission.payout_cents - fee.paid_cents,
  };
}

/* `sign` 1: what the statement bears is claimed and collected; −1: it is taken back. */
static void statement_taxes(Journal *journal, const Plan *plan, int32_t date,
                            const Commission *statement, int sign) {
  const PlanBusiness *business = &plan->business;
  if (tax_is_credited(business, date))
    for (int i = 0; i < statement->set.count; i++)
      if (statement->set.component[i].recoverable)
        journal_debit(journal, posting_credit_account(&statement->set, i),
                      statement->invoice.tax_cents[i] * sign);
  TaxSet sales = tax_set_collected(business, date);
  posting_collect(journal, &sales, statement->collected_tax_cents, sign);
}

/* Commission and card fees of vouchers not used yet: prepaid, or an expense at once. */
static void site_costs(Journal *journal, const Plan *plan, int64_t commission_cents,
                       int64_t card_fee_cents) {
  bool at_once = plan->deal.commission_expense == COMMISSION_AT_SALE;
  journal_debit(journal, at_once ? ACCOUNT_COMMISSION : ACCOUNT_PREPAID_COMMISSION,
                commission_cents);
  journal_debit(journal, at_once ? ACCOUNT_CARD_FEES : ACCOUNT_PREPAID_COMMISSION, card_fee_cents);
}

/* What was prepaid becomes an expense; nothing was when it is expensed at sale or paid when used.
 */
static void match_prepaid(Journal *journal, const Plan *plan, int64_t commission_cents,
                          int64_t card_fee_cents) {
  if (plan->deal.commission_expense == COMMISSION_AT_SALE ||
      plan->deal.payout_basis == PAYOUT_REDEEMED)
    return;
  journal_debit(journal, ACCOUNT_COMMISSION, commission_cents);
  journal_debit(journal, ACCOUNT_CARD_FEES, card_fee_cents);
  journal_credit(journal, ACCOUNT_PREPAID_COMMISSION, money_add(commission_cents, card_fee_cents));
}

void post_sale(Journal *journal, const Plan *plan, int32_t date, int vouchers) {
  if (plan->deal.payout_basis == PAYOUT_REDEEMED)
    return;
  Commission statement = tax_commission(&plan->business, &plan->deal, date, vouchers);
  PaidCost fee = site_sold_card_fee(plan, date, vouchers);
  SoldVouchers sold = posting_sold(plan, date, vouchers);
  journal_begin(journal, ENTRY_SALE, date, vouchers, true);
  journal_debit(journal, ACCOUNT_RECEIVABLE, sold.receivable_cents);
  site_costs(journal, plan, sold.commission_cents, sold.card_fee_cents);
  statement_taxes(journal, plan, date, &statement, 1);
  posting_claim(journal, plan, date, fee.recoverable_tax_cents, 1);
  journal_credit(journal, ACCOUNT_DEFERRED, sold.deferred_cents);
  posting_finish(journal);
}

void post_sale_accrued(Journal *journal, const Plan *plan, int32_t date, int64_t deferred_cents,
                       int64_t commission_cents, int64_t card_fee_cents) {
  if (plan->deal.payout_basis == PAYOUT_REDEEMED)
    return;
  journal_begin(journal, ENTRY_SALE_ACCRUED, date, 0, true);
  journal_debit(journal, ACCOUNT_RECEIVABLE, deferred_cents - commission_cents - card_fee_cents);
  site_costs(journal, plan, commission_cents, card_fee_cents);
  journal_credit(journal, ACCOUNT_DEFERRED, deferred_cents);
  posting_finish(journal);
}

void post_payout(Journal *journal, EntryKind kind, int32_t date, int64_t cents) {
  journal_begin(journal, kind, date, 0, true);
  journal_debit(journal, ACCOUNT_BANK, cents);
  journal_credit(journal, ACCOUNT_RECEIVABLE, cents);
  posting_finish(journal);
}

void post_site_default(Journal *journal, int32_t date, int64_t cents) {
  journal_begin(journal, ENTRY_SITE_DEFAULT, date, 0, true);
  journal_debit(journal, ACCOUNT_BAD_DEBT, cents);
  journal_credit(journal, ACCOUNT_RECEIVABLE, cents);
  posting_finish(journal);
}

void post_fixed_fee(Journal *journal, const Plan *plan, int32_t date) {
  Commission fee = site_fixed_fee(plan);
  journal_begin(journal, ENTRY_FIXED_FEE, date, 0, true);
  journal_debit(journal, ACCOUNT_ADVERTISING, fee.cost_cents);
  statement_taxes(journal, plan, plan_sale_last_date(plan), &fee, 1);
  journal_credit(journal, ACCOUNT_BANK, fee.invoice.total_cents);
  posting_finish(journal);
}

void post_statement(Journal *journal, const Plan *plan, int32_t date, int64_t price_cents,
                    int64_t commission_cents, int64_t receivable_cents) {
  if (plan->deal.payout_basis != PAYOUT_REDEEMED)
    return;
  Commission statement =
      tax_commission_of(&plan->business, &plan->deal, date, price_cents, commission_cents);
  PaidCost fee = site_card_fee(plan, date, price_cents);
  int64_t worth_cents =
      statement.payout_cents + statement.invoice.total_cents - statement.collected_cents;
  journal_begin(journal, ENTRY_STATEMENT, date, 0, true);
  journal_debit(journal, ACCOUNT_COMMISSION, statement.cost_cents);
  journal_debit(journal, ACCOUNT_CARD_FEES, fee.cost_cents);
  statement_taxes(journal, plan, date, &statement, 1);
  posting_claim(journal, plan, date, fee.recoverable_tax_cents, 1);
  journal_debit(journal, ACCOUNT_RECEIVABLE,
                statement.payout_cents - fee.paid_cents - receivable_cents);
  journal_credit(journal, ACCOUNT_DEAL, worth_cents - receivable_cents);
  posting_finish(journal);
}

void post_commission_matched(Journal *journal, const Plan *plan, int32_t date,
                             int64_t commission_cents, int64_t card_fee_cents, int32_t count) {
  journal_begin(journal, ENTRY_COMMISSION_MATCHED, date, count, true);
  match_prepaid(journal, plan, commission_cents, card_fee_cents);
  posting_finish(journal);
}

void post_refund_before_use(Journal *journal, const Plan *plan, int32_t date, int vouchers,
                            bool paid_by_bank) {
  if (plan->deal.payout_basis == PAYOUT_REDEEMED)
    return;
  int32_t sale_date = plan_sale_last_date(plan);
  Commission statement = tax_commission(&plan->business, &plan->deal, sale_date, vouchers);
  SoldVouchers sold = posting_sold(plan, sale_date, vouchers);
  journal_begin(journal, ENTRY_REFUND_BEFORE_USE, date, vouchers, true);
  journal_debit(journal, ACCOUNT_DEFERRED, sold.deferred_cents);
  site_costs(journal, plan, -sold.commission_cents, 0);
  statement_taxes(journal, plan, sale_date, &statement, -1);
  journal_credit(journal, paid_by_bank ? ACCOUNT_BANK : ACCOUNT_RECEIVABLE, statement.payout_cents);
  posting_finish(journal);
}

void post_refund_unserved(Journal *journal, const Plan *plan, int32_t date, int64_t refund_cents,
                          const int64_t tax_cents[TAX_COMPONENTS_MAX], int64_t deferred_cents,
                          int64_t commission_cents, int64_t card_fee_cents, int32_t count) {
  if (count == 0 || plan->deal.payout_basis == PAYOUT_REDEEMED)
    return;
  TaxSet set;
  tax_set_for_sales(&plan->business, date, &set);
  int64_t beyond_cents = refund_cents - deferred_cents;
  for (int i = 0; i < set.count; i++)
    beyond_cents -= tax_cents[i];
  journal_begin(journal, ENTRY_REFUND_UNSERVED, date, count, true);
  journal_debit(journal, ACCOUNT_DEFERRED, deferred_cents * count);
  journal_debit(journal, ACCOUNT_RETURNS, beyond_cents * count);
  posting_collect(journal, &set, tax_cents, -count);
  match_prepaid(journal, plan, commission_cents, card_fee_cents);
  journal_credit(journal, ACCOUNT_BANK, refund_cents * count);
  posting_finish(journal);
}

void post_breakage(Journal *journal, const Plan *plan, EntryKind kind, int32_t date,
                   int64_t deferred_cents, int64_t commission_cents, int64_t card_fee_cents,
                   int32_t count) {
  if (plan->deal.payout_basis == PAYOUT_REDEEMED)
    return;
  journal_begin(journal, kind, date, count, true);
  journal_debit(journal, ACCOUNT_DEFERRED, deferred_cents);
  journal_credit(journal, ACCOUNT_BREAKAGE, deferred_cents);
  match_prepaid(journal, plan, commission_cents, card_fee_cents);
  posting_finish(journal);
}
