/* The workspace file: plans, undo against a naive twin, files that are not ours or no longer whole,
 * a process killed while it writes, a disk without room. */
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
#include "model/store/workspace.h"

typedef struct {
  char *folder, *path;
  Plan plan;
} Fixture;

static void fixture_set_up(Fixture *fixture, gconstpointer data) {
  fixture->folder = g_dir_make_tmp("aubaine-workspace-XXXXXX", NULL);
  fixture->path = g_build_filename(fixture->folder, "deals.aubaine", NULL);
  plan_example(&fixture->plan);
}

static void fixture_tear_down(Fixture *fixture, gconstpointer data) {
  g_autoptr(GDir) folder = g_dir_open(fixture->folder, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name(folder))) {
    g_autofree char *path = g_build_filename(fixture->folder, name, NULL);
    g_remove(path);
  }
  g_rmdir(fixture->folder);
  g_free(fixture->folder);
  g_free(fixture->path);
}

static Workspace *open_or_die(const char *path) {
  g_autoptr(GError) error = NULL;
  Workspace *workspace = workspace_open(path, true, &error);
  g_assert_no_error(error);
  return workspace;
}

/* A workspace with the example and three edits, closed. */
static void make_small(Fixture *fixture) {
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  int64_t id;
  g_assert_true(workspace_add(workspace, &fixture->plan, &id, NULL));
  for (int i = 1; i <= 3; i++) {
    plan_set(&fixture->plan, "deal.price_cents", 5000 + i);
    g_assert_true(workspace_store_edit(workspace, id, &fixture->plan, "deal.price_cents", 0, NULL));
  }
}

static char *file_checksum(const char *path) {
  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bytes, length);
}

static int folder_count(const char *path) {
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  int count = 0;
  while (g_dir_read_name(folder))
    count++;
  return count;
}

/* ---- plans ---- */

static void test_plans(Fixture *fixture, gconstpointer data) {
  g_autoptr(GError) error = NULL;
  Workspace *workspace = open_or_die(fixture->path);
  static const char *const NAMES[] = {"Zone", "Offre d’été — 2 fois", "A third"};
  int64_t id[3], found;
  for (int i = 0; i < 3; i++) {
    plan_set_text(&fixture->plan, "name", NAMES[i]);
    plan_set(&fixture->plan, "deal.price_cents", 4000 + i);
    g_assert_true(workspace_add(workspace, &fixture->plan, &id[i], &error));
  }
  g_assert_true(workspace_remove(workspace, id[1], &error));
  g_assert_false(workspace_remove(workspace, id[1], &error));
  g_assert_error(error, STORE_ERROR, STORE_ERROR_NO_SUCH_PLAN);
  g_clear_error(&error);
  g_assert_false(workspace_load(workspace, id[1], &fixture->plan, NULL));
  g_assert_false(workspace_find(workspace, NAMES[1], &found, NULL));
  g_assert_true(workspace_put_setting(workspace, "current_plan", "1", &error));
  g_assert_true(workspace_put_setting(workspace, "current_plan", "3", &error));
  workspace_free(workspace);

  workspace = open_or_die(fixture->path);
  g_autofree char *setting = workspace_get_setting(workspace, "current_plan");
  g_assert_cmpstr(setting, ==, "3");
  g_assert_null(workspace_get_setting(workspace, "nothing"));
  g_autoptr(GArray) two = workspace_list(workspace, &error);
  g_assert_cmpuint(two->len, ==, 2);
  g_assert_true(workspace_restore(workspace, id[1], &error));
  g_autoptr(GArray) three = workspace_list(workspace, &error);
  g_assert_cmpuint(three->len, ==, 3);
  for (guint i = 0; i < 3; i++) {
    const WorkspacePlan *plan = &g_array_index(three, WorkspacePlan, i);
    g_assert_cmpstr(plan->name, ==, NAMES[i]);
    g_assert_true(workspace_find(workspace, NAMES[i], &found, &error));
    g_assert_cmpint(found, ==, plan->id);
    g_assert_true(workspace_load(workspace, found, &fixture->plan, &error));
    g_assert_cmpint(plan_get(&fixture->plan, "deal.price_cents"), ==, 4000 + (int)i);
  }
  workspace_free(workspace);
  g_assert_cmpint(folder_count(fixture->folder), ==, 1); /* a document has no side files */
}

