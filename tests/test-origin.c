/* Where values come from and how sure they are: the range of a value given, changed and taken away,
 * what typing a value does to its provenance, and how all of it is said. The fault: a range that
 * stays where it was when its value is typed past it. */
#include <glib.h>
#include <string.h>

#include "model/plan/presets.h"
#include "model/plan/problem.h"
#include "model/plan/range.h"
#include "model/store/plan-json.h"
#include "ui/words/origin-words.h"

#define USED "deal.used_per_100k" /* in the example 80 %, between 68 % and 95 % */

static void test_ranges(void) {
  Plan plan;
  plan_example(&plan);
  int count = plan.uncertainty_count;
  g_assert_true(range_give(&plan, USED, 70000, 90000));
  g_assert_cmpint(plan.uncertainty_count, ==, count);
  Uncertainty range = range_of_input(&plan, range_entry(&plan, USED));
  g_assert_cmpint(range.low, ==, 70000);
  g_assert_cmpint(range.likely, ==, 80000);
  g_assert_cmpint(range.high, ==, 90000);
  g_assert_cmpint(range_entry(&plan, "deal.commission_per_100k"), ==, -1);
  g_assert_true(range_give(&plan, "deal.commission_per_100k", 40000, 60000));
  g_assert_cmpint(plan.uncertainty_count, ==, count + 1);
  g_assert_true(range_take_away(&plan, "deal.commission_per_100k"));
  g_assert_false(range_take_away(&plan, "deal.commission_per_100k"));
  g_assert_cmpint(plan.uncertainty_count, ==, count);
  g_assert_false(range_give(&plan, "deal.price_cents", 1, 2));
  g_assert_false(range_give(&plan, "deal.contract_cap", 1, 2)); /* none in the example */
  g_assert_false(range_give(&plan, "staff[31].guarantee_cents_per_hour", 1, 2));
  g_assert_false(range_give(&plan, "no.such", 1, 2));
}

/* Of every field alone: who may have a range is who plan_check takes one of. */
static void test_possible(void) {
  Plan example;
  plan_example(&example);
  for (int i = 0; i < field_count(); i++) {
    const Field *field = field_at(i);
    if (strstr(field->path, "[]") || (field->type != FIELD_INT32 && field->type != FIELD_CENTS) ||
        plan_get(&example, field->path) == field_none(field))
      continue;
    Plan plan = example;
    Problems problems;
    plan.uncertainty_count = 1;
    gint64 value = plan_get(&plan, field->path);
    plan.uncertainty[0] = (Uncertainty){.low = value, .likely = value, .high = value};
    g_strlcpy(plan.uncertainty[0].path, field->path, PLAN_PATH_SIZE);
    plan_check(&plan, &problems);
    g_assert_cmpint(problems.blocking_count == 0, ==, range_is_possible(field));
  }
}

static void test_left(void) {
  Plan plan;
  plan_example(&plan);
  int entry = range_entry(&plan, USED);
  bool is_left = true;
  g_autofree char *said = origin_range_text(LANGUAGE_EN, &plan, USED, &is_left);
  g_assert_cmpstr(said, ==, "Between 68% and 95%");
  g_assert_false(is_left);
  plan_set(&plan, USED, 70000);
  g_assert_false(range_is_left(&plan, entry));
  plan_set(&plan, USED, 50000);
  g_assert_true(range_is_left(&plan, entry));
  g_autofree char *moved = origin_range_text(LANGUAGE_FR, &plan, USED, &is_left);
  g_assert_cmpstr(moved, ==,
                  "Hors de votre fourchette de 68\u00a0% à 95\u00a0%, qui suit la valeur\u00a0: "
                  "entre 42,5\u00a0% et 59,375\u00a0%.");
  g_assert_true(is_left);
  g_assert_null(origin_range_text(LANGUAGE_EN, &plan, "deal.commission_per_100k", NULL));
  /* The fault: as given, the range has no room for the value. */
  g_assert_cmpint(plan.uncertainty[entry].low, >, plan_get(&plan, USED));
  g_assert_cmpint(range_of_input(&plan, entry).low, <, plan_get(&plan, USED));
}

static void test_range_problem(void) {
  Plan plan;
  Problems problems;
  plan_example(&plan);
  plan_check(&plan, &problems);
  g_assert_null(origin_range_problem(&plan, &problems, USED));
  g_assert_true(range_give(&plan, USED, 85000, 95000));
  plan_check(&plan, &problems);
  const Problem *problem = origin_range_problem(&plan, &problems, USED);
  g_assert_nonnull(problem);
  g_assert_cmpint(problem->code, ==, PROBLEM_RANGE_ORDER);
  g_assert_null(origin_range_problem(&plan, &problems, "clients.return_per_100k"));
  g_assert_null(origin_range_problem(&plan, &problems, "deal.commission_per_100k"));
}

static ProvenanceKind kind_after_typing(ProvenanceKind before) {
  Plan plan;
  plan_example(&plan);
  plan_set_provenance(&plan, USED, before, "s. 4");
  plan_note_typed(&plan, USED);
  return plan_provenance(&plan, USED)->kind;
}

