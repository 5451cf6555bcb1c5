/* Room: ledger, private to the books. The site and its vouchers: sale, payouts, statements, what is
 * given back, what is never used, and the commission that each of them bears. Must not know: what a
 * visit costs. */
#include "model/base/money.h"
#include "model/ledger/books-private.h"

/* Never asked for and not given back: they stay on the books until somebody decides. */
static int32_t vouchers_idle(const Plan *plan, const Year *year) {
  return year->vouchers_sold - year->vouchers_wanted - refunded_before_use(plan, year);
}

/* What of the price of the sold vouchers is used up by a day. */
static int64_t price_used_through(const Plan *plan, const Year *year, int day_index) {
  int64_t used_cents = 0;
  for (int i = 0; i <= day_index; i++)
    used_cents += used_price_cents(plan, &year->day[i]);
  return used_cents;
}

/* The day on which unused vouchers become income; −1: not inside the horizon. Nothing was received
 * for them where the site pays for vouchers used. */
static int breakage_day(const Plan *plan, const Year *year) {
  const PlanDeal *deal = &plan->deal;
  bool decided = deal->payout_basis == PAYOUT_SOLD &&
                 deal->breakage_policy == BREAKAGE_WHEN_REMOTE &&
                 deal->breakage_date != DATE_NONE && deal->breakage_date > deal->promotion_end_date;
  int64_t day = decided ? (int64_t)deal->breakage_date - deal->sale_date : -1;
  return day < year->days ? (int)day : -1;
}

static bool breaks_with_use(const PlanDeal *deal) {
  return deal->payout_basis == PAYOUT_SOLD && deal->breakage_policy == BREAKAGE_PROPORTIONAL;
}

int32_t vouchers_broken(const Plan *plan, const Year *year, int day_index) {
  int day = breakage_day(plan, year);
  if (day >= 0)
    return day_index >= day ? vouchers_idle(plan, year) : 0;
  int64_t all_cents = price_used_through(plan, year, year->days - 1);
  if (!breaks_with_use(&plan->deal) || all_cents == 0)
    return 0;
  return (int32_t)money_scale_half_up(vouchers_idle(plan, year),
                                      price_used_through(plan, year, day_index), all_cents);
}

/* --- what each voucher bears of the site's invoice ----------------------------------------- */

/* Commission and card fees on 1200 of the vouchers not given back before use. Each that leaves the
 * books takes the share of all gone so far less that of those gone before, so that the last one
 * takes the remainder. */
typedef struct {
  int64_t commission_cents, card_fee_cents;
  int64_t price_cents; /* of those vouchers */
  int64_t gone_cents;  /* of that price */
} Prepaid;

typedef struct {
  int64_t commission_cents, card_fee_cents;
} PrepaidShare;

static Prepaid prepaid_of(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  int32_t date = plan_sale_last_date(plan), sold = keeper->year->vouchers_sold;
  if (plan->deal.payout_basis == PAYOUT_REDEEMED)
    return (Prepaid){0};
  int32_t given_back = refunded_before_use(plan, keeper->year);
  SoldVouchers all = posting_sold(plan, date, sold), back = posting_sold(plan, date, given_back);
  return (Prepaid){.commission_cents = all.commission_cents - back.commission_cents,
                   .card_fee_cents = all.card_fee_cents - back.card_fee_cents,
                   .price_cents = plan->deal.price_cents * (sold - given_back)};
}

static PrepaidShare prepaid_take(Prepaid *prepaid, int64_t price_cents) {
  if (prepaid->price_cents == 0)
    return (PrepaidShare){0};
  int64_t before_cents = prepaid->gone_cents;
  int64_t after_cents = prepaid->gone_cents += price_cents;
  PrepaidShare share = {
      money_scale_half_up(prepaid->commission_cents, after_cents, prepaid->price_cents),
      money_scale_half_up(prepaid->card_fee_cents, after_cents, prepaid->price_cents)};
  share.commission_cents -=
      money_scale_half_up(prepaid->commission_cents, before_cents, prepaid->price_cents);
  share.card_fee_cents -=
      money_scale_half_up(prepaid->card_fee_cents, before_cents, prepaid->price_cents);
  return share;
}

static void post_matched(const Bookkeeper *keeper, const YearDay *day, int32_t date,
                         int64_t price_cents, Prepaid *prepaid) {
  ForfeitedVisits forfeited = forfeited_visits_of(keeper->plan, day);
  PrepaidShare share = prepaid_take(prepaid, price_cents);
  post_commission_matched(keeper->journal, keeper->plan, date, share.commission_cents,
                          share.card_fee_cents,
                          day->visits[VISIT_DEAL] + forfeited.visits[0] + forfeited.visits[1]);
}

