/* Room: chart. See frame.h. */
#include "ui/chart/frame.h"

#include "model/base/calendar.h"

#include <math.h>
#include <stdio.h>

double frame_add_titles(Scene *scene, const char *title, const char *subtitle) {
  double scale = scene->typesetter->scale;
  Box box =
      scene_add_text(scene, title, 0, 0, (TextPlace){TEXT_TITLE, ROLE_INK, 0, 0, scene->width});
  box = scene_add_text(scene, subtitle, 0, box_bottom(box) + scale,
                       (TextPlace){TEXT_SUBTITLE, ROLE_MUTED, 0, 0, scene->width});
  return box_bottom(box) + 12 * scale;
}

int frame_ticks_max(const Scene *scene, double plot_height) {
  double tick = text_height(scene->typesetter, TEXT_TICK);
  return (int)fmax(2, fmin(7, plot_height / (2.4 * tick) + 1));
}

double frame_axis_width(const Scene *scene, const Scale *scale, Language language) {
  double width = 0;
  char text[NUMBER_TEXT_SIZE];
  for (int i = 0; i < scale_tick_count(scale); i++)
    width = fmax(
        width, text_width(scene->typesetter, TEXT_TICK, scale_tick_text(scale, language, i, text)));
  return width + 7 * scene->typesetter->scale;
}

double frame_value_y(const Scale *scale, Box plot, double value) {
  return box_bottom(plot) - scale_share(scale, value) * plot.height;
}

void frame_add_value_axis(Scene *scene, const Scale *scale, Language language, Box plot) {
  char text[NUMBER_TEXT_SIZE];
  for (int i = 0; i < scale_tick_count(scale); i++) {
    int64_t value = scale_tick_value(scale, i);
    double y = round(frame_value_y(scale, plot, (double)value)) + 0.5;
    scene_add_line(scene, plot.x, y, box_right(plot), y, value == 0 ? ROLE_AXIS : ROLE_GRID, 1,
                   DASH_NONE);
    scene_try_text(scene, scale_tick_text(scale, language, i, text),
                   plot.x - 7 * scene->typesetter->scale, y,
                   (TextPlace){TEXT_TICK, ROLE_MUTED, 1, 0.5, 0}, 0);
  }
}

int frame_ticks_across(const Scene *scene, double plot_width) {
  return (int)fmax(3, fmin(9, plot_width / (80 * scene->typesetter->scale)));
}

double frame_axis_height(const Scene *scene) {
  return text_height(scene->typesetter, TEXT_TICK) + 5 * scene->typesetter->scale;
}

double frame_value_x(const Scale *scale, Box plot, double value) {
  return plot.x + scale_share(scale, value) * plot.width;
}

void frame_add_axis_below(Scene *scene, const Scale *scale, Language language, Box plot) {
  double step = scene->typesetter->scale, bottom = box_bottom(plot);
  for (int i = 0; i < scale_tick_count(scale); i++) {
    char text[NUMBER_TEXT_SIZE];
    int64_t value = scale_tick_value(scale, i);
    double x = round(frame_value_x(scale, plot, (double)value)) + 0.5;
    scene_add_line(scene, x, plot.y, x, bottom, value == 0 ? ROLE_AXIS : ROLE_GRID, 1, DASH_NONE);
    scale_tick_text(scale, language, i, text);
    double half = text_width(scene->typesetter, TEXT_TICK, text) / 2;
    scene_try_text(scene, text, fmax(half, fmin(scene->width - half, x)), bottom + 4 * step,
                   (TextPlace){TEXT_TICK, ROLE_MUTED, 0.5, 0, 0}, 4 * step);
  }
}

double frame_months_height(const Scene *scene) {
  return 5 * scene->typesetter->scale + 2 * text_height(scene->typesetter, TEXT_TICK);
}

#define SPANS_MAX 32

typedef struct {
  int month, year;
  double begin_x, end_x;
  bool begins_inside; /* its first day is on the axis */
} MonthSpan;

static int list_months(const MonthAxis *axis, MonthSpan spans[SPANS_MAX]) {
  int count = 0;
  int32_t end = axis->begin_date + axis->days;
  for (int32_t date = axis->begin_date; date < end && count < SPANS_MAX;) {
    int32_t next = date_add_months(date_month_begin(date), 1);
    int32_t stop = next < end ? next : end;
    spans[count++] = (MonthSpan){
        date_month(date), date_year(date), axis->x + (date - axis->begin_date) * axis->day_width,
        axis->x + (stop - axis->begin_date) * axis->day_width, date == date_month_begin(date)};
    date = next;
  }
  return count;
}

/* Of the months kept by a step, texts and boxes; false as soon as two come too near. */
static bool place_months(Scene *scene, const MonthAxis *axis, const MonthSpan *spans, int count,
                         int step, double y, bool add) {
  double gap = 5 * scene->typesetter->scale, free_from = -INFINITY;
  double line = text_height(scene->typesetter, TEXT_TICK);
  TextPlace place = {TEXT_TICK, ROLE_MUTED, 0.5, 0, 0};
  for (int i = 0, year_shown = 0; i < count; i++) {
    const MonthSpan *span = &spans[i];
    const char *name = month_name_short(axis->language, span->month);
    char year[8];
    double x = (span->begin_x + span->end_x) / 2;
    double width = text_width(scene->typesetter, TEXT_TICK, name);
    bool cut = span->end_x - span->begin_x < width;
    if ((span->month - 1) % step != 0 || (cut && (i == 0 || i == count - 1)))
      continue;
    snprintf(year, sizeof year, "%d", span->year);
    if (span->year != year_shown)
      width = fmax(width, text_width(scene->typesetter, TEXT_TICK, year));
    /* Clear of the lowest tick's text at the left, whole at the right. */
    x = fmax(x, axis->x - gap + width / 2 + 1);
    x = fmin(x, scene->width - width / 2);
    if (x - width / 2 < free_from)
      return false;
    free_from = x + width / 2 + gap;
    if (add) {
      scene_add_text(scene, name, x, y, place);
      if (span->year != year_shown)
        scene_add_text(scene, year, x, y + line, place);
    }
    year_shown = span->year;
  }
  return true;
}

void frame_add_months(Scene *scene, const MonthAxis *axis, double y) {
  static const int steps[] = {1, 2, 3, 6, 12};
  MonthSpan spans[SPANS_MAX];
  int count = list_months(axis, spans);
  double tick = 5 * scene->typesetter->scale;
  for (int i = 0; i < count; i++)
    if (spans[i].begins_inside)
      scene_add_line(scene, round(spans[i].begin_x) + 0.5, y, round(spans[i].begin_x) + 0.5,
                     y + tick, ROLE_AXIS, 1, DASH_NONE);
  for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
    if (place_months(scene, axis, spans, count, steps[i], y + tick, false)) {
      place_months(scene, axis, spans, count, steps[i], y + tick, true);
      return;
    }
  }
}

void frame_add_month_lines(Scene *scene, const MonthAxis *axis, double top, double bottom) {
  MonthSpan spans[SPANS_MAX];
  int count = list_months(axis, spans);
  for (int i = 0; i < count; i++)
    if (spans[i].begins_inside && spans[i].begin_x > axis->x)
      scene_add_line(scene, round(spans[i].begin_x) + 0.5, top, round(spans[i].begin_x) + 0.5,
                     bottom, ROLE_GRID, 0.6, DASH_NONE);
}
