/* Room: page. What to write into the contract: each change that turns the verdict, to be written
 * into the plan or tried in a copy, and the rider to send. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_TERMS_CARD (aub_terms_card_get_type())
G_DECLARE_FINAL_TYPE(AubTermsCard, aub_terms_card, AUB, TERMS_CARD, AubCard)

GtkWidget *aub_terms_card_new(AubSession *session, Language language);

/* Writes them into the plan and says so in the window. While the plan makes no sense its first
 * problem is said instead, here and below. */
void terms_write(GtkWidget *from, AubSession *session, Language language, const Term *terms,
                 int count);

/* A copy of the deal with these terms in it, named after them, selected; the deal it was made from
 * stands beside it. What went wrong is told in the window. */
void terms_try_in_copy(GtkWidget *from, AubSession *session, Language language, const Term *terms,
                       int count);
