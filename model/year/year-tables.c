/* Room: year. Knows: plan, timetable, curve, pay rules. Must not know: luck, bookings. */
#include "model/year/year-tables.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

#include "model/base/money.h"
#include "model/year/redemption.h"
#include "model/tax/voucher.h"

#define PARTS 4294967296.0 /* 2^32 */
#define MINUTES_AN_HOUR 60
#define HOURS_A_DAY 24
#define DAYS_A_WEEK 7
#define DAYS_A_YEAR 365

static uint32_t threshold_of_share(double share) {
  double parts = floor(share * PARTS);
  if (parts <= 0)
    return 0;
  return parts >= (double)UINT32_MAX ? UINT32_MAX : (uint32_t)parts;
}

/* The last threshold is all that is left. */
static void guide_fill(uint32_t *threshold, int count, uint16_t *guide) {
  assert(count >= 1);
  threshold[count - 1] = UINT32_MAX;
  int i = 0;
  for (uint32_t g = 0; g < GUIDE_MAX; g++) {
    while (g << (32 - GUIDE_BITS) >= threshold[i] && threshold[i] != UINT32_MAX)
      i++;
    guide[g] = (uint16_t)i;
  }
}

/* Geometric 0, 1, 2 … with a mean, at most `most`. */
static void lead_fill(double mean_days, int most_days, Quantiles *lead) {
  double ratio = mean_days / (1 + mean_days);
  double tail = 1;
  lead->count = most_days + 1;
  for (int i = 0; i <= most_days; i++) {
    tail *= ratio;
    lead->threshold[i] = threshold_of_share(1 - tail);
  }
  guide_fill(lead->threshold, lead->count, lead->guide);
}

/* The wanted starts of one service on one weekday: its possible starts, weighted by their hour. */
static void start_fill(const PlanRegulars *regulars, const PlanService *service,
                       const TimetableDay *day, Quantiles *start) {
  uint64_t starts = timetable_service_starts(day, service);
  int64_t weight[SLOTS_MAX] = {0}, whole = 0;
  if (starts == 0)
    starts = 1;
  for (uint64_t rest = starts; rest != 0; rest &= rest - 1) {
    int slot = __builtin_ctzll(rest);
    int hour = (day->opening_minute + slot * SLOT_MINUTES) / MINUTES_AN_HOUR % HOURS_A_DAY;
    weight[slot] = regulars->start_weight_by_hour[hour];
    whole += weight[slot];
  }
  if (whole == 0) /* no weight at any hour it can start: all alike */
    for (uint64_t rest = starts; rest != 0; rest &= rest - 1, whole++)
      weight[__builtin_ctzll(rest)] = 1;
  int64_t sum = 0;
  int last = SLOTS_MAX - 1 - __builtin_clzll(starts);
  for (int slot = 0; slot <= last; slot++) {
    sum += weight[slot];
    start->threshold[slot] = threshold_of_share((double)sum / (double)whole);
  }
  start->count = last + 1;
  guide_fill(start->threshold, start->count, start->guide);
}

static void starts_fill(YearTables *tables, const Plan *plan, const Timetable *timetable) {
  const TimetableDay *seen[DAYS_A_WEEK] = {NULL};
  for (int i = 0; i < timetable->days; i++) {
    const TimetableDay *day = &timetable->day[i];
    int weekday = tables->weekday[i], alike = 0;
    if (!day->open || seen[weekday])
      continue;
    while (alike < DAYS_A_WEEK && !(seen[alike] && seen[alike]->open_slots == day->open_slots &&
                                    seen[alike]->opening_minute == day->opening_minute))
      alike++;
    seen[weekday] = day;
    tables->start_weekday[weekday] =
        alike < DAYS_A_WEEK ? tables->start_weekday[alike] : (int8_t)weekday;
    if (alike < DAYS_A_WEEK)
      continue;
    for (int s = 0; s < plan->services_count; s++)
      start_fill(&plan->regulars, &plan->services[s], day, &tables->start[weekday][s]);
  }
}

/* Mean regulars of each weekday in a month, to the last digit that a plan can tell: thousandths ×
 * per 100 000 × per 100 000. 822 days of REGULARS_MEAN_MAX stay within int64_t. */
static void demand_of_month(const PlanRegulars *regulars, int month, int64_t mean[DAYS_A_WEEK]) {
  const int64_t most = REGULARS_MEAN_MAX * REGULARS_ONE;
  for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++) {
    int64_t of_weekday = (int64_t)regulars->wanted_milli_visits[weekday] *
                         regulars->season_per_100k[month - 1] * regulars->level_per_100k;
    mean[weekday] = of_weekday < most ? of_weekday : most;
  }
}

