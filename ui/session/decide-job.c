/* Room: session. Knows: decide, GLib's threads. Must not know: widgets, words.
 *
 * One thread thinks, the coordinator: it goes through the parts, and shares the years they ask for
 * with the threads of its pool. Of who waits, it is the caller's own thread. */
#include "ui/session/decide-job.h"

#include "ui/session/courier.h"
#include "ui/session/run-pool.h"

/* What is asked; touched by the coordinator alone, but for the callbacks. */
typedef struct {
  DecideOptions options;
  Plan *plans;
  int plan_count;
  GCancellable *cancellable;
  DecideProgressFunc progress; /* of decisions */
  OffersFunc compared;         /* of offers */
  gpointer data;
  GDestroyNotify destroy;
  Courier *courier; /* NULL: the caller waits, and is told directly */
} Job;

/* A word to the caller. */
typedef struct {
  Decisions *decisions; /* NULL: a part is begun */
  int done, wanted;
  Offers *offers;
} News;

static void news_free(gpointer data) {
  News *news = data;
  g_free(news->decisions);
  g_free(news->offers);
  g_free(news);
}

static Job *job_new(const DecideOptions *options, GCancellable *cancellable, gpointer data) {
  Job *job = g_new0(Job, 1);
  job->options = *options;
  job->cancellable = cancellable ? g_object_ref(cancellable) : g_cancellable_new();
  job->data = data;
  return job;
}

static void job_take_plans(Job *job, const Plan *const plans[], int count) {
  job->plans = g_new(Plan, count);
  job->plan_count = count;
  for (int i = 0; i < count; i++)
    job->plans[i] = *plans[i];
}

static void job_free(gpointer data) {
  Job *job = data;
  g_free(job->plans);
  g_object_unref(job->cancellable);
  g_free(job);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Job, job_free)

static TrialRunner job_runner(const Job *job, RunPool *pool) {
  return (TrialRunner){run_pool_run, pool, job->options.seed};
}

/* --- the parts ----------------------------------------------------------------------------- */

#define PART(part) (1u << (part))
#define ALL_PARTS (PART(DECIDE_PART_COUNT) - 1)

/* With those they stand on. */
static unsigned parts_wanted(unsigned parts) {
  parts &= ALL_PARTS;
  if (parts == 0)
    return ALL_PARTS;
  if (parts & PART(DECIDE_FACTS))
    parts |= PART(DECIDE_ASKS);
  if (parts & PART(DECIDE_ASKS))
    parts |= PART(DECIDE_QUOTA) | PART(DECIDE_CAP);
  if (parts & PART(DECIDE_QUOTA_TRIED))
    parts |= PART(DECIDE_QUOTA);
  return parts;
}

static int parts_count(unsigned parts) {
  int count = 0;
  for (; parts; parts &= parts - 1)
    count++;
  return count;
}

/* decisions NULL: a part is begun. */
static void job_tell(Job *job, const Decisions *decisions, int done, int wanted) {
  if (!job->courier) {
    if (job->progress && !g_cancellable_is_cancelled(job->cancellable))
      job->progress(decisions, done, wanted, job->data);
    return;
  }
  News *news = g_new0(News, 1);
  news->decisions = decisions ? g_memdup2(decisions, sizeof *decisions) : NULL;
  news->done = done;
  news->wanted = wanted;
  courier_send(job->courier, news);
}

/* Part after part; false: cancelled. */
static gboolean job_decide(Job *job, Decisions *decisions) {
  const unsigned parts = parts_wanted(job->options.parts);
  const int wanted = parts_count(parts);
  g_autoptr(RunPool) pool = run_pool_new(job->options.threads, job->cancellable);
  g_autofree DecideScratch *scratch = g_new0(DecideScratch, 1);
  const TrialRunner runner = job_runner(job, pool);
  int done = 0;
  decisions_begin(job->plans, job->options.seed, !job->options.without_uncertainty, decisions);
  for (DecidePart part = 0; part < DECIDE_PART_COUNT; part++) {
    if (!(parts & PART(part)))
      continue;
    job_tell(job, NULL, done, wanted);
    if (g_cancellable_is_cancelled(job->cancellable) ||
        !decisions_compute(decisions, part, job->plans, &runner, scratch))
      return FALSE;
    job_tell(job, decisions, ++done, wanted);
  }
  return !g_cancellable_is_cancelled(job->cancellable);
}

