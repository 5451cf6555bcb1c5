/* Room: session. Knows: decide, GLib's threads. Must not know: widgets, words.
 *
 * What is decided of one plan, its years spread over threads. The bytes of the answer depend on the
 * plan, the seed and the uncertainty alone. */
#pragma once

#include <gio/gio.h>

#include "model/decide/decisions.h"
#include "model/decide/offers.h"

typedef struct {
  guint64 seed;
  int threads; /* 0: one a processor; at most RISK_THREADS_MAX */
  gboolean without_uncertainty;
  unsigned parts; /* bit per DecidePart wanted; what they stand on is computed too; 0: all */
} DecideOptions;

/* The decisions so far, after each part; borrowed, on the thread of the caller. done of `wanted`
 * parts; decisions is NULL where only the beginning of a part is told (its index is `done`). */
typedef void (*DecideProgressFunc)(const Decisions *decisions, int done, int wanted, gpointer data);

/* Waits. NULL with G_IO_ERROR_CANCELLED when cancelled, within a few years' time. The plan has no
 * blocking problem. progress and cancellable may be NULL. Free with g_free. */
Decisions *decide_job_run(const Plan *plan, const DecideOptions *options, GCancellable *cancellable,
                          DecideProgressFunc progress, gpointer data, GError **error);
/* Does not wait; manners as risk_job_start. */
void decide_job_start(const Plan *plan, const DecideOptions *options, GCancellable *cancellable,
                      DecideProgressFunc progress, gpointer data, GDestroyNotify destroy);

/* Offers side by side; the plans are copied. Free with g_free. */
Offers *offers_job_run(const Plan *const plans[], int count, const DecideOptions *options,
                       GCancellable *cancellable, GError **error);
/* Does not wait: told once, with NULL only never. */
typedef void (*OffersFunc)(const Offers *offers, gpointer data);
void offers_job_start(const Plan *const plans[], int count, const DecideOptions *options,
                      GCancellable *cancellable, OffersFunc done, gpointer data,
                      GDestroyNotify destroy);
