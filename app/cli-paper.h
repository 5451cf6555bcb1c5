/* Room: app. Knows: paper, cli-decide. Must not know: what stands on a page. */
#pragma once

#include "app/cli-options.h"

/* report PLAN: each paper that was asked for, in the order of its option. */
ExitCode cli_report(const CliOptions *options);

/* Today, or the day of SOURCE_DATE_EPOCH for papers whose bytes must repeat; complains. */
bool cli_find_paper(const CliOptions *options, ReportOptions *report);
/* Bytes to a file, or to standard output for "-"; takes the error, complains of it. */
ExitCode cli_deliver(const CliOptions *options, const char *path, GBytes *bytes, GError *error);
