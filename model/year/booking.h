/* Room: year. The exact rooms × staff calendar (domain §7, Placement). No room or person is ever
 * in two places; one who serves only accompanied never works alone. Allocates nothing.
 *
 * Two ideas carry it:
 * - what is kept for a room or a person is not which slots are free but where a free run of a
 *   service's length may begin: a try looks at one bit of each, a visit given clears one range of
 *   each it takes, and the starts of a service are a few ands and ors away;
 * - nothing is ever taken back, so a start once refused is refused for good: `starts` holds, for
 *   each day and service, the starts not yet known to be impossible. It only shrinks, and is made
 *   exact only when a try fails. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/year/timetable.h"

/* What a service needs of a day. Where rooms (people) are not needed, their slots and runs are 0.
 */
typedef struct {
  int16_t rooms_needed;
  int16_t staff_needed;
  int16_t room_slots;  /* minutes + turnover */
  int16_t staff_slots; /* minutes + rest */
  int16_t room_runs;   /* in a day's row: the runs of that length of the first room */
  int16_t staff_runs;  /* … of the first person */
} BookingNeed;

/* Runs of one length, in a day's row. */
typedef struct {
  int16_t slots;
  int16_t begin;
} BookingLength;

#define BOOKING_ROW_MAX (SERVICES_MAX * (ROOMS_MAX + STAFF_MAX))

/* About 10 MB of addresses for the most there can be; a plan writes days × row × 8 bytes. */
typedef struct {
  int days;
  int rooms_count, staff_count, services_count;
  uint32_t accompanied_mask; /* people who never work alone */
  BookingNeed need[SERVICES_MAX];
  BookingLength room_length[SERVICES_MAX], staff_length[SERVICES_MAX];
  int room_lengths_count, staff_lengths_count;
  int row; /* masks a day: for each length of room time every room, then so the people */
  /* [day × services_count + service]: every start that is possible, and maybe more. */
  uint64_t starts[HORIZON_DAYS_MAX * SERVICES_MAX];
  /* [day × row + …]: the slots at which a free run begins. */
  uint64_t runs[HORIZON_DAYS_MAX * BOOKING_ROW_MAX];
} Booking;

/* Who and where of one visit. */
typedef struct {
  int16_t day;
  int16_t start_slot;
  uint64_t rooms; /* bit per room */
  uint32_t staff; /* bit per person */
} Placement;

/* An empty calendar. The plan has no blocking problem and has rooms; only the days of the timetable
 * are written. */
void booking_init(Booking *booking, const Plan *plan, const Timetable *timetable);

/* The feasible starts of a service on a day, exactly. */
uint64_t booking_starts(const Booking *booking, int day, int service_index);

/* The same or more, at no cost: 0 says that none is left, for good. */
static inline uint64_t booking_starts_at_most(const Booking *booking, int day, int service_index) {
  return booking->starts[day * booking->services_count + service_index];
}

/* Takes the feasible start nearest to wanted_slot among `allowed` (mask of starts), the earlier on
 * a tie; rooms and people in plan order, but after each experienced person one who serves only
 * accompanied where one is free. wanted_slot 0..63. False when there is none, nothing taken. */
bool booking_place(Booking *booking, int day, int service_index, int wanted_slot, uint64_t allowed,
                   Placement *placement);
