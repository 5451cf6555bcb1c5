/* Room: chart. See chart-inspect.h. */
#include "ui/chart/chart-inspect.h"

#include "ui/chart/hover.h"

static const Mark *find_text(const Scene *scene, int index, int *count) {
  const Mark *found = NULL;
  *count = 0;
  for (guint i = 0; i < scene->marks->len; i++) {
    const Mark *mark = &g_array_index(scene->marks, Mark, i);
    if (mark->kind == MARK_TEXT && (*count)++ == index)
      found = mark;
  }
  return found;
}

int chart_inspect_text_count(const Chart *chart) {
  int count;
  find_text(&chart->scene, -1, &count);
  return count;
}

Box chart_inspect_text(const Chart *chart, int index, const char **text) {
  int count;
  const Mark *mark = find_text(&chart->scene, index, &count);
  *text = pango_layout_get_text(mark->text);
  return mark->box;
}

double chart_inspect_scale(const Chart *chart) {
  return chart->scale;
}

Box chart_inspect_position(const Chart *chart, int position) {
  return chart_position(chart, position)->hit;
}

void chart_inspect_bar(const Chart *chart, int position, WaterfallStep *step, int64_t *from_cents,
                       int64_t *to_cents) {
  const WaterfallBar *bar = &chart->waterfall.bar[position];
  *step = bar->step;
  *from_cents = bar->from_cents;
  *to_cents = bar->to_cents;
}

Box chart_inspect_hover_text(const Chart *chart, int position, int index, int *count) {
  Scene scene;
  hover_lay_out(chart, position, &scene);
  const Mark *mark = find_text(&scene, index, count);
  Box box = mark ? mark->box : (Box){0};
  scene_clear(&scene);
  return box;
}
