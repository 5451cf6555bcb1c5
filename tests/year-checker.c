/* See year-checker.h. */
#include "tests/year-checker.h"

#include <stdlib.h>
#include <string.h>

#include "model/base/slots.h"

#define MINUTES_A_DAY 1440
#define VISITS_A_DAY_OF_ITEM 2048 /* year-luck.h */
#define PEOPLE_A_VOUCHER 128

typedef struct {
  const Plan *plan;
  const YearSeen *seen;
  const Year *year;
  guint32 breaks;
} Check;

static void must(Check *check, YearBreak of, bool holds) {
  if (!holds)
    check->breaks |= UINT32_C(1) << of;
}

static const YearVisit *visit_at(const YearSeen *seen, guint i) {
  return &g_array_index(seen->visits, YearVisit, i);
}

/* --- seeing ------------------------------------------------------------------------------- */

void year_seen_init(YearSeen *seen) {
  seen->visits = g_array_new(FALSE, FALSE, sizeof(YearVisit));
  seen->refusals = g_array_new(FALSE, FALSE, sizeof(YearRefusal));
}

void year_seen_clear(YearSeen *seen) {
  g_array_unref(seen->visits);
  g_array_unref(seen->refusals);
}

static void see_visit(void *data, const YearVisit *visit) {
  YearSeen *seen = data;
  g_array_append_val(seen->visits, *visit);
}

static void see_refusal(void *data, VisitKind kind, int day, int minute, int service_index) {
  YearSeen *seen = data;
  YearRefusal refusal = {kind, day, minute, service_index};
  g_array_append_val(seen->refusals, refusal);
}

void year_see(const Plan *plan, bool with_deal, const RandomStream *stream, YearSeen *seen,
              const Timetable *timetable, Year *year, YearScratch *scratch) {
  YearObserver observer = {see_visit, see_refusal, seen};
  g_array_set_size(seen->visits, 0);
  g_array_set_size(seen->refusals, 0);
  year_observe(plan, timetable, with_deal, stream, &observer, year, scratch);
}

/* --- the plan, asked minute by minute ------------------------------------------------------ */

int visit_weekday(const Plan *plan, const YearVisit *visit) {
  return date_weekday(plan->deal.sale_date + visit->day);
}

static int opening_minute(const Plan *plan, int weekday) {
  int opening = INT_MAX;
  for (int i = 0; i < plan->hours_count; i++)
    if (plan->hours[i].weekday == weekday)
      opening = MIN(opening, plan->hours[i].begin_minute);
  return opening;
}

int visit_begin_minute(const Plan *plan, const YearVisit *visit) {
  return opening_minute(plan, visit_weekday(plan, visit)) + visit->start_slot * SLOT_MINUTES;
}

/* Whether rows of a weekday cover begin … end − 1 without a gap. */
static bool covers(const WeeklyHours *rows, int count, int weekday, int begin, int end) {
  bool moved = true;
  while (begin < end && moved) {
    moved = false;
    for (int i = 0; i < count; i++)
      if (rows[i].weekday == weekday && rows[i].begin_minute <= begin &&
          begin < rows[i].end_minute) {
        begin = rows[i].end_minute;
        moved = true;
      }
  }
  return begin >= end;
}

static bool is_there(int32_t from_date, int32_t to_date, int32_t date) {
  return (from_date == DATE_NONE || from_date <= date) && (to_date == DATE_NONE || date <= to_date);
}

/* Also a day too short for a quarter of an hour. */
static bool is_closed(const Plan *plan, int32_t date) {
  int weekday = date_weekday(date), begin = opening_minute(plan, weekday);
  for (int i = 0; i < plan->closures_count; i++)
    if (is_there(plan->closures[i].from_date, plan->closures[i].to_date, date))
      return true;
  for (int slot = 0; begin != INT_MAX && slot < SLOTS_MAX; slot++, begin += SLOT_MINUTES)
    if (covers(plan->hours, plan->hours_count, weekday, begin, begin + SLOT_MINUTES))
      return false;
  return true;
}

