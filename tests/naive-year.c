/* See naive-year.h. */
#include "tests/naive-year.h"

#include <string.h>

#include "model/base/money.h"
#include "model/tax/voucher.h"
#include "tests/naive-calls.h"

static YearDay *answer_day(NaiveWorld *world, int day) {
  return &world->answer->day[day];
}

/* --- what a visit counts for ---------------------------------------------------------------- */

static void pay_people(NaiveWorld *world, const NaiveCall *call, int day, uint32_t staff) {
  const PlanService *service = naive_service(world, call->service_index);
  Year *year = world->answer;
  int period = day / PAY_PERIOD_DAYS, paid = 0;
  int64_t pay_cents =
      voucher_visit_pay_cents(world->plan, call->service_index, call->kind == VISIT_DEAL);
  for (int person = 0; person < STAFF_MAX; person++)
    if (staff >> person & 1) {
      year->staff_visit_pay_cents[period][person] +=
          money_part(pay_cents, paid++, service->staff_needed);
      year->staff_worked_minutes[period][person] += service->minutes + service->staff_rest_minutes;
    }
}

/* Staff-time; the rooms' where no staff is needed. */
static int visit_minutes(const PlanService *service) {
  if (service->staff_needed == 0)
    return (service->minutes + service->room_turnover_minutes) * service->rooms_needed;
  return (service->minutes + service->staff_rest_minutes) * service->staff_needed;
}

static void book(NaiveWorld *world, const NaiveCall *call, int day, const NaivePlace *place,
                 bool no_show) {
  const PlanService *service = naive_service(world, call->service_index);
  YearDay *counts = answer_day(world, day);
  YearVisit visit = {.day = (int16_t)day,
                     .start_slot = (int16_t)place->slot,
                     .kind = (uint8_t)call->kind,
                     .service_index = (uint8_t)call->service_index,
                     .no_show = no_show,
                     .wanted_day = (int16_t)call->wanted_day,
                     .item = call->item,
                     .rooms = place->rooms,
                     .staff = place->staff};
  g_array_append_val(world->visits, visit);
  counts->staff_minutes[call->kind] += visit_minutes(service);
  counts->room_minutes +=
      (service->minutes + service->room_turnover_minutes) * service->rooms_needed;
  pay_people(world, call, day, place->staff);
  if (no_show)
    return;
  counts->visits[call->kind]++;
  counts->people[call->kind] += service->people;
}

/* --- full-price requests ---------------------------------------------------------------------- */

/* Perhaps: a regular refused on her wanted day. */
static void leaves_for_good(NaiveWorld *world, int day, uint32_t item) {
  if (naive_luck_yes(&world->luck, LUCK_LEAVE_FOR_GOOD, item, 0,
                     world->plan->regulars.leave_for_good_per_100k)) {
    answer_day(world, day)->leave_for_good++;
    world->answer->regulars_left_for_good++;
  }
}

static void refuse(NaiveWorld *world, const NaiveCall *call) {
  Year *year = world->answer;
  NaiveRefusal refusal = {call->kind, call->wanted_day, call->wanted_minute, call->service_index};
  g_array_append_val(world->refusals, refusal);
  answer_day(world, call->wanted_day)->refused[call->kind]++;
  if (call->kind == VISIT_RETURNING) {
    year->returns_refused++;
    return;
  }
  year->regulars_refused++;
  if (world->luck.stream != NULL)
    leaves_for_good(world, call->wanted_day, call->item);
}

/* The day given, −1 when refused. */
static int find_full_price_place(NaiveWorld *world, const NaiveCall *call, NaivePlace *place) {
  const PlanRegulars *regulars = &world->plan->regulars;
  if (!naive_has_calendar(world)) {
    const PlanService *service = naive_service(world, call->service_index);
    *place = (NaivePlace){.staff = (uint32_t)((UINT64_C(1) << service->staff_needed) - 1)};
    return call->wanted_day;
  }
  int patience = world->fault == NAIVE_YEAR_FORGETS_PATIENCE ? 0 : regulars->patience_open_days;
  int flexibility =
      world->fault == NAIVE_YEAR_FORGETS_FLEXIBILITY ? 0 : regulars->flexibility_minutes;
  int day = call->wanted_day;
  for (int tries = 0; tries <= patience && day < world->days.days_count; tries++) {
    if (naive_days_place(&world->days, day, naive_service(world, call->service_index),
                         call->wanted_minute, call->wanted_minute - flexibility,
                         call->wanted_minute + flexibility, place))
      return day;
    day = naive_days_next_open(&world->days, day + 1);
  }
  return -1;
}

