/* The owner's verdict counted a second time (domain §12.2, 12.10): from the numbers of single years
 * with loops and whole numbers. Must not know: standings, how years are simulated. */
#pragma once

#include "model/decide/decisions.h"
#include "ui/words/words.h"

/* How it can be got wrong; each must be noticed. */
typedef enum {
  NAIVE_RIGHT,
  NAIVE_CONFIDENCE_BACKWARDS, /* as many years may break a condition as must keep it */
  NAIVE_ONE_TOO_MANY,         /* exactly as many as she accepts are too many */
  NAIVE_FLOOR_KEPT,           /* not left out where it breaks without the deal too */
  NAIVE_GOAL_SWAPPED,
  NAIVE_COST_OF_YEARS,  /* the cost per client kept: how often single years pass it */
  NAIVE_LOSS_IS_NO,     /* no form but NO where the mean is a loss */
  NAIVE_LAST_IS_WORST,  /* the weightiest condition: the last broken one */
  NAIVE_TERMS_UNWRITTEN /* a contract with its terms is judged without them */
} NaiveFault;
#define NAIVE_FAULT_COUNT (NAIVE_TERMS_UNWRITTEN + 1)

typedef struct {
  bool applies, holds;
  int broken; /* years */
} NaiveCondition;

typedef struct {
  int years;
  NaiveCondition condition[CONDITION_COUNT];
  bool floor_left_out, all_hold;
  VerdictForm form;
  int64_t result_cents, people_kept; /* of all years together */
  int64_t cost_cents;                /* of one client kept; 0: none is, or the deal earns */
} NaiveVerdict;

/* Of years of this plan: what single years break, from their values. */
void naive_verdict_fill(const Plan *plan, const TrialRun *run, int years, NaiveFault fault,
                        NaiveVerdict *verdict);
/* Whether the bits of the years say what their values do; else which condition does not. */
Condition naive_bits_differ(const Plan *plan, const TrialRun *run, int years);
/* "": the standing of these years, or of any number of times them, says the same. */
const char *naive_standing_difference(const NaiveVerdict *verdict, const Plan *plan,
                                      const Standing *standing);
/* The broken condition that is furthest past what she accepts, as a share of that; those in
 * `but` (bit per Condition) left out. CONDITION_COUNT: none is. */
Condition naive_worst(const Plan *plan, const NaiveVerdict *verdict, unsigned but,
                      NaiveFault fault);

/* Whether a text names a condition, and with its number: in how many years it breaks. */
bool naive_text_names(Language language, const char *text, Condition condition);
bool naive_text_counts(Language language, const char *text, const NaiveVerdict *verdict,
                       Condition condition);
/* What a title of this form begins with. */
const char *naive_first_words(Language language, VerdictForm form, bool if_contract);