/* What the staff is on shift on a date while the place is open; the rooms where none is needed. */
static int64_t limit_minutes(const Plan *plan, int32_t date) {
  int64_t sum = 0;
  int weekday = date_weekday(date);
  bool tables = plan->services[plan->deal.service_index].staff_needed == 0;
  for (int h = 0; h < plan->hours_count; h++) {
    const WeeklyHours *open = &plan->hours[h];
    if (open->weekday != weekday)
      continue;
    for (int i = 0; tables && i < plan->rooms_count; i++)
      if (is_there(plan->rooms[i].from_date, plan->rooms[i].to_date, date))
        sum += open->end_minute - open->begin_minute;
    for (int i = 0; !tables && i < plan->staff_count; i++) {
      const PlanStaff *person = &plan->staff[i];
      for (int s = 0; s < person->shifts_count; s++) {
        int begin = MAX(open->begin_minute, person->shifts[s].begin_minute);
        int end = MIN(open->end_minute, person->shifts[s].end_minute);
        if (person->shifts[s].weekday == weekday && end > begin &&
            is_there(person->from_date, person->to_date, date))
          sum += end - begin;
      }
    }
  }
  return sum;
}

/* --- one visit ---------------------------------------------------------------------------- */

static void check_people(Check *check, const YearVisit *visit, int begin) {
  const Plan *plan = check->plan;
  const PlanService *service = &plan->services[visit->service_index];
  int32_t date = plan->deal.sale_date + visit->day;
  int experienced = 0, accompanied = 0;
  for (int i = 0; i < STAFF_MAX; i++) {
    if (!(visit->staff >> i & 1))
      continue;
    const PlanStaff *person = &plan->staff[i];
    must(check, BREAK_NEED, i < plan->staff_count);
    must(check, BREAK_DATES, is_there(person->from_date, person->to_date, date));
    must(check, BREAK_SHIFT,
         covers(person->shifts, person->shifts_count, visit_weekday(plan, visit), begin,
                begin + service->minutes + service->staff_rest_minutes));
    experienced += !person->accompanied_only;
    accompanied += person->accompanied_only;
  }
  must(check, BREAK_OPENING,
       service->staff_needed == 0 ||
           covers(plan->hours, plan->hours_count, visit_weekday(plan, visit), begin,
                  begin + service->minutes + service->staff_rest_minutes));
  must(check, BREAK_ALONE, accompanied <= experienced);
  must(check, BREAK_NEED, experienced + accompanied == service->staff_needed);
}

static void check_rooms(Check *check, const YearVisit *visit) {
  const Plan *plan = check->plan;
  int32_t date = plan->deal.sale_date + visit->day;
  int rooms = 0;
  for (int i = 0; i < ROOMS_MAX; i++) {
    if (!(visit->rooms >> i & 1))
      continue;
    rooms++;
    must(check, BREAK_NEED, i < plan->rooms_count);
    must(check, BREAK_DATES, is_there(plan->rooms[i].from_date, plan->rooms[i].to_date, date));
  }
  must(check, BREAK_NEED, rooms == plan->services[visit->service_index].rooms_needed);
}

/* The house is open; a class begins when it does. */
static void check_time(Check *check, const YearVisit *visit, int begin) {
  const Plan *plan = check->plan;
  const PlanService *service = &plan->services[visit->service_index];
  int turnover = service->rooms_needed > 0 ? service->room_turnover_minutes : 0;
  bool own_start = service->start_minutes_count == 0;
  must(check, BREAK_OPENING,
       !is_closed(plan, plan->deal.sale_date + visit->day) &&
           covers(plan->hours, plan->hours_count, visit_weekday(plan, visit), begin,
                  begin + service->minutes + turnover));
  for (int i = 0; i < service->start_minutes_count; i++) /* a start inside a slot is that slot's */
    own_start = own_start || (service->start_minutes[i] >= begin &&
                              service->start_minutes[i] < begin + SLOT_MINUTES);
  must(check, BREAK_START, own_start);
}

static void check_deal(Check *check, const YearVisit *visit, int begin) {
  const PlanDeal *deal = &check->plan->deal;
  int32_t date = deal->sale_date + visit->day;
  must(check, BREAK_WEEKDAY, deal->allowed_weekdays[visit_weekday(check->plan, visit)]);
  must(check, BREAK_HOURS,
       begin >= deal->allowed_begin_minute &&
           begin + check->plan->services[visit->service_index].minutes <= deal->allowed_end_minute);
  must(check, BREAK_PROMOTION_OVER, date <= deal->promotion_end_date);
  for (int i = 0; i < deal->blackout_dates_count; i++)
    must(check, BREAK_BLACKOUT, deal->blackout_dates[i] != date);
  must(check, BREAK_NEED, visit->service_index == deal->service_index);
}

