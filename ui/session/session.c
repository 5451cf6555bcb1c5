/* Room: session. Knows: store, engine, GLib, GObject. Must not know: widgets, languages. */
#include "ui/session/session.h"

#include "model/year/year-scratch.h"
#include "model/plan/fields.h"

/* Far enough back to find the last sensible version of a plan; it is nearly always one step. */
#define LOOK_BACK_STEPS_MAX 100

struct _AubSession {
  GObject parent_instance;
  Workspace *workspace;
  int64_t plan_id;
  Plan *plan, *computed_plan; /* too large for a GObject's own structure */
  Problems *problems;
  Results *results;
  Books *books; /* of the two above; NULL until asked for */
  YearScratch *scratch;
  RiskOptions risk_options;
  GCancellable *risk_job; /* of computed_plan; NULL: none was started or it was called off */
  Risk *risk;             /* NULL until the first years are there */
  gboolean risk_is_current;
  int risk_done, risk_wanted;
  int day_index; /* looked at; −1: none */
  YearVisit *day_visits;
  int day_visit_count;
  gboolean unsaved; /* the plan on screen is not the one in the file */
  char unsaved_path[PLAN_PATH_SIZE];
};

G_DEFINE_FINAL_TYPE(AubSession, aub_session, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_RISK_CHANGED,
  SIGNAL_DAY_CHANGED,
  SIGNAL_PLANS_CHANGED,
  SIGNAL_FAILED,
  SIGNAL_COUNT
};
static guint signals[SIGNAL_COUNT];

static void session_cancel_risk(AubSession *self) {
  if (self->risk_job)
    g_cancellable_cancel(self->risk_job);
  g_clear_object(&self->risk_job);
}

static void aub_session_dispose(GObject *object) {
  session_cancel_risk(AUB_SESSION(object));
  G_OBJECT_CLASS(aub_session_parent_class)->dispose(object);
}

static void aub_session_finalize(GObject *object) {
  AubSession *self = AUB_SESSION(object);
  workspace_free(self->workspace);
  g_free(self->plan);
  g_free(self->computed_plan);
  g_free(self->problems);
  g_free(self->results);
  books_free(self->books);
  g_free(self->scratch);
  g_free(self->risk);
  g_free(self->day_visits);
  G_OBJECT_CLASS(aub_session_parent_class)->finalize(object);
}

