/* Room: window. The window's commands on files: open, recent, save a copy, PDF, print, and what can
 * be done with a file once it is made. */
#pragma once

#include "ui/window/window.h"

/* Adds the commands, and takes files that are dropped on the window. */
void window_files_add(AubWindow *self);
