/* Room: app. Knows: words. Must not know: what is waited for. */
#include "app/cli-talk.h"

#include <stdio.h>
#include <unistd.h>

#define QUIET_USEC G_USEC_PER_SEC

Talk talk_begin(Language language) {
  return (Talk){.language = language, .begin_usec = g_get_monotonic_time()};
}

bool talk_is_wanted(void) {
  return isatty(STDERR_FILENO);
}

void talk_tell(Talk *talk, const char *line) {
  if (g_get_monotonic_time() - talk->begin_usec < QUIET_USEC)
    return;
  glong width = g_utf8_strlen(line, -1);
  fprintf(stderr, "\r%s%*s", line, (int)MAX(talk->width - width, 0), "");
  fflush(stderr);
  talk->width = MAX(talk->width, width);
}

void talk_end(Talk *talk) {
  if (talk->width > 0)
    fprintf(stderr, "\r%*s\r", (int)talk->width, "");
  talk->width = 0;
}
