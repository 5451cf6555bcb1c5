/* Room: chart. Painting a scene; see scene.h. Patterns are drawn as lines, never as images, so that
 * paper stays sharp. */
#include "ui/chart/scene.h"

#include <math.h>

#define PATTERN_STEP 5.0
#define PATTERN_WIDTH 1.2

/* Strokes and patterns grow with the text. */
static double stroke_of(const Scene *scene) {
  return fmax(1, scene->typesetter->scale / 1.2);
}

static void set_colour(cairo_t *cr, Colour colour, double alpha) {
  cairo_set_source_rgba(cr, colour.red, colour.green, colour.blue, alpha);
}

static void set_dash(cairo_t *cr, Dash dash, double stroke) {
  double dashed[] = {6 * stroke, 4 * stroke}, dotted[] = {1.5 * stroke, 3 * stroke};
  if (dash == DASH_DASHED)
    cairo_set_dash(cr, dashed, 2, 0);
  else if (dash == DASH_DOTTED)
    cairo_set_dash(cr, dotted, 2, 0);
  else
    cairo_set_dash(cr, NULL, 0, 0);
}

/* Segments of the lines x ± y = n·step inside the box; anchored to the picture, so that the lines
 * of neighbours meet. */
static void trace_diagonals(cairo_t *cr, Box box, bool rising, double step) {
  double first = rising ? box.x + box.y : box.x - box_bottom(box);
  double last = rising ? box_right(box) + box_bottom(box) : box_right(box) - box.y;
  for (double c = ceil(first / step) * step; c < last; c += step) {
    double begin = fmax(box.x, rising ? c - box_bottom(box) : c + box.y);
    double end = fmin(box_right(box), rising ? c - box.y : c + box_bottom(box));
    if (begin < end) {
      cairo_move_to(cr, begin, rising ? c - begin : begin - c);
      cairo_line_to(cr, end, rising ? c - end : end - c);
    }
  }
}

static void trace_levels(cairo_t *cr, Box box, double step) {
  for (double y = ceil((box.y + 0.5) / step) * step; y < box_bottom(box); y += step) {
    cairo_move_to(cr, box.x, y);
    cairo_line_to(cr, box_right(box), y);
  }
}

/* One direction at a time: where the coverage of every pixel in a row differs from the next, cairo
 * 1.16 writes past its list of spans. */
static void paint_pattern(cairo_t *cr, Box box, const Ink *ink, double stroke) {
  double step = PATTERN_STEP * stroke;
  set_colour(cr, ink->lines, ink->lines_alpha);
  set_dash(cr, DASH_NONE, 1);
  cairo_set_line_width(cr, PATTERN_WIDTH * stroke);
  cairo_new_path(cr);
  if (ink->pattern == PATTERN_RISING || ink->pattern == PATTERN_CROSSED)
    trace_diagonals(cr, box, true, step);
  cairo_stroke(cr);
  if (ink->pattern == PATTERN_FALLING || ink->pattern == PATTERN_CROSSED)
    trace_diagonals(cr, box, false, step);
  if (ink->pattern == PATTERN_LEVEL)
    trace_levels(cr, box, step * 0.7);
  cairo_stroke(cr);
}

