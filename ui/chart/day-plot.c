/* Room: chart. See day-plot.h. */
#include "ui/chart/day-plot.h"

#include <math.h>

#include "model/base/calendar.h"
#include "ui/chart/layout.h"

double day_plot_x(const DayPlot *plot, double day) {
  return plot->box.x + day * plot->day_width;
}

double day_plot_y(const DayPlot *plot, int64_t cents) {
  return frame_value_y(&plot->scale, plot->box, (double)cents);
}

static bool bends(const Chart *chart, const DayPlot *plot, int day) {
  return !plot->by_weeks || day == 0 || day % 7 == 6 || day == chart->span.days - 1;
}

void day_plot_add_line(Chart *chart, const DayPlot *plot, DayValue value, Role role,
                       double line_width, Dash dash) {
  Scene *scene = &chart->scene;
  scene_begin_path(scene);
  for (int i = 0; i < chart->span.days; i++)
    if (bends(chart, plot, i))
      scene_add_point(scene, day_plot_x(plot, i + 0.5), day_plot_y(plot, value(chart, i)));
  scene_end_line(scene, role, line_width, dash);
}

static void add_run(Chart *chart, const DayPlot *plot, DayValue low, DayValue high, Role role,
                    int begin, int end) {
  Scene *scene = &chart->scene;
  scene_begin_path(scene);
  scene_add_point(scene, day_plot_x(plot, begin), day_plot_y(plot, high(chart, begin)));
  for (int i = begin; i < end; i++)
    if (bends(chart, plot, i))
      scene_add_point(scene, day_plot_x(plot, i + 0.5), day_plot_y(plot, high(chart, i)));
  scene_add_point(scene, day_plot_x(plot, end), day_plot_y(plot, high(chart, end - 1)));
  scene_add_point(scene, day_plot_x(plot, end), day_plot_y(plot, low(chart, end - 1)));
  for (int i = end - 1; i >= begin; i--)
    if (bends(chart, plot, i))
      scene_add_point(scene, day_plot_x(plot, i + 0.5), day_plot_y(plot, low(chart, i)));
  scene_add_point(scene, day_plot_x(plot, begin), day_plot_y(plot, low(chart, begin)));
  scene_end_area(scene, role);
}

void day_plot_add_area(Chart *chart, const DayPlot *plot, DayValue low, DayValue high, Role role) {
  for (int begin = 0, end; begin < chart->span.days; begin = end) {
    end = begin + 1;
    if (low(chart, begin) >= high(chart, begin))
      continue;
    while (end < chart->span.days && low(chart, end) < high(chart, end))
      end++;
    add_run(chart, plot, low, high, role, begin, end);
  }
}

int64_t day_plot_between_weeks(const int64_t *week_end_cents, int days, int64_t before_cents,
                               int day) {
  int week = day / 7, begin = week * 7, length = MIN(7, days - begin);
  int64_t from = week > 0 ? week_end_cents[week - 1] : before_cents;
  return from + (week_end_cents[week] - from) * (day - begin + 1) / length;
}

/* Lines that a text should not hide, once on the plot: the y of each day, line after line. */
typedef struct {
  const DayLine *line;
  int count, days;
  double *y; /* owned */
} DrawnLines;

static DrawnLines draw_lines(const Chart *chart, const DayPlot *plot, const DayLine *lines,
                             int line_count) {
  DrawnLines drawn = {lines, line_count, chart->span.days,
                      g_new(double, line_count * chart->span.days)};
  for (int line = 0; line < line_count; line++)
    for (int i = 0; i < drawn.days; i++)
      drawn.y[line * drawn.days + i] = day_plot_y(plot, lines[line].value(chart, i));
  return drawn;
}

/* How much of the lines a box would hide. */
static double count_hidden(const DayPlot *plot, const DrawnLines *drawn, Box box) {
  int begin = (int)((box.x - plot->box.x) / plot->day_width);
  int end = (int)((box_right(box) - plot->box.x) / plot->day_width) + 1;
  double top = box.y - 2, bottom = box_bottom(box) + 2, hidden = 0;
  for (int line = 0; line < drawn->count; line++)
    for (int i = MAX(begin, 0); i < MIN(end, drawn->days); i++) {
      double y = drawn->y[line * drawn->days + i];
      hidden += y > top && y < bottom ? drawn->line[line].weight : 0;
    }
  return hidden * plot->day_width;
}

#define COST_TAKEN 1e6 /* of a place that another text has */

/* Where a text hides least, near a point: left of it, around it or right of it, up and down.
 * Returns the cost of the place. */
