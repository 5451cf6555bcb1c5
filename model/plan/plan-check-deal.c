/* Room: plan. Knows: base. Must not know: how taxes or cash are computed.
 *
 * Rules across the deal, the phone and the paths told in a plan. */
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/plan-check.h"

#define RATE_WHOLE 100000
#define VISITS_MOST 10000000 /* about a second of computing for each year */
#define MINUTES_MOST (INT32_MAX / 2)

int32_t tax_rules_first_date(TaxRegime regime) {
  switch (regime) {
  case REGIME_ON:
  case REGIME_NS:
  case REGIME_NB:
  case REGIME_NL:
    return date_from_ymd(2010, 7, 1);
  case REGIME_PE:
  case REGIME_BC:
    return date_from_ymd(2013, 4, 1);
  case REGIME_QC:
  case REGIME_AB:
  case REGIME_SK:
  case REGIME_MB:
  case REGIME_YT:
  case REGIME_NT:
  case REGIME_NU:
  case REGIME_EXEMPT: /* its costs bear taxes */
    return date_from_ymd(2008, 1, 1);
  case REGIME_CUSTOM:
  case REGIME_COUNT:
    break;
  }
  return DATE_NONE;
}

static void check_dates(Checker *checker) {
  const Plan *plan = checker->plan;
  const PlanDeal *deal = &plan->deal;
  int32_t first = tax_rules_first_date(plan->business.tax_regime);
  int32_t last = plan_sale_last_date(plan);
  int days = deal->promotion_end_date - deal->sale_date;
  int most = HORIZON_DAYS_MAX - HORIZON_DAYS_AFTER_PROMOTION;

  if (deal->sale_date < first) {
    checker_tell(checker, PROBLEM_REGIME_GAP, AT("deal.sale_date"), VALUES(deal->sale_date));
  }
  if (deal->promotion_end_date < last) {
    checker_tell(checker, PROBLEM_PROMOTION_BEFORE_SALE, AT("deal.promotion_end_date"),
                 VALUES(last, deal->promotion_end_date));
  } else if (days > most) {
    checker_tell(checker, PROBLEM_PROMOTION_TOO_LONG, AT("deal.promotion_end_date"),
                 VALUES(days, most));
  } else if (deal->promotion_end_date < first) {
    checker_tell(checker, PROBLEM_REGIME_GAP, AT("deal.promotion_end_date"),
                 VALUES(deal->promotion_end_date));
  }
}

/* What becomes of the vouchers that are not used. */
static void check_unused(Checker *checker) {
  const PlanDeal *deal = &checker->plan->deal;

  if (deal->used_per_100k + deal->refund_before_use_per_100k > RATE_WHOLE) {
    checker_tell(checker, PROBLEM_REFUNDS_ABOVE_UNUSED, AT("deal.refund_before_use_per_100k"),
                 VALUES(deal->used_per_100k, deal->refund_before_use_per_100k));
  }
  if (deal->breakage_policy == BREAKAGE_WHEN_REMOTE && deal->breakage_date != DATE_NONE &&
      deal->breakage_date <= deal->promotion_end_date) {
    checker_tell(checker, PROBLEM_BREAKAGE_BEFORE_END, AT("deal.breakage_date"),
                 VALUES(deal->breakage_date, deal->promotion_end_date));
  }
}

static void check_price(Checker *checker) {
  const PlanDeal *deal = &checker->plan->deal;

  if (deal->price_cents == 0) {
    checker_tell(checker, PROBLEM_SITE_PRICE_NOT_POSITIVE, AT("deal.price_cents"), NULL);
  } else if (deal->price_cents > deal->list_price_cents) {
    checker_tell(checker, PROBLEM_PRICE_ABOVE_LIST, AT("deal.price_cents"),
                 VALUES(deal->price_cents, deal->list_price_cents));
  } else if (deal->price_cents < deal->visits_per_voucher) {
    checker_tell(checker, PROBLEM_VISIT_NOT_WHOLE, AT("deal.visits_per_voucher"),
                 VALUES(deal->price_cents, deal->visits_per_voucher));
  }
  /* A site that buys the service must pay something for it. */
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL && deal->commission_per_100k == RATE_WHOLE) {
    checker_tell(checker, PROBLEM_SITE_PRICE_NOT_POSITIVE, AT("deal.commission_per_100k"), NULL);
  }
}

static void check_weights(Checker *checker) {
  const PlanDeal *deal = &checker->plan->deal;
  const PlanPhone *phone = &checker->plan->phone;
  int64_t instalments = 0;
  int64_t calls = 0;

  for (int i = 0; i < deal->instalments_count; i++) {
    instalments += deal->instalments[i].weight;
  }
  for (int i = 0; i < phone->day_weight_count; i++) {
    calls += phone->day_weight[i];
  }
  if (deal->payout_basis == PAYOUT_SOLD && instalments == 0) {
    checker_tell(checker, PROBLEM_WEIGHTS_ZERO, AT("deal.instalments"), NULL);
  }
  if (phone->buyers_calling_per_100k > 0 && calls == 0) {
    checker_tell(checker, PROBLEM_WEIGHTS_ZERO, AT("phone.day_weight"), NULL);
  }
  if (phone->end_minute <= phone->begin_minute) {
    checker_tell(checker, PROBLEM_END_BEFORE_BEGIN, AT("phone.end_minute"),
                 VALUES(phone->begin_minute, phone->end_minute));
  }
}

