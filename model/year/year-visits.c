/* Room: year. What becomes of a request on its call day (domain §7): given, refused, replaced,
 * asked again. Must not know: how demand arises. */
#include <assert.h>

#include "model/year/year-scratch.h"

/* What somebody who calls asks for. */
typedef struct {
  int day;
  int slot; /* from the opening of the wanted day */
  int service_index;
  uint32_t item; /* of the draws */
} Wish;

static inline Wish wish_of_regular(RegularWord word) {
  return (Wish){regular_wanted_day(word), regular_wanted_slot(word), regular_service_index(word),
                regular_item(word)};
}

static inline Wish wish_of_request(const YearRequest *request) {
  return (Wish){request->wanted_day, request->wanted_slot, request->service_index, request->item};
}

/* --- where a wanted start lies ------------------------------------------------------------ */

/* minute / 15 rounded down, also below 0. */
static inline int slot_floor(int minute) {
  return minute >= 0 ? minute / SLOT_MINUTES : -((SLOT_MINUTES - 1 - minute) / SLOT_MINUTES);
}

static inline int slot_clamp(int slot, int most) {
  return slot < 0 ? 0 : slot > most ? most : slot;
}

/* The starts within flexibility of a wanted minute. */
static inline uint64_t slots_near(int minute_from_opening, int flexibility_minutes) {
  int begin = -slot_floor(flexibility_minutes - minute_from_opening);
  int end = slot_floor(minute_from_opening + flexibility_minutes) + 1;
  return slots_range(slot_clamp(begin, SLOTS_MAX), slot_clamp(end, SLOTS_MAX));
}

/* --- counting what is given --------------------------------------------------------------- */

/* Pay and time of those who serve; all other figures follow from the day's counts of visits. */
static inline void staff_record(Year *year, const Placement *placement,
                                const YearService *service) {
  int period = placement->day / PAY_PERIOD_DAYS;
  int64_t *pay_cents = year->staff_visit_pay_cents[period];
  int32_t *worked_minutes = year->staff_worked_minutes[period];
  uint32_t rest = placement->staff;
  if (rest == 0)
    return;
  for (; (rest & (rest - 1)) != 0; rest &= rest - 1) {
    pay_cents[__builtin_ctz(rest)] += service->pay_cents;
    worked_minutes[__builtin_ctz(rest)] += service->worked_minutes;
  }
  pay_cents[__builtin_ctz(rest)] += service->pay_last_cents;
  worked_minutes[__builtin_ctz(rest)] += service->worked_minutes;
}

/* --- those who look on ---------------------------------------------------------------------- */

static void visit_tell(const YearScratch *scratch, VisitKind kind, const Wish *wish, bool no_show,
                       const Placement *placement) {
  const YearObserver *observer = scratch->observer;
  if (!observer->visit)
    return;
  YearVisit visit = {.day = placement->day,
                     .start_slot = placement->start_slot,
                     .kind = (uint8_t)kind,
                     .service_index = (uint8_t)wish->service_index,
                     .no_show = no_show,
                     .wanted_day = (int16_t)wish->day,
                     .item = wish->item,
                     .rooms = placement->rooms,
                     .staff = placement->staff};
  observer->visit(observer->data, &visit);
}

static void refusal_tell(const YearScratch *scratch, VisitKind kind, const Wish *wish) {
  const YearObserver *observer = scratch->observer;
  int wanted_minute = scratch->tables.opening_minute[wish->day] + wish->slot * SLOT_MINUTES;
  if (observer->refused)
    observer->refused(observer->data, kind, wish->day, wanted_minute, wish->service_index);
}

/* --- regular and returning clients -------------------------------------------------------- */

/* Whose calendar is looked at: of the year that is played, of a pair's year without the deal, of
 * both where they are the same. */
typedef enum { SEARCH_OWN, SEARCH_WITHOUT, SEARCH_BOTH } SearchOf;

typedef enum { SEARCH_REFUSED, SEARCH_PLACED, SEARCH_PARTED } SearchResult;

/* Before a day of one year of a pair is booked alone. */
static inline void day_part(YearScratch *scratch, int day) {
  if (scratch->day_without[day] != day)
    return;
  booking_copy_to_second(&scratch->booking, day);
  scratch->day_without[day] = (int16_t)booking_second_day(&scratch->booking, day);
}

