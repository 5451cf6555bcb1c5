/* See sample-results.h. */
#include "tests/sample-results.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "model/year/year-scratch.h"
#include "model/store/plan-json.h"
#include "tests/sample-load.h"

typedef struct {
  int32_t sale_date;
  int days;
  int64_t money; /* multiplies amounts, in hundredths */
  int64_t drift; /* cents lost a day */
  int refused;   /* on a busy day */
  int64_t list_cents, pay_cents;
} Shape;

static Shape shape_of(ResultsShape sample) {
  int32_t february = date_from_ymd(2026, 2, 4);
  switch (sample) {
  case SHAPE_QUIET:
    return (Shape){february, 456, 100, -2000, 0, 16000, 2100};
  case SHAPE_DROWNED:
    return (Shape){date_from_ymd(2026, 11, 27), 456, 130, 52000, 61, 9900, 6230};
  case SHAPE_HUGE:
    return (Shape){date_from_ymd(2026, 12, 31), 822, 12000000, 0, 499, 99999999, 20000000};
  case SHAPE_SHORT:
    return (Shape){date_from_ymd(2026, 4, 30), 23, 100, 9000, 1, 6000, 1500};
  case SHAPE_EXAMPLE:
  case SHAPE_SPA:
  case SHAPE_TABLES:
  case SHAPE_NO_CALENDAR:
  case SHAPE_COUNT:
    break;
  }
  return (Shape){february, 456, 100, 2400, 3, 16000, 3600};
}

static void fill_waterfall(const Shape *shape, Waterfall *waterfall, bool included) {
  int64_t *step = waterfall->step_cents, list = shape->list_cents, running = 0;
  step[STEP_DISCOUNT] = -list / 2;
  step[STEP_TAX_INSIDE] = included ? -list * 651 / 10000 : 0;
  step[STEP_COMMISSION] = -list / 4;
  step[STEP_COMMISSION_TAX] = -37;
  step[STEP_CARD_FEE] = -list / 100;
  step[STEP_PAY] = -shape->pay_cents;
  step[STEP_CONTRIBUTIONS] = -shape->pay_cents / 5;
  step[STEP_SUPPLIES] = -300;
  step[STEP_EXTRAS] = 600;
  step[STEP_LIST_PRICE] = list;
  for (int i = 0; i < STEP_COUNT; i++) {
    if (i == STEP_LIST_PRICE)
      running = list;
    else if (i == STEP_PRICE_PAID || i == STEP_LEFT)
      step[i] = running;
    else
      running += step[i];
  }
}

static void fill_day(const Shape *shape, int index, Results *results) {
  int weekday = date_weekday(results->sale_date + index);
  TimetableDay *hours = &results->timetable.day[index];
  YearDay *with = &results->with.day[index], *without = &results->without.day[index];
  hours->open = weekday != 6 && !(index >= 320 && index < 327);
  results->timetable.open_index[index] = index;
  if (!hours->open)
    return;
  hours->shift_minutes = (weekday >= 4 ? 4 : 3) * 480;
  hours->slots_count = 40;
  double wave = exp(-index / 60.0), end = index > 300 && index < 370 ? 0.3 : 0;
  double busy = fmin(1, 0.35 + 0.06 * weekday);
  double deal = fmin(1 - busy, 0.55 * wave + end);
  double share[VISIT_KIND_COUNT] = {busy, fmin(0.1, index / 3000.0), index < 366 ? deal : 0};
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    with->staff_minutes[kind] = (int32_t)(share[kind] * hours->shift_minutes * 0.98);
    with->visits[kind] = with->staff_minutes[kind] / 90;
    with->people[kind] = with->visits[kind] * 2;
  }
  with->room_minutes = 600;
  without->staff_minutes[VISIT_REGULAR] = with->staff_minutes[VISIT_REGULAR];
  if (weekday >= 4 && (wave > 0.5 || (index > 310 && index < 350) || shape->refused > 3))
    with->refused[VISIT_REGULAR] = shape->refused * (1 + index % 3) / 2;
}

