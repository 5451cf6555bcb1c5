/* Room: store. Knows: sqlite3, plan-json, splices. Must not know: screens, what a field means.
 *
 * Edits as steps. A plan's steps are numbered from 1; those up to done_count are in effect, the
 * others have been undone. A step is the splice between two texts with the sums of both, so it is a
 * few bytes for one field and can never turn a plan into something that was not once stored. */
#include "model/store/workspace-private.h"

#include <string.h>

#include "model/store/splice.h"

typedef struct {
  char *path;
  Splice splice;
  int64_t sum_before, sum_after;
} Step;

static void step_clear(Step *step) {
  g_clear_pointer(&step->path, g_free);
  splice_clear(&step->splice);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Step, step_clear)

/* SQL_DONE: there is no such step. */
static SqlStep step_read(Workspace *workspace, int64_t plan_id, int64_t number, Step *step,
                         GError **error) {
  static const char SQL[] = "SELECT path, begin_byte, removed, inserted, sum_before, sum_after "
                            "FROM step WHERE plan_id = ?1 AND number = ?2";
  g_autoptr(SqlStatement) query = sql_prepare(workspace->db, SQL, error);
  if (!query)
    return SQL_FAILED;
  sqlite3_bind_int64(query, 1, plan_id);
  sqlite3_bind_int64(query, 2, number);
  SqlStep answer = sql_step(query, error);
  if (answer != SQL_ROW)
    return answer;
  step->path = sql_text(query, 0);
  step->splice.begin = (gsize)sqlite3_column_int64(query, 1);
  step->splice.removed = sql_text(query, 2);
  step->splice.inserted = sql_text(query, 3);
  step->sum_before = sqlite3_column_int64(query, 4);
  step->sum_after = sqlite3_column_int64(query, 5);
  return SQL_ROW;
}

static bool step_write(Workspace *workspace, int64_t plan_id, int64_t number, const Step *step,
                       GError **error) {
  static const char SQL[] =
      "INSERT INTO step (plan_id, number, path, begin_byte, removed, "
      "inserted, sum_before, sum_after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
  g_autoptr(SqlStatement) change = sql_prepare(workspace->db, SQL, error);
  if (!change)
    return false;
  sqlite3_bind_int64(change, 1, plan_id);
  sqlite3_bind_int64(change, 2, number);
  sqlite3_bind_text(change, 3, step->path, -1, SQLITE_STATIC);
  sqlite3_bind_int64(change, 4, (sqlite3_int64)step->splice.begin);
  sqlite3_bind_text(change, 5, step->splice.removed, -1, SQLITE_STATIC);
  sqlite3_bind_text(change, 6, step->splice.inserted, -1, SQLITE_STATIC);
  sqlite3_bind_int64(change, 7, step->sum_before);
  sqlite3_bind_int64(change, 8, step->sum_after);
  return sql_run(change, error);
}

static bool steps_drop_after(Workspace *workspace, int64_t plan_id, int64_t number,
                             GError **error) {
  static const char SQL[] = "DELETE FROM step WHERE plan_id = ?1 AND number > ?2";
  g_autoptr(SqlStatement) change = sql_prepare(workspace->db, SQL, error);
  if (!change)
    return false;
  sqlite3_bind_int64(change, 1, plan_id);
  sqlite3_bind_int64(change, 2, number);
  return sql_run(change, error);
}

/* The text before the last step in effect; NULL with error when the step is missing or is not of
 * this content. */
static char *content_before(Workspace *workspace, int64_t plan_id, const StoredPlan *stored,
                            Step *step, GError **error) {
  SqlStep answer = step_read(workspace, plan_id, stored->done_count, step, error);
  if (answer == SQL_FAILED)
    return NULL;
  g_autofree char *before =
      answer == SQL_ROW ? splice_revert(&step->splice, stored->content) : NULL;
  if (before && content_sum(before) == step->sum_before)
    return g_steal_pointer(&before);
  store_fail_damaged(error);
  return NULL;
}

static bool step_may_be_replaced(const Workspace *workspace, int64_t plan_id, int64_t number,
                                 const Step *last, const char *path, int64_t merge) {
  return merge != 0 && workspace->mergeable.merge == merge &&
         workspace->mergeable.plan_id == plan_id && workspace->mergeable.step == number &&
         strcmp(last->path, path) == 0;
}

/* What the edit starts from: the content as stored, or that before the step it replaces. */
static bool edit_find_start(Workspace *workspace, int64_t id, const char *path, int64_t merge,
                            StoredPlan *stored, GError **error) {
  if (merge == 0 || workspace->mergeable.merge != merge || stored->done_count == 0)
    return true;
  g_auto(Step) last = {0};
  g_autofree char *before = content_before(workspace, id, stored, &last, error);
  if (!before)
    return false;
  if (step_may_be_replaced(workspace, id, stored->done_count, &last, path, merge)) {
    g_free(stored->content);
    stored->content = g_steal_pointer(&before);
    stored->done_count--;
  }
  return true;
}

