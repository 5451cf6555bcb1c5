/* Room: session. Knows: risk, GLib's threads. Must not know: widgets, words.
 *
 * The risk years of one plan, over threads. The bytes of the answer depend on the plan and the
 * options, never on the number of threads or their speed. */
#pragma once

#include <gio/gio.h>

#include "model/risk/risk.h"

#define RISK_THREADS_MAX 64

typedef struct {
  int years; /* 1 … RISK_YEARS_MAX */
  guint64 seed;
  int threads; /* 0: one a processor; at most RISK_THREADS_MAX */
  gboolean without_uncertainty;
} RiskOptions;

/* The runs of both samples: 11,000 for 10,000 years. */
int risk_options_count_runs(const RiskOptions *options);

/* The risk so far, after each batch; done of `wanted` runs (both samples). Borrowed, called on the
 * thread of the caller. Between batches risk is NULL: only the count moved. The count never falls
 * and reaches `wanted` with the last batch only. */
typedef void (*RiskProgressFunc)(const Risk *risk, int done, int wanted, gpointer data);

/* Waits for it. NULL with G_IO_ERROR_CANCELLED when cancelled, which takes less than a run each.
 * The plan has no blocking problem. progress and cancellable may be NULL. Free with g_free. */
Risk *risk_job_run(const Plan *plan, const RiskOptions *options, GCancellable *cancellable,
                   RiskProgressFunc progress, gpointer data, GError **error);

/* Does not wait: `progress` is called on the main context of the caller, also for the last batch
 * (done == wanted), never after a cancel on that context's thread. The plan is copied. `destroy`
 * (or NULL) is called with data on that context when no more will be told. */
void risk_job_start(const Plan *plan, const RiskOptions *options, GCancellable *cancellable,
                    RiskProgressFunc progress, gpointer data, GDestroyNotify destroy);
