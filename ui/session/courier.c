/* Room: session. Knows: GLib's threads and main contexts. Must not know: what the letters say.
 *
 * One source at a time stands in the context, and holds the courier; it delivers all there is. */
#include "ui/session/courier.h"

struct Courier {
  const CourierManners *manners;
  GMainContext *context;
  GCancellable *cancellable;
  gpointer data;
  GMutex mutex;
  /* Under the mutex. */
  GQueue letters;
  gboolean is_posted; /* a source will look at the letters */
  gboolean is_closed;
};

Courier *courier_new(const CourierManners *manners, GMainContext *context,
                     GCancellable *cancellable, gpointer data) {
  Courier *courier = g_atomic_rc_box_new0(Courier);
  courier->manners = manners;
  courier->context = g_main_context_ref(context);
  courier->cancellable = g_object_ref(cancellable);
  courier->data = data;
  g_mutex_init(&courier->mutex);
  g_queue_init(&courier->letters);
  return courier;
}

static void courier_clear(gpointer data) {
  Courier *courier = data;
  g_queue_clear_full(&courier->letters, courier->manners->free_letter);
  g_main_context_unref(courier->context);
  g_object_unref(courier->cancellable);
  g_mutex_clear(&courier->mutex);
  if (courier->manners->free_data)
    courier->manners->free_data(courier->data);
}

static void courier_unref(gpointer courier) {
  g_atomic_rc_box_release_full(courier, courier_clear);
}

static gpointer courier_take_letter(Courier *courier) {
  g_mutex_lock(&courier->mutex);
  gpointer letter = g_queue_pop_head(&courier->letters);
  g_mutex_unlock(&courier->mutex);
  return letter;
}

/* Any delivery may cancel. */
static gboolean courier_deliver_cb(gpointer data) {
  Courier *courier = data;
  const CourierManners *manners = courier->manners;
  g_mutex_lock(&courier->mutex);
  courier->is_posted = FALSE;
  gboolean is_over = courier->is_closed;
  g_mutex_unlock(&courier->mutex);
  gpointer letter;
  while (!g_cancellable_is_cancelled(courier->cancellable) &&
         (letter = courier_take_letter(courier))) {
    manners->deliver(letter, courier->data);
    manners->free_letter(letter);
  }
  if (is_over && manners->over)
    manners->over(courier->data);
  return G_SOURCE_REMOVE;
}

/* The mutex is held. */
static void courier_post(Courier *courier) {
  if (courier->is_posted)
    return;
  courier->is_posted = TRUE;
  g_autoptr(GSource) source = g_idle_source_new();
  g_source_set_priority(source, G_PRIORITY_DEFAULT);
  g_source_set_callback(source, courier_deliver_cb, g_atomic_rc_box_acquire(courier),
                        courier_unref);
  g_source_attach(source, courier->context);
}

void courier_send(Courier *courier, gpointer letter) {
  const CourierManners *manners = courier->manners;
  g_mutex_lock(&courier->mutex);
  gpointer last = g_queue_peek_tail(&courier->letters);
  if (last && manners->is_outdated_by && manners->is_outdated_by(last, letter))
    manners->free_letter(g_queue_pop_tail(&courier->letters));
  g_queue_push_tail(&courier->letters, letter);
  courier_post(courier);
  g_mutex_unlock(&courier->mutex);
}

void courier_close(Courier *courier) {
  g_mutex_lock(&courier->mutex);
  courier->is_closed = TRUE;
  courier_post(courier);
  g_mutex_unlock(&courier->mutex);
  courier_unref(courier);
}
