/* Room: chart. See cash-layout.h. */
#include "ui/chart/cash-layout.h"

#include <math.h>

typedef struct {
  Scale flow_scale;
  Box flow; /* upper panel; the lower one is chart->plot */
  double day_width;
} CashGrid;

static double day_x(const Chart *chart, const CashGrid *grid, double day) {
  return chart->plot.x + day * grid->day_width;
}

double cash_balance_y(const Chart *chart, int64_t cents) {
  return frame_value_y(&chart->cash.scale, chart->plot, (double)cents);
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
    double left = day_x(chart, grid, month->begin_day), width = month->days * grid->day_width;
    double bar = round(fmin(width * 0.62, 56 * chart->scale)), x = round(left + (width - bar) / 2);
    double top = flow_y(grid, month->in_cents), bottom = flow_y(grid, month->out_cents);
    scene_add_box(scene, (Box){x, top, bar, zero - top}, ROLE_IN);
    scene_add_box(scene, (Box){x, zero, bar, bottom - zero}, ROLE_OUT);
  }
  scene_add_line(scene, grid->flow.x, round(zero) + 0.5, box_right(grid->flow), round(zero) + 0.5,
                 ROLE_AXIS, 1, DASH_NONE);
  for (int i = 0; i < chart->cash.month_count; i++) {
    const CashMonth *month = &chart->cash.month[i];
    double center = day_x(chart, grid, month->begin_day + month->days / 2.0);
    double radius = fmin(3.2 * chart->scale, fmax(1.2, month->days * grid->day_width * 0.2));
    scene_add_dot(scene, center, flow_y(grid, month->in_cents + month->out_cents), radius,
                  ROLE_NET);
  }
}

static void add_not_yet_area(Chart *chart, const CashGrid *grid) {
  Scene *scene = &chart->scene;
  const CashData *data = &chart->cash;
  int days = chart->span.days;
  scene_begin_path(scene);
  scene_add_point(scene, day_x(chart, grid, 0.5), cash_balance_y(chart, 0));
  for (int i = 0; i < days; i++)
    scene_add_point(scene, day_x(chart, grid, i + 0.5),
                    cash_balance_y(chart, data->day[i].not_yet_earned_cents));
  scene_add_point(scene, day_x(chart, grid, days - 0.5), cash_balance_y(chart, 0));
  scene_end_area(scene, ROLE_NOT_YET);
  scene_begin_path(scene);
  for (int i = 0; i < days; i++)
    scene_add_point(scene, day_x(chart, grid, i + 0.5),
                    cash_balance_y(chart, data->day[i].not_yet_earned_cents));
  scene_end_line(scene, ROLE_NOT_YET, 1.2, DASH_NONE);
}

/* Each run of days under the floor, between the floor and the balance. */
static void add_under_floor(Chart *chart, const CashGrid *grid) {
  Scene *scene = &chart->scene;
  const CashData *data = &chart->cash;
  double floor_y = cash_balance_y(chart, data->floor_cents);
  for (int begin = 0, end; begin < chart->span.days; begin = end) {
    end = begin + 1;
    if (data->day[begin].with_cents >= data->floor_cents)
      continue;
    while (end < chart->span.days && data->day[end].with_cents < data->floor_cents)
      end++;
    scene_begin_path(scene);
    scene_add_point(scene, day_x(chart, grid, begin), floor_y);
    for (int i = begin; i < end; i++)
      scene_add_point(scene, day_x(chart, grid, i + 0.5),
                      cash_balance_y(chart, data->day[i].with_cents));
    scene_add_point(scene, day_x(chart, grid, end), floor_y);
    scene_end_area(scene, ROLE_UNDER_FLOOR);
  }
}

static void add_balances(Chart *chart, const CashGrid *grid) {
  Scene *scene = &chart->scene;
  const CashData *data = &chart->cash;
  double floor_y = round(cash_balance_y(chart, data->floor_cents)) + 0.5;
  double zero = round(cash_balance_y(chart, 0)) + 0.5;
  scene_add_line(scene, chart->plot.x, zero, box_right(chart->plot), zero, ROLE_AXIS, 1, DASH_NONE);
  scene_add_line(scene, chart->plot.x, floor_y, box_right(chart->plot), floor_y, ROLE_FLOOR, 1.6,
                 DASH_DOTTED);
  scene_begin_path(scene);
  for (int i = 0; i < chart->span.days; i++)
    scene_add_point(scene, day_x(chart, grid, i + 0.5),
                    cash_balance_y(chart, data->day[i].without_cents));
  scene_end_line(scene, ROLE_WITHOUT, 1.4, DASH_DASHED);
  scene_begin_path(scene);
  for (int i = 0; i < chart->span.days; i++)
    scene_add_point(scene, day_x(chart, grid, i + 0.5),
                    cash_balance_y(chart, data->day[i].with_cents));
  scene_end_line(scene, ROLE_BALANCE, 2.2, DASH_NONE);
}

