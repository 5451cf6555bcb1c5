/* Decisions over threads: the same whatever the threads; part after part, those asked for and those
 * they stand on; called off at any moment, and then silent. Most years here are made up, so that
 * there can be many: the linker puts __wrap_risk_run in the place of risk_run. */
#include <string.h>

#include "model/store/decisions-json.h"
#include "model/store/plan-json.h"
#include "ui/session/decide-job.h"
#include "ui/session/run-pool.h"

typedef enum {
  RUNS_REAL,
  RUNS_MADE_UP,
  RUNS_IN_ORDER_OF_ARRIVAL, /* the fault: a year that is not the same every time */
} RunKind;

static RunKind run_kind;
static int runs_begun; /* atomic */
static int runs_jitter;

void __real_risk_run(const RiskSetup *setup, RiskSample sample, uint32_t run, RiskRun *out,
                     RiskScratch *scratch);
void __wrap_risk_run(const RiskSetup *setup, RiskSample sample, uint32_t run, RiskRun *out,
                     RiskScratch *scratch);

/* More vouchers cost more, as they do; all else is luck. */
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
    out->value[i] = (int64_t)(random_bits_of_key(key, item, (uint32_t)i) >> 48);
  out->value[RISK_RESULT_CENTS] -= 100 * setup->plan.deal.vouchers_sold;
  out->applies = (1 << CONDITION_COUNT) - 1;
  out->broken = (uint16_t)(out->value[RISK_RESULT_CENTS] < -60000 ? 3 : 0);
}

static Plan *example_new(void) {
  Plan *plan = g_new(Plan, 1);
  plan_example(plan);
  return plan;
}

/* --- the years ----------------------------------------------------------------------------- */

#define POOL_YEARS 300

/* Years 7 … 7 + POOL_YEARS − 1, asked for in two goes. */
static TrialRun *years_of_pool(const RiskSetup *setup, int threads) {
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(RunPool) pool = run_pool_new(threads, cancellable);
  TrialRun *years = g_new0(TrialRun, POOL_YEARS);
  g_assert_true(run_pool_run(pool, setup, RISK_ALL, 7, 20, years));
  g_assert_true(run_pool_run(pool, setup, RISK_ALL, 20, 7 + POOL_YEARS, years + 13));
  g_assert_true(run_pool_run(pool, setup, RISK_ALL, 3, 3, NULL));
  return years;
}

static gboolean years_are_same(const TrialRun *a, const TrialRun *b) {
  for (int i = 0; i < POOL_YEARS; i++)
    if (memcmp(a[i].value, b[i].value, sizeof a[i].value) != 0 || a[i].applies != b[i].applies ||
        a[i].broken != b[i].broken)
      return FALSE;
  return TRUE;
}

static void test_pool(void) {
  static const int THREADS[] = {1, 2, 5, 0};
  g_autofree Plan *plan = example_new();
  g_autofree RiskSetup *setup = g_new0(RiskSetup, 1);
  g_autofree TrialScratch *scratch = g_new0(TrialScratch, 1);
  g_autofree TrialRun *expected = g_new0(TrialRun, POOL_YEARS);
  risk_setup(setup, plan, 5);
  run_kind = RUNS_MADE_UP;
  runs_jitter = 100;
  trial_run_here(scratch, setup, RISK_ALL, 7, 7 + POOL_YEARS, expected);
  for (gsize i = 0; i < G_N_ELEMENTS(THREADS); i++) {
    g_atomic_int_set(&runs_begun, 0);
    g_autofree TrialRun *years = years_of_pool(setup, THREADS[i]);
    g_assert_true(years_are_same(years, expected));
    g_assert_cmpint(g_atomic_int_get(&runs_begun), ==, POOL_YEARS);
  }
  run_kind = RUNS_IN_ORDER_OF_ARRIVAL; /* a comparison that cannot fail says nothing */
  g_autofree TrialRun *others = years_of_pool(setup, 2);
  g_assert_false(years_are_same(others, expected));
  runs_jitter = 0;
}

static gpointer cancel_soon(gpointer cancellable) {
  g_usleep(500);
  g_cancellable_cancel(cancellable);
  return NULL;
}

