/* Room: decide. How many deal visits a day of each weekday. Knows: the calendar, margins. Must not
 * know: simulated years, words. */
#include "model/decide/quota.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "model/base/money.h"
#include "model/base/random.h"
#include "model/tax/voucher.h"

#define DAYS_A_WEEK 7
#define MILLI 1000
/* Days played of each number of deal visits, fewer where they are full. */
#define PLAYED_DAYS_MAX 256
#define PLAYED_DAYS_MIN 32
#define PLAYED_REGULARS 16384
/* Numbers looked at at once; between two of them only about the best. */
#define TRIED_AT_ONCE 32

#define SEED UINT64_C(1972)
enum { DRAW_DEMAND, DRAW_SERVICE, DRAW_START, DRAW_DEAL_START, DRAW_COUNT };

/* --- a day played ------------------------------------------------------------------------- */

/* The day that is played is the second calendar's; the first keeps it empty. */
static void empty_day_fill(const Plan *plan, const QuotaWeekday *weekday, QuotaScratch *scratch) {
  scratch->timetable.days = 1;
  scratch->timetable.day[0] = weekday->day;
  booking_init(&scratch->booking, plan, &scratch->timetable);
}

static int empty_day_begin(Booking *booking) {
  booking_copy_to_second(booking, 0);
  return booking_second_day(booking, 0);
}

/* One after the other from the opening. */
static int32_t places_count(Booking *booking, int service_index, uint64_t allowed) {
  Placement placement;
  int32_t count = 0;
  int day = empty_day_begin(booking);
  while (count < QUOTA_SLOTS_MAX &&
         booking_place(booking, day, service_index, 0, allowed, &placement))
    count++;
  return count;
}

/* A day's luck: the regulars' is the same whatever the number of deal visits. */
typedef struct {
  uint64_t key[DRAW_COUNT];
} DayLuck;

static uint32_t luck_of(const DayLuck *luck, int purpose, int32_t item) {
  return (uint32_t)(random_bits_of_key(luck->key[purpose], (uint32_t)item, 0) >> 32);
}

static void day_play(const Plan *plan, QuotaScratch *scratch, int weekday, int32_t deal_visits,
                     int32_t regulars, const DayLuck *luck, QuotaPlayed *played) {
  const YearTables *tables = &scratch->tables;
  Booking *booking = &scratch->booking;
  int deal_service = plan->deal.service_index;
  uint64_t deal_starts = scratch->weekday[weekday].deal_starts;
  int day = empty_day_begin(booking);
  Placement placement;
  for (int32_t i = 0; i < deal_visits; i++) {
    int slot = start_find(tables, weekday, deal_service, luck_of(luck, DRAW_DEAL_START, i));
    if (!booking_place(booking, day, deal_service, slot, deal_starts, &placement))
      break;
    played->deal_visits++;
  }
  for (int32_t i = 0; i < regulars; i++) {
    int service = mix_find(&tables->mix, luck_of(luck, DRAW_SERVICE, i));
    int slot = start_find(tables, weekday, service, luck_of(luck, DRAW_START, i));
    if (booking_place(booking, day, service, slot, tables->near_slots[slot], &placement))
      played->regular_cents += scratch->margin_cents[service];
  }
}

/* Demand is drawn from as many equal parts of its distribution as there are days. */
static void number_play(const Plan *plan, QuotaScratch *scratch, int weekday, int32_t deal_visits) {
  QuotaWeekday *of = &scratch->weekday[weekday];
  QuotaPlayed *played = &of->played[deal_visits];
  double mean = (double)of->mean / (double)REGULARS_ONE;
  int days = of->played_days;
  Poisson demand;
  poisson_init(&demand, mean);
  empty_day_fill(plan, of, scratch);
  memset(played, 0, sizeof *played);
  played->is_played = true;
  for (int i = 0; i < days; i++) {
    const RandomStream stream = {SEED, (uint32_t)i};
    DayLuck luck;
    for (uint32_t purpose = 0; purpose < DRAW_COUNT; purpose++)
      luck.key[purpose] = random_key(&stream, purpose);
    double u = (i + random_unit_from_bits(random_bits_of_key(luck.key[DRAW_DEMAND], 0, 0))) / days;
    day_play(plan, scratch, weekday, deal_visits, poisson_quantile(&demand, u), &luck, played);
  }
}

