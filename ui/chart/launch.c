/* Room: chart. The result for each of twelve months of the sale: a column from zero, its sampling
 * error at its end; the plan's month is marked, the best one named. */
#include "ui/chart/flags.h"
#include "ui/chart/layout.h"

#include <math.h>

#include "model/base/calendar.h"
#include "ui/table/table-decide.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/phrase.h"

typedef struct {
  bool applies;
  int32_t date;
  int64_t result_cents, error_cents;
  TrialMean less_base;
  int32_t refused;
  int64_t lowest_p10_cents;
  bool all_hold;
} LaunchMonth;

typedef struct {
  LaunchMonth month[LAUNCH_MONTHS];
  int best; /* −1: none applies */
  Scale money;
} LaunchData;

static LaunchData *launch_of(const Chart *chart) {
  return chart->own;
}

static const char *launch_lacks(const Study *study) {
  return study->decisions->launch[0].applies ? NULL
                                             : N_("There is nothing to compare in this plan.");
}

static void copy_launch(Chart *chart, const Study *study) {
  LaunchData *data = chart->own = g_new0(LaunchData, 1);
  g_autofree char *years =
      decide_years_text(chart_language(chart), TRIAL_YEARS, study->decisions->seed);
  chart_add_to_subtitle(chart, years);
  data->best = -1;
  for (int i = 0; i < LAUNCH_MONTHS; i++) {
    const WhatIf *what_if = &study->decisions->launch[i];
    LaunchMonth *month = &data->month[i];
    *month = (LaunchMonth){.applies = what_if->applies,
                           .date = what_if->sale_date,
                           .result_cents = mean_cents(what_if->standing.result.mean_milli),
                           .error_cents = mean_cents(what_if->standing.result.error_milli),
                           .less_base = what_if->less_base,
                           .refused = what_if->refused_extra,
                           .lowest_p10_cents = what_if->lowest_p10_cents,
                           .all_hold = what_if->standing.all_hold};
    if (!month->applies)
      month->date = date_add_months(study->decisions->sale_date, i);
    else if (data->best < 0 || month->result_cents > data->month[data->best].result_cents)
      data->best = i;
  }
}

static double slot_width(const Chart *chart) {
  return chart->plot.width / LAUNCH_MONTHS;
}

static double month_x(const Chart *chart, int index) {
  return chart->plot.x + (index + 0.5) * slot_width(chart);
}

static double money_y(const Chart *chart, int64_t cents) {
  return frame_value_y(&launch_of(chart)->money, chart->plot, (double)cents);
}

/* The plan's month and, where it is another, the best one. */
#define FLAG_COUNT 2
static int list_flags(const Chart *chart, Flag flag[FLAG_COUNT]) {
  const LaunchData *data = launch_of(chart);
  Language language = chart_language(chart);
  int count = 0;
  for (int i = 0; i < LAUNCH_MONTHS; i++) {
    const LaunchMonth *month = &data->month[i];
    if (i != 0 && i != data->best)
      continue;
    g_autofree char *name = phrase_month(language, month->date, i != 0);
    g_autofree char *money = say_change_about(language, month->result_cents);
    char *text = g_strdup_printf(i != data->best ? say(language, "your month, %1$s: %2$s")
                                 : i == 0 ? say(language, "your month is the best, %1$s: %2$s")
                                          : say(language, "best, %1$s: %2$s"),
                                 name, money);
    flag[count++] = (Flag){.text = text,
                           .x = month_x(chart, i),
                           .role = ROLE_INK,
                           .dash = i == 0 ? DASH_DASHED : DASH_NONE,
                           .line_width = 1.2};
  }
  return count;
}

