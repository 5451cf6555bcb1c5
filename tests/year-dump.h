/* A Year as text, every number of it in one fixed order: for comparing years byte by byte. */
#pragma once

#include <inttypes.h>
#include <stdio.h>

#include "model/year/year.h"

static inline void year_dump_counts(FILE *file, const char *name, const int32_t *counts,
                                    int count) {
  fprintf(file, " %s", name);
  for (int i = 0; i < count; i++)
    fprintf(file, " %" PRId32, counts[i]);
}

static inline void year_dump_day(FILE *file, int index, const YearDay *day) {
  fprintf(file, "day %d", index);
  year_dump_counts(file, "visits", day->visits, VISIT_KIND_COUNT);
  year_dump_counts(file, "people", day->people, VISIT_KIND_COUNT);
  year_dump_counts(file, "staff", day->staff_minutes, VISIT_KIND_COUNT);
  year_dump_counts(file, "room", &day->room_minutes, 1);
  year_dump_counts(file, "refused", day->refused, 2);
  const int32_t others[] = {day->replaced,      day->deal_no_shows, day->deal_forfeited_visits,
                            day->deal_existing, day->deal_last,     day->extras,
                            day->incentives,    day->leave_for_good};
  year_dump_counts(file, "others", others, (int)(sizeof others / sizeof *others));
  for (int s = 0; s < SERVICES_MAX; s++)
    fprintf(file, " %d %d %d", day->service_visits[VISIT_REGULAR][s],
            day->service_visits[VISIT_RETURNING][s], day->incentive_service_visits[s]);
  fprintf(file, "\n");
}

static inline void year_dump(FILE *file, const Year *year) {
  const int32_t totals[] = {
      year->days,
      year->vouchers_sold,
      year->vouchers_wanted,
      year->vouchers_served,
      year->vouchers_forfeited,
      year->vouchers_unserved,
      year->visits_owed,
      year->regulars_wanted,
      year->regulars_served,
      year->regulars_refused,
      year->regulars_left_for_good,
      year->returns_wanted,
      year->returns_served,
      year->returns_refused,
      year->replaced,
      year->people_returning,
      year->new_clients_people,
      year->returners_not_followed,
      year->wait_p50_days,
      year->wait_p95_days,
      year->wait_max_days,
      year->busiest_deal_week_index,
      year->busiest_deal_week_visits,
  };
  year_dump_counts(file, "totals", totals, (int)(sizeof totals / sizeof *totals));
  year_dump_counts(file, "waits", year->wait_histogram, year->days);
  fprintf(file, "\n");
  for (int i = 0; i < year->days; i++)
    year_dump_day(file, i, &year->day[i]);
  for (int period = 0; period < PAY_PERIODS_MAX; period++) {
    fprintf(file, "pay %d", period);
    for (int i = 0; i < STAFF_MAX; i++)
      fprintf(file, " %" PRId64 " %" PRId32, year->staff_visit_pay_cents[period][i],
              year->staff_worked_minutes[period][i]);
    fprintf(file, "\n");
  }
}
