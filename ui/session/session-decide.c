/* Room: session. What is decided of the plan that is open, and its comparison with other deals. */
#include "ui/session/session-private.h"

#include "model/plan/fields.h"

static void job_cancel(GCancellable **job) {
  if (*job)
    g_cancellable_cancel(*job);
  g_clear_object(job);
}

void session_cancel_deciding(AubSession *self) {
  job_cancel(&self->decide_job);
  job_cancel(&self->offers_job);
}

static DecideOptions session_decide_options(AubSession *self) {
  return (DecideOptions){.seed = self->risk_options.seed,
                         .threads = self->risk_options.threads,
                         .without_uncertainty = self->risk_options.without_uncertainty};
}

/* --- decisions ----------------------------------------------------------------------------- */

gboolean session_plans_are_alike(const Plan *a, const Plan *b) {
  gboolean are_alike = a->deal.sale_date == b->deal.sale_date && a->rooms_count == b->rooms_count &&
                       a->staff_count == b->staff_count && a->services_count == b->services_count &&
                       a->deal.instalments_count == b->deal.instalments_count &&
                       a->uncertainty_count == b->uncertainty_count;
  for (int i = 0; are_alike && i < a->uncertainty_count; i++)
    are_alike = g_str_equal(a->uncertainty[i].path, b->uncertainty[i].path);
  return are_alike;
}

/* One part takes the place of another plan's, or of none. */
static void decisions_take_part(Decisions *to, const Decisions *from, DecidePart part) {
  switch (part) {
  case DECIDE_QUOTA:
    to->quota = from->quota;
    break;
  case DECIDE_CAP:
    to->cap = from->cap;
    break;
  case DECIDE_TORNADO:
    to->tornado = from->tornado;
    break;
  case DECIDE_WORTHS:
    to->worths = from->worths;
    break;
  case DECIDE_ASKS:
    to->asks = from->asks;
    break;
  case DECIDE_FACTS:
    to->facts = from->facts;
    break;
  case DECIDE_BREAK_EVEN:
    memcpy(to->break_even, from->break_even, sizeof to->break_even);
    break;
  case DECIDE_ALTERNATIVES:
    to->lifetime = from->lifetime;
    memcpy(to->alternative, from->alternative, sizeof to->alternative);
    break;
  case DECIDE_QUOTA_TRIED:
    memcpy(to->quota_tried, from->quota_tried, sizeof to->quota_tried);
    break;
  case DECIDE_OVERSELL:
    memcpy(to->oversell, from->oversell, sizeof to->oversell);
    break;
  case DECIDE_ONE_MORE:
    memcpy(to->one_more, from->one_more, sizeof to->one_more);
    to->one_more_line = from->one_more_line;
    break;
  case DECIDE_LAUNCH:
    memcpy(to->launch, from->launch, sizeof to->launch);
    break;
  case DECIDE_PART_COUNT:
    break;
  }
  to->done |= 1u << part;
}

/* Not called once the job was cancelled. */
static void session_take_decisions_cb(const Decisions *decisions, int done, int wanted,
                                      gpointer data) {
  AubSession *self = data;
  self->decide_done = done;
  if (decisions && !self->decisions)
    self->decisions = g_memdup2(decisions, sizeof *decisions);
  for (DecidePart part = 0; decisions && part < DECIDE_PART_COUNT; part++)
    if (decisions->done & ~self->decided_parts & 1u << part)
      decisions_take_part(self->decisions, decisions, part);
  if (decisions)
    self->decided_parts = decisions->done;
  session_emit(self, SIGNAL_DECISIONS_CHANGED);
}

void session_decide_now(AubSession *self) {
  if (!self->decides || self->decide_job)
    return;
  const DecideOptions options = session_decide_options(self);
  self->decide_job = g_cancellable_new();
  decide_job_start(self->computed_plan, &options, self->decide_job, session_take_decisions_cb, self,
                   NULL);
}

void session_decide_anew(AubSession *self, gboolean are_kept) {
  gboolean decides = self->decides && self->risk_options.years > 0;
  job_cancel(&self->decide_job);
  self->decided_parts = 0;
  self->decide_done = 0;
  self->decide_wanted = decides ? DECIDE_PART_COUNT : 0;
  if (!are_kept || !decides)
    g_clear_pointer(&self->decisions, g_free);
}

