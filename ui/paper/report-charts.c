/* Room: paper. Knows: findings, charts on paper. Must not know: how a chart is drawn. */
#include "ui/paper/paper-chart.h"
#include "ui/paper/report-parts.h"

void report_add_charts(const Report *report) {
  Language language = report->language;
  const Plan *plan = report->plan;
  const Results *results = report->results;
  if (!results->has_calendar)
    return;
  /* Of the plan year: the simulated years stand in words and tables. */
  const Study plain = {plan, results, NULL};
  g_autofree char *bookings = finding_bookings(language, plan, results);
  g_autofree char *heat = finding_heat(language, plan, results);
  g_autofree char *cash = finding_cash(language, plan, results);
  paper_chart_flow(report->page, language, CHART_BOOKINGS, &plain, bookings, 0.3);
  paper_chart_flow(report->page, language, CHART_HEAT, &plain, heat, 0.25);
  paper_chart_flow(report->page, language, CHART_CASH, &plain, cash, 0.38);
}
