/* What the tests of the workspace start from. */
#include "tests/workspace-fixture.h"

#include <glib/gstdio.h>

#include "model/plan/fields.h"

void fixture_set_up(Fixture *fixture, gconstpointer data) {
  fixture->folder = g_dir_make_tmp("aubaine-workspace-XXXXXX", NULL);
  fixture->path = g_build_filename(fixture->folder, "deals.aubaine", NULL);
  plan_example(&fixture->plan);
}

void fixture_tear_down(Fixture *fixture, gconstpointer data) {
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

Workspace *open_or_die(const char *path) {
  g_autoptr(GError) error = NULL;
  Workspace *workspace = workspace_open(path, true, &error);
  g_assert_no_error(error);
  return workspace;
}

void make_small(Fixture *fixture) {
  g_autoptr(Workspace) workspace = open_or_die(fixture->path);
  int64_t id;
  g_assert_true(workspace_add(workspace, &fixture->plan, &id, NULL));
  for (int i = 1; i <= 3; i++) {
    plan_set(&fixture->plan, "deal.price_cents", 5000 + i);
    g_assert_true(workspace_store_edit(workspace, id, &fixture->plan, "deal.price_cents", 0, NULL));
  }
}

char *file_checksum(const char *path) {
  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bytes, length);
}

int folder_count(const char *path) {
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  int count = 0;
  while (g_dir_read_name(folder))
    count++;
  return count;
}

void store_price(Workspace *workspace, int64_t id, Plan *plan, int64_t price, int64_t merge) {
  plan_set(plan, "deal.price_cents", price);
  g_assert_true(workspace_store_edit(workspace, id, plan, "deal.price_cents", merge, NULL));
}

int64_t undo_price(Workspace *workspace, int64_t id, Plan *plan) {
  return workspace_undo(workspace, id, plan, NULL, NULL) ? plan_get(plan, "deal.price_cents") : -1;
}
