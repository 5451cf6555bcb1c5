/* Room: paper. Knows: the books' tables, ticks. Must not know: what they say. */
#include "ui/paper/paper-narrow.h"
#include "ui/paper/report-parts.h"
#include "ui/paper/report-tables.h"

static void add_topic(const Report *report, BooksTopic topic) {
  g_autoptr(Table) table = table_books(report->language, report->books, topic);
  if (table != NULL)
    report_add_table(report, table);
}

static char *tick_text(const Report *report, const SignCheck *check) {
  Language language = report->language;
  g_autofree char *text = sign_text(language, report->books, check);
  if (check->state == SIGN_FINE)
    return g_steal_pointer(&text);
  return g_strdup_printf(say(language, "%1$s: %2$s"), sign_state_label(language, check->state),
                         text);
}

/* What would be refused first, then what to ask. */
static void add_ticks(Page *page, gpointer data) {
  static const char *const marks[SIGN_STATE_COUNT] = {
      [SIGN_FINE] = "✓", [SIGN_ASK] = "?", [SIGN_REFUSE] = "✗"};
  const Report *report = data;
  SignCheck checks[SIGN_COUNT];
  signing_check(report->books, checks);
  page_tag_begin(page, "L");
  for (int state = SIGN_STATE_COUNT - 1; state >= 0; state--)
    for (int i = 0; i < SIGN_COUNT; i++) {
      if (checks[i].state != (SignState)state)
        continue;
      g_autofree char *text = tick_text(report, &checks[i]);
      page_item(page, TYPE_CELL, marks[state], text);
    }
  page_tag_end(page, "L");
}

void report_add_signing(const Report *report) {
  Report copy = *report;
  g_autoptr(Table) table = table_books(report->language, report->books, BOOKS_SIGNING);
  page_heading(report->page, 2, table->title, 60.0);
  report_begin_part(report, PART_SIGNING);
  page_in_columns(report->page, 2, add_ticks, &copy);
}

void report_add_taxes(const Report *report) {
  /* What it would be without the deal stands in the heading, as what the deal adds. */
  g_autoptr(Table) remittances = table_books(report->language, report->books, BOOKS_REMITTANCES);
  if (remittances != NULL) {
    g_autoptr(Table) joined = narrow_join(remittances, 0, 1, remittances->column[1].heading);
    g_autoptr(Table) narrow = narrow_drop_last(joined);
    report_add_table(report, narrow);
  }
  add_topic(report, BOOKS_TREATMENTS);
  add_topic(report, BOOKS_REGISTRATION);
}

void report_add_books(const Report *report) {
  g_autoptr(Table) entries = table_books(report->language, report->books, BOOKS_MODEL);
  g_autoptr(Table) cut_offs = table_books(report->language, report->books, BOOKS_CUT_OFFS);
  g_autoptr(Table) narrow =
      entries != NULL ? narrow_join(entries, 0, 1, say(report->language, "Account")) : NULL;
  page_space(report->page, 5.0);
  report_add_tables_in_columns(report, 2, (Table *[]){cut_offs, narrow}, 2,
                               &report->part_page[PART_ENTRIES]);
}
