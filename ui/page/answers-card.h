/* Room: page. The owner's twenty questions with their answers, each leading to its page. */
#pragma once

#include "ui/widget/card.h"

#define AUB_TYPE_ANSWERS_CARD (aub_answers_card_get_type())
G_DECLARE_FINAL_TYPE(AubAnswersCard, aub_answers_card, AUB, ANSWERS_CARD, AubCard)

GtkWidget *aub_answers_card_new(AubSession *session, Language language);
