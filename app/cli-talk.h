/* Room: app. Knows: words. How far a long answer is, on a terminal's stderr. */
#pragma once

#include "ui/words/words.h"

typedef struct {
  Language language;
  gint64 begin_usec;
  glong width; /* of the line on screen; 0: none yet */
} Talk;

Talk talk_begin(Language language);
bool talk_is_wanted(void); /* stderr is a terminal */
/* A line in the place of the one before, once it has taken long. */
void talk_tell(Talk *talk, const char *line);
void talk_end(Talk *talk); /* takes the line away */
