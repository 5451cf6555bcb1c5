/* Room: store. Knows: files, GLib. Must not know: what the text says. */
#include "model/store/text-file.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

#include "model/store/workspace-private.h"

static char *stream_read(FILE *stream, gsize *length, GError **error) {
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  guint8 block[65536];
  gsize count;
  errno = 0;
  while ((count = fread(block, 1, sizeof block, stream)) > 0) {
    g_byte_array_append(bytes, block, (guint)count);
    if (bytes->len > TEXT_FILE_BYTES_MAX) {
      store_fail(STORE_ERROR_NOT_A_PLAN, "The file is too large to be a plan.", error);
      return NULL;
    }
  }
  if (ferror(stream)) {
    store_fail_errno(errno, error);
    return NULL;
  }
  *length = bytes->len;
  g_byte_array_append(bytes, (const guint8 *)"", 1);
  return (char *)g_byte_array_free(g_steal_pointer(&bytes), FALSE);
}

char *text_file_read(const char *path, gsize *length, GError **error) {
  if (strcmp(path, "-") == 0)
    return stream_read(stdin, length, error);
  FILE *file = g_fopen(path, "rb");
  if (!file) {
    store_fail_errno(errno, error);
    return NULL;
  }
  char *text = stream_read(file, length, error);
  fclose(file);
  return text;
}
