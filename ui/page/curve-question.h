/* Room: page. "Of 10 used, how many in the first two months?": the one question behind the curve.
 */
#pragma once

#include "ui/session/session.h"
#include "ui/words/words.h"
#include <gtk/gtk.h>

/* Follows the session. */
GtkWidget *curve_question_new(AubSession *session, Language language);
