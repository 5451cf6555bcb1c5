/* Room: chart. Fan: the bank at the end of each week in the simulated years. Two bands round the
 * median, and inside them what luck alone would do, so that luck and what is not known are told
 * apart; the plan year's balance and the owner's minimum for comparison. */
#include "ui/chart/layout.h"

#include <math.h>

#include "model/risk/risk.h"
#include "ui/words/risk-words.h"

typedef struct {
  int64_t told[RISK_BAND_COUNT][WEEKS_MAX];
  int64_t luck[RISK_BAND_COUNT][WEEKS_MAX]; /* valid when has_luck */
  int64_t plan[WEEKS_MAX];
  int week_count;
  bool has_luck; /* beside everything */
  int64_t opening_cents, floor_cents;
  int lowest_week; /* of P5 */
  DayPlot bank;
} FanData;

static FanData *fan_data(const Chart *chart) {
  return chart->own;
}

static int week_end_day(const Chart *chart, int week) {
  return MIN(7 * week + 6, chart->span.days - 1);
}

static void copy_fan(Chart *chart, const Study *study) {
  const RiskOfSample *told = risk_told(study->risk);
  const RiskOfSample *luck = &study->risk->sample[RISK_LUCK];
  FanData *data = chart->own = g_new0(FanData, 1);
  g_autofree char *details = risk_details_text(chart_language(chart), study->risk);
  chart_add_to_subtitle(chart, details);
  data->week_count = study->results->week_count;
  data->has_luck = told != luck && luck->years > 0;
  data->opening_cents = study->results->cash_with.opening_cents;
  data->floor_cents = study->plan->business.cash_floor_cents;
  for (int week = 0; week < data->week_count; week++) {
    for (int band = 0; band < RISK_BAND_COUNT; band++) {
      data->told[band][week] = told->week_balance_cents[band][week];
      data->luck[band][week] = luck->week_balance_cents[band][week];
    }
    data->plan[week] = study->results->cash_with.day[week_end_day(chart, week)].balance_cents;
    if (data->told[RISK_BAND_P5][week] < data->told[RISK_BAND_P5][data->lowest_week])
      data->lowest_week = week;
  }
}

static int64_t on_day(const Chart *chart, const int64_t *weeks, int day) {
  return day_plot_between_weeks(weeks, chart->span.days, fan_data(chart)->opening_cents, day);
}
static int64_t told_p5(const Chart *chart, int day) {
  return on_day(chart, fan_data(chart)->told[RISK_BAND_P5], day);
}
static int64_t told_p25(const Chart *chart, int day) {
  return on_day(chart, fan_data(chart)->told[RISK_BAND_P25], day);
}
static int64_t told_p50(const Chart *chart, int day) {
  return on_day(chart, fan_data(chart)->told[RISK_BAND_P50], day);
}
static int64_t told_p75(const Chart *chart, int day) {
  return on_day(chart, fan_data(chart)->told[RISK_BAND_P75], day);
}
static int64_t told_p95(const Chart *chart, int day) {
  return on_day(chart, fan_data(chart)->told[RISK_BAND_P95], day);
}
static int64_t luck_p5(const Chart *chart, int day) {
  return on_day(chart, fan_data(chart)->luck[RISK_BAND_P5], day);
}
static int64_t luck_p95(const Chart *chart, int day) {
  return on_day(chart, fan_data(chart)->luck[RISK_BAND_P95], day);
}
static int64_t plan_year(const Chart *chart, int day) {
  return on_day(chart, fan_data(chart)->plan, day);
}

static Scale fan_scale(const Chart *chart, double height) {
  const FanData *data = fan_data(chart);
  int64_t low = MIN(0, data->floor_cents), high = MAX(1, data->floor_cents);
  for (int i = 0; i < data->week_count; i++) {
    low = MIN(low, MIN(data->told[RISK_BAND_P5][i], data->plan[i]));
    high = MAX(high, MAX(data->told[RISK_BAND_P95][i], data->plan[i]));
    if (data->has_luck) {
      low = MIN(low, data->luck[RISK_BAND_P5][i]);
      high = MAX(high, data->luck[RISK_BAND_P95][i]);
    }
  }
  return scale_covering(SCALE_MONEY, low, high, frame_ticks_max(&chart->scene, height));
}

