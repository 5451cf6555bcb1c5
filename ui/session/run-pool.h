/* Room: session. Knows: decide's trials, GLib's threads. Must not know: what is decided, contexts.
 *
 * Threads that run years together for one decision, and what every thread of this room shares: the
 * large scratches, and its place behind the window. */
#pragma once

#include <gio/gio.h>

#include "model/decide/trial.h"

/* Scratches are kept for the next job: they are large, and need no clearing. */
TrialScratch *run_scratch_take(void);
void run_scratch_give_back(TrialScratch *scratch);

/* Of threads that work while a window is used: the first risk years and decisions before the many
 * years that only make a band finer. */
#define NICE_OF_FIRST_YEARS 5
#define NICE_OF_DECISIONS 5
#define NICE_OF_MANY_YEARS 15
/* For the calling thread and those it starts; for good. Elsewhere than on Linux nothing. */
void run_thread_give_way(int nice);

typedef struct RunPool RunPool;

/* threads: the caller's included; 0: one a processor. */
RunPool *run_pool_new(int threads, GCancellable *cancellable);
/* As TrialRunner.run, data: the pool. The caller's thread runs its share; it alone may ask. False:
 * cancelled, within a year a thread. */
bool run_pool_run(void *pool, const RiskSetup *setup, RiskSample sample, int begin, int end,
                  TrialRun *out);
/* Waits for its threads, which have nothing to do. */
void run_pool_free(RunPool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RunPool, run_pool_free)