static void handle_full_price(NaiveWorld *world, const NaiveCall *call) {
  Year *year = world->answer;
  NaivePlace place;
  if (call->kind == VISIT_REGULAR && world->replacements > 0) {
    world->replacements--;
    year->replaced++;
    answer_day(world, call->wanted_day)->replaced++;
    return;
  }
  int day = find_full_price_place(world, call, &place);
  if (day < 0) {
    refuse(world, call);
  } else {
    book(world, call, day, &place, false);
    answer_day(world, day)->service_visits[call->kind][call->service_index]++;
    *(call->kind == VISIT_REGULAR ? &year->regulars_served : &year->returns_served) += 1;
  }
  if (call->kind == VISIT_REGULAR)
    return;
  year->returns_wanted++;
  if (day >= 0 && g_hash_table_add(world->returned, GUINT_TO_POINTER(call->item))) {
    answer_day(world, day)->incentives++;
    answer_day(world, day)->incentive_service_visits[call->service_index]++;
  }
  bool from_given = world->fault == NAIVE_YEAR_RETURNS_FROM_GIVEN && day >= 0;
  naive_call_return(world, call->item, call->k + 1, from_given ? day : call->wanted_day);
}

/* --- deal requests ---------------------------------------------------------------------------- */

static bool deal_day_is_allowed(const NaiveWorld *world, int day) {
  const PlanDeal *deal = &world->plan->deal;
  int weekday = naive_days_weekday(&world->days, day);
  if (!naive_days_is_open(&world->days, day) || !deal->allowed_weekdays[weekday])
    return false;
  for (int i = 0; i < deal->blackout_dates_count; i++)
    if (deal->blackout_dates[i] == deal->sale_date + day &&
        world->fault != NAIVE_YEAR_FORGETS_BLACKOUTS)
      return false;
  if (deal->weekday_quota[weekday] != PLAN_NONE && world->fault != NAIVE_YEAR_FORGETS_QUOTA &&
      world->deal_bookings[day] >= deal->weekday_quota[weekday])
    return false;
  if (deal->daily_limit_per_100k == PLAN_NONE || world->fault == NAIVE_YEAR_FORGETS_DAILY_LIMIT)
    return true;
  const PlanService *service = naive_service(world, deal->service_index);
  int64_t minutes = world->deal_minutes[day] + visit_minutes(service);
  int64_t there = service->staff_needed > 0 ? naive_days_shift_minutes(&world->days, day)
                                            : naive_days_room_minutes(&world->days, day);
  return minutes * 100000 <= deal->daily_limit_per_100k * there;
}

/* The day given, −1 when the stretch is full. */
static int find_deal_place(NaiveWorld *world, const NaiveCall *call, NaivePlace *place) {
  const PlanDeal *deal = &world->plan->deal;
  const PlanService *service = naive_service(world, deal->service_index);
  if (!naive_has_calendar(world)) {
    *place = (NaivePlace){.staff = (uint32_t)((UINT64_C(1) << service->staff_needed) - 1)};
    return call->wanted_day;
  }
  bool any_hour = world->fault == NAIVE_YEAR_FORGETS_DEAL_HOURS;
  int first_minute = any_hour ? 0 : deal->allowed_begin_minute;
  int last_minute = any_hour ? 2880 : deal->allowed_end_minute - service->minutes;
  int usable_days = world->promotion_days - (world->fault == NAIVE_YEAR_ENDS_EARLY);
  int last_day = MIN(call->wanted_day + deal->patience_days, usable_days - 1);
  for (int day = MAX(call->wanted_day, call->call_day + 1); day <= last_day; day++)
    if (deal_day_is_allowed(world, day) &&
        naive_days_place(&world->days, day, service, call->wanted_minute, first_minute, last_minute,
                         place))
      return day;
  return -1;
}

/* The same visit again. */
static void call_again(NaiveWorld *world, const NaiveCall *call, int call_day, int wanted_day) {
  NaiveCall again = *call;
  again.call_day = call_day;
  again.wanted_day = wanted_day;
  again.round = call_day == call->call_day ? call->round : 0; /* still on the phone */
  int first_day = naive_has_calendar(world) ? MAX(wanted_day, call_day + 1) : wanted_day;
  if (first_day >= world->promotion_days || world->fault == NAIVE_YEAR_GIVES_UP)
    naive_voucher_ends_unserved(world, call->item);
  else
    g_array_append_val(world->calls, again);
}

