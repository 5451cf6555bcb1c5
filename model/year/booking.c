/* Room: year. Knows: plan, timetable. Must not know: who asks or why. */
#include "model/year/booking.h"

#include <assert.h>
#include <string.h>

#define DAYS_A_WEEK 7

/* --- the starts of a service -------------------------------------------------------------- */

/* The starts at which `needed` or more of the members are free; needed ≥ 1. */
static uint64_t starts_of(const uint64_t *runs, int count, uint64_t members, int needed) {
  if (needed <= 2) { /* nearly always: one room, one person or two */
    uint64_t once = 0, twice = 0;
    for (int i = 0; i < count; i++) {
      uint64_t starts = members >> i & 1 ? runs[i] : 0;
      twice |= once & starts;
      once |= starts;
    }
    return needed == 1 ? once : twice;
  }
  uint64_t at_least[ROOMS_MAX + 1] = {UINT64_MAX};
  for (int i = 0; i < count; i++)
    for (int k = needed; k > 0; k--)
      at_least[k] |= at_least[k - 1] & (members >> i & 1 ? runs[i] : 0);
  return at_least[needed];
}

/* A group of n has at most n / 2 accompanied: at least n − n / 2 experienced, and n of both. */
static uint64_t staff_starts(const Booking *booking, const uint64_t *runs, int needed) {
  uint64_t experienced = ~(uint64_t)booking->accompanied_mask;
  uint64_t starts = starts_of(runs, booking->staff_count, experienced, needed - needed / 2);
  if (needed == 1)
    return starts;
  return starts & starts_of(runs, booking->staff_count, UINT64_MAX, needed);
}

uint64_t booking_starts(const Booking *booking, int day, int service_index) {
  assert(day >= 0 && day < booking->days);
  uint64_t starts = booking_starts_at_most(booking, day, service_index);
  const BookingNeed *need = &booking->need[service_index];
  const uint64_t *row = booking->runs + day * booking->row;
  if (need->rooms_needed > 0)
    starts &=
        starts_of(row + need->room_runs, booking->rooms_count, UINT64_MAX, need->rooms_needed);
  if (need->staff_needed > 0)
    starts &= staff_starts(booking, row + need->staff_runs, need->staff_needed);
  return starts;
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
  int row = 0;
  for (int i = 0; i < booking->room_lengths_count; i++, row += booking->rooms_count)
    booking->room_length[i].begin = (int16_t)row;
  for (int i = 0; i < booking->staff_lengths_count; i++, row += booking->staff_count)
    booking->staff_length[i].begin = (int16_t)row;
  booking->row = row;
  for (int i = 0; i < plan->services_count; i++) {
    BookingNeed *need = &booking->need[i];
    need->room_runs = need->rooms_needed > 0 ? booking->room_length[need->room_runs].begin : 0;
    need->staff_runs = need->staff_needed > 0 ? booking->staff_length[need->staff_runs].begin : 0;
  }
}

static void day_fill(Booking *booking, const Plan *plan, const TimetableDay *day, int index) {
  uint64_t *row = booking->runs + index * booking->row;
  for (int i = 0; i < booking->room_lengths_count; i++) {
    uint64_t runs = slots_starts(day->open_slots, booking->room_length[i].slots);
    for (int room = 0; room < booking->rooms_count; room++)
      *row++ = day->room_slots >> room & 1 ? runs : 0;
  }
  for (int i = 0; i < booking->staff_lengths_count; i++)
    for (int person = 0; person < booking->staff_count; person++)
      *row++ = slots_starts(day->shift_slots[person], booking->staff_length[i].slots);
  uint64_t *starts = booking->starts + index * booking->services_count;
  for (int i = 0; i < booking->services_count; i++) {
    starts[i] = timetable_service_starts(day, &plan->services[i]);
    starts[i] = booking_starts(booking, index, i);
  }
}

static bool days_are_alike(const Booking *booking, const TimetableDay *a, const TimetableDay *b) {
  return a->open_slots == b->open_slots && a->opening_minute == b->opening_minute &&
         a->room_slots == b->room_slots &&
         memcmp(a->shift_slots, b->shift_slots,
                (size_t)booking->staff_count * sizeof *a->shift_slots) == 0;
}