static void test_pool_cancelled(void) {
  g_autofree Plan *plan = example_new();
  g_autofree RiskSetup *setup = g_new0(RiskSetup, 1);
  g_autofree TrialRun *years = g_new0(TrialRun, 100000);
  risk_setup(setup, plan, 5);
  run_kind = RUNS_MADE_UP;
  runs_jitter = 2000;
  for (int threads = 1; threads <= 4; threads++) {
    g_autoptr(GCancellable) cancellable = g_cancellable_new();
    g_autoptr(RunPool) pool = run_pool_new(threads, cancellable);
    g_atomic_int_set(&runs_begun, 0);
    GThread *thread = g_thread_new("cancels", cancel_soon, cancellable);
    g_assert_false(run_pool_run(pool, setup, RISK_ALL, 0, 100000, years));
    g_assert_false(run_pool_run(pool, setup, RISK_ALL, 0, 100, years)); /* and stays so */
    g_assert_cmpint(g_atomic_int_get(&runs_begun), <, 100000);
    g_thread_join(thread);
  }
  runs_jitter = 0;
}

/* --- the same decisions -------------------------------------------------------------------- */

/* What was told, in its order. */
typedef struct {
  GPtrArray *texts; /* of the decisions told */
  unsigned done_parts;
  int done, wanted, begun;
  GThread *thread;
  GCancellable *cancellable;
  int cancel_after; /* calls; 0: never */
  int told, destroyed;
} Heard;

/* Every number of them; the plan is only asked for the verdict's words. */
static char *decisions_text(const Decisions *decisions) {
  static Plan *plan;
  if (!plan)
    plan = example_new();
  return decisions_to_json(plan, decisions);
}

static void hear_cb(const Decisions *decisions, int done, int wanted, gpointer data) {
  Heard *heard = data;
  g_assert_true(g_thread_self() == heard->thread);
  g_assert_false(g_cancellable_is_cancelled(heard->cancellable));
  g_assert_cmpint(heard->destroyed, ==, 0);
  g_assert_cmpint(done, ==, heard->done + (decisions != NULL));
  g_assert_cmpint(done, <=, wanted);
  heard->told++;
  heard->done = done;
  heard->wanted = wanted;
  if (decisions) {
    g_assert_cmpint(decisions->done & heard->done_parts, ==, heard->done_parts);
    heard->done_parts = decisions->done;
    g_ptr_array_add(heard->texts, decisions_text(decisions));
  }
  heard->begun += !decisions;
  if (heard->told == heard->cancel_after)
    g_cancellable_cancel(heard->cancellable);
}

static void hear_destroy(gpointer data) {
  Heard *heard = data;
  g_assert_true(g_thread_self() == heard->thread);
  heard->destroyed++;
}

static Heard heard_new(void) {
  return (Heard){.texts = g_ptr_array_new_with_free_func(g_free),
                 .thread = g_thread_self(),
                 .cancellable = g_cancellable_new()};
}

static void heard_clear(Heard *heard) {
  g_clear_pointer(&heard->texts, g_ptr_array_unref);
  g_object_unref(heard->cancellable);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Heard, heard_clear)

/* Runs a job to its end, waiting or not. */
static void job_hear(const Plan *plan, const DecideOptions *options, gboolean waits, Heard *heard) {
  if (!waits) {
    decide_job_start(plan, options, heard->cancellable, hear_cb, heard, hear_destroy);
    while (heard->destroyed == 0)
      g_main_context_iteration(NULL, TRUE);
    return;
  }
  g_autoptr(GError) error = NULL;
  g_autofree Decisions *decisions =
      decide_job_run(plan, options, heard->cancellable, hear_cb, heard, &error);
  g_assert_no_error(error);
  g_autofree char *text = decisions_text(decisions);
  g_assert_true(g_str_equal(text, g_ptr_array_index(heard->texts, heard->texts->len - 1)));
}

/* The same by one loop: no threads. */
static GPtrArray *texts_in_turn(const Plan *plan, const DecideOptions *options) {
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  g_autofree TrialScratch *scratch = g_new0(TrialScratch, 1);
  g_autofree DecideScratch *decide = g_new0(DecideScratch, 1);
  g_autofree Decisions *decisions = g_new0(Decisions, 1);
  const TrialRunner runner = {trial_run_here, scratch, options->seed};
  decisions_begin(plan, options->seed, !options->without_uncertainty, decisions);
  for (DecidePart part = 0; part < DECIDE_PART_COUNT; part++) {
    g_assert_true(decisions_compute(decisions, part, plan, &runner, decide));
    g_ptr_array_add(texts, decisions_text(decisions));
  }
  return texts;
}

