/* Room: chart. Spread: how many simulated years end with which result, the deal compared with no
 * deal. Losses are hatched; the middle year and the two that one in ten passes are marked; what
 * luck alone would do stands over it as an outline of the same area. */
#include "ui/chart/layout.h"

#include <math.h>

#include "model/risk/risk.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"

#define OUTLINE_MOST 2.2 /* of the highest bar: a narrower luck is cut, not the years flattened */

typedef struct {
  RiskHistogram told, luck; /* luck: bin_count 0 without it beside everything */
  int told_years, luck_years;
  int64_t percentile[RISK_PERCENTILE_COUNT];
  RiskChance loss;
  Scale money, years;
} SpreadData;

static SpreadData *spread_data(const Chart *chart) {
  return chart->own;
}

/* Luck's bins as wide as the others where they are parts of them: fewer years make ragged bars. */
static void widen_luck(SpreadData *data) {
  RiskHistogram *luck = &data->luck;
  if (luck->width >= data->told.width || data->told.width % luck->width != 0)
    return;
  int64_t width = data->told.width;
  int64_t first = luck->begin / width - (luck->begin % width < 0);
  RiskHistogram wide = {.begin = first * width, .width = width};
  for (int i = 0; i < luck->bin_count; i++) {
    int bin = (int)((luck->begin + i * luck->width - wide.begin) / width);
    wide.count[bin] += luck->count[i];
    wide.bin_count = bin + 1;
  }
  *luck = wide;
}

static void copy_spread(Chart *chart, const Study *study) {
  const RiskOfSample *told = risk_told(study->risk);
  const RiskOfSample *luck = &study->risk->sample[RISK_LUCK];
  SpreadData *data = chart->own = g_new0(SpreadData, 1);
  g_autofree char *details = risk_details_text(chart_language(chart), study->risk);
  chart_add_to_subtitle(chart, details);
  data->told = told->result;
  data->told_years = told->years;
  data->loss = told->loss;
  if (told != luck && luck->years > 0) {
    data->luck = luck->result;
    data->luck_years = luck->years;
    widen_luck(data);
  }
  for (int i = 0; i < RISK_PERCENTILE_COUNT; i++)
    data->percentile[i] = told->spread[RISK_RESULT_CENTS].percentile[i];
}

static int64_t bin_begin(const RiskHistogram *histogram, int bin) {
  return histogram->begin + bin * histogram->width;
}

static double value_x(const Chart *chart, int64_t cents) {
  return chart->plot.x + scale_share(&spread_data(chart)->money, (double)cents) * chart->plot.width;
}

static double years_y(const Chart *chart, double years) {
  return frame_value_y(&spread_data(chart)->years, chart->plot, years);
}

static int most_years(const RiskHistogram *histogram) {
  int most = 0;
  for (int i = 0; i < histogram->bin_count; i++)
    most = MAX(most, histogram->count[i]);
  return most;
}

/* Luck's years of a bin, as if they were as many as the others and their bins as wide. */
static double outline_years(const SpreadData *data, int bin) {
  double per_cent = (double)data->luck.count[bin] / data->luck_years / (double)data->luck.width;
  double most = OUTLINE_MOST * most_years(&data->told);
  return fmin(per_cent * data->told_years * (double)data->told.width, most);
}

static Scale years_scale(const Chart *chart, double height) {
  const SpreadData *data = spread_data(chart);
  double most = most_years(&data->told);
  for (int i = 0; i < data->luck.bin_count; i++)
    most = fmax(most, outline_years(data, i));
  return scale_covering(SCALE_COUNT, 0, (int64_t)ceil(fmax(most, 1)),
                        frame_ticks_max(&chart->scene, height));
}

