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

/* How a tooltip's texts stand: values beside their labels, or under them, labels and title then on
 * several lines where they are too long for the picture. */
typedef struct {
  bool is_stacked;
  double inner; /* width of the texts */
  TextPlace title, label;
  double title_height, label_height[TIP_LINES_MAX], line;
} TipText;

static double tip_width(const Tip *tip, const Scene *scene, bool is_stacked) {
  double sample = scene_sample_width(scene), apart = 14 * scene->typesetter->scale;
  double inner = text_width(scene->typesetter, TEXT_STRONG, tip->title);
  for (int i = 0; i < tip->line_count; i++) {
    double label = sample + text_width(scene->typesetter, TEXT_LABEL, tip->line[i].label);
    double value = text_width(scene->typesetter, TEXT_STRONG, tip->line[i].value);
    inner = fmax(inner, is_stacked ? fmax(label, value) : label + apart + value);
  }
  return inner;
}

static TipText measure_tip(const Tip *tip, const Scene *scene, double room) {
  double scale = scene->typesetter->scale;
  TipText text = {.title = {TEXT_STRONG, ROLE_INK, 0, 0, 0},
                  .label = {TEXT_LABEL, ROLE_INK, 0, 0, 0},
                  .line = text_height(scene->typesetter, TEXT_LABEL) + 2 * scale,
                  .inner = tip_width(tip, scene, false)};
  text.is_stacked = text.inner > room;
  if (text.is_stacked) {
    text.inner = fmin(tip_width(tip, scene, true), room);
    text.title.wrap_width = ceil(text.inner);
    text.label.wrap_width = fmax(ceil(text.inner - scene_sample_width(scene)), 10);
  }
  text.title_height = scene_measure_text(scene, tip->title, 0, 0, text.title).height + 4 * scale;
  for (int i = 0; i < tip->line_count; i++)
    text.label_height[i] =
        scene_measure_text(scene, tip->line[i].label, 0, 0, text.label).height + 2 * scale;
  return text;
}

static double tip_line_height(const Tip *tip, const TipText *text, int line) {
  bool has_own = text->is_stacked && *tip->line[line].value;
  return text->label_height[line] + (has_own ? text->line : 0);
}

/* Columns of a tooltip: sample and label, then values. */
static void add_tip(const Chart *chart, const Tip *tip, const Position *position, Scene *scene) {
  double pad = 8 * scene->typesetter->scale, sample = scene_sample_width(scene);
  TipText text = measure_tip(tip, scene, chart->style.width - 2 - 2 * pad);
  double height = text.title_height + 2 * pad;
  for (int i = 0; i < tip->line_count; i++)
    height += tip_line_height(tip, &text, i);
  Box box = place_tip(chart, position, text.inner + 2 * pad, height);
  scene_add_box(scene, box, ROLE_TIP);
  scene_add_outline(scene, box, ROLE_TIP_BORDER, 1);
  double y = box.y + pad;
  scene_add_text(scene, tip->title, box.x + pad, y, text.title);
  y += text.title_height;
  for (int i = 0; i < tip->line_count; i++) {
    const TipLine *row = &tip->line[i];
    double bottom = y + tip_line_height(tip, &text, i);
    scene_add_sample(scene, row->sample, row->role, box.x + pad, y + text.line / 2);
    scene_add_text(scene, row->label, box.x + pad + sample, y + scene->typesetter->scale,
                   text.label);
    scene_add_text(scene, row->value, box_right(box) - pad, bottom - text.line / 2,
                   (TextPlace){TEXT_STRONG, ROLE_INK, 1, 0.5, 0});
    y = bottom;
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
