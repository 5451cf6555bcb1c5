/* Hundreds of edits of every kind, through the session: all of them undone is the plan of before to
 * the byte, all of them redone the plan of after, also when the file was closed in between. */
#include <glib/gstdio.h>

#include "model/plan/fields.h"
#include "model/store/plan-json.h"
#include "tests/any-plan.h"
#include "ui/session/session.h"

#define EDITS (g_test_slow() ? 500 : 100)

typedef struct {
  char *folder, *path;
  AubSession *session;
  GRand *luck;
  GPtrArray *texts; /* the plan after each step, the first before any */
} Fixture;

static void failed_cb(AubSession *session, const char *message, gpointer data) {
  g_error("%s", message);
}

static void session_start(Fixture *fixture) {
  g_autoptr(GError) error = NULL;
  fixture->session = aub_session_new(fixture->path, &error);
  g_assert_no_error(error);
  g_signal_connect(fixture->session, "failed", G_CALLBACK(failed_cb), NULL);
  aub_session_set_risk_options(fixture->session, &(RiskOptions){.years = 0});
  aub_session_set_decide(fixture->session, FALSE);
}

static void session_restart(Fixture *fixture) {
  g_object_unref(fixture->session);
  session_start(fixture);
}

static char *plan_text(Fixture *fixture) {
  return plan_to_json(aub_session_get_plan(fixture->session));
}

static void fixture_set_up(Fixture *fixture, gconstpointer data) {
  fixture->folder = g_dir_make_tmp("aubaine-edits-XXXXXX", NULL);
  fixture->path = g_build_filename(fixture->folder, "deals.aubaine", NULL);
  fixture->luck = g_rand_new_with_seed(20260301);
  fixture->texts = g_ptr_array_new_with_free_func(g_free);
  session_start(fixture);
  g_ptr_array_add(fixture->texts, plan_text(fixture));
}

static void fixture_tear_down(Fixture *fixture, gconstpointer data) {
  g_object_unref(fixture->session);
  g_remove(fixture->path);
  g_rmdir(fixture->folder);
  g_ptr_array_unref(fixture->texts);
  g_rand_free(fixture->luck);
  g_free(fixture->folder);
  g_free(fixture->path);
}

/* Keeps the plan after a step; an edit that changed nothing is none. */
static void keep_step(Fixture *fixture) {
  g_autofree char *text = plan_text(fixture);
  if (!g_str_equal(text, g_ptr_array_index(fixture->texts, fixture->texts->len - 1)))
    g_ptr_array_add(fixture->texts, g_steal_pointer(&text));
}

/* A place that the plan has now: any field of the table, any element that is there. */
static const Field *draw_place(Fixture *fixture, Plan *plan, char path[PLAN_PATH_SIZE]) {
  for (;;) {
    const Field *field = field_at(g_rand_int_range(fixture->luck, 0, field_count()));
    g_autoptr(GString) text = g_string_new(field->path);
    char index[16];
    do
      g_snprintf(index, sizeof index, "[%d]", g_rand_int_range(fixture->luck, 0, 4));
    while (g_string_replace(text, "[]", index, 1));
    FieldPlace place;
    if (!field_place(plan, text->str, false, &place))
      continue;
    g_strlcpy(path, text->str, PLAN_PATH_SIZE);
    return field;
  }
}

static gint64 draw_value(Fixture *fixture, const Field *field, gint64 now) {
  gint64 span = MIN(field->maximum - field->minimum, 1000);
  gint64 beside = now + g_rand_int_range(fixture->luck, -3, 4);
  switch (g_rand_int_range(fixture->luck, 0, 4)) {
  case 0: /* the owner's slider: a little more or less */
    return CLAMP(beside, field->minimum, field->maximum);
  case 1: /* whatever the type holds: the plan need not make sense */
    return any_number(fixture->luck, field);
  case 2:
    if (field->nullable && field->type != FIELD_CHOICE)
      return field_none(field);
    break;
  }
  return field->minimum + g_rand_int_range(fixture->luck, 0, (gint32)span + 1);
}

static void edit_one(Fixture *fixture) {
  static const char *const WORDS[] = {"", "é", "Salon « Aube »", "a\"b\\c\n", "1 000,50 $"};
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(fixture->session), sizeof(Plan));
  char path[PLAN_PATH_SIZE];
  const Field *field = draw_place(fixture, plan, path);
  if (field->type == FIELD_TEXT) {
    const char *word = WORDS[g_rand_int_range(fixture->luck, 0, G_N_ELEMENTS(WORDS))];
    if (field_text_fits(field, word))
      aub_session_edit_text(fixture->session, path, word);
  } else {
    aub_session_edit(fixture->session, path, draw_value(fixture, field, plan_get(plan, path)), 0);
  }
  keep_step(fixture);
}

