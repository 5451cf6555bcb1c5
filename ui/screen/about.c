/* Room: screen. About Aubaine. */
#include "ui/screen/about.h"

#include <adwaita.h>

#include "ui/screen/application.h"

void about_show(GtkWindow *parent, Language language) {
  GtkWidget *about = adw_about_window_new();
  g_object_set(about, "application-name", "Aubaine", "application-icon", AUBAINE_ID, "version",
               AUBAINE_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "developer-name",
               say(language, "The Aubaine project"), "comments",
               say(language, "Is this group-buy deal good for you? Nothing leaves this computer."),
               NULL);
  gtk_window_set_transient_for(GTK_WINDOW(about), parent);
  gtk_window_present(GTK_WINDOW(about));
}
