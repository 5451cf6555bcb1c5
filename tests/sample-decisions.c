/* See sample-decisions.h. */
#include "tests/sample-decisions.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "model/tax/voucher.h"

/* Of what a shape is made. */
typedef struct {
  DecideShape shape;
  int32_t sold; /* likely, at least 10 */
  double money; /* 1 for cents as a small business has them */
  bool has_calendar;
  int open_weekday; /* a weekday with hours */
} Sample;

static TrialMean mean_of(double value, double error) {
  return (TrialMean){llround(value * 1000), llround(error * 1000)};
}

static Sample sample_of(const Plan *plan, DecideShape shape) {
  Sample sample = {.shape = shape,
                   .sold = MAX(plan->deal.vouchers_sold, 10),
                   .money = shape == DECIDE_SHAPE_EXTREME ? 1e6 : 1,
                   .has_calendar = plan->rooms_count > 0,
                   .open_weekday = plan->hours_count > 0 ? plan->hours[0].weekday : 0};

  if (shape == DECIDE_SHAPE_EXTREME)
    sample.sold = VOUCHERS_MAX;
  return sample;
}

static bool is_empty(const Sample *sample) {
  return sample->shape == DECIDE_SHAPE_ZERO;
}

static bool finds(const Sample *sample) {
  return sample->shape != DECIDE_SHAPE_NOTHING && sample->shape != DECIDE_SHAPE_ZERO;
}

static bool applies(const Plan *plan, const Sample *sample, Condition condition) {
  switch ((int)condition) {
  case CONDITION_RESULT:
    return plan->conditions.goal == GOAL_EARN;
  case CONDITION_COST_PER_CLIENT_KEPT:
    return plan->conditions.goal == GOAL_ADVERTISE;
  default:
    return sample->has_calendar;
  }
}

/* `broken` conditions do not hold, from the last that applies on. */
static void fill_standing(const Plan *plan, const Sample *sample, double result_cents, int broken,
                          Standing *standing) {
  *standing = (Standing){.years = TRIAL_YEARS_SURE};
  for (int i = CONDITION_COUNT - 1; i >= 0; i--) {
    ConditionStanding *condition = &standing->condition[i];
    bool breaks;

    condition->applies = applies(plan, sample, (Condition)i);
    if (!condition->applies)
      continue;
    breaks = broken-- > 0;
    condition->holds = !breaks;
    condition->broken_per_100k = is_empty(sample) ? 0 : breaks ? 34700 : 1200;
    condition->error_per_100k = is_empty(sample) ? 0 : breaks ? 1500 : 350;
    condition->allowed_per_100k = 10000;
  }
  standing->all_hold = true;
  for (int i = 0; i < CONDITION_COUNT; i++)
    standing->all_hold &= !standing->condition[i].applies || standing->condition[i].holds;
  standing->result = mean_of(result_cents, fabs(result_cents) / 30);
  standing->has_clients_kept = finds(sample);
  standing->clients_kept = mean_of(finds(sample) ? 0.19 * sample->sold : 0, 0.7);
  standing->form = !standing->all_hold ? VERDICT_NO
                   : result_cents >= 0 ? VERDICT_YES
                                       : VERDICT_AS_ADVERTISING;
  if (standing->has_clients_kept && result_cents < 0)
    standing->cost_per_client_kept_cents = llround(-result_cents / (0.19 * sample->sold));
}

static void fill_quota(const Plan *plan, const Sample *sample, Quota *quota) {
  *quota = (Quota){.applies = sample->has_calendar && !is_empty(sample)};
  if (!quota->applies)
    return;
  quota->regular_cents = llround(4320 * sample->money);
  quota->deal_cents = llround(1490 * sample->money);
  quota->moving_cents = llround(120 * sample->money);
  quota->is_simulated = plan->services_count > 1;
  for (int i = 0; i < plan->hours_count; i++) {
    int weekday = plan->hours[i].weekday;
    QuotaDay *day = &quota->day[weekday];
    int32_t slots = sample->shape == DECIDE_SHAPE_EXTREME ? 4096 : 18;

    *day = (QuotaDay){.is_open = true,
                      .slots = slots,
                      .wanted_milli = plan->regulars.wanted_milli_visits[weekday],
                      .before = finds(sample) ? MAX(0, slots - 9 - 2 * weekday) : 0,
                      .after = finds(sample) ? MAX(0, slots - 4 - 2 * weekday) : 0,
                      .short_per_100k = 8000};
  }
}

