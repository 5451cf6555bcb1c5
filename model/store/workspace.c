/* Room: store. Knows: sqlite3, plan-json. Must not know: screens.
 *
 * The plans and settings of an open workspace. */
#include "model/store/workspace-private.h"

/* A setting of this name and the plan's number: the plan is archived. */
#define ARCHIVED "archived_plan_"

static bool fail_no_such_plan(GError **error) {
  return store_fail(STORE_ERROR_NO_SUCH_PLAN, "There is no such deal in the file.", error);
}

int64_t content_sum(const char *content) {
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(checksum, (const guchar *)content, -1);
  g_checksum_get_digest(checksum, digest, &length);
  uint64_t sum = 0;
  for (int i = 0; i < 8; i++)
    sum = sum << 8 | digest[i];
  return (int64_t)sum;
}

bool content_parse(const char *content, Plan *plan, GError **error) {
  return plan_from_json(content, -1, plan, NULL) || store_fail_damaged(error);
}

void stored_plan_clear(StoredPlan *stored) {
  g_clear_pointer(&stored->content, g_free);
}

bool stored_plan_read(Workspace *workspace, int64_t id, StoredPlan *stored, GError **error) {
  static const char SQL[] =
      "SELECT content, content_sum, done_count FROM plan WHERE id = ?1 AND removed = 0";
  g_autoptr(SqlStatement) query = sql_prepare(workspace->db, SQL, error);
  if (!query)
    return false;
  sqlite3_bind_int64(query, 1, id);
  switch (sql_step(query, error)) {
  case SQL_ROW:
    break;
  case SQL_DONE:
    return fail_no_such_plan(error);
  case SQL_FAILED:
  default:
    return false;
  }
  stored->content = sql_text(query, 0);
  stored->done_count = sqlite3_column_int64(query, 2);
  bool whole = content_sum(stored->content) == sqlite3_column_int64(query, 1) &&
               stored->done_count >= 0 && stored->done_count < INT32_MAX;
  return whole || store_fail_damaged(error);
}

bool stored_plan_write(Workspace *workspace, int64_t id, const StoredPlan *stored, const char *name,
                       GError **error) {
  static const char SQL[] = "UPDATE plan SET content = ?2, content_sum = ?3, done_count = ?4, "
                            "name = ?5 WHERE id = ?1";
  g_autoptr(SqlStatement) change = sql_prepare(workspace->db, SQL, error);
  if (!change)
    return false;
  sqlite3_bind_int64(change, 1, id);
  sqlite3_bind_text(change, 2, stored->content, -1, SQLITE_STATIC);
  sqlite3_bind_int64(change, 3, content_sum(stored->content));
  sqlite3_bind_int64(change, 4, stored->done_count);
  sqlite3_bind_text(change, 5, name, -1, SQLITE_STATIC);
  return sql_run(change, error);
}

GArray *workspace_list(Workspace *workspace, GError **error) {
  static const char SQL[] =
      "SELECT id, plan.name, setting.name IS NOT NULL FROM plan "
      "LEFT JOIN setting ON setting.name = '" ARCHIVED "' || id WHERE removed = 0 "
      "ORDER BY position, id";
  g_autoptr(SqlStatement) query = sql_prepare(workspace->db, SQL, error);
  if (!query)
    return NULL;
  g_autoptr(GArray) plans = g_array_new(FALSE, TRUE, sizeof(WorkspacePlan));
  SqlStep step;
  while ((step = sql_step(query, error)) == SQL_ROW) {
    WorkspacePlan plan = {.id = sqlite3_column_int64(query, 0),
                          .archived = sqlite3_column_int(query, 2) != 0};
    g_autofree char *name = sql_text(query, 1);
    g_strlcpy(plan.name, name, sizeof plan.name);
    g_array_append_val(plans, plan);
  }
  return step == SQL_DONE ? g_steal_pointer(&plans) : NULL;
}

bool workspace_find(Workspace *workspace, const char *name, int64_t *id, GError **error) {
  static const char SQL[] =
      "SELECT id FROM plan WHERE removed = 0 AND name = ?1 ORDER BY position, id LIMIT 1";
  g_autoptr(SqlStatement) query = sql_prepare(workspace->db, SQL, error);
  if (!query)
    return false;
  sqlite3_bind_text(query, 1, name, -1, SQLITE_STATIC);
  switch (sql_step(query, error)) {
  case SQL_ROW:
    *id = sqlite3_column_int64(query, 0);
    return true;
  case SQL_DONE:
    return fail_no_such_plan(error);
  case SQL_FAILED:
  default:
    return false;
  }
}

