/* The session and the preferences: what is open follows every edit, also where the plan makes no
 * sense or the file takes nothing. */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "model/plan/fields.h"
#include "tests/risk-same.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"

typedef struct {
  char *folder, *path;
  AubSession *session;
  int changed, plans_changed, failed, risk_changed;
  char *message;
} Fixture;

static void count_cb(AubSession *session, gpointer data) {
  int *count = data;
  ++*count;
}

static void failed_cb(AubSession *session, const char *message, gpointer data) {
  Fixture *fixture = data;
  fixture->failed++;
  g_free(fixture->message);
  fixture->message = g_strdup(message);
}

static void session_start(Fixture *fixture) {
  g_autoptr(GError) error = NULL;
  fixture->session = aub_session_new(fixture->path, &error);
  g_assert_no_error(error);
  g_signal_connect(fixture->session, "changed", G_CALLBACK(count_cb), &fixture->changed);
  g_signal_connect(fixture->session, "plans-changed", G_CALLBACK(count_cb),
                   &fixture->plans_changed);
  g_signal_connect(fixture->session, "failed", G_CALLBACK(failed_cb), fixture);
  aub_session_set_risk_options(fixture->session, &(RiskOptions){.years = 0}); /* quiet */
  aub_session_set_decide(fixture->session, FALSE);                            /* tested apart */
  g_signal_connect(fixture->session, "risk-changed", G_CALLBACK(count_cb), &fixture->risk_changed);
}

static void session_restart(Fixture *fixture) {
  g_object_unref(fixture->session);
  session_start(fixture);
}

static void fixture_set_up(Fixture *fixture, gconstpointer data) {
  fixture->folder = g_dir_make_tmp("aubaine-session-XXXXXX", NULL);
  fixture->path = g_build_filename(fixture->folder, "made", "deals.aubaine", NULL);
  session_start(fixture);
}

static void fixture_tear_down(Fixture *fixture, gconstpointer data) {
  g_clear_object(&fixture->session);
  g_autofree char *made = g_path_get_dirname(fixture->path);
  g_remove(fixture->path);
  g_rmdir(made);
  g_rmdir(fixture->folder);
  g_free(fixture->folder);
  g_free(fixture->path);
  g_free(fixture->message);
}

static gint64 price(Fixture *fixture) {
  return plan_get(aub_session_get_plan(fixture->session), "deal.price_cents");
}

static gint64 left(Fixture *fixture) {
  return aub_session_get_results(fixture->session)->headline.left_used_cents;
}

/* The results are those of computed_plan. */
static void assert_belong_together(Fixture *fixture) {
  AubSession *session = fixture->session;
  g_assert_cmpuint(aub_session_get_results(session)->plan_fingerprint, ==,
                   plan_fingerprint(aub_session_get_computed_plan(session)));
  g_assert_cmpuint(books_results(aub_session_get_books(session))->plan_fingerprint, ==,
                   aub_session_get_results(session)->plan_fingerprint);
}

static void test_starts_on_example(Fixture *fixture, gconstpointer data) {
  g_autofree Plan *example = g_new(Plan, 1);
  char path[PLAN_PATH_SIZE];
  plan_example(example);
  g_assert_false(
      plan_first_difference(aub_session_get_plan(fixture->session), example, path, sizeof path));
  g_assert_cmpint(aub_session_get_problems(fixture->session)->blocking_count, ==, 0);
  g_assert_false(aub_session_is_read_only(fixture->session));
  g_assert_true(aub_session_is_saved(fixture->session));
  g_assert_false(aub_session_can_undo(fixture->session, NULL));
  assert_belong_together(fixture);
}

