/* Room: page. One topic of the books: its finding, how it is computed, and its table; hidden when
 * the plan has nothing to say of it. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_BOOKS_CARD (aub_books_card_get_type())
G_DECLARE_FINAL_TYPE(AubBooksCard, aub_books_card, AUB, BOOKS_CARD, AubCard)

GtkWidget *aub_books_card_new(AubSession *session, Language language, BooksTopic topic);

/* Of any card about a topic: title, the button "How is this computed?", and whether it is shown. */
void books_card_add_explanation(AubCard *card, BooksTopic topic);
gboolean books_card_show_topic(AubCard *card, BooksTopic topic);
