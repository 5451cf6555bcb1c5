/* Room: year. Knows: plan, timetable. Must not know: who asks or why. */
#include "model/year/booking.h"

#include <assert.h>
#include <string.h>

#define DAYS_A_WEEK 7

/* Masks are read in fours. */
#define FOUR 4

/* One four at least: most places have no second, and the first needs no loop. */
static int fours(int count) {
  return count <= FOUR ? FOUR : (count + FOUR - 1) / FOUR * FOUR;
}

/* --- the starts of a service -------------------------------------------------------------- */

static inline uint64_t starts_of_four(const uint64_t *runs) {
  return runs[0] | runs[1] | runs[2] | runs[3];
}

/* The starts at which one or more are free. */
static inline uint64_t starts_of_any(const uint64_t *runs, int count) {
  uint64_t starts = starts_of_four(runs);
  for (int i = FOUR; i < count; i += FOUR)
    starts |= starts_of_four(runs + i);
  return starts;
}

/* … two or more. */
static inline uint64_t starts_of_two(const uint64_t *runs, int count) {
  uint64_t once = 0, twice = 0;
  for (int i = 0; i < count; i += FOUR) {
    uint64_t once_low = runs[i] | runs[i + 1], twice_low = runs[i] & runs[i + 1];
    uint64_t once_high = runs[i + 2] | runs[i + 3], twice_high = runs[i + 2] & runs[i + 3];
    uint64_t once_four = once_low | once_high;
    twice |= twice_low | twice_high | (once_low & once_high) | (once & once_four);
    once |= once_four;
  }
  return twice;
}

static uint64_t starts_of_many(const uint64_t *runs, int count, int needed) {
  uint64_t at_least[ROOMS_MAX + 1] = {UINT64_MAX};
  for (int i = 0; i < count; i++)
    for (int k = needed; k > 0; k--)
      at_least[k] |= at_least[k - 1] & runs[i];
  return at_least[needed];
}

/* The starts at which `needed` or more are free; needed ≥ 1. */
static inline uint64_t starts_of(const uint64_t *runs, int count, int needed) {
  return needed == 1   ? starts_of_any(runs, count)
         : needed == 2 ? starts_of_two(runs, count)
                       : starts_of_many(runs, count, needed);
}

/* A group of n has at most n / 2 accompanied: at least n − n / 2 experienced, and n of both. */
static inline uint64_t staff_starts(const Booking *booking, const uint64_t *runs, int needed) {
  uint64_t starts = starts_of(runs, booking->experienced_places, needed - needed / 2);
  if (needed == 1)
    return starts;
  return starts & starts_of(runs, booking->staff_places, needed);
}

static inline uint64_t starts_now(const Booking *booking, const uint64_t *row,
                                  const BookingNeed *need) {
  uint64_t starts = UINT64_MAX;
  if (need->rooms_needed > 0)
    starts &= starts_of(row + need->room_runs, booking->room_places, need->rooms_needed);
  if (need->staff_needed > 0)
    starts &= staff_starts(booking, row + need->staff_runs, need->staff_needed);
  return starts;
}

uint64_t booking_starts(const Booking *booking, int day, int service_index) {
  assert(day >= 0 && day < CALENDARS_MAX * booking->days);
  return booking_starts_at_most(booking, day, service_index) &
         starts_now(booking, booking->runs + day * booking->row, &booking->need[service_index]);
}

/* --- an empty calendar -------------------------------------------------------------------- */

/* The place in the list of the lengths of that many slots; a new one where there is none. */
static int length_index(BookingLength *lengths, int *count, int slots) {
  for (int i = 0; i < *count; i++)
    if (lengths[i].slots == slots)
      return i;
  lengths[*count].slots = (int16_t)slots;
  return (*count)++;
}

static int time_slots(int minutes) {
  int slots = slots_from_minutes(minutes);
  return slots < 1 ? 1 : slots > SLOTS_MAX ? SLOTS_MAX + 1 : slots;
}

/* Where in a row each length begins; the row's masks so far, with these. */
static int lengths_place(BookingLength *lengths, int count, int resources_count, int row) {
  for (int i = 0; i < count; i++, row += resources_count) {
    lengths[i].begin = (int16_t)row;
    lengths[i].shift =
        (int16_t)(lengths[i].slots <= SLOTS_MAX ? lengths[i].slots - 1 : SLOTS_MAX - 1);
  }
  return row;
}

static void meets_fill(const BookingLength *lengths, int count, int visit_slots, uint64_t *meets) {
  for (int i = 0; i < count; i++) {
    int slots = visit_slots + lengths[i].shift;
    meets[i] = slots_range(0, slots < SLOTS_MAX ? slots : SLOTS_MAX);
  }
}