/* How much of the lines a box would hide. */
static double count_hidden(const Chart *chart, const CashGrid *grid, Box box) {
  const CashData *data = &chart->cash;
  int begin = (int)((box.x - chart->plot.x) / grid->day_width);
  int end = (int)((box_right(box) - chart->plot.x) / grid->day_width) + 1;
  double top = box.y - 2, bottom = box_bottom(box) + 2, hidden = 0;
  double floor_y = cash_balance_y(chart, data->floor_cents);
  for (int i = MAX(begin, 0); i < MIN(end, chart->span.days); i++) {
    double with_y = cash_balance_y(chart, data->day[i].with_cents);
    double without_y = cash_balance_y(chart, data->day[i].without_cents);
    double not_yet_y = cash_balance_y(chart, data->day[i].not_yet_earned_cents);
    hidden += with_y > top && with_y < bottom ? 3 : 0;
    hidden += without_y > top && without_y < bottom ? 1.5 : 0;
    hidden += not_yet_y > top && not_yet_y < bottom ? 1 : 0;
    hidden += floor_y > top && floor_y < bottom ? 1 : 0;
  }
  return hidden * grid->day_width;
}

/* Where a text hides least, near a point: left of it, around it or right of it, up and down. */
static Box place_near(const Chart *chart, const CashGrid *grid, Point point, Box text) {
  const Scene *scene = &chart->scene;
  double reach = 140 * chart->scale, step = 6 * chart->scale, least = INFINITY;
  Box best = text, plot = chart->plot;
  for (int side = 0; side < 3; side++)
    for (double dy = -reach; dy <= reach; dy += step) {
      double apart = fabs(dy) < text.height ? 10 * chart->scale : -4 * chart->scale;
      Box box = text;
      box.x = side == 0   ? point.x + apart
              : side == 1 ? point.x - apart - text.width
                          : point.x - text.width / 2;
      box.x = fmax(plot.x + 2, fmin(box_right(plot) - box.width - 2, box.x));
      box.y = point.y + dy - text.height / 2;
      Box dot = {point.x - 4, point.y - 4, 8, 8};
      double out = fmax(0, plot.y - box.y) + fmax(0, box_bottom(box) - box_bottom(plot));
      double cost = count_hidden(chart, grid, box) + 0.9 * fabs(dy) + 1000 * out +
                    (box_overlaps(box, dot, 2) ? 500 : 0) +
                    (scene_is_free(scene, box, 2) ? 0 : 1e6);
      if (cost < least) {
        least = cost;
        best = box;
      }
    }
  return best;
}

/* The lowest day: a dot, its amount and its date. */
static void add_lowest(Chart *chart, const CashGrid *grid) {
  const CashData *data = &chart->cash;
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  int64_t cents = data->day[data->lowest_day].with_cents;
  Point point = {day_x(chart, grid, data->lowest_day + 0.5), cash_balance_y(chart, cents)};
  g_autofree char *money = say_money_whole(language, cents);
  g_autofree char *date = say_date(language, chart->span.sale_date + data->lowest_day);
  g_autofree char *text = g_strdup_printf(say(language, "lowest: %s, %s"), money, date);
  TextPlace place = {TEXT_STRONG, ROLE_INK, 0, 0, 0};
  if (text_width(&chart->typesetter, TEXT_STRONG, text) > chart->plot.width - 4)
    place.wrap_width = chart->plot.width - 4;
  Box box = place_near(chart, grid, point, scene_measure_text(scene, text, 0, 0, place));
  double near_x = fmax(box.x, fmin(box_right(box), point.x));
  double near_y = fmax(box.y, fmin(box_bottom(box), point.y));
  if (hypot(near_x - point.x, near_y - point.y) > 12 * chart->scale)
    scene_add_line(scene, point.x, point.y, near_x, near_y, ROLE_MUTED, 1, DASH_NONE);
  scene_add_halo(scene, box);
  scene_add_dot(scene, point.x, point.y, 4 * chart->scale, ROLE_BALANCE);
  scene_add_text(scene, text, box.x, box.y, place);
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
                  cash_balance_y(chart, last->with_cents)};
  keys[1] = (Key){say(language, "without the deal"), ROLE_WITHOUT, SAMPLE_DASHED,
                  cash_balance_y(chart, last->without_cents)};
  keys[2] = (Key){say(language, "your minimum"), ROLE_FLOOR, SAMPLE_DOTTED,
                  cash_balance_y(chart, data->floor_cents)};
  keys[3] = (Key){say(language, "not yours yet"), ROLE_NOT_YET, SAMPLE_BOX,
                  cash_balance_y(chart, last->not_yet_earned_cents / 2)};
  if (data->day[data->lowest_day].with_cents >= data->floor_cents)
    return 4;
  int64_t end = MIN(last->with_cents, data->floor_cents);
  keys[4] = (Key){say(language, "under your minimum"), ROLE_UNDER_FLOOR, SAMPLE_BOX,
                  (cash_balance_y(chart, data->floor_cents) + cash_balance_y(chart, end)) / 2};
  return 5;
}

