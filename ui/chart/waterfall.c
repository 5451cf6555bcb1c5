/* Room: chart. The waterfall: from the list price to what is kept of one used voucher, in contract
 * order. One row a step, so that names are read like lines of an account; totals stand on the axis,
 * steps float, amounts stand in a column at the right and add up to the cent. */
#include "ui/chart/layout.h"

#include "ui/words/chart-explain-words.h"

#include <math.h>

static void copy_waterfall(Chart *chart, const Study *study) {
  const Results *results = study->results;
  WaterfallData *data = &chart->waterfall;
  const VoucherResult *voucher = &results->voucher;
  int64_t running = 0;
  for (int i = 0; i < STEP_COUNT; i++) {
    WaterfallStep step = (WaterfallStep)i;
    int64_t cents = voucher->used.step_cents[i];
    if (waterfall_is_total(step)) {
      data->bar[data->bar_count++] = (WaterfallBar){step, 0, cents};
      running = cents;
    } else if (cents != 0) {
      data->bar[data->bar_count++] = (WaterfallBar){step, running, running + cents};
      running += cents;
    }
  }
  data->list_price_cents = voucher->used.step_cents[STEP_LIST_PRICE];
  data->guaranteed_anyway_cents = voucher->guaranteed_anyway_cents;
}

static char *bar_value_text(Language language, const WaterfallBar *bar) {
  int64_t cents = bar->to_cents - bar->from_cents;
  return waterfall_is_total(bar->step) ? say_money(language, cents)
                                       : say_money_signed(language, cents);
}

static Role bar_role(const WaterfallBar *bar) {
  if (bar->step == STEP_LEFT)
    return bar->to_cents < 0 ? ROLE_LESS : ROLE_KEPT;
  if (waterfall_is_total(bar->step))
    return ROLE_TOTAL;
  return bar->to_cents < bar->from_cents ? ROLE_LESS : ROLE_MORE;
}

static TextStyle bar_style(const WaterfallBar *bar) {
  return waterfall_is_total(bar->step) ? TEXT_STRONG : TEXT_LABEL;
}

/* The columns: names, bars, amounts. */
typedef struct {
  Scale axis;
  double names_width, amounts_width;
  double row_width; /* of the widest name with its amount */
  bool stacked;     /* narrow: name and amount above their bar */
  double row, bar_height;
} WaterfallGrid;

static WaterfallGrid measure_grid(const Chart *chart) {
  const WaterfallData *data = &chart->waterfall;
  const Typesetter *setter = &chart->typesetter;
  WaterfallGrid grid = {0};
  int64_t low = 0, high = 0;
  for (int i = 0; i < data->bar_count; i++) {
    const WaterfallBar *bar = &data->bar[i];
    g_autofree char *amount = bar_value_text(chart_language(chart), bar);
    const char *name = waterfall_step_label(chart_language(chart), bar->step);
    double name_width = text_width(setter, bar_style(bar), name);
    double amount_width = text_width(setter, bar_style(bar), amount);
    grid.names_width = fmax(grid.names_width, name_width);
    grid.amounts_width = fmax(grid.amounts_width, amount_width);
    grid.row_width = fmax(grid.row_width, name_width + 10 * chart->scale + amount_width);
    low = MIN(low, MIN(bar->from_cents, bar->to_cents));
    high = MAX(high, MAX(bar->from_cents, bar->to_cents));
  }
  double gap = 12 * chart->scale;
  double room = chart->style.width - grid.names_width - grid.amounts_width - 2 * gap;
  grid.stacked = room < 0.42 * chart->style.width;
  int ticks =
      (int)fmax(2, fmin(7, (grid.stacked ? chart->style.width : room) / (75 * chart->scale)));
  grid.axis = scale_covering(SCALE_MONEY, low, high, ticks);
  return grid;
}

static double value_x(const Chart *chart, const WaterfallGrid *grid, int64_t cents) {
  return frame_value_x(&grid->axis, chart->plot, (double)cents);
}

static void add_row(Chart *chart, const WaterfallGrid *grid, int index, double top) {
  Scene *scene = &chart->scene;
  const WaterfallBar *bar = &chart->waterfall.bar[index];
  g_autofree char *amount = bar_value_text(chart_language(chart), bar);
  const char *name = waterfall_step_label(chart_language(chart), bar->step);
  TextStyle style = bar_style(bar);
  double line = text_height(&chart->typesetter, style);
  double text_y = grid->stacked ? top + line / 2 + 2 * chart->scale : top + grid->row / 2;
  double bar_y =
      grid->stacked ? top + line + 3 * chart->scale : top + (grid->row - grid->bar_height) / 2;
  double left = value_x(chart, grid, MIN(bar->from_cents, bar->to_cents));
  double right = value_x(chart, grid, MAX(bar->from_cents, bar->to_cents));
  double names_right = grid->stacked ? 0 : chart->plot.x - 12 * chart->scale;
  Role role = bar->step == STEP_LEFT ? bar_role(bar) : ROLE_INK;
  TextPlace name_place = {style, role, grid->stacked ? 0 : 1, 0.5, 0};
  if (grid->stacked)
    scene_add_halo(scene, scene_measure_text(scene, name, names_right, text_y, name_place));
  scene_add_text(scene, name, names_right, text_y, name_place);
  scene_add_text(scene, amount, scene->width, text_y, (TextPlace){style, role, 1, 0.5, 0});
  Box box = {left, round(bar_y), fmax(right - left, 1.5), round(grid->bar_height)};
  scene_add_box(scene, box, bar_role(bar));
  /* Stacked, a connector would run through the next name. */
  if (index + 1 < chart->waterfall.bar_count && !grid->stacked) {
    double x = round(value_x(chart, grid, bar->to_cents)) + 0.5;
    double next = box_bottom(box) + grid->row - grid->bar_height;
    scene_add_line(scene, x, box_bottom(box), x, next, ROLE_AXIS, 1, DASH_NONE);
  }
  chart_add_position(chart, (Position){.hit = {0, top, scene->width, grid->row},
                                       .mark = {0, top, scene->width, grid->row},
                                       .tip_x = right,
                                       .tip_y = bar_y + grid->bar_height / 2});
}

