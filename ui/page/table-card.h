/* Room: page. A table as a card: its title, how it is computed, and the table, open or behind a
 * line. Hidden when the plan has none. */
#pragma once

#include "model/results/study.h"
#include "ui/widget/card.h"
#include "ui/table/table.h"

typedef struct {
  Table *(*make)(Language language, const Study *study);   /* NULL table: nothing to show now */
  char *(*explain)(Language language, const Study *study); /* NULL: nothing to explain */
  const char *fold; /* N_(): the line it waits behind; NULL: always open */
  /* N_(): where a chart above it has found already what the table says; NULL: the table's own. */
  const char *title;
  /* A table of a decision keeps the room of so many rows until it is there; 0: none is kept. */
  int rows_awaited;
} TableKind;

#define AUB_TYPE_TABLE_CARD (aub_table_card_get_type())
G_DECLARE_FINAL_TYPE(AubTableCard, aub_table_card, AUB, TABLE_CARD, AubCard)

/* kind: for ever. */
GtkWidget *aub_table_card_new(AubSession *session, Language language, const TableKind *kind);
