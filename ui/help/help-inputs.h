/* Room: help. The inputs that help can find. Knows: paths and words of fields. Must not know:
 * widgets, values. */
#pragma once

#include <glib.h>

#include "ui/words/words.h"

typedef struct {
  char *path;                  /* what "win.show-field" takes; of a list its first element */
  char *title;                 /* "Discount"; in a list with its name: "Rooms: Name of the room" */
  const char *group;           /* where it stands: "The deal" */
  const char *question, *hint; /* "": none */
} HelpInput;

/* All of them in the order of the page, each once. GPtrArray of HelpInput; owns them. */
GPtrArray *help_inputs_new(Language language);
/* Whether each word of the query begins a word of its title or question; accents and capitals are
 * not minded. */
gboolean help_input_matches(const HelpInput *input, const char *query);