static gboolean are_same(const GPtrArray *a, const GPtrArray *b) {
  gboolean same = a->len == b->len;
  for (guint i = 0; same && i < a->len; i++)
    same = g_str_equal(g_ptr_array_index(a, i), g_ptr_array_index(b, i));
  return same;
}

static void assert_same_over_threads(const Plan *plan, DecideOptions options) {
  static const int THREADS[] = {1, 2, 5};
  g_autoptr(GPtrArray) expected = texts_in_turn(plan, &options);
  for (gsize i = 0; i < G_N_ELEMENTS(THREADS); i++)
    for (int waits = 0; waits < 2; waits++) {
      g_auto(Heard) heard = heard_new();
      options.threads = THREADS[i];
      job_hear(plan, &options, waits, &heard);
      g_assert_cmpint(heard.done, ==, DECIDE_PART_COUNT);
      g_assert_cmpint(heard.wanted, ==, DECIDE_PART_COUNT);
      g_assert_true(are_same(heard.texts, expected));
    }
}

static void test_same_over_threads(void) {
  g_autofree Plan *plan = example_new();
  run_kind = RUNS_MADE_UP;
  assert_same_over_threads(plan, (DecideOptions){.seed = 1});
  assert_same_over_threads(plan, (DecideOptions){.seed = 2, .without_uncertainty = TRUE});
}

/* A few real parts, of few years. */
static void test_real_years(void) {
  g_autofree Plan *plan = example_new();
  DecideOptions options = {
      .seed = 1, .parts = 1u << DECIDE_QUOTA | 1u << DECIDE_ONE_MORE, .without_uncertainty = TRUE};
  run_kind = RUNS_REAL;
  g_auto(Heard) one = heard_new(), two = heard_new();
  options.threads = 1;
  job_hear(plan, &options, TRUE, &one);
  options.threads = 2;
  job_hear(plan, &options, FALSE, &two);
  g_assert_cmpuint(one.texts->len, ==, 2);
  g_assert_true(are_same(one.texts, two.texts));
}

static void test_fault_is_seen(void) {
  g_autofree Plan *plan = example_new();
  DecideOptions options = {.seed = 1, .parts = 1u << DECIDE_TORNADO, .threads = 2};
  run_kind = RUNS_IN_ORDER_OF_ARRIVAL;
  g_auto(Heard) one = heard_new(), two = heard_new();
  job_hear(plan, &options, TRUE, &one);
  job_hear(plan, &options, TRUE, &two);
  g_assert_false(are_same(one.texts, two.texts));
}

/* --- parts --------------------------------------------------------------------------------- */

static void test_parts(void) {
  static const struct {
    unsigned asked, told;
  } CASES[] = {
      {1u << DECIDE_CAP, 1u << DECIDE_CAP},
      {1u << DECIDE_ASKS, 1u << DECIDE_ASKS | 1u << DECIDE_CAP | 1u << DECIDE_QUOTA},
      {1u << DECIDE_FACTS,
       1u << DECIDE_FACTS | 1u << DECIDE_ASKS | 1u << DECIDE_CAP | 1u << DECIDE_QUOTA},
      {1u << DECIDE_LAUNCH | 1u << DECIDE_TORNADO, 1u << DECIDE_LAUNCH | 1u << DECIDE_TORNADO},
  };
  g_autofree Plan *plan = example_new();
  run_kind = RUNS_MADE_UP;
  for (gsize i = 0; i < G_N_ELEMENTS(CASES); i++) {
    g_auto(Heard) heard = heard_new();
    job_hear(plan, &(DecideOptions){.seed = 1, .parts = CASES[i].asked, .threads = 2}, i % 2,
             &heard);
    g_assert_cmpuint(heard.done_parts, ==, CASES[i].told);
    g_assert_cmpint(heard.wanted, ==, (int)heard.texts->len);
    g_assert_cmpint(heard.done, ==, heard.wanted);
    g_assert_cmpint(heard.begun, <=, heard.wanted);
  }
}

