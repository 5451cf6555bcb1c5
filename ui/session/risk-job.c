/* Room: session. Knows: risk, GLib's threads. Must not know: widgets, words.
 *
 * The runs of all batches stand in one row, and each thread takes the next one; no thread waits for
 * another. Who ends the last run of a batch sums the batch up, in the order of the batches, while
 * the others run on. All that threads share is under one mutex, but the plan, which only is read,
 * and the runs, each of which has one writer before it is counted. */
#include "ui/session/risk-job.h"

#include "ui/session/courier.h"
#include "ui/session/run-pool.h"

#define BATCHES_MAX 8
#define COUNT_TOLD_USEC (G_USEC_PER_SEC / 20)

typedef struct {
  RiskSample sample;
  int begin, end; /* runs of the sample */
  int left;       /* not done yet */
} Batch;

/* A word to the caller. */
typedef struct {
  Risk *risk; /* NULL: the count only */
  int done;
} News;

typedef struct {
  RiskSetup setup;
  RiskRun *runs[RISK_SAMPLE_COUNT];
  int64_t *work;
  Risk risk; /* written by who has `summing` */
  GCancellable *cancellable;
  RiskProgressFunc progress;
  gpointer data;
  GDestroyNotify destroy;
  gboolean is_waited_for;
  gboolean is_over; /* of the caller's thread */
  Courier *courier; /* closed by the last thread, and holding the job */
  GMutex mutex;
  /* Under the mutex. */
  Batch batch[BATCHES_MAX];
  int batch_count;
  int taken_batch, taken_run; /* the next run to take */
  int summed_count;           /* batches */
  gboolean summing;
  int done, wanted;
  gint64 told_usec;
  int working; /* threads */
} Job;

/* --- the row of runs ----------------------------------------------------------------------- */

static int sample_years(const RiskOptions *options, RiskSample sample) {
  if (options->without_uncertainty)
    return sample == RISK_LUCK ? options->years : 0;
  return sample == RISK_LUCK ? MIN(options->years, RISK_LUCK_YEARS) : options->years;
}

int risk_options_count_runs(const RiskOptions *options) {
  return sample_years(options, RISK_ALL) + sample_years(options, RISK_LUCK);
}

/* First batches first, so that both bands come early. */
static void job_line_up(Job *job, const RiskOptions *options) {
  int done[RISK_SAMPLE_COUNT] = {0};
  for (gboolean more = TRUE; more;) {
    more = FALSE;
    for (int sample = 0; sample < RISK_SAMPLE_COUNT; sample++) {
      int end = risk_next_batch_end(done[sample], sample_years(options, sample));
      if (end == 0)
        continue;
      g_assert(job->batch_count < BATCHES_MAX && end > done[sample]);
      job->batch[job->batch_count++] = (Batch){sample, done[sample], end, end - done[sample]};
      done[sample] = end;
      more = TRUE;
    }
  }
  for (int sample = 0; sample < RISK_SAMPLE_COUNT; sample++)
    job->runs[sample] = g_new(RiskRun, done[sample]);
  job->work = g_new(int64_t, MAX(done[RISK_ALL], done[RISK_LUCK]));
  job->wanted = done[RISK_ALL] + done[RISK_LUCK];
}

/* --- telling ------------------------------------------------------------------------------- */

static void job_clear(gpointer data) {
  Job *job = data;
  g_object_unref(job->cancellable);
  g_free(job->runs[RISK_ALL]);
  g_free(job->runs[RISK_LUCK]);
  g_free(job->work);
  g_mutex_clear(&job->mutex);
}

static void job_unref(gpointer job) {
  g_atomic_rc_box_release_full(job, job_clear);
}

static void news_free(gpointer data) {
  News *news = data;
  g_free(news->risk);
  g_free(news);
}

static gboolean news_is_outdated_by(gconstpointer letter, gconstpointer later) {
  return ((const News *)letter)->risk == NULL;
}

static void job_deliver(gpointer letter, gpointer data) {
  const News *news = letter;
  Job *job = data;
  if (job->progress)
    job->progress(news->risk, news->done, job->wanted, job->data);
}

static void job_over(gpointer data) {
  Job *job = data;
  job->is_over = TRUE;
  if (job->destroy)
    job->destroy(job->data);
}

static const CourierManners MANNERS = {job_deliver, news_is_outdated_by, job_over, news_free,
                                       job_unref};

/* Takes risk. The mutex is held. */
static void job_tell(Job *job, Risk *risk) {
  News *news = g_new(News, 1);
  news->risk = risk;
  news->done =
      job->summed_count == job->batch_count ? job->wanted : MIN(job->done, job->wanted - 1);
  job->told_usec = g_get_monotonic_time();
  courier_send(job->courier, news);
}

