/* Room: phone. A group of people who answer calls (Erlang A): callers who cannot be answered at
 * once wait, and hang up when their patience ends. Knows: libc. Must not know: plans, days.
 *
 * Births x, deaths min(k, c) μ + max(0, k − c) θ, k calls in the house; steady hour by hour
 * (domain §9; Baccelli & Hebuterne 1981; Garnett, Mandelbaum & Reiman 2002). Floating point: a
 * distribution, no money. Same bytes on gcc and clang. */
#pragma once

typedef struct {
  double calls_per_hour;   /* attempts that arrive, x ≥ 0 */
  double handle_minutes;   /* mean length of a call, ≥ 0.001; exponential */
  double patience_minutes; /* mean, ≥ 0.001; exponential */
  int people;              /* c ≥ 0; 0: every call is lost */
} ErlangHour;

/* Without calls nothing is lost and all is within. */
typedef struct {
  double lost_share;           /* of the attempts: θ E[queue] / x */
  double within_share;         /* of all attempts, the lost included: answered within the time */
  double waiting_mean_callers; /* E[queue] */
  double busy_share;           /* of the people's time; 0 without people */
} ErlangAnswer;

/* within_seconds ≥ 0. 8 calls/h of 4.5 min, patience 2 min, 1 person: lost .3002, within 60 s
 * .6381. */
void erlang_compute(const ErlangHour *hour, double within_seconds, ErlangAnswer *answer);

/* Attempts per hour when a lost caller calls again with probability `again_share` in [0, 1), where
 * calls_per_hour are first calls, λ: x = λ + r lost(x) x. There is exactly one, in [λ, λ / (1 −
 * r)]: what is lost grows with x, but never by more than x does. 18.5/h, 2 people, r = .5: 21.097.
 */
double erlang_attempts_per_hour(const ErlangHour *hour, double again_share);