static void test_edit(Fixture *fixture, gconstpointer data) {
  gint64 old_price = price(fixture), old_left = left(fixture);
  char path[PLAN_PATH_SIZE];
  aub_session_edit(fixture->session, "deal.price_cents", old_price - 500, 0);
  g_assert_cmpint(fixture->changed, ==, 1);
  g_assert_cmpint(left(fixture), <, old_left);
  gint64 new_left = left(fixture);
  assert_belong_together(fixture);
  g_assert_true(aub_session_can_undo(fixture->session, path));
  g_assert_cmpstr(path, ==, "deal.price_cents");
  session_restart(fixture); /* stored as made */
  g_assert_cmpint(left(fixture), ==, new_left);
  aub_session_undo(fixture->session);
  g_assert_cmpint(price(fixture), ==, old_price);
  g_assert_cmpint(left(fixture), ==, old_left);
  g_assert_true(aub_session_can_redo(fixture->session, NULL));
  aub_session_redo(fixture->session);
  g_assert_cmpint(left(fixture), ==, new_left);
  g_assert_cmpint(fixture->changed, ==, 3);
  aub_session_redo(fixture->session); /* nothing more: no signal */
  g_assert_cmpint(fixture->changed, ==, 3);
  g_assert_cmpint(fixture->failed, ==, 0);
}

static void test_nonsense_keeps_results(Fixture *fixture, gconstpointer data) {
  gint64 old_price = price(fixture), old_left = left(fixture);
  aub_session_edit(fixture->session, "deal.price_cents", -5, 0);
  g_assert_cmpint(fixture->changed, ==, 1);
  g_assert_cmpint(price(fixture), ==, -5);
  g_assert_cmpint(aub_session_get_problems(fixture->session)->blocking_count, >, 0);
  g_assert_cmpint(left(fixture), ==, old_left);
  g_assert_cmpint(plan_get(aub_session_get_computed_plan(fixture->session), "deal.price_cents"), ==,
                  old_price);
  session_restart(fixture); /* the last sensible step is found again */
  g_assert_cmpint(price(fixture), ==, -5);
  g_assert_cmpint(left(fixture), ==, old_left);
  g_assert_cmpint(plan_get(aub_session_get_computed_plan(fixture->session), "deal.price_cents"), ==,
                  old_price);
  aub_session_undo(fixture->session);
  g_assert_cmpint(aub_session_get_problems(fixture->session)->blocking_count, ==, 0);
  assert_belong_together(fixture);
}

/* "475" is typed by way of "4" and "47": none of them was meant. */
static void test_nonsense_typed_keeps_results(Fixture *fixture, gconstpointer data) {
  gint64 old_price = price(fixture), old_left = left(fixture);
  gint64 merge = aub_session_new_merge();
  aub_session_edit(fixture->session, "deal.price_cents", old_price * 96 / 100, merge);
  aub_session_edit(fixture->session, "deal.price_cents", old_price * 53 / 100, merge);
  g_assert_cmpint(left(fixture), <, old_left);
  aub_session_edit(fixture->session, "deal.price_cents", -60000, merge);
  g_assert_cmpint(aub_session_get_problems(fixture->session)->blocking_count, >, 0);
  g_assert_cmpint(left(fixture), ==, old_left);
  assert_belong_together(fixture);
  aub_session_edit(fixture->session, "deal.price_cents", old_price * 53 / 100, merge);
  g_assert_cmpint(left(fixture), <, old_left);
  aub_session_undo(fixture->session);
  g_assert_cmpint(price(fixture), ==, old_price);
  g_assert_cmpint(left(fixture), ==, old_left);
}

static void test_drag_is_one_step(Fixture *fixture, gconstpointer data) {
  gint64 old_price = price(fixture);
  for (int i = 1; i <= 20; i++)
    aub_session_edit(fixture->session, "deal.price_cents", old_price - i, 42);
  g_assert_cmpint(fixture->changed, ==, 20);
  aub_session_undo(fixture->session);
  g_assert_cmpint(price(fixture), ==, old_price);
}

static void test_plans(Fixture *fixture, gconstpointer data) {
  g_autoptr(GError) error = NULL;
  AubSession *session = fixture->session;
  gint64 first = aub_session_get_plan_id(session);
  g_assert_false(aub_session_remove_plan(session, first, &error));
  g_assert_nonnull(error);
  g_clear_error(&error);
  g_autofree Plan *plan = g_new(Plan, 1);
  *plan = *aub_session_get_plan(session);
  plan_set_text(plan, "name", "Second");
  g_assert_true(aub_session_add_plan(session, plan, &error));
  gint64 second = aub_session_get_plan_id(session);
  g_assert_cmpint(second, !=, first);
  g_assert_cmpint(fixture->plans_changed, ==, 1);
  aub_session_edit_text(session, "name", "Renamed");
  g_assert_cmpint(fixture->plans_changed, ==, 2);
  session_restart(fixture);
  session = fixture->session;
  g_assert_cmpint(aub_session_get_plan_id(session), ==, second); /* the one that was current */
  g_assert_cmpstr(aub_session_get_plan(session)->name, ==, "Renamed");
  g_assert_true(aub_session_remove_plan(session, second, &error));
  g_assert_cmpint(aub_session_get_plan_id(session), ==, first);
  g_assert_false(aub_session_select_plan(session, second, NULL));
  g_assert_true(aub_session_restore_plan(session, second, &error));
  g_autoptr(GArray) plans = aub_session_list_plans(session);
  g_assert_cmpuint(plans->len, ==, 2);
  g_assert_true(aub_session_select_plan(session, second, &error));
  g_assert_cmpstr(aub_session_get_plan(session)->name, ==, "Renamed");
}

