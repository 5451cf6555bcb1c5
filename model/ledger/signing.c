/* Room: ledger. What an accountant would refuse or ask; see signing.h. */
#include "model/ledger/signing.h"

#include <string.h>

#include "model/base/money.h"
#include "model/cash/pay.h"
#include "model/tax/quick-method.h"
#include "model/plan/problem.h"

static const char *const code_names[SIGN_COUNT] = {
    [SIGN_WORDING] = "wording",
    [SIGN_LIST_PRICE_TAX] = "list_price_tax",
    [SIGN_SITE_PRINCIPAL] = "site_principal",
    [SIGN_REGISTRATION] = "registration",
    [SIGN_TAX_NUMBERS] = "tax_numbers",
    [SIGN_QUICK_METHOD] = "quick_method",
    [SIGN_COMMISSION_TAX] = "commission_tax",
    [SIGN_BREAKAGE] = "breakage",
    [SIGN_FORFEIT] = "forfeit",
    [SIGN_MINIMUM_WAGE] = "minimum_wage",
    [SIGN_PAYOUT_TERMS] = "payout_terms",
    [SIGN_SUCCESSIVE] = "successive",
    [SIGN_RESERVE] = "reserve",
    [SIGN_PROVINCIAL_TAX] = "provincial_tax",
    [SIGN_OWNER_DRAW] = "owner_draw",
};

const char *sign_code_name(SignCode code) {
  g_assert((unsigned)code < SIGN_COUNT);
  return code_names[code];
}

/* A tenth of a limit, or of what is held for others, is too near to sign without asking. */
static int64_t tenth(int64_t cents) {
  return cents / 10;
}

static void settle(SignCheck *check, SignState state, const char *path) {
  check->state = state;
  g_strlcpy(check->path, path, sizeof check->path);
}

static bool is_from(const Plan *plan, const char *path, ProvenanceKind kind) {
  const Provenance *provenance = plan_provenance(plan, path);
  return provenance != NULL && provenance->kind == kind;
}

static bool is_of_contract(const Plan *plan, const char *path) {
  return is_from(plan, path, PROVENANCE_CONTRACT);
}

/* Whether taxes are ever collected inside the horizon. */
static bool is_taxed(const Books *books) {
  return tax_is_collected(&books_plan(books)->business, books_last_date(books));
}

/* A − B before pay, or of the two F, or under the Quick Method of the two G, whatever is collected
 * at the sale. */
static int64_t wording_cents(const Plan *plan) {
  Treatments treatments;
  treatments_compute(plan, &treatments);
  const TreatmentOutcome *outcome = treatments.outcome;
  TreatmentCase extra = CASE_A, included = CASE_B;
  if (plan->deal.tax_treatment == TREATMENT_AT_SALE) {
    extra = CASE_F_EXTRA;
    included = CASE_F_INCLUDED;
  } else if (plan->business.quick_method && outcome[CASE_G_EXTRA].applies) {
    extra = CASE_G_EXTRA;
    included = CASE_G_INCLUDED;
  }
  return outcome[extra].contribution_cents - outcome[included].contribution_cents;
}

static void check_wording(const Books *books, SignCheck *check) {
  const char *path = "deal.price_tax_wording";
  const Plan *plan = books_plan(books);
  const PlanDeal *deal = &plan->deal;
  int32_t from_date = plan->business.gst_registered_from_date;
  check->values[0] = wording_cents(plan);
  check->values[1] = from_date > plan->deal.sale_date ? from_date : DATE_NONE;
  bool worded =
      deal->tax_treatment == TREATMENT_GIFT_CERTIFICATE || deal->tax_treatment == TREATMENT_AT_SALE;
  if (!worded || !is_taxed(books))
    return;
  if (deal->price_tax_wording == WORDING_NOT_CHECKED)
    settle(check, SIGN_ASK, path);
  else if (deal->price_tax_wording == WORDING_EXTRA && !is_of_contract(plan, path))
    settle(check, SIGN_REFUSE, path);
}