static bool lay_out_waterfall(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  int rows = chart->waterfall.bar_count;
  WaterfallGrid grid = measure_grid(chart);
  double line = text_height(&chart->typesetter, TEXT_STRONG), scale = chart->scale;
  double axis_height = text_height(&chart->typesetter, TEXT_TICK) + 5 * scale;
  double least = grid.stacked ? line + 11 * scale : line + 2 * scale;
  double most = grid.stacked ? line + 40 * scale : line + 28 * scale;
  double height = scene->height - y - axis_height;
  grid.row = floor(fmin(most, height / rows));
  bool fits = grid.row >= least && grid.row_width <= scene->width;
  grid.bar_height = grid.stacked ? grid.row - line - 6 * scale : grid.row * 0.66;
  double gap = 12 * scale;
  double left = grid.stacked ? 1 : grid.names_width + gap;
  double right = grid.stacked ? scene->width - 1 : scene->width - grid.amounts_width - gap;
  chart->plot = (Box){left, y, right - left, rows * grid.row};
  frame_add_axis_below(scene, &grid.axis, chart_language(chart), chart->plot);
  for (int i = 0; i < rows; i++)
    add_row(chart, &grid, i, y + i * grid.row);
  return fits;
}

static char *describe_waterfall(const Chart *chart) {
  const WaterfallData *data = &chart->waterfall;
  const WaterfallBar *largest = NULL;
  for (int i = 0; i < data->bar_count; i++) {
    const WaterfallBar *bar = &data->bar[i];
    if (!waterfall_is_total(bar->step) &&
        (!largest || bar->to_cents - bar->from_cents < largest->to_cents - largest->from_cents))
      largest = bar;
  }
  if (!largest)
    return g_strdup("");
  g_autofree char *amount = bar_value_text(chart_language(chart), largest);
  return g_strdup_printf(say(chart_language(chart), "Largest step: %s, %s."),
                         waterfall_step_label(chart_language(chart), largest->step), amount);
}

static void fill_waterfall_tip(const Chart *chart, int position, Tip *tip) {
  const WaterfallData *data = &chart->waterfall;
  const WaterfallBar *bar = &data->bar[position];
  Language language = chart_language(chart);
  int64_t cents = bar->to_cents - bar->from_cents;
  tip->title = g_strdup(waterfall_step_label(language, bar->step));
  tip_add(tip, SAMPLE_BOX, bar_role(bar), say(language, "amount"), bar_value_text(language, bar));
  if (!waterfall_is_total(bar->step))
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "left after it"),
            say_money(language, bar->to_cents));
  if (data->list_price_cents > 0)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "of the list price"),
            say_percent(language, money_scale_half_up(cents, 1000, data->list_price_cents) * 100));
  if (bar->step == STEP_PAY && data->guaranteed_anyway_cents != 0)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "guaranteed anyway"),
            say_money(language, data->guaranteed_anyway_cents));
}

static void add_waterfall_hover(const Chart *chart, int position, Scene *scene) {
  Box row = chart_position(chart, position)->mark;
  scene_add_outline(scene, (Box){row.x + 0.5, round(row.y) + 0.5, row.width - 1, row.height - 1},
                    ROLE_AXIS, 1);
}

static int move_in_waterfall(const Chart *chart, int position, int dx, int dy) {
  int next = position + (dy != 0 ? dy : dx);
  return CLAMP(next, 0, chart->waterfall.bar_count - 1);
}

static double waterfall_height(double width, double text_scale) {
  return (width / text_scale < 520 ? 12 * 40 + 30 : 12 * 30 + 30) * text_scale;
}

static char *find_waterfall(Language language, const Study *study) {
  return finding_waterfall(language, study->plan, study->results);
}

static Table *table_of_waterfall(Language language, const Study *study) {
  return table_waterfall(language, study->plan, study->results);
}

const ChartKindTable waterfall_chart = {
    .name = "waterfall",
    .find = find_waterfall,
    .table = table_of_waterfall,
    .explain = explain_waterfall,
    .subtitle = N_("One used voucher, from its list price to what you keep, before tax"),
    .copy = copy_waterfall,
    .lay_out = lay_out_waterfall,
    .describe_extreme = describe_waterfall,
    .fill_tip = fill_waterfall_tip,
    .add_hover = add_waterfall_hover,
    .move = move_in_waterfall,
    .natural_height = waterfall_height,
};
