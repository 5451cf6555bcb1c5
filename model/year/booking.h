/* Room: year. The exact rooms × staff calendar (domain §7, Placement). No room or person is ever
 * in two places; one who serves only accompanied never works alone. Allocates nothing.
 *
 * Three ideas carry it:
 * - what is kept for a room or a person is not which slots are free but where a free run of a
 *   service's length may begin: a try looks at one bit of each, a visit given clears one range of
 *   each it takes, and the starts of a service are a few ands and ors away;
 * - nothing is ever taken back, so a start once refused is refused for good: `starts` holds, for
 *   each day and service, the starts not yet known to be impossible. It only shrinks;
 * - people stand in a row with those who may work alone first: who may serve is a range of it. */
#pragma once

#include <assert.h>
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
  bool single;         /* one room and one person, as nearly all visits */
  /* By length L of runs: the starts of runs that meet a visit from slot L − 1 on. */
  uint64_t room_meets[SERVICES_MAX], staff_meets[SERVICES_MAX];
} BookingNeed;

/* Runs of one length, in a day's row. */
typedef struct {
  int16_t slots;
  int16_t begin;
  int16_t shift; /* slots − 1; 63 for those longer than any day, of which there are none */
} BookingLength;

#define STAFF_PLACES_MAX (STAFF_MAX + 4)
#define PERSON_NONE (-1)
#define BOOKING_ROW_MAX (SERVICES_MAX * (ROOMS_MAX + STAFF_PLACES_MAX))

/* A calendar of each year of a pair: that of the second has only the days on which the two differ,
 * as days of their own behind those of the first. */
#define CALENDARS_MAX 2

/* About 21 MB of addresses for the most there can be; a plan writes days × row × 8 bytes, and of a
 * second calendar the days that differ. */
typedef struct {
  int days; /* of one calendar */
  int services_count;
  int room_places; /* masks of all rooms in a row, filled up to fours */
  /* … of those who may work alone, which come first, and of all people. */
  int experienced_places, staff_places;
  int8_t person[STAFF_PLACES_MAX]; /* by place; PERSON_NONE where filled up */
  BookingNeed need[SERVICES_MAX];
  BookingLength room_length[SERVICES_MAX], staff_length[SERVICES_MAX];
  int room_lengths_count, staff_lengths_count;
  int row; /* masks a day: for each length of room time every room, then so the people */
  /* [day × services_count + service]: every start that is possible, and maybe more. */
  uint64_t starts[CALENDARS_MAX * HORIZON_DAYS_MAX * SERVICES_MAX];
  /* [day × row + …]: the slots at which a free run begins. */
  uint64_t runs[CALENDARS_MAX * HORIZON_DAYS_MAX * BOOKING_ROW_MAX];
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

/* The day of the second calendar that stands for one of the first. */
static inline int booking_second_day(const Booking *booking, int day) {
  return booking->days + day;
}

/* Makes that day what the first calendar's is now. */
void booking_copy_to_second(Booking *booking, int day);

/* The feasible starts of a service on a day, exactly. */
uint64_t booking_starts(const Booking *booking, int day, int service_index);

/* The same or more, at no cost: 0 says that none is left, for good. */
static inline uint64_t booking_starts_at_most(const Booking *booking, int day, int service_index) {
  return booking->starts[day * booking->services_count + service_index];
}

/* Takes the feasible start nearest to the wanted one among `allowed` (mask of starts), the earlier
 * on a tie; rooms and people in plan order, but after each experienced person one who serves only
 * accompanied where one is free. False when there is none, nothing taken. */
bool booking_place_wanted(Booking *booking, int day, int service_index, SlotWanted wanted,
                          uint64_t allowed, Placement *placement);

/* The same for the very minute of a slot, 0..63. */
static inline bool booking_place(Booking *booking, int day, int service_index, int wanted_slot,
                                 uint64_t allowed, Placement *placement) {
  assert(wanted_slot >= 0 && wanted_slot < SLOTS_MAX);
  return booking_place_wanted(booking, day, service_index, (SlotWanted){wanted_slot, false},
                              allowed, placement);
}
