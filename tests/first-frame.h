/* When a window is ready: what the start of ours is measured by. Knows: GTK. */
#pragma once

#include <gtk/gtk.h>

/* Right after the application's first window was painted for the first time: prints the monotonic
 * clock in microseconds, the milliseconds of processor that the window's thread took and the
 * kilobytes that the program has in memory, and ends it. */
void first_frame_print(GtkApplication *application);
