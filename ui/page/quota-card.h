/* Room: page. Deal visits a day by weekday, and a click that writes them into the plan. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_QUOTA_CARD (aub_quota_card_get_type())
G_DECLARE_FINAL_TYPE(AubQuotaCard, aub_quota_card, AUB, QUOTA_CARD, AubCard)

GtkWidget *aub_quota_card_new(AubSession *session, Language language);
