/* Room: session. Knows: GLib's threads and main contexts. Must not know: what the letters say.
 *
 * Carries letters from threads that work to the context of who asked, in their order, and none
 * after a cancel on that context's thread. */
#pragma once

#include <gio/gio.h>

typedef struct {
  void (*deliver)(gpointer letter, gpointer data); /* the letter stays the courier's */
  /* Whether a letter, still not delivered, says nothing once a later one is there. NULL: none. */
  gboolean (*is_outdated_by)(gconstpointer letter, gconstpointer later);
  void (*over)(gpointer data); /* after the last letter, on the context; also after a cancel */
  GDestroyNotify free_letter;
  GDestroyNotify free_data; /* on any thread, when the courier is gone; also where nobody turned the
                               context any more, and `over` was not called */
} CourierManners;

typedef struct Courier Courier;

/* manners are static. */
Courier *courier_new(const CourierManners *manners, GMainContext *context,
                     GCancellable *cancellable, gpointer data);
/* Any thread; takes the letter. */
void courier_send(Courier *courier, gpointer letter);
/* No more letters; gives the courier up. Data may go with it there and then. */
void courier_close(Courier *courier);
