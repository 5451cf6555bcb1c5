/* Room: chart. The result over the values of one input, all else as in the plan: a line through the
 * points, zero, where they cross, and where the plan is. Five kinds of chart, one an input. */
#include "ui/chart/flags.h"
#include "ui/chart/layout.h"

#include <math.h>

#include "model/plan/fields.h"
#include "ui/table/table-decide.h"
#include "ui/words/decide-chart-words.h"

typedef struct {
  BreakEvenOf of;
  BreakEven line;
  char none[256]; /* says that there is no crossing; empty: there is one */
  Scale money, input;
} BreakEvenData;

static BreakEvenData *data_of(const Chart *chart) {
  return chart->own;
}

static const BreakEven *line_of(const Chart *chart) {
  return &data_of(chart)->line;
}

static BreakEvenOf of_kind(ChartKind kind) {
  return (BreakEvenOf)(kind - CHART_BREAK_EVEN_RETURN);
}

static void copy_break_even(Chart *chart, const Study *study) {
  BreakEvenData *data = chart->own = g_new0(BreakEvenData, 1);
  Language language = chart_language(chart);
  data->of = of_kind(chart->kind);
  data->line = study->decisions->break_even[data->of];
  g_autofree char *years =
      decide_luck_years_text(language, TRIAL_YEARS_OF_LUCK, study->decisions->seed);
  chart_add_to_subtitle(chart, years);
  g_autofree char *none = break_even_none_text(language, &data->line, data->of);
  g_strlcpy(data->none, none ? none : "", sizeof data->none);
}

static char *input_text(const Chart *chart, int64_t value) {
  return value_text(chart_language(chart), break_even_path(data_of(chart)->of), value);
}

static double input_x(const Chart *chart, int64_t value) {
  return frame_value_x(&data_of(chart)->input, chart->plot, (double)value);
}

static double result_y(const Chart *chart, int64_t cents) {
  return frame_value_y(&data_of(chart)->money, chart->plot, (double)cents);
}

static ScaleUnit input_unit(BreakEvenOf of) {
  const Field *field = field_find(break_even_path(of));
  return field->unit == UNIT_CENTS      ? SCALE_MONEY
         : field->unit == UNIT_PER_100K ? SCALE_PERCENT
                                        : SCALE_COUNT;
}

static void set_scales(Chart *chart, double width, double height) {
  BreakEvenData *data = data_of(chart);
  const BreakEven *line = &data->line;
  int64_t low = line->now_result_cents, high = low, most = MAX(MAX(line->now, line->value), 1);
  for (int i = 0; i < line->point_count; i++) {
    low = MIN(low, line->point[i].result_cents);
    high = MAX(high, line->point[i].result_cents);
    most = MAX(most, line->point[i].value);
  }
  data->money = scale_covering(SCALE_MONEY, low, high, frame_ticks_max(&chart->scene, height));
  data->input =
      scale_covering(input_unit(data->of), 0, most, frame_ticks_across(&chart->scene, width));
}

/* The plan's value and, where there is one, the crossing; how many. */
#define FLAG_COUNT 2
static int list_flags(const Chart *chart, Flag flag[FLAG_COUNT]) {
  const BreakEven *line = line_of(chart);
  Language language = chart_language(chart);
  g_autofree char *now = input_text(chart, line->now);
  g_autofree char *result = say_change_about(language, line->now_result_cents);
  int count = 0;
  if (line->found) {
    g_autofree char *value = break_even_shown(language, data_of(chart)->of, line);
    flag[count++] = (Flag){.text = g_strdup_printf(say(language, "break-even: %s"), value),
                           .x = input_x(chart, line->value),
                           .role = ROLE_INK,
                           .dash = DASH_NONE,
                           .line_width = 1.6};
  }
  flag[count++] =
      (Flag){.text = g_strdup_printf(say(language, "your plan, %1$s: %2$s"), now, result),
             .x = input_x(chart, line->now),
             .role = ROLE_FLOOR,
             .dash = DASH_DASHED,
             .line_width = 1.4};
  return count;
}

