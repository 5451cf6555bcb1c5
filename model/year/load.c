/* Room: year. Knows: year, timetable. Must not know: words, money. */
#include "model/year/load.h"

#include <assert.h>
#include <string.h>

#define DAYS_A_WEEK 7
#define MINUTES_AN_HOUR 60
#define LOAD_REST LOAD_WHOLE /* until the end: the days after the rush */

static_assert(sizeof(LoadOfSpan) % sizeof(int32_t) == 0, "a span is all int32_t");

/* What was booked in a span, counted: a visit's service says all the rest. Of a service only those
 * the plan has are cleared and read. */
typedef struct {
  int32_t starts[SERVICES_MAX][VISIT_KIND_COUNT][DAYS_A_WEEK][SLOTS_MAX];
  int32_t rooms[SERVICES_MAX][VISIT_KIND_COUNT][ROOMS_MAX];
  int32_t staff[SERVICES_MAX][VISIT_KIND_COUNT][STAFF_MAX];
} Booked;

typedef struct {
  const Plan *plan;
  const Timetable *timetable;
  Load *load;
  Booked booked[LOAD_SPAN_COUNT];
  bool counts_shifts, counts_rooms; /* as the time there is */
  uint32_t accompanied_mask;        /* people who never work alone */
  int8_t weekday[HORIZON_DAYS_MAX];
} Looker;

static LoadSpan span_of(int day) {
  return day < LOAD_RUSH_DAYS ? LOAD_RUSH : LOAD_REST;
}

/* So many times the minutes from a minute after midnight on, parted by clock hour. */
static void hours_add(int32_t hours[HOURS_A_DAY_MAX], int begin_minute, int minutes, int times) {
  int hour = begin_minute / MINUTES_AN_HOUR % HOURS_A_DAY_MAX;
  int left_in_hour = MINUTES_AN_HOUR - begin_minute % MINUTES_AN_HOUR;
  while (minutes > 0) {
    int part = minutes < left_in_hour ? minutes : left_in_hour;
    hours[hour] += part * times;
    minutes -= part;
    left_in_hour = MINUTES_AN_HOUR;
    hour = hour + 1 < HOURS_A_DAY_MAX ? hour + 1 : 0;
  }
}

/* --- the time there is -------------------------------------------------------------------- */

static bool days_are_alike(const TimetableDay *a, const TimetableDay *b) {
  return a->open_slots == b->open_slots && a->opening_minute == b->opening_minute &&
         a->room_slots == b->room_slots &&
         memcmp(a->shift_slots, b->shift_slots, sizeof a->shift_slots) == 0;
}

/* So many days of one weekday that are alike. */
static void days_see(const Looker *looker, LoadOfSpan *span, int weekday, const TimetableDay *day,
                     int count) {
  int32_t there[SLOTS_MAX] = {0}; /* people and rooms by slot */
  for (int person = 0; person < STAFF_MAX; person++) {
    uint64_t slots = day->shift_slots[person];
    span->person_shift_minutes[person] += __builtin_popcountll(slots) * SLOT_MINUTES * count;
    for (; looker->counts_shifts && slots != 0; slots &= slots - 1)
      there[__builtin_ctzll(slots)]++;
  }
  int open_minutes = __builtin_popcountll(day->open_slots) * SLOT_MINUTES * count;
  for (uint64_t rooms = day->room_slots; rooms != 0; rooms &= rooms - 1)
    span->room_open_minutes[__builtin_ctzll(rooms)] += open_minutes;
  int rooms_count = looker->counts_rooms ? __builtin_popcountll(day->room_slots) : 0;
  for (uint64_t slots = day->open_slots; slots != 0; slots &= slots - 1) {
    int slot = __builtin_ctzll(slots);
    hours_add(span->shift_minutes[weekday], day->opening_minute + slot * SLOT_MINUTES, SLOT_MINUTES,
              (there[slot] + rooms_count) * count);
  }
}

/* The days of one weekday in begin … end − 1: nearly all of them are alike. */
static void weekday_see(const Looker *looker, int begin, int end, int weekday) {
  const TimetableDay *day = looker->timetable->day;
  int first = begin + (weekday - looker->weekday[begin] + DAYS_A_WEEK) % DAYS_A_WEEK;
  for (int i = first, count = 1; i < end; i += DAYS_A_WEEK) {
    if (i + DAYS_A_WEEK < end && days_are_alike(&day[i], &day[i + DAYS_A_WEEK])) {
      count++;
      continue;
    }
    days_see(looker, &looker->load->span[span_of(i)], weekday, &day[i], count);
    count = 1;
  }
}

