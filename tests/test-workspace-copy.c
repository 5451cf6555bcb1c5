/* A copy of the workspace, and the archived plans: whole, with steps and settings, whatever becomes
 * of the disk it is written to. */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "model/plan/fields.h"
#include "tests/workspace-fixture.h"
#include "ui/paper/safe-file.h"

static char *copy_path(const Fixture *fixture) {
  return g_build_filename(fixture->folder, "copy.aubaine", NULL);
}

static void append_steps(GString *text, Workspace *workspace, int64_t id) {
  Plan plan;
  for (int back = 0; workspace_load_back(workspace, id, back, &plan, NULL); back++) {
    g_autofree char *json = plan_to_json(&plan);
    g_string_append(text, json);
  }
}

/* Every plan with all it was before, and what is kept beside them. */
static char *dump(const char *path) {
  g_autoptr(GString) text = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(Workspace) workspace = workspace_open_read_only(path, &error);
  g_assert_no_error(error);
  g_autoptr(GArray) plans = workspace_list(workspace, NULL);
  for (guint i = 0; i < plans->len; i++) {
    const WorkspacePlan *plan = &g_array_index(plans, WorkspacePlan, i);
    g_string_append_printf(text, "%d %s %d\n", (int)plan->id, plan->name, plan->archived);
    append_steps(text, workspace, plan->id);
  }
  g_autofree char *current = workspace_get_setting(workspace, "current_plan");
  g_string_append_printf(text, "current %s", current ? current : "none");
  return g_strdup(text->str);
}

static bool write_copy(Workspace *workspace, const char *path, GError **error) {
  g_autoptr(GBytes) copy = workspace_make_copy(workspace, error);
  return copy && safe_file_write(path, g_bytes_get_data(copy, NULL), g_bytes_get_size(copy), error);
}

static void test_copy(Fixture *fixture, gconstpointer data) {
  make_small(fixture);
  g_autofree char *path = copy_path(fixture);
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  g_autoptr(GError) error = NULL;
  int64_t other;
  g_assert_true(workspace_add(workspace, &fixture->plan, &other, NULL));
  g_assert_true(workspace_archive(workspace, other, true, NULL));
  g_assert_true(workspace_put_setting(workspace, "current_plan", "1", NULL));
  g_autofree char *before = file_checksum(fixture->path);
  g_assert_true(write_copy(workspace, path, &error));
  g_autofree char *after = file_checksum(fixture->path);
  g_assert_cmpstr(before, ==, after);
  g_assert_cmpint(folder_count(fixture->folder), ==, 2);
  g_autofree char *original = dump(fixture->path), *copied = dump(path);
  g_assert_cmpstr(original, ==, copied);

  /* They part ways; the comparison sees one step. */
  g_autoptr(Workspace) copy = open_or_die(path);
  g_assert_cmpint(undo_price(copy, 1, &fixture->plan), ==, 5002);
  g_autofree char *undone = dump(path), *still = dump(fixture->path);
  g_assert_cmpstr(undone, !=, original);
  g_assert_cmpstr(still, ==, original);
}

static void test_copy_of_read_only(Fixture *fixture, gconstpointer data) {
  make_small(fixture);
  g_autofree char *path = copy_path(fixture);
  g_autoptr(Workspace) workspace = workspace_open_read_only(fixture->path, NULL);
  g_assert_true(write_copy(workspace, path, NULL));
  g_autoptr(Workspace) copy = open_or_die(path);
  g_assert_false(workspace_is_read_only(copy));
  g_assert_cmpint(undo_price(copy, 1, &fixture->plan), ==, 5002);
}

static void test_no_room(Fixture *fixture, gconstpointer data) {
  signal(SIGXFSZ, SIG_IGN);
  make_small(fixture);
  g_autofree char *path = copy_path(fixture);
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  g_assert_true(write_copy(workspace, path, NULL));
  g_autofree char *before = file_checksum(path);
  store_price(workspace, 1, &fixture->plan, 4321, 0);
  struct rlimit limit, small;
  getrlimit(RLIMIT_FSIZE, &limit);
  small = (struct rlimit){4096, limit.rlim_max};
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
  g_autoptr(GError) error = NULL;
  bool written = write_copy(workspace, path, &error);
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false(written);
  g_assert_nonnull(error);
  g_assert_cmpint(folder_count(fixture->folder), ==, 2); /* nothing half made stays */
  g_autofree char *after = file_checksum(path);
  g_assert_cmpstr(before, ==, after);
  g_assert_true(write_copy(workspace, path, NULL));
  g_autofree char *newer = file_checksum(path);
  g_assert_cmpstr(newer, !=, before);
}

