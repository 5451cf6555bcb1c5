/* Whether the window keeps its frames while it simulates: on each page the price is changed as by
 * typing; prints how long until the frame that shows it, and the longest time between two frames,
 * without years, with 10,000 under way, and with these and the decisions. What the window's own
 * thread computes at most from frame to frame, and without looking up for what else is to be done,
 * does not depend on who else uses the processors; with it the longest turn while the page comes in
 * sight, for the first time where there are no years. Never fails on time. */
#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "ui/window/resources.h"
#include "ui/window/window.h"

#define EDITS 30
#define EDIT_EVERY_MSEC 130
#define SETTLE_MSEC 1500

static const char *const pages[] = {"answers", "voucher", "bookings", "cash",
                                    "risk",    "offers",  "books"};
static const struct {
  int years;
  gboolean decides;
} kinds[] = {{0, FALSE}, {RISK_YEARS_MAX, FALSE}, {RISK_YEARS_MAX, TRUE}};

typedef struct {
  GtkApplication *application;
  AubSession *session;
  AubWindow *window;
  guint page, kind;
  int edits;
  gint64 edited_usec; /* 0: its frame was seen */
  gint64 frame_usec;  /* the last one */
  double edit_msec[EDITS], shown_msec[EDITS], longest_msec;
  double frame_cpu, turn_cpu;           /* of this thread, when the last began */
  double frame_cpu_msec, turn_cpu_msec; /* the longest */
  double visit_cpu_msec;                /* the longest turn before the first edit */
} Bench;

static Bench bench_of_all; /* a poll function is given no data */

