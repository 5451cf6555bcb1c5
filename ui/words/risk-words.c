/* Room: words. Knows: risk. Must not know: charts, tables, threads. See risk-words.h.
 *
 * How often, and how much: chances as people count them, ranges in two significant digits. */
#include "ui/words/risk-words.h"

#include "model/base/money.h"
#include "ui/words/phrase.h"

/* Shares as people say them, up to one half; above, what is left of one. Each stands for the shares
 * up to the middle (of their logarithms, for the rare ones) between it and the next. */
static const struct {
  int32_t up_to_per_100k;
  int times, of;
} odds[] = {
    {14, 1, 10000}, {32, 1, 5000}, {71, 1, 2000},  {141, 1, 1000}, {316, 1, 500},  {707, 1, 200},
    {1414, 1, 100}, {2582, 1, 50}, {4082, 1, 30},  {5774, 1, 20},  {8165, 1, 15},  {15000, 1, 10},
    {22500, 1, 5},  {27500, 1, 4}, {31667, 3, 10}, {36667, 1, 3},  {45000, 4, 10}, {50000, 1, 2},
};

/* Further away than a point or a tenth of the rarer side. */
static bool is_rough(int32_t share_per_100k, int times, int of) {
  int64_t away = llabs((int64_t)share_per_100k * of - (int64_t)RATE_ONE_PER_100K * times);
  int64_t rarer = MIN(share_per_100k, RATE_ONE_PER_100K - share_per_100k);

  return away > (int64_t)1000 * of || away * 10 > rarer * of;
}

static char *years_text(Language language, int years) {
  g_autofree char *number = say_number(language, years);

  return g_strdup_printf(say_count(language, years, "%s simulated year", "%s simulated years"),
                         number);
}

static bool is_never(const RiskChance *chance) {
  return chance->share_per_100k <= 0;
}

static bool is_always(const RiskChance *chance) {
  return chance->share_per_100k >= RATE_ONE_PER_100K;
}

/* Nobody counts to 999: past this, the rare side is said. */
#define TIMES_SAID_MOST 20

static gsize odds_index(int32_t rarer_per_100k) {
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS(odds) && rarer_per_100k > odds[i].up_to_per_100k) {
    i++;
  }
  return i;
}

static bool is_all_but(int32_t share_per_100k) {
  return share_per_100k > RATE_ONE_PER_100K / 2 &&
         odds[odds_index(RATE_ONE_PER_100K - share_per_100k)].of > TIMES_SAID_MOST;
}

/* "4 times in 10", "all but 1 time in 500", of a share that is neither none nor all. */
static char *odds_text(Language language, int32_t share_per_100k) {
  bool is_most = share_per_100k > RATE_ONE_PER_100K / 2;
  int32_t rarer = is_most ? RATE_ONE_PER_100K - share_per_100k : share_per_100k;
  gsize i = odds_index(rarer);
  bool all_but = is_all_but(share_per_100k);
  int times = is_most && !all_but ? odds[i].of - odds[i].times : odds[i].times;
  g_autofree char *times_text = say_number(language, times);
  g_autofree char *of = say_number(language, odds[i].of);
  g_autofree char *text = g_strdup_printf(
      say_count(language, times, "%1$s time in %2$s", "%1$s times in %2$s"), times_text, of);
  g_autofree char *said = is_rough(all_but ? rarer : share_per_100k, times, odds[i].of)
                              ? g_strdup_printf(say(language, "about %s"), text)
                              : g_steal_pointer(&text);

  return all_but ? g_strdup_printf(say(language, "all but %s"), said) : g_steal_pointer(&said);
}

char *chance_text(Language language, const RiskChance *chance, int years) {
  g_autofree char *all = years_text(language, years);

  if (is_never(chance)) {
    return g_strdup_printf(say(language, "never in %s"), all);
  }
  return is_always(chance) ? g_strdup_printf(say(language, "every time in %s"), all)
                           : odds_text(language, chance->share_per_100k);
}