static void test_replace(Fixture *fixture, gconstpointer data) {
  g_autofree Plan *plan = g_new(Plan, 1);
  char path[PLAN_PATH_SIZE];
  gint64 old_price = price(fixture);
  *plan = *aub_session_get_plan(fixture->session);
  plan_set(plan, "deal.price_cents", old_price - 10);
  plan_set(plan, "deal.vouchers_sold", 300);
  aub_session_replace_plan(fixture->session, plan, "", 0);
  g_assert_cmpint(price(fixture), ==, old_price - 10);
  g_assert_true(aub_session_can_undo(fixture->session, path));
  g_assert_cmpstr(path, ==, "");
  aub_session_undo(fixture->session);
  g_assert_cmpint(price(fixture), ==, old_price);
}

static void set_file_limit(rlim_t bytes) {
  struct rlimit limit;
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
}

static void test_full_disk(Fixture *fixture, gconstpointer data) {
  signal(SIGXFSZ, SIG_IGN);
  AubSession *session = fixture->session;
  gint64 old_price = price(fixture), old_left = left(fixture);
  char path[PLAN_PATH_SIZE];
  g_autoptr(GError) error = NULL;
  g_assert_true(aub_session_add_plan(session, aub_session_get_plan(session), &error));
  set_file_limit(100);
  aub_session_edit(session, "deal.price_cents", old_price - 1, 0);
  aub_session_edit(session, "deal.price_cents", old_price - 2, 0);
  bool left_plan = aub_session_select_plan(session, 1, &error);
  set_file_limit(RLIM_INFINITY);
  g_assert_cmpint(fixture->failed, ==, 1); /* told once */
  g_assert_nonnull(strstr(fixture->message, "no room"));
  g_assert_false(left_plan);
  g_clear_error(&error);
  g_assert_cmpint(price(fixture), ==, old_price - 2); /* still on screen, and computed */
  g_assert_cmpint(left(fixture), !=, old_left);
  g_assert_false(aub_session_is_saved(session));
  g_assert_true(aub_session_can_undo(session, path));
  g_assert_cmpstr(path, ==, "deal.price_cents");
  aub_session_edit(session, "deal.list_price_cents", 17000, 0); /* room again: all of it goes in */
  g_assert_true(aub_session_is_saved(session));
  g_assert_cmpint(fixture->failed, ==, 1);
  session_restart(fixture);
  g_assert_cmpint(price(fixture), ==, old_price - 2);
  aub_session_undo(fixture->session);
  g_assert_cmpint(price(fixture), ==, old_price);
}

static void test_full_disk_undo(Fixture *fixture, gconstpointer data) {
  signal(SIGXFSZ, SIG_IGN);
  gint64 old_price = price(fixture);
  set_file_limit(100);
  aub_session_edit(fixture->session, "deal.price_cents", old_price - 1, 0);
  set_file_limit(RLIM_INFINITY);
  aub_session_undo(fixture->session); /* back to what the file holds */
  g_assert_cmpint(price(fixture), ==, old_price);
  g_assert_true(aub_session_is_saved(fixture->session));
  g_assert_false(aub_session_can_undo(fixture->session, NULL));
}

