/* Room: paper. Knows: findings, charts on paper. Must not know: how a chart is drawn. */
#include "ui/paper/paper-chart.h"
#include "ui/paper/report-parts.h"

/* Of a page, for both charts: less is too flat, more is empty. */
#define LEAST_SHARE 0.58
#define MOST_SHARE 0.86
/* Of both: that of cash, which has two panels, takes the rest, up to so much of a page. */
#define BOOKINGS_SHARE 0.45
#define CASH_MOST 0.45
/* In points: its caption ends above the foot. */
#define LAST_SPACE 8.0

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
  Page *page = report->page;
  page_need(page, page_body_height(page) * LEAST_SHARE);
  report_begin_part(report, PART_CHARTS);
  double room = MIN(page_room(page), page_body_height(page) * MOST_SHARE);
  paper_chart_flow(page, language, CHART_BOOKINGS, &plain, bookings, BOOKINGS_SHARE * room);
  page_paragraph(page, TYPE_NOTE, heat);
  paper_chart_flow(page, language, CHART_CASH, &plain, cash,
                   MIN(page_room(page) - LAST_SPACE, CASH_MOST * page_body_height(page)));
}
