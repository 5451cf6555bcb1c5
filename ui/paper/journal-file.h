/* Room: paper. Knows: words, ledger. Must not know: GTK.
 *
 * The journal as files that accounting programs import (quality §4). A projected journal says
 * FORECAST / PRÉVISION in its name and in every comment and has no remittance lines; a model
 * journal is marked as such. Accounts bear the owner's numbers. Same bytes for the same plan and
 * language. */
#pragma once

#include <glib.h>

#include "ui/words/words.h"

typedef enum {
  JOURNAL_HLEDGER,
  JOURNAL_LEDGER,
  JOURNAL_BEANCOUNT,
  JOURNAL_GNUCASH,    /* multi-split CSV */
  JOURNAL_QUICKBOOKS, /* QuickBooks Online CSV */
  JOURNAL_SAGE50,     /* Sage 50 Canada import text */
  JOURNAL_CSV,        /* RFC 4180, dot */
  JOURNAL_CSV_FR,     /* Excel français: BOM, semicolon, comma */
  JOURNAL_FORMAT_COUNT
} JournalFormat;

typedef struct {
  JournalKind kind;
  JournalFormat format;
  Language language;
} JournalFile;

const char *journal_format_name(JournalFormat format); /* "sage50" */
bool journal_format_find(const char *name, JournalFormat *format);
const char *journal_format_label(Language language, JournalFormat format); /* "Sage 50 (text)" */

const char *journal_kind_name(JournalKind kind); /* "projected"; stable */
bool journal_kind_find(const char *name, JournalKind *kind);

/* The file's bytes. Accounts that the owner maps to one number are one account in it. */
GBytes *journal_file_make(const Books *books, const JournalFile *file);
/* What to know before importing it, one line: which accounts the program refuses, that it takes
 * fewer lines at a time, that an account had to be written by our number. NULL: nothing. Free with
 * g_free. */
char *journal_file_note(const Books *books, const JournalFile *file);
/* "Spa duo – FORECAST.csv": a name to propose. Free with g_free. */
char *journal_file_name(const Books *books, const JournalFile *file);
gboolean journal_file_write(const char *path, const Books *books, const JournalFile *file,
                            GError **error);
