/* Room: session. Knows: decide's trials, GLib's threads. Must not know: what is decided, contexts.
 *
 * The years asked for stand in a row and each thread takes the next one. All that threads share is
 * under one mutex, but the setup, which only is read, and the years, each of which has one writer
 * before it is counted. */
#include "ui/session/run-pool.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#include "ui/session/risk-job.h"

/* --- what all threads share ---------------------------------------------------------------- */

static GMutex scratches_mutex;
static GPtrArray *scratches;

TrialScratch *run_scratch_take(void) {
  g_mutex_lock(&scratches_mutex);
  TrialScratch *scratch = scratches && scratches->len > 0
                              ? g_ptr_array_steal_index_fast(scratches, scratches->len - 1)
                              : NULL;
  g_mutex_unlock(&scratches_mutex);
  return scratch ? scratch : g_new0(TrialScratch, 1);
}

/* Kept for the risk years and the decisions of one plan, under way together. */
void run_scratch_give_back(TrialScratch *scratch) {
  g_mutex_lock(&scratches_mutex);
  if (!scratches)
    scratches = g_ptr_array_new();
  gboolean is_kept = scratches->len < 2 * g_get_num_processors();
  if (is_kept)
    g_ptr_array_add(scratches, scratch);
  g_mutex_unlock(&scratches_mutex);
  if (!is_kept)
    g_free(scratch);
}

void run_thread_give_way(int nice) {
#ifdef __linux__
  setpriority(PRIO_PROCESS, 0, nice); /* Linux: of this thread alone */
#endif
}

/* --- the pool ------------------------------------------------------------------------------ */

struct RunPool {
  GCancellable *cancellable;
  TrialScratch *scratch; /* of who asks */
  GThread *helper[RISK_THREADS_MAX];
  int helper_count;
  GMutex mutex;
  GCond asked, done;
  /* Under the mutex. */
  const RiskSetup *setup;
  RiskSample sample;
  int begin, next, end; /* years that are asked for; next: to be taken */
  TrialRun *out;
  int running; /* years taken and not done */
  gboolean is_over;
};

/* Years, as long as there are any; the mutex is held, but not while one runs. */
static void pool_run_years(RunPool *pool, TrialScratch *scratch) {
  while (pool->next < pool->end) {
    if (g_cancellable_is_cancelled(pool->cancellable)) {
      pool->next = pool->end;
      return;
    }
    int year = pool->next++;
    pool->running++;
    const RiskSetup *setup = pool->setup;
    RiskSample sample = pool->sample;
    TrialRun *out = &pool->out[year - pool->begin];
    g_mutex_unlock(&pool->mutex);
    trial_run_one(setup, sample, year, out, scratch);
    g_mutex_lock(&pool->mutex);
    pool->running--;
  }
}

static gpointer pool_help(gpointer data) {
  RunPool *pool = data;
  TrialScratch *scratch = run_scratch_take();
  g_mutex_lock(&pool->mutex);
  while (!pool->is_over) {
    pool_run_years(pool, scratch);
    if (pool->running == 0)
      g_cond_signal(&pool->done);
    if (!pool->is_over)
      g_cond_wait(&pool->asked, &pool->mutex);
  }
  g_mutex_unlock(&pool->mutex);
  run_scratch_give_back(scratch);
  return NULL;
}

/* A system that has no more threads to give leaves the caller with fewer, or alone. */
RunPool *run_pool_new(int threads, GCancellable *cancellable) {
  RunPool *pool = g_new0(RunPool, 1);
  pool->cancellable = g_object_ref(cancellable);
  pool->scratch = run_scratch_take();
  g_mutex_init(&pool->mutex);
  g_cond_init(&pool->asked);
  g_cond_init(&pool->done);
  if (threads <= 0)
    threads = (int)g_get_num_processors();
  for (int i = 1; i < MIN(threads, RISK_THREADS_MAX); i++) {
    GThread *helper = g_thread_try_new("decide", pool_help, pool, NULL);
    if (!helper)
      break;
    pool->helper[pool->helper_count++] = helper;
  }
  return pool;
}

bool run_pool_run(void *data, const RiskSetup *setup, RiskSample sample, int begin, int end,
                  TrialRun *out) {
  RunPool *pool = data;
  g_mutex_lock(&pool->mutex);
  g_assert(pool->running == 0 && pool->next >= pool->end);
  pool->setup = setup;
  pool->sample = sample;
  pool->begin = pool->next = begin;
  pool->end = end;
  pool->out = out;
  if (end - begin > 1)
    g_cond_broadcast(&pool->asked);
  pool_run_years(pool, pool->scratch);
  while (pool->running > 0)
    g_cond_wait(&pool->done, &pool->mutex);
  g_mutex_unlock(&pool->mutex);
  return !g_cancellable_is_cancelled(pool->cancellable);
}

void run_pool_free(RunPool *pool) {
  if (!pool)
    return;
  g_mutex_lock(&pool->mutex);
  pool->is_over = TRUE;
  g_cond_broadcast(&pool->asked);
  g_mutex_unlock(&pool->mutex);
  for (int i = 0; i < pool->helper_count; i++)
    g_thread_join(pool->helper[i]);
  run_scratch_give_back(pool->scratch);
  g_object_unref(pool->cancellable);
  g_mutex_clear(&pool->mutex);
  g_cond_clear(&pool->asked);
  g_cond_clear(&pool->done);
  g_free(pool);
}
