/* Room: decide. One more room, person or phone line (domain §12.9). Knows: trial, phone. Must not
 * know: words. */
#include <string.h>

#include "model/base/money.h"
#include "model/decide/what-if-private.h"
#include "model/phone/phone.h"
#include "model/plan/fields.h"

#define MINUTES_AN_HOUR 60

static bool add_room(Plan *plan) {
  if (plan->rooms_count == 0 || plan->rooms_count == ROOMS_MAX)
    return false;
  plan->rooms[plan->rooms_count] = plan->rooms[plan->rooms_count - 1];
  plan->rooms_count++;
  return true;
}

static bool add_person(Plan *plan) {
  int last = plan->staff_count - 1;
  while (last >= 0 && plan->staff[last].accompanied_only)
    last--;
  if (plan->rooms_count == 0 || last < 0 || plan->staff_count == STAFF_MAX)
    return false;
  plan->staff[plan->staff_count++] = plan->staff[last];
  return true;
}

bool one_more_plan_of(const Plan *plan, OneMore of, Plan *out) {
  *out = *plan;
  return of == ONE_MORE_ROOM ? add_room(out) : add_person(out);
}

bool one_more_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                      DecideScratch *scratch, WhatIf out[ONE_MORE_COUNT]) {
  bool is_begun = false;
  memset(out, 0, ONE_MORE_COUNT * sizeof out[0]);
  for (int i = 0; i < ONE_MORE_COUNT; i++) {
    if (!one_more_plan_of(plan, (OneMore)i, &scratch->plan))
      continue;
    if (!is_begun && !what_if_begin(plan, sample, runner, scratch))
      return false;
    is_begun = true;
    if (!what_if_run(&scratch->plan, runner, scratch, &out[i]))
      return false;
  }
  return true;
}

void one_more_line_compute(const Plan *plan, OneMoreLine *out) {
  Phone now, then;
  Plan other = *plan;
  memset(out, 0, sizeof *out);
  if (plan->phone.people >= field_find("phone.people")->maximum)
    return;
  phone_compute(plan, &now);
  other.phone.people++;
  phone_compute(&other, &then);
  if (!now.applies)
    return;
  int64_t minutes = 0;
  for (int i = 0; i < now.day_count; i++)
    if (now.day[i].calls_milli > 0)
      minutes += plan->phone.end_minute - plan->phone.begin_minute;
  *out = (OneMoreLine){
      .applies = true,
      .lost_now_milli = now.lost_milli,
      .lost_then_milli = then.lost_milli,
      .cost_cents = money_scale_half_up(plan->phone.extra_cents_per_hour, minutes, MINUTES_AN_HOUR),
  };
}
