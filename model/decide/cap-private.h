/* Room: decide, inside. The search of a cap: numbers of vouchers, each looked at in some years or
 * in all, and what all looks together foretell of the others. Only what was looked at decides; what
 * is foretold says where to look next, and which years first. */
#pragma once

#include "model/decide/cap.h"

typedef struct {
  const Plan *plan;
  const TrialRunner *runner;
  RiskSample sample;
  DecideScratch *scratch;
  int years;
  int32_t most;
  int look_count;                     /* of scratch->cap_look, by rising vouchers */
  int64_t run_count;                  /* years run so far */
  bool is_cancelled;                  /* then nothing that is answered counts */
  double mean_of_none;                /* of the goal advertise, where nobody buys */
  bool applies[CONDITION_COUNT];      /* known once a number was looked at in all years */
  int allowed_count[CONDITION_COUNT]; /* years that may break it */
  Cap *cap;
} CapSearch;

typedef enum { CAP_UNSURE, CAP_FAILS, CAP_HOLDS } CapAnswer;

/* --- cap-look.c ------------------------------------------------------------------------------ */

/* All the years of a number; it is listed in cap->test. */
void cap_look_at_all(CapSearch *search, int32_t vouchers);
/* The worst years first, as foretold of the condition, until it fails for sure, or enough of them
 * hold to think that it does. The goal advertise has no worst years: all. */
CapAnswer cap_look_at(CapSearch *search, int32_t vouchers, Condition condition);
/* The same, until it is sure; in all years where it holds. */
CapAnswer cap_look_until_sure(CapSearch *search, int32_t vouchers, Condition condition);
/* For sure, of what was seen so far; index of a look. */
CapAnswer cap_answer(const CapSearch *search, int look, Condition condition);
/* The index of the look; −1: there is none. */
int cap_look_find(const CapSearch *search, int32_t vouchers);

/* How far the condition is from breaking at a number, in its unit; below 0 it breaks. Each year's
 * own is drawn straight between the nearest numbers at which that year was seen. The year that
 * decides it, or the mean of the years. spare: years more that may break it; of the mean: standard
 * errors by which it may. */
double cap_foretell(const CapSearch *search, int32_t vouchers, Condition condition, int spare);

/* --- cap-search.c ---------------------------------------------------------------------------- */

/* The last number that holds between one that does and one that does not, on either side. Both ends
 * may be numbers that are not tested (0; one step past most) and taken for granted. */
int32_t cap_edge_find(CapSearch *search, int32_t good, int32_t bad, Condition condition);
/* The largest number up to which the condition holds at every number looked at; 0: none. */
int32_t cap_ceiling_find(CapSearch *search, Condition condition);
/* A number, at most `limit`, at which the goal is met and one step above it is not (of several, the
 * one that the search comes upon), or `limit` itself; 0: none was found. */
int32_t cap_goal_find(CapSearch *search, int32_t limit, Condition goal);
/* The smallest number of those that meet the goal one after the other up to `vouchers`. */
int32_t cap_goal_begin_find(CapSearch *search, int32_t vouchers, Condition goal);

/* --- cap.c ----------------------------------------------------------------------------------- */

/* cap_find in other than TRIAL_YEARS, at most as many. */
bool cap_find_in(const Plan *plan, RiskSample sample, int years, const TrialRunner *runner,
                 DecideScratch *scratch, Cap *cap);
