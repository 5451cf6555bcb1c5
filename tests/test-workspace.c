/* The workspace: plans, settings, undo against a naive twin that keeps every text. */
#include <string.h>

#include <glib/gstdio.h>

#include "model/plan/fields.h"
#include "tests/workspace-fixture.h"

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
      {"/workspace/two-at-once", test_two_at_once},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(TESTS); i++)
    g_test_add(TESTS[i].path, Fixture, NULL, fixture_set_up, TESTS[i].run, fixture_tear_down);
  return g_test_run();
}
