/* Room: store. Knows: the example built into the program. Must not know: where it came from. */
#include <gio/gio.h>

#include "model/store/example-resource.h"
#include "model/store/plan-json.h"

void plan_example(Plan *plan) {
  g_autoptr(GBytes) bytes =
      g_resource_lookup_data(example_get_resource(), "/org/aubaine/store/example.json",
                             G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  bool read = plan_from_json(text, (gssize)length, plan, NULL);

  g_assert(read);
}
