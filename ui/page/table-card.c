/* Room: page. A table as a card. Knows: GTK, tables. Must not know: what they say. */
#include "ui/page/table-card.h"

#include "ui/widget/table-grid.h"
#include "ui/widget/theme.h"

struct _AubTableCard {
  AubCard parent_instance;
  const TableKind *kind;
  GtkWidget *expander; /* NULL: always open */
  GtkWidget *grid, *note;
};

G_DEFINE_FINAL_TYPE(AubTableCard, aub_table_card, AUB_TYPE_CARD)

static char *explain(AubCard *card) {
  Study study = aub_session_get_study(aub_card_get_session(card));
  return AUB_TABLE_CARD(card)->kind->explain(aub_card_get_language(card), &study);
}

/* A table behind its line is made when it is asked for. */
static gboolean is_folded(AubTableCard *self) {
  return self->expander && !gtk_expander_get_expanded(GTK_EXPANDER(self->expander));
}

#define ROW_HEIGHT 25 /* at the usual text size */

/* Once decided it stays until another takes its place. */
static gboolean is_awaited(AubTableCard *self, const Study *study) {
  int done = 0, wanted = 0;
  aub_session_get_decide_progress(aub_card_get_session(AUB_CARD(self)), &done, &wanted);
  return self->kind->rows_awaited > 0 && study->results->has_calendar && done < wanted;
}

static void show_awaited(AubTableCard *self) {
  Language language = aub_card_get_language(AUB_CARD(self));
  int height = (int)(ROW_HEIGHT * self->kind->rows_awaited * theme_text_scale(GTK_WIDGET(self)));
  aub_card_set_title(AUB_CARD(self), say(language, self->kind->title ? self->kind->title
                                                                     : "This is being computed."));
  gtk_label_set_text(GTK_LABEL(self->note), say(language, "It comes in a moment."));
  gtk_widget_set_visible(self->note, TRUE);
  table_grid_clear(self->grid);
  gtk_widget_set_size_request(self->grid, -1, height);
}

static void aub_table_card_refresh(AubCard *card) {
  AubTableCard *self = AUB_TABLE_CARD(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  g_autoptr(Table) table = self->kind->make(aub_card_get_language(card), &study);
  gboolean awaited = !table && is_awaited(self, &study);
  gtk_widget_set_visible(GTK_WIDGET(self), table || awaited);
  if (awaited)
    show_awaited(self);
  if (!table)
    return;
  const char *title = self->kind->title;
  aub_card_set_title(card, title ? say(aub_card_get_language(card), title) : table->title);
  gtk_widget_set_size_request(self->grid, -1, -1);
  if (is_folded(self))
    return;
  gtk_label_set_text(GTK_LABEL(self->note), table->note ? table->note : "");
  gtk_widget_set_visible(self->note, table->note != NULL);
  table_grid_show(self->grid, table);
}

static void aub_table_card_class_init(AubTableCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_table_card_refresh;
}

static void aub_table_card_init(AubTableCard *self) {}

GtkWidget *aub_table_card_new(AubSession *session, Language language, const TableKind *kind) {
  AubTableCard *self = g_object_new(AUB_TYPE_TABLE_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  self->kind = kind;
  if (kind->explain)
    aub_card_add_explanation(AUB_CARD(self), explain);
  GtkWidget *inside = gtk_box_new(GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append(GTK_BOX(inside), self->grid = table_grid_new());
  gtk_box_append(GTK_BOX(inside), self->note = card_label_new(NULL, "card-subtitle"));
  if (kind->fold) {
    self->expander = card_fold_new(say(language, kind->fold));
    gtk_expander_set_child(GTK_EXPANDER(self->expander), inside);
    g_signal_connect_swapped(self->expander, "notify::expanded", G_CALLBACK(aub_card_refresh),
                             self);
    inside = self->expander;
  }
  gtk_box_append(GTK_BOX(self), inside);
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
