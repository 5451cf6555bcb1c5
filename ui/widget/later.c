/* Room: widget. Knows: GTK. Must not know: what is made. */
#include "ui/widget/later.h"

typedef struct {
  LaterPiece make_piece;
  gint64 first_frame; /* −1: not begun */
} Later;

static gboolean frame_cb(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  Later *later = data;
  gint64 frame = gdk_frame_clock_get_frame_counter(clock);
  if (later->first_frame < 0)
    later->first_frame = frame;
  return frame == later->first_frame || later->make_piece(widget) ? G_SOURCE_CONTINUE
                                                                  : G_SOURCE_REMOVE;
}

void later_in_frames(GtkWidget *widget, LaterPiece make_piece) {
  Later *later = g_new(Later, 1);
  *later = (Later){make_piece, -1};
  gtk_widget_add_tick_callback(widget, frame_cb, later, g_free);
}