/* On the wanted day or one of the next open ones. */
static void check_full_price(Check *check, const YearVisit *visit) {
  int open_days = 0;
  for (int day = visit->wanted_day; day < visit->day; day++)
    open_days += !is_closed(check->plan, check->plan->deal.sale_date + day);
  must(check, BREAK_PATIENCE,
       visit->wanted_day <= visit->day && open_days <= check->plan->regulars.patience_open_days);
  if (visit->kind == VISIT_REGULAR)
    must(check, BREAK_PATIENCE, visit->item / VISITS_A_DAY_OF_ITEM == (guint)visit->wanted_day);
}

static void check_visits(Check *check) {
  for (guint i = 0; i < check->seen->visits->len; i++) {
    const YearVisit *visit = visit_at(check->seen, i);
    int begin = visit_begin_minute(check->plan, visit);
    must(check, BREAK_OPENING, visit->day >= 0 && visit->day < check->year->days);
    check_time(check, visit, begin);
    check_rooms(check, visit);
    check_people(check, visit, begin);
    if (visit->kind == VISIT_DEAL)
      check_deal(check, visit, begin);
    else
      check_full_price(check, visit);
  }
}

/* --- two visits at once ------------------------------------------------------------------- */

typedef struct {
  int begin; /* minutes from the midnight before day 0 */
  const YearVisit *visit;
} Begin;

static int begin_compare(const void *a, const void *b) {
  return ((const Begin *)a)->begin - ((const Begin *)b)->begin;
}

/* In order of time, nobody begins before the last visit and its rest are over. Evenings past
 * midnight meet the next day's morning here. */
static void check_twice(Check *check) {
  const Plan *plan = check->plan;
  guint count = check->seen->visits->len;
  g_autofree Begin *begins = g_new(Begin, count + 1);
  int room_end[ROOMS_MAX] = {0}, person_end[STAFF_MAX] = {0};
  for (guint i = 0; i < count; i++) {
    const YearVisit *visit = visit_at(check->seen, i);
    begins[i] = (Begin){visit->day * MINUTES_A_DAY + visit_begin_minute(plan, visit), visit};
  }
  qsort(begins, count, sizeof *begins, begin_compare);
  for (guint i = 0; i < count; i++) {
    const YearVisit *visit = begins[i].visit;
    const PlanService *service = &plan->services[visit->service_index];
    int end = begins[i].begin + service->minutes;
    for (int room = 0; room < ROOMS_MAX; room++)
      if (visit->rooms >> room & 1) {
        must(check, BREAK_ROOM_TWICE, begins[i].begin >= room_end[room]);
        room_end[room] = end + service->room_turnover_minutes;
      }
    for (int person = 0; person < STAFF_MAX; person++)
      if (visit->staff >> person & 1) {
        must(check, BREAK_PERSON_TWICE, begins[i].begin >= person_end[person]);
        person_end[person] = end + service->staff_rest_minutes;
      }
  }
}

/* --- vouchers ----------------------------------------------------------------------------- */

typedef struct {
  int bookings, given;
  int last_day, first_given_day;
  bool last_was_missed, forfeited;
} Voucher;

/* The visits of a voucher come in the order in which they were booked. */
static void voucher_add(Check *check, Voucher *voucher, const YearVisit *visit) {
  const PlanDeal *deal = &check->plan->deal;
  if (voucher->bookings > 0) {
    int gap = voucher->last_was_missed ? 2 : MAX(deal->gap_days, 1);
    must(check, BREAK_GAP, visit->day >= voucher->last_day + gap);
  }
  voucher->bookings++;
  voucher->last_day = visit->day;
  voucher->last_was_missed = visit->no_show;
  must(check, BREAK_TOO_MANY, !voucher->forfeited && voucher->given < deal->visits_per_voucher);
  if (visit->no_show) {
    voucher->forfeited = deal->no_show_rule == NO_SHOW_FORFEIT;
  } else if (voucher->given++ == 0) {
    voucher->first_given_day = visit->day;
  }
}