static void test_open_other(Fixture *fixture, gconstpointer data) {
  g_autoptr(GError) error = NULL;
  g_autofree char *bad = g_build_filename(fixture->folder, "bad", NULL);
  g_file_set_contents(bad,
                      "not a workspace, not at all, and rather long for a header of one "
                      "hundred bytes, which it passes",
                      -1, NULL);
  gint64 old_price = price(fixture);
  aub_session_edit(fixture->session, "deal.price_cents", old_price - 1, 0);
  g_assert_false(aub_session_open(fixture->session, bad, &error));
  g_assert_error(error, STORE_ERROR, STORE_ERROR_NOT_OURS);
  g_assert_cmpint(price(fixture), ==, old_price - 1); /* what was open stays */
  g_assert_cmpstr(aub_session_get_path(fixture->session), ==, fixture->path);
  g_remove(bad);
  g_clear_error(&error);
  g_assert_true(aub_session_open(fixture->session, bad, &error));
  g_assert_cmpint(price(fixture), ==, old_price);
  g_assert_cmpint(fixture->changed, ==, 2);
  g_remove(bad);
}

/* Made by a newer version: opens, shows, keeps edits on screen only. */
static void test_newer_file(Fixture *fixture, gconstpointer data) {
  gint64 old_price = price(fixture);
  g_autofree char *bytes = NULL, *after = NULL;
  gsize length, after_length;
  g_clear_object(&fixture->session);
  g_assert_true(g_file_get_contents(fixture->path, &bytes, &length, NULL));
  bytes[63] = 9; /* user_version */
  g_assert_true(g_file_set_contents(fixture->path, bytes, (gssize)length, NULL));
  session_start(fixture);
  g_assert_true(aub_session_is_read_only(fixture->session));
  aub_session_edit(fixture->session, "deal.price_cents", old_price - 1, 0);
  g_assert_cmpint(price(fixture), ==, old_price - 1);
  g_assert_cmpint(fixture->failed, ==, 1);
  assert_belong_together(fixture);
  aub_session_undo(fixture->session);
  g_assert_cmpint(price(fixture), ==, old_price);
  g_assert_false(aub_session_can_undo(fixture->session, NULL));
  g_assert_true(g_file_get_contents(fixture->path, &after, &after_length, NULL));
  g_assert_cmpmem(bytes, length, after, after_length);
}

/* --- risk years ---------------------------------------------------------------------------- */

static const RiskOptions FEW_YEARS = {.years = 4, .seed = 3, .threads = 2};

static const Risk *risk_wait(Fixture *fixture) {
  int done, wanted;
  while (aub_session_get_risk_progress(fixture->session, &done, &wanted), done < wanted)
    g_main_context_iteration(NULL, TRUE);
  g_assert_true(aub_session_is_risk_current(fixture->session));
  return aub_session_get_study(fixture->session).risk;
}

/* The session's risk is that of its computed plan. */
static void assert_risk_of_plan(Fixture *fixture, const RiskOptions *options) {
  g_autofree Risk *expected = risk_job_run(aub_session_get_computed_plan(fixture->session), options,
                                           NULL, NULL, NULL, NULL);
  g_assert_true(risk_is_same(expected, aub_session_get_study(fixture->session).risk));
}

static void test_risk_follows(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  int done, wanted;
  gint64 old_price = price(fixture);
  g_assert_null(aub_session_get_study(session).risk);
  g_assert_false(aub_session_is_risk_current(session));
  aub_session_get_risk_progress(session, &done, &wanted);
  g_assert_cmpint(wanted, ==, 0);
  aub_session_set_risk_options(session, &FEW_YEARS);
  g_assert_cmpint(fixture->risk_changed, ==, 1);
  aub_session_get_risk_progress(session, &done, &wanted);
  g_assert_cmpint(done, ==, 0);
  g_assert_cmpint(wanted, ==, 8);
  g_assert_nonnull(risk_wait(fixture));
  g_assert_cmpint(fixture->risk_changed, >=, 3); /* both samples */
  assert_risk_of_plan(fixture, &FEW_YEARS);
  g_autofree Risk *before = g_memdup2(aub_session_get_study(session).risk, sizeof *before);
  aub_session_edit(session, "deal.price_cents", old_price - 500, 0);
  g_assert_false(aub_session_is_risk_current(session)); /* still there, but of the plan before */
  g_assert_true(risk_is_same(before, aub_session_get_study(session).risk));
  risk_wait(fixture);
  g_assert_false(risk_is_same(before, aub_session_get_study(session).risk));
  assert_risk_of_plan(fixture, &FEW_YEARS);
  aub_session_undo(session);
  risk_wait(fixture);
  g_assert_true(risk_is_same(before, aub_session_get_study(session).risk));
}

