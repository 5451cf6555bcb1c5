/* The risk years over threads: the same whatever the threads and their speed, batch by batch;
 * called off at any moment, and then silent. Most runs here are made up, so that there can be many:
 * the linker puts __wrap_risk_run in the place of risk_run. */
#include <string.h>

#include "model/store/plan-json.h"
#include "tests/risk-same.h"
#include "ui/session/risk-job.h"

typedef enum {
  RUNS_REAL,
  RUNS_MADE_UP,
  RUNS_IN_ORDER_OF_ARRIVAL, /* the fault: a run that is not the same every time */
} RunKind;

static RunKind run_kind;
static int runs_begun; /* atomic */
static int runs_jitter;

void __real_risk_run(const RiskSetup *setup, RiskSample sample, uint32_t run, RiskRun *out,
                     RiskScratch *scratch);
void __wrap_risk_run(const RiskSetup *setup, RiskSample sample, uint32_t run, RiskRun *out,
                     RiskScratch *scratch);

void __wrap_risk_run(const RiskSetup *setup, RiskSample sample, uint32_t run, RiskRun *out,
                     RiskScratch *scratch) {
  int arrival = g_atomic_int_add(&runs_begun, 1);
  if (run_kind == RUNS_REAL) {
    __real_risk_run(setup, sample, run, out, scratch);
    return;
  }
  RandomStream stream = {setup->seed, run};
  uint64_t key = random_key(&stream, sample);
  if (runs_jitter > 0 && (key + (uint64_t)arrival) % 64 == 0)
    g_usleep((key >> 32) % (unsigned)runs_jitter);
  uint32_t item = run_kind == RUNS_MADE_UP ? 0 : (uint32_t)arrival;
  memset(out, 0, sizeof *out);
  for (int i = 0; i < RISK_QUANTITY_COUNT; i++)
    out->value[i] = (int64_t)(random_bits_of_key(key, item, (uint32_t)i) >> 44) - 300000;
  for (int i = 0; i < WEEKS_MAX; i++) {
    out->week_balance_cents[i] = (int64_t)(random_bits_of_key(key, item, 100 + (uint32_t)i) >> 44);
    out->week_refused[i] = (int16_t)(out->week_balance_cents[i] & 15);
  }
}

static Plan *example_new(void) {
  Plan *plan = g_new(Plan, 1);
  plan_example(plan);
  return plan;
}

/* --- the same numbers ------------------------------------------------------------------------ */

/* What was told, in its order. */
typedef struct {
  GPtrArray *risks; /* Risk */
  int told, done, wanted;
  gboolean ended; /* with the last batch */
  GThread *thread;
  GCancellable *cancellable;
  int cancel_after; /* calls; 0: never */
} Heard;

static void hear_cb(const Risk *risk, int done, int wanted, gpointer data) {
  Heard *heard = data;
  g_assert_true(g_thread_self() == heard->thread);
  g_assert_false(heard->ended);
  g_assert_cmpint(done, >=, heard->done);
  g_assert_cmpint(done, <=, wanted);
  g_assert_true(risk || done < wanted);
  heard->told++;
  heard->done = done;
  heard->wanted = wanted;
  heard->ended = done == wanted;
  if (risk)
    g_ptr_array_add(heard->risks, g_memdup2(risk, sizeof *risk));
  if (heard->told == heard->cancel_after)
    g_cancellable_cancel(heard->cancellable);
}

static Heard heard_new(void) {
  return (Heard){.risks = g_ptr_array_new_with_free_func(g_free), .thread = g_thread_self()};
}

static void heard_clear(Heard *heard) {
  g_ptr_array_unref(heard->risks);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Heard, heard_clear)