static void post_unserved(const Bookkeeper *keeper, int32_t date, Prepaid *prepaid) {
  const Plan *plan = keeper->plan;
  int32_t count = refunded_unserved(plan, keeper->year);
  UnservedRefund refund = unserved_refund(plan);
  PrepaidShare share = prepaid_take(prepaid, plan->deal.price_cents * count);
  post_refund_unserved(keeper->journal, plan, date, refund.paid_cents, refund.invoice.tax_cents,
                       posting_sold(plan, plan_sale_last_date(plan), 1).deferred_cents,
                       share.commission_cents, share.card_fee_cents, count);
}

/* Of all that is never used: what is income once `used_cents` of `all_cents` are used. */
typedef struct {
  int64_t deferred_cents, price_cents;
  int32_t vouchers;
} Broken;

static Broken broken_at(const Bookkeeper *keeper, int64_t used_cents, int64_t all_cents) {
  const Plan *plan = keeper->plan;
  int32_t idle = vouchers_idle(plan, keeper->year);
  int64_t one_cents = posting_sold(plan, plan_sale_last_date(plan), 1).deferred_cents;
  return (Broken){money_scale_half_up(one_cents * idle, used_cents, all_cents),
                  money_scale_half_up(plan->deal.price_cents * idle, used_cents, all_cents),
                  (int32_t)money_scale_half_up(idle, used_cents, all_cents)};
}

static void post_broken(const Bookkeeper *keeper, int32_t date, Broken after, Broken before,
                        Prepaid *prepaid) {
  PrepaidShare share = prepaid_take(prepaid, after.price_cents - before.price_cents);
  post_breakage(keeper->journal, keeper->plan, date, after.deferred_cents - before.deferred_cents,
                share.commission_cents, share.card_fee_cents, after.vouchers - before.vouchers);
}

/* Day by day, as sold vouchers leave the books: used, broken with use, not served and paid back,
 * judged remote. */
static void post_gone(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  const Year *year = keeper->year;
  int64_t all_cents = price_used_through(plan, year, keeper->days - 1), used_cents = 0;
  int remote_day = breakage_day(plan, year);
  Prepaid prepaid = prepaid_of(keeper);
  for (int i = 0; i < keeper->days; i++) {
    int32_t date = keeper->sale_date + i;
    int64_t day_cents = used_price_cents(plan, &year->day[i]);
    if (day_cents > 0) {
      post_matched(keeper, &year->day[i], date, day_cents, &prepaid);
      if (breaks_with_use(&plan->deal))
        post_broken(keeper, date, broken_at(keeper, used_cents + day_cents, all_cents),
                    broken_at(keeper, used_cents, all_cents), &prepaid);
      used_cents += day_cents;
    }
    if (i == keeper->timetable->promotion_days)
      post_unserved(keeper, date, &prepaid);
    if (i == remote_day)
      post_broken(keeper, date, broken_at(keeper, 1, 1), (Broken){0}, &prepaid);
  }
}

/* --- what the site pays -------------------------------------------------------------------- */

/* Pays on its date, unless the site has stopped paying; returns what it pays. */
static int64_t site_pay(const Bookkeeper *keeper, EntryKind kind, int32_t date, int64_t cents) {
  if (!site_pays(&keeper->plan->deal, date))
    return 0;
  if (keeper_writes(keeper, date))
    post_payout(keeper->journal, kind, date, cents);
  return cents;
}

/* `now_cents` by the instalments' weights, less back_cents with the last of them; what is held
 * back later. Returns all that is ever paid. */
static int64_t post_instalments(const Bookkeeper *keeper, int64_t payout_cents, int64_t fees_cents,
                                int64_t back_cents) {
  const Plan *plan = keeper->plan;
  const PlanDeal *deal = &plan->deal;
  int32_t last_date = site_last_instalment_date(plan), weights[INSTALMENTS_MAX] = {0};
  int64_t payouts_cents[INSTALMENTS_MAX], fee_parts_cents[INSTALMENTS_MAX];
  int64_t held_cents = money_share_half_up(payout_cents, deal->hold_back_per_100k);
  int64_t now_cents = payout_cents - held_cents, weights_sum = 0, paid_cents = 0;
  for (int i = 0; i < deal->instalments_count; i++)
    weights_sum += weights[i] = deal->instalments[i].weight;
  if (weights_sum == 0)
    paid_cents += site_pay(keeper, ENTRY_PAYOUT, plan_sale_last_date(plan), now_cents - fees_cents);
  else {
    money_split(now_cents, weights, deal->instalments_count, payouts_cents);
    money_split(fees_cents, weights, deal->instalments_count, fee_parts_cents);
  }
  for (int i = 0; weights_sum > 0 && i < deal->instalments_count; i++) {
    int32_t date = site_instalment_date(plan, i);
    int64_t cents = payouts_cents[i] - fee_parts_cents[i];
    if (date == last_date && weights[i] > 0) {
      cents -= back_cents;
      back_cents = 0;
    }
    paid_cents += site_pay(keeper, ENTRY_PAYOUT, date, cents);
  }
  paid_cents += site_pay(keeper, ENTRY_PAYOUT, last_date, -back_cents);
  return paid_cents + site_pay(keeper, ENTRY_HOLD_BACK, site_hold_back_date(plan), held_cents);
}

