/* Room: year. One year from first call to totals. Knows: plan, timetable, booking. Must not know:
 * money beyond the pay of a visit, files, clocks, text. */
#include "model/year/year.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "model/year/year-scratch.h"

#define DAYS_A_WEEK 7

int32_t deal_visits_of_daily_limit(const Plan *plan, const YearTables *tables,
                                   const TimetableDay *day) {
  const PlanDeal *deal = &plan->deal;
  if (deal->daily_limit_per_100k == PLAN_NONE || tables->deal.staff_minutes == 0)
    return INT32_MAX;
  int64_t minutes = day->shift_minutes;
  if (tables->deal.staff_needed == 0)
    minutes = (int64_t)__builtin_popcountll(day->room_slots) *
              __builtin_popcountll(day->open_slots) * SLOT_MINUTES;
  int64_t limit = minutes * deal->daily_limit_per_100k /
                  ((int64_t)tables->deal.staff_minutes * LUCK_WHOLE_PER_100K);
  return limit < INT32_MAX ? (int32_t)limit : INT32_MAX;
}

/* Deal visits the limits of a day allow; INT32_MAX: as many as there are places. */
static int32_t deal_visits_most(const Plan *plan, const YearTables *tables, int weekday,
                                const TimetableDay *day) {
  int32_t quota = plan->deal.weekday_quota[weekday];
  int32_t limit = deal_visits_of_daily_limit(plan, tables, day);
  return quota != PLAN_NONE && quota < limit ? quota : limit;
}

uint64_t deal_hours_starts(const Plan *plan, const TimetableDay *day) {
  const PlanDeal *deal = &plan->deal;
  int first_minute = deal->allowed_begin_minute - day->opening_minute;
  int last_minute =
      deal->allowed_end_minute - plan->services[deal->service_index].minutes - day->opening_minute;
  int begin = first_minute <= 0 ? 0 : slots_from_minutes(first_minute);
  int end = last_minute < 0 ? 0 : last_minute / SLOT_MINUTES + 1;
  begin = begin < SLOTS_MAX ? begin : SLOTS_MAX;
  end = end < SLOTS_MAX ? end : SLOTS_MAX;
  return begin < end ? slots_range(begin, end) : 0;
}

static void deal_limits_fill(YearScratch *scratch) {
  const Timetable *timetable = scratch->timetable;
  for (int i = 0; i < timetable->days; i++) {
    const TimetableDay *day = &timetable->day[i];
    int32_t most = day->deal_allowed ? deal_visits_most(scratch->plan, &scratch->tables,
                                                        scratch->tables.weekday[i], day)
                                     : 0;
    scratch->deal_left[i] = most;
    scratch->deal_starts[i] = most > 0 ? deal_hours_starts(scratch->plan, day) : 0;
  }
}

/* Clears what this year will read or show; days past the horizon stay as they are. */
static void year_clear(Year *year, int days) {
  memset(year->day, 0, (size_t)days * sizeof *year->day);
  size_t rest = offsetof(Year, staff_visit_pay_cents);
  memset((char *)year + rest, 0, sizeof *year - rest);
  year->days = days;
}

/* The smallest wait at which `share_percent` of those given were placed. */
static int32_t wait_percentile(const Year *year, int32_t given, int share_percent) {
  int64_t sum = 0;
  for (int i = 0; i < year->days; i++) {
    sum += year->wait_histogram[i];
    if (sum * 100 >= (int64_t)given * share_percent)
      return i;
  }
  return 0;
}

static void waits_sum_up(Year *year) {
  int32_t given = 0;
  for (int i = 0; i < year->days; i++) {
    given += year->wait_histogram[i];
    if (year->wait_histogram[i] > 0)
      year->wait_max_days = i;
  }
  if (given == 0)
    return;
  year->wait_p50_days = wait_percentile(year, given, 50);
  year->wait_p95_days = wait_percentile(year, given, 95);
}

