/* Room: ledger. Knows: engine, journal. Must not know: when things happen in a year (books.c does).
 *
 * What each kind of event writes (domain §10.3 and its variants): amounts in, one balanced entry
 * out; that it balances is asserted. Each function posts at most one entry; events of nothing, and
 * those that the plan's contract does not know (a sale where the site pays for vouchers used), post
 * nothing. All dates are days; all amounts cents, of one of `count` unless it says otherwise.
 *
 * The letters are the treatments of domain §5.2: D the site buys the service, F taxed at the
 * voucher's sale. */
#pragma once

#include "model/cash/cash.h"
#include "model/tax/tax.h"
#include "model/tax/voucher.h"
#include "model/ledger/journal.h"

/* The account that takes a component's tax collected, or its credit: GST and HST 2100 / 1150, QST
 * 2110 / 1160, PST 2120 and no credit (2120 too); custom: the first as GST, the second as QST. */
Account posting_tax_account(const TaxSet *set, int component);
Account posting_credit_account(const TaxSet *set, int component);

/* The site (posting-site.c). */

/* What `vouchers` of one statement of that date are worth on each account, before any use. Paid for
 * vouchers used, the same amounts come with the uses, and the receivable takes the place of 2200.
 * 100 of 50, A, 50 % + tax: 5,000.00, 2,500.00, 0, 2,125.62. */
typedef struct {
  int64_t deferred_cents;   /* 2200: the price; D: the own share; F: the price before tax */
  int64_t commission_cents; /* with its tax that does not come back */
  int64_t card_fee_cents;   /* likewise */
  int64_t receivable_cents; /* payouts to come */
} SoldVouchers;
SoldVouchers posting_sold(const Plan *plan, int32_t date, int vouchers);
/* The part of one voucher's deferred_cents that one of its visits releases: 1/n each, the remainder
 * on the last. */
int64_t posting_visit_deferred_cents(const Plan *plan, int32_t sale_date, int visit_index);

/* `vouchers` sold on the site's statement of that date (paid for vouchers sold): receivable,
 * prepaid commission and card fees (or expense, by commission_expense), credits / deferred revenue;
 * in D and F the taxes that the site hands over. 100 of 50, A, 50 % + tax: 1100 2,125.62, 1200
 * 2,500.00, 1150 125.00, 1160 249.38 / 2200 5,000.00. */
void post_sale(Journal *journal, const Plan *plan, int32_t date, int vouchers);
/* Vouchers used before the site's statement were sold before it: what they release of 2200 and 1200
 * is put there on their day, against the receivable, and taken back (negative) with the statement.
 * Its taxes wait for it. */
void post_sale_accrued(Journal *journal, const Plan *plan, int32_t date, int64_t deferred_cents,
                       int64_t commission_cents, int64_t card_fee_cents);
/* The site pays: bank / receivable; negative when it takes back more than it pays. */
void post_payout(Journal *journal, EntryKind kind, int32_t date, int64_t cents);
/* The site pays no more: bad debt / receivable. */
void post_site_default(Journal *journal, int32_t date, int64_t cents);
/* The site's fixed fee, paid by the bank on that date: 5300 and credits / 1000; one-off, as in
 * Earnings. */
void post_fixed_fee(Journal *journal, const Plan *plan, int32_t date);
/* Paid when used: the site's statement for price_cents used since the last one, of which it keeps
 * commission_cents: commission, fees and credits / receivable; D and F: receivable / the taxes that
 * it hands over. receivable_cents is what those uses put there (Redemptions.deferred_cents of
 * each): a cent by which the statement's one rounding differs goes to 4010, so that what the site
 * pays is what is owed. */
void post_statement(Journal *journal, const Plan *plan, int32_t date, int64_t price_cents,
                    int64_t commission_cents, int64_t receivable_cents);
/* The expense of what was used, all `count` of them together: commission and card fees / prepaid;
 * nothing when expensed at sale. */
void post_commission_matched(Journal *journal, const Plan *plan, int32_t date,
                             int64_t commission_cents, int64_t card_fee_cents, int32_t count);
/* Before use, at the terms and rates of the sale's statement: deferred (D and F: and taxes) /
 * prepaid, credits, receivable: what the site takes back. With paid_by_bank, the bank instead of
 * the receivable. The card fee is not given back: it is for post_commission_matched. 2 of the 100
 * above: 2200 100.00 / 1200 50.00, 1150 2.50, 1160 4.99, 1100 42.51. */
void post_refund_before_use(Journal *journal, const Plan *plan, int32_t date, int vouchers,
                            bool paid_by_bank);
/* Asked in time and not served, the business pays the client back: deferred (F: and taxes) / bank;
 * the commission that the site keeps becomes an expense. What is given back beyond the deferred and
 * the taxes goes to 4095. commission_cents and card_fee_cents are of all `count`. */
void post_refund_unserved(Journal *journal, const Plan *plan, int32_t date, int64_t refund_cents,
                          const int64_t tax_cents[TAX_COMPONENTS_MAX], int64_t deferred_cents,
                          int64_t commission_cents, int64_t card_fee_cents, int32_t count);
/* All `count` together: deferred / breakage, expense / prepaid, one entry: ENTRY_BREAKAGE judged
 * remote on its date, ENTRY_BREAKAGE_WITH_USE the share that goes with a day's uses. No tax (domain
 * §5.5, to be confirmed). */