static void add_bands(Chart *chart) {
  const FanData *data = fan_data(chart);
  const DayPlot *bank = &data->bank;
  double zero = round(day_plot_y(bank, 0)) + 0.5;
  double floor_y = round(day_plot_y(bank, data->floor_cents)) + 0.5;
  day_plot_add_area(chart, bank, told_p5, told_p95, ROLE_BAND_WIDE);
  day_plot_add_area(chart, bank, told_p25, told_p75, ROLE_BAND_NARROW);
  if (data->has_luck) {
    day_plot_add_area(chart, bank, luck_p5, luck_p95, ROLE_LUCK);
    day_plot_add_line(chart, bank, luck_p5, ROLE_LUCK, 1.2, DASH_DOTTED);
    day_plot_add_line(chart, bank, luck_p95, ROLE_LUCK, 1.2, DASH_DOTTED);
  }
  day_plot_add_line(chart, bank, told_p5, ROLE_BAND_WIDE, 0.9, DASH_NONE);
  day_plot_add_line(chart, bank, told_p95, ROLE_BAND_WIDE, 0.9, DASH_NONE);
  scene_add_line(&chart->scene, bank->box.x, zero, box_right(bank->box), zero, ROLE_AXIS, 1,
                 DASH_NONE);
  scene_add_line(&chart->scene, bank->box.x, floor_y, box_right(bank->box), floor_y, ROLE_FLOOR,
                 1.6, DASH_DOTTED);
  day_plot_add_line(chart, bank, plan_year, ROLE_BACKGROUND, 3, DASH_NONE);
  day_plot_add_line(chart, bank, plan_year, ROLE_PLAN_YEAR, 1.4, DASH_DASHED);
  day_plot_add_line(chart, bank, told_p50, ROLE_BACKGROUND, 4.4, DASH_NONE);
  day_plot_add_line(chart, bank, told_p50, ROLE_MEDIAN, 2.4, DASH_NONE);
}

static char *week_title(const Chart *chart, int week) {
  Language language = chart_language(chart);
  g_autofree char *date = say_date(language, chart->span.sale_date + week_end_day(chart, week));
  return g_strdup_printf(say(language, "Week to %s"), date);
}

/* Where the lower edge of the wide band is lowest. */
static void add_lowest(Chart *chart) {
  static const DayLine lines[] = {{told_p5, 2}, {told_p50, 3}, {plan_year, 1.5}, {told_p25, 0.5}};
  const FanData *data = fan_data(chart);
  Language language = chart_language(chart);
  int day = week_end_day(chart, data->lowest_week);
  int64_t cents = data->told[RISK_BAND_P5][data->lowest_week];
  g_autofree char *money = say_money_about(language, cents);
  g_autofree char *date = say_date(language, chart->span.sale_date + day);
  g_autofree char *text =
      g_strdup_printf(say(language, "1 time in 20 under %1$s, %2$s"), money, date);
  day_plot_add_callout(chart, &data->bank, lines, G_N_ELEMENTS(lines), day, cents, ROLE_MEDIAN,
                       text);
}

