/* Room: decide. How many vouchers to sell at most (domain §12.2): a step of CAP_STEP vouchers, sold
 * exactly as many, the other inputs drawn, TRIAL_YEARS years of the same luck for every number.
 *
 * Wait, refused, weekly share and floor are ceilings: every tested number up to the cap meets them.
 * The goal (earn, or cost per client) is met at the cap itself: what a campaign costs once, spread
 * over too few vouchers, breaks it below a first number, told as at_least. */
#pragma once

#include "model/decide/standing.h"

#define CAP_STEP 10
#define CAP_TESTS_MAX 96
#define CAP_TIMES_LIKELY 10

typedef struct {
  bool applies;
  bool found;       /* some number meets it */
  int32_t vouchers; /* the most that this condition alone allows; valid when found */
  bool is_bound;    /* not even `most` breaks it */
} CapAlone;

/* One number looked at in all the years. The last number that a condition allows is always one of
 * them, and the next one of the condition that binds. Numbers of which a few years, the worst
 * first, say for sure that they break a condition are not listed. */
typedef struct {
  int32_t vouchers;
  int years;
  int32_t broken_count[CONDITION_COUNT]; /* CONDITION_RESULT: years that lose; …COST…: single years
                                            that break it, for information */
  uint16_t holds;                        /* bit per Condition, as in a Standing */
  TrialMean result;
} CapTest;

typedef struct {
  bool found;       /* false: no number meets all conditions */
  int32_t vouchers; /* the recommended cap, a multiple of CAP_STEP */
  int32_t at_least; /* below it the goal is not met; 0: it is from CAP_STEP on */
  /* One standard error of `vouchers`: half the distance between the numbers at which the condition
   * that binds would break with one standard deviation more years allowed, or fewer; drawn straight
   * between numbers looked at. */
  int32_t error_vouchers;
  Condition binding; /* what one step more breaks; not found: what no number meets, the one that
                        allows least; CONDITION_COUNT: nothing, `most` is the limit */
  CapAlone alone[CONDITION_COUNT];
  /* Tested up to: 10 × likely, at most the contract's cap and VOUCHERS_MAX; a multiple of CAP_STEP,
   * rounded down, and one CAP_STEP at least. */
  int32_t most;
  bool most_is_contract;
  int years;
  int test_count;
  CapTest test[CAP_TESTS_MAX]; /* by rising vouchers */
} Cap;

/* sample: RISK_ALL, or RISK_LUCK for a plan taken as it is. For the example about 3,500 years: half
 * a second on two threads. scratch->against, other and plan are written. */
bool cap_find(const Plan *plan, RiskSample sample, const TrialRunner *runner,
              DecideScratch *scratch, Cap *cap);
/* A plan that sells exactly `vouchers`, without a doubt about it. */
void cap_plan_of(const Plan *plan, int32_t vouchers, Plan *out);
