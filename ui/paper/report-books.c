/* Room: paper. Knows: tables of the books, pages. Must not know: what they say. */
#include "ui/paper/report-parts.h"
#include "ui/paper/report-tables.h"

static void add_topic(const Report *report, BooksTopic topic) {
  g_autoptr(Table) table = table_books(report->language, report->books, topic);
  if (table != NULL)
    report_add_table(report, table);
}

void report_add_books(const Report *report) {
  add_topic(report, BOOKS_SIGNING);
  add_topic(report, BOOKS_TREATMENTS);
  add_topic(report, BOOKS_REGISTRATION);
  add_topic(report, BOOKS_CUT_OFFS);
  add_topic(report, BOOKS_MODEL);
}
