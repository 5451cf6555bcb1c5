#include "tests/chart-samples.h"

#include "tests/sample-load.h"
#include "tests/sample-risk.h"

Plan *plans[SHAPE_COUNT];
Results *results_of[SHAPE_COUNT];
Risk *risks[SHAPE_COUNT];
Study days[SHAPE_COUNT];
Decisions *decisions[SHAPE_COUNT];
Offers *offers[SHAPE_COUNT];
YearVisit visits[SHAPE_COUNT][SAMPLE_VISITS_MAX];

void make_results(void) {
  for (int shape = 0; shape < SHAPE_COUNT; shape++) {
    plans[shape] = g_new0(Plan, 1);
    results_of[shape] = g_new0(Results, 1);
    sample_results_fill((ResultsShape)shape, plans[shape], results_of[shape]);
    days[shape] = (Study){.plan = plans[shape], .results = results_of[shape]};
    sample_day_fill((ResultsShape)shape, visits[shape], &days[shape]);
    risks[shape] = g_new0(Risk, 1);
    if (shape == SHAPE_EXAMPLE)
      sample_risk_run(plans[shape], 60, true, risks[shape]);
    else
      sample_risk_fill((RiskShape)(shape % RISK_SHAPE_COUNT), plans[shape], results_of[shape],
                       risks[shape]);
    decisions[shape] = g_new0(Decisions, 1);
    offers[shape] = g_new0(Offers, 1);
    DecideShape decided = (DecideShape)(shape % DECIDE_SHAPE_COUNT);
    sample_decisions_fill(plans[shape], results_of[shape], decided, decisions[shape]);
    sample_offers_fill(plans[shape], results_of[shape], decided, offers[shape]);
  }
}

void free_results(void) {
  for (int shape = 0; shape < SHAPE_COUNT; shape++) {
    g_free(plans[shape]);
    g_free(results_of[shape]);
    g_free(risks[shape]);
    g_free(decisions[shape]);
    g_free(offers[shape]);
  }
}

bool shows_nothing(int shape, ChartKind kind) {
  const Decisions *made = decisions[shape];
  if (!kind_is_decided(kind))
    return shape == SHAPE_NO_CALENDAR && kind != CHART_WATERFALL && kind != CHART_SPREAD;
  if (kind == CHART_OFFERS)
    return offers[shape]->offer_count < 2;
  if (shape % DECIDE_SHAPE_COUNT == DECIDE_SHAPE_ZERO)
    return true;
  if (kind == CHART_QUOTA)
    return !made->quota.applies;
  if (kind == CHART_CAP)
    return false;
  if (shape % DECIDE_SHAPE_COUNT == DECIDE_SHAPE_FIRST)
    return true;
  return (kind == CHART_TORNADO && made->tornado.bar_count == 0) ||
         (kind == CHART_LAUNCH && !made->launch[1].applies);
}

Study study_of(int shape, ChartKind kind) {
  bool needs_risk = kind == CHART_FAN || kind == CHART_SPREAD;
  Study study = days[shape];
  study.risk = needs_risk ? risks[shape] : NULL;
  study.decisions = kind_is_decided(kind) ? decisions[shape] : NULL;
  study.offers = kind_is_decided(kind) ? offers[shape] : NULL;
  return study;
}

Chart *make_chart(int shape, ChartKind kind, const ChartStyle *style) {
  Study study = study_of(shape, kind);
  return chart_new(kind, &study, style);
}

ChartStyle style_for(ChartKind kind, double width, double text_scale) {
  return (ChartStyle){.width = width,
                      .height = chart_natural_height(kind, width, text_scale, true),
                      .text_scale = text_scale,
                      .with_title = true};
}
