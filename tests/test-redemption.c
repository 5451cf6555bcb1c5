/* The redemption curve: the anchors of domain §8, rising, its inverse, "of 10 used". */
#include <glib.h>
#include <math.h>

#include "model/year/redemption.h"

#define WEEKS 52.0

static void assert_close(double value, double wanted, double tolerance) {
  if (!(fabs(value - wanted) <= tolerance))
    g_error("%.9g is not within %g of %.9g", value, tolerance, wanted);
}

static void test_anchors(void) {
  static const double anchors[CURVE_COUNT][4] = {
      [CURVE_FRONT_LOADED] = {14.6, 60.1, 74.9, 12.9},
      [CURVE_BALANCED] = {8.3, 40.7, 60.8, 18.9},
      [CURVE_LATE] = {3.4, 18.1, 32.4, 45.9},
  };
  for (int i = 0; i < CURVE_COUNT; i++) {
    RedemptionCurve curve = redemption_preset((CurvePreset)i);
    g_assert_cmpint(curve.w1_per_100k + curve.w2_per_100k + curve.w3_per_100k, ==, 100000);
    assert_close(100 * redemption_share(&curve, 1, WEEKS), anchors[i][0], 0.05);
    assert_close(100 * redemption_share(&curve, 60 / 7.0, WEEKS), anchors[i][1], 0.05);
    assert_close(100 * redemption_share(&curve, 26, WEEKS), anchors[i][2], 0.05);
    assert_close(100 * (1 - redemption_share(&curve, WEEKS - 4, WEEKS)), anchors[i][3], 0.05);
  }
}

static RedemptionCurve random_curve(GRand *luck) {
  RedemptionCurve curve = {.w1_per_100k = g_rand_int_range(luck, 0, 100001)};
  curve.w2_per_100k = g_rand_int_range(luck, 0, 100001 - curve.w1_per_100k);
  curve.w3_per_100k = 100000 - curve.w1_per_100k - curve.w2_per_100k;
  /* From a thousandth of a week, the least a plan may hold, to ten years. */
  curve.a_milli_weeks = (int32_t)exp(g_rand_double_range(luck, 0, log(520000)));
  curve.b_milli_weeks = (int32_t)exp(g_rand_double_range(luck, 0, log(520000)));
  return curve;
}

static void test_rising_from_0_to_1(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(8);
  for (int i = 0; i < 500; i++) {
    RedemptionCurve curve = random_curve(luck);
    double weeks = g_rand_double_range(luck, 1, 104), before = 0;
    assert_close(redemption_share(&curve, 0, weeks), 0, 0);
    assert_close(redemption_share(&curve, weeks, weeks), 1, 0);
    for (int k = 0; k <= 400; k++) {
      double share = redemption_share(&curve, weeks * k / 400, weeks);
      g_assert_true(share >= before - 1e-12 && share <= 1 + 1e-12);
      before = share;
    }
  }
}

static void test_inverse(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(9);
  for (int i = 0; i < 20000; i++) {
    RedemptionCurve curve =
        i < CURVE_COUNT ? redemption_preset((CurvePreset)i) : random_curve(luck);
    double weeks = g_rand_double_range(luck, 1, 104), u = g_rand_double(luck);
    double t = redemption_quantile(&curve, u, weeks);
    g_assert_true(t >= 0 && t <= weeks);
    /* Where the curve is all but flat or all but upright, one of the two must fit. */
    double below = redemption_share(&curve, fmax(t - 1e-9, 0), weeks);
    double above = redemption_share(&curve, fmin(t + 1e-9, weeks), weeks);
    if (!(below <= u + 1e-9 && u <= above + 1e-9))
      g_error("u %.12g: share at %.12g is %.12g to %.12g", u, t, below, above);
  }
}

static double first_two_months(int32_t of_10) {
  RedemptionCurve curve = redemption_from_first_two_months(of_10 * 10000);
  g_assert_cmpint(curve.w1_per_100k + curve.w2_per_100k + curve.w3_per_100k, ==, 100000);
  return redemption_share(&curve, 60 / 7.0, WEEKS);
}

static void test_by_day(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(10);
  static double shares[HORIZON_DAYS_MAX];
  for (int i = 0; i < 500; i++) {
    RedemptionCurve curve = random_curve(luck);
    int days = g_rand_int_range(luck, 1, HORIZON_DAYS_MAX + 1);
    redemption_shares_by_day(&curve, days, shares);
    for (int day = 0; day < days; day++)
      assert_close(shares[day], redemption_share(&curve, (day + 1) / 7.0, days / 7.0), 1e-12);
  }
}

static void test_of_10_used(void) {
  for (int of_10 = 2; of_10 <= 6; of_10++) {
    assert_close(first_two_months(of_10), of_10 / 10.0, 0.0001);
    RedemptionCurve curve = redemption_from_first_two_months(of_10 * 10000);
    g_assert_cmpint((redemption_first_two_months_per_100k(&curve) + 5) / 10, ==, of_10 * 1000);
  }
  /* Beyond the presets: the nearest of them. */
  assert_close(first_two_months(0), 0.181, 0.0005);
  assert_close(first_two_months(10), 0.601, 0.0005);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/redemption/anchors", test_anchors);
  g_test_add_func("/redemption/rising from 0 to 1", test_rising_from_0_to_1);
  g_test_add_func("/redemption/inverse", test_inverse);
  g_test_add_func("/redemption/by day", test_by_day);
  g_test_add_func("/redemption/of 10 used", test_of_10_used);
  return g_test_run();
}
