/* Room: chart. What a client kept costs, by the deal and by other ways; how long each takes stands
 * under its name. */
#include "ui/chart/bar-rows.h"

#include <math.h>

#include "ui/table/table-decide.h"
#include "ui/words/decide-chart-words.h"

typedef struct {
  Alternative way[ALTERNATIVE_COUNT];
} AlternativesData;

static const Alternative *way_of(const Chart *chart, int index) {
  return &((const AlternativesData *)chart->own)->way[index];
}

static void copy_alternatives(Chart *chart, const Study *study) {
  AlternativesData *data = chart->own = g_new0(AlternativesData, 1);
  for (int i = 0; i < ALTERNATIVE_COUNT; i++)
    data->way[i] = study->decisions->alternative[i];
}

static const char *alternatives_lack(const Study *study) {
  for (int i = 0; i < ALTERNATIVE_COUNT; i++)
    if (study->decisions->alternative[i].applies)
      return NULL;
  return N_("There is nothing to compare in this plan.");
}

static void list_rows(const Chart *chart, BarRows *rows) {
  Language language = chart_language(chart);
  rows->count = ALTERNATIVE_COUNT;
  rows->bar_least = text_height(&chart->typesetter, TEXT_LABEL);
  rows->bar_most = 26 * chart->scale;
  for (int i = 0; i < ALTERNATIVE_COUNT; i++) {
    const Alternative *way = way_of(chart, i);
    const char *lacks = alternative_lacks(language, way);
    rows->text[i].name = g_strdup(alternative_label(language, (AlternativeKind)i));
    rows->text[i].note = lacks ? g_strdup(lacks) : alternative_months_text(language, way);
    rows->text[i].value = lacks ? g_strdup("–")
                                : alternative_cost_text(language, (AlternativeKind)i,
                                                        way->cost_per_client_kept_cents);
  }
}

static bool lay_out_alternatives(Chart *chart, double y) {
  g_autofree BarRows *rows = g_new0(BarRows, 1);
  int64_t high = 0;
  list_rows(chart, rows);
  for (int i = 0; i < ALTERNATIVE_COUNT; i++)
    if (way_of(chart, i)->has_clients)
      high = MAX(high, way_of(chart, i)->cost_per_client_kept_cents);
  bar_rows_measure(chart, rows);
  bool fits = bar_rows_arrange(chart, rows, y, chart->scene.height);
  bar_rows_add_axis(chart, rows, SCALE_MONEY, 0, high);
  for (int i = 0; i < ALTERNATIVE_COUNT; i++) {
    const Alternative *way = way_of(chart, i);
    Box bar = bar_rows_bar(rows, i);
    double end = bar_rows_x(rows, way->has_clients ? way->cost_per_client_kept_cents : 0);
    if (way->applies && way->has_clients)
      scene_add_box(&chart->scene, (Box){bar.x, bar.y, fmax(end - bar.x, 1.5), bar.height},
                    i == ALTERNATIVE_DEAL ? ROLE_DEAL : ROLE_TOTAL);
    bar_rows_add_row(chart, rows, i, end);
  }
  bar_rows_clear(rows);
  return fits;
}

static char *describe_alternatives(const Chart *chart) {
  Language language = chart_language(chart);
  GString *text = g_string_new(NULL);
  for (int i = 0; i < ALTERNATIVE_COUNT; i++) {
    const Alternative *way = way_of(chart, i);
    const char *lacks = alternative_lacks(language, way);
    g_autofree char *cost = lacks ? g_strdup(lacks)
                                  : alternative_cost_text(language, (AlternativeKind)i,
                                                          way->cost_per_client_kept_cents);
    g_autofree char *one = g_strdup_printf(say(language, "%1$s: %2$s"),
                                           alternative_label(language, (AlternativeKind)i), cost);
    g_string_append_printf(text, "%s%s.", i > 0 ? " " : "", one);
  }
  return g_string_free(text, FALSE);
}

static void fill_alternatives_tip(const Chart *chart, int position, Tip *tip) {
  const Alternative *way = way_of(chart, position);
  Language language = chart_language(chart);
  const char *lacks = alternative_lacks(language, way);
  tip->title = g_strdup(alternative_label(language, (AlternativeKind)position));
  if (lacks)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, lacks, g_strdup(""));
  if (!way->applies)
    return;
  if (!lacks) {
    g_autofree char *months = alternative_months_text(language, way);
    tip_add(tip, SAMPLE_BOX, position == ALTERNATIVE_DEAL ? ROLE_DEAL : ROLE_TOTAL,
            say(language, "cost per client kept"),
            alternative_cost_text(language, (AlternativeKind)position,
                                  way->cost_per_client_kept_cents));
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "clients kept"),
            say_milli_about(language, way->clients_milli));
    tip_add(tip, SAMPLE_NONE, ROLE_INK, months, g_strdup(""));
  }
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "cost in all"),
          alternative_cost_text(language, (AlternativeKind)position, way->cost_cents));
}

static double alternatives_height(double width, double text_scale) {
  return (width / text_scale < 560 ? 4 * 74 + 30 : 4 * 52 + 30) * text_scale;
}

const ChartKindTable alternatives_chart = {
    .name = "alternatives",
    .is_decided = true,
    .topic = DECIDE_TOPIC_ALTERNATIVES,
    .table = table_alternatives,
    .subtitle = N_("What a client kept costs: by the deal and your own offer after what she brings "
                   "in these months, otherwise before"),
    .lacks = alternatives_lack,
    .copy = copy_alternatives,
    .lay_out = lay_out_alternatives,
    .describe_extreme = describe_alternatives,
    .fill_tip = fill_alternatives_tip,
    .add_hover = bar_rows_add_hover,
    .move = bar_rows_move,
    .natural_height = alternatives_height,
};
