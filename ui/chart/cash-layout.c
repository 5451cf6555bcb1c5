/* Room: chart. See cash-layout.h. */
#include "ui/chart/cash-layout.h"

#include <math.h>

typedef struct {
  Scale flow_scale;
  Box flow; /* upper panel; the lower one is the bank's */
} CashGrid;

int64_t cash_with(const Chart *chart, int day) {
  return chart->cash.day[day].with_cents;
}

int64_t cash_without(const Chart *chart, int day) {
  return chart->cash.day[day].without_cents;
}

static int64_t not_yet(const Chart *chart, int day) {
  return chart->cash.day[day].not_yet_earned_cents;
}

int cash_week_count(const Chart *chart) {
  return (chart->span.days + 6) / 7;
}

static int64_t floor_of(const Chart *chart, int day) {
  return chart->cash.floor_cents;
}

static int64_t zero_of(const Chart *chart, int day) {
  return 0;
}

static Scale flow_scale(const Chart *chart, double height) {
  const CashData *data = &chart->cash;
  int64_t low = 0, high = 1;
  for (int i = 0; i < data->month_count; i++) {
    low = MIN(low, data->month[i].out_cents);
    high = MAX(high, data->month[i].in_cents);
  }
  return scale_covering(SCALE_MONEY, low, high, frame_ticks_max(&chart->scene, height));
}

static Scale balance_scale(const Chart *chart, double height) {
  const CashData *data = &chart->cash;
  int64_t low = MIN(0, data->floor_cents), high = MAX(1, data->floor_cents);
  for (int i = 0; i < chart->span.days; i++) {
    const CashPoint *day = &data->day[i];
    low = MIN(low, MIN(day->with_cents, day->without_cents));
    high = MAX(high, MAX(day->not_yet_earned_cents, MAX(day->with_cents, day->without_cents)));
  }
  for (int week = 0; data->has_band && week < cash_week_count(chart); week++) {
    low = MIN(low, data->low_cents[week]);
    high = MAX(high, data->high_cents[week]);
  }
  return scale_covering(SCALE_MONEY, low, high, frame_ticks_max(&chart->scene, height));
}

static double flow_y(const CashGrid *grid, int64_t cents) {
  return frame_value_y(&grid->flow_scale, grid->flow, (double)cents);
}

static void add_flows(Chart *chart, const CashGrid *grid) {
  Scene *scene = &chart->scene;
  double zero = flow_y(grid, 0);
  for (int i = 0; i < chart->cash.month_count; i++) {
    const CashMonth *month = &chart->cash.month[i];
    double left = day_plot_x(&chart->cash.bank, month->begin_day),
           width = month->days * chart->cash.bank.day_width;
    double bar = round(fmin(width * 0.62, 56 * chart->scale)), x = round(left + (width - bar) / 2);
    double top = flow_y(grid, month->in_cents), bottom = flow_y(grid, month->out_cents);
    scene_add_box(scene, (Box){x, top, bar, zero - top}, ROLE_IN);
    scene_add_box(scene, (Box){x, zero, bar, bottom - zero}, ROLE_OUT);
  }
  scene_add_line(scene, grid->flow.x, round(zero) + 0.5, box_right(grid->flow), round(zero) + 0.5,
                 ROLE_AXIS, 1, DASH_NONE);
  for (int i = 0; i < chart->cash.month_count; i++) {
    const CashMonth *month = &chart->cash.month[i];
    double center = day_plot_x(&chart->cash.bank, month->begin_day + month->days / 2.0);
    double radius =
        fmin(3.2 * chart->scale, fmax(1.2, month->days * chart->cash.bank.day_width * 0.2));
    scene_add_dot(scene, center, flow_y(grid, month->in_cents + month->out_cents), radius,
                  ROLE_NET);
  }
}

/* A slim bar at each week's end: between two of them nothing is known, and a surface would say that
 * the plan year's days leave it. */
static void add_band(Chart *chart) {
  const CashData *data = &chart->cash;
  const DayPlot *bank = &data->bank;
  double width = fmax(1.5, fmin(6 * chart->scale, 0.45 * 7 * bank->day_width));
  for (int week = 0; week < cash_week_count(chart); week++) {
    int days = MIN(7, chart->span.days - 7 * week);
    double x = fmin(day_plot_x(bank, 7 * week + days - 0.5), box_right(bank->box) - width / 2);
    bool is_too_near = days * bank->day_width < width + 1; /* a cut last week */
    if (week > 0 && is_too_near)
      break;
    double top = day_plot_y(bank, data->high_cents[week]);
    double bottom = day_plot_y(bank, data->low_cents[week]);
    scene_add_box(&chart->scene, (Box){x - width / 2, top, width, fmax(bottom - top, 1)},
                  ROLE_BAND_NARROW);
  }
}