static void check_returns(Check *check, const Voucher *vouchers) {
  const Plan *plan = check->plan;
  int people = plan->services[plan->deal.service_index].people;
  int32_t returners = 0, incentives = 0;
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < check->seen->visits->len; i++) {
    const YearVisit *visit = visit_at(check->seen, i);
    if (visit->kind != VISIT_RETURNING)
      continue;
    guint voucher = visit->item / PEOPLE_A_VOUCHER;
    bool known = voucher < (guint)check->year->vouchers_sold && vouchers[voucher].given > 0;
    must(check, BREAK_RETURN,
         known && visit->wanted_day > vouchers[voucher].first_given_day &&
             (int)(visit->item % PEOPLE_A_VOUCHER) < people);
    returners += g_hash_table_add(seen, GUINT_TO_POINTER(visit->item + 1));
  }
  for (int i = 0; i < check->year->days; i++)
    incentives += check->year->day[i].incentives;
  must(check, BREAK_RETURN, incentives == returners);
  must(check, BREAK_RETURN, returners <= check->year->people_returning);
}

static void check_vouchers(Check *check) {
  const Plan *plan = check->plan;
  const Year *year = check->year;
  int32_t served = 0, forfeited = 0, owed = 0, booked = 0, waits = 0;
  g_autofree Voucher *vouchers = g_new0(Voucher, (gsize)year->vouchers_sold + 1);
  for (guint i = 0; i < check->seen->visits->len; i++) {
    const YearVisit *visit = visit_at(check->seen, i);
    if (visit->kind != VISIT_DEAL)
      continue;
    bool sold = visit->item < (guint)year->vouchers_sold;
    must(check, BREAK_VOUCHERS, sold);
    voucher_add(check, &vouchers[sold ? (int)visit->item : year->vouchers_sold], visit);
  }
  for (int i = 0; i < year->vouchers_sold; i++) {
    const Voucher *voucher = &vouchers[i];
    booked += voucher->bookings > 0;
    served += voucher->given > 0 || voucher->forfeited;
    forfeited += voucher->forfeited;
    if (voucher->given > 0 && !voucher->forfeited)
      owed += plan->deal.visits_per_voucher - voucher->given;
  }
  for (int i = 0; i < year->days; i++)
    waits += year->wait_histogram[i];
  must(check, BREAK_VOUCHERS, year->vouchers_wanted <= year->vouchers_sold);
  must(check, BREAK_VOUCHERS, year->vouchers_wanted == served + year->vouchers_unserved);
  must(check, BREAK_VOUCHERS, year->vouchers_served == served);
  must(check, BREAK_VOUCHERS, year->vouchers_forfeited == forfeited);
  must(check, BREAK_VOUCHERS, year->visits_owed == owed);
  must(check, BREAK_VOUCHERS, waits == booked);
  check_returns(check, vouchers);
}

/* --- counts ------------------------------------------------------------------------------- */

static void day_add(const Plan *plan, const YearVisit *visit, YearDay *day) {
  const PlanService *service = &plan->services[visit->service_index];
  int room_minutes = service->rooms_needed * (service->minutes + service->room_turnover_minutes);
  day->room_minutes += room_minutes;
  day->staff_minutes[visit->kind] +=
      service->staff_needed > 0
          ? service->staff_needed * (service->minutes + service->staff_rest_minutes)
          : room_minutes;
  day->deal_no_shows += visit->no_show;
  day->visits[visit->kind] += !visit->no_show;
  day->people[visit->kind] += visit->no_show ? 0 : service->people;
  if (visit->kind != VISIT_DEAL)
    day->service_visits[visit->kind][visit->service_index]++;
}

static void check_limits(Check *check, int index, const YearDay *day) {
  const PlanDeal *deal = &check->plan->deal;
  int32_t date = deal->sale_date + index;
  int quota = deal->weekday_quota[date_weekday(date)];
  int deals = day->visits[VISIT_DEAL] + day->deal_no_shows;
  must(check, BREAK_QUOTA, quota == PLAN_NONE || deals <= quota);
  if (deals > 0 && deal->daily_limit_per_100k != PLAN_NONE)
    must(check, BREAK_DAILY_LIMIT,
         (int64_t)day->staff_minutes[VISIT_DEAL] * 100000 <=
             limit_minutes(check->plan, date) * deal->daily_limit_per_100k);
}

