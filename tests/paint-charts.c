/* For looking: paints every chart as PNG into a folder.
 *   paint-charts FOLDER [theme] [en|fr] [width] [text scale] [sample] [hover] [risk] [decided]
 * sample: a number of sample-results.h, 0 the shipped example; hover: 0 to 99, how far across, -1
 * none; risk: a number of sample-risk.h, -1 none. Without it the example has 1,000 simulated years
 * of its own and the others the usual ones. decided: a number of sample-decisions.h, 0 by
 * itself, or "engine": computed. */
#include <stdlib.h>

#include "tests/sample-decisions.h"
#include "tests/sample-load.h"
#include "tests/sample-results.h"
#include "tests/sample-risk.h"
#include "ui/chart/chart.h"

static void paint(const char *folder, ChartKind kind, const Study *study, const ChartStyle *style,
                  int hover) {
  const int margin = 16;
  g_autoptr(Chart) chart = chart_new(kind, study, style);
  cairo_surface_t *surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, (int)style->width + 2 * margin, (int)style->height + 2 * margin);
  cairo_t *cr = cairo_create(surface);
  double rgb[3];
  chart_theme_background(style->theme, rgb);
  cairo_set_source_rgb(cr, rgb[0], rgb[1], rgb[2]);
  cairo_paint(cr);
  cairo_translate(cr, margin, margin);
  chart_paint(chart, cr);
  if (hover >= 0)
    chart_paint_hover(chart, cr, hover * chart_position_count(chart) / 100);
  g_autofree char *path = g_strdup_printf("%s/%s.png", folder, chart_name(kind));
  if (cairo_surface_write_to_png(surface, path) != CAIRO_STATUS_SUCCESS)
    g_printerr("cannot write %s\n", path);
  g_print("%s\n%s\n\n", path, chart_describe(chart));
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

/* All parts, computed: some ten seconds. */
static void decide(const Plan *plan, Decisions *decisions) {
  TrialScratch *trial = g_new0(TrialScratch, 1);
  DecideScratch *scratch = g_new0(DecideScratch, 1);
  TrialRunner runner = {.run = trial_run_here, .data = trial, .seed = 1};
  decisions_begin(plan, 1, true, decisions);
  for (int part = 0; part < DECIDE_PART_COUNT; part++)
    decisions_compute(decisions, (DecidePart)part, plan, &runner, scratch);
  g_free(scratch);
  g_free(trial);
}

int main(int argc, char **argv) {
  static const char *themes[] = {"light", "dark", "contrast", "contrast-dark", "print"};
  ChartStyle style = {.text_scale = 1.15, .with_title = true, .width = 860};
  if (argc < 2) {
    g_printerr("paint-charts FOLDER [theme] [en|fr] [width] [text scale] [sample] [hover] [risk] "
               "[decided]\n");
    return 2;
  }
  for (int i = 0; argc > 2 && i < THEME_COUNT; i++)
    if (g_str_equal(argv[2], themes[i]))
      style.theme = (ChartTheme)i;
  style.language = argc > 3 ? language_from_code(argv[3]) : LANGUAGE_EN;
  style.width = argc > 4 ? atof(argv[4]) : style.width;
  style.text_scale = argc > 5 ? atof(argv[5]) : style.text_scale;
  int sample = argc > 6 ? atoi(argv[6]) : SHAPE_EXAMPLE, hover = argc > 7 ? atoi(argv[7]) : -1;
  g_autofree Plan *plan = g_new0(Plan, 1);
  g_autofree Results *results = g_new0(Results, 1);
  sample_results_fill((ResultsShape)CLAMP(sample, 0, SHAPE_COUNT - 1), plan, results);
  g_autofree Risk *risk = g_new0(Risk, 1);
  int shape = argc > 8 ? atoi(argv[8]) : RISK_SHAPE_USUAL;
  if (argc <= 8 && sample == SHAPE_EXAMPLE)
    sample_risk_run(plan, 1000, true, risk);
  else if (shape >= 0)
    sample_risk_fill((RiskShape)MIN(shape, RISK_SHAPE_COUNT - 1), plan, results, risk);
  YearVisit visits[SAMPLE_VISITS_MAX];
  Study study = {.plan = plan, .results = results, .risk = shape >= 0 ? risk : NULL};
  sample_day_fill((ResultsShape)CLAMP(sample, 0, SHAPE_COUNT - 1), visits, &study);
  g_autofree Decisions *decisions = g_new0(Decisions, 1);
  g_autofree Offers *offers = g_new0(Offers, 1);
  int decided = CLAMP(argc > 9 ? atoi(argv[9]) : 0, 0, DECIDE_SHAPE_COUNT - 1);
  if (argc > 9 && g_str_equal(argv[9], "engine"))
    decide(plan, decisions);
  else
    sample_decisions_fill(plan, results, decided, decisions);
  sample_offers_fill(plan, results, decided, offers);
  study.decisions = decisions;
  study.offers = offers;
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
    style.height =
        chart_natural_height((ChartKind)kind, style.width, style.text_scale, style.with_title);
    paint(argv[1], (ChartKind)kind, &study, &style, hover);
  }
  return 0;
}
