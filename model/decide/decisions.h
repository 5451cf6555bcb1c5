/* Room: decide. All that is decided of one plan, part after part in the order of their use. Must
 * not know: threads, words, files. */
#pragma once

#include "model/decide/asks.h"
#include "model/decide/break-even.h"
#include "model/decide/cap.h"
#include "model/decide/quota.h"
#include "model/decide/tornado.h"
#include "model/decide/what-if.h"

typedef enum {
  DECIDE_QUOTA,
  DECIDE_CAP,
  DECIDE_TORNADO,
  DECIDE_WORTHS,
  DECIDE_ASKS,        /* after QUOTA and CAP */
  DECIDE_QUOTA_TRIED, /* after QUOTA */
  DECIDE_FACTS,       /* after ASKS */
  DECIDE_BREAK_EVEN,
  DECIDE_ALTERNATIVES, /* and the lifetime value */
  DECIDE_OVERSELL,
  DECIDE_ONE_MORE,
  DECIDE_LAUNCH,
  DECIDE_PART_COUNT
} DecidePart;

typedef struct Decisions {
  unsigned done; /* bit per DecidePart; what is not done is not to be read */
  uint64_t seed;
  RiskSample sample; /* RISK_LUCK: the plan as it is */
  int32_t sale_date;
  Quota quota;
  Cap cap;
  Tornado tornado;
  TermWorths worths;
  Asks asks;
  Facts facts;
  BreakEven break_even[BREAK_EVEN_COUNT];
  Lifetime lifetime;
  Alternative alternative[ALTERNATIVE_COUNT];
  WhatIf quota_tried[QUOTA_TRIED_COUNT];
  WhatIf oversell[OVERSELL_COUNT];
  WhatIf one_more[ONE_MORE_COUNT];
  OneMoreLine one_more_line;
  WhatIf launch[LAUNCH_MONTHS];
} Decisions;

/* Whether a part is there; NULL has none. */
bool decisions_has(const Decisions *decisions, DecidePart part);
const char *decide_part_name(DecidePart part); /* "cap"; stable */

void decisions_begin(const Plan *plan, uint64_t seed, bool with_uncertainty, Decisions *decisions);
/* Computes one part; those it stands on are done. False: cancelled, the part is not done. A plan
 * without rooms has no quota, one more nor launch months that differ: their `applies` are false;
 * its cap is by the goal alone. */
bool decisions_compute(Decisions *decisions, DecidePart part, const Plan *plan,
                       const TrialRunner *runner, DecideScratch *scratch);

/* The whole verdict (domain §12.10), once DECIDE_ASKS is done; before, of the contract as it
 * stands.
 */
typedef struct {
  bool is_final;    /* the terms to ask for are known, or none is needed */
  VerdictForm form; /* NO also while terms are looked for and the contract as it stands fails */
  bool if_contract; /* only with ask[0] in writing */
  const Standing *standing; /* of what the form speaks of: as it stands, or with ask[0] */
} WholeVerdict;
/* standing: of the contract as it stands, of the most years there are (standing_of_risk). */
void verdict_of_decisions(const Decisions *decisions, const Standing *standing, WholeVerdict *out);