static void voucher_is_forfeited(NaiveWorld *world, uint32_t item, int day) {
  const NaiveVoucher *voucher = &world->vouchers[item];
  answer_day(world, day)->deal_forfeited_visits +=
      world->plan->deal.visits_per_voucher - voucher->given;
  world->answer->vouchers_forfeited++;
  world->answer->vouchers_served += voucher->given == 0;
}

static void people_return(NaiveWorld *world, uint32_t item, int day) {
  uint32_t returners = world->vouchers[item].returners;
  for (uint32_t number = 0; number < returners; number++)
    naive_call_return(world, item * 128 + number, 0, day);
  world->answer->people_returning += (int32_t)returners;
  world->answer->new_clients_people +=
      naive_service(world, world->plan->deal.service_index)->people;
}

static void deal_first_visit(NaiveWorld *world, const NaiveCall *call, int day) {
  Year *year = world->answer;
  const NaiveVoucher *voucher = &world->vouchers[call->item];
  year->vouchers_served++;
  if (voucher->existing)
    answer_day(world, day)->deal_existing++;
  if (!voucher->existing || world->fault == NAIVE_YEAR_EXISTING_RETURN)
    people_return(world, call->item, day);
}

static void deal_visit_is_given(NaiveWorld *world, const NaiveCall *call, int day) {
  const PlanDeal *deal = &world->plan->deal;
  NaiveVoucher *voucher = &world->vouchers[call->item];
  if (voucher->given == 0)
    deal_first_visit(world, call, day);
  voucher->given++;
  if (voucher->given == deal->visits_per_voucher) {
    answer_day(world, day)->deal_last++;
    return;
  }
  bool from_wanted = world->fault == NAIVE_YEAR_GAP_FROM_WANTED;
  if (!naive_call_deal_visit(world, call->item,
                             (from_wanted ? voucher->wanted_day : day) + deal->gap_days, day))
    naive_voucher_ends_unserved(world, call->item);
}

static void handle_deal(NaiveWorld *world, const NaiveCall *call) {
  const PlanDeal *deal = &world->plan->deal;
  NaiveVoucher *voucher = &world->vouchers[call->item];
  NaivePlace place;
  int day = find_deal_place(world, call, &place);
  if (day < 0) {
    int last_day = call->wanted_day + deal->patience_days;
    int call_day = last_day + (world->fault == NAIVE_YEAR_CALLS_BACK_LATE);
    call_again(world, call, call_day, call_day + 1);
    return;
  }
  world->deal_bookings[day]++;
  world->deal_minutes[day] += visit_minutes(naive_service(world, deal->service_index));
  bool from_call = world->fault == NAIVE_YEAR_WAITS_FROM_CALL;
  if (!voucher->place_found)
    world->answer
        ->wait_histogram[day - (from_call ? call->wanted_day : voucher->first_wanted_day)]++;
  voucher->place_found = true;
  book(world, call, day, &place, voucher->no_show);
  if (voucher->existing && world->fault != NAIVE_YEAR_FORGETS_REPLACED)
    world->replacements++;
  if (!voucher->no_show) {
    deal_visit_is_given(world, call, day);
    return;
  }
  answer_day(world, day)->deal_no_shows++;
  if (deal->no_show_rule == NO_SHOW_REBOOK || world->fault == NAIVE_YEAR_NO_SHOW_KEEPS) {
    if (day + 1 < world->promotion_days) /* she still calls, perhaps in vain */
      naive_draw_no_show(world, call->item);
    call_again(world, call, day + 1, day + 1);
  } else {
    voucher_is_forfeited(world, call->item, day);
  }
}

/* --- the year --------------------------------------------------------------------------------- */

static bool comes_before(const NaiveWorld *world, const NaiveCall *call, const NaiveCall *other) {
  if (call->call_day != other->call_day)
    return call->call_day < other->call_day;
  if (world->fault == NAIVE_YEAR_ORDER_BY_KIND && call->kind != other->kind)
    return call->kind < other->kind;
  return call->round != other->round ? call->round < other->round : call->order < other->order;
}

/* The next call of all that were not handled, −1 when none is left. */
static int next_call(const NaiveWorld *world) {
  int next = -1;
  for (guint i = 0; i < world->calls->len; i++) {
    const NaiveCall *call = &g_array_index(world->calls, NaiveCall, i);
    if (!call->handled &&
        (next < 0 || comes_before(world, call, &g_array_index(world->calls, NaiveCall, next))))
      next = (int)i;
  }
  return next;
}

