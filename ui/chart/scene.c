/* Room: chart. See scene.h. Adding marks; painting them is scene-paint.c. */
#include "ui/chart/scene.h"

#include <math.h>

bool box_overlaps(Box a, Box b, double gap) {
  return a.x < box_right(b) + gap && b.x < box_right(a) + gap && a.y < box_bottom(b) + gap &&
         b.y < box_bottom(a) + gap;
}

bool box_contains(Box outer, Box inner) {
  return inner.x >= outer.x && inner.y >= outer.y && box_right(inner) <= box_right(outer) &&
         box_bottom(inner) <= box_bottom(outer);
}

static void mark_clear(gpointer data) {
  Mark *mark = data;
  g_clear_object(&mark->text);
}

void scene_init(Scene *scene, const Palette *palette, const Typesetter *typesetter, double width,
                double height) {
  *scene = (Scene){.palette = palette, .typesetter = typesetter, .width = width, .height = height};
  scene->marks = g_array_new(FALSE, TRUE, sizeof(Mark));
  g_array_set_clear_func(scene->marks, mark_clear);
  scene->points = g_array_new(FALSE, FALSE, sizeof(Point));
}

void scene_clear(Scene *scene) {
  g_clear_pointer(&scene->marks, g_array_unref);
  g_clear_pointer(&scene->points, g_array_unref);
}

static Mark *add_mark(Scene *scene, MarkKind kind, Role role, Box box) {
  Mark mark = {.kind = kind, .role = role, .box = box};
  g_array_append_val(scene->marks, mark);
  return &g_array_index(scene->marks, Mark, scene->marks->len - 1);
}

void scene_add_box(Scene *scene, Box box, Role role) {
  if (box.width > 0 && box.height > 0)
    add_mark(scene, MARK_BOX, role, box);
}

void scene_add_outline(Scene *scene, Box box, Role role, double line_width) {
  add_mark(scene, MARK_OUTLINE, role, box)->line_width = line_width;
}

void scene_add_halo(Scene *scene, Box box) {
  add_mark(scene, MARK_HALO, ROLE_BACKGROUND, box);
}

void scene_add_line(Scene *scene, double x1, double y1, double x2, double y2, Role role,
                    double line_width, Dash dash) {
  scene_begin_path(scene);
  scene_add_point(scene, x1, y1);
  scene_add_point(scene, x2, y2);
  scene_end_line(scene, role, line_width, dash);
}

void scene_add_upright(Scene *scene, double x, double top, double bottom, const Box *boxes,
                       int box_count, Role role, double line_width, Dash dash) {
  const double gap = 3;
  while (top < bottom) {
    double end = bottom, next = bottom;
    for (int i = 0; i < box_count; i++) {
      Box box = boxes[i];
      bool crosses = x > box.x - gap && x < box_right(box) + gap && box_bottom(box) + gap > top;
      if (crosses && box.y - gap < end) {
        end = box.y - gap;
        next = box_bottom(box) + gap;
      }
    }
    if (end > top)
      scene_add_line(scene, x, top, x, end, role, line_width, dash);
    top = next;
  }
}

void scene_add_triangle(Scene *scene, double center_x, double center_y, double size, Role role) {
  add_mark(scene, MARK_TRIANGLE, role,
           (Box){center_x - size / 2, center_y - size * 0.43, size, size * 0.86});
}

void scene_add_dot(Scene *scene, double center_x, double center_y, double radius, Role role) {
  add_mark(scene, MARK_DOT, role,
           (Box){center_x - radius, center_y - radius, 2 * radius, 2 * radius});
}

void scene_begin_path(Scene *scene) {
  add_mark(scene, MARK_LINE, ROLE_INK, (Box){0})->first_point = (int)scene->points->len;
}

void scene_add_point(Scene *scene, double x, double y) {
  Point point = {x, y};
  g_array_append_val(scene->points, point);
}

static Mark *end_path(Scene *scene, MarkKind kind, Role role) {
  Mark *mark = &g_array_index(scene->marks, Mark, scene->marks->len - 1);
  mark->kind = kind;
  mark->role = role;
  mark->point_count = (int)scene->points->len - mark->first_point;
  return mark;
}

void scene_end_line(Scene *scene, Role role, double line_width, Dash dash) {
  Mark *mark = end_path(scene, MARK_LINE, role);
  mark->line_width = line_width;
  mark->dash = dash;
}

static Box path_box(const Scene *scene, const Mark *mark) {
  const Point *point = &g_array_index(scene->points, Point, mark->first_point);
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
  for (int i = 0; i < mark->point_count; i++) {
    left = fmin(left, point[i].x);
    right = fmax(right, point[i].x);
    top = fmin(top, point[i].y);
    bottom = fmax(bottom, point[i].y);
  }
  return (Box){left, top, right - left, bottom - top};
}

void scene_end_area(Scene *scene, Role role) {
  Mark *mark = end_path(scene, MARK_AREA, role);
  mark->box = path_box(scene, mark);
}

/* The widest stroke, halo or ring around a mark. */
#define MARK_EDGE 6.0

