/* Room: decide. What to ask for (domain §12.7, 12.10): the smallest change of the contract, alone
 * or in pairs, that turns the verdict; and what must be true for the verdict to stand. Must not
 * know: words.
 *
 * The smallest: one change before two; then the easier to obtain (order of TermKind, the sum of a
 * pair); of a kind, the least of it: one step less fails in TRIAL_YEARS or in TRIAL_YEARS_SURE
 * years. Steps: a cap by CAP_STEP, the recommended one first; the quotas of Quota cut at ever less,
 * or where they do not do it the same number on each day; her busiest weekday; the commission by
 * whole points, 20 at most; the price by 5% of the list price, to three quarters of it. The first
 * ask, on which the verdict rests, holds by two standard errors where three steps more reach that,
 * but the cap alone is the recommended one. A pair is tried where each betters what breaks without
 * it and both, added, come near; what does it alone is in no pair, unless by a fifth less.
 *
 * A look ends when its answer is sure (look.h). No pair is begun after ASK_YEARS_MOST years of
 * trials; the example takes about 7,000 in all. */
#pragma once

#include "model/decide/cap.h"
#include "model/decide/quota.h"
#include "model/decide/term.h"

#define ASK_TERMS_MAX 2
#define ASKS_MAX 6
#define ASK_YEARS_MOST 12000

typedef struct {
  int term_count;
  Term term[ASK_TERMS_MAX];
  Standing standing; /* of the contract that says so, in TRIAL_YEARS_SURE years */
} Ask;

/* Looked for where the contract as it stands fails a condition, or holds it by less than three
 * standard errors. */
typedef struct {
  bool is_needed;    /* the contract as it stands does not meet all conditions */
  Standing standing; /* of it, in TRIAL_YEARS_SURE years */
  int ask_count;     /* 0: nothing tried turns it */
  Ask ask[ASKS_MAX]; /* smallest first */
  /* Needed and none found: the condition that comes least near in the best pair; else
   * CONDITION_COUNT. */
  Condition hopeless;
  /* The best of those tried alone, by conditions met, then by result. */
  Ask best;
  bool has_cap;
  Cap cap; /* under the terms of ask[0]; the number to write beside them */
} Asks;

/* quota: of the plan (quota_compute); its numbers before the contract are tried first, then
 * fewer. base_cap: of cap_find. */
bool asks_find(const Plan *plan, RiskSample sample, const Quota *quota, const Cap *base_cap,
               const TrialRunner *runner, DecideScratch *scratch, Asks *asks);

/* A fact of the plan on which the verdict turns, between no and any other form: known to be
 * `turns_at` the verdict is as it is now, known to be `other_at`, one step further, it is another.
 * The input is then sure (its own range is gone, the others are drawn). Where the doubt alone makes
 * the verdict, `value` lies on the other side. */
typedef struct {
  char path[PLAN_PATH_SIZE];
  int64_t value, turns_at;
  bool stands_above; /* the verdict stands while the value is at least turns_at; else at most */
  int64_t other_at;
} Fact;
#define FACTS_MAX 2
typedef struct {
  int fact_count;
  Fact fact[FACTS_MAX]; /* nearest to turning first, by its share of the range */
} Facts;

/* Of the contract with `terms` (ask[0]; term_count 0: as it stands): over the uncertain inputs of
 * the plan, and the vouchers sold; from half a range under its low end to half over its high one,
 * as far as the field, the contract and the plan go; vouchers without a range: from half to double.
 * A yes between two noes is seen where it lies halfway or at the end. A step: FACT_STEPS to a
 * range, of a round size. At most FACT_LOOKS_MOST trials of TRIAL_YEARS. */
#define FACT_STEPS 40
#define FACT_LOOKS_MOST (1 + (UNCERTAINTY_MAX + 1) * (2 + 2 * (2 + 8)))
bool facts_find(const Plan *plan, RiskSample sample, const Term *terms, int term_count,
                const TrialRunner *runner, DecideScratch *scratch, Facts *facts);