void post_breakage(Journal *journal, const Plan *plan, EntryKind kind, int32_t date,
                   int64_t deferred_cents, int64_t commission_cents, int64_t card_fee_cents,
                   int32_t count);

/* Visits (posting-visits.c). */

/* `count` invoices alike, each of one visit of a voucher with or without extras. */
typedef struct {
  int32_t date;
  TaxSet set;             /* tax_set_collected of the date */
  CounterInvoice invoice; /* of one */
  int64_t extras_cents;   /* before tax, of one */
  int64_t deferred_cents; /* released by one: posting_visit_deferred_cents */
  int32_t count;
} Redemptions;
/* Deferred revenue (paid when used: the receivable) and bank / deal revenue, extras, taxes. Deal
 * revenue is what is left of deferred and bank after the two others: B of 50: 2200 50.00 / 4010
 * 43.49, 2100 2.17, 2110 4.34. */
void post_redemptions(Journal *journal, const Plan *plan, const Redemptions *redemptions);
/* A voucher of paid_cents used after the promotion against a service of price_cents, extras with
 * it, all on one invoice: list 100, paid 50: 2200 50.00, 1000 64.98 / 4010 100.00, 2100 5.00, 2110
 * 9.98. D and F, whose voucher bore its tax before: tax on what the client adds to it. */
void post_late_use(Journal *journal, const Plan *plan, int32_t date, int64_t price_cents,
                   int64_t paid_cents, int64_t extras_cents, int32_t count);
/* A visit kept of one who did not come: price_cents worded included whatever the offer says (ETA s.
 * 182); D and F: taxed before. 50 in A: 2200 50.00 / 4010 43.49, 2100 2.17, 2110 4.34. */
void post_forfeit(Journal *journal, const Plan *plan, int32_t date, int64_t price_cents,
                  int64_t deferred_cents, int32_t count);
/* After use, by credit note: returns and taxes / bank, for `count` refunds of refund_cents of which
 * tax_cents (by component) are taxes. The site keeps its commission. */
void post_refund_after_use(Journal *journal, const Plan *plan, int32_t date, int64_t refund_cents,
                           const int64_t tax_cents[TAX_COMPONENTS_MAX], int32_t count);
/* Full-price visits: bank, incentives / revenue, taxes. `invoice` is of one; incentive_cents is the
 * cut already inside it (before tax), shown as an expense beside the full price. ENTRY_RETURNING
 * belongs to the deal. */
void post_full_price(Journal *journal, EntryKind kind, int32_t date, const TaxSet *set,
                     const TaxedAmount *invoice, int64_t incentive_cents, int32_t count);

/* The rest of the business (posting-business.c). */

/* A cost paid by the bank: expense (with the tax that does not come back), credits / bank. */
void post_cost(Journal *journal, const Plan *plan, EntryKind kind, int32_t date, Account expense,
               int64_t taxable_cents, int64_t untaxed_cents, int32_t count, bool of_deal);

/* One pay day, without what was expensed before (a year end within the period): that stands in
 * wages payable already. */
typedef struct {
  int64_t labour_cents;        /* pay, and the untaxed amount of the self-employed */
  int64_t labour_tax_cents;    /* their tax that does not come back */
  int64_t contributions_cents; /* employer's, payable later */
} PayShare;
typedef struct {
  PayShare deal, rest; /* 5100: deal visits and the return visits they bring; 5000 */
  int64_t credit_cents[TAX_COMPONENTS_MAX]; /* of the self-employed's taxes, by tax_set_for_costs */
  int64_t accrued_cents;                    /* of labour: taken from wages payable and paid */
} Pay;
/* Labour with contributions, credits, wages payable (accrued) / bank, wages payable
 * (contributions). The deal's part is told by its account, 5100: the entry is not of_deal. */
void post_pay(Journal *journal, const Plan *plan, int32_t date, const Pay *pay);
/* Labour with contributions / wages payable; credit_cents and accrued_cents are not looked at. */
void post_pay_accrued(Journal *journal, const Plan *plan, int32_t date, const Pay *pay);
/* Paid: wages payable / bank. */
void post_contributions(Journal *journal, int32_t date, int64_t cents);
/* Tips pass through, cents of all: ENTRY_TIPS bank / tips payable, ENTRY_TIPS_PAID back. */
void post_tips(Journal *journal, EntryKind kind, int32_t date, int64_t cents, int32_t count);
void post_owner_draw(Journal *journal, int32_t date, int64_t cents); /* equity / bank */
void post_opening(Journal *journal, int32_t date, int64_t cents);    /* bank / equity; may be < 0 */

/* What the Quick Method leaves of taxes collected, by component of the sales' set: taxes payable /
 * tax kept (4080). No tax office pays it: it is income of its period. */
void post_tax_kept(Journal *journal, const Plan *plan, int32_t date,
                   const int64_t kept_cents[TAX_COMPONENTS_MAX], bool of_deal);
/* On its paid_date. A return: taxes collected less what instalments had paid of them / credits, tax
 * kept (4080), bank; < 0 received. An instalment: taxes payable / bank. */
void post_remittance(Journal *journal, const Plan *plan, const Remittance *remittance);
