/* Room: decide. Offers side by side (domain §12.6): up to four contracts under the same luck, and
 * how each differs from the first. Must not know: words, where the plans are kept. */
#pragma once

#include "model/decide/standing.h"

#define OFFERS_MAX 4

typedef struct {
  char name[PLAN_TEXT_SIZE];
  int32_t vouchers;        /* as the plan says */
  int64_t left_used_cents; /* contract arithmetic, to the cent */
  Standing standing;
  TrialMean less_first; /* result less the first's, paired; 0 of the first */
  int64_t result_p5_cents, result_p50_cents, result_p95_cents;
  int32_t loss_per_100k;
  int32_t refused_extra_p50;
  int64_t lowest_p10_cents, lowest_p50_cents;
  int32_t wait_p95_p50_days;
} Offer;

typedef struct Offers {
  int years; /* TRIAL_YEARS_SURE */
  int offer_count;
  Offer offer[OFFERS_MAX];
} Offers;

/* 1 … OFFERS_MAX plans without blocking problems. */
bool offers_compare(const Plan *const plans[], int count, RiskSample sample,
                    const TrialRunner *runner, DecideScratch *scratch, Offers *offers);
