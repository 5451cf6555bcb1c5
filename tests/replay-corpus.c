/* In place of a fuzzing engine: a TAP test that gives a target every file of the folder named on
 * the command line, whole and as it is. */
#include <glib.h>

#include "tests/fuzz-target.h"

int main(int argc, char *argv[]) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = g_dir_open(argc > 1 ? argv[1] : "", 0, &error);
  int replayed = 0;

  if (!folder) {
    g_print("Bail out! %s\n", error->message);
    return 1;
  }
  for (const char *name; (name = g_dir_read_name(folder)); replayed++) {
    g_autofree char *path = g_build_filename(argv[1], name, NULL);
    g_autofree char *data = NULL;
    gsize size = 0;

    if (!g_file_get_contents(path, &data, &size, &error)) {
      g_print("Bail out! %s\n", error->message);
      return 1;
    }
    LLVMFuzzerTestOneInput((const uint8_t *)data, size);
    g_print("ok %d %s\n", replayed + 1, name);
  }
  g_print("1..%d\n", replayed);
  return replayed > 0 ? 0 : 1;
}
