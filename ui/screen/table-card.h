/* Room: screen. A small table that is always open, under a chart. */
#pragma once

#include "ui/screen/card.h"
#include "ui/table/table.h"

typedef Table *(*TableMaker)(Language language, const Plan *plan, const Results *results);

#define AUB_TYPE_TABLE_CARD (aub_table_card_get_type())
G_DECLARE_FINAL_TYPE(AubTableCard, aub_table_card, AUB, TABLE_CARD, AubCard)

GtkWidget *aub_table_card_new(AubSession *session, Language language, TableMaker maker);
