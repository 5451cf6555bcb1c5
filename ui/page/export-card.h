/* Room: page. The journal for the accountant's program: what may leave, in the formats a Québec
 * accountant imports. */
#pragma once

#include "ui/paper/journal-file.h"
#include "ui/widget/card.h"

/* Items of win.export-journal, whose parameter is (ii): JournalKind and JournalFormat. */
GMenuModel *export_menu_new(Language language);
/* What such a journal is called; of the catalogue. */
const char *export_kind_label(Language language, JournalKind kind);

#define AUB_TYPE_EXPORT_CARD (aub_export_card_get_type())
G_DECLARE_FINAL_TYPE(AubExportCard, aub_export_card, AUB, EXPORT_CARD, AubCard)

/* What leaves, what it covers, and the button. */
GtkWidget *aub_export_card_new(AubSession *session, Language language);