static void busiest_week_find(Year *year) {
  for (int begin = 0; begin < year->days; begin += DAYS_A_WEEK) {
    int32_t visits = 0;
    for (int i = begin; i < begin + DAYS_A_WEEK && i < year->days; i++)
      visits += year->day[i].visits[VISIT_DEAL];
    if (visits > year->busiest_deal_week_visits) {
      year->busiest_deal_week_visits = visits;
      year->busiest_deal_week_index = begin / DAYS_A_WEEK;
    }
  }
}

static void visits_add(YearDay *day, VisitKind kind, int32_t visits, int32_t no_shows,
                       const YearService *service) {
  day->people[kind] += visits * service->people;
  day->staff_minutes[kind] += (visits + no_shows) * service->staff_minutes;
  day->room_minutes += (visits + no_shows) * service->room_minutes;
}

/* People and minutes of a day from its counts of visits. */
static void day_sum_up(const YearTables *tables, int services_count, YearDay *day) {
  for (int kind = VISIT_REGULAR; kind <= VISIT_RETURNING; kind++)
    for (int i = 0; i < services_count; i++) {
      int32_t visits = day->service_visits[kind][i];
      day->visits[kind] += visits;
      visits_add(day, (VisitKind)kind, visits, 0, &tables->service[i]);
    }
  visits_add(day, VISIT_DEAL, day->visits[VISIT_DEAL], day->deal_no_shows, &tables->deal);
}

/* What follows from the counts, what is counted in turn by day, and the totals. */
static void year_sum_up(YearScratch *scratch) {
  Year *year = scratch->year;
  const Plan *plan = scratch->plan;
  for (int i = 0; i < year->days; i++) {
    YearDay *day = &year->day[i];
    day_sum_up(&scratch->tables, plan->services_count, day);
    for (int32_t k = 0; k < day->visits[VISIT_DEAL]; k++)
      day->extras +=
          luck_yes_in_turn(&scratch->luck, LUCK_EXTRAS, plan->clients.extras_share_per_100k);
    for (int32_t k = 0; !scratch->luck.drawn && k < day->refused[VISIT_REGULAR]; k++)
      day->leave_for_good += luck_yes_in_turn(&scratch->luck, LUCK_LEAVE_FOR_GOOD,
                                              plan->regulars.leave_for_good_per_100k);
    year->regulars_served += day->visits[VISIT_REGULAR];
    year->regulars_refused += day->refused[VISIT_REGULAR];
    year->regulars_left_for_good += day->leave_for_good;
    year->returns_served += day->visits[VISIT_RETURNING];
    year->returns_refused += day->refused[VISIT_RETURNING];
    year->replaced += day->replaced;
  }
  waits_sum_up(year);
  busiest_week_find(year);
}

void year_prepare(YearScratch *scratch, const Plan *plan, const Timetable *timetable,
                  bool with_deal, const RandomStream *stream, const RegularsKept *kept) {
  luck_init(&scratch->luck, stream);
  scratch->plan = plan;
  scratch->timetable = timetable;
  scratch->observer = NULL;
  scratch->has_calendar = plan->rooms_count > 0;
  scratch->regulars.count = 0;
  year_tables_fill(&scratch->tables, plan, timetable, with_deal ? plan_vouchers_sold(plan) : 0);
  if (kept)
    regulars_recall(&scratch->regulars, timetable->days, kept);
  else if (scratch->has_calendar)
    regulars_draw(&scratch->regulars, &scratch->tables, &scratch->luck);
}

static void year_empty(const YearScratch *scratch, bool with_deal, Year *year) {
  year_clear(year, scratch->timetable->days);
  year->vouchers_sold = with_deal ? plan_vouchers_sold(scratch->plan) : 0;
  year->regulars_wanted = scratch->regulars.count;
}

void year_begin(YearScratch *scratch, bool with_deal, Year *year) {
  scratch->year = year;
  scratch->without = NULL;
  scratch->replaced_due = 0;
  scratch->returners_count = 0;
  year_empty(scratch, with_deal, year);
  queue_init(&scratch->queue, scratch->timetable->days);
  if (scratch->has_calendar)
    booking_init(&scratch->booking, scratch->plan, scratch->timetable);
  if (year->vouchers_sold > 0)
    deal_limits_fill(scratch);
}

