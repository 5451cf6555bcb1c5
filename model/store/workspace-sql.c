/* Room: store. Knows: sqlite3. Must not know: plans' fields, which tables there are.
 *
 * Statements and transactions, and every way SQLite or the system can fail as one constant English
 * line (ui/words knows them all in French). */
#include "model/store/workspace-private.h"

#include <errno.h>

bool store_fail(StoreError code, const char *message, GError **error) {
  g_set_error_literal(error, STORE_ERROR, code, message);
  return false;
}

bool store_fail_damaged(GError **error) {
  return store_fail(STORE_ERROR_DAMAGED, "The file is damaged; nothing in it was changed.", error);
}

bool store_fail_errno(int error_number, GError **error) {
  const char *message;
  switch (error_number) {
  case ENOENT:
    message = "There is no such file.";
    break;
  case ENOTDIR:
    message = "There is no such folder.";
    break;
  case EACCES:
  case EPERM:
    message = "The file or its folder gives no leave for this.";
    break;
  case EISDIR:
    message = "This is a folder, not a file.";
    break;
  case EROFS:
    message = "The file is read-only.";
    break;
  case EEXIST:
    message = "There is already a file of this name.";
    break;
  case ENOSPC:
  case EDQUOT:
  case EFBIG:
    message = "There is no room left on the disk; the change was not stored.";
    break;
  default:
    message = "The disk reported an error.";
  }
  return store_fail(STORE_ERROR_SYSTEM, message, error);
}

bool sql_fail(sqlite3 *db, GError **error) {
  int code = sqlite3_extended_errcode(db);
  switch (code) {
  case SQLITE_READONLY_ROLLBACK:
  case SQLITE_READONLY_RECOVERY:
    return store_fail(STORE_ERROR_SYSTEM,
                      "The file was left in the middle of a change; opening it for writing once "
                      "repairs it.",
                      error);
  default:
    break;
  }
  switch (code & 0xFF) {
  case SQLITE_FULL:
    return store_fail_errno(ENOSPC, error);
  case SQLITE_READONLY:
    return store_fail_errno(EROFS, error);
  case SQLITE_IOERR:
    /* A file shorter than its own page count says is damage, not a failing disk. */
    if (code == SQLITE_IOERR_SHORT_READ)
      return store_fail_damaged(error);
    return store_fail_errno(sqlite3_system_errno(db), error);
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
    return store_fail_errno(EACCES, error);
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return store_fail(STORE_ERROR_SYSTEM, "Another program is using the file; try again.", error);
  case SQLITE_NOMEM:
    return store_fail(STORE_ERROR_SYSTEM, "There is not enough memory.", error);
  default:
    return store_fail_damaged(error);
  }
}

SqlStatement *sql_prepare(sqlite3 *db, const char *sql, GError **error) {
  SqlStatement *statement = NULL;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
    sql_fail(db, error);
  return statement;
}

SqlStep sql_step(SqlStatement *statement, GError **error) {
  switch (sqlite3_step(statement)) {
  case SQLITE_ROW:
    return SQL_ROW;
  case SQLITE_DONE:
    return SQL_DONE;
  default:
    sql_fail(sqlite3_db_handle(statement), error);
    return SQL_FAILED;
  }
}

bool sql_run(SqlStatement *statement, GError **error) {
  return sql_step(statement, error) == SQL_DONE;
}

bool sql_execute(sqlite3 *db, const char *sql, GError **error) {
  return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK || sql_fail(db, error);
}

char *sql_text(SqlStatement *statement, int column) {
  const char *text = (const char *)sqlite3_column_text(statement, column);
  return g_strdup(text ? text : "");
}

bool transaction_begin(Workspace *workspace, GError **error) {
  return sql_execute(workspace->db, "BEGIN IMMEDIATE", error);
}

bool transaction_end(Workspace *workspace, bool worked, GError **error) {
  if (worked && sql_execute(workspace->db, "COMMIT", error))
    return true;
  /* Some failures have already rolled back by themselves. */
  if (!sqlite3_get_autocommit(workspace->db))
    sqlite3_exec(workspace->db, "ROLLBACK", NULL, NULL, NULL);
  return false;
}