static void fill_cap(const Plan *plan, const Sample *sample, Cap *cap) {
  *cap = (Cap){.binding = CONDITION_COUNT, .most = sample->sold / 10 * 10};
  if (is_empty(sample))
    return;
  cap->found = finds(sample);
  cap->years = TRIAL_YEARS;
  cap->most = MIN(cap->most * (sample->shape == DECIDE_SHAPE_EXTREME ? 1 : 10), VOUCHERS_MAX);
  cap->vouchers = cap->found ? MAX(sample->sold * 7 / 10 / 10 * 10, 10) : 0;
  cap->at_least = cap->vouchers > 100 ? 40 : 0;
  cap->error_vouchers = cap->found ? 20 : 0;
  cap->binding = sample->has_calendar                      ? CONDITION_REFUSED
                 : applies(plan, sample, CONDITION_RESULT) ? CONDITION_RESULT
                                                           : CONDITION_COST_PER_CLIENT_KEPT;
  for (int i = 0; i < CONDITION_COUNT; i++) {
    CapAlone *alone = &cap->alone[i];

    alone->applies = applies(plan, sample, (Condition)i);
    alone->found = alone->applies && cap->found;
    alone->is_bound = alone->found && i == CONDITION_CASH_FLOOR;
    alone->vouchers = !alone->found            ? 0
                      : i == (int)cap->binding ? cap->vouchers
                      : alone->is_bound        ? cap->most
                                               : cap->vouchers + 120 * i / 10 * 10;
    alone->vouchers = MIN(alone->vouchers, cap->most);
  }
  cap->test_count = sample->shape == DECIDE_SHAPE_EXTREME ? CAP_TESTS_MAX : 11;
  for (int i = 0; i < cap->test_count; i++) {
    CapTest *test = &cap->test[i];

    test->vouchers = (int32_t)((int64_t)cap->most * (i + 1) / cap->test_count / 10 * 10);
    test->years = TRIAL_YEARS;
    for (int k = 0; k < CONDITION_COUNT; k++) {
      bool holds = cap->alone[k].found && test->vouchers <= cap->alone[k].vouchers;

      test->broken_count[k] = holds ? 3 * i : MIN(TRIAL_YEARS, 30 + 20 * i);
      test->holds |= (uint16_t)(holds << k);
    }
    test->result = mean_of(sample->money * (200000 - 400.0 * test->vouchers), 9000);
  }
}

static void fill_tornado(const Plan *plan, const Sample *sample, Tornado *tornado) {
  *tornado = (Tornado){.years = is_empty(sample) ? 0 : TRIAL_YEARS_OF_LUCK,
                       .base = mean_of(is_empty(sample) ? 0 : -120000 * sample->money, 4000)};
  if (is_empty(sample))
    return;
  tornado->bar_count = plan->uncertainty_count;
  for (int i = 0; i < plan->uncertainty_count; i++) {
    const Uncertainty *range = &plan->uncertainty[i];
    TornadoBar *bar = &tornado->bar[i];
    double half = sample->money * 900000 / (i + 1) * (i % 2 ? -1 : 1);

    g_strlcpy(bar->path, range->path, sizeof bar->path);
    bar->low = range->low;
    bar->likely = range->likely;
    bar->high = range->high;
    bar->at_low = mean_of(-120000 * sample->money - half, 4000);
    bar->at_high = mean_of(-120000 * sample->money + half, 4000);
    bar->low_less_high = mean_of(-2 * half, 1500);
  }
}

static Term sample_term(const Plan *plan, const Sample *sample, TermKind kind) {
  Term term = {.kind = kind};

  for (int i = 0; i < 7; i++)
    term.quota[i] = PLAN_NONE;
  switch ((int)kind) {
  case TERM_CAP:
    term.amount = MAX(sample->sold * 7 / 10 / 10 * 10, 10);
    break;
  case TERM_QUOTA:
    for (int i = 0; i < plan->hours_count; i++)
      term.quota[plan->hours[i].weekday] = MAX(0, 5 - plan->hours[i].weekday);
    break;
  case TERM_NO_WEEKDAY:
    term.amount = sample->open_weekday;
    break;
  case TERM_COMMISSION:
    term.amount = plan->deal.commission_per_100k - 1000;
    break;
  case TERM_PRICE:
    term.amount = plan->deal.price_cents + 500;
    break;
  default:
    break;
  }
  return term;
}

