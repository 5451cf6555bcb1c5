/* Room: page. What each term of the contract is worth; any of them can be tried in a copy. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_WORTHS_CARD (aub_worths_card_get_type())
G_DECLARE_FINAL_TYPE(AubWorthsCard, aub_worths_card, AUB, WORTHS_CARD, AubCard)

GtkWidget *aub_worths_card_new(AubSession *session, Language language);
