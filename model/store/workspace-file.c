/* Room: store. Knows: sqlite3, files. Must not know: what a plan says.
 *
 * Opening and making a workspace file. A file may come from anywhere: its header is read before
 * SQLite sees it, SQLite is put on its guard before it reads the schema, and the schema must be
 * ours to the letter. */
#include "model/store/workspace-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#ifdef G_OS_UNIX
#include <unistd.h>
#endif

#include <glib/gstdio.h>

#define APPLICATION_ID 0x41554241 /* "AUBA" */
#define SCHEMA_VERSION 1
#define HEADER_SIZE 100
#define TEXT_BYTES_MAX (8 * 1024 * 1024)
#define BUSY_MILLISECONDS 2000

/* In the order of their names, as they are compared. */
static const char *const SCHEMA[] = {
    "CREATE TABLE plan (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  position INTEGER NOT NULL,\n"
    "  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),\n"
    "  done_count INTEGER NOT NULL CHECK (done_count >= 0),\n"
    "  name TEXT NOT NULL,\n"
    "  content_sum INTEGER NOT NULL,\n"
    "  content TEXT NOT NULL CHECK (content <> '')\n"
    ") STRICT",
    "CREATE TABLE setting (\n"
    "  name TEXT NOT NULL PRIMARY KEY,\n"
    "  value TEXT NOT NULL\n"
    ") STRICT, WITHOUT ROWID",
    "CREATE TABLE step (\n"
    "  plan_id INTEGER NOT NULL REFERENCES plan (id),\n"
    "  number INTEGER NOT NULL CHECK (number >= 1),\n"
    "  path TEXT NOT NULL,\n"
    "  begin_byte INTEGER NOT NULL CHECK (begin_byte >= 0),\n"
    "  removed TEXT NOT NULL,\n"
    "  inserted TEXT NOT NULL,\n"
    "  sum_before INTEGER NOT NULL,\n"
    "  sum_after INTEGER NOT NULL,\n"
    "  PRIMARY KEY (plan_id, number)\n"
    ") STRICT, WITHOUT ROWID",
};

static bool fail_not_ours(GError **error) {
  return store_fail(STORE_ERROR_NOT_OURS, "The file is not an Aubaine workspace.", error);
}

/* The first bytes of a regular file; *length may be less than size. */
static bool file_read_beginning(const char *path, guchar *bytes, gsize size, gsize *length,
                                GError **error) {
  GStatBuf status;
  if (g_stat(path, &status) != 0)
    return store_fail_errno(errno, error);
  if (S_ISDIR(status.st_mode))
    return store_fail_errno(EISDIR, error);
  if (!S_ISREG(status.st_mode))
    return fail_not_ours(error);
  FILE *file = g_fopen(path, "rb");
  if (!file)
    return store_fail_errno(errno, error);
  *length = fread(bytes, 1, size, file);
  bool failed = ferror(file);
  fclose(file);
  return !failed || store_fail_errno(EIO, error);
}

static bool header_is_sqlite(const guchar *header, gsize length) {
  return length >= 16 && memcmp(header, "SQLite format 3", 16) == 0;
}

static uint32_t header_number(const guchar *header, gsize offset) {
  uint32_t number;
  memcpy(&number, header + offset, sizeof number);
  return GUINT32_FROM_BE(number);
}

/* Looks at the file without SQLite, which would already follow a foreign write-ahead log. Offsets:
 * sqlite.org/fileformat.html §1.3. */
static bool header_check(const char *path, bool read_only, GError **error) {
  guchar header[HEADER_SIZE];
  gsize length;
  if (!file_read_beginning(path, header, sizeof header, &length, error))
    return false;
  if (length == 0)
    return store_fail(STORE_ERROR_NOT_OURS, "The file is empty.", error);
  if (!header_is_sqlite(header, length))
    return fail_not_ours(error);
  if (length < HEADER_SIZE)
    return store_fail_damaged(error);
  if (header_number(header, 68) != APPLICATION_ID || header[18] != 1 || header[19] != 1)
    return fail_not_ours(error);
  uint32_t version = header_number(header, 60);
  if (version > SCHEMA_VERSION && !read_only)
    return store_fail(STORE_ERROR_NEWER,
                      "The file was made by a newer version of Aubaine; this version can only "
                      "read it.",
                      error);
  return version >= SCHEMA_VERSION || store_fail_damaged(error);
}

