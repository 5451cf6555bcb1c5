/* Room: paper. Knows: tables, words, page. Must not know: how a table is set. */
#include "ui/paper/report-tables.h"

#include <string.h>

#include "model/risk/risk.h"
#include "ui/paper/paper-narrow.h"
#include "ui/paper/paper-table.h"
#include "ui/table/table-decide.h"
#include "ui/words/risk-words.h"

#define ASSUMED_MARK "▲"
#define SIDE_GAP 22.0
#define STACK_SPACE 9.0

static void add_heading_and_table(Page *page, const Table *table) {
  page_heading(page, 2, table->title, paper_table_keep(page, table));
  paper_table_flow(page, table);
}

void report_add_table(const Report *report, const Table *table) {
  add_heading_and_table(report->page, table);
}

typedef struct {
  Table *const *tables;
  int count;
  int *begins_page; /* or NULL */
} Tables;

Table *report_table_sources(const Report *report, const Table *table) {
  return narrow_sources(table, provenance_label(report->language, PROVENANCE_ASSUMED),
                        ASSUMED_MARK);
}

void report_add_running_sources(const Report *report, const Table *table) {
  Language language = report->language;
  g_autoptr(Table) narrow = report_table_sources(report, table);
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < table_row_count(narrow); i++) {
    const TableRow *row = table_row(narrow, i);
    g_autofree char *part =
        g_strdup_printf(say(language, "%1$s: %2$s"), row->cell[0].text, row->cell[1].text);
    g_string_append_printf(text, "%s%s", i > 0 ? " · " : "", part);
  }
  page_link_paragraph(report->page, TYPE_CELL, text->str, report->part_page[PART_ANNEX]);
}

double report_put_part(Page *page, const Table *table, double x, double y, double width,
                       bool draw) {
  const Type *type = page_type(page);
  g_autoptr(PangoLayout) title =
      type_layout(type, TYPE_SUBHEADING, table->title, width, PANGO_ALIGN_LEFT);
  g_autoptr(PangoLayout) note =
      type_layout(type, TYPE_NOTE, table->note != NULL ? table->note : "", width, PANGO_ALIGN_LEFT);
  double at = y;
  if (draw) {
    page_outline(page, 2, table->title, x, at);
    page_tag_begin(page, "H2");
    page_show(page, title, TYPE_SUBHEADING, x, at);
    page_tag_end(page, "H2");
  }
  at += type_layout_height(title) + 2.0;
  if (draw)
    page_rule(page, x, at, width, 0.6, 0.62);
  at += 1.0;
  at += paper_table_put(page, table, x, at, width, draw) + 4.0;
  if (table->note == NULL)
    return at - y;
  if (draw) {
    page_tag_begin(page, "P");
    page_show(page, note, TYPE_NOTE, x, at);
    page_tag_end(page, "P");
  }
  return at + type_layout_height(note) - y;
}

static double put_stack(Page *page, Table *const *tables, int count, double x, double y,
                        double width, bool draw) {
  double at = y;
  for (int i = 0; i < count; i++)
    at += (i > 0 ? STACK_SPACE : 0.0) + report_put_part(page, tables[i], x, at, width, draw);
  return at - y;
}

void report_add_beside(const Report *report, double left_share, const Table *left,
                       Table *const *right, int right_count) {
  Page *page = report->page;
  double x = page_left(page), left_width = (page_width(page) - SIDE_GAP) * left_share;
  double right_x = x + left_width + SIDE_GAP, right_width = x + page_width(page) - right_x;
  double height = MAX(report_put_part(page, left, x, 0.0, left_width, false),
                      put_stack(page, right, right_count, right_x, 0.0, right_width, false));
  page_space(page, 9.0);
  page_need(page, height);
  bool draw = page_cairo(page) != NULL;
  report_put_part(page, left, x, page_y(page), left_width, draw);
  put_stack(page, right, right_count, right_x, page_y(page), right_width, draw);
  page_advance(page, height);
}

static void flow_tables(Page *page, gpointer data) {
  const Tables *tables = data;
  bool begun = false;
  for (int i = 0; i < tables->count; i++) {
    const Table *table = tables->tables[i];
    if (table == NULL)
      continue;
    page_heading(page, 2, table->title, paper_table_keep(page, table));
    if (!begun && tables->begins_page != NULL)
      *tables->begins_page = page_count(page);
    begun = true;
    paper_table_flow(page, table);
  }
}

void report_add_tables_in_columns(const Report *report, int columns, Table *const *tables,
                                  int count, int *begins_page) {
  Tables all = {tables, count, begins_page};
  page_in_columns(report->page, columns, flow_tables, &all);
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

/* How often it loses, how far, and how often something breaks. */
static void add_risk(const Report *report) {
  const Risk *risk = report->study->risk;
  Language language = report->language;
  g_autofree char *loss = risk_loss_text(language, risk);
  g_autofree char *range = risk_range_text(language, risk);
  g_autofree char *any = risk_any_text(language, risk);
  const char *said[] = {loss, range, any};
  g_autoptr(GString) text = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
    if (said[i] != NULL)
      g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", said[i]);
  page_paragraph(report->page, TYPE_CELL, text->str);
}

/* Takes the table; without what is nothing on both sides. */
static Table *short_of(Table *table) {
  Table *narrow = narrow_nonzero(table);
  table_free(table);
  return narrow;
}

void report_add_comparison(const Report *report) {
  Language language = report->language;
  if (report->results->has_calendar) {
    g_autoptr(Table) conditions = has_risk_years(report->study)
                                      ? table_standing(language, report->study)
                                      : table_conditions(language, report->study);
    report_add_table(report, conditions);
    if (has_risk_years(report->study))
      add_risk(report);
  }
  g_autoptr(Table) earnings =
      report->results->has_calendar
          ? short_of(table_earnings(language, report->plan, report->results))
          : NULL;
  g_autoptr(Table) waterfall = short_of(table_waterfall(language, report->plan, report->results));
  g_autoptr(Table) others = short_of(table_other_vouchers(language, report->plan, report->results));
  if (earnings == NULL)
    report_add_tables_in_columns(report, 2, (Table *[]){waterfall, others}, 2, NULL);
  else
    report_add_beside(report, 0.56, earnings, (Table *[]){waterfall, others}, 2);
}

void report_add_months(const Report *report) {
  if (!report->results->has_calendar)
    return;
  g_autoptr(Table) months = table_months(report->language, report->plan, report->results);
  g_autoptr(Table) earned = table_earned(report->language, report->books);
  page_turn(report->page, true);
  report_add_table(report, months);
  report_begin_part(report, PART_MONTHS);
  report_add_table(report, earned);
  page_turn(report->page, false);
}
