/* Room: ledger, private to posting. Lines that several kinds of event share. */
#pragma once

#include "model/ledger/posting.h"

/* Posts the draft, which balances. */
void posting_finish(Journal *journal);
/* The taxes of `count` invoices, collected by the business. */
void posting_collect(Journal *journal, const TaxSet *set,
                     const int64_t tax_cents[TAX_COMPONENTS_MAX], int64_t count);
/* Credits for the taxes of `count` costs of the business on a date. */
void posting_claim(Journal *journal, const Plan *plan, int32_t date,
                   const int64_t tax_cents[TAX_COMPONENTS_MAX], int64_t count);
/* Where a used visit takes its worth from: deferred revenue, or the receivable. */
Account posting_owed_account(const Plan *plan);
/* D and F: the voucher bore its tax before it is used. */
bool posting_is_taxed_before_use(const PlanDeal *deal);