/* --- called off ---------------------------------------------------------------------------- */

/* Lets the main context turn for a while. */
static void turn_until(gint64 usec) {
  while (g_get_monotonic_time() < usec)
    if (!g_main_context_iteration(NULL, FALSE))
      g_thread_yield();
}

static void test_cancel_any_time(void) {
  g_autofree Plan *plan = example_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(20);
  int silent = 0, whole = 0;
  run_kind = RUNS_MADE_UP;
  runs_jitter = 100;
  for (int i = 0; i < 40; i++) {
    int threads = 1 + i % 3;
    g_auto(Heard) heard = heard_new();
    DecideOptions options = {.seed = 1, .threads = threads};
    decide_job_start(plan, &options, heard.cancellable, hear_cb, &heard, hear_destroy);
    if (i % 10 > 0)
      turn_until(g_get_monotonic_time() + g_rand_int_range(luck, 0, 8000));
    g_cancellable_cancel(heard.cancellable);
    int begun = g_atomic_int_get(&runs_begun);
    while (heard.destroyed == 0)
      g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(g_atomic_int_get(&runs_begun) - begun, <=, threads);
    silent += heard.told == 0;
    whole += heard.done == DECIDE_PART_COUNT;
    while (g_main_context_iteration(NULL, FALSE))
      ;
    g_assert_cmpint(heard.destroyed, ==, 1);
  }
  g_test_message("%d silent, %d whole", silent, whole);
  g_assert_cmpint(silent, >=, 4);
  runs_jitter = 0;
}

/* Who was told may call it off there and then. */
static void test_cancel_when_told(void) {
  g_autofree Plan *plan = example_new();
  run_kind = RUNS_MADE_UP;
  for (int after = 1; after < 2 * DECIDE_PART_COUNT; after += 3)
    for (int waits = 0; waits < 2; waits++) {
      g_autoptr(GError) error = NULL;
      g_auto(Heard) heard = heard_new();
      DecideOptions options = {.seed = 1, .threads = 2};
      heard.cancel_after = after;
      if (!waits) {
        decide_job_start(plan, &options, heard.cancellable, hear_cb, &heard, hear_destroy);
        while (heard.destroyed == 0)
          g_main_context_iteration(NULL, TRUE);
      } else {
        g_assert_null(decide_job_run(plan, &options, heard.cancellable, hear_cb, &heard, &error));
        g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      }
      g_assert_cmpint(heard.told, <=, after);
    }
}

static void test_cancelled_before(void) {
  g_autofree Plan *plan = example_new();
  g_autoptr(GCancellable) cancellable = g_cancellable_new();
  g_autoptr(GError) error = NULL;
  const Plan *plans[] = {plan};
  DecideOptions options = {.seed = 1};
  g_cancellable_cancel(cancellable);
  g_atomic_int_set(&runs_begun, 0);
  g_assert_null(decide_job_run(plan, &options, cancellable, NULL, NULL, &error));
  g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error(&error);
  g_assert_null(offers_job_run(plans, 1, &options, cancellable, &error));
  g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint(g_atomic_int_get(&runs_begun), ==, 0);
}

/* --- where it is told ---------------------------------------------------------------------- */

static gpointer hear_elsewhere(gpointer plan) {
  g_autoptr(GMainContext) context = g_main_context_new();
  g_main_context_push_thread_default(context);
  g_auto(Heard) heard = heard_new();
  DecideOptions options = {.seed = 1, .threads = 2};
  decide_job_start(plan, &options, NULL, hear_cb, &heard, hear_destroy);
  memset(plan, 0xa5, sizeof(Plan)); /* it was copied */
  while (heard.destroyed == 0)
    g_main_context_iteration(context, TRUE);
  g_main_context_pop_thread_default(context);
  return g_steal_pointer(&heard.texts);
}

static void test_own_context(void) {
  g_autofree Plan *plan = example_new();
  run_kind = RUNS_MADE_UP;
  g_autoptr(GPtrArray) expected = texts_in_turn(plan, &(DecideOptions){.seed = 1});
  GThread *thread = g_thread_new("asks", hear_elsewhere, plan);
  g_autoptr(GPtrArray) texts = g_thread_join(thread);
  g_assert_true(are_same(texts, expected));
}

