/* Room: chart. Knows: charts, scenes. Must not know: files. See chart-picture.h. */
#include "ui/chart/chart-picture.h"

#include <math.h>

#include "model/decide/decisions.h"
#include "model/decide/offers.h"
#include "ui/chart/layout.h"
#include "ui/words/risk-words.h"

#define PICTURE_WIDTH 900.0
#define PICTURE_MARGIN 24.0
#define PICTURE_TEXT 1.15
#define SOURCE_GAP 10.0

struct ChartPicture {
  Chart *chart;
  Palette palette;
  Typesetter typesetter;
  Scene scene; /* the words around the chart */
  double chart_y, height;
  char *describe;
};

static char *seed_text(Language language, uint64_t seed) {
  g_autofree char *number = g_strdup_printf("%" G_GUINT64_FORMAT, seed);
  return g_strdup_printf(say(language, "simulated years, seed %s"), number);
}

static char *years_text(Language language, int years) {
  g_autofree char *number = say_number(language, years);
  return g_strdup_printf(say_count(language, years, "%s simulated year", "%s simulated years"),
                         number);
}

/* What the figures of a kind are of. */
static char *basis_text(ChartKind kind, Language language, const Study *study) {
  const ChartKindTable *table = chart_kind_table(kind);
  const char *plan_year = say(language, "the plan year, which has no luck");
  if (kind == CHART_WATERFALL)
    return g_strdup(say(language, "contract arithmetic"));
  if (kind == CHART_OFFERS)
    return study->offers ? years_text(language, study->offers->years) : g_strdup(plan_year);
  if (table->is_decided)
    return study->decisions ? seed_text(language, study->decisions->seed) : g_strdup(plan_year);
  bool has_band = kind == CHART_BOOKINGS || kind == CHART_CASH;
  if (!study->risk || !(table->needs_risk || has_band))
    return g_strdup(plan_year);
  g_autofree char *years = risk_details_text(language, study->risk);
  return table->needs_risk ? g_steal_pointer(&years)
                           : g_strdup_printf(say(language, "%1$s; band: %2$s"), plan_year, years);
}

char *chart_source_text(ChartKind kind, Language language, const Study *study) {
  g_autofree char *basis = basis_text(kind, language, study);
  return g_strdup_printf(say(language, "Aubaine, %1$s, %2$s"),
                         say_name(language, study->plan->name), basis);
}

static Chart *make_chart(ChartKind kind, Language language, const Study *study,
                         const char *font_family) {
  const ChartStyle style = {
      .language = language,
      .theme = THEME_LIGHT,
      .width = PICTURE_WIDTH,
      .height = chart_height_for(kind, study, PICTURE_WIDTH, PICTURE_TEXT),
      .text_scale = PICTURE_TEXT,
      .font_family = font_family,
  };
  return chart_new(kind, study, &style);
}

ChartPicture *chart_picture_new(ChartKind kind, Language language, const Study *study,
                                const char *font_family) {
  ChartPicture *picture = g_new0(ChartPicture, 1);
  Chart *chart = picture->chart = make_chart(kind, language, study, font_family);
  Scene *scene = &picture->scene;
  palette_init(&picture->palette, THEME_LIGHT);
  typesetter_init(&picture->typesetter, language, font_family, PICTURE_TEXT);
  scene_init(scene, &picture->palette, &picture->typesetter, PICTURE_WIDTH, 0);
  picture->chart_y = ceil(frame_add_titles(scene, chart->title, chart->subtitle));
  g_autofree char *source = chart_source_text(kind, language, study);
  Box box = scene_add_text(scene, source, 0, picture->chart_y + chart->style.height + SOURCE_GAP,
                           (TextPlace){TEXT_TICK, ROLE_MUTED, 0, 0, PICTURE_WIDTH});
  picture->height = scene->height = ceil(box_bottom(box));
  picture->describe = g_strdup_printf("%s %s.", chart->describe, source);
  return picture;
}

void chart_picture_free(ChartPicture *picture) {
  if (!picture)
    return;
  scene_clear(&picture->scene);
  typesetter_clear(&picture->typesetter);
  chart_free(picture->chart);
  g_free(picture->describe);
  g_free(picture);
}

void chart_picture_size(const ChartPicture *picture, int *width, int *height) {
  *width = (int)(PICTURE_WIDTH + 2 * PICTURE_MARGIN);
  *height = (int)(picture->height + 2 * PICTURE_MARGIN);
}

void chart_picture_paint(const ChartPicture *picture, cairo_t *cr) {
  double rgb[3];
  chart_theme_background(THEME_LIGHT, rgb);
  cairo_save(cr);
  cairo_set_source_rgb(cr, rgb[0], rgb[1], rgb[2]);
  cairo_paint(cr);
  cairo_translate(cr, PICTURE_MARGIN, PICTURE_MARGIN);
  scene_paint(&picture->scene, cr);
  cairo_translate(cr, 0, picture->chart_y);
  chart_paint(picture->chart, cr);
  cairo_restore(cr);
}

const char *chart_picture_title(const ChartPicture *picture) {
  return picture->chart->title;
}

const char *chart_picture_describe(const ChartPicture *picture) {
  return picture->describe;
}
