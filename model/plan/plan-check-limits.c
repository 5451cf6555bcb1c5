/* Room: plan. Knows: slots, money. Must not know: how a year is booked.
 *
 * Whether the deal's limits leave it any day, and what is computed all the same with a warning. */
#include "model/base/money.h"
#include "model/base/slots.h"
#include "model/plan/plan-check.h"

#define RATE_WHOLE 100000
/* GST and QST together since 2013; domain §5.1. */
#define QC_TAXES_PER_100K 14975

static bool is_there(int32_t from_date, int32_t to_date, int32_t date) {
  return (from_date == DATE_NONE || from_date <= date) && (to_date == DATE_NONE || date <= to_date);
}

static bool is_closed(const Plan *plan, int32_t date) {
  for (int i = 0; i < plan->closures_count; i++) {
    if (is_there(plan->closures[i].from_date, plan->closures[i].to_date, date)) {
      return true;
    }
  }
  for (int i = 0; i < plan->deal.blackout_dates_count; i++) {
    if (plan->deal.blackout_dates[i] == date) {
      return true;
    }
  }
  return false;
}

/* The starts that the contract's hours leave to the deal's service. */
static uint64_t allowed_starts(const Plan *plan, const PlanService *service, const OpenDay *day) {
  uint64_t starts = 0;

  for (int slot = 0; slot < day->slots_count; slot++) {
    int minute = day->opening_minute + slot * SLOT_MINUTES;
    bool allowed = minute >= plan->deal.allowed_begin_minute &&
                   minute + service->minutes <= plan->deal.allowed_end_minute;
    bool fixed = service->start_minutes_count == 0;

    for (int i = 0; i < service->start_minutes_count; i++) {
      int from = service->start_minutes[i] - day->opening_minute;

      fixed = fixed || (from >= 0 && from / SLOT_MINUTES == slot);
    }
    if (allowed && fixed) {
      starts |= UINT64_C(1) << slot;
    }
  }
  return starts;
}

/* The starts on a weekday that room time and the staff among `people` leave to the deal. */
static uint64_t deal_starts(const Plan *plan, int weekday, uint32_t people) {
  const PlanService *service = &plan->services[plan->deal.service_index];
  OpenDay day = open_day(plan, weekday);
  int turnover = service->rooms_needed > 0 ? service->room_turnover_minutes : 0;
  int length = slots_from_minutes(service->minutes + turnover);

  if (day.open_slots == 0 || length > SLOTS_MAX) {
    return 0;
  }
  uint64_t starts = slots_starts(day.open_slots, length) & allowed_starts(plan, service, &day);

  return starts & staff_starts(plan, service, weekday, &day, people);
}

static bool weekday_is_allowed(const PlanDeal *deal, int weekday) {
  return deal->allowed_weekdays[weekday] && deal->weekday_quota[weekday] != 0;
}

static uint32_t people_there(const Plan *plan, int32_t date) {
  uint32_t people = 0;

  for (int i = 0; i < plan->staff_count; i++) {
    if (is_there(plan->staff[i].from_date, plan->staff[i].to_date, date)) {
      people |= UINT32_C(1) << i;
    }
  }
  return people;
}

static int rooms_there(const Plan *plan, int32_t date) {
  int rooms = 0;

  for (int i = 0; i < plan->rooms_count; i++) {
    rooms += is_there(plan->rooms[i].from_date, plan->rooms[i].to_date, date) ? 1 : 0;
  }
  return rooms;
}

