/* Room: words. Knows: the quotas and the years in which they were tried. Must not know: charts,
 * tables, screens.
 *
 * A quota looks at one day's margin, not at how long buyers wait: whether her conditions hold with
 * it is said beside it. */
#include "model/base/money.h"
#include "ui/words/decide-parts.h"
#include "ui/words/decide-words.h"
#include "ui/words/phrase.h"
#include "ui/words/verdict-parts.h"

bool quota_is_worthless(const Quota *quota) {
  return quota->applies && quota->deal_cents <= 0;
}

/* Whether some day takes fewer than it holds, and some takes any. */
static bool is_quota_of_some(const Quota *quota, QuotaTried which) {
  bool is_less = false, is_some = false;

  for (int i = 0; i < 7; i++) {
    int32_t visits = which == QUOTA_BEFORE ? quota->day[i].before : quota->day[i].after;

    is_less |= quota->day[i].is_open && visits < quota->day[i].slots;
    is_some |= quota->day[i].is_open && visits > 0;
  }
  return is_less && is_some;
}

/* What breaks with it: waiting first, which it lengthens, then what held without it;
 * CONDITION_COUNT: nothing. */
static Condition broken_with(const Study *study, const Standing *with) {
  Told told;
  bool is_told = told_fill(study, &told);

  if (with->condition[CONDITION_WAIT].applies && !with->condition[CONDITION_WAIT].holds) {
    return CONDITION_WAIT;
  }
  for (int i = 0; i < CONDITION_COUNT && is_told; i++) {
    if (with->condition[i].applies && !with->condition[i].holds &&
        told.as_it_stands.condition[i].holds) {
      return (Condition)i;
    }
  }
  return CONDITION_COUNT;
}

/* "too many buyers wait past your 21 days (in 81 of 100 simulated years)" */
static char *broken_text(Language language, const Plan *plan, const Standing *with,
                         Condition condition) {
  g_autofree char *days = phrase_days(language, plan->conditions.wait_days_max);
  g_autofree char *years = condition_years_text(language, &with->condition[condition], with->years);
  g_autofree char *what =
      condition == CONDITION_WAIT
          ? g_strdup_printf(say(language, "too many buyers wait past your %s"), days)
          : g_strdup(condition_too_much(language, condition));

  return condition == CONDITION_COST_PER_CLIENT_KEPT ? g_steal_pointer(&what)
                                                     : g_strdup_printf("%s (%s)", what, years);
}

char *quota_tried_text(Language language, const Study *study) {
  const Decisions *decisions = study->decisions;

  if (!decisions_has(decisions, DECIDE_QUOTA) || !decisions_has(decisions, DECIDE_QUOTA_TRIED)) {
    return NULL;
  }
  for (int which = 0; which < QUOTA_TRIED_COUNT; which++) {
    const WhatIf *tried = &decisions->quota_tried[which];
    Condition broken = CONDITION_COUNT;

    if (tried->applies && is_quota_of_some(&decisions->quota, (QuotaTried)which)) {
      broken = broken_with(study, &tried->standing);
    }
    if (broken != CONDITION_COUNT) {
      g_autofree char *what = broken_text(language, study->plan, &tried->standing, broken);

      return g_strdup_printf(which == QUOTA_BEFORE
                                 ? say(language, "%s: sell fewer")
                                 : say(language, "once sold, %s: take more a day, or sell fewer"),
                             what);
    }
  }
  return NULL;
}
