/* Room: new-deal. One question of a new deal: an entry or choices, "I don't know" with what is then
 * taken, what is wrong with the answer. */
#pragma once

#include <adwaita.h>

#include "ui/words/new-deal-words.h"

typedef void (*NewDealAnswered)(gpointer data);

/* Answers go into the interview, which must outlive the row; each is followed by a call. The seven
 * days are the row of QUESTION_MONDAY, the twelve months that of QUESTION_JANUARY. */
GtkWidget *new_deal_row_new(Language language, Interview *interview, InterviewQuestion question,
                            NewDealAnswered answered, gpointer data);

/* Brings everything but what is being typed up to the interview. */
void new_deal_row_refresh(GtkWidget *row);
InterviewQuestion new_deal_row_question(GtkWidget *row);
/* The text of a problem of the plan; NULL: none. What cannot be read is told before it. */
void new_deal_row_tell(GtkWidget *row, const char *problem);
/* Whether something stands there that cannot be read. */
gboolean new_deal_row_is_unread(GtkWidget *row);
void new_deal_row_focus(GtkWidget *row);

/* Radio buttons, of which exactly one is on, as a group with a name. */
GtkWidget *new_deal_choices_new(const char *name, const char *const *labels, int count,
                                gboolean across, GtkWidget **buttons);
/* Reads from the left and wraps; style may be NULL. */
GtkWidget *new_deal_label_new(const char *text, const char *style);
