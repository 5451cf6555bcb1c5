/* The window's door. */
#include <locale.h>

#include "ui/window/application.h"
#include "ui/window/late-formats.h"

int main(int count, char **arguments) {
  setlocale(LC_ALL, "");
  gtk_disable_setlocale();
  late_formats_started_as(arguments[0]);
  g_autoptr(GApplication) application = aub_application_new();
  return g_application_run(application, count, arguments);
}