/* In a transaction. *number: the step made, 0 when nothing changed since the start. */
static bool edit_write(Workspace *workspace, int64_t id, const Plan *plan, const char *path,
                       int64_t merge, int64_t *number, GError **error) {
  g_auto(StoredPlan) stored = {0};
  g_autofree char *after = plan_to_json(plan);
  *number = 0;
  if (!stored_plan_read(workspace, id, &stored, error))
    return false;
  if (strcmp(stored.content, after) == 0)
    return true;
  if (!edit_find_start(workspace, id, path, merge, &stored, error) ||
      !steps_drop_after(workspace, id, stored.done_count, error))
    return false;
  if (strcmp(stored.content, after) != 0) {
    g_auto(Step) step = {.path = g_strdup(path),
                         .sum_before = content_sum(stored.content),
                         .sum_after = content_sum(after)};
    splice_between(stored.content, after, &step.splice);
    *number = ++stored.done_count;
    if (!step_write(workspace, id, *number, &step, error))
      return false;
    g_free(stored.content);
    stored.content = g_steal_pointer(&after);
  }
  return stored_plan_write(workspace, id, &stored, plan->name, error);
}

bool workspace_store_edit(Workspace *workspace, int64_t id, const Plan *plan, const char *path,
                          int64_t merge, GError **error) {
  if (!transaction_begin(workspace, error))
    return false;
  int64_t number = 0;
  if (!transaction_end(workspace, edit_write(workspace, id, plan, path, merge, &number, error),
                       error))
    return false;
  if (number > 0) {
    workspace->mergeable.plan_id = id;
    workspace->mergeable.step = number;
    workspace->mergeable.merge = merge;
  }
  return true;
}

/* In a transaction. direction −1: undo, +1: redo. *moved false when there is no such step. On
 * failure plan and changed_path may hold anything. */
static bool step_move(Workspace *workspace, int64_t id, int direction, Plan *plan,
                      char *changed_path, bool *moved, GError **error) {
  g_auto(StoredPlan) stored = {0};
  g_auto(Step) step = {0};
  *moved = false;
  if (!stored_plan_read(workspace, id, &stored, error))
    return false;
  int64_t number = direction < 0 ? stored.done_count : stored.done_count + 1;
  SqlStep answer = number > 0 ? step_read(workspace, id, number, &step, error) : SQL_DONE;
  if (answer == SQL_FAILED)
    return false;
  if (answer == SQL_DONE)
    return direction > 0 || number == 0 || store_fail_damaged(error);
  char *content = direction < 0 ? splice_revert(&step.splice, stored.content)
                                : splice_apply(&step.splice, stored.content);
  g_free(stored.content);
  stored.content = content;
  if (!content || content_sum(content) != (direction < 0 ? step.sum_before : step.sum_after))
    return store_fail_damaged(error);
  stored.done_count += direction;
  g_strlcpy(changed_path, step.path, PLAN_PATH_SIZE);
  *moved = true;
  return content_parse(content, plan, error) &&
         stored_plan_write(workspace, id, &stored, plan->name, error);
}

static bool plan_move(Workspace *workspace, int64_t id, int direction, Plan *plan,
                      char *changed_path, GError **error) {
  if (!transaction_begin(workspace, error))
    return false;
  g_autofree Plan *other = g_new(Plan, 1);
  char path[PLAN_PATH_SIZE];
  bool moved;
  bool worked = step_move(workspace, id, direction, other, path, &moved, error);
  if (!transaction_end(workspace, worked, error) || !moved)
    return false;
  *plan = *other;
  if (changed_path)
    g_strlcpy(changed_path, path, PLAN_PATH_SIZE);
  workspace->mergeable.merge = 0;
  return true;
}

bool workspace_undo(Workspace *workspace, int64_t id, Plan *plan, char *changed_path,
                    GError **error) {
  return plan_move(workspace, id, -1, plan, changed_path, error);
}

bool workspace_redo(Workspace *workspace, int64_t id, Plan *plan, char *changed_path,
                    GError **error) {
  return plan_move(workspace, id, +1, plan, changed_path, error);
}

bool workspace_load_back(Workspace *workspace, int64_t id, int back, Plan *plan, GError **error) {
  g_auto(StoredPlan) stored = {0};
  if (!stored_plan_read(workspace, id, &stored, error) || stored.done_count < back)
    return false;
  for (; back > 0; back--) {
    g_auto(Step) step = {0};
    char *before = content_before(workspace, id, &stored, &step, error);
    if (!before)
      return false;
    g_free(stored.content);
    stored.content = before;
    stored.done_count--;
  }
  return content_parse(stored.content, plan, error);
}

/* Path of the step that a move would take. */
static bool plan_can_move(Workspace *workspace, int64_t id, const char *sql, char *path) {
  g_autoptr(SqlStatement) query = sql_prepare(workspace->db, sql, NULL);
  if (!query)
    return false;
  sqlite3_bind_int64(query, 1, id);
  if (sql_step(query, NULL) != SQL_ROW)
    return false;
  if (path) {
    g_autofree char *text = sql_text(query, 0);
    g_strlcpy(path, text, PLAN_PATH_SIZE);
  }
  return true;
}

bool workspace_can_undo(Workspace *workspace, int64_t id, char *path) {
  static const char SQL[] = "SELECT path FROM step JOIN plan ON plan.id = step.plan_id "
                            "WHERE plan.id = ?1 AND plan.removed = 0 AND number = done_count";
  return plan_can_move(workspace, id, SQL, path);
}

bool workspace_can_redo(Workspace *workspace, int64_t id, char *path) {
  static const char SQL[] = "SELECT path FROM step JOIN plan ON plan.id = step.plan_id "
                            "WHERE plan.id = ?1 AND plan.removed = 0 AND number = done_count + 1";
  return plan_can_move(workspace, id, SQL, path);
}