/* The same by one loop: no threads, batch after batch. */
static GPtrArray *risks_in_turn(const Plan *plan, const RiskOptions *options) {
  GPtrArray *risks = g_ptr_array_new_with_free_func(g_free);
  g_autofree RiskSetup *setup = g_new0(RiskSetup, 1);
  g_autofree RiskScratch *scratch = g_new0(RiskScratch, 1);
  g_autofree RiskRun *all = g_new0(RiskRun, options->years);
  g_autofree RiskRun *luck = g_new0(RiskRun, options->years);
  g_autofree int64_t *work = g_new(int64_t, options->years);
  g_autofree Risk *risk = g_new(Risk, 1);
  RiskRun *runs[RISK_SAMPLE_COUNT] = {[RISK_ALL] = all, [RISK_LUCK] = luck};
  int years[RISK_SAMPLE_COUNT] = {
      [RISK_ALL] = options->without_uncertainty ? 0 : options->years,
      [RISK_LUCK] =
          options->without_uncertainty ? options->years : MIN(options->years, RISK_LUCK_YEARS),
  };
  int done[RISK_SAMPLE_COUNT] = {0};
  risk_setup(setup, plan, options->seed);
  risk_begin(setup, !options->without_uncertainty, options->years, risk);
  while (done[RISK_ALL] < years[RISK_ALL] || done[RISK_LUCK] < years[RISK_LUCK])
    for (RiskSample sample = 0; sample < RISK_SAMPLE_COUNT; sample++) {
      int end = risk_next_batch_end(done[sample], years[sample]);
      if (end == 0)
        continue;
      for (; done[sample] < end; done[sample]++)
        risk_run(setup, sample, (uint32_t)done[sample], &runs[sample][done[sample]], scratch);
      risk_sum_up(setup, sample, runs[sample], end, work, risk);
      g_ptr_array_add(risks, g_memdup2(risk, sizeof *risk));
    }
  return risks;
}

static gboolean are_same(const GPtrArray *a, const GPtrArray *b) {
  gboolean same = a->len == b->len;
  for (guint i = 0; same && i < a->len; i++)
    same = risk_is_same(g_ptr_array_index(a, i), g_ptr_array_index(b, i));
  return same;
}

/* Runs a job to its end, waiting or not. */
static void job_hear(const Plan *plan, const RiskOptions *options, gboolean waits, Heard *heard) {
  if (!waits) {
    risk_job_start(plan, options, NULL, hear_cb, heard, NULL);
    while (!heard->ended)
      g_main_context_iteration(NULL, TRUE);
    return;
  }
  g_autoptr(GError) error = NULL;
  g_autofree Risk *risk = risk_job_run(plan, options, NULL, hear_cb, heard, &error);
  g_assert_no_error(error);
  g_assert_true(risk_is_same(risk, g_ptr_array_index(heard->risks, heard->risks->len - 1)));
}

static void assert_same_over_threads(const Plan *plan, RiskOptions options, guint batches) {
  static const int threads[] = {1, 2, 8};
  g_autoptr(GPtrArray) expected = risks_in_turn(plan, &options);
  g_assert_cmpuint(expected->len, ==, batches);
  for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
    for (int waits = 0; waits < 2; waits++) {
      g_auto(Heard) heard = heard_new();
      options.threads = threads[i];
      g_atomic_int_set(&runs_begun, 0);
      job_hear(plan, &options, waits, &heard);
      g_assert_true(heard.ended);
      g_assert_cmpint(heard.wanted, ==, risk_options_count_runs(&options));
      g_assert_cmpint(g_atomic_int_get(&runs_begun), ==, heard.wanted);
      g_assert_true(are_same(heard.risks, expected));
    }
}

static void test_same_over_threads(void) {
  g_autofree Plan *plan = example_new();
  run_kind = RUNS_REAL;
  assert_same_over_threads(plan, (RiskOptions){.years = 24, .seed = 7}, 2);
  run_kind = RUNS_MADE_UP;
  runs_jitter = 200;
  assert_same_over_threads(plan, (RiskOptions){.years = 1, .seed = 1}, 2);
  assert_same_over_threads(plan, (RiskOptions){.years = 1100, .seed = 2}, 5);
  assert_same_over_threads(plan,
                           (RiskOptions){.years = 1001, .seed = 3, .without_uncertainty = TRUE}, 3);
  runs_jitter = 0;
}

/* Asked for more years, the first batches say the same. */
static void test_first_batches(void) {
  g_autofree Plan *plan = example_new();
  g_auto(Heard) few = heard_new(), many = heard_new();
  run_kind = RUNS_MADE_UP;
  job_hear(plan, &(RiskOptions){.years = 1000, .seed = 1, .threads = 2}, TRUE, &few);
  job_hear(plan, &(RiskOptions){.years = 4000, .seed = 1, .threads = 2}, TRUE, &many);
  g_assert_cmpuint(few.risks->len, ==, 4);
  g_assert_cmpuint(many.risks->len, ==, 5);
  for (guint i = 0; i < few.risks->len; i++) {
    Risk *risk = g_ptr_array_index(few.risks, i);
    g_assert_cmpint(risk->years, ==, 1000);
    risk->years = 4000;
    g_assert_true(risk_is_same(risk, g_ptr_array_index(many.risks, i)));
  }
}