void booking_init(Booking *booking, const Plan *plan, const Timetable *timetable) {
  booking->days = timetable->days;
  booking->rooms_count = plan->rooms_count;
  booking->staff_count = plan->staff_count;
  booking->services_count = plan->services_count;
  booking->accompanied_mask = 0;
  for (int i = 0; i < plan->staff_count; i++)
    if (plan->staff[i].accompanied_only)
      booking->accompanied_mask |= UINT32_C(1) << i;
  needs_fill(booking, plan);
  size_t row_size = (size_t)booking->row * sizeof *booking->runs;
  size_t starts_size = (size_t)booking->services_count * sizeof *booking->starts;
  for (int i = 0; i < timetable->days; i++) {
    /* The same weekday a week before is nearly always the same day. */
    int before = i - DAYS_A_WEEK;
    if (before < 0 || !days_are_alike(booking, &timetable->day[before], &timetable->day[i])) {
      day_fill(booking, plan, &timetable->day[i], i);
      continue;
    }
    memcpy(booking->runs + i * booking->row, booking->runs + before * booking->row, row_size);
    memcpy(booking->starts + i * booking->services_count,
           booking->starts + before * booking->services_count, starts_size);
  }
}

/* --- taking a place ----------------------------------------------------------------------- */

/* Bit i: resource i has a free run that begins at start. */
static inline uint64_t resources_free(const uint64_t *runs, int count, int start) {
  uint64_t mask = 0;
  for (int i = count - 1; i >= 0; i--)
    mask = mask << 1 | (runs[i] >> start & 1);
  return mask;
}

static inline uint64_t lowest_bit(uint64_t mask) {
  return mask & -mask;
}

/* The first rooms of those free; 0 when they are too few. needed ≥ 1. */
static inline uint64_t rooms_choose(uint64_t free_mask, int needed) {
  uint64_t rooms = 0;
  for (int i = 0; i < needed; i++) {
    if (free_mask == 0)
      return 0;
    rooms |= lowest_bit(free_mask);
    free_mask &= free_mask - 1;
  }
  return rooms;
}

/* The group that serves, of those free: an experienced person, then an accompanied one where there
 * is one, and so on; 0 when there is no such group. needed ≥ 1. */
static inline uint32_t staff_choose(uint32_t free_mask, uint32_t accompanied_mask, int needed) {
  uint32_t experienced = free_mask & ~accompanied_mask;
  uint32_t accompanied = free_mask & accompanied_mask;
  uint32_t staff = 0;
  while (needed > 0) {
    if (experienced == 0)
      return 0;
    staff |= experienced & -experienced;
    experienced &= experienced - 1;
    needed--;
    if (needed > 0 && accompanied != 0) {
      staff |= accompanied & -accompanied;
      accompanied &= accompanied - 1;
      needed--;
    }
  }
  return staff;
}

/* Runs of every length that would meet slots begin … end − 1 of the taken resources are over. */
static inline void resources_take(uint64_t *row, const BookingLength *lengths, int lengths_count,
                                  uint64_t resources, int begin, int end) {
  for (int i = 0; i < lengths_count; i++) {
    int first = begin - lengths[i].slots + 1;
    uint64_t left = ~slots_range(first > 0 ? first : 0, end);
    uint64_t *runs = row + lengths[i].begin;
    for (uint64_t rest = resources; rest != 0; rest &= rest - 1)
      runs[__builtin_ctzll(rest)] &= left;
  }
}

/* Takes one start when it is free. */
static bool start_take(Booking *booking, int day, const BookingNeed *need, int start,
                       Placement *placement) {
  uint64_t *row = booking->runs + day * booking->row;
  uint64_t rooms = 0;
  uint32_t staff = 0;
  if (need->rooms_needed > 0) {
    uint64_t free_mask = resources_free(row + need->room_runs, booking->rooms_count, start);
    rooms = rooms_choose(free_mask, need->rooms_needed);
    if (rooms == 0)
      return false;
  }
  if (need->staff_needed > 0) {
    uint64_t free_mask = resources_free(row + need->staff_runs, booking->staff_count, start);
    staff = staff_choose((uint32_t)free_mask, booking->accompanied_mask, need->staff_needed);
    if (staff == 0)
      return false;
  }
  resources_take(row, booking->room_length, booking->room_lengths_count, rooms, start,
                 start + need->room_slots);
  resources_take(row, booking->staff_length, booking->staff_lengths_count, staff, start,
                 start + need->staff_slots);
  *placement = (Placement){
      .day = (int16_t)day, .start_slot = (int16_t)start, .rooms = rooms, .staff = staff};
  return true;
}

bool booking_place(Booking *booking, int day, int service_index, int wanted_slot, uint64_t allowed,
                   Placement *placement) {
  assert(day >= 0 && day < booking->days);
  const BookingNeed *need = &booking->need[service_index];
  uint64_t *starts = &booking->starts[day * booking->services_count + service_index];
  int start = slots_nearest(*starts & allowed, wanted_slot);
  if (start < 0)
    return false;
  if (start_take(booking, day, need, start, placement))
    return true;
  *starts = booking_starts(booking, day, service_index);
  start = slots_nearest(*starts & allowed, wanted_slot);
  if (start < 0)
    return false;
  bool taken = start_take(booking, day, need, start, placement);
  assert(taken);
  return taken;
}
