/* See made-up-years.h. */
#include "tests/made-up-years.h"

#include <glib.h>

static bool made_up_run(void *data, const RiskSetup *setup, RiskSample sample, int begin, int end,
                        TrialRun *out) {
  MadeUpYears *years = data;
  if (years->cancel_after > 0 && years->calls >= years->cancel_after)
    return false;
  years->calls++;
  if (years->asked) {
    g_assert_cmpint(years->asked_count, <, MADE_UP_ASKED_MAX);
    years->asked[years->asked_count] = setup->plan;
    years->asked_sample[years->asked_count] = sample;
    years->asked_years[years->asked_count++] = end;
  }
  for (int year = begin; year < end; year++) {
    out[year - begin] = (TrialRun){.applies = 0};
    years->fill(&setup->plan, year, &out[year - begin]);
  }
  return true;
}

TrialRunner made_up_runner(MadeUpYears *years) {
  return (TrialRunner){.run = made_up_run, .data = years, .seed = 1};
}