/* What each service needs, and where in a row its runs are. */
static void needs_fill(Booking *booking, const Plan *plan) {
  booking->room_lengths_count = booking->staff_lengths_count = 0;
  for (int i = 0; i < plan->services_count; i++) {
    const PlanService *service = &plan->services[i];
    BookingNeed *need = &booking->need[i];
    *need = (BookingNeed){.rooms_needed = (int16_t)service->rooms_needed,
                          .staff_needed = (int16_t)service->staff_needed};
    assert(need->rooms_needed <= ROOMS_MAX && need->staff_needed <= STAFF_MAX);
    if (need->rooms_needed > 0) {
      need->room_slots = (int16_t)time_slots(service->minutes + service->room_turnover_minutes);
      need->room_runs = (int16_t)length_index(booking->room_length, &booking->room_lengths_count,
                                              need->room_slots);
    }
    if (need->staff_needed > 0) {
      need->staff_slots = (int16_t)time_slots(service->minutes + service->staff_rest_minutes);
      need->staff_runs = (int16_t)length_index(booking->staff_length, &booking->staff_lengths_count,
                                               need->staff_slots);
    }
  }
  int row =
      lengths_place(booking->room_length, booking->room_lengths_count, booking->room_places, 0);
  booking->row = lengths_place(booking->staff_length, booking->staff_lengths_count,
                               booking->staff_places, row);
  for (int i = 0; i < plan->services_count; i++) {
    BookingNeed *need = &booking->need[i];
    need->room_runs = need->rooms_needed > 0 ? booking->room_length[need->room_runs].begin : 0;
    need->staff_runs = need->staff_needed > 0 ? booking->staff_length[need->staff_runs].begin : 0;
    need->single = need->rooms_needed == 1 && need->staff_needed == 1;
    meets_fill(booking->room_length, booking->room_lengths_count, need->room_slots,
               need->room_meets);
    meets_fill(booking->staff_length, booking->staff_lengths_count, need->staff_slots,
               need->staff_meets);
  }
}

/* Who may work alone first, each group in plan order and filled up to fours. */
static void places_fill(Booking *booking, const Plan *plan) {
  booking->room_places = fours(plan->rooms_count);
  memset(booking->person, PERSON_NONE, sizeof booking->person);
  int place = 0;
  for (int accompanied = 0; accompanied < 2; accompanied++) {
    for (int i = 0; i < plan->staff_count; i++)
      if (plan->staff[i].accompanied_only == (accompanied == 1))
        booking->person[place++] = (int8_t)i;
    place = fours(place);
    if (!accompanied)
      booking->experienced_places = place;
  }
  booking->staff_places = place;
}

static void day_fill(Booking *booking, const Plan *plan, const TimetableDay *day, int index) {
  assert(day->slots_count >= 0 && day->slots_count <= SLOTS_MAX);
  uint64_t *row = booking->runs + index * booking->row;
  for (int i = 0; i < booking->room_lengths_count; i++) {
    uint64_t runs = slots_starts(day->open_slots, booking->room_length[i].slots);
    for (int room = 0; room < booking->room_places; room++)
      *row++ = room < plan->rooms_count && (day->room_slots >> room & 1) ? runs : 0;
  }
  for (int i = 0; i < booking->staff_lengths_count; i++)
    for (int place = 0; place < booking->staff_places; place++) {
      int person = booking->person[place];
      *row++ = person == PERSON_NONE
                   ? 0
                   : slots_starts(day->shift_slots[person], booking->staff_length[i].slots);
    }
  uint64_t *starts = booking->starts + index * booking->services_count;
  for (int i = 0; i < booking->services_count; i++) {
    starts[i] = timetable_service_starts(day, &plan->services[i]);
    starts[i] = booking_starts(booking, index, i);
  }
}

static inline void day_copy(Booking *booking, int from, int to) {
  memcpy(booking->runs + to * booking->row, booking->runs + from * booking->row,
         (size_t)booking->row * sizeof *booking->runs);
  memcpy(booking->starts + to * booking->services_count,
         booking->starts + from * booking->services_count,
         (size_t)booking->services_count * sizeof *booking->starts);
}

static bool days_are_alike(int staff_count, const TimetableDay *a, const TimetableDay *b) {
  return a->open_slots == b->open_slots && a->opening_minute == b->opening_minute &&
         a->room_slots == b->room_slots &&
         memcmp(a->shift_slots, b->shift_slots, (size_t)staff_count * sizeof *a->shift_slots) == 0;
}

void booking_init(Booking *booking, const Plan *plan, const Timetable *timetable) {
  assert(timetable->days >= 0 && timetable->days <= HORIZON_DAYS_MAX);
  assert(plan->rooms_count >= 0 && plan->rooms_count <= ROOMS_MAX);
  assert(plan->staff_count >= 0 && plan->staff_count <= STAFF_MAX);
  assert(plan->services_count >= 1 && plan->services_count <= SERVICES_MAX);
  booking->days = timetable->days;
  booking->services_count = plan->services_count;
  places_fill(booking, plan);
  needs_fill(booking, plan);
  for (int i = 0; i < timetable->days; i++) {
    /* The same weekday a week before is nearly always the same day. */
    int before = i - DAYS_A_WEEK;
    if (before < 0 ||
        !days_are_alike(plan->staff_count, &timetable->day[before], &timetable->day[i])) {
      day_fill(booking, plan, &timetable->day[i], i);
      continue;
    }
    day_copy(booking, before, i);
  }
}