/* --- offers -------------------------------------------------------------------------------- */

typedef struct {
  Offers *offers;
  int told, destroyed;
} OffersHeard;

static void hear_offers_cb(const Offers *offers, gpointer data) {
  OffersHeard *heard = data;
  heard->told++;
  g_free(heard->offers);
  heard->offers = g_memdup2(offers, sizeof *offers);
}

static void destroy_offers_cb(gpointer data) {
  ((OffersHeard *)data)->destroyed++;
}

static gboolean offers_are_same(const Offers *a, const Offers *b) {
  gboolean same = a->years == b->years && a->offer_count == b->offer_count;
  for (int i = 0; same && i < a->offer_count; i++) {
    const Offer *x = &a->offer[i], *y = &b->offer[i];
    same = g_str_equal(x->name, y->name) && x->left_used_cents == y->left_used_cents &&
           x->result_p5_cents == y->result_p5_cents && x->result_p95_cents == y->result_p95_cents &&
           x->less_first.mean_milli == y->less_first.mean_milli &&
           x->less_first.error_milli == y->less_first.error_milli &&
           x->standing.result.mean_milli == y->standing.result.mean_milli;
  }
  return same;
}

static void test_offers(void) {
  g_autofree Plan *first = example_new(), *second = example_new();
  const Plan *plans[] = {first, second};
  DecideOptions options = {.seed = 1, .threads = 1};
  run_kind = RUNS_MADE_UP;
  plan_set_text(second, "name", "Second");
  second->deal.vouchers_sold -= 100;
  g_autofree Offers *expected = offers_job_run(plans, 2, &options, NULL, NULL);
  g_assert_cmpint(expected->offer_count, ==, 2);
  g_assert_cmpstr(expected->offer[1].name, ==, "Second");
  g_assert_cmpint(expected->offer[1].less_first.mean_milli, ==, 100 * 100 * 1000);
  for (options.threads = 2; options.threads <= 5; options.threads += 3) {
    OffersHeard heard = {0};
    offers_job_start(plans, 2, &options, NULL, hear_offers_cb, &heard, destroy_offers_cb);
    while (heard.destroyed == 0)
      g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(heard.told, ==, 1);
    g_assert_true(offers_are_same(heard.offers, expected));
    g_free(heard.offers);
  }
}

static void test_offers_cancelled(void) {
  g_autofree Plan *plan = example_new();
  const Plan *plans[] = {plan, plan, plan, plan};
  g_autoptr(GRand) luck = g_rand_new_with_seed(3);
  run_kind = RUNS_MADE_UP;
  for (int i = 0; i < 30; i++) {
    g_autoptr(GCancellable) cancellable = g_cancellable_new();
    OffersHeard heard = {0};
    DecideOptions options = {.seed = 1, .threads = 1 + i % 3};
    offers_job_start(plans, 4, &options, cancellable, hear_offers_cb, &heard, destroy_offers_cb);
    turn_until(g_get_monotonic_time() + g_rand_int_range(luck, 0, 4000));
    g_cancellable_cancel(cancellable);
    int told = heard.told;
    while (heard.destroyed == 0)
      g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(heard.told, ==, told);
    g_free(heard.offers);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/decide-job/pool", test_pool);
  g_test_add_func("/decide-job/pool-cancelled", test_pool_cancelled);
  g_test_add_func("/decide-job/same-threads", test_same_over_threads);
  g_test_add_func("/decide-job/real-years", test_real_years);
  g_test_add_func("/decide-job/fault-is-seen", test_fault_is_seen);
  g_test_add_func("/decide-job/parts", test_parts);
  g_test_add_func("/decide-job/cancel-any-time", test_cancel_any_time);
  g_test_add_func("/decide-job/cancel-when-told", test_cancel_when_told);
  g_test_add_func("/decide-job/cancelled-before", test_cancelled_before);
  g_test_add_func("/decide-job/own-context", test_own_context);
  g_test_add_func("/decide-job/offers", test_offers);
  g_test_add_func("/decide-job/offers-cancelled", test_offers_cancelled);
  return g_test_run();
}
