/* Room: session. The plans of the workspace: which is on screen, and what becomes of the others. */
#include "ui/session/session-private.h"

#include "model/plan/fields.h"

gboolean workspace_load_current(Workspace *workspace, int64_t *id, Plan *plan, GError **error) {
  g_autofree char *kept = workspace_get_setting(workspace, "current_plan");
  if (kept) {
    *id = g_ascii_strtoll(kept, NULL, 10);
    if (workspace_load(workspace, *id, plan, NULL))
      return TRUE;
  }
  g_autoptr(GArray) plans = workspace_list(workspace, error);
  if (!plans)
    return FALSE;
  if (plans->len == 0) {
    plan_example(plan);
    return workspace_add(workspace, plan, id, error);
  }
  *id = g_array_index(plans, WorkspacePlan, 0).id;
  return workspace_load(workspace, *id, plan, error);
}

void session_keep_current(AubSession *self) {
  g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)self->plan_id);
  g_autofree char *kept = workspace_get_setting(self->workspace, "current_plan");
  if (g_strcmp0(id, kept) != 0 && !workspace_is_read_only(self->workspace))
    workspace_put_setting(self->workspace, "current_plan", id, NULL);
}

gboolean session_leave_plan(AubSession *self, GError **error) {
  if (!self->unsaved || workspace_is_read_only(self->workspace))
    return TRUE;
  self->unsaved = !workspace_store_edit(self->workspace, self->plan_id, self->plan,
                                        self->unsaved_path, 0, error);
  return !self->unsaved;
}

static GArray *list_plans(AubSession *self, bool archived) {
  g_autoptr(GArray) plans = workspace_list(self->workspace, NULL);
  GArray *some = g_array_new(FALSE, TRUE, sizeof(WorkspacePlan));
  for (guint i = 0; plans && i < plans->len; i++)
    if (g_array_index(plans, WorkspacePlan, i).archived == archived)
      g_array_append_val(some, g_array_index(plans, WorkspacePlan, i));
  return some;
}

GArray *aub_session_list_plans(AubSession *self) {
  return list_plans(self, false);
}

GArray *aub_session_list_archived_plans(AubSession *self) {
  return list_plans(self, true);
}

gint64 aub_session_get_plan_id(AubSession *self) {
  return self->plan_id;
}

gboolean aub_session_select_plan(AubSession *self, gint64 id, GError **error) {
  g_autofree Plan *plan = g_new(Plan, 1);
  if (!session_leave_plan(self, error) || !workspace_load(self->workspace, id, plan, error))
    return FALSE;
  session_show_plan(self, id, plan);
  session_keep_current(self);
  session_emit(self, SIGNAL_CHANGED);
  return TRUE;
}

gboolean aub_session_add_plan(AubSession *self, const Plan *plan, GError **error) {
  int64_t id;
  if (!session_leave_plan(self, error) || !workspace_add(self->workspace, plan, &id, error))
    return FALSE;
  session_emit(self, SIGNAL_PLANS_CHANGED);
  return aub_session_select_plan(self, id, error);
}

gboolean aub_session_duplicate_plan(AubSession *self, const char *name, GError **error) {
  g_autofree Plan *copy = g_memdup2(self->plan, sizeof *self->plan);
  gboolean is_named = plan_set_text(copy, "name", name);
  g_return_val_if_fail(is_named, FALSE);
  return aub_session_add_plan(self, copy, error);
}

/* The plan that takes the place of one in the list: the next that is not archived, else the one
 * before; 0 for none. */
static int64_t plans_find_neighbour(const GArray *plans, int64_t id) {
  int64_t before = 0;
  bool passed = false;
  for (guint i = 0; i < plans->len; i++) {
    const WorkspacePlan *candidate = &g_array_index(plans, WorkspacePlan, i);
    if (candidate->id == id)
      passed = true;
    else if (!candidate->archived && passed)
      return candidate->id;
    else if (!candidate->archived)
      before = candidate->id;
  }
  return before;
}

static gboolean fail_only_plan(const char *message, GError **error) {
  g_set_error_literal(error, STORE_ERROR, STORE_ERROR_NO_SUCH_PLAN, message);
  return FALSE;
}

gboolean aub_session_remove_plan(AubSession *self, gint64 id, GError **error) {
  g_autoptr(GArray) plans = workspace_list(self->workspace, error);
  if (!plans)
    return FALSE;
  int64_t neighbour = plans_find_neighbour(plans, id);
  if (neighbour == 0)
    return fail_only_plan("The only deal of a file cannot be removed.", error);
  /* What is on screen is removed with its last edit, stored or not. */
  if (!workspace_remove(self->workspace, id, error))
    return FALSE;
  self->unsaved = self->unsaved && id != self->plan_id;
  gboolean selected = id != self->plan_id || aub_session_select_plan(self, neighbour, error);
  session_offer_changed(self, id);
  session_emit(self, SIGNAL_PLANS_CHANGED);
  return selected;
}

gboolean aub_session_restore_plan(AubSession *self, gint64 id, GError **error) {
  if (!workspace_restore(self->workspace, id, error))
    return FALSE;
  session_offer_changed(self, id);
  session_emit(self, SIGNAL_PLANS_CHANGED);
  return TRUE;
}

static void session_drop_offer(AubSession *self, gint64 id) {
  gint64 ids[OFFERS_MAX - 1], kept[OFFERS_MAX - 1];
  int count = aub_session_get_offers(self, ids), kept_count = 0;
  for (int i = 0; i < count; i++)
    if (ids[i] != id)
      kept[kept_count++] = ids[i];
  if (kept_count < count)
    aub_session_set_offers(self, kept, kept_count);
}

gboolean aub_session_archive_plan(AubSession *self, gint64 id, GError **error) {
  g_autoptr(GArray) plans = workspace_list(self->workspace, error);
  if (!plans)
    return FALSE;
  int64_t neighbour = plans_find_neighbour(plans, id);
  if (neighbour == 0)
    return fail_only_plan("The only deal of a file cannot be archived.", error);
  if (id == self->plan_id && !session_leave_plan(self, error))
    return FALSE;
  if (!workspace_archive(self->workspace, id, true, error))
    return FALSE;
  gboolean selected = id != self->plan_id || aub_session_select_plan(self, neighbour, error);
  session_drop_offer(self, id);
  session_emit(self, SIGNAL_PLANS_CHANGED);
  return selected;
}

gboolean aub_session_bring_back_plan(AubSession *self, gint64 id, GError **error) {
  if (!workspace_archive(self->workspace, id, false, error))
    return FALSE;
  session_emit(self, SIGNAL_PLANS_CHANGED);
  return TRUE;
}

/* --- a copy of the file --- */

GBytes *aub_session_make_copy(AubSession *self, const char *path, GError **error) {
  if (workspace_is_at(self->workspace, path)) {
    g_set_error_literal(error, STORE_ERROR, STORE_ERROR_SYSTEM,
                        "This is the open file itself: a copy needs another name.");
    return NULL;
  }
  return session_leave_plan(self, error) ? workspace_make_copy(self->workspace, error) : NULL;
}

gboolean aub_session_complete_copy(AubSession *self, const char *path, GError **error) {
  if (!self->unsaved)
    return TRUE;
  g_autoptr(Workspace) copy = workspace_open(path, false, error);
  return copy &&
         workspace_store_edit(copy, self->plan_id, self->plan, self->unsaved_path, 0, error);
}
