/* Room: page. Why the verdict is what it is: three reasons, what must be true, and the three
 * guesses that matter most, each leading to its field. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_VERDICT_CARD (aub_verdict_card_get_type())
G_DECLARE_FINAL_TYPE(AubVerdictCard, aub_verdict_card, AUB, VERDICT_CARD, AubCard)

GtkWidget *aub_verdict_card_new(AubSession *session, Language language);
