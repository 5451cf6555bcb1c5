/* Charts of what is decided, what they answer: the field a bar is about, a break-even said alike
 * everywhere, and words where there is nothing to draw. */
#include <string.h>

#include "tests/chart-samples.h"
#include "ui/chart/chart-inspect.h"
#include "ui/words/decide-words.h"

/* A bar of the tornado and a term lead to a field of the plan; nothing else does. */
static void test_paths_of_positions(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
    ChartStyle style = style_for((ChartKind)kind, 900, 1);
    g_autoptr(Chart) chart = make_chart(SHAPE_EXAMPLE, (ChartKind)kind, &style);
    int count = chart_position_count(chart);
    for (int i = 0; i < count; i++) {
      const char *path = chart_position_path(chart, i);
      const Decisions *made = decisions[SHAPE_EXAMPLE];
      bool leads = kind == CHART_TORNADO || kind == CHART_WORTHS ||
                   (kind >= CHART_BREAK_EVEN_RETURN && kind <= CHART_BREAK_EVEN_EXTRAS);
      g_assert_cmpint(path != NULL, ==, leads);
      if (kind == CHART_TORNADO)
        g_assert_cmpstr(path, ==, made->tornado.bar[i].path);
      if (path)
        g_assert_true(field_find(path) || field_list_find(path));
    }
    g_assert_null(chart_position_path(chart, count));
    g_assert_null(chart_position_path(chart, -1));
  }
}

static bool has_text(const Chart *chart, const char *wanted) {
  bool has = false;
  for (int i = 0; i < chart_inspect_text_count(chart); i++) {
    const char *text;
    chart_inspect_text(chart, i, &text);
    has |= g_str_equal(text, wanted);
  }
  return has;
}

/* The crossing is said alike in title, axis, flag, words and table, to the unit; none is none. */
static void test_break_even_is_said(void) {
  for (int of = 0; of < BREAK_EVEN_COUNT; of++)
    for (int found = 0; found < 2; found++) {
      ChartKind kind = CHART_BREAK_EVEN_RETURN + (ChartKind)of;
      ChartStyle style = style_for(kind, 900, 1);
      Study study = study_of(SHAPE_EXAMPLE, kind);
      g_autofree Decisions *made = g_memdup2(decisions[SHAPE_EXAMPLE], sizeof *made);
      BreakEven *line = &made->break_even[of];
      line->found = found;
      study.decisions = made;
      g_autofree char *value = break_even_shown(LANGUAGE_EN, (BreakEvenOf)of, line);
      g_autofree char *flag = g_strdup_printf("break-even: %s", value);
      g_autoptr(Chart) chart = chart_new(kind, &study, &style);
      g_autoptr(Table) table = chart_table(kind, LANGUAGE_EN, &study);
      bool in_table = false;
      for (int i = 0; i < table_row_count(table); i++)
        in_table |= table_row(table, i)->cell[0].number == line->value &&
                    g_strcmp0(table_row(table, i)->cell[2].text, "break-even") == 0;
      g_assert_cmpint(in_table, ==, found);
      g_assert_cmpint(has_text(chart, value), ==, found);
      g_assert_cmpint(has_text(chart, flag), ==, found);
      g_assert_cmpint(strstr(chart_describe(chart), "No break-even") == NULL, ==, found);
      if (found)
        g_assert_nonnull(strstr(chart_title(chart), value));
    }
}

/* What is not decided yet, or not of this plan, is said in words, and has no data. */
static void test_what_is_not_there_is_said(void) {
  for (int kind = CHART_CAP; kind < CHART_KIND_COUNT; kind++)
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
      ChartStyle style = style_for((ChartKind)kind, 900, 1);
      Study without = days[shape], with = study_of(shape, (ChartKind)kind);
      g_autoptr(Chart) waits = chart_new((ChartKind)kind, &without, &style);
      g_autoptr(Table) table = chart_table((ChartKind)kind, LANGUAGE_EN, &without);
      g_assert_true(chart_is_words((ChartKind)kind, &without));
      g_assert_cmpint(chart_position_count(waits), ==, 0);
      g_assert_cmpint(chart_inspect_text_count(waits), ==, 3);
      g_assert_null(table);
      g_assert_cmpint(chart_is_words((ChartKind)kind, &with), ==,
                      shows_nothing(shape, (ChartKind)kind));
    }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  make_results();
  g_test_add_func("/decide-charts/paths-of-positions", test_paths_of_positions);
  g_test_add_func("/decide-charts/break-even-is-said", test_break_even_is_said);
  g_test_add_func("/decide-charts/what-is-not-there-is-said", test_what_is_not_there_is_said);
  int failed = g_test_run();
  free_results();
  return failed;
}