/* A comparison that cannot fail says nothing. */
static void test_fault_is_seen(void) {
  g_autofree Plan *plan = example_new();
  RiskOptions options = {.years = 300, .seed = 1, .threads = 2};
  run_kind = RUNS_IN_ORDER_OF_ARRIVAL;
  g_autoptr(GPtrArray) expected = risks_in_turn(plan, &options);
  g_auto(Heard) heard = heard_new();
  job_hear(plan, &options, TRUE, &heard);
  g_assert_cmpuint(heard.risks->len, ==, expected->len);
  g_assert_false(are_same(heard.risks, expected));
}

/* The largest job: every batch comes, the luck's own stop where they should. */
static void test_all_years(void) {
  g_autofree Plan *plan = example_new();
  RiskOptions options = {.years = RISK_YEARS_MAX, .seed = 1};
  static const int years[][RISK_SAMPLE_COUNT] = {{250, 0},     {250, 250},   {1000, 250},
                                                 {1000, 1000}, {4000, 1000}, {10000, 1000}};
  g_auto(Heard) heard = heard_new();
  run_kind = RUNS_MADE_UP;
  job_hear(plan, &options, FALSE, &heard);
  g_assert_cmpint(heard.wanted, ==, 11000);
  g_assert_cmpuint(heard.risks->len, ==, G_N_ELEMENTS(years));
  for (gsize i = 0; i < G_N_ELEMENTS(years); i++) {
    const Risk *risk = g_ptr_array_index(heard.risks, i);
    g_assert_cmpint(risk->sample[RISK_ALL].years, ==, years[i][RISK_ALL]);
    g_assert_cmpint(risk->sample[RISK_LUCK].years, ==, years[i][RISK_LUCK]);
  }
}

/* --- called off ---------------------------------------------------------------------------- */

typedef struct {
  GCancellable *cancellable;
  int told, told_after, destroyed;
  GThread *thread;
} Watch;

static void watch_cb(const Risk *risk, int done, int wanted, gpointer data) {
  Watch *watch = data;
  watch->told++;
  watch->told_after += g_cancellable_is_cancelled(watch->cancellable);
}

static void watch_destroy(gpointer data) {
  Watch *watch = data;
  g_assert_true(g_thread_self() == watch->thread);
  watch->destroyed++;
}

/* Lets the main context turn for a while. */
static void turn_until(gint64 usec) {
  while (g_get_monotonic_time() < usec)
    if (!g_main_context_iteration(NULL, FALSE))
      g_thread_yield();
}

static void test_cancel_any_time(void) {
  g_autofree Plan *plan = example_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(20);
  run_kind = RUNS_MADE_UP;
  runs_jitter = 100;
  int silent = 0;
  for (int i = 0; i < 300; i++) {
    int threads = 1 + i % 3;
    g_autoptr(GCancellable) cancellable = g_cancellable_new();
    Watch watch = {.cancellable = cancellable, .thread = g_thread_self()};
    RiskOptions options = {.years = RISK_YEARS_MAX, .seed = 1, .threads = threads};
    g_atomic_int_set(&runs_begun, 0);
    risk_job_start(plan, &options, cancellable, watch_cb, &watch, watch_destroy);
    if (i % 10 > 0)
      turn_until(g_get_monotonic_time() + g_rand_int_range(luck, 0, 2000));
    while (i % 10 == 1 && watch.told == 0)
      g_main_context_iteration(NULL, TRUE);
    g_cancellable_cancel(cancellable);
    int begun = g_atomic_int_get(&runs_begun);
    while (watch.destroyed == 0)
      g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(g_atomic_int_get(&runs_begun) - begun, <=, threads);
    g_assert_cmpint(watch.told_after, ==, 0);
    g_assert_cmpint(watch.destroyed, ==, 1);
    silent += watch.told == 0;
  }
  g_assert_cmpint(silent, >=, 30);
  g_assert_cmpint(silent, <=, 270);
  g_assert_false(g_main_context_iteration(NULL, FALSE));
  runs_jitter = 0;
}