static int list_keys(const Chart *chart, Key *keys) {
  const FanData *data = fan_data(chart);
  const DayPlot *bank = &data->bank;
  Language language = chart_language(chart);
  int last = data->week_count - 1, count = 0;
  keys[count++] = (Key){say(language, "9 times in 10"), ROLE_BAND_WIDE, SAMPLE_BOX,
                        day_plot_y(bank, data->told[RISK_BAND_P95][last])};
  keys[count++] = (Key){say(language, "1 time in 2"), ROLE_BAND_NARROW, SAMPLE_BOX,
                        day_plot_y(bank, data->told[RISK_BAND_P75][last])};
  keys[count++] = (Key){say(language, "the middle of the years"), ROLE_MEDIAN, SAMPLE_LINE,
                        day_plot_y(bank, data->told[RISK_BAND_P50][last])};
  if (data->has_luck)
    keys[count++] = (Key){say(language, "luck alone, 9 times in 10"), ROLE_LUCK, SAMPLE_BOX,
                          day_plot_y(bank, data->luck[RISK_BAND_P5][last])};
  keys[count++] = (Key){say(language, "plan year"), ROLE_PLAN_YEAR, SAMPLE_DASHED,
                        day_plot_y(bank, data->plan[last])};
  keys[count++] = (Key){say(language, "your minimum"), ROLE_FLOOR, SAMPLE_DOTTED,
                        day_plot_y(bank, data->floor_cents)};
  return count;
}

static void add_positions(Chart *chart) {
  const FanData *data = fan_data(chart);
  for (int i = 0; i < data->week_count; i++) {
    int end = week_end_day(chart, i);
    double left = day_plot_x(&data->bank, 7 * i), right = day_plot_x(&data->bank, end + 1);
    Box column = {left, data->bank.box.y, right - left, data->bank.box.height};
    chart_add_position(chart, (Position){.hit = column,
                                         .mark = column,
                                         .tip_x = day_plot_x(&data->bank, end + 0.5),
                                         .tip_y = data->bank.box.y});
  }
}

static void add_plot(Chart *chart) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  const DayPlot *bank = &fan_data(chart)->bank;
  MonthAxis axis = {language, chart->span.sale_date, chart->span.days, bank->box.x,
                    bank->day_width};
  frame_add_month_lines(scene, &axis, bank->box.y, box_bottom(bank->box));
  frame_add_value_axis(scene, &bank->scale, language, bank->box);
  add_bands(chart);
  frame_add_months(scene, &axis, box_bottom(bank->box));
  add_positions(chart);
}

static bool lay_out_fan(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  DayPlot *bank = &fan_data(chart)->bank;
  Key keys[LABELS_MAX];
  double gap = 8 * chart->scale, tick = text_height(scene->typesetter, TEXT_TICK);
  *bank = (DayPlot){{0, 0, 1, 1}, fan_scale(chart, 100), 1, true};
  int count = list_keys(chart, keys);
  double beside = keys_width(scene, keys, count) + 12 * chart->scale;
  bool is_beside = beside < 0.26 * scene->width;
  double below = is_beside ? 0 : keys_rows_height(scene, keys, count, scene->width) + gap;
  double top = y + tick / 2;
  double height = scene->height - top - frame_months_height(scene) - below;
  bool fits = height >= 6 * tick;
  height = fmax(height, 20);
  bank->scale = fan_scale(chart, height);
  double left = frame_axis_width(scene, &bank->scale, chart_language(chart));
  double width = fmax(scene->width - left - (is_beside ? beside : 5 * chart->scale), 1);
  chart->plot = bank->box = (Box){left, top, width, height};
  bank->day_width = width / chart->span.days;
  add_plot(chart);
  list_keys(chart, keys);
  fits = day_plot_add_keys(chart, bank, keys, count, is_beside, below - gap) && fits;
  add_lowest(chart);
  return fits;
}

static char *describe_fan(const Chart *chart) {
  const FanData *data = fan_data(chart);
  Language language = chart_language(chart);
  int last = data->week_count - 1;
  g_autofree char *lowest = say_money_about(language, data->told[RISK_BAND_P5][data->lowest_week]);
  g_autofree char *date =
      say_date(language, chart->span.sale_date + week_end_day(chart, data->lowest_week));
  int64_t low_cents = data->told[RISK_BAND_P5][last], high_cents = data->told[RISK_BAND_P95][last];
  g_autofree char *low = say_money_about(language, low_cents);
  g_autofree char *high = say_money_about(language, high_cents);
  if (about_cents(low_cents) == about_cents(high_cents))
    return g_strdup_printf(say(language, "Lowest: on %1$s, under %2$s 1 time in 20. In the end, "
                                         "%3$s 9 times in 10."),
                           date, lowest, low);
  return g_strdup_printf(say(language, "Lowest: on %1$s, under %2$s 1 time in 20. In the end, "
                                       "between %3$s and %4$s 9 times in 10."),
                         date, lowest, low, high);
}

