/* Room: window. The journal's way out. */
#pragma once

#include "ui/paper/journal-file.h"
#include "ui/window/window.h"

/* Asks where to save, writes the file, tells it with a toast. Of JOURNAL_CSV the one that opens in
 * the language's own spreadsheets is written. */
void export_journal(AubWindow *window, JournalKind kind, JournalFormat format);
