/* Room: chart. Knows: palette, text. Must not know: plans, results, kinds of chart.
 *
 * A picture as a list of marks with roles. A layout adds marks, once; painting walks the list and
 * computes nothing. All coordinates are in the picture's units, y down. Adding a text measures it,
 * so that the next one can keep out of its way. */
#pragma once

#include "ui/chart/palette.h"
#include "ui/chart/text.h"

typedef struct {
  double x, y, width, height;
} Box;

static inline double box_right(Box box) {
  return box.x + box.width;
}
static inline double box_bottom(Box box) {
  return box.y + box.height;
}
/* Do they come nearer than gap to each other? */
bool box_overlaps(Box a, Box b, double gap);
bool box_contains(Box outer, Box inner);

typedef enum { DASH_NONE, DASH_DASHED, DASH_DOTTED } Dash;

typedef enum {
  MARK_BOX,      /* filled as its role says, pattern included */
  MARK_OUTLINE,  /* the edge of a box */
  MARK_LINE,     /* open path */
  MARK_AREA,     /* closed path, filled as a box */
  MARK_TRIANGLE, /* pointing up, filled */
  MARK_DOT,      /* with a ring of the background */
  MARK_HALO,     /* box of the background, behind a text */
  MARK_TEXT
} MarkKind;

typedef struct {
  MarkKind kind;
  Role role;
  Box box;
  double line_width;
  Dash dash;
  int first_point, point_count; /* of LINE and AREA */
  PangoLayout *text;            /* of TEXT; owned */
} Mark;

typedef struct {
  double x, y;
} Point;

typedef struct {
  const Palette *palette;
  const Typesetter *typesetter;
  double width, height;
  GArray *marks;  /* Mark */
  GArray *points; /* Point */
} Scene;

/* Borrows palette and typesetter. */
void scene_init(Scene *scene, const Palette *palette, const Typesetter *typesetter, double width,
                double height);
void scene_clear(Scene *scene);
void scene_paint(const Scene *scene, cairo_t *cr);

/* The whole pixels that painting touches, inside the picture. */
Box scene_bounds(const Scene *scene);

void scene_add_box(Scene *scene, Box box, Role role);
void scene_add_outline(Scene *scene, Box box, Role role, double line_width);
void scene_add_halo(Scene *scene, Box box);
void scene_add_line(Scene *scene, double x1, double y1, double x2, double y2, Role role,
                    double line_width, Dash dash);
/* An upright line, left open where it would run through one of the boxes. */
void scene_add_upright(Scene *scene, double x, double top, double bottom, const Box *boxes,
                       int box_count, Role role, double line_width, Dash dash);
/* An interval, with a halo: a line with an end at both; along x when is_level, else along y. */
void scene_add_whisker(Scene *scene, bool is_level, double at, double from, double to, Role role);
void scene_add_triangle(Scene *scene, double center_x, double center_y, double size, Role role);
void scene_add_dot(Scene *scene, double center_x, double center_y, double radius, Role role);

/* A path: begin, points in order, end as a line or a filled area. */
void scene_begin_path(Scene *scene);
void scene_add_point(Scene *scene, double x, double y);
void scene_end_line(Scene *scene, Role role, double line_width, Dash dash);
void scene_end_area(Scene *scene, Role role);

/* Where a text stands on its anchor: 0 begins there, 0.5 is centred, 1 ends there. */
typedef struct {
  TextStyle style;
  Role role;
  double align_x, align_y;
  double wrap_width; /* 0: one line */
} TextPlace;

Box scene_add_text(Scene *scene, const char *text, double x, double y, TextPlace place);
/* The box it would take. */
Box scene_measure_text(const Scene *scene, const char *text, double x, double y, TextPlace place);
/* Is a box inside the picture and gap away from every text so far? */
bool scene_is_free(const Scene *scene, Box box, double gap);
/* Adds it only where it is free; false, nothing added, where not. */
bool scene_try_text(Scene *scene, const char *text, double x, double y, TextPlace place,
                    double gap);

/* The sample beside a name in legends, end labels and tooltips. */
typedef enum {
  SAMPLE_NONE,
  SAMPLE_BOX,
  SAMPLE_LINE,
  SAMPLE_DASHED,
  SAMPLE_DOTTED,
  SAMPLE_WHISKER,
  SAMPLE_OUTLINE,
  SAMPLE_DOT,
  SAMPLE_TRIANGLE
} Sample;
double scene_sample_width(const Scene *scene); /* with the gap after it */
void scene_add_sample(Scene *scene, Sample sample, Role role, double x, double center_y);
