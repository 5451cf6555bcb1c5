/* Room: chart. The tornado: how far each uncertain input alone moves the result, from its value at
 * the plan's likely one, widest first. The input's low and high are written at the ends of its bar;
 * hatched at its lowest, solid at its highest. */
#include "ui/chart/bar-rows.h"
#include "ui/chart/flags.h"

#include <math.h>

#include "ui/table/table-decide.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"

#define ROWS_LEAST 5
#define ROWS_MOST 10
#define INPUT_TEXT_SIZE 96

enum { AT_LOW, AT_HIGH, END_COUNT };
static const Role end_role[END_COUNT] = {ROLE_AT_LOW, ROLE_AT_HIGH};

typedef struct {
  char path[PLAN_PATH_SIZE];
  char name[INPUT_TEXT_SIZE];
  char input[END_COUNT][INPUT_TEXT_SIZE]; /* the values of the input, as the owner's */
  char likely[INPUT_TEXT_SIZE];
  int64_t result_cents[END_COUNT];
  int64_t moves_cents, moves_error_milli; /* high less low */
} TornadoRow;

typedef struct {
  TornadoRow row[UNCERTAINTY_MAX];
  int count;
  int64_t base_cents;
} TornadoData;

static const TornadoData *tornado_of(const Chart *chart) {
  return chart->own;
}

static void set_text(char text[INPUT_TEXT_SIZE], char *taken) {
  g_strlcpy(text, taken, INPUT_TEXT_SIZE);
  g_free(taken);
}

static void copy_row(Language language, const Plan *plan, const TornadoBar *bar, TornadoRow *row) {
  g_strlcpy(row->path, bar->path, sizeof row->path);
  set_text(row->name, risk_input_label(language, plan, bar->path));
  set_text(row->input[AT_LOW], value_text(language, bar->path, bar->low));
  set_text(row->input[AT_HIGH], value_text(language, bar->path, bar->high));
  set_text(row->likely, value_text(language, bar->path, bar->likely));
  row->result_cents[AT_LOW] = mean_cents(bar->at_low.mean_milli);
  row->result_cents[AT_HIGH] = mean_cents(bar->at_high.mean_milli);
  row->moves_cents = -mean_cents(bar->low_less_high.mean_milli);
  row->moves_error_milli = bar->low_less_high.error_milli;
}

static void copy_tornado(Chart *chart, const Study *study) {
  const Tornado *tornado = &study->decisions->tornado;
  Language language = chart_language(chart);
  TornadoData *data = chart->own = g_new0(TornadoData, 1);
  g_autofree char *years = decide_luck_years_text(language, tornado->years, study->decisions->seed);
  chart_add_to_subtitle(chart, years);
  data->count = tornado->bar_count;
  data->base_cents = mean_cents(tornado->base.mean_milli);
  for (int i = 0; i < data->count; i++)
    copy_row(language, study->plan, &tornado->bar[i], &data->row[i]);
}

/* Both ends on one side of the base: each has a half of the bar's height. */
static bool is_one_sided(const TornadoData *data, const TornadoRow *row) {
  double low = (double)(row->result_cents[AT_LOW] - data->base_cents);
  double high = (double)(row->result_cents[AT_HIGH] - data->base_cents);
  return low * high > 0;
}

static void list_rows(const Chart *chart, int count, BarRows *rows) {
  const TornadoData *data = tornado_of(chart);
  double tick = text_height(&chart->typesetter, TEXT_TICK);
  *rows = (BarRows){.count = count, .bar_least = tick + 2 * chart->scale};
  for (int i = 0; i < count; i++) {
    const TornadoRow *row = &data->row[i];
    rows->text[i].name = g_strdup(row->name);
    for (int end = 0; end < END_COUNT; end++)
      rows->inside = fmax(rows->inside, text_width(&chart->typesetter, TEXT_TICK, row->input[end]));
    if (is_one_sided(data, row))
      rows->bar_least = 2 * tick;
  }
  rows->inside += 6 * chart->scale;
  rows->bar_most = fmax(22 * chart->scale, rows->bar_least);
}

