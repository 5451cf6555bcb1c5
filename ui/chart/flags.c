/* Room: chart. See flags.h. */
#include "ui/chart/flags.h"

#include <math.h>
#include <stdlib.h>

#define BOXES_MAX 32

static double row_height(const Scene *scene) {
  return text_height(scene->typesetter, TEXT_LABEL) + 2 * scene->typesetter->scale;
}

static int compare_flags(const void *a, const void *b) {
  double left = ((const Flag *)a)->x, right = ((const Flag *)b)->x;
  return (left > right) - (left < right);
}

double flags_arrange(const Scene *scene, Flag *flags, int count) {
  double scale = scene->typesetter->scale;
  int rows = 0;
  qsort(flags, (size_t)count, sizeof flags[0], compare_flags);
  for (int i = 0; i < count; i++) {
    Flag *flag = &flags[i];
    flag->row = 0;
    flag->text_width = text_width(scene->typesetter, TEXT_LABEL, flag->text);
    flag->text_left = flag->x + 4 * scale;
    if (flag->text_left + flag->text_width > scene->width)
      flag->text_left = fmax(0, flag->x - 4 * scale - flag->text_width);
    for (int k = 0; k < i; k++)
      if (flags[k].row == flag->row &&
          flags[k].text_left + flags[k].text_width + 10 * scale > flag->text_left) {
        flag->row++;
        k = -1;
      }
    rows = MAX(rows, flag->row + 1);
  }
  return rows * row_height(scene);
}

void flags_add(Scene *scene, const Flag *flags, int count, double top, double bottom,
               const Box *boxes, int box_count) {
  Box texts[FLAGS_MAX + BOXES_MAX];
  int text_count = 0;
  g_return_if_fail(count <= FLAGS_MAX && box_count <= BOXES_MAX);
  for (int i = 0; i < count; i++)
    texts[text_count++] = scene_add_text(scene, flags[i].text, flags[i].text_left,
                                         top + flags[i].row * row_height(scene),
                                         (TextPlace){TEXT_LABEL, flags[i].role, 0, 0, 0});
  for (int i = 0; i < box_count; i++)
    texts[text_count++] = boxes[i];
  for (int i = 0; i < count; i++)
    scene_add_upright(scene, round(flags[i].x) + 0.5, top + flags[i].row * row_height(scene),
                      flags[i].bottom > 0 ? flags[i].bottom : bottom, texts, text_count,
                      flags[i].role, flags[i].line_width, flags[i].dash);
}

void flags_clear(Flag *flags, int count) {
  for (int i = 0; i < count; i++)
    g_clear_pointer(&flags[i].text, g_free);
}