/* Who was told may call it off there and then: the news that wait are not told any more. */
static void test_cancel_when_told(void) {
  g_autofree Plan *plan = example_new();
  run_kind = RUNS_MADE_UP;
  for (int after = 1; after <= 6; after++) {
    g_autoptr(GCancellable) cancellable = g_cancellable_new();
    g_autoptr(GError) error = NULL;
    g_auto(Heard) heard = heard_new();
    RiskOptions options = {.years = 4000, .seed = 1, .threads = 2};
    heard.cancellable = cancellable;
    heard.cancel_after = after;
    g_autofree Risk *risk = risk_job_run(plan, &options, cancellable, hear_cb, &heard, &error);
    if (heard.told < after) /* few counts were told on the way: it ended first */
      g_assert_nonnull(risk);
    else
      g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpint(heard.told, <=, after);
  }
}

static void test_cancelled_before(void) {
  g_autofree Plan *plan = example_new();
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(GError) error = NULL;
  RiskOptions options = {.years = 1000, .seed = 1};
  g_cancellable_cancel(cancellable);
  g_atomic_int_set(&runs_begun, 0);
  g_assert_null(risk_job_run(plan, &options, cancellable, NULL, NULL, &error));
  g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint(g_atomic_int_get(&runs_begun), ==, 0);
}

/* --- where and when it is told ------------------------------------------------------------- */

static gpointer hear_elsewhere(gpointer data) {
  const Plan *plan = data;
  g_autoptr(GMainContext) context = g_main_context_new();
  g_main_context_push_thread_default(context);
  g_auto(Heard) heard = heard_new();
  RiskOptions options = {.years = 500, .seed = 1, .threads = 2};
  risk_job_start(plan, &options, NULL, hear_cb, &heard, NULL);
  while (!heard.ended)
    g_main_context_iteration(context, TRUE);
  g_main_context_pop_thread_default(context);
  return GUINT_TO_POINTER(heard.risks->len);
}

/* Told where it was asked, also beside a main context that somebody else turns. */
static void test_own_context(void) {
  g_autofree Plan *plan = example_new();
  run_kind = RUNS_MADE_UP;
  GThread *thread = g_thread_new("asks", hear_elsewhere, plan);
  g_assert_cmpuint(GPOINTER_TO_UINT(g_thread_join(thread)), ==, 4);
  g_assert_false(g_main_context_iteration(NULL, FALSE));
}

/* The plan is the caller's to change as soon as the job was started. */
static void test_plan_is_copied(void) {
  g_autofree Plan *plan = example_new();
  RiskOptions options = {.years = 6, .seed = 1, .threads = 2};
  run_kind = RUNS_REAL;
  g_autoptr(GPtrArray) expected = risks_in_turn(plan, &options);
  g_auto(Heard) heard = heard_new();
  risk_job_start(plan, &options, NULL, hear_cb, &heard, NULL);
  memset(plan, 0xa5, sizeof *plan);
  while (!heard.ended)
    g_main_context_iteration(NULL, TRUE);
  g_assert_true(are_same(heard.risks, expected));
}

/* At most about 20 counts a second, however many runs there are. */
static void test_counts_are_few(void) {
  g_autofree Plan *plan = example_new();
  RiskOptions options = {.years = RISK_YEARS_MAX, .seed = 1, .threads = 2};
  g_auto(Heard) heard = heard_new();
  run_kind = RUNS_MADE_UP;
  runs_jitter = 4000;
  gint64 begin = g_get_monotonic_time();
  job_hear(plan, &options, TRUE, &heard);
  gint64 took_usec = g_get_monotonic_time() - begin;
  int counts = heard.told - (int)heard.risks->len;
  g_test_message("%d counts in %d ms", counts, (int)(took_usec / 1000));
  g_assert_cmpint(counts, >, 0);
  g_assert_cmpint(counts, <=, 1 + (int)(took_usec / 50000));
  runs_jitter = 0;
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/risk-job/same-threads", test_same_over_threads);
  g_test_add_func("/risk-job/first-batches", test_first_batches);
  g_test_add_func("/risk-job/fault-is-seen", test_fault_is_seen);
  g_test_add_func("/risk-job/all-years", test_all_years);
  g_test_add_func("/risk-job/cancel-any-time", test_cancel_any_time);
  g_test_add_func("/risk-job/cancel-when-told", test_cancel_when_told);
  g_test_add_func("/risk-job/cancelled-before", test_cancelled_before);
  g_test_add_func("/risk-job/own-context", test_own_context);
  g_test_add_func("/risk-job/plan-is-copied", test_plan_is_copied);
  g_test_add_func("/risk-job/counts-are-few", test_counts_are_few);
  return g_test_run();
}