static void check_treatment(const Books *books, SignCheck *list_price, SignCheck *principal) {
  const char *path = "deal.tax_treatment";
  const Plan *plan = books_plan(books);
  const PlanDeal *deal = &plan->deal;
  bool of_contract = is_of_contract(plan, path);
  if (deal->tax_treatment == TREATMENT_LIST_PRICE) {
    TaxSet set = tax_set_collected(&plan->business, books_last_date(books));
    list_price->values[0] = tax_add(&set, deal->list_price_cents).tax_total_cents;
    list_price->values[1] = tax_add(&set, deal->price_cents).tax_total_cents;
    settle(list_price, of_contract ? SIGN_ASK : SIGN_REFUSE, path);
  }
  bool before_use =
      deal->tax_treatment == TREATMENT_SITE_PRINCIPAL || deal->tax_treatment == TREATMENT_AT_SALE;
  if (before_use && !of_contract)
    settle(principal, is_from(plan, path, PROVENANCE_MINE) ? SIGN_ASK : SIGN_REFUSE, path);
}

static void check_registration(const Books *books, SignCheck *check) {
  const Registration *registration = &books_results(books)->registration;
  if (!registration->is_watched)
    return;
  check->values[0] = registration->highest_four_quarters_cents;
  check->values[1] = SMALL_SUPPLIER_LIMIT_CENTS;
  check->values[2] = registration->is_passed && !registration->is_passed_before
                         ? registration->registered_from_date
                         : DATE_NONE;
  bool near = check->values[0] > SMALL_SUPPLIER_LIMIT_CENTS - tenth(SMALL_SUPPLIER_LIMIT_CENTS);
  if (registration->is_passed || near)
    settle(check, registration->is_passed ? SIGN_REFUSE : SIGN_ASK, "business.gst_registered");
}

/* The site's statements and every invoice carry them. Where the site buys from the business, or
 * taxes its sales for it, the business's own number is on them. */
static void check_tax_numbers(const Books *books, SignCheck *check) {
  const Plan *plan = books_plan(books);
  const PlanBusiness *business = &plan->business;
  if (!is_taxed(books) || business->tax_regime == REGIME_CUSTOM)
    return;
  bool no_gst = business->gst_number[0] == '\0';
  bool no_qst = business->tax_regime == REGIME_QC && business->qst_number[0] == '\0';
  bool before_use = plan->deal.tax_treatment == TREATMENT_SITE_PRINCIPAL ||
                    plan->deal.tax_treatment == TREATMENT_AT_SALE;
  check->values[0] = no_gst + no_qst;
  if (no_gst || no_qst)
    settle(check, before_use ? SIGN_REFUSE : SIGN_ASK,
           no_gst ? "business.gst_number" : "business.qst_number");
}

static void check_quick_method(const Books *books, SignCheck *check) {
  if (!books_plan(books)->business.quick_method || !is_taxed(books))
    return;
  QuickComparison comparison;
  books_quick_comparison(books, &comparison);
  check->values[0] = comparison.sales_cents;
  check->values[1] = QUICK_METHOD_LIMIT_CENTS;
  check->values[2] = comparison.gain_cents;
  bool near = comparison.sales_cents > QUICK_METHOD_LIMIT_CENTS - tenth(QUICK_METHOD_LIMIT_CENTS);
  if (!comparison.is_possible)
    settle(check, SIGN_REFUSE, "business.quick_method");
  else if (near || comparison.gain_cents < 0)
    settle(check, SIGN_ASK, "business.quick_method");
}

static void check_commission_tax(const Books *books, SignCheck *check) {
  const char *path = "deal.commission_tax";
  const Plan *plan = books_plan(books);
  const PlanDeal *deal = &plan->deal;
  TaxSet set;
  tax_set_for_costs(&plan->business, plan_sale_last_date(plan), &set);
  if (deal->tax_treatment == TREATMENT_SITE_PRINCIPAL ||
      deal->commission_tax != COMMISSION_TAX_NONE || deal->commission_per_100k == 0 ||
      set.count == 0 || plan->business.tax_regime == REGIME_CUSTOM)
    return;
  int64_t commission_cents = money_share_half_up(deal->price_cents, deal->commission_per_100k);
  check->values[0] = tax_add(&set, commission_cents).tax_total_cents;
  settle(check, is_of_contract(plan, path) ? SIGN_ASK : SIGN_REFUSE, path);
}