static void test_no_such_folder(Fixture *fixture, gconstpointer data) {
  make_small(fixture);
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  g_autofree char *path = g_build_filename(fixture->folder, "none", "copy.aubaine", NULL);
  g_autoptr(GError) error = NULL;
  g_assert_false(write_copy(workspace, path, &error));
  g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void test_is_at(Fixture *fixture, gconstpointer data) {
  make_small(fixture);
  g_autofree char *other = copy_path(fixture);
  g_autofree char *roundabout = g_build_filename(fixture->folder, ".", "deals.aubaine", NULL);
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  g_assert_true(workspace_is_at(workspace, fixture->path));
  g_assert_true(workspace_is_at(workspace, roundabout));
  g_assert_false(workspace_is_at(workspace, other));
  g_assert_cmpint(symlink(fixture->path, other), ==, 0);
  g_assert_true(workspace_is_at(workspace, other));
  g_remove(other);
  g_assert_cmpint(link(fixture->path, other), ==, 0);
  g_assert_true(workspace_is_at(workspace, other));
  g_remove(other);
  g_file_set_contents(other, "another", -1, NULL);
  g_assert_false(workspace_is_at(workspace, other));
}

static bool is_archived(const char *path, int64_t id) {
  g_autoptr(Workspace) workspace = open_or_die(path);
  g_autoptr(GArray) plans = workspace_list(workspace, NULL);
  for (guint i = 0; i < plans->len; i++)
    if (g_array_index(plans, WorkspacePlan, i).id == id)
      return g_array_index(plans, WorkspacePlan, i).archived;
  g_assert_not_reached();
}

static void test_archive(Fixture *fixture, gconstpointer data) {
  make_small(fixture);
  g_autoptr(GError) error = NULL;
  Workspace *workspace = open_or_die(fixture->path);
  int64_t other;
  g_assert_true(workspace_add(workspace, &fixture->plan, &other, NULL));
  g_assert_true(workspace_archive(workspace, 1, true, &error));
  g_assert_true(workspace_archive(workspace, 1, true, &error)); /* once more says nothing new */
  g_assert_false(workspace_archive(workspace, 77, true, &error));
  g_assert_error(error, STORE_ERROR, STORE_ERROR_NO_SUCH_PLAN);
  workspace_free(workspace);
  g_assert_true(is_archived(fixture->path, 1));
  g_assert_false(is_archived(fixture->path, other));
  workspace = open_or_die(fixture->path);
  g_assert_cmpint(undo_price(workspace, 1, &fixture->plan), ==, 5002); /* whole, with its steps */
  g_assert_true(workspace_remove(workspace, 1, NULL));
  g_assert_false(workspace_archive(workspace, 1, false, NULL));
  g_assert_true(workspace_restore(workspace, 1, NULL));
  workspace_free(workspace);
  g_assert_true(is_archived(fixture->path, 1)); /* as it was when it went */
  workspace = open_or_die(fixture->path);
  g_assert_true(workspace_archive(workspace, 1, false, NULL));
  workspace_free(workspace);
  g_assert_false(is_archived(fixture->path, 1));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  static const struct {
    const char *path;
    void (*run)(Fixture *, gconstpointer);
  } TESTS[] = {
      {"/workspace/copy", test_copy},
      {"/workspace/copy-of-read-only", test_copy_of_read_only},
      {"/workspace/copy-no-room", test_no_room},
      {"/workspace/copy-no-folder", test_no_such_folder},
      {"/workspace/is-at", test_is_at},
      {"/workspace/archive", test_archive},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(TESTS); i++)
    g_test_add(TESTS[i].path, Fixture, NULL, fixture_set_up, TESTS[i].run, fixture_tear_down);
  return g_test_run();
}
