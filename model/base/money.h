/* Room: base. Knows: libc. Must not know: plans, text, screens.
 *
 * Money is int64_t cents; rates are int32_t per 100 000 (9975 = 9.975 %).
 * Half a cent rounds away from zero (ETA s. 165.2: half or more is one cent).
 * Plan bounds keep every amount far below the range of int64_t; going past it is our mistake and
 * asserts. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#define RATE_ONE_PER_100K 100000

/* a + b in *sum. False, *sum untouched, when it does not fit. */
bool money_add_checked(int64_t a_cents, int64_t b_cents, int64_t *sum_cents);

/* a × b in *product, same contract. */
bool money_multiply_checked(int64_t a_cents, int64_t b, int64_t *product_cents);

/* a + b; asserts that it fits. */
int64_t money_add(int64_t a_cents, int64_t b_cents);

/* amount × numerator / denominator, half away from zero. denominator > 0.
 * money_scale_half_up(-5, 1, 2) = -3. */
int64_t money_scale_half_up(int64_t amount_cents, int64_t numerator, int64_t denominator);

/* A share of an amount: money_share_half_up(5000, 9975) = 499. */
int64_t money_share_half_up(int64_t amount_cents, int64_t rate_per_100k);

/* Splits total by weights (each ≥ 0, their sum > 0) into count parts. Each part but the last is
 * rounded half up; the last takes the remainder, so the parts add up to total.
 * A last weight of 0 gives the remainder to the last part whose weight is not 0. No part takes more
 * than is left of the total (2 cents in 4 equal parts: 1, 1, 0, 0). */
void money_split(int64_t total_cents, const int32_t *weights, int count, int64_t *parts_cents);

/* Part `index` (from 0) of total split in `count` equal parts, as money_split does: the parts of
 * 100 in 3 are 33, 33, 34; of 200, 67, 67, 66. 0 ≤ index < count. */
int64_t money_part(int64_t total_cents, int index, int count);
