/* The session among files: archived deals, copies, undo after a restart, and what is kept of the
 * window and the files opened. */
#include <string.h>

#include <glib/gstdio.h>

#include "model/plan/fields.h"
#include "ui/paper/safe-file.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"

typedef struct {
  char *folder, *path, *other;
  AubSession *session;
} Fixture;

static AubSession *open_quiet(const char *path) {
  g_autoptr(GError) error = NULL;
  AubSession *session = aub_session_new(path, &error);
  g_assert_no_error(error);
  aub_session_set_risk_options(session, &(RiskOptions){.years = 0});
  aub_session_set_decide(session, FALSE);
  return session;
}

static void fixture_set_up(Fixture *fixture, gconstpointer data) {
  fixture->folder = g_dir_make_tmp("aubaine-files-XXXXXX", NULL);
  fixture->path = g_build_filename(fixture->folder, "deals.aubaine", NULL);
  fixture->other = g_build_filename(fixture->folder, "other.aubaine", NULL);
  fixture->session = open_quiet(fixture->path);
}

static void fixture_tear_down(Fixture *fixture, gconstpointer data) {
  g_clear_object(&fixture->session);
  g_remove(fixture->path);
  g_remove(fixture->other);
  g_rmdir(fixture->folder);
  g_free(fixture->folder);
  g_free(fixture->path);
  g_free(fixture->other);
}

static guint count(GArray *plans) {
  guint length = plans->len;
  g_array_unref(plans);
  return length;
}

static gint64 price(AubSession *session) {
  return plan_get(aub_session_get_plan(session), "deal.price_cents");
}

static void test_archive(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  g_autoptr(GError) error = NULL;
  gint64 first = aub_session_get_plan_id(session);
  g_assert_false(aub_session_archive_plan(session, first, &error));
  g_assert_nonnull(strstr(error->message, "only deal"));
  g_clear_error(&error);
  g_assert_true(aub_session_duplicate_plan(session, "Second", &error));
  gint64 second = aub_session_get_plan_id(session);
  aub_session_set_offers(session, &first, 1);
  g_assert_true(aub_session_archive_plan(session, first, &error)); /* compared no more */
  gint64 compared[OFFERS_MAX - 1];
  g_assert_cmpint(aub_session_get_offers(session, compared), ==, 0);
  g_assert_cmpint(aub_session_get_plan_id(session), ==, second);
  g_assert_false(aub_session_archive_plan(session, second, NULL)); /* the only one in sight */
  g_assert_false(aub_session_remove_plan(session, second, NULL));
  g_assert_cmpuint(count(aub_session_list_plans(session)), ==, 1);
  g_assert_cmpuint(count(aub_session_list_archived_plans(session)), ==, 1);

  aub_session_edit(session, "deal.price_cents", 4567, 0);
  g_assert_true(aub_session_bring_back_plan(session, first, &error));
  g_assert_true(aub_session_archive_plan(session, second, &error)); /* the one on screen */
  g_assert_cmpint(aub_session_get_plan_id(session), ==, first);
  g_object_unref(session);
  session = fixture->session = open_quiet(fixture->path);
  g_assert_cmpint(aub_session_get_plan_id(session), ==, first);
  g_assert_true(aub_session_bring_back_plan(session, second, &error));
  g_assert_true(aub_session_select_plan(session, second, &error));
  g_assert_cmpint(price(session), ==, 4567);
  g_assert_true(aub_session_can_undo(session, NULL));
  g_assert_cmpuint(count(aub_session_list_archived_plans(session)), ==, 0);
}

static gboolean save_copy(AubSession *session, const char *path, GError **error) {
  g_autoptr(GBytes) copy = aub_session_make_copy(session, path, error);
  return copy &&
         safe_file_write(path, g_bytes_get_data(copy, NULL), g_bytes_get_size(copy), error) &&
         aub_session_complete_copy(session, path, error);
}

static void test_copy(Fixture *fixture, gconstpointer data) {
  g_autoptr(GError) error = NULL;
  aub_session_edit(fixture->session, "deal.price_cents", 4567, 0);
  g_assert_true(save_copy(fixture->session, fixture->other, &error));
  g_assert_false(save_copy(fixture->session, fixture->path, &error));
  g_assert_nonnull(strstr(error->message, "another name"));
  g_autoptr(AubSession) copy = open_quiet(fixture->other);
  g_assert_cmpint(price(copy), ==, 4567);
  aub_session_undo(copy);
  g_assert_cmpint(price(copy), !=, 4567);
  g_assert_cmpint(price(fixture->session), ==, 4567);
}

/* An edit of a file that takes none is in the copy, as a step. */
static void test_copy_of_unsaved(Fixture *fixture, gconstpointer data) {
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr(GError) error = NULL;
  g_clear_object(&fixture->session);
  g_assert_true(g_file_get_contents(fixture->path, &bytes, &length, NULL));
  bytes[63] = 2; /* user_version: a later program's */
  g_assert_true(g_file_set_contents(fixture->path, bytes, (gssize)length, NULL));
  fixture->session = open_quiet(fixture->path);
  g_assert_true(aub_session_is_read_only(fixture->session));
  g_assert_true(save_copy(fixture->session, fixture->other, &error)); /* nothing to add */
  aub_session_edit(fixture->session, "deal.price_cents", 4567, 0);
  g_assert_false(save_copy(fixture->session, fixture->other, &error));
  g_assert_error(error, STORE_ERROR, STORE_ERROR_NEWER); /* said, not lost in silence */
}

