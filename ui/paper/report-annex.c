/* Room: paper. Knows: the parts' pages, the table of assumptions. Must not know: the fields.
 *
 * What leads through the report, and its annex: what a reader looks up rather than reads. */
#include "ui/paper/paper-table.h"
#include "ui/paper/report-parts.h"
#include "ui/paper/report-tables.h"

bool report_has_part(const Results *results, ReportPart part) {
  return results->has_calendar || (part != PART_MONTHS && part != PART_CHARTS);
}

void report_begin_part(const Report *report, ReportPart part) {
  report->part_page[part] = page_count(report->page);
}

void report_add_contents(const Report *report) {
  static const char *const labels[PART_COUNT] = {
      [PART_SIGNING] = N_("before you sign"),
      [PART_MONTHS] = N_("months and taxes"),
      [PART_ENTRIES] = N_("year ends and entries"),
      [PART_QUESTIONS] = N_("questions for your accountant"),
      [PART_CHARTS] = N_("charts"),
      [PART_ANNEX] = N_("annex"),
  };
  Language language = report->language;
  PageLink links[PART_COUNT];
  int count = 0;
  for (int part = 0; part < PART_COUNT; part++)
    if (report->part_page[part] > 0) {
      int number = report->part_page[part];
      links[count++] = (PageLink){
          g_strdup_printf(say(language, "%1$s: %2$d"), say(language, labels[part]), number),
          number};
    }
  page_links(report->page, TYPE_NOTE, say(language, "Pages:"), links, count);
  for (int i = 0; i < count; i++)
    g_free(links[i].text);
}

typedef struct {
  const Report *report;
  const Table *sources;
} Annex;

static void flow_annex(Page *page, gpointer data) {
  const Annex *annex = data;
  Report report = *annex->report;
  report.page = page;
  paper_table_flow(page, annex->sources);
  report_add_explanations(&report);
}

void report_add_annex(const Report *report) {
  Page *page = report->page;
  Language language = report->language;
  g_autoptr(Table) assumptions = table_assumptions(language, report->plan);
  g_autoptr(Table) sources = report_table_sources(report, assumptions);
  Annex annex = {report, sources};
  page_turn(page, false);
  page_heading(page, 2, say(language, "Annex: assumptions and computation"), 80.0);
  report_begin_part(report, PART_ANNEX);
  page_paragraph(page, TYPE_NOTE,
                 say(language, "▲ assumed: nobody has confirmed it. In parentheses: "
                               "between what and what it is drawn in the simulated years."));
  page_in_columns(page, 2, flow_annex, &annex);
}
