/* Room: page. What is always in sight: the verdict sentence and the five figures, each with "How
 * is this computed?". While a page is scrolled down, one line stays of it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/session/session.h"
#include "ui/words/words.h"

#define AUB_TYPE_HEADLINE (aub_headline_get_type())
G_DECLARE_FINAL_TYPE(AubHeadline, aub_headline, AUB, HEADLINE, GtkWidget)

GtkWidget *aub_headline_new(AubSession *session, Language language);
void aub_headline_refresh(AubHeadline *self);
/* Compact: the sentence without its reasons, for low or narrow windows. */
void aub_headline_set_compact(AubHeadline *self, gboolean compact);
/* Narrow: the short sentence. */
void aub_headline_set_narrow(AubHeadline *self, gboolean narrow);
/* The page in sight: as it is scrolled down the headline slides under its line as if it stood on
 * the page, and comes back at the top. Its content is moved by no other pixel. */
void aub_headline_set_page(AubHeadline *self, GtkScrolledWindow *page);
