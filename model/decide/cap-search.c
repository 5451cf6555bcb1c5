/* Room: decide. Where a condition begins to break, and where the goal is met. Knows: looks. Must
 * not know: how years are run, what is told of the cap. */
#include "model/decide/cap-private.h"

#include <stdlib.h>

/* Numbers looked at for one that meets a goal that none has met so far. */
#define HUNT_LOOKS 5
/* Looks after which what is left is halved, where it was not by then. */
#define LOOKS_PER_HALF 3

static int32_t between(int32_t a, int32_t b) {
  int32_t middle = a + (b - a) / 2;
  return middle - middle % CAP_STEP;
}

/* The last from good towards bad that is foretold to hold; good at least. */
static int32_t edge_foretell(const CapSearch *search, int32_t good, int32_t bad,
                             Condition condition) {
  int32_t step = bad > good ? CAP_STEP : -CAP_STEP;
  int32_t holds = 0, fails = (bad - good) / step;
  while (fails - holds > 1) {
    int32_t middle = holds + (fails - holds) / 2;
    if (cap_foretell(search, good + middle * step, condition, 0) >= 0)
      holds = middle;
    else
      fails = middle;
  }
  return good + holds * step;
}

/* Beyond good and before bad. Upwards at most twice as many: years of many vouchers take long. */
static int32_t look_choose(const CapSearch *search, int32_t good, int32_t bad,
                           Condition condition) {
  int32_t next = edge_foretell(search, good, bad, condition);
  if (next == good)
    return good + (bad > good ? CAP_STEP : -CAP_STEP);
  return good > 0 && next > 2 * good ? 2 * good : next;
}

int32_t cap_edge_find(CapSearch *search, int32_t good, int32_t bad, Condition condition) {
  int32_t sure = good; /* on the way good may only be believed */
  while (!search->is_cancelled) {
    int32_t half = abs(bad - good) / 2;
    for (int looks = 0; abs(bad - good) > CAP_STEP && !search->is_cancelled; looks++) {
      if (abs(bad - good) <= half) {
        half = abs(bad - good) / 2;
        looks = 0;
      }
      int32_t next =
          looks < LOOKS_PER_HALF ? look_choose(search, good, bad, condition) : between(good, bad);
      CapAnswer answer = cap_look_at(search, next, condition);
      if (answer == CAP_FAILS)
        bad = next;
      else
        good = next;
      if (answer == CAP_HOLDS)
        sure = next;
    }
    if (good == sure || search->is_cancelled)
      break;
    if (cap_look_until_sure(search, good, condition) == CAP_HOLDS)
      break;
    bad = good;
    good = sure;
  }
  return good;
}

static int32_t vouchers_of(const CapSearch *search, int look) {
  return search->scratch->cap_look[look].vouchers;
}

int32_t cap_ceiling_find(CapSearch *search, Condition condition) {
  int32_t good = 0, bad = search->most + CAP_STEP;
  for (int i = 0; i < search->look_count; i++) {
    CapAnswer answer = cap_answer(search, i, condition);
    if (answer == CAP_HOLDS)
      good = vouchers_of(search, i);
    if (answer == CAP_FAILS) {
      bad = vouchers_of(search, i);
      break;
    }
  }
  return cap_edge_find(search, good, bad, condition);
}

/* --- the goal -------------------------------------------------------------------------------- */

/* The look that comes nearest to the goal, at most `limit`; −1: there is none. */
static int look_nearest(const CapSearch *search, int32_t limit, Condition goal) {
  int nearest = -1;
  double most = 0;
  for (int i = 0; i < search->look_count && vouchers_of(search, i) <= limit; i++) {
    double slack = cap_foretell(search, vouchers_of(search, i), goal, 0);
    if (nearest < 0 || slack > most) {
      nearest = i;
      most = slack;
    }
  }
  return nearest;
}

/* On both sides of the nearest in turn, in the wider gap first; 0: none of them meets it. */
static int32_t goal_hunt(CapSearch *search, int32_t limit, Condition goal) {
  for (int looks = 0; looks < HUNT_LOOKS && !search->is_cancelled; looks++) {
    int nearest = look_nearest(search, limit, goal);
    int32_t at = nearest < 0 ? 0 : vouchers_of(search, nearest);
    int32_t left = nearest <= 0 ? 0 : vouchers_of(search, nearest - 1), right = limit + CAP_STEP;
    if (nearest + 1 < search->look_count && vouchers_of(search, nearest + 1) < right)
      right = vouchers_of(search, nearest + 1);
    /* Against what they lie between: a gap of 100 is wide at 50, not at 1,000. */
    bool is_left = at > 0 && (int64_t)(at - left) * right > (int64_t)(right - at) * at;
    int32_t next = is_left ? between(left, at) : between(at, right);
    if (next == left || next == at)
      next = is_left ? between(at, right) : between(left, at);
    if (next == left || next == at)
      return 0;
    if (cap_look_at(search, next, goal) != CAP_FAILS &&
        cap_look_until_sure(search, next, goal) == CAP_HOLDS)
      return next;
  }
  return 0;
}

static int32_t goal_met_at_most(const CapSearch *search, int32_t limit, Condition goal) {
  for (int i = search->look_count - 1; i >= 0; i--)
    if (vouchers_of(search, i) <= limit && cap_answer(search, i, goal) == CAP_HOLDS)
      return vouchers_of(search, i);
  return 0;
}

static int32_t goal_missed_after(const CapSearch *search, int32_t vouchers, int32_t limit,
                                 Condition goal) {
  for (int i = 0; i < search->look_count && vouchers_of(search, i) <= limit; i++)
    if (vouchers_of(search, i) > vouchers && cap_answer(search, i, goal) == CAP_FAILS)
      return vouchers_of(search, i);
  return limit + CAP_STEP;
}

int32_t cap_goal_find(CapSearch *search, int32_t limit, Condition goal) {
  int32_t good = goal_met_at_most(search, limit, goal), edge = -1;
  if (good == 0)
    good = goal_hunt(search, limit, goal);
  while (good > 0 && good != edge && !search->is_cancelled) {
    edge = cap_edge_find(search, good, goal_missed_after(search, good, limit, goal), goal);
    good = goal_met_at_most(search, limit, goal);
  }
  return good;
}

int32_t cap_goal_begin_find(CapSearch *search, int32_t vouchers, Condition goal) {
  int32_t good = vouchers, bad = 0;
  for (int i = search->look_count - 1; i >= 0 && bad == 0; i--) {
    CapAnswer answer = vouchers_of(search, i) < good ? cap_answer(search, i, goal) : CAP_UNSURE;
    if (answer == CAP_HOLDS)
      good = vouchers_of(search, i);
    if (answer == CAP_FAILS)
      bad = vouchers_of(search, i);
  }
  return cap_edge_find(search, good, bad, goal);
}