static void test_rename_is_an_edit(Fixture *fixture, gconstpointer data) {
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  int64_t id, found;
  g_assert_true(workspace_add(workspace, &fixture->plan, &id, NULL));
  plan_set_text(&fixture->plan, "name", "Renamed");
  g_assert_true(workspace_store_edit(workspace, id, &fixture->plan, "name", 0, NULL));
  g_assert_true(workspace_find(workspace, "Renamed", &found, NULL));
  g_assert_true(workspace_undo(workspace, id, &fixture->plan, NULL, NULL));
  g_assert_false(workspace_find(workspace, "Renamed", &found, NULL));
}

/* ---- undo ---- */

/* Sets a random field of the table to a random value within its bounds. */
static const Field *edit_randomly(GRand *random, Plan *plan, char path[PLAN_PATH_SIZE]) {
  static const char *const WORDS[] = {"", "é", "été", "Salon « Aube »", "a\"b\\c\n", "été 2"};
  for (;;) {
    const Field *field = field_at(g_rand_int_range(random, 0, field_count()));
    g_autoptr(GString) text = g_string_new(field->path);
    g_string_replace(text, "[]", g_rand_boolean(random) ? "[0]" : "[1]", 0);
    FieldPlace place;
    if (!field_place(plan, text->str, false, &place))
      continue;
    g_strlcpy(path, text->str, PLAN_PATH_SIZE);
    if (field->type == FIELD_TEXT) {
      const char *word = WORDS[g_rand_int_range(random, 0, G_N_ELEMENTS(WORDS))];
      if (plan_set_text(plan, path, word))
        return field;
      continue;
    }
    gint64 span = MIN(field->maximum - field->minimum, 100000);
    field_put(&place, field->minimum + g_rand_int_range(random, 0, (gint32)span + 1));
    return field;
  }
}

/* What undo must be: every text kept. */
typedef struct {
  GPtrArray *texts, *paths; /* paths[i] leads from texts[i] to texts[i + 1] */
  guint now;
} Twin;

static void twin_edit(Twin *twin, const char *text, const char *path) {
  if (g_str_equal(text, g_ptr_array_index(twin->texts, twin->now)))
    return;
  g_ptr_array_set_size(twin->texts, (gint)twin->now + 1);
  g_ptr_array_set_size(twin->paths, (gint)twin->now);
  g_ptr_array_add(twin->texts, g_strdup(text));
  g_ptr_array_add(twin->paths, g_strdup(path));
  twin->now++;
}

static void assert_same_as_twin(Workspace *workspace, int64_t id, const Twin *twin) {
  Plan plan;
  char path[PLAN_PATH_SIZE];
  g_assert_true(workspace_load(workspace, id, &plan, NULL));
  g_autofree char *text = plan_to_json(&plan);
  g_assert_cmpstr(text, ==, g_ptr_array_index(twin->texts, twin->now));
  g_assert_true(workspace_can_undo(workspace, id, path) == (twin->now > 0));
  if (twin->now > 0)
    g_assert_cmpstr(path, ==, g_ptr_array_index(twin->paths, twin->now - 1));
  g_assert_true(workspace_can_redo(workspace, id, path) == (twin->now + 1 < twin->texts->len));
  if (twin->now + 1 < twin->texts->len)
    g_assert_cmpstr(path, ==, g_ptr_array_index(twin->paths, twin->now));
}

static void play_one(GRand *random, Workspace *workspace, int64_t id, Plan *plan, Twin *twin) {
  char path[PLAN_PATH_SIZE];
  g_autoptr(GError) error = NULL;
  int choice = g_rand_int_range(random, 0, 10);
  if (choice < 7) {
    edit_randomly(random, plan, path);
    g_assert_true(workspace_store_edit(workspace, id, plan, path, 0, &error));
    g_autofree char *text = plan_to_json(plan);
    twin_edit(twin, text, path);
  } else if (choice < 9) {
    bool moved = workspace_undo(workspace, id, plan, path, &error);
    g_assert_true(moved == (twin->now > 0));
    twin->now -= moved ? 1 : 0;
  } else {
    bool moved = workspace_redo(workspace, id, plan, path, &error);
    g_assert_true(moved == (twin->now + 1 < twin->texts->len));
    twin->now += moved ? 1 : 0;
  }
  g_assert_no_error(error);
}

