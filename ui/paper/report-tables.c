/* Room: paper. Knows: tables, words, page. Must not know: how a table is set. */
#include "ui/paper/report-tables.h"

#include <string.h>

#include "model/risk/risk.h"
#include "ui/paper/paper-table.h"
#include "ui/table/table-decide.h"

void report_add_table(const Report *report, const Table *table) {
  page_heading(report->page, 2, table->title, paper_table_keep(report->page, table));
  paper_table_flow(report->page, table);
}

void report_add_warnings(const Report *report) {
  const Problems *warnings = report->warnings;
  if (warnings == NULL || warnings->count == warnings->blocking_count)
    return;
  Page *page = report->page;
  page_heading(page, 2, say(report->language, "Warnings"), 20.0);
  page_tag_begin(page, "L");
  for (int i = warnings->blocking_count; i < warnings->count; i++) {
    g_autofree char *text = problem_text(report->language, &warnings->problem[i]);
    page_item(page, TYPE_BODY, "▲", text);
  }
  page_tag_end(page, "L");
}

static bool has_risk_years(const Study *study) {
  return study->risk != NULL && risk_told(study->risk)->years > 0;
}

void report_add_comparison(const Report *report) {
  Language language = report->language;
  if (report->results->has_calendar) {
    g_autoptr(Table) conditions = has_risk_years(report->study)
                                      ? table_standing(language, report->study)
                                      : table_conditions(language, report->study);
    g_autoptr(Table) earnings = table_earnings(language, report->plan, report->results);
    report_add_table(report, conditions);
    report_add_table(report, earnings);
  }
  g_autoptr(Table) waterfall = table_waterfall(language, report->plan, report->results);
  report_add_table(report, waterfall);
}

void report_add_months(const Report *report) {
  if (!report->results->has_calendar)
    return;
  g_autoptr(Table) months = table_months(report->language, report->plan, report->results);
  g_autoptr(Table) remittances = table_books(report->language, report->books, BOOKS_REMITTANCES);
  page_turn(report->page, true);
  report_add_table(report, months);
  if (remittances != NULL)
    report_add_table(report, remittances);
  page_turn(report->page, false);
}

void report_add_assumptions(const Report *report) {
  Page *page = report->page;
  Language language = report->language;
  g_autoptr(Table) others = table_other_vouchers(language, report->plan, report->results);
  g_autoptr(Table) assumptions = table_assumptions(language, report->plan);
  report_add_table(report, others);
  page_heading(page, 2, assumptions->title, paper_table_keep(page, assumptions));
  *report->assumptions_page = page_count(page);
  paper_table_flow(page, assumptions);
}
