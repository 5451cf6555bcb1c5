#include "tests/risk-same.h"

#include <string.h>

#include "model/risk/risk-keys.h"

#define SAME(member) (memcmp(a->member, b->member, sizeof a->member) == 0)

static bool input_is_same(const RiskInput *a, const RiskInput *b) {
  return strcmp(a->path, b->path) == 0 && a->low == b->low && a->likely == b->likely &&
         a->high == b->high && a->mean == b->mean;
}

static bool weeks_are_same(const RiskOfSample *a, const RiskOfSample *b) {
  return a->result.bin_count == b->result.bin_count && SAME(result.count) &&
         SAME(week_balance_cents) && SAME(week_staff_minutes) && SAME(week_refused_milli);
}

bool risk_is_same(const Risk *a, const Risk *b) {
  bool same = a->sale_date == b->sale_date && a->days == b->days &&
              a->week_count == b->week_count && a->input_count == b->input_count;
  for (int i = 0; same && i < a->input_count; i++)
    same = input_is_same(&a->input[i], &b->input[i]);
  for (int i = 0; same && i < RISK_SAMPLE_COUNT; i++)
    same = weeks_are_same(&a->sample[i], &b->sample[i]);
  for (int i = 0; same && i < risk_key_count(); i++) {
    int64_t of_a = 0, of_b = 0;
    same = risk_get(a, i, &of_a) == risk_get(b, i, &of_b) && of_a == of_b;
  }
  return same;
}