static void drop_staff(Results *results) {
  for (int i = 0; i < results->days; i++) {
    results->timetable.day[i].shift_minutes = 0;
    results->timetable.day[i].room_slots = 7;
    memset(results->with.day[i].staff_minutes, 0, sizeof results->with.day[i].staff_minutes);
    memset(results->without.day[i].staff_minutes, 0, sizeof results->with.day[i].staff_minutes);
  }
}

static void fill_money(const Shape *shape, int index, Results *results) {
  CashDay *with = &results->cash_with.day[index], *without = &results->cash_without.day[index];
  int32_t date = results->sale_date + index;
  bool first = date == date_month_begin(date);
  int64_t unit = shape->money;
  with->line_cents[CASH_REGULAR_TAKINGS] = 700 * unit + index % 7 * 30 * unit;
  with->line_cents[CASH_PAY] = index % 14 == 13 ? -3200 * unit : 0;
  with->line_cents[CASH_SUPPLIES] = -20 * unit - shape->drift;
  with->line_cents[CASH_FIXED_COSTS] = first ? -7500 * unit : 0;
  with->line_cents[CASH_OWNER_DRAW] = first ? -5200 * unit : 0;
  memcpy(without->line_cents, with->line_cents, sizeof with->line_cents);
  without->line_cents[CASH_SUPPLIES] += shape->drift / 2;
  if (index == 7 || index == 42 || index == 84)
    with->line_cents[CASH_SITE_PAYOUTS] = 5000 * unit;
  double held = fmin(1, index / 84.0) * exp(-index / 150.0) + 0.1;
  with->not_yet_earned_cents = (int64_t)(held * 12000 * (double)unit);
  with->tax_set_aside_cents = (index % 90 - 10) * 45 * unit;
}

static void fill_balances(Results *results, Cash *cash) {
  cash->days = results->days;
  int64_t balance = cash->opening_cents;
  for (int i = 0; i < results->days; i++) {
    for (int line = 0; line < CASH_LINE_COUNT; line++)
      balance += cash->day[i].line_cents[line];
    cash->day[i].balance_cents = balance;
    if (balance < cash->day[cash->lowest_day_index].balance_cents)
      cash->lowest_day_index = i;
    if (cash->day[i].not_yet_earned_cents > cash->highest_not_yet_earned_cents) {
      cash->highest_not_yet_earned_cents = cash->day[i].not_yet_earned_cents;
      cash->highest_not_yet_earned_day_index = i;
    }
  }
  cash->lowest_cents = cash->day[cash->lowest_day_index].balance_cents;
  cash->closing_cents = balance;
}

static void gather_weeks(Results *results) {
  results->week_count = (results->days + 6) / 7;
  for (int i = 0; i < results->days; i++) {
    ResultWeek *week = &results->week[i / 7];
    week->begin_day_index = i / 7 * 7;
    week->days++;
    week->shift_minutes += results->timetable.day[i].shift_minutes;
    week->refused += results->with.day[i].refused[0] + results->with.day[i].refused[1];
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      week->staff_minutes[kind] += results->with.day[i].staff_minutes[kind];
      week->visits[kind] += results->with.day[i].visits[kind];
      week->people[kind] += results->with.day[i].people[kind];
    }
  }
}

static void gather_months(Results *results) {
  for (int i = 0; i < results->days; i++) {
    int32_t date = results->sale_date + i;
    if (i == 0 || date == date_month_begin(date))
      results->month[results->month_count++].begin_date = date;
    ResultMonth *month = &results->month[results->month_count - 1];
    month->days++;
    for (int line = 0; line < CASH_LINE_COUNT; line++)
      month->line_cents[line] += results->cash_with.day[i].line_cents[line];
    month->closing_cents = results->cash_with.day[i].balance_cents;
    month->closing_without_cents = results->cash_without.day[i].balance_cents;
    month->not_yet_earned_cents = results->cash_with.day[i].not_yet_earned_cents;
  }
}