/* The wanted start ± flexibility on the wanted day, then on the next open days. Parted: on one of
 * the days the years are not the same. */
static inline SearchResult full_price_place(YearScratch *scratch, const Wish *wish, SearchOf of,
                                            Placement *placement) {
  Booking *booking = &scratch->booking;
  const Timetable *timetable = scratch->timetable;
  const YearTables *tables = &scratch->tables;
  const PlanRegulars *regulars = &scratch->plan->regulars;
  int day = wish->day;
  SlotWanted wanted = {wish->slot, false};
  int opening_minute = tables->opening_minute[day];
  int wanted_minute = opening_minute + wish->slot * SLOT_MINUTES;
  uint64_t near = tables->near_slots[wish->slot];
  for (int i = 0; i <= regulars->patience_open_days; i++) {
    int place = of == SEARCH_OWN ? day : scratch->day_without[day];
    if (of == SEARCH_BOTH && place != day)
      return SEARCH_PARTED;
    if ((booking_starts_at_most(booking, place, wish->service_index) & near) != 0) {
      if (of != SEARCH_BOTH && scratch->without)
        day_part(scratch, day);
      if (of == SEARCH_WITHOUT)
        place = scratch->day_without[day];
      if (booking_place_wanted(booking, place, wish->service_index, wanted, near, placement)) {
        placement->day = (int16_t)day;
        return SEARCH_PLACED;
      }
    }
    if (day + 1 >= timetable->days)
      return SEARCH_REFUSED;
    day = timetable->open_index[day + 1];
    if (day >= timetable->days)
      return SEARCH_REFUSED;
    if (tables->opening_minute[day] != opening_minute) {
      opening_minute = tables->opening_minute[day];
      int from_opening = wanted_minute - opening_minute;
      wanted = slot_wanted_at(from_opening);
      near = slots_near(from_opening, regulars->flexibility_minutes);
    }
  }
  return SEARCH_REFUSED;
}

/* Without rooms there is no calendar: on the wanted day, by the first people of the plan. */
static Placement placement_without_calendar(const YearService *service, int day) {
  return (Placement){.day = (int16_t)day, .staff = (uint32_t)slots_range(0, service->staff_needed)};
}

static inline void full_price_count(const YearScratch *scratch, Year *year, VisitKind kind,
                                    const Wish *wish, const Placement *placement) {
  staff_record(year, placement, &scratch->tables.service[wish->service_index]);
  year->day[placement->day].service_visits[kind][wish->service_index]++;
}

/* True when it was given. */
static inline bool full_price_handle(YearScratch *scratch, VisitKind kind, const Wish *wish,
                                     Placement *placement) {
  Year *year = scratch->year;
  if (!scratch->has_calendar) {
    *placement =
        placement_without_calendar(&scratch->tables.service[wish->service_index], wish->day);
  } else if (full_price_place(scratch, wish, SEARCH_OWN, placement) == SEARCH_REFUSED) {
    year->day[wish->day].refused[kind]++;
    if (scratch->observer)
      refusal_tell(scratch, kind, wish);
    return false;
  }
  full_price_count(scratch, year, kind, wish, placement);
  if (scratch->observer)
    visit_tell(scratch, kind, wish, false, placement);
  return true;
}

/* In the plan year they are counted in turn when the year is over. */
static inline void regular_ask_leaving(YearScratch *scratch, Year *year, const Wish *wish) {
  if (scratch->luck.drawn)
    year->day[wish->day].leave_for_good +=
        luck_yes(&scratch->luck, LUCK_LEAVE_FOR_GOOD, wish->item, 0,
                 scratch->plan->regulars.leave_for_good_per_100k);
}

static inline void regular_count(YearScratch *scratch, Year *year, SearchResult result,
                                 const Wish *wish, const Placement *placement) {
  if (result == SEARCH_PLACED) {
    full_price_count(scratch, year, VISIT_REGULAR, wish, placement);
    return;
  }
  year->day[wish->day].refused[VISIT_REGULAR]++;
  regular_ask_leaving(scratch, year, wish);
}

