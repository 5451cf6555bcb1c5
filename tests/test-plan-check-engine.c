/* What the validator says of taxes, pay and the calendar is what the engine then finds. */
#include <glib.h>

#include "model/year/booking.h"
#include "model/cash/pay.h"
#include "model/tax/quick-method.h"
#include "model/tax/tax.h"
#include "model/tax/voucher.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"

static Plan plan;
static Problems problems;

static const Problem *find(ProblemCode code) {
  for (int i = 0; i < problems.count; i++) {
    if (problems.problem[i].code == code) {
      return &problems.problem[i];
    }
  }
  return NULL;
}

/* The first dates of the validator are those of the tax tables. */
static void test_regimes(void) {
  for (int regime = 0; regime < REGIME_COUNT; regime++) {
    PlanBusiness business = {.tax_regime = (TaxRegime)regime};
    int32_t first = tax_rules_first_date((TaxRegime)regime);
    TaxSet set;

    if (first == DATE_NONE) {
      g_assert_true(tax_set_for_sales(&business, date_from_ymd(2001, 1, 1), &set));
      g_assert_true(tax_set_for_costs(&business, date_from_ymd(2001, 1, 1), &set));
    } else {
      g_assert_true(tax_set_for_sales(&business, first, &set));
      g_assert_true(tax_set_for_costs(&business, first, &set));
      g_assert_false(tax_set_for_costs(&business, first - 1, &set));
    }
  }
}

/* The Quick Method is refused exactly where the engine has no rates for it. */
static void test_quick_method(void) {
  const int32_t dates[] = {
      date_from_ymd(2008, 1, 1),   date_from_ymd(2010, 6, 30), date_from_ymd(2010, 7, 1),
      date_from_ymd(2012, 12, 31), date_from_ymd(2013, 1, 1),  date_from_ymd(2013, 3, 31),
      date_from_ymd(2013, 4, 1),   date_from_ymd(2016, 7, 1),  date_from_ymd(2016, 10, 1),
      date_from_ymd(2025, 4, 1),   date_from_ymd(2026, 2, 4)};
  int refused = 0, taken = 0;

  for (int regime = 0; regime < REGIME_COUNT; regime++) {
    for (gsize i = 0; i < G_N_ELEMENTS(dates); i++) {
      QuickMethod method;

      plan_example(&plan);
      plan.business.tax_regime = (TaxRegime)regime;
      plan.business.custom_taxes[0] = (CustomTax){.rate_per_100k = 5000};
      plan.business.custom_taxes_count = 1;
      plan.business.quick_method = true;
      plan.deal.sale_date = dates[i];
      plan.deal.promotion_end_date = dates[i] + 365;
      plan_check(&plan, &problems);
      if (find(PROBLEM_REGIME_GAP)) {
        continue;
      }
      bool exists = quick_method_find(&plan.business, dates[i], &method);

      g_assert_cmpint(find(PROBLEM_QUICK_METHOD_UNKNOWN) != NULL, ==, !exists);
      refused += exists ? 0 : 1;
      taken += exists ? 1 : 0;
    }
  }
  g_assert_cmpint(refused, >, 20);
  g_assert_cmpint(taken, >, 90);
}

/* The hourly pay of the warning is that of the engine's visit. */
static void test_pay(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(14);
  int warned = 0;

  for (int i = 0; i < 500; i++) {
    const PlanService *service = &plan.services[1];

    plan_example(&plan);
    plan.deal_pay.rule = (PayRule)g_rand_int_range(luck, 0, PAY_HOURLY);
    plan.deal_pay.per_100k = g_rand_int_range(luck, 0, 80000);
    plan.deal_pay.flat_cents = g_rand_int_range(luck, 0, 4000);
    plan.deal.price_tax_wording = (TaxWording)g_rand_int_range(luck, 0, WORDING_COUNT);
    plan.deal.tax_treatment = (TaxTreatment)g_rand_int_range(luck, 0, TREATMENT_COUNT);
    plan.deal.commission_tax = (CommissionTax)g_rand_int_range(luck, 0, COMMISSION_TAX_COUNT);
    plan.deal.commission_per_100k = g_rand_int_range(luck, 0, 60000);
    plan.deal.visits_per_voucher = g_rand_int_range(luck, 1, 3);
    plan.business.gst_registered = g_rand_boolean(luck);
    plan_check(&plan, &problems);
    const Problem *problem = find(WARNING_PAY_UNDER_MINIMUM_WAGE);
    double minutes = service->minutes + service->staff_rest_minutes;
    double hourly = (double)voucher_visit_pay_cents(&plan, 1, true) / 2 * 60 / minutes;

    if (problem) {
      g_assert_cmpfloat(hourly, <, 1660 + 1);
      g_assert_cmpfloat(ABS(hourly - (double)problem->values[0]), <=, 1.5);
      g_assert_cmpint(problem->values[1], ==, MINIMUM_WAGE_QC_CENTS_PER_HOUR);
      warned++;
    } else {
      g_assert_cmpfloat(hourly, >=, 1660 - 1);
    }
  }
  g_assert_cmpint(warned, >, 50);
  g_assert_cmpint(warned, <, 450);
}

