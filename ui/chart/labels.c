/* Room: chart. See labels.h. */
#include "ui/chart/labels.h"

#include <math.h>

static void sort_by_wanted(const LabelSlot *slots, int count, int *order) {
  for (int i = 0; i < count; i++) {
    int at = i;
    for (; at > 0 && slots[order[at - 1]].wanted > slots[i].wanted; at--)
      order[at] = order[at - 1];
    order[at] = i;
  }
}

/* Isotonic regression: neighbours out of order are pooled at their mean. */
static void pool_neighbours(double *value, int count) {
  double mean[LABELS_MAX];
  int size[LABELS_MAX], blocks = 0;
  for (int i = 0; i < count; i++) {
    mean[blocks] = value[i];
    size[blocks++] = 1;
    while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
      int a = size[blocks - 2], b = size[blocks - 1];
      mean[blocks - 2] = (mean[blocks - 2] * a + mean[blocks - 1] * b) / (a + b);
      size[blocks - 2] = a + b;
      blocks--;
    }
  }
  for (int block = 0, i = 0; block < blocks; block++)
    for (int k = 0; k < size[block]; k++)
      value[i++] = mean[block];
}

bool labels_spread(LabelSlot *slots, int count, double top, double bottom, double gap) {
  int order[LABELS_MAX];
  double offset[LABELS_MAX], value[LABELS_MAX];
  g_return_val_if_fail(count <= LABELS_MAX, false);
  if (count == 0)
    return true;
  sort_by_wanted(slots, count, order);
  offset[0] = 0;
  for (int i = 1; i < count; i++)
    offset[i] = offset[i - 1] + gap + (slots[order[i - 1]].height + slots[order[i]].height) / 2;
  for (int i = 0; i < count; i++)
    value[i] = slots[order[i]].wanted - offset[i];
  pool_neighbours(value, count);
  double lowest = top + slots[order[0]].height / 2;
  double highest = bottom - slots[order[count - 1]].height / 2 - offset[count - 1];
  for (int i = 0; i < count; i++)
    slots[order[i]].center = fmax(lowest, fmin(highest, value[i])) + offset[i];
  return highest >= lowest;
}

static TextPlace key_place(Role role) {
  return (TextPlace){TEXT_LABEL, role, 0, 0.5, 0};
}

double keys_width(const Scene *scene, const Key *keys, int count) {
  double width = 0;
  for (int i = 0; i < count; i++)
    width = fmax(width, text_width(scene->typesetter, TEXT_LABEL, keys[i].text));
  return width + scene_sample_width(scene);
}

bool keys_add_beside(Scene *scene, const Key *keys, int count, double x, double top,
                     double bottom) {
  LabelSlot slots[LABELS_MAX];
  double scale = scene->typesetter->scale, height = text_height(scene->typesetter, TEXT_LABEL);
  for (int i = 0; i < count; i++)
    slots[i] = (LabelSlot){.wanted = keys[i].wanted_y, .height = height};
  bool fits = labels_spread(slots, count, top, bottom, 4 * scale);
  for (int i = 0; i < count; i++) {
    double y = slots[i].center, lead = 10 * scale;
    if (fabs(y - keys[i].wanted_y) > 2)
      scene_add_line(scene, x - lead, keys[i].wanted_y, x - 2 * scale, y, ROLE_AXIS, 1, DASH_NONE);
    scene_add_sample(scene, keys[i].sample, keys[i].role, x, y);
    scene_add_text(scene, keys[i].text, x + scene_sample_width(scene), y, key_place(keys[i].role));
  }
  return fits;
}

/* Walks the rows; adds the keys only when add. The height of the rows. */
static double walk_rows(Scene *scene, const Key *keys, int count, Box area, bool add) {
  double x = area.x, y = area.y, row = 0, scale = scene->typesetter->scale;
  double sample = scene_sample_width(scene);
  for (int i = 0; i < count; i++) {
    TextPlace place = key_place(keys[i].role);
    Box box = scene_measure_text(scene, keys[i].text, 0, 0, place);
    if (sample + box.width > area.width) {
      place.wrap_width = fmax(area.width - sample, 10);
      box = scene_measure_text(scene, keys[i].text, 0, 0, place);
    }
    if (x > area.x && x + sample + box.width > box_right(area)) {
      x = area.x;
      y += row + 3 * scale;
      row = 0;
    }
    row = fmax(row, box.height);
    if (add) {
      scene_add_sample(scene, keys[i].sample, keys[i].role, x, y + box.height / 2);
      scene_add_text(scene, keys[i].text, x + sample, y + box.height / 2, place);
    }
    x += sample + box.width + 14 * scale;
  }
  return y + row - area.y;
}

double keys_rows_height(const Scene *scene, const Key *keys, int count, double width) {
  Scene measuring = *scene;
  return walk_rows(&measuring, keys, count, (Box){0, 0, width, 0}, false);
}

void keys_add_rows(Scene *scene, const Key *keys, int count, double x, double y, double width) {
  walk_rows(scene, keys, count, (Box){x, y, width, 0}, true);
}