bool workspace_looks_like_one(const char *path) {
  guchar header[16];
  gsize length;
  return file_read_beginning(path, header, sizeof header, &length, NULL) &&
         header_is_sqlite(header, length);
}

/* Before the first statement, so that nothing of a hostile schema is ever run. */
static bool connection_guard(sqlite3 *db, GError **error) {
  static const struct {
    int option, value;
  } CONFIG[] = {
      {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
      {SQLITE_DBCONFIG_ENABLE_FKEY, 1},    {SQLITE_DBCONFIG_DQS_DML, 0},
      {SQLITE_DBCONFIG_DQS_DDL, 0},
  };
  static const struct {
    int limit, value;
  } LIMITS[] = {
      {SQLITE_LIMIT_LENGTH, TEXT_BYTES_MAX},
      {SQLITE_LIMIT_SQL_LENGTH, 4096},
      {SQLITE_LIMIT_COLUMN, 32},
      {SQLITE_LIMIT_EXPR_DEPTH, 32},
      {SQLITE_LIMIT_COMPOUND_SELECT, 2},
      {SQLITE_LIMIT_VDBE_OP, 10000},
      {SQLITE_LIMIT_FUNCTION_ARG, 4},
      {SQLITE_LIMIT_ATTACHED, 0},
      {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 16},
      {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
      {SQLITE_LIMIT_WORKER_THREADS, 0},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(CONFIG); i++)
    if (sqlite3_db_config(db, CONFIG[i].option, CONFIG[i].value, NULL) != SQLITE_OK)
      return sql_fail(db, error);
  for (gsize i = 0; i < G_N_ELEMENTS(LIMITS); i++)
    sqlite3_limit(db, LIMITS[i].limit, LIMITS[i].value);
  sqlite3_busy_timeout(db, BUSY_MILLISECONDS);
  return sql_execute(db,
                     "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON;"
                     "PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA;",
                     error);
}

/* SQLite reads a last page that was cut short as if it ended in zeros. Asked once SQLite has undone
 * what an interrupted change left. */
static bool check_size(sqlite3 *db, const char *path, GError **error) {
  static const char SQL[] =
      "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
  g_autoptr(SqlStatement) query = sql_prepare(db, SQL, error);
  GStatBuf status;
  if (!query || sql_step(query, error) != SQL_ROW)
    return false;
  if (g_stat(path, &status) != 0)
    return store_fail_errno(errno, error);
  return status.st_size >= sqlite3_column_int64(query, 0) || store_fail_damaged(error);
}

/* The pages hold together and every row keeps its table's rules. */
static bool check_pages(sqlite3 *db, GError **error) {
  g_autoptr(SqlStatement) query = sql_prepare(db, "PRAGMA quick_check(1)", error);
  if (!query)
    return false;
  switch (sql_step(query, error)) {
  case SQL_ROW:
    return strcmp((const char *)sqlite3_column_text(query, 0), "ok") == 0 ||
           store_fail_damaged(error);
  case SQL_DONE:
    return store_fail_damaged(error);
  case SQL_FAILED:
  default:
    return false;
  }
}

static bool check_schema(sqlite3 *db, GError **error) {
  g_autoptr(SqlStatement) query =
      sql_prepare(db, "SELECT sql FROM sqlite_schema ORDER BY name", error);
  if (!query)
    return false;
  gsize count = 0;
  SqlStep step;
  while ((step = sql_step(query, error)) == SQL_ROW) {
    const char *sql = (const char *)sqlite3_column_text(query, 0);
    if (count >= G_N_ELEMENTS(SCHEMA) || g_strcmp0(sql, SCHEMA[count]) != 0)
      return fail_not_ours(error);
    count++;
  }
  if (step == SQL_FAILED)
    return false;
  return count == G_N_ELEMENTS(SCHEMA) || fail_not_ours(error);
}

/* A newer file may have more; what is read here must at least be there. */
static bool check_newer_schema(sqlite3 *db, GError **error) {
  static const char *const NEEDED[] = {
      "SELECT id, position, removed, done_count, name, content_sum, content FROM plan",
      ("SELECT plan_id, number, path, begin_byte, removed, inserted, sum_before, sum_after FROM "
       "step"),
      "SELECT name, value FROM setting",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(NEEDED); i++) {
    g_autoptr(SqlStatement) query = sql_prepare(db, NEEDED[i], NULL);
    if (!query)
      return store_fail(STORE_ERROR_NEWER,
                        "The file was made by a newer version of Aubaine and cannot be read by "
                        "this one.",
                        error);
  }
  return true;
}

static bool connection_check(sqlite3 *db, const char *path, GError **error) {
  g_autoptr(SqlStatement) query = sql_prepare(db, "PRAGMA user_version", error);
  if (!query || sql_step(query, error) != SQL_ROW)
    return false;
  bool newer = sqlite3_column_int(query, 0) > SCHEMA_VERSION;
  sqlite3_reset(query);
  if (!check_size(db, path, error) || !check_pages(db, error))
    return false;
  return newer ? check_newer_schema(db, error) : check_schema(db, error);
}

static sqlite3 *connection_open(const char *path, int flags, GError **error) {
  sqlite3 *db = NULL;
  if (sqlite3_open_v2(path, &db, flags | SQLITE_OPEN_EXRESCODE, NULL) == SQLITE_OK &&
      connection_guard(db, error))
    return db;
  if (error && !*error)
    sql_fail(db, error);
  sqlite3_close(db);
  return NULL;
}

static bool schema_create(sqlite3 *db, GError **error) {
  g_autoptr(GString) sql = g_string_new("BEGIN;");
  for (gsize i = 0; i < G_N_ELEMENTS(SCHEMA); i++)
    g_string_append_printf(sql, "%s;", SCHEMA[i]);
  g_string_append_printf(sql, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT;",
                         APPLICATION_ID, SCHEMA_VERSION);
  return sql_execute(db, sql->str, error);
}

/* Gives a finished file its name; a file that already has it is never replaced. */
static bool file_put_in_place(const char *temporary, const char *path, GError **error) {
#ifdef G_OS_UNIX
  if (link(temporary, path) == 0) {
    g_unlink(temporary);
    g_autofree char *folder = g_path_get_dirname(path);
    int descriptor = g_open(folder, O_RDONLY | O_CLOEXEC, 0);
    if (descriptor >= 0) {
      fsync(descriptor);
      close(descriptor);
    }
    return true;
  }
  if (errno == EEXIST)
    return store_fail_errno(EEXIST, error);
#endif
  /* A file system without links. */
  if (g_file_test(path, G_FILE_TEST_EXISTS))
    return store_fail_errno(EEXIST, error);
  return g_rename(temporary, path) == 0 || store_fail_errno(errno, error);
}

/* Made whole under another name, so that no one ever meets half a workspace. */
static bool file_create(const char *path, GError **error) {
  g_autofree char *temporary = g_strconcat(path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full(temporary, O_RDWR | O_CLOEXEC, 0666);
  if (descriptor < 0)
    return store_fail_errno(errno == ENOENT ? ENOTDIR : errno, error);
  close(descriptor);
  sqlite3 *db = connection_open(temporary, SQLITE_OPEN_READWRITE, error);
  bool made = db && schema_create(db, error);
  sqlite3_close(db);
  if (made && file_put_in_place(temporary, path, error))
    return true;
  g_unlink(temporary);
  return false;
}

static Workspace *file_open(const char *path, bool read_only, GError **error) {
  if (!header_check(path, read_only, error))
    return NULL;
  sqlite3 *db =
      connection_open(path, read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error);
  if (!db)
    return NULL;
  if (!connection_check(db, path, error)) {
    sqlite3_close(db);
    return NULL;
  }
  Workspace *workspace = g_new0(Workspace, 1);
  workspace->db = db;
  workspace->path = g_strdup(path);
  workspace->read_only = sqlite3_db_readonly(db, "main") == 1;
  return workspace;
}

Workspace *workspace_open(const char *path, bool create, GError **error) {
  /* Absolute: SQLite gives names such as ":memory:" a meaning of their own. */
  g_autofree char *absolute = g_canonicalize_filename(path, NULL);
  if (create && !g_file_test(absolute, G_FILE_TEST_EXISTS) && !file_create(absolute, error))
    return NULL;
  return file_open(absolute, false, error);
}

Workspace *workspace_open_read_only(const char *path, GError **error) {
  g_autofree char *absolute = g_canonicalize_filename(path, NULL);
  return file_open(absolute, true, error);
}

void workspace_free(Workspace *workspace) {
  if (!workspace)
    return;
  sqlite3_close(workspace->db);
  g_free(workspace->path);
  g_free(workspace);
}

const char *workspace_path(const Workspace *workspace) {
  return workspace->path;
}

bool workspace_is_read_only(const Workspace *workspace) {
  return workspace->read_only;
}