/* Years of other days are not shown over those of the new plan. */
static void test_risk_of_other_days(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  aub_session_set_risk_options(session, &FEW_YEARS);
  risk_wait(fixture);
  const char *path = "deal.promotion_end_date";
  int64_t end = plan_get(aub_session_get_plan(session), path);
  aub_session_edit(session, path, end + 30, 0);
  g_assert_null(aub_session_get_study(session).risk);
  g_assert_cmpint(risk_wait(fixture)->days, ==, aub_session_get_results(session)->days);
  assert_risk_of_plan(fixture, &FEW_YEARS);
}

/* A plan that makes no sense, and the way back from it, start nothing. */
static void test_risk_of_nonsense(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  gint64 old_price = price(fixture);
  aub_session_set_risk_options(session, &FEW_YEARS);
  risk_wait(fixture);
  int told = fixture->risk_changed;
  aub_session_edit(session, "deal.price_cents", -5, 0);
  g_assert_true(aub_session_is_risk_current(session));
  aub_session_edit(session, "deal.price_cents", old_price, 0);
  g_assert_true(aub_session_is_risk_current(session));
  aub_session_undo(session);
  aub_session_undo(session);
  g_assert_true(aub_session_is_risk_current(session));
  while (g_main_context_iteration(NULL, FALSE))
    ;
  g_assert_cmpint(fixture->risk_changed, ==, told);
  g_assert_cmpint(fixture->changed, ==, 4);
  assert_risk_of_plan(fixture, &FEW_YEARS);
}

static void test_risk_storm(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  gint64 old_price = price(fixture);
  aub_session_set_risk_options(session, &FEW_YEARS);
  for (int i = 1; i <= 100; i++) {
    aub_session_edit(session, "deal.price_cents", old_price - 10 * i, 7);
    if (i % 7 == 0)
      g_main_context_iteration(NULL, FALSE);
  }
  risk_wait(fixture);
  assert_risk_of_plan(fixture, &FEW_YEARS);
  g_autofree Plan *other = g_new(Plan, 1);
  *other = *aub_session_get_plan(session);
  plan_set(other, "deal.vouchers_sold", 500);
  g_assert_true(aub_session_add_plan(session, other, NULL));
  g_assert_false(aub_session_is_risk_current(session));
  risk_wait(fixture);
  assert_risk_of_plan(fixture, &FEW_YEARS);
}

static void edit_again_cb(AubSession *session, gpointer data) {
  int *left = data;
  if (aub_session_is_risk_current(session) && --*left >= 0)
    aub_session_edit(session, "deal.price_cents",
                     plan_get(aub_session_get_plan(session), "deal.price_cents") - 10, 0);
}

/* Who is told may edit there and then. */
static void test_risk_edit_when_told(Fixture *fixture, gconstpointer data) {
  int left_count = 5;
  gint64 old_price = price(fixture);
  g_signal_connect(fixture->session, "risk-changed", G_CALLBACK(edit_again_cb), &left_count);
  aub_session_set_risk_options(fixture->session, &FEW_YEARS);
  while (left_count >= 0)
    g_main_context_iteration(NULL, TRUE);
  risk_wait(fixture);
  g_assert_cmpint(price(fixture), ==, old_price - 50);
  assert_risk_of_plan(fixture, &FEW_YEARS);
}

static void session_clear_cb(AubSession *session, gpointer data) {
  Fixture *fixture = data;
  g_clear_object(&fixture->session);
}

/* A session that goes while its years run, or while it tells of them, is told nothing more. */
static void test_risk_dispose(Fixture *fixture, gconstpointer data) {
  for (int i = 0; i < 20; i++) {
    aub_session_set_risk_options(fixture->session, &(RiskOptions){.years = 10000, .seed = 1});
    gint64 until = g_get_monotonic_time() + i * 200;
    while (g_get_monotonic_time() < until)
      g_main_context_iteration(NULL, FALSE);
    int told = fixture->risk_changed;
    g_clear_object(&fixture->session);
    while (g_main_context_iteration(NULL, FALSE))
      ;
    g_assert_cmpint(fixture->risk_changed, ==, told);
    session_start(fixture);
  }
  aub_session_set_risk_options(fixture->session, &FEW_YEARS);
  g_signal_connect_after(fixture->session, "risk-changed", G_CALLBACK(session_clear_cb), fixture);
  while (fixture->session)
    g_main_context_iteration(NULL, TRUE);
  session_start(fixture);
}

