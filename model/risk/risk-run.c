/* Room: risk. One run: both years of a drawn plan under the same luck, in money, and what is kept
 * of them. Knows: year, results. Must not know: how many runs there are. */
#include "model/risk/risk-private.h"

#include <assert.h>

#include "model/base/money.h"
#include "model/results/accounts.h"

static const char *const quantity_names[RISK_QUANTITY_COUNT] = {
    [RISK_RESULT_CENTS] = "result_cents",
    [RISK_LOWEST_CENTS] = "lowest_cents",
    [RISK_LOWEST_WITHOUT_CENTS] = "lowest_without_cents",
    [RISK_LOWEST_DAY] = "lowest_day_index",
    [RISK_CLOSING_CENTS] = "closing_cents",
    [RISK_COST_PER_CLIENT_CENTS] = "cost_per_client_kept_cents",
    [RISK_SOLD] = "sold_count",
    [RISK_USED] = "used_count",
    [RISK_SERVED] = "served_count",
    [RISK_UNSERVED] = "unserved_count",
    [RISK_REGULARS_WANTED] = "regulars_wanted_count",
    [RISK_REGULARS_SERVED] = "regulars_served_count",
    [RISK_REFUSED] = "refused_count",
    [RISK_REFUSED_WITHOUT] = "refused_without_count",
    [RISK_REFUSED_EXTRA] = "refused_extra_count",
    [RISK_REFUSED_EXTRA_PER_100K] = "refused_extra_per_100k",
    [RISK_RETURN_VISITS] = "return_visits_count",
    [RISK_REPLACED] = "replaced_count",
    [RISK_PEOPLE_RETURNING] = "people_returning_count",
    [RISK_LEFT_FOR_GOOD] = "left_for_good_count",
    [RISK_WAIT_P50_DAYS] = "wait_p50_days",
    [RISK_WAIT_P95_DAYS] = "wait_p95_days",
    [RISK_WAIT_MAX_DAYS] = "wait_max_days",
    [RISK_WITHIN_WAIT_PER_100K] = "within_wait_per_100k",
    [RISK_WEEKLY_SHARE_PER_100K] = "weekly_share_per_100k",
    [RISK_BUSIEST_DEAL_WEEK] = "busiest_deal_week_count",
    [RISK_BUSIEST_LOAD_PER_100K] = "busiest_load_per_100k",
    [RISK_IDLE_FILLED_PER_100K] = "idle_filled_per_100k",
};

const char *risk_quantity_name(RiskQuantity quantity) {
  assert(quantity < RISK_QUANTITY_COUNT);
  return quantity_names[quantity];
}

const char *risk_quantity_unit(RiskQuantity quantity) {
  switch ((int)quantity) {
  case RISK_RESULT_CENTS:
  case RISK_LOWEST_CENTS:
  case RISK_LOWEST_WITHOUT_CENTS:
  case RISK_CLOSING_CENTS:
  case RISK_COST_PER_CLIENT_CENTS:
    return "cents";
  case RISK_LOWEST_DAY:
  case RISK_WAIT_P50_DAYS:
  case RISK_WAIT_P95_DAYS:
  case RISK_WAIT_MAX_DAYS:
    return "days";
  case RISK_REFUSED_EXTRA_PER_100K:
  case RISK_WITHIN_WAIT_PER_100K:
  case RISK_WEEKLY_SHARE_PER_100K:
  case RISK_BUSIEST_LOAD_PER_100K:
  case RISK_IDLE_FILLED_PER_100K:
    return "per_100k";
  default:
    return "count";
  }
}

/* --- how full the place is ----------------------------------------------------------------- */

static int32_t booked_minutes(const YearDay *day) {
  return day->staff_minutes[VISIT_REGULAR] + day->staff_minutes[VISIT_RETURNING] +
         day->staff_minutes[VISIT_DEAL];
}

/* Where no service needs staff, the time of a visit is its rooms', and so is what there is of it.
 */
static bool staff_is_needed(const Plan *plan) {
  for (int i = 0; i < plan->services_count; i++)
    if (plan->services[i].staff_needed > 0)
      return true;
  return false;
}

static int32_t capacity_minutes(bool by_staff, const TimetableDay *day) {
  return by_staff ? day->shift_minutes
                  : __builtin_popcountll(day->room_slots) * __builtin_popcountll(day->open_slots) *
                        SLOT_MINUTES;
}

static int64_t per_100k(int64_t part, int64_t whole) {
  return whole <= 0 ? 0 : money_scale_half_up(part, RATE_ONE_PER_100K, whole);
}

