/* Room: chart. When used vouchers are wanted: of a hundred how many so far, above; how many each
 * week, below, where the rush after the sale and the one before the end are seen. */
#include "ui/chart/layout.h"

#include "model/year/redemption.h"
#include "ui/table/table-load.h"
#include "ui/words/load-words.h"
#include "ui/words/phrase.h"

#include <math.h>

typedef struct {
  CurveFigures figures;
  double preset[CURVE_COUNT][HORIZON_DAYS_MAX];
} CurveData;

static const CurveFigures *curve_of(const Chart *chart) {
  return &((const CurveData *)chart->own)->figures;
}

static void copy_curve(Chart *chart, const Study *study) {
  CurveData *data = g_new0(CurveData, 1);
  chart->own = data;
  curve_figures_fill(study->plan, study->results, &data->figures);
  for (int i = 0; i < CURVE_COUNT && data->figures.days > 0; i++) {
    RedemptionCurve curve = redemption_preset((CurvePreset)i);
    redemption_shares_by_day(&curve, data->figures.days, data->preset[i]);
  }
}

typedef struct {
  Scale so_far, weekly;
  Box upper, lower;
  double day_width;
} CurveGrid;

static double day_x(const CurveGrid *grid, double day) {
  return grid->upper.x + day * grid->day_width;
}

static double share_y(const CurveGrid *grid, double share) {
  return frame_value_y(&grid->so_far, grid->upper, share * 100);
}

static void add_line(Chart *chart, const CurveGrid *grid, const double *share, Role role,
                     double line_width, Dash dash) {
  scene_begin_path(&chart->scene);
  scene_add_point(&chart->scene, day_x(grid, 0), share_y(grid, 0));
  for (int day = 0; day < curve_of(chart)->days; day++)
    scene_add_point(&chart->scene, day_x(grid, day + 1), share_y(grid, share[day]));
  scene_end_line(&chart->scene, role, line_width, dash);
}

/* Days after which the share so far is marked, and in what words. */
typedef struct {
  int day;
  char *text; /* owned */
} CurveMark;

#define CURVE_MARKS_MAX 3

static int list_marks(const Chart *chart, CurveMark mark[CURVE_MARKS_MAX]) {
  const CurveFigures *curve = curve_of(chart);
  Language language = chart_language(chart);
  int count = 0, days = curve->days;
  if (days < CURVE_TWO_MONTHS_DAYS + CURVE_LAST_DAYS)
    return 0;
  mark[count++] = (CurveMark){CURVE_TWO_MONTHS_DAYS,
                              g_strdup_printf(say(language, "2 months: %d of 100"),
                                              curve_per_hundred(curve, CURVE_TWO_MONTHS_DAYS))};
  if (days > CURVE_SIX_MONTHS_DAYS + 2 * CURVE_LAST_DAYS)
    mark[count++] = (CurveMark){CURVE_SIX_MONTHS_DAYS,
                                g_strdup_printf(say(language, "6 months: %d of 100"),
                                                curve_per_hundred(curve, CURVE_SIX_MONTHS_DAYS))};
  mark[count++] = (CurveMark){days - CURVE_LAST_DAYS,
                              g_strdup_printf(say(language, "4 weeks to go: %d of 100"),
                                              curve_per_hundred(curve, days - CURVE_LAST_DAYS))};
  return count;
}

/* A dot and its words: below the line at its right, above it at its left, or below at its left. */
static void add_mark(Chart *chart, const CurveGrid *grid, const CurveMark *mark) {
  Scene *scene = &chart->scene;
  double x = day_x(grid, mark->day), y = share_y(grid, curve_of(chart)->share[mark->day - 1]);
  double gap = 7 * chart->scale;
  const struct {
    double x, y, align_x, align_y;
  } places[] = {{x + gap, y + gap / 2, 0, 0}, {x - gap, y - gap / 2, 1, 1}, {x, y + 2 * gap, 1, 0}};
  scene_add_dot(scene, x, y, 4 * chart->scale, ROLE_DEAL);
  for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
    TextPlace place = {TEXT_STRONG, ROLE_DEAL, places[i].align_x, places[i].align_y, 0};
    Box box = scene_measure_text(scene, mark->text, places[i].x, places[i].y, place);
    bool inside = box.x >= grid->upper.x && box_right(box) <= box_right(grid->upper) &&
                  box.y >= grid->upper.y - gap;
    if (!inside || !scene_is_free(scene, box, gap / 2))
      continue;
    scene_add_halo(scene, box);
    scene_add_text(scene, mark->text, places[i].x, places[i].y, place);
    return;
  }
}

