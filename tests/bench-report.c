/* How long an owner waits for the accountant's PDF and spreadsheet: the first one, which loads the
 * fonts, and those after it; and the spreadsheet against the PDF. Prints figures, judges nothing.
 */
#include <stdio.h>
#include <time.h>

#include "model/year/year-scratch.h"
#include "model/store/plan-json.h"
#include "ui/paper/report.h"
#include "ui/sheet/workbook.h"

#define PRINTINGS 15

static Plan plan;
static Results results;
static Problems problems;
static YearScratch scratch;

typedef struct {
  double wall_ms, processor_ms;
} Took;

typedef GBytes *(*Maker)(Language language, GError **error);

static GBytes *make_pdf(Language language, GError **error) {
  const Study study = {.plan = &plan, .results = &results};
  const ReportOptions options = {language, PAPER_LETTER, 20779};
  return report_make_pdf(&study, &problems, &options, error);
}

static GBytes *make_xlsx(Language language, GError **error) {
  const Study study = {.plan = &plan, .results = &results};
  const WorkbookOptions options = {language, 20779};
  return workbook_make(&study, &options, error);
}

static Took make_once(Maker make, Language language, gsize *length) {
  g_autoptr(GError) error = NULL;
  gint64 begin = g_get_monotonic_time();
  clock_t begin_clock = clock();
  g_autoptr(GBytes) bytes = make(language, &error);
  g_assert_no_error(error);
  *length = g_bytes_get_size(bytes);
  return (Took){(double)(g_get_monotonic_time() - begin) / 1000.0,
                (double)(clock() - begin_clock) * 1000.0 / CLOCKS_PER_SEC};
}

static int compare_processor(gconstpointer a, gconstpointer b) {
  double first = ((const Took *)a)->processor_ms, second = ((const Took *)b)->processor_ms;
  return (first > second) - (first < second);
}

/* Prints one line; the median of the processor's time. */
static double measure(const char *name, Maker make, Language language) {
  gsize length;
  Took first = make_once(make, language, &length);
  g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(Took));
  for (int i = 0; i < PRINTINGS; i++) {
    Took took = make_once(make, language, &length);
    g_array_append_val(others, took);
  }
  g_array_sort(others, compare_processor);
  Took median = g_array_index(others, Took, others->len / 2);
  printf("%s %s, %zu bytes: first %.1f ms, then median %.1f ms (processor %.1f ms)\n", name,
         language_code(language), length, first.wall_ms, median.wall_ms, median.processor_ms);
  return median.processor_ms;
}

int main(void) {
  plan_example(&plan);
  plan_check(&plan, &problems);
  results_compute(&plan, &results, &scratch);
  for (int language = 0; language < LANGUAGE_COUNT; language++) {
    double pdf_ms = measure("PDF", make_pdf, (Language)language);
    double xlsx_ms = measure("XLSX", make_xlsx, (Language)language);
    printf("XLSX %s over PDF: %.2f\n", language_code((Language)language), xlsx_ms / pdf_ms);
  }
  return 0;
}
