/* When a window is ready: what the start of ours is measured by. Knows: GTK. */
#pragma once

#include <gtk/gtk.h>

/* Right after the application's first window was painted for the first time, and again after it was
 * painted `frames` times: prints the monotonic clock in microseconds, the milliseconds of processor
 * that the window's thread took and the kilobytes that the program has in memory. Then ends it. */
void first_frames_print(GtkApplication *application, int frames);