/* The shapes of the presets, faint; not the one that is the plan's own. */
static bool preset_is_other(const Chart *chart, int preset, double by) {
  const CurveData *data = chart->own;
  int middle = data->figures.days * 2 / 5;
  return fabs(data->preset[preset][middle] - data->figures.share[middle]) > by;
}

static void add_presets(Chart *chart, const CurveGrid *grid) {
  const CurveData *data = chart->own;
  for (int i = 0; i < CURVE_COUNT; i++)
    if (preset_is_other(chart, i, 0.03))
      add_line(chart, grid, data->preset[i], ROLE_MUTED, 1, DASH_DOTTED);
}

/* Where they have room. */
static void add_preset_names(Chart *chart, const CurveGrid *grid) {
  static const char *const names[CURVE_COUNT] = {N_("early rush"), N_("balanced"), N_("late rush")};
  const CurveData *data = chart->own;
  int middle = data->figures.days * 2 / 5;
  for (int i = 0; i < CURVE_COUNT; i++)
    if (preset_is_other(chart, i, 0.08))
      scene_try_text(&chart->scene, say(chart_language(chart), names[i]), day_x(grid, middle),
                     share_y(grid, data->preset[i][middle]) + 3 * chart->scale,
                     (TextPlace){TEXT_TICK, ROLE_MUTED, 0, 0, 0}, 3 * chart->scale);
}

static void add_weeks(Chart *chart, const CurveGrid *grid) {
  Scene *scene = &chart->scene;
  const CurveFigures *curve = curve_of(chart);
  double zero = frame_value_y(&grid->weekly, grid->lower, 0);
  for (int week = 0; week < curve->week_count; week++) {
    int days = MIN(7, curve->days - week * 7);
    double left = day_x(grid, week * 7), width = days * grid->day_width;
    double gap = width >= 6 ? fmax(1, floor(width * 0.14)) : width * 0.14;
    double top = frame_value_y(&grid->weekly, grid->lower, curve->by_week[week]);
    scene_add_box(scene, (Box){round(left), top, fmax(width - gap, 0.5), zero - top}, ROLE_DEAL);
    chart_add_position(
        chart,
        (Position){.hit = {left, grid->upper.y, width, box_bottom(grid->lower) - grid->upper.y},
                   .mark = {left, grid->upper.y, width, box_bottom(grid->lower) - grid->upper.y},
                   .tip_x = left + width,
                   .tip_y = grid->upper.y + grid->upper.height * 0.35});
  }
  scene_add_line(scene, grid->lower.x, round(zero) + 0.5, box_right(grid->lower), round(zero) + 0.5,
                 ROLE_AXIS, 1, DASH_NONE);
}

static Scale weekly_scale(const Chart *chart, double height) {
  const CurveFigures *curve = curve_of(chart);
  int64_t high = 1;
  for (int week = 0; week < curve->week_count; week++)
    high = MAX(high, curve->by_week[week]);
  return scale_covering(SCALE_COUNT, 0, high, MIN(4, frame_ticks_max(&chart->scene, height)));
}

static void add_panels(Chart *chart, const CurveGrid *grid, double caption) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  const CurveFigures *curve = curve_of(chart);
  TextPlace place = {TEXT_TICK, ROLE_MUTED, 0, 0, scene->width};
  CurveMark mark[CURVE_MARKS_MAX];
  int marks = list_marks(chart, mark);
  MonthAxis months = {language, chart->span.sale_date, curve->days, grid->upper.x, grid->day_width};
  frame_add_month_lines(scene, &months, grid->upper.y, box_bottom(grid->upper));
  frame_add_value_axis(scene, &grid->so_far, language, grid->upper);
  scene_add_text(scene, say(language, "Vouchers wanted each week"), 0, grid->lower.y - caption,
                 place);
  frame_add_month_lines(scene, &months, grid->lower.y, box_bottom(grid->lower));
  frame_add_value_axis(scene, &grid->weekly, language, grid->lower);
  add_presets(chart, grid);
  add_line(chart, grid, curve->share, ROLE_DEAL, 2.2, DASH_NONE);
  for (int i = 0; i < marks; i++) {
    add_mark(chart, grid, &mark[i]);
    g_free(mark[i].text);
  }
  add_preset_names(chart, grid);
  add_weeks(chart, grid);
  frame_add_months(scene, &months, box_bottom(grid->lower));
}