bool workspace_load(Workspace *workspace, int64_t id, Plan *plan, GError **error) {
  g_auto(StoredPlan) stored = {0};
  return stored_plan_read(workspace, id, &stored, error) &&
         content_parse(stored.content, plan, error);
}

static bool plan_insert(Workspace *workspace, const Plan *plan, int64_t *id, GError **error) {
  static const char SQL[] =
      "INSERT INTO plan (position, removed, done_count, name, content_sum, content) "
      "VALUES ((SELECT coalesce(max(position), 0) + 1 FROM plan), 0, 0, ?1, ?2, ?3)";
  g_autoptr(SqlStatement) change = sql_prepare(workspace->db, SQL, error);
  if (!change)
    return false;
  g_autofree char *content = plan_to_json(plan);
  sqlite3_bind_text(change, 1, plan->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64(change, 2, content_sum(content));
  sqlite3_bind_text(change, 3, content, -1, SQLITE_STATIC);
  if (!sql_run(change, error))
    return false;
  if (id)
    *id = sqlite3_last_insert_rowid(workspace->db);
  return true;
}

bool workspace_add(Workspace *workspace, const Plan *plan, int64_t *id, GError **error) {
  if (!transaction_begin(workspace, error))
    return false;
  return transaction_end(workspace, plan_insert(workspace, plan, id, error), error);
}

static bool plan_mark_removed(Workspace *workspace, int64_t id, bool removed, GError **error) {
  static const char SQL[] = "UPDATE plan SET removed = ?2 WHERE id = ?1 AND removed <> ?2";
  g_autoptr(SqlStatement) change = sql_prepare(workspace->db, SQL, error);
  if (!change)
    return false;
  sqlite3_bind_int64(change, 1, id);
  sqlite3_bind_int(change, 2, removed);
  if (!sql_run(change, error))
    return false;
  return sqlite3_changes(workspace->db) == 1 || fail_no_such_plan(error);
}

bool workspace_remove(Workspace *workspace, int64_t id, GError **error) {
  if (!transaction_begin(workspace, error))
    return false;
  return transaction_end(workspace, plan_mark_removed(workspace, id, true, error), error);
}

bool workspace_restore(Workspace *workspace, int64_t id, GError **error) {
  if (!transaction_begin(workspace, error))
    return false;
  return transaction_end(workspace, plan_mark_removed(workspace, id, false, error), error);
}

char *workspace_get_setting(Workspace *workspace, const char *name) {
  g_autoptr(SqlStatement) query =
      sql_prepare(workspace->db, "SELECT value FROM setting WHERE name = ?1", NULL);
  if (!query)
    return NULL;
  sqlite3_bind_text(query, 1, name, -1, SQLITE_STATIC);
  return sql_step(query, NULL) == SQL_ROW ? sql_text(query, 0) : NULL;
}

static bool setting_write(Workspace *workspace, const char *name, const char *value,
                          GError **error) {
  static const char SQL[] = "INSERT INTO setting (name, value) VALUES (?1, ?2) "
                            "ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  g_autoptr(SqlStatement) change = sql_prepare(workspace->db, SQL, error);
  if (!change)
    return false;
  sqlite3_bind_text(change, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_text(change, 2, value, -1, SQLITE_STATIC);
  return sql_run(change, error);
}

bool workspace_put_setting(Workspace *workspace, const char *name, const char *value,
                           GError **error) {
  if (!transaction_begin(workspace, error))
    return false;
  return transaction_end(workspace, setting_write(workspace, name, value, error), error);
}

static bool setting_drop(Workspace *workspace, const char *name, GError **error) {
  g_autoptr(SqlStatement) change =
      sql_prepare(workspace->db, "DELETE FROM setting WHERE name = ?1", error);
  if (!change)
    return false;
  sqlite3_bind_text(change, 1, name, -1, SQLITE_STATIC);
  return sql_run(change, error);
}

static bool plan_mark_archived(Workspace *workspace, int64_t id, bool archived, GError **error) {
  g_auto(StoredPlan) stored = {0};
  g_autofree char *name = g_strdup_printf(ARCHIVED "%" G_GINT64_FORMAT, (gint64)id);
  if (!stored_plan_read(workspace, id, &stored, error))
    return false;
  return archived ? setting_write(workspace, name, "1", error)
                  : setting_drop(workspace, name, error);
}

bool workspace_archive(Workspace *workspace, int64_t id, bool archived, GError **error) {
  if (!transaction_begin(workspace, error))
    return false;
  return transaction_end(workspace, plan_mark_archived(workspace, id, archived, error), error);
}