static int32_t later(int32_t a_date, int32_t b_date) {
  return a_date > b_date ? a_date : b_date;
}

/* One statement for all vouchers sold. */
static void post_sold(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  const PlanDeal *deal = &plan->deal;
  int32_t sale_last_date = plan_sale_last_date(plan), last_date = site_last_instalment_date(plan);
  int32_t sold = keeper->year->vouchers_sold;
  int32_t given_back = refunded_before_use(plan, keeper->year);
  bool back_by_bank = !site_pays(deal, last_date);
  Commission statement = tax_commission(&plan->business, deal, sale_last_date, sold);
  Commission back = tax_commission(&plan->business, deal, sale_last_date, given_back);
  int64_t fees_cents = site_card_fee(plan, sale_last_date, deal->price_cents).paid_cents * sold;
  int64_t back_cents = back_by_bank ? 0 : back.payout_cents;
  post_sale(keeper->journal, plan, sale_last_date, sold);
  int64_t paid_cents = post_instalments(keeper, statement.payout_cents, fees_cents, back_cents);
  if (keeper_writes(keeper, last_date)) {
    post_refund_before_use(keeper->journal, plan, last_date, given_back, back_by_bank);
    /* The card fee stays with the site. */
    post_commission_matched(keeper->journal, plan, last_date, 0,
                            posting_sold(plan, sale_last_date, given_back).card_fee_cents,
                            given_back);
  }
  if (deal->site_stops_paying_date != DATE_NONE) {
    int32_t date = later(deal->site_stops_paying_date, sale_last_date);
    if (keeper_writes(keeper, date))
      post_site_default(keeper->journal, date,
                        statement.payout_cents - fees_cents - back_cents - paid_cents);
  }
}

/* --- paid for vouchers used ---------------------------------------------------------------- */

/* A use and its statement bear the same taxes. */
static bool is_statement_date(const Plan *plan, int32_t date) {
  return site_is_statement_date(date) || date == tax_next_change(&plan->business, date) - 1;
}

/* Twice a month for what was used, a part held back to the end. What the site owes when it stops is
 * written off that day, later statements at once. */
static void post_redeemed(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  const PlanDeal *deal = &plan->deal;
  int64_t used_cents = 0, receivable_cents = 0, held_cents = 0;
  int32_t hold_back_date = site_hold_back_date(plan);
  for (int i = 0; i < keeper->days; i++) {
    const YearDay *day = &keeper->year->day[i];
    int32_t date = keeper->sale_date + i;
    used_cents += used_price_cents(plan, day);
    receivable_cents += day_deferred_cents(plan, day);
    if (used_cents == 0 || !is_statement_date(plan, date))
      continue;
    UsedStatement statement = site_used_statement(plan, date, used_cents);
    int64_t owed_cents = statement.commission.payout_cents - statement.card_fee.paid_cents;
    int64_t held = money_share_half_up(statement.commission.payout_cents, deal->hold_back_per_100k);
    post_statement(keeper->journal, plan, date, used_cents, used_commission_cents(deal, used_cents),
                   receivable_cents);
    if (site_pays(deal, date)) {
      site_pay(keeper, ENTRY_PAYOUT, date, owed_cents - held);
      held_cents += held;
    } else {
      post_site_default(keeper->journal, date, owed_cents);
    }
    hold_back_date = later(hold_back_date, date);
    used_cents = receivable_cents = 0;
  }
  if (site_pays(deal, hold_back_date))
    site_pay(keeper, ENTRY_HOLD_BACK, hold_back_date, held_cents);
  else if (keeper_writes(keeper, deal->site_stops_paying_date))
    post_site_default(keeper->journal, deal->site_stops_paying_date, held_cents);
}

void bookkeeper_post_site(const Bookkeeper *keeper) {
  if (keeper->plan->deal.payout_basis == PAYOUT_REDEEMED) {
    post_redeemed(keeper);
  } else {
    post_sold(keeper);
    post_gone(keeper);
  }
}
