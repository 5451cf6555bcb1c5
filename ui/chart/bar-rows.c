/* Room: chart. See bar-rows.h. */
#include "ui/chart/bar-rows.h"

#include <math.h>

#define NAMES_SHARE 0.4 /* of the width, at most */

static double gap_of(const Chart *chart) {
  return 10 * chart->scale;
}

static double values_width(const Chart *chart, const BarRows *rows) {
  double width = 0;
  for (int i = 0; i < rows->count; i++)
    if (rows->text[i].value)
      width = fmax(width, text_width(&chart->typesetter, TEXT_STRONG, rows->text[i].value));
  return width > 0 ? width + gap_of(chart) : 0;
}

static double names_width(const Chart *chart, const BarRows *rows) {
  double width = 0;
  for (int i = 0; i < rows->count; i++) {
    width = fmax(width, text_width(&chart->typesetter, TEXT_LABEL, rows->text[i].name));
    if (rows->text[i].note)
      width = fmax(width, text_width(&chart->typesetter, TEXT_TICK, rows->text[i].note));
  }
  return width;
}

static TextPlace name_place(const BarRows *rows) {
  return (TextPlace){TEXT_LABEL, ROLE_INK, 0, 0, rows->names_width};
}

static TextPlace note_place(const BarRows *rows) {
  return (TextPlace){TEXT_TICK, ROLE_MUTED, 0, 0, rows->names_width};
}

/* A row's texts at the left: name, and note under it. */
static double texts_height(const Chart *chart, const BarRows *rows, int index) {
  const BarText *text = &rows->text[index];
  double height = scene_measure_text(&chart->scene, text->name, 0, 0, name_place(rows)).height;
  if (text->note)
    height += scene_measure_text(&chart->scene, text->note, 0, 0, note_place(rows)).height;
  return height;
}

/* The least heights of all rows; what all need. */
static double measure_rows(const Chart *chart, BarRows *rows) {
  double sum = 0, air = 3 * chart->scale;
  for (int i = 0; i < rows->count; i++) {
    rows->text_height[i] = texts_height(chart, rows, i);
    rows->height[i] = rows->is_stacked ? rows->text_height[i] + rows->bar_least + 2 * air
                                       : fmax(rows->text_height[i], rows->bar_least) + air;
    sum += rows->height[i];
  }
  return sum;
}

/* What is left over makes bars higher, up to their most, then rows apart. */
static void share_out(const Chart *chart, BarRows *rows, double rest) {
  double each = rows->count > 0 ? fmax(rest, 0) / rows->count : 0;
  double most = 2 * rows->bar_most;
  each = fmin(each, most);
  for (int i = 0; i < rows->count; i++)
    rows->height[i] += each;
  rows->bar_height = fmin(rows->bar_most, rows->bar_least + 0.7 * each);
  rows->bar_height = fmax(rows->bar_height, fmin(rows->bar_least, chart->style.height));
}

void bar_rows_measure_columns(const Chart *chart, BarRows *rows) {
  double width = chart->scene.width, gap = gap_of(chart);
  double values = rows->values_width = fmax(values_width(chart, rows), rows->values_least);
  double names =
      fmax(ceil(fmin(names_width(chart, rows), NAMES_SHARE * width)) + 1, rows->names_least);
  rows->names_width = names;
  double bars = width - names - gap - values;
  rows->is_stacked = bars - 2 * rows->inside < fmax(0.38 * width, 90 * chart->scale);
  if (rows->is_stacked)
    rows->names_width = fmax(width - values - 1, 20);
}

double bar_rows_measure(const Chart *chart, BarRows *rows) {
  bar_rows_measure_columns(chart, rows);
  rows->least = measure_rows(chart, rows) + frame_axis_height(&chart->scene);
  return rows->least;
}