/* Undo has no end, and none at a restart. */
static void test_undo_after_restarts(Fixture *fixture, gconstpointer data) {
  enum { EDITS = 120 };
  const gint64 first = price(fixture->session);
  for (int i = 1; i <= EDITS; i++) {
    aub_session_edit(fixture->session, i % 2 ? "deal.price_cents" : "deal.vouchers_sold", 3000 + i,
                     0);
    if (i % 30 == 0) {
      g_object_unref(fixture->session);
      fixture->session = open_quiet(fixture->path);
    }
  }
  char path[PLAN_PATH_SIZE];
  for (int i = EDITS; i >= 1; i--) {
    g_assert_true(aub_session_can_undo(fixture->session, path));
    g_assert_cmpstr(path, ==, i % 2 ? "deal.price_cents" : "deal.vouchers_sold");
    aub_session_undo(fixture->session);
  }
  g_assert_false(aub_session_can_undo(fixture->session, NULL));
  g_assert_cmpint(price(fixture->session), ==, first);
  g_object_unref(fixture->session);
  fixture->session = open_quiet(fixture->path);
  g_assert_true(aub_session_can_redo(fixture->session, path));
  g_assert_cmpstr(path, ==, "deal.price_cents");
}

/* Back to the plan of the opening is one step more; each plan has its own beginning. */
static void test_revert(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  g_assert_true(aub_session_is_at(session, fixture->path));
  g_assert_false(aub_session_is_at(session, fixture->other));
  const gint64 before = price(session), first = aub_session_get_plan_id(session);
  g_assert_false(aub_session_can_revert(session));
  aub_session_edit(session, "deal.price_cents", 4567, 0);
  g_assert_true(aub_session_duplicate_plan(session, "Second", NULL));
  g_assert_false(aub_session_can_revert(session));
  g_assert_true(aub_session_select_plan(session, first, NULL));
  g_assert_true(aub_session_can_revert(session));
  aub_session_revert(session);
  g_assert_cmpint(price(session), ==, before);
  g_assert_false(aub_session_can_revert(session));
  aub_session_undo(session);
  g_assert_cmpint(price(session), ==, 4567);
  g_object_unref(session);
  session = fixture->session = open_quiet(fixture->path); /* opened as it is now */
  g_assert_false(aub_session_can_revert(session));
}

static void test_preferences(Fixture *fixture, gconstpointer data) {
  g_auto(Preferences) first = {0}, second = {0};
  preferences_load(&first);
  g_assert_null(first.page);
  g_assert_false(first.inputs_hidden);
  g_assert_cmpuint(g_strv_length(first.recent), ==, 0);
  for (int i = 0; i < 10; i++) {
    g_autofree char *path = g_strdup_printf("/d’été; %d/deals.aubaine", i);
    preferences_add_recent(&first, path);
  }
  preferences_add_recent(&first, "/d’été; 5/x/../deals.aubaine");
  first.page = g_strdup("cash");
  first.inputs_hidden = TRUE;
  first.window_width = 1024;
  first.window_height = 768;
  g_assert_true(preferences_save(&first, NULL));
  preferences_load(&second);
  g_assert_cmpstr(second.page, ==, "cash");
  g_assert_true(second.inputs_hidden);
  g_assert_cmpint(second.window_width, ==, 1024);
  g_assert_cmpint(second.window_height, ==, 768);
  g_assert_cmpstr(second.workspace_path, ==, "/d’été; 5/deals.aubaine");
  g_assert_cmpuint(g_strv_length(second.recent), ==, 8);
  static const int ORDER[] = {5, 9, 8, 7, 6, 4, 3, 2};
  for (int i = 0; i < 8; i++) {
    g_autofree char *path = g_strdup_printf("/d’été; %d/deals.aubaine", ORDER[i]);
    g_assert_cmpstr(second.recent[i], ==, path);
  }
  g_autofree char *path = preferences_path();
  g_autofree char *folder = g_path_get_dirname(path);
  g_remove(path);
  g_rmdir(folder);
}

int main(int argc, char **argv) {
  g_autofree char *config = g_dir_make_tmp("aubaine-config-XXXXXX", NULL);
  g_setenv("XDG_CONFIG_HOME", config, TRUE);
  g_test_init(&argc, &argv, NULL);
  static const struct {
    const char *path;
    void (*run)(Fixture *, gconstpointer);
  } TESTS[] = {
      {"/session/archive", test_archive},
      {"/session/copy", test_copy},
      {"/session/copy-of-unsaved", test_copy_of_unsaved},
      {"/session/undo-after-restarts", test_undo_after_restarts},
      {"/session/revert", test_revert},
      {"/preferences/window-and-files", test_preferences},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(TESTS); i++)
    g_test_add(TESTS[i].path, Fixture, NULL, fixture_set_up, TESTS[i].run, fixture_tear_down);
  int status = g_test_run();
  g_rmdir(config);
  return status;
}
