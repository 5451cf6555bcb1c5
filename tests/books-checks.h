/* The books against what the engine says of the same year by another way, and against themselves.
 * Each comparison says where it fails first, in new text, or NULL. */
#pragma once

#include "model/ledger/books.h"

/* Debit less credit of one account through a date. */
int64_t account_through(Journal *journal, int32_t date, Account account);

/* An entry has two lines or more, and they add to nothing. */
char *lines_fault(const JournalLine *line, int count);
/* Entries balance, come by date, and add to a trial balance of zero. */
char *balance_fault(Journal *journal);
/* The bank of every day is the engine's daily cash. */
char *bank_fault(Journal *journal, const Results *results);
/* Each return is what the books collected and claimed in its period, tax by tax, and pays that. */
char *taxes_fault(Journal *journal, const Books *books);
/* Settled, nothing is left but the bank, the vouchers still owed, and what they bear of the
 * commission; bad debt is what the engine says the site owes when it stops. */
char *settled_fault(Journal *journal, const Books *books);
/* Of settled books: Earnings to the cent, line by line, but for fixed costs, a site's default,
 * breakage, and what unused vouchers bear of the site's invoices, which Earnings leaves out and
 * which is computed here; and for the parts of a voucher of several visits in D and F, which
 * Earnings rounds visit by visit: at most half a cent for each of two taxes. */
char *income_fault(Journal *journal, const Books *books);
/* Of settled books: 5100 is the pay of the deal's visits and of the return visits they bring, at
 * most each period's, with its share of contributions and taxes; of what the Quick Method leaves
 * the deal has no more than all of it. */
char *deal_share_fault(Journal *journal, const Books *books);
/* Pay accrued at a cut-off is that of the visits given by then, and of what tops them up the share
 * of the days, to a few cents. */
char *accrual_fault(Journal *journal, const Books *books);
/* On no day is 2200 in debit or 1200 in credit. */
char *sides_fault(Journal *journal);
/* The income of all accounts is what equity would take. */
char *foot_fault(Journal *journal, const Income *income);
/* Months foot, roll, and end on the balance. */
char *deferred_fault(Journal *journal, const DeferredMonth *months, int count, int32_t last_date);
char *reserve_fault(Journal *journal, const ReserveMonth *months, int count, int32_t last_date);
/* What is held at each month's end is what the engine's daily cash sets aside. */
char *reserve_days_fault(const Results *results, const ReserveMonth *months, int count);
/* Cut-offs are trial balances, at year ends, of as many vouchers as 2200 holds. */
char *cut_off_fault(const Books *books, const CutOff *cut_offs, int count);
