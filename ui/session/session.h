/* Room: session. Knows: store, engine, GLib, GObject. Must not know: widgets.
 *
 * What is open: a workspace, its current plan, the results, undo. A GObject with signals, so that
 * any front can follow it:
 *   "changed"        the plan or its results changed (results are those of the last sensible plan)
 *   "decisions-changed"  a part was decided, or begun (aub_session_get_decide_progress)
 *   "offers-changed"     deals were compared, or others are chosen
 *   "risk-changed"   risk years have come or are counted (aub_session_get_risk_progress)
 *   "day-changed"    another day is looked at, or none
 *   "plans-changed"  the list of plans changed
 *   "failed" (char *message)  the file could not take an edit; the edit stays on screen, and the
 *                  message (one English line for say()) is told once until the file takes one again
 */
#pragma once

#include <glib-object.h>

#include "model/results/results.h"
#include "model/results/study.h"
#include "model/ledger/books.h"
#include "model/plan/problem.h"
#include "model/store/workspace.h"
#include "ui/session/decide-job.h"
#include "ui/session/risk-job.h"

#define AUB_TYPE_SESSION (aub_session_get_type())
G_DECLARE_FINAL_TYPE(AubSession, aub_session, AUB, SESSION, GObject)

/* Opens the workspace (created with the example in it when there is none, with its folder), on the
 * plan that was current. A file of a newer version, or without leave to write, opens read-only. On
 * failure what was open stays. */
AubSession *aub_session_new(const char *workspace_path, GError **error);
gboolean aub_session_open(AubSession *self, const char *workspace_path, GError **error);

const char *aub_session_get_path(AubSession *self);
/* Whether the path leads to the open file, by whatever name. */
gboolean aub_session_is_at(AubSession *self, const char *path);
gboolean aub_session_is_read_only(AubSession *self);
gboolean aub_session_is_saved(AubSession *self); /* all that is on screen is in the file */
const Plan *aub_session_get_plan(AubSession *self);
/* The last sensible plan and its results; they belong together, and are never NULL. Of a plan that
 * was opened without making sense: the newest of its steps that did, else the example. */
const Plan *aub_session_get_computed_plan(AubSession *self);
const Results *aub_session_get_results(AubSession *self);
/* The computed plan with all that is known of it, to be handed on at once. Its risk years are NULL
 * until the first are there, and are those of the plan before while aub_session_is_risk_current
 * says no. Borrowed until the next "changed" or "risk-changed". */
Study aub_session_get_study(AubSession *self);
gboolean aub_session_is_risk_current(AubSession *self);
/* Of the runs wanted for the computed plan, how many are done; 0 of 0 when none are asked for. */
void aub_session_get_risk_progress(AubSession *self, int *done, int *wanted);
/* Whether the decisions are those of the computed plan; those of the plan before stay shown until
 * new ones come, part by part. */
gboolean aub_session_is_decided(AubSession *self);
/* Whether one part of them is there and is of the computed plan. */
gboolean aub_session_is_part_decided(AubSession *self, DecidePart part);
/* Of the parts wanted, how many are done; 0 of 0 when none are asked for. */
void aub_session_get_decide_progress(AubSession *self, int *done, int *wanted);
/* The deals to hold side by side with the computed plan, which is the first: ids of other plans, at
 * most OFFERS_MAX − 1; none: no comparison. Compared anew whenever one of them changes. A deal that
 * makes no sense is left out. */
void aub_session_set_offers(AubSession *self, const gint64 *ids, int count);
int aub_session_get_offers(AubSession *self, gint64 ids[OFFERS_MAX - 1]);
/* Of those chosen, the deals that can be compared, after the computed plan, in the order of the
 * study's offers; how many in all. Free each but the first with g_free. */
int aub_session_load_offers(AubSession *self, const Plan *plans[OFFERS_MAX]);
/* A copy of the current plan under another name, selected; the next edit is of the copy. */
gboolean aub_session_duplicate_plan(AubSession *self, const char *name, GError **error);
/* Writes what a contract would say into the plan: one undo step. False, and nothing is written,
 * while the plan makes no sense. */
gboolean aub_session_apply_terms(AubSession *self, const Term *terms, int count);
/* Whether decisions are made, after the first risk years; on unless said. */
void aub_session_set_decide(AubSession *self, gboolean decide);

/* How the risk years are run from now on: 10,000 with seed RISK_SEED_DEFAULT unless said. They run
 * while the main context of the caller does. years 0: none are. */
void aub_session_set_risk_options(AubSession *self, const RiskOptions *options);
/* A day of the plan year is looked at, by room (day index from the sale); −1: none any more. The
 * study carries its visits; a day that the horizon no longer has is let go. */
void aub_session_look_at_day(AubSession *self, int day_index);
int aub_session_get_day(AubSession *self);
const Problems *aub_session_get_problems(AubSession *self); /* of the plan as it is now */
/* The books of the computed plan, made when first asked for after a change. Borrowed until the next
 * "changed". */
const Books *aub_session_get_books(AubSession *self);

/* A merge key that no edit had yet. */
gint64 aub_session_new_merge(void);
/* One edit, one undo step; merge as in workspace_store_edit. Recomputes at once and emits
 * "changed". A value that makes the plan not sensible is kept in the plan, its problem is told, and
 * the results are those of before the step, also where the beginning of the step made sense. */
void aub_session_edit(AubSession *self, const char *path, gint64 value, gint64 merge);
void aub_session_edit_text(AubSession *self, const char *path, const char *text);
/* Several fields at once. */
void aub_session_replace_plan(AubSession *self, const Plan *plan, const char *path, gint64 merge);

/* An edit that the file did not take is undone by going back to what the file holds. */
gboolean aub_session_can_undo(AubSession *self, char *path); /* path: PLAN_PATH_SIZE or NULL */
gboolean aub_session_can_redo(AubSession *self, char *path);
void aub_session_undo(AubSession *self);
void aub_session_redo(AubSession *self);
/* Whether the plan is another than when it was first shown since the file was opened, and back to
 * that: one undo step more. */
gboolean aub_session_can_revert(AubSession *self);
void aub_session_revert(AubSession *self);

/* Plans but the archived ones. GArray of WorkspacePlan, new. The plan on screen is not left while
 * the file refuses its last edit (undo gives the edit up). */
GArray *aub_session_list_plans(AubSession *self);
gint64 aub_session_get_plan_id(AubSession *self);
gboolean aub_session_select_plan(AubSession *self, gint64 id, GError **error);
gboolean aub_session_add_plan(AubSession *self, const Plan *plan,
                              GError **error); /* and selects it */
/* Kept in the file and can be restored. Of the current plan: the next one is selected. The only
 * plan cannot be removed. */
gboolean aub_session_remove_plan(AubSession *self, gint64 id, GError **error);
gboolean aub_session_restore_plan(AubSession *self, gint64 id, GError **error);
/* Out of the list and of the comparison, whole, until brought back. Of the current plan: the next
 * one is selected. The only plan of the list cannot be archived. */
gboolean aub_session_archive_plan(AubSession *self, gint64 id, GError **error);
gboolean aub_session_bring_back_plan(AubSession *self, gint64 id, GError **error);
GArray *aub_session_list_archived_plans(AubSession *self);

/* The bytes of a copy of the open file, to be written to path, which must not be that file. */
GBytes *aub_session_make_copy(AubSession *self, const char *path, GError **error);
/* Once they are written: puts what is on screen and the open file could not take into the copy. */
gboolean aub_session_complete_copy(AubSession *self, const char *path, GError **error);
