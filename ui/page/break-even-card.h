/* Room: page. Where the deal breaks even, for one input at a time. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_BREAK_EVEN_CARD (aub_break_even_card_get_type())
G_DECLARE_FINAL_TYPE(AubBreakEvenCard, aub_break_even_card, AUB, BREAK_EVEN_CARD, AubCard)

GtkWidget *aub_break_even_card_new(AubSession *session, Language language);
