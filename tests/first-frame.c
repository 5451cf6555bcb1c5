/* See first-frame.h. */
#define _GNU_SOURCE /* RUSAGE_THREAD */
#include "tests/first-frame.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

static double milliseconds(struct timeval time) {
  return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static int frames_wanted, frames_painted;

static void painted_cb(void) {
  if (frames_painted++ > 0 && frames_painted < frames_wanted)
    return;
  gint64 now_usec = g_get_monotonic_time();
  struct rusage usage;
  getrusage(RUSAGE_THREAD, &usage);
  printf("%" G_GINT64_FORMAT " %.3f %ld\n", now_usec,
         milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), usage.ru_maxrss);
  fflush(stdout);
  if (frames_painted >= frames_wanted)
    _exit(0);
}

static void map_cb(GtkWidget *window) {
  g_signal_connect(gtk_widget_get_frame_clock(window), "after-paint", painted_cb, NULL);
}

static void added_cb(GtkApplication *application, GtkWidget *window) {
  g_signal_connect(window, "map", G_CALLBACK(map_cb), NULL);
}

void first_frames_print(GtkApplication *application, int frames) {
  frames_wanted = frames;
  g_signal_connect(application, "window-added", G_CALLBACK(added_cb), NULL);
}
