/* See naive-calls.h. */
#include "tests/naive-calls.h"

#include <math.h>

const PlanService *naive_service(const NaiveWorld *world, int service_index) {
  return &world->plan->services[service_index];
}

bool naive_has_calendar(const NaiveWorld *world) {
  return world->plan->rooms_count > 0;
}

static void add_call(NaiveWorld *world, NaiveCall call) {
  bool arises_today = call.call_day == world->call_day;
  call.round = arises_today ? world->round + 1 : 0;
  g_array_append_val(world->calls, call);
}

/* The wanted start: by the hours' weights among the starts of an empty day. */
static int draw_start(NaiveWorld *world, VisitKind kind, int day, int service_index, uint32_t item,
                      uint32_t k) {
  int minutes[SLOTS_MAX];
  int32_t weights[SLOTS_MAX];
  int count = 0;
  if (!naive_has_calendar(world))
    return 0;
  for (int slot = 0; slot < SLOTS_MAX; slot++)
    if (naive_days_is_start(&world->days, day, naive_service(world, service_index), slot)) {
      minutes[count] = naive_days_minute(&world->days, day, slot);
      weights[count] = world->plan->regulars.start_weight_by_hour[minutes[count] / 60 % 24];
      count++;
    }
  int index = naive_luck_start(&world->luck, kind, naive_days_weekday(&world->days, day),
                               service_index, item, k, weights, count);
  return count > 0 ? minutes[index] : naive_days_minute(&world->days, day, 0);
}

static int draw_service(NaiveWorld *world, LuckPurpose purpose, uint32_t item, uint32_t k) {
  const PlanRegulars *regulars = &world->plan->regulars;
  return naive_luck_choice(&world->luck, purpose, item, k, regulars->service_mix_per_100k,
                           regulars->service_mix_per_100k_count);
}

/* --- regulars ----------------------------------------------------------------------------- */

/* Mean × 10^13, a whole number. */
static __int128 regulars_mean(const NaiveWorld *world, int day) {
  const PlanRegulars *regulars = &world->plan->regulars;
  int32_t date = world->plan->deal.sale_date + day;
  return (__int128)regulars->wanted_milli_visits[date_weekday(date)] *
         regulars->season_per_100k[date_month(date) - 1] * regulars->level_per_100k;
}

/* Visits expected so far, to the nearest one. */
static int whole_visits(const NaiveWorld *world, __int128 expected) {
  const __int128 one = 10000000000000;
  return (int)((expected * 2 + (world->fault == NAIVE_YEAR_ROUNDS_DOWN ? 0 : one)) / (one * 2));
}

static int regulars_of_day(const NaiveWorld *world, int day, __int128 *expected) {
  int before = whole_visits(world, *expected);
  *expected += regulars_mean(world, day);
  if (world->luck.stream == NULL)
    return whole_visits(world, *expected) - before;
  double u = random_unit(world->luck.stream, LUCK_REGULAR_DEMAND, (uint32_t)day, 0);
  return quantile_poisson((double)regulars_mean(world, day) / 1e13, u);
}

void naive_call_regulars(NaiveWorld *world) {
  __int128 expected = 0;
  double lead = world->plan->regulars.lead_mean_milli_days / 1000.0;
  for (int day = 0; day < world->days.days_count; day++) {
    if (!naive_days_is_open(&world->days, day))
      continue;
    int count = regulars_of_day(world, day, &expected);
    for (int i = 0; i < count; i++) {
      uint32_t item = (uint32_t)(day * 2048 + i);
      NaiveCall call = {.kind = VISIT_REGULAR, .wanted_day = day, .item = item};
      int lead_days = naive_luck_geometric(&world->luck, LUCK_REGULAR_LEAD, item, 0, lead, 60);
      call.call_day = MAX(day - lead_days, 0);
      call.service_index = draw_service(world, LUCK_REGULAR_SERVICE, item, 0);
      call.wanted_minute = draw_start(world, VISIT_REGULAR, day, call.service_index, item, 0);
      call.order = naive_luck_order(&world->luck, LUCK_REGULAR_ORDER, item, 0);
      add_call(world, call);
    }
    world->answer->regulars_wanted += count;
  }
}

/* --- vouchers ----------------------------------------------------------------------------- */

/* domain §8, t and T in weeks. */
static double share_wanted(const RedemptionCurve *curve, double t, double T) {
  double a = curve->a_milli_weeks / 1000.0, b = curve->b_milli_weeks / 1000.0;
  double first = expm1(-t / a) / expm1(-T / a);
  double last = (exp(-(T - t) / b) - exp(-T / b)) / -expm1(-T / b);
  return (curve->w1_per_100k * first + curve->w2_per_100k * (t / T) + curve->w3_per_100k * last) /
         100000.0;
}

static double share_by_end_of(const NaiveWorld *world, int day) {
  if (day >= world->promotion_days - 1)
    return 1;
  return share_wanted(&world->plan->deal.curve, (day + 1) / 7.0, world->promotion_days / 7.0);
}

void naive_draw_no_show(NaiveWorld *world, uint32_t item) {
  NaiveVoucher *voucher = &world->vouchers[item];
  voucher->no_show = naive_luck_yes(&world->luck, LUCK_NO_SHOW, item, voucher->bookings++,
                                    world->plan->deal.no_show_per_100k);
}

