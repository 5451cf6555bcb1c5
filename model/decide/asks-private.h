/* Room: decide, private to asks. What can be changed step by step, and the least step that does.
 * Must not know: which changes are told. */
#pragma once

#include "model/decide/asks.h"
#include "model/decide/look.h"

#define COMMISSION_STEP_PER_100K 1000 /* a whole point */
#define COMMISSION_LESS_MOST_PER_100K 20000
#define PRICE_STEP_PER_100K 5000     /* of the list price */
#define PRICE_MOST_PER_100K 75000    /* nearer to it there is no deal to sell */
#define CHANGES_MAX (TERM_COUNT + 1) /* two of quotas */

/* One kind of change: `count` steps, the least first. A step is at least as hard on the site as the
 * one before. */
typedef struct {
  TermKind kind;
  int count;
  bool is_money;   /* each step leaves her more, and takes or moves nobody's visit */
  bool is_uniform; /* TERM_QUOTA: the same number on every day, else those of Quota cut */
  int64_t first;   /* amount at step 0; TERM_NO_WEEKDAY: the weekday */
  int64_t step;    /* from one to the next */

  /* Tried alone: the step from which the calendar's conditions hold, of money the last; what was
   * seen of it in TRIAL_YEARS years; the step asked for, −1: none turns the verdict. */
  int at, alone;
  Look look;
} Change;

/* Terms of one contract, by kind. */
typedef struct {
  int term_count;
  Term term[ASK_TERMS_MAX];
} TermSet;

typedef struct {
  const Plan *plan;
  RiskSample sample;
  const Quota *quota;
  const TrialRunner *runner;
  DecideScratch *scratch;
  double tight; /* see LookOptions */
  bool cancelled;
  int64_t years_run; /* of all trials so far */
  TermSet seen;      /* whose years scratch->other has; scratch->base has those of the plan */
  bool has_seen;
  Look nearest; /* the contract that comes nearest of those that do not meet all */
} AskSearch;

/* The changes that the contract leaves room for, in order of TermKind. */
int changes_list(const AskSearch *search, Change changes[CHANGES_MAX]);
bool term_is_same(const Term *a, const Term *b);
Term change_term(const AskSearch *search, const Change *change, int step);

/* The contract with these terms, in at most `years`. False: cancelled. */
bool terms_look(AskSearch *search, const TermSet *terms, int years, unsigned mask, double tight,
                bool whole, Look *look);

/* The least step from which the conditions of the calendar hold; the last when none does. */
int change_calendar_step(AskSearch *search, const Change *change, const Term *beside);
/* The least step with which, beside another term (NULL: none), all conditions hold: that of the
 * calendar (calendar_step; −1: not known), or one further. Not found, or cancelled: false. */
bool change_least(AskSearch *search, const Change *change, const Term *beside, int calendar_step,
                  int *step);
