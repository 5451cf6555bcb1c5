/* Room: store. Knows: sqlite3, GLib, plan. Must not know: screens.
 *
 * A workspace is one SQLite file with several plans; every edit is stored as it is made and can be
 * taken back, also after a restart. Journal DELETE, synchronous EXTRA, STRICT tables,
 * application_id and user_version; opened defensively (quality: the file may come from elsewhere).
 * A file that is corrupt, foreign, empty or newer is refused with one line and not a byte of it
 * changes. SQL stays in this room. */
#pragma once

#include <glib.h>

#include "model/plan/plan.h"
#include "model/store/plan-json.h"

typedef struct Workspace Workspace;

typedef struct {
  int64_t id;
  char name[PLAN_TEXT_SIZE];
  bool archived;
} WorkspacePlan;

/* Opens; with create, makes a new one where there is no file. NULL on failure. A file without leave
 * to write opens read-only; one of a newer version fails with STORE_ERROR_NEWER and may be tried
 * with workspace_open_read_only. */
Workspace *workspace_open(const char *path, bool create, GError **error);
Workspace *workspace_open_read_only(const char *path, GError **error);
void workspace_free(Workspace *workspace); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Workspace, workspace_free)
const char *workspace_path(const Workspace *workspace);
bool workspace_is_read_only(const Workspace *workspace);

/* True when the file begins as an SQLite file does. */
bool workspace_looks_like_one(const char *path);

/* The whole workspace, with its steps, settings and archived plans, as the bytes of another file;
 * who asks writes them (never over this one: workspace_is_at). What is not stored is not in it.
 * NULL on failure. */
GBytes *workspace_make_copy(Workspace *workspace, GError **error);
/* Whether the path leads to this very file, by whatever name. */
bool workspace_is_at(const Workspace *workspace, const char *path);

/* Plans in the owner's order, GArray of WorkspacePlan; NULL on failure. */
GArray *workspace_list(Workspace *workspace, GError **error);
bool workspace_find(Workspace *workspace, const char *name, int64_t *id, GError **error);
bool workspace_add(Workspace *workspace, const Plan *plan, int64_t *id,
                   GError **error);                                      /* last; id may be NULL */
bool workspace_remove(Workspace *workspace, int64_t id, GError **error); /* kept; can be restored */
bool workspace_restore(Workspace *workspace, int64_t id, GError **error);
/* An archived plan stays as it is, with its steps, and is only told apart in the list. */
bool workspace_archive(Workspace *workspace, int64_t id, bool archived, GError **error);
bool workspace_load(Workspace *workspace, int64_t id, Plan *plan, GError **error);

/* Stores an edit as one undo step. path: the field changed, "" when several. An edit of the same
 * path within the same `merge` key (0: never) replaces the last step instead of adding one, so a
 * slider drag is one step. Steps that were undone are dropped. */
bool workspace_store_edit(Workspace *workspace, int64_t id, const Plan *plan, const char *path,
                          int64_t merge, GError **error);
/* Moves one step back or on; false with no error when there is none. changed_path (PLAN_PATH_SIZE)
 * may be NULL. */
bool workspace_undo(Workspace *workspace, int64_t id, Plan *plan, char *changed_path,
                    GError **error);
bool workspace_redo(Workspace *workspace, int64_t id, Plan *plan, char *changed_path,
                    GError **error);
/* The plan as it was `back` ≥ 0 steps ago; nothing moves. False with no error when there are not so
 * many. */
bool workspace_load_back(Workspace *workspace, int64_t id, int back, Plan *plan, GError **error);
/* Path of the step that undo / redo would take (PLAN_PATH_SIZE, may be NULL); false when there is
 * none. */
bool workspace_can_undo(Workspace *workspace, int64_t id, char *path);
bool workspace_can_redo(Workspace *workspace, int64_t id, char *path);

/* Small settings of the workspace ("current_plan"); NULL when absent. Free with g_free. */
char *workspace_get_setting(Workspace *workspace, const char *name);
bool workspace_put_setting(Workspace *workspace, const char *name, const char *value,
                           GError **error);