static void add_column(Chart *chart, int index) {
  const LaunchMonth *month = &launch_of(chart)->month[index];
  Scene *scene = &chart->scene;
  double slot = slot_width(chart), middle = month_x(chart, index), air = fmax(1, slot * 0.16);
  double zero = money_y(chart, 0), end = money_y(chart, month->result_cents);
  Box slot_box = {middle - slot / 2, chart->plot.y, slot, chart->plot.height};
  if (month->applies) {
    Box column = {round(middle - slot / 2 + air), fmin(zero, end), round(slot - 2 * air),
                  fmax(fabs(end - zero), 1.5)};
    scene_add_box(scene, column, month->result_cents < 0 ? ROLE_LOSS : ROLE_GAIN);
    if (index == 0)
      scene_add_outline(scene, column, ROLE_INK, 1.6);
    scene_add_whisker(scene, false, middle,
                      money_y(chart, month->result_cents - month->error_cents),
                      money_y(chart, month->result_cents + month->error_cents), ROLE_INK);
  }
  chart_add_position(chart, (Position){.hit = slot_box,
                                       .mark = slot_box,
                                       .tip_x = middle + slot / 2,
                                       .tip_y = chart->plot.y + 0.3 * chart->plot.height});
}

/* Names of months in their slots, as many as do not touch; the year under the first of each. */
static void add_months(Chart *chart) {
  Scene *scene = &chart->scene;
  double y = box_bottom(chart->plot) + 5 * chart->scale;
  double line = text_height(scene->typesetter, TEXT_TICK);
  int year_shown = 0;
  for (int i = 0; i < LAUNCH_MONTHS; i++) {
    int32_t date = launch_of(chart)->month[i].date;
    TextPlace place = {TEXT_TICK, ROLE_MUTED, 0.5, 0, 0};
    const char *name = month_name_short(chart_language(chart), date_month(date));
    double half = text_width(scene->typesetter, TEXT_TICK, name) / 2;
    double x = fmax(half, fmin(scene->width - half, month_x(chart, i)));
    if (!scene_try_text(scene, name, x, y, place, 3 * chart->scale) ||
        date_year(date) == year_shown)
      continue;
    char year[8];
    g_snprintf(year, sizeof year, "%d", date_year(date));
    if (scene_try_text(scene, year, x, y + line, place, 0))
      year_shown = date_year(date);
  }
}

static Scale money_scale(const Chart *chart, double height) {
  const LaunchData *data = launch_of(chart);
  int64_t low = 0, high = 0;
  for (int i = 0; i < LAUNCH_MONTHS; i++) {
    const LaunchMonth *month = &data->month[i];
    low = MIN(low, month->result_cents - month->error_cents);
    high = MAX(high, month->result_cents + month->error_cents);
  }
  return scale_covering(SCALE_MONEY, low, high, frame_ticks_max(&chart->scene, height));
}

static bool lay_out_launch(Chart *chart, double y) {
  LaunchData *data = launch_of(chart);
  Scene *scene = &chart->scene;
  Flag flags[FLAG_COUNT];
  double scale = chart->scale, tick = text_height(scene->typesetter, TEXT_TICK);
  Key key = {say(chart_language(chart), "sampling error"), ROLE_INK, SAMPLE_WHISKER, 0};
  double legend = keys_rows_height(scene, &key, 1, scene->width) + 6 * scale;
  double below = frame_months_height(scene) + legend;
  data->money = money_scale(chart, fmax(scene->height - y - below - 2 * tick, 20));
  double left = frame_axis_width(scene, &data->money, chart_language(chart));
  chart->plot = (Box){left, y, fmax(scene->width - left, 1), 1};
  int count = list_flags(chart, flags);
  double above = flags_arrange(scene, flags, count) + 4 * scale;
  double height = scene->height - y - above - below;
  bool fits = height >= 5 * tick;
  chart->plot = (Box){left, y + above, chart->plot.width, fmax(height, 10)};
  data->money = money_scale(chart, chart->plot.height);
  frame_add_value_axis(scene, &data->money, chart_language(chart), chart->plot);
  for (int i = 0; i < LAUNCH_MONTHS; i++)
    add_column(chart, i);
  double zero = round(money_y(chart, 0)) + 0.5;
  scene_add_line(scene, left, zero, box_right(chart->plot), zero, ROLE_AXIS, 1.4, DASH_NONE);
  /* Down to the end of their columns. */
  for (int i = 0; i < count; i++) {
    int month = (int)((flags[i].x - left) / slot_width(chart));
    const LaunchMonth *of = &data->month[CLAMP(month, 0, LAUNCH_MONTHS - 1)];
    flags[i].bottom = money_y(chart, MAX(of->result_cents, 0) + of->error_cents) - 2 * scale;
  }
  flags_add(scene, flags, count, y, zero, NULL, 0);
  add_months(chart);
  keys_add_rows(scene, &key, 1, 0, scene->height - legend + 6 * scale, scene->width);
  flags_clear(flags, count);
  return fits;
}

