/* Room: paper. Knows: the page. Must not know: what stands in columns. */
#include "ui/paper/page-parts.h"

/* Columns of one page differ by about so much. */
#define BALANCE_STEP 6.0

GArray *page_ends_new(void) {
  return g_array_new(FALSE, FALSE, sizeof(ColumnsEnd));
}

void page_share_ends(Page *page, GArray *ends) {
  page->ends = ends;
  page->ends_are_known = ends->len > 0;
}

static void begin_columns(Page *page, int count) {
  page_need(page, 0.0);
  page->columns.count = count;
  page->columns.at = 0;
  page->columns.top = page->columns.lowest = page->y;
  page->empty = true;
}

/* Where it would end, with columns that end at bottom on last_page; nothing is drawn. */
static Page measure_columns(const Page *page, int count, PageFlow flow, gpointer data,
                            int last_page, double bottom) {
  Page trial = *page;
  trial.cr = NULL;
  trial.sheets = NULL;
  begin_columns(&trial, count);
  trial.columns.last_page = last_page;
  trial.columns.bottom = bottom;
  trial.columns.overflows = false;
  flow(&trial, data);
  return trial;
}

/* The lowest end of the columns on their last page that holds all. */
static double find_bottom(const Page *page, int count, PageFlow flow, gpointer data,
                          const Page *end) {
  double low = end->columns.top, high = page_body_bottom(end);
  while (high - low > BALANCE_STEP) {
    double middle = (low + high) / 2.0;
    Page trial = measure_columns(page, count, flow, data, end->number, middle);
    if (trial.number == end->number && !trial.columns.overflows)
      high = middle;
    else
      low = middle;
  }
  return high;
}

/* Of the run before, or found by trying. */
static ColumnsEnd find_end(Page *page, int count, PageFlow flow, gpointer data) {
  if (page->ends != NULL && page->ends_are_known)
    return g_array_index(page->ends, ColumnsEnd, page->ends_read++);
  Page all = measure_columns(page, count, flow, data, 0, 0.0);
  ColumnsEnd end = {all.number, find_bottom(page, count, flow, data, &all)};
  if (page->ends != NULL)
    g_array_append_val(page->ends, end);
  return end;
}

void page_in_columns(Page *page, int count, PageFlow flow, gpointer data) {
  g_return_if_fail(page->columns.count == 1 && count > 0);
  ColumnsEnd end = find_end(page, count, flow, data);
  begin_columns(page, count);
  page->columns.last_page = end.page;
  page->columns.bottom = end.bottom;
  flow(page, data);
  page->y = page->columns.lowest;
  page->empty = false;
  page->columns.count = 1;
  page->columns.at = page->columns.last_page = 0;
}