static void test_undo_twin(Fixture *fixture, gconstpointer data) {
  g_autoptr(GRand) random = g_rand_new_with_seed(20260214);
  Workspace *workspace = open_or_die(fixture->path);
  Plan *plan = &fixture->plan;
  int64_t id, other;
  g_assert_true(workspace_add(workspace, plan, &id, NULL));
  g_assert_true(workspace_add(workspace, plan, &other, NULL));
  g_autofree char *first = plan_to_json(plan);
  Twin twin = {g_ptr_array_new_with_free_func(g_free), g_ptr_array_new_with_free_func(g_free), 0};
  g_ptr_array_add(twin.texts, g_strdup(first));
  for (int i = 0; i < 500; i++) {
    play_one(random, workspace, id, plan, &twin);
    assert_same_as_twin(workspace, id, &twin);
    if (i % 100 == 50) {
      workspace_free(workspace);
      workspace = open_or_die(fixture->path);
      assert_same_as_twin(workspace, id, &twin);
    }
  }
  Plan back;
  guint steps = twin.now;
  g_assert_true(workspace_load_back(workspace, id, (int)steps, &back, NULL));
  g_assert_false(workspace_load_back(workspace, id, (int)steps + 1, &back, NULL));
  g_autofree char *oldest = plan_to_json(&back);
  g_assert_cmpstr(oldest, ==, first);
  while (workspace_undo(workspace, id, plan, NULL, NULL))
    twin.now--;
  g_autofree char *undone = plan_to_json(plan);
  g_assert_cmpstr(undone, ==, first);
  g_assert_cmpuint(twin.now, ==, 0);
  while (workspace_redo(workspace, id, plan, NULL, NULL))
    twin.now++;
  assert_same_as_twin(workspace, id, &twin);
  g_assert_cmpuint(twin.now, >, 100);
  g_assert_false(workspace_can_undo(workspace, other, NULL));
  workspace_free(workspace);
  g_ptr_array_unref(twin.texts);
  g_ptr_array_unref(twin.paths);
}

static void store_price(Workspace *workspace, int64_t id, Plan *plan, int64_t price,
                        int64_t merge) {
  plan_set(plan, "deal.price_cents", price);
  g_assert_true(workspace_store_edit(workspace, id, plan, "deal.price_cents", merge, NULL));
}

static int64_t undo_price(Workspace *workspace, int64_t id, Plan *plan) {
  return workspace_undo(workspace, id, plan, NULL, NULL) ? plan_get(plan, "deal.price_cents") : -1;
}

static void test_merge(Fixture *fixture, gconstpointer data) {
  Workspace *workspace = open_or_die(fixture->path);
  Plan *plan = &fixture->plan;
  int64_t id, start = plan_get(plan, "deal.price_cents");
  g_assert_true(workspace_add(workspace, plan, &id, NULL));
  for (int i = 1; i <= 50; i++) /* one drag */
    store_price(workspace, id, plan, start + i, 7);
  for (int i = 1; i <= 5; i++) /* the next one */
    store_price(workspace, id, plan, start + 100 + i, 8);
  plan_set(plan, "deal.list_price_cents", 12345); /* same key, other field */
  g_assert_true(workspace_store_edit(workspace, id, plan, "deal.list_price_cents", 8, NULL));
  workspace_free(workspace);
  workspace = open_or_die(fixture->path); /* a key of an earlier run never matches */
  plan_set(plan, "deal.list_price_cents", 12346);
  g_assert_true(workspace_store_edit(workspace, id, plan, "deal.list_price_cents", 8, NULL));
  g_assert_cmpint(undo_price(workspace, id, plan), ==, start + 105);
  g_assert_cmpint(plan_get(plan, "deal.list_price_cents"), ==, 12345);
  g_assert_cmpint(undo_price(workspace, id, plan), ==, start + 105);
  g_assert_cmpint(undo_price(workspace, id, plan), ==, start + 50);
  store_price(workspace, id, plan, start + 51, 8); /* after an undo a drag starts anew */
  store_price(workspace, id, plan, start + 52, 8);
  g_assert_false(workspace_can_redo(workspace, id, NULL));
  g_assert_cmpint(undo_price(workspace, id, plan), ==, start + 50);
  g_assert_true(workspace_redo(workspace, id, plan, NULL, NULL)); /* and after a redo */
  store_price(workspace, id, plan, start + 53, 8);
  g_assert_cmpint(undo_price(workspace, id, plan), ==, start + 52);
  g_assert_cmpint(undo_price(workspace, id, plan), ==, start + 50);
  g_assert_cmpint(undo_price(workspace, id, plan), ==, start);
  g_assert_cmpint(undo_price(workspace, id, plan), ==, -1);
  store_price(workspace, id, plan, start + 1, 9); /* a drag that comes back leaves no step */
  store_price(workspace, id, plan, start, 9);
  g_assert_false(workspace_can_undo(workspace, id, NULL));
  store_price(workspace, id, plan, start, 0); /* nor does an edit that changes nothing */
  g_assert_false(workspace_can_undo(workspace, id, NULL));
  workspace_free(workspace);
}

