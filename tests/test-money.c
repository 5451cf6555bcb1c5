/* Tests of base/money. The twin says what half-up means (the nearest whole, the farther from zero
 * on a tie) without computing it, and is shown to refuse a truncating and a bankers' rounding. */
#include "model/base/money.h"

#include <glib.h>

#define ROUNDS 20000

typedef int64_t ScaleFunction(int64_t amount_cents, int64_t numerator, int64_t denominator);

static __int128 magnitude(__int128 value) {
  return value < 0 ? -value : value;
}

/* Is `answer` a × n / d rounded half away from zero? */
static bool is_half_up(int64_t amount, int64_t numerator, int64_t denominator, int64_t answer) {
  __int128 exact = (__int128)amount * numerator;
  __int128 written = (__int128)answer * denominator;
  __int128 error = magnitude(exact - written);
  if (2 * error == denominator)
    return magnitude(written) > magnitude(exact);
  return 2 * error < denominator;
}

static int64_t random_amount(GRand *luck) {
  int64_t bits = (int64_t)((uint64_t)g_rand_int(luck) << 32 | g_rand_int(luck));
  return bits >> g_rand_int_range(luck, 4, 63);
}

/* How often a rounding differs from half-up, over amounts of all sizes and many exact halves. */
static int count_wrong_scales(ScaleFunction *scale) {
  GRand *luck = g_rand_new_with_seed(1);
  int wrong = 0;
  for (int i = 0; i < ROUNDS; i++) {
    int64_t amount = random_amount(luck) >> 20;
    int64_t numerator = g_rand_int_range(luck, -100000, 100001);
    int64_t denominator =
        g_rand_boolean(luck) ? g_rand_int_range(luck, 1, 13) : g_rand_int_range(luck, 1, 200001);
    wrong += !is_half_up(amount, numerator, denominator, scale(amount, numerator, denominator));
  }
  g_rand_free(luck);
  return wrong;
}

static int64_t scale_truncating(int64_t amount_cents, int64_t numerator, int64_t denominator) {
  return amount_cents * numerator / denominator;
}

static int64_t scale_to_even(int64_t amount_cents, int64_t numerator, int64_t denominator) {
  int64_t half_up = money_scale_half_up(amount_cents, numerator, denominator);
  int64_t product = amount_cents * numerator;
  bool tie = magnitude((__int128)2 * (product - half_up * denominator)) == denominator;
  return tie && half_up % 2 != 0 ? half_up - (product < 0 ? -1 : 1) : half_up;
}

static void test_scale(void) {
  g_assert_cmpint(money_scale_half_up(-5, 1, 2), ==, -3);
  g_assert_cmpint(money_scale_half_up(5, 1, 2), ==, 3);
  g_assert_cmpint(money_scale_half_up(5, -1, 2), ==, -3);
  g_assert_cmpint(money_scale_half_up(-1, 1, 3), ==, 0);
  g_assert_cmpint(money_scale_half_up(INT64_MAX, INT64_MAX, INT64_MAX), ==, INT64_MAX);
  g_assert_cmpint(money_scale_half_up(INT64_MIN + 1, 1, 1), ==, INT64_MIN + 1);
  g_assert_cmpint(money_scale_half_up(INT64_MAX, -INT64_MAX, INT64_MAX), ==, -INT64_MAX);
}

static void test_scale_twin(void) {
  g_assert_cmpint(count_wrong_scales(money_scale_half_up), ==, 0);
  g_assert_cmpint(count_wrong_scales(scale_truncating), >, 0);
  g_assert_cmpint(count_wrong_scales(scale_to_even), >, 0);
}

/* domain §5: the taxes of a voucher of 50, and of three on one invoice. */
static void test_share(void) {
  g_assert_cmpint(money_share_half_up(5000, 9975), ==, 499);
  g_assert_cmpint(money_share_half_up(5000, 5000), ==, 250);
  g_assert_cmpint(money_share_half_up(15000, 9975), ==, 1496);
  g_assert_cmpint(money_share_half_up(10000, 9975), ==, 998);
  g_assert_cmpint(money_share_half_up(-5000, 9975), ==, -499);
  g_assert_cmpint(money_share_half_up(2500, 9975), ==, 249);
}

static void test_checked(void) {
  GRand *luck = g_rand_new_with_seed(2);
  int too_large = 0;
  for (int i = 0; i < ROUNDS; i++) {
    int64_t a = random_amount(luck) * 8, b = random_amount(luck) * 8;
    int64_t sum = 77, product = 77;
    __int128 wide_sum = (__int128)a + b, wide_product = (__int128)a * b;
    bool sum_fits = wide_sum >= INT64_MIN && wide_sum <= INT64_MAX;
    bool product_fits = wide_product >= INT64_MIN && wide_product <= INT64_MAX;
    g_assert_cmpint(money_add_checked(a, b, &sum), ==, sum_fits);
    g_assert_cmpint(money_multiply_checked(a, b, &product), ==, product_fits);
    g_assert_cmpint(sum, ==, sum_fits ? (int64_t)wide_sum : 77);
    g_assert_cmpint(product, ==, product_fits ? (int64_t)wide_product : 77);
    too_large += !product_fits;
  }
  g_assert_cmpint(too_large, >, 100);
  int64_t sum = 5;
  g_assert_false(money_add_checked(INT64_MAX, 1, &sum));
  g_assert_false(money_add_checked(INT64_MIN, -1, &sum));
  g_assert_cmpint(sum, ==, 5);
  g_assert_true(money_add_checked(INT64_MAX, INT64_MIN, &sum));
  g_assert_cmpint(sum, ==, -1);
  g_assert_false(money_multiply_checked(INT64_MIN, -1, &sum));
  g_rand_free(luck);
}