static gboolean job_compare(Job *job, Offers *offers) {
  g_autoptr(RunPool) pool = run_pool_new(job->options.threads, job->cancellable);
  g_autofree DecideScratch *scratch = g_new0(DecideScratch, 1);
  const TrialRunner runner = job_runner(job, pool);
  const Plan *plans[OFFERS_MAX];
  for (int i = 0; i < job->plan_count; i++)
    plans[i] = &job->plans[i];
  return offers_compare(plans, job->plan_count,
                        job->options.without_uncertainty ? RISK_LUCK : RISK_ALL, &runner, scratch,
                        offers);
}

/* --- for who does not wait ----------------------------------------------------------------- */

static void job_deliver(gpointer letter, gpointer data) {
  const News *news = letter;
  Job *job = data;
  if (news->offers)
    job->compared(news->offers, job->data);
  else if (job->progress)
    job->progress(news->decisions, news->done, news->wanted, job->data);
}

static gboolean news_is_outdated_by(gconstpointer letter, gconstpointer later) {
  const News *news = letter;
  return !news->decisions && !news->offers;
}

static void job_over(gpointer data) {
  Job *job = data;
  if (job->destroy)
    job->destroy(job->data);
}

static const CourierManners MANNERS = {job_deliver, news_is_outdated_by, job_over, news_free,
                                       job_free};

static gpointer job_coordinate(gpointer data) {
  Job *job = data;
  run_thread_give_way(NICE_OF_DECISIONS);
  if (job->compared) {
    g_autofree News *news = g_new0(News, 1);
    news->offers = g_new0(Offers, 1);
    if (job_compare(job, news->offers))
      courier_send(job->courier, g_steal_pointer(&news));
    else
      g_free(news->offers);
  } else {
    g_autofree Decisions *decisions = g_new0(Decisions, 1);
    job_decide(job, decisions);
  }
  courier_close(job->courier);
  return NULL;
}

/* Takes the job. */
static void job_start(Job *job, GDestroyNotify destroy) {
  g_autoptr(GMainContext) context = g_main_context_ref_thread_default();
  job->destroy = destroy;
  job->courier = courier_new(&MANNERS, context, job->cancellable, job);
  g_thread_unref(g_thread_new("decide", job_coordinate, job));
}

void decide_job_start(const Plan *plan, const DecideOptions *options, GCancellable *cancellable,
                      DecideProgressFunc progress, gpointer data, GDestroyNotify destroy) {
  Job *job = job_new(options, cancellable, data);
  job_take_plans(job, &plan, 1);
  job->progress = progress;
  job_start(job, destroy);
}

void offers_job_start(const Plan *const plans[], int count, const DecideOptions *options,
                      GCancellable *cancellable, OffersFunc done, gpointer data,
                      GDestroyNotify destroy) {
  g_assert(count >= 1 && count <= OFFERS_MAX && done);
  Job *job = job_new(options, cancellable, data);
  job_take_plans(job, plans, count);
  job->compared = done;
  job_start(job, destroy);
}

/* --- for who waits ------------------------------------------------------------------------- */

Decisions *decide_job_run(const Plan *plan, const DecideOptions *options, GCancellable *cancellable,
                          DecideProgressFunc progress, gpointer data, GError **error) {
  g_autoptr(Job) job = job_new(options, cancellable, data);
  g_autofree Decisions *decisions = g_new0(Decisions, 1);
  job_take_plans(job, &plan, 1);
  job->progress = progress;
  gboolean is_done = job_decide(job, decisions);
  if (g_cancellable_set_error_if_cancelled(job->cancellable, error))
    return NULL;
  g_assert(is_done);
  return g_steal_pointer(&decisions);
}

Offers *offers_job_run(const Plan *const plans[], int count, const DecideOptions *options,
                       GCancellable *cancellable, GError **error) {
  g_assert(count >= 1 && count <= OFFERS_MAX);
  g_autoptr(Job) job = job_new(options, cancellable, NULL);
  g_autofree Offers *offers = g_new0(Offers, 1);
  job_take_plans(job, plans, count);
  gboolean is_done = job_compare(job, offers);
  if (g_cancellable_set_error_if_cancelled(job->cancellable, error))
    return NULL;
  g_assert(is_done);
  return g_steal_pointer(&offers);
}
