/* Room: page. How often the deal loses money and breaks each of the owner's conditions, in words.
 */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_CHANCES_CARD (aub_chances_card_get_type())
G_DECLARE_FINAL_TYPE(AubChancesCard, aub_chances_card, AUB, CHANCES_CARD, AubCard)

GtkWidget *aub_chances_card_new(AubSession *session, Language language);