static void timetable_see(const Looker *looker) {
  int days = looker->timetable->days;
  int rush_days = days < LOAD_RUSH_DAYS ? days : LOAD_RUSH_DAYS;
  for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++) {
    weekday_see(looker, 0, rush_days, weekday);
    if (rush_days < days)
      weekday_see(looker, rush_days, days, weekday);
  }
}

/* --- what is booked ----------------------------------------------------------------------- */

static void visit_see(void *data, const YearVisit *visit) {
  Looker *looker = data;
  LoadSpan span = span_of(visit->day);
  Booked *booked = &looker->booked[span];
  int service = visit->service_index, kind = visit->kind;
  booked->starts[service][kind][looker->weekday[visit->day]][visit->start_slot]++;
  for (uint64_t rest = visit->rooms; rest != 0; rest &= rest - 1)
    booked->rooms[service][kind][__builtin_ctzll(rest)]++;
  for (uint32_t rest = visit->staff; rest != 0; rest &= rest - 1)
    booked->staff[service][kind][__builtin_ctz(rest)]++;
  looker->load->span[span].visits_with_accompanied +=
      (visit->staff & looker->accompanied_mask) != 0;
  if (kind != VISIT_DEAL)
    looker->load->span[span_of(visit->wanted_day)].wanted[looker->weekday[visit->wanted_day]]++;
}

static void refused_see(void *data, VisitKind kind, int wanted_day, int wanted_minute,
                        int service_index) {
  const Looker *looker = data;
  LoadOfSpan *span = &looker->load->span[span_of(wanted_day)];
  int weekday = looker->weekday[wanted_day];
  (void)kind;
  (void)service_index;
  span->wanted[weekday]++;
  span->wanted_refused[weekday]++;
  span->refused[weekday][wanted_minute / MINUTES_AN_HOUR % HOURS_A_DAY_MAX]++;
}

/* Every open day of a weekday opens at the same minute; 0 when none does. */
static int opening_minute(const Timetable *timetable, int first_day) {
  for (int i = first_day; i < timetable->days; i += DAYS_A_WEEK)
    if (timetable->day[i].open)
      return timetable->day[i].opening_minute;
  return 0;
}

/* The starts of one service and kind, by hour. */
static void starts_sum_up(const Looker *looker, const PlanService *service,
                          const int32_t starts[DAYS_A_WEEK][SLOTS_MAX],
                          int32_t hours[DAYS_A_WEEK][HOURS_A_DAY_MAX], int32_t *visits) {
  bool staffed = service->staff_needed > 0;
  int minutes =
      service->minutes + (staffed ? service->staff_rest_minutes : service->room_turnover_minutes);
  int resources = staffed ? service->staff_needed : service->rooms_needed;
  for (int day = 0; day < DAYS_A_WEEK && day < looker->timetable->days; day++) {
    int weekday = looker->weekday[day], opening = opening_minute(looker->timetable, day);
    for (int slot = 0; slot < SLOTS_MAX; slot++) {
      int32_t times = starts[weekday][slot];
      if (times == 0)
        continue;
      *visits += times;
      hours_add(hours[weekday], opening + slot * SLOT_MINUTES, minutes, times * resources);
    }
  }
}

static void booked_sum_up(const Looker *looker, const Booked *booked, LoadOfSpan *span) {
  const Plan *plan = looker->plan;
  for (int s = 0; s < plan->services_count; s++)
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      const PlanService *service = &plan->services[s];
      starts_sum_up(looker, service, booked->starts[s][kind], span->staff_minutes[kind],
                    &span->visits);
      for (int i = 0; i < plan->rooms_count; i++)
        span->room_minutes[i][kind] +=
            booked->rooms[s][kind][i] * (service->minutes + service->room_turnover_minutes);
      for (int i = 0; i < plan->staff_count; i++) {
        int32_t visits = booked->staff[s][kind][i];
        span->person_minutes[i][kind] += visits * (service->minutes + service->staff_rest_minutes);
        span->person_visits[i] += visits;
        span->accompanied_visits[i] += plan->staff[i].accompanied_only ? visits : 0;
      }
    }
}

/* --- a year ------------------------------------------------------------------------------- */

