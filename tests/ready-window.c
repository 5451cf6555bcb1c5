/* The program as it ships, until its verdict is on the screen, and until all that is in sight is.
 */
#include <locale.h>

#include "tests/first-frame.h"
#include "ui/window/application.h"

/* The verdict, then the page and the first inputs, then the inputs below them. */
#define FRAMES_IN_SIGHT 3

int main(int count, char **arguments) {
  setlocale(LC_ALL, "");
  gtk_disable_setlocale();
  g_autoptr(GApplication) application = aub_application_new();
  first_frames_print(GTK_APPLICATION(application), FRAMES_IN_SIGHT);
  return g_application_run(application, count, arguments);
}