static void fill_worths(const Plan *plan, const Sample *sample, TermWorths *worths) {
  static const TermKind kinds[] = {
      TERM_TAXES_EXTRA, TERM_NEW_CLIENTS_ONLY, TERM_NO_WEEKDAY,  TERM_COMMISSION,
      TERM_CAP,         TERM_PAYOUT_SOON,      TERM_NO_FIXED_FEE};

  *worths = (TermWorths){.years = is_empty(sample) ? 0 : TRIAL_YEARS_OF_LUCK};
  if (is_empty(sample))
    return;
  worths->worth_count = G_N_ELEMENTS(kinds);
  for (int i = 0; i < worths->worth_count; i++) {
    TermWorth *worth = &worths->worth[i];

    worth->term = sample_term(plan, sample, kinds[i]);
    worth->changes = finds(sample) && i != 1;
    if (!worth->changes)
      continue;
    worth->worth = mean_of(sample->money * (320000 - 75000 * i), 6000);
    worth->lowest = mean_of(sample->money * (150000 - 20000 * i), 3000);
    worth->refused = mean_of(-12.4 + 2 * i, 0.6);
  }
}

static void fill_asks(const Plan *plan, const Sample *sample, Asks *asks) {
  static const TermKind kinds[ASKS_MAX][ASK_TERMS_MAX] = {
      {TERM_CAP, TERM_QUOTA},         {TERM_CAP, TERM_TAXES_EXTRA},  {TERM_CAP, TERM_COMMISSION},
      {TERM_QUOTA, TERM_TAXES_EXTRA}, {TERM_NO_WEEKDAY, TERM_PRICE}, {TERM_CAP, TERM_PAYOUT_SOON}};

  *asks = (Asks){.is_needed = sample->shape != DECIDE_SHAPE_YES, .hopeless = CONDITION_COUNT};
  if (is_empty(sample)) {
    asks->is_needed = false;
    return;
  }
  fill_standing(plan, sample, (asks->is_needed ? -120000 : 480000) * sample->money,
                asks->is_needed ? 2 : 0, &asks->standing);
  if (!asks->is_needed)
    return;
  if (!finds(sample)) {
    asks->hopeless =
        plan->conditions.goal == GOAL_EARN ? CONDITION_RESULT : CONDITION_COST_PER_CLIENT_KEPT;
    asks->best = (Ask){.term_count = 1, .term[0] = sample_term(plan, sample, TERM_COMMISSION)};
    fill_standing(plan, sample, -90000, 1, &asks->best.standing);
    return;
  }
  asks->ask_count = sample->shape == DECIDE_SHAPE_EXTREME ? ASKS_MAX : 2;
  for (int i = 0; i < asks->ask_count; i++) {
    Ask *ask = &asks->ask[i];

    ask->term_count = ASK_TERMS_MAX;
    for (int k = 0; k < ASK_TERMS_MAX; k++)
      ask->term[k] = sample_term(plan, sample, kinds[i][k]);
    fill_standing(plan, sample, sample->money * (250000 - 40000 * i), 0, &ask->standing);
  }
  asks->best = asks->ask[0];
  asks->has_cap = true;
  fill_cap(plan, sample, &asks->cap);
  asks->cap.vouchers = (int32_t)asks->ask[0].term[0].amount;
}

static void fill_facts(const Plan *plan, const Sample *sample, Facts *facts) {
  *facts = (Facts){0};
  if (!finds(sample))
    return;
  facts->fact_count = 2;
  facts->fact[0] = (Fact){.path = "clients.return_per_100k",
                          .value = plan->clients.return_per_100k,
                          .turns_at = plan->clients.return_per_100k * 4 / 5 / 1000 * 1000,
                          .stands_above = true};
  facts->fact[0].other_at = facts->fact[0].turns_at - 1000;
  facts->fact[1] = (Fact){.path = "deal.vouchers_sold",
                          .value = plan->deal.vouchers_sold,
                          .turns_at = sample->sold * 6 / 5,
                          .stands_above = false};
  facts->fact[1].other_at = facts->fact[1].turns_at + 10;
}

