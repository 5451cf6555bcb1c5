/* Room: page. "Before you sign": what an accountant would refuse or ask first, each with the way
 * to the field that settles it; what is fine is counted and one click away. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_SIGNING_CARD (aub_signing_card_get_type())
G_DECLARE_FINAL_TYPE(AubSigningCard, aub_signing_card, AUB, SIGNING_CARD, AubCard)

GtkWidget *aub_signing_card_new(AubSession *session, Language language);
