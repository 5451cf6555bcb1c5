/* Room: chart. Knows: number text. Must not know: pixels, cairo.
 *
 * An axis: it only maps a value to 0..1 and says its ticks (1-2-5 steps). Values are in the unit's
 * own integers: cents, minutes (shown in hours), counts, shares per 100 000. */
#pragma once

#include "model/base/number-text.h"

typedef enum { SCALE_MONEY, SCALE_HOURS, SCALE_COUNT, SCALE_PERCENT } ScaleUnit;

typedef struct {
  ScaleUnit unit;
  int64_t low, high; /* ends of the axis: low ≤ 0 ≤ high and low < high */
  int64_t step;      /* ticks are its multiples, zero always one of them */
} Scale;

/* The axis from zero that holds low..high, a little air beyond, with at most ticks_max (≥ 3) ticks,
 * more only where zero would stand alone.
 * scale_covering(SCALE_HOURS, 0, 184 × 60, 5): ticks 0 h, 50 h, 100 h, 150 h; high 191.36 h. */
Scale scale_covering(ScaleUnit unit, int64_t low, int64_t high, int ticks_max);

/* 0 at low, 1 at high; linear, not clamped. */
double scale_share(const Scale *scale, double value);

int scale_tick_count(const Scale *scale);
int64_t scale_tick_value(const Scale *scale, int index);
/* "$5,000", "150 h", "12". Returns text. */
char *scale_tick_text(const Scale *scale, Language language, int index,
                      char text[NUMBER_TEXT_SIZE]);
