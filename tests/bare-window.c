/* The smallest libadwaita window, until it is ready: what the start of ours is measured against. */
#include <adwaita.h>

#include "tests/first-frame.h"

static void activate_cb(GtkApplication *application, gpointer data) {
  GtkWidget *window = adw_application_window_new(application);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append(GTK_BOX(box), adw_header_bar_new());
  adw_application_window_set_content(ADW_APPLICATION_WINDOW(window), box);
  gtk_window_set_default_size(GTK_WINDOW(window), 1280, 860);
  gtk_window_present(GTK_WINDOW(window));
}

int main(int count, char **arguments) {
  g_autoptr(AdwApplication) application =
      adw_application_new("org.aubaine.BareWindow", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect(application, "activate", G_CALLBACK(activate_cb), NULL);
  first_frames_print(GTK_APPLICATION(application), 1);
  return g_application_run(G_APPLICATION(application), count, arguments);
}
