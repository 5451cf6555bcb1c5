/* How long the books of the example take, beside the results they stand on. Prints figures, never
 * fails on them; read the ratio. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "model/year/year-scratch.h"
#include "model/ledger/books.h"
#include "model/ledger/signing.h"
#include "model/store/plan-json.h"

#define TRIES 300

static double now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

typedef enum { RESULTS, BOOKS, SIGNING, QUICK, MEASURE_COUNT } Measure;

int main(void) {
  static const char *const names[MEASURE_COUNT] = {"results", "books", "before you sign",
                                                   "both methods"};
  Plan *plan = calloc(1, sizeof *plan);
  Results *results = calloc(1, sizeof *results);
  YearScratch *scratch = calloc(1, sizeof *scratch);
  double best_ms[MEASURE_COUNT] = {1e9, 1e9, 1e9, 1e9};
  int entries = 0;
  plan_example(plan);
  for (int try = 0; try < TRIES; try++) {
    SignCheck checks[SIGN_COUNT];
    QuickComparison comparison;
    double at_ms[MEASURE_COUNT + 1] = {now_ms()};
    results_compute(plan, results, scratch);
    at_ms[1] = now_ms();
    Books *books = books_new(plan, results);
    at_ms[2] = now_ms();
    signing_check(books, checks);
    at_ms[3] = now_ms();
    books_quick_comparison(books, &comparison);
    at_ms[4] = now_ms();
    entries = journal_entry_count(books_projected(books));
    books_free(books);
    for (int i = 0; i < MEASURE_COUNT; i++)
      best_ms[i] = MIN(best_ms[i], at_ms[i + 1] - at_ms[i]);
  }
  printf("%d entries\n", entries);
  for (int i = 0; i < MEASURE_COUNT; i++)
    printf("%-16s %8.4f ms  %5.2f x results\n", names[i], best_ms[i],
           best_ms[i] / best_ms[RESULTS]);
  free(scratch);
  free(results);
  free(plan);
  return 0;
}
