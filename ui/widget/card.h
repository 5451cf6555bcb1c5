/* Room: widget. What stands on a page: a box with a title that follows the session. The base of all
 * cards. */
#pragma once

#include <gtk/gtk.h>

#include "ui/session/session.h"
#include "ui/words/words.h"

#define AUB_TYPE_CARD (aub_card_get_type())
G_DECLARE_DERIVABLE_TYPE(AubCard, aub_card, AUB, CARD, GtkBox)

struct _AubCardClass {
  GtkBoxClass parent_class;
  /* Brings it up to the session as it is now. */
  void (*refresh)(AubCard *self);
};

/* To be called by every card's own _new, before anything else. */
void aub_card_set_up(AubCard *self, AubSession *session, Language language);

void aub_card_refresh(AubCard *self);
AubSession *aub_card_get_session(AubCard *self);
Language aub_card_get_language(AubCard *self);

/* The finding. What is shown once may be shown as a hint below it; NULL: none. */
void aub_card_set_title(AubCard *self, const char *title);
void aub_card_set_subtitle(AubCard *self, const char *subtitle);
/* Right below both. */
void aub_card_add_below_title(AubCard *self, GtkWidget *widget);
/* At the right end of the line of buttons below the title. */
void aub_card_add_button(AubCard *self, GtkWidget *button);
/* The whole line, while there is nothing that it could be about. */
void aub_card_show_tools(AubCard *self, gboolean shown);

/* "How is this computed?" at the left end of that line; the text is made when it is asked for, and
 * freed with g_free. */
typedef char *(*CardExplainer)(AubCard *card);
void aub_card_add_explanation(AubCard *card, CardExplainer explain);
/* As a press on that button; nothing without one. */
void aub_card_pop_explanation(AubCard *self);
/* What that button is about, for who hears it; else the title. */
void aub_card_name_explanation(AubCard *self, const char *about);
/* A line that opens what is long. */
GtkWidget *card_fold_new(const char *label);

/* A label that reads from the left and wraps; style may be NULL. */
GtkWidget *card_label_new(const char *text, const char *style);
/* The same, still without a text, at the end of a box. */
GtkWidget *card_label_add(GtkWidget *box, const char *style);
