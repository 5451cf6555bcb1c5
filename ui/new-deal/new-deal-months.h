/* Room: new-deal. The twelve months of a new deal: quiet, normal or busy. */
#pragma once

#include <adwaita.h>

#include "ui/new-deal/new-deal-row.h"

/* A button a month: a click, the space bar or an arrow up or down changes it. A month left alone is
 * shown as the interview would take it. Answers go into the interview, which must outlive it; each
 * is followed by a call. */
GtkWidget *new_deal_months_new(Language language, Interview *interview, NewDealAnswered answered,
                               gpointer data);
void new_deal_months_refresh(GtkWidget *months);
void new_deal_months_focus(GtkWidget *months);