typedef struct {
  bool beside;
  double beside_width;
  double caption;                 /* height above a panel */
  double flow_keys, balance_keys; /* heights of the rows of keys when not beside */
} CashMargins;

static CashMargins measure_margins(Chart *chart, const CashGrid *grid) {
  Scene *scene = &chart->scene;
  Key keys[LABELS_MAX];
  CashMargins margins = {.caption = text_height(&chart->typesetter, TEXT_TICK) + 8 * chart->scale};
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

static void add_captions(Chart *chart, const CashGrid *grid, double caption) {
  TextPlace place = {TEXT_TICK, ROLE_MUTED, 0, 0, chart->scene.width};
  Language language = chart_language(chart);
  scene_add_text(&chart->scene, say(language, "In and out, each month"), 0, grid->flow.y - caption,
                 place);
  scene_add_text(&chart->scene, say(language, "Balance at the end of each day"), 0,
                 chart->plot.y - caption, place);
}

static void add_days(Chart *chart, const CashGrid *grid) {
  for (int i = 0; i < chart->span.days; i++) {
    double bottom = box_bottom(chart->plot);
    Box column = {day_x(chart, grid, i), grid->flow.y, grid->day_width, bottom - grid->flow.y};
    chart_add_position(chart, (Position){.hit = column,
                                         .mark = column,
                                         .tip_x = day_x(chart, grid, i + 0.5),
                                         .tip_y = chart->plot.y});
  }
}

static void add_panels(Chart *chart, const CashGrid *grid) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  MonthAxis axis = {language, chart->span.sale_date, chart->span.days, chart->plot.x,
                    grid->day_width};
  frame_add_month_lines(scene, &axis, grid->flow.y, box_bottom(grid->flow));
  frame_add_month_lines(scene, &axis, chart->plot.y, box_bottom(chart->plot));
  frame_add_value_axis(scene, &grid->flow_scale, language, grid->flow);
  add_flows(chart, grid);
  frame_add_value_axis(scene, &chart->cash.scale, language, chart->plot);
  add_not_yet_area(chart, grid);
  add_under_floor(chart, grid);
  add_balances(chart, grid);
  frame_add_months(scene, &axis, box_bottom(chart->plot));
  add_lowest(chart, grid);
}

bool lay_out_cash(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  CashGrid grid = {.flow_scale = flow_scale(chart, 100), .flow = {0, 0, 1, 1}};
  chart->cash.scale = balance_scale(chart, 100);
  chart->plot = grid.flow;
  CashMargins margins = measure_margins(chart, &grid);
  double months = frame_months_height(scene), tick = text_height(scene->typesetter, TEXT_TICK);
  double between = margins.flow_keys + 14 * chart->scale;
  double height = scene->height - y - 2 * margins.caption - between - months - margins.balance_keys;
  bool fits = height >= 9 * tick;
  height = fmax(height, 20);
  double flow_height = round(0.36 * height), balance_height = height - flow_height;
  grid.flow_scale = flow_scale(chart, flow_height);
  chart->cash.scale = balance_scale(chart, balance_height);
  double left = fmax(frame_axis_width(scene, &grid.flow_scale, language),
                     frame_axis_width(scene, &chart->cash.scale, language));
  double right = margins.beside ? margins.beside_width : 5 * chart->scale;
  double width = fmax(scene->width - left - right, 1);
  grid.flow = (Box){left, y + margins.caption, width, flow_height};
  chart->plot =
      (Box){left, box_bottom(grid.flow) + between + margins.caption, width, balance_height};
  grid.day_width = width / chart->span.days;
  add_captions(chart, &grid, margins.caption);
  add_panels(chart, &grid);
  add_days(chart, &grid);
  return add_keys(chart, &grid, &margins) && fits;
}
