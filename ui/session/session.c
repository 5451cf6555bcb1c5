/* Room: session. Knows: store, engine, GLib, GObject. Must not know: widgets, languages. */
#include "ui/session/session-private.h"

#include "model/plan/fields.h"

/* Far enough back to find the last sensible version of a plan; it is nearly always one step. */
#define LOOK_BACK_STEPS_MAX 100

G_DEFINE_FINAL_TYPE(AubSession, aub_session, G_TYPE_OBJECT)

static guint signals[SIGNAL_COUNT];

void session_emit(AubSession *self, int signal) {
  g_signal_emit(self, signals[signal], 0);
}

static void aub_session_dispose(GObject *object) {
  session_cancel_risk(AUB_SESSION(object));
  session_cancel_deciding(AUB_SESSION(object));
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
  g_hash_table_unref(self->first_plans);
  g_free(self->scratch);
  g_free(self->risk);
  g_free(self->decisions);
  g_free(self->offers);
  g_free(self->day_visits);
  G_OBJECT_CLASS(aub_session_parent_class)->finalize(object);
}

static void aub_session_class_init(AubSessionClass *class) {
  static const char *const NAMES[SIGNAL_COUNT] = {
      [SIGNAL_CHANGED] = "changed",
      [SIGNAL_RISK_CHANGED] = "risk-changed",
      [SIGNAL_DECISIONS_CHANGED] = "decisions-changed",
      [SIGNAL_OFFERS_CHANGED] = "offers-changed",
      [SIGNAL_DAY_CHANGED] = "day-changed",
      [SIGNAL_PLANS_CHANGED] = "plans-changed",
  };
  G_OBJECT_CLASS(class)->dispose = aub_session_dispose;
  G_OBJECT_CLASS(class)->finalize = aub_session_finalize;
  GType type = G_TYPE_FROM_CLASS(class);
  for (int i = 0; i < SIGNAL_COUNT; i++)
    if (NAMES[i])
      signals[i] =
          g_signal_new(NAMES[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void aub_session_init(AubSession *self) {
  self->plan = g_new0(Plan, 1);
  self->computed_plan = g_new0(Plan, 1);
  self->problems = g_new0(Problems, 1);
  self->results = g_new0(Results, 1);
  self->scratch = g_new0(YearScratch, 1);
  self->first_plans = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
  self->day_index = -1;
  self->decides = TRUE;
  self->risk_options = (RiskOptions){.years = RISK_YEARS_MAX, .seed = RISK_SEED_DEFAULT};
}

static void session_tell_failure(AubSession *self, const GError *error) {
  g_signal_emit(self, signals[SIGNAL_FAILED], 0, error->message);
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

/* Whether all but the name is the same. */
static gboolean plans_are_same_but_name(const Plan *a, const Plan *b) {
  char path[PLAN_PATH_SIZE];
  g_autofree Plan *renamed = g_memdup2(a, sizeof *a);
  memcpy(renamed->name, b->name, sizeof renamed->name);
  return !plan_first_difference(renamed, b, path, sizeof path);
}

/* The same plan once more, or under another name, keeps what is simulated and decided, done or
 * under way. */
static void session_compute(AubSession *self, const Plan *plan) {
  char path[PLAN_PATH_SIZE];
  gboolean is_known = self->computed_plan_id != 0;
  gboolean is_same = is_known && plans_are_same_but_name(plan, self->computed_plan);
  gboolean is_alike = is_known && self->computed_plan_id == self->plan_id &&
                      session_plans_are_alike(plan, self->computed_plan);
  gboolean is_unnamed_same =
      is_same && !plan_first_difference(plan, self->computed_plan, path, sizeof path);
  gboolean is_other = self->computed_plan_id != self->plan_id;
  self->computed_plan_id = self->plan_id;
  if (!is_unnamed_same) {
    *self->computed_plan = *plan;
    results_compute(self->computed_plan, self->results, self->scratch);
    g_clear_pointer(&self->books, books_free);
    session_find_day(self);
  }
  if (!is_same) {
    session_start_risk(self);
    session_decide_anew(self, is_alike);
  }
  if (!is_unnamed_same || is_other)
    session_compare_anew(self, !is_other);
}

/* Problems of the plan on screen, and its results when it makes sense. */
static gboolean session_recompute(AubSession *self) {
  plan_check(self->plan, self->problems);
  if (self->problems->blocking_count > 0)
    return FALSE;
  session_compute(self, self->plan);
  return TRUE;
}

/* Results of the newest of the plan's steps that made sense; whether there is one. */
static gboolean session_compute_earlier(AubSession *self) {
  g_autofree Plan *earlier = g_new(Plan, 1);
  Problems problems;
  for (int back = 1; back <= LOOK_BACK_STEPS_MAX; back++) {
    if (!workspace_load_back(self->workspace, self->plan_id, back, earlier, NULL))
      return FALSE;
    plan_check(earlier, &problems);
    if (problems.blocking_count == 0) {
      session_compute(self, earlier);
      return TRUE;
    }
  }
  return FALSE;
}

static void session_compute_example(AubSession *self) {
  g_autofree Plan *example = g_new(Plan, 1);
  plan_example(example);
  session_compute(self, example);
}

void session_show_plan(AubSession *self, int64_t id, const Plan *plan) {
  self->plan_id = id;
  *self->plan = *plan;
  self->unsaved = FALSE;
  if (!g_hash_table_contains(self->first_plans, &self->plan_id))
    g_hash_table_insert(self->first_plans, g_memdup2(&self->plan_id, sizeof self->plan_id),
                        g_memdup2(plan, sizeof *plan));
  if (!session_recompute(self) && !session_compute_earlier(self))
    session_compute_example(self);
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
  self->computed_plan_id = 0; /* the ids are of another file */
  g_hash_table_remove_all(self->first_plans);
  self->offer_id_count = 0;
  session_show_plan(self, id, plan);
  session_keep_current(self);
  session_emit(self, SIGNAL_PLANS_CHANGED);
  session_emit(self, SIGNAL_CHANGED);
  return TRUE;
}

AubSession *aub_session_new(const char *workspace_path_text, GError **error) {
  g_autoptr(AubSession) self = g_object_new(AUB_TYPE_SESSION, NULL);
  return aub_session_open(self, workspace_path_text, error) ? g_steal_pointer(&self) : NULL;
}

const char *aub_session_get_path(AubSession *self) {
  return workspace_path(self->workspace);
}

gboolean aub_session_is_at(AubSession *self, const char *path) {
  return workspace_is_at(self->workspace, path);
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
                 .decisions = self->decisions,
                 .offers = self->offers,
                 .day_index = self->day_index,
                 .day_visits = self->day_index >= 0 ? self->day_visits : NULL,
                 .day_visit_count = self->day_index >= 0 ? self->day_visit_count : 0};
}

void aub_session_look_at_day(AubSession *self, int day_index) {
  self->day_index = day_index;
  session_find_day(self);
  session_emit(self, SIGNAL_DAY_CHANGED);
}

int aub_session_get_day(AubSession *self) {
  return self->day_index;
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
  gboolean is_sense = session_recompute(self);
  session_store(self, changed, merge);
  /* Who typed 475 was at 47 on the way, which she never meant. */
  if (!is_sense && merge && !self->unsaved)
    session_compute_earlier(self);
  session_emit(self, SIGNAL_CHANGED);
  if (renamed)
    session_emit(self, SIGNAL_PLANS_CHANGED);
}

gint64 aub_session_new_merge(void) {
  static gint64 count = 0;
  return ++count + g_get_monotonic_time();
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
  session_emit(self, SIGNAL_CHANGED);
  if (renamed)
    session_emit(self, SIGNAL_PLANS_CHANGED);
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

gboolean aub_session_can_revert(AubSession *self) {
  char path[PLAN_PATH_SIZE];
  const Plan *first = g_hash_table_lookup(self->first_plans, &self->plan_id);
  return plan_first_difference(self->plan, first, path, sizeof path);
}

void aub_session_revert(AubSession *self) {
  const Plan *first = g_hash_table_lookup(self->first_plans, &self->plan_id);
  if (aub_session_can_revert(self))
    aub_session_replace_plan(self, first, "", 0);
}