gboolean aub_session_is_decided(AubSession *self) {
  return self->decisions && self->decisions->done == self->decided_parts;
}

gboolean aub_session_is_part_decided(AubSession *self, DecidePart part) {
  return (self->decided_parts & 1u << part) != 0;
}

void aub_session_get_decide_progress(AubSession *self, int *done, int *wanted) {
  *done = self->decide_done;
  *wanted = self->decide_wanted;
}

void aub_session_set_decide(AubSession *self, gboolean decide) {
  if (self->decides == decide)
    return;
  self->decides = decide;
  session_decide_anew(self, FALSE);
  if (self->risk_is_current)
    session_decide_now(self);
  session_emit(self, SIGNAL_DECISIONS_CHANGED);
}

/* --- terms of a contract ------------------------------------------------------------------- */

gboolean aub_session_apply_terms(AubSession *self, const Term *terms, int count) {
  if (self->problems->blocking_count > 0)
    return FALSE;
  char path[PLAN_PATH_SIZE];
  g_autofree Plan *plan = g_memdup2(self->plan, sizeof *self->plan);
  for (int i = 0; i < count; i++)
    term_apply(&terms[i], plan);
  if (plan_first_difference(plan, self->plan, path, sizeof path))
    aub_session_replace_plan(self, plan, count == 1 ? term_path(terms[0].kind) : "", 0);
  return TRUE;
}

/* --- other deals beside it ----------------------------------------------------------------- */

static void session_take_offers_cb(const Offers *offers, gpointer data) {
  AubSession *self = data;
  g_free(self->offers);
  self->offers = g_memdup2(offers, sizeof *offers);
  session_emit(self, SIGNAL_OFFERS_CHANGED);
}

int aub_session_load_offers(AubSession *self, const Plan *plans[OFFERS_MAX]) {
  int count = 0;
  Problems problems;
  plans[count++] = self->computed_plan;
  for (int i = 0; i < self->offer_id_count; i++) {
    g_autofree Plan *plan = g_new(Plan, 1);
    if (self->offer_ids[i] == self->computed_plan_id ||
        !workspace_load(self->workspace, self->offer_ids[i], plan, NULL))
      continue;
    plan_check(plan, &problems);
    if (problems.blocking_count == 0)
      plans[count++] = g_steal_pointer(&plan);
  }
  return count;
}

/* With none left beside the computed plan there is nothing to compare. */
void session_compare_now(AubSession *self) {
  if (self->offer_id_count == 0 || self->offers_job)
    return;
  const DecideOptions options = session_decide_options(self);
  const Plan *plans[OFFERS_MAX];
  int count = aub_session_load_offers(self, plans);
  self->offers_job = g_cancellable_new();
  if (count > 1) {
    offers_job_start(plans, count, &options, self->offers_job, session_take_offers_cb, self, NULL);
  } else if (self->offers) {
    g_clear_pointer(&self->offers, g_free);
    session_emit(self, SIGNAL_OFFERS_CHANGED);
  }
  for (int i = 1; i < count; i++)
    g_free((Plan *)plans[i]);
}

void session_compare_anew(AubSession *self, gboolean are_kept) {
  job_cancel(&self->offers_job);
  if (!are_kept || self->offer_id_count == 0 || self->risk_options.years == 0)
    g_clear_pointer(&self->offers, g_free);
  if (self->risk_is_current)
    session_compare_now(self);
}

void session_offer_changed(AubSession *self, gint64 id) {
  for (int i = 0; i < self->offer_id_count; i++)
    if (self->offer_ids[i] == id) {
      session_compare_anew(self, TRUE);
      return;
    }
}

void aub_session_set_offers(AubSession *self, const gint64 *ids, int count) {
  g_return_if_fail(count >= 0 && count < OFFERS_MAX);
  for (int i = 0; i < count; i++)
    self->offer_ids[i] = ids[i];
  self->offer_id_count = count;
  session_compare_anew(self, FALSE);
  session_emit(self, SIGNAL_OFFERS_CHANGED);
}

int aub_session_get_offers(AubSession *self, gint64 ids[OFFERS_MAX - 1]) {
  for (int i = 0; i < self->offer_id_count; i++)
    ids[i] = self->offer_ids[i];
  return self->offer_id_count;
}
