/* Room: app. Knows: session, words, store, the options. The commands that tell what is decided. */
#pragma once

#include "app/cli-plan.h"
#include "ui/session/decide-job.h"

/* A plan with its results, risk years and decisions. */
typedef struct {
  Evaluation *evaluation;
  Risk *risk;           /* NULL: --years 0 */
  Decisions *decisions; /* NULL likewise */
  Study study;          /* of all of them */
} Decided;

/* parts: bit per DecidePart that the command tells. Waits; tells how far it is on a terminal. Clear
 * with decided_clear, also after a failure. */
ExitCode cli_find_decided(const CliOptions *options, unsigned parts, Decided *decided);
void decided_clear(Decided *decided);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Decided, decided_clear)

/* What stands in a verdict, a summary and a report. */
#define DECIDE_PARTS_OF_VERDICT (1u << DECIDE_ASKS)

ExitCode cli_summary(const CliOptions *options);
ExitCode cli_decide(const CliOptions *options);
ExitCode cli_answers(const CliOptions *options);
ExitCode cli_rider(const CliOptions *options);
ExitCode cli_compare(const CliOptions *options);
