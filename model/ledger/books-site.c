/* Room: ledger, private to the books. The site and its vouchers: sale, payouts, statements, what is
 * given back, what is never used, and the commission that each of them bears. Must not know: what a
 * visit costs. */
#include "model/base/money.h"
#include "model/ledger/books-private.h"

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
                         PrepaidShare share) {
  ForfeitedVisits forfeited = forfeited_visits_of(keeper->plan, day);
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
                        PrepaidShare share) {
  EntryKind kind = breaks_with_use(&keeper->plan->deal) ? ENTRY_BREAKAGE_WITH_USE : ENTRY_BREAKAGE;
  post_breakage(keeper->journal, keeper->plan, kind, date,
                after.deferred_cents - before.deferred_cents, share.commission_cents,
                share.card_fee_cents, after.vouchers - before.vouchers);
}

/* Sold vouchers while they leave the books. */
typedef struct {
  Prepaid prepaid;
  int64_t used_cents, all_cents; /* of their price, used so far and in all */
  int64_t accrued_deferred_cents;
  PrepaidShare accrued; /* booked before the statement, with the deferred above */
} Leaving;

/* Used before the site's statement: sold before it too. */
static void accrue_sale(const Bookkeeper *keeper, int32_t date, int64_t deferred_cents,
                        PrepaidShare share, Leaving *leaving) {
  post_sale_accrued(keeper->journal, keeper->plan, date, deferred_cents, share.commission_cents,
                    share.card_fee_cents);
  leaving->accrued_deferred_cents += deferred_cents;
  leaving->accrued.commission_cents += share.commission_cents;
  leaving->accrued.card_fee_cents += share.card_fee_cents;
}

/* What a day uses, and what breaks with it. */
static void post_used(const Bookkeeper *keeper, int day_index, Leaving *leaving) {
  const Plan *plan = keeper->plan;
  const YearDay *day = &keeper->year->day[day_index];
  int32_t date = keeper->sale_date + day_index;
  int64_t day_cents = used_price_cents(plan, day);
  if (day_cents == 0)
    return;
  Broken before = {0}, after = {0};
  if (breaks_with_use(&plan->deal)) {
    before = broken_at(keeper, leaving->used_cents, leaving->all_cents);
    after = broken_at(keeper, leaving->used_cents + day_cents, leaving->all_cents);
  }
  PrepaidShare used = prepaid_take(&leaving->prepaid, day_cents);
  PrepaidShare broken = prepaid_take(&leaving->prepaid, after.price_cents - before.price_cents);
  if (date < plan_sale_last_date(plan))
    accrue_sale(keeper, date,
                day_deferred_cents(plan, day) + after.deferred_cents - before.deferred_cents,
                (PrepaidShare){used.commission_cents + broken.commission_cents,
                               used.card_fee_cents + broken.card_fee_cents},
                leaving);
  post_matched(keeper, day, date, used);
  if (breaks_with_use(&plan->deal))
    post_broken(keeper, date, after, before, broken);
  leaving->used_cents += day_cents;
}

/* Day by day, as sold vouchers leave the books: used, broken with use, not served and paid back,
 * judged remote. */
static void post_gone(const Bookkeeper *keeper) {
  const Plan *plan = keeper->plan;
  const Year *year = keeper->year;
  int remote_day = breakage_day(plan, year);
  Leaving leaving = {.prepaid = prepaid_of(keeper),
                     .all_cents = price_used_through(plan, year, keeper->days - 1)};
  for (int i = 0; i < keeper->days; i++) {
    int32_t date = keeper->sale_date + i;
    if (date == plan_sale_last_date(plan))
      post_sale_accrued(keeper->journal, plan, date, -leaving.accrued_deferred_cents,
                        -leaving.accrued.commission_cents, -leaving.accrued.card_fee_cents);
    post_used(keeper, i, &leaving);
    if (i == keeper->timetable->promotion_days)
      post_unserved(keeper, date, &leaving.prepaid);
    if (i == remote_day) {
      Broken idle = broken_at(keeper, 1, 1);
      post_broken(keeper, date, idle, (Broken){0},
                  prepaid_take(&leaving.prepaid, idle.price_cents));
    }
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
  int64_t fees_cents = site_sold_card_fee(plan, sale_last_date, sold).paid_cents;
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
    post_statement(keeper->journal, plan, date, used_cents,
                   voucher_commission_cents(deal, used_cents), receivable_cents);
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