/* Once for both years of a pair where nothing differs, else in each. Nobody looks on. */
static void regular_handle_in_both(YearScratch *scratch, const Wish *wish, bool replaced) {
  Placement placement;
  if (replaced) {
    scratch->year->day[wish->day].replaced++;
  } else {
    SearchResult result = full_price_place(scratch, wish, SEARCH_BOTH, &placement);
    if (result != SEARCH_PARTED) {
      regular_count(scratch, scratch->year, result, wish, &placement);
      regular_count(scratch, scratch->without, result, wish, &placement);
      return;
    }
    result = full_price_place(scratch, wish, SEARCH_OWN, &placement);
    regular_count(scratch, scratch->year, result, wish, &placement);
  }
  SearchResult result = full_price_place(scratch, wish, SEARCH_WITHOUT, &placement);
  regular_count(scratch, scratch->without, result, wish, &placement);
}

void regular_handle(YearScratch *scratch, RegularWord word) {
  Wish wish = wish_of_regular(word);
  Placement placement;
  bool replaced = scratch->replaced_due > 0;
  scratch->replaced_due -= replaced;
  if (scratch->without)
    regular_handle_in_both(scratch, &wish, replaced);
  else if (replaced)
    scratch->year->day[wish.day].replaced++;
  else if (!full_price_handle(scratch, VISIT_REGULAR, &wish, &placement))
    regular_ask_leaving(scratch, scratch->year, &wish);
}

static void returning_handle(YearScratch *scratch, int32_t request_index) {
  YearRequest *request = &scratch->queue.request[request_index];
  Wish wish = wish_of_request(request);
  Placement placement;
  if (full_price_handle(scratch, VISIT_RETURNING, &wish, &placement) &&
      !(request->flags & REQUEST_VISITED)) {
    request->flags |= REQUEST_VISITED;
    YearDay *day = &scratch->year->day[placement.day];
    day->incentives++;
    day->incentive_service_visits[request->service_index]++;
  }
  if (!returner_request_next(scratch, request_index))
    queue_give_back(&scratch->queue, request_index);
}

/* --- deal clients ------------------------------------------------------------------------- */

/* Any start the deal allows, nearest to the wanted one, on the first of the days begin..end − 1. */
static bool deal_place(YearScratch *scratch, const YearRequest *request, int begin, int end,
                       Placement *placement) {
  Booking *booking = &scratch->booking;
  for (int day = begin; day < end; day++) {
    uint64_t allowed = scratch->deal_starts[day];
    if ((booking_starts_at_most(booking, day, request->service_index) & allowed) == 0)
      continue;
    int from_opening = request->wanted_minute - scratch->tables.opening_minute[day];
    if (scratch->without)
      day_part(scratch, day);
    if (booking_place_wanted(booking, day, request->service_index, slot_wanted_at(from_opening),
                             allowed, placement)) {
      if (--scratch->deal_left[day] == 0)
        scratch->deal_starts[day] = 0;
      return true;
    }
  }
  return false;
}

/* The promotion ended with visits still wanted. */
static void voucher_end_unserved(YearScratch *scratch, int32_t request_index) {
  const YearRequest *request = &scratch->queue.request[request_index];
  if (request->visits_given == 0)
    scratch->year->vouchers_unserved++;
  else
    scratch->year->visits_owed += scratch->plan->deal.visits_per_voucher - request->visits_given;
  queue_give_back(&scratch->queue, request_index);
}

/* Will she come to the booking she now calls for? Asked for no other: in the plan year each answer
 * takes its turn. */
static void no_show_ask(YearScratch *scratch, YearRequest *request) {
  request->flags &= (uint8_t)~REQUEST_NO_SHOW;
  if (luck_yes(&scratch->luck, LUCK_NO_SHOW, request->item, request->count,
               scratch->plan->deal.no_show_per_100k))
    request->flags |= REQUEST_NO_SHOW;
}