static int64_t booked_minutes_of_year(const Year *year) {
  int64_t minutes = 0;
  for (int i = 0; i < year->days; i++)
    minutes += booked_minutes(&year->day[i]);
  return minutes;
}

/* Booked minutes and refusals week by week, the fullest week, and the idle time filled. */
static void loads_fill(const YearPair *years, int64_t without_minutes, RiskRun *out) {
  const Timetable *timetable = years->timetable;
  bool by_staff = staff_is_needed(years->plan);
  int64_t with_minutes = 0, there_minutes = 0;
  int64_t highest_per_100k = 0;
  for (int begin = 0, week = 0; begin < timetable->days; begin += DAYS_A_WEEK, week++) {
    int32_t booked = 0, there = 0, refused = 0;
    for (int i = begin; i < begin + DAYS_A_WEEK && i < timetable->days; i++) {
      const YearDay *day = &years->with->day[i];
      booked += booked_minutes(day);
      refused += day->refused[VISIT_REGULAR] + day->refused[VISIT_RETURNING];
      there += capacity_minutes(by_staff, &timetable->day[i]);
    }
    with_minutes += booked;
    there_minutes += there;
    int64_t load_per_100k = per_100k(booked, there);
    highest_per_100k = load_per_100k > highest_per_100k ? load_per_100k : highest_per_100k;
    out->week_staff_minutes[week] = booked;
    out->week_refused[week] = (int16_t)(refused < INT16_MAX ? refused : INT16_MAX);
  }
  bool has_calendar = years->plan->rooms_count > 0;
  out->value[RISK_BUSIEST_LOAD_PER_100K] = has_calendar ? highest_per_100k : 0;
  out->value[RISK_IDLE_FILLED_PER_100K] =
      has_calendar ? per_100k(with_minutes - without_minutes, there_minutes - without_minutes) : 0;
}

/* --- what is kept of a run ----------------------------------------------------------------- */

static void counts_fill(const Year *with, const RiskWithout *without, int64_t *value) {
  value[RISK_SOLD] = with->vouchers_sold;
  value[RISK_USED] = with->vouchers_wanted;
  value[RISK_SERVED] = with->vouchers_served;
  value[RISK_UNSERVED] = with->vouchers_unserved;
  value[RISK_REGULARS_WANTED] = with->regulars_wanted;
  value[RISK_REGULARS_SERVED] = with->regulars_served;
  value[RISK_REFUSED] = (int64_t)with->regulars_refused + with->returns_refused;
  value[RISK_REFUSED_WITHOUT] = without->refused;
  value[RISK_REFUSED_EXTRA] = value[RISK_REFUSED] - value[RISK_REFUSED_WITHOUT];
  value[RISK_RETURN_VISITS] = with->returns_served;
  value[RISK_REPLACED] = with->replaced;
  value[RISK_PEOPLE_RETURNING] = with->people_returning;
  value[RISK_LEFT_FOR_GOOD] = (int64_t)with->regulars_left_for_good - without->left_for_good;
  value[RISK_WAIT_P50_DAYS] = with->wait_p50_days;
  value[RISK_WAIT_P95_DAYS] = with->wait_p95_days;
  value[RISK_WAIT_MAX_DAYS] = with->wait_max_days;
  value[RISK_BUSIEST_DEAL_WEEK] = with->busiest_deal_week_visits;
}

static void conditions_fill(const YearPair *years, const VerdictMoney *money, RiskRun *out) {
  Verdict verdict;
  verdict_fill(years->plan, years->with, years->without, money, &verdict);
  out->applies = out->broken = 0;
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const ConditionResult *condition = &verdict.condition[i];
    if (!condition->applies)
      continue;
    out->applies |= (uint16_t)(1u << i);
    out->broken |= (uint16_t)((condition->holds ? 0u : 1u) << i);
  }
  out->value[RISK_REFUSED_EXTRA_PER_100K] = verdict.condition[CONDITION_REFUSED].value;
  out->value[RISK_WITHIN_WAIT_PER_100K] = verdict.condition[CONDITION_WAIT].value;
  out->value[RISK_WEEKLY_SHARE_PER_100K] = verdict.condition[CONDITION_WEEKLY_SHARE].value;
}

static void bank_keep(const Cash *cash, RiskRun *out) {
  out->value[RISK_LOWEST_CENTS] = cash->lowest_cents;
  out->value[RISK_LOWEST_DAY] = cash->lowest_day_index;
  out->value[RISK_CLOSING_CENTS] = cash->closing_cents;
  for (int begin = 0, week = 0; begin < cash->days; begin += DAYS_A_WEEK, week++) {
    int end = begin + DAYS_A_WEEK < cash->days ? begin + DAYS_A_WEEK : cash->days;
    out->week_balance_cents[week] = cash->day[end - 1].balance_cents;
  }
}

