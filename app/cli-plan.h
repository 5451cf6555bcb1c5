/* Room: app. Knows: store, engine, the options. Must not know: commands.
 *
 * A plan as the command line names it, and how a command answers. Each function that fails has
 * complained on stderr. */
#pragma once

#include "app/cli-options.h"
#include "model/year/year-scratch.h"

/* A plan with its results, once it has been found sensible. */
typedef struct {
  Plan plan;
  Problems problems;
  Results results;
  YearScratch scratch;
} Evaluation;

/* Bytes on stdout. */
ExitCode cli_write(Language language, const void *bytes, gsize length);
ExitCode cli_write_text(Language language, const char *text);
/* Complains of what the world refused. */
ExitCode cli_complain_of(const CliOptions *options, const char *subject, const GError *error);

/* PLAN with each --set. */
ExitCode cli_read_plan(const CliOptions *options, Plan *plan);
/* As JSON on stdout; EXIT_PROBLEMS when one of them blocks. */
ExitCode cli_write_problems(const CliOptions *options, const Problems *problems);
/* EXIT_FINE: *evaluation is whole and the caller's to g_free. A plan with blocking problems has
 * written them. */
ExitCode cli_evaluate(const CliOptions *options, Evaluation **evaluation);
