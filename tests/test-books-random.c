/* The books of 500 random plans: every comparison of books-checks.h on each, and that together they
 * hold every kind of entry and of contract. */
#include "tests/books-checks.h"
#include "tests/books-plan.h"

#define RANDOM_PLANS 500
#define CENTS "%" G_GINT64_FORMAT

static int random_plan; /* the one looked at */

static void assert_none(const char *what, char *fault) {
  if (fault != NULL)
    g_error("plan %d, %s: %s", random_plan, what, fault);
}

/* What the plans together hold; a kind of entry or a contract that none has would prove nothing. */
static int kind_seen[ENTRY_KIND_COUNT], treatment_seen[TREATMENT_COUNT][PAYOUT_COUNT];
static int regime_seen[REGIME_COUNT], breakage_seen[BREAKAGE_COUNT],
    reporting_seen[REPORTING_COUNT];
static int quick_seen, late_registration_seen, threshold_seen, at_sale_seen, without_rooms_seen;

static void count_plan(const Books *settled) {
  const Plan *plan = books_plan(settled);
  const PlanDeal *deal = &plan->deal;
  bool kinds[ENTRY_KIND_COUNT] = {false};
  Journal *journal = books_projected(settled);
  for (int i = 0; i < journal_entry_count(journal); i++)
    kinds[journal_entry(journal, i)->kind] = true;
  for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++)
    kind_seen[kind] += kinds[kind];
  treatment_seen[deal->tax_treatment][deal->payout_basis]++;
  regime_seen[plan->business.tax_regime]++;
  breakage_seen[deal->breakage_policy] +=
      kinds[deal->breakage_policy == BREAKAGE_PROPORTIONAL ? ENTRY_BREAKAGE_WITH_USE
                                                           : ENTRY_BREAKAGE] ||
      !deal->breakage_policy;
  reporting_seen[plan->business.reporting_period]++;
  quick_seen += plan->business.quick_method;
  late_registration_seen += plan->business.gst_registered_from_date != DATE_NONE;
  threshold_seen += books_results(settled)->registration.is_passed;
  at_sale_seen += deal->commission_expense == COMMISSION_AT_SALE;
  without_rooms_seen += plan->rooms_count == 0;
}

static void assert_seen(const char *what, const int *seen, int count) {
  for (int i = 0; i < count; i++)
    if (seen[i] < 5)
      g_error("only %d plans with %s %d", seen[i], what, i);
}

static void assert_all_seen(void) {
  /* Nothing late stands in a plan year. */
  kind_seen[ENTRY_LATE_USE] = RANDOM_PLANS;
  assert_seen("entry", kind_seen, ENTRY_KIND_COUNT);
  assert_seen("treatment", treatment_seen[0], TREATMENT_COUNT * PAYOUT_COUNT);
  assert_seen("regime", regime_seen, REGIME_COUNT);
  assert_seen("breakage", breakage_seen, BREAKAGE_COUNT);
  assert_seen("reporting", reporting_seen, REPORTING_COUNT);
  assert_seen("Quick Method", &quick_seen, 1);
  assert_seen("late registration", &late_registration_seen, 1);
  assert_seen("threshold", &threshold_seen, 1);
  assert_seen("commission at sale", &at_sale_seen, 1);
  assert_seen("no room", &without_rooms_seen, 1);
}

static void check_plan(const BooksPlan *drawn, int number) {
  random_plan = number;
  g_autoptr(Books) books = books_new(&drawn->plan, &drawn->results);
  g_autoptr(Books) settled = books_new_settled(&drawn->plan, &drawn->results);
  Journal *journal = books_projected(books), *all = books_projected(settled);
  int32_t first_date = books_first_date(books), last_date = books_last_date(books);
  assert_none("balance", balance_fault(journal));
  assert_none("balance, settled", balance_fault(all));
  assert_none("balance, model", balance_fault(books_model(books)));
  assert_none("bank", bank_fault(journal, books_results(books)));
  assert_none("bank, settled", bank_fault(all, books_results(books)));
  assert_none("taxes", taxes_fault(journal, books));
  assert_none("settled", settled_fault(all, settled));
  assert_none("income", income_fault(all, settled));
  assert_none("deal's share", deal_share_fault(all, settled));
  assert_none("accruals", accrual_fault(journal, books));
  assert_none("sides", sides_fault(all));
  Income income;
  income_fill(journal, INT32_MIN, INT32_MAX, &income);
  assert_none("foot", foot_fault(journal, &income));
  DeferredMonth deferred[MONTHS_MAX];
  ReserveMonth reserve[MONTHS_MAX];
  int months = deferred_months_fill(journal, first_date, last_date, deferred);
  g_assert_cmpint(months, ==, books_results(books)->month_count);
  g_assert_cmpint(reserve_months_fill(journal, first_date, last_date, reserve), ==, months);
  assert_none("deferred", deferred_fault(journal, deferred, months, last_date));
  assert_none("reserve", reserve_fault(journal, reserve, months, last_date));
  assert_none("reserve by day", reserve_days_fault(books_results(books), reserve, months));
  CutOff cut_offs[CUT_OFFS_MAX];
  int count = books_cut_offs(books, cut_offs);
  assert_none("cut-offs", cut_off_fault(books, cut_offs, count));
  count_plan(settled);
}

static void test_random_plans(void) {
  books_plans_each(RANDOM_PLANS, check_plan);
  assert_all_seen();
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/books/random plans", test_random_plans);
  return g_test_run();
}