/* Of a plan that makes no sense nothing is said: back to one that does before. */
static void edit_terms(Fixture *fixture) {
  if (aub_session_get_problems(fixture->session)->blocking_count > 0) {
    Term cap = term_of(TERM_CAP, 10);
    g_autofree char *before = plan_text(fixture);
    g_assert_false(aub_session_apply_terms(fixture->session, &cap, 1));
    g_autofree char *after = plan_text(fixture);
    g_assert_cmpstr(after, ==, before);
    g_autofree Plan *example = g_new(Plan, 1);
    plan_example(example);
    aub_session_replace_plan(fixture->session, example, "", 0);
    keep_step(fixture);
  }
  Term terms[2];
  for (guint i = 0; i < G_N_ELEMENTS(terms); i++) {
    static const gint64 AMOUNTS[TERM_COUNT] = {
        [TERM_CAP] = 150, [TERM_NO_WEEKDAY] = 5, [TERM_COMMISSION] = 40000, [TERM_PRICE] = 7000};
    TermKind kind = g_rand_int_range(fixture->luck, 0, TERM_COUNT);
    gint64 less = AMOUNTS[kind] && kind != TERM_NO_WEEKDAY
                      ? g_rand_int_range(fixture->luck, 0, (gint32)AMOUNTS[kind] / 2)
                      : 0;
    terms[i] = term_of(kind, AMOUNTS[kind] - less);
    if (kind == TERM_QUOTA)
      terms[i].quota[g_rand_int_range(fixture->luck, 0, 7)] = g_rand_int_range(fixture->luck, 1, 9);
  }
  g_assert_true(aub_session_apply_terms(fixture->session, terms, G_N_ELEMENTS(terms)));
  keep_step(fixture);
}

/* Any plan in the place of this one: every list of another length. */
static void edit_all(Fixture *fixture) {
  g_autofree Plan *plan = g_new(Plan, 1);
  if (g_rand_boolean(fixture->luck))
    plan_example(plan);
  else
    any_plan_draw(fixture->luck, 3, plan);
  aub_session_replace_plan(fixture->session, plan, "", 0);
  keep_step(fixture);
}

static void edit_randomly(Fixture *fixture, guint count) {
  while (fixture->texts->len < count + 1) {
    int kind = g_rand_int_range(fixture->luck, 0, 100);
    if (kind < 85)
      edit_one(fixture);
    else if (kind < 95)
      edit_terms(fixture);
    else
      edit_all(fixture);
  }
}

static void assert_at_step(Fixture *fixture, guint step) {
  g_autofree char *text = plan_text(fixture);
  g_assert_cmpstr(text, ==, g_ptr_array_index(fixture->texts, step));
  g_assert_true(aub_session_can_undo(fixture->session, NULL) == (step > 0));
  g_assert_true(aub_session_can_redo(fixture->session, NULL) == (step + 1 < fixture->texts->len));
}

static void walk_back_and_forth(Fixture *fixture, gboolean restarts) {
  guint last = fixture->texts->len - 1;
  for (guint step = last; step > 0; step--) {
    if (restarts && step % 100 == 50)
      session_restart(fixture);
    assert_at_step(fixture, step);
    aub_session_undo(fixture->session);
  }
  assert_at_step(fixture, 0);
  if (restarts)
    session_restart(fixture);
  for (guint step = 0; step < last; step++) {
    if (restarts && step % 100 == 50)
      session_restart(fixture);
    assert_at_step(fixture, step);
    aub_session_redo(fixture->session);
  }
  assert_at_step(fixture, last);
  g_assert_true(aub_session_is_saved(fixture->session));
}

static void test_undo_all(Fixture *fixture, gconstpointer data) {
  edit_randomly(fixture, EDITS);
  walk_back_and_forth(fixture, TRUE);
}

/* The same question of a history that lost one step. */
static void test_fault_is_seen(Fixture *fixture, gconstpointer data) {
  edit_randomly(fixture, 5);
  if (g_test_subprocess()) {
    g_ptr_array_remove_index(fixture->texts, 2);
    walk_back_and_forth(fixture, FALSE);
    return;
  }
  walk_back_and_forth(fixture, FALSE);
  g_test_trap_subprocess(NULL, 0, 0);
  g_test_trap_assert_failed();
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add("/session-edits/undo-all", Fixture, NULL, fixture_set_up, test_undo_all,
             fixture_tear_down);
  g_test_add("/session-edits/fault-is-seen", Fixture, NULL, fixture_set_up, test_fault_is_seen,
             fixture_tear_down);
  return g_test_run();
}
