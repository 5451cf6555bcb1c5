/* Room: app. Knows: paper, session, the options. A chart of a plan as a file. */
#pragma once

#include "app/cli-options.h"

ExitCode cli_chart(const CliOptions *options);