static void test_preferences(void) {
  g_autofree char *path = preferences_path();
  g_autofree char *damaged = g_strconcat(path, ".damaged", NULL);
  g_auto(Preferences) first = {0}, second = {0}, third = {0};
  g_autoptr(GError) error = NULL;
  preferences_load(&first);
  g_assert_null(first.language);
  g_assert_cmpstr(first.paper, ==, "letter");
  g_assert_cmpint(first.window_width, ==, 0);
  first.language = g_strdup("fr");
  first.workspace_path = g_strdup("/a folder/d’été.aubaine");
  first.window_width = 1200;
  g_assert_true(preferences_save(&first, &error));
  preferences_load(&second);
  g_assert_cmpstr(second.language, ==, "fr");
  g_assert_cmpstr(second.workspace_path, ==, first.workspace_path);
  g_assert_cmpint(second.window_width, ==, 1200);
  static const char NONSENSE[] = "this is = no key file\n";
  g_file_set_contents(path, NONSENSE, -1, NULL);
  preferences_load(&third);
  g_assert_null(third.language);
  g_autofree char *kept = NULL;
  g_file_get_contents(path, &kept, NULL, NULL);
  g_assert_cmpstr(kept, ==, NONSENSE); /* reading changes nothing */
  g_assert_true(preferences_save(&third, &error));
  g_clear_pointer(&kept, g_free);
  g_file_get_contents(damaged, &kept, NULL, NULL);
  g_assert_cmpstr(kept, ==, NONSENSE);
  g_file_set_contents(path, "[Aubaine]\nlanguage=xx\npaper=tabloid\nwindow-width=-4\nlater=1\n", -1,
                      NULL);
  preferences_clear(&third);
  preferences_load(&third);
  g_assert_null(third.language);
  g_assert_cmpstr(third.paper, ==, "letter");
  g_assert_cmpint(third.window_width, ==, 0);
  g_assert_true(preferences_save(&third, &error));
  g_clear_pointer(&kept, g_free);
  g_file_get_contents(path, &kept, NULL, NULL);
  g_assert_nonnull(strstr(kept, "later=1"));
  g_autofree char *folder = g_path_get_dirname(path);
  g_remove(path);
  g_remove(damaged);
  g_rmdir(folder);
}

int main(int argc, char **argv) {
  /* Preferences of its own; GLib's isolated folders leak under the sanitizers. */
  g_autofree char *config = g_dir_make_tmp("aubaine-config-XXXXXX", NULL);
  g_setenv("XDG_CONFIG_HOME", config, TRUE);
  g_test_init(&argc, &argv, NULL);
  static const struct {
    const char *path;
    void (*run)(Fixture *, gconstpointer);
  } TESTS[] = {
      {"/session/example", test_starts_on_example},
      {"/session/edit", test_edit},
      {"/session/nonsense", test_nonsense_keeps_results},
      {"/session/nonsense-typed", test_nonsense_typed_keeps_results},
      {"/session/drag", test_drag_is_one_step},
      {"/session/plans", test_plans},
      {"/session/replace", test_replace},
      {"/session/full-disk", test_full_disk},
      {"/session/full-disk-undo", test_full_disk_undo},
      {"/session/open-other", test_open_other},
      {"/session/newer", test_newer_file},
      {"/session/risk-follows", test_risk_follows},
      {"/session/risk-of-other-days", test_risk_of_other_days},
      {"/session/risk-of-nonsense", test_risk_of_nonsense},
      {"/session/risk-storm", test_risk_storm},
      {"/session/risk-edit-when-told", test_risk_edit_when_told},
      {"/session/risk-dispose", test_risk_dispose},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(TESTS); i++)
    g_test_add(TESTS[i].path, Fixture, NULL, fixture_set_up, TESTS[i].run, fixture_tear_down);
  g_test_add_func("/preferences", test_preferences);
  int status = g_test_run();
  g_rmdir(config);
  return status;
}
