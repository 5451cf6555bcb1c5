/* Room: ledger. Knows: plan, engine, GLib's memory. Must not know: sentences, files, screens.
 *
 * An append-only journal of double entries. An entry that does not balance cannot be posted.
 * Entries may be posted in any order and are read in the order of their dates (posted order within
 * a date). */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/plan/account.h"

typedef enum {
  ENTRY_OPENING,
  /* The site. */
  ENTRY_SALE,              /* count: vouchers */
  ENTRY_SALE_ACCRUED,      /* used before the statement of their sale; taken back with it */
  ENTRY_FIXED_FEE,         /* the site's, once */
  ENTRY_PAYOUT,            /* an instalment, less what is clawed back */
  ENTRY_HOLD_BACK,         /* what was held back, paid */
  ENTRY_STATEMENT,         /* paid when used: commission and fees of what was used */
  ENTRY_SITE_DEFAULT,      /* the receivable written off */
  ENTRY_REFUND_BEFORE_USE, /* count: vouchers */
  ENTRY_REFUND_UNSERVED,   /* count: vouchers */
  ENTRY_BREAKAGE,          /* judged never to be used, on a date; count: vouchers */
  ENTRY_BREAKAGE_WITH_USE, /* as the others are used: their share of the unused; count: vouchers */
  /* Visits. count: visits. */
  ENTRY_REDEMPTION,
  ENTRY_COMMISSION_MATCHED,
  ENTRY_LATE_USE,         /* after the promotion, against the current price */
  ENTRY_FORFEIT,          /* kept of a no-show */
  ENTRY_REFUND_AFTER_USE, /* credit note; count: vouchers */
  ENTRY_REGULAR,
  ENTRY_RETURNING,
  ENTRY_SUPPLIES,
  ENTRY_EXTRAS_GOODS,
  ENTRY_TIPS,
  /* The rest of the business. */
  ENTRY_PAY,
  ENTRY_PAY_ACCRUED,   /* at a year end and at the horizon: earned, not paid */
  ENTRY_CONTRIBUTIONS, /* paid */
  ENTRY_TIPS_PAID,
  ENTRY_PHONE,
  ENTRY_ONE_OFF,
  ENTRY_FIXED_COSTS,
  ENTRY_OWNER_DRAW,
  ENTRY_TAX_KEPT,   /* what the Quick Method leaves of a period: income */
  ENTRY_REMITTANCE, /* a return: paid, or a refund received */
  ENTRY_TAX_INSTALMENT,
  ENTRY_KIND_COUNT
} EntryKind;

typedef struct {
  Account account;
  int64_t cents; /* debit positive, credit negative; never 0 */
} JournalLine;

typedef struct {
  EntryKind kind;
  int32_t date;
  int32_t count; /* of what the kind says; 0 when it counts nothing */
  bool of_deal;  /* belongs to the deal's income: it would not be there without it. Pay days hold
                    both: the deal's part of them is what stands on 5100 */
  int line_begin, line_count;
} JournalEntry;

typedef struct Journal Journal;

Journal *journal_new(void);
void journal_free(Journal *journal); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Journal, journal_free)

/* Begins an entry; the lines that follow are its own until journal_post. One at a time: a second
 * beginning, or a line outside, asserts. */
void journal_begin(Journal *journal, EntryKind kind, int32_t date, int32_t count, bool of_deal);
/* Cents may be negative (the other side) or 0 (nothing). Lines of one account in one entry and on
 * one side are added together. */
void journal_debit(Journal *journal, Account account, int64_t cents);
void journal_credit(Journal *journal, Account account, int64_t cents);
/* Ends it. False when it does not balance: it is dropped whole and leaves no trace. An entry
 * without a line is dropped and true. */
bool journal_post(Journal *journal) G_GNUC_WARN_UNUSED_RESULT;

int journal_entry_count(const Journal *journal);
/* By date. Borrowed until the next journal_post. */
const JournalEntry *journal_entry(Journal *journal, int index);
/* The entry's lines, debits first, then credits, each by account number. Borrowed likewise. */
const JournalLine *journal_lines(const Journal *journal, const JournalEntry *entry);
/* Of the taxes that others wrote, not of a sale or a cost: returns, instalments, what the Quick
 * Method leaves. */
bool entry_kind_is_filing(EntryKind kind);
/* Paid to or by a tax office. */
bool entry_kind_is_tax_payment(EntryKind kind);
const char *entry_kind_name(EntryKind kind); /* "refund_before_use"; stable */
