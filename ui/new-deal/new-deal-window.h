/* Room: new-deal. A first deal in four steps: contract, place, a normal week, money. */
#pragma once

#include <adwaita.h>

#include "model/plan/plan.h"
#include "ui/words/words.h"

typedef void (*NewDealDone)(const Plan *plan, gpointer data);

/* Asks over parent, in the middle of which it stands; done is called with a sensible plan whose
 * sale is on sale_date. Closed before that, it keeps what was answered for the next time. */
void new_deal_window_show(GtkWindow *parent, Language language, int32_t sale_date, NewDealDone done,
                          gpointer data);