Box scene_bounds(const Scene *scene) {
  double left = scene->width, top = scene->height, right = 0, bottom = 0;
  for (guint i = 0; i < scene->marks->len; i++) {
    const Mark *mark = &g_array_index(scene->marks, Mark, i);
    Box box = mark->kind == MARK_LINE ? path_box(scene, mark) : mark->box;
    left = fmin(left, box.x);
    top = fmin(top, box.y);
    right = fmax(right, box_right(box));
    bottom = fmax(bottom, box_bottom(box));
  }
  left = fmax(0, floor(left - MARK_EDGE));
  top = fmax(0, floor(top - MARK_EDGE));
  right = fmin(scene->width, ceil(right + MARK_EDGE));
  bottom = fmin(scene->height, ceil(bottom + MARK_EDGE));
  return (Box){left, top, fmax(0, right - left), fmax(0, bottom - top)};
}

static Box place_layout(PangoLayout *layout, double x, double y, TextPlace place) {
  double width, height;
  text_layout_size(layout, &width, &height);
  return (Box){x - width * place.align_x, y - height * place.align_y, width, height};
}

Box scene_add_text(Scene *scene, const char *text, double x, double y, TextPlace place) {
  PangoLayout *layout = text_layout_get(scene->typesetter, place.style, text, place.wrap_width);
  Box box = place_layout(layout, x, y, place);
  add_mark(scene, MARK_TEXT, place.role, box)->text = layout;
  return box;
}

Box scene_measure_text(const Scene *scene, const char *text, double x, double y, TextPlace place) {
  g_autoptr(PangoLayout) layout =
      text_layout_get(scene->typesetter, place.style, text, place.wrap_width);
  return place_layout(layout, x, y, place);
}

bool scene_is_free(const Scene *scene, Box box, double gap) {
  /* A margin made to measure is full to the last rounding. */
  if (!box_contains((Box){-0.1, -0.1, scene->width + 0.2, scene->height + 0.2}, box))
    return false;
  for (guint i = 0; i < scene->marks->len; i++) {
    const Mark *mark = &g_array_index(scene->marks, Mark, i);
    if (mark->kind == MARK_TEXT && box_overlaps(mark->box, box, gap))
      return false;
  }
  return true;
}

bool scene_try_text(Scene *scene, const char *text, double x, double y, TextPlace place,
                    double gap) {
  PangoLayout *layout = text_layout_get(scene->typesetter, place.style, text, place.wrap_width);
  Box box = place_layout(layout, x, y, place);
  if (!scene_is_free(scene, box, gap)) {
    g_object_unref(layout);
    return false;
  }
  add_mark(scene, MARK_TEXT, place.role, box)->text = layout;
  return true;
}

void scene_add_whisker(Scene *scene, bool is_level, double at, double from, double to, Role role) {
  double half = 3 * scene->typesetter->scale;
  /* What is drawn along the line and across it; a halo first, to be seen on a bar. */
  const double parts[3][4] = {
      {from, at, to, at}, {from, at - half, from, at + half}, {to, at - half, to, at + half}};
  for (int halo = 1; halo >= 0; halo--)
    for (int i = 0; i < 3; i++) {
      const double *p = parts[i];
      scene_add_line(scene, is_level ? p[0] : p[1], is_level ? p[1] : p[0], is_level ? p[2] : p[3],
                     is_level ? p[3] : p[2], halo ? ROLE_BACKGROUND : role, halo ? 3.2 : 1.2,
                     DASH_NONE);
    }
}

double scene_sample_width(const Scene *scene) {
  return 17 * scene->typesetter->scale;
}

void scene_add_sample(Scene *scene, Sample sample, Role role, double x, double center_y) {
  double scale = scene->typesetter->scale, middle = x + 6 * scale;
  switch (sample) {
  case SAMPLE_NONE:
    break;
  case SAMPLE_BOX:
    scene_add_box(scene, (Box){x + scale, center_y - 5 * scale, 10 * scale, 10 * scale}, role);
    break;
  case SAMPLE_LINE:
  case SAMPLE_DASHED:
  case SAMPLE_DOTTED:
    scene_add_line(scene, x - scale, center_y, x + 13 * scale, center_y, role,
                   sample == SAMPLE_LINE ? 2 : 1.6,
                   sample == SAMPLE_LINE     ? DASH_NONE
                   : sample == SAMPLE_DASHED ? DASH_DASHED
                                             : DASH_DOTTED);
    break;
  case SAMPLE_WHISKER:
    scene_add_whisker(scene, false, middle, center_y - 5 * scale, center_y + 5 * scale, role);
    break;
  case SAMPLE_OUTLINE:
    scene_add_outline(scene, (Box){x + scale, center_y - 5 * scale, 10 * scale, 10 * scale}, role,
                      1.2);
    break;
  case SAMPLE_DOT:
    scene_add_dot(scene, middle, center_y, 3.2 * scale, role);
    break;
  case SAMPLE_TRIANGLE:
    scene_add_triangle(scene, middle, center_y, 9 * scale, role);
    break;
  }
}