static void fill_break_even(const Plan *plan, const Sample *sample, BreakEven out[]) {
  const int64_t now[BREAK_EVEN_COUNT] = {plan->clients.return_per_100k, plan->deal.vouchers_sold,
                                         plan->deal.price_cents, plan->deal.commission_per_100k,
                                         plan->clients.extras_cents};
  static const bool earns_above[BREAK_EVEN_COUNT] = {true, false, true, false, true};

  for (int i = 0; i < BREAK_EVEN_COUNT; i++) {
    BreakEven *line = &out[i];
    double slope = sample->money * (earns_above[i] ? 30000 : -30000);

    *line = (BreakEven){.now = now[i], .earns_above = earns_above[i]};
    if (is_empty(sample))
      continue;
    line->now_result_cents = llround(-slope * (finds(sample) ? 1.5 : 9));
    line->point_count = G_N_ELEMENTS(line->point);
    for (int k = 0; k < line->point_count; k++) {
      line->point[k].value = MAX(now[i], 12) * k / 6;
      line->point[k].result_cents =
          line->now_result_cents + llround(slope * (k - 6) * (finds(sample) ? 1 : 0.5));
    }
    line->found = finds(sample);
    line->value = line->found ? MAX(now[i], 12) * (earns_above[i] ? 15 : 9) / 12 : 0;
  }
}

static void fill_alternatives(const Plan *plan, const Sample *sample, Decisions *out) {
  static const int64_t costs[ALTERNATIVE_COUNT] = {2600, 1100, 4000, 7200};

  out->lifetime =
      (Lifetime){.usual_cost_cents = plan->clients.usual_advertising_cents_per_new_client};
  for (int i = 0; i < ALTERNATIVE_COUNT; i++)
    out->alternative[i] = (Alternative){0};
  if (is_empty(sample))
    return;
  out->lifetime.yearly_margin_cents = llround(8640 * sample->money);
  out->lifetime.lifetime_cents = llround(23000 * sample->money);
  out->lifetime.has_cost = finds(sample);
  out->lifetime.cost_cents = finds(sample) ? llround(2600 * sample->money) : 0;
  out->lifetime.retention_found = finds(sample);
  out->lifetime.retention_per_100k = finds(sample) ? 25400 : 0;
  for (int i = 0; i < ALTERNATIVE_COUNT; i++) {
    Alternative *way = &out->alternative[i];

    way->applies = finds(sample) || i == ALTERNATIVE_DEAL;
    way->has_clients = finds(sample);
    if (!way->has_clients)
      continue;
    way->clients_milli = 84200 / (i + 1);
    way->cost_per_client_kept_cents = llround((double)costs[i] * sample->money);
    way->cost_cents = way->cost_per_client_kept_cents * way->clients_milli / 1000;
    way->months_before_result = i == ALTERNATIVE_WEB ? 6 : 0;
  }
}

static void fill_what_if(const Plan *plan, const Sample *sample, int32_t vouchers, int32_t date,
                         double difference_cents, WhatIf *out) {
  *out = (WhatIf){.applies = !is_empty(sample), .vouchers = vouchers, .sale_date = date};
  if (!out->applies)
    return;
  fill_standing(plan, sample, -120000 * sample->money + difference_cents, 2, &out->standing);
  out->less_base = mean_of(difference_cents, fabs(difference_cents) / 20);
  out->closing_less_base = out->less_base;
  if (sample->has_calendar) {
    out->refused_extra = MIN(vouchers * 3 / 10, 90000);
    out->wait_p95_days = MIN(vouchers / 30, 300);
    out->unserved = vouchers / 40;
  }
  out->lowest_p10_cents = llround(sample->money * (300000 - 500.0 * vouchers / 2));
}

