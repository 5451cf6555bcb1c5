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

GArray *aub_session_list_plans(AubSession *self) {
  GArray *plans = workspace_list(self->workspace, NULL);
  return plans ? plans : g_array_new(FALSE, TRUE, sizeof(WorkspacePlan));
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

/* The plan that takes the place of one in the list: the next, else the one before; 0 for none. */
static int64_t plans_find_neighbour(const GArray *plans, int64_t id) {
  int64_t before = 0;
  for (guint i = 0; i < plans->len; i++) {
    int64_t candidate = g_array_index(plans, WorkspacePlan, i).id;
    if (candidate != id)
      before = candidate;
    else if (i + 1 < plans->len)
      return g_array_index(plans, WorkspacePlan, i + 1).id;
    else
      return before;
  }
  return before;
}

gboolean aub_session_remove_plan(AubSession *self, gint64 id, GError **error) {
  g_autoptr(GArray) plans = workspace_list(self->workspace, error);
  if (!plans)
    return FALSE;
  int64_t neighbour = plans_find_neighbour(plans, id);
  if (neighbour == 0) {
    g_set_error_literal(error, STORE_ERROR, STORE_ERROR_NO_SUCH_PLAN,
                        "The only deal of a file cannot be removed.");
    return FALSE;
  }
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