static void check_day(Check *check, const YearDay *seen, const YearDay *said) {
  must(check, BREAK_COUNTS, memcmp(seen->visits, said->visits, sizeof seen->visits) == 0);
  must(check, BREAK_COUNTS, memcmp(seen->people, said->people, sizeof seen->people) == 0);
  must(check, BREAK_COUNTS,
       memcmp(seen->staff_minutes, said->staff_minutes, sizeof seen->staff_minutes) == 0);
  must(check, BREAK_COUNTS, seen->room_minutes == said->room_minutes);
  must(check, BREAK_COUNTS, memcmp(seen->refused, said->refused, sizeof seen->refused) == 0);
  must(check, BREAK_COUNTS, seen->deal_no_shows == said->deal_no_shows);
  must(check, BREAK_COUNTS,
       memcmp(seen->service_visits, said->service_visits, sizeof seen->service_visits) == 0);
}

/* Minutes worked, by pay period and person. */
static void check_worked(Check *check) {
  static int32_t worked[PAY_PERIODS_MAX][STAFF_MAX];
  memset(worked, 0, sizeof worked);
  for (guint i = 0; i < check->seen->visits->len; i++) {
    const YearVisit *visit = visit_at(check->seen, i);
    const PlanService *service = &check->plan->services[visit->service_index];
    for (int person = 0; person < STAFF_MAX; person++)
      if (visit->staff >> person & 1)
        worked[visit->day / PAY_PERIOD_DAYS][person] +=
            service->minutes + service->staff_rest_minutes;
  }
  must(check, BREAK_COUNTS, memcmp(worked, check->year->staff_worked_minutes, sizeof worked) == 0);
}

static void check_counts(Check *check) {
  const Year *year = check->year;
  int32_t served[VISIT_KIND_COUNT] = {0}, refused[2] = {0};
  g_autofree YearDay *day = g_new0(YearDay, (gsize)year->days);
  for (guint i = 0; i < check->seen->visits->len; i++) {
    const YearVisit *visit = visit_at(check->seen, i);
    day_add(check->plan, visit, &day[visit->day]);
    served[visit->kind]++;
  }
  for (guint i = 0; i < check->seen->refusals->len; i++) {
    const YearRefusal *refusal = &g_array_index(check->seen->refusals, YearRefusal, i);
    day[refusal->day].refused[refusal->kind]++;
    refused[refusal->kind]++;
  }
  for (int i = 0; i < year->days; i++) {
    check_day(check, &day[i], &year->day[i]);
    check_limits(check, i, &day[i]);
  }
  must(check, BREAK_COUNTS, year->regulars_served == served[VISIT_REGULAR]);
  must(check, BREAK_COUNTS, year->regulars_refused == refused[VISIT_REGULAR]);
  must(check, BREAK_COUNTS,
       year->regulars_wanted == served[VISIT_REGULAR] + refused[VISIT_REGULAR] + year->replaced);
  must(check, BREAK_COUNTS, year->returns_served == served[VISIT_RETURNING]);
  must(check, BREAK_COUNTS, year->returns_refused == refused[VISIT_RETURNING]);
  must(check, BREAK_COUNTS,
       year->returns_wanted == served[VISIT_RETURNING] + refused[VISIT_RETURNING]);
  check_worked(check);
}

guint32 year_breaks(const Plan *plan, const YearSeen *seen, const Year *year) {
  Check check = {.plan = plan, .seen = seen, .year = year};
  check_visits(&check);
  check_twice(&check);
  check_vouchers(&check);
  check_counts(&check);
  return check.breaks;
}

const char *year_break_name(YearBreak of) {
  static const char *const names[BREAK_COUNT] = {
      [BREAK_ROOM_TWICE] = "room-twice",
      [BREAK_PERSON_TWICE] = "person-twice",
      [BREAK_NEED] = "need",
      [BREAK_ALONE] = "alone",
      [BREAK_OPENING] = "opening",
      [BREAK_SHIFT] = "shift",
      [BREAK_DATES] = "dates",
      [BREAK_START] = "start",
      [BREAK_PATIENCE] = "patience",
      [BREAK_WEEKDAY] = "weekday",
      [BREAK_HOURS] = "hours",
      [BREAK_BLACKOUT] = "blackout",
      [BREAK_PROMOTION_OVER] = "promotion-over",
      [BREAK_QUOTA] = "quota",
      [BREAK_DAILY_LIMIT] = "daily-limit",
      [BREAK_GAP] = "gap",
      [BREAK_TOO_MANY] = "too-many",
      [BREAK_RETURN] = "return",
      [BREAK_VOUCHERS] = "vouchers",
      [BREAK_COUNTS] = "counts",
  };
  return names[of];
}