static Scale money_scale(const Chart *chart, double width) {
  const SpreadData *data = spread_data(chart);
  int64_t low = data->told.begin, high = bin_begin(&data->told, data->told.bin_count);
  if (data->luck.bin_count > 0) {
    low = MIN(low, data->luck.begin);
    high = MAX(high, bin_begin(&data->luck, data->luck.bin_count));
  }
  return scale_covering(SCALE_MONEY, low, high, (int)fmax(3, fmin(9, width / (80 * chart->scale))));
}

static Role bin_role(const RiskHistogram *histogram, int bin) {
  return bin_begin(histogram, bin) < 0 ? ROLE_LOSS : ROLE_GAIN;
}

static void add_bars(Chart *chart) {
  const RiskHistogram *told = &spread_data(chart)->told;
  double zero = years_y(chart, 0);
  for (int i = 0; i < told->bin_count; i++) {
    double left = value_x(chart, bin_begin(told, i)),
           right = value_x(chart, bin_begin(told, i + 1));
    double top = years_y(chart, told->count[i]), gap = right - left > 5 ? 1 : 0;
    if (told->count[i] > 0)
      scene_add_box(&chart->scene, (Box){left, top, fmax(right - left - gap, 1.5), zero - top},
                    bin_role(told, i));
    Box hit = {left, chart->plot.y, right - left, chart->plot.height};
    chart_add_position(chart, (Position){.hit = hit,
                                         .mark = {left, top, right - left, zero - top},
                                         .tip_x = right,
                                         .tip_y = chart->plot.y + 0.2 * chart->plot.height});
  }
}

static void add_outline(Chart *chart) {
  const SpreadData *data = spread_data(chart);
  const RiskHistogram *luck = &data->luck;
  if (luck->bin_count == 0)
    return;
  Scene *scene = &chart->scene;
  scene_begin_path(scene);
  scene_add_point(scene, value_x(chart, luck->begin), years_y(chart, 0));
  for (int i = 0; i < luck->bin_count; i++) {
    double y = years_y(chart, outline_years(data, i));
    scene_add_point(scene, value_x(chart, bin_begin(luck, i)), y);
    scene_add_point(scene, value_x(chart, bin_begin(luck, i + 1)), y);
  }
  scene_add_point(scene, value_x(chart, bin_begin(luck, luck->bin_count)), years_y(chart, 0));
  scene_end_line(scene, ROLE_LUCK, 1.8, DASH_NONE);
}

/* The amounts under the plot, those that would touch left out; zero strongest. */
static void add_money_axis(Chart *chart, bool with_texts) {
  const Scale *money = &spread_data(chart)->money;
  Scene *scene = &chart->scene;
  double bottom = box_bottom(chart->plot);
  for (int i = 0; i < scale_tick_count(money); i++) {
    char text[NUMBER_TEXT_SIZE];
    int64_t value = scale_tick_value(money, i);
    double x = round(value_x(chart, value)) + 0.5;
    if (!with_texts) {
      scene_add_line(scene, x, chart->plot.y, x, bottom, ROLE_GRID, 1, DASH_NONE);
      continue;
    }
    scale_tick_text(money, chart_language(chart), i, text);
    double half = text_width(scene->typesetter, TEXT_TICK, text) / 2;
    scene_add_line(scene, x, bottom, x, bottom + 4 * chart->scale, ROLE_AXIS, 1, DASH_NONE);
    scene_try_text(scene, text, fmax(half, fmin(scene->width - half, x)), bottom + 5 * chart->scale,
                   (TextPlace){TEXT_TICK, ROLE_MUTED, 0.5, 0, 0}, 5 * chart->scale);
  }
}

/* The result that 9 years in 10 pass, the middle one, and the one that 1 in 10 passes. */
static const int marks[] = {RISK_P10, RISK_P50, RISK_P90};

#define MARK_COUNT ((int)G_N_ELEMENTS(marks))