void check_deal(Checker *checker) {
  const Plan *plan = checker->plan;
  const PlanDeal *deal = &plan->deal;
  const RedemptionCurve *curve = &deal->curve;
  int64_t waves = (int64_t)curve->w1_per_100k + curve->w2_per_100k + curve->w3_per_100k;
  bool any_weekday = false;

  for (int i = 0; i < 7; i++) {
    any_weekday = any_weekday || deal->allowed_weekdays[i];
  }
  if (deal->service_index >= plan->services_count && plan->services_count > 0) {
    checker_tell(checker, PROBLEM_INDEX_PAST_LIST, AT("deal.service_index"),
                 VALUES(deal->service_index, plan->services_count));
  }
  if (waves != RATE_WHOLE) {
    checker_tell(checker, PROBLEM_MIX_NOT_WHOLE, AT("deal.curve.w1_per_100k"), VALUES(waves));
  }
  if (!any_weekday) {
    checker_tell(checker, PROBLEM_NO_ALLOWED_WEEKDAY, AT("deal.allowed_weekdays"), NULL);
  }
  if (deal->allowed_end_minute <= deal->allowed_begin_minute) {
    checker_tell(checker, PROBLEM_END_BEFORE_BEGIN, AT("deal.allowed_end_minute"),
                 VALUES(deal->allowed_begin_minute, deal->allowed_end_minute));
  }
  check_price(checker);
  check_dates(checker);
  check_unused(checker);
  check_weights(checker);
}

/* The bookings one voucher can lead to: who does not come may book again, on a later day. */
static int64_t bookings_of_voucher(const PlanDeal *deal) {
  int64_t days = (int64_t)deal->promotion_end_date - deal->sale_date + 1;
  int64_t come_per_100k = RATE_WHOLE - deal->no_show_per_100k;
  int64_t bookings = deal->visits_per_voucher;

  if (deal->no_show_rule == NO_SHOW_REBOOK) {
    bookings =
        come_per_100k > 0 ? (bookings * RATE_WHOLE + come_per_100k - 1) / come_per_100k : days;
  }
  return bookings < days ? bookings : days;
}

/* What a visit takes at most, in minutes of all its people or rooms. */
static int64_t longest_visit_minutes(const Plan *plan) {
  int64_t longest = 1;

  for (int i = 0; i < plan->services_count; i++) {
    const PlanService *service = &plan->services[i];
    int64_t of_rooms =
        (int64_t)service->rooms_needed * (service->minutes + service->room_turnover_minutes);
    int64_t of_staff =
        (int64_t)service->staff_needed * (service->minutes + service->staff_rest_minutes);

    longest = of_rooms > longest ? of_rooms : longest;
    longest = of_staff > longest ? of_staff : longest;
  }
  return longest;
}

void check_volume(Checker *checker) {
  const Plan *plan = checker->plan;
  const PlanDeal *deal = &plan->deal;
  const PlanClients *clients = &plan->clients;

  if (deal->service_index >= plan->services_count) {
    return;
  }
  int64_t people = (int64_t)deal->vouchers_sold * plan->services[deal->service_index].people;
  int64_t returning = people * clients->return_per_100k / RATE_WHOLE;
  int64_t returns_each_milli =
      (int64_t)clients->return_visits_per_year_milli * plan_horizon_days(plan) / 365;
  int64_t visits = deal->vouchers_sold * bookings_of_voucher(deal) +
                   (returning * returns_each_milli + 999) / 1000;
  int64_t most = VISITS_MOST;

  /* Without rooms nothing else keeps a day's minutes within reason. */
  if (plan->rooms_count == 0 && MINUTES_MOST / longest_visit_minutes(plan) < most) {
    most = MINUTES_MOST / longest_visit_minutes(plan);
  }
  if (visits > most) {
    checker_tell(checker, PROBLEM_TOO_MANY_VISITS, AT("deal.vouchers_sold"), VALUES(visits, most));
  }
}

/* Whether a path is the table's, or the whole-name beginning of one ("rooms", "deal"). */
static bool path_is_known(const char *path) {
  if (strcmp(path, "*") == 0 || field_find(path) || field_list_find(path)) {
    return true;
  }
  size_t length = strlen(path);

  for (int i = 0; i < field_count(); i++) {
    const char *known = field_at(i)->path;

    if (strncmp(known, path, length) == 0 && (known[length] == '.' || known[length] == '[')) {
      return true;
    }
  }
  /* "staff[2]": an element of a list. */
  if (length > 0 && path[length - 1] == ']') {
    char list_path[PLAN_PATH_SIZE];

    memcpy(list_path, path, length + 1);
    *strrchr(list_path, '[') = '\0';
    return field_list_find(list_path) != NULL;
  }
  return false;
}

void check_paths(Checker *checker) {
  const Plan *plan = checker->plan;

  for (int i = 0; i < plan->provenance_count; i++) {
    if (!path_is_known(plan->provenance[i].path)) {
      checker_tell(checker, PROBLEM_UNKNOWN_PATH, AT("provenance[].path", {i}), NULL);
    }
  }
}
