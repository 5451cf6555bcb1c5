/* Room: risk. A plan made ready for many runs, and the draw of its uncertain inputs (domain §11).
 * Knows: fields, timetable. Must not know: what a year does with them. */
#include <assert.h>
#include <math.h>

#include "model/plan/range.h"
#include "model/risk/risk.h"

/* Purposes of the daily luck (LuckPurpose) are small numbers. */
#define PURPOSE_OF_INPUTS UINT32_C(0x80000000)
#define FNV_OFFSET UINT32_C(2166136261)
#define FNV_PRIME UINT32_C(16777619)

static uint32_t purpose_of_path(const char *path) {
  uint32_t hash = FNV_OFFSET;
  for (const char *byte = path; *byte != '\0'; byte++)
    hash = (hash ^ (unsigned char)*byte) * FNV_PRIME;
  return hash | PURPOSE_OF_INPUTS;
}

void risk_setup(RiskSetup *setup, const Plan *plan, uint64_t seed) {
  setup->plan = *plan;
  setup->seed = seed;
  setup->without = NULL;
  setup->without_count = 0;
  setup->regulars = NULL;
  setup->regulars_count = 0;
  setup->regulars_kept = NULL;
  setup->regulars_kept_count = 0;
  setup->order = NULL;
  timetable_fill(plan, &setup->timetable);
  for (int i = 0; i < plan->uncertainty_count; i++) {
    const char *path = plan->uncertainty[i].path;
    FieldPlace place = {0};
    bool found = field_place(&setup->plan, path, false, &place);
    assert(found);
    (void)found;
    size_t offset = (size_t)((char *)place.value - (char *)&setup->plan);
    setup->plan.uncertainty[i] = range_of_input(plan, i);
    setup->draw[i] = (RiskDraw){place.field, offset, purpose_of_path(path)};
  }
}

/* Half up, within the range whatever the rounding. */
static int64_t input_draw(const Uncertainty *range, double u) {
  double drawn = quantile_pert((double)range->low, (double)range->likely, (double)range->high, u);
  int64_t value = (int64_t)floor(drawn + 0.5);
  if (value < range->low)
    return range->low;
  return value > range->high ? range->high : value;
}

void risk_draw_plan(const RiskSetup *setup, uint32_t run, Plan *plan) {
  const RandomStream stream = {setup->seed, run};
  *plan = setup->plan;
  for (int i = 0; i < setup->plan.uncertainty_count; i++) {
    const RiskDraw *draw = &setup->draw[i];
    FieldPlace place = {draw->field, (char *)plan + draw->offset};
    double u = random_unit(&stream, draw->purpose, 0, 0);
    field_put(&place, input_draw(&setup->plan.uncertainty[i], u));
  }
}