static void add_balances(Chart *chart) {
  Scene *scene = &chart->scene;
  const DayPlot *bank = &chart->cash.bank;
  double floor_y = round(day_plot_y(bank, chart->cash.floor_cents)) + 0.5;
  double zero = round(day_plot_y(bank, 0)) + 0.5;
  if (chart->cash.has_band)
    add_band(chart);
  day_plot_add_area(chart, bank, zero_of, not_yet, ROLE_NOT_YET);
  day_plot_add_line(chart, bank, not_yet, ROLE_NOT_YET, 1.2, DASH_NONE);
  day_plot_add_area(chart, bank, cash_with, floor_of, ROLE_UNDER_FLOOR);
  scene_add_line(scene, chart->plot.x, zero, box_right(chart->plot), zero, ROLE_AXIS, 1, DASH_NONE);
  scene_add_line(scene, chart->plot.x, floor_y, box_right(chart->plot), floor_y, ROLE_FLOOR, 1.6,
                 DASH_DOTTED);
  day_plot_add_line(chart, bank, cash_without, ROLE_WITHOUT, 1.4, DASH_DASHED);
  day_plot_add_line(chart, bank, cash_with, ROLE_BALANCE, 2.2, DASH_NONE);
}

/* The lowest day: a dot, its amount and its date. */
static void add_lowest(Chart *chart) {
  static const DayLine lines[] = {{cash_with, 3}, {cash_without, 1.5}, {not_yet, 1}, {floor_of, 1}};
  const CashData *data = &chart->cash;
  Language language = chart_language(chart);
  int64_t cents = data->day[data->lowest_day].with_cents;
  g_autofree char *money = say_money_whole(language, cents);
  g_autofree char *date = say_date(language, chart->span.sale_date + data->lowest_day);
  g_autofree char *text = g_strdup_printf(say(language, "lowest: %s, %s"), money, date);
  day_plot_add_callout(chart, &data->bank, lines, G_N_ELEMENTS(lines), data->lowest_day, cents,
                       ROLE_BALANCE, text);
}

static int list_flow_keys(const Chart *chart, const CashGrid *grid, Key *keys) {
  Language language = chart_language(chart);
  int last_index = chart->cash.month_count - 1;
  if (last_index > 0 && chart->cash.month[last_index].days < 15)
    last_index--;
  const CashMonth *last = &chart->cash.month[last_index];
  keys[0] = (Key){say(language, "in"), ROLE_IN, SAMPLE_BOX, flow_y(grid, last->in_cents / 2)};
  keys[1] = (Key){say(language, "net"), ROLE_NET, SAMPLE_DOT,
                  flow_y(grid, last->in_cents + last->out_cents)};
  keys[2] = (Key){say(language, "out"), ROLE_OUT, SAMPLE_BOX, flow_y(grid, last->out_cents / 2)};
  return 3;
}

static int list_balance_keys(const Chart *chart, Key *keys) {
  Language language = chart_language(chart);
  const CashData *data = &chart->cash;
  const CashPoint *last = &data->day[chart->span.days - 1];
  keys[0] = (Key){say(language, "with the deal"), ROLE_BALANCE, SAMPLE_LINE,
                  day_plot_y(&data->bank, last->with_cents)};
  keys[1] = (Key){say(language, "without the deal"), ROLE_WITHOUT, SAMPLE_DASHED,
                  day_plot_y(&data->bank, last->without_cents)};
  keys[2] = (Key){say(language, "your minimum"), ROLE_FLOOR, SAMPLE_DOTTED,
                  day_plot_y(&data->bank, data->floor_cents)};
  keys[3] = (Key){say(language, "not yours yet"), ROLE_NOT_YET, SAMPLE_BOX,
                  day_plot_y(&data->bank, last->not_yet_earned_cents / 2)};
  int count = 4;
  if (data->has_band)
    keys[count++] =
        (Key){say(language, "simulated years, 9 times in 10"), ROLE_BAND_NARROW, SAMPLE_BOX,
              day_plot_y(&data->bank, data->high_cents[cash_week_count(chart) - 1])};
  if (data->day[data->lowest_day].with_cents >= data->floor_cents)
    return count;
  int64_t end = MIN(last->with_cents, data->floor_cents);
  keys[count++] =
      (Key){say(language, "under your minimum"), ROLE_UNDER_FLOOR, SAMPLE_BOX,
            (day_plot_y(&data->bank, data->floor_cents) + day_plot_y(&data->bank, end)) / 2};
  return count;
}

typedef struct {
  bool beside;
  double beside_width;
  double flow_caption, balance_caption; /* heights above the panels */
  double flow_keys, balance_keys;       /* heights of the rows of keys when not beside */
} CashMargins;

static const char *balance_caption(const Chart *chart) {
  Language language = chart_language(chart);
  return chart->cash.has_band
             ? say(language, "Balance at the end of each day; simulated years at week ends")
             : say(language, "Balance at the end of each day");
}

static const char *flow_caption(const Chart *chart) {
  return say(chart_language(chart), "In and out, each month");
}

static TextPlace caption_place(const Chart *chart) {
  return (TextPlace){TEXT_TICK, ROLE_MUTED, 0, 0, chart->scene.width};
}

