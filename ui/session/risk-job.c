/* Room: session. Knows: risk, GLib's threads. Must not know: widgets, words.
 *
 * The runs of all batches stand in one row, and each thread takes the next one; no thread waits for
 * another. Who ends the last run of a batch sums the batch up, in the order of the batches, while
 * the others run on. All that threads share is under one mutex, but the plan, which only is read,
 * and the runs, each of which has one writer before it is counted. */
#include "ui/session/risk-job.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#define BATCHES_MAX 8
#define COUNT_TOLD_USEC (G_USEC_PER_SEC / 20)
/* Of threads that run while a window is used, once the first bands are there. */
#define NICE_IN_BACKGROUND 10

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
  GMainContext *context; /* of who does not wait; NULL: the caller waits for `told` */
  GMutex mutex;
  GCond told;
  /* Under the mutex. */
  Batch batch[BATCHES_MAX];
  int batch_count;
  int taken_batch, taken_run; /* the next run to take */
  int summed_count;           /* batches */
  gboolean summing;
  int done, wanted;
  gint64 told_usec;
  GQueue news;
  gboolean is_posted; /* a source will look at the news */
  int working;        /* threads */
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

static Job *job_new(const Plan *plan, const RiskOptions *options, GCancellable *cancellable,
                    RiskProgressFunc progress, gpointer data) {
  g_assert(options->years >= 1 && options->years <= RISK_YEARS_MAX);
  Job *job = g_atomic_rc_box_new0(Job);
  risk_setup(&job->setup, plan, options->seed);
  risk_begin(&job->setup, !options->without_uncertainty, options->years, &job->risk);
  job_line_up(job, options);
  job->cancellable = cancellable ? g_object_ref(cancellable) : g_cancellable_new();
  job->progress = progress;
  job->data = data;
  g_mutex_init(&job->mutex);
  g_cond_init(&job->told);
  g_queue_init(&job->news);
  return job;
}

