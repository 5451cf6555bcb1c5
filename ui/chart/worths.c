/* Room: chart. What each term of the contract is worth, all else as it is: a bar from zero, its
 * sampling error at its end. */
#include "ui/chart/bar-rows.h"

#include "ui/table/table-decide.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/term-words.h"

#include <math.h>

#define ROWS_USUAL 6

typedef struct {
  TermWorth worth[TERM_WORTHS_MAX];
  int count, years;
  char name[TERM_WORTHS_MAX][160];
} WorthsData;

static const WorthsData *worths_of(const Chart *chart) {
  return chart->own;
}

static void copy_worths(Chart *chart, const Study *study) {
  const TermWorths *worths = &study->decisions->worths;
  Language language = chart_language(chart);
  WorthsData *data = chart->own = g_new0(WorthsData, 1);
  g_autofree char *years = decide_luck_years_text(language, worths->years, study->decisions->seed);
  chart_add_to_subtitle(chart, years);
  data->count = worths->worth_count;
  data->years = worths->years;
  for (int i = 0; i < data->count; i++) {
    g_autofree char *name = term_text(language, study->plan, &worths->worth[i].term);
    data->worth[i] = worths->worth[i];
    g_strlcpy(data->name[i], name, sizeof data->name[i]);
  }
}

static void list_rows(const Chart *chart, BarRows *rows) {
  const WorthsData *data = worths_of(chart);
  Language language = chart_language(chart);
  rows->count = data->count;
  rows->bar_least = text_height(&chart->typesetter, TEXT_LABEL);
  rows->bar_most = 22 * chart->scale;
  for (int i = 0; i < data->count; i++) {
    const TermWorth *worth = &data->worth[i];
    rows->text[i] = (BarText){
        .name = g_strdup(data->name[i]),
        .value = worth->changes ? say_change_about(language, mean_cents(worth->worth.mean_milli))
                                : g_strdup(say(language, "already so")),
    };
  }
}

static void add_bar(Chart *chart, const BarRows *rows, int index) {
  const TermWorth *worth = &worths_of(chart)->worth[index];
  Scene *scene = &chart->scene;
  int64_t cents = mean_cents(worth->worth.mean_milli), error = mean_cents(worth->worth.error_milli);
  double zero = bar_rows_x(rows, 0), end = bar_rows_x(rows, cents);
  Box bar = bar_rows_bar(rows, index);
  bar_rows_add_row(chart, rows, index, fmax(zero, end));
  if (!worth->changes)
    return;
  bar.x = fmin(zero, end);
  bar.width = fmax(fabs(end - zero), 1.5);
  scene_add_box(scene, bar, cents < 0 ? ROLE_LOSS : ROLE_GAIN);
  scene_add_whisker(scene, true, bar.y + bar.height / 2, bar_rows_x(rows, cents - error),
                    bar_rows_x(rows, cents + error), ROLE_INK);
}

static bool lay_out_worths(Chart *chart, double y) {
  const WorthsData *data = worths_of(chart);
  Scene *scene = &chart->scene;
  Key key = {say(chart_language(chart), "sampling error"), ROLE_INK, SAMPLE_WHISKER, 0};
  double legend = keys_rows_height(scene, &key, 1, scene->width) + 6 * chart->scale;
  g_autofree BarRows *rows = g_new0(BarRows, 1);
  int64_t low = 0, high = 0;
  list_rows(chart, rows);
  for (int i = 0; i < data->count; i++) {
    const TrialMean *worth = &data->worth[i].worth;
    low = MIN(low, mean_cents(worth->mean_milli - worth->error_milli));
    high = MAX(high, mean_cents(worth->mean_milli + worth->error_milli));
  }
  bar_rows_measure(chart, rows);
  bool fits = bar_rows_arrange(chart, rows, y, scene->height - legend);
  bar_rows_add_axis(chart, rows, SCALE_MONEY, low, high);
  for (int i = 0; i < data->count; i++)
    add_bar(chart, rows, i);
  keys_add_rows(scene, &key, 1, 0, bar_rows_end(rows) + frame_axis_height(scene) + 6 * chart->scale,
                scene->width);
  bar_rows_clear(rows);
  return fits;
}

/* Of what is worth most; the order is of the result, best first. */
static char *describe_worths(const Chart *chart) {
  const WorthsData *data = worths_of(chart);
  Language language = chart_language(chart);
  g_autofree char *worth = say_change_about(language, mean_cents(data->worth[0].worth.mean_milli));
  if (!data->worth[0].changes)
    return g_strdup(say(language, "Nothing of it would change the contract."));
  return g_strdup_printf(say(language, "Worth most: %1$s, %2$s."), data->name[0], worth);
}

static void fill_worths_tip(const Chart *chart, int position, Tip *tip) {
  const WorthsData *data = worths_of(chart);
  const TermWorth *worth = &data->worth[position];
  Language language = chart_language(chart);
  tip->title = g_strdup(data->name[position]);
  if (!worth->changes) {
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "already so"), g_strdup(""));
    return;
  }
  tip_add(tip, SAMPLE_BOX, worth->worth.mean_milli < 0 ? ROLE_LOSS : ROLE_GAIN,
          say(language, "result"), mean_change_text(language, worth->worth.mean_milli));
  tip_add(tip, SAMPLE_WHISKER, ROLE_INK, say(language, "sampling error"),
          mean_error_text(language, worth->worth.error_milli));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "lowest balance"),
          mean_change_text(language, worth->lowest.mean_milli));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "refused because of the deal"),
          mean_count_change_text(language, worth->refused.mean_milli));
}

static const char *worth_path(const Chart *chart, int position) {
  return term_path(worths_of(chart)->worth[position].term.kind);
}

static double height_of_rows(int count, double width, double text_scale) {
  return ((width / text_scale < 560 ? 56 : 34) * count + 60) * text_scale;
}

static double worths_height(double width, double text_scale) {
  return height_of_rows(TERM_WORTHS_MAX, width, text_scale);
}

static double worths_height_for(const Study *study, double width, double text_scale) {
  bool is_there = decisions_has(study->decisions, DECIDE_WORTHS);
  int count = is_there ? study->decisions->worths.worth_count : ROWS_USUAL;
  return height_of_rows(count, width, text_scale);
}

const ChartKindTable worths_chart = {
    .name = "worths",
    .is_decided = true,
    .topic = DECIDE_TOPIC_WORTHS,
    .table = table_worths,
    .subtitle = N_("What the result would be more, or less, if the contract said it"),
    .copy = copy_worths,
    .lay_out = lay_out_worths,
    .describe_extreme = describe_worths,
    .fill_tip = fill_worths_tip,
    .add_hover = bar_rows_add_hover,
    .move = bar_rows_move,
    .natural_height = worths_height,
    .height_for = worths_height_for,
    .path = worth_path,
};