static void add_line(Chart *chart) {
  const BreakEven *line = line_of(chart);
  Scene *scene = &chart->scene;
  double zero = round(result_y(chart, 0)) + 0.5;
  scene_add_line(scene, chart->plot.x, zero, box_right(chart->plot), zero, ROLE_AXIS, 1.6,
                 DASH_NONE);
  scene_begin_path(scene);
  for (int i = 0; i < line->point_count; i++)
    scene_add_point(scene, input_x(chart, line->point[i].value),
                    result_y(chart, line->point[i].result_cents));
  scene_end_line(scene, ROLE_MEDIAN, 2.4, DASH_NONE);
  for (int i = 0; i < line->point_count; i++)
    scene_add_dot(scene, input_x(chart, line->point[i].value),
                  result_y(chart, line->point[i].result_cents), 3 * chart->scale, ROLE_MEDIAN);
  if (line->found)
    scene_add_dot(scene, input_x(chart, line->value), result_y(chart, 0), 5 * chart->scale,
                  ROLE_INK);
}

/* The middle between two points' x; ends of the plot outside. */
static double border_x(const Chart *chart, int index) {
  const BreakEven *line = line_of(chart);
  if (index <= 0)
    return chart->plot.x;
  if (index >= line->point_count)
    return box_right(chart->plot);
  return (input_x(chart, line->point[index - 1].value) + input_x(chart, line->point[index].value)) /
         2;
}

static void add_positions(Chart *chart) {
  const BreakEven *line = line_of(chart);
  for (int i = 0; i < line->point_count; i++) {
    double left = border_x(chart, i), right = border_x(chart, i + 1);
    double x = input_x(chart, line->point[i].value);
    double y = result_y(chart, line->point[i].result_cents);
    Box hit = {left, chart->plot.y, right - left, chart->plot.height};
    chart_add_position(chart, (Position){.hit = hit, .mark = {x, y, 0, 0}, .tip_x = x, .tip_y = y});
  }
}

/* The crossing's value under the axis, as a tick that the others give way to; the axis' name ends
 * the row of ticks. */
static void add_crossing_tick(Chart *chart) {
  const BreakEven *line = line_of(chart);
  Scene *scene = &chart->scene;
  if (!line->found)
    return;
  g_autofree char *text = break_even_shown(chart_language(chart), data_of(chart)->of, line);
  double half = text_width(scene->typesetter, TEXT_STRONG, text) / 2,
         x = input_x(chart, line->value);
  double inside = fmax(half, fmin(scene->width - half, x));
  scene_try_text(scene, text, inside, box_bottom(chart->plot) + 4 * chart->scale,
                 (TextPlace){TEXT_STRONG, ROLE_INK, 0.5, 0, 0}, 0);
}

static bool lay_out_break_even(Chart *chart, double y) {
  BreakEvenData *data = data_of(chart);
  Scene *scene = &chart->scene;
  Flag flags[FLAG_COUNT];
  double scale = chart->scale, tick = text_height(scene->typesetter, TEXT_TICK);
  double below = text_height(scene->typesetter, TEXT_STRONG) + 6 * scale + tick + 2 * scale;
  set_scales(chart, scene->width, fmax(scene->height - y - below - 2 * tick, 20));
  double left = frame_axis_width(scene, &data->money, chart_language(chart));
  double width = fmax(scene->width - left - 6 * scale, 1);
  chart->plot = (Box){left, y, width, 1};
  set_scales(chart, width, fmax(scene->height - y - below - 2 * tick, 20));
  int count = list_flags(chart, flags);
  double above = flags_arrange(scene, flags, count) + 4 * scale;
  double height = scene->height - y - above - below;
  bool fits = height >= 5 * tick && width >= 90 * scale;
  chart->plot = (Box){left, y + above, width, fmax(height, 10)};
  add_crossing_tick(chart);
  frame_add_axis_below(scene, &data->input, chart_language(chart), chart->plot);
  frame_add_value_axis(scene, &data->money, chart_language(chart), chart->plot);
  flags_add(scene, flags, count, y, box_bottom(chart->plot), NULL, 0);
  add_line(chart);
  add_positions(chart);
  const char *name = field_label(chart_language(chart), break_even_path(data->of));
  scene_add_text(scene, name, box_right(chart->plot), scene->height,
                 (TextPlace){TEXT_TICK, ROLE_MUTED, 1, 1, 0});
  flags_clear(flags, count);
  return fits;
}

