/* Room: window. The one window: deals, inputs, verdict and figures, pages. */
#pragma once

#include <adwaita.h>

#include "ui/session/session.h"
#include "ui/words/words.h"

#define AUB_TYPE_WINDOW (aub_window_get_type())
G_DECLARE_FINAL_TYPE(AubWindow, aub_window, AUB, WINDOW, AdwApplicationWindow)

GtkWidget *aub_window_new(GtkApplication *application, AubSession *session, Language language);

/* What survives a change of language and a restart: the page in sight. */
const char *aub_window_get_page(AubWindow *self);
void aub_window_set_page(AubWindow *self, const char *page);
/* Where deals stand side by side comes in sight, with the keys in it. */
void aub_window_show_comparison(AubWindow *self);
/* Whether the inputs are put away where there is room for them. */
gboolean aub_window_get_inputs_hidden(AubWindow *self);
void aub_window_set_inputs_hidden(AubWindow *self, gboolean hidden);
Language aub_window_get_language(AubWindow *self);
AubSession *aub_window_get_session(AubWindow *self);

/* A line at the bottom that goes by itself. */
void aub_window_say(AubWindow *self, const char *text);