/* Calls of few or many, on one day or ten, on a short line or all day; enough people or none. */
static PlanPhone phones_of(ResultsShape sample) {
  PlanPhone spa = {100000, {50, 30, 20}, 3, 540, 1260, 4500, 2000, 50000, 1, 1, 3, 1800};
  PlanPhone quiet = {50000, {3, 0, 1}, 3, 510, 1020, 4500, 2000, 50000, 3};
  PlanPhone drowned = {100000, {9, 7, 5, 4, 3, 2, 2, 1, 1, 1, 1}, 11, 480, 1320, 6000, 1000, 90000};
  PlanPhone huge = {100000, {9, 8, 7, 6, 5, 4, 3, 2, 1, 1}, 10, 0, 1440, 120000, 120000, 100000};
  PlanPhone short_line = {100000, {1}, 1, 600, 630, 4500, 2000};
  PlanPhone tables = {80000, {5, 5}, 2, 510, 1020, 3000, 500, 20000, 1};
  huge.people = huge.extra_people = 100;
  huge.extra_days = 365;
  huge.extra_cents_per_hour = 1000000;
  return sample == SHAPE_SPA       ? spa
         : sample == SHAPE_QUIET   ? quiet
         : sample == SHAPE_DROWNED ? drowned
         : sample == SHAPE_HUGE    ? huge
         : sample == SHAPE_SHORT   ? short_line
         : sample == SHAPE_TABLES  ? tables
                                   : (PlanPhone){0};
}

static void fill_phones(ResultsShape sample, Plan *plan, Results *results) {
  static const int vouchers[SHAPE_COUNT] = {
      [SHAPE_SPA] = 444,     [SHAPE_QUIET] = 60, [SHAPE_DROWNED] = 1600,
      [SHAPE_HUGE] = 100000, [SHAPE_SHORT] = 1,  [SHAPE_TABLES] = 200,
  };
  plan->phone = phones_of(sample);
  Plan called = *plan;
  called.deal.vouchers_sold = vouchers[sample];
  called.deal.contract_cap = PLAN_NONE;
  phone_compute(&called, &results->phone);
}

static void make_up(ResultsShape sample, Plan *plan, Results *results) {
  Shape shape = shape_of(sample);
  plan->business.fiscal_year_end_month = 12;
  plan->business.cash_floor_cents = 3000 * shape.money;
  plan->deal.sale_date = shape.sale_date;
  plan->deal.price_tax_wording = WORDING_INCLUDED;
  results->has_calendar = sample != SHAPE_NO_CALENDAR;
  results->sale_date = shape.sale_date;
  fill_phones(sample, plan, results);
  fill_waterfall(&shape, &results->voucher.used, true);
  fill_waterfall(&shape, &results->voucher.used_included, true);
  fill_waterfall(&shape, &results->voucher.used_extra, false);
  results->voucher.left_used_cents = results->voucher.used.step_cents[STEP_LEFT];
  results->headline.left_used_cents = results->voucher.left_used_cents;
  if (!results->has_calendar)
    return;
  results->days = results->timetable.days = shape.days;
  results->with.days = results->without.days = shape.days;
  results->timetable.promotion_days = shape.days < 366 ? shape.days : 366;
  results->cash_with.opening_cents = results->cash_without.opening_cents = 12000 * shape.money;
  for (int i = 0; i < shape.days; i++) {
    fill_day(&shape, i, results);
    fill_money(&shape, i, results);
  }
  if (sample == SHAPE_TABLES)
    drop_staff(results);
  sample_load_fill(sample, plan, results);
  fill_balances(results, &results->cash_with);
  fill_balances(results, &results->cash_without);
  gather_weeks(results);
  gather_months(results);
  results->headline.lowest_balance_cents = results->cash_with.lowest_cents;
  results->headline.lowest_balance_date = shape.sale_date + results->cash_with.lowest_day_index;
}

void sample_results_fill(ResultsShape sample, Plan *plan, Results *results) {
  memset(plan, 0, sizeof *plan);
  memset(results, 0, sizeof *results);
  if (sample != SHAPE_EXAMPLE) {
    make_up(sample, plan, results);
    return;
  }
  g_autofree YearScratch *scratch = g_new0(YearScratch, 1);
  plan_example(plan);
  results_compute(plan, results, scratch);
}
