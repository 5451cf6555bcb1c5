/* Room: widget. Knows: GTK. Must not know: what the entry is of. */
#include "ui/widget/entry-keys.h"

#define PAGE_STEPS 10

typedef struct {
  const char *keypad;
  const EntryKeys *keys;
  gpointer data;
} Bound;

static void type_text(GtkEditable *editable, const char *text) {
  gtk_editable_delete_selection(editable);
  int position = gtk_editable_get_position(editable);
  gtk_editable_insert_text(editable, text, -1, &position);
  gtk_editable_set_position(editable, position);
}

static int steps_of_key(guint key) {
  switch (key) {
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return 1;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return -1;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    return PAGE_STEPS;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    return -PAGE_STEPS;
  default:
    return 0;
  }
}

static gboolean pressed_cb(GtkEventControllerKey *controller, guint key, guint code,
                           GdkModifierType state, Bound *bound) {
  GtkWidget *entry = gtk_event_controller_get_widget(GTK_EVENT_CONTROLLER(controller));
  gboolean is_decimal = key == GDK_KEY_KP_Decimal || key == GDK_KEY_KP_Separator;
  /* Without Num Lock it takes Shift to type the decimal of the keypad. */
  GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | (is_decimal ? 0 : GDK_SHIFT_MASK);
  if (state & others)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    return bound->keys && bound->keys->give_back(bound->data);
  if (!bound->keypad)
    return GDK_EVENT_PROPAGATE;
  if (is_decimal) {
    type_text(GTK_EDITABLE(entry), bound->keypad);
    return GDK_EVENT_STOP;
  }
  int steps = bound->keys ? steps_of_key(key) : 0;
  if (steps != 0)
    bound->keys->step(bound->data, steps);
  return steps != 0;
}

void entry_keys_add(GtkWidget *entry, const char *keypad, const EntryKeys *keys, gpointer data) {
  Bound *bound = g_new(Bound, 1);
  *bound = (Bound){keypad, keys, data};
  GtkEventController *controller = gtk_event_controller_key_new();
  gtk_event_controller_set_propagation_phase(controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data(controller, "key-pressed", G_CALLBACK(pressed_cb), bound,
                        (GClosureNotify)(GCallback)g_free, 0);
  gtk_widget_add_controller(entry, controller);
}
