/* Room: risk, private to risk. */
#pragma once

#include "model/risk/risk.h"

#define DAYS_A_WEEK 7

/* risk-spread.c: figures of `count` ≥ 1 values; they come back in another order. */

/* Moves values so that at each of `places` (from 0, never falling) stands the one that would stand
 * there were all in order, with none lower after it and none higher before it. */
void values_select(int64_t *values, int count, const int *places, int place_count);
/* The place of a percentile, in thousandths: the ⌈count q⌉-th, from 0. */
int percentile_place(int count, int per_mille);
RiskSpread spread_of(int64_t *values, int count);
RiskHistogram histogram_of(int64_t *values, int count);
/* sum ÷ count in thousandths, half away from zero. */
int64_t mean_milli(int64_t sum, int count);
