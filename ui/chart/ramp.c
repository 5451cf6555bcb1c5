/* Room: chart. See ramp.h. */
#include "ui/chart/ramp.h"

#include <math.h>

int ramp_step(int percent) {
  return CLAMP(percent * HEAT_STEPS / 100, 0, HEAT_STEPS - 1);
}

Role ramp_role(int percent) {
  return ROLE_HEAT_1 + (Role)ramp_step(percent);
}

Role ramp_ink(int percent) {
  return ROLE_ON_HEAT_1 + (Role)ramp_step(percent);
}

Box ramp_square(Box cell) {
  if (fmin(cell.width, cell.height) < 5)
    return (Box){cell.x, cell.y, cell.width - 0.5, cell.height - 0.5};
  double x = round(cell.x), y = round(cell.y);
  return (Box){x, y, round(box_right(cell)) - x - 1, round(box_bottom(cell)) - y - 1};
}

/* The ramp with its ends; its width. */
static double walk_ramp(Chart *chart, double y, bool add) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  char low[NUMBER_TEXT_SIZE], high[NUMBER_TEXT_SIZE];
  percent_format(language, 0, low, sizeof low);
  percent_format(language, RATE_ONE_PER_100K, high, sizeof high);
  double gap = 5 * chart->scale, side = 11 * chart->scale;
  double x = text_width(&chart->typesetter, TEXT_TICK, low) + gap;
  if (add) {
    TextPlace place = {TEXT_TICK, ROLE_MUTED, 0, 0.5, 0};
    scene_add_text(scene, low, 0, y, place);
    for (int i = 0; i < HEAT_STEPS; i++)
      scene_add_box(scene, (Box){x + i * (side + 1), y - side / 2, side, side},
                    ROLE_HEAT_1 + (Role)i);
    scene_add_text(scene, high, x + HEAT_STEPS * (side + 1) + gap, y, place);
  }
  return x + HEAT_STEPS * (side + 1) + gap + text_width(&chart->typesetter, TEXT_TICK, high);
}

RampLegend ramp_legend_measure(Chart *chart, Key first, Key second) {
  Scene *scene = &chart->scene;
  RampLegend legend = {.key = {first, second}};
  double scale = chart->scale, line = text_height(scene->typesetter, TEXT_LABEL);
  double ramp = walk_ramp(chart, 0, false) + 18 * scale;
  double keys = keys_width(scene, legend.key, 1) + keys_width(scene, legend.key + 1, 1);
  bool one_row = ramp + keys + 14 * scale <= scene->width;
  legend.ramp = one_row ? ramp : 0;
  legend.below = one_row ? 0 : line + 3 * scale;
  legend.room = scene->width - legend.ramp;
  legend.height = legend.below + keys_rows_height(scene, legend.key, 2, legend.room) + 2 * scale;
  return legend;
}

void ramp_legend_add(Chart *chart, const RampLegend *legend, double top) {
  Scene *scene = &chart->scene;
  walk_ramp(chart, top + text_height(scene->typesetter, TEXT_LABEL) / 2, true);
  keys_add_rows(scene, legend->key, 2, legend->ramp, top + legend->below, legend->room);
}

double ramp_weekdays_width(const Chart *chart) {
  double width = 0;
  for (int i = 0; i < 7; i++)
    width = fmax(width, text_width(&chart->typesetter, TEXT_TICK,
                                   weekday_name_short(chart_language(chart), i)));
  return width + 6 * chart->scale;
}
