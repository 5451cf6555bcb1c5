/* Room: year. When vouchers are wanted (domain §8). */
#pragma once

#include "model/plan/plan.h"

/* Share of the used vouchers wanted within t_weeks of the sale, of T total_weeks; 0..1, rising. */
double redemption_share(const RedemptionCurve *curve, double t_weeks, double total_weeks);
/* The same at the end of each day of a promotion of `days` days: shares[d] is that of
 * (d + 1) / 7 weeks of days / 7, to 1e-12; shares[days − 1] is 1. days ≥ 1. */
void redemption_shares_by_day(const RedemptionCurve *curve, int days, double *shares);
/* The t_weeks at which the share is u in [0, 1); inverse of the above to 1e-9. */
double redemption_quantile(const RedemptionCurve *curve, double u, double total_weeks);

typedef enum { CURVE_FRONT_LOADED, CURVE_BALANCED, CURVE_LATE, CURVE_COUNT } CurvePreset;
RedemptionCurve redemption_preset(CurvePreset preset);
/* "Of 10 used, how many in the first two months?" → a curve between the presets. */
RedemptionCurve redemption_from_first_two_months(int32_t share_per_100k);
/* The answer that a curve gives: its share in the first two months of a year. */
int32_t redemption_first_two_months_per_100k(const RedemptionCurve *curve);
