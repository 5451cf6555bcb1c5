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

/* What is above it may still change its height while the cards follow the session. */
#define FRAMES_AT_TOP 20

static gboolean top_cb(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  int *frames = data;
  GtkWidget *page = gtk_widget_get_ancestor(widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  if (page && gtk_widget_compute_bounds(widget, page, &bounds)) {
    GtkAdjustment *at = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(page));
    gtk_adjustment_set_value(at, gtk_adjustment_get_value(at) + bounds.origin.y - MARGIN);
  }
  return ++*frames < FRAMES_AT_TOP ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void in_sight_bring_to_top(GtkWidget *widget) {
  gtk_widget_add_tick_callback(widget, top_cb, g_new0(int, 1), g_free);
}

void in_sight_bring(GtkWidget *widget, GtkWidget *above) {
  Request *request = g_new0(Request, 1);
  request->above = g_object_ref(above);
  gtk_widget_add_tick_callback(widget, frame_cb, request, request_free);
}
