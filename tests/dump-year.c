/* Reads a plan as path=value lines and prints its plan year, with and without the deal, one risk
 * year, and what lines of many kinds do with their calls. Built several ways by same-bytes.py. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/phone/erlang.h"
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

/* Every digit of a double. */
static void phones_dump(FILE *file) {
  for (int i = 0; i < 600; i++) {
    ErlangHour hour = {1 + i * i / 7.0, 0.3 + i % 23, 0.2 + i % 7, i % 65};
    ErlangAnswer answer;
    hour.calls_per_hour = erlang_attempts_per_hour(&hour, i % 20 / 20.0);
    erlang_compute(&hour, i % 180, &answer);
    fprintf(file, "phone %a %a %a %a %a\n", hour.calls_per_hour, answer.lost_share,
            answer.within_share, answer.waiting_mean_callers, answer.busy_share);
  }
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
  phones_dump(stdout);
  free(scratch);
  return 0;
}
