/* Room: widget. Knows: GTK. Must not know: what it is that opens. */
#include "ui/widget/in-sight.h"

/* Between the widget and the edge of the page; less than from card to card. */
#define MARGIN 9

typedef struct {
  GtkWidget *above; /* owned */
  int frames;
} Request;

static void request_free(gpointer data) {
  Request *request = data;
  g_object_unref(request->above);
  g_free(request);
}

static void scroll(GtkWidget *widget, GtkWidget *above) {
  GtkWidget *page = gtk_widget_get_ancestor(widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t own, other;
  if (!page || !gtk_widget_compute_bounds(widget, page, &own) ||
      !gtk_widget_compute_bounds(above, page, &other))
    return;
  double hidden = own.origin.y + own.size.height + MARGIN - gtk_widget_get_height(page);
  /* What it was opened from comes first, also where it is above the page. */
  double room = other.origin.y - MARGIN;
  double down = room < 0 ? room : MIN(hidden, room);
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(page));
  if (down > 0 || room < 0)
    gtk_adjustment_set_value(at, gtk_adjustment_get_value(at) + down);
}

/* The first frame gives it its place. */
static gboolean frame_cb(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  Request *request = data;
  if (request->frames++ == 0)
    return G_SOURCE_CONTINUE;
  scroll(widget, request->above);
  return G_SOURCE_REMOVE;
}

/* Parts of the page may still be made: above it, so that it moves, and below it, so that it cannot
 * come to the top before. For so long it is brought there, unless the reader scrolls herself. */
#define FRAMES_AT_TOP 20
#define TIME_AT_MOST_USEC (10 * G_USEC_PER_SEC)

typedef struct {
  GtkWidget *page; /* borrowed: an ancestor */
  GtkEventController *watch;
  gint64 begin_usec;
  int frames_there;
  gboolean is_ended;
} TopRequest;

static gboolean scrolled_cb(GtkEventControllerScroll *watch, double x, double y,
                            TopRequest *request) {
  request->is_ended = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static void top_request_free(gpointer data) {
  TopRequest *request = data;
  if (request->page) {
    gtk_widget_remove_controller(request->page, request->watch);
    g_object_remove_weak_pointer(G_OBJECT(request->page), (gpointer *)&request->page);
  }
  g_free(request);
}

static gboolean top_cb(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  TopRequest *request = data;
  graphene_rect_t bounds;
  if (!request->page || request->is_ended ||
      gdk_frame_clock_get_frame_time(clock) > request->begin_usec + TIME_AT_MOST_USEC)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_compute_bounds(widget, request->page, &bounds))
    return G_SOURCE_CONTINUE;
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(request->page));
  double wanted = gtk_adjustment_get_value(at) + bounds.origin.y - MARGIN;
  gtk_adjustment_set_value(at, wanted);
  gboolean is_there = gtk_adjustment_get_value(at) > wanted - 1;
  request->frames_there = is_there ? request->frames_there + 1 : 0;
  return request->frames_there < FRAMES_AT_TOP ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void in_sight_bring_to_top(GtkWidget *widget) {
  TopRequest *request = g_new0(TopRequest, 1);
  request->page = gtk_widget_get_ancestor(widget, GTK_TYPE_SCROLLED_WINDOW);
  request->begin_usec = g_get_monotonic_time();
  if (request->page) {
    g_object_add_weak_pointer(G_OBJECT(request->page), (gpointer *)&request->page);
    request->watch = gtk_event_controller_scroll_new(GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
    gtk_event_controller_set_propagation_phase(request->watch, GTK_PHASE_CAPTURE);
    g_signal_connect(request->watch, "scroll", G_CALLBACK(scrolled_cb), request);
    gtk_widget_add_controller(request->page, request->watch);
  }
  gtk_widget_add_tick_callback(widget, top_cb, request, top_request_free);
}

void in_sight_bring(GtkWidget *widget, GtkWidget *above) {
  Request *request = g_new0(Request, 1);
  request->above = g_object_ref(above);
  gtk_widget_add_tick_callback(widget, frame_cb, request, request_free);
}