static void money_fill(const YearPair *years, const RiskWithout *without, Cash *cash,
                       RiskRun *out) {
  Registration registration;
  Earnings earnings;
  account_register(years, true, &registration);
  account_compute(years, true, &registration, &earnings, cash);
  const VerdictMoney money = {.result_cents = earnings.total_cents - without->result_cents,
                              .lowest_with_cents = cash->lowest_cents,
                              .lowest_without_cents = without->lowest_cents};
  out->value[RISK_RESULT_CENTS] = money.result_cents;
  out->value[RISK_LOWEST_WITHOUT_CENTS] = money.lowest_without_cents;
  out->value[RISK_COST_PER_CLIENT_CENTS] =
      verdict_cost_per_client_kept_cents(money.result_cents, years->with->people_returning);
  bank_keep(cash, out);
  conditions_fill(years, &money, out);
}

/* --- the year without the deal --------------------------------------------------------------- */

static void without_keep(const YearPair *years, Cash *cash, RiskWithout *without) {
  const Year *year = years->without;
  Registration registration;
  Earnings earnings;
  account_register(years, false, &registration);
  account_compute(years, false, &registration, &earnings, cash);
  *without = (RiskWithout){
      .is_reusable = !registration.is_watched, /* else its days count for the year with the deal */
      .result_cents = earnings.total_cents,
      .lowest_cents = cash->lowest_cents,
      .booked_minutes = booked_minutes_of_year(year),
      .refused = year->regulars_refused + year->returns_refused,
      .left_for_good = year->regulars_left_for_good,
  };
}

/* Of a year that is not played again, all that the verdict looks at. */
static void without_recall(const RiskWithout *without, Year *year) {
  year->regulars_refused = without->refused;
  year->returns_refused = 0;
}

static const RiskWithout *without_known(const RiskSetup *setup, uint32_t run) {
  bool is_known = setup->without != NULL && run < (uint32_t)setup->without_count &&
                  setup->without[run].is_reusable;
  return is_known ? &setup->without[run] : NULL;
}

static const RegularsKept *regulars_known(const RiskSetup *setup, uint32_t run) {
  bool is_known = setup->regulars != NULL && run < (uint32_t)setup->regulars_count &&
                  setup->regulars[run].is_kept;
  return is_known ? &setup->regulars[run] : NULL;
}

/* The year without the deal is known: what the verdict looks at of it is all there is. */
static void deal_year_play(const RiskSetup *setup, const RandomStream *stream,
                           const YearPair *years, const RiskWithout *known, RiskScratch *scratch) {
  const RegularsKept *regulars = regulars_known(setup, stream->run);
  if (regulars != NULL)
    year_compute_recalled(years->plan, years->timetable, stream, regulars, &scratch->with,
                          &scratch->year);
  else
    year_compute_run(years->plan, years->timetable, true, stream, &scratch->with, &scratch->year);
  without_recall(known, &scratch->without);
  scratch->kept = *known;
}

static void years_play(const RiskSetup *setup, const RandomStream *stream, const YearPair *years,
                       RiskScratch *scratch) {
  const RiskWithout *known = without_known(setup, stream->run);
  if (known != NULL) {
    deal_year_play(setup, stream, years, known, scratch);
  } else {
    year_compute_pair(years->plan, years->timetable, stream, &scratch->with, &scratch->without,
                      &scratch->year);
    without_keep(years, &scratch->cash, &scratch->kept);
  }
  if (stream->run < (uint32_t)setup->regulars_kept_count)
    year_regulars_keep(&scratch->year, &setup->regulars_kept[stream->run]);
}

void risk_run(const RiskSetup *setup, RiskSample sample, uint32_t run, RiskRun *out,
              RiskScratch *scratch) {
  const RandomStream stream = {setup->seed, run};
  YearPair years = {&setup->plan, &setup->timetable, &scratch->with, &scratch->without};
  if (sample == RISK_ALL && setup->plan.uncertainty_count > 0) {
    risk_draw_plan(setup, run, &scratch->plan);
    years.plan = &scratch->plan;
  }
  years_play(setup, &stream, &years, scratch);
  counts_fill(&scratch->with, &scratch->kept, out->value);
  loads_fill(&years, scratch->kept.booked_minutes, out);
  money_fill(&years, &scratch->kept, &scratch->cash, out);
}
