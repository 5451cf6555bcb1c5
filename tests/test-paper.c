/* The flow of a report over pages: nothing wider or taller than its place, no heading alone at the
 * foot of a page, as many pages when measured as when drawn, and a failure that is told. */
#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "model/plan/presets.h"
#include "model/year/year-scratch.h"
#include "tests/sample-decisions.h"
#include "tests/sample-risk.h"
#include "tests/varied-plans.h"
#include "ui/paper/paper-columns.h"
#include "ui/paper/paper-table.h"
#include "ui/paper/report.h"
#include "ui/table/table-build.h"

static const PageFrame frame = {PAPER_LETTER, "Who it is about", "When it was made",
                                "What made it"};

static Table *make_table(int number_columns, int rows, int64_t cents) {
  Table *table = table_new(LANGUAGE_FR, "Tableau");
  table_add_column(table, COLUMN_TEXT, "Libellé");
  for (int i = 0; i < number_columns; i++)
    table_add_column(table, COLUMN_MONEY, i % 2 ? "Cotisations de l’employeur" : "Paie");
  for (int i = 0; i < rows; i++) {
    TableRow *row = table_add_row(table, i == rows - 1 ? ROW_TOTAL : ROW_NORMAL);
    table_put_text(row, 0, i % 3 ? "avr. 2026" : "un libellé de plusieurs mots qui peut se couper");
    for (int column = 1; column <= number_columns; column++)
      table_put_number(table, row, column, cents * (column % 2 ? 1 : -1));
  }
  return table;
}

static cairo_status_t drop_bytes(void *closure, const unsigned char *data, unsigned int length) {
  return CAIRO_STATUS_SUCCESS;
}

static cairo_t *make_cairo(void) {
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(drop_bytes, NULL, 612.0, 792.0);
  cairo_t *cr = cairo_create(surface);
  cairo_surface_destroy(surface);
  return cr;
}