/* "No day of the promotion can take a deal visit", asked of the calendar itself. */
static bool calendar_can_take(Booking *booking, Timetable *timetable) {
  const PlanDeal *deal = &plan.deal;
  const PlanService *service = &plan.services[deal->service_index];

  timetable_fill(&plan, timetable);
  booking_init(booking, &plan, timetable);
  for (int day = 0; day < timetable->promotion_days; day++) {
    const TimetableDay *of = &timetable->day[day];
    guint64 starts = booking_starts(booking, day, deal->service_index);

    for (int slot = 0; slot < of->slots_count; slot++) {
      int minute = of->opening_minute + slot * SLOT_MINUTES;

      if (of->deal_allowed && deal->weekday_quota[date_weekday(deal->sale_date + day)] != 0 &&
          (starts >> slot & 1) && minute >= deal->allowed_begin_minute &&
          minute + service->minutes <= deal->allowed_end_minute) {
        return true;
      }
    }
  }
  return false;
}

static void draw_limits(GRand *luck) {
  plan_example(&plan);
  plan.deal.allowed_begin_minute = g_rand_int_range(luck, 500, 1250);
  plan.deal.allowed_end_minute = plan.deal.allowed_begin_minute + g_rand_int_range(luck, 50, 90);
  for (int i = 0; i < 7; i++) {
    plan.deal.allowed_weekdays[i] = g_rand_int_range(luck, 0, 3) == 0;
    plan.deal.weekday_quota[i] = g_rand_boolean(luck) ? 0 : PLAN_NONE;
  }
  plan.deal.promotion_end_date = plan.deal.sale_date + g_rand_int_range(luck, 0, 30);
  for (int i = 0; i < plan.staff_count; i++) {
    if (g_rand_boolean(luck)) {
      plan.staff[i].from_date = plan.deal.sale_date + g_rand_int_range(luck, 0, 30);
    }
    plan.staff[i].accompanied_only = g_rand_int_range(luck, 0, 3) == 0;
  }
  for (int i = 0; i < 3; i++) {
    plan.rooms[i].to_date = plan.deal.sale_date + g_rand_int_range(luck, 0, 20);
  }
  if (g_rand_int_range(luck, 0, 3) == 0) {
    plan.services[1].start_minutes[0] = 600 + 15 * g_rand_int_range(luck, 0, 40);
    plan.services[1].start_minutes_count = 1;
  }
  if (g_rand_boolean(luck)) {
    plan.closures[0].from_date = plan.deal.sale_date + g_rand_int_range(luck, 0, 10);
    plan.closures[0].to_date = plan.closures[0].from_date + g_rand_int_range(luck, 0, 20);
    plan.closures_count = 1;
  }
  plan.hours[4].end_minute = 610 + g_rand_int_range(luck, 0, 300);
}

static void test_limits(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(15);
  g_autofree Booking *booking = g_new0(Booking, 1);
  g_autofree Timetable *timetable = g_new0(Timetable, 1);
  int possible = 0;
  int asked = 0;

  for (int i = 0; i < 3000; i++) {
    draw_limits(luck);
    plan_check(&plan, &problems);
    bool excluded = find(PROBLEM_LIMITS_EXCLUDE_ALL) != NULL;

    if (problems.blocking_count == (excluded ? 1 : 0)) {
      bool can = calendar_can_take(booking, timetable);

      g_assert_cmpint(can, ==, !excluded);
      possible += can ? 1 : 0;
      asked++;
    }
  }
  g_test_message("%d of %d plans leave the deal a day", possible, asked);
  g_assert_cmpint(possible, >, 100);
  g_assert_cmpint(possible, <, asked - 100);
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/plan-check-engine/regimes", test_regimes);
  g_test_add_func("/plan-check-engine/quick-method", test_quick_method);
  g_test_add_func("/plan-check-engine/pay", test_pay);
  g_test_add_func("/plan-check-engine/limits", test_limits);
  return g_test_run();
}
