/* Room: session. What the files of the session share; of nobody else. */
#pragma once

#include "ui/session/session.h"

#include "model/year/year-scratch.h"

struct _AubSession {
  GObject parent_instance;
  Workspace *workspace;
  int64_t plan_id, computed_plan_id;
  Plan *plan, *computed_plan; /* too large for a GObject's own structure */
  Problems *problems;
  Results *results;
  Books *books;            /* of the two above; NULL until asked for */
  GHashTable *first_plans; /* by id, as first shown since the file was opened */
  YearScratch *scratch;
  int day_index; /* looked at; −1: none */
  YearVisit *day_visits;
  int day_visit_count;
  gboolean unsaved; /* the plan on screen is not the one in the file */
  char unsaved_path[PLAN_PATH_SIZE];
  /* Jobs of computed_plan; NULL: not begun, or called off. One that has ended stays. */
  GCancellable *risk_job, *decide_job, *offers_job;
  GSource *risk_begin; /* NULL: the years wait for no moment of rest */
  RiskOptions risk_options;
  Risk *risk; /* NULL until the first years are there */
  gboolean risk_is_current;
  int risk_done, risk_wanted;
  gboolean decides;
  Decisions *decisions;   /* NULL until the first part is there */
  unsigned decided_parts; /* of decisions, those of computed_plan; the others are of one before */
  int decide_done, decide_wanted;
  gint64 offer_ids[OFFERS_MAX - 1];
  int offer_id_count;
  Offers *offers; /* NULL: none are chosen, or not compared yet */
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_RISK_CHANGED,
  SIGNAL_DECISIONS_CHANGED,
  SIGNAL_OFFERS_CHANGED,
  SIGNAL_DAY_CHANGED,
  SIGNAL_PLANS_CHANGED,
  SIGNAL_FAILED,
  SIGNAL_COUNT
};
void session_emit(AubSession *self, int signal);

/* --- session.c --- */

/* Another plan comes on screen. */
void session_show_plan(AubSession *self, int64_t id, const Plan *plan);

/* --- session-plans.c --- */

/* Before leaving the plan on screen: an edit that the file did not take is offered once more. A
 * read-only file was never going to take it, and the owner was told. */
gboolean session_leave_plan(AubSession *self, GError **error);
/* The current plan is a convenience: a file that cannot keep it is still read. */
void session_keep_current(AubSession *self);
/* The plan that was current, else the first. False when the file has none that can be read. */
gboolean workspace_load_current(Workspace *workspace, int64_t *id, Plan *plan, GError **error);

/* --- session-risk.c --- */

/* The risk years of computed_plan, from the first; nothing where none are asked for. */
void session_start_risk(AubSession *self);
void session_cancel_risk(AubSession *self);

/* --- session-decide.c --- */

/* Whether decisions on a plan can still be read beside another: its lists are as long, its sale is
 * on the same day, the same inputs are uncertain. */
gboolean session_plans_are_alike(const Plan *a, const Plan *b);
/* computed_plan is another: what is under way is called off, and begins with its first risk years.
 * Unless they are kept, what was decided goes. */
void session_decide_anew(AubSession *self, gboolean are_kept);
void session_compare_anew(AubSession *self, gboolean are_kept);
/* The first risk years are there. */
void session_decide_now(AubSession *self);
void session_compare_now(AubSession *self);
/* A plan was taken out of the file, or came back. */
void session_offer_changed(AubSession *self, gint64 id);
void session_cancel_deciding(AubSession *self);
