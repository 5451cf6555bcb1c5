/* Room: words; for its files. What the verdict and the figures stand on. Knows: decide. */
#pragma once

#include "model/decide/decisions.h"
#include "ui/words/words.h"

/* The years a study has of the contract as it stands, and the verdict they give. */
typedef struct {
  Standing as_it_stands; /* of the most years there are */
  WholeVerdict whole;    /* its standing may be as_it_stands: do not copy the struct */
  const Asks *asks;      /* NULL: not looked for yet */
  const Ask *ask;        /* the terms the verdict stands on; NULL: none */
} Told;
/* False: no simulated years: the verdict is provisional. Of a plan without rooms they judge its
 * money alone: the other conditions do not apply. */
bool told_fill(const Study *study, Told *told);
/* Risk years that can be told; NULL: none. */
const struct Risk *told_risk(const Study *study);

/* A condition with its number at the owner's confidence, to stand within a sentence: "in 97 of 100
 * simulated years the fullest week has more than 50% deal clients", and where asked "; you accept
 * 10". Of the cost, what a client kept costs on average. Free with g_free. */
char *condition_seen_text(Language language, const Plan *plan, const Standing *standing,
                          Condition condition, bool with_accepted);
/* "in 97 of 100 simulated years", to stand within a sentence. Free with g_free. */
char *condition_years_text(Language language, const ConditionStanding *of, int years);
/* "With these terms: 4 of 100."; "" where it does not apply. Free with g_free. */
char *condition_with_terms_text(Language language, const ConditionStanding *of);
/* The broken condition that is furthest from holding; CONDITION_COUNT: all hold. */
Condition condition_worst(const Plan *plan, const Standing *standing);
/* The condition that no term tried meets; of what is broken, where nothing says so. */
Condition condition_hopeless(const Plan *plan, const Told *told);

bool condition_is_money(Condition condition);
/* verdict-plan-year-words.c: the provisional verdict of the plan year. */
char *verdict_provisional_title(Language language, const Results *results);
char *verdict_provisional_reasons(Language language, const Plan *plan, const Results *results);
/* verdict-words.c: terms cut at a joint to at most so many letters; *is_cut tells. */
char *verdict_terms_within(const char *terms, int letters_most, bool *is_cut);