static void add_bar(Chart *chart, const BarRows *rows, int index) {
  const TornadoData *data = tornado_of(chart);
  const TornadoRow *row = &data->row[index];
  Scene *scene = &chart->scene;
  double base = bar_rows_x(rows, data->base_cents), right = base;
  bool halves = is_one_sided(data, row);
  Box bar = bar_rows_bar(rows, index);
  if (halves)
    bar.height /= 2;
  for (int end = 0; end < END_COUNT; end++) {
    double x = bar_rows_x(rows, row->result_cents[end]);
    /* Where an end moves nothing, its text takes the side that is free. */
    int other = END_COUNT - 1 - end;
    bool is_right = row->result_cents[end] > data->base_cents ||
                    (row->result_cents[end] == data->base_cents &&
                     (row->result_cents[other] < data->base_cents ||
                      (row->result_cents[other] == data->base_cents && end == AT_HIGH)));
    Box part = {fmin(base, x), bar.y + (halves ? end * bar.height : 0), fmax(fabs(x - base), 1.5),
                bar.height};
    TextPlace place = {TEXT_TICK, ROLE_INK, is_right ? 0 : 1, 0.5, 0};
    double text_x = is_right ? x + 4 * chart->scale : x - 4 * chart->scale;
    double text_y = part.y + part.height / 2;
    scene_add_box(scene, part, end_role[end]);
    scene_add_halo(scene, scene_measure_text(scene, row->input[end], text_x, text_y, place));
    scene_add_text(scene, row->input[end], text_x, text_y, place);
    right = fmax(right, x);
  }
  bar_rows_add_row(chart, rows, index, right);
}

static char *left_out_text(const Chart *chart, int shown) {
  Language language = chart_language(chart);
  int rest = tornado_of(chart)->count - shown;
  g_autofree char *count = say_number(language, rest);
  return rest == 0 ? NULL
                   : g_strdup_printf(say_count(language, rest,
                                               "%s more value moves it less: it is in the table",
                                               "%s more values move it less: they are in the "
                                               "table"),
                                     count);
}

typedef struct {
  Key key[END_COUNT];
  char *left_out; /* owned; NULL: all are shown */
  double keys_height, height;
} TornadoFoot;

static TornadoFoot measure_foot(const Chart *chart, int shown) {
  Language language = chart_language(chart);
  TornadoFoot foot = {.left_out = left_out_text(chart, shown)};
  foot.key[AT_LOW] = (Key){say(language, "value at its lowest"), end_role[AT_LOW], SAMPLE_BOX, 0};
  foot.key[AT_HIGH] =
      (Key){say(language, "value at its highest"), end_role[AT_HIGH], SAMPLE_BOX, 0};
  foot.keys_height =
      6 * chart->scale + keys_rows_height(&chart->scene, foot.key, END_COUNT, chart->scene.width);
  foot.height = foot.keys_height;
  if (foot.left_out)
    foot.height += 4 * chart->scale +
                   scene_measure_text(&chart->scene, foot.left_out, 0, 0,
                                      (TextPlace){TEXT_TICK, ROLE_MUTED, 0, 0, chart->scene.width})
                       .height;
  return foot;
}

static void add_foot(Chart *chart, const TornadoFoot *foot, double y) {
  Scene *scene = &chart->scene;
  keys_add_rows(scene, foot->key, END_COUNT, 0, y + 6 * chart->scale, scene->width);
  if (foot->left_out)
    scene_add_text(scene, foot->left_out, 0, y + foot->keys_height + 4 * chart->scale,
                   (TextPlace){TEXT_TICK, ROLE_MUTED, 0, 0, scene->width});
}

/* As many of the widest as fit; false when fewer than ROWS_LEAST do. */
static bool arrange_rows(Chart *chart, BarRows *rows, TornadoFoot *foot, double y) {
  int all = MIN(tornado_of(chart)->count, BAR_ROWS_MAX), count = all;
  list_rows(chart, all, rows);
  *foot = measure_foot(chart, all);
  double needed = bar_rows_measure(chart, rows);
  if (y + needed + foot->height > chart->scene.height && all > ROWS_LEAST) {
    TornadoFoot with_rest = measure_foot(chart, all - 1);
    double room = chart->scene.height - with_rest.height - y;
    for (; count > ROWS_LEAST && needed > room; count--)
      needed -= rows->height[count - 1];
    g_free(with_rest.left_out);
    g_free(foot->left_out);
    bar_rows_clear(rows);
    list_rows(chart, count, rows);
    *foot = measure_foot(chart, count);
    bar_rows_measure(chart, rows);
  }
  return bar_rows_arrange(chart, rows, y, chart->scene.height - foot->height);
}