static char *range_text(Language language, int64_t low_cents, int64_t high_cents) {
  g_autofree char *low = say_money_whole(language, about_cents(low_cents));
  g_autofree char *high = say_money_whole(language, about_cents(high_cents));
  if (about_cents(low_cents) == about_cents(high_cents))
    return g_steal_pointer(&low);
  return g_strdup_printf(say(language, "%1$s to %2$s"), low, high);
}

static void fill_fan_tip(const Chart *chart, int position, Tip *tip) {
  const FanData *data = fan_data(chart);
  Language language = chart_language(chart);
  tip->title = week_title(chart, position);
  tip_add(tip, SAMPLE_BOX, ROLE_BAND_WIDE, say(language, "9 times in 10"),
          range_text(language, data->told[RISK_BAND_P5][position],
                     data->told[RISK_BAND_P95][position]));
  tip_add(tip, SAMPLE_BOX, ROLE_BAND_NARROW, say(language, "1 time in 2"),
          range_text(language, data->told[RISK_BAND_P25][position],
                     data->told[RISK_BAND_P75][position]));
  tip_add(tip, SAMPLE_LINE, ROLE_MEDIAN, say(language, "the middle of the years"),
          say_money_whole(language, about_cents(data->told[RISK_BAND_P50][position])));
  if (data->has_luck)
    tip_add(tip, SAMPLE_BOX, ROLE_LUCK, say(language, "luck alone, 9 times in 10"),
            range_text(language, data->luck[RISK_BAND_P5][position],
                       data->luck[RISK_BAND_P95][position]));
  tip_add(tip, SAMPLE_DASHED, ROLE_PLAN_YEAR, say(language, "plan year"),
          say_money(language, data->plan[position]));
  tip_add(tip, SAMPLE_DOTTED, ROLE_FLOOR, say(language, "your minimum"),
          say_money(language, data->floor_cents));
}

static void add_fan_hover(const Chart *chart, int position, Scene *scene) {
  const FanData *data = fan_data(chart);
  const Position *week = chart_position(chart, position);
  double x = round(week->tip_x) + 0.5;
  scene_add_line(scene, x, week->hit.y, x, box_bottom(week->hit), ROLE_MUTED, 1, DASH_NONE);
  scene_add_dot(scene, x, day_plot_y(&data->bank, data->plan[position]), 3 * chart->scale,
                ROLE_PLAN_YEAR);
  scene_add_dot(scene, x, day_plot_y(&data->bank, data->told[RISK_BAND_P50][position]),
                3.5 * chart->scale, ROLE_MEDIAN);
}

/* Across by weeks, down and up by four of them. */
static int move_in_fan(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + dx + 4 * dy, 0, fan_data(chart)->week_count - 1);
}

static double fan_height(double width, double text_scale) {
  double keys = width / text_scale < 760 ? 60 : 0;
  return fmax(320 * text_scale, fmin(0.38 * width, 520 * text_scale)) + keys * text_scale;
}

const ChartKindTable fan_chart = {
    .name = "fan",
    .find = finding_fan,
    .table = table_fan,
    .explain = explain_risk,
    .subtitle = N_("The bank at the end of each week in the simulated years, with the deal"),
    .needs_calendar = true,
    .needs_risk = true,
    .copy = copy_fan,
    .lay_out = lay_out_fan,
    .describe_extreme = describe_fan,
    .fill_tip = fill_fan_tip,
    .add_hover = add_fan_hover,
    .move = move_in_fan,
    .natural_height = fan_height,
};
