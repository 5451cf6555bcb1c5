/* A slow, obvious calendar, written from domain §7 "Placement" and from nothing of the engine's but
 * the Placement it answers: every minute of every room and person is one bool, every group of
 * people is tried. The engine must agree with it always; with a fault it must not. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/year/booking.h"
#include "model/plan/plan.h"

#define NAIVE_DAYS 40
#define NAIVE_ROOMS 4
#define NAIVE_STAFF 5
#define NAIVE_MINUTES 2880

typedef enum {
  NAIVE_RIGHT,
  NAIVE_FORGETS_TURNOVER,    /* a room is ready the minute a visit ends */
  NAIVE_FORGETS_ACCOMPANIED, /* everyone may work alone */
  NAIVE_TIES_LATER,          /* of two starts equally near, the later */
  NAIVE_FAULTS_COUNT
} NaiveFault;

/* Of NAIVE_DAYS days from first_day; the plan has at most NAIVE_ROOMS rooms and NAIVE_STAFF staff.
 */
typedef struct {
  const Plan *plan;
  int first_day;
  NaiveFault fault;
  bool open[NAIVE_DAYS][NAIVE_MINUTES];
  bool on_shift[NAIVE_DAYS][NAIVE_STAFF][NAIVE_MINUTES];
  bool room_taken[NAIVE_DAYS][NAIVE_ROOMS][NAIVE_MINUTES];
  bool person_taken[NAIVE_DAYS][NAIVE_STAFF][NAIVE_MINUTES];
} NaiveBooking;

void naive_init(NaiveBooking *naive, const Plan *plan, int first_day, NaiveFault fault);

/* Facts of the plan. */
bool naive_is_open(const NaiveBooking *naive, int day, int minute);
bool naive_is_on_shift(const NaiveBooking *naive, int person, int day, int minute);
bool naive_room_exists(const NaiveBooking *naive, int room, int day);
/* The first open minute of a day, −1 when closed all day. */
int naive_opening_minute(const NaiveBooking *naive, int day);

/* How long a visit holds a room or a person: whole quarters of an hour. */
int naive_room_minutes(const PlanService *service);
int naive_staff_minutes(const PlanService *service);

/* The starts at which a visit can be given, bit per quarter of an hour from the opening. */
uint64_t naive_starts(const NaiveBooking *naive, int day, int service_index);

/* As booking_place. */
bool naive_place(NaiveBooking *naive, int day, int service_index, int wanted_slot, uint64_t allowed,
                 Placement *placement);
