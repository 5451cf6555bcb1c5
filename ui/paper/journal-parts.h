/* Room: paper. Knows: words, ledger. Must not know: GTK.
 *
 * What the formats of a journal share: which entries leave, what they are called, how the accounts
 * are named. A format writes a head, then each entry. */
#pragma once

#include "ui/paper/journal-file.h"

/* An account as it is written. Accounts mapped to one number share all of this: that of the account
 * whose own number it is, else of the first of them. */
typedef struct {
  const char *number; /* the owner's: ASCII letters, digits, - and . (plan_check); borrowed */
  const char *label;  /* borrowed */
  AccountType type;   /* of the one that gave the label */
  bool is_mapped;     /* the number is the owner's own */
  bool is_used;       /* by an entry that leaves */
  Account leader;     /* the account that gave the label */
  char *name;         /* as the format writes it */
} JournalAccount;

typedef struct {
  const Books *books;
  JournalFile file;
  const char *mark;  /* "FORECAST" */
  char *scope;       /* one line */
  char *scope_short; /* at most 39 characters */
  char *title;       /* "Spa duo – FORECAST", one line */
  int32_t first_date;
  int line_total;
  int name_width; /* characters of the longest name used */
  JournalAccount accounts[ACCOUNT_COUNT];
  GString *text; /* what is written */
} JournalWriter;

typedef struct {
  int32_t date;
  char code[16]; /* "P00012": its number in the file, after the kind's letter */
  char *text;    /* "FORECAST – 12 vouchers used", one line */
  const JournalLine *lines;
  int line_count;
} JournalWritten;

typedef struct {
  char *(*name_account)(const JournalWriter *writer, const JournalAccount *account);
  void (*write_head)(JournalWriter *writer);
  void (*write_entry)(JournalWriter *writer, const JournalWritten *entry);
} JournalFormatter;

extern const JournalFormatter journal_hledger, journal_ledger, journal_beancount;
extern const JournalFormatter journal_gnucash, journal_quickbooks, journal_csv, journal_csv_fr;
extern const JournalFormatter journal_sage50;

/* journal-names.c */
void journal_accounts_fill(const Plan *plan, Language language,
                           JournalAccount accounts[ACCOUNT_COUNT]);
/* "Assets", "Actif": the first part of an account's path. */
const char *journal_root(Language language, AccountType type);
/* "Assets:1000 Bank": the name in hledger, Ledger and GnuCash. Free with g_free. */
char *journal_account_path(const JournalWriter *writer, const JournalAccount *account);
/* Text on one line: any control character or run of spaces as one space, none at the ends. */
char *journal_one_line(const char *text);
/* "-12.50". */
void journal_append_cents(GString *text, int64_t cents, char decimal);

/* QuickBooks Online takes 1,000 rows at a time, with the head. */
#define QUICKBOOKS_LINES_MAX 999
