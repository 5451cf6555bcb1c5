/* Room: store. Knows: files, GLib. Must not know: what the text says. */
#pragma once

#include <glib.h>

/* Far above any plan; a stream without end is refused instead of filling the memory. */
#define TEXT_FILE_BYTES_MAX (8 * 1024 * 1024)

/* The whole of a file, or of standard input for "-", with a NUL after it; its bytes in *length.
 * NULL with a STORE_ERROR of one constant line. Free with g_free. */
char *text_file_read(const char *path, gsize *length, GError **error);