static void demand_fill(YearTables *tables, const Plan *plan, const Timetable *timetable) {
  int32_t date = plan->deal.sale_date, month_end = DATE_NONE;
  int weekday = date_weekday(date);
  int64_t mean[DAYS_A_WEEK] = {0};
  int month = -1;
  for (int i = 0; i < timetable->days; i++, date++) {
    if (month_end == DATE_NONE || date > month_end) {
      month_end = date_month_end(date);
      demand_of_month(&plan->regulars, date_month(date), mean);
      month++;
    }
    tables->weekday[i] = (int8_t)weekday;
    tables->month[i] = (int8_t)month;
    tables->opening_minute[i] = timetable->day[i].opening_minute;
    tables->regulars_mean[i] = timetable->day[i].open ? mean[weekday] : 0;
    weekday = weekday == DAYS_A_WEEK - 1 ? 0 : weekday + 1;
  }
}

static void wanted_day_fill(YearTables *tables, const Plan *plan, const Timetable *timetable) {
  int days = timetable->promotion_days;
  if (days == 0)
    return;
  redemption_shares_by_day(&plan->deal.curve, days, tables->wanted_share);
  tables->wanted_day.count = days;
  for (int i = 0; i < days; i++)
    tables->wanted_day.threshold[i] = threshold_of_share(tables->wanted_share[i]);
  guide_fill(tables->wanted_day.threshold, days, tables->wanted_day.guide);
}

static void near_slots_fill(YearTables *tables, const PlanRegulars *regulars) {
  int slots = regulars->flexibility_minutes / SLOT_MINUTES;
  for (int slot = 0; slot < SLOTS_MAX; slot++) {
    int begin = slot - slots, end = slot + slots + 1;
    tables->near_slots[slot] =
        slots_range(begin > 0 ? begin : 0, end < SLOTS_MAX ? end : SLOTS_MAX);
  }
}

static YearService service_of_plan(const Plan *plan, int service_index, bool deal) {
  const PlanService *service = &plan->services[service_index];
  YearService result = {
      .people = service->people,
      .staff_needed = service->staff_needed,
      .worked_minutes = service->minutes + service->staff_rest_minutes,
      .room_minutes = service->rooms_needed * (service->minutes + service->room_turnover_minutes),
  };
  result.staff_minutes = service->staff_needed > 0 ? service->staff_needed * result.worked_minutes
                                                   : result.room_minutes;
  if (service->staff_needed > 0) {
    int64_t pay_cents = voucher_visit_pay_cents(plan, service_index, deal);
    result.pay_cents = money_part(pay_cents, 0, service->staff_needed);
    result.pay_last_cents = money_part(pay_cents, service->staff_needed - 1, service->staff_needed);
  }
  return result;
}

static void mix_fill(ServiceMix *mix, const Plan *plan) {
  int32_t sum = 0;
  mix->count = plan->services_count;
  for (int i = 0; i < plan->services_count; i++) {
    sum += plan->regulars.service_mix_per_100k[i];
    mix->end_per_100k[i] = sum;
    mix->end[i] = (((uint64_t)(uint32_t)sum << 32) + 99999) / 100000;
  }
}

void year_tables_fill(YearTables *tables, const Plan *plan, const Timetable *timetable,
                      int32_t vouchers_sold) {
  tables->days = timetable->days;
  demand_fill(tables, plan, timetable);
  mix_fill(&tables->mix, plan);
  starts_fill(tables, plan, timetable);
  near_slots_fill(tables, &plan->regulars);
  lead_fill(plan->regulars.lead_mean_milli_days / 1000.0, LEAD_DAYS_MAX, &tables->regular_lead);
  for (int i = 0; i < plan->services_count; i++)
    tables->service[i] = service_of_plan(plan, i, false);
  const PlanDeal *deal = &plan->deal;
  tables->deal = service_of_plan(plan, deal->service_index, true);
  tables->vouchers_used = vouchers_sold * (deal->used_per_100k / 100000.0);
  if (vouchers_sold > 0) {
    lead_fill(deal->lead_mean_milli_days / 1000.0 - 1, LEAD_DAYS_MAX - 1, &tables->deal_lead);
    wanted_day_fill(tables, plan, timetable);
  }
  int32_t visits_milli = plan->clients.return_visits_per_year_milli;
  tables->return_gap_mean_days = visits_milli > 0 ? DAYS_A_YEAR * 1000.0 / visits_milli : 0;
}