static void handle_calls(NaiveWorld *world) {
  int next;
  while ((next = next_call(world)) >= 0) {
    NaiveCall call = g_array_index(world->calls, NaiveCall, next);
    g_array_index(world->calls, NaiveCall, next).handled = true;
    world->call_day = call.call_day;
    world->round = call.round;
    if (call.kind == VISIT_DEAL)
      handle_deal(world, &call);
    else
      handle_full_price(world, &call);
  }
}

/* The shortest wait that at least so many per 100 had at most. */
static int wait_of_share(const Year *year, int per_100) {
  int64_t all = 0, so_far = 0;
  for (int days = 0; days < HORIZON_DAYS_MAX; days++)
    all += year->wait_histogram[days];
  for (int days = 0; days < HORIZON_DAYS_MAX && all > 0; days++) {
    so_far += year->wait_histogram[days];
    if (so_far * 100 >= all * per_100)
      return days;
  }
  return 0;
}

/* Deal visits buy extras in turn, day after day. */
static void count_extras(NaiveWorld *world) {
  int64_t visits = 0, share = world->plan->clients.extras_share_per_100k;
  for (int day = 0; day < world->days.days_count; day++) {
    YearDay *counts = answer_day(world, day);
    int64_t before = (visits * share * 2 + 100000) / 200000;
    visits += counts->visits[VISIT_DEAL];
    counts->extras = (int32_t)((visits * share * 2 + 100000) / 200000 - before);
  }
}

static void sum_up(NaiveWorld *world) {
  Year *year = world->answer;
  count_extras(world);
  /* Without luck they leave in turn by wanted day, which is known only now. */
  for (int day = 0; world->luck.stream == NULL && day < year->days; day++)
    for (int i = 0; i < year->day[day].refused[VISIT_REGULAR]; i++)
      leaves_for_good(world, day, 0);
  year->wait_p50_days = wait_of_share(year, 50);
  year->wait_p95_days = wait_of_share(year, 95);
  year->wait_max_days = wait_of_share(year, 100);
  for (int week = 0; week * 7 < year->days; week++) {
    int visits = 0;
    for (int day = week * 7; day < MIN(week * 7 + 7, year->days); day++)
      visits += year->day[day].visits[VISIT_DEAL];
    if (visits > year->busiest_deal_week_visits) {
      year->busiest_deal_week_visits = visits;
      year->busiest_deal_week_index = week;
    }
  }
}

NaiveYear *naive_year_new(void) {
  NaiveYear *naive = g_new0(NaiveYear, 1);
  naive->visits = g_array_new(FALSE, FALSE, sizeof(YearVisit));
  naive->refusals = g_array_new(FALSE, FALSE, sizeof(NaiveRefusal));
  return naive;
}

void naive_year_free(NaiveYear *naive) {
  g_array_unref(naive->visits);
  g_array_unref(naive->refusals);
  g_free(naive);
}

void naive_year_compute(NaiveYear *naive, const Plan *plan, bool with_deal,
                        const RandomStream *stream, NaiveYearFault fault) {
  NaiveWorld *world = g_new0(NaiveWorld, 1);
  memset(&naive->year, 0, sizeof naive->year);
  g_array_set_size(naive->visits, 0);
  g_array_set_size(naive->refusals, 0);
  world->plan = plan;
  naive_luck_init(&world->luck, stream);
  world->fault = fault;
  naive_days_init(&world->days, plan, fault);
  world->answer = &naive->year;
  world->visits = naive->visits;
  world->refusals = naive->refusals;
  world->calls = g_array_new(FALSE, FALSE, sizeof(NaiveCall));
  world->vouchers = g_new0(NaiveVoucher, plan->deal.vouchers_sold + 1);
  world->promotion_days = plan->deal.promotion_end_date - plan->deal.sale_date + 1;
  world->call_day = -1;
  world->returned = g_hash_table_new(NULL, NULL);
  naive->year.days = world->days.days_count;
  if (naive_has_calendar(world))
    naive_call_regulars(world);
  if (with_deal)
    naive_call_vouchers(world);
  handle_calls(world);
  sum_up(world);
  g_array_unref(world->calls);
  g_hash_table_unref(world->returned);
  g_free(world->vouchers);
  g_free(world);
}