static void check_breakage(const Books *books, SignCheck *check) {
  const PlanDeal *deal = &books_plan(books)->deal;
  Income income;
  if (deal->breakage_policy == BREAKAGE_NONE || deal->payout_basis == PAYOUT_REDEEMED)
    return;
  income_fill(books_projected(books), books_first_date(books), books_last_date(books), &income);
  check->values[0] = income.deal_cents[ACCOUNT_BREAKAGE];
  check->values[1] = deal->breakage_date;
  settle(check, deal->breakage_date == DATE_NONE ? SIGN_REFUSE : SIGN_ASK, "deal.breakage_date");
}

/* Québec's law only; an exempt business may be anywhere and counts as there, as its costs do. */
static bool is_quebec(const Plan *plan) {
  return plan->business.tax_regime == REGIME_QC || plan->business.tax_regime == REGIME_EXEMPT;
}

static void check_forfeit(const Books *books, SignCheck *check) {
  const Plan *plan = books_plan(books);
  check->values[0] = books_results(books)->with.vouchers_forfeited;
  if (plan->deal.no_show_rule == NO_SHOW_FORFEIT)
    settle(check, is_quebec(plan) ? SIGN_REFUSE : SIGN_ASK, "deal.no_show_rule");
}

/* Whether a pay day of the plan year must make up what visits pay too little. */
static bool is_pay_topped_up(const Books *books) {
  const Results *results = books_results(books);
  for (int i = 0; i < pay_period_count(&results->timetable); i++)
    if (pay_period(books_plan(books), &results->timetable, &results->with, i).topped_up_cents > 0)
      return true;
  return false;
}

/* A visit may pay under it where the others of the pay period make up for it; an hour may not. */
static void check_minimum_wage(const Books *books, SignCheck *check) {
  Problems *problems = g_new(Problems, 1);
  plan_check(books_plan(books), problems);
  for (int i = 0; i < problems->count; i++) {
    const Problem *problem = &problems->problem[i];
    if (problem->code != WARNING_PAY_UNDER_MINIMUM_WAGE)
      continue;
    check->values[0] = problem->values[0];
    check->values[1] = problem->values[1];
    bool by_hour = g_str_has_suffix(problem->path, "per_hour");
    settle(check, by_hour || is_pay_topped_up(books) ? SIGN_REFUSE : SIGN_ASK, problem->path);
    break;
  }
  g_free(problems);
}

static void check_payout_terms(const Books *books, SignCheck *check) {
  const Plan *plan = books_plan(books);
  static const char *const paths[] = {"deal.payout_basis", "deal.instalments[0].after_days"};
  bool dated = plan->deal.payout_basis == PAYOUT_SOLD && plan->deal.instalments_count > 0;
  for (int i = 0; i <= dated; i++) {
    if (is_of_contract(plan, paths[i]))
      continue;
    settle(check, is_from(plan, paths[i], PROVENANCE_GUESS) ? SIGN_REFUSE : SIGN_ASK, paths[i]);
    return;
  }
}

static void check_successive(const Books *books, SignCheck *check) {
  const Plan *plan = books_plan(books);
  check->values[0] = plan->deal.visits_per_voucher;
  if (plan->deal.visits_per_voucher > 1 && is_quebec(plan))
    settle(check, SIGN_ASK, "deal.visits_per_voucher");
}

/* Received and not earned, taxes, pay and tips: the bank should hold them at each cut-off. */
static int64_t not_hers_cents(const CutOff *cut_off) {
  return cut_off->not_yet_earned_cents + (cut_off->tax_cents > 0 ? cut_off->tax_cents : 0) +
         cut_off->wages_cents + cut_off->tips_cents;
}

/* What she has drawn by then could have stayed in the bank; where that is not enough, money of her
 * own goes in. */
