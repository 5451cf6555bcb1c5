/* Room: screen. The journal for the accountant's program: what may leave, in the formats a Québec
 * accountant imports. */
#pragma once

#include "ui/paper/journal-file.h"
#include "ui/screen/card.h"
#include "ui/screen/window.h"

/* Items of win.export-journal, whose parameter is (ii): JournalKind and JournalFormat. */
GMenuModel *export_menu_new(Language language);
/* Asks where to save, writes the file, tells it with a toast. Of JOURNAL_CSV the one that opens in
 * the language's own spreadsheets is written. */
void export_journal(AubWindow *window, JournalKind kind, JournalFormat format);

#define AUB_TYPE_EXPORT_CARD (aub_export_card_get_type())
G_DECLARE_FINAL_TYPE(AubExportCard, aub_export_card, AUB, EXPORT_CARD, AubCard)

/* What leaves, what it covers, and the button. */
GtkWidget *aub_export_card_new(AubSession *session, Language language);