void check_limits(Checker *checker) {
  const Plan *plan = checker->plan;
  const PlanDeal *deal = &plan->deal;
  int rooms_needed = plan->services[deal->service_index].rooms_needed;
  bool known[7] = {false};
  uint32_t people_of[7];
  bool starts_of[7] = {false};

  if (plan->rooms_count == 0) {
    return;
  }
  for (int32_t date = deal->sale_date;
       deal->daily_limit_per_100k != 0 && date <= deal->promotion_end_date; date++) {
    int weekday = date_weekday(date);

    if (!weekday_is_allowed(deal, weekday) || is_closed(plan, date) ||
        rooms_there(plan, date) < rooms_needed) {
      continue;
    }
    uint32_t people = people_there(plan, date);

    /* The same people on the same weekday have the same starts. */
    if (!known[weekday] || people_of[weekday] != people) {
      known[weekday] = true;
      people_of[weekday] = people;
      starts_of[weekday] = deal_starts(plan, weekday, people) != 0;
    }
    if (starts_of[weekday]) {
      return;
    }
  }
  checker_tell(checker, PROBLEM_LIMITS_EXCLUDE_ALL, AT("deal.allowed_weekdays"), NULL);
}

static int64_t take_taxes_out(int64_t cents) {
  return money_scale_half_up(cents, RATE_WHOLE, RATE_WHOLE + QC_TAXES_PER_100K);
}

/* What the whole staff of one deal visit is paid by a percentage rule, before tax. */
static int64_t percentage_pay_cents(const Plan *plan, const PlanService *service, PayRule rule,
                                    int32_t rate_per_100k) {
  const PlanDeal *deal = &plan->deal;
  bool worded =
      deal->tax_treatment == TREATMENT_GIFT_CERTIFICATE || deal->tax_treatment == TREATMENT_AT_SALE;
  int64_t visit_cents = money_part(deal->price_cents, 0, deal->visits_per_voucher);
  int64_t commission_cents = money_share_half_up(visit_cents, deal->commission_per_100k);

  if (rule == PAY_PERCENT_OF_LIST) {
    return money_share_half_up(service->list_price_cents, rate_per_100k);
  }
  if (worded && deal->price_tax_wording != WORDING_EXTRA && plan->business.gst_registered) {
    visit_cents = take_taxes_out(visit_cents);
  }
  if (rule == PAY_PERCENT_OF_OWN_SHARE) {
    bool taxed = deal->commission_tax == COMMISSION_TAX_INCLUDED &&
                 deal->tax_treatment != TREATMENT_SITE_PRINCIPAL;

    visit_cents -= taxed ? take_taxes_out(commission_cents) : commission_cents;
  }
  return visit_cents > 0 ? money_share_half_up(visit_cents, rate_per_100k) : 0;
}

static void warn_hourly(Checker *checker) {
  const Plan *plan = checker->plan;

  for (int i = 0; i < plan->staff_count; i++) {
    int64_t guarantee = plan->staff[i].guarantee_cents_per_hour;

    if (plan->staff[i].employment == EMPLOYMENT_EMPLOYEE &&
        guarantee < MINIMUM_WAGE_QC_CENTS_PER_HOUR) {
      checker_tell(checker, WARNING_PAY_UNDER_MINIMUM_WAGE,
                   AT("staff[].guarantee_cents_per_hour", {i}),
                   VALUES(guarantee, MINIMUM_WAGE_QC_CENTS_PER_HOUR));
    }
  }
}

/* Whether anybody's pay depends on the visit alone. */
static bool somebody_is_not_guaranteed(const Plan *plan) {
  bool somebody = plan->staff_count == 0;

  for (int i = 0; i < plan->staff_count; i++) {
    somebody =
        somebody || (plan->staff[i].employment == EMPLOYMENT_EMPLOYEE &&
                     plan->staff[i].guarantee_cents_per_hour < MINIMUM_WAGE_QC_CENTS_PER_HOUR);
  }
  return somebody;
}