/* --- the best number ---------------------------------------------------------------------- */

typedef struct {
  const Plan *plan;
  QuotaScratch *scratch;
  Quota *quota;
} Search;

static int64_t played_cents(const Search *search, int weekday, int32_t deal_visits,
                            int64_t deal_cents) {
  const QuotaPlayed *played = &search->scratch->weekday[weekday].played[deal_visits];
  if (!played->is_played)
    number_play(search->plan, search->scratch, weekday, deal_visits);
  return played->regular_cents + played->deal_visits * deal_cents;
}

/* Margins rise and then fall: coarse steps first, then finer ones about the best. */
static int32_t best_played(const Search *search, int weekday, int64_t deal_cents) {
  int32_t slots = search->quota->day[weekday].slots;
  int32_t step = 1, begin = 0, end = slots, best = 0;
  while (slots / step > TRIED_AT_ONCE)
    step *= 2;
  for (; step > 0; step /= 2) {
    int64_t best_cents = INT64_MIN;
    for (int32_t i = begin; i <= end; i += step) {
      int64_t cents = played_cents(search, weekday, i, deal_cents);
      if (cents > best_cents) {
        best_cents = cents;
        best = i;
      }
    }
    begin = best > step ? best - step : 0;
    end = best + step < slots ? best + step : slots;
  }
  return best;
}

static int32_t best_protected(const Search *search, int weekday, int64_t deal_cents) {
  const QuotaWeekday *of = &search->scratch->weekday[weekday];
  int32_t protect = deal_cents > 0 ? 0 : of->places;
  if (search->quota->regular_cents > 0)
    protect = littlewood_protect_poisson((double)search->quota->regular_cents, (double)deal_cents,
                                         (double)of->mean / (double)REGULARS_ONE);
  int32_t left = protect < of->places ? of->places - protect : 0;
  int32_t slots = search->quota->day[weekday].slots;
  return left < slots ? left : slots;
}

static int32_t best_number(const Search *search, int weekday, int64_t deal_cents) {
  if (!search->quota->day[weekday].is_open)
    return 0;
  return search->quota->is_simulated ? best_played(search, weekday, deal_cents)
                                     : best_protected(search, weekday, deal_cents);
}

/* Deal visits that the days of the promotion then hold. */
static int64_t held_visits(const Search *search, int64_t deal_cents) {
  int64_t visits = 0;
  for (int i = 0; i < DAYS_A_WEEK; i++)
    visits += (int64_t)best_number(search, i, deal_cents) * search->scratch->weekday[i].days;
  return visits;
}

/* --- what visits are worth ---------------------------------------------------------------- */

/* Margin in the first year of those a voucher brings back. */
static int64_t returners_cents(const Plan *plan, const VoucherResult *voucher) {
  const PlanClients *clients = &plan->clients;
  int64_t year_cents = money_scale_half_up(voucher->left_returning_cents,
                                           clients->return_visits_per_year_milli, MILLI) -
                       clients->incentive_cents;
  int64_t new_per_100k = RATE_ONE_PER_100K - clients->existing_per_100k;
  return money_scale_half_up(year_cents * plan->services[plan->deal.service_index].people,
                             new_per_100k * clients->return_per_100k,
                             (int64_t)RATE_ONE_PER_100K * RATE_ONE_PER_100K);
}

static int64_t voucher_worth_cents(const Plan *plan, const VoucherResult *voucher) {
  int64_t existing = plan->clients.existing_per_100k;
  return money_scale_half_up(voucher->left_used_cents * (RATE_ONE_PER_100K - existing) +
                                 voucher->left_existing_cents * existing,
                             1, RATE_ONE_PER_100K) +
         returners_cents(plan, voucher);
}