static void finish_cairo(cairo_t *cr) {
  cairo_surface_finish(cairo_get_target(cr));
  g_assert_cmpint(cairo_status(cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint(cairo_surface_status(cairo_get_target(cr)), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy(cr);
}

/* Every amount of a block fits its column unbroken, and the block fits the width. */
static void assert_block_fits(const Type *type, const Table *table, const ColumnBlock *block,
                              double width) {
  double sum = 0.0;
  for (int i = 0; i < block->count; i++) {
    int column = block->column[i];
    double content = block->width[i] - (i == block->count - 1 ? 0.0 : COLUMN_GAP);
    sum += block->width[i];
    for (int row = 0; row < table_row_count(table) && column > 0; row++)
      g_assert_cmpfloat(type_text_width(type, TYPE_CELL, table_row(table, row)->cell[column].text),
                        <=, content);
  }
  g_assert_cmpfloat(sum, <=, width + 0.01);
}

static void test_columns(void) {
  const int64_t amounts[] = {0, 123456, -999999999, INT64_C(99999999999999)};
  g_autoptr(Type) type = type_new(1.0);
  for (gsize a = 0; a < G_N_ELEMENTS(amounts); a++)
    for (int numbers = 1; numbers < TABLE_COLUMNS_MAX; numbers++) {
      g_autoptr(Table) table = make_table(numbers, 4, amounts[a]);
      ColumnBlock blocks[TABLE_COLUMNS_MAX];
      int count = columns_divide(type, table, 522.0, blocks), next = 1;
      for (int b = 0; b < count; b++) {
        assert_block_fits(type, table, &blocks[b], 522.0);
        g_assert_cmpint(blocks[b].column[0], ==, 0);
        for (int i = 1; i < blocks[b].count; i++)
          g_assert_cmpint(blocks[b].column[i], ==, next++);
      }
      g_assert_cmpint(next, ==, numbers + 1);
      g_assert_cmpint(count, <=, a == 0 && numbers < 8 ? 1 : numbers);
    }
}

/* Words wrap before they push an amount off the page; a word wider than the page is cut. */
static void test_long_words(void) {
  g_autoptr(Type) type = type_new(1.0);
  g_autoptr(Table) table = table_new(LANGUAGE_EN, "Words");
  g_autofree char *word = g_strnfill(600, 'w');
  ColumnBlock blocks[TABLE_COLUMNS_MAX];
  table_add_column(table, COLUMN_TEXT, "A");
  table_add_column(table, COLUMN_TEXT, "B");
  TableRow *row = table_add_row(table, ROW_NORMAL);
  table_put_text(row, 0, word);
  table_put_text(row, 1, "short");
  g_assert_cmpint(columns_divide(type, table, 300.0, blocks), ==, 1);
  g_assert_cmpfloat(blocks[0].width[0] + blocks[0].width[1], <=, 300.01);
}

static int flow(cairo_t *cr, const Type *type, const Table *table, double above, int total) {
  g_autoptr(Page) page = page_new(cr, type, &frame, total);
  page_turn(page, false);
  page_advance(page, above);
  page_heading(page, 2, table->title, paper_table_keep(page, table));
  paper_table_flow(page, table);
  g_assert_cmpfloat(page_room(page), >=, -0.01);
  return page_count(page);
}

static void test_measured_as_drawn(void) {
  g_autoptr(Type) type = type_new(1.0);
  for (int rows = 0; rows <= 120; rows += rows < 6 ? 1 : 19)
    for (double above = 0.0; above < 700.0; above += 87.0) {
      g_autoptr(Table) table = make_table(5 + rows % 9, rows, 1234567);
      int measured = flow(NULL, type, table, above, 0);
      cairo_t *cr = make_cairo();
      g_assert_cmpint(flow(cr, type, table, above, measured), ==, measured);
      finish_cairo(cr);
    }
}

/* On which pages a heading and the line after it come, `above` points down a page. */
static bool heading_alone(const Type *type, double above, double keep) {
  g_autoptr(Page) page = page_new(NULL, type, &frame, 1);
  page_turn(page, false);
  page_advance(page, above);
  page_heading(page, 2, "A heading", keep);
  int heading_page = page_count(page);
  page_need(page, 50.0);
  return page_count(page) != heading_page;
}

static void test_no_heading_alone(void) {
  g_autoptr(Type) type = type_new(1.0);
  bool seen_without_keep = false;
  for (double above = 0.0; above < 720.0; above += 1.0) {
    g_assert_false(heading_alone(type, above, 50.0));
    seen_without_keep = seen_without_keep || heading_alone(type, above, 0.0);
  }
  g_assert_true(seen_without_keep); /* the fault this test is there to see */
}

static void check_prints_twice_alike(const VariedPlan *varied) {
  static int turn;
  const Study study = {.plan = &varied->plan, .results = &varied->results};
  Problems problems;
  plan_check(&varied->plan, &problems);
  for (int language = 0; language < LANGUAGE_COUNT; language++) {
    const ReportOptions options = {(Language)language, turn++ % 3 ? PAPER_LETTER : PAPER_A4, 20779};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) first = report_make_pdf(&study, &problems, &options, &error);
    g_assert_no_error(error);
    g_autoptr(GBytes) second = report_make_pdf(&study, &problems, &options, &error);
    g_assert_no_error(error);
    g_assert_true(g_bytes_equal(first, second));
    g_assert_cmpint(memcmp(g_bytes_get_data(first, NULL), "%PDF-1.", 7), ==, 0);
  }
}

static void test_varied_plans(void) {
  varied_plans_each(12, check_prints_twice_alike);
}

/* A study with everything in it, of any shape; each in one language, the next in the other. */
static void check_decided(const VariedPlan *varied) {
  static int turn;
  g_autofree Risk *risk = g_new0(Risk, 1);
  g_autofree Decisions *decisions = g_new0(Decisions, 1);
  for (int shape = 0; shape < DECIDE_SHAPE_COUNT; shape++) {
    sample_risk_fill((RiskShape)(shape % RISK_SHAPE_COUNT), &varied->plan, &varied->results, risk);
    sample_decisions_fill(&varied->plan, &varied->results, shape, decisions);
    const Study study = {
        .plan = &varied->plan, .results = &varied->results, .risk = risk, .decisions = decisions};
    const ReportOptions options = {(Language)(turn++ % LANGUAGE_COUNT), PAPER_LETTER, 20779};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) pdf = report_make_pdf(&study, NULL, &options, &error);
    g_assert_no_error(error);
    g_assert_cmpint(memcmp(g_bytes_get_data(pdf, NULL), "%PDF-1.", 7), ==, 0);
  }
}

static void test_decided(void) {
  varied_plans_each(1, check_decided);
}

static guint pdf_page_count(GBytes *pdf) {
  gsize length;
  const char *bytes = g_bytes_get_data(pdf, &length);
  qpdf_data read = qpdf_init();
  g_assert_cmpint(qpdf_read_memory(read, "report", bytes, length, NULL), ==, QPDF_SUCCESS);
  int count = qpdf_get_num_pages(read);
  qpdf_cleanup(&read);
  return (guint)count;
}

/* A printer gets the pages of the PDF: as many, each with its size and something on it. */
static void check_sheets(const VariedPlan *varied) {
  const Study study = {.plan = &varied->plan, .results = &varied->results};
  for (PaperSize paper = PAPER_LETTER; paper <= PAPER_A4; paper++) {
    const ReportOptions options = {LANGUAGE_FR, paper, 20779};
    g_autoptr(GPtrArray) sheets = report_make_sheets(&study, NULL, &options);
    g_autoptr(GBytes) pdf = report_make_pdf(&study, NULL, &options, NULL);
    guint landscape = 0;
    for (guint i = 0; i < sheets->len; i++) {
      cairo_rectangle_t size;
      double x, y, width, height;
      cairo_surface_t *sheet = g_ptr_array_index(sheets, i);
      g_assert_cmpint(cairo_surface_status(sheet), ==, CAIRO_STATUS_SUCCESS);
      g_assert_true(cairo_recording_surface_get_extents(sheet, &size));
      g_assert_cmpfloat_with_epsilon(MIN(size.width, size.height),
                                     paper == PAPER_A4 ? 595.276 : 612.0, 0.001);
      landscape += size.width > size.height;
      cairo_recording_surface_ink_extents(sheet, &x, &y, &width, &height);
      g_assert_cmpfloat(height, >, size.height * 0.9); /* from the head to the foot */
      g_assert_cmpfloat(x + width, <=, size.width);
    }
    g_assert_cmpuint(sheets->len, ==, pdf_page_count(pdf));
    g_assert_cmpuint(landscape, >, 0);
    g_assert_cmpuint(landscape, <, sheets->len);
  }
}

static void test_sheets(void) {
  varied_plans_each(1, check_sheets);
}

/* Six pages to read, three to look up in at most, whatever the business. */
#define PAGES_MAX 9

static void test_presets(void) {
  static Plan plan;
  static Results results;
  static YearScratch scratch;
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill((Preset)preset, date_from_ymd(2027, 3, 1), &plan);
    results_compute(&plan, &results, &scratch);
    const Study study = {.plan = &plan, .results = &results};
    for (int turn = 0; turn < 4; turn++) {
      const ReportOptions options = {(Language)(turn % 2), (PaperSize)(turn / 2), 20779};
      g_autoptr(GPtrArray) sheets = report_make_sheets(&study, NULL, &options);
      g_test_message("%s: %u pages", preset_name((Preset)preset), sheets->len);
      g_assert_cmpuint(sheets->len, >=, 3);
      g_assert_cmpuint(sheets->len, <=, PAGES_MAX);
    }
  }
}

static void check_disk_full(const VariedPlan *varied) {
  const ReportOptions options = {LANGUAGE_EN, PAPER_LETTER, 20779};
  g_autoptr(GError) error = NULL;
  const Study study = {.plan = &varied->plan, .results = &varied->results};
  g_assert_false(report_write_pdf("/dev/full", &study, NULL, &options, &error));
  g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_assert_nonnull(strstr(error->message, "/dev/full"));
}

static void test_disk_full(void) {
  if (g_file_test("/dev/full", G_FILE_TEST_EXISTS))
    varied_plans_each(1, check_disk_full);
  else
    g_test_skip("no /dev/full");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/paper/columns", test_columns);
  g_test_add_func("/paper/long-words", test_long_words);
  g_test_add_func("/paper/measured-as-drawn", test_measured_as_drawn);
  g_test_add_func("/paper/no-heading-alone", test_no_heading_alone);
  g_test_add_func("/paper/varied-plans", test_varied_plans);
  g_test_add_func("/paper/decided", test_decided);
  g_test_add_func("/paper/sheets", test_sheets);
  g_test_add_func("/paper/presets", test_presets);
  g_test_add_func("/paper/disk-full", test_disk_full);
  return g_test_run();
}
