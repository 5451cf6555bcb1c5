/* Room: chart. Knows: scenes. Must not know: what is named.
 *
 * Names of series that never touch: beside the ends of their lines when there is room, in rows
 * below when there is not. */
#pragma once

#include "ui/chart/scene.h"

typedef struct {
  double wanted; /* centre it would like, from the top */
  double height;
  double center; /* centre it gets */
} LabelSlot;

/* Moves labels as little as possible (least squares) so that they keep their order by wanted, stay
 * gap apart and between top and bottom. False when they cannot all be there; centres are then
 * spread from top and the last ones pass bottom. At most LABELS_MAX.
 * Wanted 10, 12 of height 10, gap 2: centres 5 and 17. */
#define LABELS_MAX 12
bool labels_spread(LabelSlot *slots, int count, double top, double bottom, double gap);

typedef struct {
  const char *text; /* borrowed */
  Role role;        /* of the sample and of the text */
  Sample sample;
  double wanted_y; /* end of the series; only for keys beside */
} Key;

double keys_width(const Scene *scene, const Key *keys, int count);
/* Beside: from x, each near its wanted_y, with a thin leader when it had to move away. */
bool keys_add_beside(Scene *scene, const Key *keys, int count, double x, double top, double bottom);
/* In rows: left to right from x, y, next row at width. */
double keys_rows_height(const Scene *scene, const Key *keys, int count, double width);
void keys_add_rows(Scene *scene, const Key *keys, int count, double x, double y, double width);
