/* Room: page. A topic of the books as a card. Knows: GTK, words, tables. Must not know: how books
 * are kept. */
#include "ui/page/books-card.h"

#include "ui/page/chart-card.h"
#include "ui/widget/table-grid.h"
#include "ui/table/table.h"

struct _AubBooksCard {
  AubCard parent_instance;
  BooksTopic topic;
  GtkWidget *chart;    /* NULL: none */
  GtkWidget *expander; /* NULL: the table is always in sight */
  GtkWidget *grid, *note;
};

G_DEFINE_FINAL_TYPE(AubBooksCard, aub_books_card, AUB_TYPE_CARD)

/* Long tables wait behind a line that says what they are. */
static const char *fold_label(BooksTopic topic) {
  switch (topic) {
  case BOOKS_DEFERRED:
  case BOOKS_RESERVE:
    return N_("Month by month");
  case BOOKS_TRIAL_BALANCE:
    return N_("Every account");
  case BOOKS_MODEL:
    return N_("Every entry");
  case BOOKS_NOT_YOURS:
  case BOOKS_TREATMENTS:
  case BOOKS_REMITTANCES:
  case BOOKS_QUICK_METHOD:
  case BOOKS_REGISTRATION:
  case BOOKS_INCOME:
  case BOOKS_CUT_OFFS:
  case BOOKS_SIGNING:
  case BOOKS_ACCOUNTS:
  case BOOKS_TOPIC_COUNT:
    break;
  }
  return NULL;
}

static BooksTopic topic_of(AubCard *card) {
  return (BooksTopic)GPOINTER_TO_INT(g_object_get_data(G_OBJECT(card), "topic"));
}

static char *explain(AubCard *card) {
  return books_explain(aub_card_get_language(card),
                       aub_session_get_books(aub_card_get_session(card)), topic_of(card));
}

void books_card_add_explanation(AubCard *card, BooksTopic topic) {
  g_object_set_data(G_OBJECT(card), "topic", GINT_TO_POINTER((int)topic));
  aub_card_add_explanation(card, explain);
}

gboolean books_card_show_topic(AubCard *card, BooksTopic topic) {
  const Books *books = aub_session_get_books(aub_card_get_session(card));
  gboolean applies = books_topic_applies(books, topic);
  gtk_widget_set_visible(GTK_WIDGET(card), applies);
  if (!applies)
    return FALSE;
  g_autofree char *finding = books_finding(aub_card_get_language(card), books, topic);
  aub_card_set_title(card, finding);
  return TRUE;
}

static void show_table(AubBooksCard *self) {
  AubCard *card = AUB_CARD(self);
  g_autoptr(Table) table = table_books(
      aub_card_get_language(card), aub_session_get_books(aub_card_get_session(card)), self->topic);
  gtk_widget_set_visible(self->grid, table != NULL);
  gtk_widget_set_visible(self->note, table && table->note);
  if (!table)
    return;
  gtk_label_set_text(GTK_LABEL(self->note), table->note ? table->note : "");
  table_grid_show(self->grid, table);
}

/* A table behind its line is made when it is asked for. */
static gboolean is_folded(AubBooksCard *self) {
  return self->expander && !gtk_expander_get_expanded(GTK_EXPANDER(self->expander));
}

static void expanded_cb(GtkExpander *expander, GParamSpec *spec, AubBooksCard *self) {
  if (!is_folded(self))
    show_table(self);
}

static void aub_books_card_refresh(AubCard *card) {
  AubBooksCard *self = AUB_BOOKS_CARD(card);
  if (!books_card_show_topic(card, self->topic))
    return;
  if (self->chart)
    aub_card_refresh(AUB_CARD(self->chart));
  if (!is_folded(self))
    show_table(self);
}

static void aub_books_card_class_init(AubBooksCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_books_card_refresh;
}

static void aub_books_card_init(AubBooksCard *self) {}

GtkWidget *aub_books_card_new(AubSession *session, Language language, BooksTopic topic) {
  AubBooksCard *self = g_object_new(AUB_TYPE_BOOKS_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  self->topic = topic;
  books_card_add_explanation(AUB_CARD(self), topic);
  if (topic == BOOKS_NOT_YOURS) {
    self->chart = aub_chart_card_new(session, language, CHART_RESERVE);
    aub_chart_card_set_inside(AUB_CHART_CARD(self->chart));
    gtk_box_append(GTK_BOX(self), self->chart);
  }
  GtkWidget *inside = gtk_box_new(GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append(GTK_BOX(inside), self->grid = table_grid_new());
  gtk_box_append(GTK_BOX(inside), self->note = card_label_new(NULL, "card-subtitle"));
  if (fold_label(topic)) {
    self->expander = card_fold_new(say(language, fold_label(topic)));
    gtk_expander_set_child(GTK_EXPANDER(self->expander), inside);
    g_signal_connect(self->expander, "notify::expanded", G_CALLBACK(expanded_cb), self);
    inside = self->expander;
  }
  gtk_box_append(GTK_BOX(self), inside);
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
