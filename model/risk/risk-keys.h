/* Room: risk. Knows: the Risk struct. Must not know: JSON, screens.
 *
 * One table of every number of a Risk: `keys` and the JSON of the risk years read it. A key is made
 * of the sample, what is asked and the statistic: "risk.all.refused.mean_milli". The names are
 * stable. Inputs, weeks and the bins of the histogram are lists and have no keys. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/risk/risk.h"

#define RISK_KEY_PATH_SIZE 80
#define RISK_KEY_UNIT_SIZE 24
#define RISK_KEY_MEANING_SIZE 160

typedef struct {
  char path[RISK_KEY_PATH_SIZE];
  char unit[RISK_KEY_UNIT_SIZE];       /* "cents", "milli_cents": thousandths of a cent, … */
  char meaning[RISK_KEY_MEANING_SIZE]; /* one English line */
  bool is_truth;                       /* 0 or 1, not a count */
} RiskKey;

const char *risk_sample_name(RiskSample sample); /* "all", "luck": the second part of a path */

int risk_key_count(void);
void risk_key_fill(int index, RiskKey *key);
/* The number behind a key; false when there is none: the sample was not run, or the condition does
 * not apply. */
bool risk_get(const Risk *risk, int index, int64_t *number);
