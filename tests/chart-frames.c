/* Charts in a real window at 1600 × 900: the hover layer never draws the static layer anew, and
 * what a frame of each costs of the window's own thread. Figures never fail it. TAP. */
#include <adwaita.h>
#include <stdio.h>
#include <time.h>

#include "ui/widget/chart-view.h"

#define WIDTH 1600
#define HEIGHT 900
#define FRAMES 24
#define SETTLE_FRAMES 4

static const ChartKind kinds[] = {CHART_WATERFALL, CHART_BOOKINGS, CHART_HEAT,
                                  CHART_CASH,      CHART_RESERVE,  CHART_HOURS};

typedef enum { PHASE_SETTLE, PHASE_HOVER, PHASE_WHOLE, PHASE_COUNT } Phase;

typedef struct {
  GtkApplication *application;
  GtkWidget *window;
  AubSession *session;
  AubChartView *view;
  guint kind;
  Phase phase;
  int frame;
  guint drawn_before;
  double begin_msec, msec[PHASE_COUNT];
  int failed;
} Frames;

static double cpu_msec(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void show_kind(Frames *frames) {
  GtkWidget *view = aub_chart_view_new(frames->session, LANGUAGE_EN, kinds[frames->kind]);
  gtk_widget_set_size_request(view, WIDTH, HEIGHT);
  adw_application_window_set_content(ADW_APPLICATION_WINDOW(frames->window), view);
  frames->view = AUB_CHART_VIEW(view);
  frames->phase = PHASE_SETTLE;
  frames->frame = 0;
}

static void tell(Frames *frames, const char *what, gboolean holds) {
  frames->failed += !holds;
  printf("%s %u - %s: %s\n", holds ? "ok" : "not ok", frames->kind + 1,
         chart_name(kinds[frames->kind]), what);
  double hover = frames->msec[PHASE_HOVER] / FRAMES, whole = frames->msec[PHASE_WHOLE] / FRAMES;
  printf("# a frame of the hover layer %.2f ms, of the whole chart %.2f ms: 1 to %.1f\n", hover,
         whole, whole / hover);
}

/* Of the phase that ends. */
static void end_phase(Frames *frames) {
  guint drawn = aub_chart_view_count_drawn(frames->view) - frames->drawn_before;
  if (frames->phase == PHASE_HOVER && drawn != 0)
    tell(frames, "the hover layer draws the static layer", FALSE);
  if (frames->phase == PHASE_WHOLE)
    tell(frames, "the static layer is drawn once a change", drawn == FRAMES);
  frames->drawn_before = aub_chart_view_count_drawn(frames->view);
  frames->frame = 0;
  if (++frames->phase < PHASE_COUNT)
    return;
  frames->msec[PHASE_HOVER] = frames->msec[PHASE_WHOLE] = 0;
  if (++frames->kind < G_N_ELEMENTS(kinds))
    show_kind(frames);
  else
    g_application_quit(G_APPLICATION(frames->application));
}

static gboolean tick_cb(GtkWidget *window, GdkFrameClock *clock, gpointer data) {
  Frames *frames = data;
  int count = aub_chart_view_count_positions(frames->view);
  if (frames->phase == PHASE_HOVER && count > 0)
    aub_chart_view_show_position(frames->view, (frames->frame * 7 + 3) % count);
  else if (frames->phase == PHASE_WHOLE)
    aub_chart_view_refresh(frames->view);
  return G_SOURCE_CONTINUE;
}

static void begin_cb(GdkFrameClock *clock, Frames *frames) {
  frames->begin_msec = cpu_msec();
}

static void end_cb(GdkFrameClock *clock, Frames *frames) {
  if (frames->kind == G_N_ELEMENTS(kinds))
    return;
  frames->msec[frames->phase] += cpu_msec() - frames->begin_msec;
  if (++frames->frame == (frames->phase == PHASE_SETTLE ? SETTLE_FRAMES : FRAMES))
    end_phase(frames);
}

static void activate_cb(GtkApplication *application, gpointer data) {
  Frames *frames = data;
  frames->window = adw_application_window_new(application);
  gtk_window_set_default_size(GTK_WINDOW(frames->window), WIDTH, HEIGHT);
  show_kind(frames);
  gtk_widget_realize(frames->window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock(frames->window);
  g_signal_connect(clock, "before-paint", G_CALLBACK(begin_cb), frames);
  g_signal_connect(clock, "after-paint", G_CALLBACK(end_cb), frames);
  gtk_widget_add_tick_callback(frames->window, tick_cb, frames, NULL);
  gtk_window_present(GTK_WINDOW(frames->window));
}

int main(int count, char **arguments) {
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(count > 1 ? arguments[1] : ".", "charts.aubaine", NULL);
  Frames frames = {.session = aub_session_new(path, &error)};
  if (!frames.session) {
    fprintf(stderr, "%s\n", error->message);
    return 1;
  }
  const RiskOptions options = {.years = 0, .seed = RISK_SEED_DEFAULT};
  aub_session_set_decide(frames.session, FALSE);
  aub_session_set_risk_options(frames.session, &options);
  printf("1..%d\n", (int)G_N_ELEMENTS(kinds));
  frames.application =
      GTK_APPLICATION(adw_application_new("org.aubaine.ChartFrames", G_APPLICATION_NON_UNIQUE));
  g_signal_connect(frames.application, "activate", G_CALLBACK(activate_cb), &frames);
  int status = g_application_run(G_APPLICATION(frames.application), 1, arguments);
  g_object_unref(frames.application);
  g_object_unref(frames.session);
  return frames.failed ? 1 : status;
}