/* A client who did not come: the slot and the pay are spent. */
static void deal_no_show(YearScratch *scratch, int32_t request_index, int day) {
  Year *year = scratch->year;
  YearRequest *request = &scratch->queue.request[request_index];
  year->day[day].deal_no_shows++;
  if (scratch->plan->deal.no_show_rule == NO_SHOW_FORFEIT) {
    year->vouchers_forfeited++;
    year->vouchers_served += request->visits_given == 0;
    year->day[day].deal_forfeited_visits +=
        scratch->plan->deal.visits_per_voucher - request->visits_given;
    queue_give_back(&scratch->queue, request_index);
    return;
  }
  int call_day = day + 1;
  if (call_day >= scratch->timetable->promotion_days) {
    voucher_end_unserved(scratch, request_index);
    return;
  }
  no_show_ask(scratch, request);
  request->wanted_day = (int16_t)call_day;
  queue_push(&scratch->queue, call_day, request_index);
}

static void deal_first_served(YearScratch *scratch, const YearRequest *request, int day) {
  Year *year = scratch->year;
  year->vouchers_served++;
  if (request->flags & REQUEST_EXISTING) {
    year->day[day].deal_existing++;
    return;
  }
  year->new_clients_people += scratch->tables.deal.people;
  year->people_returning += request->returners;
  uint32_t voucher = request->item;
  int returners = request->returners;
  for (int i = 0; i < returners; i++)
    returner_request(scratch, voucher, i, day);
}

static void deal_tell(const YearScratch *scratch, const YearRequest *request,
                      const Placement *placement) {
  Wish wish = wish_of_request(request);
  visit_tell(scratch, VISIT_DEAL, &wish, request->flags & REQUEST_NO_SHOW, placement);
}

static void deal_given(YearScratch *scratch, int32_t request_index, const Placement *placement) {
  Year *year = scratch->year;
  YearRequest *request = &scratch->queue.request[request_index];
  int day = placement->day;
  if (request->flags & REQUEST_EXISTING)
    scratch->replaced_due++;
  if (!(request->flags & REQUEST_FIRST_GIVEN)) {
    request->flags |= REQUEST_FIRST_GIVEN;
    year->wait_histogram[day - request->first_wanted_day]++;
  }
  if (scratch->observer)
    deal_tell(scratch, request, placement);
  bool no_show = request->flags & REQUEST_NO_SHOW;
  request->count++;
  staff_record(year, placement, &scratch->tables.deal);
  if (no_show) {
    deal_no_show(scratch, request_index, day);
    return;
  }
  year->day[day].visits[VISIT_DEAL]++;
  if (request->visits_given == 0)
    deal_first_served(scratch, request, day);
  request->visits_given++;
  if (request->visits_given == scratch->plan->deal.visits_per_voucher) {
    year->day[day].deal_last++;
    queue_give_back(&scratch->queue, request_index);
  } else if (voucher_request_next(scratch, request_index, day)) {
    no_show_ask(scratch, request);
  } else {
    voucher_end_unserved(scratch, request_index);
  }
}

static void deal_handle(YearScratch *scratch, int call_day, int32_t request_index) {
  YearRequest *request = &scratch->queue.request[request_index];
  Placement placement;
  if (!scratch->has_calendar) {
    placement = placement_without_calendar(&scratch->tables.deal, request->wanted_day);
    deal_given(scratch, request_index, &placement);
    return;
  }
  int promotion_days = scratch->timetable->promotion_days;
  for (int tries = 0; tries <= promotion_days; tries++) {
    int begin = request->wanted_day > call_day ? request->wanted_day : call_day + 1;
    int end = request->wanted_day + scratch->plan->deal.patience_days + 1;
    if (end > promotion_days)
      end = promotion_days;
    if (deal_place(scratch, request, begin, end, &placement)) {
      deal_given(scratch, request_index, &placement);
      return;
    }
    /* Calls again on the last day searched, for the stretch from the following day. */
    if (end < begin)
      end = begin;
    if (end >= promotion_days)
      break;
    request->wanted_day = (int16_t)end;
    if (end - 1 > call_day) {
      queue_push(&scratch->queue, end - 1, request_index);
      return;
    }
  }
  voucher_end_unserved(scratch, request_index);
}

void request_handle(YearScratch *scratch, int call_day, int32_t request_index) {
  switch ((VisitKind)scratch->queue.request[request_index].kind) {
  case VISIT_RETURNING:
    returning_handle(scratch, request_index);
    break;
  case VISIT_DEAL:
    deal_handle(scratch, call_day, request_index);
    break;
  case VISIT_REGULAR:
  case VISIT_KIND_COUNT:
    assert(false);
  }
}
