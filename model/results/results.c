/* Room: results. Everything one plan answers, put together. Must not know: files, words. */
#include "model/results/results.h"

#include <assert.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/results/accounts.h"

#define DAYS_A_WEEK 7
#define FNV_OFFSET UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)

static int32_t refused_of(const YearDay *day) {
  return day->refused[VISIT_REGULAR] + day->refused[VISIT_RETURNING];
}

static void weeks_fill(Results *results) {
  results->week_count = (results->days + DAYS_A_WEEK - 1) / DAYS_A_WEEK;
  memset(results->week, 0, sizeof results->week[0] * (size_t)results->week_count);
  for (int i = 0; i < results->days; i++) {
    ResultWeek *week = &results->week[i / DAYS_A_WEEK];
    const YearDay *day = &results->with.day[i];
    if (i % DAYS_A_WEEK == 0)
      week->begin_day_index = i;
    week->days++;
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      week->visits[kind] += day->visits[kind];
      week->people[kind] += day->people[kind];
      week->staff_minutes[kind] += day->staff_minutes[kind];
    }
    week->shift_minutes += results->timetable.day[i].shift_minutes;
    week->refused += refused_of(day);
  }
}

static void month_add_day(ResultMonth *month, const Results *results, int day_index) {
  const YearDay *day = &results->with.day[day_index];
  const CashDay *cash = &results->cash_with.day[day_index];
  month->days++;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    month->visits[kind] += day->visits[kind];
  month->refused += refused_of(day);
  for (int line = 0; line < CASH_LINE_COUNT; line++)
    month->line_cents[line] += cash->line_cents[line];
  month->closing_cents = cash->balance_cents;
  month->closing_without_cents = results->cash_without.day[day_index].balance_cents;
  month->not_yet_earned_cents = cash->not_yet_earned_cents;
}

static void months_fill(Results *results) {
  results->month_count = 0;
  int32_t next_month_date = results->sale_date;
  for (int i = 0; i < results->days; i++) {
    int32_t date = results->sale_date + i;
    if (date == next_month_date) {
      assert(results->month_count < MONTHS_MAX);
      results->month[results->month_count++] = (ResultMonth){.begin_date = date};
      next_month_date = date_month_end(date) + 1;
    }
    month_add_day(&results->month[results->month_count - 1], results, i);
  }
}

static void headline_fill(Results *results) {
  const Year *with = &results->with, *without = &results->without;
  const Cash *cash = &results->cash_with;
  int64_t result_cents = results->earnings_with.total_cents - results->earnings_without.total_cents;
  results->headline = (Headline){
      .left_used_cents = results->voucher.left_used_cents,
      .deal_against_none_cents = result_cents,
      .refused_because_of_deal = with->regulars_refused + with->returns_refused -
                                 without->regulars_refused - without->returns_refused,
      .lowest_balance_cents = cash->lowest_cents,
      .lowest_balance_date = results->sale_date + cash->lowest_day_index,
      .not_yet_earned_cents = cash->highest_not_yet_earned_cents,
      .not_yet_earned_date = results->sale_date + cash->highest_not_yet_earned_day_index,
      .cost_per_client_kept_cents =
          verdict_cost_per_client_kept_cents(result_cents, with->people_returning),
      .clients_kept_people = with->people_returning,
      .has_clients_kept = with->people_returning > 0,
  };
}

/* Whether a step of a voucher sold before the registration and used after it is that of one who is
 * registered. Pay in percent of the price goes by the day of the sale. */
static bool is_settled_by_use(const PlanDeal *deal, WaterfallStep step) {
  bool by_use = deal->payout_basis == PAYOUT_REDEEMED;
  switch ((int)step) {
  case STEP_SUPPLIES:
  case STEP_EXTRAS:
    return true;
  case STEP_TAX_INSIDE:
  case STEP_TAX_KEPT:
    return by_use || (deal->tax_treatment != TREATMENT_SITE_PRINCIPAL &&
                      deal->tax_treatment != TREATMENT_AT_SALE);
  case STEP_COMMISSION:
  case STEP_COMMISSION_TAX:
  case STEP_CARD_FEE:
    return by_use;
  default:
    return false;
  }
}

static int64_t left_sold_before_cents(const PlanDeal *deal, const Waterfall *before,
                                      const Waterfall *registered) {
  int64_t left_cents = before->step_cents[STEP_LEFT];
  for (int step = 0; step < STEP_LEFT; step++)
    if (is_settled_by_use(deal, (WaterfallStep)step))
      left_cents += registered->step_cents[step] - before->step_cents[step];
  return left_cents;
}

