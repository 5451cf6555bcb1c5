/* Room: decide. What if (domain §2 question 6, §12.8, 12.9): the site sells too many, the sale is
 * in another month, there is one room, therapist or phone line more; and other ways to the same
 * clients. Must not know: words. */
#pragma once

#include "model/decide/quota.h"
#include "model/decide/standing.h"
#include "model/decide/term.h"

/* One other world, TRIAL_YEARS years. Medians but for the means of the standing. */
typedef struct {
  bool applies;
  Standing standing;
  TrialMean less_base; /* its result less the plan's, paired */
  /* Its bank at the end of the horizon, with the deal, less the plan's, paired: of one more room or
   * person this counts all that it brings, her pay and the regulars received included. */
  TrialMean closing_less_base;
  int32_t vouchers; /* sold, likely */
  int32_t sale_date;
  int32_t refused_extra; /* visits refused because of the deal */
  int32_t wait_p95_days;
  int32_t unserved;
  int64_t lowest_p10_cents; /* 9 times in 10 above */
} WhatIf;

/* 2 ×, 3 ×, and without limit, which is counted as CAP_TIMES_LIKELY × and has no cap. Exactly so
 * many are sold, at most VOUCHERS_MAX; a contract that says fewer is not kept to. Does not apply to
 * a deal that sells nothing, nor where so many visits cannot be computed. */
#define OVERSELL_COUNT 3
extern const int OVERSELL_TIMES[OVERSELL_COUNT];
void oversell_plan_of(const Plan *plan, int times, Plan *out);
bool oversell_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                      DecideScratch *scratch, WhatIf out[OVERSELL_COUNT]);

/* The plan with the quotas written into it, as before the contract and as once sold: whether her
 * conditions still hold, for a quota looks at one day's margin and not at how long buyers wait. It
 * does not apply where a quota changes nothing. */
typedef enum { QUOTA_BEFORE, QUOTA_ONCE_SOLD, QUOTA_TRIED_COUNT } QuotaTried;
Term quota_term(const Quota *quota, QuotaTried which);
bool quota_try(const Plan *plan, RiskSample sample, const Quota *quota, const TrialRunner *runner,
               DecideScratch *scratch, WhatIf out[QUOTA_TRIED_COUNT]);

/* The sale 0 … 11 months later, every date of the deal with it: the promotion's end, the days
 * excluded, the costs paid once, the day the site stops paying, the day of breakage. The place
 * keeps its own: closures, hires, seasons; the bank begins with the same money. [0] is the plan; a
 * month in which the plan makes no sense does not apply, and no other one does without rooms. */
#define LAUNCH_MONTHS 12
bool launch_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                    DecideScratch *scratch, WhatIf out[LAUNCH_MONTHS]);
/* The plan of one of them; a date that the month lacks is its last day (31 January, one month
 * later: 28 February); what must come after another date still does. */
void launch_plan_of(const Plan *plan, int months_later, Plan *out);

/* One more: of a room, a copy of the last; of a person, of the last who may work alone, on her
 * shifts, with her guarantee. less_base: what the deal brings more, she being there with and
 * without it; before rent or training. Does not apply without rooms, nor where the plan holds no
 * more. */
typedef enum { ONE_MORE_ROOM, ONE_MORE_PERSON, ONE_MORE_COUNT } OneMore;
bool one_more_plan_of(const Plan *plan, OneMore of, Plan *out); /* false: does not apply */
bool one_more_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                      DecideScratch *scratch, WhatIf out[ONE_MORE_COUNT]);
/* One phone line more in the rush, on every day shown on which anybody phones, with one who answers
 * it: lost attempts less, and its hours' cost. Of the phone model. */
typedef struct {
  bool applies;                            /* somebody phones */
  int32_t lost_now_milli, lost_then_milli; /* attempts, whole rush */
  int64_t cost_cents;                      /* at the plan's cost of an hour of help, half up */
} OneMoreLine;
void one_more_line_compute(const Plan *plan, OneMoreLine *out);

/* Other ways to the same clients: cost per client kept of each. The deal's and the own offer's are
 * of TRIAL_YEARS_SURE years, after all that those clients bring within the horizon; what
 * advertising and the web cost is before. */
typedef enum {
  ALTERNATIVE_DEAL,
  /* The same service on the same dates, days and hours, at her own discount, taxes extra as on her
   * own list, to exactly own_offer_buyers of those who follow her. No site: no commission, no fee,
   * no refund, no rush of calls, no cost paid once, no client who only saw it; paid at the visit,
   * so that every offer taken is used. Staff is paid as for the deal; curve, no-shows, extras and
   * who comes back are the deal's. Assumed: those who follow her are mostly clients already: as
   * many as in the plan, and no fewer than the highest share published (FIGURE_EXISTING_DINERS, 78
   * %). */
  ALTERNATIVE_OWN_OFFER,
  /* Her usual cost per new client, for as many as the deal keeps. One counts as kept: that is what
   * she says it costs. */
  ALTERNATIVE_ADVERTISING,
  /* Her own time: 52 weeks of it × worth of an hour ÷ the new clients of the months of the first
   * year that are left after web_months_before_result; they count as kept. */
  ALTERNATIVE_WEB,
  ALTERNATIVE_COUNT
} AlternativeKind;
typedef struct {
  bool applies;                       /* the plan says enough of it */
  bool has_clients;                   /* keeps any */
  int64_t cost_per_client_kept_cents; /* ≥ 0; valid when has_clients */
  int64_t cost_cents;                 /* in all; negative: it earns */
  int32_t clients_milli;              /* kept, on average */
  int32_t months_before_result;       /* 0: at once */
} Alternative;
const char *alternative_name(AlternativeKind kind); /* "own_offer"; stable */
void own_offer_plan_of(const Plan *plan, Plan *out);
bool alternatives_compute(const Plan *plan, RiskSample sample, const TrialRunner *runner,
                          DecideScratch *scratch, Alternative out[ALTERNATIVE_COUNT]);