static const char *reserve_path(const Books *books, int32_t date, int64_t missing_cents) {
  TrialBalance balance;
  trial_balance_fill(books_projected(books), date, &balance);
  int64_t drawn_cents =
      balance.balance_cents[ACCOUNT_EQUITY] + books_results(books)->cash_with.opening_cents;
  return drawn_cents >= missing_cents ? "business.owner_draw_monthly_cents"
                                      : "business.opening_cash_cents";
}

static void check_reserve(const Books *books, SignCheck *check) {
  CutOff cut_offs[CUT_OFFS_MAX];
  int count = books_cut_offs(books, cut_offs);
  int64_t lowest_cents = INT64_MAX;
  for (int i = 0; i < count; i++) {
    int64_t held_cents = not_hers_cents(&cut_offs[i]);
    int64_t left_cents = cut_offs[i].bank_cents - held_cents;
    if (left_cents >= lowest_cents)
      continue;
    lowest_cents = left_cents;
    check->values[0] = cut_offs[i].bank_cents;
    check->values[1] = held_cents;
    check->values[2] = cut_offs[i].date;
  }
  int64_t missing_cents = tenth(check->values[1]) - lowest_cents;
  if (lowest_cents < 0)
    settle(check, SIGN_REFUSE, reserve_path(books, (int32_t)check->values[2], -lowest_cents));
  else if (missing_cents > 0)
    settle(check, SIGN_ASK, reserve_path(books, (int32_t)check->values[2], missing_cents));
}

/* Spas bear none of it in two of the three, meals do in two others: only she can tell. */
static void check_provincial_tax(const Books *books, SignCheck *check) {
  const char *path = "business.provincial_tax_applies";
  const Plan *plan = books_plan(books);
  PlanBusiness business = plan->business;
  business.provincial_tax_applies = true;
  TaxSet set;
  tax_set_for_sales(&business, books_last_date(books), &set);
  const TaxComponent *last = &set.component[set.count > 0 ? set.count - 1 : 0];
  if (set.count == 0 || last->kind != TAX_PST)
    return;
  check->values[0] = last->rate_per_100k;
  check->values[1] = plan->business.provincial_tax_applies;
  if (!is_of_contract(plan, path) && !is_from(plan, path, PROVENANCE_MINE))
    settle(check, SIGN_ASK, path);
}

static void check_owner_draw(const Books *books, SignCheck *check) {
  const PlanBusiness *business = &books_plan(books)->business;
  check->values[0] = business->owner_draw_monthly_cents;
  if (business->legal_form == LEGAL_CORPORATION && business->owner_draw_monthly_cents > 0)
    settle(check, SIGN_ASK, "business.owner_draw_monthly_cents");
}

void signing_check(const Books *books, SignCheck checks[SIGN_COUNT]) {
  static void (*const looks[SIGN_COUNT])(const Books *, SignCheck *) = {
      [SIGN_WORDING] = check_wording,
      [SIGN_REGISTRATION] = check_registration,
      [SIGN_TAX_NUMBERS] = check_tax_numbers,
      [SIGN_QUICK_METHOD] = check_quick_method,
      [SIGN_COMMISSION_TAX] = check_commission_tax,
      [SIGN_BREAKAGE] = check_breakage,
      [SIGN_FORFEIT] = check_forfeit,
      [SIGN_MINIMUM_WAGE] = check_minimum_wage,
      [SIGN_PAYOUT_TERMS] = check_payout_terms,
      [SIGN_SUCCESSIVE] = check_successive,
      [SIGN_RESERVE] = check_reserve,
      [SIGN_PROVINCIAL_TAX] = check_provincial_tax,
      [SIGN_OWNER_DRAW] = check_owner_draw,
  };
  for (int code = 0; code < SIGN_COUNT; code++)
    checks[code] = (SignCheck){.code = (SignCode)code, .state = SIGN_FINE};
  check_treatment(books, &checks[SIGN_LIST_PRICE_TAX], &checks[SIGN_SITE_PRINCIPAL]);
  for (int code = 0; code < SIGN_COUNT; code++)
    if (looks[code] != NULL)
      looks[code](books, &checks[code]);
}