static double place_near(const Chart *chart, const DayPlot *plot, const DrawnLines *drawn,
                         Point point, Box *text) {
  const Scene *scene = &chart->scene;
  double reach = 140 * chart->scale, step = 6 * chart->scale, least = INFINITY;
  Box best = *text, area = plot->box;
  for (int side = 0; side < 3; side++)
    for (double dy = -reach; dy <= reach; dy += step) {
      double apart = fabs(dy) < text->height ? 10 * chart->scale : -4 * chart->scale;
      Box box = *text;
      box.x = side == 0   ? point.x + apart
              : side == 1 ? point.x - apart - text->width
                          : point.x - text->width / 2;
      box.x = fmax(area.x + 2, fmin(box_right(area) - box.width - 2, box.x));
      box.y = point.y + dy - text->height / 2;
      Box dot = {point.x - 4, point.y - 4, 8, 8};
      double out = fmax(0, area.y - box.y) + fmax(0, box_bottom(box) - box_bottom(area));
      double cost = count_hidden(plot, drawn, box) + 0.9 * fabs(dy) + 1000 * out +
                    (box_overlaps(box, dot, 2) ? 500 : 0) +
                    (scene_is_free(scene, box, 2) ? 0 : COST_TAKEN);
      if (cost < least) {
        least = cost;
        best = box;
      }
    }
  *text = best;
  return least;
}

bool day_plot_add_callout(Chart *chart, const DayPlot *plot, const DayLine *lines, int line_count,
                          int day, int64_t cents, Role role, const char *text) {
  Scene *scene = &chart->scene;
  Point point = {day_plot_x(plot, day + 0.5), day_plot_y(plot, cents)};
  TextPlace place = {TEXT_STRONG, ROLE_INK, 0, 0, 0};
  if (text_width(&chart->typesetter, TEXT_STRONG, text) > plot->box.width - 4)
    place.wrap_width = plot->box.width - 4;
  Box box = scene_measure_text(scene, text, 0, 0, place);
  DrawnLines drawn = draw_lines(chart, plot, lines, line_count);
  double cost = place_near(chart, plot, &drawn, point, &box);
  g_free(drawn.y);
  if (cost >= COST_TAKEN)
    return false;
  double near_x = fmax(box.x, fmin(box_right(box), point.x));
  double near_y = fmax(box.y, fmin(box_bottom(box), point.y));
  if (hypot(near_x - point.x, near_y - point.y) > 12 * chart->scale)
    scene_add_line(scene, point.x, point.y, near_x, near_y, ROLE_MUTED, 1, DASH_NONE);
  scene_add_halo(scene, box);
  scene_add_dot(scene, point.x, point.y, 4 * chart->scale, role);
  scene_add_text(scene, text, box.x, box.y, place);
  return true;
}

bool day_plot_add_keys(Chart *chart, const DayPlot *plot, const Key *keys, int count,
                       bool is_beside, double rows_height) {
  Scene *scene = &chart->scene;
  double half = text_height(scene->typesetter, TEXT_TICK) / 2;
  if (is_beside)
    return keys_add_beside(scene, keys, count, box_right(plot->box) + 12 * chart->scale,
                           plot->box.y - half, box_bottom(plot->box) + half);
  keys_add_rows(scene, keys, count, 0, scene->height - rows_height, scene->width);
  return true;
}

void day_plot_add_positions(Chart *chart, const DayPlot *plot, double top, double bottom) {
  for (int i = 0; i < chart->span.days; i++) {
    Box column = {day_plot_x(plot, i), top, plot->day_width, bottom - top};
    chart_add_position(chart, (Position){.hit = column,
                                         .mark = column,
                                         .tip_x = day_plot_x(plot, i + 0.5),
                                         .tip_y = plot->box.y});
  }
}

void day_plot_add_crosshair(const Chart *chart, const DayPlot *plot, const DayDot *dots,
                            int dot_count, int position, Scene *scene) {
  const Position *day = chart_position(chart, position);
  double x = round(day->tip_x) + 0.5;
  scene_add_line(scene, x, day->hit.y, x, box_bottom(day->hit), ROLE_MUTED, 1, DASH_NONE);
  for (int i = 0; i < dot_count; i++)
    scene_add_dot(scene, x, day_plot_y(plot, dots[i].value(chart, position)),
                  dots[i].radius * chart->scale, dots[i].role);
}

int day_plot_move(const Chart *chart, int position, int dx, int dy) {
  int32_t first = chart->span.sale_date, last = first + chart->span.days - 1;
  if (dy != 0) {
    int32_t begin = MAX(date_month_begin(first + position), first);
    int day = first + position - begin;
    int32_t other = date_add_months(date_month_begin(first + position), dy);
    if (other <= last && date_add_months(other, 1) > first) {
      begin = MAX(other, first);
      int32_t end = MIN(date_add_months(other, 1), last + 1);
      position = MIN(begin + day, end - 1) - first;
    }
  }
  return CLAMP(position + dx, 0, chart->span.days - 1);
}
