/* Room: store, inside only. Knows: sqlite3. What workspace.c, workspace-file.c and workspace-undo.c
 * share: the open file, statements, transactions, and SQLite's codes as our errors. */
#pragma once

#include <sqlite3.h>

#include "model/store/workspace.h"

struct Workspace {
  sqlite3 *db;
  char *path; /* absolute */
  bool read_only;
  /* The step that an edit with the same merge key may replace; merge 0: none. Kept in memory only,
   * so that keys of an earlier run never meet those of this one. */
  struct {
    int64_t plan_id, step, merge;
  } mergeable;
};

/* The columns are NOT NULL, so a value that could not be bound makes its statement fail: the codes
 * of sqlite3_bind_* need no look. */
typedef sqlite3_stmt SqlStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SqlStatement, sqlite3_finalize)

typedef enum { SQL_FAILED, SQL_DONE, SQL_ROW } SqlStep;

/* Sets error to what the database last failed on. Always false. */
bool sql_fail(sqlite3 *db, GError **error);
SqlStatement *sql_prepare(sqlite3 *db, const char *sql, GError **error);
SqlStep sql_step(SqlStatement *statement, GError **error);
/* Runs a statement that gives no row. */
bool sql_run(SqlStatement *statement, GError **error);
bool sql_execute(sqlite3 *db, const char *sql, GError **error);
/* A column as new text, "" for NULL. */
char *sql_text(SqlStatement *statement, int column);

/* A transaction: begin; work; end with what the work answered. end commits or, when the work or the
 * commit itself failed, takes everything back; it answers whether the work is stored. */
bool transaction_begin(Workspace *workspace, GError **error);
bool transaction_end(Workspace *workspace, bool worked, GError **error);

/* One constant line for each way a file can be wrong; false, for return. */
bool store_fail(StoreError code, const char *message, GError **error);
bool store_fail_damaged(GError **error);
bool store_fail_errno(int error_number, GError **error);

/* A plan as stored. Clear with stored_plan_clear. */
typedef struct {
  char *content;      /* JSON */
  int64_t done_count; /* steps in effect; those numbered above are undone */
} StoredPlan;
void stored_plan_clear(StoredPlan *stored);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(StoredPlan, stored_plan_clear)

/* False when there is no such plan, it was removed, or its content is not what was written. */
bool stored_plan_read(Workspace *workspace, int64_t id, StoredPlan *stored, GError **error);
bool stored_plan_write(Workspace *workspace, int64_t id, const StoredPlan *stored, const char *name,
                       GError **error);
/* 64 bits of the content's SHA-256: a bit that flips on the disk must not become another amount. */
int64_t content_sum(const char *content);
/* A content that does not parse is a damaged file. */
bool content_parse(const char *content, Plan *plan, GError **error);