typedef void SplitFunction(int64_t total, const int32_t *weights, int count, int64_t *parts);

/* A part is rounded half up, or is what was left; after the last weight nothing is left. */
static bool split_is_right(int64_t total, const int32_t *weights, int count, const int64_t *parts) {
  int64_t weights_sum = 0, left = total;
  int last = 0;
  for (int i = 0; i < count; i++) {
    weights_sum += weights[i];
    last = weights[i] > 0 ? i : last;
  }
  for (int i = 0; i < count; i++) {
    bool same_sign = total >= 0 ? parts[i] >= 0 : parts[i] <= 0;
    bool rounded = is_half_up(total, weights[i], weights_sum, parts[i]);
    if (!same_sign || (i < last && !rounded && parts[i] != left) || (i > last && parts[i] != 0))
      return false;
    left -= parts[i];
  }
  return left == 0;
}

static int count_wrong_splits(SplitFunction *split) {
  GRand *luck = g_rand_new_with_seed(3);
  int wrong = 0;
  for (int i = 0; i < ROUNDS; i++) {
    int32_t weights[12];
    int64_t parts[12];
    int count = g_rand_int_range(luck, 1, 13);
    bool small = g_rand_boolean(luck);
    for (int j = 0; j < count; j++)
      weights[j] = g_rand_int_range(luck, 0, small ? 4 : 100001);
    weights[g_rand_int_range(luck, 0, count)] = 1 + g_rand_int_range(luck, 0, 50);
    int64_t total = small ? g_rand_int_range(luck, -30, 31) : random_amount(luck) >> 10;
    split(total, weights, count, parts);
    wrong += !split_is_right(total, weights, count, parts);
  }
  g_rand_free(luck);
  return wrong;
}

/* The fault: the last part is rounded like the others. */
static void split_without_remainder(int64_t total, const int32_t *weights, int count,
                                    int64_t *parts) {
  int64_t weights_sum = 0;
  for (int i = 0; i < count; i++)
    weights_sum += weights[i];
  for (int i = 0; i < count; i++)
    parts[i] = money_scale_half_up(total, weights[i], weights_sum);
}

static void test_split(void) {
  int64_t parts[4];
  money_split(212562, (int32_t[]){50, 25, 25}, 3, parts); /* domain §10.3 */
  g_assert_cmpint(parts[0], ==, 106281);
  g_assert_cmpint(parts[1], ==, 53141);
  g_assert_cmpint(parts[2], ==, 53140);
  money_split(100, (int32_t[]){1, 1, 1, 0}, 4, parts);
  g_assert_cmpint(parts[2], ==, 34);
  g_assert_cmpint(parts[3], ==, 0);
  money_split(2, (int32_t[]){1, 1, 1, 1}, 4, parts);
  g_assert_cmpint(parts[1], ==, 1);
  g_assert_cmpint(parts[3], ==, 0);
  g_assert_cmpint(count_wrong_splits(money_split), ==, 0);
  g_assert_cmpint(count_wrong_splits(split_without_remainder), >, 0);
}

static void test_part(void) {
  static const int32_t equal[20] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  int64_t parts[20];
  g_assert_cmpint(money_part(100, 0, 3), ==, 33);
  g_assert_cmpint(money_part(100, 2, 3), ==, 34);
  g_assert_cmpint(money_part(200, 1, 3), ==, 67);
  g_assert_cmpint(money_part(200, 2, 3), ==, 66);
  for (int count = 1; count <= 20; count++)
    for (int64_t total = -2003; total <= 2003; total++) {
      money_split(total, equal, count, parts);
      for (int i = 0; i < count; i++)
        g_assert_cmpint(money_part(total, i, count), ==, parts[i]);
    }
}

/* Past the range is our mistake: the program stops, it does not wrap. */
static void test_add_asserts(void) {
  if (g_test_subprocess()) {
    volatile int64_t most = INT64_MAX;
    g_test_message("%" G_GINT64_FORMAT, money_add(most, 1));
    return;
  }
  g_test_trap_subprocess(NULL, 0, 0);
  g_test_trap_assert_failed();
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/money/scale", test_scale);
  g_test_add_func("/money/scale-twin", test_scale_twin);
  g_test_add_func("/money/share", test_share);
  g_test_add_func("/money/checked", test_checked);
  g_test_add_func("/money/split", test_split);
  g_test_add_func("/money/part", test_part);
  g_test_add_func("/money/add-asserts", test_add_asserts);
  return g_test_run();
}
