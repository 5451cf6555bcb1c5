/* Room: decide. What if (domain §2 question 6, §12.8, 12.9): the site sells too many, the sale is
 * in another month, there is one room, therapist or phone line more; and other ways to the same
 * clients. Must not know: words. */
#pragma once

#include "model/decide/standing.h"

/* One other world, TRIAL_YEARS years. Medians but for the means of the standing. */
typedef struct {
  bool applies;
  Standing standing;
  TrialMean less_base; /* its result less the plan's, paired */
  int32_t vouchers;    /* sold, likely */
  int32_t sale_date;
  int32_t refused_extra; /* visits refused because of the deal */
  int32_t wait_p95_days;
  int32_t unserved;
  int64_t lowest_p10_cents; /* 9 times in 10 above */
} WhatIf;

/* 2 ×, 3 ×, and without limit, which is counted as CAP_TIMES_LIKELY × and has no cap. Exactly so
 * many are sold. */
#define OVERSELL_COUNT 3
extern const int OVERSELL_TIMES[OVERSELL_COUNT];
bool oversell_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                      DecideScratch *scratch, WhatIf out[OVERSELL_COUNT]);

/* The sale 0 … 11 months later, every date of the deal with it; [0] is the plan. */
#define LAUNCH_MONTHS 12
bool launch_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                    DecideScratch *scratch, WhatIf out[LAUNCH_MONTHS]);
/* The plan of one of them; a date that the month lacks is its last day. */
void launch_plan_of(const Plan *plan, int months_later, Plan *out);

/* One more: of a room, a copy of the last; of a person, of the last who may work alone, on her
 * shifts. What it would bring, before rent or training. */
typedef enum { ONE_MORE_ROOM, ONE_MORE_PERSON, ONE_MORE_COUNT } OneMore;
bool one_more_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                      DecideScratch *scratch, WhatIf out[ONE_MORE_COUNT]);
/* One phone line more in the rush: lost attempts less, and its hours' cost. Of the phone model. */
typedef struct {
  bool applies;
  int32_t lost_now_milli, lost_then_milli; /* attempts, whole rush */
  int64_t cost_cents;
} OneMoreLine;
void one_more_line_compute(const Plan *plan, OneMoreLine *out);

/* Other ways to the same clients: cost per client kept of each. */
typedef enum {
  ALTERNATIVE_DEAL,
  ALTERNATIVE_OWN_OFFER,   /* the same service, her own discount, to her own followers, no site */
  ALTERNATIVE_ADVERTISING, /* her usual cost per new client */
  ALTERNATIVE_WEB, /* her own time: hours × worth of an hour ÷ new clients, over the first year */
  ALTERNATIVE_COUNT
} AlternativeKind;
typedef struct {
  bool applies;                       /* the plan says enough of it */
  bool has_clients;                   /* keeps any */
  int64_t cost_per_client_kept_cents; /* ≥ 0 */
  int64_t cost_cents;                 /* in all; negative: it earns */
  int32_t clients_milli;              /* kept, on average */
  int32_t months_before_result;       /* 0: at once */
} Alternative;
const char *alternative_name(AlternativeKind kind);
/* A client of her usual advertising counts as kept: that is what she says it costs. */
bool alternatives_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                          DecideScratch *scratch, Alternative out[ALTERNATIVE_COUNT]);
