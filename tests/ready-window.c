/* The program as it ships, until its window is ready. */
#include <locale.h>

#include "tests/first-frame.h"
#include "ui/window/application.h"

int main(int count, char **arguments) {
  setlocale(LC_ALL, "");
  gtk_disable_setlocale();
  g_autoptr(GApplication) application = aub_application_new();
  first_frame_print(GTK_APPLICATION(application));
  return g_application_run(application, count, arguments);
}
