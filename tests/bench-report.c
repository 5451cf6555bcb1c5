/* How long an owner waits for the accountant's PDF: the first one, which loads the fonts, and those
 * after it. Prints figures, judges nothing. */
#include <stdio.h>
#include <time.h>

#include "model/year/year-scratch.h"
#include "model/store/plan-json.h"
#include "ui/paper/report.h"

#define PRINTINGS 15

static Plan plan;
static Results results;
static Problems problems;
static YearScratch scratch;

typedef struct {
  double wall_ms, processor_ms;
} Took;

static Took print_once(Language language, gsize *length) {
  const Study study = {.plan = &plan, .results = &results};
  const ReportOptions options = {language, PAPER_LETTER, 20779};
  g_autoptr(GError) error = NULL;
  gint64 begin = g_get_monotonic_time();
  clock_t begin_clock = clock();
  g_autoptr(GBytes) pdf = report_make_pdf(&study, &problems, &options, &error);
  g_assert_no_error(error);
  *length = g_bytes_get_size(pdf);
  return (Took){(double)(g_get_monotonic_time() - begin) / 1000.0,
                (double)(clock() - begin_clock) * 1000.0 / CLOCKS_PER_SEC};
}

static int compare_processor(gconstpointer a, gconstpointer b) {
  double first = ((const Took *)a)->processor_ms, second = ((const Took *)b)->processor_ms;
  return (first > second) - (first < second);
}

int main(void) {
  plan_example(&plan);
  plan_check(&plan, &problems);
  results_compute(&plan, &results, &scratch);
  for (int language = 0; language < LANGUAGE_COUNT; language++) {
    gsize length;
    Took first = print_once((Language)language, &length);
    g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(Took));
    for (int i = 0; i < PRINTINGS; i++) {
      Took took = print_once((Language)language, &length);
      g_array_append_val(others, took);
    }
    g_array_sort(others, compare_processor);
    Took median = g_array_index(others, Took, others->len / 2);
    printf("PDF %s, %zu bytes: first %.1f ms, then median %.1f ms (processor %.1f ms)\n",
           language_code((Language)language), length, first.wall_ms, median.wall_ms,
           median.processor_ms);
  }
  return 0;
}
