/* Room: words. Knows: what is decided. Must not know: how it was found, screens.
 *
 * The number to write into the contract, and what happens without it. */
#include "model/base/money.h"
#include "model/plan/presets.h"
#include "ui/words/answers-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"
#include "ui/words/term-words.h"

char *standing_result_text(Language language, const Standing *standing) {
  int64_t cents = money_scale_half_up(standing->result.mean_milli, 1, 1000);
  g_autofree char *amount = say_money_about(language, cents < 0 ? -cents : cents);

  return g_strdup_printf(cents < 0 ? say(language, "the deal costs you %s")
                                   : say(language, "the deal leaves you %s"),
                         amount);
}

/* --- the cap ------------------------------------------------------------------------------- */

/* What a voucher more would break, to stand within a sentence. */
static const char *binding_text(Language language, Condition condition) {
  static const char *const texts[CONDITION_COUNT] = {
      [CONDITION_RESULT] = N_("the deal loses money too often"),
      [CONDITION_COST_PER_CLIENT_KEPT] = N_("a client kept costs more than your usual advertising"),
      [CONDITION_WAIT] = N_("too many deal clients wait too long"),
      [CONDITION_REFUSED] = N_("too many regulars are refused"),
      [CONDITION_WEEKLY_SHARE] = N_("deal clients fill too much of a week"),
      [CONDITION_CASH_FLOOR] = N_("the balance falls under your minimum"),
  };

  g_return_val_if_fail(condition < CONDITION_COUNT, "");
  return say(language, texts[condition]);
}

/* "9 times in 10": how careful the owner wants to be. */
static char *confidence_text(Language language, const Plan *plan, int years) {
  RiskChance chance = {true, plan->conditions.confidence_per_100k, 0};

  return chance_text(language, &chance, years);
}

char *answer_cap(Language language, const Study *study) {
  const Cap *cap = &study->decisions->cap;
  g_autofree char *often = confidence_text(language, study->plan, cap->years);
  g_autofree char *vouchers = phrase_vouchers(language, cap->vouchers);
  g_autofree char *error = say_number(language, cap->error_vouchers);
  g_autofree char *least = say_number(language, cap->at_least);
  g_autofree char *give = cap->error_vouchers > 0
                              ? g_strdup_printf(say(language, ", give or take %s"), error)
                              : g_strdup("");
  g_autofree char *from =
      cap->at_least > 0 ? g_strdup_printf(say(language, ", and at least %s"), least) : g_strdup("");

  if (!cap->found) {
    return cap->binding < CONDITION_COUNT
               ? g_strdup_printf(say(language, "None: at any number %s."),
                                 binding_text(language, cap->binding))
               : g_strdup(say(language, "None: at no number do all your conditions hold."));
  }
  if (cap->binding >= CONDITION_COUNT) {
    return g_strdup_printf(
        cap->most_is_contract
            ? say(language,
                  "All of the contract’s %1$s: up to there all your conditions hold %2$s.")
            : say(language, "%1$s and maybe more: up to there, the most that was tried, all your "
                            "conditions hold %2$s."),
        vouchers, often);
  }
  return g_strdup_printf(say(language, "At most %1$s%2$s%3$s: there all your conditions hold "
                                       "%4$s; beyond, %5$s."),
                         vouchers, give, from, often, binding_text(language, cap->binding));
}

/* --- three times as many ------------------------------------------------------------------- */

char *answer_oversell(Language language, const Study *study) {
  const WhatIf *world = &study->decisions->oversell[1];
  g_autofree char *vouchers = phrase_vouchers(language, world->vouchers);
  g_autofree char *result = NULL;
  g_autofree char *refused = say_count_about(language, world->refused_extra);
  g_autofree char *days = phrase_days(language, world->wait_p95_days);

  if (!world->applies) {
    return study->plan->deal.vouchers_sold == 0
               ? g_strdup(say(language, "No voucher is sold."))
               : g_strdup(say(language, "No answer: so many visits cannot be computed."));
  }
  result = standing_result_text(language, &world->standing);
  if (!study->results->has_calendar) {
    return g_strdup_printf(say(language, "With %1$s sold, %2$s on average."), vouchers, result);
  }
  return g_strdup_printf(say(language, "With %1$s sold, %2$s on average, %3$s visits at full price "
                                       "are refused because of it and 1 buyer in 20 waits more "
                                       "than %4$s."),
                         vouchers, result, refused, days);
}

/* --- visits a day -------------------------------------------------------------------------- */

