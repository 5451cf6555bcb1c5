/* Room: decide. The owner's conditions looked at in simulated years (domain §12.2): which hold at
 * her confidence, and the form of the verdict that follows. Must not know: words.
 *
 * - wait, refused, weekly share, cash floor: broken in at most 1 − confidence of the years;
 * - goal earn: the deal loses in at most loss_probability_max of them;
 * - goal advertise: what the deal costs on average ÷ the clients it keeps on average is at most her
 *   usual cost per new client. An average, because a single year's cost per client says little
 *   where few come back, and because that is how any advertising is judged. */
#pragma once

#include "model/decide/trial.h"

typedef struct {
  bool applies; /* of her goal; looked at in at least half of the years */
  bool holds;
  int32_t broken_per_100k;  /* share of the years that break it; CONDITION_COST…: of single years,
                               for  information */
  int32_t error_per_100k;   /* one standard error */
  int32_t allowed_per_100k; /* CONDITION_COST…: unused */
} ConditionStanding;

typedef struct {
  int years; /* 0: not looked at */
  ConditionStanding condition[CONDITION_COUNT];
  bool floor_left_out; /* broken without the deal too in more than half of the years */
  bool all_hold;
  VerdictForm form;       /* of this contract as it stands */
  TrialMean result;       /* cents: deal compared with no deal */
  TrialMean clients_kept; /* people */
  bool has_clients_kept;  /* on average at least a thousandth */
  int64_t
      cost_per_client_kept_cents; /* of the two means, half up, ≥ 0; valid when has_clients_kept */
} Standing;

/* Of the first `count` years of a trial. */
void standing_of_trial(const Trial *trial, int count, Standing *standing);
/* Of the years the owner is told (risk_told). */
void standing_of_risk(const Plan *plan, const Risk *risk, Standing *standing);