static void fill_what_ifs(const Plan *plan, const Sample *sample, Decisions *out) {
  static const int times[OVERSELL_COUNT] = {2, 3, CAP_TIMES_LIKELY};

  for (int i = 0; i < OVERSELL_COUNT; i++) {
    int32_t vouchers = (int32_t)MIN((int64_t)sample->sold * times[i], VOUCHERS_MAX);

    fill_what_if(plan, sample, vouchers, plan->deal.sale_date,
                 -sample->money * 900000 * (times[i] - 1), &out->oversell[i]);
  }
  for (int i = 0; i < ONE_MORE_COUNT && sample->has_calendar; i++)
    fill_what_if(plan, sample, sample->sold, plan->deal.sale_date,
                 sample->money * (i ? 210000 : -4000), &out->one_more[i]);
  for (int i = 0; i < (sample->has_calendar ? LAUNCH_MONTHS : 1); i++)
    fill_what_if(plan, sample, sample->sold, date_add_months(plan->deal.sale_date, i),
                 i ? sample->money * 60000 * ((i * 5) % 12 - 6) : 0, &out->launch[i]);
  for (int i = 0; i < QUOTA_TRIED_COUNT && sample->has_calendar && finds(sample); i++) {
    WhatIf *tried = &out->quota_tried[i];

    fill_what_if(plan, sample, sample->sold, plan->deal.sale_date, -sample->money * 40000, tried);
    if (sample->shape == DECIDE_SHAPE_EXTREME) {
      tried->standing.condition[CONDITION_WAIT].holds = false;
      tried->standing.condition[CONDITION_WAIT].broken_per_100k = 81000;
    }
  }
  out->one_more_line = (OneMoreLine){.applies = !is_empty(sample) && finds(sample)};
  if (out->one_more_line.applies)
    out->one_more_line = (OneMoreLine){true, 84200, 12700, llround(64800 * sample->money)};
}

void sample_decisions_fill(const Plan *plan, const Results *results, int shape, Decisions *out) {
  Sample sample = sample_of(plan, (DecideShape)shape);

  if (results)
    sample.has_calendar = results->has_calendar;
  memset(out, 0, sizeof *out);
  out->seed = 1;
  out->sample = plan->uncertainty_count > 0 ? RISK_ALL : RISK_LUCK;
  out->sale_date = plan->deal.sale_date;
  out->done = shape == DECIDE_SHAPE_FIRST ? 1u << DECIDE_QUOTA | 1u << DECIDE_CAP
                                          : (1u << DECIDE_PART_COUNT) - 1;
  fill_quota(plan, &sample, &out->quota);
  fill_cap(plan, &sample, &out->cap);
  if (shape == DECIDE_SHAPE_FIRST)
    return;
  fill_tornado(plan, &sample, &out->tornado);
  fill_worths(plan, &sample, &out->worths);
  fill_asks(plan, &sample, &out->asks);
  fill_facts(plan, &sample, &out->facts);
  fill_break_even(plan, &sample, out->break_even);
  fill_alternatives(plan, &sample, out);
  fill_what_ifs(plan, &sample, out);
}

void sample_offers_fill(const Plan *plan, const Results *results, int shape, Offers *out) {
  static const char *const long_names[OFFERS_MAX] = {
      "The offer of the first site, as its representative wrote it to me on the second of "
      "February, "
      "with the clause on Fridays",
      "Offre révisée du deuxième site, avec plafond, sans les vendredis ni les samedis, taxes en "
      "sus",
      "A", "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"};
  static const int counts[DECIDE_SHAPE_COUNT] = {3, 2, 1, 2, OFFERS_MAX, 3};
  Sample sample = sample_of(plan, (DecideShape)shape);

  if (results)
    sample.has_calendar = results->has_calendar;
  memset(out, 0, sizeof *out);
  out->years = TRIAL_YEARS_SURE;
  out->offer_count = counts[shape];
  for (int i = 0; i < out->offer_count; i++) {
    Offer *offer = &out->offer[i];
    double result = sample.money * (-120000 + (shape == DECIDE_SHAPE_YES ? 0 : 310000 * i));

    if (shape == DECIDE_SHAPE_EXTREME)
      g_strlcpy(offer->name, long_names[i], sizeof offer->name);
    else
      g_snprintf(offer->name, sizeof offer->name, "Offer %d", i + 1);
    if (is_empty(&sample))
      continue;
    offer->vouchers = sample.sold / (i + 1);
    offer->left_used_cents = llround(sample.money * (1849 + 651 * i));
    fill_standing(plan, &sample, result, i == 0 ? 2 : 0, &offer->standing);
    offer->less_first = mean_of(result + 120000 * sample.money, i ? 8000 : 0);
    offer->result_p5_cents = llround(result - 700000 * sample.money);
    offer->result_p50_cents = llround(result);
    offer->result_p95_cents = llround(result + 650000 * sample.money);
    offer->loss_per_100k = MAX(0, 61000 - 27000 * i);
    offer->refused_extra_p50 = sample.has_calendar ? 123 / (i + 1) : 0;
    offer->lowest_p10_cents = llround(sample.money * 90000);
    offer->lowest_p50_cents = llround(sample.money * 240000);
    offer->wait_p95_p50_days = sample.has_calendar ? 8 / (i + 1) : 0;
  }
}
