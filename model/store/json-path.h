/* Room: store, inside. Dotted paths in a JSON object. */
#pragma once

#include <json-glib/json-glib.h>

/* The object that a dotted path leads to, made on the way; *name is the path's last part, inside
 * path. Borrowed. */
JsonObject *json_path_make(JsonObject *root, const char *path, const char **name);
