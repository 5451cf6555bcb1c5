/* Room: plan. Knows: base, the chart of accounts. Must not know: how taxes or entries are made.
 *
 * Rules across registration, taxes, what the books say of unused vouchers, and account numbers. */
#include <string.h>

#include "model/plan/account.h"
#include "model/plan/plan-check.h"

static int32_t plan_last_date(const Plan *plan) {
  return plan->deal.sale_date + plan_horizon_days(plan) - 1;
}

static void check_custom_taxes(Checker *checker) {
  const PlanBusiness *business = &checker->plan->business;
  bool any = false;

  for (int i = 0; i < business->custom_taxes_count; i++) {
    any = any || business->custom_taxes[i].rate_per_100k > 0;
  }
  if (!any) {
    checker_tell(checker, PROBLEM_NO_CUSTOM_TAX, AT("business.custom_taxes"), NULL);
  } else if (business->custom_taxes[0].on_previous) {
    checker_tell(checker, PROBLEM_TAX_ON_NOTHING, AT("business.custom_taxes[].on_previous"), NULL);
  }
}

static void check_registration(Checker *checker) {
  const Plan *plan = checker->plan;
  int32_t from_date = plan->business.gst_registered_from_date;

  if (from_date == DATE_NONE) {
    return;
  }
  if (!plan->business.gst_registered) {
    checker_tell(checker, PROBLEM_REGISTERED_FROM_BUT_NOT, AT("business.gst_registered_from_date"),
                 VALUES(from_date));
  } else if (from_date > plan_last_date(plan)) {
    checker_tell(checker, PROBLEM_REGISTERED_AFTER_PLAN, AT("business.gst_registered_from_date"),
                 VALUES(from_date, plan_last_date(plan)));
  }
}

/* The first day with Quick Method rates; DATE_NONE: there are none. Those of the QST are known for
 * its rate of 2013. */
static int32_t quick_method_first_date(TaxRegime regime) {
  if (regime == REGIME_EXEMPT || regime == REGIME_CUSTOM) {
    return DATE_NONE;
  }
  return regime == REGIME_QC ? date_from_ymd(2013, 1, 1) : tax_rules_first_date(regime);
}

static void check_quick_method(Checker *checker) {
  const Plan *plan = checker->plan;
  int32_t first_date = quick_method_first_date(plan->business.tax_regime);

  if (!plan->business.gst_registered) {
    checker_tell(checker, PROBLEM_QUICK_METHOD_UNREGISTERED, AT("business.quick_method"), NULL);
  } else if (first_date == DATE_NONE || plan->deal.sale_date < first_date) {
    checker_tell(checker, PROBLEM_QUICK_METHOD_UNKNOWN, AT("business.quick_method"),
                 VALUES(plan->deal.sale_date));
  }
}

void check_taxes(Checker *checker) {
  const Plan *plan = checker->plan;
  int32_t first_date = tax_rules_first_date(plan->business.tax_regime);

  if (plan->business.tax_regime == REGIME_CUSTOM) {
    check_custom_taxes(checker);
  }
  check_registration(checker);
  if (plan->business.quick_method) {
    check_quick_method(checker);
  }
  for (int i = 0; i < plan->one_off_costs_count; i++) {
    if (plan->one_off_costs[i].taxable && plan->one_off_costs[i].date < first_date) {
      checker_tell(checker, PROBLEM_REGIME_GAP, AT("one_off_costs[].date", {i}),
                   VALUES(plan->one_off_costs[i].date));
    }
  }
}

/* What every program that imports a journal takes for an account. */
static bool number_is_importable(const char *number) {
  static const char TAKEN[] = "0123456789"
                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "abcdefghijklmnopqrstuvwxyz"
                              "-.";
  size_t length = strlen(number);

  return length <= ACCOUNT_NUMBER_MAX && strspn(number, TAKEN) == length;
}

void check_accounts(Checker *checker) {
  const Plan *plan = checker->plan;

  for (int i = 0; i < plan->accounts_count; i++) {
    const AccountNumber *mapped = &plan->accounts[i];

    if (account_find(mapped->account) == ACCOUNT_COUNT) {
      checker_tell(checker, PROBLEM_UNKNOWN_ACCOUNT, AT("accounts[].account", {i}), NULL);
    }
    if (!number_is_importable(mapped->number)) {
      checker_tell(checker, PROBLEM_ACCOUNT_NUMBER, AT("accounts[].number", {i}),
                   VALUES((int64_t)strlen(mapped->number)));
    }
    for (int k = 0; k < i; k++) {
      if (strcmp(plan->accounts[k].account, mapped->account) == 0) {
        checker_tell(checker, PROBLEM_ACCOUNT_TWICE, AT("accounts[].account", {i}), VALUES(k));
        break;
      }
    }
  }
}

static bool account_is_mapped(const Plan *plan, const char *account) {
  for (int i = 0; i < plan->accounts_count; i++) {
    if (strcmp(plan->accounts[i].account, account) == 0) {
      return true;
    }
  }
  return false;
}

static void warn_accounts(Checker *checker) {
  const Plan *plan = checker->plan;

  for (int i = 0; i < plan->accounts_count; i++) {
    const char *number = plan->accounts[i].number;
    Account same = account_find(number);

    if (number[strspn(number, "0123456789")] != '\0') {
      checker_tell(checker, WARNING_ACCOUNT_NOT_DIGITS, AT("accounts[].number", {i}), NULL);
    }
    /* Two of ours on one number of hers is a choice; this one nobody made. */
    if (same != ACCOUNT_COUNT && !account_is_mapped(plan, number)) {
      checker_tell(checker, WARNING_ACCOUNT_SHARED, AT("accounts[].number", {i}), VALUES(same));
    }
  }
}

void check_books_warnings(Checker *checker) {
  const Plan *plan = checker->plan;
  const PlanDeal *deal = &plan->deal;

  if (deal->breakage_policy == BREAKAGE_WHEN_REMOTE && deal->breakage_date == DATE_NONE) {
    checker_tell(checker, WARNING_BREAKAGE_UNDATED, AT("deal.breakage_date"), NULL);
  }
  if (deal->breakage_policy == BREAKAGE_PROPORTIONAL && plan->business.tax_regime == REGIME_QC) {
    checker_tell(checker, WARNING_BREAKAGE_PROPORTIONAL, AT("deal.breakage_policy"), NULL);
  }
  for (int i = 0; i < plan->one_off_costs_count; i++) {
    int32_t date = plan->one_off_costs[i].date;

    if (date < deal->sale_date || date > plan_last_date(plan)) {
      checker_tell(checker, WARNING_COST_OUTSIDE_PLAN, AT("one_off_costs[].date", {i}),
                   VALUES(date, deal->sale_date, plan_last_date(plan)));
    }
  }
  warn_accounts(checker);
}
