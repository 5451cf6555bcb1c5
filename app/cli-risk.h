/* Room: app. Knows: session, words, the options. The risk years that --years asks for. */
#pragma once

#include "app/cli-options.h"

/* Waits for them; tells how far they are on a terminal when it takes long. NULL without --years.
 * The plan has no blocking problem. Free with g_free. */
Risk *cli_run_risk(const CliOptions *options, const Plan *plan);