char *chance_error_text(Language language, int32_t error_per_100k) {
  char text[NUMBER_TEXT_SIZE];
  int64_t tenths = MAX(1, (error_per_100k + 99) / 100);
  /* French counts from 2, English anything but 1. */
  bool is_one = language == LANGUAGE_FR ? tenths < 20 : tenths == 10;

  milli_format(language, tenths * 100, text, sizeof text);
  return g_strdup_printf(say_count(language, is_one ? 1 : 2, "± %s point", "± %s points"), text);
}

char *chance_detail(Language language, const RiskChance *chance, int years) {
  g_autofree char *share =
      say_percent(language, money_scale_half_up(chance->share_per_100k, 1, 100) * 100);
  g_autofree char *all = years_text(language, years);
  g_autofree char *error = chance_error_text(language, chance->error_per_100k);

  return g_strdup_printf(say(language, "%1$s of %2$s, %3$s"), share, all, error);
}

/* "The deal loses money 4 times in 10."; a colon before never, every time and all but, and after a
 * number. */
static char *how_often(Language language, const char *what, const RiskChance *chance, int years,
                       bool ends_in_number) {
  g_autofree char *often = chance_text(language, chance, years);

  return ends_in_number || is_never(chance) || is_always(chance) ||
                 is_all_but(chance->share_per_100k)
             ? g_strdup_printf(say(language, "%1$s: %2$s."), what, often)
             : g_strdup_printf("%s %s.", what, often);
}

/* No rooms: no calendar, so no condition on refusals, and the result is that of the vouchers. */
static bool is_campaign_alone(const RiskOfSample *told) {
  return !told->breaks[CONDITION_REFUSED].applies;
}

char *risk_loss_text(Language language, const Risk *risk) {
  const RiskOfSample *told = risk_told(risk);

  return how_often(language,
                   is_campaign_alone(told) ? say(language, "The campaign alone loses money")
                                           : say(language, "The deal loses money"),
                   &told->loss, told->years, false);
}

char *risk_loss_short(Language language, const Risk *risk) {
  const RiskChance *loss = &risk_told(risk)->loss;
  g_autofree char *often = NULL;

  if (is_never(loss)) {
    return g_strdup(say(language, "never loses"));
  }
  if (is_always(loss)) {
    return g_strdup(say(language, "loses every time"));
  }
  often = odds_text(language, loss->share_per_100k);
  return g_strdup_printf(say(language, "loses %s"), often);
}

char *risk_break_text(Language language, const Plan *plan, Condition condition) {
  const PlanConditions *limits = &plan->conditions;
  g_autofree char *limit = NULL;

  switch (condition) {
  case CONDITION_RESULT:
    return g_strdup(say(language, "The deal loses money"));
  case CONDITION_COST_PER_CLIENT_KEPT:
    limit = say_money_whole(language, plan->clients.usual_advertising_cents_per_new_client);
    return g_strdup_printf(say(language, "A client kept costs more than your usual %s"), limit);
  case CONDITION_WAIT:
    limit = phrase_days(language, limits->wait_days_max);
    return g_strdup_printf(
        say(language, "Too many deal clients get no place within your limit of %s"), limit);
  case CONDITION_REFUSED:
    limit = say_percent(language, limits->extra_refused_max_per_100k);
    return g_strdup_printf(
        say(language, "More than %s of your regulars are refused because of the deal"), limit);
  case CONDITION_WEEKLY_SHARE:
    limit = say_percent(language, limits->weekly_share_max_per_100k);
    return g_strdup_printf(say(language, "Deal clients pass %s of the people of a week"), limit);
  case CONDITION_CASH_FLOOR:
    limit = say_money_whole(language, plan->business.cash_floor_cents);
    return g_strdup_printf(say(language, "The balance falls under your minimum of %s"), limit);
  case CONDITION_COUNT:
    break;
  }
  g_return_val_if_reached(NULL);
}

char *risk_condition_text(Language language, const Plan *plan, const Risk *risk,
                          Condition condition) {
  const RiskOfSample *told = risk_told(risk);
  const RiskChance *chance = &told->breaks[condition];
  g_autofree char *what = NULL;

  if (!chance->applies) {
    return NULL;
  }
  what = risk_break_text(language, plan, condition);
  return how_often(language, what, chance, told->years, condition != CONDITION_RESULT);
}