bool naive_call_deal_visit(NaiveWorld *world, uint32_t item, int day, int earliest_call_day) {
  const PlanDeal *deal = &world->plan->deal;
  NaiveVoucher *voucher = &world->vouchers[item];
  if (naive_has_calendar(world))
    day = naive_days_next_open(&world->days, day);
  if (day >= world->promotion_days)
    return false;
  uint32_t k = (uint32_t)voucher->given;
  double lead_beyond_first = (deal->lead_mean_milli_days - 1000) / 1000.0;
  int lead_days =
      1 + naive_luck_geometric(&world->luck, LUCK_DEAL_LEAD, item, k, lead_beyond_first, 59);
  NaiveCall call = {.kind = VISIT_DEAL, .item = item, .service_index = deal->service_index};
  call.call_day = MAX(day - lead_days, earliest_call_day);
  call.wanted_day = day;
  call.wanted_minute = draw_start(world, VISIT_DEAL, day, deal->service_index, item, k);
  call.order = naive_luck_order(&world->luck, LUCK_DEAL_ORDER, item, k);
  if (voucher->given > 0)
    naive_draw_no_show(world, item);
  voucher->wanted_day = day;
  if (voucher->given == 0)
    voucher->first_wanted_day = day;
  add_call(world, call);
  return true;
}

void naive_voucher_ends_unserved(NaiveWorld *world, uint32_t item) {
  const NaiveVoucher *voucher = &world->vouchers[item];
  if (voucher->given == 0)
    world->answer->vouchers_unserved++;
  else
    world->answer->visits_owed += world->plan->deal.visits_per_voucher - voucher->given;
}

static void draw_returners(NaiveWorld *world, uint32_t item) {
  const Plan *plan = world->plan;
  NaiveVoucher *voucher = &world->vouchers[item];
  for (int person = 0; person < naive_service(world, plan->deal.service_index)->people; person++)
    voucher->returners += naive_luck_yes(&world->luck, LUCK_RETURN, item, (uint32_t)person,
                                         plan->clients.return_per_100k);
}

static void voucher_wanted(NaiveWorld *world, uint32_t item, int day) {
  world->answer->vouchers_wanted++;
  world->vouchers[item].existing =
      naive_luck_yes(&world->luck, LUCK_EXISTING, item, 0, world->plan->clients.existing_per_100k);
  naive_draw_no_show(world, item);
  if (!world->vouchers[item].existing || world->fault == NAIVE_YEAR_EXISTING_RETURN)
    draw_returners(world, item);
  if (!naive_call_deal_visit(world, item, day, 0))
    naive_voucher_ends_unserved(world, item);
}

void naive_call_vouchers(NaiveWorld *world) {
  const PlanDeal *deal = &world->plan->deal;
  int32_t sold = deal->vouchers_sold;
  if (deal->contract_cap != PLAN_NONE)
    sold = MIN(sold, deal->contract_cap);
  world->answer->vouchers_sold = sold;
  for (uint32_t item = 0; world->luck.stream != NULL && item < (uint32_t)sold; item++) {
    if (!naive_luck_yes(&world->luck, LUCK_USED, item, 0, deal->used_per_100k))
      continue;
    double u = naive_luck_number(&world->luck, LUCK_WANTED_DAY, item, 0) / 4294967296.0;
    int day = 0;
    while (share_by_end_of(world, day) <= u)
      day++;
    voucher_wanted(world, item, day);
  }
  uint32_t item = 0;
  for (int day = 0; world->luck.stream == NULL && day < world->promotion_days; day++) {
    double expected = sold * (deal->used_per_100k / 100000.0) * share_by_end_of(world, day);
    while (item < (uint32_t)floor(expected + 0.5))
      voucher_wanted(world, item++, day);
  }
}

/* --- returning ---------------------------------------------------------------------------- */

void naive_call_return(NaiveWorld *world, uint32_t item, int k, int after_day) {
  const Plan *plan = world->plan;
  uint32_t number = (uint32_t)k;
  if (plan->clients.return_visits_per_year_milli == 0)
    return;
  double mean = 365000.0 / plan->clients.return_visits_per_year_milli;
  double gap = floor(naive_luck_exponential(&world->luck, LUCK_RETURN_GAP, item, number, mean));
  if (gap >= world->days.days_count)
    return;
  int day = after_day + MAX(1, (int)gap);
  if (naive_has_calendar(world))
    day = naive_days_next_open(&world->days, day);
  if (day >= world->days.days_count)
    return;
  NaiveCall call = {.kind = VISIT_RETURNING, .item = item, .k = k, .wanted_day = day};
  int lead_days = naive_luck_geometric(&world->luck, LUCK_RETURN_LEAD, item, number,
                                       plan->regulars.lead_mean_milli_days / 1000.0, 60);
  bool unknown = world->fault == NAIVE_YEAR_RETURNS_UNKNOWN;
  call.call_day = MAX(day - lead_days, after_day + (unknown ? 0 : 1));
  call.service_index = draw_service(world, LUCK_RETURN_SERVICE, item, number);
  call.wanted_minute = draw_start(world, VISIT_RETURNING, day, call.service_index, item, number);
  call.order = naive_luck_order(&world->luck, LUCK_RETURN_ORDER, item, number);
  add_call(world, call);
}