static void test_steps_stay_small(Fixture *fixture, gconstpointer data) {
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  int64_t id;
  g_assert_true(workspace_add(workspace, &fixture->plan, &id, NULL));
  GStatBuf before, after;
  g_stat(fixture->path, &before);
  for (int i = 0; i < 400; i++)
    store_price(workspace, id, &fixture->plan, 3000 + i, 0);
  g_stat(fixture->path, &after);
  g_assert_cmpint(after.st_size - before.st_size, <, 400 * 150);
}

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
static int read_damaged(Fixture *fixture, int64_t example_price) {
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
        g_autofree char *expected = plan_to_json(&fixture->plan);
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
  plan_set(&fixture->plan, "deal.price_cents", 0);
  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true(g_file_get_contents(fixture->path, &bytes, &length, NULL));
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  int opened = 0, tried = 0;
  for (gsize offset = 0; offset < length; offset += offset < 200 ? 1 : 101) {
    char kept = bytes[offset];
    bytes[offset] = (char)(bytes[offset] ^ (1 << g_rand_int_range(random, 0, 8)));
    int file = g_open(fixture->path, O_WRONLY | O_TRUNC, 0600);
    g_assert_true(write(file, bytes, length) == (gssize)length);
    close(file);
    g_autofree char *before = file_checksum(fixture->path);
    opened += read_damaged(fixture, example_price);
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

static void test_two_at_once(Fixture *fixture, gconstpointer data) {
  make_small(fixture);
  g_autoptr(Workspace) one = open_or_die(fixture->path), two = open_or_die(fixture->path);
  Plan plan = fixture->plan;
  store_price(one, 1, &plan, 7001, 0);
  store_price(two, 1, &plan, 7002, 0); /* starts from what is stored, not from what it last saw */
  g_assert_cmpint(undo_price(one, 1, &plan), ==, 7001);
  g_assert_cmpint(undo_price(two, 1, &plan), ==, 5003);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  static const struct {
    const char *path;
    void (*run)(Fixture *, gconstpointer);
  } TESTS[] = {
      {"/workspace/plans", test_plans},
      {"/workspace/rename", test_rename_is_an_edit},
      {"/workspace/undo/twin", test_undo_twin},
      {"/workspace/undo/merge", test_merge},
      {"/workspace/undo/small", test_steps_stay_small},
      {"/workspace/read-only", test_read_only},
      {"/workspace/foreign", test_foreign},
      {"/workspace/not-one", test_not_a_workspace},
      {"/workspace/newer", test_newer},
      {"/workspace/truncated", test_truncated},
      {"/workspace/flipped", test_flipped_bytes},
      {"/workspace/killed", test_killed},
      {"/workspace/no-room", test_no_room},
      {"/workspace/no-leave", test_no_leave},
      {"/workspace/two-at-once", test_two_at_once},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(TESTS); i++)
    g_test_add(TESTS[i].path, Fixture, NULL, fixture_set_up, TESTS[i].run, fixture_tear_down);
  return g_test_run();
}