static void warn_pay(Checker *checker) {
  const Plan *plan = checker->plan;
  const PlanService *service = &plan->services[plan->deal.service_index];
  bool same = plan->deal_pay.rule == PAY_SAME;
  PayRule rule = same ? service->pay_rule : plan->deal_pay.rule;
  bool flat = rule == PAY_FLAT;
  int64_t pay_cents = same ? service->pay_flat_cents : plan->deal_pay.flat_cents;
  int64_t minutes = service->minutes + service->staff_rest_minutes;

  if (plan->business.tax_regime != REGIME_QC || service->staff_needed == 0) {
    return;
  }
  if (rule == PAY_HOURLY) {
    warn_hourly(checker);
    return;
  }
  if (!flat) {
    int32_t rate_per_100k = same ? service->pay_per_100k : plan->deal_pay.per_100k;

    pay_cents = percentage_pay_cents(plan, service, rule, rate_per_100k) / service->staff_needed;
  }
  if (pay_cents * 60 < MINIMUM_WAGE_QC_CENTS_PER_HOUR * minutes &&
      somebody_is_not_guaranteed(plan)) {
    Where where = {same   ? flat ? "services[].pay_flat_cents" : "services[].pay_per_100k"
                   : flat ? "deal_pay.flat_cents"
                          : "deal_pay.per_100k",
                   {plan->deal.service_index}};

    checker_tell(
        checker, WARNING_PAY_UNDER_MINIMUM_WAGE, &where,
        VALUES(money_scale_half_up(pay_cents, 60, minutes), MINIMUM_WAGE_QC_CENTS_PER_HOUR));
  }
}

static void warn_weekdays(Checker *checker) {
  const Plan *plan = checker->plan;
  const PlanService *service = &plan->services[plan->deal.service_index];

  for (int weekday = 0; weekday < 7 && plan->rooms_count > 0 && service->staff_needed > 0;
       weekday++) {
    OpenDay day = open_day(plan, weekday);

    if (day.open_slots != 0 && weekday_is_allowed(&plan->deal, weekday) &&
        staff_starts(plan, service, weekday, &day, UINT32_MAX) == 0) {
      checker_tell(checker, WARNING_NO_DUO_ON_WEEKDAY, AT("deal.allowed_weekdays[]", {weekday}),
                   VALUES(weekday));
    }
  }
}

static void warn_contract(Checker *checker) {
  const Plan *plan = checker->plan;
  const PlanDeal *deal = &plan->deal;
  int64_t list_cents =
      plan->services[deal->service_index].list_price_cents * deal->visits_per_voucher;
  bool worded =
      deal->tax_treatment == TREATMENT_GIFT_CERTIFICATE || deal->tax_treatment == TREATMENT_AT_SALE;
  bool taxed = plan->business.gst_registered && plan->business.tax_regime != REGIME_EXEMPT;

  if (deal->list_price_cents > list_cents) {
    checker_tell(checker, WARNING_LIST_PRICE_ABOVE_SERVICE, AT("deal.list_price_cents"),
                 VALUES(deal->list_price_cents, list_cents));
  }
  if (deal->tax_treatment == TREATMENT_LIST_PRICE) {
    checker_tell(checker, WARNING_TAX_ON_LIST_PRICE, AT("deal.tax_treatment"), NULL);
  }
  if (deal->price_tax_wording == WORDING_NOT_CHECKED && worded && taxed) {
    checker_tell(checker, WARNING_WORDING_NOT_CHECKED, AT("deal.price_tax_wording"), NULL);
  }
  if (deal->contract_cap != PLAN_NONE && deal->vouchers_sold > deal->contract_cap) {
    checker_tell(checker, WARNING_CAP_PASSED, AT("deal.vouchers_sold"),
                 VALUES(deal->vouchers_sold, deal->contract_cap));
  }
  if (deal->visits_per_voucher > 1 && plan->business.tax_regime == REGIME_QC) {
    checker_tell(checker, WARNING_SUCCESSIVE_PERFORMANCE, AT("deal.visits_per_voucher"),
                 VALUES(deal->visits_per_voucher));
  }
  if (deal->no_show_rule == NO_SHOW_FORFEIT) {
    checker_tell(checker, WARNING_FORFEIT, AT("deal.no_show_rule"), NULL);
  }
}

void check_warnings(Checker *checker) {
  warn_contract(checker);
  warn_weekdays(checker);
  warn_pay(checker);
}
