/* Room: paper. Knows: tables, charts, page. Must not know: how offers are compared. */
#include "ui/paper/comparison.h"

#include <string.h>

#include "model/results/results.h"
#include "ui/paper/document.h"
#include "ui/paper/paper-chart.h"
#include "ui/paper/paper-table.h"
#include "ui/table/table-build.h"
#include "ui/table/table-decide.h"

#define CHART_SHARE 0.7

typedef struct {
  Language language;
  const Study *study;
  Table *measures, *terms;
} Comparison;

enum { TERM_LABEL, TERM_VALUE };

static TableRow *find_term(Table *terms, const char *label) {
  for (int i = 0; i < table_row_count(terms); i++) {
    TableRow *row = &g_array_index(terms->rows, TableRow, i);
    if (g_strcmp0(row->cell[TERM_LABEL].text, label) == 0)
      return row;
  }
  TableRow *row = table_add_row(terms, ROW_NORMAL);
  table_put_text(row, TERM_LABEL, label);
  return row;
}

/* Where the deals differ. */
static void mark_differences(Table *terms, int count) {
  for (int i = 0; i < table_row_count(terms); i++) {
    TableRow *row = &g_array_index(terms->rows, TableRow, i);
    bool differs = false;
    for (int offer = 1; offer < count; offer++)
      differs = differs || g_strcmp0(row->cell[1].text, row->cell[1 + offer].text) != 0;
    if (differs)
      table_take_text(row, TERM_LABEL, g_strdup_printf("≠ %s", row->cell[TERM_LABEL].text));
  }
}

/* Each contract's terms, a term a row. */
static Table *make_terms(Language language, const Offers *offers, const Plan *const plans[]) {
  Table *terms = table_new(language, say(language, "The terms of each contract"));
  table_add_column(terms, COLUMN_TEXT, say(language, "Term"));
  g_autofree Results *results = g_new(Results, 1);
  g_autofree YearScratch *scratch = g_new(YearScratch, 1);
  for (int i = 0; i < offers->offer_count; i++) {
    results_compute(plans[i], results, scratch);
    g_autoptr(Table) contract = table_contract(language, plans[i], results);
    table_add_column(terms, COLUMN_TEXT, say_name(language, offers->offer[i].name));
    for (int r = 0; r < table_row_count(contract); r++) {
      const TableRow *row = table_row(contract, r);
      table_put_text(find_term(terms, row->cell[TERM_LABEL].text), 1 + i,
                     row->cell[TERM_VALUE].text);
    }
  }
  mark_differences(terms, offers->offer_count);
  terms->note = g_strdup(say(language, "≠ where they differ."));
  return terms;
}

static void add_table(Page *page, const Table *table) {
  page_heading(page, 2, table->title, paper_table_keep(page, table));
  paper_table_flow(page, table);
}

static void flow_comparison(Page *page, gpointer data) {
  const Comparison *comparison = data;
  Language language = comparison->language;
  g_autofree char *finding = chart_finding(CHART_OFFERS, language, comparison->study);
  page_heading(page, 1, say(language, "Deals side by side"), 100.0);
  page_paragraph(page, TYPE_NOTE,
                 say(language, "Owner’s projection, not audited or reviewed. Amounts in Canadian "
                               "dollars, before income tax."));
  paper_chart_flow(page, language, CHART_OFFERS, comparison->study, finding,
                   CHART_SHARE * page_body_height(page));
  page_heading(page, 2, say(language, "In figures"), paper_table_keep(page, comparison->measures));
  paper_table_flow(page, comparison->measures);
  add_table(page, comparison->terms);
}

GBytes *comparison_make_pdf(const Study *study, const Plan *const plans[],
                            const ReportOptions *options, GError **error) {
  g_return_val_if_fail(study != NULL && study->offers != NULL && options != NULL, NULL);
  Language language = options->language;
  g_autoptr(Table) measures = table_offers(language, study);
  g_autoptr(Table) terms = make_terms(language, study->offers, plans);
  Comparison comparison = {language, study, measures, terms};
  g_autofree char *prepared = document_prepared_text(language, options->prepared_date);
  const char *title = say(language, "Deals side by side");
  const Document document = {
      .language = language,
      .prepared_date = options->prepared_date,
      .title = title,
      .author = say_name(language, study->plan->business.name),
      .subject = say(language, "Group-buy deals under the same simulated years"),
      .frame = {options->paper, say_name(language, study->plan->business.name), prepared,
                "Aubaine " AUBAINE_VERSION},
  };
  return document_make_pdf(&document, flow_comparison, &comparison, error);
}
