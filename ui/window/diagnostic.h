/* Room: window. What may be sent to who repairs the program: versions and counts. Never a figure, a
 * name or a path of the owner. */
#pragma once

#include "ui/session/session.h"
#include "ui/words/words.h"

/* What only a window knows. */
typedef struct {
  const char *renderer; /* "GskCairoRenderer"; NULL: not on the screen */
  double text_scale;
} DiagnosticScreen;

/* One line each: "GTK: 4.8.3". Free with g_free. */
char *diagnostic_text(Language language, AubSession *session, const DiagnosticScreen *screen);
