/* Room: paper. Knows: chart, page. Must not know: how a chart is drawn or what it found. */
#include "ui/paper/paper-chart.h"

#include <string.h>

/* Text in a chart is laid out for 10.5 points; nothing on paper goes under 9. */
#define CHART_TEXT_SCALE 0.9
/* Subtitle and caption of two lines with the white around them and around the heading. */
#define CHART_WORDS_HEIGHT 66.0

/* What the description adds to the finding and the subtitle, which stand above the chart. */
static const char *caption_of(const Chart *chart) {
  const char *caption = chart_describe(chart);
  const char *said[] = {chart_title(chart), chart_subtitle(chart)};
  for (gsize i = 0; i < G_N_ELEMENTS(said); i++) {
    if (!g_str_has_prefix(caption, said[i]))
      continue;
    caption += strlen(said[i]);
    caption += strspn(caption, ". ");
  }
  return caption;
}

static void paint(Page *page, const Chart *chart, const ChartStyle *style) {
  cairo_t *cr = page_cairo(page);
  if (cr == NULL)
    return;
  page_figure_begin(page, chart_describe(chart));
  cairo_save(cr);
  cairo_translate(cr, page_left(page), page_y(page));
  cairo_rectangle(cr, 0.0, 0.0, style->width, style->height);
  cairo_clip(cr);
  chart_paint(chart, cr);
  cairo_restore(cr);
  page_tag_end(page, "Figure");
}

void paper_chart_flow(Page *page, Language language, ChartKind kind, const Study *study,
                      const char *finding, double height) {
  ChartStyle style = {
      .language = language,
      .theme = THEME_PRINT,
      .width = page_width(page),
      .text_scale = CHART_TEXT_SCALE,
      .font_family = TYPE_FAMILY,
      .with_title = false,
  };
  g_autoptr(PangoLayout) heading =
      type_layout(page_type(page), TYPE_HEADING, finding, style.width, PANGO_ALIGN_LEFT);
  style.height = MIN(chart_natural_height(kind, style.width, style.text_scale, style.with_title),
                     height - CHART_WORDS_HEIGHT - type_layout_height(heading));
  g_autoptr(Chart) chart = chart_new(kind, study, &style);
  page_heading(page, 2, finding, style.height + CHART_WORDS_HEIGHT - 20.0);
  page_paragraph(page, TYPE_NOTE, chart_subtitle(chart));
  page_space(page, 4.0);
  paint(page, chart, &style);
  page_advance(page, style.height + 4.0);
  page_paragraph(page, TYPE_NOTE, caption_of(chart));
}