static void aub_session_class_init(AubSessionClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_session_dispose;
  G_OBJECT_CLASS(class)->finalize = aub_session_finalize;
  GType type = G_TYPE_FROM_CLASS(class);
  signals[SIGNAL_CHANGED] =
      g_signal_new("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RISK_CHANGED] =
      g_signal_new("risk-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DAY_CHANGED] =
      g_signal_new("day-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PLANS_CHANGED] =
      g_signal_new("plans-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void aub_session_init(AubSession *self) {
  self->plan = g_new0(Plan, 1);
  self->computed_plan = g_new0(Plan, 1);
  self->problems = g_new0(Problems, 1);
  self->results = g_new0(Results, 1);
  self->scratch = g_new0(YearScratch, 1);
  self->day_index = -1;
  self->risk_options = (RiskOptions){.years = RISK_YEARS_MAX, .seed = RISK_SEED_DEFAULT};
}

static void session_tell_failure(AubSession *self, const GError *error) {
  g_signal_emit(self, signals[SIGNAL_FAILED], 0, error->message);
}

/* Not called once the job was cancelled, thus never of another plan, nor of a session that is gone.
 */
static void session_take_risk_cb(const Risk *risk, int done, int wanted, gpointer data) {
  AubSession *self = data;
  self->risk_done = done;
  if (risk) {
    if (!self->risk)
      self->risk = g_new(Risk, 1);
    *self->risk = *risk;
    self->risk_is_current = TRUE;
  }
  g_signal_emit(self, signals[SIGNAL_RISK_CHANGED], 0);
}

/* The years before the last edit are shown until new ones come, but not over other days. */
static gboolean session_risk_fits(AubSession *self) {
  return self->risk && self->risk->sale_date == self->results->sale_date &&
         self->risk->days == self->results->days;
}

static void session_start_risk(AubSession *self) {
  session_cancel_risk(self);
  self->risk_is_current = FALSE;
  if (!session_risk_fits(self))
    g_clear_pointer(&self->risk, g_free);
  self->risk_done = self->risk_wanted = 0;
  if (self->risk_options.years == 0)
    return;
  self->risk_wanted = risk_options_count_runs(&self->risk_options);
  self->risk_job = g_cancellable_new();
  risk_job_start(self->computed_plan, &self->risk_options, self->risk_job, session_take_risk_cb,
                 self, NULL);
}

/* One a slot and room, and those who need no room. */
#define DAY_VISITS_MAX (2 * ROOMS_MAX * SLOTS_MAX)

static void session_find_day(AubSession *self) {
  if (self->day_index >= self->results->days)
    self->day_index = -1;
  if (self->day_index < 0)
    return;
  if (!self->day_visits)
    self->day_visits = g_new(YearVisit, DAY_VISITS_MAX);
  g_autofree Year *year = g_new0(Year, 1);
  self->day_visit_count =
      day_visits_find(self->computed_plan, &self->results->timetable, true, self->day_index,
                      self->day_visits, DAY_VISITS_MAX, year, self->scratch);
}

/* The same plan once more keeps its risk years, done or under way. */
static void session_compute(AubSession *self, const Plan *plan) {
  char path[PLAN_PATH_SIZE];
  if (self->risk_job && !plan_first_difference(plan, self->computed_plan, path, sizeof path))
    return;
  *self->computed_plan = *plan;
  results_compute(self->computed_plan, self->results, self->scratch);
  g_clear_pointer(&self->books, books_free);
  session_find_day(self);
  session_start_risk(self);
}

/* Problems of the plan on screen, and its results when it makes sense. */
static gboolean session_recompute(AubSession *self) {
  plan_check(self->plan, self->problems);
  if (self->problems->blocking_count > 0)
    return FALSE;
  session_compute(self, self->plan);
  return TRUE;
}

/* Results that belong to a plan that was opened without making sense. */
static void session_compute_earlier(AubSession *self) {
  g_autofree Plan *earlier = g_new(Plan, 1);
  Problems problems;
  for (int back = 1; back <= LOOK_BACK_STEPS_MAX; back++) {
    if (!workspace_load_back(self->workspace, self->plan_id, back, earlier, NULL))
      break;
    plan_check(earlier, &problems);
    if (problems.blocking_count == 0) {
      session_compute(self, earlier);
      return;
    }
  }
  plan_example(earlier);
  session_compute(self, earlier);
}

/* The current plan is a convenience: a file that cannot keep it is still read. */
static void session_keep_current(AubSession *self) {
  g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)self->plan_id);
  g_autofree char *kept = workspace_get_setting(self->workspace, "current_plan");
  if (g_strcmp0(id, kept) != 0 && !workspace_is_read_only(self->workspace))
    workspace_put_setting(self->workspace, "current_plan", id, NULL);
}

static void session_show_plan(AubSession *self, int64_t id, const Plan *plan) {
  self->plan_id = id;
  *self->plan = *plan;
  self->unsaved = FALSE;
  if (!session_recompute(self))
    session_compute_earlier(self);
}

/* The plan that was current, else the first. False when the file has none that can be read. */
static gboolean workspace_load_current(Workspace *workspace, int64_t *id, Plan *plan,
                                       GError **error) {
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

static Workspace *workspace_open_somehow(const char *path, GError **error) {
  g_autofree char *absolute = g_canonicalize_filename(path, NULL);
  g_autofree char *folder = g_path_get_dirname(absolute);
  g_autoptr(GError) why = NULL;
  /* A folder that cannot be made shows when the file is. */
  g_mkdir_with_parents(folder, 0700);
  Workspace *workspace = workspace_open(absolute, true, &why);
  if (!workspace && g_error_matches(why, STORE_ERROR, STORE_ERROR_NEWER))
    return workspace_open_read_only(absolute, error);
  if (!workspace)
    g_propagate_error(error, g_steal_pointer(&why));
  return workspace;
}

/* Before leaving the plan on screen: an edit that the file did not take is offered once more. A
 * read-only file was never going to take it, and the owner was told. */
static gboolean session_leave_plan(AubSession *self, GError **error) {
  if (!self->unsaved || workspace_is_read_only(self->workspace))
    return TRUE;
  self->unsaved = !workspace_store_edit(self->workspace, self->plan_id, self->plan,
                                        self->unsaved_path, 0, error);
  return !self->unsaved;
}

gboolean aub_session_open(AubSession *self, const char *workspace_path_text, GError **error) {
  if (!session_leave_plan(self, error))
    return FALSE;
  g_autoptr(Workspace) workspace = workspace_open_somehow(workspace_path_text, error);
  g_autofree Plan *plan = g_new(Plan, 1);
  int64_t id;
  if (!workspace || !workspace_load_current(workspace, &id, plan, error))
    return FALSE;
  workspace_free(self->workspace);
  self->workspace = g_steal_pointer(&workspace);
  session_show_plan(self, id, plan);
  session_keep_current(self);
  g_signal_emit(self, signals[SIGNAL_PLANS_CHANGED], 0);
  g_signal_emit(self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

AubSession *aub_session_new(const char *workspace_path_text, GError **error) {
  g_autoptr(AubSession) self = g_object_new(AUB_TYPE_SESSION, NULL);
  return aub_session_open(self, workspace_path_text, error) ? g_steal_pointer(&self) : NULL;
}

const char *aub_session_get_path(AubSession *self) {
  return workspace_path(self->workspace);
}

gboolean aub_session_is_read_only(AubSession *self) {
  return workspace_is_read_only(self->workspace);
}

gboolean aub_session_is_saved(AubSession *self) {
  return !self->unsaved;
}

const Plan *aub_session_get_plan(AubSession *self) {
  return self->plan;
}

const Plan *aub_session_get_computed_plan(AubSession *self) {
  return self->computed_plan;
}

const Results *aub_session_get_results(AubSession *self) {
  return self->results;
}

Study aub_session_get_study(AubSession *self) {
  return (Study){.plan = self->computed_plan,
                 .results = self->results,
                 .risk = self->risk,
                 .day_index = self->day_index,
                 .day_visits = self->day_index >= 0 ? self->day_visits : NULL,
                 .day_visit_count = self->day_index >= 0 ? self->day_visit_count : 0};
}

void aub_session_look_at_day(AubSession *self, int day_index) {
  self->day_index = day_index;
  session_find_day(self);
  g_signal_emit(self, signals[SIGNAL_DAY_CHANGED], 0);
}

int aub_session_get_day(AubSession *self) {
  return self->day_index;
}

gboolean aub_session_is_risk_current(AubSession *self) {
  return self->risk_is_current;
}

void aub_session_get_risk_progress(AubSession *self, int *done, int *wanted) {
  *done = self->risk_done;
  *wanted = self->risk_wanted;
}

void aub_session_set_risk_options(AubSession *self, const RiskOptions *options) {
  self->risk_options = *options;
  session_start_risk(self);
  g_signal_emit(self, signals[SIGNAL_RISK_CHANGED], 0);
}

const Books *aub_session_get_books(AubSession *self) {
  if (!self->books)
    self->books = books_new(self->computed_plan, self->results);
  return self->books;
}

const Problems *aub_session_get_problems(AubSession *self) {
  return self->problems;
}

/* The plan on screen goes into the file. After one that failed, several fields may differ. */
static void session_store(AubSession *self, const char *path, gint64 merge) {
  g_autoptr(GError) error = NULL;
  const char *changed = self->unsaved && g_strcmp0(path, self->unsaved_path) != 0 ? "" : path;
  gboolean told = self->unsaved;
  self->unsaved =
      !workspace_store_edit(self->workspace, self->plan_id, self->plan, changed, merge, &error);
  if (!self->unsaved)
    return;
  g_strlcpy(self->unsaved_path, changed, sizeof self->unsaved_path);
  if (!told)
    session_tell_failure(self, error);
}

/* path may be of this session's own problems, which are computed anew. */
static void session_take_edit(AubSession *self, const char *path, gint64 merge,
                              const char *old_name) {
  gboolean renamed = g_strcmp0(old_name, self->plan->name) != 0;
  g_autofree char *changed = g_strdup(path);
  session_recompute(self);
  session_store(self, changed, merge);
  g_signal_emit(self, signals[SIGNAL_CHANGED], 0);
  if (renamed)
    g_signal_emit(self, signals[SIGNAL_PLANS_CHANGED], 0);
}

void aub_session_edit(AubSession *self, const char *path, gint64 value, gint64 merge) {
  gboolean placed = plan_set(self->plan, path, value);
  g_return_if_fail(placed);
  session_take_edit(self, path, merge, self->plan->name);
}

void aub_session_edit_text(AubSession *self, const char *path, const char *text) {
  char old_name[PLAN_TEXT_SIZE];
  g_strlcpy(old_name, self->plan->name, sizeof old_name);
  gboolean placed = plan_set_text(self->plan, path, text);
  g_return_if_fail(placed);
  session_take_edit(self, path, 0, old_name);
}

void aub_session_replace_plan(AubSession *self, const Plan *plan, const char *path, gint64 merge) {
  char old_name[PLAN_TEXT_SIZE];
  g_strlcpy(old_name, self->plan->name, sizeof old_name);
  *self->plan = *plan;
  session_take_edit(self, path, merge, old_name);
}

gboolean aub_session_can_undo(AubSession *self, char *path) {
  if (!self->unsaved)
    return !workspace_is_read_only(self->workspace) &&
           workspace_can_undo(self->workspace, self->plan_id, path);
  if (path)
    g_strlcpy(path, self->unsaved_path, PLAN_PATH_SIZE);
  return TRUE;
}

gboolean aub_session_can_redo(AubSession *self, char *path) {
  return !self->unsaved && !workspace_is_read_only(self->workspace) &&
         workspace_can_redo(self->workspace, self->plan_id, path);
}

/* What a step back or on left in the file comes on screen; an error is told, nothing moves. */
static void session_take_step(AubSession *self, gboolean moved, const Plan *plan,
                              const GError *error) {
  if (error)
    session_tell_failure(self, error);
  if (!moved)
    return;
  gboolean renamed = g_strcmp0(plan->name, self->plan->name) != 0;
  *self->plan = *plan;
  self->unsaved = FALSE;
  session_recompute(self);
  g_signal_emit(self, signals[SIGNAL_CHANGED], 0);
  if (renamed)
    g_signal_emit(self, signals[SIGNAL_PLANS_CHANGED], 0);
}

void aub_session_undo(AubSession *self) {
  g_autofree Plan *plan = g_new(Plan, 1);
  g_autoptr(GError) error = NULL;
  gboolean moved = self->unsaved
                       ? workspace_load(self->workspace, self->plan_id, plan, &error)
                       : workspace_undo(self->workspace, self->plan_id, plan, NULL, &error);
  session_take_step(self, moved, plan, error);
}

void aub_session_redo(AubSession *self) {
  g_autofree Plan *plan = g_new(Plan, 1);
  g_autoptr(GError) error = NULL;
  gboolean moved =
      !self->unsaved && workspace_redo(self->workspace, self->plan_id, plan, NULL, &error);
  session_take_step(self, moved, plan, error);
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
  g_signal_emit(self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

gboolean aub_session_add_plan(AubSession *self, const Plan *plan, GError **error) {
  int64_t id;
  if (!session_leave_plan(self, error) || !workspace_add(self->workspace, plan, &id, error))
    return FALSE;
  g_signal_emit(self, signals[SIGNAL_PLANS_CHANGED], 0);
  return aub_session_select_plan(self, id, error);
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
  g_signal_emit(self, signals[SIGNAL_PLANS_CHANGED], 0);
  return selected;
}

gboolean aub_session_restore_plan(AubSession *self, gint64 id, GError **error) {
  if (!workspace_restore(self->workspace, id, error))
    return FALSE;
  g_signal_emit(self, signals[SIGNAL_PLANS_CHANGED], 0);
  return TRUE;
}
