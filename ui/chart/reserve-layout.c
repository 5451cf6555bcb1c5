/* Room: chart. See reserve-layout.h. */
#include "ui/chart/reserve-layout.h"

#include <math.h>

int64_t reserve_balance(const Chart *chart, int day) {
  return chart->reserve.day[day].balance_cents;
}

int64_t reserve_not_yours(const Chart *chart, int day) {
  return chart->reserve.day[day].not_yours_cents;
}

static int64_t there(const Chart *chart, int day) {
  return MAX(0, reserve_balance(chart, day));
}

static int64_t none(const Chart *chart, int day) {
  return 0;
}

static int64_t not_yet_there(const Chart *chart, int day) {
  return MIN(chart->reserve.day[day].not_yet_earned_cents, there(chart, day));
}

static int64_t not_yours_there(const Chart *chart, int day) {
  return MIN(reserve_not_yours(chart, day), there(chart, day));
}

static Scale reserve_scale(const Chart *chart, double height) {
  int64_t low = 0, high = 1;
  for (int i = 0; i < chart->span.days; i++) {
    low = MIN(low, reserve_balance(chart, i));
    high = MAX(high, MAX(reserve_balance(chart, i), reserve_not_yours(chart, i)));
  }
  return scale_covering(SCALE_MONEY, low, high, frame_ticks_max(&chart->scene, height));
}

static void add_areas(Chart *chart) {
  const DayPlot *bank = &chart->reserve.bank;
  double zero = round(day_plot_y(bank, 0)) + 0.5;
  day_plot_add_area(chart, bank, none, not_yet_there, ROLE_NOT_YET);
  day_plot_add_area(chart, bank, not_yet_there, not_yours_there, ROLE_TAXES);
  day_plot_add_area(chart, bank, not_yours_there, there, ROLE_YOURS);
  day_plot_add_area(chart, bank, there, reserve_not_yours, ROLE_SPENT);
  scene_add_line(&chart->scene, bank->box.x, zero, box_right(bank->box), zero, ROLE_AXIS, 1,
                 DASH_NONE);
  day_plot_add_line(chart, bank, reserve_not_yours, ROLE_TAXES, 1.2, DASH_NONE);
  day_plot_add_line(chart, bank, reserve_balance, ROLE_BALANCE, 2.2, DASH_NONE);
}

/* Above the plot, at each line: in full, or its day alone where there is no room. */
static void add_year_ends(Chart *chart, double caption_y) {
  const ReserveData *data = &chart->reserve;
  Language language = chart_language(chart);
  for (int i = 0; i < data->year_end_count; i++) {
    char day[NUMBER_TEXT_SIZE];
    double x = day_plot_x(&data->bank, data->year_end[i] + 1 - chart->span.sale_date);
    g_autofree char *date = say_date(language, data->year_end[i]);
    g_autofree char *full = g_strdup_printf(say(language, "fiscal year end, %s"), date);
    const char *texts[] = {full, date,
                           date_format_day(language, data->year_end[i], day, sizeof day)};
    bool added = false;
    scene_add_line(&chart->scene, round(x) + 0.5, data->bank.box.y, round(x) + 0.5,
                   box_bottom(data->bank.box), ROLE_AXIS, 1.2, DASH_DASHED);
    for (size_t k = 0; k < G_N_ELEMENTS(texts) && !added; k++) {
      double half = text_width(&chart->typesetter, TEXT_TICK, texts[k]) / 2;
      double center = fmax(half, fmin(chart->scene.width - half, x));
      added = scene_try_text(&chart->scene, texts[k], center, caption_y,
                             (TextPlace){TEXT_TICK, ROLE_MUTED, 0.5, 0, 0}, 4 * chart->scale);
    }
  }
}

/* The day on which most of the money is not hers. */
static void add_highest(Chart *chart) {
  static const DayLine lines[] = {{reserve_balance, 3}, {reserve_not_yours, 1}};
  const ReserveData *data = &chart->reserve;
  Language language = chart_language(chart);
  int64_t cents = data->day[data->highest_day].not_yours_cents;
  if (cents == 0)
    return;
  g_autofree char *money = say_money_whole(language, cents);
  g_autofree char *date = say_date(language, chart->span.sale_date + data->highest_day);
  g_autofree char *text = g_strdup_printf(say(language, "not yours: %1$s, %2$s"), money, date);
  day_plot_add_callout(chart, &data->bank, lines, G_N_ELEMENTS(lines), data->highest_day, cents,
                       ROLE_TAXES, text);
}

static int list_keys(const Chart *chart, Key *keys) {
  Language language = chart_language(chart);
  const DayPlot *bank = &chart->reserve.bank;
  int last = chart->span.days - 1;
  int64_t balance = reserve_balance(chart, last), not_yours = not_yours_there(chart, last);
  int64_t not_yet = not_yet_there(chart, last);
  keys[0] =
      (Key){say(language, "in the bank"), ROLE_BALANCE, SAMPLE_LINE, day_plot_y(bank, balance)};
  keys[1] = (Key){say(language, "yours"), ROLE_YOURS, SAMPLE_BOX,
                  day_plot_y(bank, (MAX(balance, not_yours) + not_yours) / 2)};
  keys[2] = (Key){say(language, "taxes to remit"), ROLE_TAXES, SAMPLE_BOX,
                  day_plot_y(bank, (not_yours + not_yet) / 2)};
  keys[3] = (Key){say(language, "not yet earned"), ROLE_NOT_YET, SAMPLE_BOX,
                  day_plot_y(bank, not_yet / 2)};
  if (chart->reserve.day[chart->reserve.most_spent_day].spent_cents == 0)
    return 4;
  keys[4] = (Key){say(language, "spent already"), ROLE_SPENT, SAMPLE_BOX,
                  day_plot_y(bank, (reserve_not_yours(chart, last) + not_yours) / 2)};
  return 5;
}

bool lay_out_reserve(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  DayPlot *bank = &chart->reserve.bank;
  Key keys[LABELS_MAX];
  double gap = 8 * chart->scale, tick = text_height(scene->typesetter, TEXT_TICK);
  *bank = (DayPlot){{0, 0, 1, 1}, reserve_scale(chart, 100), 1};
  int count = list_keys(chart, keys);
  double beside = keys_width(scene, keys, count) + 12 * chart->scale;
  bool is_beside = beside < 0.24 * scene->width;
  double below = is_beside ? 0 : keys_rows_height(scene, keys, count, scene->width) + gap;
  double caption = tick + gap;
  double height = scene->height - y - caption - frame_months_height(scene) - below;
  bool fits = height >= 6 * tick;
  height = fmax(height, 20);
  bank->scale = reserve_scale(chart, height);
  double left = frame_axis_width(scene, &bank->scale, language);
  double width = fmax(scene->width - left - (is_beside ? beside : 5 * chart->scale), 1);
  chart->plot = bank->box = (Box){left, y + caption, width, height};
  bank->day_width = width / chart->span.days;
  MonthAxis axis = {language, chart->span.sale_date, chart->span.days, left, bank->day_width};
  frame_add_month_lines(scene, &axis, bank->box.y, box_bottom(bank->box));
  frame_add_value_axis(scene, &bank->scale, language, bank->box);
  add_areas(chart);
  frame_add_months(scene, &axis, box_bottom(bank->box));
  add_year_ends(chart, y);
  day_plot_add_positions(chart, bank, bank->box.y, box_bottom(bank->box));
  list_keys(chart, keys);
  fits = day_plot_add_keys(chart, bank, keys, count, is_beside, below - gap) && fits;
  add_highest(chart);
  return fits;
}