/* When the threshold is passed, and what used vouchers leave from then on. */
static void registration_fill(const YearPair *years, Results *results) {
  const Plan *plan = years->plan;
  account_register(years, true, &results->registration);
  account_register(years, false, &results->registration_without);
  results->left_used_registered_cents = results->left_sold_before_cents = 0;
  results->left_used_unregistered_cents = 0;
  if (!results->registration.is_watched)
    return;
  Plan registered = *plan;
  registered.business.gst_registered = true;
  registered.business.gst_registered_from_date = DATE_NONE;
  VoucherResult before, after;
  voucher_compute(plan, &before);
  voucher_compute(&registered, &after);
  results->left_used_unregistered_cents = before.left_used_cents;
  results->left_used_registered_cents = after.left_used_cents;
  results->left_sold_before_cents = left_sold_before_cents(&plan->deal, &before.used, &after.used);
}

/* On the sale date, the business registered by then as it must be. */
static void voucher_fill(const Plan *plan, Results *results) {
  Plan copy;
  voucher_compute(registration_apply(plan, &results->registration, &copy), &results->voucher);
}

static int64_t revenue_cents(const Earnings *earnings) {
  return earnings->line_cents[EARN_REGULAR_REVENUE] + earnings->line_cents[EARN_RETURNING_REVENUE] +
         earnings->line_cents[EARN_DEAL_REVENUE] + earnings->line_cents[EARN_EXTRAS_REVENUE];
}

static void load_figures_of(Results *results) {
  const LoadOfSpan *with = results->load.span, *without = results->load_without.span;
  for (int span = 0; span < LOAD_SPAN_COUNT; span++)
    load_figures_fill(&with[span], &without[span], &results->load_figures[span]);
  results->revenue_per_hour_cents =
      load_revenue_per_hour_cents(&with[LOAD_WHOLE], revenue_cents(&results->earnings_with));
  results->revenue_per_hour_without_cents =
      load_revenue_per_hour_cents(&without[LOAD_WHOLE], revenue_cents(&results->earnings_without));
}

void results_compute(const Plan *plan, Results *results, YearScratch *scratch) {
  results->has_calendar = plan->rooms_count > 0;
  results->sale_date = plan->deal.sale_date;
  timetable_fill(plan, &results->timetable);
  results->days = results->timetable.days;

  load_compute_plan(plan, &results->timetable, true, &results->with, &results->load, scratch);
  load_compute_plan(plan, &results->timetable, false, &results->without, &results->load_without,
                    scratch);
  const YearPair years = {plan, &results->timetable, &results->with, &results->without};
  registration_fill(&years, results);
  voucher_fill(plan, results);
  account_compute(&years, true, &results->registration, &results->earnings_with,
                  &results->cash_with);
  account_compute(&years, false, &results->registration_without, &results->earnings_without,
                  &results->cash_without);

  load_figures_of(results);
  weeks_fill(results);
  months_fill(results);
  phone_compute(plan, &results->phone);
  headline_fill(results);
  const VerdictMoney money = {.lowest_with_cents = results->cash_with.lowest_cents,
                              .lowest_without_cents = results->cash_without.lowest_cents,
                              .result_cents = results->headline.deal_against_none_cents};
  verdict_fill(plan, &results->with, &results->without, &money, &results->verdict);
  results->plan_fingerprint = plan_fingerprint(plan);
}

static uint64_t fingerprint_add(uint64_t fingerprint, const void *bytes, size_t count) {
  const unsigned char *byte = bytes;
  for (size_t i = 0; i < count; i++)
    fingerprint = (fingerprint ^ byte[i]) * FNV_PRIME;
  return fingerprint;
}

/* Numbers go in from their lowest byte, whatever the machine. */
static uint64_t fingerprint_add_number(uint64_t fingerprint, int64_t number) {
  unsigned char bytes[sizeof number];
  for (size_t i = 0; i < sizeof bytes; i++)
    bytes[i] = (unsigned char)((uint64_t)number >> (8 * i));
  return fingerprint_add(fingerprint, bytes, sizeof bytes);
}

static bool fingerprint_visit(const FieldStop *stop, void *data) {
  uint64_t *fingerprint = data;
  if (stop->field == NULL)
    *fingerprint = fingerprint_add_number(*fingerprint, stop->count);
  else if (stop->field->type == FIELD_TEXT)
    *fingerprint = fingerprint_add(*fingerprint, stop->value, strlen(stop->value) + 1);
  else
    *fingerprint = fingerprint_add_number(
        *fingerprint, field_get(&(FieldPlace){.field = stop->field, .value = stop->value}));
  return true;
}

uint64_t plan_fingerprint(const Plan *plan) {
  uint64_t fingerprint = FNV_OFFSET;
  plan_walk(plan, fingerprint_visit, &fingerprint);
  return fingerprint;
}