static int64_t unserved_loss_cents(const Plan *plan, const VoucherResult *voucher) {
  int64_t price_cents = plan->deal.price_cents;
  int64_t loss_cents = plan->deal.if_not_served == UNSERVED_REFUND
                           ? voucher_worth_cents(plan, voucher) + price_cents -
                                 tax_own_share_cents(&plan->deal, price_cents)
                           : voucher->used.step_cents[STEP_EXTRAS] + returners_cents(plan, voucher);
  return loss_cents > 0 ? loss_cents : 0;
}

/* Share of the used vouchers that are wanted within the patience of the promotion's end. */
static double late_share(const QuotaScratch *scratch, const Plan *plan, int promotion_days) {
  int begin = promotion_days - plan->deal.patience_days;
  if (plan_vouchers_sold(plan) == 0)
    return 0;
  return begin <= 0 ? 1 : 1 - scratch->tables.wanted_share[begin - 1];
}

/* Visits that will be asked for; who does not come and books again takes two. */
static int64_t wanted_visits(const QuotaScratch *scratch, const Plan *plan) {
  double visits = scratch->tables.vouchers_used * plan->deal.visits_per_voucher;
  if (plan->deal.no_show_rule == NO_SHOW_REBOOK)
    visits *= 1 + (double)plan->deal.no_show_per_100k / RATE_ONE_PER_100K;
  return (int64_t)ceil(visits - 1e-9);
}

/* --- the weekdays ------------------------------------------------------------------------- */

/* An ordinary day is the one in the middle of those that take deal visits. */
static void weekday_fill(int weekday, QuotaScratch *scratch) {
  QuotaWeekday *of = &scratch->weekday[weekday];
  const Timetable *timetable = &scratch->timetable;
  int open_days = 0, middle = 0;
  of->days = 0;
  of->mean = 0;
  for (int i = 0; i < timetable->promotion_days; i++) {
    if (scratch->tables.weekday[i] != weekday || !timetable->day[i].open)
      continue;
    open_days++;
    of->mean += scratch->tables.regulars_mean[i];
    of->days += timetable->day[i].deal_allowed;
  }
  if (open_days > 0)
    of->mean = (of->mean + open_days / 2) / open_days;
  for (int i = 0; i < timetable->promotion_days && middle <= of->days / 2; i++) {
    if (scratch->tables.weekday[i] != weekday || !timetable->day[i].deal_allowed)
      continue;
    if (middle++ == of->days / 2)
      of->day = timetable->day[i];
  }
}

static int played_days_of(const QuotaWeekday *weekday) {
  int days = (int)(PLAYED_REGULARS / (1 + weekday->mean / REGULARS_ONE));
  if (days > PLAYED_DAYS_MAX)
    return PLAYED_DAYS_MAX;
  return days < PLAYED_DAYS_MIN ? PLAYED_DAYS_MIN : days;
}

static void day_of_quota_fill(const Plan *plan, int weekday, QuotaScratch *scratch, QuotaDay *day) {
  QuotaWeekday *of = &scratch->weekday[weekday];
  day->wanted_milli = (int32_t)((of->mean + REGULARS_ONE / MILLI / 2) / (REGULARS_ONE / MILLI));
  if (of->days == 0)
    return;
  empty_day_fill(plan, of, scratch);
  of->played_days = played_days_of(of);
  of->deal_starts = deal_hours_starts(plan, &of->day);
  of->places = places_count(&scratch->booking, plan->deal.service_index, UINT64_MAX);
  int32_t slots = places_count(&scratch->booking, plan->deal.service_index, of->deal_starts);
  int32_t limit = deal_visits_of_daily_limit(plan, &scratch->tables, &of->day);
  day->slots = slots < limit ? slots : limit;
  day->is_open = day->slots > 0;
  for (int32_t i = 0; i <= day->slots; i++)
    of->played[i].is_played = false;
}