static void paint_box(cairo_t *cr, Box box, const Ink *ink, double stroke) {
  set_colour(cr, ink->fill, ink->fill_alpha);
  cairo_rectangle(cr, box.x, box.y, box.width, box.height);
  cairo_fill(cr);
  paint_pattern(cr, box, ink, stroke);
  if (ink->outlined && box.width > 2 && box.height > 2) {
    set_colour(cr, ink->lines, 1);
    set_dash(cr, DASH_NONE, 1);
    cairo_set_line_width(cr, 1);
    cairo_rectangle(cr, box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
    cairo_stroke(cr);
  }
}

static void trace_points(cairo_t *cr, const Scene *scene, const Mark *mark) {
  const Point *point = &g_array_index(scene->points, Point, mark->first_point);
  cairo_new_path(cr);
  for (int i = 0; i < mark->point_count; i++)
    cairo_line_to(cr, point[i].x, point[i].y);
}

static void paint_area(cairo_t *cr, const Scene *scene, const Mark *mark, const Ink *ink) {
  cairo_save(cr);
  trace_points(cr, scene, mark);
  cairo_close_path(cr);
  set_colour(cr, ink->fill, ink->fill_alpha);
  if (ink->pattern == PATTERN_SOLID) {
    cairo_fill(cr);
  } else {
    cairo_fill_preserve(cr);
    cairo_clip(cr);
    paint_pattern(cr, mark->box, ink, stroke_of(scene));
  }
  cairo_restore(cr);
}

static void paint_line(cairo_t *cr, const Scene *scene, const Mark *mark, const Ink *ink) {
  trace_points(cr, scene, mark);
  set_colour(cr, ink->text, 1);
  set_dash(cr, mark->dash, stroke_of(scene));
  cairo_set_line_width(cr, mark->line_width * stroke_of(scene));
  cairo_stroke(cr);
}

static void paint_dot(cairo_t *cr, const Scene *scene, Box box, const Ink *ink) {
  double radius = box.width / 2;
  set_colour(cr, scene->palette->ink[ROLE_BACKGROUND].fill, 1);
  cairo_arc(cr, box.x + radius, box.y + radius, radius + 1.5, 0, 2 * G_PI);
  cairo_fill(cr);
  set_colour(cr, ink->text, 1);
  cairo_arc(cr, box.x + radius, box.y + radius, radius, 0, 2 * G_PI);
  cairo_fill(cr);
}

static void paint_triangle(cairo_t *cr, Box box, const Ink *ink) {
  set_colour(cr, ink->text, 1);
  cairo_move_to(cr, box.x + box.width / 2, box.y);
  cairo_line_to(cr, box_right(box), box_bottom(box));
  cairo_line_to(cr, box.x, box_bottom(box));
  cairo_close_path(cr);
  cairo_fill(cr);
}

static void paint_mark(cairo_t *cr, const Scene *scene, const Mark *mark) {
  const Ink *ink = &scene->palette->ink[mark->role];
  Box box = mark->box;
  switch (mark->kind) {
  case MARK_BOX:
    paint_box(cr, box, ink, stroke_of(scene));
    break;
  case MARK_OUTLINE:
    set_colour(cr, ink->text, 1);
    set_dash(cr, DASH_NONE, 1);
    cairo_set_line_width(cr, mark->line_width);
    cairo_rectangle(cr, box.x, box.y, box.width, box.height);
    cairo_stroke(cr);
    break;
  case MARK_LINE:
    paint_line(cr, scene, mark, ink);
    break;
  case MARK_AREA:
    paint_area(cr, scene, mark, ink);
    break;
  case MARK_TRIANGLE:
    paint_triangle(cr, box, ink);
    break;
  case MARK_DOT:
    paint_dot(cr, scene, box, ink);
    break;
  case MARK_HALO:
    set_colour(cr, ink->fill, 0.85);
    cairo_rectangle(cr, box.x, box.y, box.width, box.height);
    cairo_fill(cr);
    break;
  case MARK_TEXT:
    set_colour(cr, ink->text, 1);
    cairo_move_to(cr, box.x, box.y);
    pango_cairo_show_layout(cr, mark->text);
    break;
  }
}

void scene_paint(const Scene *scene, cairo_t *cr) {
  cairo_save(cr);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_antialias(cr, CAIRO_ANTIALIAS_FAST); /* a quarter of the time, no difference seen */
  for (guint i = 0; i < scene->marks->len; i++)
    paint_mark(cr, scene, &g_array_index(scene->marks, Mark, i));
  cairo_restore(cr);
}