static void test_typed_is_mine(void) {
  g_assert_cmpint(kind_after_typing(PROVENANCE_PRESET), ==, PROVENANCE_MINE);
  g_assert_cmpint(kind_after_typing(PROVENANCE_ASSUMED), ==, PROVENANCE_MINE);
  g_assert_cmpint(kind_after_typing(PROVENANCE_REPORTED), ==, PROVENANCE_MINE);
  g_assert_cmpint(kind_after_typing(PROVENANCE_GUESS), ==, PROVENANCE_GUESS);
  g_assert_cmpint(kind_after_typing(PROVENANCE_CONTRACT), ==, PROVENANCE_MINE);
  Plan plan;
  plan_example(&plan); /* "rooms" are reported: one of them is hers, the others are not */
  plan_note_typed(&plan, "rooms[1].from_date");
  g_assert_cmpint(plan_provenance(&plan, "rooms[1].from_date")->kind, ==, PROVENANCE_MINE);
  g_assert_cmpint(plan_provenance(&plan, "rooms[0].from_date")->kind, ==, PROVENANCE_REPORTED);
  plan_note_typed(&plan, "rooms[1]"); /* one more room, as the window adds it */
  g_assert_cmpint(plan_provenance(&plan, "rooms[1].name")->kind, ==, PROVENANCE_MINE);
  g_assert_cmpint(plan_provenance(&plan, "rooms[0].name")->kind, ==, PROVENANCE_REPORTED);
  plan_set_provenance(&plan, USED, PROVENANCE_CONTRACT, "s. 4");
  plan_note_typed(&plan, USED); /* the clause said another number */
  g_assert_cmpstr(plan_provenance(&plan, USED)->source, ==, "");
  plan.provenance_count = 0;
  plan_note_typed(&plan, USED);
  g_assert_cmpint(plan.provenance_count, ==, 0);
}

static ProvenanceKind kind_after_following(ProvenanceKind before) {
  Plan plan;
  plan_example(&plan);
  plan_set_provenance(&plan, "deal.price_cents", before, "s. 4");
  plan_note_followed(&plan, "deal.price_cents");
  const Provenance *after = plan_provenance(&plan, "deal.price_cents");
  g_assert_cmpstr(after->source, ==, after->kind == before ? "s. 4" : "");
  return after->kind;
}

static void test_what_follows_loses_its_clause(void) {
  g_assert_cmpint(kind_after_following(PROVENANCE_CONTRACT), ==, PROVENANCE_MINE);
  g_assert_cmpint(kind_after_following(PROVENANCE_REPORTED), ==, PROVENANCE_MINE);
  g_assert_cmpint(kind_after_following(PROVENANCE_GUESS), ==, PROVENANCE_GUESS);
  g_assert_cmpint(kind_after_following(PROVENANCE_PRESET), ==, PROVENANCE_PRESET);
  g_assert_cmpint(kind_after_following(PROVENANCE_ASSUMED), ==, PROVENANCE_ASSUMED);
}

static void check_said(const Plan *plan, const char *path, const char *english,
                       const char *french) {
  g_autofree char *en = origin_text(LANGUAGE_EN, plan, path);
  g_autofree char *fr = origin_text(LANGUAGE_FR, plan, path);
  g_assert_cmpstr(en, ==, english);
  g_assert_cmpstr(fr, ==, french);
}

static void test_said(void) {
  Plan plan;
  plan_example(&plan);
  check_said(&plan, USED, "Assumed", "Hypothèse");
  plan_set_provenance(&plan, USED, PROVENANCE_CONTRACT, "s. 4");
  check_said(&plan, USED, "From the contract: s. 4", "Du contrat\u00a0: s. 4");
  plan_set_provenance(&plan, USED, PROVENANCE_MINE, "");
  check_said(&plan, USED, "Yours", "Votre chiffre");
  plan.provenance_count = 0;
  check_said(&plan, USED, "Not said where it comes from", "Provenance non précisée");
}

static void test_step_names(void) {
  Plan plan;
  plan_example(&plan);
  plan_set_provenance(&plan, USED, PROVENANCE_CONTRACT, "s. 4");
  g_autofree char *origin_path = g_strdup_printf("provenance[%d].kind", plan.provenance_count - 1);
  g_autofree char *origin = edit_name(LANGUAGE_EN, &plan, origin_path);
  g_assert_cmpstr(origin, ==, "Share used: where it comes from → from the contract: s. 4");
  g_autofree char *range_path = g_strdup_printf("uncertainty[%d].low", range_entry(&plan, USED));
  g_autofree char *range = edit_name(LANGUAGE_FR, &plan, range_path);
  g_assert_cmpstr(range, ==, "Taux d’utilisation\u00a0: fourchette → entre 68\u00a0% et 95\u00a0%");
  g_autofree char *gone = edit_name(LANGUAGE_EN, &plan, "uncertainty");
  g_assert_cmpstr(gone, ==, "Change ranges");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/origin/ranges", test_ranges);
  g_test_add_func("/origin/possible", test_possible);
  g_test_add_func("/origin/left", test_left);
  g_test_add_func("/origin/range-problem", test_range_problem);
  g_test_add_func("/origin/typed-is-mine", test_typed_is_mine);
  g_test_add_func("/origin/what-follows-loses-its-clause", test_what_follows_loses_its_clause);
  g_test_add_func("/origin/said", test_said);
  g_test_add_func("/origin/step-names", test_step_names);
  return g_test_run();
}
