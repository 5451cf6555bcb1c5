/* Room: chart. Knows: scenes. Must not know: what is marked.
 *
 * Marks of single values across a plot: words above it, in as few rows as none touch, and a line
 * from them down through the plot. */
#pragma once

#include "ui/chart/scene.h"

#define FLAGS_MAX 4

typedef struct {
  char *text; /* owned; NULL: no such flag */
  double x;
  Role role;
  Dash dash;
  double line_width;
  double bottom; /* where its line ends; 0: where all do */
  /* As laid out. */
  int row;
  double text_left, text_width;
} Flag;

/* From left to right, each in the first row where it touches none; the height of the rows. A text
 * wider than the picture is cut off by it. */
double flags_arrange(const Scene *scene, Flag *flags, int count);
/* From top; lines down to bottom, open where they would run through a text or one of the boxes. */
void flags_add(Scene *scene, const Flag *flags, int count, double top, double bottom,
               const Box *boxes, int box_count);
void flags_clear(Flag *flags, int count);