char *risk_any_text(Language language, const Risk *risk) {
  const RiskOfSample *told = risk_told(risk);

  return told->breaks_any.applies
             ? how_often(language, say(language, "At least one of your conditions breaks"),
                         &told->breaks_any, told->years, false)
             : NULL;
}

char *risk_between_text(Language language, int64_t low_cents, int64_t high_cents) {
  g_autofree char *low = say_change_about(language, low_cents);
  g_autofree char *high = say_change_about(language, high_cents);

  return about_cents(low_cents) == about_cents(high_cents)
             ? g_steal_pointer(&low)
             : g_strdup_printf(say(language, "between %1$s and %2$s"), low, high);
}

char *risk_range_text(Language language, const Risk *risk) {
  const int64_t *result = risk_told(risk)->spread[RISK_RESULT_CENTS].percentile;
  g_autofree char *half = risk_between_text(language, result[RISK_P25], result[RISK_P75]);
  g_autofree char *most = risk_between_text(language, result[RISK_P5], result[RISK_P95]);

  return g_strdup_printf(say(language, "1 time in 2 the result is %1$s, 9 times in 10 %2$s."), half,
                         most);
}

char *finding_fan(Language language, const Study *study) {
  const RiskOfSample *told = risk_told(study->risk);
  int64_t tenth_cents = told->spread[RISK_LOWEST_CENTS].percentile[RISK_P10];
  g_autofree char *amount = say_money_about(language, tenth_cents);
  const RiskChance *floor = &told->breaks[CONDITION_CASH_FLOOR];
  g_autofree char *often = NULL;

  if (!study->results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: no balance to show"));
  }
  if (!floor->applies || tenth_cents >= study->plan->business.cash_floor_cents) {
    return g_strdup_printf(say(language, "9 times in 10 the balance stays above %s"), amount);
  }
  often = chance_text(language, floor, told->years);
  return g_strdup_printf(
      say(language, "Balance under your minimum: %1$s; 9 times in 10 it stays above %2$s"), often,
      amount);
}

char *finding_spread(Language language, const Study *study) {
  const RiskOfSample *told = risk_told(study->risk);
  const int64_t *result = told->spread[RISK_RESULT_CENTS].percentile;
  g_autofree char *half = risk_between_text(language, result[RISK_P25], result[RISK_P75]);
  g_autofree char *often = chance_text(language, &told->loss, told->years);
  bool is_alone = is_campaign_alone(told);

  if (is_never(&told->loss)) {
    g_autofree char *all = years_text(language, told->years);

    return g_strdup_printf(is_alone
                               ? say(language, "The campaign alone never loses money in %1$s; "
                                               "1 time in 2 the result is %2$s")
                               : say(language, "The deal never loses money in %1$s; 1 time in 2 "
                                               "the result is %2$s"),
                           all, half);
  }
  return g_strdup_printf(is_alone ? say(language, "The campaign alone loses money %1$s; 1 time in "
                                                  "2 the result is %2$s")
                                  : say(language, "The deal loses money %1$s; 1 time in 2 the "
                                                  "result is %2$s"),
                         often, half);
}

char *finding_of_plan_year(Language language, char *finding) {
  g_autofree char *taken = finding;

  return g_strdup_printf(say(language, "%s (plan year)"), taken);
}

char *finding_with_refused(Language language, const Study *study, char *finding) {
  const Year *plan_year = &study->results->with;
  int64_t planned = (int64_t)plan_year->regulars_refused + plan_year->returns_refused;
  int64_t mean_milli = risk_told(study->risk)->spread[RISK_REFUSED].mean_milli;
  g_autofree char *taken = finding;
  g_autofree char *refused = say_milli_about(language, mean_milli);

  return mean_milli > planned * 1000
             ? g_strdup_printf(say(language, "%1$s (plan year, too kind); a simulated year refuses "
                                             "%2$s on average"),
                               taken, refused)
             : g_strdup_printf(say(language, "%1$s (plan year); a simulated year refuses %2$s on "
                                             "average"),
                               taken, refused);
}
