/* Room: window. A window made anew, as in another language, opens where the owner was. */
#pragma once

#include <gtk/gtk.h>

/* Gives the new window what old shows now: how far it is scrolled, which details are open, the
 * field that has the keys, and text that is no value yet. Both are of the same making; the new one
 * may still grow. Old may go right after. */
void same_place_take(GtkWidget *window, GtkWidget *old);