static double caption_height(const Chart *chart, const char *text) {
  Box box = scene_measure_text(&chart->scene, text, 0, 0, caption_place(chart));
  return box.height + 8 * chart->scale;
}

static CashMargins measure_margins(Chart *chart, const CashGrid *grid) {
  Scene *scene = &chart->scene;
  Key keys[LABELS_MAX];
  CashMargins margins = {.flow_caption = caption_height(chart, flow_caption(chart)),
                         .balance_caption = caption_height(chart, balance_caption(chart))};
  int flow = list_flow_keys(chart, grid, keys);
  int count = flow + list_balance_keys(chart, keys + flow);
  margins.beside_width = keys_width(scene, keys, count) + 12 * chart->scale;
  margins.beside = margins.beside_width < 0.24 * scene->width;
  if (!margins.beside) {
    double gap = 8 * chart->scale;
    margins.flow_keys = keys_rows_height(scene, keys, flow, scene->width) + gap;
    margins.balance_keys = keys_rows_height(scene, keys + flow, count - flow, scene->width) + gap;
  }
  return margins;
}

static bool add_keys(Chart *chart, const CashGrid *grid, const CashMargins *margins) {
  Scene *scene = &chart->scene;
  Key flow[LABELS_MAX], balance[LABELS_MAX];
  int flow_count = list_flow_keys(chart, grid, flow);
  int balance_count = list_balance_keys(chart, balance);
  double gap = 8 * chart->scale, half = text_height(&chart->typesetter, TEXT_LABEL) / 2;
  if (margins->beside) {
    double x = box_right(chart->plot) + 12 * chart->scale;
    bool fits = keys_add_beside(scene, flow, flow_count, x, grid->flow.y - half,
                                box_bottom(grid->flow) + half);
    return keys_add_beside(scene, balance, balance_count, x, chart->plot.y - half,
                           box_bottom(chart->plot) + half) &&
           fits;
  }
  keys_add_rows(scene, flow, flow_count, 0, box_bottom(grid->flow) + gap, scene->width);
  keys_add_rows(scene, balance, balance_count, 0, scene->height - margins->balance_keys + gap,
                scene->width);
  return true;
}

static void add_captions(Chart *chart, const CashGrid *grid, const CashMargins *margins) {
  scene_add_text(&chart->scene, flow_caption(chart), 0, grid->flow.y - margins->flow_caption,
                 caption_place(chart));
  scene_add_text(&chart->scene, balance_caption(chart), 0, chart->plot.y - margins->balance_caption,
                 caption_place(chart));
}

static void add_panels(Chart *chart, const CashGrid *grid) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  MonthAxis axis = {language, chart->span.sale_date, chart->span.days, chart->plot.x,
                    chart->cash.bank.day_width};
  frame_add_month_lines(scene, &axis, grid->flow.y, box_bottom(grid->flow));
  frame_add_month_lines(scene, &axis, chart->plot.y, box_bottom(chart->plot));
  frame_add_value_axis(scene, &grid->flow_scale, language, grid->flow);
  add_flows(chart, grid);
  frame_add_value_axis(scene, &chart->cash.bank.scale, language, chart->plot);
  add_balances(chart);
  frame_add_months(scene, &axis, box_bottom(chart->plot));
  add_lowest(chart);
}

bool lay_out_cash(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  CashGrid grid = {.flow_scale = flow_scale(chart, 100), .flow = {0, 0, 1, 1}};
  chart->plot = grid.flow;
  chart->cash.bank = (DayPlot){chart->plot, balance_scale(chart, 100), 1};
  CashMargins margins = measure_margins(chart, &grid);
  double months = frame_months_height(scene), tick = text_height(scene->typesetter, TEXT_TICK);
  double between = margins.flow_keys + 14 * chart->scale;
  double height = scene->height - y - margins.flow_caption - margins.balance_caption - between -
                  months - margins.balance_keys;
  bool fits = height >= 9 * tick;
  height = fmax(height, 20);
  double flow_height = round(0.36 * height), balance_height = height - flow_height;
  grid.flow_scale = flow_scale(chart, flow_height);
  chart->cash.bank.scale = balance_scale(chart, balance_height);
  double left = fmax(frame_axis_width(scene, &grid.flow_scale, language),
                     frame_axis_width(scene, &chart->cash.bank.scale, language));
  double right = margins.beside ? margins.beside_width : 5 * chart->scale;
  double width = fmax(scene->width - left - right, 1);
  grid.flow = (Box){left, y + margins.flow_caption, width, flow_height};
  chart->plot =
      (Box){left, box_bottom(grid.flow) + between + margins.balance_caption, width, balance_height};
  chart->cash.bank.box = chart->plot;
  chart->cash.bank.day_width = width / chart->span.days;
  add_captions(chart, &grid, &margins);
  add_panels(chart, &grid);
  day_plot_add_positions(chart, &chart->cash.bank, grid.flow.y, box_bottom(chart->plot));
  return add_keys(chart, &grid, &margins) && fits;
}