static void add_base(Chart *chart, const BarRows *rows, double top) {
  const TornadoData *data = tornado_of(chart);
  g_autofree char *money = say_change_about(chart_language(chart), data->base_cents);
  Flag flag = {.text = g_strdup_printf(say(chart_language(chart), "with likely values: %s"), money),
               .x = bar_rows_x(rows, data->base_cents),
               .role = ROLE_INK,
               .dash = DASH_NONE,
               .line_width = 1.6};
  Box texts[BAR_ROWS_MAX];
  int count = 0;
  flags_arrange(&chart->scene, &flag, 1);
  for (int i = 0; i < rows->count && rows->is_stacked; i++)
    texts[count++] =
        (Box){0, rows->top[i], text_width(&chart->typesetter, TEXT_LABEL, rows->text[i].name),
              rows->text_height[i]};
  flags_add(&chart->scene, &flag, 1, top, bar_rows_end(rows), texts, count);
  flags_clear(&flag, 1);
}

static bool lay_out_tornado(Chart *chart, double y) {
  const TornadoData *data = tornado_of(chart);
  g_autofree BarRows *rows = g_new0(BarRows, 1);
  TornadoFoot foot;
  int64_t low = data->base_cents, high = data->base_cents;
  double top = text_height(&chart->typesetter, TEXT_LABEL) + 6 * chart->scale;
  bool fits = arrange_rows(chart, rows, &foot, y + top);
  for (int i = 0; i < rows->count; i++)
    for (int end = 0; end < END_COUNT; end++) {
      low = MIN(low, data->row[i].result_cents[end]);
      high = MAX(high, data->row[i].result_cents[end]);
    }
  bar_rows_add_axis(chart, rows, SCALE_MONEY, low, high);
  for (int i = 0; i < rows->count; i++)
    add_bar(chart, rows, i);
  add_base(chart, rows, y);
  add_foot(chart, &foot, bar_rows_end(rows) + frame_axis_height(&chart->scene));
  g_free(foot.left_out);
  bar_rows_clear(rows);
  return fits;
}

static char *describe_tornado(const Chart *chart) {
  const TornadoData *data = tornado_of(chart);
  const TornadoRow *row = &data->row[0];
  Language language = chart_language(chart);
  g_autofree char *low = say_change_about(language, row->result_cents[AT_LOW]);
  g_autofree char *high = say_change_about(language, row->result_cents[AT_HIGH]);
  return g_strdup_printf(say(language, "%1$s moves it most: %2$s at %3$s, %4$s at %5$s."),
                         row->name, low, row->input[AT_LOW], high, row->input[AT_HIGH]);
}

static void fill_tornado_tip(const Chart *chart, int position, Tip *tip) {
  const TornadoRow *row = &tornado_of(chart)->row[position];
  Language language = chart_language(chart);
  g_autofree char *money = phrase_money_change(language, row->moves_cents);
  g_autofree char *error = mean_error_text(language, row->moves_error_milli);
  tip->title = g_strdup(row->name);
  for (int end = 0; end < END_COUNT; end++) {
    g_autofree char *at = g_strdup_printf(say(language, "at %s"), row->input[end]);
    tip_add(tip, SAMPLE_BOX, end_role[end], at, say_change_about(language, row->result_cents[end]));
  }
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "most likely"), g_strdup(row->likely));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "from lowest to highest"),
          g_strdup_printf("%s %s", money, error));
}

static const char *tornado_path(const Chart *chart, int position) {
  return tornado_of(chart)->row[position].path;
}

static double height_of_rows(int count, double width, double text_scale) {
  return (width / text_scale < 560 ? count * 48 + 110 : (count + 1) * 32 + 100) * text_scale;
}

static double tornado_height(double width, double text_scale) {
  return height_of_rows(ROWS_MOST, width, text_scale);
}

static double tornado_height_for(const Study *study, double width, double text_scale) {
  bool is_there = decisions_has(study->decisions, DECIDE_TORNADO);
  int count = is_there ? study->decisions->tornado.bar_count : study->plan->uncertainty_count;
  return height_of_rows(CLAMP(count, ROWS_LEAST, ROWS_MOST), width, text_scale);
}

const ChartKindTable tornado_chart = {
    .name = "tornado",
    .is_decided = true,
    .topic = DECIDE_TOPIC_TORNADO,
    .table = table_tornado,
    .subtitle = N_("Deal compared with no deal, each uncertain value alone at its lowest and its "
                   "highest"),
    .copy = copy_tornado,
    .lay_out = lay_out_tornado,
    .describe_extreme = describe_tornado,
    .fill_tip = fill_tornado_tip,
    .add_hover = bar_rows_add_hover,
    .move = bar_rows_move,
    .natural_height = tornado_height,
    .height_for = tornado_height_for,
    .path = tornado_path,
};