static char *mark_text(const Chart *chart, int index) {
  Language language = chart_language(chart);
  g_autofree char *amount =
      say_change_about(language, spread_data(chart)->percentile[marks[index]]);
  return g_strdup_printf(marks[index] == RISK_P10   ? say(language, "9 times in 10 above %s")
                         : marks[index] == RISK_P90 ? say(language, "1 time in 10 above %s")
                                                    : say(language, "1 time in 2 above %s"),
                         amount);
}

/* Texts over their lines, one under the other: however near the lines are, none touches. */
static double marks_height(const Chart *chart) {
  return MARK_COUNT * (text_height(&chart->typesetter, TEXT_LABEL) + 2 * chart->scale) +
         4 * chart->scale;
}

static void add_marks(Chart *chart, double top) {
  Scene *scene = &chart->scene;
  double row = text_height(&chart->typesetter, TEXT_LABEL) + 2 * chart->scale;
  double x[MARK_COUNT];
  Box box[MARK_COUNT];
  for (int i = 0; i < MARK_COUNT; i++) {
    g_autofree char *text = mark_text(chart, i);
    double gap = 5 * chart->scale, width = text_width(&chart->typesetter, TEXT_LABEL, text);
    x[i] = round(value_x(chart, spread_data(chart)->percentile[marks[i]])) + 0.5;
    bool is_left = x[i] + gap + width > scene->width;
    double anchor = is_left ? fmax(width, x[i] - gap) : x[i] + gap;
    box[i] = scene_add_text(scene, text, anchor, top + i * row,
                            (TextPlace){TEXT_LABEL, ROLE_INK, is_left ? 1 : 0, 0, 0});
  }
  for (int i = 0; i < MARK_COUNT; i++) {
    bool is_middle = marks[i] == RISK_P50;
    scene_add_upright(scene, x[i], top + i * row, box_bottom(chart->plot), box, MARK_COUNT,
                      ROLE_INK, is_middle ? 2 : 1.2, is_middle ? DASH_NONE : DASH_DASHED);
  }
}

typedef struct {
  Key key[3];
  int count;
  char *loss, *gain; /* owned */
} SpreadKeys;

static SpreadKeys list_keys(const Chart *chart) {
  const SpreadData *data = spread_data(chart);
  Language language = chart_language(chart);
  RiskChance loss = data->loss, rest = data->loss;
  rest.share_per_100k = 100000 - loss.share_per_100k;
  g_autofree char *loss_often = chance_text(language, &loss, data->told_years);
  g_autofree char *rest_often = chance_text(language, &rest, data->told_years);
  SpreadKeys keys = {
      .loss = g_strdup_printf(say(language, "the deal loses money: %s"), loss_often),
      .gain = g_strdup_printf(say(language, "no loss: %s"), rest_often),
  };
  if (loss.share_per_100k > 0)
    keys.key[keys.count++] = (Key){keys.loss, ROLE_LOSS, SAMPLE_BOX, 0};
  if (rest.share_per_100k > 0)
    keys.key[keys.count++] = (Key){keys.gain, ROLE_GAIN, SAMPLE_BOX, 0};
  if (data->luck.bin_count > 0)
    keys.key[keys.count++] = (Key){say(language, "with luck alone"), ROLE_LUCK, SAMPLE_LINE, 0};
  return keys;
}

static void clear_keys(SpreadKeys *keys) {
  g_free(keys->loss);
  g_free(keys->gain);
}

static void add_plot(Chart *chart, double marks_top) {
  SpreadData *data = spread_data(chart);
  Scene *scene = &chart->scene;
  double zero = round(value_x(chart, 0)) + 0.5;
  add_money_axis(chart, false);
  frame_add_value_axis(scene, &data->years, chart_language(chart), chart->plot);
  add_bars(chart);
  add_outline(chart);
  scene_add_line(scene, zero, chart->plot.y, zero, box_bottom(chart->plot), ROLE_AXIS, 1.6,
                 DASH_NONE);
  add_marks(chart, marks_top);
  add_money_axis(chart, true);
}

