/* Room: paper. The one safe writer (quality §4): the bytes are whole in memory; temporary file in
 * the same folder, fsync, rename, fsync of the folder. On any failure the old file is untouched.
 * A target that is a device or a pipe is written straight; a symlink's target is replaced. */
#pragma once

#include <glib.h>

/* Writes length bytes to path (in the file system's encoding). A file that exists keeps its mode
 * and, where that is allowed, its owner; one without write permission is refused; a new one gets
 * 0666 less the umask. False with a G_FILE_ERROR whose message is one line that names the file;
 * nothing else stays behind. Only when the folder's own sync fails is the new file already there.
 */
gboolean safe_file_write(const char *path, const void *bytes, gsize length, GError **error);
