/* Room: base. Knows: libc. Must not know: plans, text, screens. */
#include "model/base/money.h"

#include <assert.h>

bool money_add_checked(int64_t a_cents, int64_t b_cents, int64_t *sum_cents) {
  int64_t sum;
  if (__builtin_add_overflow(a_cents, b_cents, &sum))
    return false;
  *sum_cents = sum;
  return true;
}

bool money_multiply_checked(int64_t a_cents, int64_t b, int64_t *product_cents) {
  int64_t product;
  if (__builtin_mul_overflow(a_cents, b, &product))
    return false;
  *product_cents = product;
  return true;
}

int64_t money_add(int64_t a_cents, int64_t b_cents) {
  int64_t sum = 0;
  bool fits = money_add_checked(a_cents, b_cents, &sum);
  assert(fits);
  (void)fits;
  return sum;
}

/* A product past 64 bits is rare, and dividing it is slow. */
static int64_t scale_wide(int64_t amount_cents, int64_t numerator, int64_t denominator) {
  __int128 product = (__int128)amount_cents * numerator;
  __int128 magnitude = product < 0 ? -product : product;
  __int128 remainder = magnitude % denominator;
  __int128 rounded = magnitude / denominator + (remainder >= denominator - remainder);
  assert(rounded <= INT64_MAX);
  return product < 0 ? -(int64_t)rounded : (int64_t)rounded;
}

int64_t money_scale_half_up(int64_t amount_cents, int64_t numerator, int64_t denominator) {
  assert(denominator > 0);
  int64_t product;
  if (!money_multiply_checked(amount_cents, numerator, &product) || product == INT64_MIN)
    return scale_wide(amount_cents, numerator, denominator);
  int64_t magnitude = product < 0 ? -product : product;
  int64_t remainder = magnitude % denominator;
  int64_t rounded = magnitude / denominator + (remainder >= denominator - remainder);
  return product < 0 ? -rounded : rounded;
}

int64_t money_share_half_up(int64_t amount_cents, int64_t rate_per_100k) {
  return money_scale_half_up(amount_cents, rate_per_100k, RATE_ONE_PER_100K);
}

/* Many small parts rounded up may pass the total before the last is reached (2 cents in 4): a part
 * takes no more than what is left, so that none changes sign. */
static int64_t part_within(int64_t total_cents, int64_t part_cents, int64_t left_cents) {
  bool past = total_cents >= 0 ? part_cents > left_cents : part_cents < left_cents;
  return past ? left_cents : part_cents;
}

void money_split(int64_t total_cents, const int32_t *weights, int count, int64_t *parts_cents) {
  assert(count > 0);
  int64_t weights_sum = 0;
  int last_index = -1;
  for (int i = 0; i < count; i++) {
    assert(weights[i] >= 0);
    weights_sum += weights[i];
    if (weights[i] > 0)
      last_index = i;
  }
  assert(last_index >= 0);
  int64_t left_cents = total_cents;
  for (int i = 0; i < count; i++) {
    int64_t part = i < last_index ? money_scale_half_up(total_cents, weights[i], weights_sum) : 0;
    parts_cents[i] = i == last_index ? left_cents : part_within(total_cents, part, left_cents);
    left_cents -= parts_cents[i];
  }
}

int64_t money_part(int64_t total_cents, int index, int count) {
  assert(count > 0 && index >= 0 && index < count);
  int64_t part_cents = money_scale_half_up(total_cents, 1, count);
  int64_t before_cents = 0;
  bool fits = money_multiply_checked(part_cents, index, &before_cents);
  assert(fits);
  (void)fits;
  bool spent = total_cents >= 0 ? before_cents >= total_cents : before_cents <= total_cents;
  int64_t left_cents = spent ? 0 : total_cents - before_cents;
  return index == count - 1 ? left_cents : part_within(total_cents, part_cents, left_cents);
}