static bool lay_out_spread(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  SpreadData *data = spread_data(chart);
  SpreadKeys keys = list_keys(chart);
  double gap = 8 * chart->scale, tick = text_height(scene->typesetter, TEXT_TICK);
  double caption = tick + 4 * chart->scale, above = marks_height(chart);
  double below = keys_rows_height(scene, keys.key, keys.count, scene->width) + gap;
  double height = scene->height - y - caption - above - tick - 5 * chart->scale - below;
  bool fits = height >= 5 * tick;
  height = fmax(height, 20);
  data->years = years_scale(chart, height);
  double left = frame_axis_width(scene, &data->years, chart_language(chart));
  double width = fmax(scene->width - left - 5 * chart->scale, 1);
  data->money = money_scale(chart, width);
  chart->plot = (Box){left, y + caption + above, width, height};
  scene_add_text(scene, say(chart_language(chart), "Simulated years"), 0, y,
                 (TextPlace){TEXT_TICK, ROLE_MUTED, 0, 0, scene->width});
  add_plot(chart, y + caption);
  keys_add_rows(scene, keys.key, keys.count, 0, scene->height - below + gap, scene->width);
  clear_keys(&keys);
  return fits;
}

static char *describe_spread(const Chart *chart) {
  GString *text = g_string_new(NULL);
  for (int i = 0; i < MARK_COUNT; i++) {
    g_autofree char *mark = phrase_capital(mark_text(chart, i));
    g_string_append_printf(text, "%s%s.", i > 0 ? " " : "", mark);
  }
  return g_string_free(text, FALSE);
}

static void fill_spread_tip(const Chart *chart, int position, Tip *tip) {
  const SpreadData *data = spread_data(chart);
  const RiskHistogram *told = &data->told;
  Language language = chart_language(chart);
  int64_t begin = bin_begin(told, position), below = 0;
  g_autofree char *from = say_money_whole(language, begin);
  g_autofree char *to = say_money_whole(language, begin + told->width);
  g_autofree char *years = say_number(language, told->count[position]);
  g_autofree char *all = say_number(language, data->told_years);
  for (int i = 0; i <= position; i++)
    below += told->count[i];
  if (position == 0)
    tip->title = g_strdup_printf(say(language, "Result under %s"), to);
  else if (position == told->bin_count - 1)
    tip->title = g_strdup_printf(say(language, "Result of %s or more"), from);
  else
    tip->title = g_strdup_printf(say(language, "Result from %1$s to %2$s"), from, to);
  tip_add(tip, SAMPLE_BOX, bin_role(told, position), say(language, "simulated years"),
          g_strdup_printf(say(language, "%1$s of %2$s"), years, all));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "this or less"),
          say_percent(language, money_scale_half_up(below, 1000, data->told_years) * 100));
}

static void add_spread_hover(const Chart *chart, int position, Scene *scene) {
  Box hit = chart_position(chart, position)->hit;
  scene_add_outline(
      scene,
      (Box){round(hit.x) - 0.5, round(hit.y) + 0.5, fmax(3, round(hit.width)), round(hit.height)},
      ROLE_INK, 1);
}

static int move_in_spread(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + dx, 0, spread_data(chart)->told.bin_count - 1);
}

static double spread_height(double width, double text_scale) {
  double keys = width / text_scale < 560 ? 60 : 20;
  return fmax(280 * text_scale, fmin(0.34 * width, 460 * text_scale)) + keys * text_scale;
}

const ChartKindTable spread_chart = {
    .name = "spread",
    .find = finding_spread,
    .table = table_spread,
    .explain = explain_risk,
    .subtitle = N_("Deal compared with no deal: how many simulated years end with which result"),
    .needs_risk = true,
    .copy = copy_spread,
    .lay_out = lay_out_spread,
    .describe_extreme = describe_spread,
    .fill_tip = fill_spread_tip,
    .add_hover = add_spread_hover,
    .move = move_in_spread,
    .natural_height = spread_height,
};
