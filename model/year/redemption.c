/* Room: year. When vouchers are wanted (domain §8): an early hump, an even part and a late hump.
 * The presets are our fit to reported anchors. Floating point: a distribution, no money. */
#include "model/year/redemption.h"

#include <assert.h>
#include <math.h>

#define TWO_MONTHS_WEEKS (60 / 7.0)
#define PRESET_WEEKS 52.0
#define QUANTILE_STEPS_MAX 100

double redemption_share(const RedemptionCurve *curve, double t_weeks, double total_weeks) {
  if (t_weeks <= 0)
    return 0;
  if (t_weeks >= total_weeks)
    return 1;
  double a = curve->a_milli_weeks / 1000.0, b = curve->b_milli_weeks / 1000.0;
  double early = expm1(-t_weeks / a) / expm1(-total_weeks / a);
  double even = t_weeks / total_weeks;
  double tail = exp(-total_weeks / b);
  double late = (exp(-(total_weeks - t_weeks) / b) - tail) / (1 - tail);
  return (curve->w1_per_100k * early + curve->w2_per_100k * even + curve->w3_per_100k * late) /
         100000.0;
}

/* Both humps are 1 − e^(−t/scale), the late one read backwards from the end; one day multiplies
 * what is left of it by the same factor, so that no exponential is taken a day. */
void redemption_shares_by_day(const RedemptionCurve *curve, int days, double *shares) {
  assert(days >= 1);
  double early_step = -expm1(-1000.0 / (7.0 * curve->a_milli_weeks));
  double late_step = -expm1(-1000.0 / (7.0 * curve->b_milli_weeks));
  double early = 0, late = 0;
  /* First pass: the early hump and the even part forwards, not yet divided; the late one's whole.
   */
  for (int i = 0; i < days; i++) {
    early += (1 - early) * early_step;
    late += (1 - late) * late_step;
    shares[i] = early;
  }
  double early_share = curve->w1_per_100k / (100000.0 * early);
  double even_share = curve->w2_per_100k / (100000.0 * days);
  double late_share = curve->w3_per_100k / 100000.0;
  double late_after = 0;
  for (int i = days - 1; i >= 0; i--) {
    shares[i] =
        early_share * shares[i] + even_share * (i + 1) + late_share * (1 - late_after / late);
    late_after += (1 - late_after) * late_step;
  }
  shares[days - 1] = 1;
}

/* The slope, for Newton's steps. */
static double redemption_slope(const RedemptionCurve *curve, double t_weeks, double total_weeks) {
  double a = curve->a_milli_weeks / 1000.0, b = curve->b_milli_weeks / 1000.0;
  double early = -exp(-t_weeks / a) / (a * expm1(-total_weeks / a));
  double late = exp(-(total_weeks - t_weeks) / b) / (b * (1 - exp(-total_weeks / b)));
  return (curve->w1_per_100k * early + curve->w2_per_100k / total_weeks +
          curve->w3_per_100k * late) /
         100000.0;
}

double redemption_quantile(const RedemptionCurve *curve, double u, double total_weeks) {
  if (u <= 0)
    return 0;
  double low = 0, high = total_weeks, t = u * total_weeks;
  for (int step = 0; step < QUANTILE_STEPS_MAX && high - low > 1e-10; step++) {
    double miss = redemption_share(curve, t, total_weeks) - u;
    if (miss < 0)
      low = t;
    else
      high = t;
    double slope = redemption_slope(curve, t, total_weeks);
    double next = slope > 0 ? t - miss / slope : low;
    if (fabs(next - t) < 1e-11)
      return next < low ? low : next > high ? high : next;
    /* A step out of the bracket would lose it: halve instead. */
    t = next > low && next < high ? next : (low + high) / 2;
  }
  return t;
}

RedemptionCurve redemption_preset(CurvePreset preset) {
  static const RedemptionCurve curves[CURVE_COUNT] = {
      [CURVE_FRONT_LOADED] = {64000, 4000, 22000, 14000, 2500},
      [CURVE_BALANCED] = {42000, 5000, 38000, 20000, 2500},
      [CURVE_LATE] = {15000, 5000, 35000, 50000, 2000},
  };
  assert(preset < CURVE_COUNT);
  return curves[preset];
}

static int32_t between(int32_t from, int32_t to, double part) {
  return (int32_t)floor(from + (to - from) * part + 0.5);
}

/* The line between two presets, part of the way from the first. */
static RedemptionCurve curve_between(const RedemptionCurve *from, const RedemptionCurve *to,
                                     double part) {
  RedemptionCurve curve = {
      .w1_per_100k = between(from->w1_per_100k, to->w1_per_100k, part),
      .a_milli_weeks = between(from->a_milli_weeks, to->a_milli_weeks, part),
      .w3_per_100k = between(from->w3_per_100k, to->w3_per_100k, part),
      .b_milli_weeks = between(from->b_milli_weeks, to->b_milli_weeks, part),
  };
  curve.w2_per_100k = 100000 - curve.w1_per_100k - curve.w3_per_100k;
  return curve;
}

/* The curve between two presets that reaches `wanted` in two months; from reaches more, to less. */
static RedemptionCurve curve_reaching(const RedemptionCurve *from, const RedemptionCurve *to,
                                      double wanted) {
  double low = 0, high = 1;
  for (int step = 0; step < 40; step++) {
    double part = (low + high) / 2;
    RedemptionCurve middle = curve_between(from, to, part);
    if (redemption_share(&middle, TWO_MONTHS_WEEKS, PRESET_WEEKS) > wanted)
      low = part;
    else
      high = part;
  }
  return curve_between(from, to, high);
}

int32_t redemption_first_two_months_per_100k(const RedemptionCurve *curve) {
  return (int32_t)floor(100000 * redemption_share(curve, TWO_MONTHS_WEEKS, PRESET_WEEKS) + 0.5);
}

RedemptionCurve redemption_from_first_two_months(int32_t share_per_100k) {
  double wanted = share_per_100k / 100000.0;
  RedemptionCurve from = redemption_preset(CURVE_FRONT_LOADED);
  if (wanted >= redemption_share(&from, TWO_MONTHS_WEEKS, PRESET_WEEKS))
    return from;
  for (int preset = CURVE_BALANCED; preset < CURVE_COUNT; preset++) {
    RedemptionCurve to = redemption_preset((CurvePreset)preset);
    if (wanted > redemption_share(&to, TWO_MONTHS_WEEKS, PRESET_WEEKS))
      return curve_reaching(&from, &to, wanted);
    from = to;
  }
  return from;
}
