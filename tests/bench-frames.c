/* Whether the window keeps its frames while it simulates: on each page the price is changed as by
 * typing; prints how long until the frame that shows it, and the longest time between two frames,
 * without years, with 10,000 under way, and with these and the decisions. Never fails on time. */
#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "ui/screen/resources.h"
#include "ui/screen/window.h"

#define EDITS 30
#define EDIT_EVERY_MSEC 130
#define SETTLE_MSEC 1500

static const char *const pages[] = {"voucher", "bookings", "cash", "risk", "books"};
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
} Bench;

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void say_figures(Bench *bench) {
  qsort(bench->edit_msec, EDITS, sizeof(double), compare);
  qsort(bench->shown_msec, EDITS, sizeof(double), compare);
  printf("%-9s %6d %8s %9.1f %9.1f %9.1f %9.1f %9.1f\n", pages[bench->page],
         kinds[bench->kind].years, kinds[bench->kind].decides ? "yes" : "no",
         bench->edit_msec[EDITS / 2], bench->edit_msec[EDITS - 1], bench->shown_msec[EDITS / 2],
         bench->shown_msec[EDITS - 1], bench->longest_msec);
  fflush(stdout);
}

static gboolean frame_cb(GtkWidget *window, GdkFrameClock *clock, gpointer data) {
  Bench *bench = data;
  gint64 now = g_get_monotonic_time();
  if (bench->edits > 0)
    bench->longest_msec = MAX(bench->longest_msec, (double)(now - bench->frame_usec) / 1000);
  bench->frame_usec = now;
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

static gboolean edit_cb(gpointer data) {
  Bench *bench = data;
  if (bench->edits == EDITS) {
    say_figures(bench);
    bench->page++;
    begin_cb(bench);
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
  aub_window_set_page(bench->window, pages[bench->page]);
  bench->edits = 0;
  bench->longest_msec = 0;
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
  Bench bench = {.session = aub_session_new(path, &error)};
  if (!bench.session) {
    fprintf(stderr, "%s\n", error->message);
    return 1;
  }
  g_resources_register(screen_get_resource());
  bench.application =
      g_object_new(ADW_TYPE_APPLICATION, "application-id", "org.aubaine.Frames", "flags",
                   G_APPLICATION_NON_UNIQUE, "resource-base-path", "/org/aubaine/Aubaine", NULL);
  g_signal_connect(bench.application, "activate", G_CALLBACK(activate_cb), &bench);
  printf("milliseconds      years  decides     edit    at most   to frame   at most   longest "
         "frame\n");
  int status = g_application_run(G_APPLICATION(bench.application), 1, arguments);
  g_object_unref(bench.application);
  g_object_unref(bench.session);
  return status;
}
