/* Reads a plan as path=value lines and prints its plan year, with and without the deal, one risk
 * year, what lines of many kinds do with their calls, and what a few risk years with uncertain
 * inputs say. Built several ways by same-bytes.py. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/phone/erlang.h"
#include "model/year/year-scratch.h"
#include "model/plan/fields.h"
#include "model/risk/risk-keys.h"
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

#define RISK_RUNS 12

/* Ranges of several shapes, drawn; every number of both samples. */
static bool risk_dump(FILE *file, const Plan *plan) {
  static Plan uncertain;
  static Risk risk;
  RiskSetup *setup = calloc(1, sizeof *setup);
  RiskScratch *scratch = calloc(1, sizeof *scratch);
  RiskRun *runs = calloc(RISK_RUNS, sizeof *runs);
  int64_t work[RISK_RUNS];
  if (!setup || !scratch || !runs)
    return false;
  uncertain = *plan;
  uncertain.uncertainty_count = 3;
  uncertain.uncertainty[0] = (Uncertainty){"deal.vouchers_sold", 300, 444, 600};
  uncertain.uncertainty[1] = (Uncertainty){"clients.existing_per_100k", 10000, 20000, 60000};
  uncertain.uncertainty[2] = (Uncertainty){"deal.used_per_100k", 80000, 80000, 95000};
  risk_setup(setup, &uncertain, 1);
  risk_begin(setup, true, RISK_RUNS, &risk);
  for (int sample = 0; sample < RISK_SAMPLE_COUNT; sample++) {
    for (uint32_t run = 0; run < RISK_RUNS; run++)
      risk_run(setup, (RiskSample)sample, run, &runs[run], scratch);
    risk_sum_up(setup, (RiskSample)sample, runs, RISK_RUNS, work, &risk);
  }
  for (int i = 0; i < risk_key_count(); i++) {
    RiskKey key;
    int64_t number;
    risk_key_fill(i, &key);
    if (risk_get(&risk, i, &number))
      fprintf(file, "%s %lld\n", key.path, (long long)number);
  }
  free(runs);
  free(scratch);
  free(setup);
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
  phones_dump(stdout);
  free(scratch);
  return risk_dump(stdout, &plan) ? 0 : 1;
}
