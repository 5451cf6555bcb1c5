/* Room: app. Knows: session, words, the options. Must not know: commands. */
#include "app/cli-risk.h"

#include "app/cli-talk.h"

static void talk_cb(const Risk *risk, int done, int wanted, gpointer data) {
  Talk *talk = data;
  g_autofree char *count = say_number(talk->language, done);
  g_autofree char *all = say_number(talk->language, wanted);
  g_autofree char *line =
      g_strdup_printf(say(talk->language, "Risk years: %1$s of %2$s"), count, all);
  talk_tell(talk, line);
}

Risk *cli_run_risk(const CliOptions *options, const Plan *plan) {
  Talk talk = talk_begin(options->language);
  if (options->risk.years == 0)
    return NULL;
  Risk *risk =
      risk_job_run(plan, &options->risk, NULL, talk_is_wanted() ? talk_cb : NULL, &talk, NULL);
  talk_end(&talk);
  return risk;
}
