/* Room: widget. What is below the fold is made after the first frame. */
#pragma once

#include <gtk/gtk.h>

/* Makes the next piece of widget; whether there are more. */
typedef gboolean (*LaterPiece)(GtkWidget *widget);

/* One piece with each frame, but none with the next one: what is in sight is on the screen first,
 * and no frame waits for all of a long page. Once for each widget. */
void later_in_frames(GtkWidget *widget, LaterPiece make_piece);
