/* Room: decide. What matters most (domain §12.5): each uncertain input at its low and its high, all
 * else as in the plan, TRIAL_YEARS_OF_LUCK years of the same luck; and what each term of the
 * contract is worth. Must not know: words. */
#pragma once

#include "model/decide/term.h"
#include "model/decide/trial.h"

typedef struct {
  char path[PLAN_PATH_SIZE];
  int64_t low, likely, high; /* of range_of_input */
  TrialMean at_low, at_high; /* result, cents in thousandths */
  TrialMean low_less_high;   /* paired */
} TornadoBar;

typedef struct {
  int years;
  TrialMean base; /* the plan as it is */
  int bar_count;
  TornadoBar bar[UNCERTAINTY_MAX]; /* widest first */
} Tornado;

bool tornado_compute(const Plan *plan, const TrialRunner *runner, DecideScratch *scratch,
                     Tornado *tornado);

/* The second list: one point of commission, 50 vouchers fewer, no Fridays (her busiest open weekday
 * that is not a Friday where she is closed then), new clients only, taxes extra, paid within 15
 * days and, of what the contract has, no fixed fee, no card fee. */
typedef struct {
  Term term;
  bool changes;      /* false: the contract says so already; worth is 0 */
  TrialMean worth;   /* result with the term less without, paired */
  TrialMean lowest;  /* the same of the lowest balance */
  TrialMean refused; /* the same of refused_extra, visits */
} TermWorth;

#define TERM_WORTHS_MAX TERM_COUNT
typedef struct {
  int years;
  int worth_count;
  TermWorth worth[TERM_WORTHS_MAX]; /* of the result, best first */
} TermWorths;

bool term_worths_compute(const Plan *plan, const TrialRunner *runner, DecideScratch *scratch,
                         TermWorths *worths);
