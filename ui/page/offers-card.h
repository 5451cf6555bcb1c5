/* Room: page. Deals side by side: which ones, the chart, the table. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_OFFERS_CARD (aub_offers_card_get_type())
G_DECLARE_FINAL_TYPE(AubOffersCard, aub_offers_card, AUB, OFFERS_CARD, AubCard)

GtkWidget *aub_offers_card_new(AubSession *session, Language language);
