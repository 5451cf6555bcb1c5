/* What a frame costs: laying out and painting each chart at 1600 × 900, and its hover layer.
 * Prints figures, judges nothing. */
#include <stdio.h>

#include "tests/sample-decisions.h"
#include "tests/sample-load.h"
#include "tests/sample-results.h"
#include "tests/sample-risk.h"
#include "ui/chart/chart.h"

#define ROUNDS 60

static double milliseconds_since(gint64 begin) {
  return (double)(g_get_monotonic_time() - begin) / 1000;
}

static void bench_kind(ChartKind kind, const Study *study) {
  ChartStyle style = {.width = 1600, .height = 900, .text_scale = 1.2, .with_title = true};
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1600, 900);
  cairo_t *cr = cairo_create(surface);
  double layout = 0, paint = 0, hover = 0;
  for (int i = 0; i < ROUNDS; i++) {
    gint64 begin = g_get_monotonic_time();
    g_autoptr(Chart) chart = chart_new(kind, study, &style);
    layout += milliseconds_since(begin);
    begin = g_get_monotonic_time();
    chart_paint(chart, cr);
    paint += milliseconds_since(begin);
    begin = g_get_monotonic_time();
    int position = i * chart_position_count(chart) / ROUNDS;
    double box[4];
    chart_hover_box(chart, position, box);
    chart_paint_hover(chart, cr, position);
    hover += milliseconds_since(begin);
  }
  printf("%-22s layout %6.2f ms, paint %6.2f ms, hover %6.2f ms: 1 to %5.1f of both\n",
         chart_name(kind), layout / ROUNDS, paint / ROUNDS, hover / ROUNDS,
         (layout + paint) / hover);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

int main(void) {
  g_autofree Plan *plan = g_new0(Plan, 1);
  g_autofree Results *results = g_new0(Results, 1);
  sample_results_fill(SHAPE_EXAMPLE, plan, results);
  g_autofree Risk *risk = g_new0(Risk, 1);
  sample_risk_run(plan, 250, true, risk);
  YearVisit visits[SAMPLE_VISITS_MAX];
  Study study = {.plan = plan, .results = results, .risk = risk};
  sample_day_fill(SHAPE_EXAMPLE, visits, &study);
  g_autofree Decisions *decisions = g_new0(Decisions, 1);
  g_autofree Offers *offers = g_new0(Offers, 1);
  sample_decisions_fill(plan, results, DECIDE_SHAPE_USUAL, decisions);
  sample_offers_fill(plan, results, DECIDE_SHAPE_USUAL, offers);
  study.decisions = decisions;
  study.offers = offers;
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++)
    bench_kind((ChartKind)kind, &study);
  return 0;
}