static void news_free(News *news) {
  g_free(news->risk);
  g_free(news);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(News, news_free)

static void job_clear(gpointer data) {
  Job *job = data;
  g_queue_clear_full(&job->news, (GDestroyNotify)news_free);
  g_clear_pointer(&job->context, g_main_context_unref);
  g_object_unref(job->cancellable);
  g_free(job->runs[RISK_ALL]);
  g_free(job->runs[RISK_LUCK]);
  g_free(job->work);
  g_mutex_clear(&job->mutex);
  g_cond_clear(&job->told);
}

static void job_unref(gpointer job) {
  g_atomic_rc_box_release_full(job, job_clear);
}

/* --- telling ------------------------------------------------------------------------------- */

static gboolean job_deliver_cb(gpointer data);

/* There is news, or the last thread is leaving. The mutex is held. */
static void job_wake_caller(Job *job) {
  if (!job->context) {
    g_cond_signal(&job->told);
    return;
  }
  if (job->is_posted)
    return;
  job->is_posted = TRUE;
  g_autoptr(GSource) source = g_idle_source_new();
  g_source_set_priority(source, G_PRIORITY_DEFAULT);
  g_source_set_callback(source, job_deliver_cb, g_atomic_rc_box_acquire(job), job_unref);
  g_source_attach(source, job->context);
}

/* Takes risk. The mutex is held. */
static void job_tell(Job *job, Risk *risk) {
  News *last = g_queue_peek_tail(&job->news);
  if (!last || last->risk) {
    last = g_new0(News, 1);
    g_queue_push_tail(&job->news, last);
  }
  last->risk = risk;
  last->done =
      job->summed_count == job->batch_count ? job->wanted : MIN(job->done, job->wanted - 1);
  job->told_usec = g_get_monotonic_time();
  job_wake_caller(job);
}

/* The next news; NULL when there is none or nobody wants it any more. */
static News *job_take_news(Job *job) {
  if (g_cancellable_is_cancelled(job->cancellable))
    return NULL;
  g_mutex_lock(&job->mutex);
  News *news = g_queue_pop_head(&job->news);
  g_mutex_unlock(&job->mutex);
  return news;
}

/* On the caller's thread. Any call may cancel the job. */
static void job_deliver(Job *job) {
  for (;;) {
    g_autoptr(News) news = job_take_news(job);
    if (!news)
      return;
    if (job->progress)
      job->progress(news->risk, news->done, job->wanted, job->data);
  }
}

static gboolean job_deliver_cb(gpointer data) {
  Job *job = data;
  g_mutex_lock(&job->mutex);
  job->is_posted = FALSE;
  gboolean is_over = job->working == 0;
  g_mutex_unlock(&job->mutex);
  job_deliver(job);
  if (is_over && job->destroy)
    job->destroy(job->data);
  return G_SOURCE_REMOVE;
}

/* --- the threads --------------------------------------------------------------------------- */

/* Scratches are kept for the next job: they are large, and need no clearing. */
static GMutex scratches_mutex;
static GPtrArray *scratches;

static RiskScratch *scratch_take(void) {
  g_mutex_lock(&scratches_mutex);
  RiskScratch *scratch = scratches && scratches->len > 0
                             ? g_ptr_array_steal_index_fast(scratches, scratches->len - 1)
                             : NULL;
  g_mutex_unlock(&scratches_mutex);
  return scratch ? scratch : g_new0(RiskScratch, 1);
}

static void scratch_give_back(RiskScratch *scratch) {
  g_mutex_lock(&scratches_mutex);
  if (!scratches)
    scratches = g_ptr_array_new();
  gboolean is_kept = scratches->len < g_get_num_processors();
  if (is_kept)
    g_ptr_array_add(scratches, scratch);
  g_mutex_unlock(&scratches_mutex);
  if (!is_kept)
    g_free(scratch);
}

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

/* Elsewhere the threads stay as they are. */
static void thread_give_way(void) {
#ifdef __linux__
  setpriority(PRIO_PROCESS, 0, NICE_IN_BACKGROUND); /* Linux: of this thread alone */
#endif
}

static gpointer job_work(gpointer data) {
  Job *job = data;
  RiskScratch *scratch = scratch_take();
  gboolean gives_way = FALSE;
  Batch *batch = NULL;
  int run;
  g_mutex_lock(&job->mutex);
  while (!g_cancellable_is_cancelled(job->cancellable) && (batch = job_take_run(job, &run))) {
    g_mutex_unlock(&job->mutex);
    if (!gives_way && job->context && batch->begin > 0) {
      thread_give_way();
      gives_way = TRUE;
    }
    risk_run(&job->setup, batch->sample, (uint32_t)run, &job->runs[batch->sample][run], scratch);
    g_mutex_lock(&job->mutex);
    job_count_run(job, batch);
  }
  if (--job->working == 0)
    job_wake_caller(job);
  g_mutex_unlock(&job->mutex);
  scratch_give_back(scratch);
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
  Job *job = job_new(plan, options, cancellable, progress, data);
  Risk *risk = NULL;
  gboolean is_over = FALSE;
  job_begin(job, options);
  while (!is_over) {
    g_mutex_lock(&job->mutex);
    while (g_queue_is_empty(&job->news) && job->working > 0)
      g_cond_wait(&job->told, &job->mutex);
    is_over = job->working == 0;
    g_mutex_unlock(&job->mutex);
    job_deliver(job);
  }
  if (!g_cancellable_set_error_if_cancelled(job->cancellable, error))
    risk = g_memdup2(&job->risk, sizeof job->risk);
  job_unref(job);
  return risk;
}

void risk_job_start(const Plan *plan, const RiskOptions *options, GCancellable *cancellable,
                    RiskProgressFunc progress, gpointer data, GDestroyNotify destroy) {
  Job *job = job_new(plan, options, cancellable, progress, data);
  job->destroy = destroy;
  job->context = g_main_context_ref_thread_default();
  job_begin(job, options);
  job_unref(job);
}
