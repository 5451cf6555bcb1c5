/* Room: window. The window's title: the deal's name, the list of deals, rename, duplicate, compare,
 * archive, delete, and the archived deals. */
#pragma once

#include <gtk/gtk.h>

#include "ui/session/session.h"
#include "ui/words/words.h"

#define AUB_TYPE_DEAL_MENU (aub_deal_menu_get_type())
G_DECLARE_FINAL_TYPE(AubDealMenu, aub_deal_menu, AUB, DEAL_MENU, GtkBox)

GtkWidget *aub_deal_menu_new(AubSession *session, Language language);
void aub_deal_menu_refresh(AubDealMenu *self);
