/* Room: chart. See hover.h. */
#include "ui/chart/hover.h"

#include <math.h>

void tip_add(Tip *tip, Sample sample, Role role, const char *label, char *value) {
  g_return_if_fail(tip->line_count < TIP_LINES_MAX);
  tip->line[tip->line_count++] = (TipLine){sample, role, g_strdup(label), value};
}

static void tip_clear(Tip *tip) {
  g_clear_pointer(&tip->title, g_free);
  for (int i = 0; i < tip->line_count; i++) {
    g_free(tip->line[i].label);
    g_free(tip->line[i].value);
  }
  tip->line_count = 0;
}

char *hover_text(const Chart *chart, int position) {
  Tip tip = {0};
  const ChartKindTable *kind = chart_kind_table(chart->kind);
  kind->fill_tip(chart, position, &tip);
  GString *text = g_string_new(tip.title);
  for (int i = 0; i < tip.line_count; i++) {
    g_string_append(text, i == 0 ? say(chart_language(chart), ": ") : ", ");
    g_string_append(text, tip.line[i].label);
    if (*tip.line[i].value)
      g_string_append_printf(text, " %s", tip.line[i].value);
  }
  tip_clear(&tip);
  return g_string_free(text, FALSE);
}

/* Beside the point, on the side with room, whole inside the picture. */
static Box place_tip(const Chart *chart, const Position *position, double width, double height) {
  double gap = 12 * chart->scale, room = chart->style.width;
  double x = position->tip_x + gap;
  if (x + width > room)
    x = position->mark.x - gap - width;
  x = fmax(1, fmin(room - width - 1, x));
  double y = fmax(1, fmin(chart->style.height - height - 1, position->tip_y - height / 3));
  return (Box){round(x) + 0.5, round(y) + 0.5, width, height};
}

/* Width of the texts of a tooltip: values beside their labels, or under them. */
static double tip_width(const Tip *tip, const Scene *scene, bool is_stacked) {
  double sample = scene_sample_width(scene), apart = 14 * scene->typesetter->scale;
  TextPlace title = {TEXT_STRONG, ROLE_INK, 0, 0, 0};
  double inner = scene_measure_text(scene, tip->title, 0, 0, title).width;
  for (int i = 0; i < tip->line_count; i++) {
    double label = sample + text_width(scene->typesetter, TEXT_LABEL, tip->line[i].label);
    double value = text_width(scene->typesetter, TEXT_STRONG, tip->line[i].value);
    inner = fmax(inner, is_stacked ? fmax(label, value) : label + apart + value);
  }
  return inner;
}

/* Columns of a tooltip: sample and label, then values, one line each; two where they are too long
 * for the picture. */
static void add_tip(const Chart *chart, const Tip *tip, const Position *position, Scene *scene) {
  double scale = scene->typesetter->scale, pad = 8 * scale, sample = scene_sample_width(scene);
  double line = text_height(scene->typesetter, TEXT_LABEL) + 2 * scale;
  TextPlace title = {TEXT_STRONG, ROLE_INK, 0, 0, 0};
  double inner = tip_width(tip, scene, false);
  bool is_stacked = inner + 2 * pad > chart->style.width - 2;
  if (is_stacked)
    inner = tip_width(tip, scene, true);
  int lines = is_stacked ? 2 : 1;
  double height = line * (lines * tip->line_count + 1) + 2 * pad + 2 * scale;
  Box box = place_tip(chart, position, inner + 2 * pad, height);
  scene_add_box(scene, box, ROLE_TIP);
  scene_add_outline(scene, box, ROLE_TIP_BORDER, 1);
  double y = box.y + pad;
  scene_add_text(scene, tip->title, box.x + pad, y, title);
  y += line + 2 * scale;
  for (int i = 0; i < tip->line_count; i++, y += lines * line) {
    const TipLine *row = &tip->line[i];
    double middle = y + line / 2;
    scene_add_sample(scene, row->sample, row->role, box.x + pad, middle);
    scene_add_text(scene, row->label, box.x + pad + sample, middle,
                   (TextPlace){TEXT_LABEL, ROLE_INK, 0, 0.5, 0});
    scene_add_text(scene, row->value, box_right(box) - pad, middle + (lines - 1) * line,
                   (TextPlace){TEXT_STRONG, ROLE_INK, 1, 0.5, 0});
  }
}

void hover_lay_out(const Chart *chart, int position, Scene *scene) {
  const ChartKindTable *kind = chart_kind_table(chart->kind);
  Tip tip = {0};
  scene_init(scene, &chart->palette, &chart->typesetter, chart->style.width, chart->style.height);
  kind->add_hover(chart, position, scene);
  kind->fill_tip(chart, position, &tip);
  add_tip(chart, &tip, chart_position(chart, position), scene);
  tip_clear(&tip);
}
