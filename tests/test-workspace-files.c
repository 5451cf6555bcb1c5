/* The workspace file among other files: not ours, newer, damaged, without leave to write, on a disk
 * without room, left by a process that was killed. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "model/plan/fields.h"
#include "tests/workspace-fixture.h"

/* ---- files that are not to be written ---- */

static void test_read_only(Fixture *fixture, gconstpointer data) {
  make_small(fixture);
  g_autofree char *before = file_checksum(fixture->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(Workspace) workspace = workspace_open_read_only(fixture->path, &error);
  g_assert_no_error(error);
  g_assert_true(workspace_is_read_only(workspace));
  int64_t id = 1;
  Plan plan;
  g_assert_true(workspace_load(workspace, id, &plan, &error));
  plan_set(&plan, "deal.price_cents", 1);
  g_assert_false(workspace_store_edit(workspace, id, &plan, "deal.price_cents", 0, &error));
  g_assert_error(error, STORE_ERROR, STORE_ERROR_SYSTEM);
  g_clear_error(&error);
  g_assert_false(workspace_undo(workspace, id, &plan, NULL, NULL));
  g_assert_false(workspace_add(workspace, &plan, &id, NULL));
  g_assert_false(workspace_put_setting(workspace, "a", "b", NULL));
  g_autofree char *after = file_checksum(fixture->path);
  g_assert_cmpstr(before, ==, after);
}

/* The file is refused with the code, both ways of opening, and neither it nor its folder changes.
 */
static void assert_refused(Fixture *fixture, StoreError code, bool also_read_only) {
  g_autofree char *before = file_checksum(fixture->path);
  int files = folder_count(fixture->folder);
  g_autoptr(GError) error = NULL;
  g_assert_null(workspace_open(fixture->path, true, &error));
  g_assert_error(error, STORE_ERROR, (gint)code);
  g_assert_null(strchr(error->message, '\n'));
  if (also_read_only)
    g_assert_null(workspace_open_read_only(fixture->path, NULL));
  g_autofree char *after = file_checksum(fixture->path);
  g_assert_cmpstr(before, ==, after);
  g_assert_cmpint(files, ==, folder_count(fixture->folder));
}

/* Changes the small workspace behind the store's back. */
static void run_sql(const char *path, const char *sql) {
  sqlite3 *db;
  g_assert_cmpint(sqlite3_open(path, &db), ==, SQLITE_OK);
  char *message = NULL;
  sqlite3_exec(db, sql, NULL, NULL, &message);
  g_assert_cmpstr(message, ==, NULL);
  sqlite3_close(db);
}

static void test_foreign(Fixture *fixture, gconstpointer data) {
  static const struct {
    const char *sql;
    StoreError code;
    bool
        opens_read_only; /* newer, or a CHECK, which SQLite leaves alone where nothing is written */
  } CASES[] = {
      {"PRAGMA application_id = 7", STORE_ERROR_NOT_OURS},
      {"PRAGMA user_version = 0", STORE_ERROR_DAMAGED},
      {"PRAGMA user_version = -1", STORE_ERROR_NEWER, true},
      {"CREATE TABLE other (a)", STORE_ERROR_NOT_OURS},
      {"CREATE INDEX i ON plan (name)", STORE_ERROR_NOT_OURS},
      {"CREATE VIEW v AS SELECT * FROM plan", STORE_ERROR_NOT_OURS},
      {"CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM plan; END", STORE_ERROR_NOT_OURS},
      {"DROP TABLE setting", STORE_ERROR_NOT_OURS},
      {"ALTER TABLE plan ADD COLUMN extra TEXT", STORE_ERROR_NOT_OURS},
      {"PRAGMA ignore_check_constraints = ON; UPDATE plan SET removed = 9", STORE_ERROR_DAMAGED,
       true},
      {"PRAGMA journal_mode = WAL", STORE_ERROR_NOT_OURS},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(CASES); i++) {
    g_remove(fixture->path);
    make_small(fixture);
    run_sql(fixture->path, CASES[i].sql);
    g_test_message("%s", CASES[i].sql);
    assert_refused(fixture, CASES[i].code, !CASES[i].opens_read_only);
  }
}

static void test_not_a_workspace(Fixture *fixture, gconstpointer data) {
  g_autoptr(GError) error = NULL;
  g_file_set_contents(fixture->path, "", 0, NULL);
  assert_refused(fixture, STORE_ERROR_NOT_OURS, true);
  g_file_set_contents(fixture->path, "{\"format\": \"aubaine-plan\"}\n", -1, NULL);
  assert_refused(fixture, STORE_ERROR_NOT_OURS, true);
  g_assert_false(workspace_looks_like_one(fixture->path));
  g_remove(fixture->path);
  run_sql(fixture->path, "CREATE TABLE plan (id INTEGER PRIMARY KEY)");
  g_assert_true(workspace_looks_like_one(fixture->path));
  assert_refused(fixture, STORE_ERROR_NOT_OURS, true);
  g_remove(fixture->path);

  g_assert_null(workspace_open(fixture->folder, true, &error));
  g_assert_nonnull(error);
  g_clear_error(&error);
  g_assert_null(workspace_open(fixture->path, false, &error));
  g_assert_error(error, STORE_ERROR, STORE_ERROR_SYSTEM);
  g_assert_false(g_file_test(fixture->path, G_FILE_TEST_EXISTS));
  g_clear_error(&error);
  g_autofree char *nowhere = g_build_filename(fixture->folder, "no", "such", NULL);
  g_assert_null(workspace_open(nowhere, true, &error));
  g_assert_error(error, STORE_ERROR, STORE_ERROR_SYSTEM);
  g_assert_cmpint(mkfifo(fixture->path, 0600), ==, 0); /* must not wait for a writer */
  g_assert_null(workspace_open(fixture->path, true, NULL));
}

static void test_newer(Fixture *fixture, gconstpointer data) {
  g_autoptr(GError) error = NULL;
  make_small(fixture);
  run_sql(fixture->path, "ALTER TABLE plan ADD COLUMN later TEXT; CREATE TABLE more (a);"
                         "PRAGMA user_version = 2");
  assert_refused(fixture, STORE_ERROR_NEWER, false);
  g_autofree char *before = file_checksum(fixture->path);
  Workspace *workspace = workspace_open_read_only(fixture->path, &error);
  g_assert_no_error(error);
  Plan plan;
  g_assert_true(workspace_load(workspace, 1, &plan, &error));
  g_assert_cmpint(plan_get(&plan, "deal.price_cents"), ==, 5003);
  workspace_free(workspace);
  g_autofree char *after = file_checksum(fixture->path);
  g_assert_cmpstr(before, ==, after);
  run_sql(fixture->path, "DROP TABLE step");
  g_assert_null(workspace_open_read_only(fixture->path, &error));
  g_assert_error(error, STORE_ERROR, STORE_ERROR_NEWER);
}

/* ---- damage ---- */

static void test_truncated(Fixture *fixture, gconstpointer data) {
  make_small(fixture);
  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true(g_file_get_contents(fixture->path, &bytes, &length, NULL));
  for (gsize kept = 0; kept < length; kept += kept < 200 ? 7 : 997) {
    g_assert_true(g_file_set_contents(fixture->path, bytes, (gssize)kept, NULL));
    g_autofree char *before = file_checksum(fixture->path);
    g_autoptr(GError) error = NULL;
    g_assert_null(workspace_open(fixture->path, true, &error));
    g_assert_nonnull(error);
    g_assert_null(workspace_open_read_only(fixture->path, NULL));
    g_autofree char *after = file_checksum(fixture->path);
    g_assert_cmpstr(before, ==, after);
  }
}

/* Whatever still opens says what was written, or says that it is damaged: never another amount. */
static int read_damaged(Fixture *fixture, const char *expected, int64_t example_price) {
  g_autoptr(Workspace) workspace = workspace_open_read_only(fixture->path, NULL);
  if (!workspace)
    return 0;
  g_autoptr(GArray) plans = workspace_list(workspace, NULL);
  Plan plan;
  char path[PLAN_PATH_SIZE];
  const int64_t PRICES[] = {5003, 5002, 5001, example_price};
  for (guint i = 0; plans && i < plans->len; i++) {
    int64_t id = g_array_index(plans, WorkspacePlan, i).id;
    for (int back = 0; back <= 3; back++)
      if (workspace_load_back(workspace, id, back, &plan, NULL)) {
        int64_t price = plan_get(&plan, "deal.price_cents");
        plan_set(&plan, "deal.price_cents", 0);
        g_autofree char *text = plan_to_json(&plan);
        g_assert_cmpstr(text, ==, expected);
        g_assert_cmpint(price, ==, PRICES[back]);
      }
    workspace_can_undo(workspace, id, path);
    workspace_can_redo(workspace, id, path);
  }
  return 1;
}

static void test_flipped_bytes(Fixture *fixture, gconstpointer data) {
  int64_t example_price = plan_get(&fixture->plan, "deal.price_cents");
  make_small(fixture);
  plan_set(&fixture->plan, "deal.price_cents", 0); /* compared apart */
  g_autofree char *expected = plan_to_json(&fixture->plan);
  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true(g_file_get_contents(fixture->path, &bytes, &length, NULL));
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  int opened = 0, tried = 0;
  for (gsize offset = 0; offset < length; offset += offset < 100 ? 1 : 157) {
    char kept = bytes[offset];
    bytes[offset] = (char)(bytes[offset] ^ (1 << g_rand_int_range(random, 0, 8)));
    int file = g_open(fixture->path, O_WRONLY | O_TRUNC, 0600);
    g_assert_true(write(file, bytes, length) == (gssize)length);
    close(file);
    g_autofree char *before = file_checksum(fixture->path);
    opened += read_damaged(fixture, expected, example_price);
    tried++;
    workspace_free(workspace_open(fixture->path, true, NULL));
    g_autofree char *after = file_checksum(fixture->path);
    g_assert_cmpstr(before, ==, after);
    bytes[offset] = kept;
  }
  g_test_message("%d of %d damaged files opened", opened, tried);
  g_assert_cmpint(opened, >, 0);
  g_assert_cmpint(opened, <, tried);
}

/* ---- the world fails ---- */

/* Edits for ever; tells each price on the pipe once it is stored. */
static void edit_until_killed(const char *path, int pipe_end) {
  Workspace *workspace = workspace_open(path, true, NULL);
  Plan plan;
  int64_t id = 1;
  if (!workspace || !workspace_load(workspace, id, &plan, NULL))
    _exit(1);
  for (int64_t price = plan_get(&plan, "deal.price_cents") + 1;; price++) {
    plan_set(&plan, "deal.price_cents", price);
    if (!workspace_store_edit(workspace, id, &plan, "deal.price_cents", 0, NULL) ||
        write(pipe_end, &price, sizeof price) != sizeof price)
      _exit(1);
  }
}

static void test_killed(Fixture *fixture, gconstpointer data) {
  make_small(fixture);
  g_autoptr(GRand) random = g_rand_new_with_seed(3);
  for (int round = 0; round < 25; round++) {
    int ends[2];
    g_assert_cmpint(pipe(ends), ==, 0);
    pid_t child = fork();
    if (child == 0)
      edit_until_killed(fixture->path, ends[1]);
    close(ends[1]);
    g_usleep((gulong)g_rand_int_range(random, 4000, 30000));
    kill(child, SIGKILL);
    int status;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_assert_true(WIFSIGNALED(status)); /* it did not stop on an error of its own */
    int64_t told = 0, price;
    while (read(ends[0], &price, sizeof price) == sizeof price)
      told = price;
    close(ends[0]);
    g_autoptr(Workspace) workspace = open_or_die(fixture->path);
    g_assert_true(workspace_load(workspace, 1, &fixture->plan, NULL));
    price = plan_get(&fixture->plan, "deal.price_cents");
    if (told)
      g_assert_true(price == told || price == told + 1);
    g_assert_true(workspace_can_undo(workspace, 1, NULL));
  }
  Plan *plan = &fixture->plan;
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  int64_t price = plan_get(plan, "deal.price_cents");
  while (price > 5001) /* every step is there */
    g_assert_cmpint(undo_price(workspace, 1, plan), ==, --price);
}

static void set_file_limit(rlim_t bytes) {
  struct rlimit limit;
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
}

static void test_no_room(Fixture *fixture, gconstpointer data) {
  signal(SIGXFSZ, SIG_IGN);
  make_small(fixture);
  GStatBuf status;
  g_stat(fixture->path, &status);
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  g_autofree char *before = plan_to_json(&fixture->plan);
  int failed = 0;
  for (rlim_t room = 0; room <= (rlim_t)status.st_size + 4096; room += 1024) {
    g_autoptr(GError) error = NULL, edit_error = NULL;
    Plan plan = fixture->plan;
    plan_set(&plan, "deal.price_cents", 9999);
    int64_t id;
    set_file_limit(room);
    bool added = workspace_add(workspace, &plan, &id, &error);
    bool edited = workspace_store_edit(workspace, 1, &plan, "deal.price_cents", 0, &edit_error);
    set_file_limit(RLIM_INFINITY);
    if (added)
      g_assert_true(workspace_remove(workspace, id, NULL));
    else
      g_assert_error(error, STORE_ERROR, STORE_ERROR_SYSTEM);
    failed += !added;
    if (edited)
      g_assert_true(workspace_undo(workspace, 1, &plan, NULL, NULL));
    else
      g_assert_error(edit_error, STORE_ERROR, STORE_ERROR_SYSTEM);
    g_autoptr(Workspace) again = open_or_die(fixture->path);
    g_autoptr(GArray) plans = workspace_list(again, NULL);
    g_assert_cmpuint(plans->len, ==, 1);
    g_assert_true(workspace_load(again, 1, &plan, NULL));
    g_autofree char *after = plan_to_json(&plan);
    g_assert_cmpstr(before, ==, after);
  }
  g_assert_cmpint(failed, >, 3);
  set_file_limit(2048); /* a new workspace appears whole or not at all */
  g_autofree char *other = g_build_filename(fixture->folder, "other.aubaine", NULL);
  Workspace *none = workspace_open(other, true, NULL);
  set_file_limit(RLIM_INFINITY);
  g_assert_null(none);
  g_assert_cmpint(folder_count(fixture->folder), ==, 1);
}

/* In a process that may be someone else, so that modes mean something to it. */
static int try_without_leave(const char *path, bool opens_read_only) {
  static Plan plan;
  g_autoptr(GError) error = NULL;
  if (geteuid() == 0 && setuid(65534) != 0)
    return 1;
  g_autoptr(Workspace) workspace = workspace_open(path, true, &error);
  if (!workspace || workspace_is_read_only(workspace) != opens_read_only ||
      !workspace_load(workspace, 1, &plan, &error))
    return 2;
  plan_set(&plan, "deal.price_cents", 1);
  if (workspace_store_edit(workspace, 1, &plan, "deal.price_cents", 0, &error))
    return 3;
  if (!g_error_matches(error, STORE_ERROR, STORE_ERROR_SYSTEM))
    return 4;
  return workspace_load(workspace, 1, &plan, NULL) && plan_get(&plan, "deal.price_cents") == 5003
             ? 0
             : 5;
}

static void test_no_leave(Fixture *fixture, gconstpointer data) {
  static const struct {
    int file_mode, folder_mode;
    bool opens_read_only;
  } CASES[] = {{0444, 0755, true}, {0666, 0555, false}};
  make_small(fixture);
  for (gsize i = 0; i < G_N_ELEMENTS(CASES); i++) {
    g_autofree char *before = file_checksum(fixture->path);
    g_chmod(fixture->path, CASES[i].file_mode);
    g_chmod(fixture->folder, CASES[i].folder_mode);
    pid_t child = fork();
    if (child == 0)
      _exit(try_without_leave(fixture->path, CASES[i].opens_read_only));
    int status;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_chmod(fixture->folder, 0755);
    g_assert_cmpint(status, ==, 0);
    g_autofree char *after = file_checksum(fixture->path);
    g_assert_cmpstr(before, ==, after);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  static const struct {
    const char *path;
    void (*run)(Fixture *, gconstpointer);
  } TESTS[] = {
      {"/workspace/read-only", test_read_only},     {"/workspace/foreign", test_foreign},
      {"/workspace/not-one", test_not_a_workspace}, {"/workspace/newer", test_newer},
      {"/workspace/truncated", test_truncated},     {"/workspace/flipped", test_flipped_bytes},
      {"/workspace/killed", test_killed},           {"/workspace/no-room", test_no_room},
      {"/workspace/no-leave", test_no_leave},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(TESTS); i++)
    g_test_add(TESTS[i].path, Fixture, NULL, fixture_set_up, TESTS[i].run, fixture_tear_down);
  return g_test_run();
}
