/* Room: page. One page per question of the owner. */
#pragma once

#include <gtk/gtk.h>

#include "ui/page/headline.h"
#include "ui/session/session.h"
#include "ui/words/words.h"

#define AUB_TYPE_PAGES (aub_pages_get_type())
G_DECLARE_FINAL_TYPE(AubPages, aub_pages, AUB, PAGES, GtkBox)

GtkWidget *aub_pages_new(AubSession *session, Language language);
/* The headline follows the page in sight. */
void aub_pages_set_headline(AubPages *self, AubHeadline *headline);
/* The page in sight is drawn anew at once, the others when they come in sight. */
void aub_pages_refresh(AubPages *self);
const char *aub_pages_get_name(AubPages *self); /* "answers", "voucher", "bookings", … */
void aub_pages_set_name(AubPages *self, const char *name);
/* To where deals stand side by side: in sight, with the keys in it. */
void aub_pages_show_comparison(AubPages *self);
void aub_pages_step(AubPages *self, int step); /* ±1, around the ends */
