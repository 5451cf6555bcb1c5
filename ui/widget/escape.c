/* Room: widget. Escape. Knows: GTK alone. */
#include "ui/widget/escape.h"

static gboolean close_cb(GtkWidget *window, GVariant *arguments, gpointer data) {
  gtk_window_close(GTK_WINDOW(window));
  return TRUE;
}

void escape_closes(GtkWidget *window) {
  GtkEventController *keys = gtk_shortcut_controller_new();
  GtkShortcut *escape = gtk_shortcut_new(gtk_keyval_trigger_new(GDK_KEY_Escape, 0),
                                         gtk_callback_action_new(close_cb, NULL, NULL));
  gtk_shortcut_controller_add_shortcut(GTK_SHORTCUT_CONTROLLER(keys), escape);
  gtk_widget_add_controller(window, keys);
}