#define FRIDAY 4
#define TUESDAY 1

/* "4 on a Friday", "4 on a Friday (once sold, 2)"; "none on a Friday, …" where it takes none. */
static char *day_quota(Language language, const Quota *quota, int weekday) {
  const QuotaDay *day = &quota->day[weekday];
  const char *name = weekday_name(language, weekday);
  g_autofree char *before = say_number(language, day->before);
  g_autofree char *after = say_number(language, day->after);

  if (!day->is_open) {
    return g_strdup_printf(say(language, "none on a %s, no deal visit being possible then"), name);
  }
  return day->before == day->after
             ? g_strdup_printf(say(language, "%1$s on a %2$s"), before, name)
             : g_strdup_printf(say(language, "%1$s on a %2$s (once sold, %3$s)"), before, name,
                               after);
}

char *answer_quota(Language language, const Study *study) {
  const Quota *quota = &study->decisions->quota;
  g_autofree char *friday = NULL;
  g_autofree char *tuesday = NULL;
  const char *parts[2];
  g_autofree char *both = NULL;

  if (!study->results->has_calendar) {
    return answer_needs_calendar(language);
  }
  if (!quota->applies) {
    return g_strdup(say(language, "No limit: the plan has no regulars to keep places for."));
  }
  friday = day_quota(language, quota, FRIDAY);
  tuesday = day_quota(language, quota, TUESDAY);
  parts[0] = friday;
  parts[1] = tuesday;
  both = phrase_list(language, parts, 2);
  return g_strdup_printf(
      say(language, "Deal visits to agree to: %s; more take places that your regulars ask for."),
      both);
}

/* --- coming back --------------------------------------------------------------------------- */

/* "others saw 2% to 35%, US merchants 19.9%": the published return rates. */
static char *others_text(Language language) {
  int64_t low = INT64_MAX, high = 0, survey = -1;

  for (int i = 0; i < published_figure_count(); i++) {
    const PublishedFigure *figure = published_figure_at(i);

    if (g_strcmp0(figure->path, "clients.return_per_100k") == 0) {
      low = MIN(low, figure->low);
      high = MAX(high, figure->high);
      survey = survey < 0 ? figure->likely : survey; /* the largest survey stands first */
    }
  }
  g_autofree char *low_text = say_percent(language, low);
  g_autofree char *high_text = say_percent(language, high);
  g_autofree char *survey_text = say_percent(language, survey);

  return g_strdup_printf(say(language, "others saw %1$s to %2$s, US merchants %3$s"), low_text,
                         high_text, survey_text);
}

char *answer_break_even(Language language, const Study *study) {
  const BreakEven *line = &study->decisions->break_even[BREAK_EVEN_RETURN];
  g_autofree char *others = others_text(language);
  g_autofree char *value = say_percent_about(language, line->value);
  g_autofree char *now = say_percent(language, line->now);

  if (!line->found) {
    return g_strdup_printf(line->now_result_cents >= 0
                               ? say(language, "None: the deal pays for itself whoever comes back "
                                               "(you count on %1$s); %2$s.")
                               : say(language, "None is enough: the deal loses money whoever comes "
                                               "back (you count on %1$s); %2$s."),
                           now, others);
  }
  return g_strdup_printf(
      line->earns_above
          ? say(language, "At least %1$s of the new clients (you count on %2$s); %3$s.")
          : say(language, "At most %1$s of the new clients, each costing more than she brings (you "
                          "count on %2$s); %3$s."),
      value, now, others);
}

/* --- the best change ----------------------------------------------------------------------- */

char *answer_best_term(Language language, const Study *study) {
  const TermWorths *worths = &study->decisions->worths;
  const TermWorth *best = NULL;

  for (int i = 0; i < worths->worth_count; i++) {
    const TermWorth *worth = &worths->worth[i];

    if (worth->changes && worth->worth.mean_milli > 2 * worth->worth.error_milli &&
        (!best || worth->worth.mean_milli > best->worth.mean_milli)) {
      best = worth;
    }
  }
  if (!best) {
    return g_strdup(say(language, "None of those looked at: no single change brings more than luck "
                                  "does."));
  }
  g_autofree char *term = phrase_capital(term_text(language, study->plan, &best->term));
  g_autofree char *amount =
      say_money_about(language, money_scale_half_up(best->worth.mean_milli, 1, 1000));

  return g_strdup_printf(say(language, "%1$s: it is worth %2$s on average."), term, amount);
}