void booking_copy_to_second(Booking *booking, int day) {
  day_copy(booking, day, booking_second_day(booking, day));
}

/* --- taking a place ----------------------------------------------------------------------- */

/* The runs of every length that would meet the visit are over. What is shifted out above the day's
 * last slot are runs that would end after it: there are none. */
static inline void resource_take(uint64_t *row, const BookingLength *lengths, int lengths_count,
                                 const uint64_t *meets, int resource, int start) {
  int i = 0;
  do { /* one length at least: that of the visit */
    row[lengths[i].begin + resource] &= ~(meets[i] << start >> lengths[i].shift);
  } while (++i < lengths_count);
}

static inline void room_take(Booking *booking, uint64_t *row, const BookingNeed *need, int room,
                             int start) {
  resource_take(row, booking->room_length, booking->room_lengths_count, need->room_meets, room,
                start);
}

static inline void person_take(Booking *booking, uint64_t *row, const BookingNeed *need, int place,
                               int start) {
  resource_take(row, booking->staff_length, booking->staff_lengths_count, need->staff_meets, place,
                start);
}

/* The first that has a free run at start; there is one. Without a branch that could be guessed
 * wrong. */
static inline int resource_first(const uint64_t *runs, int count, int start) {
  uint64_t bit = UINT64_C(1) << start;
  int first = 0;
  for (int i = count - FOUR; i >= 0; i -= FOUR) {
    first = (runs[i + 3] & bit) != 0 ? i + 3 : first;
    first = (runs[i + 2] & bit) != 0 ? i + 2 : first;
    first = (runs[i + 1] & bit) != 0 ? i + 1 : first;
    first = (runs[i] & bit) != 0 ? i : first;
  }
  return first;
}

/* Bit i: resource i has a free run that begins at start. */
static inline uint64_t resources_free(const uint64_t *runs, int count, int start) {
  uint64_t bit = UINT64_C(1) << start, mask = 0;
  for (int i = count - FOUR; i >= 0; i -= FOUR)
    mask = mask << FOUR | (uint64_t)((runs[i] & bit) != 0) |
           (uint64_t)((runs[i + 1] & bit) != 0) << 1 | (uint64_t)((runs[i + 2] & bit) != 0) << 2 |
           (uint64_t)((runs[i + 3] & bit) != 0) << 3;
  return mask;
}

/* The first rooms free. The start is feasible: there are as many as are needed. */
static inline uint64_t rooms_take(Booking *booking, uint64_t *row, const BookingNeed *need,
                                  int start) {
  uint64_t rooms = 0;
  uint64_t free_mask = resources_free(row + need->room_runs, booking->room_places, start);
  for (int i = 0; i < need->rooms_needed; i++, free_mask &= free_mask - 1) {
    assert(free_mask != 0);
    int room = __builtin_ctzll(free_mask);
    room_take(booking, row, need, room, start);
    rooms |= UINT64_C(1) << room;
  }
  return rooms;
}

/* The first group: an experienced person, then an accompanied one where there is one, and so on. */
static inline uint32_t group_take(Booking *booking, uint64_t *row, const BookingNeed *need,
                                  int start) {
  uint32_t staff = 0;
  uint64_t people = resources_free(row + need->staff_runs, booking->staff_places, start);
  uint64_t experienced = people & slots_range(0, booking->experienced_places);
  uint64_t accompanied = people ^ experienced;
  for (int i = 0; i < need->staff_needed; i++) {
    uint64_t *group = i % 2 == 1 && accompanied != 0 ? &accompanied : &experienced;
    assert(*group != 0);
    int place = __builtin_ctzll(*group);
    person_take(booking, row, need, place, start);
    staff |= UINT32_C(1) << booking->person[place];
    *group &= *group - 1;
  }
  return staff;
}

bool booking_place_wanted(Booking *booking, int day, int service_index, SlotWanted wanted,
                          uint64_t allowed, Placement *placement) {
  assert(day >= 0 && day < CALENDARS_MAX * booking->days);
  const BookingNeed *need = &booking->need[service_index];
  uint64_t *row = booking->runs + day * booking->row;
  uint64_t *starts = &booking->starts[day * booking->services_count + service_index];
  bool single = need->single;
  uint64_t now = single ? starts_of_any(row + need->room_runs, booking->room_places) &
                              starts_of_any(row + need->staff_runs, booking->experienced_places)
                        : starts_now(booking, row, need);
  *starts &= now;
  int start = slots_nearest_wanted(*starts & allowed, wanted);
  if (start < 0)
    return false;
  placement->day = (int16_t)day;
  placement->start_slot = (int16_t)start;
  if (single) {
    int room = resource_first(row + need->room_runs, booking->room_places, start);
    int place = resource_first(row + need->staff_runs, booking->experienced_places, start);
    room_take(booking, row, need, room, start);
    person_take(booking, row, need, place, start);
    placement->rooms = UINT64_C(1) << room;
    placement->staff = UINT32_C(1) << booking->person[place];
  } else {
    placement->rooms = rooms_take(booking, row, need, start);
    placement->staff = group_take(booking, row, need, start);
  }
  return true;
}
