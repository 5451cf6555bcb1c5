/* Room: words. Findings and explanations of what is decided. Knows: decide. Must not know: charts,
 * tables, screens. study->decisions has the part, unless said; texts are new, g_free. */
#pragma once

#include "model/decide/decisions.h"
#include "model/decide/offers.h"
#include "ui/words/words.h"

/* A finding each, and "How is this computed?". */
typedef enum {
  DECIDE_TOPIC_CAP,
  DECIDE_TOPIC_QUOTA,
  DECIDE_TOPIC_TORNADO,
  DECIDE_TOPIC_WORTHS,
  DECIDE_TOPIC_BREAK_EVEN_RETURN, /* then the others in the order of BreakEvenOf */
  DECIDE_TOPIC_BREAK_EVEN_VOUCHERS,
  DECIDE_TOPIC_BREAK_EVEN_PRICE,
  DECIDE_TOPIC_BREAK_EVEN_COMMISSION,
  DECIDE_TOPIC_BREAK_EVEN_EXTRAS,
  DECIDE_TOPIC_LIFETIME,
  DECIDE_TOPIC_ALTERNATIVES,
  DECIDE_TOPIC_OVERSELL,
  DECIDE_TOPIC_ONE_MORE,
  DECIDE_TOPIC_LAUNCH,
  DECIDE_TOPIC_OFFERS,
  DECIDE_TOPIC_PLAIN, /* the plain arithmetic others use, and why it differs */
  DECIDE_TOPIC_COUNT
} DecideTopic;

/* Whether the part is done (offers: compared; plain: always). */
bool decide_topic_is_ready(const Study *study, DecideTopic topic);
/* False: nothing to say of this plan (quota without a calendar). */
bool decide_topic_applies(const Study *study, DecideTopic topic);
char *decide_finding(Language language, const Study *study, DecideTopic topic);
char *decide_explain(Language language, const Study *study, DecideTopic topic);

/* Names of what charts and tables show; borrowed. */
const char *alternative_label(Language language, AlternativeKind kind); /* "Your own offer" */
const char *one_more_label(Language language, OneMore which);           /* "One more room" */
/* "2 times as many", "as many as buyers want"; index of OVERSELL_TIMES. New: g_free. */
char *oversell_label(Language language, int index);

/* A break-even that is found as it is told: shares to a tenth of a percent, prices to a dollar,
 * vouchers to 10, on the side that earns; exactly where that would pass the plan. New: g_free. */
char *break_even_shown(Language language, BreakEvenOf of, const BreakEven *found);
/* Where what earns ends on its other side, itself as a break-even: enough vouchers to pay for the
 * campaign, but not more than the calendar bears. False: nowhere among the points. */
bool break_even_other_end(const BreakEven *found, BreakEven *end);
/* How often the line meets nothing. */
int break_even_crossings(const BreakEven *line);

/* The plain arithmetic others use (cases/published.json: casual-dining, car-wash, massage): the own
 * share of everything sold, less what the used ones cost, plus their extras. Of the plan as it is,
 * contract arithmetic; then step by step to the result of the plan year, which the steps add up to.
 */
typedef enum {
  PLAIN_UNUSED,    /* own share of vouchers not used: they may still come */
  PLAIN_REGULARS,  /* sales to regulars: turned away, or come with a voucher; gone for good */
  PLAIN_RETURNING, /* sales to clients who come back, less their incentive */
  PLAIN_CAMPAIGN,  /* phone, one-off costs, refunds */
  PLAIN_REST,      /* pay, supplies, taxes and fees as they fall */
  PLAIN_STEP_COUNT
} PlainStep;
typedef struct {
  int32_t sold, used;                                /* used: as wanted in the plan year */
  int64_t own_share_cents, cost_cents, extras_cents; /* of one voucher; cost: pay, its contributions
                                                        and supplies; extras: what they leave */
  int64_t plain_cents;
  int64_t step_cents[PLAIN_STEP_COUNT];
  int64_t result_cents; /* deal compared with no deal, plan year */
} PlainArithmetic;
void plain_arithmetic_fill(const Plan *plan, const Results *results, PlainArithmetic *plain);
const char *plain_step_label(Language language, PlainStep step);

/* Whether a deal visit leaves nothing or less: that, not the regulars, is why quotas are 0. */
bool quota_is_worthless(const Quota *quota);
/* Where her conditions no longer hold with the quotas: "too many buyers wait past your 21 days (in
 * 81 of 100 simulated years): sell fewer", to stand within a sentence. NULL: they hold,
 * or it is not known yet. */
char *quota_tried_text(Language language, const Study *study);

/* "What must be true": a sentence for each fact on which the verdict turns. "The verdict stands
 * while at least 12% of new clients come back (you assume 15%)." */
char *fact_text(Language language, const Plan *plan, const Fact *fact);
/* "Three guesses matter most": of the tornado's bars those that are not from the contract or her
 * own books, widest first. The index of the k-th of them; −1: there are fewer. */
int guess_bar(const Study *study, int k);
/* "Share that comes back: between 2% and 30%, the result moves by about $9,000". */
char *guess_text(Language language, const Study *study, int bar);
/* Three reasons of the verdict, the weightiest first; NULL beyond those there are. */
#define REASONS_MAX 3
char *verdict_reason(Language language, const Study *study, int k);
