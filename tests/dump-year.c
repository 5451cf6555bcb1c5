/* Reads a plan as path=value lines and prints its plan year, with and without the deal, and one
 * risk year. Built several ways by same-bytes.py. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/year/year-scratch.h"
#include "model/plan/fields.h"
#include "tests/year-dump.h"

static bool plan_read(FILE *file, Plan *plan) {
  char line[1024];
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = '\0';
    char *value = strchr(line, '=');
    if (!value)
      return false;
    *value++ = '\0';
    const char *why = NULL;
    if (!plan_set_from_text(plan, line, value, &why)) {
      fprintf(stderr, "%s=%s: %s\n", line, value, why);
      return false;
    }
  }
  return true;
}

int main(void) {
  static Plan plan;
  static Timetable timetable;
  static Year year;
  YearScratch *scratch = calloc(1, sizeof *scratch);
  plan_init(&plan);
  if (!scratch || !plan_read(stdin, &plan))
    return 1;
  timetable_fill(&plan, &timetable);
  for (int with_deal = 0; with_deal < 2; with_deal++) {
    year_compute_plan(&plan, &timetable, with_deal, &year, scratch);
    year_dump(stdout, &year);
  }
  year_compute_run(&plan, &timetable, true, &(RandomStream){.seed = 1, .run = 2}, &year, scratch);
  year_dump(stdout, &year);
  free(scratch);
  return 0;
}
