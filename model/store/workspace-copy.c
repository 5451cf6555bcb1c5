/* Room: store. Knows: sqlite3. Must not know: where a copy goes.
 *
 * A copy of the open workspace, made by SQLite itself: the file's own bytes may be in the middle of
 * another program's change. */
#include "model/store/workspace-private.h"

#include <glib/gstdio.h>

static bool copy_pages(sqlite3 *from, sqlite3 *to, GError **error) {
  sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
  if (!backup)
    return sql_fail(to, error);
  sqlite3_backup_step(backup, -1);
  return sqlite3_backup_finish(backup) == SQLITE_OK || sql_fail(to, error);
}

static void bytes_free(gpointer bytes) {
  sqlite3_free(bytes);
}

GBytes *workspace_make_copy(Workspace *workspace, GError **error) {
  sqlite3 *memory = NULL;
  GBytes *copy = NULL;
  if (sqlite3_open(":memory:", &memory) != SQLITE_OK) {
    sql_fail(memory, error);
  } else if (copy_pages(workspace->db, memory, error)) {
    sqlite3_int64 size = 0;
    guchar *bytes = sqlite3_serialize(memory, "main", &size, 0);
    if (bytes)
      copy = g_bytes_new_with_free_func(bytes, (gsize)size, bytes_free, bytes);
    else
      sql_fail(memory, error);
  }
  sqlite3_close(memory);
  return copy;
}

bool workspace_is_at(const Workspace *workspace, const char *path) {
  GStatBuf ours, theirs;
  g_autofree char *absolute = g_canonicalize_filename(path, NULL);
  if (g_str_equal(absolute, workspace->path))
    return true;
  return g_stat(workspace->path, &ours) == 0 && g_stat(absolute, &theirs) == 0 &&
         ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino && ours.st_ino != 0;
}
