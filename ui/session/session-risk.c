/* Room: session. The risk years of the plan that is open. */
#include "ui/session/session-private.h"

void session_cancel_risk(AubSession *self) {
  if (self->risk_job)
    g_cancellable_cancel(self->risk_job);
  g_clear_object(&self->risk_job);
  if (self->risk_begin)
    g_source_destroy(self->risk_begin);
  g_clear_pointer(&self->risk_begin, g_source_unref);
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
    session_decide_now(self);
    session_compare_now(self);
  }
  session_emit(self, SIGNAL_RISK_CHANGED);
}

/* The years before the last edit are shown until new ones come, but not over other days. */
static gboolean session_risk_fits(AubSession *self) {
  return self->risk && self->risk->sale_date == self->results->sale_date &&
         self->risk->days == self->results->days;
}

static gboolean session_begin_risk_cb(gpointer data) {
  AubSession *self = data;
  g_clear_pointer(&self->risk_begin, g_source_unref);
  risk_job_start(self->computed_plan, &self->risk_options, self->risk_job, session_take_risk_cb,
                 self, NULL);
  return G_SOURCE_REMOVE;
}

/* The years begin once what the edit changes is on the screen: they would keep it waiting. */
void session_start_risk(AubSession *self) {
  session_cancel_risk(self);
  self->risk_is_current = FALSE;
  if (!session_risk_fits(self))
    g_clear_pointer(&self->risk, g_free);
  self->risk_done = self->risk_wanted = 0;
  if (self->risk_options.years == 0)
    return;
  self->risk_wanted = risk_options_count_runs(&self->risk_options);
  self->risk_job = g_cancellable_new();
  self->risk_begin = g_idle_source_new();
  g_source_set_priority(self->risk_begin, G_PRIORITY_LOW);
  g_source_set_callback(self->risk_begin, session_begin_risk_cb, self, NULL);
  g_source_attach(self->risk_begin, g_main_context_get_thread_default());
}

gboolean aub_session_is_risk_current(AubSession *self) {
  return self->risk_is_current;
}

void aub_session_get_risk_progress(AubSession *self, int *done, int *wanted) {
  *done = self->risk_done;
  *wanted = self->risk_wanted;
}

/* Decisions are by the luck; how many years are told beside them is nothing to them. */
static gboolean options_share_luck(const RiskOptions *a, const RiskOptions *b) {
  return a->years > 0 && b->years > 0 && a->seed == b->seed &&
         a->without_uncertainty == b->without_uncertainty;
}

void aub_session_set_risk_options(AubSession *self, const RiskOptions *options) {
  gboolean is_same_luck = options_share_luck(options, &self->risk_options);
  self->risk_options = *options;
  session_start_risk(self);
  if (!is_same_luck) {
    session_decide_anew(self, FALSE);
    session_compare_anew(self, FALSE);
    session_emit(self, SIGNAL_DECISIONS_CHANGED);
    session_emit(self, SIGNAL_OFFERS_CHANGED);
  }
  session_emit(self, SIGNAL_RISK_CHANGED);
}
