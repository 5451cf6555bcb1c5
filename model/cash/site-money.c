/* Room: cash. The site's money that is not earned yet; see site-money.h. */
#include "model/cash/site-money.h"

#include <stddef.h>

#include "model/base/money.h"
#include "model/cash/breakage.h"
#include "model/cash/day-rates.h"
#include "model/cash/site-dates.h"

typedef struct {
  int64_t net_cents;     /* of all vouchers sold */
  int64_t sold_cents;    /* their price */
  int64_t gone_cents;    /* of that price, so far */
  int64_t settled_cents; /* of the net, so far */
  int64_t *by_cents, *day_cents;
} Settling;

static void settle(Settling *settling, int day_index, SettledBy by, int64_t price_cents) {
  if (price_cents == 0)
    return;
  settling->gone_cents += price_cents;
  int64_t now_cents =
      money_scale_half_up(settling->net_cents, settling->gone_cents, settling->sold_cents);
  settling->by_cents[by] += now_cents - settling->settled_cents;
  if (settling->day_cents != NULL)
    settling->day_cents[day_index] += now_cents - settling->settled_cents;
  settling->settled_cents = now_cents;
}

static int64_t sold_net_cents(const Plan *plan, int32_t sold) {
  int32_t date = plan_sale_last_date(plan);
  return tax_commission(&plan->business, &plan->deal, date, sold).payout_cents -
         site_sold_card_fee(plan, date, sold).paid_cents;
}

void site_settled_add(const Plan *plan, const Timetable *timetable, const Year *year,
                      int last_day_index, int64_t by_cents[SETTLED_BY_COUNT], int64_t *day_cents) {
  const PlanDeal *deal = &plan->deal;
  int32_t sold = year->vouchers_sold;
  if (sold == 0 || deal->payout_basis == PAYOUT_REDEEMED)
    return;
  Settling settling = {.net_cents = sold_net_cents(plan, sold),
                       .sold_cents = deal->price_cents * sold,
                       .by_cents = by_cents,
                       .day_cents = day_cents};
  bool with_use = breaks_with_use(deal);
  int64_t idle_cents = deal->price_cents * vouchers_idle(plan, year);
  int64_t all_cents = with_use ? price_used_through(plan, year, year->days - 1) : 0;
  int64_t used_cents = 0, broken_cents = 0;
  int remote_day = breakage_day(plan, year);
  int64_t refund_day = (int64_t)site_last_instalment_date(plan) - deal->sale_date;
  for (int i = 0; i <= last_day_index; i++) {
    int64_t day_used_cents = used_price_cents(plan, &year->day[i]);
    settle(&settling, i, SETTLED_USED, day_used_cents);
    used_cents += day_used_cents;
    if (with_use && day_used_cents != 0) {
      int64_t now_cents = money_scale_half_up(idle_cents, used_cents, all_cents);
      settle(&settling, i, SETTLED_BROKEN, now_cents - broken_cents);
      broken_cents = now_cents;
    }
    if (i == refund_day)
      settle(&settling, i, SETTLED_REFUNDED, deal->price_cents * refunded_before_use(plan, year));
    if (i == timetable->promotion_days)
      settle(&settling, i, SETTLED_UNSERVED, deal->price_cents * refunded_unserved(plan, year));
    if (i == remote_day)
      settle(&settling, i, SETTLED_BROKEN, idle_cents);
  }
}
