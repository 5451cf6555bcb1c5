/* The window's door. */
#include <locale.h>

#include "ui/window/application.h"

int main(int count, char **arguments) {
  setlocale(LC_ALL, "");
  gtk_disable_setlocale();
  g_autoptr(GApplication) application = aub_application_new();
  return g_application_run(application, count, arguments);
}
