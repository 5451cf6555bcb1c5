/* Room: page. How many simulated years there are, while they come and after. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_RISK_CARD (aub_risk_card_get_type())
G_DECLARE_FINAL_TYPE(AubRiskCard, aub_risk_card, AUB, RISK_CARD, AubCard)

GtkWidget *aub_risk_card_new(AubSession *session, Language language);
