/* Room: app. Knows: session, words, the options. Must not know: commands. */
#include "app/cli-risk.h"

#include <stdio.h>
#include <unistd.h>

#define QUIET_USEC G_USEC_PER_SEC

typedef struct {
  Language language;
  gint64 begin_usec;
  glong width; /* of the line on screen; 0: none yet */
} Talk;

static void talk_cb(const Risk *risk, int done, int wanted, gpointer data) {
  Talk *talk = data;
  if (g_get_monotonic_time() - talk->begin_usec < QUIET_USEC)
    return;
  g_autofree char *count = say_number(talk->language, done);
  g_autofree char *all = say_number(talk->language, wanted);
  g_autofree char *line =
      g_strdup_printf(say(talk->language, "Risk years: %1$s of %2$s"), count, all);
  talk->width = MAX(talk->width, g_utf8_strlen(line, -1));
  fprintf(stderr, "\r%s", line);
  fflush(stderr);
}

Risk *cli_run_risk(const CliOptions *options, const Plan *plan) {
  Talk talk = {.language = options->language, .begin_usec = g_get_monotonic_time()};
  if (options->risk.years == 0)
    return NULL;
  Risk *risk =
      risk_job_run(plan, &options->risk, NULL, isatty(STDERR_FILENO) ? talk_cb : NULL, &talk, NULL);
  if (talk.width > 0)
    fprintf(stderr, "\r%*s\r", (int)talk.width, "");
  return risk;
}
