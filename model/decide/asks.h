/* Room: decide. What to ask for (domain §12.7, 12.10): the smallest change of the contract, alone
 * or in pairs, that turns the verdict; and what must be true for the verdict to stand. Must not
 * know: words.
 *
 * The smallest: one change before two; then the easier to obtain (order of TermKind, the sum of a
 * pair); of a kind, the least of it. Each is looked at in TRIAL_YEARS and, before it is told, in
 * TRIAL_YEARS_SURE years. */
#pragma once

#include "model/decide/cap.h"
#include "model/decide/quota.h"
#include "model/decide/term.h"

#define ASK_TERMS_MAX 2
#define ASKS_MAX 6

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
  /* Needed and none found: the condition that comes least near in the best pair. */
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

/* A fact of the plan on which the verdict turns: with `value` at `turns_at` it is another. */
typedef struct {
  char path[PLAN_PATH_SIZE];
  int64_t value, turns_at;
  bool stands_above; /* the verdict stands while the value is at least turns_at; else at most */
} Fact;
#define FACTS_MAX 2
typedef struct {
  int fact_count;
  Fact fact[FACTS_MAX]; /* nearest to turning first, by its share of the range or of the value */
} Facts;

/* Of the contract with `terms` (ask[0]; term_count 0: as it stands): over the uncertain inputs of
 * the plan, and the vouchers sold; between a field's sensible ends. */
bool facts_find(const Plan *plan, RiskSample sample, const Term *terms, int term_count,
                const TrialRunner *runner, DecideScratch *scratch, Facts *facts);