/* The calls of a day: two lists in order become one. */
static void calls_handle(YearScratch *scratch, int call_day) {
  const YearRegulars *regulars = &scratch->regulars;
  int32_t regular = regulars->begin[call_day], end = regulars->begin[call_day + 1];
  int count = queue_sort_day(&scratch->queue, call_day);
  for (int i = 0; i < count; i++) {
    uint32_t order = queue_sorted_order(&scratch->queue, i);
    for (; regular < end && regular_order(regulars->word[regular]) <= order; regular++)
      regular_handle(scratch, regulars->word[regular]);
    request_handle(scratch, call_day, queue_sorted_at(&scratch->queue, i));
  }
  for (; regular < end; regular++)
    regular_handle(scratch, regulars->word[regular]);
  assert(queue_day_is_empty(&scratch->queue, call_day)); /* who calls again does so later */
}

/* Without a calendar a voucher's next visit may be asked for on this very day. */
static void calls_handle_without_calendar(YearScratch *scratch, int call_day) {
  int rounds = 0;
  for (int count; (count = queue_sort_day(&scratch->queue, call_day)) > 0; rounds++) {
    assert(rounds < VISITS_PER_VOUCHER_MAX);
    for (int i = 0; i < count; i++)
      request_handle(scratch, call_day, queue_sorted_at(&scratch->queue, i));
  }
}

/* A year, prepared and begun, from the first call to the totals. */
static void year_play(YearScratch *scratch) {
  vouchers_request(scratch);
  for (int call_day = 0; call_day < scratch->timetable->days; call_day++)
    if (scratch->has_calendar)
      calls_handle(scratch, call_day);
    else
      calls_handle_without_calendar(scratch, call_day);
  year_sum_up(scratch);
}

void year_observe(const Plan *plan, const Timetable *timetable, bool with_deal,
                  const RandomStream *stream, const YearObserver *observer, Year *year,
                  YearScratch *scratch) {
  year_prepare(scratch, plan, timetable, with_deal, stream, NULL);
  scratch->observer = observer;
  year_begin(scratch, with_deal, year);
  year_play(scratch);
}

void year_compute_plan(const Plan *plan, const Timetable *timetable, bool with_deal, Year *year,
                       YearScratch *scratch) {
  year_observe(plan, timetable, with_deal, NULL, NULL, year, scratch);
}

void year_compute_run(const Plan *plan, const Timetable *timetable, bool with_deal,
                      const RandomStream *stream, Year *year, YearScratch *scratch) {
  year_observe(plan, timetable, with_deal, stream, NULL, year, scratch);
}

void year_compute_pair(const Plan *plan, const Timetable *timetable, const RandomStream *stream,
                       Year *with, Year *without, YearScratch *scratch) {
  year_prepare(scratch, plan, timetable, true, stream, NULL);
  year_begin(scratch, true, with);
  year_empty(scratch, false, without);
  scratch->without = without; /* has no requests of its own */
  for (int day = 0; day < timetable->days; day++)
    scratch->day_without[day] = (int16_t)day;
  year_play(scratch);
  luck_init(&scratch->luck, stream); /* what is asked in turn begins anew */
  scratch->year = without;
  year_sum_up(scratch);
}

void year_regulars_keep(const YearScratch *scratch, RegularsKept *kept) {
  kept->is_kept = false;
  if (scratch->has_calendar)
    regulars_keep(&scratch->regulars, scratch->timetable->days, kept);
}

void year_compute_recalled(const Plan *plan, const Timetable *timetable, const RandomStream *stream,
                           const RegularsKept *kept, Year *year, YearScratch *scratch) {
  year_prepare(scratch, plan, timetable, true, stream, kept);
  year_begin(scratch, true, year);
  year_play(scratch);
}
