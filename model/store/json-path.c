/* Room: store. Knows: json-glib. Must not know: what the paths mean. */
#include "model/store/json-path.h"

#include <string.h>

JsonObject *json_path_make(JsonObject *root, const char *path, const char **name) {
  JsonObject *object = root;
  const char *part = path;
  for (const char *dot; (dot = strchr(part, '.')); part = dot + 1) {
    g_autofree char *member = g_strndup(part, (gsize)(dot - part));
    if (!json_object_has_member(object, member))
      json_object_set_object_member(object, member, json_object_new());
    object = json_object_get_object_member(object, member);
  }
  *name = part;
  return object;
}
