/* Room: screen. A small table under a chart. Knows: GTK, table. */
#include "ui/screen/table-card.h"

#include "ui/screen/table-grid.h"

struct _AubTableCard {
  AubCard parent_instance;
  TableMaker maker;
  GtkWidget *grid, *note;
};

G_DEFINE_FINAL_TYPE(AubTableCard, aub_table_card, AUB_TYPE_CARD)

static void aub_table_card_refresh(AubCard *card) {
  AubTableCard *self = AUB_TABLE_CARD(card);
  AubSession *session = aub_card_get_session(card);
  g_autoptr(Table) table =
      self->maker(aub_card_get_language(card), aub_session_get_computed_plan(session),
                  aub_session_get_results(session));
  aub_card_set_title(card, table->title);
  gtk_label_set_text(GTK_LABEL(self->note), table->note ? table->note : "");
  gtk_widget_set_visible(self->note, table->note != NULL);
  table_grid_show(self->grid, table);
}

static void aub_table_card_class_init(AubTableCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_table_card_refresh;
}

static void aub_table_card_init(AubTableCard *self) {
  gtk_box_append(GTK_BOX(self), self->grid = table_grid_new());
  gtk_box_append(GTK_BOX(self), self->note = card_label_new(NULL, "card-subtitle"));
}

GtkWidget *aub_table_card_new(AubSession *session, Language language, TableMaker maker) {
  AubTableCard *self = g_object_new(AUB_TYPE_TABLE_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  self->maker = maker;
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