static char *describe_break_even(const Chart *chart) {
  const BreakEvenData *data = data_of(chart);
  Language language = chart_language(chart);
  g_autofree char *now = input_text(chart, data->line.now);
  g_autofree char *result = say_change_about(language, data->line.now_result_cents);
  g_autofree char *plan = g_strdup_printf(say(language, "Your plan, %1$s: %2$s."), now, result);
  g_autofree char *value =
      data->line.found ? break_even_shown(language, data->of, &data->line) : NULL;
  if (!value)
    return g_strdup_printf("%s. %s", data->none, plan);
  g_autofree char *crossing = g_strdup_printf(
      data->line.earns_above ? say(language, "Break-even at %s; the deal earns above it.")
                             : say(language, "Break-even at %s; the deal earns below it."),
      value);
  return g_strdup_printf("%s %s", crossing, plan);
}

static void fill_break_even_tip(const Chart *chart, int position, Tip *tip) {
  const BreakEvenData *data = data_of(chart);
  const BreakEvenPoint *point = &data->line.point[position];
  Language language = chart_language(chart);
  g_autofree char *value = input_text(chart, point->value);
  tip->title = g_strdup_printf(say(language, "%1$s: %2$s"),
                               field_label(language, break_even_path(data->of)), value);
  tip_add(tip, SAMPLE_DOT, ROLE_MEDIAN, say(language, "result on average"),
          say_change_about(language, point->result_cents));
  if (point->value == data->line.now)
    tip_add(tip, SAMPLE_DASHED, ROLE_FLOOR, say(language, "your plan"), g_strdup(""));
  if (data->line.found)
    tip_add(tip, SAMPLE_DOT, ROLE_INK, say(language, "break-even at"),
            break_even_shown(language, data->of, &data->line));
}

static void add_break_even_hover(const Chart *chart, int position, Scene *scene) {
  Box mark = chart_position(chart, position)->mark;
  double x = round(mark.x) + 0.5;
  scene_add_line(scene, x, chart->plot.y, x, box_bottom(chart->plot), ROLE_INK, 1, DASH_NONE);
  scene_add_dot(scene, mark.x, mark.y, 5 * chart->scale, ROLE_MEDIAN);
}

static int move_in_break_even(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + dx, 0, line_of(chart)->point_count - 1);
}

static const char *field_of_break_even(const Chart *chart, int position) {
  return break_even_path(data_of(chart)->of);
}

static double break_even_height(double width, double text_scale) {
  return fmax(270 * text_scale, fmin(0.3 * width, 380 * text_scale));
}

static const char *no_points(const Study *study, BreakEvenOf of) {
  return study->decisions->break_even[of].point_count > 0
             ? NULL
             : N_("There is nothing to compare in this plan.");
}

#define BREAK_EVEN_CHART(of, lower, text)                                                          \
  static Table *table_of_##lower(Language language, const Study *study) {                          \
    return table_break_even(language, study, BREAK_EVEN_##of);                                     \
  }                                                                                                \
  static const char *lack_of_##lower(const Study *study) {                                         \
    return no_points(study, BREAK_EVEN_##of);                                                      \
  }                                                                                                \
  const ChartKindTable break_even_##lower##_chart = {                                              \
      .name = "break_even_" #lower,                                                                \
      .is_decided = true,                                                                          \
      .topic = DECIDE_TOPIC_BREAK_EVEN_##of,                                                       \
      .table = table_of_##lower,                                                                   \
      .subtitle = text,                                                                            \
      .lacks = lack_of_##lower,                                                                    \
      .copy = copy_break_even,                                                                     \
      .lay_out = lay_out_break_even,                                                               \
      .describe_extreme = describe_break_even,                                                     \
      .fill_tip = fill_break_even_tip,                                                             \
      .add_hover = add_break_even_hover,                                                           \
      .move = move_in_break_even,                                                                  \
      .path = field_of_break_even,                                                                 \
      .natural_height = break_even_height,                                                         \
  }

BREAK_EVEN_CHART(RETURN, return,
                 N_("Deal compared with no deal, by the share of new clients who come back"));
BREAK_EVEN_CHART(VOUCHERS, vouchers, N_("Deal compared with no deal, by vouchers sold"));
BREAK_EVEN_CHART(PRICE, price, N_("Deal compared with no deal, by the price of the deal"));
BREAK_EVEN_CHART(COMMISSION, commission, N_("Deal compared with no deal, by the site’s share"));
BREAK_EVEN_CHART(EXTRAS, extras, N_("Deal compared with no deal, by what a client buys more"));