static void looker_init(Looker *looker, const Plan *plan, const Timetable *timetable, Load *load) {
  looker->plan = plan;
  looker->timetable = timetable;
  looker->load = load;
  looker->counts_shifts = looker->counts_rooms = false;
  looker->accompanied_mask = 0;
  size_t services = (size_t)plan->services_count;
  for (int i = 0; i < LOAD_SPAN_COUNT; i++) {
    Booked *booked = &looker->booked[i];
    memset(booked->starts, 0, services * sizeof *booked->starts);
    memset(booked->rooms, 0, services * sizeof *booked->rooms);
    memset(booked->staff, 0, services * sizeof *booked->staff);
  }
  for (int i = 0; i < plan->services_count; i++) {
    bool staffed = plan->services[i].staff_needed > 0;
    looker->counts_shifts = looker->counts_shifts || staffed;
    looker->counts_rooms = looker->counts_rooms || !staffed;
  }
  for (int i = 0; i < plan->staff_count; i++)
    if (plan->staff[i].accompanied_only)
      looker->accompanied_mask |= UINT32_C(1) << i;
  int weekday = date_weekday(plan->deal.sale_date);
  for (int i = 0; i < timetable->days; i++) {
    looker->weekday[i] = (int8_t)weekday;
    weekday = weekday == DAYS_A_WEEK - 1 ? 0 : weekday + 1;
  }
}

static void rest_add_rush(Load *load) {
  int32_t *whole = (int32_t *)&load->span[LOAD_REST];
  const int32_t *rush = (const int32_t *)&load->span[LOAD_RUSH];
  for (size_t i = 0; i < sizeof(LoadOfSpan) / sizeof(int32_t); i++)
    whole[i] += rush[i];
}

void load_compute_plan(const Plan *plan, const Timetable *timetable, bool with_deal, Year *year,
                       Load *load, YearScratch *scratch) {
  Looker looker; /* 0.2 MB, of which a plan of two services touches 30 KB */
  LoadOfSpan *rush = &load->span[LOAD_RUSH], *rest = &load->span[LOAD_REST];
  memset(load, 0, sizeof *load);
  rush->days = timetable->days < LOAD_RUSH_DAYS ? timetable->days : LOAD_RUSH_DAYS;
  rest->days = timetable->days - rush->days;
  if (plan->rooms_count > 0) {
    looker_init(&looker, plan, timetable, load);
    YearObserver observer = {.visit = visit_see, .refused = refused_see, .data = &looker};
    year_observe(plan, timetable, with_deal, NULL, &observer, year, scratch);
    timetable_see(&looker);
    booked_sum_up(&looker, &looker.booked[LOAD_RUSH], rush);
    booked_sum_up(&looker, &looker.booked[LOAD_REST], rest);
  } else {
    year_compute_plan(plan, timetable, with_deal, year, scratch);
  }
  rest_add_rush(load);
}

/* --- one day ------------------------------------------------------------------------------ */

typedef struct {
  int day;
  YearVisit *visits;
  int count, most;
} DayList;

static int first_of(uint64_t mask) {
  return mask == 0 ? SLOTS_MAX : __builtin_ctzll(mask);
}

static bool visit_comes_before(const YearVisit *a, const YearVisit *b) {
  if (a->start_slot != b->start_slot)
    return a->start_slot < b->start_slot;
  int a_room = first_of(a->rooms), b_room = first_of(b->rooms);
  return a_room != b_room ? a_room < b_room : first_of(a->staff) < first_of(b->staff);
}

static void visit_list(void *data, const YearVisit *visit) {
  DayList *list = data;
  if (visit->day != list->day)
    return;
  int at = list->count;
  while (at > 0 && visit_comes_before(visit, &list->visits[at - 1]))
    at--;
  if (at == list->most)
    return;
  list->count += list->count < list->most;
  memmove(&list->visits[at + 1], &list->visits[at],
          (size_t)(list->count - 1 - at) * sizeof *list->visits);
  list->visits[at] = *visit;
}

int day_visits_find(const Plan *plan, const Timetable *timetable, bool with_deal, int day,
                    YearVisit *visits, int most, Year *year, YearScratch *scratch) {
  assert(day >= 0 && day < timetable->days && most >= 0);
  DayList list = {.day = day, .visits = visits, .most = most};
  YearObserver observer = {.visit = visit_list, .data = &list};
  year_observe(plan, timetable, with_deal, NULL, &observer, year, scratch);
  return list.count;
}
