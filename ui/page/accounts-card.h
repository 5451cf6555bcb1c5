/* Room: page. The account numbers: ours, and beside each the owner's or her accountant's own. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_ACCOUNTS_CARD (aub_accounts_card_get_type())
G_DECLARE_FINAL_TYPE(AubAccountsCard, aub_accounts_card, AUB, ACCOUNTS_CARD, AubCard)

GtkWidget *aub_accounts_card_new(AubSession *session, Language language);
