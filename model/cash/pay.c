/* Room: cash. Pay by period and person; see pay.h. */
#include "model/cash/pay.h"

#include <assert.h>

#include "model/base/money.h"

#define MINUTES_AN_HOUR 60

int pay_period_count(const Timetable *timetable) {
  return (timetable->days + PAY_PERIOD_DAYS - 1) / PAY_PERIOD_DAYS;
}

/* The larger of pay and wage × minutes, half up; divides only where the wage wins. */
static int64_t pay_at_least(int64_t pay_cents, int64_t cents_per_hour, int64_t minutes) {
  return cents_per_hour * minutes <= pay_cents * MINUTES_AN_HOUR
             ? pay_cents
             : money_scale_half_up(cents_per_hour, minutes, MINUTES_AN_HOUR);
}

static int64_t shift_minutes(const Timetable *timetable, int period, int person_index) {
  int begin = period * PAY_PERIOD_DAYS;
  int end = begin + PAY_PERIOD_DAYS < timetable->days ? begin + PAY_PERIOD_DAYS : timetable->days;
  int64_t slots = 0;
  for (int day = begin; day < end; day++)
    slots += __builtin_popcountll(timetable->day[day].shift_slots[person_index]);
  return slots * SLOT_MINUTES;
}

static bool has_minimum_wage(const PlanBusiness *business) {
  return business->tax_regime == REGIME_QC || business->tax_regime == REGIME_EXEMPT;
}

static void add_employee(const Plan *plan, const Timetable *timetable, const Year *year, int period,
                         int index, PayPeriod *pay) {
  int64_t own_cents = year->staff_visit_pay_cents[period][index];
  if (index < plan->staff_count && plan->staff[index].guarantee_cents_per_hour > 0)
    own_cents = pay_at_least(own_cents, plan->staff[index].guarantee_cents_per_hour,
                             shift_minutes(timetable, period, index));
  int64_t pay_cents = own_cents;
  if (has_minimum_wage(&plan->business))
    pay_cents = pay_at_least(own_cents, MINIMUM_WAGE_QC_CENTS_PER_HOUR,
                             year->staff_worked_minutes[period][index]);
  pay->employees_cents += pay_cents;
  pay->topped_up_cents += pay_cents - own_cents;
}

PayPeriod pay_period(const Plan *plan, const Timetable *timetable, const Year *year, int period) {
  assert(period >= 0 && period < PAY_PERIODS_MAX);
  PayPeriod pay = {0};
  for (int i = 0; i < STAFF_MAX; i++) {
    const PlanStaff *person = &plan->staff[i];
    int64_t visits_cents = year->staff_visit_pay_cents[period][i];
    if (i >= plan->staff_count && visits_cents == 0)
      continue;
    if (i >= plan->staff_count || person->employment == EMPLOYMENT_EMPLOYEE) {
      add_employee(plan, timetable, year, period, i, &pay);
      continue;
    }
    pay.self_employed_cents += visits_cents;
    if (person->gst_registered)
      pay.self_employed_taxed_cents += visits_cents;
  }
  pay.contributions_cents =
      money_share_half_up(pay.employees_cents, plan->business.contributions_per_100k);
  return pay;
}