static Job *job_new(const Plan *plan, const RiskOptions *options, GCancellable *cancellable,
                    RiskProgressFunc progress, gpointer data, GMainContext *context) {
  g_assert(options->years >= 1 && options->years <= RISK_YEARS_MAX);
  Job *job = g_atomic_rc_box_new0(Job);
  risk_setup(&job->setup, plan, options->seed);
  risk_begin(&job->setup, !options->without_uncertainty, options->years, &job->risk);
  job_line_up(job, options);
  job->cancellable = cancellable ? g_object_ref(cancellable) : g_cancellable_new();
  job->progress = progress;
  job->data = data;
  job->courier = courier_new(&MANNERS, context, job->cancellable, g_atomic_rc_box_acquire(job));
  g_mutex_init(&job->mutex);
  return job;
}

/* --- the threads --------------------------------------------------------------------------- */

/* The batch and run to do next; NULL when all are taken. The mutex is held. */
static Batch *job_take_run(Job *job, int *run) {
  if (job->taken_batch == job->batch_count)
    return NULL;
  Batch *batch = &job->batch[job->taken_batch];
  *run = job->taken_run++;
  if (job->taken_run == batch->end) {
    job->taken_batch++;
    job->taken_run = job->taken_batch < job->batch_count ? batch[1].begin : 0;
  }
  return batch;
}

/* Sums up the batches that are whole, one after the other. The mutex is held, but not meanwhile. */
static void job_sum_up(Job *job) {
  while (!job->summing && job->summed_count < job->batch_count &&
         job->batch[job->summed_count].left == 0 && !g_cancellable_is_cancelled(job->cancellable)) {
    const Batch *batch = &job->batch[job->summed_count];
    job->summing = TRUE;
    g_mutex_unlock(&job->mutex);
    risk_sum_up(&job->setup, batch->sample, job->runs[batch->sample], batch->end, job->work,
                &job->risk);
    Risk *risk = g_memdup2(&job->risk, sizeof job->risk);
    g_mutex_lock(&job->mutex);
    job->summing = FALSE;
    job->summed_count++;
    job_tell(job, risk);
  }
}

/* The mutex is held. */
static void job_count_run(Job *job, Batch *batch) {
  job->done++;
  if (--batch->left == 0)
    job_sum_up(job);
  else if (g_get_monotonic_time() - job->told_usec >= COUNT_TOLD_USEC)
    job_tell(job, NULL);
}

static gpointer job_work(gpointer data) {
  Job *job = data;
  TrialScratch *scratch = run_scratch_take();
  gboolean gives_way = FALSE;
  Batch *batch = NULL;
  int run;
  if (!job->is_waited_for)
    run_thread_give_way(NICE_OF_FIRST_YEARS);
  g_mutex_lock(&job->mutex);
  while (!g_cancellable_is_cancelled(job->cancellable) && (batch = job_take_run(job, &run))) {
    g_mutex_unlock(&job->mutex);
    if (!gives_way && !job->is_waited_for && batch->begin > 0) {
      run_thread_give_way(NICE_OF_MANY_YEARS);
      gives_way = TRUE;
    }
    risk_run(&job->setup, batch->sample, (uint32_t)run, &job->runs[batch->sample][run],
             &scratch->risk);
    g_mutex_lock(&job->mutex);
    job_count_run(job, batch);
  }
  gboolean is_last = --job->working == 0;
  g_mutex_unlock(&job->mutex);
  run_scratch_give_back(scratch);
  if (is_last)
    courier_close(job->courier);
  job_unref(job);
  return NULL;
}

/* A system that has no more threads to give leaves us with fewer; one there must be. */
static void job_begin(Job *job, const RiskOptions *options) {
  int threads = options->threads > 0 ? options->threads : (int)g_get_num_processors();
  threads = MIN(MIN(threads, RISK_THREADS_MAX), job->wanted);
  g_mutex_lock(&job->mutex);
  job->told_usec = g_get_monotonic_time();
  for (int i = 0; i < threads; i++) {
    gpointer own = g_atomic_rc_box_acquire(job);
    GThread *thread = i == 0 ? g_thread_new("risk", job_work, own)
                             : g_thread_try_new("risk", job_work, own, NULL);
    if (!thread) {
      job_unref(own);
      break;
    }
    g_thread_unref(thread);
    job->working++;
  }
  g_mutex_unlock(&job->mutex);
}

/* --- the two ways to ask ------------------------------------------------------------------- */

Risk *risk_job_run(const Plan *plan, const RiskOptions *options, GCancellable *cancellable,
                   RiskProgressFunc progress, gpointer data, GError **error) {
  g_autoptr(GMainContext) context = g_main_context_new();
  Job *job = job_new(plan, options, cancellable, progress, data, context);
  Risk *risk = NULL;
  job->is_waited_for = TRUE;
  job_begin(job, options);
  while (!job->is_over)
    g_main_context_iteration(context, TRUE);
  if (!g_cancellable_set_error_if_cancelled(job->cancellable, error))
    risk = g_memdup2(&job->risk, sizeof job->risk);
  job_unref(job);
  return risk;
}

void risk_job_start(const Plan *plan, const RiskOptions *options, GCancellable *cancellable,
                    RiskProgressFunc progress, gpointer data, GDestroyNotify destroy) {
  g_autoptr(GMainContext) context = g_main_context_ref_thread_default();
  Job *job = job_new(plan, options, cancellable, progress, data, context);
  job->destroy = destroy;
  job_begin(job, options);
  job_unref(job);
}