static bool services_are_alike(const PlanService *a, const PlanService *b) {
  bool rooms =
      a->rooms_needed == b->rooms_needed &&
      (a->rooms_needed == 0 || slots_from_minutes(a->minutes + a->room_turnover_minutes) ==
                                   slots_from_minutes(b->minutes + b->room_turnover_minutes));
  bool staff = a->staff_needed == b->staff_needed &&
               (a->staff_needed == 0 || slots_from_minutes(a->minutes + a->staff_rest_minutes) ==
                                            slots_from_minutes(b->minutes + b->staff_rest_minutes));
  return rooms && staff && a->start_minutes_count == b->start_minutes_count &&
         memcmp(a->start_minutes, b->start_minutes,
                (size_t)a->start_minutes_count * sizeof *a->start_minutes) == 0;
}

static bool services_differ(const Plan *plan) {
  const PlanService *of_deal = &plan->services[plan->deal.service_index];
  for (int i = 0; i < plan->services_count; i++)
    if (plan->regulars.service_mix_per_100k[i] > 0 &&
        !services_are_alike(of_deal, &plan->services[i]))
      return true;
  return false;
}

/* --- the answer --------------------------------------------------------------------------- */

/* The least that, at least `low`, makes the days hold `visits`; else `high`. */
static int64_t moving_cents_find(const Search *search, int64_t visits, int64_t low, int64_t high) {
  if (high <= low || held_visits(search, low) >= visits)
    return low;
  while (high - low > 1) {
    int64_t middle = low + (high - low) / 2;
    if (held_visits(search, middle) >= visits)
      high = middle;
    else
      low = middle;
  }
  return high;
}

static void plan_read(const Plan *plan, QuotaScratch *scratch, Quota *quota) {
  timetable_fill(plan, &scratch->timetable);
  year_tables_fill(&scratch->tables, plan, &scratch->timetable, plan_vouchers_sold(plan));
  for (int i = 0; i < plan->services_count; i++)
    scratch->margin_cents[i] = voucher_service_margin_cents(plan, i);
  for (int i = 0; i < DAYS_A_WEEK; i++) {
    weekday_fill(i, scratch);
    quota->applies |= scratch->weekday[i].mean > 0;
  }
  quota->regular_cents = voucher_mean_margin_cents(plan);
  quota->is_simulated = services_differ(plan);
}

void quota_compute(const Plan *plan, QuotaScratch *scratch, Quota *quota) {
  memset(quota, 0, sizeof *quota);
  if (plan->rooms_count == 0)
    return;
  plan_read(plan, scratch, quota);
  VoucherResult voucher;
  voucher_compute(plan, &voucher);
  int visits = plan->deal.visits_per_voucher;
  double share = late_share(scratch, plan, scratch->timetable.promotion_days);
  quota->deal_cents = money_scale_half_up(voucher_worth_cents(plan, &voucher), 1, visits);
  int64_t loss_cents = money_scale_half_up(unserved_loss_cents(plan, &voucher), 1, visits);
  /* From here on the timetable is that of one day. */
  for (int i = 0; i < DAYS_A_WEEK; i++)
    day_of_quota_fill(plan, i, scratch, &quota->day[i]);
  const Search search = {plan, scratch, quota};
  int64_t most_cents = loss_cents > quota->regular_cents ? loss_cents : quota->regular_cents;
  quota->moving_cents =
      moving_cents_find(&search, wanted_visits(scratch, plan),
                        (int64_t)floor((double)loss_cents * share + 0.5), most_cents);
  for (int i = 0; i < DAYS_A_WEEK; i++) {
    QuotaDay *day = &quota->day[i];
    day->before = best_number(&search, i, quota->deal_cents);
    day->after = best_number(&search, i, quota->moving_cents);
    if (day->is_open && !quota->is_simulated)
      day->short_per_100k = (int32_t)floor(
          littlewood_above_poisson((double)scratch->weekday[i].mean / (double)REGULARS_ONE,
                                   scratch->weekday[i].places - day->before) *
              RATE_ONE_PER_100K +
          0.5);
  }
}
