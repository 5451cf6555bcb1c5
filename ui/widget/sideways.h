/* Room: widget. A place where what is too wide scrolls sideways and nothing is cut. Unlike a bare
 * scrolled window it is no higher than its child needs at the width it has, and the wheel over it
 * turns the page. */
#pragma once

#include <gtk/gtk.h>

#define AUB_TYPE_SIDEWAYS (aub_sideways_get_type())
G_DECLARE_FINAL_TYPE(AubSideways, aub_sideways, AUB, SIDEWAYS, GtkWidget)

/* with_bar: what is inside takes no keys itself: a bar stands below while there is more to the
 * side, and Tab, then the arrows get there. Else a bar shows under the pointer. */
GtkWidget *aub_sideways_new(gboolean with_bar);
void aub_sideways_set_child(AubSideways *self, GtkWidget *child);
GtkWidget *aub_sideways_get_child(AubSideways *self); /* NULL while empty */
/* Scrolls until this part of the child is seen. */
void aub_sideways_bring(AubSideways *self, GtkWidget *part);