static bool lay_out_curve(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  const CurveFigures *curve = curve_of(chart);
  double tick = text_height(scene->typesetter, TEXT_TICK), caption = tick + 6 * chart->scale;
  double top = y + tick / 2 + 4 * chart->scale, between = caption + 16 * chart->scale;
  double height = scene->height - top - between - frame_months_height(scene);
  bool fits = height >= 9 * tick;
  if (curve->days <= 0)
    return true;
  height = fmax(height, 20);
  double upper = round(0.66 * height);
  CurveGrid grid = {.so_far =
                        scale_covering(SCALE_COUNT, 0, 100, MIN(6, frame_ticks_max(scene, upper))),
                    .weekly = weekly_scale(chart, height - upper)};
  grid.so_far.high = 100;
  double left = fmax(frame_axis_width(scene, &grid.so_far, language),
                     frame_axis_width(scene, &grid.weekly, language));
  double width = fmax(scene->width - left - 6 * chart->scale, 1);
  grid.upper = (Box){left, top, width, upper};
  grid.lower = (Box){left, top + upper + between, width, height - upper};
  grid.day_width = width / curve->days;
  chart->plot = grid.upper;
  chart->plot.height = box_bottom(grid.lower) - grid.upper.y;
  add_panels(chart, &grid, caption);
  return fits;
}

static int last_week_of_first_rush(const CurveFigures *curve) {
  int most = 0;
  for (int week = 1; week < curve->week_count; week++)
    if (curve->by_week[week] > curve->by_week[most])
      most = week;
  return most;
}

static char *describe_curve(const Chart *chart) {
  const CurveFigures *curve = curve_of(chart);
  Language language = chart_language(chart);
  if (curve->days <= 0 || curve->vouchers == 0)
    return g_strdup("");
  int week = last_week_of_first_rush(curve);
  g_autofree char *date = say_date(language, chart->span.sale_date + 7 * week);
  g_autofree char *count = phrase_vouchers(language, curve->by_week[week]);
  return g_strdup_printf(say(language, "Most wanted in one week: %1$s, that of %2$s."), count,
                         date);
}

static void fill_curve_tip(const Chart *chart, int position, Tip *tip) {
  Language language = chart_language(chart);
  const CurveFigures *curve = curve_of(chart);
  int64_t so_far = 0;
  int end = MIN(7 * position + 7, curve->days);
  g_autofree char *date = say_date(language, chart->span.sale_date + 7 * position);
  for (int week = 0; week <= position; week++)
    so_far += curve->by_week[week];
  tip->title = g_strdup_printf(say(language, "Week of %s"), date);
  tip_add(tip, SAMPLE_BOX, ROLE_DEAL, say(language, "vouchers wanted"),
          say_number(language, curve->by_week[position]));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "so far"), say_number(language, so_far));
  tip_add(tip, SAMPLE_LINE, ROLE_DEAL, say(language, "of 100 so far"),
          say_number(language, curve_per_hundred(curve, end)));
}

static void add_curve_hover(const Chart *chart, int position, Scene *scene) {
  Box mark = chart_position(chart, position)->mark;
  scene_add_outline(scene,
                    (Box){round(mark.x) - 0.5, round(mark.y) + 0.5, fmax(3, round(mark.width)),
                          round(mark.height)},
                    ROLE_INK, 1);
}

static int move_in_curve(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + dx, 0, curve_of(chart)->week_count - 1);
}

static double curve_height(double width, double text_scale) {
  return fmax(300 * text_scale, fmin(0.34 * width, 440 * text_scale));
}

const ChartKindTable curve_chart = {
    .name = "curve",
    .find = load_find_curve,
    .table = table_load_curve,
    .explain = load_explain_curve,
    .subtitle = N_("Of 100 used vouchers, how many are wanted so far"),
    .copy = copy_curve,
    .lay_out = lay_out_curve,
    .describe_extreme = describe_curve,
    .fill_tip = fill_curve_tip,
    .add_hover = add_curve_hover,
    .move = move_in_curve,
    .natural_height = curve_height,
};