bool bar_rows_arrange(Chart *chart, BarRows *rows, double y, double bottom) {
  double width = chart->scene.width;
  double least = rows->least, room = bottom - y;
  double left = rows->is_stacked ? 1 : rows->names_width + gap_of(chart);
  double right = rows->is_stacked ? width - 1 : width - rows->values_width;
  share_out(chart, rows, room - least);
  double at = y;
  for (int i = 0; i < rows->count; at += rows->height[i++])
    rows->top[i] = at;
  chart->plot = (Box){left, y, fmax(right - left, 1), fmax(at - y, 1)};
  double inside = fmin(rows->inside, 0.4 * chart->plot.width);
  rows->plot = (Box){left + inside, y, chart->plot.width - 2 * inside, chart->plot.height};
  return least <= room + 0.01 && rows->values_width < 0.6 * width;
}

void bar_rows_add_axis(Chart *chart, BarRows *rows, ScaleUnit unit, int64_t low, int64_t high) {
  Scene *scene = &chart->scene;
  if (low == 0 && high == 0) { /* a line without amounts */
    double x = round(rows->plot.x) + 0.5;
    rows->axis = scale_covering(unit, 0, 1, 3);
    scene_add_line(scene, x, rows->plot.y, x, box_bottom(rows->plot), ROLE_AXIS, 1, DASH_NONE);
    return;
  }
  rows->axis = scale_covering(unit, low, high, frame_ticks_across(scene, rows->plot.width));
  frame_add_axis_below(scene, &rows->axis, chart_language(chart), rows->plot);
}

double bar_rows_x(const BarRows *rows, int64_t value) {
  return frame_value_x(&rows->axis, rows->plot, (double)value);
}

Box bar_rows_bar(const BarRows *rows, int index) {
  double air = rows->height[index] - rows->bar_height;
  double y = rows->is_stacked ? rows->top[index] + rows->text_height[index] +
                                    (air - rows->text_height[index]) / 3
                              : rows->top[index] + air / 2;
  return (Box){rows->plot.x, round(y), rows->plot.width, round(rows->bar_height)};
}

double bar_rows_end(const BarRows *rows) {
  return box_bottom(rows->plot);
}

void bar_rows_add_row(Chart *chart, const BarRows *rows, int index, double tip_x) {
  Scene *scene = &chart->scene;
  const BarText *text = &rows->text[index];
  double middle = rows->top[index] + rows->height[index] / 2;
  double y =
      rows->is_stacked ? rows->top[index] + chart->scale : middle - rows->text_height[index] / 2;
  double line = text_height(scene->typesetter, TEXT_LABEL);
  TextPlace name = name_place(rows), note = note_place(rows);
  if (rows->is_stacked) /* of the grid */
    scene_add_halo(scene, scene_measure_text(scene, text->name, 0, y, name));
  Box box = scene_add_text(scene, text->name, 0, y, name);
  if (text->note) {
    if (rows->is_stacked)
      scene_add_halo(scene, scene_measure_text(scene, text->note, 0, box_bottom(box), note));
    scene_add_text(scene, text->note, 0, box_bottom(box), note);
  }
  if (text->value) {
    double value_y = rows->is_stacked ? y + line / 2 : middle;
    TextPlace place = {TEXT_STRONG, ROLE_INK, 1, 0.5, 0};
    if (rows->is_stacked)
      scene_add_halo(scene, scene_measure_text(scene, text->value, scene->width, value_y, place));
    scene_add_text(scene, text->value, scene->width, value_y, place);
  }
  Box row = {0, rows->top[index], scene->width, rows->height[index]};
  chart_add_position(chart, (Position){.hit = row, .mark = row, .tip_x = tip_x, .tip_y = middle});
}

void bar_rows_clear(BarRows *rows) {
  for (int i = 0; i < rows->count; i++) {
    g_free(rows->text[i].name);
    g_free(rows->text[i].value);
    g_free(rows->text[i].note);
  }
  rows->count = 0;
}

void bar_rows_add_hover(const Chart *chart, int position, Scene *scene) {
  Box row = chart_position(chart, position)->mark;
  scene_add_outline(scene, (Box){row.x + 0.5, round(row.y) + 0.5, row.width - 1, row.height - 1},
                    ROLE_AXIS, 1);
}

int bar_rows_move(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + (dy != 0 ? dy : dx), 0, chart_position_count(chart) - 1);
}