static double cpu_msec(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* A turn of the main loop ends where it waits for the next. */
static int poll_cb(GPollFD *files, guint count, int timeout_msec) {
  Bench *bench = &bench_of_all;
  double *longest = bench->edits > 0 ? &bench->turn_cpu_msec : &bench->visit_cpu_msec;
  *longest = MAX(*longest, cpu_msec() - bench->turn_cpu);
  int ready = g_poll(files, count, timeout_msec);
  bench->turn_cpu = cpu_msec();
  return ready;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void say_figures(Bench *bench) {
  qsort(bench->edit_msec, EDITS, sizeof(double), compare);
  qsort(bench->shown_msec, EDITS, sizeof(double), compare);
  printf("%-9s %6d %8s %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f\n", pages[bench->page],
         kinds[bench->kind].years, kinds[bench->kind].decides ? "yes" : "no",
         bench->edit_msec[EDITS / 2], bench->edit_msec[EDITS - 1], bench->shown_msec[EDITS / 2],
         bench->shown_msec[EDITS - 1], bench->longest_msec, bench->frame_cpu_msec,
         bench->turn_cpu_msec, bench->visit_cpu_msec);
  fflush(stdout);
}

static gboolean frame_cb(GtkWidget *window, GdkFrameClock *clock, gpointer data) {
  Bench *bench = data;
  gint64 now = g_get_monotonic_time();
  double cpu = cpu_msec();
  if (bench->edits > 0) {
    bench->longest_msec = MAX(bench->longest_msec, (double)(now - bench->frame_usec) / 1000);
    bench->frame_cpu_msec = MAX(bench->frame_cpu_msec, cpu - bench->frame_cpu);
  }
  bench->frame_usec = now;
  bench->frame_cpu = cpu;
  return G_SOURCE_CONTINUE;
}

static void painted_cb(GdkFrameClock *clock, Bench *bench) {
  if (bench->edited_usec == 0)
    return;
  bench->shown_msec[bench->edits - 1] =
      (double)(g_get_monotonic_time() - bench->edited_usec) / 1000;
  bench->edited_usec = 0;
}

static gboolean begin_cb(gpointer data);

/* By then all has come that the last edit asked for, or at least begun to. */
static gboolean rested_cb(gpointer data) {
  Bench *bench = data;
  say_figures(bench);
  bench->page++;
  begin_cb(bench);
  return G_SOURCE_REMOVE;
}

static gboolean edit_cb(gpointer data) {
  Bench *bench = data;
  if (bench->edits == EDITS) {
    g_timeout_add(SETTLE_MSEC, rested_cb, bench);
    return G_SOURCE_REMOVE;
  }
  gint64 begin = g_get_monotonic_time();
  aub_session_edit(bench->session, "deal.price_cents", 7000 + 100 * (bench->edits % 20), 1);
  bench->edit_msec[bench->edits++] = (double)(g_get_monotonic_time() - begin) / 1000;
  bench->edited_usec = begin;
  return G_SOURCE_CONTINUE;
}

static gboolean start_edits_cb(gpointer data) {
  g_timeout_add(EDIT_EVERY_MSEC, edit_cb, data);
  return G_SOURCE_REMOVE;
}

/* The next page, or the same pages once more with simulated years. */
static gboolean begin_cb(gpointer data) {
  Bench *bench = data;
  if (bench->page == G_N_ELEMENTS(pages)) {
    bench->page = 0;
    bench->kind++;
  }
  if (bench->kind == G_N_ELEMENTS(kinds)) {
    g_application_quit(G_APPLICATION(bench->application));
    return G_SOURCE_REMOVE;
  }
  RiskOptions options = {.years = kinds[bench->kind].years, .seed = RISK_SEED_DEFAULT};
  aub_session_set_decide(bench->session, kinds[bench->kind].decides);
  aub_session_set_risk_options(bench->session, &options);
  bench->edits = 0;
  bench->longest_msec = bench->frame_cpu_msec = bench->turn_cpu_msec = bench->visit_cpu_msec = 0;
  bench->turn_cpu = cpu_msec();
  aub_window_set_page(bench->window, pages[bench->page]);
  g_timeout_add(SETTLE_MSEC, start_edits_cb, bench);
  return G_SOURCE_REMOVE;
}

static void activate_cb(GtkApplication *application, gpointer data) {
  Bench *bench = data;
  GtkWidget *window = aub_window_new(application, bench->session, LANGUAGE_EN);
  bench->window = AUB_WINDOW(window);
  gtk_window_set_default_size(GTK_WINDOW(window), 1280, 860);
  gtk_window_present(GTK_WINDOW(window));
  gtk_widget_add_tick_callback(window, frame_cb, bench, NULL);
  g_signal_connect(gtk_widget_get_frame_clock(window), "after-paint", G_CALLBACK(painted_cb),
                   bench);
  g_timeout_add(SETTLE_MSEC, begin_cb, bench);
}

int main(int count, char **arguments) {
  if (count < 2) {
    fprintf(stderr, "usage: bench-frames FOLDER\n");
    return 1;
  }
  g_autofree char *path = g_build_filename(arguments[1], "frames.aubaine", NULL);
  g_autoptr(GError) error = NULL;
  Bench *bench = &bench_of_all;
  bench->session = aub_session_new(path, &error);
  if (!bench->session) {
    fprintf(stderr, "%s\n", error->message);
    return 1;
  }
  g_resources_register(window_get_resource());
  bench->application =
      g_object_new(ADW_TYPE_APPLICATION, "application-id", "org.aubaine.Frames", "flags",
                   G_APPLICATION_NON_UNIQUE, "resource-base-path", "/org/aubaine/aubaine", NULL);
  g_signal_connect(bench->application, "activate", G_CALLBACK(activate_cb), bench);
  g_main_context_set_poll_func(NULL, poll_cb);
  printf("%-25s %9s %9s %9s %9s %9s  longest of the processor\n", "milliseconds", "", "", "", "",
         "longest");
  printf("%-9s %6s %8s %9s %9s %9s %9s %9s %9s %9s %9s\n", "page", "years", "decides", "edit",
         "at most", "to frame", "at most", "frame", "a frame", "a turn", "a visit");
  int status = g_application_run(G_APPLICATION(bench->application), 1, arguments);
  g_object_unref(bench->application);
  g_object_unref(bench->session);
  return status;
}