static char *describe_launch(const Chart *chart) {
  const LaunchData *data = launch_of(chart);
  Language language = chart_language(chart);
  if (data->best < 0)
    return g_strdup("");
  g_autofree char *best = phrase_month(language, data->month[data->best].date, true);
  g_autofree char *best_money = say_change_about(language, data->month[data->best].result_cents);
  g_autofree char *now = phrase_month(language, data->month[0].date, true);
  g_autofree char *now_money = say_change_about(language, data->month[0].result_cents);
  return g_strdup_printf(say(language, "Best month: %1$s, %2$s. Your month: %3$s, %4$s."), best,
                         best_money, now, now_money);
}

static void fill_launch_tip(const Chart *chart, int position, Tip *tip) {
  const LaunchMonth *month = &launch_of(chart)->month[position];
  Language language = chart_language(chart);
  g_autofree char *date = say_date(language, month->date);
  tip->title = g_strdup_printf(say(language, "Sale on %s"), date);
  if (!month->applies) {
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "not possible with this plan"), g_strdup(""));
    return;
  }
  tip_add(tip, SAMPLE_BOX, month->result_cents < 0 ? ROLE_LOSS : ROLE_GAIN,
          say(language, "result on average"), phrase_money_change(language, month->result_cents));
  tip_add(tip, SAMPLE_WHISKER, ROLE_INK, say(language, "sampling error"),
          mean_error_text(language, month->error_cents * 1000));
  if (position > 0) {
    g_autofree char *less = mean_change_text(language, month->less_base.mean_milli);
    g_autofree char *error = mean_error_text(language, month->less_base.error_milli);
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "beside your month"),
            g_strdup_printf("%s %s", less, error));
  }
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "refused because of the deal"),
          say_count_about(language, month->refused));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "balance 9 times in 10 above"),
          say_money_about(language, month->lowest_p10_cents));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "all conditions hold"),
          g_strdup(month->all_hold ? say(language, "yes") : say(language, "no")));
}

static void add_launch_hover(const Chart *chart, int position, Scene *scene) {
  Box mark = chart_position(chart, position)->mark;
  scene_add_outline(
      scene,
      (Box){round(mark.x) + 0.5, round(mark.y) + 0.5, round(mark.width) - 1, round(mark.height)},
      ROLE_INK, 1);
}

static int move_in_launch(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + dx, 0, LAUNCH_MONTHS - 1);
}

static double launch_height(double width, double text_scale) {
  return fmax(280 * text_scale, fmin(0.32 * width, 400 * text_scale));
}

const ChartKindTable launch_chart = {
    .name = "launch",
    .is_decided = true,
    .topic = DECIDE_TOPIC_LAUNCH,
    .table = table_launch,
    .subtitle = N_("Deal compared with no deal on average, by month of the sale"),
    .lacks = launch_lacks,
    .copy = copy_launch,
    .lay_out = lay_out_launch,
    .describe_extreme = describe_launch,
    .fill_tip = fill_launch_tip,
    .add_hover = add_launch_hover,
    .move = move_in_launch,
    .natural_height = launch_height,
};
