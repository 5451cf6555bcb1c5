/* Room: words. Knows: conditions at the owner's confidence. Must not know: the verdict, screens.
 *
 * A condition with its number: in how many simulated years it breaks, beside what she accepts. */
#include "model/base/money.h"
#include "ui/words/phrase.h"
#include "ui/words/verdict-parts.h"

/* What breaks, in a year: "the fullest week has more than 50% deal clients". */
static char *break_clause(Language language, const Plan *plan, Condition condition) {
  const PlanConditions *limits = &plan->conditions;
  g_autofree char *limit = NULL, *share = NULL;

  switch (condition) {
  case CONDITION_WAIT:
    share = say_percent(language, RATE_ONE_PER_100K - limits->wait_share_per_100k);
    limit = phrase_days(language, limits->wait_days_max);
    return g_strdup_printf(say(language, "more than %1$s of deal clients get no place within %2$s"),
                           share, limit);
  case CONDITION_REFUSED:
    limit = say_percent(language, limits->extra_refused_max_per_100k);
    return g_strdup_printf(
        say(language, "more than %s of your regulars are refused because of the deal"), limit);
  case CONDITION_WEEKLY_SHARE:
    limit = say_percent(language, limits->weekly_share_max_per_100k);
    return g_strdup_printf(say(language, "the fullest week has more than %s deal clients"), limit);
  case CONDITION_CASH_FLOOR:
    limit = say_money_whole(language, plan->business.cash_floor_cents);
    return g_strdup_printf(say(language, "the balance falls under your minimum of %s"), limit);
  case CONDITION_RESULT:
  case CONDITION_COST_PER_CLIENT_KEPT:
  case CONDITION_COUNT:
    break;
  }
  return g_strdup(say(language, "the deal loses money"));
}

/* How many years of how many: of 100; of 1,000 where fewer than 1 in 100 but some. Years as so many
 * thousandths, with the digits that tell them from what she accepts. */
typedef struct {
  int64_t years_milli;
  int of;
} YearsOf;

/* Some years, but fewer than 1 in 100; or all but so few. */
static bool is_of_1000(const ConditionStanding *of) {
  int32_t rarer = MIN(of->broken_per_100k, RATE_ONE_PER_100K - of->broken_per_100k);

  return rarer > 0 && rarer < 1000;
}

static YearsOf years_of(const ConditionStanding *of) {
  int64_t share = of->broken_per_100k;

  if (is_of_1000(of)) {
    return (YearsOf){CLAMP(money_scale_half_up(share, 1, 100), 1, 999) * 1000, 1000};
  }
  for (int64_t step = 1000; step >= 10; step /= 10) {
    int64_t rounded = money_scale_half_up(share, 1, step) * step;
    bool is_same = share == of->allowed_per_100k;

    if ((is_same || rounded != of->allowed_per_100k) && (rounded < RATE_ONE_PER_100K)) {
      return (YearsOf){rounded, 100};
    }
  }
  return (YearsOf){share, 100};
}

char *condition_years_text(Language language, const ConditionStanding *of, int years) {
  YearsOf part = years_of(of);
  g_autofree char *number = say_milli(language, part.years_milli);
  g_autofree char *whole = say_number(language, part.of);
  g_autofree char *all = say_number(language, years);
  /* French counts from 2. */
  bool is_one = language == LANGUAGE_FR ? part.years_milli < 2000 : part.years_milli == 1000;

  if (of->broken_per_100k <= 0) {
    return g_strdup_printf(say(language, "in none of %s simulated years"), all);
  }
  if (of->broken_per_100k >= RATE_ONE_PER_100K) {
    return g_strdup_printf(say(language, "in all of %s simulated years"), all);
  }
  return g_strdup_printf(say_count(language, is_one ? 1 : 2, "in %1$s of %2$s simulated years",
                                   "in %1$s of %2$s simulated years"),
                         number, whole);
}

/* "; you accept 10", of as many as the number before it; of 100 where that is not so many. */
static char *accepted_text(Language language, const ConditionStanding *of) {
  g_autofree char *accepted = say_milli(language, of->allowed_per_100k);
  bool is_some = of->broken_per_100k > 0 && of->broken_per_100k < RATE_ONE_PER_100K;
  bool is_of_100 = is_some && !is_of_1000(of);

  return is_of_100 ? g_strdup_printf(say(language, "; you accept %s"), accepted)
                   : g_strdup_printf(say(language, "; you accept %s of 100"), accepted);
}

/* The cost beside the usual one, with every digit when rounding would hide which is more. */
static char *cost_clause(Language language, const Plan *plan, const Standing *standing) {
  int64_t usual_cents = plan->clients.usual_advertising_cents_per_new_client;
  int64_t cost_cents = standing->cost_per_client_kept_cents;
  g_autofree char *usual = say_money_whole(language, usual_cents);
  g_autofree char *about = say_money_about(language, cost_cents);
  g_autofree char *exact = say_money(language, cost_cents);
  bool is_hidden = (about_cents(cost_cents) > usual_cents) != (cost_cents > usual_cents);

  if (standing->result.mean_milli >= 0) {
    return g_strdup(say(language, "on average the deal earns: its clients cost nothing"));
  }
  if (!standing->has_clients_kept) {
    return g_strdup(say(language, "on average no client is kept"));
  }
  return g_strdup_printf(say(language, "a client kept costs %1$s on average; with your usual "
                                       "advertising, %2$s"),
                         is_hidden ? exact : about, usual);
}

char *condition_seen_text(Language language, const Plan *plan, const Standing *standing,
                          Condition condition, bool with_accepted) {
  const ConditionStanding *of = &standing->condition[condition];
  g_autofree char *years = NULL, *what = NULL, *accepted = NULL;

  if (condition == CONDITION_COST_PER_CLIENT_KEPT) {
    return cost_clause(language, plan, standing);
  }
  years = condition_years_text(language, of, standing->years);
  what = break_clause(language, plan, condition);
  accepted = with_accepted ? accepted_text(language, of) : g_strdup("");
  return g_strdup_printf(say(language, "%1$s %2$s%3$s"), years, what, accepted);
}

char *condition_with_terms_text(Language language, const ConditionStanding *of) {
  YearsOf part = years_of(of);
  g_autofree char *number = say_milli(language, part.years_milli);
  g_autofree char *whole = say_number(language, part.of);

  if (!of->applies) {
    return g_strdup("");
  }
  if (of->broken_per_100k <= 0) {
    return g_strdup(say(language, "With these terms: none."));
  }
  return g_strdup_printf(say(language, "With these terms: %1$s of %2$s."), number, whole);
}
