/* Room: plan. Knows: base. Must not know: how taxes or cash are computed.
 *
 * Rules across the deal, the phone and the paths told in a plan. */
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/plan-check.h"

#define RATE_WHOLE 100000

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

/* The first index of the path that is past its list. */
static void tell_past_list(Checker *checker, int entry, const char *path) {
  Plan *plan = (Plan *)(uintptr_t)checker->plan; /* looked at, not written */
  int64_t index = 0;
  int64_t count = 0;

  for (const char *bracket = strchr(path, '['); bracket; bracket = strchr(bracket + 1, '[')) {
    char list_path[PLAN_PATH_SIZE] = {0};
    int32_t *list_count = NULL;

    memcpy(list_path, path, (size_t)(bracket - path));
    const FieldList *list = field_list_place(plan, list_path, NULL, &list_count);

    count = list_count ? *list_count : list ? list->capacity : 0;
    index = 0;
    for (const char *digit = bracket + 1; *digit >= '0' && *digit <= '9'; digit++) {
      index = index < INT32_MAX ? index * 10 + (*digit - '0') : index;
    }
    if (index >= count) {
      break;
    }
  }
  checker_tell(checker, PROBLEM_INDEX_PAST_LIST, AT("uncertainty[].path", {entry}),
               VALUES(index, count));
}

static void check_range_end(Checker *checker, int entry, const Field *field, const char *pattern,
                            int64_t value) {
  if (value < field->minimum) {
    checker_tell(checker, PROBLEM_BELOW_MINIMUM, AT(pattern, {entry}),
                 VALUES(value, field->minimum));
  } else if (value > field->maximum) {
    checker_tell(checker, PROBLEM_ABOVE_MAXIMUM, AT(pattern, {entry}),
                 VALUES(value, field->maximum));
  }
}

static void check_uncertainty(Checker *checker, int entry) {
  Plan *plan = (Plan *)(uintptr_t)checker->plan; /* looked at, not written */
  const Uncertainty *range = &plan->uncertainty[entry];
  const Field *field = field_find(range->path);
  FieldPlace place;

  if (!field || (field->type != FIELD_INT32 && field->type != FIELD_CENTS) ||
      strstr(range->path, "[]") || strncmp(range->path, "uncertainty", 11) == 0) {
    checker_tell(checker, PROBLEM_UNKNOWN_PATH, AT("uncertainty[].path", {entry}), NULL);
    return;
  }
  if (!field_place(plan, range->path, false, &place)) {
    tell_past_list(checker, entry, range->path);
    return;
  }
  if (range->low > range->likely || range->likely > range->high) {
    checker_tell(checker, PROBLEM_RANGE_ORDER, AT("uncertainty[].low", {entry}),
                 VALUES(range->low, range->likely, range->high));
    return;
  }
  check_range_end(checker, entry, field, "uncertainty[].low", range->low);
  check_range_end(checker, entry, field, "uncertainty[].high", range->high);
}

void check_paths(Checker *checker) {
  const Plan *plan = checker->plan;

  for (int i = 0; i < plan->uncertainty_count; i++) {
    check_uncertainty(checker, i);
  }
  for (int i = 0; i < plan->provenance_count; i++) {
    if (!path_is_known(plan->provenance[i].path)) {
      checker_tell(checker, PROBLEM_UNKNOWN_PATH, AT("provenance[].path", {i}), NULL);
    }
  }
}
