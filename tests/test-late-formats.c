/* PDF and XLSX from the module that the window loads late: without it one line and no papers, with
 * it the same papers. */
#include "tests/sample-results.h"
#include "ui/paper/report.h"
#include "ui/sheet/workbook.h"
#include "ui/window/late-formats.h"

#define PREPARED_DATE 20779

static Plan plan;
static Results results;
static const Study study = {.plan = &plan, .results = &results};

static GBytes *make_pdf(GError **error) {
  static const Problems problems;
  const ReportOptions options = {LANGUAGE_FR, PAPER_LETTER, PREPARED_DATE};
  return report_make_pdf(&study, &problems, &options, error);
}

static GBytes *make_workbook(GError **error) {
  const WorkbookOptions options = {LANGUAGE_FR, PREPARED_DATE};
  return workbook_make(&study, &options, error);
}

static void assert_missing(GBytes *(*make)(GError **error)) {
  g_autoptr(GError) error = NULL;
  g_assert_null(make(&error));
  g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull(strstr(error->message, "aubaine-formats"));
  g_assert_null(strchr(error->message, '\n'));
}

static void assert_made(GBytes *(*make)(GError **error), const char *begins) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make(&error);
  g_assert_no_error(error);
  gsize length;
  const char *all = g_bytes_get_data(bytes, &length);
  g_assert_cmpuint(length, >, strlen(begins));
  g_assert_cmpmem(all, strlen(begins), begins, strlen(begins));
}

static void test_missing_then_there(void) {
  late_formats_look_in("/nonexistent");
  assert_missing(make_pdf);
  assert_missing(make_workbook);
  late_formats_look_in(FORMATS_FOLDER);
  assert_made(make_pdf, "%PDF-1.7"); /* cairo writes 1.5 */
  assert_made(make_workbook, "PK\3\4");
}

int main(int count, char **arguments) {
  g_test_init(&count, &arguments, NULL);
  sample_results_fill(SHAPE_EXAMPLE, &plan, &results);
  g_test_add_func("/late-formats/missing-then-there", test_missing_then_there);
  return g_test_run();
}
